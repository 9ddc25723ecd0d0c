"""Compiles every kernel of this room into numba's cache on disk, or loads them from it."""

from __future__ import annotations

import numpy as np

from engine.progress import Progress
from engine.tasks.photo.fill import filled
from engine.tasks.photo.matting import matte
from engine.tasks.photo.prompts import Click, Prompt
from engine.tasks.photo.segment import segmented

SIDE = 64


def warm_up() -> None:
    """Choose an object, correct the choice, soften its edge and close the hole behind it."""
    rows, columns = np.mgrid[:SIDE, :SIDE]
    disc = np.hypot(rows - SIDE / 2, columns - SIDE / 2) < SIDE / 5
    picture = np.random.default_rng(1).integers(60, 120, (SIDE, SIDE, 3)).astype(np.uint8)
    picture[disc] += 100
    silent = Progress.silent()
    middle = Click(SIDE // 2, SIDE // 2)
    # One of the two corrections is sure to be wrong, and so to be followed.
    for is_object in (True, False):
        segmented(picture, Prompt((middle, Click(SIDE // 2 + 5, SIDE // 2, is_object))), silent)
    matte(picture / 255.0, disc, silent, reach=5)
    filled(picture, disc, silent)
