"""How far a composite is from the picture it was made from: the *sum check*."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.document.raster import Pixels

STRIP_PIXELS = 1 << 18
"""Pixels compared at once: a few megabytes of float32, whatever the size of the pictures."""


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """All in 1/255, also for 16-bit pictures.

    A pixel's difference is the largest one among its alpha, its premultiplied channels, and its
    straight channels where neither picture is transparent.

    max, mean: over the pixels. within_one: share of pixels (0..1) not further than 1/255 apart.
    map: H×W uint8, every pixel's difference rounded up.
    """

    max: float
    mean: float
    within_one: float
    map: npt.NDArray[np.uint8]


def difference(document_pixels: Pixels, original_pixels: Pixels) -> Difference:
    """Compare two pictures of one size, H×W×4 straight RGBA, uint8 or uint16 each.

    ValueError when the sizes differ.
    """
    if document_pixels.shape != original_pixels.shape:
        raise ValueError(f"cannot compare {document_pixels.shape} with {original_pixels.shape}")
    height, width = document_pixels.shape[:2]
    found = np.zeros((height, width), np.uint8)
    largest, total, near = 0.0, 0.0, 0
    rows = max(1, STRIP_PIXELS // max(1, width))
    for top in range(0, height, rows):
        one, other = document_pixels[top : top + rows], original_pixels[top : top + rows]
        if one.dtype == other.dtype and np.array_equal(one, other):
            near += one.shape[0] * width
            continue
        apart = _apart(_levels(one), _levels(other))
        largest = max(largest, float(apart.max()))
        total += float(apart.sum(dtype=np.float64))
        near += int(np.count_nonzero(apart <= 1.0))
        found[top : top + rows] = np.ceil(apart)
    count = max(1, height * width)
    return Difference(largest, total / count, near / count if height * width else 1.0, found)


def _levels(pixels: Pixels) -> npt.NDArray[np.float64]:
    """Values in 1/255. 8-bit ones stay whole, 65535 = 257 * 255 stays exact."""
    return pixels / (1.0 if pixels.dtype == np.uint8 else 257.0)


def _apart(one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """H×W largest difference of two strips in 1/255."""
    alpha, other_alpha = one[..., 3], other[..., 3]
    seen = (alpha > 0.0) & (other_alpha > 0.0)
    straight = np.abs(one[..., :3] - other[..., :3]).max(-1) * seen
    premultiplied = np.abs(
        one[..., :3] * alpha[..., None] - other[..., :3] * other_alpha[..., None]
    ).max(-1)
    nearly: npt.NDArray[np.float64] = np.maximum(straight, premultiplied / 255.0)
    return np.maximum(nearly, np.abs(alpha - other_alpha))
