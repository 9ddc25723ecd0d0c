"""The colour under the pointer."""

from __future__ import annotations

import numpy as np

from engine.document.geometry import Rect
from engine.document.model import Color
from engine.document.raster import Raster, pixels_of


def picked_color(pixels: Raster, point: tuple[int, int], *, side: int = 1) -> Color | None:
    """The mean colour of a square of side × side pixels round `point`; None where all is clear.

    pixels: RGBA, a layer or a picture of all layers; the colour comes in its depth. Pixels count by
    their alpha. side: odd; 1 takes the pixel itself.
    """
    x, y = point
    reach = max(side, 1) // 2
    near = pixels_of(pixels, Rect(x - reach, y - reach, x + reach + 1, y + reach + 1))
    wide = near.reshape(-1, 4).astype(np.int64)
    alpha = wide[:, 3]
    total = int(alpha.sum())
    if total == 0:
        return None
    red, green, blue = ((wide[:, :3] * alpha[:, None]).sum(0) + total // 2) // total
    return int(red), int(green), int(blue)
