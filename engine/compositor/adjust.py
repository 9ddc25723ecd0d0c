"""Adjustments as functions from pixel numbers to pixel numbers: the one place that knows them.

An adjustment layer does to what lies below it exactly what adjusting the merged pixels would do:
the backdrop is rounded to the document's depth, as Photoshop has it after every layer, and looked
up or computed from there. So tables are small (256 entries for 8 bit), steps fall where they
belong, and live and destructive adjustments give the same bytes.

Luminosity is .30 R + .59 G + .11 B.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from engine.compositor import hues
from engine.compositor.compile import kernels
from engine.compositor.tones import channel_tables
from engine.document.adjustments import (
    Adjustment,
    ColorBalance,
    GradientMap,
    HueSaturation,
    Threshold,
)
from engine.document.raster import Pixels

Numbers: TypeAlias = npt.NDArray[np.int64]
"""Red, green, blue as 3×… whole numbers in 0..full."""

BALANCE_REACH = 0.5
"""How far a colour balance slider at 100 moves a tone that it acts on in full, in 0..1."""


class Kind(IntEnum):
    """How an adjustment is computed.

    CHANNELS: a table for each channel. LUMINOSITY: the same tables, looked up at the luminosity.
    BALANCE: unrounded tables, then the luminosity from before. HUE: by formula.
    """

    CHANNELS = 0
    LUMINOSITY = 1
    BALANCE = 2
    HUE = 3


# Places in the numbers of HUE, before seven for each range: a HueRange's fields in their order.
TURN, MORE, LIFT, COLORIZE, RANGES = range(5)
HUE_NUMBERS, RANGE_NUMBERS = 5, 7


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An adjustment ready for pixels of one depth.

    full: 255 or 65535. table: 3×(full + 1) uint16 (CHANNELS, LUMINOSITY) or float64 (BALANCE), or
    the numbers of HUE, float64.
    """

    kind: Kind
    full: int
    table: npt.NDArray[np.uint16] | npt.NDArray[np.float64]


