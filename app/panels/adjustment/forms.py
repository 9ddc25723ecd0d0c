"""What can be set of each kind of adjustment, as data: the panel builds its fields from this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, TypeAlias

from app.languages.translate import mark
from engine.document.adjustments import (
    INK_FAMILIES,
    Adjustment,
    ColorBalance,
    CurvePoints,
    Curves,
    GradientMap,
    HueRange,
    HueSaturation,
    Levels,
    LevelsRecord,
)

CHANNELS = ("master", "red", "green", "blue")
TONES = ("shadows", "midtones", "highlights")
RANGES = (
    HueRange(315, 345, 15, 45),
    HueRange(15, 45, 75, 105),
    HueRange(75, 105, 135, 165),
    HueRange(135, 165, 195, 225),
    HueRange(195, 225, 255, 285),
    HueRange(255, 285, 315, 345),
)
"""Reds, yellows, greens, cyans, blues, magentas."""

Get: TypeAlias = Callable[[Any, int], float]
Put: TypeAlias = Callable[[Any, int, float], Adjustment]


@dataclass(frozen=True, slots=True)
class Slider:
    """get, put: from and into an adjustment, for one of the form's parts."""

    title: str
    low: float
    high: float
    get: Get
    put: Put
    digits: int = 0


@dataclass(frozen=True, slots=True)
class Switch:
    title: str
    field: str


@dataclass(frozen=True, slots=True)
class Form:
    """parts: of which one at a time is set. graph: what stands above the sliders: "levels",
    "curve", "histogram", "colors", "cube".

    color: the field of a colour that is chosen in a dialog.
    """

    sliders: tuple[Slider, ...] = ()
    switches: tuple[Switch, ...] = ()
    parts: tuple[str, ...] = ()
    graph: str = ""
    color: str = ""
    note: str = ""


def _field(title: str, name: str, low: float, high: float, digits: int = 0) -> Slider:
    def put(adjustment: Any, _part: int, value: float) -> Adjustment:
        whole = isinstance(getattr(adjustment, name), int)
        changed: Adjustment = replace(adjustment, **{name: round(value) if whole else value})
        return changed

    return Slider(title, low, high, lambda one, _part: float(getattr(one, name)), put, digits)


def levels_record(adjustment: Levels, part: int) -> LevelsRecord:
    record: LevelsRecord = getattr(adjustment, CHANNELS[part])
    return record


def with_levels_record(adjustment: Levels, part: int, record: LevelsRecord) -> Levels:
    return replace(adjustment, **{CHANNELS[part]: record})


def _level(title: str, name: str, low: float, high: float, digits: int = 0) -> Slider:
    def put(adjustment: Levels, part: int, value: float) -> Levels:
        record = replace(levels_record(adjustment, part), **{name: value})
        return with_levels_record(adjustment, part, record)

    return Slider(
        title, low, high, lambda one, part: getattr(levels_record(one, part), name), put, digits
    )


def curve_of(adjustment: Curves, part: int) -> CurvePoints:
    points: CurvePoints = getattr(adjustment, CHANNELS[part])
    return points


def with_curve(adjustment: Curves, part: int, points: CurvePoints) -> Curves:
    return replace(adjustment, **{CHANNELS[part]: points})


def _balance(title: str, channel: int) -> Slider:
    def put(adjustment: ColorBalance, part: int, value: float) -> ColorBalance:
        tones = list(getattr(adjustment, TONES[part]))
        tones[channel] = value
        changes: dict[str, Any] = {TONES[part]: tuple(tones)}
        return replace(adjustment, **changes)

    return Slider(title, -100, 100, lambda one, part: getattr(one, TONES[part])[channel], put)


def _range_of(adjustment: HueSaturation, part: int) -> HueRange:
    """The range of a part 1..6, as it is or as it would begin."""
    wanted = RANGES[part - 1]
    return next((one for one in adjustment.ranges if _is_same(one, wanted)), wanted)


def _is_same(one: HueRange, other: HueRange) -> bool:
    return (one.fade_in, one.start, one.stop, one.fade_out) == (
        other.fade_in,
        other.start,
        other.stop,
        other.fade_out,
    )


def _hue(title: str, name: str, low: float, high: float) -> Slider:
    def get(adjustment: HueSaturation, part: int) -> float:
        source = adjustment if part == 0 else _range_of(adjustment, part)
        return float(getattr(source, name))

    def put(adjustment: HueSaturation, part: int, value: float) -> HueSaturation:
        changes: dict[str, Any] = {name: value}
        if part == 0:
            return replace(adjustment, **changes)
        changed = replace(_range_of(adjustment, part), **changes)
        others = tuple(one for one in adjustment.ranges if not _is_same(one, changed))
        if not (changed.hue or changed.saturation or changed.lightness):
            return replace(adjustment, ranges=others)
        return replace(adjustment, ranges=(*others, changed))

    return Slider(title, low, high, get, put)


def with_end_color(
    adjustment: GradientMap, end: int, color: tuple[float, float, float]
) -> GradientMap:
    """Another colour for the first (0) or last (-1) stop."""
    stops = sorted(adjustment.stops, key=lambda stop: stop.position)
    stops[end] = replace(stops[end], color=color)
    return replace(adjustment, stops=tuple(stops))


