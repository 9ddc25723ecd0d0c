"""The values of `resources/tokens.json`: colours by name for a dark and a light theme, sizes in px.

Names of colours: grounds `chrome panel raised pop ctl ctlh ctlp well canvas`, lines `line line2
edge`, text `t1 t2 t3`, `acc` for where the keys go, `accf` for the primary button, `sel selm` for
selected rows, `ok warn err` with grounds `okbg …`, and `r-…` for the roles of layers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QColor

from app.resource_files import resource


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme. hexes: colour name -> "#RRGGBB" or "#RRGGBBAA"; sizes: name -> logical px."""

    is_dark: bool
    hexes: Mapping[str, str]
    colors: Mapping[str, QColor]
    sizes: Mapping[str, float]
    type: Mapping[str, tuple[int, int, int]]

    def __getitem__(self, name: str) -> QColor:
        """The colour; KeyError when there is none of this name."""
        return self.colors[name]

    def size(self, name: str) -> int:
        return int(self.sizes[name])


def load_tokens() -> tuple[Tokens, Tokens]:
    """The dark and the light theme."""
    data: dict[str, Any] = json.loads(resource("tokens.json").read_text(encoding="utf-8"))
    return _tokens(data, "dark"), _tokens(data, "light")


def _tokens(data: Mapping[str, Any], theme: str) -> Tokens:
    hexes: dict[str, str] = data[theme]
    fonts = {name: (px, line, weight) for name, (px, line, weight) in data["type"].items()}
    return Tokens(
        is_dark=theme == "dark",
        hexes=hexes,
        colors={name: _color(value) for name, value in hexes.items()},
        sizes=data["size"],
        type=fonts,
    )


def _color(value: str) -> QColor:
    """Our files write alpha last, Qt reads it first."""
    if len(value) == 9:
        return QColor(f"#{value[7:]}{value[1:7]}")
    return QColor(value)
