"""The pointer in the recolour mode: a click means a slot, and while I is held it picks a colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.canvas.tools.picker import COLLAR, GREY, RING, seen_color
from app.canvas.tools.tool import Pointer, Tool, View
from app.canvas.viewport import Viewport
from app.session.colors import Rgb, from_depth
from app.session.recoloring_regions import RegionWalk
from engine.document.model import Color, Document
from engine.recolor.color import full_value


class RecolorTool(Tool):
    """pick: called with every colour found (document depth) while the eyedropper is held."""

    cursor = Qt.CursorShape.ArrowCursor
    name = "recolor"
    title = "Recolour"
    icon = "swatch-book"
    hint: ClassVar[str] = "Click a colour to mean its slot; Shift-click adds it"

    def __init__(self, view: View, walk: RegionWalk, pick: Callable[[Color], None]) -> None:
        self._view, self._walk, self._pick = view, walk, pick
        self._source: Document | None = None
        self._before: Rgb = (0, 0, 0)
        self._now: Rgb | None = None
        self._at: Pointer | None = None

    @property
    def is_picking(self) -> bool:
        return self._source is not None

    def begin_picking(self, document: Document, before: Rgb) -> None:
        """Take the colour under the pointer, now and wherever it moves, from this document."""
        self._source, self._before, self._now = document, before, None
        self.cursor = Qt.CursorShape.CrossCursor
        self._view.show_cursor()
        if self._at is not None:
            self._take(self._at)

    def end_picking(self) -> None:
        self._source = None
        self.cursor = Qt.CursorShape.ArrowCursor
        self._view.show_cursor()
        self._view.redraw()

    def press(self, pointer: Pointer) -> None:
        if self._source is not None:
            self._take(pointer)
        else:
            x, y = int(pointer.document_x // 1), int(pointer.document_y // 1)
            self._walk.stand_at(x, y, is_adding=pointer.has_shift)

    def move(self, pointer: Pointer) -> None:
        self.hover(pointer)

    def hover(self, pointer: Pointer) -> None:
        self._redraw()
        self._at = pointer
        if self._source is not None:
            self._take(pointer)

    def leave(self) -> None:
        self._redraw()
        self._at = None

    def deactivate(self) -> None:
        self.end_picking()
        self._at = None

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        """New colour over the old one in a ring of grey, as the eyedropper tool shows it."""
        if self._source is None or self._at is None or self._now is None:
            return
        ratio = self._view.pixel_ratio
        centre = QPointF(self._at.x, self._at.y)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = (COLLAR - GREY / 2) * ratio
        painter.setPen(QPen(QColor(128, 128, 128), GREY * ratio))
        painter.drawEllipse(centre, radius, radius)
        radius = (COLLAR - GREY - RING / 2) * ratio
        square = QRect(
            round(centre.x() - radius),
            round(centre.y() - radius),
            round(2 * radius),
            round(2 * radius),
        )
        flat = Qt.PenCapStyle.FlatCap
        for color, start in ((self._now, 0), (self._before, 180 * 16)):
            painter.setPen(QPen(QColor(*color), RING * ratio, Qt.PenStyle.SolidLine, flat))
            painter.drawArc(square, start, 180 * 16)
        painter.restore()

    def _take(self, pointer: Pointer) -> None:
        document = self._source
        self._at = pointer
        if document is None:
            return
        x, y = int(pointer.document_x // 1), int(pointer.document_y // 1)
        if 0 <= x < document.size.width and 0 <= y < document.size.height:
            found = seen_color(document, x, y, 1)
            if found is not None:
                self._now = from_depth(found, document.depth)
                red, green, blue = (min(value, full_value(document.depth)) for value in found)
                self._pick((red, green, blue))
        self._redraw()

    def _redraw(self) -> None:
        if self._at is not None and self._source is not None:
            reach = round(COLLAR * self._view.pixel_ratio) + 2
            x, y = round(self._at.x), round(self._at.y)
            self._view.redraw(QRect(x - reach, y - reach, 2 * reach, 2 * reach))
