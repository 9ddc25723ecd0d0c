"""What a free transform does to a box, in numbers: scaled, slanted, distorted, turned, moved."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from engine.document.geometry import Rect

Point = tuple[float, float]

STRAIGHT: tuple[Point, Point, Point, Point] = ((0.0, 0.0),) * 4
MOST_SLANT = 80.0
"""Degrees."""
LEAST_BEND = 1e-3
"""Of four corners, the sine of the sharpest and of the flattest angle."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What is done to a box, in this order: its corners pulled, scaled round its middle, slanted,
    turned clockwise, moved.

    dx, dy: pixels. across, down: factors, negative ones mirror. degrees: clockwise.
    slant: degrees by which upright lines lean, positive ones to the left at the top.
    corners: how far the corners of the untouched box are pulled (top left, top right, bottom
    right, bottom left), pixels; any four that are not pulled alike make a perspective.
    """

    dx: float = 0.0
    dy: float = 0.0
    across: float = 1.0
    down: float = 1.0
    degrees: float = 0.0
    slant: float = 0.0
    corners: tuple[Point, Point, Point, Point] = STRAIGHT

    @property
    def is_nothing(self) -> bool:
        return self == Shape()


def corners_of(shape: Shape, box: Rect) -> list[Point]:
    """Where the four corners of the box lie afterwards: top left, then clockwise."""
    center = _center(box)
    return [
        _plus(
            (center[0] + shape.dx, center[1] + shape.dy),
            turned(shape, (x * shape.across, y * shape.down)),
        )
        for x, y in _pulled(shape, box)
    ]


def place_of(shape: Shape, box: Rect, handle: tuple[int, int]) -> Point:
    """Where a corner, the middle of a side or of the box (-1, 0, 1 across and down) lies then."""
    share = (handle[0] + 1) / 2, (handle[1] + 1) / 2
    top_left, top_right, bottom_right, bottom_left = corners_of(shape, box)
    top = _between(top_left, top_right, share[0])
    bottom = _between(bottom_left, bottom_right, share[0])
    return _between(top, bottom, share[1])


def unturned(shape: Shape, vector: Point) -> Point:
    """A vector of the picture in the directions of the turned and slanted box."""
    cosine, sine = _turn(shape.degrees)
    x, y = vector[0] * cosine + vector[1] * sine, -vector[0] * sine + vector[1] * cosine
    return x - math.tan(math.radians(shape.slant)) * y, y


def turned(shape: Shape, vector: Point) -> Point:
    """A vector along the turned and slanted box in the directions of the picture."""
    cosine, sine = _turn(shape.degrees)
    x, y = vector[0] + math.tan(math.radians(shape.slant)) * vector[1], vector[1]
    return x * cosine - y * sine, x * sine + y * cosine


def with_pulled(shape: Shape, corners: Sequence[int], by: Point) -> Shape:
    """Some corners (0..3) pulled further by a vector of the picture."""
    x, y = unturned(shape, by)
    step = x / shape.across, y / shape.down
    moved = [_plus(one, step) if at in corners else one for at, one in enumerate(shape.corners)]
    return replace(shape, corners=(moved[0], moved[1], moved[2], moved[3]))


def is_proper(shape: Shape, box: Rect) -> bool:
    """Whether the pulled corners make a quadrilateral that bulges everywhere."""
    points = _pulled(shape, box)
    for at in range(4):
        before, here, after = points[at - 1], points[at], points[(at + 1) % 4]
        a = here[0] - before[0], here[1] - before[1]
        b = after[0] - here[0], after[1] - here[1]
        lengths = math.hypot(*a) * math.hypot(*b)
        if lengths < 1e-6 or (a[0] * b[1] - a[1] * b[0]) / lengths < LEAST_BEND:
            return False
    return True


def followed(first: Shape, second: Shape) -> Shape:
    """One flip or turn after what was done so far."""
    is_mirrored = second.across * second.down < 0  # a mirror turns turns and slants round
    sign = -1.0 if is_mirrored else 1.0
    return replace(
        first,
        dx=first.dx + second.dx,
        dy=first.dy + second.dy,
        across=first.across * second.across,
        down=first.down * second.down,
        degrees=sign * first.degrees + second.degrees,
        slant=sign * first.slant,
    )


def matrix_of(shape: Shape, box: Rect) -> npt.NDArray[np.float64]:
    """3×3, source to target. ValueError when the corners make no proper quadrilateral."""
    from engine.painting.transform import move, perspective, rotation, scale, skew

    center = _center(box)
    matrix = move(shape.dx, shape.dy) @ rotation(shape.degrees, center)
    if shape.slant:
        matrix = matrix @ skew(math.tan(math.radians(shape.slant)), 0.0, center)
    matrix = matrix @ scale(shape.across, shape.down, center)
    if shape.corners != STRAIGHT:
        pulled = [_plus(center, point) for point in _pulled(shape, box)]
        matrix = matrix @ perspective(box, pulled)
    return np.asarray(matrix)


def _pulled(shape: Shape, box: Rect) -> list[Point]:
    """The corners of the box as they are pulled, seen from its middle."""
    x, y = box.width / 2, box.height / 2
    straight = ((-x, -y), (x, -y), (x, y), (-x, y))
    return [_plus(corner, by) for corner, by in zip(straight, shape.corners, strict=True)]


def _center(box: Rect) -> Point:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _plus(a: Point, b: Point) -> Point:
    return a[0] + b[0], a[1] + b[1]


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _turn(degrees: float) -> Point:
    return math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
