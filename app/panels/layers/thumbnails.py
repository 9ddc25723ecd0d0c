"""Thumbnails of layers, drawn in the background from the raster's own tiles, cropped to content."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TypeAlias

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from app.canvas.tile_worker import image_of
from app.session.background import Background
from engine.compositor.drafts import averaged
from engine.compositor.pyramid import halved
from engine.document.geometry import Rect
from engine.document.model import Layer, LayerId, PixelLayer
from engine.document.raster import Pixels, Raster, content_bounds, pixels_of

MOST_KEPT = 512
ROOM = 8
"""How many times larger than its thumbnail a layer is read: it may be painted on a part only."""
REST_MS = 300
"""After a change a thumbnail waits so long for the next one: a stroke makes many."""


Key: TypeAlias = tuple[LayerId, bool]
"""Layer id, and whether it is the mask's thumbnail."""


class Thumbnails(QObject):
    """Square images by raster identity. Lives on the GUI thread."""

    arrived = Signal(object)
    """layer id"""

    def __init__(self, side: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        self._images: OrderedDict[int, tuple[Raster, QImage]] = OrderedDict()
        self._latest: dict[Key, QImage] = {}
        self._queue: OrderedDict[Key, tuple[Raster, Rect | None]] = OrderedDict()
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._go_on)

    def image(self, layer: PixelLayer) -> QImage | None:
        """The layer's thumbnail; an old one, or None, while a new one is being drawn."""
        return self._image((layer.id, False), layer.raster, None)

    def mask_image(self, layer: Layer, canvas: Rect) -> QImage | None:
        """The layer's mask over the whole canvas, in black and white."""
        return (
            None if layer.mask is None else self._image((layer.id, True), layer.mask.raster, canvas)
        )

    def _image(self, key: Key, raster: Raster, area: Rect | None) -> QImage | None:
        found = self._images.get(id(raster))
        if found is not None and found[0] is raster:
            return found[1]
        wanted = self._queue.get(key)
        if wanted is None or wanted[0] is not raster:
            self._queue[key] = (raster, area)
            if key in self._latest:
                self._rest.start()
            self._go_on()
        return self._latest.get(key)

    def forget(self) -> None:
        self._images.clear()
        self._latest.clear()
        self._queue.clear()

    @property
    def is_complete(self) -> bool:
        """Whether nothing is being drawn."""
        return not self._queue

    def stop(self) -> None:
        """For the end of the program."""
        self._rest.stop()
        self._background.stop()

    def _go_on(self) -> None:
        if self._queue and not self._background.is_busy and not self._rest.isActive():
            key, (raster, area) = next(iter(self._queue.items()))
            self._background.run(partial(_drawn, key, raster, area, self._side))

    def _on_done(self, result: tuple[Key, Raster, QImage]) -> None:
        key, raster, image = result
        self._images[id(raster)] = (raster, image)
        self._latest[key] = image
        while len(self._images) > MOST_KEPT:
            self._images.popitem(last=False)
        wanted = self._queue.get(key)
        if wanted is not None and wanted[0] is raster:
            del self._queue[key]
        self.arrived.emit(key[0])
        self._go_on()


def _drawn(key: Key, raster: Raster, area: Rect | None, side: int) -> tuple[Key, Raster, QImage]:
    image = thumbnail(raster, side) if area is None else mask_thumbnail(raster, area, side)
    return key, raster, image


def thumbnail(raster: Raster, side: int) -> QImage:
    """A transparent square with the content, whole, in its middle."""
    level = _level(raster.tile_bounds, side)
    coarse = averaged(raster, level, threads=1) if level else raster
    bounds = content_bounds(coarse)
    square = _square(side)
    return square if bounds.is_empty else _in_square(square, pixels_of(coarse, bounds))


def mask_thumbnail(raster: Raster, canvas: Rect, side: int) -> QImage:
    """A transparent square with the whole canvas of a mask in its middle."""
    level = _level(canvas, side)
    coarse = averaged(raster, level, threads=1) if level else raster
    area = Rect(0, 0, -(-canvas.width >> level), -(-canvas.height >> level))
    gray = pixels_of(coarse, area)
    full = np.full_like(gray, np.iinfo(gray.dtype).max)
    return _in_square(_square(side), np.stack((gray, gray, gray, full), -1))


def _level(area: Rect, side: int) -> int:
    """How often an area can be halved until it is only a few times larger than a thumbnail."""
    return max(0, (max(area.width, area.height) // (ROOM * side)).bit_length() - 1)


def _square(side: int) -> QImage:
    square = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    square.fill(0)
    return square


def _in_square(square: QImage, pixels: Pixels) -> QImage:
    """Draw a picture into the middle of the square, as large as it gets."""
    side = square.width()
    while max(pixels.shape[:2]) >= 2 * side and min(pixels.shape[:2]) >= 2:
        height, width = pixels.shape[0] & ~1, pixels.shape[1] & ~1
        pixels = halved(np.ascontiguousarray(pixels[:height, :width]))
    scaled = image_of(pixels).scaled(
        side,
        side,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    painter = QPainter(square)
    painter.drawImage((side - scaled.width()) // 2, (side - scaled.height()) // 2, scaled)
    painter.end()
    return square
