"""Wide openings and closings, and the depth of strokes, in bands and without a loop per pixel."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.rows import with_margin

Gray = NDArray[np.uint8]
Mask = NDArray[np.bool_]


def closed(gray: Gray, radius: int, progress: Progress) -> Gray:
    """Morphological closing of an H×W uint8 picture with an octagon of the given radius."""
    return with_margin(lambda band: _closed(band, radius), 2 * radius + 2, progress, gray)


def opened(mask: Mask, radius: int, progress: Progress) -> Mask:
    """The parts of an H×W mask into which an octagon of the given radius fits."""

    def work(band: np.ndarray) -> np.ndarray:
        return ~_closed(~(band.view(np.uint8) * np.uint8(255)), radius) > 0

    return with_margin(work, 2 * radius + 2, progress, mask)


def dilated(mask: Mask, radius: int, progress: Progress) -> Mask:
    """Everything within `radius` of an H×W mask, measured along a square."""
    square = np.ones((2 * radius + 1, 2 * radius + 1), np.uint8)
    return with_margin(
        lambda band: cv2.dilate(band.view(np.uint8), square).view(np.bool_), radius, progress, mask
    )


def depth_up_to(most: float, mask: Mask, progress: Progress) -> NDArray[np.float32]:
    """Distance (chamfer) of each pixel of an H×W mask to what is outside it, H×W float32.

    Exact up to `most`; what is deeper has some value above that.
    """
    return with_margin(_depth, int(np.ceil(most)) + 2, progress, mask, dtype=np.float32)


def _depth(band: np.ndarray) -> np.ndarray:
    return np.asarray(cv2.distanceTransform(band.view(np.uint8), cv2.DIST_L2, 3), np.float32)


def _closed(gray: Gray, radius: int) -> Gray:
    """Closing with an octagon: a diamond followed by a square, as that is quick.

    Beyond the border is neither dark nor bright: it is dark for the dilation, bright afterwards.
    """
    crosses = round(0.586 * radius)
    square = np.ones((2 * (radius - crosses) + 1,) * 2, np.uint8)
    wider = cv2.dilate(_dilated_by_diamond(gray, crosses), square)
    darker = cv2.dilate(_dilated_by_diamond(~np.asarray(wider, np.uint8), crosses), square)
    return ~np.asarray(darker, np.uint8)


def _dilated_by_diamond(gray: Gray, radius: int) -> Gray:
    """Dilation with all pixels at most `radius` steps away, the time of log(radius) passes.

    A diamond of radius r + a, a <= r, is four diamonds of radius r moved by a along the axes.
    """
    if radius == 0:
        return gray
    height, width = gray.shape
    padded = np.zeros((height + 2 * radius, width + 2 * radius), np.uint8)
    padded[radius:-radius, radius:-radius] = gray
    cross = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    found = np.asarray(cv2.dilate(padded, cross), np.uint8)
    reached = 1
    while reached < radius:
        step = min(reached, radius - reached)
        # Whatever is nearer to the rim than `reached` is wrong from here on and never looked at.
        moved = np.zeros_like(found)
        inner = slice(step, -step)
        inside = moved[inner, inner]
        np.maximum(found[: -2 * step, inner], found[2 * step :, inner], out=inside)
        np.maximum(inside, found[inner, : -2 * step], out=inside)
        np.maximum(inside, found[inner, 2 * step :], out=inside)
        found = moved
        reached += step
    return found[radius:-radius, radius:-radius]
