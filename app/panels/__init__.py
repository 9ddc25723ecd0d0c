"""Panels beside the picture: layers, history, jobs.

May touch: PySide6, `app.session`, `app.theme`, `app.engine_link`, `engine.document`.
"""
