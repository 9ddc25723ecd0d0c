"""Adjustments against their formulas, at 8 and 16 bit."""

from __future__ import annotations

import colorsys
from dataclasses import FrozenInstanceError, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.compositor.adjust import adjusted_pixels
from engine.compositor.tones import channel_tables
from engine.document.adjustments import (
    Adjustment,
    BlackAndWhite,
    BrightnessContrast,
    ChannelMixer,
    ChannelShares,
    ColorBalance,
    ColorLookup,
    Curves,
    Exposure,
    GradientMap,
    GradientStop,
    HueRange,
    HueSaturation,
    Inks,
    Invert,
    Levels,
    LevelsRecord,
    PhotoFilter,
    Posterize,
    SelectiveColor,
    Threshold,
    Vibrance,
)
from engine.document.raster import Raster, empty_raster, raster_from_array
from engine.painting.adjust import adjusted
from engine.painting.selection import Selection
from tests.engine.painting.pictures import (
    DEPTHS,
    noise,
    rasters,
    selections,
    shares_what_is_equal,
    shown,
)

FAST = settings(max_examples=20, deadline=None)
CUBE = np.linspace(65535, 0, 81).astype(">u2").tobytes()
"""Of three entries along an edge, so that all three channels matter."""
EVERY: tuple[Adjustment, ...] = (
    Levels(master=LevelsRecord(20, 230, 0, 255, 1.4), red=LevelsRecord(0, 200)),
    Curves(master=((0, 0), (64, 90), (255, 255)), blue=((0, 255), (255, 0))),
    BrightnessContrast(brightness=20, contrast=30),
    Exposure(exposure=0.7, offset=0.01, gamma=1.2),
    HueSaturation(hue=40, saturation=20, lightness=-10),
    HueSaturation(hue=200, saturation=50, colorize=True),
    ColorBalance(shadows=(30, 0, 0), midtones=(0, 20, -40), highlights=(0, 0, 50)),
    ColorBalance(midtones=(50, 0, 0), keep_luminosity=False),
    GradientMap(stops=(GradientStop(0, (0, 0, 0.3)), GradientStop(1, (1, 0.9, 0.5)))),
    Invert(),
    Posterize(levels=5),
    Threshold(level=99),
    Vibrance(vibrance=60, saturation=-10),
    BlackAndWhite(),
    BlackAndWhite(is_tinted=True, blues=-60),
    PhotoFilter(density=60),
    PhotoFilter(density=60, keep_luminosity=False),
    ChannelMixer(red=ChannelShares(50, 60, -20, 5)),
    SelectiveColor(reds=Inks(-50, 20, 30, 10), neutrals=Inks(10, 0, -10, 5)),
    SelectiveColor(whites=Inks(-50, 20), blacks=Inks(5, -5, 0, 20), is_relative=False),
    ColorLookup(size=3, table=CUBE),
)
NEUTRAL: tuple[Adjustment, ...] = (
    Levels(), Curves(), BrightnessContrast(), Exposure(), HueSaturation(), ColorBalance(),
    ColorBalance(keep_luminosity=False), Vibrance(), ChannelMixer(), SelectiveColor(),
    PhotoFilter(density=0), ColorLookup(), Posterize(levels=255),
)  # fmt: skip


