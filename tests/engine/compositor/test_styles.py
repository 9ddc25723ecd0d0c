"""Styled layers: effects where they belong, rounding as Photoshop does it."""

from __future__ import annotations

import numpy as np
import pytest

from engine.compositor import composite as module
from engine.compositor.composite import flatten
from engine.compositor.distances import distance
from engine.compositor.paints import gradient_table
from engine.document.adjustments import GradientStop
from engine.document.geometry import Size
from engine.document.model import Document, GroupLayer, LayerId, Mask, PixelLayer
from engine.document.modes import BlendMode
from engine.document.raster import raster_from_array
from engine.document.style import (
    PLAIN,
    Bevel,
    BevelStyle,
    Glow,
    Gradient,
    Overlay,
    Shadow,
    Stroke,
    StrokePlace,
    Style,
)

BLUE = (0.0, 0.0, 1.0)


def square(color=(255, 0, 0, 255), *, name="square", left=20, style=PLAIN, **changes) -> PixelLayer:
    pixels = np.zeros((60, 80, 4), np.uint8)
    pixels[20:40, left : left + 20] = color
    return PixelLayer(
        id=LayerId(2), name=name, raster=raster_from_array(pixels), style=style, **changes
    )


def paper() -> PixelLayer:
    pixels = np.full((60, 80, 4), 255, np.uint8)
    return PixelLayer(id=LayerId(1), name="paper", raster=raster_from_array(pixels))


def shown(*layers) -> np.ndarray:
    return flatten(Document(size=Size(80, 60), layers=(paper(), *layers)))[..., :3]


def styled(*effects) -> Style:
    return Style(effects=effects)


def test_a_shadow_falls_away_from_the_light():
    shadow = Shadow(
        is_inner=False,
        mode=BlendMode.NORMAL,
        opacity=1.0,
        color=BLUE,
        angle=180.0,
        distance=5.0,
        spread=0.0,
        size=0.0,
    )
    found = shown(square(style=styled(shadow)))
    assert (found[30, 41:45] == (0, 0, 255)).all()
    assert (found[30, 20:40] == (255, 0, 0)).all()
    assert (found[30, :20] == 255).all()
    assert (found[30, 46:] == 255).all()


def test_a_blurred_shadow_is_a_triangle():
    shadow = Shadow(
        is_inner=False,
        mode=BlendMode.NORMAL,
        opacity=1.0,
        color=(0.0, 0.0, 0.0),
        angle=0.0,
        distance=0.0,
        spread=0.0,
        size=4.0,
    )
    row = shown(square(style=styled(shadow)))[30, 40:46, 0].astype(float)
    # Two boxes of 4 pixels over an edge: 6/16, 3/16, 1/16, 0 of the shadow.
    assert row == pytest.approx([255 * (1 - k / 16) for k in (6, 3, 1, 0, 0, 0)], abs=1)


@pytest.mark.parametrize(
    ("place", "inside", "outside"),
    [(StrokePlace.OUTSIDE, 0, 3), (StrokePlace.INSIDE, 3, 0), (StrokePlace.CENTER, 2, 2)],
)
def test_a_stroke_is_as_wide_as_it_says(place, inside, outside):
    size = float(inside + outside)
    stroke = Stroke(mode=BlendMode.NORMAL, opacity=1.0, paint=BLUE, size=size, place=place)
    row = shown(square(style=styled(stroke)))[30]
    blue = (row == (0, 0, 255)).all(-1)
    expected = np.zeros(80, bool)
    expected[20 - outside : 20 + inside] = True
    expected[40 - inside : 40 + outside] = True
    assert (blue == expected).all()


def test_the_upper_stroke_stands_in_the_place_of_the_lower():
    wide = Stroke(mode=BlendMode.NORMAL, opacity=1.0, paint=BLUE, size=6.0)
    narrow = Stroke(mode=BlendMode.MULTIPLY, opacity=1.0, paint=(1.0, 1.0, 0.0), size=2.0)
    row = shown(square(style=styled(wide, narrow)))[30]
    assert (row[40:42] == (255, 255, 0)).all()  # not blue times yellow, which is black
    assert (row[42:46] == (0, 0, 255)).all()


