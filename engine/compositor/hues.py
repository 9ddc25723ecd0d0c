"""The adjustments in which the channels act together, one formula each for numpy and the kernels.

Colours are float64 in 0..1 unless said otherwise, hues are degrees. The kernels compile these very
functions for single numbers (see `scalar_functions` in kernels.py), so that both ways give the same
bits. Hence the rules of this file: only the names imported below, constants are written as float
literals, no keyword arguments, no in-place work, no division that could be by zero.

Hue and saturation are those of the HSL double cone.
"""

# numpy's stubs call the results of `where` Any.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from numpy import absolute, floor, maximum, minimum, where

Numbers: TypeAlias = npt.NDArray[np.float64]
Three: TypeAlias = tuple[Numbers, Numbers, Numbers]


def kept_luminosity(
    red: Numbers, green: Numbers, blue: Numbers, wanted: Numbers, full: float
) -> Three:
    """Colours 0..full moved to the luminosity `wanted` (SetLum and ClipColor of PDF)."""
    shift = wanted - (0.30 * red + 0.59 * green + 0.11 * blue)
    r, g, b = red + shift, green + shift, blue + shift
    low = minimum(minimum(r, g), b)
    high = maximum(maximum(r, g), b)
    k = where(low < 0.0, wanted / maximum(wanted - low, 1e-9), 1.0)
    k = where(high > full, minimum(k, (full - wanted) / maximum(high - wanted, 1e-9)), k)
    return (
        limited(wanted + (r - wanted) * k, full),
        limited(wanted + (g - wanted) * k, full),
        limited(wanted + (b - wanted) * k, full),
    )


def limited(value: Numbers, full: float) -> Numbers:
    return minimum(maximum(value, 0.0), full)


def hue_saturation_lightness(red: Numbers, green: Numbers, blue: Numbers) -> Three:
    """Hue 0..360, saturation and lightness 0..1; hue and saturation of grays are 0."""
    high = maximum(maximum(red, green), blue)
    low = minimum(minimum(red, green), blue)
    span = high - low
    light = (high + low) / 2.0
    saturation = span / maximum(1.0 - absolute(2.0 * light - 1.0), 1e-12)
    divisor = maximum(span, 1e-12)
    turned = where(
        high == red,
        60.0 * (green - blue) / divisor,
        where(
            high == green,
            60.0 * (blue - red) / divisor + 120.0,
            60.0 * (red - green) / divisor + 240.0,
        ),
    )
    hue = where(turned < 0.0, turned + 360.0, turned)
    return where(span > 0.0, hue, 0.0), where(span > 0.0, saturation, 0.0), light


def around(degrees: Numbers) -> Numbers:
    """An angle in 0..360."""
    return degrees - 360.0 * floor(degrees / 360.0)


def share(hue: Numbers, fade_in: Numbers, start: Numbers, stop: Numbers, out: Numbers) -> Numbers:
    """How much a hue belongs to a range, 0..1; all is counted from the start of the fade-in."""
    at = around(hue - fade_in)
    begin = around(start - fade_in)
    end = around(stop - fade_in)
    over = around(out - fade_in)
    rising = at / maximum(begin, 1e-9)
    falling = (over - at) / maximum(over - end, 1e-9)
    return where(at < begin, rising, where(at <= end, 1.0, where(at < over, falling, 0.0)))


def channel_of_hue(low: Numbers, high: Numbers, sixth: Numbers) -> Numbers:
    """One channel between low and high; sixth: hue in sixths of the circle, 0..12, red at 2."""
    at = where(sixth >= 6.0, sixth - 6.0, sixth)
    return where(
        at < 1.0,
        low + (high - low) * at,
        where(at < 3.0, high, where(at < 4.0, low + (high - low) * (4.0 - at), low)),
    )


def lifted(value: Numbers, lift: Numbers) -> Numbers:
    """A channel drawn towards white (lift 0..100) or black (-100..0)."""
    draw = minimum(maximum(lift / 100.0, -1.0), 1.0)
    return where(draw > 0.0, value + (1.0 - value) * draw, value * (1.0 + draw))


def raised(saturation: Numbers, more: Numbers) -> Numbers:
    """A fall (-100..0) scales; a rise (0..100) scales by the inverse of what is left to 100."""
    strength = minimum(maximum(more / 100.0, -1.0), 1.0)
    risen = minimum(saturation / maximum(1.0 - strength, 0.01), 1.0)
    return where(strength <= 0.0, saturation * (1.0 + strength), risen)


def of_hue(hue: Numbers, saturation: Numbers, light: Numbers) -> Three:
    """Red, green, blue of a hue (any angle)."""
    span = saturation * (1.0 - absolute(2.0 * light - 1.0))
    low, high = light - span / 2.0, light + span / 2.0
    sixth = around(hue) / 60.0
    return (
        channel_of_hue(low, high, sixth + 2.0),
        channel_of_hue(low, high, sixth),
        channel_of_hue(low, high, sixth + 4.0),
    )


def shifted(
    red: Numbers,
    green: Numbers,
    blue: Numbers,
    turn: Numbers,
    more: Numbers,
    own_more: Numbers,
    own_lift: Numbers,
) -> Three:
    """A colour with its hue turned and saturation raised, first by `more`, then by `own_more`.

    more, own_more, own_lift: -100..100, anything beyond counts as the end. own_lift: the lightness
    of ranges, which draws the smallest channel towards the largest (or that one down to it).
    """
    high = maximum(maximum(red, green), blue)
    low = minimum(minimum(red, green), blue)
    hue, _, _ = hue_saturation_lightness(red, green, blue)
    draw = minimum(maximum(own_lift / 100.0, -1.0), 1.0)
    span = (high - low) * (1.0 - absolute(draw))
    light = where(draw > 0.0, high - span / 2.0, low + span / 2.0)
    saturation = span / maximum(1.0 - absolute(2.0 * light - 1.0), 1e-12)
    return of_hue(hue + turn, raised(raised(saturation, more), own_more), light)


def colorized(light: Numbers, hue: Numbers, saturation: Numbers, lift: Numbers) -> Three:
    """One hue and saturation for all. saturation: 0..100, lift: -100..100."""
    strength = minimum(maximum(saturation / 100.0, 0.0), 1.0)
    return of_hue(hue, strength, lifted(light, lift))


def rounded(value: Numbers, full: float) -> Numbers:
    """A channel 0..1 as a whole number 0..full."""
    return floor(limited(value, 1.0) * full + 0.5)
