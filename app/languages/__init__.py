"""The words of the window in the language of the artist.

May touch: PySide6, `app.resource_files`. Every room that says something calls `tr`; the catalogues
are `resources/translations/*.ts`, compiled to `.qm` beside them by `python -m app.languages`.
"""
