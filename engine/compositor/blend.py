"""The blend modes of PSD, one formula each, written once for numpy and for the compiled kernels.

Colours lie in 0..1 in the document's own gamma-encoded space, everything is float32. A formula
B(b, s) is written in its *scaled* form: it receives the backdrop premultiplied by the backdrop's
alpha and returns `alpha * B(backdrop / alpha, source)`. For most modes the division cancels, which
is faster and keeps faint pixels exact; with alpha 1 the scaled form is the plain one.

The kernels compile these very functions for single numbers (see `scalar_functions` in kernels.py),
so that both ways give the same bits. Hence the rules of this file: only the names imported below,
constants are float32, no keyword arguments, no in-place work.

Formulas: Adobe's PDF blend modes plus Photoshop's own, verified against files that Photoshop wrote.
"""

# numpy's stubs call the results of `where` and of some ufuncs Any.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from numpy import absolute, maximum, minimum, sqrt, where

from engine.document.model import BlendMode

Plane: TypeAlias = npt.NDArray[np.float32]
Separable: TypeAlias = Callable[[Plane, Plane, Plane], Plane]
"""(premultiplied backdrop, straight source, backdrop alpha) of one channel -> scaled result."""
WholePixel: TypeAlias = Callable[
    [Plane, Plane, Plane, Plane, Plane, Plane, Plane], tuple[Plane, Plane, Plane]
]
"""Three premultiplied backdrop channels, three straight source channels, backdrop alpha."""

ZERO = np.float32(0.0)
QUARTER = np.float32(0.25)
HALF = np.float32(0.5)
ONE = np.float32(1.0)
TWO = np.float32(2.0)
FOUR = np.float32(4.0)
TWELVE = np.float32(12.0)
SIXTEEN = np.float32(16.0)
RED_WEIGHT = np.float32(0.30)
GREEN_WEIGHT = np.float32(0.59)
BLUE_WEIGHT = np.float32(0.11)

TIE = np.float32(2.0**-18)
"""Values closer than this count as equal where a formula jumps: a quarter of a 16-bit level, far
above rounding noise. Without it the noise would decide hard mix at b + s = 1 and the hue of grays.
"""
TEXT_1, TEXT_2, TEXT_3, TEXT_4, TEXT_5 = (
    np.float32(0.0640443),
    np.float32(0.02739923),
    np.float32(0.40623457),
    np.float32(0.7296442),
    np.float32(-0.2273223),
)
LIGHT_2, LIGHT_3, LIGHT_4, LIGHT_5, LIGHT_6, LIGHT_7, LIGHT_8 = (
    np.float32(1.54651605),
    np.float32(-20.56516122),
    np.float32(96.41244538),
    np.float32(-199.55155883),
    np.float32(214.06248601),
    np.float32(-116.0438383),
    np.float32(25.13911091),
)
"""Fits, by square roots alone, of sRGB -> light of gamma 1.45 (0.2 of a level off at most) and of
the way back (0.5), so that numpy and the kernels give the same bits."""
NEARLY_ONE = np.float32(1.0 - 2.0**-18)
TINY = np.float32(1e-30)
"""Keeps divisors positive where the quotient is not used."""


def darken(b: Plane, s: Plane, a: Plane) -> Plane:
    return minimum(b, a * s)


def multiply(b: Plane, s: Plane, a: Plane) -> Plane:
    return b * s


def color_burn(b: Plane, s: Plane, a: Plane) -> Plane:
    burnt = a - minimum(a, (a - b) / maximum(s, TIE))
    return where(b >= a * NEARLY_ONE, a, where(s <= TIE, ZERO, burnt))


def linear_burn(b: Plane, s: Plane, a: Plane) -> Plane:
    return maximum((b + a * s) - a, ZERO)


def lighten(b: Plane, s: Plane, a: Plane) -> Plane:
    return maximum(b, a * s)


def screen(b: Plane, s: Plane, a: Plane) -> Plane:
    return (b + a * s) - b * s


def color_dodge(b: Plane, s: Plane, a: Plane) -> Plane:
    dodged = minimum(a, b / maximum(ONE - s, TIE))
    return where(b <= a * TIE, ZERO, where(s >= NEARLY_ONE, a, dodged))


def linear_dodge(b: Plane, s: Plane, a: Plane) -> Plane:
    return minimum(b + a * s, a)


def overlay(b: Plane, s: Plane, a: Plane) -> Plane:
    return where(b <= a * HALF, (TWO * b) * s, a - (TWO * (a - b)) * (ONE - s))


