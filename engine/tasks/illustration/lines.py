"""Find the line art: where it is, how opaque, and in which colour."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.components import connected_components
from engine.tasks.illustration.fill import nearest_source
from engine.tasks.illustration.rows import bands, by_bands, with_margin

WIDEST = 0.0075  # half the widest line, as a share of the longer side
DARKENING = 0.60  # a line is at most this share as bright as what lies around it
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
    """Line art of an H×W×3 uint8 picture (quieted, sRGB) by black-hat and colour projection."""
    height, width = picture.shape[:2]
    radius = max(5, round(WIDEST * max(height, width)))
    gray = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    around = with_margin(lambda band: closed(band, radius), gray, 2 * radius + 2, progress)
    candidate = np.zeros((height, width), np.bool_)
    solid = np.zeros((height, width), np.bool_)
    least = 255 * (0.035 + 0.004 * noise)

    def compare(start: int, stop: int) -> None:
        rows = slice(start, stop)
        depth = around[rows].astype(np.float32) - gray[rows]
        dark = gray[rows] < DARKENING * np.maximum(around[rows], 1)
        candidate[rows] = (depth > least) & dark
        solid[rows] = ~candidate[rows] & (depth < 0.02 * 255)

    by_bands(compare, height, width, progress)
    _grow_solid_colour(picture, solid, candidate, radius, round(4 + 2 * noise))
    candidate &= ~solid
    candidate = without_specks(candidate, max(6, round(8e-6 * height * width)), progress)
    if not candidate.any():
        nothing = np.zeros((height, width), np.uint8)
        return LineArt(nothing, np.zeros_like(picture), picture)
    return _matted(picture, gray, candidate, progress)


def closed(gray: NDArray[np.uint8], radius: int) -> NDArray[np.uint8]:
    """Morphological closing of an H×W uint8 picture with an octagon of the given radius."""
    square, cross = np.ones((3, 3), np.uint8), cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    crosses = round(0.586 * radius)
    for filter_ in (cv2.dilate, cv2.erode):
        gray = filter_(gray, cross, iterations=crosses)
        if radius > crosses:
            gray = filter_(gray, square, iterations=radius - crosses)
    return gray


def without_specks(mask: NDArray[np.bool_], smallest: int, progress: Progress) -> NDArray[np.bool_]:
    """The mask without its components (8 neighbours) of fewer than `smallest` pixels."""
    labels, areas = connected_components(mask, progress, diagonal=True)
    if areas.size == 0:
        return mask
    kept = np.append(areas >= smallest, False)
    return np.asarray(kept[labels])


def _matted(
    picture: NDArray[np.uint8],
    gray: NDArray[np.uint8],
    candidate: NDArray[np.bool_],
    progress: Progress,
) -> LineArt:
    height, width = gray.shape
    masked = np.where(candidate, gray, np.uint8(255))
    darkest = cv2.erode(masked, np.ones((7, 7), np.uint8))
    core = candidate & (gray <= darkest.astype(np.int16) + 5)
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


def _grow_solid_colour(
    picture: NDArray[np.uint8],
    solid: NDArray[np.bool_],
    candidate: NDArray[np.bool_],
    steps: int,
    tolerance: int,
) -> None:
    """Give the thin tips of solid dark flats back to them: grow their colour into candidates."""
    height, width = solid.shape
    rim = cv2.dilate(solid.view(np.uint8), np.ones((3, 3), np.uint8)).view(np.bool_)
    frontier = np.flatnonzero(rim & candidate).astype(np.int64)
    origin = np.full(height * width, -1, np.int32)
    for _ in range(steps):
        if frontier.size == 0:
            return
        frontier = _grow_once(picture, solid, candidate, origin, frontier, tolerance)


@njit(cache=True, nogil=True)
def _grow_once(picture, solid, candidate, origin, frontier, tolerance):  # type: ignore[no-untyped-def]
    height, width = solid.shape
    grown = np.empty(frontier.size, np.int64)
    source = np.empty(frontier.size, np.int32)
    count = 0
    for pixel in frontier:
        y, x = pixel // width, pixel % width
        if solid[y, x] or not candidate[y, x]:
            continue
        best, best_step = -1, tolerance + 1
        for dy in range(-1, 2):
            for dx in range(-1, 2):
                other_y, other_x = y + dy, x + dx
                if not (0 <= other_y < height and 0 <= other_x < width):
                    continue
                if not solid[other_y, other_x]:
                    continue
                start = origin[other_y * width + other_x]
                if start < 0:
                    start = other_y * width + other_x
                step = 0
                for channel in range(3):
                    step = max(
                        step,
                        abs(
                            np.int32(picture[y, x, channel])
                            - np.int32(picture[start // width, start % width, channel])
                        ),
                    )
                if step < best_step:
                    best, best_step = start, step
        if best >= 0:
            grown[count] = pixel
            source[count] = best
            count += 1
    upcoming = np.empty(count * 8, np.int64)
    total = 0
    for k in range(count):
        pixel = grown[k]
        solid[pixel // width, pixel % width] = True
        origin[pixel] = source[k]
    for k in range(count):
        y, x = grown[k] // width, grown[k] % width
        for dy in range(-1, 2):
            for dx in range(-1, 2):
                other_y, other_x = y + dy, x + dx
                if 0 <= other_y < height and 0 <= other_x < width:
                    if candidate[other_y, other_x] and not solid[other_y, other_x]:
                        upcoming[total] = other_y * width + other_x
                        total += 1
    return np.unique(upcoming[:total])


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
