"""Commands as data: one table feeds menus, buttons, the palette and the list of keys.

May touch: PySide6, `app.theme`; commands call what they are given.
"""
