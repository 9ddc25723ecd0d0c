"""Where the document lies on the screen: pure arithmetic, no Qt.

View coordinates are device pixels from the view's top left corner. A document point (x, y) is
shown at (left + x * scale, top + y * scale); left and top stay whole numbers, so that every tile
boundary falls on the same fraction of a pixel wherever the picture is moved.

A view that is turned or flipped shows the same sheet of pixels, turned round the middle of the
view: everything but `to_sheet`, `from_sheet` and `shown` is about the sheet as it lies unturned.
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
    """scale: device pixels for one pixel of the document. view: size of the view.

    turn: degrees clockwise, -180..180. is_flipped: mirrored left to right before it is turned.
    """

    view: Size
    scale: float = 1.0
    left: int = 0
    top: int = 0
    turn: float = 0.0
    is_flipped: bool = False

    def to_document(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.left) / self.scale, (y - self.top) / self.scale

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x * self.scale, self.top + y * self.scale

    @property
    def is_upright(self) -> bool:
        """Whether the sheet lies on the screen as it is, neither turned nor flipped."""
        return self.turn == 0.0 and not self.is_flipped

    def to_sheet(self, x: float, y: float) -> tuple[float, float]:
        """Where on the unturned sheet a point of the screen lies."""
        if self.is_upright:
            return x, y
        middle_x, middle_y = self.view.width / 2, self.view.height / 2
        turned_x, turned_y = _turned(x - middle_x, y - middle_y, -self.turn)
        return middle_x + (-turned_x if self.is_flipped else turned_x), middle_y + turned_y

    def from_sheet(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the unturned sheet is seen on the screen."""
        if self.is_upright:
            return x, y
        middle_x, middle_y = self.view.width / 2, self.view.height / 2
        across = x - middle_x
        turned_x, turned_y = _turned(
            -across if self.is_flipped else across, y - middle_y, self.turn
        )
        return middle_x + turned_x, middle_y + turned_y

    @property
    def level(self) -> int:
        """The pyramid level that has at least one pixel for every pixel on the screen."""
        if self.scale >= 1.0:
            return 0
        return min(MOST_LEVEL, math.floor(-math.log2(self.scale) + 1e-9))

    @property
    def draft_level(self) -> int:
        """The pyramid level whose pixels come nearest to the screen's in size: `level` or one more.

        Good enough for what moves: a pixel of it is at most 1.4 pixels wide on the screen.
        """
        return max(self.level, min(MOST_LEVEL, round(-math.log2(self.scale))))

    @property
    def shows_grid(self) -> bool:
        return self.scale >= GRID_FROM

    def shown(self, size: Size) -> Rect:
        """The part of a canvas of `size` that is in sight, in document pixels."""
        corners = [self.to_sheet(x, y) for x in (0, self.view.width) for y in (0, self.view.height)]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        left, top = self.to_document(min(across), min(down))
        right, bottom = self.to_document(max(across), max(down))
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
    scale = _fitting(viewport, size, margin)
    if scale >= 1.0:
        scale = float(min(math.floor(scale), 8))
    return centred(replace(viewport, scale=min(max(scale, SMALLEST), LARGEST)), size)


def fitted_to(viewport: Viewport, rect: Rect, margin: int) -> Viewport:
    """A rectangle of the document in the middle, as large as it gets with a free margin."""
    if rect.is_empty:
        return viewport
    scale = _fitting(viewport, Size(rect.width, rect.height), margin)
    scale = min(max(scale, SMALLEST), LARGEST)
    return replace(
        viewport,
        scale=scale,
        left=round(viewport.view.width / 2 - (rect.left + rect.right) / 2 * scale),
        top=round(viewport.view.height / 2 - (rect.top + rect.bottom) / 2 * scale),
    )


def _fitting(viewport: Viewport, size: Size, margin: int) -> float:
    """The scale at which `size`, turned as the view is, fills the view up to the margin."""
    angle = math.radians(viewport.turn)
    cosine, sine = abs(math.cos(angle)), abs(math.sin(angle))
    width = size.width * cosine + size.height * sine
    height = size.width * sine + size.height * cosine
    across = max(1, viewport.view.width - 2 * margin) / width
    down = max(1, viewport.view.height - 2 * margin) / height
    return min(across, down)


def turned(viewport: Viewport, degrees: float) -> Viewport:
    """The view turned to this angle round its middle."""
    degrees = (degrees + 180.0) % 360.0 - 180.0
    return replace(viewport, turn=0.0 if abs(degrees) < 1e-9 else degrees)


def flipped(viewport: Viewport) -> Viewport:
    """Mirrored left to right round its middle, as it is seen now."""
    return replace(viewport, is_flipped=not viewport.is_flipped, turn=-viewport.turn + 0.0)


def _turned(x: float, y: float, degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    cosine, sine = math.cos(angle), math.sin(angle)
    return x * cosine - y * sine, x * sine + y * cosine


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


def panned_on_screen(viewport: Viewport, dx: float, dy: float) -> Viewport:
    """Moved by so much as it is seen, however the view is turned."""
    x, y = viewport.to_sheet(viewport.view.width / 2 + dx, viewport.view.height / 2 + dy)
    across, down = x - viewport.view.width / 2, y - viewport.view.height / 2
    return panned(viewport, round(across), round(down))


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
