"""Where gradients of styles and fills begin and end: numbers read off files of Photoshop."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.compositor.paints import gradient_places, gradient_table
from engine.document.adjustments import GradientStop
from engine.document.geometry import Rect
from engine.document.style import Frame, Gradient, GradientForm

BLACK_TO_WHITE = Gradient(
    colors=(GradientStop(0.0, (0.0, 0.0, 0.0)), GradientStop(1.0, (1.0, 1.0, 1.0))),
    alphas=(GradientStop(0.0, (0.0, 0.0, 0.0)),),
)
BOX = Rect(0, 0, 32, 32)


def places(gradient, rect=BOX, frame=BOX):
    return gradient_places(gradient, rect, frame)


@pytest.mark.parametrize(
    ("angle", "scale", "start", "end"),
    [
        (90.0, 1.0, (16, 32), (16, 0)),
        (-90.0, 1.0, (16, 0), (16, 32)),
        (30.0, 1.0, (0, 25), (32, 6)),
        (60.0, 1.0, (6, 32), (25, 0)),
        (-60.0, 0.5, (12, 8), (20, 24)),
    ],
)
def test_a_line_runs_between_whole_pixels(angle, scale, start, end):
    found = places(replace(BLACK_TO_WHITE, angle=angle, scale=scale))
    run = np.subtract(end, start)
    y, x = np.mgrid[:32, :32]
    along = ((x - start[0]) * run[0] + (y - start[1]) * run[1]) / (run @ run)
    assert found == pytest.approx(np.clip(along, 0, 1), abs=1e-5)


def test_other_forms_start_in_the_middle():
    # 30° in a box of 32: from (16, 16) to (32, 6).
    for form, place in (
        (GradientForm.RADIAL, lambda a, c: np.hypot(a, c)),
        (GradientForm.REFLECTED, lambda a, c: np.abs(a)),
        (GradientForm.DIAMOND, lambda a, c: np.abs(a) + np.abs(c)),
        (GradientForm.ANGLE, lambda a, c: np.arctan2(c, a) / (2 * np.pi) % 1),
    ):
        found = places(replace(BLACK_TO_WHITE, angle=30.0, form=form))
        y, x = np.mgrid[:32, :32] - 16.0
        along, across = (x * 16 - y * 10) / 356, (y * 16 + x * 10) / 356
        expected = np.clip(place(along, across), 0, 1)
        near = np.minimum(np.abs(found - expected), 1 - np.abs(found - expected))
        assert near.max() < 1e-5, form


def test_a_path_counts_with_its_fractions():
    # Photoshop: bounds of 0.92 to 29.6 run from 0 to 29.
    frame = Frame(0.92, 0.93, 29.61, 29.61)
    found = places(replace(BLACK_TO_WHITE, angle=-45.0), frame=frame)
    y, x = np.mgrid[:32, :32]
    assert found == pytest.approx(np.clip((x + y) / 58, 0, 1), abs=1e-5)


def test_a_channel_never_swings_out_of_its_two_stops():
    three = replace(
        BLACK_TO_WHITE,
        colors=tuple(
            GradientStop(at, (value, 0.0, 0.0))
            for at, value in ((0.0, 0.6), (0.5, 0.1), (1.0, 0.1))
        ),
    )
    red = gradient_table(three)[:, 0]
    assert red.min() == pytest.approx(0.1) and red.max() == pytest.approx(0.6)


def test_half_of_a_scaled_line_is_cut_to_whole_pixels():
    # Photoshop: a radial gradient at 112 % over 40×19 pixels reaches 10 pixels, not 10.64 or 11.
    frame = Frame(159.0, 56.0, 199.0, 75.0)
    radial = replace(BLACK_TO_WHITE, scale=1.12, form=GradientForm.RADIAL)
    row = places(radial, Rect(179, 65, 191, 66), frame)[0]
    assert row == pytest.approx(np.clip(np.arange(12) / 10, 0, 1), abs=1e-5)
