"""Find the pixels that were drawn with a line: dark, thin, and of the inks of the picture."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.colour import gray_of
from engine.tasks.illustration.components import connected_components
from engine.tasks.illustration.rows import by_bands, with_margin

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


def find_strokes(picture: Picture, noise: float, progress: Progress) -> Mask:
    """H×W mask of the line art of an H×W×3 uint8 picture (quieted, sRGB)."""
    height, width = picture.shape[:2]
    smallest = max(6, round(8e-6 * height * width))
    radius = max(5, round(WIDEST * max(height, width)))
    gray = gray_of(picture)
    # 1. dark and thin
    least = 255 * (0.035 + 0.004 * noise)
    candidate, solid = _dark_and_thin(gray, radius, least, DARKENING, progress)
    # 2. all that is drawn in the main ink, blots included
    ink = main_ink(picture, gray, candidate)
    is_ink = np.zeros((height, width), np.bool_)
    if ink is not None:
        is_ink = _ink_strokes(picture, candidate, ink, noise, progress)
        solid &= ~is_ink
    # 3. no blots in other colours, and no thin ends of dark flats
    typical = stroke_width((candidate & ~solid) | is_ink)
    if typical > 0:
        solid |= opened(candidate & ~is_ink, round(typical) + 1, progress)
    tolerance = round(4 + 2 * noise)
    _grow_solid_colour(picture, solid, candidate & ~is_ink, radius, tolerance)
    candidate &= ~solid & ~is_ink
    if ink is not None:
        candidate = _as_dark_as(gray, candidate, ink, progress)
    clear = without_specks(candidate | is_ink, smallest, progress)
    typical = stroke_width(clear)
    if typical == 0:
        return clear
    # 4. faint continuations, and lines along the edge of something darker than themselves
    darkening = FAINT_DARKENING if ink is None else FAINT_DARKENING_ONE_INK
    reach = max(2, round(0.75 * typical) + 1)
    least = 4 + 2 * noise
    faint, _ = _dark_and_thin(gray, reach, least, darkening, progress)
    long = round(3 * typical * typical) + 4
    joined = _joined(gray, clear, faint & ~clear, long, progress)
    if ink is not None:
        return joined
    edging = _edge_bands(gray, joined, typical, least, progress)
    return _joined(gray, joined, edging & ~joined, 2 * long, progress)


def stroke_width(mask: Mask) -> float:
    """Typical width in pixels of the strokes of a mask, 0 where there are none."""
    if not mask.any():
        return 0.0
    depth = cv2.distanceTransform(mask.view(np.uint8), cv2.DIST_L2, 3)
    return 4.0 * float(np.median(depth[mask])) - 1.0


def _dark_and_thin(
    gray: Gray, radius: int, least: float, darkening: float, progress: Progress
) -> tuple[Mask, Mask]:
    """(darker than all around within `radius`, not darker at all), H×W masks.

    least: levels by which it has to be darker. darkening: and the share of the brightness.
    """
    height, width = gray.shape
    around = with_margin(lambda band: closed(band, radius), gray, 2 * radius + 2, progress)
    candidate = np.zeros((height, width), np.bool_)
    solid = np.zeros((height, width), np.bool_)

    def compare(start: int, stop: int) -> None:
        rows = slice(start, stop)
        depth = around[rows].astype(np.float32) - gray[rows]
        dark = gray[rows] < darkening * np.maximum(around[rows], 1)
        candidate[rows] = (depth > least) & dark
        solid[rows] = ~candidate[rows] & (depth < 0.02 * 255)

    by_bands(compare, height, width, progress)
    return candidate, solid


def _as_dark_as(gray: Gray, candidate: Mask, ink: NDArray[np.uint8], progress: Progress) -> Mask:
    """The candidate strokes nearly as dark as the main ink, measured from what is around them."""
    labels, areas = connected_components(candidate, progress, diagonal=True)
    if areas.size == 0:
        return candidate
    ink_gray = float(cv2.cvtColor(ink[None, None], cv2.COLOR_RGB2GRAY)[0, 0])
    own = _mean_by_label(darkest_nearby(gray, candidate), candidate, labels, areas)
    ground = _mean_by_label(_surroundings(gray, candidate), candidate, labels, areas)
    share = (ground - own) / np.maximum(ground - ink_gray, 1.0)
    is_dark = (share >= ALIKE_SHARE) | (own - ink_gray <= ALIKE_LEVELS)
    return np.asarray(np.append(is_dark, False)[labels])


def _surroundings(gray: Gray, stroke: Mask) -> Gray:
    """The brightest of what lies within 3 pixels and is no stroke."""
    return np.asarray(cv2.dilate(np.where(stroke, np.uint8(0), gray), np.ones((7, 7), np.uint8)))


def _joined(gray: Gray, clear: Mask, faint: Mask, smallest: int, progress: Progress) -> Mask:
    """The clear strokes with those components of the faint ones that seem to continue them.

    Such a component is large enough, touches a clear stroke, and is about as dark as that: either
    in itself, or measured from the brightness around it.
    """
    labels, areas = connected_components(faint, progress, diagonal=True)
    if areas.size == 0:
        return clear
    rim = cv2.dilate(clear.view(np.uint8), np.ones((3, 3), np.uint8)).view(np.bool_) & faint
    touching = np.bincount(labels[rim], minlength=areas.size)
    stroke = _mean_by_label(darkest_nearby(gray, clear), rim, labels, touching)
    own = _mean_by_label(darkest_nearby(gray, faint), faint, labels, areas)
    ground = _mean_by_label(_surroundings(gray, faint | clear), faint, labels, areas)
    share = (ground - own) / np.maximum(ground - stroke, 1.0)
    is_dark = (share >= ALIKE_SHARE) | (own - stroke <= ALIKE_LEVELS)
    kept = (touching > 0) & (areas >= smallest) & is_dark
    return np.asarray(clear | np.append(kept, False)[labels])


def _mean_by_label(
    values: Gray, chosen: Mask, labels: NDArray[np.int32], count: NDArray[np.int64]
) -> NDArray[np.float64]:
    total = np.bincount(labels[chosen], values[chosen], count.size)
    return np.asarray(total / np.maximum(count, 1))


def main_ink(
    picture: NDArray[np.uint8], gray: NDArray[np.uint8], candidate: NDArray[np.bool_]
) -> NDArray[np.uint8] | None:
    """The one colour (3 uint8) that most lines are drawn with, None where they have many."""
    core = candidate & (gray <= darkest_nearby(gray, candidate).astype(np.int16) + 2)
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
) -> Mask:
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


def _edge_bands(
    gray: Gray, strokes: Mask, typical: float, least: float, progress: Progress
) -> Mask:
    """Bands about as wide as a stroke between a dark and a bright side, nearer to the dark one.

    Black hair keeps its outline this way: the line is brighter than the hair, so it is no valley.
    """
    height, width = gray.shape
    reach = round(typical) + 2
    window = np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)
    bright = with_margin(lambda band: cv2.dilate(band, window), gray, reach, progress)
    dark = with_margin(lambda band: cv2.erode(band, window), gray, reach, progress)
    band = np.zeros((height, width), np.bool_)

    def work(start: int, stop: int) -> None:
        _mark_bands(gray, bright, dark, strokes, band, least, start, stop)

    by_bands(work, height, width, progress)
    pair = np.ones((2, 2), np.uint8)
    steady = np.asarray(cv2.morphologyEx(band.view(np.uint8), cv2.MORPH_OPEN, pair), np.uint8)
    wide = opened(steady > 0, round(0.8 * typical) + 1, progress)
    return np.asarray((steady > 0) & ~wide)


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


def darkest_nearby(gray: NDArray[np.uint8], candidate: NDArray[np.bool_]) -> NDArray[np.uint8]:
    masked = np.where(candidate, gray, np.uint8(255))
    return np.asarray(cv2.erode(masked, np.ones((7, 7), np.uint8)))


def closed(gray: NDArray[np.uint8], radius: int) -> NDArray[np.uint8]:
    """Morphological closing of an H×W uint8 picture with an octagon of the given radius."""
    return _octagonal(_octagonal(gray, cv2.dilate, radius), cv2.erode, radius)


def opened(mask: NDArray[np.bool_], radius: int, progress: Progress) -> Mask:
    """The parts of an H×W mask into which an octagon of the given radius fits."""

    def work(band: np.ndarray) -> np.ndarray:
        return _octagonal(_octagonal(band, cv2.erode, radius), cv2.dilate, radius)

    return with_margin(work, mask.view(np.uint8), 2 * radius + 2, progress).view(np.bool_)


def _octagonal(
    gray: NDArray[np.uint8], filter_: Callable[..., np.ndarray], radius: int
) -> NDArray[np.uint8]:
    """Erosion or dilation with an octagon, as small steps: time grows with the radius only."""
    square, cross = np.ones((3, 3), np.uint8), cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    crosses = round(0.586 * radius)
    gray = np.asarray(filter_(gray, cross, iterations=crosses), np.uint8)
    if radius > crosses:
        gray = np.asarray(filter_(gray, square, iterations=radius - crosses), np.uint8)
    return gray


def without_specks(mask: NDArray[np.bool_], smallest: int, progress: Progress) -> Mask:
    """The mask without its components (8 neighbours) of fewer than `smallest` pixels."""
    labels, areas = connected_components(mask, progress, diagonal=True)
    if areas.size == 0:
        return mask
    kept = np.append(areas >= smallest, False)
    return np.asarray(kept[labels])


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
