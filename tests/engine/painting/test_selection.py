"""Selections: their sums, shapes, outlines and what grows and shrinks them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.document.geometry import Rect, Size
from engine.document.model import Mask
from engine.document.raster import empty_raster, raster_from_array
from engine.painting.outline import outline
from engine.painting.reshape import border, feathered, grown, shrunk
from engine.painting.selection import (
    Combination,
    Selection,
    bounds,
    combined,
    everything,
    inverted,
    mask_from_selection,
    moved,
    nothing,
    selection_from_alpha,
    selection_from_array,
    selection_from_mask,
)
from engine.painting.shapes import ellipse, polygon, rectangle
from tests.engine.painting.pictures import (
    CANVAS,
    noise,
    same_tiles,
    selections,
    shown,
    wide,
)

FAST = settings(max_examples=25, deadline=None)


def coverage(selection: Selection) -> np.ndarray:
    return shown(selection.coverage)


@FAST
@given(selections(), selections())
def test_subtracting_is_intersecting_with_the_inverse(one: Selection, two: Selection) -> None:
    less = combined(one, two, Combination.SUBTRACT)
    common = combined(one, inverted(two), Combination.INTERSECT)
    assert same_tiles(less.coverage, common.coverage)


@FAST
@given(selections(), selections())
def test_sums_of_selections_follow_their_formulas(one: Selection, two: Selection) -> None:
    a, b = coverage(one), coverage(two)
    assert np.array_equal(coverage(combined(one, two, Combination.ADD)), np.maximum(a, b))
    assert np.array_equal(coverage(combined(one, two, Combination.INTERSECT)), np.minimum(a, b))
    assert combined(one, two, Combination.REPLACE) is two
    assert np.array_equal(coverage(combined(None, two, Combination.ADD)), b)


@FAST
@given(selections())
def test_inverting_twice_gives_the_selection_back(selection: Selection) -> None:
    back = inverted(inverted(selection))
    assert same_tiles(back.coverage, selection.coverage)
    assert not wide(inverted(selection).coverage)[:300].any()  # nothing above the canvas


@FAST
@given(selections(), st.floats(0, 12))
def test_growing_and_shrinking_bound_the_selection(selection: Selection, radius: float) -> None:
    original = coverage(selection)
    bigger, smaller = grown(selection, radius), shrunk(selection, radius)
    assert (coverage(bigger) >= original).all()
    assert (coverage(smaller) <= original).all()
    assert (coverage(shrunk(bigger, radius)) >= original).all()
    assert (coverage(grown(smaller, radius)) <= original).all()


@FAST
@given(selections(), st.integers(1, 9))
def test_growing_takes_the_largest_value_within_the_radius(
    selection: Selection, radius: int
) -> None:
    before, after = coverage(selection), coverage(grown(selection, radius))
    ys, xs = np.mgrid[0 : CANVAS.height, 0 : CANVAS.width]
    for y, x in ((0, 0), (60, 127), (128, 128), (199, 299), (100, 150)):
        near = (ys - y) ** 2 + (xs - x) ** 2 <= radius**2
        assert after[y, x] == before[near].max()


def test_a_grown_pixel_is_a_disc() -> None:
    dot = np.zeros((200, 300), np.uint8)
    dot[127, 128] = 255  # at the corner of four tiles
    disc = coverage(grown(selection_from_array(CANVAS, dot), 5))
    assert np.count_nonzero(disc) == 81  # whole-number points within 5 of the origin
    assert bounds(grown(selection_from_array(CANVAS, dot), 5)) == Rect(123, 122, 134, 133)


def test_shrinking_does_not_come_off_the_edge_of_the_canvas() -> None:
    left_half = rectangle(CANVAS, 0, 0, 150, 200)
    assert bounds(shrunk(left_half, 10)) == Rect(0, 0, 140, 200)
    assert same_tiles(shrunk(everything(CANVAS), 40).coverage, everything(CANVAS).coverage)


def test_a_large_radius_gives_the_same_as_its_definition() -> None:
    dot = np.zeros((700, 700), np.uint8)
    dot[350, 350] = 200
    big = grown(selection_from_array(Size(700, 700), dot), 300)
    pixels = shown(big.coverage, Rect(0, 0, 700, 700))
    ys, xs = np.mgrid[-350:350, -350:350]
    assert np.array_equal(pixels > 0, ys**2 + xs**2 <= 300**2)


def test_feathering_keeps_the_middle_of_an_edge_and_fades_to_both_sides() -> None:
    soft = coverage(feathered(rectangle(CANVAS, 0, 0, 150, 200), 10))
    row = soft[100].astype(int)
    assert abs(int(row[149]) + int(row[150]) - 255) <= 1
    assert (np.diff(row) <= 0).all()
    assert row[119] == 255 and row[180] == 0
    # 10 pixels out is one standard deviation: 15.9 % of a full step.
    assert abs(row[160] - 255 * 0.147) < 3
    assert (soft == soft[0]).all()  # it goes on beyond the canvas above and below


@FAST
@given(selections(), st.floats(0.5, 8))
def test_feathering_changes_nothing_far_from_every_edge(
    selection: Selection, radius: float
) -> None:
    before, after = coverage(selection), coverage(feathered(selection, radius))
    reach = math.ceil(3 * radius)
    far = np.ones_like(before, bool)
    for values in (before[1:] != before[:-1], before[:, 1:] != before[:, :-1]):
        for y, x in np.argwhere(values)[:: max(1, len(np.argwhere(values)) // 400)]:
            far[max(y - reach, 0) : y + reach + 2, max(x - reach, 0) : x + reach + 2] = False
    if len(np.argwhere(before[1:] != before[:-1])) < 400:
        assert np.array_equal(before[far], after[far])


def test_a_border_lies_on_both_sides_of_the_edge() -> None:
    band = border(rectangle(CANVAS, 100, 50, 200, 150), 6)
    assert bounds(band) == Rect(97, 47, 203, 153)
    assert coverage(band)[100, 96:104].tolist() == [0, 255, 255, 255, 255, 255, 255, 0]


def test_a_rectangle_between_pixels_covers_them_in_part() -> None:
    pixels = coverage(rectangle(CANVAS, 20.5, 13, 10.25, 10))
    assert pixels[11, 9:12].tolist() == [0, 191, 255]
    assert pixels[11, 19:22].tolist() == [255, 128, 0]
    assert pixels.astype(int).sum() == 3 * (191 + 9 * 255 + 128)


def test_an_ellipse_has_the_area_of_an_ellipse() -> None:
    pixels = coverage(ellipse(CANVAS, 10, 20, 110, 80))
    assert abs(pixels.sum() / 255 - math.pi * 50 * 30) < 2
    assert np.array_equal(pixels[20:80, 10:110], pixels[20:80, 10:110][::-1, ::-1])
    hard = coverage(ellipse(CANVAS, 10, 20, 110, 80, antialias=False))
    assert set(np.unique(hard)) == {0, 255}


def test_a_polygon_covers_exactly_its_area() -> None:
    pixels = coverage(polygon(CANVAS, [(10, 10), (50, 10), (30, 50)]))
    assert pixels.sum() / 255 == pytest.approx(800, abs=1)
    turned = coverage(polygon(CANVAS, [(30, 50), (50, 10), (10, 10)]))
    assert np.array_equal(pixels, turned)  # the direction does not matter


def test_a_lasso_that_crosses_itself_leaves_no_hole() -> None:
    star = [
        (150 + 80 * math.sin(k * 4 * math.pi / 5), 100 - 80 * math.cos(k * 4 * math.pi / 5))
        for k in range(5)
    ]
    assert coverage(polygon(CANVAS, star))[100, 150] == 255


@pytest.mark.parametrize(
    "points",
    [
        [],
        [(1, 1)],
        [(1, 1), (9, 9)],
        [(-50, -50), (-10, -50), (-30, -9)],
        [(1, 1), (float("nan"), 3), (5, 5)],
    ],
)
def test_lines_without_an_inside_select_nothing(points: list[tuple[float, float]]) -> None:
    assert polygon(CANVAS, points).is_empty


def test_shapes_beyond_the_canvas_are_cut_at_its_edges() -> None:
    assert bounds(ellipse(CANVAS, -1000, -1000, 1300, 1200)) == CANVAS.rect
    assert bounds(polygon(CANVAS, [(-9, -9), (999, -9), (999, 999), (-9, 999)])) == CANVAS.rect
    assert bounds(rectangle(CANVAS, -9, -9, 12, 5)) == Rect(0, 0, 12, 5)
    assert rectangle(CANVAS, 400, 10, 500, 20).is_empty


def test_a_canvas_of_one_pixel_can_be_selected_and_not() -> None:
    tiny = Size(1, 1)
    assert bounds(everything(tiny)) == Rect(0, 0, 1, 1)
    assert inverted(everything(tiny)).is_empty
    assert grown(nothing(tiny), 5).is_empty
    assert feathered(everything(tiny), 9).coverage.tiles[0, 0][0, 0] == 255


def test_a_moved_selection_loses_what_leaves_the_canvas() -> None:
    assert bounds(moved(rectangle(CANVAS, 10, 10, 60, 60), -30, 170)) == Rect(0, 180, 30, 200)


@FAST
@given(selections(), st.sampled_from([np.uint8, np.uint16]))
def test_a_mask_made_from_a_selection_selects_the_same(selection: Selection, dtype: type) -> None:
    mask = mask_from_selection(selection, np.dtype(dtype))
    assert mask.raster.dtype == dtype
    assert same_tiles(selection_from_mask(CANVAS, mask).coverage, selection.coverage)


def test_a_mask_that_shows_everything_outside_selects_the_canvas() -> None:
    mask = Mask(empty_raster(np.uint16, channels=1, fill=65535))
    assert same_tiles(selection_from_mask(CANVAS, mask).coverage, everything(CANVAS).coverage)


def test_the_alpha_of_a_layer_becomes_a_selection() -> None:
    pixels = noise(1, 90, 80, np.uint16)
    chosen = selection_from_alpha(CANVAS, raster_from_array(pixels, left=-10, top=150))
    expected = np.rint(pixels[:50, 10:, 3] / 257)
    assert np.abs(shown(chosen.coverage, Rect(0, 150, 80, 200)) - expected).max() == 0
    assert bounds(chosen).bottom <= 200


def _length(loop: np.ndarray) -> int:
    return int(np.abs(loop - np.roll(loop, -1, 0)).sum())


def test_the_outline_of_a_rectangle_has_four_corners() -> None:
    (loop,) = outline(rectangle(CANVAS, 100, 50, 160, 140))
    assert sorted(map(tuple, loop.tolist())) == [(100, 50), (100, 140), (160, 50), (160, 140)]


def test_holes_and_touching_corners_get_loops_of_their_own() -> None:
    pixels = np.zeros((200, 300), np.uint8)
    pixels[50, 50] = pixels[51, 51] = 255
    pixels[60:70, 60:70] = 255
    pixels[63:65, 63:65] = 0
    loops = outline(selection_from_array(CANVAS, pixels))
    assert sorted(_length(loop) for loop in loops) == [4, 4, 8, 40]


@FAST
@given(selections())
def test_outlines_walk_every_edge_once(selection: Selection) -> None:
    inside = np.pad(coverage(selection) >= 128, 1).astype(int)
    edges = np.abs(np.diff(inside, axis=0)).sum() + np.abs(np.diff(inside, axis=1)).sum()
    loops = outline(selection)
    assert sum(_length(loop) for loop in loops) == edges
    # Signed areas add up to the area: outer loops turn one way, holes the other.
    area = 0.0
    for loop in loops:
        following = np.roll(loop, -1, 0)
        area += (loop[:, 0] * following[:, 1] - following[:, 0] * loop[:, 1]).sum() / 2
    assert area == inside.sum()


def test_an_outline_can_be_asked_for_a_part_only() -> None:
    (loop,) = outline(everything(CANVAS), Rect(10, 10, 20, 15))
    assert _length(loop) == 30
    assert outline(nothing(CANVAS)) == ()


@FAST
@given(st.integers(1, 12), st.integers(0, 9))
def test_where_tiles_begin_does_not_matter_to_a_selection(radius: int, seed: int) -> None:
    """The same spots elsewhere on the canvas grow, shrink and soften the same way."""
    spots = np.random.default_rng(seed).integers(0, 256, (60, 70)).astype(np.uint8)
    here = selection_from_array(CANVAS, spots, left=100, top=60)
    there = selection_from_array(CANVAS, spots, left=137, top=93)
    for change in (grown, shrunk, feathered, border):
        a = coverage(change(here, radius))[20:160, 60:210]
        b = coverage(change(there, radius))[53:193, 97:247]
        assert np.array_equal(a, b)


@pytest.mark.parametrize("radius", [1.0, 4.5, 8.0, 9.0, 23.3, 60.0, 170.0])
def test_a_feathered_edge_is_a_gaussian_step(radius: float) -> None:
    canvas = Size(1200, 3)
    soft = feathered(rectangle(canvas, 0, 0, 600, 3), radius)
    row = shown(soft.coverage, canvas.rect)[1].astype(float)
    away = np.arange(1200) + 0.5 - 600
    expected = [127.5 * (1 - math.erf(one / (radius * math.sqrt(2)))) for one in away]
    assert np.abs(row - expected).max() <= (4 if radius > 8 or radius < 2 else 1)