def soft_light(b: Plane, s: Plane, a: Plane) -> Plane:
    x = b * (ONE / maximum(a, TINY))
    lifted = where(
        x <= QUARTER, ((SIXTEEN * x - TWELVE) * x + FOUR) * b, sqrt(maximum(b * a, ZERO))
    )
    t = TWO * s - ONE
    return b + t * where(s <= HALF, b * (ONE - x), lifted - b)


def hard_light(b: Plane, s: Plane, a: Plane) -> Plane:
    return where(s <= HALF, (TWO * b) * s, a - (TWO * (a - b)) * (ONE - s))


def vivid_light(b: Plane, s: Plane, a: Plane) -> Plane:
    dark = s <= HALF
    strength = minimum(s, ONE - s)
    moved = minimum(a, where(dark, a - b, b) / maximum(TWO * strength, TIE))
    moved = where(strength <= TIE, a, moved)
    return where(dark, a - moved, moved)


def linear_light(b: Plane, s: Plane, a: Plane) -> Plane:
    return minimum(maximum(b + a * (TWO * s - ONE), ZERO), a)


def pin_light(b: Plane, s: Plane, a: Plane) -> Plane:
    return where(s > HALF, maximum(b, a * (TWO * s - ONE)), minimum(b, a * (TWO * s)))


def hard_mix(b: Plane, s: Plane, a: Plane) -> Plane:
    excess = (b + a * s) - a
    tie = absolute(excess) <= a * TIE
    return where(where(tie, b - a * HALF, excess) > ZERO, a, ZERO)


def difference(b: Plane, s: Plane, a: Plane) -> Plane:
    return absolute(b - a * s)


def exclusion(b: Plane, s: Plane, a: Plane) -> Plane:
    return (b + a * s) - (TWO * b) * s


def subtract(b: Plane, s: Plane, a: Plane) -> Plane:
    return maximum(b - a * s, ZERO)


def divide(b: Plane, s: Plane, a: Plane) -> Plane:
    quotient = minimum(a, b / maximum(s, TIE))
    return where(s <= TIE, where(b > a * TIE, a, ZERO), quotient)


def luminance(r: Plane, g: Plane, b: Plane) -> Plane:
    return (RED_WEIGHT * r + GREEN_WEIGHT * g) + BLUE_WEIGHT * b


def saturation_of(r: Plane, g: Plane, b: Plane) -> Plane:
    return maximum(r, maximum(g, b)) - minimum(r, minimum(g, b))


def with_saturation(
    r: Plane, g: Plane, b: Plane, wanted: Plane, gray: Plane | np.float32
) -> tuple[Plane, Plane, Plane]:
    """The colour with its channel range stretched to `wanted`; a range up to `gray` counts as 0."""
    low = minimum(r, minimum(g, b))
    span = maximum(r, maximum(g, b)) - low
    k = where(span > gray, wanted / maximum(span, TINY), ZERO)
    return (r - low) * k, (g - low) * k, (b - low) * k


def with_luminance(
    r: Plane, g: Plane, b: Plane, wanted: Plane, a: Plane
) -> tuple[Plane, Plane, Plane]:
    """The colour moved to luminance `wanted`, then drawn towards gray until it fits into 0..a."""
    shift = wanted - luminance(r, g, b)
    r = r + shift
    g = g + shift
    b = b + shift
    low = minimum(r, minimum(g, b))
    high = maximum(r, maximum(g, b))
    # The channels lie at most `a` apart, so that only one end can stick out.
    below = low < ZERO
    above = high > a
    room: Plane = where(below, wanted, where(above, a - wanted, ONE))
    reach: Plane = where(below, wanted - low, where(above, high - wanted, ONE))
    k: Plane = room / maximum(reach, TINY)  # type: ignore[assignment]
    return wanted + (r - wanted) * k, wanted + (g - wanted) * k, wanted + (b - wanted) * k


def darker_color(
    br: Plane, bg: Plane, bb: Plane, sr: Plane, sg: Plane, sb: Plane, a: Plane
) -> tuple[Plane, Plane, Plane]:
    source = a * luminance(sr, sg, sb) < luminance(br, bg, bb) - a * TIE
    return where(source, a * sr, br), where(source, a * sg, bg), where(source, a * sb, bb)


def lighter_color(
    br: Plane, bg: Plane, bb: Plane, sr: Plane, sg: Plane, sb: Plane, a: Plane
) -> tuple[Plane, Plane, Plane]:
    source = a * luminance(sr, sg, sb) > luminance(br, bg, bb) + a * TIE
    return where(source, a * sr, br), where(source, a * sg, bg), where(source, a * sb, bb)


