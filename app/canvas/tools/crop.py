"""Crop: a frame with handles; Enter crops, Esc takes the frame away."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from app.canvas.tools.fields import Act, Field, Switch
from app.canvas.tools.handles import HANDLES, Handle, handle_at, resize_cursor
from app.canvas.tools.marks import paint_handle, paint_two_tone, to_view
from app.canvas.tools.tool import Pointer, Tool
from app.canvas.viewport import Viewport
from engine.document.geometry import Rect

if TYPE_CHECKING:
    from app.canvas.tools.bench import Bench

SHADE = QColor(0, 0, 0, 128)
DRAG_STARTS = 3.0
COARSE = 10


class CropTool(Tool):
    cursor = Qt.CursorShape.CrossCursor
    name = "crop"
    title = "Crop"
    icon = "crop"
    hint = "Drag a frame; Enter crops, Esc drops it"
    fields: ClassVar[tuple[Field, ...]] = (
        Switch("delete", "Delete what lies outside", False),
        Act("keep", "Crop", "check"),
        Act("drop", "Drop", "x"),
    )

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._frame: Rect | None = None
        self._from: tuple[Pointer, Rect, Handle | None] | None = None
        bench.session.opened.connect(self._forget)

    def activate(self) -> None:
        """The frame begins as the canvas, or round what is selected."""
        from engine.painting.selection import bounds

        document, area = self._bench.session.document, self._bench.session.area
        if document is not None:
            self._frame = document.size.rect if area is None else bounds(area)

    def deactivate(self) -> None:
        self._frame = self._from = None

    def act(self, name: str) -> None:
        if name == "keep":
            self._crop()
        else:
            self._reset()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._crop()
        elif key == Qt.Key.Key_Escape:
            self._reset()
        else:
            return False
        return True

    def arrow(self, dx: int, dy: int, *, is_coarse: bool) -> bool:
        step = COARSE if is_coarse else 1
        if self._frame is None:
            return False
        self._frame = self._frame.translated(dx * step, dy * step)
        self._bench.view.redraw()
        return True

    def press(self, pointer: Pointer) -> None:
        frame = self._frame
        if frame is None:
            return
        part = self._part(pointer)
        document = self._bench.session.document
        if part == (0, 0) and document is not None and frame == document.size.rect:
            part = None  # nothing is framed yet: a new frame is drawn
        self._from = (pointer, frame, part)

    def move(self, pointer: Pointer) -> None:
        if self._from is None:
            return
        start, frame, part = self._from
        if max(abs(pointer.x - start.x), abs(pointer.y - start.y)) < DRAG_STARTS:
            return
        dx = round(pointer.document_x - start.document_x)
        dy = round(pointer.document_y - start.document_y)
        if part is None:
            self._frame = _framed(
                round(start.document_x),
                round(start.document_y),
                round(pointer.document_x),
                round(pointer.document_y),
                is_square=pointer.has_shift,
            )
        elif part == (0, 0):
            self._frame = frame.translated(dx, dy)
        else:
            self._frame = _framed(
                frame.left + dx * (part[0] == -1),
                frame.top + dy * (part[1] == -1),
                frame.right + dx * (part[0] == 1),
                frame.bottom + dy * (part[1] == 1),
            )
        self._bench.view.redraw()

    def release(self, pointer: Pointer) -> None:
        self._from = None

    def double_press(self, pointer: Pointer) -> None:
        self._crop()

    def cancel(self) -> None:
        if self._from is not None:
            self._frame = self._from[1]
        self._from = None
        self._bench.view.redraw()

    def hover(self, pointer: Pointer) -> None:
        part = self._part(pointer)
        if part is None:
            self.cursor = Qt.CursorShape.CrossCursor
        elif part == (0, 0):
            self.cursor = Qt.CursorShape.SizeAllCursor
        else:
            self.cursor = resize_cursor(part, 0.0)
        self._bench.view.show_cursor()

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        if self._frame is None:
            return
        points = self._points(viewport)
        inner = QRectF(points[0], points[2])
        path = QPainterPath()
        path.addRect(QRectF(0, 0, viewport.view.width, viewport.view.height))
        path.addRect(inner)
        painter.fillPath(path, SHADE)
        ratio = self._bench.view.pixel_ratio
        paint_two_tone(painter, QPolygonF(points[:4]), ratio)
        for point in points:
            paint_handle(painter, point, ratio)

    def _points(self, viewport: Viewport) -> list[QPointF]:
        frame = self._frame
        assert frame is not None
        middle_x, middle_y = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
        return [
            to_view(viewport, middle_x + x * frame.width / 2, middle_y + y * frame.height / 2)
            for x, y in HANDLES
        ]

    def _part(self, pointer: Pointer) -> Handle | None:
        if self._frame is None:
            return None
        points = self._points(self._bench.view.viewport)
        found = handle_at(points, pointer.x, pointer.y, self._bench.view.pixel_ratio)
        if found is not None:
            return found
        return (0, 0) if QRectF(points[0], points[2]).contains(pointer.x, pointer.y) else None

    def _crop(self) -> None:
        document = self._bench.session.document
        if self._frame is None or document is None or self._frame == document.size.rect:
            return
        is_deleting = self._bench.options.switch("crop.delete")
        self._bench.canvas_acts.crop(self._frame, keep_outside=not is_deleting)
        self._frame = Rect(0, 0, self._frame.width, self._frame.height)
        self._bench.view.redraw()

    def _reset(self) -> None:
        document = self._bench.session.document
        self._frame = None if document is None else document.size.rect
        self._from = None
        self._bench.view.redraw()

    def _forget(self) -> None:
        if self._frame is not None:
            self._reset()


def _framed(x0: int, y0: int, x1: int, y1: int, *, is_square: bool = False) -> Rect:
    """The rectangle between two corners, at least a pixel wide and high."""
    if is_square:
        side = max(abs(x1 - x0), abs(y1 - y0))
        x1 = x0 + (side if x1 >= x0 else -side)
        y1 = y0 + (side if y1 >= y0 else -side)
    left, right = sorted((x0, x1))
    top, bottom = sorted((y0, y1))
    return Rect(left, top, max(right, left + 1), max(bottom, top + 1))
