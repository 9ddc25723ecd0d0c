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
MAIN_INK_SHARE = 0.4  # of all line pixels have one colour: the picture has a main ink
THICKEST_BLOT = 0.06  # half the width of an ink blot, of the longer side, beyond which it is a flat
LINED_SHARE = 0.05  # of an ink blot looks like a line: it belongs to the line art
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
    ink = main_ink(picture, gray, candidate)
    is_ink = np.zeros((height, width), np.bool_)
    if ink is not None:
        is_ink = _ink_strokes(picture, candidate, ink, noise, progress)
        solid &= ~is_ink
    tolerance = round(4 + 2 * noise)
    _grow_solid_colour(picture, solid, candidate & ~is_ink, radius, tolerance)
    candidate = (candidate & ~solid) | is_ink
    candidate = without_specks(candidate, max(6, round(8e-6 * height * width)), progress)
    if not candidate.any():
        nothing = np.zeros((height, width), np.uint8)
        return LineArt(nothing, np.zeros_like(picture), picture)
    return _matted(picture, gray, candidate, progress)


def main_ink(
    picture: NDArray[np.uint8], gray: NDArray[np.uint8], candidate: NDArray[np.bool_]
) -> NDArray[np.uint8] | None:
    """The one colour (3 uint8) that most lines are drawn with, None where they have many."""
    core = candidate & (gray <= _darkest_nearby(gray, candidate).astype(np.int16) + 2)
    colours = picture[core]
    if len(colours) == 0:
        return None
    key = colours.astype(np.int32) >> 3
    count = np.bincount((key[:, 0] << 10) | (key[:, 1] << 5) | key[:, 2], minlength=1 << 15)
    best = int(count.argmax())
    seed = np.array([best >> 10, best >> 5 & 31, best & 31], np.int32) * 8 + 4
    near = colours[np.abs(colours.astype(np.int32) - seed).max(1) <= 8]
    ink = np.median(near, axis=0)
    alike = np.abs(colours - ink).max(1) <= 8
    if alike.mean() < MAIN_INK_SHARE:
        return None
    return np.asarray(np.round(ink), np.uint8)


def _ink_strokes(
    picture: NDArray[np.uint8],
    candidate: NDArray[np.bool_],
    ink: NDArray[np.uint8],
    noise: float,
    progress: Progress,
) -> NDArray[np.bool_]:
    """Everything drawn in the main ink and joined to a line, up to very thick blots."""
    height, width = candidate.shape
    tolerance = round(4 + 2 * noise)
    low = tuple(np.maximum(ink.astype(np.int32) - tolerance, 0).tolist())
    high = tuple(np.minimum(ink.astype(np.int32) + tolerance, 255).tolist())
    inked = cv2.inRange(picture, low, high)
    thick = max(6, round(THICKEST_BLOT * max(height, width)))
    heart = cv2.distanceTransform(inked, cv2.DIST_L2, 3) > thick
    if heart.any():
        far = cv2.distanceTransform((~heart).view(np.uint8), cv2.DIST_L2, 3)
        inked[far <= thick + 2] = 0
    labels, areas = connected_components(inked.view(np.bool_), progress, diagonal=True)
    if areas.size == 0:
        return np.zeros((height, width), np.bool_)
    lined = np.bincount(labels[candidate & (labels >= 0)], minlength=areas.size)
    kept = np.append(lined >= LINED_SHARE * areas, False)
    return np.asarray(kept[labels])


def _darkest_nearby(gray: NDArray[np.uint8], candidate: NDArray[np.bool_]) -> NDArray[np.uint8]:
    masked = np.where(candidate, gray, np.uint8(255))
    return np.asarray(cv2.erode(masked, np.ones((7, 7), np.uint8)))


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
    core = candidate & (gray <= _darkest_nearby(gray, candidate).astype(np.int16) + 5)
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
