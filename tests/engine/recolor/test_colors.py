import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.document.model import FamilyRule, SlotRole
from engine.document.palette import family_of, pinned, renamed, with_rule
from engine.recolor.color import (
    cartesian,
    full_value,
    hex_of,
    hue_distance,
    nearest_color,
    oklab,
    oklch_of,
    polar,
    rgb_of,
)
from engine.recolor.families import (
    LIGHT_HUE,
    SHADE_HUE,
    family_made,
    family_with_base,
    is_beyond_gamut,
    relation_of,
    toned,
    wanted_of,
    with_colors,
    with_wishes,
)
from engine.recolor.gamut import fitted, is_in_gamut, most_chroma
from engine.recolor.harmony import ANCHORS, Harmony, harmonized, turned
from engine.recolor.nudging import STEPS, Axis, Step, nudged
from engine.recolor.parsing import parsed, parsed_hex, preview_of, with_typed
from engine.recolor.searching import found
from tests.engine.recolor.pictures import lit_document

CHANNELS = st.integers(0, 255)
COLORS = st.tuples(CHANNELS, CHANNELS, CHANNELS)


def slots(depth=8):
    return lit_document(depth=depth).layers[0].slots


def test_oklab_agrees_with_published_values():
    """Of Ottosson's own examples: sRGB red, green, blue and white."""
    expected = [
        (0.627955, 0.224863, 0.125846),
        (0.866440, -0.233888, 0.179498),
        (0.452014, -0.032457, -0.311528),
        (1.0, 0.0, 0.0),
    ]
    assert np.allclose(oklab([(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1)]), expected, atol=2e-6)


@given(st.tuples(st.integers(0, 65535), st.integers(0, 65535), st.integers(0, 65535)))
def test_every_stored_colour_comes_back_as_itself(color):
    assert nearest_color(oklch_of(color, 16), 16) == color
    eight = tuple(value >> 8 for value in color)
    assert nearest_color(oklch_of(eight, 8), 8) == eight
    assert parsed_hex(hex_of(eight, 8), 8) == eight


def test_greys_have_no_hue():
    for value in range(0, 256, 5):
        assert oklch_of((value, value, value), 8)[2] == 0.0


@given(st.floats(0, 1), st.floats(0, 0.4), st.floats(0, 359.9))
def test_a_colour_out_of_gamut_loses_chroma_alone(lightness, chroma, hue):
    fit = fitted([(lightness, chroma, hue)])[0]
    assert fit[0] == pytest.approx(lightness)
    assert fit[2] == pytest.approx(hue)
    assert fit[1] <= chroma + 1e-12
    rgb = rgb_of(cartesian(fit))
    assert rgb.min() > -1e-5
    assert rgb.max() < 1 + 1e-5
    if is_in_gamut((lightness, chroma, hue)):
        assert fit[1] == chroma
    else:
        assert fit[1] == pytest.approx(most_chroma(lightness, hue), abs=1e-6)


def test_a_tap_of_lightness_changes_every_colour_and_the_steps_are_those_of_the_table():
    assert STEPS[Axis.HUE] == {Step.FINE: 0.2, Step.TAP: 2.0, Step.COARSE: 15.0}
    rng = np.random.default_rng(0)
    start = slots()
    for color in rng.integers(5, 250, (200, 3)).tolist():
        there = with_colors(start, {0: tuple(color)}, 8)
        up = nudged(there, [0], Axis.LIGHTNESS, STEPS[Axis.LIGHTNESS][Step.TAP], 8)
        assert up.palette[0].color != tuple(color)


@given(COLORS, st.sampled_from(list(Axis)), st.integers(-40, 40))
def test_nudging_back_leads_to_the_very_same_palette(color, axis, taps):
    before = with_colors(slots(), {0: color}, 8)
    amount = taps * STEPS[axis][Step.TAP]
    lightness, chroma, _ = wanted_of(before.palette[0], 8)
    if axis is Axis.LIGHTNESS and not 0 <= lightness + amount <= 1:
        return
    if axis is Axis.CHROMA and chroma + amount < 0:
        return
    there = nudged(before, [0], axis, amount, 8)
    back = nudged(there, [0], axis, -amount, 8)
    assert back.palette[0].color == color
    assert back == before


def test_many_taps_add_up_to_what_one_long_step_gives():
    start = slots()
    one = nudged(start, [0], Axis.HUE, 60, 8)
    many = start
    for _ in range(30):
        many = nudged(many, [0], Axis.HUE, 2, 8)
    assert many.palette[0].color == one.palette[0].color


