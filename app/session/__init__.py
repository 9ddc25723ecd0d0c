"""The open document as a QObject: the only place where it changes, and what is chosen in it.

May touch: PySide6's core, `engine.document`, `engine.compositor`, `app.engine_link`,
`engine.protocol`. No widgets: everything here works without a window.
"""