def _record(title: str, name: str, parts: tuple[str, ...], reach: float) -> Slider:
    """A number of one of several records: name is of the record's field, parts of the records."""

    def get(adjustment: Any, part: int) -> float:
        return float(getattr(getattr(adjustment, parts[part]), name))

    def put(adjustment: Any, part: int, value: float) -> Adjustment:
        record = replace(getattr(adjustment, parts[part]), **{name: value})
        changed: Adjustment = replace(adjustment, **{parts[part]: record})
        return changed

    return Slider(title, -reach, reach, get, put)


_MIXED = ("red", "green", "blue", "gray")
_COLOR_PARTS = (mark("All channels"), mark("Red"), mark("Green"), mark("Blue"))
FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "levels": Form(
            (
                _level(mark("Black"), "in_black", 0, 253),
                _level(mark("Middle"), "gamma", 0.1, 9.99, 2),
                _level(mark("White"), "in_white", 2, 255),
                _level(mark("Output black"), "out_black", 0, 255),
                _level(mark("Output white"), "out_white", 0, 255),
            ),
            parts=_COLOR_PARTS,
            graph="levels",
        ),
        "curves": Form(parts=_COLOR_PARTS, graph="curve"),
        "brightness_contrast": Form(
            (
                _field(mark("Brightness"), "brightness", -150, 150),
                _field(mark("Contrast"), "contrast", -100, 100),
            ),
            (Switch(mark("Move all tones alike"), "legacy"),),
        ),
        "exposure": Form(
            (
                _field(mark("Exposure"), "exposure", -20, 20, 2),
                _field(mark("Offset"), "offset", -0.5, 0.5, 4),
                _field(mark("Gamma"), "gamma", 0.01, 9.99, 2),
            )
        ),
        "hue_saturation": Form(
            (
                _hue(mark("Hue"), "hue", -180, 180),
                _hue(mark("Saturation"), "saturation", -100, 100),
                _hue(mark("Lightness"), "lightness", -100, 100),
            ),
            (Switch(mark("Colourize"), "colorize"),),
            (
                mark("All colours"),
                mark("Reds"),
                mark("Yellows"),
                mark("Greens"),
                mark("Cyans"),
                mark("Blues"),
                mark("Magentas"),
            ),
        ),
        "vibrance": Form(
            (
                _field(mark("Vibrance"), "vibrance", -100, 100),
                _field(mark("Saturation"), "saturation", -100, 100),
            )
        ),
        "black_and_white": Form(
            (
                _field(mark("Reds"), "reds", -200, 300),
                _field(mark("Yellows"), "yellows", -200, 300),
                _field(mark("Greens"), "greens", -200, 300),
                _field(mark("Cyans"), "cyans", -200, 300),
                _field(mark("Blues"), "blues", -200, 300),
                _field(mark("Magentas"), "magentas", -200, 300),
            ),
            (Switch(mark("Tint"), "is_tinted"),),
            color="tint",
        ),
        "photo_filter": Form(
            (_field(mark("Density"), "density", 0, 100),),
            (Switch(mark("Keep luminosity"), "keep_luminosity"),),
            color="color",
        ),
        "channel_mixer": Form(
            (
                _record(mark("Red"), "red", _MIXED, 200),
                _record(mark("Green"), "green", _MIXED, 200),
                _record(mark("Blue"), "blue", _MIXED, 200),
                _record(mark("Constant"), "constant", _MIXED, 200),
            ),
            (Switch(mark("Monochrome"), "is_gray"),),
            (mark("New red"), mark("New green"), mark("New blue"), mark("Gray of monochrome")),
        ),
        "color_lookup": Form(graph="cube"),
        "selective_color": Form(
            (
                _record(mark("Cyan"), "cyan", INK_FAMILIES, 100),
                _record(mark("Magenta"), "magenta", INK_FAMILIES, 100),
                _record(mark("Yellow"), "yellow", INK_FAMILIES, 100),
                _record(mark("Black"), "black", INK_FAMILIES, 100),
            ),
            (Switch(mark("Relative to the ink that is there"), "is_relative"),),
            (
                mark("Reds"),
                mark("Yellows"),
                mark("Greens"),
                mark("Cyans"),
                mark("Blues"),
                mark("Magentas"),
                mark("Whites"),
                mark("Neutrals"),
                mark("Blacks"),
            ),
        ),
        "color_balance": Form(
            (
                _balance(mark("Cyan to red"), 0),
                _balance(mark("Magenta to green"), 1),
                _balance(mark("Yellow to blue"), 2),
            ),
            (Switch(mark("Keep luminosity"), "keep_luminosity"),),
            (mark("Shadows"), mark("Midtones"), mark("Highlights")),
        ),
        "gradient_map": Form(switches=(Switch(mark("Reverse"), "reverse"),), graph="colors"),
        "invert": Form(note=mark("Every colour is turned round. There is nothing to set.")),
        "posterize": Form((_field(mark("Tones"), "levels", 2, 255),)),
        "threshold": Form((_field(mark("White from"), "level", 1, 255),), graph="histogram"),
    }
)
"""Kind of adjustment -> its form. Balance begins at its first part, midtones are one further."""
