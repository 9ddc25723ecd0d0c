"""Filling, clearing, the bucket, and gradients."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.document.geometry import Size
from engine.document.raster import Raster, empty_raster, pixels_of, raster_from_array
from engine.painting.fill import bucket_filled, cleared, filled
from engine.painting.gradient import (
    GradientKind,
    GradientStop,
    gradient_colors,
    gradient_filled,
)
from engine.painting.selection import Selection, everything, nothing
from engine.painting.shapes import ellipse, rectangle
from tests.engine.painting.pictures import (
    CANVAS,
    noise,
    rasters,
    selections,
    shares_what_is_equal,
    shown,
    wide,
)

FAST = settings(max_examples=25, deadline=None)
BLACK_TO_WHITE = (GradientStop(0.0, (0.0, 0.0, 0.0)), GradientStop(1.0, (1.0, 1.0, 1.0)))


def unchanged_outside(before: Raster, after: Raster, selection: Selection) -> bool:
    outside = wide(selection.coverage) == 0
    return np.array_equal(wide(before)[outside], wide(after)[outside]) and all(
        after.tiles.get(key) is tile
        for key, tile in before.tiles.items()
        if key not in selection.coverage.tiles
    )


@FAST
@given(rasters(), selections(), st.floats(0, 1), st.booleans())
def test_filling_clearing_and_gradients_stay_inside_the_selection(
    raster: Raster, selection: Selection, opacity: float, keep_alpha: bool
) -> None:
    for after in (
        filled(raster, selection, (3, 200, 90), opacity=opacity, keep_alpha=keep_alpha),
        cleared(raster, selection),
        gradient_filled(
            raster,
            selection,
            BLACK_TO_WHITE,
            (0, 0),
            (90, 50),
            opacity=opacity,
            keep_alpha=keep_alpha,
        ),
    ):
        assert unchanged_outside(raster, after, selection)
        assert shares_what_is_equal(raster, after)


@FAST
@given(rasters(np.uint16), selections())
def test_a_full_fill_is_exactly_the_colour(raster: Raster, selection: Selection) -> None:
    full = shown(selection.coverage) == 255
    after = shown(filled(raster, selection, (3, 40000, 65535)))
    assert (after[full] == (3, 40000, 65535, 65535)).all()
    assert (shown(cleared(raster, selection))[full] == 0).all()


@FAST
@given(rasters(), st.integers(1, 254))
def test_a_partial_fill_follows_the_formula(raster: Raster, coverage: int) -> None:
    area = rectangle(CANVAS, 0, 0, 300, 200)
    tiles = {key: np.full_like(tile, coverage) for key, tile in area.coverage.tiles.items()}
    selection = Selection(CANVAS, type(area.coverage)(tiles, np.dtype(np.uint8), 1, 0))
    after = shown(filled(raster, selection, (250, 120, 7))).astype(float)
    old = shown(raster).astype(float)
    w = coverage / 255
    alpha = w * 255 + old[..., 3] * (1 - w)
    color = (np.array((250, 120, 7)) * w * 255 + old[..., :3] * (old[..., 3:] * (1 - w))) / alpha[
        ..., None
    ]
    assert np.abs(after[..., 3] - alpha).max() <= 0.51
    seen = after[..., 3] > 0
    assert np.abs(after[..., :3] - color)[seen].max() <= 0.51


def test_a_locked_transparency_is_not_filled() -> None:
    raster = raster_from_array(noise(2, 300, 200))
    after = shown(filled(raster, everything(CANVAS), (1, 2, 3), keep_alpha=True))
    assert np.array_equal(after[..., 3], shown(raster)[..., 3])
    hidden = after[..., 3] == 0
    assert np.array_equal(after[hidden], shown(raster)[hidden])


def test_masks_are_filled_and_cleared() -> None:
    mask = empty_raster(np.uint8, channels=1, fill=255)
    area = rectangle(CANVAS, 10, 10, 20, 20)
    assert shown(filled(mask, area, (70, 0, 0)))[15, 15] == 70
    dark = cleared(mask, area)
    assert shown(dark)[15, 15] == 0 and shown(dark)[25, 25] == 255
    assert filled(dark, area, (255, 0, 0)).tiles == {}


def test_the_bucket_fills_a_drawn_shape_on_another_layer_and_under_its_line() -> None:
    lines = np.zeros((200, 300, 4), np.uint8)
    ring = np.hypot(*(np.mgrid[0:200, 0:300] - np.array([100, 150]).reshape(2, 1, 1)))
    lines[np.abs(ring - 60) < 2, 3] = 255
    flats = bucket_filled(
        empty_raster(),
        CANVAS,
        (150, 100),
        (9, 8, 7),
        sample=raster_from_array(lines),
        grow=2,
        antialias=False,
    )
    pixels = shown(flats)
    assert (pixels[100, 150] == (9, 8, 7, 255)).all()
    assert (pixels[ring < 58.5][:, 3] == 255).all()  # reaches under the line
    assert (pixels[ring > 62][:, 3] == 0).all()


def test_the_bucket_respects_the_selection() -> None:
    after = bucket_filled(
        empty_raster(), CANVAS, (5, 5), (9, 8, 7), selection=rectangle(CANVAS, 0, 0, 50, 200)
    )
    assert shown(after)[..., 3].sum() == 50 * 200 * 255
    assert (
        bucket_filled(empty_raster(), CANVAS, (5, 5), (1, 1, 1), selection=nothing(CANVAS)).tiles
        == {}
    )


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_a_linear_gradient_has_the_right_colour_at_every_place(dtype: type) -> None:
    full = np.iinfo(dtype).max
    canvas = Size(256, 4)
    after = gradient_filled(
        empty_raster(dtype), everything(canvas), BLACK_TO_WHITE, (0, 0), (256, 0), dither=False
    )
    row = pixels_of(after, canvas.rect)[2]
    expected = np.floor((np.arange(256) + 0.5) / 256 * full + 0.5)
    assert np.abs(row[:, 0] - expected).max() <= (0 if dtype == np.uint8 else 1)
    assert (row[:, 3] == full).all()


def test_a_radial_gradient_depends_on_the_distance_alone() -> None:
    after = shown(
        gradient_filled(
            empty_raster(),
            everything(CANVAS),
            BLACK_TO_WHITE,
            (150, 100),
            (150, 180),
            kind=GradientKind.RADIAL,
            dither=False,
        )
    )
    ys, xs = np.mgrid[0:200, 0:300] + 0.5
    t = np.minimum(np.hypot(xs - 150, ys - 100) / 80, 1)
    assert np.abs(after[..., 1] - t * 255).max() <= 0.51


def test_colours_are_mixed_premultiplied() -> None:
    stops = (GradientStop(0.0, (1, 0, 0), 1.0), GradientStop(1.0, (0, 1, 0), 0.0))
    after = shown(
        gradient_filled(empty_raster(), everything(CANVAS), stops, (0, 0), (300, 0), dither=False)
    )
    visible = after[..., 3] > 0
    assert (after[visible][:, :3] == (255, 0, 0)).all()  # no green from a transparent stop
    assert abs(int(after[0, 150, 3]) - 127) <= 1


def test_dithering_keeps_the_mean_and_breaks_the_bands() -> None:
    canvas = Size(2048, 16)
    stops = (GradientStop(0.0, (0.2, 0.2, 0.2)), GradientStop(1.0, (0.21, 0.21, 0.21)))
    smooth = [
        pixels_of(
            gradient_filled(
                empty_raster(), everything(canvas), stops, (0, 0), (2048, 0), dither=dither
            ),
            canvas.rect,
        )[..., 0].astype(float)
        for dither in (False, True)
    ]
    true = 255 * (0.2 + 0.01 * (np.arange(2048) + 0.5) / 2048)
    blocks = smooth[1].reshape(2, 8, 256, 8).mean((0, 1, 3))
    assert np.abs(blocks - true.reshape(256, 8).mean(1)).max() < 0.05
    assert np.abs(smooth[1] - true).max() <= 1.0
    assert len(np.unique(smooth[0])) < 5


def test_dithering_leaves_even_colours_even() -> None:
    stops = (GradientStop(0.0, (0.2, 0.4, 0.6)),)
    after = shown(
        gradient_filled(empty_raster(), everything(CANVAS), stops, (0, 0), (99, 9), dither=True)
    )
    assert (after == (51, 102, 153, 255)).all()


def test_a_gradient_without_length_shows_its_last_colour() -> None:
    after = gradient_filled(
        empty_raster(), ellipse(CANVAS, 0, 0, 50, 50), BLACK_TO_WHITE, (9, 9), (9, 9)
    )
    assert (shown(after)[25, 25] == 255).all()


def test_several_stops_are_sorted_and_a_gradient_without_stops_is_refused() -> None:
    stops = [
        GradientStop(1.0, (0, 0, 1)),
        GradientStop(0.0, (1, 0, 0)),
        GradientStop(0.5, (0, 1, 0)),
    ]
    colors = gradient_colors(stops, np.array([-1, 0, 0.25, 0.5, 0.75, 1, 2]))
    assert colors[:, :3].tolist() == [
        [1, 0, 0],
        [1, 0, 0],
        [0.5, 0.5, 0],
        [0, 1, 0],
        [0, 0.5, 0.5],
        [0, 0, 1],
        [0, 0, 1],
    ]
    with pytest.raises(ValueError, match="stop"):
        gradient_filled(empty_raster(), everything(CANVAS), [], (0, 0), (1, 1))
