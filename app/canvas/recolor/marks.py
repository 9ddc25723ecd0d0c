"""Marks of the recolour mode: the coloured frame, the outline of the slot, its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QRegion
from PySide6.QtWidgets import QWidget

from app.canvas.outlines import Outline, outline_of
from app.canvas.tools.marks import document_transform, paint_outline, to_view
from app.canvas.view import CanvasView
from app.canvas.viewport import Viewport
from app.session.background import Background
from app.session.recoloring import Recoloring
from app.session.recoloring_regions import RegionWalk
from app.theme.theme import Theme
from engine.document.geometry import Size
from engine.document.model import PixelLayer
from engine.document.raster import (
    Pixels,
    Raster,
    TileKey,
    cropped,
    empty_raster,
    frozen_tile,
    raster_from_array,
    raster_from_tiles,
)
from engine.document.slots import slots_of, tile_or_fill
from engine.painting.selection import FULL, Selection
from engine.recolor.regions import Direction, Region

FRAME = 3
TAB_HEIGHT, TAB_INSET = 24, 10
HIDDEN = 400
"""Milliseconds for which the outline is hidden after a change of colour, to judge it without."""
POINTED = 1500
"""Milliseconds for which the neighbours are shown after an arrow key."""
FLASH = 180
VEIL = 0.82
"""How much of everything else is covered while a slot is isolated."""
_ARROWS = {Direction.LEFT: 180, Direction.RIGHT: 0, Direction.UP: 270, Direction.DOWN: 90}
"""Degrees clockwise from pointing right."""


class ModeFrame(QWidget):
    """A frame just inside the canvas and a tab with the mode's name: keys mean something else."""

    def __init__(self, text: str, theme: Theme, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._text, self._theme, self._canvas = text, theme, canvas
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(text)
        theme.changed.connect(self.update)
        canvas.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def showEvent(self, event: object) -> None:
        self._place()

    def _place(self) -> None:
        self.setGeometry(self._canvas.rect())
        hole = QRegion(self.rect().adjusted(FRAME, FRAME, -FRAME, -FRAME))
        self.setMask(QRegion(self.rect()).subtracted(hole).united(QRegion(self._tab())))

    def _tab(self) -> QRect:
        font = self._theme.fonts["tiny_bold"]
        self.setFont(font)
        width = self.fontMetrics().horizontalAdvance(self._text) + 2 * TAB_INSET
        return QRect(0, 0, width, TAB_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens["acc"])
        painter.setPen(QColor("#101010") if tokens.is_dark else QColor("#FFFFFF"))
        painter.setFont(self._theme.fonts["tiny_bold"])
        painter.drawText(self._tab(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What an outline is of. region: only this one of the slot."""

    layer: PixelLayer
    slot: int
    region: Region | None
    level: int


class SlotMarks(QObject):
    """An overlay of the canvas: the outline of the focused slot, and what the arrows lead to."""

    def __init__(
        self,
        recoloring: Recoloring,
        walk: RegionWalk,
        canvas: CanvasView,
        theme: Theme,
    ) -> None:
        super().__init__(canvas)
        self._it, self._walk, self._canvas, self._theme = recoloring, walk, canvas, theme
        self._background = Background(self)
        self._background.done.connect(self._on_found)
        self._outline: Outline | None = None
        self._wanted: _Wanted | None = None
        self._is_region_only = False
        self._is_isolated = False
        self._hidden = QTimer(self, singleShot=True, interval=HIDDEN)
        self._hidden.timeout.connect(canvas.redraw)
        self._pointing = QTimer(self, singleShot=True, interval=POINTED)
        self._pointing.timeout.connect(canvas.redraw)
        self._flash = QTimer(self, interval=FLASH)
        self._flash.timeout.connect(self._on_flash)
        self._flashes = 0
        recoloring.switched.connect(self._follow)
        recoloring.focused.connect(self._follow)
        recoloring.changed.connect(self._follow)
        walk.moved.connect(self._follow)
        canvas.viewport_changed.connect(self._follow)
        canvas.add_overlay(self)

    @property
    def outline(self) -> Outline | None:
        """Of the focused slot, None until it is found."""
        return self._outline

    @property
    def is_complete(self) -> bool:
        return not self._background.is_busy

    def hide_for_change(self) -> None:
        """A colour is changing: it is judged without an outline."""
        self._hidden.start()

    def point_at_neighbors(self) -> None:
        self._pointing.start()
        self._canvas.redraw()

    def set_region_only(self, is_on: bool) -> None:
        self._is_region_only = is_on
        self._follow()

    @property
    def is_isolated(self) -> bool:
        """Whether everything but the slot is covered."""
        return self._is_isolated

    def set_isolated(self, is_on: bool) -> None:
        """Show the focused slot alone."""
        if is_on != self._is_isolated:
            self._is_isolated = is_on
            self._canvas.redraw()

    def flash(self) -> None:
        """Have the outline blink twice."""
        self._flashes = 4
        self._hidden.stop()
        self._flash.start()

    def stop(self) -> None:
        """For the end of the program."""
        for timer in (self._hidden, self._pointing, self._flash):
            timer.stop()
        self._background.stop()

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        if not self._it.is_on or self._canvas.shows_original:
            return
        is_hidden = self._hidden.isActive() or self._flashes % 2 == 1
        ratio = self._canvas.pixel_ratio
        if self._outline is not None and self._is_isolated:
            self._paint_veil(painter, viewport, self._outline)
        elif self._outline is not None and not is_hidden:
            paint_outline(painter, self._outline.polygons, viewport, max(1.0, ratio / 2))
        if self._pointing.isActive():
            for direction, region in self._walk.neighbors().items():
                self._paint_arrow(painter, viewport, region, direction, ratio)

    def _paint_veil(self, painter: QPainter, viewport: Viewport, outline: Outline) -> None:
        """Cover everything but the slot with the grey round the picture."""
        view = viewport.view
        path = QPainterPath()
        path.addRect(QRectF(-view.width, -view.height, 3 * view.width, 3 * view.height))
        shapes = document_transform(viewport)
        for polygon in outline.polygons:
            path.addPolygon(shapes.map(polygon))
        color = QColor(self._theme.tokens["canvas"])
        color.setAlphaF(VEIL)
        painter.fillPath(path, color)

    def _paint_arrow(
        self,
        painter: QPainter,
        viewport: Viewport,
        region: Region,
        direction: Direction,
        ratio: float,
    ) -> None:
        """A small disc with an arrow on the spot to which an arrow key leads."""
        centre = to_view(viewport, region.anchor[0] + 0.5, region.anchor[1] + 0.5)
        radius = 9 * ratio
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(0, 0, 0), ratio))
        painter.setBrush(QColor(255, 255, 255))
        painter.drawEllipse(centre, radius, radius)
        painter.translate(centre)
        painter.rotate(_ARROWS[direction])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0))
        side = 4 * ratio
        tip = [QPointF(side, 0), QPointF(-side * 0.7, -side), QPointF(-side * 0.7, side)]
        painter.drawPolygon(QPolygonF(tip))
        painter.restore()

    def _on_flash(self) -> None:
        self._flashes -= 1
        if self._flashes <= 0:
            self._flash.stop()
        self._canvas.redraw()

    def _follow(self) -> None:
        layer, focus = self._it.layer, self._it.focus
        if layer is None or layer.slots is None or focus is None:
            self._wanted, self._outline = None, None
            self._background.drop()
            self._canvas.redraw()
            return
        region = self._walk.here if self._is_region_only else None
        level = max(0, self._canvas.viewport.level - 1)
        before = self._wanted
        wanted = _Wanted(layer, focus.id, region, level)
        if (
            before is not None
            and before.layer.slots is not None
            and before.layer.slots.ids is layer.slots.ids
            and (before.slot, before.region) == (wanted.slot, region)
            and before.level <= level
        ):
            return
        self._wanted = wanted
        if before is None or (before.slot, before.region) != (wanted.slot, region):
            self._outline = None
        self._background.run(partial(_found, wanted, self._walk))
        self._canvas.redraw()

    def _on_found(self, result: tuple[_Wanted, Outline]) -> None:
        wanted, outline = result
        if wanted is self._wanted:
            self._outline = outline
            self._canvas.redraw()


def _found(wanted: _Wanted, walk: RegionWalk) -> tuple[_Wanted, Outline]:
    """On the thread of the background."""
    region, regions = wanted.region, walk.regions
    if region is not None and regions is not None:
        mask = regions.mask(region).astype(np.uint8) * np.uint8(FULL)
        bounds = region.bounds
        canvas = Size(bounds.right, bounds.bottom)
        raster = raster_from_array(mask, left=bounds.left, top=bounds.top)
        return wanted, outline_of(Selection(canvas, raster), wanted.level)
    coverage = slot_coverage(wanted.layer, wanted.slot)
    bounds = coverage.tile_bounds
    canvas = Size(max(0, bounds.right), max(0, bounds.bottom))
    return wanted, outline_of(Selection(canvas, cropped(coverage, canvas.rect)), wanted.level)


def slot_coverage(layer: PixelLayer, slot_id: int) -> Raster:
    """Where the visible pixels of a slot lie: one channel, 255 there, 0 elsewhere."""
    slots = slots_of(layer)
    tiles: dict[TileKey, Pixels] = {}
    for key, tile in layer.raster.tiles.items():
        inside = (tile_or_fill(slots.ids, key) == slot_id) & (tile[..., 3] > 0)
        if inside.any():
            tiles[key] = frozen_tile(inside.astype(np.uint8) * np.uint8(FULL))
    return raster_from_tiles(empty_raster(np.uint8, channels=1), tiles)
