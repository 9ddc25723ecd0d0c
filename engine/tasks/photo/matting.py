"""Soft edges: how much of each pixel is object, and the colour of the object alone.

Closed-form matting (Levin, Lischinski and Weiss, 2008) and foreground estimation by multi-level
blurring (Germer et al., 2020), both from PyMatting.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from engine.progress import Progress

Flags = npt.NDArray[np.bool_]
Soft = npt.NDArray[np.float32]
_REACH = 0.012
"""Of the object's size: how far from its rough border the real one may lie."""


def matte(
    picture: npt.NDArray[np.float64], mask: Flags, progress: Progress, *, reach: int = 0
) -> tuple[Soft, Soft]:
    """Alpha H×W and colours H×W×3 of the object, 0..1.

    picture: H×W×3 sRGB 0..1. mask: H×W, roughly the object. reach: pixels on either side of its
    border that may be part object, 0: by the object's size. Outside the object's alpha the colours
    mean nothing.
    """
    from pymatting import estimate_alpha_cf, estimate_foreground_ml  # compiles on first use

    progress.at(0.0, "Refining the edges")
    radius = reach or max(2, round(_REACH * float(np.sqrt(mask.sum()))))
    trimap = trimap_of(mask, radius)
    alpha = mask.astype(np.float64)
    if (trimap == 0.5).any():
        alpha = np.clip(estimate_alpha_cf(picture, trimap), 0, 1)
    progress.at(0.7)
    colors = estimate_foreground_ml(picture, alpha)
    progress.at(1.0)
    return np.asarray(alpha, np.float32), np.asarray(colors, np.float32)


def trimap_of(mask: Flags, radius: int) -> npt.NDArray[np.float64]:
    """1 in the object, 0 away from it, 0.5 within `radius` pixels of the border between them."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    flags = mask.astype(np.uint8)
    inner = cv2.erode(flags, kernel, borderType=cv2.BORDER_REPLICATE)
    outer = cv2.dilate(flags, kernel, borderType=cv2.BORDER_REPLICATE)
    return np.where(inner > 0, 1.0, np.where(outer > 0, 0.5, 0.0))
