"""Turn the view by dragging round its middle."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt

from app.canvas.tools.tool import Pointer, Tool, View
from app.canvas.viewport import Viewport, turned

STEP = 15.0
"""Degrees that the keys turn by, and Shift holds to."""


class TurnTool(Tool):
    cursor = Qt.CursorShape.SizeAllCursor
    name = "turn"
    title = "Rotate view"
    icon = "rotate-cw"
    hint = "Drag turns the view, with Shift by 15°; R twice turns it back"

    def __init__(self, view: View) -> None:
        self._view = view
        self._from: tuple[float, Viewport] | None = None

    def press(self, pointer: Pointer) -> None:
        self._from = (self._angle(pointer), self._view.viewport)

    def move(self, pointer: Pointer) -> None:
        if self._from is None:
            return
        start, viewport = self._from
        degrees = viewport.turn + self._angle(pointer) - start
        if pointer.has_shift:
            degrees = round(degrees / STEP) * STEP
        self._view.show_viewport(turned(self._view.viewport, degrees))

    def release(self, pointer: Pointer) -> None:
        self._from = None

    def cancel(self) -> None:
        if self._from is not None:
            self._view.show_viewport(turned(self._view.viewport, self._from[1].turn))
        self._from = None

    def _angle(self, pointer: Pointer) -> float:
        """Of the pointer round the middle of the view, on the screen, in degrees clockwise."""
        viewport = self._view.viewport
        x, y = viewport.from_sheet(pointer.x, pointer.y)
        return math.degrees(math.atan2(y - viewport.view.height / 2, x - viewport.view.width / 2))
