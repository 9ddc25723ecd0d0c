"""The main window and its rows: menu, options, tools, status, start page, messages.

May touch: everything in `app`; nothing imports it but the composition root.
"""
