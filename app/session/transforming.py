"""Free transform: the chosen layers, or what is selected of one, mapped and seen while it is done.

While handles are dragged a quick preview of what is in sight is worked out beside the GUI thread,
newest map first; at the end everything is made once with the best filter.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from app.languages.translate import tr
from app.session.background import Background
from app.session.edit_queue import EditQueue, State
from app.session.linking import chosen_and_linked
from app.session.session import Gesture, Session
from app.session.shape import Shape, followed, is_proper, matrix_of
from engine.document.edits import with_layer_replaced
from engine.document.geometry import EMPTY, Rect
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import content_bounds
from engine.document.tree import find_layer, walk
from engine.painting.selection import Selection, bounds


@dataclass(frozen=True, slots=True)
class _Subject:
    """layers: pixel layers that change. area: what is selected of them, None = all of them."""

    layers: tuple[LayerId, ...]
    area: Selection | None
    box: Rect


@dataclass(frozen=True, slots=True)
class _Made:
    """What the worker gives back. state: with what is selected afterwards, of final ones; or why
    there is none, for people."""

    gesture: Gesture
    state: State | str
    is_final: bool


class Transformer(QObject):
    """One transform at a time. Lives on the GUI thread."""

    changed = Signal()
    """it began, ended, or its shape is another one"""
    refused = Signal(str)

    def __init__(self, session: Session, queue: EditQueue, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session, self._queue = session, queue
        self._background = Background(self)
        self._background.done.connect(self._on_made)
        self._gesture: Gesture | None = None
        self._subject: _Subject | None = None
        self._shape = Shape()
        session.opened.connect(self._forget)
        session.closed.connect(self._forget)

    @property
    def is_active(self) -> bool:
        return self._subject is not None

    @property
    def is_busy(self) -> bool:
        """Whether something is still worked out."""
        return self._background.is_busy or (self._gesture is not None and self._subject is None)

    @property
    def box(self) -> Rect:
        """The untouched box, document pixels; empty when nothing is transformed."""
        return EMPTY if self._subject is None else self._subject.box

    @property
    def shape(self) -> Shape:
        return self._shape

    def begin(self) -> bool:
        """Take the chosen layers, or what is selected of the current one."""
        if self.is_active:
            return True
        if self._gesture is not None:
            return False
        document = self._session.document
        subject = None if document is None else self._found(document)
        if isinstance(subject, str):
            self.refused.emit(subject)
        if subject is None or isinstance(subject, str):
            return False
        self._subject = subject
        self._shape = Shape()
        self.changed.emit()
        return True

    def set_shape(self, shape: Shape) -> None:
        """Show this instead; shapes that squeeze the box to nothing are widened to a pixel, those
        whose corners make no proper quadrilateral are not taken."""
        subject = self._subject
        if subject is None:
            return
        shape = replace(
            shape,
            across=_kept_apart(shape.across, subject.box.width),
            down=_kept_apart(shape.down, subject.box.height),
        )
        if shape == self._shape or not is_proper(shape, subject.box):
            return
        self._shape = shape
        if self._gesture is None:
            self._gesture = self._session.begin(tr("Transform"))
        gesture = self._gesture
        base = gesture.base
        self._background.run(
            lambda: _made(
                gesture, lambda: (_transformed(base, subject, shape, is_preview=True), None)
            )
        )
        self.changed.emit()

    def keep(self) -> None:
        """Record what is shown, once it is made with the best filter."""
        subject, shape, gesture = self._subject, self._shape, self._gesture
        if subject is None:
            return
        if gesture is None or shape.is_nothing:
            self._end()
            return
        self._subject = None
        base, area = gesture.base, self._session.area
        self._background.run(
            lambda: _made(gesture, lambda: _step(base, area, subject, shape), is_final=True)
        )
        self.changed.emit()

    def drop(self) -> None:
        """Nothing happened."""
        if self._subject is not None:
            self._end()

    def transform_at_once(self, label: str, shape: Shape) -> None:
        """Flips and turns from the menu: no box, one step."""
        document = self._session.document
        if self.is_active:
            self.set_shape(followed(self._shape, shape))
            return
        if document is None:
            return
        subject = self._found(document)
        if isinstance(subject, str):
            self.refused.emit(subject)
            return
        self._queue.add(label, lambda one, area: _step(one, area, subject, shape))

    def stop(self) -> None:
        self._forget()
        self._background.stop()

    def _found(self, document: Document) -> _Subject | str:
        area = self._session.area
        session = self._session
        whole = session.selected_layers if area is not None else chosen_and_linked(session)
        layers = [
            layer for chosen in whole for layer in walk((chosen,)) if isinstance(layer, PixelLayer)
        ]
        layers = list({layer.id: layer for layer in layers}.values())
        for layer in layers:
            if layer.locks.pixels or layer.locks.position:
                return tr("“{name}” is locked.", name=layer.name)
        box = EMPTY
        for layer in layers:
            box = box.united(content_bounds(layer.raster))
        if area is not None:
            box = box.intersected(bounds(area))
        if box.is_empty:
            return tr("There is nothing to transform in the chosen layers.")
        return _Subject(tuple(layer.id for layer in layers), area, box)

    def _end(self) -> None:
        gesture, self._gesture = self._gesture, None
        self._subject = None
        self._background.drop()
        if gesture is not None:
            gesture.abort()
        self.changed.emit()

    def _forget(self) -> None:
        self._gesture = self._subject = None
        self._background.drop()
        self.changed.emit()

    def _on_made(self, made: _Made) -> None:
        gesture = made.gesture
        if gesture is not self._gesture or (self._subject is None and not made.is_final):
            return
        if isinstance(made.state, str):
            self.refused.emit(made.state)
            if made.is_final:
                self._end()
            return
        document, area = made.state
        gesture.update(lambda _base: document)
        if made.is_final:
            self._gesture = None
            gesture.set_area(area)
            gesture.commit()


def _made(gesture: Gesture, work: Callable[[], State], *, is_final: bool = False) -> _Made:
    try:
        return _Made(gesture, work(), is_final)
    except ValueError:
        return _Made(gesture, tr("So much distortion makes too many pixels."), is_final)


def _kept_apart(factor: float, side: int) -> float:
    least = 1.0 / max(side, 1)
    return factor if abs(factor) >= least else math.copysign(least, factor)


def _step(document: Document, area: Selection | None, subject: _Subject, shape: Shape) -> State:
    from engine.painting.transform import transformed_selection

    new = _transformed(document, subject, shape, is_preview=False)
    if subject.area is not None and area is not None:
        area = transformed_selection(area, matrix_of(shape, subject.box))
    return new, area


def _transformed(
    document: Document, subject: _Subject, shape: Shape, *, is_preview: bool
) -> Document:
    for layer_id in subject.layers:
        layer = find_layer(document, layer_id)
        if isinstance(layer, PixelLayer):
            new = _layer(document, layer, subject, shape, is_preview)
            document = with_layer_replaced(document, layer_id, new)
    return document


def _layer(
    document: Document, layer: PixelLayer, subject: _Subject, shape: Shape, is_preview: bool
) -> PixelLayer:
    from engine.painting.canvas import repainted
    from engine.painting.resample import Resampling
    from engine.painting.transform import transformed, transformed_part

    matrix = matrix_of(shape, subject.box)
    how = Resampling.LINEAR if is_preview else Resampling.SMOOTH
    within = document.size.rect if is_preview else None
    if subject.area is not None:
        raster = transformed_part(layer.raster, subject.area, matrix, resampling=how, within=within)
        return replace(layer, raster=raster, slots=None)
    mask = layer.mask
    if mask is not None:
        mask = replace(mask, raster=transformed(mask.raster, matrix, resampling=how, within=within))
    raster = transformed(layer.raster, matrix, resampling=how, within=within)
    slots = layer.slots
    if slots is None or is_preview:
        return replace(layer, raster=raster, mask=mask, slots=None)
    nearest = Resampling.NEAREST
    slots = replace(
        slots,
        ids=transformed(slots.ids, matrix, resampling=nearest),
        second=transformed(slots.second, matrix, resampling=nearest),
        coverage=transformed(slots.coverage, matrix, resampling=nearest),
    )
    return replace(layer, raster=repainted(raster, slots), slots=slots, mask=mask)
