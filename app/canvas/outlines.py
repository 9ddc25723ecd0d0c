"""Outlines of selections and layers as polygons, found beside the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from engine.document.geometry import Rect, Size
from engine.painting.outline import outline
from engine.painting.selection import FULL, Selection, bounds, inside_of, selection_from_array

MOST_CORNERS = 40_000
"""With more the outline is drawn coarser: nobody could follow it, and drawing takes time."""
MOST_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Outline:
    """polygons: closed lines in document pixels. area: the rectangle round them.

    level: how coarse it is, in powers of two.
    """

    polygons: tuple[QPolygonF, ...]
    area: Rect
    level: int


def outline_of(selection: Selection, level: int = 0) -> Outline:
    """The outline of all pixels that are at least half selected, for a pyramid level."""
    area = bounds(selection)
    while True:
        coarse = selection if level == 0 else _coarse(selection, area, level)
        loops = outline(coarse)
        if level >= MOST_LEVEL or sum(map(len, loops)) <= MOST_CORNERS:
            break
        level += 1
    step = 1 << level
    left, top = (0, 0) if level == 0 else (area.left, area.top)
    polygons = tuple(
        QPolygonF([QPointF(left + x * step, top + y * step) for x, y in loop.tolist()])
        for loop in loops
    )
    return Outline(polygons, area, level)


def _coarse(selection: Selection, area: Rect, level: int) -> Selection:
    """Every 2^level-th pixel of `area`, as a small selection of its own."""
    step = 1 << level
    inside = inside_of(selection, area)[step // 2 :: step, step // 2 :: step]
    height, width = inside.shape
    coverage = inside.astype(np.uint8) * np.uint8(FULL)
    return selection_from_array(Size(width, height), coverage)
