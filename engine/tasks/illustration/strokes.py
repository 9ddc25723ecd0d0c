"""Find the pixels that were drawn with a line: dark, thin, and of the inks of the picture."""

from __future__ import annotations

import cv2
import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.components import (
    chosen_components,
    connected_components,
    sums_by_component,
)
from engine.tasks.illustration.morphology import closed, depth_up_to, dilated, opened
from engine.tasks.illustration.rows import bands, by_bands, reported, shares, with_margin

Mask = NDArray[np.bool_]
Gray = NDArray[np.uint8]
Picture = NDArray[np.uint8]

WIDEST = 0.0075  # half the widest line, as a share of the longer side
DARKENING = 0.60  # a line is at most this share as bright as what lies around it
# so is the faint part of one, where it continues a clear one: with one ink, with many
FAINT_DARKENING_ONE_INK, FAINT_DARKENING = 0.75, 0.87
ALIKE_SHARE, ALIKE_LEVELS = 0.75, 12  # how dark a faint part is, against the clear one
MAIN_INK_SHARE = 0.4  # of all line pixels have one colour: the picture has a main ink
THICKEST_BLOT = 0.06  # half the width of an ink blot, of the longer side, beyond which it is a flat
LINED_SHARE = 0.05  # of an ink blot looks like a line: it belongs to the line art


def find_strokes(picture: Picture, gray: Gray, noise: float, progress: Progress) -> Mask:
    """H×W mask of the line art of an H×W×3 uint8 picture (quieted, sRGB) and its luma."""
    height, width = gray.shape
    smallest = max(6, round(8e-6 * height * width))
    radius = max(5, round(WIDEST * max(height, width)))
    thick = max(6, round(THICKEST_BLOT * max(height, width)))
    step = shares(progress, 20, 10, 8, 8, 8, 8, 8, 15, 15, 20, 15)
    # 1. dark and thin
    least = 255 * (0.035 + 0.004 * noise)
    candidate, solid = _dark_and_thin(gray, radius, least, DARKENING, step[0])
    # 2. all that is drawn in the main ink, blots included
    ink = main_ink(picture, gray, candidate, step[1])
    is_ink = np.zeros((height, width), np.bool_)
    if ink is not None:
        is_ink = _ink_strokes(picture, candidate, ink, thick, noise, step[2])
        solid &= ~is_ink
    # 3. no blots in other colours, and no thin ends of dark flats
    typical = stroke_width((candidate & ~solid) | is_ink, thick, step[3])
    if typical > 0:
        solid |= opened(candidate & ~is_ink, round(typical) + 1, step[4])
    tolerance = round(4 + 2 * noise)
    _grow_solid_colour(picture, solid, candidate & ~is_ink, radius, tolerance, step[5])
    candidate &= ~solid & ~is_ink
    if ink is not None:
        candidate = _as_dark_as(gray, candidate, ink, step[6])
    clear = without_specks(candidate | is_ink, smallest, step[7])
    typical = stroke_width(clear, thick, step[8])
    if typical == 0:
        return clear
    # 4. faint continuations, and lines along the edge of something darker than themselves
    darkening = FAINT_DARKENING if ink is None else FAINT_DARKENING_ONE_INK
    reach = max(2, round(0.75 * typical) + 1)
    least = 4 + 2 * noise
    finding, joining = shares(step[9], 1, 1)
    faint, _ = _dark_and_thin(gray, reach, least, darkening, finding)
    long = round(3 * typical * typical) + 4
    joined = _joined(gray, clear, faint & ~clear, long, joining)
    if ink is not None:
        return joined
    finding, joining = shares(step[10], 1, 1)
    edging = _edge_bands(gray, joined, typical, least, finding)
    return _joined(gray, joined, edging & ~joined, 2 * long, joining)


