"""The picture on the screen: which pixels are shown where, and what the pointer does there.

May touch: PySide6, `app.session`, `app.theme`, `engine.document`, `engine.compositor`.
"""
