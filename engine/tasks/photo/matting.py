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
    picture: npt.NDArray[np.float64],
    mask: Flags,
    progress: Progress,
    *,
    reach: int = 0,
    outside: int | None = None,
) -> tuple[Soft, Soft]:
    """Alpha H×W and colours H×W×3 of the object, 0..1.

    picture: H×W×3 sRGB 0..1. mask: H×W, roughly the object. reach: pixels on either side of its
    border that may be part object, 0: by the object's size. outside: farther than this many pixels
    from the mask alpha is 0 whatever the reach; None: as far as the reach. Outside the object's
    alpha the colours mean nothing.
    """
    from pymatting import estimate_alpha_cf, estimate_foreground_ml  # compiles on first use

    progress.at(0.0, "Refining the edges")
    radius = reach or max(2, round(_REACH * float(np.sqrt(mask.sum()))))
    trimap = trimap_of(mask, radius, radius if outside is None else min(radius, outside))
    alpha = mask.astype(np.float64)
    if (trimap == 0.5).any():
        alpha = np.clip(estimate_alpha_cf(picture, trimap), 0, 1)
    progress.at(0.7)
    colors = estimate_foreground_ml(picture, alpha)
    progress.at(1.0)
    return np.asarray(alpha, np.float32), np.asarray(colors, np.float32)


def trimap_of(mask: Flags, inside: int, outside: int) -> npt.NDArray[np.float64]:
    """1 in the object, 0 away from it, 0.5 where its border may lie.

    inside, outside: pixels, centre to centre, from the nearest pixel on the other side of the
    mask's border, up to which a pixel is unknown.
    """
    return np.where(_distance(mask) > inside, 1.0, np.where(_distance(~mask) > outside, 0.0, 0.5))


def _distance(flags: Flags) -> Soft:
    """How far each pixel is from the nearest one that is not flagged; far when all are."""
    if flags.all():
        return np.full(flags.shape, np.inf, np.float32)
    found = cv2.distanceTransform(flags.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(found, np.float32)