def stroke_width(mask: Mask, most: float, progress: Progress) -> float:
    """Typical width in pixels of the strokes of a mask, 0 where there are none.

    most: half the width up to which it is exact; wider ones are merely known to be so.
    """
    depth = depth_up_to(most, mask, progress)
    deep = depth[mask]
    if deep.size == 0:
        return 0.0
    progress.check()
    return 4.0 * float(np.median(deep)) - 1.0


def _dark_and_thin(
    gray: Gray, radius: int, least: float, darkening: float, progress: Progress
) -> tuple[Mask, Mask]:
    """(darker than all around within `radius`, not darker at all), H×W masks.

    least: levels by which it has to be darker. darkening: and the share of the brightness.
    """
    height, width = gray.shape
    closing, comparing = shares(progress, 4, 1)
    around = closed(gray, radius, closing)
    candidate = np.zeros((height, width), np.bool_)
    solid = np.zeros((height, width), np.bool_)

    def compare(start: int, stop: int) -> None:
        rows = slice(start, stop)
        depth = around[rows].astype(np.float32) - gray[rows]
        dark = gray[rows] < darkening * np.maximum(around[rows], 1)
        candidate[rows] = (depth > least) & dark
        solid[rows] = ~candidate[rows] & (depth < 0.02 * 255)

    by_bands(compare, height, width, comparing)
    return candidate, solid


def _as_dark_as(gray: Gray, candidate: Mask, ink: NDArray[np.uint8], progress: Progress) -> Mask:
    """The candidate strokes nearly as dark as the main ink, measured from what is around them."""
    step = shares(progress, 4, 1, 1, 1, 1, 1)
    labels, areas = connected_components(candidate, step[0], diagonal=True)
    if areas.size == 0:
        return candidate
    ink_gray = float(cv2.cvtColor(ink[None, None], cv2.COLOR_RGB2GRAY)[0, 0])
    own = darkest_nearby(gray, candidate, step[1])
    own_mean = sums_by_component(own, candidate, labels, areas.size, step[2]) / areas
    ground = _surroundings(gray, candidate, step[3])
    ground_mean = sums_by_component(ground, candidate, labels, areas.size, step[4]) / areas
    share = (ground_mean - own_mean) / np.maximum(ground_mean - ink_gray, 1.0)
    is_dark = (share >= ALIKE_SHARE) | (own_mean - ink_gray <= ALIKE_LEVELS)
    return chosen_components(labels, is_dark, step[5])


def _surroundings(gray: Gray, stroke: Mask, progress: Progress) -> Gray:
    """The brightest of what lies within 3 pixels and is no stroke."""

    def work(gray: np.ndarray, stroke: np.ndarray) -> np.ndarray:
        return cv2.dilate(np.where(stroke, np.uint8(0), gray), np.ones((7, 7), np.uint8))

    return with_margin(work, 3, progress, gray, stroke)


def _joined(gray: Gray, clear: Mask, faint: Mask, smallest: int, progress: Progress) -> Mask:
    """The clear strokes with those components of the faint ones that seem to continue them.

    Such a component is large enough, touches a clear stroke, and is about as dark as that: either
    in itself, or measured from the brightness around it.
    """
    step = shares(progress, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1)
    labels, areas = connected_components(faint, step[0], diagonal=True)
    count = areas.size
    if count == 0:
        return clear
    rim = dilated(clear, 1, step[1]) & faint
    touching = sums_by_component(rim, rim, labels, count, step[2])
    dark = darkest_nearby(gray, clear, step[3])
    stroke = sums_by_component(dark, rim, labels, count, step[4]) / np.maximum(touching, 1)
    dark = darkest_nearby(gray, faint, step[5])
    own = sums_by_component(dark, faint, labels, count, step[6]) / areas
    bright = _surroundings(gray, faint | clear, step[7])
    ground = sums_by_component(bright, faint, labels, count, step[8]) / areas
    share = (ground - own) / np.maximum(ground - stroke, 1.0)
    is_dark = (share >= ALIKE_SHARE) | (own - stroke <= ALIKE_LEVELS)
    kept = (touching > 0) & (areas >= smallest) & is_dark
    return clear | chosen_components(labels, kept, step[9])


