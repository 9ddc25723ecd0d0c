"""Pixels copied, cut and pasted: whole inside the program, as a picture for all others."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage

from app.languages.translate import tr
from app.session.edit_queue import EditQueue, State
from app.session.pasting import image_of_pixels, raster_of_image
from app.session.session import Session
from app.session.targets import paint_target
from engine.document.edits import added_above, with_layer
from engine.document.geometry import Rect
from engine.document.model import Document, GroupLayer, Layer, LayerId, PixelLayer
from engine.document.raster import Raster, content_bounds, cropped, pixels_of, translated
from engine.document.tree import find_layer
from engine.painting.selection import Selection, bounds, limited, mask_from_selection

OWN = "application/x-unflatten-pixels"
"""Says that what lies on the clipboard was copied here, where all of it is still known."""


@dataclass(frozen=True, slots=True)
class Clip:
    """raster: RGBA in the depth it was copied with, where it lay. place: its bounds.

    image: the same for other programs; they take a while to make, so the worker does it.
    """

    name: str
    raster: Raster
    place: Rect
    image: QImage


class PixelClipboard(QObject):
    """Lives on the GUI thread; the work is done by the queue, in the order it was asked for.

    view_centre: the middle of what is seen, document pixels.
    """

    def __init__(
        self, session: Session, queue: EditQueue, view_centre: Callable[[], tuple[float, float]]
    ) -> None:
        super().__init__(queue)
        self._session, self._queue, self._view_centre = session, queue, view_centre
        self._clip: Clip | None = None
        self._token = b""
        self._tokens = count(1)

    @property
    def has_pixels(self) -> bool:
        """Whether there is something that can become a layer."""
        data = QGuiApplication.clipboard().mimeData()
        return data is not None and (data.hasImage() or self._is_own(data))

    # Copying

    def copy(self) -> None:
        """What is selected of the current layer, or all of it."""
        current = self._session.current
        found: list[Clip] = []

        def step(document: Document, area: Selection | None) -> State:
            found.append(_clip_of(document, current, area))
            return document, area

        self._queue.add(tr("Copy"), step, then=lambda: self._put(found[-1]))

    def copy_merged(self) -> None:
        """What is seen of the selected part, or of the whole picture."""
        found: list[Clip] = []

        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.merge import visible_picture

            found.append(_clip(tr("Merged"), visible_picture(document), document, area))
            return document, area

        self._queue.add(tr("Copy merged"), step, then=lambda: self._put(found[-1]))

    def cut(self) -> None:
        """The same as `copy`, and taken out of the layer."""
        current = self._session.current
        found: list[Clip] = []

        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.fill import cleared
            from engine.painting.selection import everything

            layer = paint_target(document, current)
            if isinstance(layer, str):
                raise ValueError(layer)
            if layer.locks.transparency:
                raise ValueError(tr("The transparency of “{name}” is locked.", name=layer.name))
            found.append(_clip_of(document, current, area))
            rest = cleared(layer.raster, area or everything(document.size))
            return with_layer(document, layer.id, raster=rest), area

        self._queue.add(tr("Cut"), step, then=lambda: self._put(found[-1]))

    # Pasting

    def paste(self) -> None:
        """As a new layer in the middle of what is selected, or of what is seen."""
        centre = self._view_centre()
        self._paste(tr("Paste"), lambda place, document, area: _centred(
            place, document, centre if area is None else _middle(bounds(area))
        ))  # fmt: skip

    def paste_in_place(self) -> None:
        """As a new layer where it was copied; a picture from elsewhere in the middle."""
        self._paste(tr("Paste in place"), lambda place, document, _area: (
            (0, 0) if self._clip is not None and place is self._clip.place
            else _centred(place, document, _middle(document.size.rect))
        ))  # fmt: skip

    def paste_into(self) -> None:
        """As a new layer that shows only inside what is selected."""
        self._paste(
            tr("Paste into selection"),
            lambda place, document, area: _centred(
                place, document, _middle(document.size.rect if area is None else bounds(area))
            ),
            is_masked=True,
        )

    # Inside

    def _paste(self, label: str, offset: _Offset, *, is_masked: bool = False) -> None:
        def paste_now() -> None:
            source = self._source()
            if source is None:
                return
            current = self._session.current

            def step(document: Document, area: Selection | None) -> State:
                clip = source(document)
                dx, dy = offset(clip.place, document, area)
                mask = mask_from_selection(area, document.dtype) if is_masked and area else None
                raster = translated(clip.raster, dx, dy)
                layer = PixelLayer(id=LayerId(0), name=clip.name, raster=raster, mask=mask)
                return added_above(document, layer, current), None

            self._queue.add(label, step, then=self._choose_newest)

        self._queue.when_free(paste_now)  # what is still being copied counts

    def _source(self) -> Callable[[Document], Clip] | None:
        """What lies on the clipboard, in the depth of a document; it is made on the worker."""
        from engine.painting.tiles import with_depth

        data = QGuiApplication.clipboard().mimeData()
        clip = self._clip
        if data is not None and clip is not None and self._is_own(data):
            own = clip
            return lambda document: replace(own, raster=with_depth(own.raster, document.dtype))
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            return None
        return lambda document: _clip_of_image(image, document.depth)

    def _put(self, clip: Clip) -> None:
        self._clip = clip
        self._token = f"{os.getpid()}.{next(self._tokens)}".encode()
        data = QMimeData()
        data.setData(OWN, QByteArray(self._token))
        data.setImageData(clip.image)
        QGuiApplication.clipboard().setMimeData(data)

    def _is_own(self, data: QMimeData) -> bool:
        return bool(self._token) and data.data(OWN).data() == self._token

    def _choose_newest(self) -> None:
        document = self._session.document
        if document is not None:
            self._session.select((LayerId(document.next_id - 1),))


_Offset = Callable[[Rect, Document, Selection | None], tuple[int, int]]
"""Bounds of what is pasted, the document, what is selected -> how far it is moved."""


def _clip_of(document: Document, layer_id: LayerId | None, area: Selection | None) -> Clip:
    """ValueError where there is nothing."""
    from engine.painting.merge import visible_picture

    layer: Layer | None = None if layer_id is None else find_layer(document, layer_id)
    if isinstance(layer, PixelLayer):
        return _clip(layer.name, layer.raster, document, area)
    if isinstance(layer, GroupLayer):
        alone = replace(document, layers=(replace(layer, visible=True),))
        return _clip(layer.name, visible_picture(alone), document, area)
    raise ValueError(tr("Choose a layer with pixels of its own."))


def _clip(name: str, raster: Raster, document: Document, area: Selection | None) -> Clip:
    piece = cropped(raster, document.size.rect) if area is None else limited(raster, area)
    place = content_bounds(piece)
    if place.is_empty:
        raise ValueError(tr("There are no pixels to copy."))
    return Clip(name, piece, place, image_of_pixels(pixels_of(piece, place)))


def _clip_of_image(image: QImage, depth: int) -> Clip:
    place = Rect(0, 0, image.width(), image.height())
    return Clip(tr("Pasted picture"), raster_of_image(image, depth), place, image)


def _middle(rect: Rect) -> tuple[float, float]:
    return (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2


def _centred(place: Rect, document: Document, middle: tuple[float, float]) -> tuple[int, int]:
    """Moved so that its middle lies there; what is as large as the canvas lies exactly on it."""
    size = document.size
    if place.width == size.width and place.height == size.height:
        return -place.left, -place.top
    x, y = _middle(place)
    return round(middle[0] - x), round(middle[1] - y)
