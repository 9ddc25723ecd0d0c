"""Keys by their place on the keyboard, whatever is printed on them.

Qt names a key by the character it types; where the hand lies is only in the scan code, and that
differs from system to system. Places are named by what a US keyboard prints on them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from app.resource_files import resource


@dataclass(frozen=True, slots=True)
class KeyPlaces:
    """rows: US names, row by row. codes: scan code on this system -> US name.

    layouts: locale -> US name -> what is printed there.
    """

    rows: tuple[str, ...]
    codes: Mapping[int, str]
    layouts: Mapping[str, Mapping[str, str]]

    def legends(self, locale: str) -> Mapping[str, str]:
        """What is printed on the keys where people use this locale; US names where unknown."""
        plain = {name: name for row in self.rows for name in row}
        exact = self.layouts.get(locale) or self.layouts.get(locale.partition("_")[0]) or {}
        return {**plain, **exact}


def load_key_places(system: str = sys.platform) -> KeyPlaces:
    """The places of `resources/key_places.json` with the scan codes of one system."""
    data = json.loads(resource("key_places.json").read_text(encoding="utf-8"))
    kind = {"win32": "windows", "darwin": "mac"}.get(system, "xkb")
    rows = tuple(row["us"] for row in data["rows"])
    codes = {
        code: name for row in data["rows"] for name, code in zip(row["us"], row[kind], strict=True)
    }
    layouts = {
        locale: dict(zip("".join(rows), "".join(printed), strict=True))
        for locale, printed in data["layouts"].items()
    }
    return KeyPlaces(rows, codes, layouts)


def typing_locale() -> str:
    """The locale of the keyboard in use, as `de_CH`."""
    method = QGuiApplication.inputMethod()
    locale = method.locale() if method is not None else QLocale.system()
    return locale.name()
