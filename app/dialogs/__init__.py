"""Questions to the artist, and lists to look things up in.

May touch: PySide6, `app.theme`, `app.commands`. Dialogs ask; whoever calls them decides.
"""
