"""Sizes and rectangles on the pixel grid. x grows to the right, y downwards; units are pixels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    width: int
    height: int

    @property
    def rect(self) -> Rect:
        """The rectangle of a canvas of this size, its top left corner at (0, 0)."""
        return Rect(0, 0, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Rect:
    """Half-open: pixels with left <= x < right and top <= y < bottom."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return max(0, self.right - self.left)

    @property
    def height(self) -> int:
        return max(0, self.bottom - self.top)

    @property
    def is_empty(self) -> bool:
        return self.right <= self.left or self.bottom <= self.top

    def intersected(self, other: Rect) -> Rect:
        """The common part; empty rectangles may come out with right < left."""
        return Rect(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def united(self, other: Rect) -> Rect:
        """The smallest rectangle round both; an empty one counts for nothing."""
        if self.is_empty:
            return other
        if other.is_empty:
            return self
        return Rect(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def translated(self, dx: int, dy: int) -> Rect:
        return Rect(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)


EMPTY = Rect(0, 0, 0, 0)
