"""Fonts of the look: the desktop's own family where it has one, our sizes and weights."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont, QFontDatabase

from app.theme.tokens import Tokens

_WINDOWS = ["Segoe UI Variable Text", "Segoe UI", "Yu Gothic UI", "Meiryo", "Microsoft YaHei UI"]
_LINUX = ["Inter", "Noto Sans", "DejaVu Sans", "Noto Sans CJK JP", "Noto Sans CJK SC"]
_FIXED = ["Cascadia Mono", "Menlo", "JetBrains Mono", "Noto Sans Mono", "DejaVu Sans Mono"]


class Fonts:
    """Fonts by the names of the look: title, heading, body, small, tiny, fixed."""

    def __init__(self, tokens: Tokens) -> None:
        families = _families()
        self._fonts = {
            name: _font(families, px, weight) for name, (px, _, weight) in tokens.type.items()
        }
        self._fonts["bold"] = _font(families, tokens.type["body"][0], 600)
        self._fonts["medium"] = _font(families, tokens.type["body"][0], 500)
        self._fonts["tiny_bold"] = _font(families, tokens.type["tiny"][0], 600)
        self._fonts["fixed"] = _font(_FIXED, tokens.type["small"][0], 400)

    def __getitem__(self, name: str) -> QFont:
        return self._fonts[name]


def _families() -> list[str]:
    if sys.platform == "win32":
        return _WINDOWS
    if sys.platform == "darwin":
        return [QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()]
    return _LINUX


def _font(families: list[str], px: int, weight: int) -> QFont:
    font = QFont(families)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
