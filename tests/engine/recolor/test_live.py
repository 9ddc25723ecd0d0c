from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from engine.document.edits import recolored, with_flat_layer, with_palette_edited
from engine.document.palette import renamed, with_variant
from engine.document.raster import empty_raster, pixels_of, raster_from_array
from engine.document.slots import merged, slots_of
from engine.recolor.families import with_colors
from engine.recolor.live import Recoloring
from engine.recolor.nudging import Axis, nudged
from tests.engine.recolor.pictures import FLAT, lit_document, pixels


def rasters(document):
    return [layer.raster for layer in document.layers]


def raster_pixels(raster, document):
    return pixels_of(raster, document.size.rect)


def same_pixels(one, other):
    return all(np.array_equal(pixels(one, k), pixels(other, k)) for k in range(3))


@pytest.mark.parametrize("depth", [8, 16])
def test_compiled_painting_gives_the_bytes_of_the_plain_rule(depth):
    document = lit_document(depth=depth)
    slots = nudged(slots_of(document.layers[0]), [0, 2], Axis.HUE, 40, depth)
    shown = Recoloring(document, FLAT).shown(slots)
    plain = recolored(document, FLAT, {slot.id: slot.color for slot in slots.palette})
    assert np.array_equal(pixels(shown, 0), pixels(plain, 0))


@pytest.mark.parametrize("depth", [8, 16])
def test_pixels_that_deviate_from_their_mixture_keep_their_deviation(depth):
    document = lit_document(depth=depth)
    flat = document.layers[0]
    noisy = pixels(document, 0).astype(np.int64)
    shown_at = noisy[..., 3] > 0
    noisy[..., :3][shown_at] += np.random.default_rng(1).integers(-3, 4, noisy[..., :3].shape)[
        shown_at
    ]
    flat = replace(flat, raster=raster_from_array(noisy.astype(flat.raster.dtype)))
    document = replace(document, layers=(flat, *document.layers[1:]))
    colors = {0: (100, 120, 140)}
    shown = Recoloring(document, FLAT).shown(with_colors(flat.slots, colors, depth))
    assert np.array_equal(pixels(shown, 0), pixels(recolored(document, FLAT, colors), 0))
    ids, coverage = (raster_pixels(one, document) for one in (flat.slots.ids, flat.slots.coverage))
    inside = (ids == 0) & (coverage == 0) & shown_at
    before = pixels(document, 0)[inside][:, :3].astype(int) - flat.slots.palette[0].color
    after = pixels(shown, 0)[inside][:, :3].astype(int) - colors[0]
    assert before.any() and np.array_equal(before, after)


def test_only_pixels_of_the_changed_slot_change_in_any_layer():
    document = lit_document()
    flat = document.layers[0]
    slots = nudged(flat.slots, [1], Axis.HUE, 90, 8)
    shown = Recoloring(document, FLAT).shown(slots)
    ids, second, coverage = (
        raster_pixels(one, document)
        for one in (flat.slots.ids, flat.slots.second, flat.slots.coverage)
    )
    mine = (ids == 1) | ((second == 1) & (coverage > 0))
    for layer in range(3):
        differs = (pixels(document, layer) != pixels(shown, layer)).any(-1)
        assert differs.any(), layer
        assert not differs[~mine].any(), layer


def test_tiles_without_the_slot_are_the_very_same_objects():
    document = lit_document(side=500)
    flat = document.layers[0]
    ids = np.full((500, 500), 1, np.uint16)
    ids[:100, :100] = 0
    slots = replace(flat.slots, ids=raster_from_array(ids))
    slots = replace(slots, coverage=empty_raster(np.uint8, channels=1))
    document = replace(document, layers=(replace(flat, slots=slots), *document.layers[1:]))
    shown = Recoloring(document, FLAT).shown(nudged(slots, [0], Axis.CHROMA, -0.05, 8))
    for old, new in zip(rasters(document), rasters(shown), strict=True):
        changed = {key for key in old.tiles if new.tiles[key] is not old.tiles[key]}
        assert changed == {(0, 0)}