def test_a_wish_beyond_the_gamut_is_marked_and_remembered():
    start = with_colors(slots(), {0: (200, 40, 30)}, 8)
    there = nudged(start, [0], Axis.CHROMA, 0.2, 8)
    assert is_beyond_gamut(there.palette[0])
    assert not is_beyond_gamut(start.palette[0])
    assert oklch_of(there.palette[0].color, 8)[0] == pytest.approx(
        oklch_of((200, 40, 30), 8)[0], abs=0.005
    )


def test_pinned_slots_are_skipped_by_changes_of_many_but_not_of_one():
    start = pinned(slots(), [1])
    many = nudged(start, [0, 1], Axis.HUE, 40, 8)
    assert many.palette[1] is start.palette[1]
    assert many.palette[0].color != start.palette[0].color
    alone = nudged(start, [1], Axis.HUE, 40, 8)
    assert alone.palette[1].color != start.palette[1].color


def tones():
    """A skin with its shadow and its highlight."""
    colors = {0: (230, 170, 140), 1: (180, 115, 110), 2: (250, 215, 190)}
    return family_made(with_colors(slots(), colors, 8), [0, 1, 2], 8)


def test_a_family_finds_its_base_and_its_roles():
    start = tones()
    assert [(slot.id, slot.role) for slot in family_of(start, 0)] == [
        (2, SlotRole.HIGHLIGHT),
        (0, SlotRole.BASE),
        (1, SlotRole.SHADOW_1),
    ]
    assert family_made(start, [3], 8) is start


def test_linked_tones_keep_ratios_and_hue_offset():
    start = tones()
    moved = nudged(start, [0], Axis.HUE, 60, 8)
    for slot in (1, 2):
        old = relation_of(
            oklch_of(start.palette[slot].color, 8), oklch_of(start.palette[0].color, 8)
        )
        new = relation_of(wanted_of(moved.palette[slot], 8), wanted_of(moved.palette[0], 8))
        assert new.lightness == pytest.approx(old.lightness)
        assert new.chroma == pytest.approx(old.chroma)
        assert new.hue == pytest.approx(old.hue)
    back = nudged(moved, [0], Axis.HUE, -60, 8)
    assert [slot.color for slot in back.palette] == [slot.color for slot in start.palette]


def test_tones_come_through_a_grey_and_a_black_base():
    start = tones()
    there = start
    for wish in ((0.0, 0.0, 0.0), (0.6, 0.0, 0.0)):
        there = with_wishes(there, {0: wish}, 8)
    back = with_colors(there, {0: start.palette[0].color}, 8)
    assert [slot.color for slot in back.palette] == [slot.color for slot in start.palette]


def test_toward_the_shade_hue_the_offset_keeps_its_size():
    start = with_rule(tones(), [0], FamilyRule.TOWARD_SHADE_HUE)
    moved = nudged(start, [0], Axis.HUE, 90, 8)
    base = wanted_of(moved.palette[0], 8)[2]
    for slot, pole in ((1, SHADE_HUE), (2, LIGHT_HUE)):
        size = abs(start.palette[slot].relation.hue)
        offset = hue_distance(base, wanted_of(moved.palette[slot], 8)[2])
        way = hue_distance(base, pole)
        assert abs(offset) == pytest.approx(min(size, abs(way)), abs=1e-6)
        assert offset * way >= 0


def test_free_and_pinned_tones_stay():
    start = with_rule(tones(), [0], FamilyRule.FREE)
    assert nudged(start, [0], Axis.HUE, 90, 8).palette[1] is start.palette[1]
    held = pinned(tones(), [1])
    moved = nudged(held, [0], Axis.HUE, 90, 8)
    assert moved.palette[1].color == held.palette[1].color
    assert moved.palette[2].color != held.palette[2].color


def test_a_tone_set_by_itself_gets_a_new_relation():
    start = tones()
    darker = nudged(start, [1], Axis.LIGHTNESS, -0.1, 8)
    assert darker.palette[0] is start.palette[0]
    moved = nudged(darker, [0], Axis.HUE, 30, 8)
    ratio = wanted_of(moved.palette[1], 8)[0] / wanted_of(moved.palette[0], 8)[0]
    assert ratio == pytest.approx(
        wanted_of(darker.palette[1], 8)[0] / wanted_of(darker.palette[0], 8)[0]
    )


def test_a_grey_base_gives_its_shadow_no_wild_hue():
    colors = {0: (240, 240, 238), 1: (190, 195, 210)}
    start = family_with_base(with_colors(slots(), colors, 8), 0, [0, 1], 8)
    red = with_colors(start, {0: (220, 60, 50)}, 8)
    shadow = oklch_of(red.palette[1].color, 8)
    assert abs(hue_distance(shadow[2], oklch_of((220, 60, 50), 8)[2])) < 25


