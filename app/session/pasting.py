"""Pictures on the desktop's clipboard: into documents and rasters, and out of them."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from engine.document.geometry import Size
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import Pixels, Raster, raster_from_array


def document_of_image(image: QImage, name: str) -> Document:
    """One layer with the image's pixels, 8 bit, which is also what the sum check compares with."""
    raster = raster_of_image(image, 8)
    layer = PixelLayer(id=LayerId(1), name=name, raster=raster)
    size = Size(image.width(), image.height())
    return Document(size=size, layers=(layer,), original=raster, next_id=2)


def raster_of_image(image: QImage, depth: int) -> Raster:
    """The image's pixels as straight RGBA of 8 or 16 bits, its corner at the origin."""
    is_deep = depth == 16
    form = QImage.Format.Format_RGBA64 if is_deep else QImage.Format.Format_RGBA8888
    straight = image.convertToFormat(form)
    width, height = straight.width(), straight.height()
    rows: Pixels = np.frombuffer(straight.constBits(), np.uint16 if is_deep else np.uint8)
    rows = rows.reshape(height, -1)
    pixels: Pixels = rows[:, : width * 4].reshape(height, width, 4).copy()
    return raster_from_array(pixels)


def image_of_pixels(pixels: Pixels) -> QImage:
    """H×W×4 straight RGBA, uint8 or uint16, as an image of its own memory."""
    height, width = pixels.shape[:2]
    is_deep = pixels.dtype == np.uint16
    form = QImage.Format.Format_RGBA64 if is_deep else QImage.Format.Format_RGBA8888
    pixels = np.ascontiguousarray(pixels)
    return QImage(pixels.data, width, height, pixels.strides[0], form).copy()
