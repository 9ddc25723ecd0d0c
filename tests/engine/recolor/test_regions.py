from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from engine.document.geometry import Rect, Size
from engine.document.model import LayerId, PixelLayer, Slot
from engine.document.raster import pixels_of
from engine.document.slots import painted, slot_map_from_arrays
from engine.recolor.regions import SPECK, Direction, Regions


def layer_of(ids, coverage=None, second=None, alpha=None):
    ids = np.asarray(ids, np.uint16)
    count = int(ids.max()) + 1
    palette = tuple(Slot(k, f"{k}", (k * 9, k * 5, k), (k * 9, k * 5, k)) for k in range(count))
    coverage = np.zeros(ids.shape, np.uint8) if coverage is None else coverage
    slots = slot_map_from_arrays(palette, ids, ids if second is None else second, coverage)
    alpha = np.full(ids.shape, 255, np.uint8) if alpha is None else alpha
    return PixelLayer(id=LayerId(1), name="flat", raster=painted(slots, alpha), slots=slots)


def regions_of(layer, shape):
    return Regions(layer, Size(shape[1], shape[0]))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 30), st.integers(2, 30), st.integers(1, 3))
def test_regions_are_the_connected_parts_of_each_slot(seed, height, width, count):
    rng = np.random.default_rng(seed)
    ids = rng.integers(0, count + 1, (height, width))
    alpha = np.where(rng.random(ids.shape) < 0.1, 0, 255).astype(np.uint8)
    regions = regions_of(layer_of(ids, alpha=alpha), ids.shape)
    covered = np.zeros(ids.shape, int)
    for region in regions.all:
        x, y = region.anchor
        assert regions.at(x, y) is region
        place = region.bounds
        mask = np.zeros(ids.shape, bool)
        mask[place.top : place.bottom, place.left : place.right] = regions.mask(region)
        assert mask.sum() == region.area
        assert (ids[mask] == region.slot).all()
        assert ndimage.label(mask)[1] == 1
        covered += mask
    assert np.array_equal(covered, (alpha > 0).astype(int))
    expected = sum(ndimage.label((ids == k) & (alpha > 0))[1] for k in range(count + 1))
    assert len(regions.all) == expected
    assert [one.area for one in regions.all] == sorted((r.area for r in regions.all), reverse=True)


def test_the_anchor_is_the_most_inner_pixel():
    ids = np.zeros((60, 90), int)
    ids[10:50, 20:30] = 1
    ids[20:45, 30:60] = 1
    region = next(one for one in regions_of(layer_of(ids), ids.shape).all if one.slot == 1)
    distance = ndimage.distance_transform_edt(ids == 1)
    x, y = region.anchor
    assert distance[y, x] >= distance.max() - 1
    assert region.bounds == Rect(20, 10, 60, 50)


def test_neighbours_touch_at_edges():
    ids = np.array([[0, 0, 1], [2, 2, 1], [3, 3, 3]]).repeat(10, 0).repeat(10, 1)
    regions = regions_of(layer_of(ids), ids.shape)
    touching = {
        one.slot: sorted(regions.all[number].slot for number in one.touching) for one in regions.all
    }
    assert touching == {0: [1, 2], 1: [0, 2, 3], 2: [0, 1, 3], 3: [1, 2]}


def grid_of_squares():
    """Squares of slots 1..9 on a background of slot 0, a speck of slot 10 beside the first."""
    ids = np.zeros((150, 150), int)
    for number in range(9):
        top, left = 15 + 45 * (number // 3), 15 + 45 * (number % 3)
        ids[top : top + 20, left : left + 20] = number + 1
    ids[25:28, 40:43] = 10
    return ids


def test_arrows_lead_to_what_lies_there_and_never_to_specks_or_the_same_slot():
    ids = grid_of_squares()
    regions = regions_of(layer_of(ids), ids.shape)
    middle = regions.at(70, 70)
    assert middle.slot == 5
    one, two = regions.at(25, 25), regions.at(70, 25)
    assert regions.at(41, 26).area < SPECK
    # The background touches every square, and touching ones come first where they fit.
    background = regions.at(0, 0)
    reached = {direction: regions.neighbor(middle, direction).slot for direction in Direction}
    expected = {Direction.LEFT: 4, Direction.RIGHT: 6, Direction.UP: 2, Direction.DOWN: 8}
    for direction, slot in expected.items():
        x, y = background.anchor
        dx, dy = x - middle.anchor[0], y - middle.anchor[1]
        right, down = direction.value
        along, across = dx * right + dy * down, abs(dx * down) + abs(dy * right)
        if along > 0 and across <= along:
            slot = 0
        assert reached[direction] == slot, direction
    assert regions.neighbor(one, Direction.RIGHT) in (two, background)
    assert regions.neighbor(one, Direction.LEFT) in (None, background)


def test_the_nearer_one_along_counts_before_one_far_across():
    ids = np.zeros((100, 200), int)
    ids[40:60, 10:30] = 1
    ids[10:30, 60:80] = 2
    ids[45:55, 90:110] = 3
    alpha = np.where(ids > 0, 255, 0).astype(np.uint8)
    regions = regions_of(layer_of(ids, alpha=alpha), ids.shape)
    start = regions.at(20, 50)
    # 2: along 50, across 30 -> 110; 3: along 80, across 0 -> 80
    assert regions.neighbor(start, Direction.RIGHT).slot == 3
    assert regions.neighbor(start, Direction.LEFT) is None


def test_a_split_region_takes_the_mixed_pixels_on_its_border_along():
    ids = np.zeros((40, 80), int)
    ids[10:30, 10:30] = ids[10:30, 50:70] = 1
    second = ids.copy()
    second[10:30, 9] = second[10:30, 49] = 1
    coverage = np.where(second != ids, 80, 0).astype(np.uint8)
    layer = layer_of(ids, coverage, second.astype(np.uint16))
    regions = regions_of(layer, ids.shape)
    right = regions.at(60, 20)
    after = regions.split_off(layer, right, "sleeve")
    assert after.raster is layer.raster
    names = [slot.name for slot in after.slots.palette]
    assert names == ["0", "1", "sleeve"]
    new = after.slots.palette[2].id
    canvas = Rect(0, 0, 80, 40)
    assert (pixels_of(after.slots.ids, canvas)[10:30, 50:70] == new).all()
    assert (pixels_of(after.slots.second, canvas)[10:30, 49] == new).all()
    assert (pixels_of(after.slots.second, canvas)[10:30, 9] == 1).all()
    assert (pixels_of(after.slots.ids, canvas)[10:30, 10:30] == 1).all()


def test_a_layer_without_slots_has_no_regions():
    layer = replace(layer_of(np.zeros((4, 4))), slots=None)
    with pytest.raises(KeyError):
        Regions(layer, Size(4, 4))
