"""The picture in other colours within a frame: drawn over the tiles until these have followed.

What is on the screen is kept as one image; a change of colour moves the pixels in which the
changed slots show (engine.recolor.screen). How much each slot shows where is found beside the GUI
thread for every view. Where that is not possible the tiles follow the document, a little later.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QImage, QPainter

from app.canvas.view import CanvasView
from app.canvas.viewport import NEAREST_ABOVE, Viewport, level_tile_rect, level_tiles
from app.session.background import Background
from app.session.recoloring import Recoloring
from app.session.session import Session
from engine.document.model import Color, Document, Layer, LayerId, SlotMap
from engine.document.raster import TILE, Raster, TileKey
from engine.document.slots import slots_of
from engine.document.tree import layer_by_id
from engine.recolor.screen import gains, is_affine, shares, slots_in, surroundings
from engine.recolor.screen_kernels import copied, gathered, shifted

AT_ONCE = 4
"""Slots whose places are found in one go, the focused one first."""
SETTLED = 40
"""Milliseconds after which it is looked whether all tiles have followed."""
MOST_GAINS = 2600
"""Level-0 tiles whose gains are kept: 48 KB each."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a slot shows on the screen and how much: places N, row by row, and gains N×3 (blue,
    green, red). area: the rectangle round them, device pixels."""

    places: npt.NDArray[np.int32]
    gains: npt.NDArray[np.uint8]
    area: QRect


@dataclass(frozen=True, slots=True)
class _View:
    """What shapes depend on."""

    viewport: Viewport
    layer: LayerId
    ids: Raster
    around: tuple[Layer, ...]

    def is_like(self, other: _View) -> bool:
        return (
            self.viewport == other.viewport
            and self.layer == other.layer
            and self.ids is other.ids
            and self.has_same_gains(other)
        )

    def has_same_gains(self, other: _View) -> bool:
        return self.layer == other.layer and self.around == other.around


class RecolorPreview(QObject):
    """An overlay of the canvas, under all others. Lives on the GUI thread."""

    def __init__(self, session: Session, recoloring: Recoloring, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._session, self._it, self._canvas = session, recoloring, canvas
        self._background = Background(self)
        self._background.done.connect(self._on_shapes)
        self._workshop = _Workshop()
        self._view: _View | None = None
        self._shapes: dict[int, Shape] = {}
        self._waiting: list[int] = []
        self._base: npt.NDArray[np.uint8] | None = None
        self._base_colors: Mapping[int, Color] = {}
        self._frame: npt.NDArray[np.uint8] | None = None
        self._image: QImage | None = None
        self._moved: dict[int, Color] = {}
        self._is_shown = False
        self._look = QTimer(self, singleShot=True, interval=SETTLED)
        self._look.timeout.connect(self._on_look)
        recoloring.switched.connect(self._restart)
        recoloring.changed.connect(self._on_changed)
        session.changed.connect(self._on_document)
        canvas.viewport_changed.connect(self._restart)
        for signal in (canvas.original_shown, canvas.split_changed, canvas.lens_changed):
            signal.connect(self._restart)
        canvas.add_overlay(self)

    @property
    def is_ready(self) -> bool:
        """Whether every slot in sight can be recoloured at once."""
        return self._base is not None and not self._waiting and not self._background.is_busy

    @property
    def is_shown(self) -> bool:
        """Whether it is drawn over the tiles."""
        return self._is_shown

    def shape(self, slot_id: int) -> Shape | None:
        """Where a slot shows on the screen; None when it is not known yet."""
        return self._shapes.get(slot_id)

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        if self._is_shown and self._image is not None:
            size = self._session.document.size if self._session.document else None
            if size is not None:
                place = viewport.on_screen(size.rect)
                area = QRect(place.left, place.top, place.width, place.height)
                area = area.intersected(self._image.rect())
                painter.drawImage(area, self._image, area)

    def stop(self) -> None:
        """For the end of the program."""
        self._look.stop()
        self._background.stop()

    # Following colours

    def _on_changed(self) -> None:
        if not self._it.is_on or not self._it.has_slots:
            return
        if self._view is None or self._view.ids is not self._it.slots.ids:
            self._restart()
            return
        if self._it.is_settled:
            self._look.start()
        if not self._show():
            self._it.paint_soon()

    def _show(self) -> bool:
        """Draw the present colours; False when not all of it is possible yet."""
        if self._base is None and not self._take_base():
            return False
        assert self._base is not None and self._frame is not None
        colors = {slot.id: slot.color for slot in self._it.slots.palette}
        base = self._base_colors
        moved = {one: color for one, color in colors.items() if color != base.get(one, color)}
        touched = [
            one for one in {**moved, **self._moved} if moved.get(one) != self._moved.get(one)
        ]
        if any(one not in self._shapes for one in touched):
            return False
        # Borders mix slots, so all that share pixels with what changes are painted again.
        again = {**moved, **self._moved}
        shapes = {one: self._shapes[one] for one in again if one in self._shapes}
        for shape in shapes.values():
            copied(self._frame, self._base, shape.places)
        scale = 255.0 / ((1 << self._it.depth) - 1)
        for one in moved:
            before, after = base[one], moved[one]
            red, green, blue = ((new - old) * scale for old, new in zip(before, after, strict=True))
            shifted(self._frame, shapes[one].places, shapes[one].gains, blue, green, red)
        self._moved = moved
        self._is_shown = True
        area = QRect()
        for one in touched:
            area = area.united(shapes[one].area)
        self._canvas.redraw(area)
        return True

    def _take_base(self) -> bool:
        """Keep what is on the screen now, when that is the picture in the document's colours."""
        canvas, document = self._canvas, self._session.document
        view = self._view
        if view is None or document is None or not canvas.shows_layers or not canvas.is_complete:
            return False
        layer = layer_by_id(document, view.layer)
        image = canvas.picture()
        size = (image.height(), image.width())
        pixels = np.frombuffer(image.constBits(), np.uint8).reshape(-1, 4)
        self._base = pixels.copy()
        self._frame = self._base.copy()
        self._image = QImage(
            self._frame.data, size[1], size[0], size[1] * 4, QImage.Format.Format_RGB32
        )
        self._base_colors = {slot.id: slot.color for slot in slots_of(layer).palette}
        self._moved = {}
        return True

    def _drop_base(self) -> None:
        self._base = self._frame = self._image = None
        self._base_colors, self._moved = {}, {}
        if self._is_shown:
            self._is_shown = False
            self._canvas.redraw()

    def _on_look(self) -> None:
        """Once the tiles have followed they are shown, and are what the next change starts from."""
        if not self._it.is_on:
            return
        if not self._canvas.is_complete or not self._it.is_settled:
            self._look.start()
            return
        if self._is_shown or self._base is None:
            self._drop_base()
            self._take_base()
        self._follow()

    # Following the view and the other layers

    def _on_document(self) -> None:
        if not self._it.is_on:
            return
        if not self._it.is_recording:
            self._drop_base()
        self._look.start()

    def _restart(self) -> None:
        """Another view, layer or mode: nothing that was found holds."""
        self._it_settles()
        self._drop_base()
        self._view = None
        self._shapes.clear()
        self._waiting.clear()
        self._background.drop()
        if self._it.is_on:
            self._look.start()

    def _it_settles(self) -> None:
        """What is only shown here must be in the tiles when this goes."""
        if self._is_shown and not self._it.is_settled:
            self._it.paint_soon()

    def _follow(self) -> None:
        """Find the shapes of this view, if they are not known."""
        view = self._present_view()
        if view is None:
            return
        if self._view is not None and view.is_like(self._view):
            if not self._waiting or self._background.is_busy:
                return
        else:
            self._view = view
            self._shapes.clear()
            focus = self._it.focus
            ids = [slot.id for slot in self._it.list]
            self._waiting = ids if focus is None else [focus.id, *(i for i in ids if i != focus.id)]
        if self._base is None:
            self._take_base()
        self._find_next()

    def _present_view(self) -> _View | None:
        layer, document = self._it.layer, self._session.document
        if layer is None or layer.slots is None or document is None:
            return None
        if not self._canvas.viewport.is_upright or not self._canvas.shows_layers:
            return None
        if not is_affine(document, layer.id):
            return None
        around = surroundings(document, layer.id)
        return _View(self._canvas.viewport, layer.id, layer.slots.ids, around)

    def _find_next(self) -> None:
        document, view = self._session.document, self._view
        if self._waiting and document is not None and view is not None:
            some, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
            self._background.run(partial(self._workshop.shapes, view, document, some))

    def _on_shapes(self, result: tuple[_View, dict[int, Shape]]) -> None:
        view, shapes = result
        if view is self._view:
            self._shapes.update(shapes)
            self._find_next()
            if not self._it.is_settled:
                self._show()


