"""Brush and eraser: a ring of the true size, pressure from the pen, one undo step a stroke.

A drag with the right button and Alt sets the size across and the hardness down.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter

from app.canvas.tools.fields import Choice, Field, Number, Switch
from app.canvas.tools.marks import paint_ring
from app.canvas.tools.tool import Pointer, Tool
from app.canvas.viewport import Viewport
from engine.painting.brush import Brush, BrushMode, StrokePoint

if TYPE_CHECKING:
    from app.canvas.tools.bench import Bench

LEAST_PRESSURE = 0.1
"""Share of size or opacity that is left when the pen hardly presses."""
SMALLEST_RING = 2.5
"""Device pixels; smaller brushes show a cross."""
HARDNESS_STEP = 25.0
HARDNESS_PER_PIXEL = 0.5
"""Per cent for each logical pixel of a drag."""
_DIGITS = {getattr(Qt.Key, f"Key_{digit}"): digit for digit in range(10)}


class Pen(StrEnum):
    """How much of the pressure counts."""

    SOFT = "soft"
    NORMAL = "normal"
    FIRM = "firm"


_PRESSURE_POWERS = {Pen.SOFT: 0.5, Pen.NORMAL: 1.0, Pen.FIRM: 2.0}
"""Pressure (0..1) to this power counts: a soft pen draws wide lines with a light hand."""


def fields(size: float, hardness: float) -> tuple[Field, ...]:
    return (
        Number("size", "Size", 1, 2000, size, "px"),
        Number("hardness", "Hardness", 0, 100, hardness, "%"),
        Number("opacity", "Opacity", 1, 100, 100, "%"),
        Number("flow", "Flow", 1, 100, 100, "%"),
        Number("smoothing", "Smoothing", 0, 100, 0, "px"),
        Switch("pressure_size", "Pressure: size", True),
        Switch("pressure_opacity", "Pressure: opacity", False),
        Choice(
            "pen",
            "How hard the pen has to be pressed",
            (
                (Pen.SOFT, "Soft pen", ""),
                (Pen.NORMAL, "Normal pen", ""),
                (Pen.FIRM, "Firm pen", ""),
            ),
            Pen.NORMAL,
        ),
    )


class BrushTool(Tool):
    cursor = Qt.CursorShape.BlankCursor
    name = "brush"
    title = "Brush"
    icon = "brush"
    hint = (
        "[ ] or Alt+right drag: size, hardness; digits opacity, Alt picks a colour, "
        "Shift-click a line"
    )
    fields: ClassVar[tuple[Field, ...]] = fields(20, 100)
    mode: ClassVar[BrushMode] = BrushMode.PAINT

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._at: Pointer | None = None
        self._last: tuple[float, float] | None = None
        self._is_drawing = False
        self._early: list[Pointer] = []
        self._is_early_over = False
        self._setter = BrushSetter(bench, self)
        bench.queue.busy_changed.connect(self._on_queue)
        bench.options.changed.connect(self._on_option)
        bench.session.opened.connect(self._on_opened)

    def deactivate(self) -> None:
        self.leave()

    def under(self, modifiers: Qt.KeyboardModifier) -> Tool:
        if self._is_drawing:
            return self
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return self._bench.picker_tool()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return self._bench.mover_tool()
        return self

    def under_right(self, modifiers: Qt.KeyboardModifier) -> Tool | None:
        is_asked = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        return self._setter if is_asked and not self._is_drawing else None

    def press(self, pointer: Pointer) -> None:
        self._is_early_over = False
        if self._bench.queue.is_busy:
            # What was asked for before, say another selection, counts for this stroke.
            self._early = [pointer]
            self._is_drawing = True
        else:
            self._begin(pointer)

    def _begin(self, pointer: Pointer) -> None:
        brush = self._brush(is_eraser=pointer.is_eraser)
        self._is_drawing = self._bench.painter.begin(brush, self._bench.colors.foreground)
        if not self._is_drawing:
            return
        if pointer.has_shift and self._last is not None:
            self._bench.painter.add(StrokePoint(*self._last, self._pressure(pointer)))
        self._add(pointer)

    def move(self, pointer: Pointer) -> None:
        self.hover(pointer)
        if self._early:
            self._early.append(pointer)
        elif self._is_drawing:
            self._add(pointer)

    def release(self, pointer: Pointer) -> None:
        if self._early:
            self._is_early_over = True
        elif self._is_drawing:
            self._bench.painter.finish()
        self._is_drawing = bool(self._early)

    def cancel(self) -> None:
        if self._is_drawing and not self._early:
            self._bench.painter.cancel()
        self._early = []
        self._is_drawing = False

    def _on_queue(self, is_busy: bool) -> None:
        """Draw what was drawn while the stroke had to wait."""
        early, self._early = self._early, [] if not is_busy else self._early
        if is_busy or not early:
            return
        self._begin(early[0])
        for pointer in early[1:]:
            if self._is_drawing:
                self._add(pointer)
        if self._is_early_over and self._is_drawing:
            self._is_drawing = False
            self._bench.painter.finish()

    def hover(self, pointer: Pointer) -> None:
        self._redraw_ring()
        self._at = pointer
        self._redraw_ring()

    def leave(self) -> None:
        self._redraw_ring()
        self._at = None

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        digit = _DIGITS.get(key)
        is_plain = not modifiers & ~Qt.KeyboardModifier.KeypadModifier
        if digit is None or not is_plain:
            return False
        self._bench.options.set(f"{self.name}.opacity", float(digit * 10 or 100))
        return True

    def resize(self, step: int) -> None:
        """The next size up or down, in steps that grow with the size."""
        size = self._size
        width = 1 if size < 10 else 5 if size < 50 else 10 if size < 100 else 25
        if step < 0 and size in (10, 50, 100):
            width = {10: 1, 50: 5, 100: 10}[int(size)]
        self._bench.options.set(f"{self.name}.size", (size // width + step) * width)

    def harden(self, step: int) -> None:
        hardness = self._bench.options.number(f"{self.name}.hardness")
        self._bench.options.set(f"{self.name}.hardness", hardness + step * HARDNESS_STEP)

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        if self._at is not None and self._ring_shows():
            centre = QPointF(self._at.x, self._at.y)
            radius = max(self._radius(), SMALLEST_RING)
            ratio = self._bench.view.pixel_ratio
            paint_ring(painter, centre, radius, ratio)
            if self._setter.is_setting:
                hardness = self._bench.options.number(f"{self.name}.hardness")
                paint_ring(painter, centre, radius * hardness / 100, ratio)

    @property
    def _size(self) -> float:
        return self._bench.options.number(f"{self.name}.size")

    def _brush(self, *, is_eraser: bool) -> Brush:
        number = self._bench.options.number
        switch = self._bench.options.switch
        name = self.name
        return Brush(
            size=number(f"{name}.size"),
            mode=BrushMode.ERASE if is_eraser else self.mode,
            hardness=number(f"{name}.hardness") / 100,
            opacity=number(f"{name}.opacity") / 100,
            flow=number(f"{name}.flow") / 100,
            smoothing=number(f"{name}.smoothing"),
            size_at_rest=LEAST_PRESSURE if switch(f"{name}.pressure_size") else 1.0,
            flow_at_rest=LEAST_PRESSURE if switch(f"{name}.pressure_opacity") else 1.0,
        )

    def _add(self, pointer: Pointer) -> None:
        self._last = pointer.document
        self._bench.painter.add(StrokePoint(*pointer.document, self._pressure(pointer)))

    def _pressure(self, pointer: Pointer) -> float:
        pen = Pen(self._bench.options.choice(f"{self.name}.pen"))
        return float(max(pointer.pressure, 0.0) ** _PRESSURE_POWERS[pen])

    def _ring_shows(self) -> bool:
        return self._setter.is_setting or self.under(_held()) is self

    def _radius(self) -> float:
        return self._size * self._bench.view.viewport.scale / 2

    def _redraw_ring(self) -> None:
        if self._at is not None:
            reach = round(max(self._radius(), SMALLEST_RING)) + 4
            x, y = round(self._at.x), round(self._at.y)
            self._bench.view.redraw(QRect(x - reach, y - reach, 2 * reach, 2 * reach))

    def _on_option(self, name: str) -> None:
        tool, _, field = name.partition(".")
        if tool == self.name and field in ("size", "hardness") and self._at is not None:
            self._bench.view.redraw()

    def _on_opened(self) -> None:
        self._last = None


class EraserTool(BrushTool):
    name = "eraser"
    title = "Eraser"
    icon = "eraser"
    hint = "[ ] size, Shift+[ ] hardness, digits opacity"
    fields: ClassVar[tuple[Field, ...]] = fields(40, 100)
    mode: ClassVar[BrushMode] = BrushMode.ERASE


class BrushSetter(Tool):
    """A drag that sets the size of a brush across and its hardness down; the ring stays put."""

    cursor = Qt.CursorShape.BlankCursor

    def __init__(self, bench: Bench, brush: BrushTool) -> None:
        self._bench, self._brush = bench, brush
        self._from: tuple[Pointer, float, float] | None = None

    @property
    def is_setting(self) -> bool:
        return self._from is not None

    def press(self, pointer: Pointer) -> None:
        number = self._bench.options.number
        self._brush.hover(pointer)
        name = self._brush.name
        self._from = pointer, number(f"{name}.size"), number(f"{name}.hardness")
        self._bench.view.redraw()

    def move(self, pointer: Pointer) -> None:
        if self._from is None:
            return
        start, size, hardness = self._from
        across = pointer.document_x - start.document_x
        down = (pointer.y - start.y) / self._bench.view.pixel_ratio
        self._set(size + 2 * across, hardness + down * HARDNESS_PER_PIXEL)

    def release(self, pointer: Pointer) -> None:
        self._from = None
        self._bench.view.redraw()

    def cancel(self) -> None:
        if self._from is not None:
            _, size, hardness = self._from
            self._from = None
            self._set(size, hardness)
        self._bench.view.redraw()

    def _set(self, size: float, hardness: float) -> None:
        self._bench.options.set(f"{self._brush.name}.size", round(size))
        self._bench.options.set(f"{self._brush.name}.hardness", round(hardness))


def _held() -> Qt.KeyboardModifier:
    return QGuiApplication.keyboardModifiers()
