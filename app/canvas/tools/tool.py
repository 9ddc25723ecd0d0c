"""What every tool has in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from app.canvas.viewport import Viewport


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is. x, y: device pixels in the view; document_x, document_y: pixels."""

    x: float
    y: float
    document_x: float
    document_y: float
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier


class View(Protocol):
    """What tools may do to the canvas."""

    @property
    def viewport(self) -> Viewport: ...

    def show_viewport(self, viewport: Viewport) -> None: ...


class Tool:
    """Does nothing; tools override what they need. `cancel` ends a drag without a trace."""

    cursor = Qt.CursorShape.ArrowCursor

    def press(self, pointer: Pointer) -> None:
        pass

    def move(self, pointer: Pointer) -> None:
        pass

    def release(self, pointer: Pointer) -> None:
        pass

    def cancel(self) -> None:
        pass

    def arrow(self, dx: int, dy: int, *, is_coarse: bool) -> bool:
        """An arrow key; False when the tool has no use for it."""
        return False

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        """Draw over the picture, in device pixels."""