def main_ink(
    picture: Picture, gray: Gray, candidate: Mask, progress: Progress
) -> NDArray[np.uint8] | None:
    """The one colour (3 uint8) that most lines are drawn with, None where they have many."""
    finding, counting = shares(progress, 1, 2)
    core = core_of(gray, candidate, 2, finding)
    seen = np.zeros(1 << 24, np.int32)  # how often each colour occurs in the cores of strokes
    for start, stop in reported(bands(*gray.shape), counting):
        _count_colours(picture, core, seen, start, stop)
    colour = np.flatnonzero(seen)
    if colour.size == 0:
        return None
    count = seen[colour].astype(np.int64)
    channels = np.column_stack([colour >> 16, colour >> 8 & 255, colour & 255])
    key = channels >> 3
    coarse = (key[:, 0] << 10) | (key[:, 1] << 5) | key[:, 2]
    best = int(np.bincount(coarse, count, 1 << 15).argmax())
    seed = np.array([best >> 10, best >> 5 & 31, best & 31]) * 8 + 4
    near = np.abs(channels - seed).max(1) <= 8
    ink = np.array([_median(channels[near, k], count[near]) for k in range(3)])
    alike = np.abs(channels - ink).max(1) <= 8
    if count[alike].sum() / count.sum() < MAIN_INK_SHARE:
        return None
    return np.asarray(np.round(ink), np.uint8)


def _median(levels: NDArray[np.int64], count: NDArray[np.int64]) -> float:
    """Median of levels 0..255 that occur so often."""
    total = np.cumsum(np.bincount(levels, count, 256))
    middle = [(total[-1] - 1) // 2, total[-1] // 2]
    return float(np.searchsorted(total, middle, "right").mean())


@njit(cache=True, nogil=True)
def _count_colours(picture, core, seen, start, stop):  # type: ignore[no-untyped-def]
    width = core.shape[1]
    for y in range(start, stop):
        for x in range(width):
            if core[y, x]:
                red, green, blue = picture[y, x, 0], picture[y, x, 1], picture[y, x, 2]
                seen[(np.int64(red) << 16) | (np.int64(green) << 8) | np.int64(blue)] += 1


def _ink_strokes(
    picture: Picture,
    candidate: Mask,
    ink: NDArray[np.uint8],
    thick: int,
    noise: float,
    progress: Progress,
) -> Mask:
    """Everything drawn in the main ink and joined to a line, up to blots `thick` pixels deep."""
    height, width = candidate.shape
    step = shares(progress, 1, 4, 4, 4, 2, 2)
    tolerance = round(4 + 2 * noise)
    low = tuple(np.maximum(ink.astype(np.int32) - tolerance, 0).tolist())
    high = tuple(np.minimum(ink.astype(np.int32) + tolerance, 255).tolist())
    inked = np.empty((height, width), np.bool_)

    def mark(start: int, stop: int) -> None:
        inked[start:stop] = cv2.inRange(picture[start:stop], low, high) > 0

    by_bands(mark, height, width, step[0])
    heart = depth_up_to(thick, inked, step[1]) > thick
    if heart.any():
        inked &= depth_up_to(thick + 2, ~heart, step[2]) > thick + 2
    labels, areas = connected_components(inked, step[3], diagonal=True)
    lined = sums_by_component(candidate, candidate, labels, areas.size, step[4])
    return chosen_components(labels, lined >= LINED_SHARE * areas, step[5])


def _edge_bands(
    gray: Gray, strokes: Mask, typical: float, least: float, progress: Progress
) -> Mask:
    """Bands about as wide as a stroke between a dark and a bright side, nearer to the dark one.

    Black hair keeps its outline this way: the line is brighter than the hair, so it is no valley.
    """
    height, width = gray.shape
    step = shares(progress, 1, 1, 2, 1, 2)
    reach = round(typical) + 2
    window = np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)
    bright = with_margin(lambda rows: cv2.dilate(rows, window), reach, step[0], gray)
    dark = with_margin(lambda rows: cv2.erode(rows, window), reach, step[1], gray)
    band = np.zeros((height, width), np.bool_)

    def work(start: int, stop: int) -> None:
        _mark_bands(gray, bright, dark, strokes, band, least, start, stop)

    by_bands(work, height, width, step[2])
    pair = np.ones((2, 2), np.uint8)
    steady = with_margin(
        lambda rows: cv2.morphologyEx(rows.view(np.uint8), cv2.MORPH_OPEN, pair).view(np.bool_),
        2,
        step[3],
        band,
    )
    return steady & ~opened(steady, round(0.8 * typical) + 1, step[4])


