"""Random documents with everything that a document can hold, sharing tiles in every way."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
from hypothesis import strategies as st

from engine.document.geometry import Size
from engine.document.model import (
    AdjustmentLayer,
    BlendMode,
    ColorTag,
    Document,
    GroupLayer,
    Layer,
    LayerId,
    Locks,
    Mask,
    PixelLayer,
    Role,
    Slot,
    SlotMap,
)
from engine.document.raster import TILE, Raster, empty_raster, frozen_tile, raster_from_tiles
from engine.document.tree import walk
from tests.engine.compositor.documents import ADJUSTMENTS

names = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
shares = st.sampled_from([0.0, 1 / 3, 0.5, 1.0])


@cache
def tile(seed: int, dtype: type = np.uint8, channels: int = 4) -> np.ndarray:
    """A tile of noise."""
    shape = (TILE, TILE, 4) if channels == 4 else (TILE, TILE)
    noise = np.random.default_rng(seed).integers(0, np.iinfo(dtype).max + 1, shape)
    return frozen_tile(noise.astype(dtype))


@st.composite
def rasters(draw: st.DrawFn, dtype: type, channels: int, pool: list[np.ndarray]) -> Raster:
    """A raster of a few tiles taken from `pool`, at places on both sides of the origin."""
    place = st.tuples(st.integers(-3, 3), st.integers(-3, 3))
    keys = draw(st.lists(place, max_size=3, unique=True))
    fill = draw(st.sampled_from([0, int(np.iinfo(dtype).max)])) if channels == 1 else 0
    like = empty_raster(dtype, channels=channels, fill=fill)
    return raster_from_tiles(like, {key: draw(st.sampled_from(pool)) for key in keys})


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any document whose tiles come from a small pool, so that many are shared."""
    depth = draw(st.sampled_from([8, 16]))
    dtype = np.uint8 if depth == 8 else np.uint16
    pixels = rasters(dtype, 4, [tile(seed, dtype) for seed in range(3)])
    gray = rasters(dtype, 1, [tile(seed, dtype, 1) for seed in range(3)])
    numbers = rasters(np.uint16, 1, [tile(seed, np.uint16, 1) for seed in range(3)])
    weights = rasters(np.uint8, 1, [tile(seed, np.uint8, 1) for seed in range(3)])
    color = st.tuples(*[st.integers(0, 2**depth - 1)] * 3)
    slot = st.builds(Slot, st.integers(0, 65535), names, color, color)
    slot_maps = st.builds(SlotMap, st.lists(slot, max_size=3).map(tuple), numbers, numbers, weights)
    common = {
        "id": st.just(LayerId(0)),
        "name": names,
        "visible": st.booleans(),
        "opacity": shares,
        "fill_opacity": shares,
        "blend": st.sampled_from(BlendMode),
        "clipped": st.booleans(),
        "mask": st.none() | st.builds(Mask, gray, shares, st.booleans()),
        "role": st.sampled_from(Role),
        "color_tag": st.sampled_from(ColorTag),
        "locks": st.builds(Locks, st.booleans(), st.booleans(), st.booleans()),
        "link": st.integers(0, 9),
    }
    pixel_layers = st.builds(PixelLayer, raster=pixels, slots=st.none() | slot_maps, **common)
    adjustment_layers = st.builds(
        AdjustmentLayer, adjustment=st.sampled_from(ADJUSTMENTS), **common
    )
    layers: st.SearchStrategy[Layer] = st.recursive(
        pixel_layers | adjustment_layers,
        lambda inside: st.builds(
            GroupLayer,
            layers=st.lists(inside, max_size=3).map(tuple),
            expanded=st.booleans(),
            **common,
        ),
        max_leaves=4,
    )
    document = Document(
        size=draw(st.builds(Size, st.integers(1, 500), st.integers(1, 500))),
        layers=draw(st.lists(layers, max_size=3).map(tuple)),
        depth=depth,
        original=draw(st.none() | pixels),
        profile=draw(st.none() | st.binary(max_size=50)),
        resolution=draw(st.sampled_from([72.0, 299.999])),
        next_id=100,
    )
    return replace(document, layers=numbered(document.layers))


def numbered(layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """The same layers with ids of their own."""
    ids = iter(range(1, 100))

    def fresh(layer: Layer) -> Layer:
        layer = replace(layer, id=LayerId(next(ids)))
        if isinstance(layer, GroupLayer):
            return replace(layer, layers=tuple(fresh(child) for child in layer.layers))
        return layer

    return tuple(fresh(layer) for layer in layers)


def rasters_of(document: Document) -> list[Raster]:
    """Every raster of the document, always in the same order."""
    found = [] if document.original is None else [document.original]
    for layer in walk(document.layers):
        if layer.mask is not None:
            found.append(layer.mask.raster)
        if isinstance(layer, PixelLayer):
            found.append(layer.raster)
            if layer.slots is not None:
                found += [layer.slots.ids, layer.slots.second, layer.slots.coverage]
    return found


NOTHING = empty_raster()


def without_pixels(document: Document) -> Document:
    """The document with every raster replaced by `NOTHING`, so that `==` compares the rest."""
    original = None if document.original is None else NOTHING
    layers = tuple(_without_pixels(layer) for layer in document.layers)
    return replace(document, layers=layers, original=original)


def _without_pixels(layer: Layer) -> Layer:
    mask = None if layer.mask is None else replace(layer.mask, raster=NOTHING)
    if isinstance(layer, GroupLayer):
        children = tuple(_without_pixels(child) for child in layer.layers)
        return replace(layer, mask=mask, layers=children)
    if isinstance(layer, AdjustmentLayer):
        return replace(layer, mask=mask)
    slots = layer.slots and SlotMap(layer.slots.palette, NOTHING, NOTHING, NOTHING)
    return replace(layer, mask=mask, raster=NOTHING, slots=slots)
