"""How the window looks: one token file becomes colours, fonts, icons, palette and style sheet.

May touch: PySide6 and resources/. Knows nothing of documents, commands or widgets.
"""
