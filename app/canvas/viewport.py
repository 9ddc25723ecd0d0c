"""Where the document lies on the screen: pure arithmetic, no Qt.

View coordinates are device pixels from the view's top left corner. A document point (x, y) is
shown at (left + x * scale, top + y * scale); left and top stay whole numbers, so that every tile
boundary falls on the same fraction of a pixel wherever the picture is moved.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from engine.document.geometry import Rect, Size
from engine.document.raster import TILE, TileKey, tile_rect

SMALLEST, LARGEST = 1 / 64, 64.0
STEPS = tuple(
    sorted(
        {1 / 64, 1 / 48, 1 / 32, 1 / 24, 1 / 16, 1 / 12, 1 / 8, 1 / 6, 1 / 4, 1 / 3, 1 / 2, 2 / 3}
        | {1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 24.0, 32.0, 48.0, 64.0}
    )
)
"""Zoom steps of the keys."""
NEAREST_ABOVE = 2.0
GRID_FROM = 8.0
MOST_LEVEL = 6
SLIVER = 48
"""So much of the picture, in device pixels, cannot be moved out of sight."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """scale: device pixels for one pixel of the document. view: size of the view."""

    view: Size
    scale: float = 1.0
    left: int = 0
    top: int = 0

    def to_document(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.left) / self.scale, (y - self.top) / self.scale

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x * self.scale, self.top + y * self.scale

    @property
    def level(self) -> int:
        """The pyramid level that has at least one pixel for every pixel on the screen."""
        if self.scale >= 1.0:
            return 0
        return min(MOST_LEVEL, math.floor(-math.log2(self.scale) + 1e-9))

    @property
    def shows_grid(self) -> bool:
        return self.scale >= GRID_FROM

    def shown(self, size: Size) -> Rect:
        """The part of a canvas of `size` that is in sight, in document pixels."""
        left, top = self.to_document(0, 0)
        right, bottom = self.to_document(self.view.width, self.view.height)
        rect = Rect(math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom))
        return rect.intersected(size.rect)

    def on_screen(self, rect: Rect) -> Rect:
        """A document rectangle in whole device pixels; neighbours meet without gap or overlap."""
        return Rect(
            self.left + math.floor(rect.left * self.scale + 0.5),
            self.top + math.floor(rect.top * self.scale + 0.5),
            self.left + math.floor(rect.right * self.scale + 0.5),
            self.top + math.floor(rect.bottom * self.scale + 0.5),
        )


def level_tile_rect(level: int, key: TileKey) -> Rect:
    """The document pixels under a tile of a pyramid level."""
    rect = tile_rect(key)
    return Rect(rect.left << level, rect.top << level, rect.right << level, rect.bottom << level)


def level_tiles(level: int, rect: Rect) -> list[TileKey]:
    """Keys of the level's tiles that touch a document rectangle, nearest to its middle first."""
    if rect.is_empty:
        return []
    side = TILE << level
    rows = range(rect.top // side, -(-rect.bottom // side))
    columns = range(rect.left // side, -(-rect.right // side))
    middle_row = (rect.top + rect.bottom) / 2 / side - 0.5
    middle_column = (rect.left + rect.right) / 2 / side - 0.5
    keys = [(row, column) for row in rows for column in columns]
    keys.sort(key=lambda key: (key[0] - middle_row) ** 2 + (key[1] - middle_column) ** 2)
    return keys


def resized(viewport: Viewport, view: Size) -> Viewport:
    """The view grew or shrank: its middle keeps showing the same place."""
    return replace(
        viewport,
        view=view,
        left=viewport.left + (view.width - viewport.view.width) // 2,
        top=viewport.top + (view.height - viewport.view.height) // 2,
    )


def fitted(viewport: Viewport, size: Size, margin: int) -> Viewport:
    """The whole canvas in the middle with a free margin, never larger than 100 % unless small.

    Pictures that are much smaller than the view grow by whole factors, so that they stay sharp.
    """
    across = max(1, viewport.view.width - 2 * margin) / size.width
    down = max(1, viewport.view.height - 2 * margin) / size.height
    scale = min(across, down)
    if scale >= 1.0:
        scale = float(min(math.floor(scale), 8))
    return centred(replace(viewport, scale=min(max(scale, SMALLEST), LARGEST)), size)


def centred(viewport: Viewport, size: Size) -> Viewport:
    return replace(
        viewport,
        left=round((viewport.view.width - size.width * viewport.scale) / 2),
        top=round((viewport.view.height - size.height * viewport.scale) / 2),
    )


def zoomed_at(viewport: Viewport, x: float, y: float, scale: float) -> Viewport:
    """Another scale, while the document point under (x, y) stays there."""
    scale = min(max(scale, SMALLEST), LARGEST)
    document_x, document_y = viewport.to_document(x, y)
    return replace(
        viewport,
        scale=scale,
        left=round(x - document_x * scale),
        top=round(y - document_y * scale),
    )


def panned(viewport: Viewport, dx: int, dy: int) -> Viewport:
    return replace(viewport, left=viewport.left + dx, top=viewport.top + dy)


def kept_in_sight(viewport: Viewport, size: Size) -> Viewport:
    """Moved back if hardly anything of the canvas is in sight."""
    width, height = round(size.width * viewport.scale), round(size.height * viewport.scale)
    across = min(SLIVER, width, viewport.view.width)
    down = min(SLIVER, height, viewport.view.height)
    return replace(
        viewport,
        left=min(max(viewport.left, across - width), viewport.view.width - across),
        top=min(max(viewport.top, down - height), viewport.view.height - down),
    )


def step_in(scale: float) -> float:
    """The next zoom step up."""
    return next((step for step in STEPS if step > scale * 1.001), STEPS[-1])


def step_out(scale: float) -> float:
    """The next zoom step down."""
    return next((step for step in reversed(STEPS) if step < scale * 0.999), STEPS[0])
