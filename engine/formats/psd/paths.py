"""Vector masks: Bézier paths, drawn as the coverage of every pixel.

The block `vmsk` or `vsms` holds a version, flags and records of 26 bytes. Points are stored as
shares of the canvas in 8.24 fixed point, y first. Sub-paths that say so belong to the one before;
the others are combined with what is there by their operation.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from numba import njit

from engine.document.geometry import Rect, Size
from engine.document.style import Frame

Points = npt.NDArray[np.float64]
Coverage = npt.NDArray[np.float32]

_RECORD = 26
_INVERTED, _DISABLED = 1, 4
_EXCLUDE, _ADD, _SUBTRACT, _INTERSECT, _SAME_SHAPE = 0, 1, 2, 3, -1
_MAX_PIECES = 400
"""Straight pieces of one curve; below it they stay within a fiftieth of a pixel."""
_FAR = 1 << 20


@dataclass(frozen=True, slots=True, eq=False)
class SubPath:
    """knots: N×3×2, of each knot the handle before, the point, the handle after, as x, y."""

    operation: int
    knots: Points


@dataclass(frozen=True, slots=True, eq=False)
class VectorMask:
    """is_inverted: what lies outside of the paths shows. starts_full: all shows without paths."""

    paths: tuple[SubPath, ...]
    is_inverted: bool
    is_disabled: bool
    starts_full: bool


@dataclass(slots=True)
class _Open:
    """A sub-path whose knots are being read."""

    operation: int
    left: int
    knots: list[list[tuple[float, float]]] = field(default_factory=list)


def parsed_vector_mask(data: bytes, canvas: Size) -> VectorMask | None:
    """The vector mask in a block; None when it is damaged."""
    if len(data) < 8:
        return None
    version, flags = struct.unpack(">II", data[:8])
    if version != 3:
        return None
    paths: list[SubPath] = []
    starts_full = False
    current: _Open | None = None
    for place in range(8, len(data) - _RECORD + 1, _RECORD):
        record = data[place : place + _RECORD]
        (selector,) = struct.unpack(">H", record[:2])
        if selector in (0, 3):
            count, operation = struct.unpack(">Hh", record[2:6])
            current = _Open(operation, count)
        elif selector in (1, 2, 4, 5) and current is not None and current.left:
            values = struct.unpack(">6i", record[2:])
            points = [
                (x / (1 << 24) * canvas.width, y / (1 << 24) * canvas.height)
                for y, x in zip(values[::2], values[1::2], strict=True)
            ]
            current.knots.append(points)
            current.left -= 1
            if not current.left:
                paths.append(SubPath(current.operation, np.array(current.knots)))
                current = None
        elif selector == 8:
            starts_full = record[2:4] != b"\0\0"
    if any(np.abs(path.knots).max() > _FAR for path in paths):
        return None
    return VectorMask(tuple(paths), bool(flags & _INVERTED), bool(flags & _DISABLED), starts_full)


def bounds_of(mask: VectorMask, canvas: Rect) -> Rect:
    """Where the paths may cover anything, within the canvas."""
    if not mask.paths:
        return Rect(0, 0, 0, 0)
    points = np.concatenate([path.knots.reshape(-1, 2) for path in mask.paths])
    left, top = np.floor(points.min(0)).astype(int) - 1
    right, bottom = np.ceil(points.max(0)).astype(int) + 1
    return Rect(int(left), int(top), int(right), int(bottom)).intersected(canvas)


def frame_of(mask: VectorMask) -> Frame:
    """The rectangle round the curves, which may lie beyond the canvas."""
    points = np.concatenate([flattened_path(path.knots) for path in mask.paths])
    (left, top), (right, bottom) = points.min(0), points.max(0)
    return Frame(float(left), float(top), float(right), float(bottom))


def coverage_of(mask: VectorMask, rect: Rect) -> Coverage:
    """The share of every pixel of `rect` that the paths cover, H×W float32 0..1.

    Inversion is left to the caller, who knows what lies outside of `rect`.
    """
    shape = (rect.height, rect.width)
    found: Coverage = np.zeros(shape, np.float32)
    is_first = True
    for operation, parts in _shapes(mask.paths):
        area: Coverage = np.zeros(shape, np.float32)
        for part in parts:
            one = _area(flattened_path(part.knots), rect)
            area = area + one - 2 * area * one
        if is_first and operation in (_SUBTRACT, _INTERSECT):
            found = 1 - found
        is_first = False
        if operation == _EXCLUDE:
            found = found + area - 2 * found * area
        elif operation == _SUBTRACT:
            found = found * (1 - area)
        elif operation == _INTERSECT:
            found = found * area
        else:
            found = found + area - found * area
    return found


def flattened_path(knots: Points) -> Points:
    """The closed curve through the knots as points, M×2, its first point not repeated."""
    pieces: list[Points] = []
    for knot, following in zip(knots, np.roll(knots, -1, 0), strict=True):
        control = np.stack([knot[1], knot[2], following[0], following[1]])
        length = float(np.linalg.norm(np.diff(control, axis=0), axis=1).sum())
        count = int(min(4 + np.sqrt(length) * 4, _MAX_PIECES))
        is_straight = np.allclose(control[0], control[1]) and np.allclose(control[2], control[3])
        t = np.arange(1 if is_straight else count)[:, None] / (1 if is_straight else count)
        s = 1 - t
        pieces.append(
            s**3 * control[0]
            + 3 * s * s * t * control[1]
            + 3 * s * t * t * control[2]
            + t**3 * control[3]
        )
    return np.concatenate(pieces)


def _shapes(paths: tuple[SubPath, ...]) -> Iterator[tuple[int, list[SubPath]]]:
    """Operations and the sub-paths that they combine as one."""
    shape: list[SubPath] = []
    for path in paths:
        if path.operation == _SAME_SHAPE and shape:
            shape.append(path)
            continue
        if shape:
            yield shape[0].operation, shape
        shape = [path]
    if shape:
        yield shape[0].operation, shape


def _area(points: Points, rect: Rect) -> Coverage:
    """Coverage by one closed polygon."""
    sums = np.zeros((rect.height, rect.width + 1), np.float64)
    _add_edges(points - (rect.left, rect.top), sums)
    area: Coverage = np.minimum(np.abs(np.cumsum(sums, 1)[:, :-1]), 1).astype(np.float32)
    return area


@njit(nogil=True, cache=True)
def _add_edges(points: Points, sums: npt.NDArray[np.float64]) -> None:
    """Add the edges of a closed polygon to signed area differences.

    After a running sum along every row, sums[y, x] is the signed part of pixel (x, y) inside the
    polygon: each edge adds, to the pixels it passes, the area to its right, exactly.
    """
    height, width = sums.shape[0], sums.shape[1] - 1
    count = points.shape[0]
    for index in range(count):
        x0, y0 = points[index, 0], points[index, 1]
        x1, y1 = points[(index + 1) % count, 0], points[(index + 1) % count, 1]
        if y0 == y1:
            continue
        sign = 1.0
        if y0 > y1:
            x0, y0, x1, y1 = x1, y1, x0, y0
            sign = -1.0
        slope = (x1 - x0) / (y1 - y0)
        if y0 < 0:
            x0 -= y0 * slope
            y0 = 0.0
        last = min(y1, float(height))
        y = int(y0)
        x = x0
        while y < height and y < last:
            top = max(y0, float(y))
            bottom = min(last, y + 1.0)
            fall = bottom - top
            if fall <= 0:
                break
            next_x = x + slope * fall
            left, right = min(x, next_x), max(x, next_x)
            left = min(max(left, 0.0), float(width))
            right = min(max(right, 0.0), float(width))
            first = int(left)
            end = int(np.ceil(right))
            if end <= first + 1:
                middle = (left + right) / 2 - first
                share = sign * fall * (1 - middle)
                sums[y, first] += share
                if first < width:
                    sums[y, first + 1] += sign * fall - share
            else:
                # The edge crosses several pixels of this row: each gets the area to its right.
                step = 1 / (right - left)
                before = 0.0
                for column in range(first, end):
                    inside = min(right, column + 1.0) - max(left, float(column))
                    enters = (max(left, float(column)) - left) * step
                    leaves = (min(right, column + 1.0) - left) * step
                    rest = column + 1.0 - min(right, column + 1.0)
                    part = (enters + leaves) / 2 * inside + rest * leaves
                    sums[y, column] += sign * fall * (part - before)
                    before = part
                if end <= width:
                    sums[y, end] += sign * fall * (1 - before)
            x = next_x
            y += 1
