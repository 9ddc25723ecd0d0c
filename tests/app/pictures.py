"""Small documents with known layers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.document.geometry import Size
from engine.document.model import BlendMode, Document, GroupLayer, LayerId, PixelLayer, Role
from engine.document.raster import Pixels, empty_raster, raster_from_array

WIDTH, HEIGHT = 300, 200


def picture(width: int = WIDTH, height: int = HEIGHT) -> Pixels:
    """height×width×4: a blue ground, a red box and a black line across."""
    pixels = np.zeros((height, width, 4), np.uint8)
    pixels[...] = (60, 110, 200, 255)
    pixels[height // 4 : height // 2, width // 4 : width // 2] = (200, 60, 60, 255)
    pixels[height // 2 : height // 2 + 4] = (0, 0, 0, 255)
    return pixels


def flat_document(width: int = WIDTH, height: int = HEIGHT) -> Document:
    """The picture as it is opened from a file."""
    raster = raster_from_array(picture(width, height))
    layer = PixelLayer(id=LayerId(1), name="Background", raster=raster)
    return Document(size=Size(width, height), layers=(layer,), original=raster, next_id=2)


def decomposed_document(document: Document) -> Document:
    """What the engine makes of it: line over highlight over shadow over flat, adding up exactly."""
    width, height = document.size.width, document.size.height
    whole = picture(width, height)
    line = np.zeros_like(whole)
    rows = slice(height // 2, height // 2 + 4)
    line[rows] = whole[rows]
    flat = whole.copy()
    flat[rows] = (60, 110, 200, 255)

    def layer(number: int, name: str, pixels: Pixels | None, **fields: object) -> PixelLayer:
        raster = empty_raster() if pixels is None else raster_from_array(pixels)
        return PixelLayer(id=LayerId(number), name=name, raster=raster, **fields)

    group = GroupLayer(
        id=LayerId(1),
        name="Illustration",
        layers=(
            layer(2, "Flat colour", flat, role=Role.FLAT),
            layer(3, "Shadow", None, role=Role.SHADOW, blend=BlendMode.MULTIPLY, clipped=True),
            layer(4, "Highlight", None, role=Role.HIGHLIGHT, blend=BlendMode.SCREEN, clipped=True),
            layer(5, "Line art", line, role=Role.LINE),
        ),
    )
    return replace(document, layers=(group,), next_id=6)
