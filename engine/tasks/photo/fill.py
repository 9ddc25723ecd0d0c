"""What may lie behind something: a hole in a picture is painted from what is around it."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from engine.document.raster import Pixels
from engine.progress import Progress

Flags = npt.NDArray[np.bool_]
_RADIUS = 5.0


def filled(picture: Pixels, hole: Flags, progress: Progress) -> Pixels:
    """The picture with the hole painted; every pixel outside it stays bit for bit.

    picture: H×W×3 sRGB, 8 or 16 bit; hole: H×W. A picture that is all hole comes back gray.
    """
    progress.at(0.0, "Filling the background")
    result = picture.copy()
    if hole.all():
        result[...] = np.iinfo(picture.dtype).max // 2
        return result
    if hole.any():
        seen = picture if picture.dtype == np.uint8 else (picture >> 8).astype(np.uint8)
        painted = cv2.inpaint(seen, hole.astype(np.uint8), _RADIUS, cv2.INPAINT_TELEA)
        scale = 1 if picture.dtype == np.uint8 else 257
        result[hole] = painted[hole].astype(picture.dtype) * picture.dtype.type(scale)
    progress.at(1.0)
    return result
