"""Adjustments that treat each channel alone, as tables: one output for every input number.

A table has 256 entries for 8-bit and 65536 for 16-bit pixels and is made from the formula directly,
so that nothing is rounded in between. Formulas: PSD's, checked against files of its makers
(invert, posterize and threshold give the same bytes).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from engine.document.adjustments import (
    BrightnessContrast,
    CurvePoints,
    Curves,
    Exposure,
    Invert,
    Levels,
    LevelsRecord,
    Posterize,
)

Tone: TypeAlias = npt.NDArray[np.float64]
"""Tones in 0..255, any shape, not rounded."""

_UPPER_BEND, _LOWER_BEND, _STEEPEST = 1.504, 0.160, 7.12
"""Of the newer brightness and contrast."""
_TOE = 0.115
"""Up to where a gamma above 1 is not a power."""


def channel_tables(
    adjustment: Levels | Curves | BrightnessContrast | Exposure | Invert | Posterize, full: int
) -> npt.NDArray[np.int64]:
    """3×(full + 1) whole numbers 0..full for red, green, blue; full: 255 or 65535."""
    numbers = np.arange(full + 1)
    match adjustment:
        case Invert():
            return np.repeat((full - numbers)[None], 3, axis=0)
        case Posterize(levels=levels):
            count = min(max(levels, 2), 255)
            return np.repeat(posterized(numbers, count, full)[None], 3, axis=0)
        case Levels() | Curves() | BrightnessContrast() | Exposure():
            tones: Tone = np.asarray(numbers * (255.0 / full), np.float64)
            curves = np.stack([curve(tones) for curve in _curves(adjustment, full)])
            return np.floor(np.clip(curves, 0.0, 255.0) * (full / 255.0) + 0.5).astype(np.int64)


def posterized(numbers: npt.NDArray[np.int64], levels: int, full: int) -> npt.NDArray[np.int64]:
    """floor(v × n / 256) of n tones, spread evenly over 0..255, rounded down."""
    return numbers * levels // (full + 1) * full // (levels - 1)


def leveled(tones: Tone, record: LevelsRecord) -> Tone:
    """Input range to 0..1, gamma, to the output range."""
    span = max(record.in_white - record.in_black, 1e-6)
    inside = np.clip((tones - record.in_black) / span, 0.0, 1.0)
    gamma = max(record.gamma, 0.01)
    raised = inside ** (1.0 / gamma)
    if gamma > 1.0:
        # The power would be infinitely steep at black: a parabola through black takes its place,
        # with the value and slope of the power where it ends (measured on files of Photoshop).
        end = _TOE ** (1.0 / gamma)
        start_slope = end / _TOE * (2.0 - 1.0 / gamma)
        bend = (end / _TOE - start_slope) / _TOE
        raised = np.where(inside < _TOE, inside * (start_slope + bend * inside), raised)
    return np.asarray(record.out_black + raised * (record.out_white - record.out_black))


def curved(tones: Tone, points: CurvePoints) -> Tone:
    """The natural cubic spline through the points, level beyond the first and last one.

    Points are sorted by input, of several with the same input the last one counts.
    """
    by_input = dict(sorted(points))
    xs = np.array(list(by_input), np.float64)
    ys = np.array(list(by_input.values()), np.float64)
    if not len(xs):
        return tones
    inside = np.clip(tones, xs[0], xs[-1])
    if len(xs) == 1:
        return np.full_like(tones, ys[0])
    bends = _second_derivatives(xs, ys)
    k = np.clip(np.searchsorted(xs, inside, side="right") - 1, 0, len(xs) - 2)
    step = xs[k + 1] - xs[k]
    a = (xs[k + 1] - inside) / step
    b = (inside - xs[k]) / step
    curve = ((a**3 - a) * bends[k] + (b**3 - b) * bends[k + 1]) * step**2 / 6.0
    return np.asarray(np.clip(a * ys[k] + b * ys[k + 1] + curve, 0.0, 255.0))


def bent(tones: Tone, brightness: float, contrast: float) -> Tone:
    """The newer brightness and contrast: black and white stay, the tones between are bent.

    Two exponents, then an S; fitted to files of its makers, 1.3 levels off on average.
    """
    x = tones / 255.0
    b = min(max(brightness / 150.0, -1.0), 1.0)
    upper, lower = math.exp(_UPPER_BEND * b), math.exp(_LOWER_BEND * b)
    x = 1.0 - (1.0 - x**lower) ** upper if b >= 0.0 else (1.0 - (1.0 - x) ** upper) ** lower
    steepness = _STEEPEST * min(max(contrast / 100.0, -1.0), 1.0)
    return _s_shaped(np.asarray(x), steepness) * 255.0


def _s_shaped(x: Tone, steepness: float) -> Tone:
    """0..1 along a logistic curve from corner to corner, against it when steepness is negative."""
    if abs(steepness) < 1e-6:
        return x
    end = 1.0 / (1.0 + math.exp(-abs(steepness) / 2))
    if steepness > 0.0:
        s = 1.0 / (1.0 + np.exp(-steepness * (x - 0.5)))
        return np.asarray((s - (1.0 - end)) / (2.0 * end - 1.0))
    s = 1.0 - end + x * (2.0 * end - 1.0)
    return np.asarray(0.5 - np.log(s / (1.0 - s)) / steepness)


def brightened(tones: Tone, brightness: float, contrast: float) -> Tone:
    """Contrast round 127; brightness is added before a rise and after a fall of contrast."""
    if contrast > 0:
        return (tones + brightness - 127.0) / max(1.0 - contrast / 100.0, 1e-6) + 127.0
    return (tones - 127.0) * (1.0 + contrast / 100.0) + 127.0 + brightness


def exposed(tones: Tone, adjustment: Exposure) -> Tone:
    """In linear light: times 2^exposure, plus offset, to the power of 1 / gamma."""
    linear = (tones / 255.0) ** adjustment.display_gamma
    lit = np.clip(linear * 2.0**adjustment.exposure + adjustment.offset, 0.0, 1.0)
    bent = lit ** (1.0 / max(adjustment.gamma, 0.01))
    return np.asarray(bent ** (1.0 / adjustment.display_gamma) * 255.0)


def _curves(
    adjustment: Levels | Curves | BrightnessContrast | Exposure, full: int
) -> list[Callable[[Tone], Tone]]:
    """One function per channel. Levels are rounded up between a channel's own and
    the master (measured on files of Photoshop)."""
    step = 255.0 / full
    match adjustment:
        case Levels(master=master):
            return [
                lambda tones, own=own: leveled(  # type: ignore[misc]
                    np.ceil(leveled(tones, own) / step - 1e-6) * step, master
                )
                for own in (adjustment.red, adjustment.green, adjustment.blue)
            ]
        case Curves():
            return [
                lambda tones, own=own: curved(curved(tones, own), adjustment.master)  # type: ignore[misc]
                for own in (adjustment.red, adjustment.green, adjustment.blue)
            ]
        case BrightnessContrast(brightness=brightness, contrast=contrast, legacy=False):
            return [lambda tones: bent(tones, brightness, contrast)] * 3
        case BrightnessContrast(brightness=brightness, contrast=contrast):
            return [lambda tones: brightened(tones, brightness, contrast)] * 3
        case Exposure():
            return [lambda tones: exposed(tones, adjustment)] * 3


def _second_derivatives(
    xs: npt.NDArray[np.float64], ys: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Of the natural spline at its N points: 0 at both ends."""
    count = len(xs)
    system = np.eye(count)
    values = np.zeros(count)
    steps = np.diff(xs)
    slopes = np.diff(ys) / steps
    for i in range(1, count - 1):
        system[i, i - 1 : i + 2] = (steps[i - 1], 2.0 * (steps[i - 1] + steps[i]), steps[i])
        values[i] = 6.0 * (slopes[i] - slopes[i - 1])
    return np.asarray(np.linalg.solve(system, values))
