"""Selecting by shape and by colour. Shift adds, Alt takes away, both keep what is in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from app.canvas.tools.fields import Choice, Field, Number, Switch
from app.canvas.tools.marks import box_of, paint_two_tone, to_view
from app.canvas.tools.tool import Pointer, Tool
from app.canvas.viewport import Viewport
from app.session.selecting import WandSettings
from engine.painting.selection import Combination

if TYPE_CHECKING:
    from app.canvas.tools.bench import Bench

HOW = Choice(
    "how",
    "New selection",
    (
        (Combination.REPLACE, "Replace", "square-dashed"),
        (Combination.ADD, "Add", "squares-unite"),
        (Combination.SUBTRACT, "Subtract", "squares-subtract"),
        (Combination.INTERSECT, "Intersect", "squares-intersect"),
    ),
    Combination.REPLACE,
)
FEATHER = Number("feather", "Feather", 0, 250, 0, "px", fine=True)
DRAG_STARTS = 3.0
"""Device pixels; anything shorter is a click."""
LASSO_STEP = 1.5
"""Device pixels between two corners of a lasso."""


def combination(keys: Qt.KeyboardModifier, otherwise: Combination) -> Combination:
    """How a new selection meets the present one with these keys held."""
    has_shift = bool(keys & Qt.KeyboardModifier.ShiftModifier)
    has_alt = bool(keys & Qt.KeyboardModifier.AltModifier)
    if has_shift and has_alt:
        return Combination.INTERSECT
    if has_shift:
        return Combination.ADD
    return Combination.SUBTRACT if has_alt else otherwise


class SelectTool(Tool):
    """What all of them share: how a new selection meets the present one, moving its outline."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._how = Combination.REPLACE
        self._start: Pointer | None = None
        self._now: Pointer | None = None

    def under(self, modifiers: Qt.KeyboardModifier) -> Tool:
        has_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        return self._bench.mover_tool() if has_control and self._start is None else self

    def press(self, pointer: Pointer) -> None:
        self._how = self._combination(pointer)
        self._start = self._now = pointer

    def cancel(self) -> None:
        self._start = self._now = None
        self._bench.view.redraw()

    def arrow(self, dx: int, dy: int, *, is_coarse: bool) -> bool:
        step = 10 if is_coarse else 1
        if self._bench.session.area is None:
            return False
        self._bench.selecting.move(dx * step, dy * step)
        return True

    def _combination(self, pointer: Pointer) -> Combination:
        chosen = Combination(self._bench.options.choice(f"{self.name}.how"))
        return combination(pointer.modifiers, chosen)

    @property
    def _is_drag(self) -> bool:
        start, now = self._start, self._now
        return (
            start is not None
            and now is not None
            and max(abs(now.x - start.x), abs(now.y - start.y)) >= DRAG_STARTS
        )

    def _drop_selection(self) -> None:
        """A click beside everything: nothing is selected any more."""
        if self._how is Combination.REPLACE:
            self._bench.selecting.nothing()

    @property
    def _feather(self) -> float:
        return self._bench.options.number(f"{self.name}.feather")


