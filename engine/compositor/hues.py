"""The adjustments in which the channels act together, one formula each for numpy and the kernels.

Colours are float32 from 0 to `full` (255 or 65535) unless said otherwise, hues are sixths of the
circle, 0..6 from red by yellow and green. The kernels compile these very functions for single
numbers (see `scalar_functions` in kernels.py), so that both ways give the same bits and the loops
are vectorised. Hence the rules of this file: only the names imported and the constants written
below, no keyword arguments, no in-place work, no division that could be by zero.

How hue and saturation work was measured on files of Photoshop: lightness first, rounded; then hue
and saturation of the HSL double cone, the saturation of ranges as a sum of factors.
"""

# numpy's stubs call the results of `where` Any.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from numpy import absolute, floor, maximum, minimum, where

Numbers: TypeAlias = npt.NDArray[np.float32]
Three: TypeAlias = tuple[Numbers, Numbers, Numbers]
Settings: TypeAlias = tuple[Numbers, ...]
"""Single numbers, what each is the functions say."""

F32 = np.float32
ZERO, HALF, ONE, TWO = F32(0.0), F32(0.5), F32(1.0), F32(2.0)
THREE, FOUR, SIX = F32(3.0), F32(4.0), F32(6.0)
SIXTY, CIRCLE, OFFSET = F32(60.0), F32(360.0), F32(0.45)
TINY = F32(1e-6)
RED_SHARE, GREEN_SHARE, BLUE_SHARE = F32(0.30), F32(0.59), F32(0.11)


def rounded(value: Numbers, full: Numbers) -> Numbers:
    """The nearest whole number 0..full."""
    return floor(minimum(maximum(value, ZERO), full) + HALF)


def luminosity(red: Numbers, green: Numbers, blue: Numbers) -> Numbers:
    return RED_SHARE * red + GREEN_SHARE * green + BLUE_SHARE * blue


def kept_luminosity(
    red: Numbers, green: Numbers, blue: Numbers, wanted: Numbers, full: Numbers
) -> Three:
    """The colour moved to the luminosity `wanted` (SetLum and ClipColor of PDF)."""
    shift = wanted - luminosity(red, green, blue)
    r, g, b = red + shift, green + shift, blue + shift
    low = minimum(minimum(r, g), b)
    high = maximum(maximum(r, g), b)
    k = where(low < ZERO, wanted / maximum(wanted - low, TINY), ONE)
    k = where(high > full, minimum(k, (full - wanted) / maximum(high - wanted, TINY)), k)
    return wanted + (r - wanted) * k, wanted + (g - wanted) * k, wanted + (b - wanted) * k


def lifted(value: Numbers, lift: Numbers, full: Numbers) -> Numbers:
    """A channel drawn towards white (lift 0..1) or black (-1..0), rounded."""
    whiter, blacker = value + (full - value) * lift, value + value * lift
    return floor(where(lift > ZERO, whiter, blacker) + HALF)


def sixth_of(red: Numbers, green: Numbers, blue: Numbers) -> Numbers:
    """The hue; 0 of grays."""
    high = maximum(maximum(red, green), blue)
    low = minimum(minimum(red, green), blue)
    is_red, is_green = high == red, high == green
    above = where(is_red, green - blue, where(is_green, blue - red, red - green))
    start = where(is_red, ZERO, where(is_green, TWO, FOUR))
    sixth = start + above / maximum(high - low, TINY)
    return where(sixth < ZERO, sixth + SIX, sixth)


def of_hue(sixth: Numbers, low: Numbers, span: Numbers) -> Three:
    """Red, green, blue of a hue (0..12) between `low` and `low + span`."""
    at = where(sixth >= SIX, sixth - SIX, sixth)
    red = minimum(maximum(absolute(at - THREE) - ONE, ZERO), ONE)
    green = minimum(maximum(TWO - absolute(at - TWO), ZERO), ONE)
    blue = minimum(maximum(TWO - absolute(at - FOUR), ZERO), ONE)
    return low + span * red, low + span * green, low + span * blue


def drawn(low: Numbers, high: Numbers, draw: Numbers) -> tuple[Numbers, Numbers]:
    """The smallest and the largest channel nearer to each other.

    draw 0..1: the smallest towards the largest one; -1..0: the largest towards the smallest.
    """
    span = high - low
    return low + span * maximum(draw, ZERO), high + span * minimum(draw, ZERO)


