"""How far pixels are from marks, along ways that avoid the edges of a picture.

The generalized geodesic distance transform (Criminisi, Sharp and Blake, "GeoS: Geodesic Image
Segmentation", 2008), by raster sweeps over the eight neighbours.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from numba import njit

Soft = npt.NDArray[np.float32]

_SWEEPS = 4
"""Pairs of sweeps, down and up again: enough for ways that wind a few times."""


def geodesic(start: Soft, colors: Soft, step: float) -> Soft:
    """H×W: the least of `start` anywhere plus the length of the way from there.

    start: H×W, 0 at a mark. colors: H×W×C; a step between neighbours is as long as their colours
    are far apart. step: added for every pixel on the way.
    """
    found: Soft = np.array(start, np.float32)
    _sweep(found, np.ascontiguousarray(colors, np.float32), np.float32(step), _SWEEPS)
    return found


@njit(cache=True, nogil=True)
def _sweep(found: Any, colors: Any, step: Any, sweeps: int) -> None:
    height, width, channels = colors.shape
    for sweep in range(2 * sweeps):
        way = 1 if sweep % 2 == 0 else -1
        for row in range(height):
            y = row if way == 1 else height - 1 - row
            for column in range(width):
                x = column if way == 1 else width - 1 - column
                best = found[y, x]
                for side in range(4):
                    # What this sweep has passed already: beside, and three in the row before.
                    v = y if side == 0 else y - way
                    u = x - way if side == 0 else x + side - 2
                    if v < 0 or v >= height or u < 0 or u >= width:
                        continue
                    apart = np.float32(0)
                    for channel in range(channels):
                        difference = colors[y, x, channel] - colors[v, u, channel]
                        apart += difference * difference
                    length = np.float32(1.4142135) if side == 1 or side == 3 else np.float32(1)
                    best = min(best, found[v, u] + np.sqrt(apart) + step * length)
                found[y, x] = best
