"""Selecting by colour: tolerance, connection, gaps, soft edges."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.document.geometry import Rect, Size
from engine.document.raster import Raster, empty_raster, raster_from_array
from engine.painting.selection import Selection, everything
from engine.painting.wand import by_color
from tests.engine.painting.pictures import CANVAS, same_tiles, shown


def gray(values: np.ndarray, dtype: type = np.uint8) -> Raster:
    """An opaque gray picture from H×W 8-bit values."""
    pixels = np.repeat(values[..., None], 4, axis=2).astype(dtype)
    pixels[..., 3] = 255
    if dtype == np.uint16:
        pixels = (pixels * 257).astype(np.uint16)
    return raster_from_array(pixels)


def chosen(selection: Selection) -> np.ndarray:
    return shown(selection.coverage) > 0


def blank() -> np.ndarray:
    return np.full((CANVAS.height, CANVAS.width), 255, np.uint8)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("tolerance", [0, 1, 31.5, 32, 255])
def test_everything_within_the_tolerance_is_chosen_and_nothing_else(
    dtype: type, tolerance: float
) -> None:
    ramp = np.repeat(np.arange(256, dtype=np.uint8)[None], 4, axis=0)
    canvas = Size(256, 4)
    found = by_color(
        gray(ramp, dtype), canvas, (100, 2), tolerance=tolerance, contiguous=False, antialias=False
    )
    expected = np.abs(np.arange(256) - 100) <= tolerance
    assert np.array_equal(shown(found.coverage, canvas.rect)[2] == 255, expected)


def test_contiguous_stops_at_walls_and_does_not_pass_corners() -> None:
    picture = blank()
    picture[:, 100] = 0
    picture[50, 100] = 255  # a door
    picture[50, 101:103] = 0  # closed right behind it
    picture[49:52, 102] = 0
    picture[49, 101] = picture[51, 101] = 0
    found = chosen(by_color(gray(picture), CANVAS, (10, 10), antialias=False))
    assert found[50, 100] and not found[50, 150]
    both = chosen(by_color(gray(picture), CANVAS, (10, 10), contiguous=False, antialias=False))
    assert both[50, 150]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 999), st.integers(0, 299), st.integers(0, 199))
def test_contiguous_finds_what_connected_components_find(seed: int, x: int, y: int) -> None:
    picture = np.where(np.random.default_rng(seed).random((200, 300)) < 0.6, 255, 0)
    found = chosen(by_color(gray(picture.astype(np.uint8)), CANVAS, (x, y), antialias=False))
    _, labels = cv2.connectedComponents((picture == picture[y, x]).astype(np.uint8), connectivity=4)
    assert np.array_equal(found, labels == labels[y, x])


def test_transparent_pixels_are_alike_whatever_colour_they_hide() -> None:
    pixels = np.zeros((200, 300, 4), np.uint8)
    pixels[50:100, 50:100, :3] = 200
    pixels[120:140, 50:100] = 255
    found = chosen(by_color(raster_from_array(pixels), CANVAS, (0, 0), tolerance=0))
    assert found[70, 70] and not found[130, 70]
    assert np.count_nonzero(found) == 300 * 200 - 20 * 50


def test_an_empty_layer_is_chosen_as_a_whole() -> None:
    found = by_color(empty_raster(), CANVAS, (5, 5))
    assert same_tiles(found.coverage, everything(CANVAS).coverage)


@pytest.mark.parametrize("point", [(-1, 0), (0, -1), (300, 0), (0, 200)])
def test_a_point_beyond_the_canvas_chooses_nothing(point: tuple[int, int]) -> None:
    assert by_color(empty_raster(), CANVAS, point).is_empty


def test_one_pixel_can_be_chosen() -> None:
    picture = gray(np.zeros((1, 1), np.uint8))
    found = by_color(picture, Size(1, 1), (0, 0), gap=9)
    assert shown(found.coverage, Rect(0, 0, 1, 1)).item() == 255


def room(opening: int) -> np.ndarray:
    """A square room of thin walls with an opening of so many pixels in its right wall."""
    picture = blank()
    cv2.rectangle(picture, (60, 40), (180, 160), 0, 2)
    picture[100 : 100 + opening, 175:186] = 255
    return picture


@pytest.mark.parametrize("opening", [1, 4, 9, 16])
def test_openings_up_to_the_gap_are_closed_and_wider_ones_are_not(opening: int) -> None:
    picture = gray(room(opening))
    leaked = chosen(by_color(picture, CANVAS, (100, 80), antialias=False))
    assert leaked[10, 10]
    closed = chosen(by_color(picture, CANVAS, (100, 80), gap=opening, antialias=False))
    assert closed[100, 100] and not closed[10, 10] and not closed[100, 250]
    if opening >= 4:
        narrower = by_color(picture, CANVAS, (100, 80), gap=opening - 2, antialias=False)
        assert chosen(narrower)[10, 10]


def test_a_closed_room_is_filled_into_its_corners_whatever_the_gap() -> None:
    picture = gray(room(0))
    plain = chosen(by_color(picture, CANVAS, (100, 80), antialias=False))
    for gap in (1, 2, 5, 10, 20, 40):
        closed = chosen(by_color(picture, CANVAS, (100, 80), gap=gap, antialias=False))
        assert np.array_equal(closed, plain), gap


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 500), st.integers(1, 30))
def test_closing_gaps_never_chooses_more(seed: int, gap: int) -> None:
    rng = np.random.default_rng(seed)
    picture = blank()
    for _ in range(25):
        (x0, y0), (x1, y1) = rng.integers(0, (300, 200), (2, 2)).tolist()
        cv2.line(picture, (x0, y0), (x1, y1), 0, 2)
    picture[90:110, 140:160] = 255
    plain = chosen(by_color(gray(picture), CANVAS, (150, 100), antialias=False))
    closed = chosen(by_color(gray(picture), CANVAS, (150, 100), gap=gap, antialias=False))
    assert closed[100, 150]
    assert not (closed & ~plain).any()


def test_a_click_inside_a_narrow_passage_still_chooses_it() -> None:
    picture = np.zeros((200, 300), np.uint8)
    picture[100:103, 20:280] = 255  # a white line three pixels wide
    found = chosen(by_color(gray(picture), CANVAS, (150, 101), gap=40, antialias=False))
    assert np.array_equal(found, picture == 255)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_blended_edge_pixels_are_chosen_in_proportion(dtype: type) -> None:
    picture = blank()
    picture[:, 150] = 191  # three quarters white
    picture[:, 151:] = 0
    row = shown(by_color(gray(picture, dtype), CANVAS, (10, 10), tolerance=10).coverage)[100]
    assert row[149] == 255 and row[151] == 0
    assert abs(int(row[150]) - 191) <= 1
    hard = shown(
        by_color(gray(picture, dtype), CANVAS, (10, 10), tolerance=10, antialias=False).coverage
    )
    assert hard[100, 150] == 0


def test_hard_edges_stay_hard_with_anti_aliasing() -> None:
    picture = blank()
    picture[50:90, 60:120] = 0
    found = shown(by_color(gray(picture), CANVAS, (70, 70)).coverage)
    assert np.array_equal(found == 255, picture == 0)
    assert set(np.unique(found)) == {0, 255}


def test_a_drawn_circle_is_chosen_with_its_own_soft_edge() -> None:
    picture = blank()
    cv2.circle(picture, (150, 100), 60, 0, -1, cv2.LINE_AA)
    found = shown(by_color(gray(picture), CANVAS, (150, 100), tolerance=8).coverage)
    assert np.abs(found.astype(int) - (255 - picture.astype(int))).mean() < 0.2