def saturated(
    sixth: Numbers, low: Numbers, high: Numbers, factor: Numbers, turn: Numbers, full: Numbers
) -> Three:
    """A colour with its saturation times `factor`, at most full, and its hue turned (0..6)."""
    both = high + low
    span = minimum((high - low) * factor, minimum(both, TWO * full - both))
    return of_hue(sixth + turn, (both - span) * HALF, span)


def turned(red: Numbers, green: Numbers, blue: Numbers, full: Numbers, settings: Settings) -> Three:
    """settings: turn of the hue, factor of the saturation, lift."""
    r, g, b = (
        lifted(red, settings[2], full),
        lifted(green, settings[2], full),
        lifted(blue, settings[2], full),
    )
    low, high = minimum(minimum(r, g), b), maximum(maximum(r, g), b)
    return saturated(sixth_of(r, g, b), low, high, settings[1], settings[0], full)


def degree_of(sixth: Numbers) -> Numbers:
    """Where a hue stands in tables by degree, 0..360; Photoshop looks a bit too low (measured)."""
    degree = sixth * SIXTY - OFFSET
    return where(degree < ZERO, degree + CIRCLE, degree)


def between(before: Numbers, after: Numbers, share: Numbers) -> Numbers:
    return before + (after - before) * share


def around(sixth: Numbers) -> Numbers:
    """A hue in 0..6."""
    return sixth - SIX * floor(sixth / SIX)


def turned_in_range(
    red: Numbers,
    green: Numbers,
    blue: Numbers,
    sixth: Numbers,
    turn: Numbers,
    factor: Numbers,
    draw: Numbers,
    full: Numbers,
) -> Three:
    """A lifted colour of the hue `sixth` changed by what tables say of this hue."""
    low, high = minimum(minimum(red, green), blue), maximum(maximum(red, green), blue)
    low, high = drawn(low, high, draw)
    return saturated(sixth, low, high, factor, around(turn), full)


def colorized(
    red: Numbers, green: Numbers, blue: Numbers, full: Numbers, settings: Settings
) -> Three:
    """One hue and saturation for all; their lightness is kept. settings: hue, saturation, lift."""
    both = maximum(maximum(red, green), blue) + minimum(minimum(red, green), blue)
    light = lifted(floor(both * HALF), settings[2], full)
    span = settings[1] * TWO * minimum(light, full - light)
    return of_hue(settings[0], light - span * HALF, span)


def vivid(red: Numbers, green: Numbers, blue: Numbers, _full: Numbers, settings: Settings) -> Three:
    """Faint colours change more than strong ones and than skin.

    settings: how much (-1..1), factor of all saturation. Photoshop's rule is not public; this one
    does what it says of itself.
    """
    high = maximum(maximum(red, green), blue)
    strength = (high - minimum(minimum(red, green), blue)) / maximum(high, TINY)
    # Skin: red above green above blue.
    warm = maximum(minimum(red - green, green - blue), ZERO) / maximum(high, TINY)
    spared = ONE - minimum(warm * TWO, HALF)
    rise = (ONE + settings[0] * (ONE - strength) * spared) * settings[1]
    light = luminosity(red, green, blue)
    return (
        light + (red - light) * rise,
        light + (green - light) * rise,
        light + (blue - light) * rise,
    )


def grayed(red: Numbers, green: Numbers, blue: Numbers, full: Numbers, settings: Settings) -> Three:
    """A gray: the smallest channel, and what stands above it by the shares (1 = whole) of the
    colour's primary and secondary hue.

    settings: shares of red, yellow, green, cyan, blue, magenta; whether there is a tint; its
    colour.
    """
    high = maximum(maximum(red, green), blue)
    low = minimum(minimum(red, green), blue)
    middle = maximum(minimum(red, green), minimum(maximum(red, green), blue))
    primary = where(high == red, settings[0], where(high == green, settings[2], settings[4]))
    secondary = where(low == blue, settings[1], where(low == red, settings[3], settings[5]))
    mixture = low + (middle - low) * secondary + (high - middle) * primary
    gray = minimum(maximum(mixture, ZERO), full)
    r, g, b = kept_luminosity(settings[7], settings[8], settings[9], gray, full)
    has_tint = settings[6] > ZERO
    return where(has_tint, r, gray), where(has_tint, g, gray), where(has_tint, b, gray)


