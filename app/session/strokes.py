"""Brush strokes: shown while they are made, one undo step each.

Dabs are worked out beside the GUI thread, all positions that came meanwhile at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import overload

from PySide6.QtCore import QObject, Signal

from app.languages.translate import tr
from app.session.background import Background
from app.session.colors import Rgb, in_depth
from app.session.session import Gesture, Session
from engine.document.edits import with_layer_replaced
from engine.document.model import Document, Layer, LayerId, PixelLayer
from engine.document.raster import Raster
from engine.document.tree import find_layer, layer_by_id, places
from engine.painting.brush import Brush, BrushMode, StrokePoint
from engine.painting.stroke import Stroke


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one run on the worker has drawn. raster: after it."""

    stroke: Stroke
    raster: Raster
    is_last: bool


class Painter(QObject):
    """Paints on the current layer of a session. Lives on the GUI thread."""

    refused = Signal(str)
    """why nothing can be painted, for people"""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session = session
        self._background = Background(self)
        self._background.done.connect(self._on_drawn)
        self._gesture: Gesture | None = None
        self._stroke: Stroke | None = None
        self._layer_id = LayerId(0)
        self._is_on_mask = False
        self._keeps_slots = False
        self._points: list[StrokePoint] = []
        self._is_ending = False

    @property
    def is_painting(self) -> bool:
        """Whether a stroke is being made or its last piece worked out."""
        return self._gesture is not None

    def begin(self, brush: Brush, color: Rgb) -> bool:
        """Start a stroke on the current layer in `color`; False when it cannot be painted on."""
        self.finish_now()
        document = self._session.document
        is_on_mask = self._session.is_on_mask
        layer = paint_target(document, self._session.current, on_mask=is_on_mask)
        if document is None or isinstance(layer, str):
            self.refused.emit(layer if isinstance(layer, str) else "No picture is open.")
            return False
        raster = _raster_of(layer, on_mask=is_on_mask)
        color = _gray(color) if is_on_mask else color
        brush = replace(brush, color=in_depth(color, document.depth))
        is_eraser = brush.mode is BrushMode.ERASE
        self._gesture = self._session.begin(tr("Erase") if is_eraser else tr("Brush"))
        self._stroke = Stroke.begin(
            raster,
            brush,
            selection=self._session.area,
            keep_alpha=layer.locks.transparency,
        )
        self._is_on_mask = is_on_mask
        self._layer_id = layer.id
        self._keeps_slots = is_eraser  # alpha alone changes
        self._points = []
        self._is_ending = False
        return True

    def add(self, point: StrokePoint) -> None:
        """The pen went to `point`."""
        if self._gesture is not None and not self._is_ending:
            self._points.append(point)
            self._go_on()

    def finish(self) -> None:
        """The pen was lifted: record the stroke once all of it is drawn."""
        if self._gesture is not None and not self._is_ending:
            self._is_ending = True
            self._go_on()

    def cancel(self) -> None:
        """Take the stroke back; nothing is recorded."""
        gesture, self._gesture = self._gesture, None
        self._stroke = None
        self._background.drop()
        if gesture is not None:
            gesture.abort()

    def finish_now(self) -> None:
        """Record what is drawn so far of a stroke that is not over: another one begins."""
        gesture, self._gesture = self._gesture, None
        stroke, self._stroke = self._stroke, None
        if gesture is None or stroke is None:
            return
        self._background.drop()
        self._background.wait()
        stroke.extended(self._points)
        raster, _ = stroke.finished()
        self._show(gesture, raster)
        gesture.commit()

    def stop(self) -> None:
        """For the end of the program."""
        self.cancel()
        self._background.stop()

    def _go_on(self) -> None:
        stroke = self._stroke
        if stroke is None or self._background.is_busy:
            return
        points, self._points = self._points, []
        is_last = self._is_ending

        def drawn() -> _Piece:
            raster, _ = stroke.extended(points)
            if is_last:
                raster, _ = stroke.finished()
            return _Piece(stroke, raster, is_last)

        self._background.run(drawn)

    def _on_drawn(self, piece: _Piece) -> None:
        gesture = self._gesture
        if gesture is None or piece.stroke is not self._stroke:
            self._go_on()  # a piece of the stroke before this one
            return
        self._show(gesture, piece.raster)
        if piece.is_last:
            self._gesture = self._stroke = None
            gesture.commit()
        elif self._points or self._is_ending:
            self._go_on()

    def _show(self, gesture: Gesture, raster: Raster) -> None:
        layer_id, keeps_slots = self._layer_id, self._keeps_slots
        is_on_mask = self._is_on_mask

        def edit(document: Document) -> Document:
            layer = layer_by_id(document, layer_id)
            if is_on_mask:
                return _with_mask_raster(document, layer, raster)
            assert isinstance(layer, PixelLayer)
            if raster is layer.raster:
                return document
            slots = layer.slots if keeps_slots else None
            return with_layer_replaced(
                document, layer_id, replace(layer, raster=raster, slots=slots)
            )

        gesture.update(edit)


def _raster_of(layer: Layer, *, on_mask: bool) -> Raster:
    if on_mask:
        assert layer.mask is not None
        return layer.mask.raster
    assert isinstance(layer, PixelLayer)
    return layer.raster


def _with_mask_raster(document: Document, layer: Layer, raster: Raster) -> Document:
    mask = layer.mask
    if mask is None or raster is mask.raster:
        return document
    return with_layer_replaced(
        document, layer.id, replace(layer, mask=replace(mask, raster=raster))
    )


def _gray(color: Rgb) -> Rgb:
    """The colour's lightness (Rec. 601 luma), as a mask takes it."""
    red, green, blue = color
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return level, level, level


@overload
def paint_target(document: Document | None, layer_id: LayerId | None) -> PixelLayer | str: ...


@overload
def paint_target(
    document: Document | None, layer_id: LayerId | None, *, on_mask: bool
) -> Layer | str: ...


def paint_target(
    document: Document | None, layer_id: LayerId | None, *, on_mask: bool = False
) -> Layer | str:
    """The layer to paint on, or why there is none. on_mask: any layer with a mask will do."""
    if document is None or layer_id is None:
        return "No layer is chosen."
    layer = find_layer(document, layer_id)
    if on_mask and layer is not None and layer.mask is not None:
        return layer
    if not isinstance(layer, PixelLayer):
        return "Only layers with pixels can be painted on. Choose a layer inside."
    if layer.locks.pixels:
        return f"The pixels of “{layer.name}” are locked."
    where = places(document)
    parent: LayerId | None = layer_id
    while parent is not None:
        if not layer_by_id(document, parent).visible:
            return f"“{layer.name}” is hidden."
        parent = where[parent].parent
    return layer
