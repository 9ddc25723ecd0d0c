"""Selections from geometry: rectangle, ellipse, polygon, each with soft or hard edges.

Coordinates are continuous: pixel (x, y) covers x..x+1, y..y+1. Coverage is the share of the pixel
inside the shape: exact across, and sampled by 16 lines down each pixel.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from numba import njit

from engine.document.geometry import Rect, Size
from engine.document.raster import Pixels
from engine.painting.selection import (
    FULL,
    HALF,
    Selection,
    nothing,
    selection_from_array,
)

LINES = 16
"""Sample lines per pixel row."""


def rectangle(canvas: Size, left: float, top: float, right: float, bottom: float) -> Selection:
    """A rectangle between any two corners; edges between pixels give partial coverage."""
    left, right = sorted(min(max(x, 0.0), float(canvas.width)) for x in (left, right))
    top, bottom = sorted(min(max(y, 0.0), float(canvas.height)) for y in (top, bottom))
    area = _area(canvas, left, top, right, bottom)
    if area.is_empty:
        return nothing(canvas)
    across = _overlap(area.left, area.right, left, right)
    down = _overlap(area.top, area.bottom, top, bottom)
    coverage = np.rint(np.outer(down, across) * FULL).astype(np.uint8)
    return selection_from_array(canvas, coverage, left=area.left, top=area.top)


def ellipse(
    canvas: Size, left: float, top: float, right: float, bottom: float, *, antialias: bool = True
) -> Selection:
    """The ellipse that touches the four sides of a rectangle."""
    left, right = sorted((left, right))
    top, bottom = sorted((top, bottom))
    area = _area(canvas, left, top, right, bottom)
    if area.is_empty or right <= left or bottom <= top:
        return nothing(canvas)
    coverage = np.zeros((area.height, area.width), np.uint8)
    _fill_ellipse(
        coverage,
        (left + right) / 2 - area.left,
        (top + bottom) / 2 - area.top,
        (right - left) / 2,
        (bottom - top) / 2,
    )
    return _selected(canvas, coverage, area, antialias)


def polygon(
    canvas: Size, points: Sequence[tuple[float, float]], *, antialias: bool = True
) -> Selection:
    """The inside of a closed line through `points`, drawn by lasso or click by click.

    Where the line crosses itself, everything it winds round is inside (non-zero winding), so that
    a wobbly lasso leaves no holes. Fewer than three points select nothing.
    """
    corners = np.array(points, np.float64).reshape(-1, 2)
    if len(corners) < 3 or not np.isfinite(corners).all():
        return nothing(canvas)
    (left, top), (right, bottom) = corners.min(0), corners.max(0)
    area = _area(canvas, left, top, right, bottom)
    if area.is_empty:
        return nothing(canvas)
    coverage = np.zeros((area.height, area.width), np.uint8)
    _fill_polygon(coverage, corners - (area.left, area.top))
    return _selected(canvas, coverage, area, antialias)


def _selected(canvas: Size, coverage: Pixels, area: Rect, antialias: bool) -> Selection:
    if not antialias:
        coverage = np.where(coverage >= HALF, np.uint8(FULL), np.uint8(0))
    return selection_from_array(canvas, coverage, left=area.left, top=area.top)


def _area(canvas: Size, left: float, top: float, right: float, bottom: float) -> Rect:
    """The pixels of the canvas that a shape with these bounds can touch."""
    if not all(map(math.isfinite, (left, top, right, bottom))):
        return Rect(0, 0, 0, 0)
    touched = Rect(math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom))
    return touched.intersected(canvas.rect)


def _overlap(first: int, last: int, start: float, stop: float) -> npt.NDArray[np.float64]:
    """How much of each pixel first..last-1 lies between start and stop."""
    edges = np.arange(first, last + 1, dtype=np.float64)
    overlap = np.minimum(edges[1:], stop) - np.maximum(edges[:-1], start)
    return np.asarray(np.clip(overlap, 0.0, 1.0))


@njit(nogil=True, cache=True)
def _add_span(line, width, start, stop):  # type: ignore[no-untyped-def]
    """Adds the covered length of start..stop to every pixel of a line (as differences).

    line[i] holds the change of coverage from pixel i-1 to pixel i; a partly covered pixel is put
    in and taken out again.
    """
    start = max(start, 0.0)
    stop = min(stop, float(width))
    if stop <= start:
        return
    first = int(start)
    last = min(int(stop), width - 1)
    if first == last:
        line[first] += stop - start
        line[first + 1] -= stop - start
        return
    share = first + 1 - start
    line[first] += share
    line[first + 1] += 1.0 - share
    share = stop - last
    line[last] += share - 1.0
    line[last + 1] -= share


@njit(nogil=True, cache=True)
def _write_line(line, width, coverage, y):  # type: ignore[no-untyped-def]
    total = 0.0
    for x in range(width):
        total += line[x]
        coverage[y, x] = int(min(max(total / LINES, 0.0), 1.0) * 255.0 + 0.5)


@njit(nogil=True, cache=True)
def _fill_ellipse(coverage, center_x, center_y, radius_x, radius_y):  # type: ignore[no-untyped-def]
    height, width = coverage.shape
    line = np.zeros(width + 2)
    for y in range(height):
        line[:] = 0.0
        for k in range(LINES):
            v = (y + (k + 0.5) / LINES - center_y) / radius_y
            if v * v < 1.0:
                half = radius_x * math.sqrt(1.0 - v * v)
                _add_span(line, width, center_x - half, center_x + half)
        _write_line(line, width, coverage, y)


@njit(nogil=True, cache=True)
def _fill_polygon(coverage, corners):  # type: ignore[no-untyped-def]
    height, width = coverage.shape
    n = len(corners)
    # 1. Edges sorted by their upper end, so that each line looks at few of them.
    upper = np.empty(n)
    for i in range(n):
        upper[i] = min(corners[i, 1], corners[(i + 1) % n, 1])
    order = np.argsort(upper)
    active = np.empty(n, np.int64)
    count = 0
    waiting = 0
    crossings = np.empty(n)
    windings = np.empty(n, np.int64)
    line = np.zeros(width + 2)
    for y in range(height):
        line[:] = 0.0
        for k in range(LINES):
            v = y + (k + 0.5) / LINES
            # 2. Edges that begin above this line come in, those that have ended go.
            while waiting < n and upper[order[waiting]] <= v:
                active[count] = order[waiting]
                count += 1
                waiting += 1
            found = 0
            kept = 0
            for j in range(count):
                i = active[j]
                x0, y0 = corners[i]
                x1, y1 = corners[(i + 1) % n]
                if max(y0, y1) <= v:
                    continue
                active[kept] = i
                kept += 1
                if y0 == y1:
                    continue
                crossings[found] = x0 + (v - y0) * (x1 - x0) / (y1 - y0)
                windings[found] = 1 if y1 > y0 else -1
                found += 1
            count = kept
            # 3. Between crossings with a winding number other than 0 the line is inside.
            by_x = np.argsort(crossings[:found])
            winding = 0
            for j in range(found):
                if winding != 0:
                    _add_span(line, width, crossings[by_x[j - 1]], crossings[by_x[j]])
                winding += windings[by_x[j]]
        _write_line(line, width, coverage, y)