@given(st.sampled_from(list(FamilyRule)), st.sampled_from(list(SlotRole)))
def test_a_tone_of_the_same_base_is_itself(rule, role):
    base, tone = (0.7, 0.1, 50.0), (0.5, 0.12, 30.0)
    result = toned(base, relation_of(tone, base), rule, role)
    assert result[:2] == pytest.approx(tone[:2])
    if rule is FamilyRule.LINKED:
        assert result == pytest.approx(tone)


@pytest.mark.parametrize("harmony", list(Harmony))
def test_harmonies_put_hues_where_their_rule_says(harmony):
    start = pinned(slots(), [1])
    ids = [slot.id for slot in start.palette]
    after = harmonized(start, ids, 0, harmony, 25.0, 8)
    leading = wanted_of(start.palette[0], 8)[2]
    assert after.palette[1] is start.palette[1]
    for slot in (0, 2, 3):
        old, new = wanted_of(start.palette[slot], 8), wanted_of(after.palette[slot], 8)
        if old[1] < 0.02:
            assert after.palette[slot] is start.palette[slot]
            continue
        offset = hue_distance(leading + 25, new[2])
        assert min(abs(hue_distance(one, offset)) for one in ANCHORS[harmony]) < 1e-6
        assert new[:2] == pytest.approx(old[:2])


def test_a_whole_turn_is_nothing():
    start = slots()
    there = turned(start, [0, 1, 2, 3], 120, 8)
    assert there != start
    assert turned(there, [0, 1, 2, 3], 240, 8) == start


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("#5a3a2c", (90, 58, 44)),
        ("5A3A2C", (90, 58, 44)),
        ("#fa0", (255, 170, 0)),
        ("rgb(90 58 44)", (90, 58, 44)),
        ("RGB( 90, 58 ,44 )", (90, 58, 44)),
        ("rgb(100%, 0%, 50%)", (255, 0, 128)),
    ],
)
def test_typed_colours_are_exact(text, color):
    assert parsed(text, 8).color == color
    assert parsed(text, 16).color is not None


def test_a_typed_change_moves_what_is_there():
    start = slots()
    before = wanted_of(start.palette[0], 8)
    after = with_typed(start, [0], parsed("+5h l-0.02 c=0.1", 8), 8)
    assert wanted_of(after.palette[0], 8) == pytest.approx(
        (before[0] - 0.02, 0.1, (before[2] + 5) % 360)
    )
    exact = with_typed(start, [0, 1], parsed("#123456", 8), 8)
    assert {exact.palette[0].color, exact.palette[1].color} == {(0x12, 0x34, 0x56)}
    polar_value = with_typed(start, [0], parsed("oklch(40% 0.05 410deg)", 8), 8)
    assert wanted_of(polar_value.palette[0], 8) == pytest.approx((0.4, 0.05, 50.0))


def test_a_preview_says_whether_the_colour_exists():
    color, exists = preview_of(parsed("oklch(0.9 0.35 30)", 8), (0.5, 0.1, 0.0), 8)
    assert not exists
    assert oklch_of(color, 8)[0] == pytest.approx(0.9, abs=0.01)
    assert preview_of(parsed("+1h", 8), oklch_of((90, 58, 44), 8), 8)[1]


@pytest.mark.parametrize(
    "text",
    ["", "   ", "blue-ish", "#12345", "rgb(1 2)", "rgb(300 0 0)", "oklch(2 0 0)", "oklch(nan 0 0)",
     "rgb(1 2 inf)", "+5", "h", "h+", "l-0.02 junk", "#" + "1" * 500, "oklch(0.5 -1 0)"],
)  # fmt: skip
def test_what_is_no_colour_says_so(text):
    with pytest.raises(ValueError, match=r"\w"):
        parsed(text, 8)


@given(st.text(max_size=40))
def test_any_text_is_a_colour_or_a_sentence(text):
    try:
        result = parsed(text, 8)
    except ValueError as error:
        assert str(error)
    else:
        with_typed(slots(), [0], result, 8)


def test_slots_are_found_by_name_part_and_hex():
    start = slots()
    for slot_id, name in ((0, "Hero / hair / base"), (1, "Hero / hair / dark"), (2, "Fox / fur")):
        start = renamed(start, slot_id, name)
    assert found(start, "hair", 8)[:2] == (0, 1)
    assert found(start, "hair dark", 8) == (1,)
    assert found(start, "FOX", 8) == (2,)
    assert found(start, hex_of(start.palette[3].color, 8), 8)[0] == 3
    assert found(start, "  ", 8) == ()
    assert found(start, "zebra", 8) == ()


def test_polar_and_cartesian_are_inverse():
    lab = np.random.default_rng(1).uniform(-0.3, 0.3, (100, 3))
    assert np.allclose(cartesian(polar(lab)), lab)
    assert full_value(16) == 65535
