"""Marching ants: the outline of what is selected, walking eight steps a second."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QPainter

from app.canvas.outlines import Outline, outline_of
from app.canvas.tools.marks import DASH, paint_ants
from app.canvas.view import CanvasView
from app.canvas.viewport import Viewport
from app.session.background import Background
from app.session.session import Session
from engine.painting.selection import Selection

STEP = 125
"""Milliseconds."""


class Ants(QObject):
    """An overlay of the canvas. Still while dragging and when the window is not active."""

    def __init__(self, session: Session, canvas: CanvasView, is_calm: Callable[[], bool]) -> None:
        super().__init__(canvas)
        self._session, self._canvas, self._is_calm = session, canvas, is_calm
        self._background = Background(self)
        self._background.done.connect(self._on_found)
        self._outline: Outline | None = None
        self._shown: Selection | None = None
        self._is_hidden = False
        self._phase = 0.0
        self._timer = QTimer(self, interval=STEP)
        self._timer.timeout.connect(self._walk)
        session.area_changed.connect(self._on_area)
        canvas.viewport_changed.connect(self._on_viewport)
        canvas.add_overlay(self)
        canvas.installEventFilter(self)

    @property
    def is_complete(self) -> bool:
        """Whether the outline of what is selected is found."""
        return not self._background.is_busy

    def set_hidden(self, is_hidden: bool) -> None:
        """While something else shows the selection, say a transform box."""
        self._is_hidden = is_hidden
        self._canvas.redraw()

    def stop(self) -> None:
        self._timer.stop()
        self._background.stop()

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        if self._outline is not None and not self._is_hidden:
            ratio = self._canvas.pixel_ratio
            paint_ants(painter, self._outline.polygons, viewport, self._phase, ratio)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate):
            self._start_or_stop()
        return False

    def _on_area(self) -> None:
        area = None if self._session.is_quick_mask else self._session.area
        self._shown = area
        if area is None:
            self._background.drop()
            self._outline = None
            self._start_or_stop()
            self._canvas.redraw()
        else:
            self._find(area)

    def _on_viewport(self) -> None:
        """Zoomed out a coarser outline does; zoomed in a finer one is wanted again."""
        found, level = self._outline, self._canvas.viewport.level
        if found is not None and self._shown is not None and level < found.level:
            self._find(self._shown)

    def _find(self, area: Selection) -> None:
        level = max(0, self._canvas.viewport.level - 1)
        self._background.run(lambda: (area, outline_of(area, level)))

    def _on_found(self, result: tuple[Selection, Outline]) -> None:
        area, found = result
        if self._shown is None or area.coverage is not self._shown.coverage:
            return
        self._outline = found
        self._start_or_stop()
        self._canvas.redraw()

    def _start_or_stop(self) -> None:
        is_wanted = self._outline is not None and self._canvas.window().isActiveWindow()
        if is_wanted and not self._is_calm():
            self._timer.start()
        else:
            self._timer.stop()

    def _walk(self) -> None:
        if self._canvas.handling.is_dragging or self._outline is None or self._is_hidden:
            return
        self._phase = (self._phase + 1.0) % (2 * DASH)
        place = self._canvas.viewport.on_screen(self._outline.area)
        self._canvas.redraw(QRect(place.left, place.top, place.width + 2, place.height + 2))
