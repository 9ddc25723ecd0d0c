"""The canvas: shows the session's document through a viewport and gives the pointer to a tool."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.canvas.lenses import DIFFERENCE_WHITE, Lens, difference, mask_alone, only, white_sheet
from app.canvas.painting import (
    TilePainter,
    checkerboard,
    paint_edge,
    paint_grid,
    paint_pill,
    paint_split,
    qt_rect,
    split_handle_y,
)
from app.canvas.tile_images import TileImages
from app.canvas.tools.hand import HandTool
from app.canvas.tools.tool import Pointer, Tool
from app.canvas.tools.turn import STEP, TurnTool
from app.canvas.tools.zoom import ZoomTool
from app.canvas.viewport import (
    Viewport,
    centred,
    fitted,
    fitted_to,
    flipped,
    kept_in_sight,
    level_tile_rect,
    level_tiles,
    panned_on_screen,
    resized,
    step_in,
    step_out,
    turned,
    zoomed_at,
)
from app.languages.translate import tr
from app.session.session import Session
from app.theme.theme import Theme
from engine.document.changes import Change, compare
from engine.document.geometry import Rect, Size
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import Raster

FIT_MARGIN = 40
WHEEL_NOTCH = 120
ZOOM_PER_NOTCH = 1.25
SCROLL_PER_NOTCH = 60
"""Logical px."""
TAP_SECONDS = 0.25
"""A held key let go sooner than this was a tap: it stays."""
TWICE_SECONDS = 0.4
"""Two taps within this time are a double tap."""
SPLIT_STEP, SPLIT_COARSE = 0.01, 0.10
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_MODIFIERS = (Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Shift)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Overlay(Protocol):
    """Something drawn over the picture whatever the tool is."""

    def paint(self, painter: QPainter, viewport: Viewport) -> None: ...


class CanvasView(QWidget):
    """Paints what is there and asks for the rest; holds no state of the document."""

    viewport_changed = Signal()
    pointer_moved = Signal(object)
    """(x, y) of the document pixel under the pointer, or None outside the canvas"""
    original_shown = Signal(bool)
    split_changed = Signal(bool)
    lens_changed = Signal()
    """another way to look at the document was chosen, or the view was turned"""
    first_painted = Signal()
    """everything in sight of a newly opened document has been painted"""
    key_released = Signal(int)
    """a key was let go, also one that belongs to a command"""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._images = TileImages(self)
        self._originals = TileImages(self)
        self._painter = TilePainter(self._images)
        self._original_painter = TilePainter(self._originals)
        self._original: Document | None = None
        self._viewport = Viewport(Size(1, 1))
        self._is_fit = True
        self._is_announced = True
        self._hand, self._zoom, self._turn = HandTool(self), ZoomTool(self), TurnTool(self)
        self._tool: Tool = self._hand
        self._held: Tool | None = None
        self._dragging: Tool | None = None
        self._overlays: list[Overlay] = []
        self._is_pen_down = False
        self._is_original = False
        self._surround: QColor | None = None
        self._wheel_scrolls = False
        self._shown: Document | None = None
        self._lens_name = ""
        self._masked: LayerId | None = None
        self._sheet: tuple[tuple[Size, int], Raster] | None = None
        self._holds = {
            Qt.Key.Key_Backslash: _Hold(lambda: self._is_original, self.set_original),
            Qt.Key.Key_F: _Hold(lambda: self.shows_solo, self.set_solo),
        }
        self._turn_since, self._turn_tapped = 0.0, 0.0
        self._split: float | None = None
        self._is_split_dragged = False
        self._has_grid = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(200, 150)
        self.setAccessibleName(tr("Canvas"))
        self.setAccessibleDescription(tr("The picture. Arrow keys move the layer or the view."))
        self._images.arrived.connect(self._on_arrived)
        self._originals.arrived.connect(self._on_arrived)
        session.opened.connect(self._on_opened)
        session.closed.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.selection_changed.connect(self._on_selection)
        theme.changed.connect(self.update)

    # What others may ask

    @property
    def viewport(self) -> Viewport:
        return self._viewport

    @property
    def zoom(self) -> float:
        """Size on the screen: 1.0 = one document pixel on one device pixel."""
        return self._viewport.scale

    @property
    def is_complete(self) -> bool:
        """Whether everything in sight is there and up to date."""
        return self._images.is_complete and self._originals.is_complete

    @property
    def shows_original(self) -> bool:
        return self._is_original

    @property
    def split(self) -> float | None:
        """Where the split line is, 0..1 of the picture's width, None when it is off."""
        return self._split

    @property
    def pixel_ratio(self) -> float:
        return self.devicePixelRatioF()

    @property
    def is_dragging(self) -> bool:
        """Whether a button or pen is down."""
        return self._dragging is not None

    def set_tool(self, tool: Tool) -> None:
        if tool is not self._tool:
            self._end_drag(is_cancelled=True)
            self._tool.deactivate()
            self._tool = tool
            tool.activate()
            self.update()
        self._show_cursor()

    def add_overlay(self, overlay: Overlay) -> None:
        """Draw this over the picture, under the tool."""
        self._overlays.append(overlay)
        self.update()

    def redraw(self, area: QRect | None = None) -> None:
        """What tools call. area: device pixels."""
        if area is None:
            self.update()
        else:
            self.update(self._logical(area))

    def show_cursor(self) -> None:
        """What tools call when they want another one."""
        self._show_cursor()

    @property
    def hand(self) -> Tool:
        return self._hand

    @property
    def zoom_tool(self) -> Tool:
        return self._zoom

    def fit(self) -> None:
        size = self._size()
        if size is not None:
            margin = round(FIT_MARGIN * self.devicePixelRatioF())
            self._set_viewport(fitted(self._viewport, size, margin))
            self._is_fit = True

    def show_actual_size(self) -> None:
        self._zoom_to(1.0)

    def zoom_in(self) -> None:
        self._zoom_to(step_in(self._viewport.scale))

    def zoom_out(self) -> None:
        self._zoom_to(step_out(self._viewport.scale))

    def zoom_to(self, rect: Rect) -> None:
        """Show this part of the document as large as it gets."""
        margin = round(FIT_MARGIN * self.devicePixelRatioF())
        self.show_viewport(fitted_to(self._viewport, rect, margin))

    def turn_by(self, steps: int) -> None:
        """Turn the view by steps of 15°, clockwise for positive ones."""
        degrees = round(self._viewport.turn / STEP + steps) * STEP
        self.show_viewport(turned(self._viewport, degrees))

    def turn_back(self) -> None:
        """Neither turned nor flipped any more."""
        self.show_viewport(replace(self._viewport, turn=0.0, is_flipped=False))

    def flip(self) -> None:
        self.show_viewport(flipped(self._viewport))

    def borrow_turn_tool(self) -> None:
        """Drags turn the view until this is called once more."""
        self._held = None if self._held is self._turn else self._turn
        self._show_cursor()

    def show_viewport(self, viewport: Viewport) -> None:
        """What tools call."""
        self._is_fit = False
        self._set_viewport(viewport)

    def set_surround(self, color: QColor | None) -> None:
        """What lies round the picture; None: the grey of the theme."""
        self._surround = color
        self.update()

    def set_wheel_scrolls(self, scrolls: bool) -> None:
        """Whether the wheel moves the view and zooms with Ctrl only."""
        self._wheel_scrolls = scrolls

    def set_grid(self, has_grid: bool) -> None:
        self._has_grid = has_grid
        self.update()

    def set_original(self, is_shown: bool) -> None:
        """Show the opened picture in place of the layers."""
        is_shown = is_shown and self._original is not None
        if is_shown != self._is_original:
            self._is_original = is_shown
            self._want()
            self.update()
            self.original_shown.emit(is_shown)

    def set_split(self, is_on: bool) -> None:
        """Original on the left of a line that can be moved, layers on the right."""
        is_on = is_on and self._original is not None
        if is_on != (self._split is not None):
            self._split = 0.5 if is_on else None
            self._want()
            self.update()
            self.split_changed.emit(is_on)

    # Other ways to look at the document

    @property
    def shows_solo(self) -> bool:
        """Whether only the chosen layers are shown, whatever their eyes say."""
        return self._lens_name == "solo"

    @property
    def shows_difference(self) -> bool:
        """Whether the distance from the opened picture is shown."""
        return self._lens_name == "difference"

    @property
    def shows_mask(self) -> bool:
        """Whether the current layer's mask is shown in black and white."""
        return self._lens_name == "mask"

    def set_solo(self, is_on: bool) -> None:
        self._set_lens("solo" if is_on else "")

    def set_difference(self, is_on: bool) -> None:
        self._set_lens("difference" if is_on and self._original is not None else "")

    def set_mask_view(self, is_on: bool) -> None:
        self._masked = self._session.current
        self._set_lens("mask" if is_on else "")

    def _set_lens(self, name: str) -> None:
        if name != self._lens_name:
            self._lens_name = name
            self._follow()
            self.update()
            self.lens_changed.emit()

    def _lens(self) -> Lens:
        match self._lens_name:
            case "solo":
                chosen = self._session.selected
                return lambda document: only(document, chosen)
            case "mask":
                masked, sheet = self._masked, self._white_sheet()
                return lambda document: (
                    document if masked is None else mask_alone(document, masked, sheet)
                )
            case "difference":
                return difference
            case _:
                return lambda document: document

    def _white_sheet(self) -> Raster:
        """Of the document's size and depth, the same one as long as these stay."""
        document = self._session.document
        assert document is not None
        kind = (document.size, document.depth)
        if self._sheet is None or self._sheet[0] != kind:
            self._sheet = (kind, white_sheet(document))
        return self._sheet[1]

    def _follow(self) -> None:
        """Show the document through the lens as it is now."""
        document, before = self._session.document, self._shown
        if document is None or before is None:
            return
        shown = self._lens()(document)
        self._shown = shown
        change = compare(before, shown)
        if change.resized:
            self._images.show(shown)
            self._painter.forget()
        elif change.dirty:
            self._images.follow(shown, change.dirty, self._active(document))
        self._want()

    def _on_selection(self) -> None:
        """Another layer is current: its mask, or it alone, is shown from now on."""
        if self.shows_mask and self._session.current != self._masked:
            self._masked = self._session.current
            self._follow()
        elif self.shows_solo:
            self._follow()

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
                    self.turn_back()
        self._show_cursor()

    def shutdown(self) -> None:
        """Wait for the workers: for the end of the program."""
        self._images.stop()
        self._originals.stop()

    # Following the session

    def _size(self) -> Size | None:
        document = self._session.document
        return None if document is None else document.size

    def _on_opened(self) -> None:
        self._end_drag(is_cancelled=True)
        document = self._session.document
        self._is_original = False
        self._split = None
        self._lens_name = ""
        self._shown = document
        self._painter.forget()
        self._original_painter.forget()
        self._images.show(document)
        self._show_original_of(document)
        self._viewport = replace(self._viewport, turn=0.0, is_flipped=False)
        self._is_announced = document is None
        if document is not None:
            self.fit()
            self._want()
        self.update()
        self.viewport_changed.emit()
        self.lens_changed.emit()

    def _on_changed(self, change: Change) -> None:
        document = self._session.document
        if document is None:
            return
        if document.original is not (self._original and self._original_raster()):
            self._show_original_of(document)
        if self._lens_name:
            self._follow()
            return
        self._shown = document
        if change.resized:
            self._images.show(document)
            self._painter.forget()
        elif change.dirty:
            self._images.follow(document, change.dirty, self._active(document))
        self._want()

    def _active(self, document: Document) -> LayerId | None:
        return self._session.current if self._session.is_in_gesture else None

    def _original_raster(self) -> Any:
        assert self._original is not None
        layer = self._original.layers[0]
        assert isinstance(layer, PixelLayer)
        return layer.raster

    def _show_original_of(self, document: Document | None) -> None:
        if document is None or document.original is None:
            self._original = None
            self.set_original(False)
            self.set_split(False)
        else:
            layer = PixelLayer(id=LayerId(1), name="Original", raster=document.original)
            self._original = replace(document, layers=(layer,), original=None)
        self._originals.show(self._original)
        self._original_painter.forget()

    def _on_arrived(self, level: int, keys: frozenset[tuple[int, int]]) -> None:
        if level != self._viewport.level:
            return
        area = QRect()
        for key in keys:
            place = level_tile_rect(level, key)
            area = area.united(qt_rect(self._viewport.on_screen(place)))
        self.update(self._logical(area))

    def _logical(self, area: QRect) -> QRect:
        """Device pixels of the unturned sheet as a rectangle for `update`, a little wider."""
        area = _turning(self._viewport).mapRect(area)
        ratio = self.devicePixelRatioF()
        return QRect(
            int(area.left() / ratio) - 1,
            int(area.top() / ratio) - 1,
            int(area.width() / ratio) + 3,
            int(area.height() / ratio) + 3,
        )

    # The viewport

    def _set_viewport(self, viewport: Viewport) -> None:
        size = self._size()
        if size is not None:
            viewport = kept_in_sight(viewport, size)
        if viewport != self._viewport:
            before, self._viewport = self._viewport, viewport
            self._want()
            self.update()
            self.viewport_changed.emit()
            if (before.turn, before.is_flipped) != (viewport.turn, viewport.is_flipped):
                self.lens_changed.emit()

    def _zoom_to(self, scale: float) -> None:
        view = self._viewport.view
        self.show_viewport(zoomed_at(self._viewport, view.width / 2, view.height / 2, scale))

    def _want(self) -> None:
        size = self._size()
        if size is None:
            return
        level = self._viewport.level
        keys = level_tiles(level, self._viewport.shown(size))
        self._images.want(level, () if self._is_original else keys)
        needs_original = self._is_original or self._split is not None
        self._originals.want(level, keys if needs_original else ())

    def resizeEvent(self, event: QResizeEvent) -> None:
        ratio = self.devicePixelRatioF()
        view = Size(round(self.width() * ratio), round(self.height() * ratio))
        viewport = resized(self._viewport, view)
        size = self._size()
        if size is not None and self._is_fit:
            viewport = fitted(viewport, size, round(FIT_MARGIN * ratio))
        elif size is not None and viewport.view.width <= 1:
            viewport = centred(viewport, size)
        self._set_viewport(viewport)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._surround or self._theme.tokens["canvas"])
        size = self._size()
        if size is None:
            return
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        picture = self._viewport.on_screen(size.rect)
        asked = event.rect()
        clip = Rect(
            int(asked.left() * ratio) - 1,
            int(asked.top() * ratio) - 1,
            int((asked.right() + 1) * ratio) + 1,
            int((asked.bottom() + 1) * ratio) + 1,
        )
        turning = _turning(self._viewport)
        if not self._viewport.is_upright:
            sheet = turning.inverted()[0].mapRect(qt_rect(clip)).adjusted(-1, -1, 1, 1)
            clip = Rect(sheet.left(), sheet.top(), sheet.right() + 1, sheet.bottom() + 1)
        clip = clip.intersected(picture)
        painter.save()
        painter.setTransform(turning, True)
        if not clip.is_empty:
            painter.save()
            painter.setClipRect(qt_rect(clip))
            painter.fillRect(qt_rect(clip), checkerboard(self._theme.tokens, ratio))
            self._paint_pictures(painter, size, picture, clip)
            if self._has_grid and self._viewport.shows_grid:
                paint_grid(painter, self._viewport, size, clip)
            painter.restore()
        paint_edge(painter, qt_rect(picture))
        for overlay in self._overlays:
            overlay.paint(painter, self._viewport)
        self._tool.paint(painter, self._viewport)
        if self._split is not None:
            icon = self._theme.icons.pixmap("chevrons-left-right", 16, ratio, QColor(0, 0, 0))
            paint_split(painter, qt_rect(picture), self._split_x(picture), ratio, icon)
        painter.restore()
        self._paint_signs(painter, qt_rect(picture), ratio)
        painter.end()
        if not self._is_announced and self.is_complete:
            self._is_announced = True
            self.first_painted.emit()

    def _paint_pictures(self, painter: QPainter, size: Size, picture: Rect, clip: Rect) -> None:
        if self._is_original:
            self._original_painter.paint(painter, self._viewport, size, clip)
            return
        if self._split is None:
            self._painter.paint(painter, self._viewport, size, clip)
            return
        x = self._split_x(picture)
        left = replace(clip, right=min(clip.right, x))
        right = replace(clip, left=max(clip.left, x))
        for part, tiles in ((left, self._original_painter), (right, self._painter)):
            if not part.is_empty:
                painter.save()
                painter.setClipRect(qt_rect(part))
                tiles.paint(painter, self._viewport, size, part)
                painter.restore()

    def _paint_signs(self, painter: QPainter, picture: QRect, ratio: float) -> None:
        """Labels that say what is shown when it is not simply the layers."""
        view = QRect(0, 0, self._viewport.view.width, self._viewport.view.height)
        place = _turning(self._viewport).mapRect(picture).intersected(view)
        if place.isEmpty():
            return
        painter.scale(ratio, ratio)
        logical = QRect(
            round(place.left() / ratio),
            round(place.top() / ratio),
            round(place.width() / ratio),
            round(place.height() / ratio),
        )
        font, tokens = self._theme.fonts["small"], self._theme.tokens
        name = self._sign()
        is_mirrored = self._viewport.is_flipped
        if self._split is not None:
            left, right = tr("Original"), name or tr("All layers")
            paint_pill(painter, left, font, tokens, logical, at_right=is_mirrored)
            paint_pill(painter, right, font, tokens, logical, at_right=not is_mirrored)
        elif self._is_original:
            paint_pill(painter, tr("Original"), font, tokens, logical, at_right=False)
        elif name:
            paint_pill(painter, name, font, tokens, logical, at_right=False)

    def _sign(self) -> str:
        """What the lens shows, for people."""
        match self._lens_name:
            case "solo":
                return tr("Chosen layers alone")
            case "mask":
                return tr("Layer mask")
            case "difference":
                factor = 255 // DIFFERENCE_WHITE
                return tr("Difference from the original, ×{factor}", factor=factor)
            case _:
                return ""

    def _split_x(self, picture: Rect) -> int:
        assert self._split is not None
        return picture.left + round(self._split * picture.width)

    # The pointer

    def _pointer(self, position: QPoint | Any, modifiers: Qt.KeyboardModifier) -> Pointer:
        ratio = self.devicePixelRatioF()
        x, y = self._viewport.to_sheet(position.x() * ratio, position.y() * ratio)
        return Pointer(x, y, *self._viewport.to_document(x, y), modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._is_of_pen(event):
            return
        pointer = self._pointer(event.position(), event.modifiers())
        if event.button() == Qt.MouseButton.RightButton and self._dragging is None:
            if not (self._session.is_open and self._tool.context(pointer, _global(event))):
                super().mousePressEvent(event)
            return
        self._press(pointer, event.button())

    def _press(self, pointer: Pointer, button: Qt.MouseButton, *, is_second: bool = False) -> None:
        if self._dragging is not None or not self._session.is_open:
            return
        if button == Qt.MouseButton.MiddleButton:
            self._dragging = self._hand
        elif button == Qt.MouseButton.LeftButton:
            if self._held is None and self._is_on_split(pointer):
                self._is_split_dragged = True
                return
            self._dragging = self._held or self._tool.under(pointer.modifiers)
        if self._dragging is not None:
            if is_second:
                self._dragging.double_press(pointer)
            else:
                self._dragging.press(pointer)
            self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._is_of_pen(event):
            self._move(self._pointer(event.position(), event.modifiers()))

    def _move(self, pointer: Pointer) -> None:
        if self._is_split_dragged:
            self._move_split_to(pointer.x)
        elif self._dragging is not None:
            self._dragging.move(pointer)
        else:
            self._show_cursor(is_on_split=self._is_on_split(pointer))
            if self._session.is_open:
                self._tool.hover(pointer)
        self._report(pointer)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._is_of_pen(event):
            self._release(self._pointer(event.position(), event.modifiers()))

    def _release(self, pointer: Pointer) -> None:
        self._is_split_dragged = False
        if self._dragging is not None:
            dragging, self._dragging = self._dragging, None
            dragging.release(pointer)
            self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._is_of_pen(event):
            return
        pointer = self._pointer(event.position(), event.modifiers())
        if self._split is not None and self._is_on_split(pointer):
            self._split = 0.5
            self.update()
        else:
            self._press(pointer, event.button(), is_second=True)

    def tabletEvent(self, event: QTabletEvent) -> None:
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

    def _is_of_pen(self, event: QMouseEvent) -> bool:
        """Whether a mouse event only repeats what the pen has already said."""
        kind = event.pointingDevice().pointerType()
        pens = (QPointingDevice.PointerType.Pen, QPointingDevice.PointerType.Eraser)
        return self._is_pen_down or kind in pens

    def leaveEvent(self, event: QEvent) -> None:
        self._tool.leave()
        self.pointer_moved.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self._session.is_open:
            return
        ratio = self.devicePixelRatioF()
        is_zoom = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        pixels = event.pixelDelta()
        has_phase = event.phase() != Qt.ScrollPhase.NoScrollPhase
        if has_phase and not pixels.isNull() and not is_zoom:  # two fingers
            dx, dy = round(pixels.x() * ratio), round(pixels.y() * ratio)
            self.show_viewport(panned_on_screen(self._viewport, dx, dy))
        elif self._wheel_scrolls and not is_zoom:
            turn = event.angleDelta()
            is_sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            across, down = (turn.y(), turn.x()) if is_sideways else (turn.x(), turn.y())
            step = SCROLL_PER_NOTCH * ratio / WHEEL_NOTCH
            self.show_viewport(panned_on_screen(self._viewport, across * step, down * step))
        else:
            notches = event.angleDelta().y() / WHEEL_NOTCH
            self._zoom_at(event.position(), ZOOM_PER_NOTCH**notches)
        event.accept()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._zoom_at(event.position(), 1.0 + event.value())
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.resizeEvent(QResizeEvent(self.size(), self.size()))
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_plain = event.modifiers() in (_NO_MODIFIER, Qt.KeyboardModifier.KeypadModifier)
            if is_plain and self._tool.claims(Qt.Key(event.key())):
                event.accept()
                return True
        return super().event(event)

    def _zoom_at(self, position: Any, factor: float) -> None:
        pointer = self._pointer(position, Qt.KeyboardModifier.NoModifier)
        scale = self._viewport.scale * factor
        self.show_viewport(zoomed_at(self._viewport, pointer.x, pointer.y, scale))
        self._report(pointer)

    def _report(self, pointer: Pointer) -> None:
        size = self._size()
        x, y = self._viewport.to_document(pointer.x, pointer.y)
        is_inside = size is not None and 0 <= x < size.width and 0 <= y < size.height
        self.pointer_moved.emit((int(x), int(y)) if is_inside else None)

    def _is_on_split(self, pointer: Pointer) -> bool:
        size = self._size()
        if self._split is None or size is None:
            return False
        picture = self._viewport.on_screen(size.rect)
        distance = abs(pointer.x - self._split_x(picture))
        near_handle = abs(pointer.y - split_handle_y(qt_rect(picture))) <= 16
        ratio = self.devicePixelRatioF()
        return distance <= (16 if near_handle else 6) * ratio

    def _move_split_to(self, x: float) -> None:
        size = self._size()
        if size is not None and self._split is not None:
            picture = self._viewport.on_screen(size.rect)
            self._split = min(max((x - picture.left) / max(1, picture.width), 0.0), 1.0)
            self.update()

    def _end_drag(self, *, is_cancelled: bool) -> None:
        dragging, self._dragging = self._dragging, None
        self._is_split_dragged = False
        if dragging is not None and is_cancelled:
            dragging.cancel()

    def _show_cursor(self, *, is_on_split: bool = False) -> None:
        if is_on_split:
            self.setCursor(Qt.CursorShape.SplitHCursor)
        elif isinstance(self._dragging, HandTool):
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            held = QGuiApplication.keyboardModifiers()
            tool = self._dragging or self._held or self._tool.under(held)
            self.setCursor(tool.cursor)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        held = (Qt.Key.Key_Space, Qt.Key.Key_R, *self._holds)
        if event.isAutoRepeat() and key in held:
            return
        if key == Qt.Key.Key_Space:
            self._held = self._lent_by_space(event.modifiers())
            self._show_cursor()
        elif key == Qt.Key.Key_Escape and self._dragging is not None:
            self._end_drag(is_cancelled=True)
        elif not (
            self._on_arrow(Qt.Key(key), event.modifiers())
            or (self._session.is_open and self._tool.key(Qt.Key(key), event.modifiers()))
            or self.hold_key(key, is_down=True)
        ):
            self._follow_modifiers(key)
            super().keyPressEvent(event)

    def _lent_by_space(self, modifiers: Qt.KeyboardModifier) -> Tool:
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return self._zoom
        return self._turn if modifiers & Qt.KeyboardModifier.ShiftModifier else self._hand

    def _follow_modifiers(self, key: int) -> None:
        """Another tool may take over while Alt or Ctrl is held."""
        if key in _MODIFIERS and self._dragging is None:
            self._show_cursor()
            self.update()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Space:
            self._held = None
            self._show_cursor()
        elif not self.hold_key(event.key(), is_down=False):
            self._follow_modifiers(event.key())
            self.key_released.emit(event.key())
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._held = None
        for hold in self._holds.values():
            hold.drop()
        self._show_cursor()
        super().focusOutEvent(event)

    def _on_arrow(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if not self._session.is_open or key not in _ARROWS:
            return False
        is_coarse = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        dx, dy = _ARROWS[key]
        if self._split is not None and dx:
            step = SPLIT_COARSE if is_coarse else SPLIT_STEP
            self._split = min(max(self._split + dx * step, 0.0), 1.0)
            self.update()
            return True
        return self._tool.arrow(dx, dy, is_coarse=is_coarse)


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


def _turning(viewport: Viewport) -> QTransform:
    """From the unturned sheet to the screen, device pixels."""
    if viewport.is_upright:
        return QTransform()
    middle_x, middle_y = viewport.view.width / 2, viewport.view.height / 2
    turning = QTransform().translate(middle_x, middle_y).rotate(viewport.turn)
    if viewport.is_flipped:
        turning.scale(-1, 1)
    return turning.translate(-middle_x, -middle_y)


def _global(event: QMouseEvent) -> QPoint:
    return event.globalPosition().toPoint()
