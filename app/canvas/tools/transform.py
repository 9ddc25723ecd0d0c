"""Free transform: handles scale or pull corners, outside turns, inside moves; Enter keeps, Esc
drops."""

from __future__ import annotations

import math
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from app.canvas.tools.fields import Act, Choice, Field, Number, Switch
from app.canvas.tools.handles import CORNERS, HANDLES, Handle, handle_at, resize_cursor
from app.canvas.tools.marks import paint_handle, paint_two_tone, to_view
from app.canvas.tools.tool import Pointer, Tool
from app.canvas.viewport import Viewport
from app.session.shape import MOST_SLANT, Shape, place_of, turned, unturned, with_pulled

if TYPE_CHECKING:
    from app.canvas.tools.bench import Bench

TURN_STEP = 15.0
FAR = 200_000.0
COARSE = 10
_CORNER_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
_ENDS: dict[Handle, tuple[int, int]] = {
    (0, -1): (0, 1),
    (1, 0): (1, 2),
    (0, 1): (2, 3),
    (-1, 0): (3, 0),
}
"""The corners at the ends of a side."""
_BESIDE, _BELOW = (1, 0, 3, 2), (3, 2, 1, 0)
"""For each corner the one across the box, and the one down or up from it."""


class Mode(StrEnum):
    """What handles do."""

    SCALE = "scale"
    DISTORT = "distort"
    PERSPECTIVE = "perspective"


