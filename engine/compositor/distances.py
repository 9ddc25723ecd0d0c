"""Distances from a shape, as Photoshop measures them for its strokes.

Paths lead from pixel to pixel by steps of a king and a knight: a stroke round a dot is a polygon of
sixteen sides. (Seen in files of Photoshop.)
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from numba import njit

_KING, _KNIGHT = np.float32(np.sqrt(2.0)), np.float32(np.sqrt(5.0))
FAR = np.float32(1e9)


def distance(cover: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """How far every pixel's middle lies outside of a shape (coverage H×W, 0..1).

    A soft edge counts as the share of a pixel that it covers; half a pixel below 0 inside.
    """
    start = np.where(cover > 0, np.float32(0.5) - cover, FAR).astype(np.float32)
    padded = np.pad(start, 2, constant_values=FAR)
    _spread(padded)
    found: npt.NDArray[np.float32] = padded[2:-2, 2:-2]
    return found


@njit(cache=True, nogil=True)
def _spread(d: Any) -> None:
    """The smallest sum of a start and the steps from there, in place; two pixels are border."""
    height, width = d.shape
    one = np.float32(1.0)
    for y in range(2, height - 2):
        for x in range(2, width - 2):
            best = d[y, x]
            best = min(best, d[y, x - 1] + one, d[y - 1, x] + one)
            best = min(best, d[y - 1, x - 1] + _KING, d[y - 1, x + 1] + _KING)
            best = min(best, d[y - 1, x - 2] + _KNIGHT, d[y - 1, x + 2] + _KNIGHT)
            best = min(best, d[y - 2, x - 1] + _KNIGHT, d[y - 2, x + 1] + _KNIGHT)
            d[y, x] = best
    for y in range(height - 3, 1, -1):
        for x in range(width - 3, 1, -1):
            best = d[y, x]
            best = min(best, d[y, x + 1] + one, d[y + 1, x] + one)
            best = min(best, d[y + 1, x - 1] + _KING, d[y + 1, x + 1] + _KING)
            best = min(best, d[y + 1, x - 2] + _KNIGHT, d[y + 1, x + 2] + _KNIGHT)
            best = min(best, d[y + 2, x - 1] + _KNIGHT, d[y + 2, x + 1] + _KNIGHT)
            d[y, x] = best
