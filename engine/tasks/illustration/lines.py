"""Find the line art: where it is, how opaque, and in which colour."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.colour import gray_of
from engine.tasks.illustration.fill import nearest_source
from engine.tasks.illustration.rows import bands, by_bands
from engine.tasks.illustration.strokes import darkest_nearby, find_strokes

FAINTEST = 0.06  # line alpha below which there is no line


@dataclass(frozen=True, slots=True)
class LineArt:
    """alpha: H×W uint8 (255 = opaque line). colour: H×W×3 uint8, meaningful where alpha > 0.

    beneath: H×W×3 uint8, the picture with the lines taken out (nearest clean colour under them).
    """

    alpha: NDArray[np.uint8]
    colour: NDArray[np.uint8]
    beneath: NDArray[np.uint8]


def find_lines(picture: NDArray[np.uint8], noise: float, progress: Progress) -> LineArt:
    """Line art of an H×W×3 uint8 picture (quieted, sRGB): strokes, then colour projection."""
    strokes = find_strokes(picture, noise, progress)
    if not strokes.any():
        return LineArt(np.zeros(strokes.shape, np.uint8), np.zeros_like(picture), picture)
    gray = gray_of(picture)
    return _matted(picture, gray, strokes, progress)


def _matted(
    picture: NDArray[np.uint8],
    gray: NDArray[np.uint8],
    candidate: NDArray[np.bool_],
    progress: Progress,
) -> LineArt:
    height, width = gray.shape
    core = candidate & (gray <= darkest_nearby(gray, candidate).astype(np.int16) + 5)
    core_colour = np.zeros_like(picture)
    for start, stop in bands(height, width):
        progress.check()
        _mean_of_core(picture, core, core_colour, 4, start, stop)
    band = cv2.dilate(candidate.view(np.uint8), np.ones((5, 5), np.uint8)).view(np.bool_)
    from_core = nearest_source(core, progress)
    from_clean = nearest_source(~band, progress)
    if from_core is None or from_clean is None:
        return LineArt(np.zeros_like(gray), np.zeros_like(picture), picture)
    alpha = np.zeros_like(gray)
    colour = np.zeros_like(picture)
    beneath = picture.copy()

    def project(start: int, stop: int) -> None:
        _project(
            picture, band, core_colour, from_core, from_clean, alpha, colour, beneath, start, stop
        )

    by_bands(project, height, width, progress)
    return LineArt(alpha, colour, beneath)


@njit(cache=True, nogil=True)
def _mean_of_core(picture, core, mean, reach, start, stop):  # type: ignore[no-untyped-def]
    """Mean colour of the core pixels within `reach`, for core pixels only."""
    height, width = core.shape
    for y in range(start, stop):
        for x in range(width):
            if not core[y, x]:
                continue
            red, green, blue, count = 0, 0, 0, 0
            for other_y in range(max(0, y - reach), min(height, y + reach + 1)):
                for other_x in range(max(0, x - reach), min(width, x + reach + 1)):
                    if core[other_y, other_x]:
                        red += picture[other_y, other_x, 0]
                        green += picture[other_y, other_x, 1]
                        blue += picture[other_y, other_x, 2]
                        count += 1
            mean[y, x, 0] = (red + count // 2) // count
            mean[y, x, 1] = (green + count // 2) // count
            mean[y, x, 2] = (blue + count // 2) // count


@njit(cache=True, nogil=True)
def _project(  # type: ignore[no-untyped-def]
    picture, band, core_colour, from_core, from_clean, alpha, colour, beneath, start, stop
):
    width = band.shape[1]
    for y in range(start, stop):
        for x in range(width):
            if not band[y, x]:
                continue
            core_y, core_x = from_core[y, x] // width, from_core[y, x] % width
            clean_y, clean_x = from_clean[y, x] // width, from_clean[y, x] % width
            along, length = 0.0, 0.0
            for channel in range(3):
                line = float(core_colour[core_y, core_x, channel])
                ground = float(picture[clean_y, clean_x, channel])
                colour[y, x, channel] = core_colour[core_y, core_x, channel]
                beneath[y, x, channel] = picture[clean_y, clean_x, channel]
                along += (ground - picture[y, x, channel]) * (ground - line)
                length += (ground - line) * (ground - line)
            share = along / max(length, 260.0)
            if share < FAINTEST:
                for channel in range(3):
                    beneath[y, x, channel] = picture[y, x, channel]
                continue
            alpha[y, x] = round(min(1.0, share) * 255)
