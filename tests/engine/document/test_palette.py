from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.document import palette
from engine.document.model import FamilyRule, Relation, Slot, SlotMap, SlotRole
from engine.document.palette import NameParts, joined_name, name_parts
from engine.document.raster import empty_raster


def slot_map(count=5):
    nothing = empty_raster("u1", channels=1)
    slots = tuple(Slot(k, f"slot {k}", (k, k, k), (k, k, k)) for k in range(count))
    return SlotMap(slots, nothing, nothing, nothing)


def ids(slots):
    return [slot.id for slot in slots.palette]


WORDS = st.text(st.characters(exclude_characters="/", exclude_categories=("Cc", "Cs", "Z")))


@given(WORDS.filter(bool), WORDS.filter(bool), WORDS)
def test_a_name_is_its_parts_joined(character, part, suffix):
    parts = NameParts(character, part, suffix)
    assert name_parts(joined_name(parts)) == parts
    assert name_parts(joined_name(NameParts("", part, ""))) == NameParts("", part, "")


def test_renaming_and_pinning_change_nothing_else_and_nothing_when_nothing_is_new():
    slots = slot_map()
    named = palette.renamed(slots, 2, "hero / hair / base")
    assert named.palette[2].name == "hero / hair / base"
    assert named.palette[1] is slots.palette[1]
    assert palette.renamed(slots, 2, "slot 2") is slots
    assert palette.pinned(slots, []) is slots
    held = palette.pinned(slots, [1, 3])
    assert [slot.pinned for slot in held.palette] == [False, True, False, True, False]
    assert palette.pinned(held, [1, 3], False) == slots
    with pytest.raises(KeyError):
        palette.renamed(slots, 99, "x")


def family(slots):
    tones = {
        2: (SlotRole.SHADOW_1, Relation(0.7)),
        3: (SlotRole.HIGHLIGHT, Relation(1.2)),
    }
    return palette.with_family(slots, 1, tones)


def test_a_family_runs_from_light_to_dark_and_ends_with_its_base():
    slots = family(slot_map())
    assert [slot.id for slot in palette.family_of(slots, 2)] == [3, 1, 2]
    assert [slot.id for slot in palette.family_of(slots, 0)] == [0]
    assert palette.without_families(slots, [1]).palette == slot_map().palette
    smaller = palette.without_families(slots, [3])
    assert [slot.id for slot in palette.family_of(smaller, 1)] == [1, 2]
    assert palette.without_families(smaller, [2]).palette == slot_map().palette


def test_a_slot_leaves_its_family_for_a_new_one():
    slots = palette.with_family(
        family(slot_map()), 4, {2: (SlotRole.SHADOW_1, Relation()), 0: (SlotRole.SHADOW_2, None)}
    )
    assert [slot.id for slot in palette.family_of(slots, 4)] == [4, 2, 0]
    assert [slot.id for slot in palette.family_of(slots, 1)] == [3, 1]


def test_a_rule_belongs_to_the_base():
    slots = palette.with_rule(family(slot_map()), [2], FamilyRule.FREE)
    assert [slot.rule for slot in slots.palette].count(FamilyRule.FREE) == 1
    assert slots.palette[1].rule is FamilyRule.FREE


@pytest.mark.parametrize(
    ("moving", "steps", "expected"),
    [
        ([2], -1, [0, 2, 1, 3, 4]),
        ([2], 2, [0, 1, 3, 4, 2]),
        ([0], -3, [0, 1, 2, 3, 4]),
        ([3, 4], -2, [0, 3, 4, 1, 2]),
        ([0, 2], 9, [1, 3, 4, 0, 2]),
    ],
)
def test_slots_move_in_the_list_as_far_as_there_is_room(moving, steps, expected):
    slots = palette.moved(slot_map(), moving, steps)
    assert ids(slots) == expected


def test_variants_keep_their_colours_in_the_order_of_the_palette():
    slots = palette.with_variant(slot_map(3), "Night")
    assert [one.name for one in slots.variants] == ["Original", "Night"]
    slots = palette.with_fields(slots, {0: {"color": (9, 9, 9)}})
    assert slots.variants[1].colors == ((9, 9, 9), (1, 1, 1), (2, 2, 2))
    assert slots.variants[0].colors == ((0, 0, 0), (1, 1, 1), (2, 2, 2))
    turned = palette.reordered(slots, [2, 1, 0])
    assert turned.variants[1].colors == ((2, 2, 2), (1, 1, 1), (9, 9, 9))
    assert palette.variant_colors(turned, 1) == {2: (2, 2, 2), 1: (1, 1, 1), 0: (0, 0, 0)}
    fewer = palette.without_slots(turned, [1])
    assert fewer.variants[0].colors == ((2, 2, 2), (0, 0, 0))
    more = palette.with_slot_added(fewer, Slot(7, "new", (9, 9, 9), (9, 9, 9)), after=0)
    assert more.variants[0].colors[-1] == (0, 0, 0), "a part of slot 0 has its colour there too"
    other = palette.with_slot_added(fewer, Slot(7, "new", (5, 5, 5), (5, 5, 5)))
    assert {one.colors[-1] for one in other.variants} == {(5, 5, 5)}


def test_the_active_variant_cannot_be_removed():
    slots = palette.with_variant(slot_map(2), "B")
    with pytest.raises(ValueError, match="active"):
        palette.without_variant(slots, slots.active)
    assert [one.name for one in palette.without_variant(slots, 1).variants] == ["B"]
    with pytest.raises(KeyError):
        palette.without_variant(slots, 77)
    assert palette.variant_renamed(slots, 2, "B") is slots


def test_ids_are_never_used_again():
    slots = palette.without_slots(slot_map(4), [3])
    assert palette.next_slot_id(slots) == 4
    slots = palette.with_slot_added(slots, Slot(4, "", (0, 0, 0), (0, 0, 0)))
    slots = palette.without_slots(slots, [4])
    assert palette.next_slot_id(slots) == 5
    assert replace(slots, next_id=0) != slots
