"""Random small documents and edits for the laws of the document room."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from engine.document.edits import added, moved, removed, with_layer
from engine.document.geometry import Size
from engine.document.model import (
    BlendMode,
    Document,
    GroupLayer,
    LayerId,
    Mask,
    PixelLayer,
)
from engine.document.raster import empty_raster, raster_from_array, with_pixels
from engine.document.tree import Place, children_of, walk

CANVAS = Size(300, 200)


def patch(seed: int, *, width: int, height: int, dtype: type = np.uint8) -> np.ndarray:
    """Random RGBA pixels, some of them transparent."""
    rng = np.random.default_rng(seed)
    top = np.iinfo(dtype).max
    pixels = rng.integers(0, top + 1, (height, width, 4)).astype(dtype)
    pixels[rng.random((height, width)) < 0.2, 3] = 0
    return pixels


@st.composite
def rasters(draw: st.DrawFn, dtype: type = np.uint8):
    width, height = draw(st.integers(1, 200)), draw(st.integers(1, 200))
    left, top = draw(st.integers(-150, 250)), draw(st.integers(-150, 150))
    return raster_from_array(
        patch(draw(st.integers(0, 9)), width=width, height=height, dtype=dtype),
        left=left,
        top=top,
    )


@st.composite
def pixel_layers(draw: st.DrawFn) -> PixelLayer:
    return PixelLayer(
        id=LayerId(0),
        name=draw(st.sampled_from(["Ink", "Skin", "影"])),
        raster=draw(rasters()),
        visible=draw(st.booleans()),
        opacity=draw(st.sampled_from([0.0, 0.25, 1.0])),
        blend=draw(st.sampled_from([BlendMode.NORMAL, BlendMode.MULTIPLY, BlendMode.SCREEN])),
        clipped=draw(st.booleans()),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    document = Document(size=CANVAS)
    for _ in range(draw(st.integers(0, 5))):
        document = draw(edits(document))
    return document


@st.composite
def edits(draw: st.DrawFn, document: Document) -> Document:
    """The document after one random edit."""
    layers = list(walk(document.layers))
    groups = [layer for layer in layers if isinstance(layer, GroupLayer)]
    parent = draw(st.sampled_from([None, *(group.id for group in groups)]))
    index = draw(st.integers(0, len(children_of(document, parent))))
    place = Place(parent, index)
    kind = draw(st.sampled_from(["add", "group", "remove", "move", "change", "paint", "mask"]))
    if kind == "add" or not layers:
        return added(document, draw(pixel_layers()), place)
    if kind == "group":
        return added(document, GroupLayer(id=LayerId(0), name="Folder"), place)
    layer = draw(st.sampled_from(layers))
    if kind == "remove":
        return removed(document, [layer.id])
    if kind == "move":
        try:
            return moved(document, [layer.id], place)
        except ValueError:
            return document
    if kind == "paint" and isinstance(layer, PixelLayer):
        dab = patch(draw(st.integers(10, 19)), width=40, height=30)
        left, top = draw(st.integers(-20, 280)), draw(st.integers(-20, 180))
        return with_layer(
            document, layer.id, raster=with_pixels(layer.raster, dab, left=left, top=top)
        )
    if kind == "mask":
        outside = draw(st.sampled_from([0, 255]))
        raster = empty_raster(np.uint8, channels=1, fill=outside)
        raster = with_pixels(raster, np.full((50, 50), 90, np.uint8), left=20, top=30)
        mask = draw(st.sampled_from([None, Mask(raster), Mask(raster, density=0.5)]))
        return with_layer(document, layer.id, mask=mask)
    change = draw(
        st.sampled_from(
            [
                {"name": "Renamed"},
                {"visible": not layer.visible},
                {"opacity": 0.5},
                {"blend": BlendMode.OVERLAY},
                {"clipped": not layer.clipped},
            ]
        )
    )
    return with_layer(document, layer.id, **change)


def sketch() -> Document:
    """A small fixed document: paper, a folder with two layers, ink on top."""
    document = Document(size=CANVAS)
    for seed, name in enumerate(["Paper", "Ink"]):
        layer = PixelLayer(
            id=LayerId(0), name=name, raster=raster_from_array(patch(seed, width=300, height=200))
        )
        document = added(document, layer, Place(None, len(document.layers)))
    document = added(document, GroupLayer(id=LayerId(0), name="Folder"), Place(None, 1))
    folder = document.layers[1].id
    for seed, name in enumerate(["Flat", "Shadow"], start=5):
        layer = PixelLayer(
            id=LayerId(0), name=name, raster=raster_from_array(patch(seed, width=100, height=90))
        )
        document = added(document, layer, Place(folder, seed - 5))
    return replace(document)
