"""Brush strokes: what they cover, what they leave, and that grouping of events does not matter."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.document.raster import (
    Raster,
    TileKey,
    content_bounds,
    empty_raster,
    raster_from_array,
)
from engine.painting.brush import Brush, BrushMode, Path, StrokePoint
from engine.painting.selection import Selection, nothing
from engine.painting.shapes import rectangle
from engine.painting.stroke import Stroke
from tests.engine.painting.pictures import (
    CANVAS,
    noise,
    rasters,
    same_tiles,
    selections,
    shown,
    wide,
)

FAST = settings(max_examples=25, deadline=None)

points = st.lists(
    st.builds(
        StrokePoint,
        st.floats(-60, 360, width=32),
        st.floats(-60, 260, width=32),
        st.floats(0, 1, width=32),
    ),
    min_size=1,
    max_size=5,
)
brushes = st.builds(
    Brush,
    size=st.floats(0.3, 60),
    color=st.just((200, 10, 90)),
    mode=st.sampled_from(list(BrushMode)),
    hardness=st.floats(0, 1),
    opacity=st.floats(0, 1),
    flow=st.floats(0.05, 1),
    spacing=st.floats(0.02, 1),
    smoothing=st.sampled_from([0.0, 0.0, 15.0]),
    size_at_rest=st.sampled_from([1.0, 0.2]),
    flow_at_rest=st.sampled_from([1.0, 0.0]),
)


def painted(raster: Raster, brush: Brush, path: Sequence[StrokePoint], **how: object) -> Raster:
    stroke = Stroke.begin(raster, brush, **how)  # type: ignore[arg-type]
    stroke.extended(path)
    return stroke.finished()[0]


def line(x0: float, y0: float, x1: float, y1: float) -> list[StrokePoint]:
    return [StrokePoint(x0, y0), StrokePoint(x1, y1)]


@FAST
@given(rasters(), brushes, points, st.booleans())
def test_grouping_of_positions_does_not_matter(
    raster: Raster, brush: Brush, path: list[StrokePoint], keep_alpha: bool
) -> None:
    at_once = painted(raster, brush, path, keep_alpha=keep_alpha)
    stroke = Stroke.begin(raster, brush, keep_alpha=keep_alpha)
    for point in path:
        stroke.extended([point])
    assert same_tiles(stroke.finished()[0], at_once)


@FAST
@given(rasters(), brushes, points, selections())
def test_nothing_changes_outside_the_selection(
    raster: Raster, brush: Brush, path: list[StrokePoint], selection: Selection
) -> None:
    after = painted(raster, brush, path, selection=selection)
    outside = shown(selection.coverage) == 0
    assert np.array_equal(shown(after)[outside], shown(raster)[outside])
    beyond = wide(after).copy()
    beyond[300:500, 300:600] = wide(raster)[300:500, 300:600]
    assert np.array_equal(beyond, wide(raster))


@FAST
@given(rasters(), brushes, points)
def test_the_changed_tiles_are_named_and_no_others_are_new(
    raster: Raster, brush: Brush, path: list[StrokePoint]
) -> None:
    stroke = Stroke.begin(raster, brush)
    named: set[TileKey] = set()
    before = raster
    for change in (*([point] for point in path), None):
        after, keys = stroke.extended(change) if change else stroke.finished()
        different = {
            key
            for key in before.tiles.keys() | after.tiles.keys()
            if before.tiles.get(key) is not after.tiles.get(key)
        }
        assert keys == different
        named |= keys
        before = after
    assert all(before.tiles[key] is tile for key, tile in raster.tiles.items() if key not in named)


@FAST
@given(points, st.floats(0.05, 1), st.floats(0.1, 1))
def test_overlapping_dabs_never_exceed_the_opacity(
    path: list[StrokePoint], opacity: float, flow: float
) -> None:
    brush = Brush(size=30, hardness=0.3, opacity=opacity, flow=flow, spacing=0.05)
    there_and_back = path + path[::-1] + path
    alpha = wide(painted(empty_raster(), brush, there_and_back))[..., 3]
    assert alpha.max() <= math.ceil(opacity * 255)


def test_full_flow_reaches_the_opacity_exactly() -> None:
    path = line(50, 100, 250, 100)
    after = shown(painted(empty_raster(), Brush(size=40, color=(1, 2, 3), opacity=0.6), path))
    assert after[100, 60:240].tolist() == [[1, 2, 3, 153]] * 180


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_an_opaque_stroke_is_exactly_its_colour_and_the_rest_stays(dtype: type) -> None:
    full = np.iinfo(dtype).max
    raster = raster_from_array(noise(3, 300, 200, dtype))
    color = (full // 5, full, full // 3)
    after = shown(painted(raster, Brush(size=40, color=color), line(50, 100, 250, 100)))
    assert (after[90:110, 60:240] == (*color, full)).all()
    assert np.array_equal(after[:79], shown(raster)[:79])
    assert np.array_equal(after[121:], shown(raster)[121:])


@pytest.mark.parametrize("size", [0.5, 1.0, 1.7, 2.0, 3.0, 7.5, 40.0])
def test_a_hard_dab_has_the_area_of_its_disc_wherever_it_lies(size: float) -> None:
    for x, y in ((100.5, 100.5), (128.0, 128.0), (127.3, 99.8)):
        stroke = Stroke.begin(empty_raster(np.uint16), Brush(size=size))
        alpha = shown(stroke.extended([StrokePoint(x, y)])[0])[..., 3] / 65535
        assert alpha.sum() == pytest.approx(math.pi * size * size / 4, rel=0.12, abs=0.65)
        ys, xs = np.mgrid[0:200, 0:300] + 0.5
        assert (xs * alpha).sum() / alpha.sum() == pytest.approx(x, abs=0.15)
        assert (ys * alpha).sum() / alpha.sum() == pytest.approx(y, abs=0.15)


def test_a_soft_dab_falls_from_the_middle_to_the_rim() -> None:
    stroke = Stroke.begin(empty_raster(), Brush(size=80, hardness=0.25))
    row = shown(stroke.extended([StrokePoint(100.5, 100.5)])[0])[100, :, 3].astype(int)
    assert row[91:110].tolist() == [255] * 19
    assert (np.diff(row[100:150]) <= 0).all()
    assert row[141] == 0 and row[138] > 0
    assert abs(row[125] - 127.5) <= 1  # half-way between the full disc and the rim


def test_pressure_changes_size_and_strength_as_asked() -> None:
    thin = Brush(size=40, size_at_rest=0.25)
    dabs = {}
    for pressure in (0.0, 0.5, 1.0):
        stroke = Stroke.begin(empty_raster(), thin)
        dabs[pressure] = content_bounds(stroke.extended([StrokePoint(100, 100, pressure)])[0])
    assert [dabs[p].width for p in (0.0, 0.5, 1.0)] == [10, 26, 40]
    faint = Brush(size=40, flow_at_rest=0.0)
    stroke = Stroke.begin(empty_raster(), faint)
    assert shown(stroke.extended([StrokePoint(100, 100, 0.5)])[0])[100, 100, 3] == 128


@pytest.mark.parametrize("spacing", [0.05, 0.25, 1.0])
def test_dabs_are_evenly_spaced_along_a_straight_line(spacing: float) -> None:
    path = Path(Brush(size=20, spacing=spacing))
    dabs = [dab for x in range(0, 203, 7) for dab in path.through(StrokePoint(x, 50))]
    dabs += path.finish()
    gaps = np.diff([dab.x for dab in dabs])
    assert {dab.y for dab in dabs} == {50}
    # One step is spacing × the printed diameter (the brush and half a pixel of soft rim a side).
    assert np.allclose(gaps, spacing * 21, atol=1e-6) or np.allclose(gaps, spacing * 20, atol=1e-6)
    assert dabs[-1].x > 203 - 7 - spacing * 21


def test_a_curve_goes_smoothly_through_few_points() -> None:
    corner = [StrokePoint(0, 0), StrokePoint(100, 0), StrokePoint(100, 100)]
    path = Path(Brush(size=4, spacing=0.5))
    dabs = [dab for point in corner for dab in path.through(point)] + list(path.finish())
    ways = np.diff([(dab.x, dab.y) for dab in dabs], axis=0)
    angles = np.degrees(np.arctan2(ways[:, 1], ways[:, 0]))
    assert np.abs(np.diff(angles[:-1])).max() < 12  # no corner of 90 degrees
    assert math.hypot(dabs[-1].x - 100, dabs[-1].y - 100) < 2.5


def test_smoothing_takes_out_trembling_and_still_arrives() -> None:
    rng = np.random.default_rng(0)
    shaky = [StrokePoint(x, 100 + rng.normal(0, 3)) for x in range(10, 290, 2)]

    def height_of(smoothing: float) -> float:
        path = Path(Brush(size=2, smoothing=smoothing))
        dabs = [dab for point in shaky for dab in path.through(point)]
        end = list(path.finish()) or dabs
        assert math.hypot(end[-1].x - shaky[-1].x, end[-1].y - shaky[-1].y) < 1.5
        return float(np.std([dab.y for dab in dabs]))

    assert height_of(30) < height_of(0) / 2


def test_a_click_paints_one_dab_and_lifting_adds_nothing() -> None:
    stroke = Stroke.begin(empty_raster(), Brush(size=10))
    first, keys = stroke.extended([StrokePoint(128, 128)])
    assert keys == {(0, 0), (0, 1), (1, 0), (1, 1)}
    last, more = stroke.finished()
    assert last is first and not more


def test_erasing_takes_alpha_and_leaves_no_empty_tiles() -> None:
    raster = raster_from_array(np.full((128, 256, 4), 200, np.uint8))
    brush = Brush(size=300, mode=BrushMode.ERASE)
    after = painted(raster, brush, [StrokePoint(64, 64)])
    assert (0, 0) not in after.tiles
    half = painted(
        raster, Brush(size=300, mode=BrushMode.ERASE, opacity=0.5), [StrokePoint(64, 64)]
    )
    assert shown(half)[64, 64].tolist() == [200, 200, 200, 100]


def test_a_locked_transparency_stays_as_it_is() -> None:
    raster = raster_from_array(noise(5, 300, 200))
    brush = Brush(size=50, color=(9, 9, 9))
    after = shown(painted(raster, brush, line(20, 100, 280, 100), keep_alpha=True))
    assert np.array_equal(after[..., 3], shown(raster)[..., 3])
    visible = shown(raster)[100, 40:260, 3] > 0
    assert (after[100, 40:260][visible][:, :3] == 9).all()
    assert np.array_equal(after[100, 40:260][~visible], shown(raster)[100, 40:260][~visible])
    eraser = Brush(size=50, mode=BrushMode.ERASE)
    assert painted(raster, eraser, line(20, 100, 280, 100), keep_alpha=True) is raster


@pytest.mark.parametrize("fill", [0, 255])
def test_masks_are_painted_with_gray(fill: int) -> None:
    mask = empty_raster(np.uint8, channels=1, fill=fill)
    after = painted(mask, Brush(size=20, color=(77, 0, 0)), [StrokePoint(128, 128)])
    pixels = shown(after)
    assert pixels[128, 128] == 77 and pixels[0, 0] == fill
    back = painted(after, Brush(size=60, color=(fill, 0, 0)), [StrokePoint(128, 128)])
    assert not back.tiles
    hidden = painted(after, Brush(size=9, mode=BrushMode.ERASE), [StrokePoint(128, 128)])
    assert shown(hidden)[128, 128] == 0


def test_paint_of_the_same_colour_changes_no_opaque_pixel() -> None:
    raster = raster_from_array(np.full((256, 256, 4), (90, 60, 30, 255), np.uint8))
    brush = Brush(size=50, hardness=0, color=(90, 60, 30), opacity=0.3)
    assert painted(raster, brush, line(40, 40, 200, 200)) is raster


def test_an_empty_selection_and_bad_positions_change_nothing() -> None:
    raster = raster_from_array(noise(1, 60, 60))
    brush = Brush(size=30)
    assert painted(raster, brush, line(0, 0, 60, 60), selection=nothing(CANVAS)) is raster
    bad = [StrokePoint(float("nan"), 0), StrokePoint(0, float("inf"))]
    assert painted(raster, brush, bad) is raster
    assert Stroke.begin(raster, brush).finished() == (raster, frozenset())


def test_a_soft_selection_weakens_the_paint() -> None:
    half = rectangle(CANVAS, 0, 0, 100.5, 200)
    after = shown(painted(empty_raster(), Brush(size=60), [StrokePoint(100, 100)], selection=half))
    assert after[100, 99, 3] == 255 and after[100, 100, 3] == 128 and after[100, 101, 3] == 0
    assert content_bounds(raster_from_array(after)).right == 101
