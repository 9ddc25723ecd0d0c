"""Eyedropper: the colour that is seen, or that of one layer; with Alt it becomes the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.canvas.tools.fields import Choice, Field, Switch
from app.canvas.tools.tool import Pointer, Tool
from app.canvas.viewport import Viewport
from app.session.colors import Rgb, from_depth
from engine.compositor.composite import composite
from engine.document.geometry import Rect
from engine.document.model import Document, PixelLayer
from engine.document.raster import raster_from_array
from engine.document.tree import find_layer
from engine.painting.eyedropper import picked_color

if TYPE_CHECKING:
    from app.canvas.tools.bench import Bench

COLLAR, RING, GREY = 46.0, 14.0, 6.0
"""Outer radius, width of the colours, width of the grey round them, in logical pixels."""


class PickerTool(Tool):
    """A ring shows the colour found over the one there was, in grey so that both are judged."""

    cursor = Qt.CursorShape.CrossCursor
    name = "picker"
    title = "Eyedropper"
    icon = "pipette"
    hint = "Click a colour; Alt-click takes it as background"
    fields: ClassVar[tuple[Field, ...]] = (
        Choice(
            "side",
            "Size of the sample",
            (("1", "One pixel", ""), ("3", "3 × 3", ""), ("5", "5 × 5", ""), ("11", "11 × 11", "")),
            "1",
        ),
        Switch("all_layers", "All layers", True),
    )

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._at: Pointer | None = None
        self._before: Rgb = (0, 0, 0)
        self._is_background = False

    def press(self, pointer: Pointer) -> None:
        # As a tool of its own Alt means the background; borrowed with Alt it does not.
        self._is_background = pointer.has_alt and self._bench.is_chosen(self)
        colors = self._bench.colors
        self._before = colors.background if self._is_background else colors.foreground
        self.move(pointer)

    def move(self, pointer: Pointer) -> None:
        self._redraw()
        self._at = pointer
        color = self.color_at(pointer.document)
        if color is not None:
            if self._is_background:
                self._bench.colors.set_background(color)
            else:
                self._bench.colors.set_foreground(color)
        self._redraw()

    def release(self, pointer: Pointer) -> None:
        self._redraw()
        self._at = None

    def cancel(self) -> None:
        if self._at is not None:
            self._bench.colors.set_foreground(self._before)
        self._at = None
        self._bench.view.redraw()

    def color_at(self, point: tuple[float, float]) -> Rgb | None:
        """0..255; None outside the canvas and where nothing is."""
        document = self._bench.session.document
        x, y = int(point[0] // 1), int(point[1] // 1)
        if document is None or not (0 <= x < document.size.width and 0 <= y < document.size.height):
            return None
        side = int(self._bench.options.choice("picker.side"))
        if self._bench.options.switch("picker.all_layers"):
            found = seen_color(document, x, y, side)
        else:
            current = self._bench.session.current
            layer = None if current is None else find_layer(document, current)
            if not isinstance(layer, PixelLayer):
                return None
            found = picked_color(layer.raster, (x, y), side=side)
        return None if found is None else from_depth(found, document.depth)

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        if self._at is None:
            return
        colors = self._bench.colors
        new = colors.background if self._is_background else colors.foreground
        ratio = self._bench.view.pixel_ratio
        centre = QPointF(self._at.x, self._at.y)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        grey = QColor(128, 128, 128)
        radius = (COLLAR - GREY / 2) * ratio
        painter.setPen(QPen(grey, GREY * ratio))
        painter.drawEllipse(centre, radius, radius)
        radius = (COLLAR - GREY - RING / 2) * ratio
        square = QRect(
            round(centre.x() - radius),
            round(centre.y() - radius),
            round(2 * radius),
            round(2 * radius),
        )
        for color, start in ((new, 0), (self._before, 180 * 16)):
            pen = QPen(QColor(*color), RING * ratio, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(square, start, 180 * 16)
        painter.restore()

    def _redraw(self) -> None:
        if self._at is not None:
            reach = round(COLLAR * self._bench.view.pixel_ratio) + 2
            x, y = round(self._at.x), round(self._at.y)
            self._bench.view.redraw(QRect(x - reach, y - reach, 2 * reach, 2 * reach))


def seen_color(document: Document, x: int, y: int, side: int) -> Rgb | None:
    """The colour that the document shows there, in its own depth; only tiles near by are drawn."""
    reach = side // 2
    near = Rect(x - reach, y - reach, x + reach + 1, y + reach + 1)
    pixels = raster_from_array(composite(document, near), left=near.left, top=near.top)
    return picked_color(pixels, (x, y), side=side)
