"""Open and save files as tasks, so that a malicious file crashes the engine and not the window.

May touch: `engine.formats`, `engine.progress`, `engine.errors`.
"""