def test_the_palette_of_the_document_shows_the_document_itself():
    document = lit_document()
    recoloring = Recoloring(document, FLAT)
    slots = slots_of(document.layers[0])
    there = nudged(slots, [0], Axis.LIGHTNESS, 0.1, 8)
    recoloring.shown(there)
    assert recoloring.shown(nudged(there, [0], Axis.LIGHTNESS, -0.1, 8)).layers == document.layers
    assert recoloring.shown(slots) is document


def test_a_preview_shows_the_asked_tiles_and_the_rest_follows():
    document = lit_document()
    slots = nudged(slots_of(document.layers[0]), [0, 1, 2], Axis.HUE, 60, 8)
    recoloring = Recoloring(document, FLAT)
    seen = recoloring.preview(slots, [(0, 1), (9, 9)])
    whole = recoloring.shown(slots)
    for old, part, new in zip(rasters(document), rasters(seen), rasters(whole), strict=True):
        assert part.tiles[0, 1] is new.tiles[0, 1]
        assert part.tiles[1, 1] is old.tiles[1, 1]
    assert same_pixels(whole, Recoloring(document, FLAT).shown(slots))


def test_many_steps_with_extremes_in_between_lead_back_to_the_first_bits():
    document = lit_document()
    recoloring, present = Recoloring(document, FLAT), document
    for axis, amount in [
        (Axis.LIGHTNESS, -0.6),
        (Axis.CHROMA, 0.3),
        (Axis.HUE, 130),
        (Axis.HUE, -130),
        (Axis.CHROMA, -0.3),
    ]:
        recoloring = recoloring.based_on(present)
        slots = nudged(slots_of(present.layers[0]), [0], axis, amount, 8)
        present = recoloring.shown(slots)
    first = slots_of(document.layers[0])
    back = with_colors(slots_of(present.layers[0]), {0: first.palette[0].color}, 8)
    assert not same_pixels(present, document)
    assert same_pixels(recoloring.based_on(present).shown(back), document)


def test_an_edit_of_the_map_or_of_a_layer_starts_anew():
    document = lit_document()
    recoloring = Recoloring(document, FLAT)
    joined = with_flat_layer(document, FLAT, partial(merged, slot_ids=[1], into=0))
    after = recoloring.based_on(joined)
    assert after is not recoloring
    slots = nudged(slots_of(joined.layers[0]), [0], Axis.HUE, 50, 8)
    assert same_pixels(after.shown(slots), Recoloring(joined, FLAT).shown(slots))
    named = with_palette_edited(document, FLAT, lambda one: renamed(one, 0, "skin"))
    bright = nudged(slots_of(named.layers[0]), [0], Axis.LIGHTNESS, 0.2, 8)
    again = recoloring.based_on(named).shown(bright)
    assert slots_of(again.layers[0]).palette[0].name == "skin"
    assert same_pixels(again, Recoloring(named, FLAT).shown(bright))
    painted = replace(
        document.layers[1], raster=raster_from_array(np.full((50, 50, 4), 99, np.uint8))
    )
    touched = replace(document, layers=(document.layers[0], painted, document.layers[2]))
    seen = recoloring.based_on(touched).shown(bright)
    assert same_pixels(seen, Recoloring(touched, FLAT).shown(bright))
    assert not same_pixels(seen, recoloring.shown(bright))


def test_a_variant_brings_its_colours_and_its_shadows():
    document = with_palette_edited(lit_document(), FLAT, lambda one: with_variant(one, "Night"))
    recoloring = Recoloring(document, FLAT)
    night = recoloring.shown(nudged(slots_of(document.layers[0]), [0, 1], Axis.LIGHTNESS, -0.2, 8))
    at_night = recoloring.based_on(night)
    day = at_night.shown(at_night.variant(1))
    assert same_pixels(day, document)
    by_day = recoloring.based_on(day)
    again = by_day.shown(by_day.variant(2))
    assert same_pixels(again, night)
    assert slots_of(again.layers[0]).active == 2


def test_other_slots_than_the_map_has_are_an_error():
    document = lit_document()
    slots = slots_of(document.layers[0])
    with pytest.raises(KeyError):
        Recoloring(document, FLAT).shown(replace(slots, palette=slots.palette[1:]))