class TransformTool(Tool):
    """The numbers in the options row and the handles say the same thing."""

    name = "transform"
    title = "Transform"
    icon = "scaling"
    hint = "Enter keeps, Esc drops; Ctrl pulls a corner or side, Ctrl+Alt+Shift both ends of a side"
    fields: ClassVar[tuple[Field, ...]] = (
        Act("keep", "Keep", "check", is_small=True),
        Act("drop", "Drop", "x", is_small=True),
        Number("x", "X", -FAR, FAR, 0, "px", fine=True, is_kept=False),
        Number("y", "Y", -FAR, FAR, 0, "px", fine=True, is_kept=False),
        Number("width", "W", -10_000, 10_000, 100, "%", fine=True, is_kept=False),
        Number("height", "H", -10_000, 10_000, 100, "%", fine=True, is_kept=False),
        Number("angle", "Angle", -360, 360, 0, "°", fine=True, is_kept=False),
        Switch("proportional", "Keep proportions", True, "link-2"),
        Choice(
            "mode",
            "What handles do",
            (
                (Mode.SCALE, "Scale and turn", ""),
                (Mode.DISTORT, "Pull corners", ""),
                (Mode.PERSPECTIVE, "Perspective", ""),
            ),
            Mode.SCALE,
            is_kept=False,
        ),
        Number("slant", "Slant", -MOST_SLANT, MOST_SLANT, 0, "°", fine=True, is_kept=False),
        Choice(
            "corner",
            "Corner",
            (
                ("0", "Top left", ""),
                ("1", "Top right", ""),
                ("2", "Bottom right", ""),
                ("3", "Bottom left", ""),
            ),
            "0",
            is_kept=False,
        ),
        Number("corner_x", "Corner X", -FAR, FAR, 0, "px", fine=True, is_kept=False),
        Number("corner_y", "Corner Y", -FAR, FAR, 0, "px", fine=True, is_kept=False),
    )

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._transformer = bench.transformer
        self._from: tuple[Pointer, Shape, Handle | None] | None = None
        self._is_showing = False
        bench.options.changed.connect(self._on_option)
        self._transformer.changed.connect(self._on_changed)

    def activate(self) -> None:
        self._bench.options.set("transform.mode", Mode.SCALE)

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
        elif key in _CORNER_KEYS and not modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            self._bench.options.set("transform.corner", str(_CORNER_KEYS.index(key)))
            if self._mode is Mode.SCALE:
                self._bench.options.set("transform.mode", Mode.DISTORT)
        else:
            return False
        return True

    def arrow(self, dx: int, dy: int, *, is_coarse: bool) -> bool:
        """Moves the whole; while corners are pulled, the one chosen by 1 to 4."""
        step = COARSE if is_coarse else 1
        shape = self._transformer.shape
        if self._mode is not Mode.SCALE:
            self._pull(shape, self._corner, (dx * step, dy * step), self._mode)
            return True
        self._transformer.set_shape(
            replace(shape, dx=shape.dx + dx * step, dy=shape.dy + dy * step)
        )
        return True

    def press(self, pointer: Pointer) -> None:
        if self._transformer.is_active:
            part = self._part(pointer)
            self._from = (pointer, self._transformer.shape, part)
            if part in CORNERS:
                self._bench.options.set("transform.corner", str(CORNERS.index(part)))

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
        elif self._mode_under(pointer) is not Mode.SCALE:
            self._distort(start, pointer, shape, part)
            return
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
        chosen = None if self._mode is Mode.SCALE else self._corner
        for at, point in enumerate(points):
            paint_handle(painter, point, ratio, is_chosen=at == chosen)

    def _points(self, viewport: Viewport) -> list[QPointF]:
        """Where the handles are, in the order of HANDLES."""
        return [to_view(viewport, *self._place(handle)) for handle in HANDLES]

    def _place(self, handle: Handle, shape: Shape | None = None) -> tuple[float, float]:
        """A handle in document pixels."""
        return place_of(shape or self._transformer.shape, self._transformer.box, handle)

    @property
    def _mode(self) -> Mode:
        return Mode(self._bench.options.choice("transform.mode"))

    @property
    def _corner(self) -> int:
        return int(self._bench.options.choice("transform.corner"))

    def _mode_under(self, pointer: Pointer) -> Mode:
        """What handles do with these keys held."""
        if pointer.has_control and pointer.has_alt and pointer.has_shift:
            return Mode.PERSPECTIVE
        return Mode.DISTORT if pointer.has_control else self._mode

    def _distort(self, start: Pointer, pointer: Pointer, shape: Shape, part: Handle) -> None:
        """A corner goes with the pointer, a side with both its ends; with Shift along the box."""
        by = pointer.document_x - start.document_x, pointer.document_y - start.document_y
        mode = self._mode_under(pointer)
        if pointer.has_shift and mode is Mode.DISTORT:
            along, down = unturned(shape, by)
            by = turned(shape, (along, 0.0) if abs(along) >= abs(down) else (0.0, down))
        if part in CORNERS:
            self._pull(shape, CORNERS.index(part), by, mode)
        else:
            self._transformer.set_shape(with_pulled(shape, _ENDS[part], by))

    def _pull(self, shape: Shape, corner: int, by: tuple[float, float], mode: Mode) -> None:
        """In perspective the corner across the shorter way goes as far the other way."""
        new = with_pulled(shape, (corner,), by)
        if mode is Mode.PERSPECTIVE:
            x, y = unturned(shape, by)
            is_across = abs(x) >= abs(y)
            new = with_pulled(shape, (corner,), turned(shape, (x, 0.0) if is_across else (0.0, y)))
            other = _BESIDE[corner] if is_across else _BELOW[corner]
            back = turned(shape, (-x, 0.0) if is_across else (0.0, -y))
            new = with_pulled(new, (other,), back)
        self._transformer.set_shape(new)

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
        new = replace(shape, across=across, down=downward)
        if pointer.has_alt:
            return new
        anchor = -part[0], -part[1]
        before, after = place_of(shape, box, anchor), place_of(new, box, anchor)
        return replace(new, dx=new.dx + before[0] - after[0], dy=new.dy + before[1] - after[1])

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
            ("slant", shape.slant),
            ("corner_x", shape.corners[self._corner][0]),
            ("corner_y", shape.corners[self._corner][1]),
        ):
            self._bench.options.set(f"transform.{name}", value)
        self._is_showing = False
        self._bench.view.redraw()

    def _on_option(self, name: str) -> None:
        tool, _, field = name.partition(".")
        if tool != self.name or self._is_showing or not self._transformer.is_active:
            return
        if field in ("mode", "corner"):
            self._on_changed()
            return
        number = self._bench.options.number
        shape = self._transformer.shape
        across, down = number("transform.width") / 100, number("transform.height") / 100
        if self._bench.options.switch("transform.proportional"):
            if field == "width":
                down = shape.down * across / shape.across
            elif field == "height":
                across = shape.across * down / shape.down
        pulled = list(shape.corners)
        pulled[self._corner] = number("transform.corner_x"), number("transform.corner_y")
        self._transformer.set_shape(
            Shape(
                number("transform.x"), number("transform.y"), across, down,
                number("transform.angle"), number("transform.slant"),
                (pulled[0], pulled[1], pulled[2], pulled[3]),
            )
        )  # fmt: skip
        if self._transformer.shape == shape:
            self._on_changed()  # it was not taken: show what is
