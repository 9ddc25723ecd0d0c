"""Adjustments as plain values for manifests, and back."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import msgspec

from engine.document.adjustments import (
    ADJUSTMENTS,
    MOST_CUBE_ENTRIES,
    Adjustment,
    ColorLookup,
    Curves,
    GradientMap,
    kind_of,
)
from engine.formats.plain import PlainValues

MOST_POINTS = 256
"""Points of a curve, or stops of a gradient, at most."""


def values_of(adjustment: Adjustment) -> dict[str, Any]:
    """Its kind and its fields, ready for JSON."""
    return {"kind": kind_of(adjustment), **msgspec.to_builtins(adjustment)}


def adjustment_from(values: PlainValues) -> Adjustment:
    """The adjustment that `values_of` described. ValueError when it is damaged."""
    fields = {key: values.value(key) for key in values.keys if key != "kind"}
    kind = ADJUSTMENTS.get(values.text("kind"))
    if kind is None:
        raise ValueError("an unknown kind of adjustment")
    if not all(map(math.isfinite, _numbers(fields.values()))):
        raise ValueError("an adjustment without measure")
    adjustment = msgspec.convert(fields, kind)
    match adjustment:
        case Curves(master=master, red=red, green=green, blue=blue):
            longest = max(map(len, (master, red, green, blue)))
        case GradientMap(stops=stops):
            longest = len(stops) or MOST_POINTS + 1
        case ColorLookup(size=size, table=table):
            if len(table) != 6 * size**3 or not (size == 0 or 2 <= size <= MOST_CUBE_ENTRIES):
                raise ValueError("a lookup without its table")
            longest = 0
        case _:
            longest = 0
    if longest > MOST_POINTS:
        raise ValueError("an adjustment has no point or too many")
    return adjustment


def _numbers(values: Iterable[object]) -> Iterable[float]:
    """All numbers in nested plain values."""
    for value in values:
        if isinstance(value, dict):
            yield from _numbers(value.values())
        elif isinstance(value, list):
            yield from _numbers(value)
        elif isinstance(value, int | float):
            yield value