class BoxTool(SelectTool):
    """A box from corner to corner; Shift held after the start makes it square, Alt centres it."""

    def move(self, pointer: Pointer) -> None:
        if self._start is not None:
            self._now = pointer
            self._bench.view.redraw()

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        if self._is_drag:
            start, end = self._corners()
            self._select(start, end)
        elif self._start is not None:
            self._drop_selection()
        self.cancel()

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        if self._is_drag:
            path = QPainterPath()
            self._add_shape(path, viewport)
            paint_two_tone(painter, path, self._bench.view.pixel_ratio)

    def _corners(self) -> tuple[tuple[float, float], tuple[float, float]]:
        assert self._start is not None
        assert self._now is not None
        (x0, y0), (x1, y1) = self._start.document, self._now.document
        # The keys that were down at the start say how selections meet, not what shape this is.
        is_square = self._now.has_shift and not self._start.has_shift
        is_centred = self._now.has_alt and not self._start.has_alt
        if is_square:
            side = max(abs(x1 - x0), abs(y1 - y0))
            x1 = x0 + (side if x1 >= x0 else -side)
            y1 = y0 + (side if y1 >= y0 else -side)
        if is_centred:
            x0, y0 = 2 * x0 - x1, 2 * y0 - y1
        return (round(x0), round(y0)), (round(x1), round(y1))

    def _add_shape(self, path: QPainterPath, viewport: Viewport) -> None:
        raise NotImplementedError

    def _select(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        raise NotImplementedError


class RectangleTool(BoxTool):
    name = "rectangle"
    title = "Rectangle select"
    icon = "square-dashed"
    hint = "Drag; Shift adds, Alt takes away; M again: ellipse"
    fields: ClassVar[tuple[Field, ...]] = (HOW, FEATHER)

    def _add_shape(self, path: QPainterPath, viewport: Viewport) -> None:
        path.addRect(box_of(viewport, *self._corners()))

    def _select(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self._bench.selecting.rectangle(start, end, self._how, self._feather)


class EllipseTool(BoxTool):
    name = "ellipse"
    title = "Ellipse select"
    icon = "circle-dashed"
    hint = "Drag; Shift adds, Alt takes away"
    fields: ClassVar[tuple[Field, ...]] = (HOW, FEATHER)

    def _add_shape(self, path: QPainterPath, viewport: Viewport) -> None:
        path.addEllipse(box_of(viewport, *self._corners()))

    def _select(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self._bench.selecting.ellipse(start, end, self._how, self._feather)


class LassoTool(SelectTool):
    """Draw round it with the button down."""

    name = "lasso"
    title = "Lasso"
    icon = "lasso"
    hint = "Draw round it; L again: polygon"
    fields: ClassVar[tuple[Field, ...]] = (HOW, FEATHER)

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._line: list[Pointer] = []

    def press(self, pointer: Pointer) -> None:
        super().press(pointer)
        self._line = [pointer]

    def move(self, pointer: Pointer) -> None:
        if self._start is None:
            return
        last = self._line[-1]
        if max(abs(pointer.x - last.x), abs(pointer.y - last.y)) >= LASSO_STEP:
            self._line.append(pointer)
            self._bench.view.redraw()

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        if len(self._line) >= 3:
            points = [one.document for one in self._line]
            self._bench.selecting.polygon(points, self._how, self._feather)
        elif self._start is not None:
            self._drop_selection()
        self.cancel()

    def cancel(self) -> None:
        self._line = []
        super().cancel()

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        if len(self._line) > 1:
            line = QPolygonF([to_view(viewport, *one.document) for one in self._line])
            paint_two_tone(painter, line, self._bench.view.pixel_ratio, is_closed=False)


class PolygonTool(SelectTool):
    """Click from corner to corner; Enter, a double click or a click on the first one closes it."""

    name = "polygon"
    title = "Polygon select"
    icon = "lasso-select"
    hint = "Click the corners; Enter closes, Backspace takes one back, Esc drops it"
    fields: ClassVar[tuple[Field, ...]] = (HOW, FEATHER)
    CLOSES = 8.0
    """Logical pixels round the first corner."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._corners: list[tuple[float, float]] = []

    def deactivate(self) -> None:
        self._drop()

    def press(self, pointer: Pointer) -> None:
        if not self._corners:
            super().press(pointer)
        elif self._is_at_start(pointer) and len(self._corners) >= 3:
            self._close()
            return
        self._corners.append(self._placed(pointer))
        self._now = pointer
        self._bench.view.redraw()

    def double_press(self, pointer: Pointer) -> None:
        self._close()

    def move(self, pointer: Pointer) -> None:
        self.hover(pointer)

    def hover(self, pointer: Pointer) -> None:
        if self._corners:
            self._now = pointer
            self._bench.view.redraw()

    def cancel(self) -> None:
        """A click is over: the polygon goes on."""

    def claims(self, key: Qt.Key) -> bool:
        return bool(self._corners) and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if not self._corners:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._corners.pop()
            if not self._corners:
                self._drop()
            self._bench.view.redraw()
        elif key == Qt.Key.Key_Escape:
            self._drop()
        else:
            return False
        return True

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        if not self._corners:
            return
        points = [to_view(viewport, *corner) for corner in self._corners]
        if self._now is not None:
            points.append(to_view(viewport, *self._placed(self._now)))
        line = QPolygonF(points)
        paint_two_tone(painter, line, self._bench.view.pixel_ratio, is_closed=False)

    def _placed(self, pointer: Pointer) -> tuple[float, float]:
        """With Shift lines go in steps of 45 degrees."""
        x, y = pointer.document
        if not (pointer.has_shift and self._corners):
            return x, y
        last_x, last_y = self._corners[-1]
        dx, dy = x - last_x, y - last_y
        if min(abs(dx), abs(dy)) * 2.414 < max(abs(dx), abs(dy)):
            return (x, last_y) if abs(dx) > abs(dy) else (last_x, y)
        side = (abs(dx) + abs(dy)) / 2
        return last_x + (side if dx > 0 else -side), last_y + (side if dy > 0 else -side)

    def _is_at_start(self, pointer: Pointer) -> bool:
        first = QPointF(*self._bench.view.viewport.to_view(*self._corners[0]))
        reach = self.CLOSES * self._bench.view.pixel_ratio
        return max(abs(first.x() - pointer.x), abs(first.y() - pointer.y)) <= reach

    def _close(self) -> None:
        corners = self._corners
        how = self._how
        self._drop()
        if len(corners) >= 3:
            self._bench.selecting.polygon(corners, how, self._feather)
        else:
            self._how = how
            self._drop_selection()

    def _drop(self) -> None:
        self._corners = []
        self._start = self._now = None
        self._bench.view.redraw()


TOLERANCE = Number("tolerance", "Tolerance", 0, 255, 32)
GAP = Number("gap", "Close gaps", 0, 64, 0, "px")
ALL_LAYERS = Switch("all_layers", "All layers", True)


class WandTool(SelectTool):
    """One click selects what hangs together in one colour."""

    name = "wand"
    title = "Wand"
    icon = "wand-sparkles"
    hint = "Click a colour; W again: the colour everywhere, once more: objects"
    fields: ClassVar[tuple[Field, ...]] = (
        HOW,
        TOLERANCE,
        GAP,
        Switch("contiguous", "Contiguous", True),
        ALL_LAYERS,
    )

    def release(self, pointer: Pointer) -> None:
        if self._start is not None:
            self._bench.selecting.by_color(self._start.document, self._how, self._settings())
        self.cancel()

    def _settings(self) -> WandSettings:
        options = self._bench.options
        return WandSettings(
            tolerance=options.number("wand.tolerance"),
            contiguous=options.switch("wand.contiguous"),
            gap=round(options.number("wand.gap")),
            all_layers=options.switch("wand.all_layers"),
        )


class ColorRangeTool(WandTool):
    """One click selects a colour wherever it is."""

    name = "color_range"
    title = "Select by colour"
    icon = "droplets"
    hint = "Click a colour"
    fields: ClassVar[tuple[Field, ...]] = (HOW, TOLERANCE, ALL_LAYERS)

    def _settings(self) -> WandSettings:
        options = self._bench.options
        return WandSettings(
            tolerance=options.number("color_range.tolerance"),
            contiguous=False,
            all_layers=options.switch("color_range.all_layers"),
        )
