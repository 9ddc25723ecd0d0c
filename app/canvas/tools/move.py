"""Move the chosen layers; arrow keys nudge by 1 px, with Shift by 10."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.canvas.tools.tool import Pointer, Tool
from app.session.moving import LayerMover

COARSE_NUDGE = 10


class MoveTool(Tool):
    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, mover: LayerMover) -> None:
        self._mover = mover
        self._from: Pointer | None = None

    def press(self, pointer: Pointer) -> None:
        self._from = pointer if self._mover.begin() else None

    def move(self, pointer: Pointer) -> None:
        if self._from is None:
            return
        dx = round(pointer.document_x - self._from.document_x)
        dy = round(pointer.document_y - self._from.document_y)
        if pointer.modifiers & Qt.KeyboardModifier.ShiftModifier:
            dx, dy = (dx, 0) if abs(dx) >= abs(dy) else (0, dy)
        self._mover.to(dx, dy)

    def release(self, pointer: Pointer) -> None:
        self._from = None
        self._mover.finish()

    def cancel(self) -> None:
        self._from = None
        self._mover.cancel()

    def arrow(self, dx: int, dy: int, *, is_coarse: bool) -> bool:
        step = COARSE_NUDGE if is_coarse else 1
        self._mover.nudge(dx * step, dy * step)
        return True