class _Workshop:
    """What the background thread owns: gains by tile, and which slots a tile holds."""

    def __init__(self) -> None:
        self._view: _View | None = None
        self._gains: dict[TileKey, npt.NDArray[np.uint8]] = {}
        self._held: dict[TileKey, frozenset[int]] = {}

    def shapes(
        self, view: _View, document: Document, slot_ids: list[int]
    ) -> tuple[_View, dict[int, Shape]]:
        """Where these slots show in the view."""
        if self._view is None or not view.has_same_gains(self._view):
            self._gains.clear()
        if self._view is None or view.ids is not self._view.ids:
            self._held.clear()
        self._view = view
        if len(self._gains) > MOST_GAINS:
            self._gains.clear()
        slots = slots_of(layer_by_id(document, view.layer))
        tiles = level_tiles(view.viewport.level, view.viewport.shown(document.size))
        return view, {one: self._shape(view, document, slots, tiles, one) for one in slot_ids}

    def _shape(
        self,
        view: _View,
        document: Document,
        slots: SlotMap,
        tiles: list[TileKey],
        slot_id: int,
    ) -> Shape:
        viewport, level = view.viewport, view.viewport.level
        width, height = viewport.view.width, viewport.view.height
        places: list[npt.NDArray[np.int32]] = [np.empty(0, np.int32)]
        strengths: list[npt.NDArray[np.uint8]] = [np.empty((0, 3), np.uint8)]
        for key in tiles:
            under = [one for one in _under(level, key) if slot_id in self._slots_in(slots, one)]
            if not under:
                continue
            self._find_gains(document, view, under)
            pixels = shares(slots, slot_id, level, key, {one: self._gains[one] for one in under})
            target = viewport.on_screen(level_tile_rect(level, key))
            shown = _as_shown(pixels, target.width, target.height, viewport.scale)
            room = shown.shape[0] * shown.shape[1]
            at, strength = np.empty(room, np.int32), np.empty((room, 3), np.uint8)
            used = gathered(shown, target.left, target.top, width, height, at, strength, 0)
            places.append(at[:used])
            strengths.append(strength[:used])
        whole = np.concatenate(places)
        order = np.argsort(whole, kind="stable")
        whole = whole[order]
        return Shape(whole, np.concatenate(strengths)[order], _area(whole, width))

    def _slots_in(self, slots: SlotMap, key: TileKey) -> frozenset[int]:
        if key not in self._held:
            self._held[key] = slots_in(slots, (key,))
        return self._held[key]

    def _find_gains(self, document: Document, view: _View, keys: list[TileKey]) -> None:
        missing = [key for key in keys if key not in self._gains]
        if missing:
            self._gains.update(gains(document, view.layer, missing))


