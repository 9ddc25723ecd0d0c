"""Colour adjustments as values. Fields and ranges are those of PSD adjustment layers.

Numbers for tones are 8-bit levels 0..255 whatever the depth of the picture, percentages are
-100..100, angles are degrees.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

CurvePoints: TypeAlias = tuple[tuple[float, float], ...]
"""(input, output) pairs, 0..255."""

STRAIGHT: CurvePoints = ((0.0, 0.0), (255.0, 255.0))


@dataclass(frozen=True, slots=True)
class GradientStop:
    """position: 0..1 along the gradient. color: red, green, blue in 0..1, straight. alpha: 0..1."""

    position: float
    color: tuple[float, float, float]
    alpha: float = 1.0


BLACK_TO_WHITE = (GradientStop(0.0, (0.0, 0.0, 0.0)), GradientStop(1.0, (1.0, 1.0, 1.0)))


@dataclass(frozen=True, slots=True)
class LevelsRecord:
    """One channel of levels. gamma: 0.1..9.99. in_white > in_black; out_* may be swapped."""

    in_black: float = 0.0
    in_white: float = 255.0
    out_black: float = 0.0
    out_white: float = 255.0
    gamma: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """Each channel's own record first, then the master."""

    master: LevelsRecord = LevelsRecord()
    red: LevelsRecord = LevelsRecord()
    green: LevelsRecord = LevelsRecord()
    blue: LevelsRecord = LevelsRecord()


@dataclass(frozen=True, slots=True, kw_only=True)
class Curves:
    """Natural cubic splines, level beyond their end points; each channel's own, then the master."""

    master: CurvePoints = STRAIGHT
    red: CurvePoints = STRAIGHT
    green: CurvePoints = STRAIGHT
    blue: CurvePoints = STRAIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class BrightnessContrast:
    """brightness, contrast: -100..100 by the legacy rule, which moves all tones alike and cuts them
    off; else -150..150 and -50..100, bent so that black and white stay."""

    brightness: float = 0.0
    contrast: float = 0.0
    legacy: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """exposure: stops, -20..20. offset: -0.5..0.5. gamma: 0.01..9.99."""

    exposure: float = 0.0
    offset: float = 0.0
    gamma: float = 1.0


@dataclass(frozen=True, slots=True)
class HueRange:
    """A span of hues with its own shift: nothing at fade_in, full from start to stop, nothing
    again at fade_out. Degrees; the span may pass through 0."""

    fade_in: float
    start: float
    stop: float
    fade_out: float
    hue: float = 0.0
    saturation: float = 0.0
    lightness: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HueSaturation:
    """hue: -180..180 (0..360 when colorizing). saturation: -100..100 (0..100 when colorizing).
    lightness: -100..100. colorize: all pixels get the one hue and saturation. ranges: up to six,
    added to the master; they don't count when colorizing."""

    hue: float = 0.0
    saturation: float = 0.0
    lightness: float = 0.0
    colorize: bool = False
    ranges: tuple[HueRange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColorBalance:
    """Shifts (cyan to red, magenta to green, yellow to blue), -100..100 each, by tone."""

    shadows: tuple[float, float, float] = (0.0, 0.0, 0.0)
    midtones: tuple[float, float, float] = (0.0, 0.0, 0.0)
    highlights: tuple[float, float, float] = (0.0, 0.0, 0.0)
    keep_luminosity: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GradientMap:
    """Every luminosity gets the colour of its place on a gradient; stops' alpha doesn't count."""

    stops: tuple[GradientStop, ...] = BLACK_TO_WHITE
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class Invert:
    """Every channel turned round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posterize:
    """levels: 2..255 tones per channel."""

    levels: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """White from this luminosity on (1..255), black below."""

    level: int = 128


Adjustment: TypeAlias = (
    Levels
    | Curves
    | BrightnessContrast
    | Exposure
    | HueSaturation
    | ColorBalance
    | GradientMap
    | Invert
    | Posterize
    | Threshold
)

ADJUSTMENTS: Mapping[str, type[Adjustment]] = MappingProxyType(
    {
        "levels": Levels,
        "curves": Curves,
        "brightness_contrast": BrightnessContrast,
        "exposure": Exposure,
        "hue_saturation": HueSaturation,
        "color_balance": ColorBalance,
        "gradient_map": GradientMap,
        "invert": Invert,
        "posterize": Posterize,
        "threshold": Threshold,
    }
)
"""Every kind of adjustment by the name that files and messages give it."""


def kind_of(adjustment: Adjustment) -> str:
    """The name of its kind, a key of ADJUSTMENTS."""
    return next(name for name, kind in ADJUSTMENTS.items() if isinstance(adjustment, kind))


def changes_nothing(adjustment: Adjustment) -> bool:
    """Whether every colour stays as it is, so that it need not be computed at all."""
    match adjustment:
        case BrightnessContrast(brightness=brightness, contrast=contrast):
            return brightness == contrast == 0.0
        case Levels() | Curves() | Exposure() | HueSaturation():
            return adjustment == type(adjustment)()
        case ColorBalance():
            return not any((*adjustment.shadows, *adjustment.midtones, *adjustment.highlights))
        case _:
            return False
