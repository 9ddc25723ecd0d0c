"""Free transform: handles scale, outside turns, inside moves; Enter keeps, Esc drops."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from app.canvas.tools.fields import Act, Field, Number, Switch
from app.canvas.tools.handles import HANDLES, Handle, handle_at, resize_cursor
from app.canvas.tools.marks import paint_handle, paint_two_tone, to_view
from app.canvas.tools.tool import Pointer, Tool
from app.canvas.viewport import Viewport
from app.session.transforming import Shape, place_of, turned, unturned

if TYPE_CHECKING:
    from app.canvas.tools.bench import Bench

TURN_STEP = 15.0
FAR = 200_000.0
COARSE = 10


class TransformTool(Tool):
    """The numbers in the options row and the handles say the same thing."""

    name = "transform"
    title = "Transform"
    icon = "scaling"
    hint = "Enter keeps, Esc drops"
    fields: ClassVar[tuple[Field, ...]] = (
        Number("x", "X", -FAR, FAR, 0, "px", fine=True, is_kept=False),
        Number("y", "Y", -FAR, FAR, 0, "px", fine=True, is_kept=False),
        Number("width", "W", -10_000, 10_000, 100, "%", fine=True, is_kept=False),
        Number("height", "H", -10_000, 10_000, 100, "%", fine=True, is_kept=False),
        Number("angle", "Angle", -360, 360, 0, "°", fine=True, is_kept=False),
        Switch("proportional", "Keep proportions", True, "link-2"),
        Act("keep", "Keep", "check"),
        Act("drop", "Drop", "x"),
    )

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._transformer = bench.transformer
        self._from: tuple[Pointer, Shape, Handle | None] | None = None
        self._is_showing = False
        bench.options.changed.connect(self._on_option)
        self._transformer.changed.connect(self._on_changed)

    def deactivate(self) -> None:
        self._from = None
        self._transformer.keep()

    def act(self, name: str) -> None:
        if name == "keep":
            self._transformer.keep()
        else:
            self._transformer.drop()

    def claims(self, key: Qt.Key) -> bool:
        return key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if not self._transformer.is_active:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._transformer.keep()
        elif key == Qt.Key.Key_Escape:
            self._transformer.drop()
        else:
            return False
        return True

    def arrow(self, dx: int, dy: int, *, is_coarse: bool) -> bool:
        step = COARSE if is_coarse else 1
        shape = self._transformer.shape
        self._transformer.set_shape(
            replace(shape, dx=shape.dx + dx * step, dy=shape.dy + dy * step)
        )
        return True

    def press(self, pointer: Pointer) -> None:
        if self._transformer.is_active:
            self._from = (pointer, self._transformer.shape, self._part(pointer))

    def move(self, pointer: Pointer) -> None:
        if self._from is None:
            return
        start, shape, part = self._from
        if part is None:
            shape = self._turned(start, pointer, shape)
        elif part == (0, 0):
            dx = round(pointer.document_x - start.document_x)
            dy = round(pointer.document_y - start.document_y)
            if pointer.has_shift:
                dx, dy = (dx, 0) if abs(dx) >= abs(dy) else (0, dy)
            shape = replace(shape, dx=shape.dx + dx, dy=shape.dy + dy)
        else:
            shape = self._scaled(start, pointer, shape, part)
        self._transformer.set_shape(shape)

    def release(self, pointer: Pointer) -> None:
        self._from = None

    def cancel(self) -> None:
        """Esc while dragging: back to where this drag began."""
        if self._from is not None:
            self._transformer.set_shape(self._from[1])
        self._from = None

    def hover(self, pointer: Pointer) -> None:
        part = self._part(pointer)
        if part is None:
            self.cursor = Qt.CursorShape.CrossCursor
        elif part == (0, 0):
            self.cursor = Qt.CursorShape.SizeAllCursor
        else:
            self.cursor = resize_cursor(part, self._transformer.shape.degrees)
        self._bench.view.show_cursor()

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        if not self._transformer.is_active:
            return
        points = self._points(viewport)
        ratio = self._bench.view.pixel_ratio
        paint_two_tone(painter, QPolygonF(points[:4]), ratio)
        for point in points:
            paint_handle(painter, point, ratio)

    def _points(self, viewport: Viewport) -> list[QPointF]:
        """Where the handles are, in the order of HANDLES."""
        return [to_view(viewport, *self._place(handle)) for handle in HANDLES]

    def _place(self, handle: Handle, shape: Shape | None = None) -> tuple[float, float]:
        """A handle in document pixels."""
        box = self._transformer.box
        x = (box.left + box.right) / 2 + handle[0] * box.width / 2
        y = (box.top + box.bottom) / 2 + handle[1] * box.height / 2
        return place_of(shape or self._transformer.shape, box, (x, y))

    def _part(self, pointer: Pointer) -> Handle | None:
        """The handle under the pointer, (0, 0) for the inside, None for the outside."""
        if not self._transformer.is_active:
            return None
        points = self._points(self._bench.view.viewport)
        found = handle_at(points, pointer.x, pointer.y, self._bench.view.pixel_ratio)
        if found is not None:
            return found
        inside = QPolygonF(points[:4]).containsPoint(
            QPointF(pointer.x, pointer.y), Qt.FillRule.OddEvenFill
        )
        return (0, 0) if inside else None

    def _turned(self, start: Pointer, pointer: Pointer, shape: Shape) -> Shape:
        middle_x, middle_y = self._place((0, 0), shape)
        before = math.atan2(start.document_y - middle_y, start.document_x - middle_x)
        after = math.atan2(pointer.document_y - middle_y, pointer.document_x - middle_x)
        degrees = shape.degrees + math.degrees(after - before)
        if pointer.has_shift:
            degrees = round(degrees / TURN_STEP) * TURN_STEP
        degrees = (degrees + 180.0) % 360.0 - 180.0
        return replace(shape, degrees=degrees)

    def _scaled(self, start: Pointer, pointer: Pointer, shape: Shape, part: Handle) -> Shape:
        """The other side stays where it is; with Alt the middle does. Shift turns the switch."""
        box = self._transformer.box
        moved = (
            pointer.document_x - start.document_x,
            pointer.document_y - start.document_y,
        )
        along, down = unturned(shape, moved)
        share = 2.0 if pointer.has_alt else 1.0
        width = shape.across * box.width + share * part[0] * along
        height = shape.down * box.height + share * part[1] * down
        across, downward = width / box.width, height / box.height
        is_proportional = self._bench.options.switch("transform.proportional") != pointer.has_shift
        if is_proportional and part[0] and part[1]:
            factor = max(across / shape.across, downward / shape.down, key=lambda one: abs(one - 1))
            across, downward = shape.across * factor, shape.down * factor
        dx, dy = shape.dx, shape.dy
        if not pointer.has_alt:
            grown = (
                part[0] * (across - shape.across) * box.width / 2,
                part[1] * (downward - shape.down) * box.height / 2,
            )
            shift_x, shift_y = turned(shape, grown)
            dx, dy = dx + shift_x, dy + shift_y
        return replace(shape, across=across, down=downward, dx=dx, dy=dy)

    def _on_changed(self) -> None:
        """Show the numbers of the shape without hearing them as wishes."""
        shape = self._transformer.shape
        self._is_showing = True
        for name, value in (
            ("x", shape.dx),
            ("y", shape.dy),
            ("width", shape.across * 100),
            ("height", shape.down * 100),
            ("angle", shape.degrees),
        ):
            self._bench.options.set(f"transform.{name}", value)
        self._is_showing = False
        self._bench.view.redraw()

    def _on_option(self, name: str) -> None:
        tool, _, field = name.partition(".")
        if tool != self.name or self._is_showing or not self._transformer.is_active:
            return
        number = self._bench.options.number
        shape = self._transformer.shape
        across, down = number("transform.width") / 100, number("transform.height") / 100
        if self._bench.options.switch("transform.proportional"):
            if field == "width":
                down = shape.down * across / shape.across
            elif field == "height":
                across = shape.across * down / shape.down
        self._transformer.set_shape(
            Shape(
                number("transform.x"), number("transform.y"), across, down,
                number("transform.angle"),
            )
        )  # fmt: skip
