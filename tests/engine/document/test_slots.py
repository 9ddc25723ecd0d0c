from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.document.edits import added, recolored
from engine.document.geometry import Size
from engine.document.model import Document, LayerId, PixelLayer, Slot
from engine.document.raster import pixels_of
from engine.document.slots import painted, slot_map_from_arrays
from engine.document.tree import Place

COLORS = [(200, 40, 30), (30, 60, 220), (250, 250, 245), (10, 12, 14)]


def flat_document(seed: int, *, depth: int = 8, size: int = 300) -> Document:
    """Four slots in blocks of 40 pixels, some borders mixed, a transparent corner."""
    rng = np.random.default_rng(seed)
    blocks = rng.integers(0, 4, (size // 40 + 1, size // 40 + 1))
    ids = np.kron(blocks, np.ones((40, 40), int))[:size, :size].astype(np.uint16)
    second = np.roll(ids, 1, axis=1)
    coverage = np.where(second != ids, 100, 0).astype(np.uint8)
    scale = 1 if depth == 8 else 257
    palette = tuple(
        Slot(id=number, name=f"{number}", color=color, original=color)
        for number, color in enumerate(tuple(c * scale for c in one) for one in COLORS)
    )
    alpha = np.full((size, size), 255 * scale, np.uint8 if depth == 8 else np.uint16)
    alpha[:30, :30] = 0
    slots = slot_map_from_arrays(palette, ids, second, coverage)
    layer = PixelLayer(id=LayerId(0), name="Flat", raster=painted(slots, alpha), slots=slots)
    document = Document(size=Size(size, size), depth=depth)
    return added(document, layer, Place(None, 0))


@pytest.mark.parametrize("depth", [8, 16])
def test_painted_pixels_are_the_exact_palette_and_its_mixtures(depth):
    document = flat_document(3, depth=depth)
    layer = document.layers[0]
    pixels = pixels_of(layer.raster, document.size.rect).astype(np.int64)
    ids = pixels_of(layer.slots.ids, document.size.rect)
    second = pixels_of(layer.slots.second, document.size.rect)
    weight = pixels_of(layer.slots.coverage, document.size.rect).astype(np.int64)[..., None]
    table = np.array([slot.color for slot in layer.slots.palette], np.int64)
    expected = (table[ids] * (255 - weight) + table[second] * weight + 127) // 255
    shown = pixels[..., 3] > 0
    assert np.array_equal(pixels[..., :3][shown], expected[shown])
    assert not pixels[~shown].any()


@given(st.integers(0, 3), st.integers(0, 5))
def test_recolouring_a_slot_changes_its_pixels_and_no_other_bit(slot, seed):
    document = flat_document(seed)
    layer = document.layers[0]
    new = recolored(document, layer.id, {slot: (1, 200, 100)}).layers[0]
    canvas = document.size.rect
    before, after = pixels_of(layer.raster, canvas), pixels_of(new.raster, canvas)
    ids = pixels_of(layer.slots.ids, canvas)
    second, coverage = (
        pixels_of(layer.slots.second, canvas),
        pixels_of(layer.slots.coverage, canvas),
    )
    mine = (ids == slot) | ((second == slot) & (coverage > 0))
    assert np.array_equal(before[~mine], after[~mine])
    pure = (ids == slot) & (coverage == 0) & (before[..., 3] > 0)
    assert (after[pure][:, :3] == (1, 200, 100)).all()


def test_there_and_back_gives_the_same_bytes():
    document = flat_document(1)
    layer = document.layers[0]
    there = recolored(document, layer.id, {0: (9, 9, 9)})
    back = recolored(there, layer.id, {0: COLORS[0]})
    canvas = document.size.rect
    assert np.array_equal(pixels_of(back.layers[0].raster, canvas), pixels_of(layer.raster, canvas))


def test_tiles_without_the_slot_are_shared():
    document = flat_document(1, size=400)
    layer = document.layers[0]
    ids = pixels_of(layer.slots.ids, document.size.rect)
    ids[:, 200:] = 1
    ids[:, :200] = 2
    slots = slot_map_from_arrays(layer.slots.palette, ids, ids, np.zeros(ids.shape, np.uint8))
    alpha = np.full(ids.shape, 255, np.uint8)
    layer = replace(layer, slots=slots, raster=painted(slots, alpha))
    document = replace(document, layers=(layer,))
    new = recolored(document, layer.id, {1: (0, 0, 0)}).layers[0]
    assert new.raster.tiles[0, 0] is layer.raster.tiles[0, 0]
    assert new.raster.tiles[0, 2] is not layer.raster.tiles[0, 2]


def test_the_same_colour_changes_nothing_and_an_unknown_slot_is_an_error():
    document = flat_document(1)
    layer_id = document.layers[0].id
    assert recolored(document, layer_id, {0: COLORS[0]}) is document
    with pytest.raises(KeyError):
        recolored(document, layer_id, {17: (0, 0, 0)})
