"""A picture from the clipboard as a document; its pixels come decoded from the desktop."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from engine.document.geometry import Size
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import Pixels, raster_from_array


def document_of_image(image: QImage, name: str) -> Document:
    """One layer with the image's pixels, 8 bit, which is also what the sum check compares with."""
    straight = image.convertToFormat(QImage.Format.Format_RGBA8888)
    width, height = straight.width(), straight.height()
    rows = np.frombuffer(straight.constBits(), np.uint8).reshape(height, straight.bytesPerLine())
    pixels: Pixels = rows[:, : width * 4].reshape(height, width, 4).copy()
    raster = raster_from_array(pixels)
    layer = PixelLayer(id=LayerId(1), name=name, raster=raster)
    return Document(size=Size(width, height), layers=(layer,), original=raster, next_id=2)
