"""Palettes out of files that somebody else may have written."""

import json

import pytest

from engine.document.model import Relation, Slot, SlotRole
from engine.document.palette import with_family, with_variant
from engine.document.raster import empty_raster
from engine.formats.plain import PlainValues
from engine.formats.slot_values import more_of, palette_values, slot_map_from, with_more

NOTHING = empty_raster("u1", channels=1)
RASTERS = (NOTHING, NOTHING, NOTHING)
PALETTE = tuple(Slot(k, f"{k}", (k, 0, 0), (0, 0, k)) for k in range(3))


def through_json(value):
    return PlainValues(json.loads(json.dumps(value)))


def plain_map():
    return slot_map_from(PALETTE, RASTERS, PlainValues({}), 255)


def test_a_new_slot_needs_nothing_more_and_old_files_have_nothing_more():
    assert more_of(PALETTE[0]) == {}
    assert with_more(PALETTE[0], PlainValues({})) == PALETTE[0]
    assert palette_values(plain_map()) == {}


def test_what_is_written_comes_back():
    slots = with_family(plain_map(), 0, {1: (SlotRole.SHADOW_1, Relation(0.5, 1.5, -30.0))})
    slots = with_variant(slots, "夜")
    palette = tuple(
        with_more(Slot(s.id, s.name, s.color, s.original), through_json(more_of(s)))
        for s in slots.palette
    )
    assert slot_map_from(palette, RASTERS, through_json(palette_values(slots)), 255) == slots


@pytest.mark.parametrize(
    "more",
    [
        {"pinned": 1},
        {"family": -1},
        {"role": "king"},
        {"rule": "maybe"},
        {"wanted": [1, 2]},
        {"wanted": [1, 2, "3"]},
        {"relation": [1]},
        {"relation": [1e300] * 6},
    ],
)
def test_a_damaged_slot_is_a_value_error(more):
    with pytest.raises(ValueError, match=r"\w"):
        with_more(PALETTE[0], through_json(more))


@pytest.mark.parametrize(
    "values",
    [
        {"variants": [{"id": 1, "name": "a", "colors": [[0, 0, 0]]}], "active": 1},
        {"variants": [{"id": 1, "name": "a", "colors": [[0, 0, 999]] * 3}], "active": 1},
        {"variants": [{"id": 1, "name": "a", "colors": [[0, 0, 0]] * 3}], "active": 2},
        {"variants": [{"id": 1, "name": "a", "colors": [[0, 0, 0]] * 3}]},
        {"variants": [{"id": 1, "name": "a", "colors": [[0, 0, 0]] * 3}] * 2, "active": 1},
        {"active": 1},
        {"next_id": -1},
    ],
)
def test_damaged_variants_are_a_value_error(values):
    with pytest.raises(ValueError, match=r"\w"):
        slot_map_from(PALETTE, RASTERS, through_json(values), 255)


def test_families_need_a_base_and_ids_are_of_one_slot_each():
    lost = with_more(PALETTE[1], PlainValues({"family": 0}))
    with pytest.raises(ValueError, match="base"):
        slot_map_from((PALETTE[0], lost), RASTERS, PlainValues({}), 255)
    with pytest.raises(ValueError, match="same id"):
        slot_map_from((PALETTE[0], PALETTE[0]), RASTERS, PlainValues({}), 255)