def test_distances_go_by_king_and_knight():
    dot = np.zeros((9, 9), np.float32)
    dot[4, 4] = 1.0
    found = distance(dot) + 0.5
    assert found[4, 7] == pytest.approx(3.0)
    assert found[6, 6] == pytest.approx(2 * np.sqrt(2))
    assert found[5, 6] == pytest.approx(np.sqrt(5))
    assert found[5, 7] == pytest.approx(1 + np.sqrt(5))  # not √10


def test_an_overlay_covers_soft_edges_whole():
    overlay = Overlay(mode=BlendMode.NORMAL, opacity=1.0, paint=BLUE)
    found = shown(square((255, 0, 0, 128), style=styled(overlay)))
    assert (found[30, 30] == (127, 127, 255)).all()


def test_effects_show_although_the_fill_is_nothing():
    overlay = Overlay(mode=BlendMode.NORMAL, opacity=1.0, paint=BLUE)
    found = shown(square(style=styled(overlay), fill_opacity=0.0))
    assert (found[30, 30] == (0, 0, 255)).all()


def test_a_group_has_effects_too():
    stroke = Stroke(mode=BlendMode.NORMAL, opacity=1.0, paint=BLUE, size=2.0)
    group = GroupLayer(
        id=LayerId(9),
        name="g",
        layers=(square(left=10), square(left=25)),
        style=styled(stroke),
    )
    row = shown(group)[30]
    assert (row[10:45] == (255, 0, 0)).all()  # no stroke between the two
    assert (row[45:47] == (0, 0, 255)).all()


def test_clipped_apart_blends_with_what_lies_below():
    base = square((100, 100, 100, 255), blend=BlendMode.MULTIPLY)
    clipped = square((200, 200, 200, 255), blend=BlendMode.MULTIPLY, clipped=True)
    together = shown(base, clipped)[30, 30, 0]
    ground = PixelLayer(
        id=LayerId(5),
        name="ground",
        raster=raster_from_array(np.full((60, 80, 4), (128, 128, 128, 255), np.uint8)),
    )
    lower = square((100, 100, 100, 255))
    upper = square((50, 50, 50, 255), blend=BlendMode.LINEAR_DODGE, clipped=True)
    apart = square((100, 100, 100, 255), blend=BlendMode.DIFFERENCE, style=Style(clips_apart=True))
    assert together == round(100 * 200 / 255)
    assert shown(ground, lower, upper)[30, 30, 0] == 150
    # Apart: |128 - 100|, then + 50; together it is |128 - 150|.
    assert shown(ground, apart, upper)[30, 30, 0] == 78
    assert (
        shown(ground, square((100, 100, 100, 255), blend=BlendMode.DIFFERENCE), upper)[30, 30, 0]
        == 22
    )


def test_a_smooth_gradient_bends_between_its_stops():
    stops = (GradientStop(0.0, (0.0, 0.0, 0.0)), GradientStop(1.0, (1.0, 1.0, 1.0)))
    clear = (GradientStop(0.0, (0.0, 0.0, 0.0)),)
    smooth = gradient_table(Gradient(colors=stops, alphas=clear))[:, 0]
    straight = gradient_table(Gradient(colors=stops, alphas=clear, smoothness=0.0))[:, 0]
    quarter = len(smooth) // 4
    assert straight[quarter] == pytest.approx(0.25, abs=1e-3)
    assert smooth[quarter] == pytest.approx((0.25 + 3 / 16 - 2 / 64) / 2, abs=1e-3)


def noise(seed: int, **changes) -> PixelLayer:
    pixels = np.random.default_rng(seed).integers(0, 256, (60, 80, 4)).astype(np.uint8)
    return PixelLayer(id=LayerId(seed), name=str(seed), raster=raster_from_array(pixels), **changes)


