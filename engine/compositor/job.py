"""One piece of work for whoever draws plans: a part of one tile, and where its pixels go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from engine.document.geometry import Rect
from engine.document.raster import Pixels, TileKey

Planes: TypeAlias = npt.NDArray[np.float32]
"""4×128×128, 0..1: red, green, blue premultiplied by alpha, then alpha."""


@dataclass(frozen=True, slots=True)
class TileJob:
    """Draw the part `area` of tile `key` (document pixels, inside the tile, not empty).

    target: h×w×4 uint8 or uint16 view, each row contiguous, that receives `area` as straight RGBA.
    planes: receives the whole tile premultiplied. One of the two is given.
    backdrop: what is drawn onto, None = transparent.
    """

    key: TileKey
    area: Rect
    target: Pixels | None = None
    planes: Planes | None = None
    backdrop: Planes | None = None
