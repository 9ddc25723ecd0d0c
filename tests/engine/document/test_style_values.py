"""Styles as plain values come back as they were."""

from __future__ import annotations

import json

import numpy as np
import pytest

from engine.document.adjustments import GradientStop
from engine.document.geometry import Rect
from engine.document.modes import BlendMode
from engine.document.style import (
    PLAIN,
    Bevel,
    BevelStyle,
    Glow,
    Gradient,
    GradientForm,
    GradientMethod,
    Knockout,
    Overlay,
    Pattern,
    Satin,
    Shadow,
    Stroke,
    StrokePlace,
    Style,
)
from engine.document.style_values import style_from, style_values

RED = (1.0, 0.25, 0.0)
OVERLAY = {"kind": "overlay", "mode": "normal", "opacity": 1.0}
GRADIENT = Gradient(
    colors=(GradientStop(0.0, RED), GradientStop(1.0, (0.0, 0.0, 1.0))),
    alphas=(GradientStop(0.0, (0.0, 0.0, 0.0), 0.5),),
    color_middles=(0.5, 0.25),
    form=GradientForm.REFLECTED,
    frame=Rect(-1, 2, 30, 40),
    method=GradientMethod.PERCEPTUAL,
)
EFFECTS = (
    Shadow(
        is_inner=True,
        mode=BlendMode.MULTIPLY,
        opacity=0.5,
        color=RED,
        angle=30.0,
        distance=4.0,
        spread=0.25,
        size=7.0,
        contour=((0.0, 0.0), (128.0, 200.0), (255.0, 255.0)),
        knocks_out=False,
    ),
    Glow(is_inner=False, mode=BlendMode.SCREEN, opacity=1.0, paint=GRADIENT, spread=0.0, size=9.0),
    Overlay(mode=BlendMode.NORMAL, opacity=0.75, paint=RED),
    Satin(mode=BlendMode.NORMAL, opacity=0.5, color=RED, angle=19.0, distance=11.0, size=14.0),
    Bevel(
        style=BevelStyle.PILLOW,
        highlight_mode=BlendMode.SCREEN,
        highlight=RED,
        highlight_opacity=0.5,
        shadow_mode=BlendMode.MULTIPLY,
        shadow=(0.0, 0.0, 0.0),
        shadow_opacity=0.25,
        angle=120.0,
        altitude=30.0,
        depth=1.0,
        size=5.0,
        soften=1.0,
    ),
    Stroke(mode=BlendMode.NORMAL, opacity=1.0, paint=GRADIENT, size=3.0, place=StrokePlace.CENTER),
)


@pytest.mark.parametrize(
    "style",
    [
        PLAIN,
        Style(effects=EFFECTS, clips_apart=True, knockout=Knockout.DEEP),
        Style(interior_as_group=True, mask_hides_effects=True, rounded=True),
    ],
)
def test_a_style_comes_back(style):
    assert style_from(style_values(style)) == style


def test_a_pattern_comes_back():
    pixels = np.arange(48, dtype=np.uint8).reshape(3, 4, 4)
    pattern = Pattern(pixels, 2.0, (1.0, -3.0), 15.0)
    style = Style(effects=(Overlay(mode=BlendMode.NORMAL, opacity=1.0, paint=pattern),))
    (effect,) = style_from(json.loads(json.dumps(style_values(style)))).effects
    found = effect.paint
    assert np.array_equal(found.pixels, pixels)
    assert (found.scale, found.phase, found.angle) == (2.0, (1.0, -3.0), 15.0)


@pytest.mark.parametrize(
    "values",
    [
        {"unknown": 1},
        {"knockout": 9},
        {"effects": [{"kind": "sparkle"}]},
        {"effects": [{"kind": "overlay", "mode": "normal", "opacity": 1.0}]},
        {"effects": [{"kind": "overlay", "mode": "no", "opacity": 1.0, "paint": {"color": RED}}]},
        {"effects": 5},
        {"effects": [OVERLAY | {"paint": {"pattern": [9, 9, "nonsense"]}}]},
    ],
)
def test_damaged_values_are_refused(values):
    with pytest.raises(ValueError):
        style_from(values)
