"""The files of the translators, in the format that Qt Linguist reads (.ts)."""

from __future__ import annotations

import xml.etree.ElementTree as Xml
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.languages.sources import Text
from app.languages.translate import CONTEXT

Forms = tuple[str, ...]
"""A translation: one text, or one for each form of the noun. Empty texts are not done yet."""
FORMS = {"en": 2, "ja": 1, "zh_CN": 1}
"""How many forms a noun has after a number."""


def read_catalogue(path: Path) -> dict[str, Forms]:
    """Source text -> translation. Nothing when there is no file."""
    if not path.exists():
        return {}
    found: dict[str, Forms] = {}
    for message in Xml.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        source = message.findtext("source", "")
        if translation is None:
            found[source] = ("",)
        elif message.get("numerus") == "yes":
            found[source] = tuple(form.text or "" for form in translation.iter("numerusform"))
        else:
            found[source] = (translation.text or "",)
    return found


def write_catalogue(
    path: Path, language: str, texts: Sequence[Text], known: Mapping[str, Forms]
) -> None:
    """All texts with what is known of them. English holds only the forms after numbers."""
    root = Xml.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = Xml.SubElement(root, "context")
    Xml.SubElement(context, "name").text = CONTEXT
    for text in texts:
        if language == "en" and not text.is_counted:
            continue
        forms = known.get(text.source, ())
        message = Xml.SubElement(context, "message")
        Xml.SubElement(message, "location", filename=f"../../{text.file}")
        Xml.SubElement(message, "source").text = text.source
        translation = Xml.SubElement(message, "translation")
        if not any(forms):
            translation.set("type", "unfinished")
        if text.is_counted:
            message.set("numerus", "yes")
            for number in range(FORMS[language]):
                form = Xml.SubElement(translation, "numerusform")
                form.text = forms[number] if number < len(forms) else ""
        else:
            translation.text = forms[0] if forms else ""
    Xml.indent(root, "  ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(head + Xml.tostring(root, encoding="unicode") + "\n", encoding="utf-8")
