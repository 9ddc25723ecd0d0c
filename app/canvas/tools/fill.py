"""Filling: the bucket, which minds lines with gaps, and gradients."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPolygonF

from app.canvas.tools.fields import Choice, Field, Number, Switch
from app.canvas.tools.marks import paint_handle, paint_two_tone, to_view
from app.canvas.tools.tool import Pointer, Tool
from app.canvas.viewport import Viewport
from app.session.colors import Rgb
from app.session.selecting import WandSettings
from engine.document.adjustments import GradientStop
from engine.painting.gradient import GradientKind

if TYPE_CHECKING:
    from app.canvas.tools.bench import Bench


class FillTool(Tool):
    cursor = Qt.CursorShape.CrossCursor
    name = "fill"
    title = "Fill"
    icon = "paint-bucket"
    hint = "Click to pour in the colour; Alt picks one; G again: gradient"
    fields: ClassVar[tuple[Field, ...]] = (
        Number("tolerance", "Tolerance", 0, 255, 32),
        Number("gap", "Close gaps", 0, 64, 4, "px"),
        Number("grow", "Grow", 0, 32, 0, "px"),
        Number("opacity", "Opacity", 1, 100, 100, "%"),
        Switch("contiguous", "Contiguous", True),
        Switch("all_layers", "All layers", True),
    )

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def under(self, modifiers: Qt.KeyboardModifier) -> Tool:
        return _borrowed(self, self._bench, modifiers)

    def press(self, pointer: Pointer) -> None:
        options = self._bench.options
        settings = WandSettings(
            tolerance=options.number("fill.tolerance"),
            contiguous=options.switch("fill.contiguous"),
            gap=round(options.number("fill.gap")),
            all_layers=options.switch("fill.all_layers"),
        )
        self._bench.pixels.bucket(
            pointer.document,
            self._bench.colors.foreground,
            settings,
            grow=options.number("fill.grow"),
            opacity=options.number("fill.opacity") / 100,
        )


class GradientTool(Tool):
    """A line from the foreground colour to the background colour, or to nothing."""

    cursor = Qt.CursorShape.CrossCursor
    name = "gradient"
    title = "Gradient"
    icon = "blend"
    hint = "Drag from start to end; Shift keeps to 45°"
    fields: ClassVar[tuple[Field, ...]] = (
        Choice(
            "kind",
            "Shape",
            ((GradientKind.LINEAR, "Linear", ""), (GradientKind.RADIAL, "Radial", "")),
            GradientKind.LINEAR,
        ),
        Number("opacity", "Opacity", 1, 100, 100, "%"),
        Switch("to_nothing", "To transparent", False),
        Switch("reverse", "Reverse", False),
    )

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._line: tuple[Pointer, tuple[float, float]] | None = None

    def under(self, modifiers: Qt.KeyboardModifier) -> Tool:
        return self if self._line is not None else _borrowed(self, self._bench, modifiers)

    def press(self, pointer: Pointer) -> None:
        self._line = (pointer, pointer.document)

    def move(self, pointer: Pointer) -> None:
        if self._line is not None:
            self._line = (self._line[0], _end(self._line[0], pointer))
            self._bench.view.redraw()

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        if self._line is not None and self._line[1] != self._line[0].document:
            start, end = self._line
            kind = GradientKind(self._bench.options.choice("gradient.kind"))
            opacity = self._bench.options.number("gradient.opacity") / 100
            self._bench.pixels.gradient(start.document, end, self._stops(), kind, opacity=opacity)
        self.cancel()

    def cancel(self) -> None:
        self._line = None
        self._bench.view.redraw()

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        if self._line is not None:
            ends = [to_view(viewport, *self._line[0].document), to_view(viewport, *self._line[1])]
            ratio = self._bench.view.pixel_ratio
            paint_two_tone(painter, QPolygonF(ends), ratio, is_closed=False)
            for end in ends:
                paint_handle(painter, end, ratio)

    def _stops(self) -> tuple[GradientStop, ...]:
        colors = self._bench.colors
        first = GradientStop(0.0, _share(colors.foreground))
        if self._bench.options.switch("gradient.to_nothing"):
            last = GradientStop(1.0, _share(colors.foreground), alpha=0.0)
        else:
            last = GradientStop(1.0, _share(colors.background))
        if self._bench.options.switch("gradient.reverse"):
            first, last = (
                GradientStop(0.0, last.color, last.alpha),
                GradientStop(1.0, first.color, first.alpha),
            )
        return first, last


def _share(color: Rgb) -> tuple[float, float, float]:
    red, green, blue = color
    return red / 255, green / 255, blue / 255


def _borrowed(tool: Tool, bench: Bench, modifiers: Qt.KeyboardModifier) -> Tool:
    if modifiers & Qt.KeyboardModifier.AltModifier:
        return bench.picker_tool()
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return bench.mover_tool()
    return tool


def _end(start: Pointer, pointer: Pointer) -> tuple[float, float]:
    """With Shift the line goes across, down or between."""
    x, y = pointer.document
    if not pointer.has_shift:
        return x, y
    dx, dy = x - start.document_x, y - start.document_y
    if abs(dx) > 2.414 * abs(dy):
        return x, start.document_y
    if abs(dy) > 2.414 * abs(dx):
        return start.document_x, y
    side = (abs(dx) + abs(dy)) / 2
    return (
        start.document_x + (side if dx > 0 else -side),
        start.document_y + (side if dy > 0 else -side),
    )
