from dataclasses import replace

import numpy as np
import pytest

from engine.document.model import FamilyRule, Relation, SlotRole
from engine.document.palette import with_rule
from engine.document.raster import pixels_of
from engine.recolor.color import cartesian, oklab, oklch_of, polar, rgb_of
from engine.recolor.families import relation_of, toned, with_colors
from engine.recolor.following import followers_of
from engine.recolor.gamut import fitted
from engine.recolor.live import Recoloring
from tests.engine.recolor.pictures import FLAT, LIGHT, SHADOW, lit_document, pixels


def lit(document):
    """What flat, shadow and light show together, H×W×3 in 0..1, by the formula of the layers."""
    most = 255 if document.depth == 8 else 65535
    flat, shadow, light = (pixels(document, layer) / most for layer in range(3))
    shaded = flat[..., :3] * (1 - shadow[..., 3:] * (1 - shadow[..., :3]))
    return 1 - (1 - shaded) * (1 - light[..., 3:] * light[..., :3])


def pure(document, slot):
    slots = document.layers[0].slots
    canvas = document.size.rect
    plain = pixels_of(slots.coverage, canvas) == 0
    return (pixels_of(slots.ids, canvas) == slot) & plain & (pixels(document, 0)[..., 3] > 0)


def recolored(document, colors, rule=FamilyRule.LINKED):
    slots = with_rule(document.layers[0].slots, list(colors), rule)
    return Recoloring(document, FLAT).shown(with_colors(slots, colors, document.depth))


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("rule", [FamilyRule.LINKED, FamilyRule.TOWARD_SHADE_HUE])
def test_every_tone_is_carried_over_by_the_rule(depth, rule):
    document = lit_document(depth=depth)
    scale = 1 if depth == 8 else 257
    new = tuple(value * scale for value in (70, 150, 80))
    after = recolored(document, {0: new}, rule)
    mine = pure(document, 0)
    base = oklch_of(document.layers[0].slots.palette[0].color, depth)
    target = oklch_of(new, depth)
    shadow, light = pixels(document, 1)[mine], pixels(document, 2)[mine]
    before, seen = lit(document)[mine], lit(after)[mine]
    checked = set()
    for kind in {(bool(s), bool(h)) for s, h in zip(shadow[:, 3], light[:, 3], strict=True)}:
        some = np.flatnonzero(((shadow[:, 3] > 0) == kind[0]) & ((light[:, 3] > 0) == kind[1]))[0]
        tone = tuple(polar(oklab(before[some])).tolist())
        role = SlotRole.HIGHLIGHT if tone[0] > base[0] else SlotRole.SHADOW_1
        wanted = toned(target, relation_of(tone, base), rule, role)
        expected = rgb_of(cartesian(fitted([wanted])[0]))
        assert np.abs(seen[some] - expected).max() < 1.2 / 255, kind
        checked.add(kind)
    assert checked == {(True, True), (True, False), (False, True), (False, False)}


def test_shadows_of_a_free_slot_keep_their_bits():
    document = lit_document()
    after = recolored(document, {0: (10, 200, 30), 1: (0, 0, 0)}, FamilyRule.FREE)
    assert np.array_equal(pixels(after, 1), pixels(document, 1))
    assert np.array_equal(pixels(after, 2), pixels(document, 2))
    assert not np.array_equal(pixels(after, 0), pixels(document, 0))


def test_the_same_colours_leave_all_layers_alone():
    document = lit_document()
    colors = {slot.id: slot.color for slot in document.layers[0].slots.palette}
    assert recolored(document, colors).layers == document.layers


def test_a_black_slot_made_bright_still_has_its_shadow():
    document = lit_document(((0, 0, 0), (60, 90, 200)))
    after = recolored(document, {0: (220, 190, 120)})
    mine = pure(document, 0)
    in_shadow = (pixels(document, 1)[..., 3] > 0) & mine & (pixels(document, 2)[..., 3] == 0)
    lightness = oklab(lit(after))[..., 0]
    flat = oklab(np.array((220, 190, 120)) / 255)[0]
    assert (lightness[in_shadow] < 0.85 * flat).all()
    assert (lightness[in_shadow] > 0.4 * flat).all()


def test_a_mixed_border_mixes_the_tones_of_both_sides():
    document = lit_document(((200, 90, 60), (60, 90, 200)))
    after = recolored(document, {0: (90, 160, 70)})
    slots = document.layers[0].slots
    canvas = document.size.rect
    ids, second, coverage = (
        pixels_of(one, canvas) for one in (slots.ids, slots.second, slots.coverage)
    )
    shadow, light = pixels(document, 1)[..., 3], pixels(document, 2)[..., 3]
    border = (coverage > 0) & (ids == 0) & (second == 1) & (shadow > 0) & (light == 0)
    seen = lit(after)
    plain = (coverage == 0) & (shadow > 0) & (light == 0) & (pixels(document, 0)[..., 3] > 0)
    first = seen[plain & (ids == 0)][0]
    other = seen[plain & (ids == 1)][0]
    share = coverage[border][:, None] / 255
    assert border.any()
    assert np.abs(seen[border] - (first + share * (other - first))).max() < 1.5 / 255


def test_tones_that_a_shadow_layer_alone_cannot_show_are_counted():
    document = lit_document()
    document = replace(document, layers=document.layers[:2])
    recoloring = Recoloring(document, FLAT)
    slots = document.layers[0].slots
    recoloring.shown(with_colors(slots, {0: (120, 110, 90)}, 8))
    assert recoloring.out_of_reach == 0
    # Yellow has no blue to take a shadow's blue from: only a light layer could add it.
    recoloring.shown(with_colors(slots, {2: (250, 250, 5)}, 8))
    assert recoloring.out_of_reach > 0
    with_light = Recoloring(lit_document(), FLAT)
    with_light.shown(with_colors(slots, {2: (250, 250, 5)}, 8))
    assert with_light.out_of_reach == 0


def test_followers_are_the_clipped_layers_over_the_flat_one():
    document = lit_document()
    found = followers_of(document, FLAT)
    assert (found.shadow.id, found.light.id) == (SHADOW, LIGHT)
    locked = replace(document.layers[1], locks=replace(document.layers[1].locks, pixels=True))
    document = replace(document, layers=(document.layers[0], locked, document.layers[2]))
    assert followers_of(document, FLAT).shadow is None


def test_a_relation_leads_back_to_the_tone():
    for base in [(0.6, 0.12, 40.0), (0.9, 0.004, 0.0), (0.05, 0.01, 250.0)]:
        for tone in [(0.4, 0.1, 350.0), (0.8, 0.0, 0.0), (0.02, 0.03, 264.0)]:
            relation = relation_of(tone, base)
            assert isinstance(relation, Relation)
            back = toned(base, relation, FamilyRule.LINKED, SlotRole.SHADOW_1)
            assert np.allclose(cartesian(back), cartesian(tone), atol=1e-9)
