"""Documents that say in their pixels which state they are, so that a mixed one cannot pass."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.document.edits import with_layer_replaced
from engine.document.geometry import Rect, Size
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import pixels_of, raster_from_array, with_pixels
from engine.document.tree import layer_by_id

SIDE = 700
MARKED = LayerId(1)
STAMP = 40
"""side of the squares that tell the number; they lie across the borders of tiles"""


def first_document() -> Document:
    """State 0: three layers of noise, stamped."""
    layers = []
    for number in range(1, 4):
        noise = np.random.default_rng(number).integers(0, 256, (SIDE, SIDE, 4)).astype(np.uint8)
        layer = PixelLayer(id=LayerId(number), name="", raster=raster_from_array(noise))
        layers.append(layer)
    document = Document(size=Size(SIDE, SIDE), layers=tuple(layers), next_id=4)
    return in_state(document, 0)


def in_state(document: Document, number: int) -> Document:
    """The document stamped with this number, in its name and all over its marked layer."""
    layer = _marked(document)
    stamp = np.empty((STAMP, STAMP, 4), np.uint8)
    stamp[:] = _color(number)
    raster = layer.raster
    for left, top in _corners():
        raster = with_pixels(raster, stamp, left=left, top=top)
    return with_layer_replaced(
        document, MARKED, replace(layer, name=f"state {number}", raster=raster)
    )


def state_of(document: Document) -> int:
    """Its number. AssertionError when it is a mixture of two states, or no state at all."""
    layer = _marked(document)
    number = int(layer.name.removeprefix("state "))
    for left, top in _corners():
        stamp = pixels_of(layer.raster, Rect(left, top, left + STAMP, top + STAMP))
        assert (stamp == _color(number)).all(), f"{layer.name} holds pixels of another state"
    return number


def _marked(document: Document) -> PixelLayer:
    layer = layer_by_id(document, MARKED)
    assert isinstance(layer, PixelLayer)
    return layer


def _color(number: int) -> tuple[int, int, int, int]:
    return (number >> 8 & 255, number & 255, number * 37 & 255, 255)


def _corners() -> list[tuple[int, int]]:
    return [(column * 256 + 108, row * 256 + 108) for row in range(2) for column in range(2)]
