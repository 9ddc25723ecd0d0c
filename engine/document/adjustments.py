"""Colour adjustments as values. Fields and ranges are those of PSD adjustment layers.

Numbers for tones are 8-bit levels 0..255 whatever the depth of the picture, percentages are
-100..100, angles are degrees.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
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


class GradientMethod(StrEnum):
    """The space in which colours are mixed: as they are, as light, or as they look (Oklab)."""

    CLASSIC = "classic"
    LINEAR = "linear"
    PERCEPTUAL = "perceptual"


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
    """exposure: stops, -20..20. offset: -0.5..0.5. gamma: 0.01..9.99.

    display_gamma: which power of the picture's tones is light: 2.2, of gray PSD files 1.75.
    """

    exposure: float = 0.0
    offset: float = 0.0
    gamma: float = 1.0
    display_gamma: float = 2.2


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
    """Every luminosity gets the colour of its place on a gradient; stops' alpha doesn't count.

    smoothness: 0..1, how far the colours between stops lie on a smooth curve.
    """

    stops: tuple[GradientStop, ...] = BLACK_TO_WHITE
    reverse: bool = False
    smoothness: float = 0.0
    method: GradientMethod = GradientMethod.CLASSIC


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Vibrance:
    """vibrance: -100..100, mostly for faint colours. saturation: -100..100, for all alike."""

    vibrance: float = 0.0
    saturation: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BlackAndWhite:
    """A gray out of every colour: how light its hues become, -200..300 %. tint: red, green, blue in
    0..1 that the gray is tinted with, where is_tinted."""

    reds: float = 40.0
    yellows: float = 60.0
    greens: float = 40.0
    cyans: float = 60.0
    blues: float = 20.0
    magentas: float = 80.0
    is_tinted: bool = False
    tint: tuple[float, float, float] = (225 / 255, 211 / 255, 179 / 255)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFilter:
    """A coloured glass before the lens. color: red, green, blue in 0..1. density: 0..100."""

    color: tuple[float, float, float] = (236 / 255, 138 / 255, 0.0)
    density: float = 25.0
    keep_luminosity: bool = True


@dataclass(frozen=True, slots=True)
class ChannelShares:
    """What a channel is mixed from: shares of the old ones and a constant, -200..200 % each."""

    red: float = 0.0
    green: float = 0.0
    blue: float = 0.0
    constant: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelMixer:
    """Every channel mixed from the old ones; with is_gray all from `gray`."""

    red: ChannelShares = ChannelShares(red=100.0)
    green: ChannelShares = ChannelShares(green=100.0)
    blue: ChannelShares = ChannelShares(blue=100.0)
    gray: ChannelShares = ChannelShares(40.0, 40.0, 20.0)
    is_gray: bool = False


@dataclass(frozen=True, slots=True)
class Inks:
    """More or less of each ink, -100..100."""

    cyan: float = 0.0
    magenta: float = 0.0
    yellow: float = 0.0
    black: float = 0.0


NO_INKS = Inks()


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectiveColor:
    """Inks added to families of colours. is_relative: as shares of the ink that is there."""

    reds: Inks = NO_INKS
    yellows: Inks = NO_INKS
    greens: Inks = NO_INKS
    cyans: Inks = NO_INKS
    blues: Inks = NO_INKS
    magentas: Inks = NO_INKS
    whites: Inks = NO_INKS
    neutrals: Inks = NO_INKS
    blacks: Inks = NO_INKS
    is_relative: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ColorLookup:
    """Every colour looked up in a cube of colours. title: for people.

    size: entries along an edge, 2..MOST_CUBE_ENTRIES; 0 = no table yet, which changes nothing.
    table: size³ × 3 big-endian uint16, red changes fastest.
    """

    title: str = ""
    size: int = 0
    table: bytes = field(default=b"", repr=False)


INK_FAMILIES = (
    *("reds", "yellows", "greens", "cyans", "blues", "magentas"),
    *("whites", "neutrals", "blacks"),
)
"""The colours that selective colour tells apart, as PSD orders them."""

MOST_CUBE_ENTRIES = 65
"""Along an edge of a lookup table."""

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
    | Vibrance
    | BlackAndWhite
    | PhotoFilter
    | ChannelMixer
    | SelectiveColor
    | ColorLookup
)

ADJUSTMENTS: Mapping[str, type[Adjustment]] = MappingProxyType(
    {
        "levels": Levels,
        "curves": Curves,
        "brightness_contrast": BrightnessContrast,
        "exposure": Exposure,
        "hue_saturation": HueSaturation,
        "vibrance": Vibrance,
        "color_balance": ColorBalance,
        "black_and_white": BlackAndWhite,
        "photo_filter": PhotoFilter,
        "channel_mixer": ChannelMixer,
        "color_lookup": ColorLookup,
        "selective_color": SelectiveColor,
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
        case Exposure(exposure=exposure, offset=offset, gamma=gamma):
            return exposure == offset == 0.0 and gamma == 1.0
        case Levels() | Curves() | HueSaturation() | Vibrance():
            return adjustment == type(adjustment)()
        case ChannelMixer(is_gray=False):
            return adjustment == replace(ChannelMixer(), gray=adjustment.gray)
        case SelectiveColor(is_relative=is_relative):
            return adjustment == SelectiveColor(is_relative=is_relative)
        case PhotoFilter(density=density):
            return density == 0.0
        case ColorLookup(size=size):
            return size == 0
        case ColorBalance():
            return not any((*adjustment.shadows, *adjustment.midtones, *adjustment.highlights))
        case _:
            return False
