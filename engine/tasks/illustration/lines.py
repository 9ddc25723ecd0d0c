"""Find the line art: where it is, how opaque, and in which colour."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.colour import gray_of
from engine.tasks.illustration.fill import nearest_source
from engine.tasks.illustration.morphology import dilated
from engine.tasks.illustration.rows import by_bands, shares
from engine.tasks.illustration.strokes import core_of, find_strokes

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
    height, width = picture.shape[:2]
    graying, finding, matting = shares(progress, 1, 60, 39)
    gray = np.empty((height, width), np.uint8)

    def work(start: int, stop: int) -> None:
        gray[start:stop] = gray_of(picture[start:stop])

    by_bands(work, height, width, graying)
    strokes = find_strokes(picture, gray, noise, finding)
    if not strokes.any():
        return LineArt(np.zeros_like(gray), np.zeros_like(picture), picture)
    return _matted(picture, gray, strokes, matting)


def _matted(
    picture: NDArray[np.uint8],
    gray: NDArray[np.uint8],
    candidate: NDArray[np.bool_],
    progress: Progress,
) -> LineArt:
    height, width = gray.shape
    step = shares(progress, 2, 3, 1, 5, 5, 3)
    core = core_of(gray, candidate, 5, step[0])
    core_colour = np.zeros(picture.shape, np.uint8)

    def average(start: int, stop: int) -> None:
        _mean_of_core(picture, core, core_colour, 4, start, stop)

    by_bands(average, height, width, step[1])
    band = dilated(candidate, 2, step[2])
    from_core = nearest_source(core, step[3])
    from_clean = nearest_source(~band, step[4])
    if from_core is None or from_clean is None:
        return LineArt(np.zeros_like(gray), np.zeros_like(picture), picture)
    alpha = np.zeros((height, width), np.uint8)
    colour = np.zeros(picture.shape, np.uint8)
    beneath = np.empty_like(picture)

    def project(start: int, stop: int) -> None:
        beneath[start:stop] = picture[start:stop]
        _project(
            picture, band, core_colour, from_core, from_clean, alpha, colour, beneath, start, stop
        )

    by_bands(project, height, width, step[5])
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
