"""Compositing backwards: the Normal layer that makes one picture of another."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.document.raster import Pixels


def normal_between(before: Pixels, after: Pixels, alpha: npt.NDArray[np.floating]) -> Pixels:
    """H×W×4: the Normal layer over `before` that shows `after`, with at least this alpha.

    before, after: H×W×4 straight RGBA of one dtype; alpha: H×W, 0..1. R = (1 - a)·B + a·C is solved
    for C; where no colour with that alpha does it, the alpha is the least that has one.
    """
    full = float(np.iinfo(before.dtype).max)
    below, above = before / full, after / full
    for picture in (below, above):
        picture[..., :3] *= picture[..., 3:]
    change = (above - below)[..., :3]
    room = np.where(change > 0, 1 - below[..., :3], below[..., :3])
    least = np.max(np.abs(change) / np.maximum(room, 1e-6), 2)
    cover = np.clip(np.maximum(alpha, least), 0, 1)
    # Rounded first: the colour then makes up for what the rounded alpha is off.
    cover = np.ceil(cover * full) / full
    color = above - (1 - cover[..., None]) * below
    shown = color[..., 3:]
    color[..., :3] = np.where(shown > 0, color[..., :3] / np.maximum(shown, 1e-6), 0)
    pixels: Pixels = np.rint(np.clip(color, 0, 1) * full).astype(before.dtype)
    return pixels
