"""Fonts of the look: the desktop's own family where it has one, our sizes and weights."""

from __future__ import annotations

import sys

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase

from app.theme.tokens import Tokens

_LATIN = {
    "win32": ("Segoe UI Variable Text", "Segoe UI"),
    "linux": ("Inter", "Noto Sans", "DejaVu Sans"),
}
"""By platform; macOS names its own."""
_JAPANESE = {
    "win32": ("Yu Gothic UI", "Meiryo"),
    "darwin": ("Hiragino Sans",),
    "linux": ("Noto Sans CJK JP", "Source Han Sans JP", "IPAGothic"),
}
_CHINESE = {
    "win32": ("Microsoft YaHei UI",),
    "darwin": ("PingFang SC",),
    "linux": ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"),
}
"""The same characters are drawn differently in Japan and in China: the language decides who comes
first, for a name in the other language must be readable too."""
_DENSE = (QLocale.Language.Japanese, QLocale.Language.Chinese)
LEAST_DENSE = 12
"""px; the smallest size at which Chinese characters can be read."""
_FIXED = ["Cascadia Mono", "Menlo", "JetBrains Mono", "Noto Sans Mono", "DejaVu Sans Mono"]


class Fonts:
    """Fonts by the names of the look: title, heading, body, small, tiny, fixed."""

    def __init__(self, tokens: Tokens, language: QLocale.Language) -> None:
        families = font_families(language)

        def made(name: str, weight: int | None = None) -> QFont:
            px, _, standard = tokens.type[name]
            if language in _DENSE:
                px = max(px, LEAST_DENSE)
            return _font(families, px, standard if weight is None else weight)

        self._fonts = {name: made(name) for name in tokens.type}
        self._fonts["bold"] = made("body", 600)
        self._fonts["medium"] = made("body", 500)
        self._fonts["tiny_bold"] = made("tiny", 600)
        fixed = [*_FIXED, *families]
        self._fonts["fixed"] = _font(fixed, tokens.type["small"][0], 400)

    def __getitem__(self, name: str) -> QFont:
        return self._fonts[name]


def font_families(language: QLocale.Language, platform: str = sys.platform) -> list[str]:
    """Latin letters first, then the characters of this language, then those of the other."""
    system = platform if platform in ("win32", "darwin") else "linux"
    latin: tuple[str, ...]
    if system == "darwin":
        latin = (QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family(),)
    else:
        latin = _LATIN[system]
    east = (_JAPANESE[system], _CHINESE[system])
    if language == QLocale.Language.Chinese:
        east = (_CHINESE[system], _JAPANESE[system])
    return [*latin, *east[0], *east[1]]


def _font(families: list[str], px: int, weight: int) -> QFont:
    font = QFont(families)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
