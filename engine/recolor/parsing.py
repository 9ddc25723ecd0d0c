"""Colours as artists type them: #hex, rgb(), oklch(), and changes such as +5h or l-0.02."""

from __future__ import annotations

import math
import re
from collections.abc import Collection
from dataclasses import dataclass

from engine.document.model import Color, Oklch, SlotMap
from engine.recolor.color import full_value
from engine.recolor.families import wanted_of, with_colors, with_wishes
from engine.recolor.gamut import is_in_gamut, stored
from engine.recolor.nudging import Axis, acted_on, moved

_HEX = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{12})")
_CALL = re.compile(r"(rgb|oklch)\s*\(([^()]*)\)", re.IGNORECASE)
_NUMBER = r"(?:\d+\.?\d*|\.\d+)"
_CHANGE = re.compile(
    rf"(?:(?P<axis>[lch])\s*(?P<sign>[+\-=])\s*(?P<size>{_NUMBER})"
    rf"|(?P<sign2>[+\-])\s*(?P<size2>{_NUMBER})\s*(?P<axis2>[lch]))\s*[,;]?\s*",
    re.IGNORECASE,
)
_AXES = {"l": Axis.LIGHTNESS, "c": Axis.CHROMA, "h": Axis.HUE}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, applied by `with_typed`. color: exact. lch: an OKLCH value.
    changes: (axis, "+", "-" or "=", size) in order. Exactly one of the three is set."""

    color: Color | None = None
    lch: Oklch | None = None
    changes: tuple[tuple[Axis, str, float], ...] = ()


def parsed(text: str, depth: int) -> Typed:
    """What the text means in a document of this depth. ValueError, with a sentence for people,
    when it means nothing."""
    text = text.strip()
    if len(text) > _LONGEST:
        raise ValueError("That is too long for a colour.")
    color = parsed_hex(text, depth)
    if color is not None:
        return Typed(color=color)
    call = _CALL.fullmatch(text)
    if call:
        numbers = re.split(r"[\s,]+", call[2].strip())
        if call[1].lower() == "rgb":
            return Typed(color=_rgb(numbers, depth))
        return Typed(lch=_oklch(numbers))
    changes: list[tuple[Axis, str, float]] = []
    at = 0
    while at < len(text):
        found = _CHANGE.match(text, at)
        if not found:
            raise ValueError(
                f"“{text}” is no colour. Type #5a3a2c, rgb(90 58 44), oklch(0.4 0.05 50), "
                "+5h, l-0.02 or c=0.1."
            )
        axis = _AXES[(found["axis"] or found["axis2"]).lower()]
        size = float(found["size"] or found["size2"])
        changes.append((axis, found["sign"] or found["sign2"], size))
        at = found.end()
    if not changes:
        raise ValueError("Type a colour, such as #5a3a2c.")
    return Typed(changes=tuple(changes))


def parsed_hex(text: str, depth: int) -> Color | None:
    """#rgb, #rrggbb or #rrrrggggbbbb (the # may be missing) as a colour of this depth, or None."""
    match = _HEX.fullmatch(text.strip())
    if not match:
        return None
    digits = match[1]
    if len(digits) == 3:
        digits = "".join(one * 2 for one in digits)
    size = len(digits) // 3
    values = [int(digits[start : start + size], 16) for start in range(0, len(digits), size)]
    red, green, blue = (_scaled(value, 16**size - 1, depth) for value in values)
    return red, green, blue


def typed_onto(typed: Typed, before: Oklch) -> Oklch:
    """The colour to wish for where a slot stood at `before`; for what is no exact colour."""
    if typed.lch is not None:
        return typed.lch
    lch = before
    for axis, sign, size in typed.changes:
        if sign == "=":
            values = dict(zip(Axis, lch, strict=True))
            values[axis] = size % 360.0 if axis is Axis.HUE else size
            lch = (values[Axis.LIGHTNESS], values[Axis.CHROMA], values[Axis.HUE])
        else:
            lch = moved(lch, axis, size if sign == "+" else -size)
    return min(1.0, max(0.0, lch[0])), lch[1], lch[2]


def with_typed(slots: SlotMap, slot_ids: Collection[int], typed: Typed, depth: int) -> SlotMap:
    """The palette after what was typed for some slots; which of many are changed is as for nudges,
    families follow."""
    acting = acted_on(slots, slot_ids)
    if typed.color is not None:
        return with_colors(slots, {slot.id: typed.color for slot in acting}, depth)
    wishes = {slot.id: typed_onto(typed, wanted_of(slot, depth)) for slot in acting}
    return with_wishes(slots, wishes, depth)


def preview_of(typed: Typed, before: Oklch, depth: int) -> tuple[Color, bool]:
    """The colour that would be stored, and whether sRGB has what was typed."""
    if typed.color is not None:
        return typed.color, True
    lch = typed_onto(typed, before)
    return stored(lch, depth), is_in_gamut(lch)


def _rgb(numbers: list[str], depth: int) -> Color:
    if len(numbers) != 3:
        raise ValueError("rgb() takes three numbers, such as rgb(90 58 44).")
    values = []
    for number in numbers:
        value = _value(number.removesuffix("%"), "rgb() takes numbers from 0 to 255, or percents.")
        value = value / 100.0 if number.endswith("%") else value / 255.0
        if not 0.0 <= value <= 1.0:
            raise ValueError("rgb() takes numbers from 0 to 255, or percents.")
        values.append(math.floor(value * full_value(depth) + 0.5))
    red, green, blue = values
    return red, green, blue


def _oklch(numbers: list[str]) -> Oklch:
    hint = "oklch() takes lightness 0 to 1 (or %), chroma and hue, such as oklch(0.4 0.05 50)."
    if len(numbers) != 3:
        raise ValueError(hint)
    lightness = _value(numbers[0].removesuffix("%"), hint)
    if numbers[0].endswith("%"):
        lightness /= 100.0
    chroma = _value(numbers[1], hint)
    hue = _value(numbers[2].removesuffix("deg"), hint)
    if not 0.0 <= lightness <= 1.0 or not 0.0 <= chroma <= 1.0:
        raise ValueError(hint)
    return lightness, chroma, hue % 360.0


def _value(text: str, hint: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise ValueError(hint) from None
    if not math.isfinite(value):
        raise ValueError(hint)
    return value


def _scaled(value: int, largest: int, depth: int) -> int:
    full = full_value(depth)
    return (value * full + largest // 2) // largest
