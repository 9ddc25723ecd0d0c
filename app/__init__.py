"""The window: everything that an artist sees and touches.

May touch: PySide6, `engine.document`, `engine.compositor`, `engine.recolor`, `engine.protocol`. The
engine's work is reached through `app.engine_link` alone.
"""
