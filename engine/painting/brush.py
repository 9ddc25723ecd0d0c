"""One good round brush: what it looks like, and where its dabs fall along a stroke."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

SMALLEST_STEP = 0.5
"""Dabs are never closer than this many pixels, however small the brush."""


class BrushMode(StrEnum):
    PAINT = "paint"
    ERASE = "erase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brush:
    """size: diameter in pixels, > 0. hardness: 0..1, share of the radius that is fully covered.

    color: red, green, blue in the depth of the raster; a one-channel raster (a mask) takes the
    first. opacity: 0..1, what one stroke reaches at most. flow: 0..1, how far one dab goes
    towards that. spacing: distance of dabs as a share of the diameter. smoothing: length in
    pixels of the string on which the brush is pulled behind the pointer; 0 = right under it.
    size_at_rest, flow_at_rest: share of size and flow left at pressure 0 (1 = no influence).
    """

    size: float
    color: tuple[int, int, int] = (0, 0, 0)
    mode: BrushMode = BrushMode.PAINT
    hardness: float = 1.0
    opacity: float = 1.0
    flow: float = 1.0
    spacing: float = 0.1
    smoothing: float = 0.0
    size_at_rest: float = 1.0
    flow_at_rest: float = 1.0


@dataclass(frozen=True, slots=True)
class StrokePoint:
    """Where the pen was (document pixels, continuous) and how hard it pressed, 0..1."""

    x: float
    y: float
    pressure: float = 1.0


@dataclass(frozen=True, slots=True)
class Dab:
    """One print of the brush. full: radius of the fully covered disc; outer: where it ends.

    strength: 0..1, coverage in the middle. flow: 0..1.
    """

    x: float
    y: float
    full: float
    outer: float
    strength: float
    flow: float


def dab_at(brush: Brush, point: StrokePoint) -> Dab:
    """The print of the brush at a point.

    The edge is at least one pixel wide (anti-aliasing). A brush thinner than a pixel is drawn one
    pixel wide and fainter by the area it lacks.
    """
    pressure = min(max(point.pressure, 0.0), 1.0)
    size = brush.size * (brush.size_at_rest + (1.0 - brush.size_at_rest) * pressure)
    strength = min(size, 1.0) ** 2
    radius = max(size, 1.0) / 2
    hardness = min(max(brush.hardness, 0.0), 1.0)
    full = max(min(radius * hardness, radius - 0.5), 0.0)
    flow = brush.flow * (brush.flow_at_rest + (1.0 - brush.flow_at_rest) * pressure)
    return Dab(
        point.x,
        point.y,
        full,
        max(radius, full + 1.0) if full else radius + 0.5,
        strength,
        min(max(flow, 0.0), 1.0),
    )


class Path:
    """Turns pointer positions into evenly spaced dabs, one position after the other.

    Positions first pull the brush on a string (which takes out trembling at any event rate), then a
    smooth curve (quadratic, through the middles between pulled positions) is walked in steps. The
    dabs depend on the positions alone, not on how they are grouped into calls.
    """

    __slots__ = ("_brush", "_end", "_last", "_raw", "_start", "_travelled")

    def __init__(self, brush: Brush) -> None:
        self._brush = brush
        self._raw: StrokePoint | None = None  # the latest position
        self._last: StrokePoint | None = None  # the latest pulled position
        self._end: StrokePoint | None = None  # where the drawn curve ends
        self._travelled = 0.0  # since the last dab

    def through(self, point: StrokePoint) -> Iterator[Dab]:
        """The dabs that the next position adds."""
        if not all(map(math.isfinite, (point.x, point.y, point.pressure))):
            return
        self._raw = point
        if self._last is None:
            self._last = self._end = point
            yield dab_at(self._brush, point)
            return
        pulled = _pulled(self._last, point, self._brush.smoothing)
        if pulled is self._last:
            return
        assert self._end is not None
        middle = _between(self._last, pulled, 0.5)
        yield from self._walked(self._end, self._last, middle)
        self._last, self._end = pulled, middle

    def finish(self) -> Iterator[Dab]:
        """The dabs from the end of the curve to where the pointer was lifted."""
        if self._last is None or self._end is None or self._raw is None:
            return
        yield from self._walked(self._end, _between(self._end, self._last, 0.5), self._last)
        self._end = self._last
        if self._raw is not self._last:
            yield from self._walked(self._last, _between(self._last, self._raw, 0.5), self._raw)
            self._last = self._end = self._raw

    def _walked(self, start: StrokePoint, bend: StrokePoint, end: StrokePoint) -> Iterator[Dab]:
        """Dabs along one quadratic curve, taken as straight pieces of about a pixel or two."""
        length = math.hypot(bend.x - start.x, bend.y - start.y)
        length += math.hypot(end.x - bend.x, end.y - bend.y)
        pieces = max(1, min(math.ceil(length / 2), 4096))
        here = start
        for piece in range(1, pieces + 1):
            t = piece / pieces
            there = _between(_between(start, bend, t), _between(bend, end, t), t)
            yield from self._stepped(here, there)
            here = there

    def _stepped(self, start: StrokePoint, end: StrokePoint) -> Iterator[Dab]:
        length = math.hypot(end.x - start.x, end.y - start.y)
        done = 0.0
        while True:
            at = _between(start, end, done / length if length else 0.0)
            wanted = self._spacing(at) - self._travelled
            if length - done < wanted:
                self._travelled += length - done
                return
            done += max(wanted, 0.0)
            self._travelled = 0.0
            yield dab_at(self._brush, _between(start, end, done / length if length else 0.0))

    def _spacing(self, at: StrokePoint) -> float:
        dab = dab_at(self._brush, at)
        return max(self._brush.spacing * 2 * dab.outer, SMALLEST_STEP)


def _pulled(brush: StrokePoint, pointer: StrokePoint, string: float) -> StrokePoint:
    """Where the brush is after the pointer went to `pointer` with the string tight."""
    if string <= 0.0:
        return pointer if pointer != brush else brush
    distance = math.hypot(pointer.x - brush.x, pointer.y - brush.y)
    if distance <= string:
        return brush
    moved = _between(brush, pointer, 1.0 - string / distance)
    return replace(moved, pressure=pointer.pressure)


def _between(a: StrokePoint, b: StrokePoint, t: float) -> StrokePoint:
    return StrokePoint(
        a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, a.pressure + (b.pressure - a.pressure) * t
    )