def ramp(dtype: type) -> np.ndarray:
    """256 opaque grays in one row, as 8-bit levels scaled to the depth."""
    pixels = np.repeat(np.arange(256)[None, :, None], 4, 2)
    pixels[..., 3] = 255
    return (pixels * (np.iinfo(dtype).max // 255)).astype(dtype)


def tones(adjustment: Adjustment, dtype: type = np.uint8, channel: int = 0) -> np.ndarray:
    """What becomes of every 8-bit gray, as 8-bit levels."""
    out = adjusted_pixels(ramp(dtype), adjustment)[0, :, channel]
    return out.astype(float) * 255 / np.iinfo(dtype).max


@FAST
@given(rasters(), selections(), st.sampled_from(EVERY))
def test_alpha_hidden_colours_and_everything_unselected_stay(
    raster: Raster, selection: Selection, adjustment: Adjustment
) -> None:
    after = adjusted(raster, adjustment, selection)
    before_pixels, pixels = shown(raster), shown(after)
    kept = (shown(selection.coverage) == 0) | (before_pixels[..., 3] == 0)
    assert np.array_equal(pixels[kept], before_pixels[kept])
    assert np.array_equal(pixels[..., 3], before_pixels[..., 3])
    full = shown(selection.coverage) == 255
    assert np.array_equal(pixels[full], adjusted_pixels(before_pixels, adjustment)[full])
    assert shares_what_is_equal(raster, after)
    assert all(
        after.tiles[key] is tile
        for key, tile in raster.tiles.items()
        if key not in selection.coverage.tiles
    )


@pytest.mark.parametrize("dtype", DEPTHS)
@pytest.mark.parametrize("adjustment", NEUTRAL[:-1], ids=lambda one: type(one).__name__)
def test_neutral_settings_give_the_very_same_raster(adjustment: Adjustment, dtype: type) -> None:
    raster = raster_from_array(noise(6, 150, 140, dtype))
    assert adjusted(raster, adjustment) is raster
    assert adjusted(empty_raster(dtype), adjustment).tiles == {}


@pytest.mark.parametrize(
    "adjustment",
    # Those jump, or round in between.
    [one for one in EVERY if not isinstance(one, Threshold | Posterize | HueSaturation | Levels)],
    ids=lambda one: type(one).__name__,
)
def test_both_depths_show_the_same(adjustment: Adjustment) -> None:
    pixels = noise(8, 64, 64, opaque=True)
    eight = adjusted_pixels(pixels, adjustment).astype(float)
    sixteen = adjusted_pixels(pixels.astype(np.uint16) * 257, adjustment) / 257
    assert np.abs(eight - sixteen).max() <= 1.01


@pytest.mark.parametrize("dtype", DEPTHS)
def test_invert_twice_is_nothing(dtype: type) -> None:
    raster = raster_from_array(noise(1, 100, 90, dtype))
    once = adjusted(raster, Invert())
    assert np.array_equal(
        shown(once)[..., :3][shown(raster)[..., 3] > 0],
        np.iinfo(dtype).max - shown(raster)[..., :3][shown(raster)[..., 3] > 0],
    )
    assert all(
        np.array_equal(adjusted(once, Invert()).tiles[k], t) for k, t in raster.tiles.items()
    )


@pytest.mark.parametrize("levels", [2, 3, 4, 7, 16, 255])
def test_posterize_gives_the_bytes_of_its_formula(levels: int) -> None:
    v = np.arange(256)
    assert np.array_equal(tones(Posterize(levels=levels)), v * levels // 256 * 255 // (levels - 1))
    wide = adjusted_pixels(ramp(np.uint16), Posterize(levels=levels))[0, :, 0]
    assert len(np.unique(wide)) == min(levels, 256)
    assert wide.min() == 0 and wide.max() == 65535


@pytest.mark.parametrize("level", [1, 77, 128, 255])
def test_threshold_compares_the_rounded_luminosity(level: int) -> None:
    pixels = noise(2, 80, 80, opaque=True)
    wide = pixels.astype(np.int64)
    luminosity = (wide[..., 0] * 30 + wide[..., 1] * 59 + wide[..., 2] * 11 + 50) // 100
    after = adjusted_pixels(pixels, Threshold(level=level))
    assert np.array_equal(after[..., 0] == 255, luminosity >= level)
    assert (after[..., 0] == after[..., 2]).all()
    same = adjusted_pixels(pixels.astype(np.uint16) * 257, Threshold(level=level))
    assert np.mean((same[..., 0] > 0) == (after[..., 0] > 0)) > 0.995


@pytest.mark.parametrize("dtype", DEPTHS)
def test_levels_map_channels_first_and_then_the_master(dtype: type) -> None:
    own, master = LevelsRecord(30, 200, 10, 240, 0.8), LevelsRecord(16, 235, 5, 250, 0.7)
    v = np.arange(256)
    first = 10 + (np.clip((v - 30) / 170, 0, 1) ** (1 / 0.8)) * 230
    step = 255 / np.iinfo(dtype).max
    first = np.ceil(first / step - 1e-6) * step
    second = 5 + (np.clip((first - 16) / 219, 0, 1) ** (1 / 0.7)) * 245
    found = tones(Levels(master=master, red=own), dtype)
    assert np.abs(found - second).max() <= 0.51
    untouched = tones(Levels(red=own), dtype, channel=1)
    assert np.array_equal(untouched, v)


def test_a_gamma_above_one_is_a_power_with_a_bounded_slope_at_black() -> None:
    found = tones(Levels(master=LevelsRecord(gamma=2.0)), np.uint16)
    power = (np.arange(256) / 255) ** 0.5 * 255
    assert np.abs(found[32:] - power[32:]).max() <= 0.01
    assert (np.diff(found) > 0).all() and np.diff(found).max() < 5
    assert np.abs(np.diff(found, 2)[20:]).max() < 0.3  # no corner where it becomes a power


def test_a_curve_goes_through_its_points_smoothly_and_is_level_beyond() -> None:
    points = ((20.0, 40.0), (100.0, 70.0), (180.0, 200.0), (230.0, 210.0))
    found = tones(Curves(master=points), np.uint16)
    for x, y in points:
        assert found[int(x)] == pytest.approx(y, abs=0.01)
    assert (found[:21] == found[20]).all() and (found[230:] == found[230]).all()
    bends = np.diff(found[20:231], 2)
    assert np.abs(np.diff(bends)).max() < 0.02  # no corner anywhere between
    assert abs(bends[0]) < 0.01 and abs(bends[-1]) < 0.01  # natural: straight at the ends


def test_a_curve_of_two_points_is_a_line_and_of_one_is_flat() -> None:
    assert np.abs(tones(Curves(master=((0, 255), (255, 0)))) - (255 - np.arange(256))).max() == 0
    assert (tones(Curves(master=((9, 99),))) == 99).all()
    assert np.array_equal(tones(Curves(master=())), np.arange(256))


def test_a_steep_curve_stays_in_range_and_repeated_points_do_no_harm() -> None:
    found = tones(Curves(master=((0, 0), (100, 255), (110, 0), (110, 10), (255, 255))))
    assert found.min() >= 0 and found.max() <= 255
    assert found[110] == 10


def test_brightness_and_contrast_follow_the_legacy_rule() -> None:
    v = np.arange(256.0)
    up = np.clip((v + 25 - 127) / (1 - 0.4) + 127, 0, 255)
    assert np.abs(tones(BrightnessContrast(brightness=25, contrast=40)) - up).max() <= 0.51
    down = np.clip((v - 127) * 0.6 + 127 + 25, 0, 255)
    assert np.abs(tones(BrightnessContrast(brightness=25, contrast=-40)) - down).max() <= 0.51
    steep = tones(BrightnessContrast(contrast=100))
    assert set(steep) <= {0.0, 127.0, 255.0}


def test_exposure_doubles_linear_light_per_stop() -> None:
    v = np.arange(256) / 255
    expected = np.clip(v**2.2 * 2, 0, 1) ** (1 / 2.2) * 255
    assert np.abs(tones(Exposure(exposure=1.0)) - expected).max() <= 0.51


def test_a_table_of_16_bit_has_an_entry_for_every_number() -> None:
    table = channel_tables(Curves(), 65535)
    assert np.array_equal(table[1], np.arange(65536))


def test_turning_the_hue_is_what_hls_says() -> None:
    pixels = noise(3, 40, 40, opaque=True)
    for degrees in (-120, 77, 180):
        after = adjusted_pixels(pixels, HueSaturation(hue=degrees))
        for old, new in zip(pixels.reshape(-1, 4)[:300], after.reshape(-1, 4)[:300], strict=True):
            hue, light, rich = colorsys.rgb_to_hls(*(old[:3] / 255))
            expected = np.array(colorsys.hls_to_rgb((hue + degrees / 360) % 1, light, rich)) * 255
            assert np.abs(new[:3] - expected).max() <= 0.51
    assert np.array_equal(
        adjusted_pixels(pixels, HueSaturation(hue=180)),
        adjusted_pixels(pixels, HueSaturation(hue=-180)),
    )


def test_the_ends_of_saturation_and_lightness() -> None:
    pixels = noise(3, 40, 40, opaque=True)
    gray = adjusted_pixels(pixels, HueSaturation(saturation=-100))[..., :3].astype(int)
    assert (np.ptp(gray, axis=-1) == 0).all()
    assert (adjusted_pixels(pixels, HueSaturation(lightness=100))[..., :3] == 255).all()
    assert (adjusted_pixels(pixels, HueSaturation(lightness=-100))[..., :3] == 0).all()
    assert np.array_equal(
        adjusted_pixels(ramp(np.uint8), HueSaturation(hue=90, saturation=100)), ramp(np.uint8)
    )


def test_colorize_gives_one_hue_and_keeps_lightness() -> None:
    after = adjusted_pixels(
        noise(3, 40, 40, opaque=True), HueSaturation(hue=240, saturation=100, colorize=True)
    ).astype(int)
    assert (after[..., 0] == after[..., 1]).all()
    assert (after[..., 2] >= after[..., 0]).all()


def test_a_hue_range_changes_its_own_hues_and_fades_out() -> None:
    reds = HueRange(315, 345, 15, 45, lightness=-100)
    hues = np.arange(0, 360)
    colors = np.array([colorsys.hls_to_rgb(h / 360, 0.5, 1.0) for h in hues])
    pixels = np.full((1, 360, 4), 255, np.uint8)
    pixels[0, :, :3] = np.rint(colors * 255)
    after = adjusted_pixels(pixels, HueSaturation(ranges=(reds,)))[0, :, :3].max(1)
    assert after[[0, 10, 14, 346, 359]].max() <= 1  # the hue of a rounded colour is near
    assert np.abs(after[[30, 330]].astype(int) - 128).max() <= 4
    assert np.array_equal(
        adjusted_pixels(pixels, HueSaturation(ranges=(reds,)))[0, 46:315], pixels[0, 46:315]
    )
    grays = ramp(np.uint8)
    assert np.array_equal(adjusted_pixels(grays, HueSaturation(ranges=(reds,))), grays)


def test_colour_balance_acts_on_its_tones_and_can_keep_luminosity() -> None:
    shadows = ColorBalance(shadows=(100, 0, 0), keep_luminosity=False)
    moved = tones(shadows) - np.arange(256)
    assert moved[0] == pytest.approx(127.5, abs=0.6) and moved[255] == 0
    assert np.array_equal(tones(shadows, channel=1), np.arange(256))
    even = ColorBalance(
        shadows=(40, 0, 0), midtones=(40, 0, 0), highlights=(40, 0, 0), keep_luminosity=False
    )
    assert np.abs((tones(even) - np.arange(256))[:200] - 51).max() <= 0.51
    pixels = noise(5, 60, 60, opaque=True)
    kept = adjusted_pixels(pixels, ColorBalance(midtones=(60, -20, 10)))
    weights = np.array((0.30, 0.59, 0.11))
    assert np.abs((kept[..., :3] @ weights) - (pixels[..., :3] @ weights)).max() <= 0.6


@pytest.mark.parametrize("reverse", [False, True])
def test_a_gradient_map_colours_by_luminosity(reverse: bool) -> None:
    stops = (GradientStop(0, (0, 0, 0)), GradientStop(1, (1, 0.5, 0), 0.0))
    found = adjusted_pixels(ramp(np.uint8), GradientMap(stops=stops, reverse=reverse))[0]
    v = np.arange(256)[::-1] if reverse else np.arange(256)
    assert np.abs(found[:, 0] - v).max() == 0
    assert np.abs(found[:, 1] - v / 2).max() <= 0.51
    assert (found[:, 3] == 255).all()


def test_adjustments_are_values() -> None:
    assert Levels() == Levels() and hash(Curves()) == hash(Curves())
    with pytest.raises(FrozenInstanceError):
        Posterize(levels=3).levels = 4  # type: ignore[misc]


def test_the_mixer_mixes_and_a_gray_one_gives_gray() -> None:
    pixels = noise(4, 40, 40, opaque=True)
    wide = pixels[..., :3].astype(float)
    mixed = adjusted_pixels(pixels, ChannelMixer(green=ChannelShares(100, 0, -50, 10)))
    expected = np.clip(wide[..., 0] - wide[..., 2] / 2 + 25.5, 0, 255)
    assert np.abs(mixed[..., 1] - expected).max() <= 0.51
    assert np.array_equal(mixed[..., 0], pixels[..., 0])
    gray = adjusted_pixels(pixels, ChannelMixer(is_gray=True, gray=ChannelShares(0, 100)))
    assert (gray[..., :3] == pixels[..., 1:2]).all()


def test_black_and_white_takes_the_share_of_every_hue() -> None:
    hues = np.array([[[255, 0, 0, 255], [255, 255, 0, 255], [0, 255, 255, 255], [90, 90, 90, 255]]])
    gray = adjusted_pixels(hues.astype(np.uint8), BlackAndWhite(reds=20, yellows=70, cyans=50))
    assert gray[0, :, 0].tolist() == [51, 179, 128, 90]
    tinted = adjusted_pixels(hues.astype(np.uint8), BlackAndWhite(is_tinted=True)).astype(int)
    assert (tinted[0, :, 0] > tinted[0, :, 2]).all()


def test_selective_colour_leaves_other_families_alone() -> None:
    row = np.array([[[255, 0, 0, 255], [0, 0, 255, 255], [128, 128, 128, 255], [0, 0, 0, 255]]])
    row = row.astype(np.uint8)
    reds = SelectiveColor(reds=Inks(cyan=40), is_relative=False)
    assert adjusted_pixels(row, reds)[0, 0].tolist() == [153, 0, 0, 255]
    assert np.array_equal(adjusted_pixels(row, reds)[0, 1:], row[0, 1:])
    blacks = SelectiveColor(blacks=Inks(black=-20), is_relative=False)
    assert adjusted_pixels(row, blacks)[0, 3].tolist() == [51, 51, 51, 255]
    # There is no cyan in red that could become more.
    assert np.array_equal(adjusted_pixels(row, SelectiveColor(reds=Inks(cyan=40)))[0, 0], row[0, 0])


def test_a_filter_without_luminosity_multiplies_and_one_with_it_keeps_how_light_it_is() -> None:
    pixels = noise(4, 40, 40, opaque=True)
    glass = PhotoFilter(color=(1.0, 0.5, 0.0), density=100, keep_luminosity=False)
    dark = adjusted_pixels(pixels, glass)
    assert np.array_equal(dark[..., 0], pixels[..., 0]) and (dark[..., 2] == 0).all()
    kept = adjusted_pixels(pixels, replace(glass, density=40, keep_luminosity=True))
    shares = np.array([0.30, 0.59, 0.11])
    assert np.abs(kept[..., :3] @ shares - pixels[..., :3] @ shares).max() <= 1.01


def test_vibrance_moves_faint_colours_more_than_strong_ones() -> None:
    row = np.array([[[100, 120, 140, 255], [0, 20, 250, 255], [77, 77, 77, 255]]], np.uint8)
    before = np.ptp(row[0, :, :3].astype(float), axis=1)
    more = np.ptp(adjusted_pixels(row, Vibrance(vibrance=80))[0, :, :3].astype(float), axis=1)
    assert more[0] / before[0] > 1.3 > 1.1 > more[1] / before[1] and more[2] == 0
    less = np.ptp(adjusted_pixels(row, Vibrance(saturation=-50))[0, :, :3].astype(float), axis=1)
    assert np.abs(less - before / 2).max() <= 1.01


@pytest.mark.parametrize("dtype", DEPTHS)
def test_a_cube_that_says_every_colour_itself_changes_nothing(dtype: type) -> None:
    blue, green, red = np.indices((5, 5, 5)).reshape(3, -1) * (65535 / 4)
    table = np.stack([red, green, blue], 1).round().astype(">u2").tobytes()
    pixels = noise(5, 60, 60, dtype)
    same = adjusted_pixels(pixels, ColorLookup(size=5, table=table)).astype(int)
    assert np.abs(same - pixels.astype(int)).max() <= 1