def rounded_stack() -> Document:
    rounded = Style(rounded=True)
    inner = (noise(4, opacity=0.3, style=rounded), noise(5, blend=BlendMode.COLOR, style=rounded))
    group = GroupLayer(
        id=LayerId(8), name="g", layers=inner, blend=BlendMode.NORMAL, opacity=0.7, style=rounded
    )
    layers = (
        noise(1, style=rounded),
        noise(2, opacity=0.37, blend=BlendMode.SOFT_LIGHT, style=rounded),
        noise(3, opacity=0.61, clipped=True, style=rounded),
        group,
        square(opacity=0.5, style=rounded),
        square(left=30, opacity=0.5, clipped=True, style=rounded),
    )
    return Document(size=Size(80, 60), layers=layers)


def test_rounding_is_the_same_with_and_without_kernels(monkeypatch):
    document = rounded_stack()
    compiled = flatten(document)
    monkeypatch.setattr(module, "kernels", lambda: None)
    assert np.array_equal(flatten(document), compiled)


def test_rounding_after_a_layer_is_like_flattening_there():
    rounded = Style(rounded=True)
    lower = (noise(1), noise(2, opacity=0.37, style=rounded))
    upper = noise(3, opacity=0.61, blend=BlendMode.HARD_LIGHT)
    size = Size(80, 60)
    merged = raster_from_array(flatten(Document(size=size, layers=lower)))
    flat = PixelLayer(id=LayerId(7), name="", raster=merged)
    whole = flatten(Document(size=size, layers=(*lower, upper)))
    assert np.array_equal(whole, flatten(Document(size=size, layers=(flat, upper))))


def test_soft_edges_between_strokes_are_shared_whatever_their_modes():
    wide = Stroke(mode=BlendMode.NORMAL, opacity=1.0, paint=BLUE, size=6.0)
    narrow = Stroke(mode=BlendMode.MULTIPLY, opacity=1.0, paint=(1.0, 1.0, 0.0), size=2.5)
    row = shown(square(style=styled(wide, narrow)))[30]
    # Half of yellow times white and half of blue, not of yellow times blue.
    assert row[42] == pytest.approx((128, 128, 128), abs=1)


@pytest.mark.parametrize("knocks_out", [True, False])
def test_a_shadow_is_knocked_out_by_a_layer_without_fill(knocks_out):
    shadow = Shadow(
        is_inner=False,
        mode=BlendMode.NORMAL,
        opacity=1.0,
        color=BLUE,
        angle=180.0,
        distance=5.0,
        spread=0.0,
        size=0.0,
        knocks_out=knocks_out,
    )
    layer = square(style=styled(shadow), fill_opacity=0.0)
    row = shown(layer)[30]
    assert (row[41:45] == (0, 0, 255)).all()
    assert (row[30] == ((255, 255, 255) if knocks_out else (0, 0, 255))).all()
    alone = flatten(Document(size=Size(80, 60), layers=(layer,)))[30]
    assert (alone[41:45] == (0, 0, 255, 255)).all()
    assert alone[30, 3] == (0 if knocks_out else 255)


def test_effects_of_a_shape_follow_its_mask_and_not_its_faint_fill():
    cover = np.zeros((60, 80), np.uint8)
    cover[20:40, 20:40] = 255
    stroke = Stroke(mode=BlendMode.NORMAL, opacity=1.0, paint=BLUE, size=3.0)
    pixels = np.full((60, 80, 4), (255, 0, 0, 64), np.uint8)
    layer = PixelLayer(
        id=LayerId(2),
        name="shape",
        raster=raster_from_array(pixels),
        mask=Mask(raster_from_array(cover)),
        style=Style(effects=(stroke,), mask_is_shape=True),
    )
    row = shown(layer)[30]
    assert (row[40:43] == (0, 0, 255)).all() and (row[43] == 255).all()
    assert row[30] == pytest.approx((255, 191, 191), abs=1)


