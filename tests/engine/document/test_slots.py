from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.document.edits import added, recolored
from engine.document.geometry import Size
from engine.document.model import Document, LayerId, PixelLayer, Slot
from engine.document.raster import pixels_of, raster_from_tiles
from engine.document.slots import merged, painted, recolored_layer, slot_map_from_arrays, split
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


def test_merged_slots_take_one_colour_and_lose_their_ids():
    document = flat_document(2)
    layer = document.layers[0]
    after = merged(layer, [1, 2], into=0)
    canvas = document.size.rect
    before, pixels = pixels_of(layer.raster, canvas), pixels_of(after.raster, canvas)
    ids, second, coverage = (
        pixels_of(one, canvas)
        for one in (layer.slots.ids, layer.slots.second, layer.slots.coverage)
    )
    assert [slot.id for slot in after.slots.palette] == [0, 3]
    assert after.slots.next_id == 4
    gone = np.isin(ids, (1, 2)) | (np.isin(second, (1, 2)) & (coverage > 0))
    assert np.array_equal(pixels[~gone], before[~gone])
    shown = before[..., 3] > 0
    plain = np.isin(ids, (0, 1, 2)) & (np.isin(second, (0, 1, 2)) | (coverage == 0)) & shown
    assert (pixels[plain][:, :3] == COLORS[0]).all()
    assert set(np.unique(pixels_of(after.slots.ids, canvas))) == {0, 3}
    assert merged(layer, [0], into=0) is layer


def test_a_split_changes_no_pixel_and_gives_a_slot_that_can_be_recoloured_alone():
    document = flat_document(5)
    layer = document.layers[0]
    mask = np.zeros((300, 300), bool)
    mask[:, 150:] = True
    after = split(layer, 2, mask, 0, 0, "right")
    assert after.raster is layer.raster
    assert [slot.id for slot in after.slots.palette] == [0, 1, 2, 4, 3]
    canvas = document.size.rect
    left = pixels_of(recolored_layer(after, {2: (1, 2, 3)}).raster, canvas)
    right = pixels_of(recolored_layer(after, {4: (1, 2, 3)}).raster, canvas)
    before = pixels_of(layer.raster, canvas)
    assert np.array_equal(left[:, 150:], before[:, 150:])
    assert np.array_equal(right[:, :150], before[:, :150])
    assert not np.array_equal(left, before)
    assert not np.array_equal(right, before)
    assert split(layer, 2, np.ones((300, 300), bool), 0, 0, "all") is layer
    assert split(layer, 2, np.zeros((300, 300), bool), 0, 0, "none") is layer


def test_ids_take_a_byte_until_one_needs_more():
    document = flat_document(1)
    layer = document.layers[0]
    assert layer.slots.ids.dtype == layer.slots.second.dtype == np.uint8
    crowded = replace(layer, slots=replace(layer.slots, next_id=300))
    mask = np.zeros((300, 300), bool)
    mask[:150] = True
    after = split(crowded, 1, mask, 0, 0, "top")
    assert after.slots.ids.dtype == after.slots.second.dtype == np.uint16
    assert after.slots.palette[2].id == 300
    canvas = document.size.rect
    old, new = pixels_of(layer.slots.ids, canvas), pixels_of(after.slots.ids, canvas)
    assert np.array_equal(new, np.where((old == 1) & mask, 300, old.astype(int)))


def test_slots_take_at_most_four_bytes_a_pixel():
    document = flat_document(1, size=1024)
    slots = document.layers[0].slots
    assert sum(one.nbytes for one in (slots.ids, slots.second, slots.coverage)) <= 4 * 1024**2


def test_pixels_that_no_slot_explains_stay_as_they_are():
    """A damaged file may hold ids without a slot: they are left alone, and nothing breaks."""
    document = flat_document(1)
    layer = document.layers[0]
    strange = layer.slots.ids.tiles[0, 0].copy()
    strange[40:60, 40:60] = 200
    tiles = {**layer.slots.ids.tiles, (0, 0): strange}
    slots = replace(layer.slots, ids=raster_from_tiles(layer.slots.ids, tiles))
    damaged = replace(layer, slots=slots)
    after = recolored_layer(damaged, {slot.id: (9, 8, 7) for slot in slots.palette})
    canvas = document.size.rect
    coverage = pixels_of(slots.coverage, canvas)[40:60, 40:60]
    before = pixels_of(layer.raster, canvas)[40:60, 40:60]
    assert np.array_equal(
        pixels_of(after.raster, canvas)[40:60, 40:60][coverage == 0], before[coverage == 0]
    )