@lru_cache(maxsize=64)
def prepared(adjustment: Adjustment, depth: int) -> Prepared:
    """depth: 8 or 16."""
    full = (1 << depth) - 1
    match adjustment:
        case GradientMap():
            return Prepared(Kind.LUMINOSITY, full, _stored(_luminosity_map(adjustment, full)))
        case Threshold(level=level):
            tones = (np.arange(full + 1) * 255 + full // 2) // full
            return Prepared(
                Kind.LUMINOSITY, full, _stored(np.tile(np.where(tones >= level, full, 0), (3, 1)))
            )
        case ColorBalance(keep_luminosity=keep):
            balanced = _balanced_tones(adjustment, full)
            if keep:
                return Prepared(Kind.BALANCE, full, balanced)
            return Prepared(Kind.CHANNELS, full, _stored(np.floor(balanced + 0.5)))
        case HueSaturation():
            return Prepared(Kind.HUE, full, _hue_numbers(adjustment))
        case _:
            tables = channel_tables(adjustment, full)
            return Prepared(Kind.CHANNELS, full, _stored(tables))


def adjusted_pixels(pixels: Pixels, adjustment: Adjustment) -> Pixels:
    """A new array of H×W×4 straight pixels of the same depth, adjusted.

    Alpha never changes, transparent pixels keep every bit.
    """
    ready = prepared(adjustment, pixels.dtype.itemsize * 8)
    compiled = kernels()
    if compiled is not None:
        return compiled.adjust(pixels, ready)
    out = pixels.copy()
    new = adjusted_numbers(ready, np.moveaxis(pixels[..., :3], -1, 0).astype(np.int64))
    np.copyto(out[..., :3], np.moveaxis(new, 0, -1).astype(pixels.dtype), where=pixels[..., 3:] > 0)
    return out


def adjusted_numbers(ready: Prepared, numbers: Numbers) -> Numbers:
    """The same in numpy, for colours alone: 3×… → 3×…"""
    match ready.kind:
        case Kind.CHANNELS:
            out = [ready.table[channel][numbers[channel]] for channel in range(3)]
        case Kind.LUMINOSITY:
            place = (numbers[0] * 30 + numbers[1] * 59 + numbers[2] * 11 + 50) // 100
            out = [ready.table[channel][place] for channel in range(3)]
        case Kind.BALANCE:
            wanted = 0.30 * numbers[0] + 0.59 * numbers[1] + 0.11 * numbers[2]
            red, green, blue = (ready.table[c][numbers[c]] for c in range(3))
            balanced = hues.kept_luminosity(red, green, blue, wanted, float(ready.full))
            out = [np.floor(one + 0.5) for one in balanced]
        case Kind.HUE:
            out = _shifted(ready, numbers)
    return np.stack([one.astype(np.int64) for one in out])


def _shifted(ready: Prepared, numbers: Numbers) -> list[npt.NDArray[Any]]:
    full, settings = float(ready.full), ready.table
    colors = [numbers[channel] / full for channel in range(3)]
    if settings[COLORIZE]:
        _, _, light = hues.hue_saturation_lightness(*colors)
        colorized = hues.colorized(light, settings[TURN], settings[MORE], settings[LIFT])
        return [hues.rounded(one, full) for one in colorized]
    red, green, blue = (hues.lifted(one, settings[LIFT]) for one in colors)
    hue, saturation, _ = hues.hue_saturation_lightness(red, green, blue)
    turn, own_more, own_lift = np.full(hue.shape, settings[TURN]), hue * 0.0, hue * 0.0
    for index in range(int(settings[RANGES])):
        start = HUE_NUMBERS + index * RANGE_NUMBERS
        borders, changes = settings[start : start + 4], settings[start + 4 : start + 7]
        weight = np.where(saturation > 0.0, hues.share(hue, *borders), 0.0)
        turn += changes[0] * weight
        own_more += changes[1] * weight
        own_lift += changes[2] * weight
    more = settings[MORE]
    shifted = hues.shifted(red, green, blue, turn, more, own_more, own_lift)
    same = (turn == 0.0) & (own_more == 0.0) & (own_lift == 0.0)
    same &= more == 0.0 and settings[LIFT] == 0.0
    return [
        np.where(same, old, hues.rounded(new, full))
        for old, new in zip(numbers, shifted, strict=True)
    ]


def _stored(table: npt.NDArray[Any]) -> npt.NDArray[np.uint16]:
    return np.ascontiguousarray(table, np.uint16)


def _luminosity_map(adjustment: GradientMap, full: int) -> npt.NDArray[np.float64]:
    """3×(full + 1): the gradient's colour for every luminosity."""
    places = np.linspace(0.0, 1.0, full + 1)
    if adjustment.reverse:
        places = places[::-1]
    stops = sorted(adjustment.stops, key=lambda stop: stop.position)
    positions = [stop.position for stop in stops]
    channels = [
        np.interp(places, positions, [stop.color[channel] for stop in stops])
        for channel in range(3)
    ]
    return np.asarray(np.floor(np.clip(np.stack(channels), 0.0, 1.0) * full + 0.5))


def _balanced_tones(adjustment: ColorBalance, full: int) -> npt.NDArray[np.float64]:
    """3×(full + 1), not rounded: what becomes of every tone v of a channel.

    Its three sliders count by the weights (1-v)², 2v(1-v) and v².
    They add up to 1: three equal sliders move all tones alike.
    """
    v = np.arange(full + 1) / full
    tables = []
    for c in range(3):
        moved = (
            adjustment.shadows[c] * (1 - v) ** 2
            + adjustment.midtones[c] * 2 * v * (1 - v)
            + adjustment.highlights[c] * v**2
        )
        tables.append(np.clip(v + moved / 100.0 * BALANCE_REACH, 0.0, 1.0))
    return np.ascontiguousarray(np.stack(tables) * full)


def _hue_numbers(adjustment: HueSaturation) -> npt.NDArray[np.float64]:
    ranges = () if adjustment.colorize else adjustment.ranges
    numbers: list[float] = [
        adjustment.hue,
        adjustment.saturation,
        adjustment.lightness,
        adjustment.colorize,
        len(ranges),
    ]
    for one in ranges:
        numbers += [one.fade_in, one.start, one.stop, one.fade_out]
        numbers += [one.hue, one.saturation, one.lightness]
    return np.array(numbers, np.float64)