def test_a_gradient_of_a_stroke_runs_over_the_stroke_too():
    gradient = Gradient(
        colors=(GradientStop(0.0, (0.0, 0.0, 0.0)), GradientStop(1.0, (1.0, 0.0, 0.0))),
        alphas=(GradientStop(0.0, (0.0, 0.0, 0.0)),),
        angle=0.0,
        smoothness=0.0,
    )
    stroke = Stroke(mode=BlendMode.NORMAL, opacity=1.0, paint=gradient, size=6.0)
    row = shown(square(style=styled(stroke)))[30]
    # Over 32 pixels, from 6 before the square to 6 behind it.
    assert row[14:20, 0] == pytest.approx([255 * k / 32 for k in range(6)], abs=1)
    assert row[40:46, 0] == pytest.approx([255 * k / 32 for k in range(26, 32)], abs=1)


@pytest.mark.parametrize("effects", [1, 3])
def test_numpy_and_kernels_draw_effects_alike(effects, monkeypatch):
    shadow = Shadow(
        is_inner=False,
        mode=BlendMode.MULTIPLY,
        opacity=0.7,
        color=BLUE,
        angle=120.0,
        distance=3.0,
        spread=0.0,
        size=4.0,
    )
    stroke = Stroke(
        mode=BlendMode.NORMAL, opacity=0.8, paint=BLUE, size=2.0, place=StrokePlace.CENTER
    )
    overlay = Overlay(mode=BlendMode.SCREEN, opacity=0.5, paint=BLUE)
    style = styled(*(shadow, overlay, stroke)[:effects])
    layers = (square((200, 30, 40, 90), style=style, fill_opacity=0.4),)
    for document in (
        Document(size=Size(80, 60), layers=layers),
        Document(size=Size(80, 60), layers=(paper(), *layers)),
    ):
        monkeypatch.undo()
        fast = flatten(document)
        monkeypatch.setattr(module, "kernels", lambda: None)
        assert np.array_equal(flatten(document), fast)


def test_what_is_clipped_to_a_group_that_works_on_what_is_below_works_on_all_of_it():
    red = square(blend=BlendMode.EXCLUSION)
    group = GroupLayer(id=LayerId(9), name="g", layers=(red,))
    green = square((0, 255, 0, 255), left=30, blend=BlendMode.LIGHTER_COLOR, clipped=True)
    row = shown(group, green)[30]
    assert (row[20:40] == (0, 255, 255)).all()  # red off white, which is lighter than green
    assert (row[40:] == 255).all()


@pytest.mark.parametrize(("angle", "place"), [(120.0, 23), (60.0, 17)])
def test_half_pixels_of_distance_count_as_whole_ones(angle, place):
    shadow = Shadow(
        is_inner=False,
        mode=BlendMode.NORMAL,
        opacity=1.0,
        color=BLUE,
        angle=angle,
        distance=5.0,
        spread=0.0,
        size=0.0,
    )
    row = shown(square(style=styled(shadow)))[43]
    assert np.flatnonzero((row == (0, 0, 255)).all(-1))[0] == place


def test_a_smooth_bevel_is_the_light_on_a_shape_as_high_as_its_blur_is_wide():
    bevel = Bevel(
        style=BevelStyle.INNER,
        highlight_mode=BlendMode.NORMAL,
        highlight=(1.0, 1.0, 1.0),
        highlight_opacity=1.0,
        shadow_mode=BlendMode.NORMAL,
        shadow=(0.0, 0.0, 0.0),
        shadow_opacity=1.0,
        angle=180.0,
        altitude=30.0,
        depth=1.0,
        size=4.0,
        soften=0.0,
    )
    row = shown(square((128, 128, 128, 255), style=styled(bevel)))[30, 20:40, 0] / 255
    # Two boxes of 4 pixels over an edge rise by 3, 2, 1 of 16 shares per pixel behind it.
    profile = np.interp(np.arange(-2, 22), range(-3, 4), np.array([1, 3, 6, 10, 13, 15, 16]) / 16)
    height = 4.0 * np.minimum(profile, profile[::-1])
    slope = (height[2:] - height[:-2])[1:21] / 2
    sine, cosine = 0.5, np.sqrt(0.75)
    light = (cosine * slope + sine) / np.sqrt(1 + slope**2)
    gray = 128 / 255
    bright, dark = np.clip((light - sine) / (1 - sine), 0, 1), np.clip(1 - light / sine, 0, 1)
    expected = gray + bright * (1 - gray)
    expected = expected * (1 - dark)
    assert row[6:14] == pytest.approx(np.full(8, gray), abs=0.01)
    assert row == pytest.approx(expected, abs=0.03)


