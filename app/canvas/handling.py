"""Who gets the pointer, the pen, the wheel and the keys of the canvas: a tool or the view."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPointingDevice,
    QTabletEvent,
    QWheelEvent,
)

from app.canvas.tools.hand import HandTool
from app.canvas.tools.tool import Pointer, Tool
from app.canvas.tools.turn import TurnTool
from app.canvas.tools.zoom import ZoomTool
from app.canvas.viewport import panned_on_screen, zoomed_at
from app.session.session import Session

if TYPE_CHECKING:
    from app.canvas.view import CanvasView

WHEEL_NOTCH = 120
ZOOM_PER_NOTCH = 1.25
SCROLL_PER_NOTCH = 60
"""Logical px."""
TAP_SECONDS = 0.25
"""A held key let go sooner than this was a tap: it stays."""
TWICE_SECONDS = 0.4
"""Two taps within this time are a double tap."""
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_MODIFIERS = (Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Shift)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Handling:
    """Events of the canvas in, calls of tools out. Methods that return bool say whether the event
    was taken; the view passes on what was not."""

    def __init__(self, view: CanvasView, session: Session) -> None:
        self._view = view
        self._session = session
        self.hand, self.zoom, self._turn = HandTool(view), ZoomTool(view), TurnTool(view)
        self.tool: Tool = self.hand
        self._held: Tool | None = None
        self._dragging: Tool | None = None
        self._is_pen_down = False
        self._is_split_dragged = False
        self.wheel_scrolls = False
        self._holds = {
            Qt.Key.Key_Backslash: _Hold(lambda: view.shows_original, view.set_original),
            Qt.Key.Key_F: _Hold(lambda: view.shows_solo, view.set_solo),
        }
        self._turn_since, self._turn_tapped = 0.0, 0.0

    @property
    def is_dragging(self) -> bool:
        """Whether a button or pen is down."""
        return self._dragging is not None

    def choose(self, tool: Tool) -> None:
        """Give the pointer to another tool; a drag under way is cancelled."""
        if tool is not self.tool:
            self.end_drag()
            self.tool.deactivate()
            self.tool = tool
            tool.activate()
            self._view.update()
        self.show_cursor()

    def borrow_turn_tool(self) -> None:
        """Drags turn the view until this is called once more."""
        self._held = None if self._held is self._turn else self._turn
        self.show_cursor()

    def end_drag(self) -> None:
        """Cancel what a button or pen that is down has begun."""
        dragging, self._dragging = self._dragging, None
        self._is_split_dragged = False
        if dragging is not None:
            dragging.cancel()

    def show_cursor(self, *, is_on_split: bool = False) -> None:
        if is_on_split:
            self._view.setCursor(Qt.CursorShape.SplitHCursor)
        elif isinstance(self._dragging, HandTool):
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            held = QGuiApplication.keyboardModifiers()
            tool = self._dragging or self._held or self.tool.under(held)
            self._view.setCursor(tool.cursor)

    # The pointer

    def _pointer(self, position: QPointF, modifiers: Qt.KeyboardModifier = _NO_MODIFIER) -> Pointer:
        ratio, viewport = self._view.pixel_ratio, self._view.viewport
        x, y = viewport.to_sheet(position.x() * ratio, position.y() * ratio)
        return Pointer(x, y, *viewport.to_document(x, y), modifiers)

    def mouse_press(self, event: QMouseEvent) -> bool:
        if self._is_of_pen(event):
            return True
        pointer = self._pointer(event.position(), event.modifiers())
        if event.button() == Qt.MouseButton.RightButton and self._dragging is None:
            setter = self.tool.under_right(event.modifiers())
            if setter is not None and self._session.is_open:
                self._dragging = setter
                setter.press(pointer)
                return True
            place = event.globalPosition().toPoint()
            return self._session.is_open and self.tool.context(pointer, place)
        self._press(pointer, event.button())
        return True

    def mouse_move(self, event: QMouseEvent) -> None:
        if not self._is_of_pen(event):
            self._move(self._pointer(event.position(), event.modifiers()))

    def mouse_release(self, event: QMouseEvent) -> None:
        if not self._is_of_pen(event):
            self._release(self._pointer(event.position(), event.modifiers()))

    def mouse_double_click(self, event: QMouseEvent) -> None:
        if self._is_of_pen(event):
            return
        pointer = self._pointer(event.position(), event.modifiers())
        if self._view.is_on_split(pointer):
            self._view.centre_split()
        else:
            self._press(pointer, event.button(), is_second=True)

    def pen(self, event: QTabletEvent) -> None:
        """Pens come here first; accepted ones make no mouse events of their own."""
        is_eraser = event.pointerType() == QPointingDevice.PointerType.Eraser
        pointer = self._pointer(event.position(), event.modifiers())
        if event.type() == QEvent.Type.TabletPress:
            self._is_pen_down = True
            pointer = replace(pointer, pressure=event.pressure(), is_eraser=is_eraser)
            self._press(pointer, event.button())
        elif event.type() == QEvent.Type.TabletRelease:
            self._release(replace(pointer, pressure=event.pressure(), is_eraser=is_eraser))
            self._is_pen_down = False
        else:
            pressure = event.pressure() if self._is_pen_down else 1.0
            self._move(replace(pointer, pressure=pressure, is_eraser=is_eraser))
        event.accept()

    def leave(self) -> None:
        self.tool.leave()
        self._view.pointer_moved.emit(None)

    def _press(self, pointer: Pointer, button: Qt.MouseButton, *, is_second: bool = False) -> None:
        if self._dragging is not None or not self._session.is_open:
            return
        if button == Qt.MouseButton.MiddleButton:
            self._dragging = self.hand
        elif button == Qt.MouseButton.LeftButton:
            if self._held is None and self._view.is_on_split(pointer):
                self._is_split_dragged = True
                return
            self._dragging = self._held or self.tool.under(pointer.modifiers)
        if self._dragging is not None:
            if is_second:
                self._dragging.double_press(pointer)
            else:
                self._dragging.press(pointer)
            self.show_cursor()

    def _move(self, pointer: Pointer) -> None:
        if self._is_split_dragged:
            self._view.move_split_to(pointer.x)
        elif self._dragging is not None:
            self._dragging.move(pointer)
        else:
            self.show_cursor(is_on_split=self._view.is_on_split(pointer))
            if self._session.is_open:
                self.tool.hover(pointer)
        self._report(pointer)

    def _release(self, pointer: Pointer) -> None:
        self._is_split_dragged = False
        if self._dragging is not None:
            dragging, self._dragging = self._dragging, None
            dragging.release(pointer)
            self.show_cursor()

    def _is_of_pen(self, event: QMouseEvent) -> bool:
        """Whether a mouse event only repeats what the pen has already said."""
        kind = event.pointingDevice().pointerType()
        pens = (QPointingDevice.PointerType.Pen, QPointingDevice.PointerType.Eraser)
        return self._is_pen_down or kind in pens

    def _report(self, pointer: Pointer) -> None:
        document = self._session.document
        x, y = self._view.viewport.to_document(pointer.x, pointer.y)
        is_inside = (
            document is not None and 0 <= x < document.size.width and 0 <= y < document.size.height
        )
        self._view.pointer_moved.emit((int(x), int(y)) if is_inside else None)

    # The wheel

    def wheel(self, event: QWheelEvent) -> None:
        if not self._session.is_open:
            return
        ratio, viewport = self._view.pixel_ratio, self._view.viewport
        is_zoom = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        pixels = event.pixelDelta()
        has_phase = event.phase() != Qt.ScrollPhase.NoScrollPhase
        if has_phase and not pixels.isNull() and not is_zoom:  # two fingers
            dx, dy = round(pixels.x() * ratio), round(pixels.y() * ratio)
            self._view.show_viewport(panned_on_screen(viewport, dx, dy))
        elif self.wheel_scrolls and not is_zoom:
            turn = event.angleDelta()
            is_sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            across, down = (turn.y(), turn.x()) if is_sideways else (turn.x(), turn.y())
            step = SCROLL_PER_NOTCH * ratio / WHEEL_NOTCH
            self._view.show_viewport(panned_on_screen(viewport, across * step, down * step))
        else:
            notches = event.angleDelta().y() / WHEEL_NOTCH
            self.zoom_at(event.position(), ZOOM_PER_NOTCH**notches)
        event.accept()

    def zoom_at(self, position: QPointF, factor: float) -> None:
        """Zoom so that what is at `position` (logical px) stays there."""
        pointer = self._pointer(position)
        viewport = self._view.viewport
        self._view.show_viewport(zoomed_at(viewport, pointer.x, pointer.y, viewport.scale * factor))
        self._report(pointer)

    # Keys

    def claims(self, event: QKeyEvent) -> bool:
        """Whether the tool wants a plain key that is a command elsewhere."""
        is_plain = event.modifiers() in (_NO_MODIFIER, Qt.KeyboardModifier.KeypadModifier)
        return is_plain and self.tool.claims(Qt.Key(event.key()))

    def key_press(self, event: QKeyEvent) -> bool:
        key = event.key()
        if event.isAutoRepeat() and key in (Qt.Key.Key_Space, Qt.Key.Key_R, *self._holds):
            return True
        if key == Qt.Key.Key_Space:
            self._held = self._lent_by_space(event.modifiers())
            self.show_cursor()
            return True
        if key == Qt.Key.Key_Escape and self._dragging is not None:
            self.end_drag()
            return True
        is_taken = (
            self._on_arrow(Qt.Key(key), event.modifiers())
            or (self._session.is_open and self.tool.key(Qt.Key(key), event.modifiers()))
            or self.hold_key(key, is_down=True)
        )
        if not is_taken:
            self._follow_modifiers(key)
        return is_taken

    def key_release(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return True
        if event.key() == Qt.Key.Key_Space:
            self._held = None
            self.show_cursor()
            return True
        if self.hold_key(event.key(), is_down=False):
            return True
        self._follow_modifiers(event.key())
        return False

    def hold_key(self, key: int, *, is_down: bool) -> bool:
        """Keys that borrow something while they are held; False when it is none of them."""
        if key == Qt.Key.Key_R:
            self._hold_turn(is_down)
            return True
        hold = self._holds.get(Qt.Key(key))
        if hold is None:
            return False
        if is_down:
            hold.press()
        else:
            hold.release()
        return True

    def focus_out(self) -> None:
        """Keys that are held will never be heard to come up."""
        self._held = None
        for hold in self._holds.values():
            hold.drop()
        self.show_cursor()

    def _hold_turn(self, is_down: bool) -> None:
        """R lends the tool that turns the view; two taps turn it back."""
        now = time.monotonic()
        if is_down:
            self._turn_since = now
            self._held = self._turn
        else:
            self._held = None
            if now - self._turn_since < TAP_SECONDS:
                is_second = now - self._turn_tapped < TWICE_SECONDS
                self._turn_tapped = 0.0 if is_second else now
                if is_second:
                    self._view.turn_back()
        self.show_cursor()

    def _lent_by_space(self, modifiers: Qt.KeyboardModifier) -> Tool:
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return self.zoom
        return self._turn if modifiers & Qt.KeyboardModifier.ShiftModifier else self.hand

    def _follow_modifiers(self, key: int) -> None:
        """Another tool may take over while Alt or Ctrl is held."""
        if key in _MODIFIERS and self._dragging is None:
            self.show_cursor()
            self._view.update()

    def _on_arrow(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if not self._session.is_open or key not in _ARROWS:
            return False
        is_coarse = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        dx, dy = _ARROWS[key]
        if dx and self._view.nudge_split(dx, is_coarse=is_coarse):
            return True
        return self.tool.arrow(dx, dy, is_coarse=is_coarse)


class _Hold:
    """Something that is on while a key is down; a short tap turns it on or off for good."""

    def __init__(self, is_on: Callable[[], bool], switch: Callable[[bool], None]) -> None:
        self._is_on, self._switch = is_on, switch
        self._since = 0.0
        self._was_on = False

    def press(self) -> None:
        self._since = time.monotonic()
        self._was_on = self._is_on()
        self._switch(True)

    def release(self) -> None:
        if self._since:
            is_tap = time.monotonic() - self._since < TAP_SECONDS
            self._since = 0.0
            self._switch(is_tap and not self._was_on)

    def drop(self) -> None:
        """The key will never be heard to come up: as it was before."""
        if self._since:
            self._since = 0.0
            self._switch(self._was_on)