def hue(
    br: Plane, bg: Plane, bb: Plane, sr: Plane, sg: Plane, sb: Plane, a: Plane
) -> tuple[Plane, Plane, Plane]:
    r, g, b = with_saturation(sr, sg, sb, saturation_of(br, bg, bb), TIE)
    return with_luminance(r, g, b, luminance(br, bg, bb), a)


def saturation(
    br: Plane, bg: Plane, bb: Plane, sr: Plane, sg: Plane, sb: Plane, a: Plane
) -> tuple[Plane, Plane, Plane]:
    r, g, b = with_saturation(br, bg, bb, a * saturation_of(sr, sg, sb), a * TIE)
    return with_luminance(r, g, b, luminance(br, bg, bb), a)


def color(
    br: Plane, bg: Plane, bb: Plane, sr: Plane, sg: Plane, sb: Plane, a: Plane
) -> tuple[Plane, Plane, Plane]:
    return with_luminance(a * sr, a * sg, a * sb, luminance(br, bg, bb), a)


def luminosity(
    br: Plane, bg: Plane, bb: Plane, sr: Plane, sg: Plane, sb: Plane, a: Plane
) -> tuple[Plane, Plane, Plane]:
    return with_luminance(br, bg, bb, a * luminance(sr, sg, sb), a)


def combined(b: Plane, s: Plane, a: Plane, mixed: Plane, coverage: Plane) -> Plane:
    """One premultiplied channel after a source of this coverage (0..1) was blended onto it.

    mixed: what the mode's formula gave. Where the backdrop is transparent the source shows plain.
    """
    return coverage * ((ONE - a) * s + mixed) + (ONE - coverage) * b


def normal_merged(b: Plane, s: Plane, a: Plane, coverage: Plane) -> Plane:
    """`combined` for the normal mode: where coverage is 1 the source comes out exactly."""
    return coverage * s + (ONE - coverage) * b


def multiply_merged(b: Plane, s: Plane, a: Plane, coverage: Plane) -> Plane:
    """`combined` and `multiply`, shortened."""
    return (coverage * s) * ((ONE - a) + b) + (ONE - coverage) * b


def screen_merged(b: Plane, s: Plane, a: Plane, coverage: Plane) -> Plane:
    """`combined` and `screen`, shortened."""
    c = coverage * s
    return (b + c) - b * c


def exclusion_merged(b: Plane, s: Plane, a: Plane, coverage: Plane) -> Plane:
    """`combined` and `exclusion`, shortened."""
    c = coverage * s
    return (b + c) - (TWO * b) * c


def to_text_light(v: Plane) -> Plane:
    """sRGB -> linear ** (1 / 1.45), fitted."""
    r = sqrt(v)
    return r * (TEXT_1 + r * (TEXT_2 + r * (TEXT_3 + r * (TEXT_4 + r * TEXT_5))))


def from_text_light(v: Plane) -> Plane:
    """The way back from `to_text_light`, fitted."""
    r = sqrt(sqrt(v))
    inner = LIGHT_5 + r * (LIGHT_6 + r * (LIGHT_7 + r * LIGHT_8))
    return (r * r) * (LIGHT_2 + r * (LIGHT_3 + r * (LIGHT_4 + r * inner)))


def text_merged(b: Plane, s: Plane, a: Plane, coverage: Plane) -> Plane:
    """The normal mode as Photoshop applies it to text: soft edges are mixed as light of gamma 1.45
    ("Blend Text Colors Using Gamma" of its colour settings, which is on unless switched off).

    Measured on files of CS6 to 2022: within 0.3 of a level of (linear light) ** (1 / 1.45).
    """
    below = minimum(b / maximum(a, TINY), ONE)
    light = (ONE - coverage) * to_text_light(below) + coverage * to_text_light(s)
    mixed = a * minimum(maximum(from_text_light(light), ZERO), ONE) + coverage * ((ONE - a) * s)
    return where(coverage <= ZERO, b, where(coverage >= ONE, s, mixed))


def text_lerped(b: Plane, t: Plane, below: Plane, top: Plane, k: Plane) -> Plane:
    """A premultiplied channel moved from b to t by k (0..1), mixed as text is where both show.

    below, top: the alphas of the two.
    """
    plain = (ONE - k) * b + k * t
    dark = to_text_light(minimum(b / maximum(below, TINY), ONE))
    bright = to_text_light(minimum(t / maximum(top, TINY), ONE))
    light = minimum(maximum(from_text_light((ONE - k) * dark + k * bright), ZERO), ONE)
    mixed = ((ONE - k) * below + k * top) * light
    either = where(k <= ZERO, b, where(k >= ONE, t, mixed))
    return where(minimum(below, top) <= ZERO, plain, either)


