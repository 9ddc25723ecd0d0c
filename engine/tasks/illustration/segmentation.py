"""Cut the picture into regions of even colour, closed under the lines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.colour import lab_of
from engine.tasks.illustration.components import connected_components
from engine.tasks.illustration.fill import flooded, nearest_source
from engine.tasks.illustration.lines import LineArt
from engine.tasks.illustration.rows import by_bands, shares

NO_LINE = 0.08  # line alpha below which a pixel may belong to the even heart of a region
IS_LINE = 0.85  # line alpha above which a pixel belongs to no region before the lines are closed
NOWHERE = -1
LINE, FIRST = 1, 2  # labels while regions grow: 0 is nothing yet, FIRST the first region


@dataclass(frozen=True, slots=True)
class Regions:
    """Regions 0..count-1 of a picture.

    heart: H×W int32, the even pixels that made the region, -1 elsewhere.
    open: H×W int32, hearts grown up to the lines, -1 on lines.
    closed: H×W int32, grown under the lines: every pixel has its region.
    """

    heart: NDArray[np.int32]
    open: NDArray[np.int32]
    closed: NDArray[np.int32]
    count: int


def segmented(
    picture: NDArray[np.uint8], lines: LineArt, noise: float, progress: Progress
) -> Regions:
    """Regions of the H×W×3 uint8 (quieted) picture between its lines; at least one."""
    height, width = picture.shape[:2]
    step = shares(progress, 6, 4, 1, 10, 8, 1)
    even = _even_pixels(picture, lines.alpha, 1.6 + 1.2 * noise, step[0])
    heart, areas = connected_components(even, step[1])
    smallest = min(max(8, round(1e-5 * height * width)), int(areas.max(initial=0)))
    kept = np.flatnonzero(areas >= smallest)
    if kept.size == 0:
        whole = np.zeros((height, width), np.int32)
        return Regions(whole, whole, whole, 1)
    number = np.full(areas.size + 1, NOWHERE, np.int32)
    number[kept] = np.arange(kept.size)
    opened = np.empty((height, width), np.int32)

    def renumber(start: int, stop: int) -> None:
        rows = slice(start, stop)
        heart[rows] = number[heart[rows]]
        opened[rows] = np.where(heart[rows] >= 0, heart[rows] + FIRST, 0)
        opened[rows][(opened[rows] == 0) & (lines.alpha[rows] > IS_LINE * 255)] = LINE

    by_bands(renumber, height, width, step[2])
    opened = flooded(opened, picture, step[3])
    opened -= FIRST
    source = nearest_source(opened >= 0, step[4])
    assert source is not None
    closed = source  # written over: every pixel's index becomes its region

    def close(start: int, stop: int) -> None:
        closed[start:stop] = opened.ravel()[source[start:stop]]

    by_bands(close, height, width, step[5])
    return Regions(heart, opened, closed, int(kept.size))


def _even_pixels(
    picture: NDArray[np.uint8], line_alpha: NDArray[np.uint8], step: float, progress: Progress
) -> NDArray[np.bool_]:
    """Pixels whose colour differs from all 4 neighbours by less than `step` in Lab, off lines."""
    height, width = line_alpha.shape
    even = np.zeros((height, width), np.bool_)

    def work(start: int, stop: int) -> None:
        low, high = max(0, start - 1), min(height, stop + 1)
        lab = lab_of(picture[low:high].astype(np.float32) / np.float32(255))
        _mark_even(lab, line_alpha, even, step * step, round(NO_LINE * 255), low, start, stop)

    by_bands(work, height, width, progress)
    return even


@njit(cache=True, nogil=True)
def _mark_even(lab, line_alpha, even, most, no_line, low, start, stop):  # type: ignore[no-untyped-def]
    rows, width = lab.shape[:2]
    for y in range(start, stop):
        for x in range(width):
            if line_alpha[y, x] >= no_line:
                continue
            is_even = True
            for k in range(4):
                other_y = y - low + (k == 1) - (k == 0)
                other_x = x + (k == 3) - (k == 2)
                if 0 <= other_y < rows and 0 <= other_x < width:
                    distance = 0.0
                    for channel in range(3):
                        d = lab[y - low, x, channel] - lab[other_y, other_x, channel]
                        distance += d * d
                    if distance >= most:
                        is_even = False
            even[y, x] = is_even
