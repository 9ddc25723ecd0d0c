"""Pan by dragging."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.canvas.tools.tool import Pointer, Tool, View
from app.canvas.viewport import Viewport, panned, panned_on_screen

ARROW_STEP = 40
COARSE_FACTOR = 5


class HandTool(Tool):
    cursor = Qt.CursorShape.OpenHandCursor
    name = "hand"
    title = "Hand"
    icon = "hand"
    hint = "Drag or arrows move the view; hold Space in any tool"

    def __init__(self, view: View) -> None:
        self._view = view
        self._from: tuple[Pointer, Viewport] | None = None

    def press(self, pointer: Pointer) -> None:
        self._from = (pointer, self._view.viewport)

    def move(self, pointer: Pointer) -> None:
        if self._from is not None:
            start, viewport = self._from
            dx, dy = round(pointer.x - start.x), round(pointer.y - start.y)
            self._view.show_viewport(panned(viewport, dx, dy))

    def release(self, pointer: Pointer) -> None:
        self._from = None

    def cancel(self) -> None:
        self._from = None

    def arrow(self, dx: int, dy: int, *, is_coarse: bool) -> bool:
        step = ARROW_STEP * (COARSE_FACTOR if is_coarse else 1)
        self._view.show_viewport(panned_on_screen(self._view.viewport, -dx * step, -dy * step))
        return True
