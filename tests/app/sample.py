"""The sample picture as it would be opened."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from app.resource_files import resource
from engine.document.geometry import Size
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import raster_from_array


def sample_document(name: str = "wanderer") -> Document:
    """A flat document of the sample `name`."""
    image = QImage(str(resource(f"samples/{name}.png")))
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    size = Size(image.width(), image.height())
    samples = np.frombuffer(image.constBits(), np.uint8)
    rows = samples.reshape(size.height, image.bytesPerLine())[:, : size.width * 4]
    raster = raster_from_array(rows.reshape(size.height, size.width, 4).copy())
    layer = PixelLayer(id=LayerId(1), name="Background", raster=raster)
    return Document(size=size, layers=(layer,), original=raster, next_id=2)
