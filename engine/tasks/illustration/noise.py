"""How noisy is the picture (grain, paper, JPEG), and the same picture without most of it."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.colour import gray_of
from engine.tasks.illustration.rows import by_bands, shares, with_margin

CLEAN = 0.08  # levels of noise below which a picture counts as clean
MARGIN = 3  # rows around a pixel that its deviation depends on
FLAT_GRADIENT = 14  # levels: only pixels flatter than this tell noise from drawing


def noise_level(picture: NDArray[np.uint8], progress: Progress) -> float:
    """Typical noise of an H×W×3 uint8 picture in 8-bit levels, 0 for a clean drawing."""
    height, width = picture.shape[:2]
    counts: list[NDArray[np.int64]] = []

    def count(start: int, stop: int) -> None:
        low = max(0, start - MARGIN)
        gray = gray_of(picture[low : min(height, stop + MARGIN)])
        calm = cv2.medianBlur(gray, 3)
        gradient = cv2.morphologyEx(calm, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
        difference = cv2.absdiff(gray, calm)
        is_flat = np.asarray(gradient < FLAT_GRADIENT)[start - low : stop - low]
        counts.append(np.bincount(difference[start - low : stop - low][is_flat], minlength=255))

    by_bands(count, height, width, progress)
    flat = np.sum([levels[:255] for levels in counts], 0).astype(np.float64)
    if flat.sum() == 0:
        return 0.0
    return float(1.5 * (flat * np.arange(255)).sum() / flat.sum())


def quieted(picture: NDArray[np.uint8], noise: float, progress: Progress) -> NDArray[np.uint8]:
    """The H×W×3 uint8 picture smoothed inside its flats where it is noisy, itself where not."""
    if noise < CLEAN:
        return picture
    tolerance = float(np.clip(10.0 * noise, 8.0, 30.0))
    for step in shares(progress, *[1.0] * (2 if noise > 0.5 else 1)):
        picture = with_margin(
            lambda band: cv2.bilateralFilter(np.ascontiguousarray(band), 5, tolerance, 2.0),
            4,
            step,
            picture,
        )
    return picture
