"""The one way to words: text written in English in the code, shown in the artist's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "app"
"""All texts of the program share one context, so that a word is translated once."""


def tr(text: str, /, **values: object) -> str:
    """The text in the language of the window; `{name}` in it is filled from `values`.

    text: a literal, so that it can be found in the code. Constants that are read later are marked
    with `mark` where they are written and given to `tr` where they are read.
    """
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**values) if values else translated


def counted(text: str, count: int, /, **values: object) -> str:
    """A text with a number in it: `%n` is the number, the form of the noun follows it."""
    translated = QCoreApplication.translate(CONTEXT, text, "", count)
    return translated.format(**values) if values else translated


def mark(text: str) -> str:
    """Marks a constant as a text for `tr`, and gives it back unchanged."""
    return text
