"""Thumbnails of layers, drawn in the background from the raster's own tiles, cropped to content."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from app.canvas.tile_images import image_of
from app.session.background import Background
from engine.compositor.pyramid import halved
from engine.document.model import LayerId, PixelLayer
from engine.document.raster import Pixels, Raster, content_bounds, pixels_of

MOST_KEPT = 512
LARGEST_READ = 4096
"""Content larger than this is read in steps, which is enough for a thumbnail."""


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
        self._latest: dict[LayerId, QImage] = {}
        self._queue: OrderedDict[LayerId, Raster] = OrderedDict()

    def image(self, layer: PixelLayer) -> QImage | None:
        """The layer's thumbnail; an old one, or None, while a new one is being drawn."""
        found = self._images.get(id(layer.raster))
        if found is not None and found[0] is layer.raster:
            return found[1]
        if self._queue.get(layer.id) is not layer.raster:
            self._queue[layer.id] = layer.raster
            self._go_on()
        return self._latest.get(layer.id)

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
        self._background.stop()

    def _go_on(self) -> None:
        if not self._background.is_busy and self._queue:
            layer_id, raster = next(iter(self._queue.items()))
            self._background.run(partial(_drawn, layer_id, raster, self._side))

    def _on_done(self, result: tuple[LayerId, Raster, QImage]) -> None:
        layer_id, raster, image = result
        self._images[id(raster)] = (raster, image)
        self._latest[layer_id] = image
        while len(self._images) > MOST_KEPT:
            self._images.popitem(last=False)
        if self._queue.get(layer_id) is raster:
            del self._queue[layer_id]
        self.arrived.emit(layer_id)
        self._go_on()


def _drawn(layer_id: LayerId, raster: Raster, side: int) -> tuple[LayerId, Raster, QImage]:
    return layer_id, raster, thumbnail(raster, side)


def thumbnail(raster: Raster, side: int) -> QImage:
    """A transparent square with the content, whole, in its middle."""
    bounds = content_bounds(raster)
    square = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    square.fill(0)
    if bounds.is_empty:
        return square
    pixels: Pixels = pixels_of(raster, bounds)
    step = -(-max(pixels.shape[:2]) // LARGEST_READ)
    pixels = pixels[::step, ::step]
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