def mixed(red: Numbers, green: Numbers, blue: Numbers, _full: Numbers, settings: Settings) -> Three:
    """settings: for each channel, the shares of all and what is added."""
    return (
        red * settings[0] + green * settings[1] + blue * settings[2] + settings[3],
        red * settings[4] + green * settings[5] + blue * settings[6] + settings[7],
        red * settings[8] + green * settings[9] + blue * settings[10] + settings[11],
    )


def chosen(first: Numbers, second: Numbers, one: Numbers, two: Numbers, three: Numbers) -> Numbers:
    """The first of three whose condition holds, else the third."""
    return where(first, one, where(second, two, three))


def inked_by(
    value: Numbers, ink: Numbers, black: Numbers, relative: Numbers, full: Numbers
) -> Numbers:
    """What an ink and black (-1..1 each) add to a channel, before its weight."""
    free = full - value
    wanted = (ZERO - (ink + black + ink * black)) * where(relative > ZERO, free, full)
    return minimum(maximum(wanted, ZERO - value), free)


def inked(red: Numbers, green: Numbers, blue: Numbers, full: Numbers, settings: Settings) -> Three:
    """Selective colour. settings: whether it is relative; then cyan, magenta, yellow, black of the
    reds, yellows, greens, cyans, blues, magentas, whites, neutrals, blacks.

    A colour belongs to its primary by what its largest channel has above the middle one, to its
    secondary by what the middle one has above the smallest.
    """
    high = maximum(maximum(red, green), blue)
    low = minimum(minimum(red, green), blue)
    middle = maximum(minimum(red, green), minimum(maximum(red, green), blue))
    half = full * HALF
    whites, blacks = maximum(TWO * low - full, ZERO), maximum(full - TWO * high, ZERO)
    neutrals = maximum(full - absolute(high - half) - absolute(low - half), ZERO)
    first, second = high == red, high == green
    third, fourth = low == blue, low == red
    primary, secondary = (high - middle) / full, (middle - low) / full
    whites, neutrals, blacks = whites / full, neutrals / full, blacks / full
    s = settings
    main_black = chosen(first, second, s[4], s[12], s[20])
    other_black = chosen(third, fourth, s[8], s[16], s[24])
    main = chosen(first, second, s[1], s[9], s[17])
    other = chosen(third, fourth, s[5], s[13], s[21])
    r = (
        red
        + inked_by(red, main, main_black, s[0], full) * primary
        + inked_by(red, other, other_black, s[0], full) * secondary
        + inked_by(red, s[25], s[28], s[0], full) * whites
        + inked_by(red, s[29], s[32], s[0], full) * neutrals
        + inked_by(red, s[33], s[36], s[0], full) * blacks
    )
    main = chosen(first, second, s[2], s[10], s[18])
    other = chosen(third, fourth, s[6], s[14], s[22])
    g = (
        green
        + inked_by(green, main, main_black, s[0], full) * primary
        + inked_by(green, other, other_black, s[0], full) * secondary
        + inked_by(green, s[26], s[28], s[0], full) * whites
        + inked_by(green, s[30], s[32], s[0], full) * neutrals
        + inked_by(green, s[34], s[36], s[0], full) * blacks
    )
    main = chosen(first, second, s[3], s[11], s[19])
    other = chosen(third, fourth, s[7], s[15], s[23])
    b = (
        blue
        + inked_by(blue, main, main_black, s[0], full) * primary
        + inked_by(blue, other, other_black, s[0], full) * secondary
        + inked_by(blue, s[27], s[28], s[0], full) * whites
        + inked_by(blue, s[31], s[32], s[0], full) * neutrals
        + inked_by(blue, s[35], s[36], s[0], full) * blacks
    )
    return r, g, b


def cell_of(value: Numbers, full: Numbers, size: Numbers) -> Numbers:
    """Where a channel lies between the entries 0..size - 1 of a cube."""
    return value * ((size - ONE) / full)


def along(
    start: Numbers,
    first: Numbers,
    second: Numbers,
    end: Numbers,
    high: Numbers,
    middle: Numbers,
    low: Numbers,
) -> Numbers:
    """Between four corners of a tetrahedron, by the shares 0..1 of its axes in falling order."""
    return start * (ONE - high) + first * (high - middle) + second * (middle - low) + end * low
