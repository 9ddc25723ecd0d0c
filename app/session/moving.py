"""Moving layers over the canvas: pixels, mask and palette slots go together; or what is selected
of them.

A move by anything but whole tiles writes all pixels of the layer anew, which takes too long for
the GUI thread with large layers; so it is done beside it, newest offset first.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer

from app.languages.translate import counted, tr
from app.session.background import Background
from app.session.linking import chosen_and_linked
from app.session.session import Gesture, Session
from engine.document.edits import all_duplicated, with_layer_replaced
from engine.document.model import (
    AdjustmentLayer,
    Document,
    GroupLayer,
    Layer,
    LayerId,
    PixelLayer,
)
from engine.document.raster import translated
from engine.document.slots import with_rasters
from engine.document.tree import find_layer, is_inside, layer_by_id, pixel_layers
from engine.painting.selection import Selection, limited, moved

NUDGE_PAUSE = 400
"""Milliseconds after the last nudge until the nudges become one undo step."""


def layers_moved(document: Document, layer_ids: Collection[LayerId], dx: int, dy: int) -> Document:
    """These layers, with all inside them, moved by whole pixels."""
    if not (dx or dy):
        return document
    for layer_id in _outermost(document, layer_ids):
        layer = layer_by_id(document, layer_id)
        document = with_layer_replaced(document, layer_id, _moved(layer, dx, dy))
    return document


def _outermost(document: Document, layer_ids: Collection[LayerId]) -> list[LayerId]:
    chosen = [one for one in layer_ids if find_layer(document, one) is not None]
    return [
        one
        for one in chosen
        if not any(one != other and is_inside(document, one, other) for other in chosen)
    ]


def _moved(layer: Layer, dx: int, dy: int) -> Layer:
    mask = layer.mask
    if mask is not None:
        mask = replace(mask, raster=translated(mask.raster, dx, dy))
    if isinstance(layer, GroupLayer):
        children = tuple(_moved(child, dx, dy) for child in layer.layers)
        return replace(layer, layers=children, mask=mask)
    if isinstance(layer, AdjustmentLayer):
        return replace(layer, mask=mask)
    slots = layer.slots
    if slots is not None:
        slots = with_rasters(slots, lambda raster: translated(raster, dx, dy))
    return replace(layer, raster=translated(layer.raster, dx, dy), slots=slots, mask=mask)


class LayerMover(QObject):
    """Drags and nudges the chosen layers and what is linked with them, each drag and each run of
    nudges one step. Of chosen layers of which pixels are selected only these go, with the outline.

    Layers whose position is locked stay where they are.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session = session
        self._background = Background(self)
        self._background.done.connect(self._on_moved)
        self._gesture: Gesture | None = None
        self._copies: tuple[LayerId, ...] = ()
        self._move: _Move | None = None
        self._offset = (0, 0)
        self._is_ending = False
        self._pause = QTimer(self, singleShot=True, interval=NUDGE_PAUSE)
        self._pause.timeout.connect(self.finish)

    @property
    def is_moving(self) -> bool:
        return self._gesture is not None

    def begin(self, *, copying: bool = False) -> bool:
        """Start with the chosen layers, or with copies; False when there is nothing to move."""
        self.finish()
        area = None if self._session.is_quick_mask else self._session.area
        if area is None:
            layers = [one for one in chosen_and_linked(self._session) if not one.locks.position]
        else:
            layers = [one for one in pixel_layers(self._session.selected_layers) if _is_free(one)]
        if not layers:
            return False
        ids = tuple(layer.id for layer in layers)
        what = f"“{layers[0].name}”" if len(layers) == 1 else counted("%n layers", len(layers))
        if area is None:
            label = tr("Copy {named}") if copying else tr("Move {named}")
        else:
            label = tr("Copy selected pixels") if copying else tr("Move selected pixels")
        self._gesture = self._session.begin(label.format(named=what))
        base, self._copies = self._gesture.base, ()
        if copying and area is None:
            base, self._copies = all_duplicated(base, _outermost(base, ids))
            ids = self._copies
        self._move = _Move(self._gesture, base, ids, area, copying)
        self._offset = (0, 0)
        self._is_ending = False
        return True

    def to(self, dx: int, dy: int) -> None:
        """Show the layers moved by this much from where they began."""
        if self._move is None or self._gesture is None or (dx, dy) == self._offset:
            return
        self._offset = (dx, dy)
        self._background.run(partial(_preview, self._move, dx, dy))

    def finish(self) -> None:
        """Record where the layers are now, as soon as the last offset is worked out."""
        self._pause.stop()
        if self._gesture is None:
            return
        if self._background.is_busy:
            self._is_ending = True
        else:
            gesture, self._gesture = self._gesture, None
            gesture.commit()
            if self._copies:
                self._session.select(self._copies)

    def cancel(self) -> None:
        """Put the layers back."""
        self._pause.stop()
        self._background.drop()
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.abort()

    def nudge(self, dx: int, dy: int) -> None:
        """Move a little further; nudges in a row are one step."""
        if not self._pause.isActive() and not self.begin():
            return
        self.to(self._offset[0] + dx, self._offset[1] + dy)
        self._pause.start()

    def stop(self) -> None:
        """For the end of the program."""
        self._background.stop()

    def _on_moved(self, result: tuple[Gesture, Document, Selection | None]) -> None:
        gesture, document, area = result
        if gesture is not self._gesture or self._gesture is None:
            return
        if area is not None:
            self._gesture.update_area(area)
        self._gesture.update(lambda _base: document)
        if self._is_ending and not self._background.is_busy:
            self._is_ending = False
            self.finish()


@dataclass(frozen=True, slots=True)
class _Move:
    """base: what is moved, copies already made. area: what is selected of the layers. copying:
    what is selected stays where it was, too."""

    gesture: Gesture
    base: Document
    layers: tuple[LayerId, ...]
    area: Selection | None
    copying: bool


def _preview(move: _Move, dx: int, dy: int) -> tuple[Gesture, Document, Selection | None]:
    area = move.area
    if area is None:
        return move.gesture, layers_moved(move.base, move.layers, dx, dy), None
    if not (dx or dy):
        return move.gesture, move.base, area
    return move.gesture, _pieces_moved(move, area, dx, dy), moved(area, dx, dy)


def _pieces_moved(move: _Move, area: Selection, dx: int, dy: int) -> Document:
    """What is selected of the layers moved by whole pixels, over what lies there."""
    from engine.painting.fill import cleared
    from engine.painting.transform import laid_over

    document = move.base
    for layer_id in move.layers:
        layer = layer_by_id(document, layer_id)
        assert isinstance(layer, PixelLayer)
        piece = translated(limited(layer.raster, area), dx, dy)
        rest = layer.raster if move.copying else cleared(layer.raster, area)
        layer = replace(layer, raster=laid_over(rest, piece), slots=None)
        document = with_layer_replaced(document, layer_id, layer)
    return document


def _is_free(layer: PixelLayer) -> bool:
    """Whether pieces of it may be moved about."""
    return not (layer.locks.position or layer.locks.pixels or layer.locks.transparency)