@njit(cache=True, nogil=True)
def _mark_bands(gray, bright, dark, strokes, band, least, start, stop):  # type: ignore[no-untyped-def]
    height, width = gray.shape
    for y in range(start, stop):
        for x in range(width):
            value = np.float32(gray[y, x])
            low, high = np.float32(dark[y, x]), np.float32(bright[y, x])
            contrast = high - low
            if contrast < 8 * least or value > 0.55 * high or strokes[y, x]:
                continue
            if value - low < max(least, 0.05 * contrast) or value - low > 0.4 * contrast:
                continue
            alike = 0
            for other_y in range(max(0, y - 2), min(height, y + 3)):
                for other_x in range(max(0, x - 2), min(width, x + 3)):
                    if abs(np.float32(gray[other_y, other_x]) - value) <= 0.06 * contrast + 2:
                        alike += 1
            band[y, x] = alike >= 9


def darkest_nearby(gray: Gray, candidate: Mask, progress: Progress) -> Gray:
    """The darkest candidate pixel within 3 pixels, 255 where there is none."""

    def work(gray: np.ndarray, candidate: np.ndarray) -> np.ndarray:
        return cv2.erode(np.where(candidate, gray, np.uint8(255)), np.ones((7, 7), np.uint8))

    return with_margin(work, 3, progress, gray, candidate)


def core_of(gray: Gray, candidate: Mask, levels: int, progress: Progress) -> Mask:
    """The candidate pixels at most so many levels brighter than the darkest one nearby."""
    height, width = gray.shape
    finding, comparing = shares(progress, 2, 1)
    darkest = darkest_nearby(gray, candidate, finding)
    core = np.empty((height, width), np.bool_)

    def work(start: int, stop: int) -> None:
        rows = slice(start, stop)
        core[rows] = candidate[rows] & (gray[rows] <= darkest[rows].astype(np.int16) + levels)

    by_bands(work, height, width, comparing)
    return core


def without_specks(mask: Mask, smallest: int, progress: Progress) -> Mask:
    """The mask without its components (8 neighbours) of fewer than `smallest` pixels."""
    finding, choosing = shares(progress, 4, 1)
    labels, areas = connected_components(mask, finding, diagonal=True)
    return chosen_components(labels, areas >= smallest, choosing)


def _grow_solid_colour(
    picture: Picture, solid: Mask, candidate: Mask, steps: int, tolerance: int, progress: Progress
) -> None:
    """Give the thin tips of solid dark flats back to them: grow their colour into candidates."""
    height, width = solid.shape
    starting, growing = shares(progress, 1, 2)
    rim = dilated(solid, 1, starting)
    frontier = np.flatnonzero(rim & candidate).astype(np.int64)
    origin = np.full(height * width, -1, np.int32)
    for number in range(steps):
        growing.at(number / steps)
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
                step = np.int32(0)
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
                if not (0 <= other_y < height and 0 <= other_x < width):
                    continue
                if candidate[other_y, other_x] and not solid[other_y, other_x]:
                    upcoming[total] = other_y * width + other_x
                    total += 1
    return np.unique(upcoming[:total])
