"""The other process: start it, ask it for work, survive its death.

May touch: PySide6, `engine.protocol`, `engine.document`. The window's only way to the engine.
Everything here lives on the GUI thread; packing and unpacking pixels happens in a thread pool.
"""
