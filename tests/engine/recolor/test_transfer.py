import itertools

import numpy as np
import pytest

from engine.document.geometry import Rect, Size
from engine.document.palette import pinned
from engine.document.raster import pixels_of
from engine.document.slots import recolored_layer, slots_of
from engine.errors import UsageError
from engine.recolor.color import oklab, oklch_of
from engine.recolor.families import family_with_base, with_colors
from engine.recolor.splitting import split_by_color
from engine.recolor.transfer import _assigned, areas_of, mappings, swatches_of
from tests.engine.recolor.pictures import COLORS, lit_document, pixels

REFERENCE = ((20, 18, 40), (250, 250, 240), (40, 160, 90), (220, 60, 160))


def test_the_swatches_of_a_picture_are_its_colours_by_area():
    picture = np.full((90, 90, 4), 255, np.uint8)
    picture[:, :, :3] = REFERENCE[1]
    picture[:30, :, :3] = REFERENCE[0]
    picture[60:80, 10:50, :3] = REFERENCE[2]
    picture[85:, 70:, :3] = REFERENCE[3]
    picture[:5, :5] = 0
    assert swatches_of(picture) == (REFERENCE[1], REFERENCE[0], REFERENCE[2], REFERENCE[3])
    assert swatches_of(picture.astype(np.uint16) * 257) == swatches_of(picture)
    assert swatches_of(np.zeros((4, 4, 4), np.uint8)) == ()


def test_a_photograph_gives_a_few_swatches_of_its_own_colours():
    rng = np.random.default_rng(0)
    picture = rng.integers(0, 256, (64, 64, 4), np.uint8)
    picture[..., 3] = 255
    found = swatches_of(picture, 8)
    assert len(found) == 8
    shown = {tuple(one) for one in picture[..., :3].reshape(-1, 3).tolist()}
    assert set(found) <= shown


@pytest.mark.parametrize("depth", [8, 16])
def test_there_are_several_ways_and_each_uses_swatches_by_its_rule(depth):
    scale = 1 if depth == 8 else 257
    document = lit_document(depth=depth)
    layer = document.layers[0]
    slots = slots_of(layer)
    areas = areas_of(slots, layer.raster)
    assert sum(areas.values()) == int((pixels(document, 0)[..., 3] > 0).sum())
    ids = [slot.id for slot in slots.palette]
    ways = mappings(slots, ids, REFERENCE, areas, depth)
    assert len(ways) >= 3
    exact = [tuple(value * scale for value in color) for color in REFERENCE]
    assert sorted(ways[0].values()) == sorted(exact)
    by_lightness = next(
        way
        for way in ways
        if [
            way[one]
            for one in sorted(ids, key=lambda one: oklch_of(slots.palette[one].color, depth)[0])
        ]
        == sorted(exact, key=lambda color: oklch_of(color, depth)[0])
    )
    assert by_lightness
    kept = ways[-1]
    for slot in slots.palette:
        assert abs(oklch_of(kept[slot.id], depth)[0] - oklch_of(slot.color, depth)[0]) < 0.01


def test_pinned_slots_and_followers_get_nothing():
    slots = lit_document().layers[0].slots
    slots = family_with_base(pinned(slots, [2]), 0, [0, 3], 8)
    ways = mappings(slots, [0, 1, 2, 3], REFERENCE, {}, 8)
    assert all(set(way) == {0, 1} for way in ways)
    after = with_colors(slots, ways[0], 8)
    assert after.palette[2].color == slots.palette[2].color
    assert mappings(slots, [0], (), {}, 8) == ()
    assert mappings(slots, [], REFERENCE, {}, 8) == ()


def test_fewer_swatches_than_slots_are_used_again():
    slots = lit_document().layers[0].slots
    for way in mappings(slots, [0, 1, 2, 3], REFERENCE[:1], {}, 8)[:1]:
        assert set(way.values()) == {REFERENCE[0]}


def test_the_assignment_has_the_least_cost():
    rng = np.random.default_rng(3)
    for rows, columns in [(1, 1), (3, 3), (4, 6), (5, 5)]:
        cost = rng.random((rows, columns))
        found = _assigned(cost)
        assert len(set(found.tolist())) == rows
        best = min(
            sum(cost[row, column] for row, column in enumerate(way))
            for way in itertools.permutations(range(columns), rows)
        )
        assert np.isclose(cost[np.arange(rows), found].sum(), best)


def test_a_slot_is_split_by_what_is_seen():
    document = lit_document()
    layer = document.layers[0]
    seen = pixels(document, 0).copy()
    seen[150:, :, :3] //= 2  # the lower half lies in a shadow of another layer
    after = split_by_color(layer, document.size, seen, 0, "skin 2")
    assert after.raster is layer.raster
    slots = slots_of(after)
    new = slots.palette[1]
    assert (new.name, new.color) == ("skin 2", COLORS[0])
    whole = Rect(0, 0, 300, 300)
    ids = pixels_of(slots.ids, whole)
    rows = np.nonzero(ids == new.id)[0]
    assert rows.size
    assert rows.min() >= 150 or rows.max() < 150
    changed = pixels_of(recolored_layer(after, {new.id: (0, 255, 0)}).raster, whole)
    assert np.array_equal(changed[ids == 0], pixels(document, 0)[ids == 0])


def test_a_slot_of_one_colour_cannot_be_split():
    document = lit_document()
    with pytest.raises(UsageError, match="same colour"):
        split_by_color(document.layers[0], Size(300, 300), pixels(document, 0), 0, "x")


def test_oklab_of_white_is_one():
    assert np.allclose(oklab(np.ones(3)), (1, 0, 0), atol=1e-6)