def _under(level: int, key: TileKey) -> list[TileKey]:
    side = 1 << level
    return [
        ((key[0] << level) + down, (key[1] << level) + right)
        for down in range(side)
        for right in range(side)
    ]


def _as_shown(
    pixels: npt.NDArray[np.uint8], width: int, height: int, scale: float
) -> npt.NDArray[np.uint8]:
    """A tile (BGRX) at its size on the screen, resampled in the way the canvas draws tiles."""
    image = QImage(pixels.data, TILE, TILE, TILE * 4, QImage.Format.Format_RGB32)
    if width < TILE or height < TILE:
        image = image.scaled(
            width,
            height,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    elif width > TILE or height > TILE:
        target = QImage(width, height, QImage.Format.Format_RGB32)
        painter = QPainter(target)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale <= NEAREST_ABOVE)
        painter.drawImage(QRect(0, 0, width, height), image)
        painter.end()
        image = target
    shown = np.frombuffer(image.constBits(), np.uint8)
    return shown.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width()].copy()


def _area(places: npt.NDArray[np.int32], width: int) -> QRect:
    """The rectangle round places on a screen of this width."""
    if not len(places):
        return QRect()
    columns = places % width
    left, right = int(columns.min()), int(columns.max())
    top, bottom = int(places[0]) // width, int(places[-1]) // width
    return QRect(left, top, right - left + 1, bottom - top + 1)
