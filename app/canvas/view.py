"""The canvas: shows the session's document through a viewport and gives the pointer to a tool."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTabletEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.canvas.handling import Handling
from app.canvas.lenses import (
    DIFFERENCE_WHITE,
    Lens,
    RedMask,
    difference,
    mask_alone,
    only,
    white_sheet,
)
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
from app.canvas.tools.tool import Pointer
from app.canvas.tools.turn import STEP
from app.canvas.viewport import (
    Viewport,
    centred,
    fitted,
    fitted_to,
    flipped,
    kept_in_sight,
    level_tile_rect,
    level_tiles,
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
from engine.document.edits import with_layer
from engine.document.geometry import Rect, Size
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import Raster
from engine.document.tree import find_layer

FIT_MARGIN = 40
SETTLE_MS = 60
SPLIT_STEP, SPLIT_COARSE = 0.01, 0.10
_QUICK_MASK = "quick mask"


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
        self._reserved = (0, 0)
        self._is_announced = True
        self.handling = Handling(self, session)
        self._overlays: list[Overlay] = []
        self._is_original = False
        self._surround: QColor | None = None
        self._shown: Document | None = None
        self._lens_name = ""
        self._masked: LayerId | None = None
        self._sheet: tuple[tuple[Size, int], Raster] | None = None
        self._red = RedMask()
        self._split: float | None = None
        self._has_grid = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(200, 150)
        self.setAccessibleName(tr("Canvas"))
        self.setAccessibleDescription(tr("The picture. Arrow keys move the layer or the view."))
        self._settle_ms = SETTLE_MS
        self._settling = QTimer(self, singleShot=True)
        self._settling.timeout.connect(self._refine)
        self._images.arrived.connect(self._on_arrived)
        self._originals.arrived.connect(self._on_arrived)
        session.opened.connect(self._on_opened)
        session.closed.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.selection_changed.connect(self._on_selection)
        session.area_changed.connect(self._on_area)
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
        """Whether everything in sight is there, up to date and as sharp as it gets."""
        is_rough = self._painter.is_rough or self._original_painter.is_rough
        return self._images.is_complete and self._originals.is_complete and not is_rough

    @property
    def is_current(self) -> bool:
        """Whether what is in sight shows the document as it is now, be it roughly."""
        return self._images.is_current and self._originals.is_current

    @property
    def shows_original(self) -> bool:
        return self._is_original

    @property
    def shows_layers(self) -> bool:
        """Whether the layers are shown as they are, all over and upright."""
        is_plain = not self._is_original and self._split is None and not self._lens_name
        return is_plain and self._viewport.is_upright

    def picture(self) -> QImage:
        """What is shown of the layers on their checkerboard, the size of the view in device
        pixels; nothing that lies over the picture."""
        view, size = self._viewport.view, self._size()
        image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
        image.fill(self._surround or self._theme.tokens["canvas"])
        if size is not None:
            clip = self._viewport.on_screen(size.rect).intersected(view.rect)
            painter = QPainter(image)
            painter.setClipRect(qt_rect(clip))
            ratio = self.devicePixelRatioF()
            painter.fillRect(qt_rect(clip), checkerboard(self._theme.tokens, ratio))
            self._painter.paint(painter, self._viewport, size, clip)
            painter.end()
        return image

    @property
    def split(self) -> float | None:
        """Where the split line is, 0..1 of the picture's width, None when it is off."""
        return self._split

    @property
    def pixel_ratio(self) -> float:
        return self.devicePixelRatioF()

    def add_overlay(self, overlay: Overlay) -> None:
        """Draw this over the picture, under the tool."""
        self._overlays.append(overlay)
        self.update()

    def centre(self) -> tuple[float, float]:
        """The document pixel in the middle of the view."""
        view = self._viewport.view
        return self._viewport.to_document(view.width / 2, view.height / 2)

    def redraw(self, area: QRect | None = None) -> None:
        """What tools call. area: device pixels."""
        if area is None:
            self.update()
        else:
            self.update(self._logical(area))

    def show_cursor(self) -> None:
        """What tools call when they want another one."""
        self.handling.show_cursor()

    def fit(self) -> None:
        size = self._size()
        if size is not None:
            self._set_viewport(self._fitted(self._viewport, size))
            self._is_fit = True

    def reserve(self, right: int, bottom: int) -> None:
        """Leave room for what lies over the canvas when the picture is fitted, logical px: the foot
        stays free, the right side as far as there is room on the left."""
        self._reserved = (right, bottom)
        if self._is_fit:
            self.fit()

    def _fitted(self, viewport: Viewport, size: Size) -> Viewport:
        ratio, view = self.devicePixelRatioF(), viewport.view
        margin = round(FIT_MARGIN * ratio)
        right, bottom = (round(one * ratio) for one in self._reserved)
        if not viewport.is_upright or not bottom:
            return fitted(viewport, size, margin)
        inside = replace(viewport, view=Size(view.width, max(1, view.height - bottom)))
        made = fitted(inside, size, margin)
        furthest = view.width - right - margin - round(size.width * made.scale)
        left = max(min(made.left, furthest), min(made.left, margin))
        return replace(made, view=view, left=left)

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
        self.handling.wheel_scrolls = scrolls

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

    def is_on_split(self, pointer: Pointer) -> bool:
        """Whether the pointer can take hold of the split line or its handle."""
        size = self._size()
        if self._split is None or size is None:
            return False
        picture = self._viewport.on_screen(size.rect)
        distance = abs(pointer.x - self._split_x(picture))
        near_handle = abs(pointer.y - split_handle_y(qt_rect(picture))) <= 16
        ratio = self.devicePixelRatioF()
        return distance <= (16 if near_handle else 6) * ratio

    def move_split_to(self, x: float) -> None:
        """x: device pixels of the sheet."""
        size = self._size()
        if size is not None and self._split is not None:
            picture = self._viewport.on_screen(size.rect)
            self._place_split((x - picture.left) / max(1, picture.width))

    def centre_split(self) -> None:
        self._place_split(0.5)

    def nudge_split(self, steps: int, *, is_coarse: bool) -> bool:
        """Move the split line by steps of 1 or 10 %; False when there is none."""
        if self._split is None:
            return False
        self._place_split(self._split + steps * (SPLIT_COARSE if is_coarse else SPLIT_STEP))
        return True

    def _place_split(self, share: float) -> None:
        self._split = min(max(share, 0.0), 1.0)
        self.update()

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

    @property
    def shows_red_mask(self) -> bool:
        """Whether red lies wherever the current layer's mask hides, over what it hides."""
        return self._lens_name == "red mask"

    def set_red_mask(self, is_on: bool) -> None:
        self._masked = self._session.current
        self._set_lens("red mask" if is_on else "")

    def set_solo(self, is_on: bool) -> None:
        self._set_lens("solo" if is_on else "")

    def set_difference(self, is_on: bool) -> None:
        self._set_lens("difference" if is_on and self._original is not None else "")

    def set_mask_view(self, is_on: bool) -> None:
        self._masked = self._session.current
        self._set_lens("mask" if is_on else "")

    def _set_lens(self, name: str) -> None:
        if not name and self._session.is_quick_mask:
            name = _QUICK_MASK
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
            case "red mask":
                return self._under_red
            case _ if self._lens_name == _QUICK_MASK:
                area = self._session.area
                if area is None:
                    return lambda document: document
                return lambda document: self._red.over(document, area.coverage)
            case "difference":
                return difference
            case _:
                return lambda document: document

    def _under_red(self, document: Document) -> Document:
        layer = None if self._masked is None else find_layer(document, self._masked)
        if layer is None or layer.mask is None:
            return document
        bare = with_layer(document, layer.id, mask=replace(layer.mask, enabled=False))
        return self._red.over(bare, layer.mask.raster)

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
        if (self.shows_mask or self.shows_red_mask) and self._session.current != self._masked:
            self._masked = self._session.current
            self._follow()
        elif self.shows_solo:
            self._follow()

    def _on_area(self) -> None:
        """As a quick mask what is selected is shown in place of its outline."""
        if self._session.is_quick_mask:
            if self._lens_name == _QUICK_MASK:
                self._follow()
            else:
                self._set_lens(_QUICK_MASK)
        elif self._lens_name == _QUICK_MASK:
            self._set_lens("")

    def shutdown(self) -> None:
        """Wait for the workers: for the end of the program."""
        self._images.stop()
        self._originals.stop()

    # Following the session

    def _size(self) -> Size | None:
        document = self._session.document
        return None if document is None else document.size

    def _on_opened(self) -> None:
        self.handling.end_drag()
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
        """The layer that is changing, so that what lies below and above it is drawn only once."""
        if not self._session.is_in_gesture:
            return None
        if self._lens_name == _QUICK_MASK:
            return LayerId(document.next_id)  # the red one
        return self._session.current

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
        if level not in (self._viewport.level, self._viewport.draft_level):
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

    def _refine(self) -> None:
        """Nothing moved for a while: paint with care what was painted roughly, piece by piece."""
        self._painter.refine()
        self._original_painter.refine()
        self._settle_ms = 0
        self.update()

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
        draft_level = self._viewport.draft_level
        self._images.want(level, () if self._is_original else keys, draft_level)
        needs_original = self._is_original or self._split is not None
        self._originals.want(level, keys if needs_original else ())

    def resizeEvent(self, event: QResizeEvent) -> None:
        ratio = self.devicePixelRatioF()
        view = Size(round(self.width() * ratio), round(self.height() * ratio))
        viewport = resized(self._viewport, view)
        size = self._size()
        if size is not None and self._is_fit:
            viewport = self._fitted(viewport, size)
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
        self.handling.tool.paint(painter, self._viewport)
        if self._split is not None:
            icon = self._theme.icons.pixmap("chevrons-left-right", 16, ratio, QColor(0, 0, 0))
            paint_split(painter, qt_rect(picture), self._split_x(picture), ratio, icon)
        painter.restore()
        self._paint_signs(painter, qt_rect(picture), ratio)
        painter.end()
        if self._painter.is_rough or self._original_painter.is_rough:
            self._settling.start(self._settle_ms)
        self._settle_ms = SETTLE_MS
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
            case "mask" | "red mask":
                return tr("Layer mask")
            case _ if self._lens_name == _QUICK_MASK:
                return tr("Quick mask")
            case "difference":
                factor = 255 // DIFFERENCE_WHITE
                return tr("Difference from the original, ×{factor}", factor=factor)
            case _:
                return ""

    def _split_x(self, picture: Rect) -> int:
        assert self._split is not None
        return picture.left + round(self._split * picture.width)

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.handling.mouse_press(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.handling.mouse_move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.handling.mouse_release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.handling.mouse_double_click(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        self.handling.pen(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.handling.leave()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.handling.wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.handling.key_press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.handling.key_release(event):
            self.key_released.emit(event.key())
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.handling.focus_out()
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.handling.zoom_at(event.position(), 1.0 + event.value())
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.resizeEvent(QResizeEvent(self.size(), self.size()))
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self.handling.claims(event):
            event.accept()
            return True
        return super().event(event)


def _turning(viewport: Viewport) -> QTransform:
    """From the unturned sheet to the screen, device pixels."""
    if viewport.is_upright:
        return QTransform()
    middle_x, middle_y = viewport.view.width / 2, viewport.view.height / 2
    turning = QTransform().translate(middle_x, middle_y).rotate(viewport.turn)
    if viewport.is_flipped:
        turning.scale(-1, 1)
    return turning.translate(-middle_x, -middle_y)