def test_faint_light_is_added_and_not_mixed_with_the_sum():
    overlay = Overlay(mode=BlendMode.LINEAR_DODGE, opacity=0.25, paint=(0.4, 0.8, 1.0))
    found = shown(square((200, 240, 20, 255), style=styled(overlay)))[30, 30]
    assert found == pytest.approx((200 + 25.5, 255, 20 + 63.75), abs=1)


@pytest.mark.parametrize("overprints", [False, True])
def test_a_stroke_inside_stands_in_the_place_of_the_layer_unless_it_overprints(overprints):
    stroke = Stroke(
        mode=BlendMode.NORMAL,
        opacity=0.5,
        paint=BLUE,
        size=3.0,
        place=StrokePlace.INSIDE,
        overprints=overprints,
    )
    row = shown(square(style=styled(stroke)))[30]
    over = (127, 0, 128) if overprints else (127, 127, 255)  # half over red, or over white
    assert row[20:23] == pytest.approx(np.tile(over, (3, 1)), abs=1)
    assert (row[23:37] == (255, 0, 0)).all()


@pytest.mark.parametrize(
    ("style", "left", "inside"),
    [
        (BevelStyle.INNER, 0, 1),
        (BevelStyle.OUTER, 1, 0),
        (BevelStyle.EMBOSS, 1, 1),
        (BevelStyle.PILLOW, -1, 1),
    ],
)
def test_bevels_rise_or_fall_where_their_style_says(style, left, inside):
    bevel = Bevel(
        style=style,
        highlight_mode=BlendMode.NORMAL,
        highlight=(1.0, 1.0, 1.0),
        highlight_opacity=1.0,
        shadow_mode=BlendMode.NORMAL,
        shadow=(0.0, 0.0, 0.0),
        shadow_opacity=1.0,
        angle=180.0,
        altitude=30.0,
        depth=1.0,
        size=8.0,
        soften=0.0,
    )
    gray = np.full((60, 80, 4), (128, 128, 128, 255), np.uint8)
    ground = PixelLayer(id=LayerId(3), name="ground", raster=raster_from_array(gray))
    row = shown(ground, square((128, 128, 128, 255), style=styled(bevel)))[30, :, 0].astype(int)
    assert np.sign(row[19] - 128) == left
    assert np.sign(row[21] - 128) == inside
    # Of those on both sides of the edge, half of the size lies on each.
    assert (row[15] == 128) == (style in (BevelStyle.INNER, BevelStyle.EMBOSS, BevelStyle.PILLOW))


def test_a_spread_is_whole_pixels_and_halves_count():
    shadow = Shadow(
        is_inner=False,
        mode=BlendMode.NORMAL,
        opacity=1.0,
        color=BLUE,
        angle=0.0,
        distance=0.0,
        spread=0.5,
        size=5.0,
    )
    row = shown(square(style=styled(shadow)))[30, 40:46, 0].astype(float)
    # Three whole pixels, then two boxes of 2 over the edge: 3/4 and 1/4 of it beside each other.
    assert row == pytest.approx([0, 0, 255 / 4, 255 * 3 / 4, 255, 255], abs=1)


def test_a_glow_ends_where_it_would_round_to_nothing():
    gradient = Gradient(
        colors=(GradientStop(0.0, BLUE), GradientStop(1.0, BLUE)),
        alphas=(GradientStop(0.0, BLUE), GradientStop(1.0, BLUE)),
    )
    glow = Glow(
        is_inner=False, mode=BlendMode.NORMAL, opacity=1.0, paint=gradient, spread=0.0, size=18.0
    )
    row = shown(square(style=styled(glow)))[30]
    blue = (row == (0, 0, 255)).all(-1)
    # Of two boxes of 18 pixels over an edge, doubled, the last pixel is 2 of 648: above 0.5 of 255.
    assert blue[40:57].all() and not blue[58:].any()
