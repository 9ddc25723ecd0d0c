"""What every tool has in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter

from app.canvas.tools.fields import Field
from app.canvas.viewport import Viewport


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is. x, y: device pixels in the view; document_x, document_y: pixels.

    pressure: 0..1, 1 for a mouse. is_eraser: the other end of the pen.
    """

    x: float
    y: float
    document_x: float
    document_y: float
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    pressure: float = 1.0
    is_eraser: bool = False

    @property
    def document(self) -> tuple[float, float]:
        return self.document_x, self.document_y

    @property
    def has_shift(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)

    @property
    def has_alt(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.AltModifier)

    @property
    def has_control(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.ControlModifier)


class View(Protocol):
    """What tools may do to the canvas."""

    @property
    def viewport(self) -> Viewport: ...

    @property
    def pixel_ratio(self) -> float: ...

    def show_viewport(self, viewport: Viewport) -> None: ...

    def redraw(self, area: QRect | None = None) -> None:
        """Paint again: this part in device pixels, or everything."""

    def show_cursor(self) -> None:
        """Ask the tool for its cursor again."""


class Tool:
    """Does nothing; tools override what they need. `cancel` ends a drag without a trace."""

    cursor = Qt.CursorShape.ArrowCursor
    name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    hint: ClassVar[str] = ""
    fields: ClassVar[tuple[Field, ...]] = ()

    def activate(self) -> None:
        """The tool was chosen."""

    def deactivate(self) -> None:
        """Another tool is chosen: what is under way has to be kept or dropped."""

    def under(self, modifiers: Qt.KeyboardModifier) -> Tool:
        """The tool that takes over while these keys are held; mostly this one."""
        return self

    def under_right(self, modifiers: Qt.KeyboardModifier) -> Tool | None:
        """The tool that gets a drag with the right button; None: that button asks `context`."""
        return None

    def press(self, pointer: Pointer) -> None:
        pass

    def double_press(self, pointer: Pointer) -> None:
        """The second press of a double click, after a press and its release."""
        self.press(pointer)

    def move(self, pointer: Pointer) -> None:
        pass

    def release(self, pointer: Pointer) -> None:
        pass

    def cancel(self) -> None:
        pass

    def hover(self, pointer: Pointer) -> None:
        """The pointer moved with no button down."""

    def leave(self) -> None:
        """The pointer left the canvas."""

    def context(self, pointer: Pointer, where: QPoint) -> bool:
        """The right button, `where` on the screen; False when it means nothing here."""
        return False

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """A key that no command has taken; False when the tool has no use for it."""
        return False

    def claims(self, key: Qt.Key) -> bool:
        """Whether the tool wants this key even though a command has it."""
        return False

    def act(self, name: str) -> None:
        """A button of the tool's own in the options row."""

    def arrow(self, dx: int, dy: int, *, is_coarse: bool) -> bool:
        """An arrow key; False when the tool has no use for it."""
        return False

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        """Draw over the picture, in device pixels."""