def toward_black(s: Plane, fill: np.float32) -> Plane:
    return s * fill


def toward_white(s: Plane, fill: np.float32) -> Plane:
    return ONE - (ONE - s) * fill


def toward_gray(s: Plane, fill: np.float32) -> Plane:
    return HALF + (s - HALF) * fill


def hard_mix_filled(b: Plane, s: Plane, a: Plane, fill: np.float32) -> Plane:
    """Hard mix at a fill opacity below 1: the jump becomes a ramp."""
    return minimum(maximum((b - (fill * (ONE - s)) * a) / (ONE - fill), ZERO), a)


def union(a: Plane, b: Plane) -> Plane:
    """a + b - a*b, exact when either is 0 or 1: opaque stays opaque, nothing changes nothing.

    With b = 1 the sum a + (1 - a) rounds to exactly 1 for every float32 a in 0..1.
    """
    return a + b * (ONE - a)


SEPARABLE: Mapping[BlendMode, Separable] = MappingProxyType(
    {
        BlendMode.DARKEN: darken,
        BlendMode.MULTIPLY: multiply,
        BlendMode.COLOR_BURN: color_burn,
        BlendMode.LINEAR_BURN: linear_burn,
        BlendMode.LIGHTEN: lighten,
        BlendMode.SCREEN: screen,
        BlendMode.COLOR_DODGE: color_dodge,
        BlendMode.LINEAR_DODGE: linear_dodge,
        BlendMode.OVERLAY: overlay,
        BlendMode.SOFT_LIGHT: soft_light,
        BlendMode.HARD_LIGHT: hard_light,
        BlendMode.VIVID_LIGHT: vivid_light,
        BlendMode.LINEAR_LIGHT: linear_light,
        BlendMode.PIN_LIGHT: pin_light,
        BlendMode.HARD_MIX: hard_mix,
        BlendMode.DIFFERENCE: difference,
        BlendMode.EXCLUSION: exclusion,
        BlendMode.SUBTRACT: subtract,
        BlendMode.DIVIDE: divide,
    }
)
"""Modes that treat each channel alone. Normal and dissolve need no formula."""

MERGED: Mapping[BlendMode, Callable[[Plane, Plane, Plane, Plane], Plane]] = MappingProxyType(
    {
        BlendMode.NORMAL: normal_merged,
        BlendMode.DISSOLVE: normal_merged,
        BlendMode.MULTIPLY: multiply_merged,
        BlendMode.SCREEN: screen_merged,
        BlendMode.EXCLUSION: exclusion_merged,
    }
)
"""Modes for which formula and combination become one shorter formula:
(premultiplied backdrop, straight source, backdrop alpha, coverage) -> new premultiplied channel."""

WHOLE_PIXEL: Mapping[BlendMode, WholePixel] = MappingProxyType(
    {
        BlendMode.DARKER_COLOR: darker_color,
        BlendMode.LIGHTER_COLOR: lighter_color,
        BlendMode.HUE: hue,
        BlendMode.SATURATION: saturation,
        BlendMode.COLOR: color,
        BlendMode.LUMINOSITY: luminosity,
    }
)
"""Modes that look at the three channels together."""

NEUTRAL: Mapping[BlendMode, Callable[[Plane, np.float32], Plane]] = MappingProxyType(
    {
        BlendMode.COLOR_BURN: toward_white,
        BlendMode.LINEAR_BURN: toward_white,
        BlendMode.COLOR_DODGE: toward_black,
        BlendMode.LINEAR_DODGE: toward_black,
        BlendMode.VIVID_LIGHT: toward_gray,
        BlendMode.LINEAR_LIGHT: toward_gray,
        BlendMode.DIFFERENCE: toward_black,
        BlendMode.HARD_MIX: toward_gray,
    }
)
"""The eight modes whose fill opacity acts inside the blend: it draws the source towards the colour
that changes nothing. Hard mix has its own formula, `hard_mix_filled`."""


def blended(mode: BlendMode, backdrop: Plane, source: Plane) -> Plane:
    """B(backdrop, source) of two opaque pictures.

    backdrop, source: H×W×3 float32 in 0..1, straight. Returns the same shape and range.
    """
    if mode in WHOLE_PIXEL:
        b = [backdrop[..., c] for c in range(3)]
        s = [source[..., c] for c in range(3)]
        one = np.ones(backdrop.shape[:-1], np.float32)
        return np.stack(WHOLE_PIXEL[mode](b[0], b[1], b[2], s[0], s[1], s[2], one), -1)
    if mode in SEPARABLE:
        return SEPARABLE[mode](backdrop, source, np.ones_like(backdrop))
    return source.copy()
