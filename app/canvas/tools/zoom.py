"""Zoom: click in, Alt-click out, drag sideways for anything between."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.canvas.tools.tool import Pointer, Tool, View
from app.canvas.viewport import Viewport, step_in, step_out, zoomed_at

DRAG_DOUBLES = 120.0
"""Device pixels of dragging that double the size."""
DRAG_STARTS = 4.0


class ZoomTool(Tool):
    cursor = Qt.CursorShape.CrossCursor
    name = "zoom"
    title = "Zoom"
    icon = "search"
    hint = "Click zooms in, Alt-click out, drag sideways for anything between"

    def __init__(self, view: View) -> None:
        self._view = view
        self._from: tuple[Pointer, Viewport] | None = None
        self._is_drag = False

    def press(self, pointer: Pointer) -> None:
        self._from = (pointer, self._view.viewport)
        self._is_drag = False

    def move(self, pointer: Pointer) -> None:
        if self._from is None:
            return
        start, viewport = self._from
        distance = pointer.x - start.x
        self._is_drag = self._is_drag or abs(distance) >= DRAG_STARTS
        if self._is_drag:
            scale = viewport.scale * 2.0 ** (distance / DRAG_DOUBLES)
            self._view.show_viewport(zoomed_at(viewport, start.x, start.y, scale))

    def release(self, pointer: Pointer) -> None:
        if self._from is not None and not self._is_drag:
            viewport = self._view.viewport
            is_out = pointer.modifiers & Qt.KeyboardModifier.AltModifier
            scale = step_out(viewport.scale) if is_out else step_in(viewport.scale)
            self._view.show_viewport(zoomed_at(viewport, pointer.x, pointer.y, scale))
        self._from = None

    def cancel(self) -> None:
        self._from = None
