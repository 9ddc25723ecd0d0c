import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.document.geometry import EMPTY, Rect
from engine.document.raster import (
    TILE,
    content_bounds,
    cropped,
    empty_raster,
    pixels_of,
    raster_from_array,
    tiles_over,
    translated,
    with_pixels,
)
from tests.engine.document.strategies import patch, rasters

NEARBY = Rect(-200, -200, 500, 400)


def test_an_array_comes_back_as_it_went_in():
    pixels = patch(1, width=300, height=170)
    raster = raster_from_array(pixels, left=-7, top=5)
    assert np.array_equal(pixels_of(raster, Rect(-7, 5, 293, 175)), pixels)


def test_pixels_outside_every_tile_hold_the_fill_value():
    mask = empty_raster(np.uint8, channels=1, fill=255)
    assert (pixels_of(mask, Rect(-5, -5, 5, 5)) == 255).all()


def test_tiles_cannot_be_written_to():
    raster = raster_from_array(patch(1, width=130, height=10))
    with pytest.raises(ValueError, match="read-only"):
        raster.tiles[0, 0][0, 0] = 1


def test_an_array_of_another_depth_is_refused():
    with pytest.raises(ValueError, match="cannot write"):
        with_pixels(empty_raster(np.uint16), patch(1, width=4, height=4), left=0, top=0)


def test_the_source_array_is_never_shared():
    pixels = patch(1, width=TILE, height=TILE)
    raster = raster_from_array(pixels)
    pixels[:] = 0
    assert raster.tiles[0, 0].any()


@given(rasters(), st.integers(-30, 260), st.integers(-30, 160))
def test_writing_changes_only_the_rectangle_and_shares_untouched_tiles(raster, left, top):
    dab = patch(42, width=37, height=23)
    written = with_pixels(raster, dab, left=left, top=top)
    expected = pixels_of(raster, NEARBY)
    y, x = top - NEARBY.top, left - NEARBY.left
    expected[y : y + 23, x : x + 37] = dab
    assert np.array_equal(pixels_of(written, NEARBY), expected)
    touched = set(tiles_over(Rect(left, top, left + 37, top + 23)))
    for key in raster.tiles.keys() - touched:
        assert written.tiles[key] is raster.tiles[key]


@given(rasters())
def test_writing_the_same_pixels_again_shares_every_tile(raster):
    bounds = raster.tile_bounds
    again = with_pixels(raster, pixels_of(raster, bounds), left=bounds.left, top=bounds.top)
    assert all(again.tiles[key] is raster.tiles[key] for key in raster.tiles)


@given(rasters(), st.integers(-300, 300), st.integers(-300, 300))
def test_moving_there_and_back_is_the_same_picture(raster, dx, dy):
    bounds = raster.tile_bounds
    there = translated(raster, dx, dy)
    assert np.array_equal(pixels_of(there, bounds.translated(dx, dy)), pixels_of(raster, bounds))
    assert np.array_equal(pixels_of(translated(there, -dx, -dy), bounds), pixels_of(raster, bounds))


def test_moving_by_whole_tiles_copies_nothing():
    raster = raster_from_array(patch(1, width=200, height=200))
    moved = translated(raster, -TILE, 2 * TILE)
    assert moved.tiles[2, -1] is raster.tiles[0, 0]


@given(rasters(), st.integers(-100, 300), st.integers(-100, 200))
def test_cropping_keeps_the_inside_and_empties_the_outside(raster, left, top):
    window = Rect(left, top, left + 90, top + 70)
    inside = cropped(raster, window)
    expected = np.zeros_like(pixels_of(raster, NEARBY))
    y, x = top - NEARBY.top, left - NEARBY.left
    expected[y : y + 70, x : x + 90] = pixels_of(raster, window)
    assert np.array_equal(pixels_of(inside, NEARBY), expected)


def test_content_bounds_are_tight():
    pixels = np.zeros((400, 400, 4), np.uint8)
    pixels[130:140, 50:260, 3] = 1
    assert content_bounds(raster_from_array(pixels, left=10)) == Rect(60, 130, 270, 140)
    assert content_bounds(empty_raster()) == EMPTY
