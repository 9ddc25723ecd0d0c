"""Colours as OKLab and OKLCH, and back to the exact 8- or 16-bit sRGB values that are stored.

OKLab by B. Ottosson, "A perceptual color space for image processing" (2020). All in double
precision, so that every 8- and 16-bit colour comes back as itself.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import numpy.typing as npt

from engine.document.model import Color, Oklch

Floats = npt.NDArray[np.float64]

GREY = 1e-4
"""Chroma below which a colour has no hue at all."""

# fmt: off
_CONES = ((0.4122214708, 0.5363325363, 0.0514459929),
          (0.2119034982, 0.6806995451, 0.1073969566),
          (0.0883024619, 0.2817188376, 0.6299787005))
_LAB = ((0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660))
# fmt: on


def linear(rgb: Floats) -> Floats:
    """Linear light of R'G'B' 0..1 (values beyond are mirrored), any shape. IEC 61966-2-1."""
    size = np.abs(rgb)
    curved = np.where(size <= 0.04045, size / 12.92, ((size + 0.055) / 1.055) ** 2.4)
    return np.copysign(curved, rgb)


def encoded(light: Floats) -> Floats:
    """The inverse of `linear`."""
    size = np.abs(light)
    curved = np.where(size <= 0.0031308, size * 12.92, 1.055 * size ** (1 / 2.4) - 0.055)
    return np.copysign(curved, light)


def oklab(rgb: npt.ArrayLike) -> Floats:
    """OKLab …×3 of R'G'B' …×3 in 0..1."""
    cones = linear(np.asarray(rgb, np.float64)) @ np.array(_CONES).T
    lab: Floats = np.cbrt(cones) @ np.array(_LAB).T
    return lab


def rgb_of(lab: npt.ArrayLike) -> Floats:
    """R'G'B' …×3 of OKLab …×3; outside 0..1 where sRGB has no such colour."""
    from_lab, from_cones = _inverses()
    roots = np.asarray(lab, np.float64) @ from_lab
    return encoded(roots**3 @ from_cones)


@cache
def _inverses() -> tuple[Floats, Floats]:
    """From OKLab to roots of cones, and from cones to linear light, as rows are multiplied."""
    from_lab, from_cones = (np.linalg.inv(np.array(one)).T for one in (_LAB, _CONES))
    return from_lab, from_cones


def polar(lab: npt.ArrayLike) -> Floats:
    """OKLCH …×3 of OKLab …×3, hue 0..360; greys have hue 0."""
    lab = np.asarray(lab, np.float64)
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    hue = np.degrees(np.arctan2(lab[..., 2], lab[..., 1])) % 360.0
    return np.stack([lab[..., 0], chroma, np.where(chroma < GREY, 0.0, hue)], -1)


def cartesian(lch: npt.ArrayLike) -> Floats:
    """OKLab …×3 of OKLCH …×3."""
    lch = np.asarray(lch, np.float64)
    angle = np.radians(lch[..., 2])
    chroma = lch[..., 1]
    return np.stack([lch[..., 0], chroma * np.cos(angle), chroma * np.sin(angle)], -1)


def full_value(depth: int) -> int:
    """The number that means 1.0 in this depth (8 or 16 bits)."""
    return (1 << depth) - 1


def oklch_of(color: Color, depth: int) -> Oklch:
    """OKLCH of a stored colour, not rounded."""
    lightness, chroma, hue = polar(oklab(np.array(color) / full_value(depth))).tolist()
    return lightness, chroma, hue


def nearest_color(lch: Oklch, depth: int) -> Color:
    """The stored colour nearest to an OKLCH colour inside sRGB; beyond it channels are clipped."""
    values = rgb_of(cartesian(lch)).clip(0.0, 1.0) * full_value(depth)
    red, green, blue = np.floor(values + 0.5).astype(int).tolist()
    return red, green, blue


def hue_distance(first: float, second: float) -> float:
    """From one hue to another the short way, -180..180 degrees."""
    return (second - first + 180.0) % 360.0 - 180.0


def difference(first: Color, second: Color, depth: int) -> float:
    """Distance of two stored colours in OKLab (black to white is 1)."""
    pair = oklab(np.array([first, second]) / full_value(depth))
    return math.dist(*pair.tolist())


def hex_of(color: Color, depth: int) -> str:
    """ "#rrggbb", of a 16-bit colour the nearest one."""
    scale = full_value(depth) // 255
    return "#" + "".join(f"{(value + scale // 2) // scale:02x}" for value in color)
