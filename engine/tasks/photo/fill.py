"""What may lie behind something: a hole in a picture is painted from what is around it."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from engine.document.geometry import Rect
from engine.document.raster import Pixels
from engine.progress import Progress
from engine.tasks.photo.exemplar import exemplar_filled

Flags = npt.NDArray[np.bool_]
_LEAST_MARGIN = 64


def filled(picture: Pixels, hole: Flags, progress: Progress) -> Pixels:
    """The picture with the hole painted; every pixel outside it stays bit for bit.

    picture: H×W×3 sRGB, 8 or 16 bit; hole: H×W. A picture that is all hole comes back gray. Looks
    as far around each piece of the hole as the piece is large.
    """
    progress.at(0.0, "Filling the background")
    result = picture.copy()
    if hole.all():
        result[...] = np.iinfo(picture.dtype).max // 2
        return result
    scale = np.iinfo(picture.dtype).max / 255
    areas = _surroundings(hole)
    for number, area in enumerate(areas):
        part = progress.part(number / len(areas), (number + 1) / len(areas))
        here = np.s_[area.top : area.bottom, area.left : area.right]
        is_hole = hole[here]
        colors = result[here].astype(np.float32) / np.float32(scale)
        painted = np.rint(exemplar_filled(colors, is_hole, part)[is_hole] * scale)
        result[here][is_hole] = np.clip(painted, 0, 255 * scale).astype(picture.dtype)
    progress.at(1.0)
    return result


def _surroundings(hole: Flags) -> list[Rect]:
    """Parts of the picture that hold every piece of the hole, with enough around it, once."""
    height, width = hole.shape
    count, _, stats, _ = cv2.connectedComponentsWithStats(hole.astype(np.uint8), connectivity=8)
    canvas = Rect(0, 0, width, height)
    areas: list[Rect] = []
    for number in range(1, count):
        x, y, wide, high = (int(stats[number, column]) for column in range(4))
        margin = max(_LEAST_MARGIN, wide, high)
        area = Rect(x - margin, y - margin, x + wide + margin, y + high + margin)
        area = area.intersected(canvas)
        # Pieces that see each other are filled together: neither must copy from the other.
        while near := [other for other in areas if not other.intersected(area).is_empty]:
            areas = [other for other in areas if other not in near]
            for other in near:
                area = area.united(other)
        areas.append(area)
    return areas
