"""One piece of work for whoever draws plans: a part of one tile, and where its pixels go."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from engine.document.geometry import Rect
from engine.document.raster import TILE, Pixels, TileKey

Planes: TypeAlias = npt.NDArray[np.float32]
"""4×128×128, 0..1: red, green, blue premultiplied by alpha, then alpha."""


Part: TypeAlias = tuple[int, int, int, int]
"""Left, top, right, bottom of a part of a tile, 0..128, counted from the tile's corner."""
WHOLE: Part = (0, 0, TILE, TILE)


Family: TypeAlias = tuple[list[tuple[int, Pixels]], Pixels]
"""Tiles with the quadrant (row * 2 + column) that each fills, at half size, in the last one."""


class TileJob(NamedTuple):
    """Draw a part (not empty) of tile `key`.

    target: h×w×4 uint8 or uint16 view, each row contiguous, that receives the part as straight
    RGBA. planes: receives the whole tile premultiplied. One of the two is given.
    backdrop: what is drawn onto, None = transparent.
    """

    key: TileKey
    part: Part
    target: Pixels | None = None
    planes: Planes | None = None
    backdrop: Planes | None = None


def part_of(key: TileKey, rect: Rect) -> Part:
    """The part of a tile inside `rect`; empty when right <= left or bottom <= top."""
    top, left = key[0] * TILE, key[1] * TILE
    return (
        max(rect.left - left, 0),
        max(rect.top - top, 0),
        min(rect.right - left, TILE),
        min(rect.bottom - top, TILE),
    )
