"""Colours that sRGB does not have: chroma is lowered, lightness and hue stay.

Clipping the channels would turn the hue by 3 degrees in the middle case and by 20 in bad ones.
What was wanted is remembered beside the slot, so that the way back leads to where it came from.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.document.model import Color, Oklch
from engine.recolor.color import Floats, cartesian, nearest_color, rgb_of

_TOLERANCE = 1e-6
_HALVINGS = 30


def is_in_gamut(lch: Oklch) -> bool:
    """Whether sRGB has this colour."""
    return bool(_fits(np.array([lch]))[0])


def fitted(lch: npt.ArrayLike) -> Floats:
    """OKLCH N×3 with lightness in 0..1 and no more chroma than sRGB has at that lightness and
    hue; colours inside stay as they are."""
    colors = np.array(lch, np.float64)
    colors[:, 0] = colors[:, 0].clip(0.0, 1.0)
    colors[:, 1] = colors[:, 1].clip(0.0, None)
    outside = ~_fits(colors)
    if outside.any():
        part = colors[outside]
        low, high = np.zeros(len(part)), part[:, 1].copy()
        for _ in range(_HALVINGS):
            part[:, 1] = (low + high) / 2
            fits = _fits(part)
            low, high = np.where(fits, part[:, 1], low), np.where(fits, high, part[:, 1])
        part[:, 1] = low
        colors[outside] = part
    return colors


def most_chroma(lightness: float, hue: float) -> float:
    """The chroma at which sRGB ends."""
    return float(fitted([(lightness, 0.5, hue)])[0, 1])


def stored(lch: Oklch, depth: int) -> Color:
    """The colour to store for a wanted one."""
    lightness, chroma, hue = fitted([lch])[0].tolist()
    return nearest_color((lightness, chroma, hue), depth)


def _fits(lch: Floats) -> npt.NDArray[np.bool_]:
    rgb = rgb_of(cartesian(lch))
    inside = (rgb >= -_TOLERANCE) & (rgb <= 1 + _TOLERANCE)
    result: npt.NDArray[np.bool_] = np.logical_and.reduce(inside, axis=-1)
    return result
