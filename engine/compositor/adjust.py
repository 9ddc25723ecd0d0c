"""Adjustments as functions from pixel numbers to pixel numbers: the one place that knows them.

An adjustment layer does to what lies below it exactly what adjusting the merged pixels would do:
the backdrop is rounded to the document's depth, as Photoshop has it after every layer, and looked
up or computed from there. So tables are small (256 entries for 8 bit), steps fall where they
belong, and live and destructive adjustments give the same bytes.

Luminosity is .30 R + .59 G + .11 B.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
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
    BLACK_TO_WHITE,
    INK_FAMILIES,
    MOST_CUBE_ENTRIES,
    Adjustment,
    BlackAndWhite,
    ChannelMixer,
    ColorBalance,
    ColorLookup,
    GradientMap,
    HueRange,
    HueSaturation,
    Inks,
    PhotoFilter,
    SelectiveColor,
    Threshold,
    Vibrance,
)
from engine.document.raster import Pixels
from engine.document.style import Gradient

Numbers: TypeAlias = npt.NDArray[np.int64]
"""Red, green, blue as 3×… whole numbers in 0..full."""
Plane: TypeAlias = npt.NDArray[np.float32]

BALANCE_REACH = 0.5
"""How far a colour balance slider at 100 moves a tone that it acts on in full, in 0..1."""


class Kind(IntEnum):
    """How an adjustment is computed.

    CHANNELS: a table for each channel. LUMINOSITY: the same tables, looked up at the luminosity.
    BALANCE: unrounded tables, then the luminosity from before. CUBE: a table of colours.
    The others by the formulas of hues.py.
    """

    CHANNELS = 0
    LUMINOSITY = 1
    BALANCE = 2
    HUE = 3
    HUE_RANGES = 4
    COLORIZE = 5
    VIBRANCE = 6
    GRAYS = 7
    MIXER = 8
    INKS = 9
    CUBE = 10


TABLE_START, TABLE_LENGTH = 1, 362
"""In the numbers of HUE_RANGES: the lift, then turn, factor and draw for every degree 0..361."""

SETTINGS = {
    Kind.HUE: 3,
    Kind.COLORIZE: 3,
    Kind.VIBRANCE: 2,
    Kind.GRAYS: 10,
    Kind.MIXER: 12,
    Kind.INKS: 37,
}
"""How many numbers the formulas get."""


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An adjustment ready for pixels of one depth.

    full: 255 or 65535. table: 3×(full + 1) uint16 (CHANNELS, LUMINOSITY) or float32 (BALANCE), or
    float32 numbers, in levels 0..full where they are colours.
    """

    kind: Kind
    full: int
    table: npt.NDArray[np.uint16] | npt.NDArray[np.float32]


@lru_cache(maxsize=64)
def prepared(adjustment: Adjustment, depth: int) -> Prepared:
    """depth: 8 or 16."""
    full = (1 << depth) - 1
    match adjustment:
        case GradientMap():
            return Prepared(Kind.LUMINOSITY, full, _stored(_luminosity_map(adjustment, full)))
        case Threshold(level=level):
            is_light = np.arange(full + 1) * 255 >= level * full
            white = _stored(np.tile(np.where(is_light, full, 0), (3, 1)))
            return Prepared(Kind.LUMINOSITY, full, white)
        case ColorBalance(keep_luminosity=keep):
            return _tones(_balanced_tones(adjustment, full), full, keep_luminosity=keep)
        case PhotoFilter(keep_luminosity=keep):
            return _tones(_filtered_tones(adjustment, full), full, keep_luminosity=keep)
        case HueSaturation():
            return _hue(adjustment, full)
        case Vibrance(vibrance=vibrance, saturation=saturation):
            return _numbers(Kind.VIBRANCE, full, [vibrance / 100, 1 + saturation / 100])
        case BlackAndWhite():
            return _numbers(Kind.GRAYS, full, _gray_numbers(adjustment, full))
        case ChannelMixer():
            return _numbers(Kind.MIXER, full, _mixer_numbers(adjustment, full))
        case SelectiveColor():
            return _numbers(Kind.INKS, full, _ink_numbers(adjustment))
        case ColorLookup():
            return Prepared(Kind.CUBE, full, _cube_numbers(adjustment, full))
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
    table = ready.table
    match ready.kind:
        case Kind.CHANNELS:
            return np.stack([table[c][numbers[c]] for c in range(3)]).astype(np.int64)
        case Kind.LUMINOSITY:
            place = (numbers[0] * 30 + numbers[1] * 59 + numbers[2] * 11 + 50) // 100
            return np.stack([table[c][place] for c in range(3)]).astype(np.int64)
        case _:
            full: Any = np.float32(ready.full)
            red, green, blue = numbers.astype(np.float32)
            changed = _changed(ready, numbers, red, green, blue, full)
            return np.stack([hues.rounded(one, full) for one in changed]).astype(np.int64)


def _changed(
    ready: Prepared, numbers: Numbers, red: Plane, green: Plane, blue: Plane, full: Any
) -> hues.Three:
    """By formula, not rounded."""
    table: npt.NDArray[Any] = ready.table
    match ready.kind:
        case Kind.BALANCE:
            wanted = hues.luminosity(red, green, blue)
            tones = (table[channel][numbers[channel]] for channel in range(3))
            return hues.kept_luminosity(*tones, wanted, full)  # type: ignore[call-arg]
        case Kind.HUE_RANGES:
            red, green, blue = (hues.lifted(one, table[0], full) for one in (red, green, blue))
            sixth = hues.sixth_of(red, green, blue)
            place = hues.degree_of(sixth)
            degree = place.astype(np.int64)
            rest = place - degree.astype(np.float32)
            starts = (degree + TABLE_START + index * TABLE_LENGTH for index in range(3))
            at = [hues.between(table[start], table[start + 1], rest) for start in starts]
            return hues.turned_in_range(red, green, blue, sixth, *at, full)  # type: ignore[call-arg]
        case Kind.CUBE:
            return _looked_up(table, red, green, blue, full)
        case _:
            settings = tuple(table)
            formulas: dict[Kind, Callable[..., hues.Three]] = {
                Kind.HUE: hues.turned,
                Kind.COLORIZE: hues.colorized,
                Kind.VIBRANCE: hues.vivid,
                Kind.GRAYS: hues.grayed,
                Kind.MIXER: hues.mixed,
                Kind.INKS: hues.inked,
            }
            return formulas[ready.kind](red, green, blue, full, settings)


def _looked_up(
    table: npt.NDArray[Any], red: Plane, green: Plane, blue: Plane, full: Any
) -> hues.Three:
    """Between the six corners of the tetrahedron of the cube that a colour lies in."""
    size = int(table[0])
    colors = table[1:].reshape(-1, 3)
    width: Any = np.float32(size)
    places = [hues.cell_of(one, full, width) for one in (red, green, blue)]
    cells = [np.floor(np.minimum(place, size - 2)).astype(np.int64) for place in places]
    r, g, b = (place - cell.astype(np.float32) for place, cell in zip(places, cells, strict=True))
    corner = cells[0] + size * (cells[1] + size * cells[2])
    steps = (np.int64(1), np.int64(size), np.int64(size * size))
    # From the dark corner along the axis of the largest share first, of the smallest one last.
    is_red, is_green = (r >= g) & (r >= b), g >= b
    first = np.where(is_red, steps[0], np.where(is_green, steps[1], steps[2]))
    after_red = np.where(is_green, steps[2], steps[1])
    after_green = np.where(r >= b, steps[2], steps[0])
    after_blue = np.where(r >= g, steps[1], steps[0])
    last = np.where(is_red, after_red, np.where(is_green, after_green, after_blue))
    middle = corner + sum(steps) - last
    high, mid, low = (
        np.maximum(np.maximum(r, g), b),
        np.maximum(np.minimum(r, g), np.minimum(np.maximum(r, g), b)),
        np.minimum(np.minimum(r, g), b),
    )
    red, green, blue = (
        hues.along(
            colors[corner, c],
            colors[corner + first, c],
            colors[middle, c],
            colors[corner + sum(steps), c],
            high,
            mid,
            low,
        )
        for c in range(3)
    )
    return red, green, blue


def _stored(table: npt.NDArray[Any]) -> npt.NDArray[np.uint16]:
    return np.ascontiguousarray(table, np.uint16)


def _numbers(kind: Kind, full: int, numbers: Sequence[float]) -> Prepared:
    return Prepared(kind, full, np.array(numbers, np.float32))


def _luminosity_map(adjustment: GradientMap, full: int) -> npt.NDArray[np.float64]:
    """3×(full + 1): the gradient's colour for every luminosity."""
    # It loads OpenCV, which few documents need.
    from engine.compositor.paints import gradient_table

    gradient = Gradient(
        colors=adjustment.stops,
        alphas=BLACK_TO_WHITE,
        smoothness=adjustment.smoothness,
        method=adjustment.method,
    )
    table = gradient_table(gradient)
    places = np.linspace(0.0, 1.0, full + 1)
    steps = np.linspace(0.0, 1.0, len(table))
    if adjustment.reverse:
        places = places[::-1]
    colors = [np.interp(places, steps, table[:, channel]) for channel in range(3)]
    return np.asarray(np.floor(np.stack(colors) * full + 0.5))


def _tones(tones: npt.NDArray[np.float64], full: int, *, keep_luminosity: bool) -> Prepared:
    """tones: 3×(full + 1), what becomes of every tone of a channel, 0..full, not rounded."""
    if keep_luminosity:
        return Prepared(Kind.BALANCE, full, np.ascontiguousarray(tones, np.float32))
    return Prepared(Kind.CHANNELS, full, _stored(np.floor(tones + 0.5)))


def _balanced_tones(adjustment: ColorBalance, full: int) -> npt.NDArray[np.float64]:
    """What becomes of every tone v of a channel.

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
    return np.stack(tables) * full


def _filtered_tones(adjustment: PhotoFilter, full: int) -> npt.NDArray[np.float64]:
    """Every channel drawn towards what a glass of that colour lets through."""
    let_through = np.clip(np.array(adjustment.color), 0.0, 1.0)
    share = min(max(adjustment.density / 100.0, 0.0), 1.0)
    return np.outer(1.0 - share + share * let_through, np.arange(full + 1))


def _hue(adjustment: HueSaturation, full: int) -> Prepared:
    lift = _in_bytes(adjustment.lightness)
    sixth = adjustment.hue % 360.0 / 60.0
    if adjustment.colorize:
        saturation = max(_in_bytes(adjustment.saturation), 0.0)
        return _numbers(Kind.COLORIZE, full, [sixth, saturation, lift])
    share = min(max(adjustment.saturation / 100.0, -1.0), 1.0)
    factor = 1.0 + share if share <= 0.0 else 1.0 / max(1.0 - share, 0.01)
    if not adjustment.ranges:
        return _numbers(Kind.HUE, full, [sixth, factor, lift])
    degrees = np.arange(TABLE_LENGTH)
    turns, factors, draws = np.full(TABLE_LENGTH, sixth), np.ones(TABLE_LENGTH), 0.0 * degrees
    for one in adjustment.ranges:
        weight = range_share(degrees, one)
        turns = turns + weight * one.hue / 60.0
        factors = np.maximum(factors + weight * (_factor_in_bytes(one.saturation) - 1.0), 0.0)
        draws = np.clip(draws + weight * one.lightness / 100.0, -1.0, 1.0)
    return _numbers(Kind.HUE_RANGES, full, [lift, *turns, *factors * factor, *draws])


def range_share(degrees: npt.NDArray[Any], one: HueRange) -> npt.NDArray[np.float64]:
    """How much hues belong to a range, 0..1; all is counted from the start of the fade-in."""
    at, begin, end, over = (
        np.asarray(border - one.fade_in) % 360.0
        for border in (degrees, one.start, one.stop, one.fade_out)
    )
    rising = at / np.maximum(begin, 1e-9)
    falling = (over - at) / np.maximum(over - end, 1e-9)
    share = np.where(at <= end, 1.0, np.where(at < over, falling, 0.0))
    return np.where(at < begin, rising, share)


def _in_bytes(percent: float) -> float:
    """A percentage as a share in steps of 1/255, as Photoshop has them."""
    return math.trunc(min(max(percent, -100.0), 100.0) * 255.0 / 100.0) / 255.0


def _factor_in_bytes(percent: float) -> float:
    """What a range multiplies saturation by."""
    share = _in_bytes(percent)
    return 1.0 + share if share <= 0.0 else 1.0 / max(1.0 - share, 0.01)


def _gray_numbers(adjustment: BlackAndWhite, full: int) -> list[float]:
    shares = (
        adjustment.reds,
        adjustment.yellows,
        adjustment.greens,
        adjustment.cyans,
        adjustment.blues,
        adjustment.magentas,
    )
    tint = [channel * full for channel in adjustment.tint]
    return [*(share / 100.0 for share in shares), float(adjustment.is_tinted), *tint]


def _mixer_numbers(adjustment: ChannelMixer, full: int) -> list[float]:
    channels = (adjustment.red, adjustment.green, adjustment.blue)
    numbers: list[float] = []
    for one in (adjustment.gray,) * 3 if adjustment.is_gray else channels:
        shares = (one.red, one.green, one.blue)
        numbers += [*(share / 100.0 for share in shares), one.constant / 100.0 * full]
    return numbers


def _ink_numbers(adjustment: SelectiveColor) -> list[float]:
    numbers = [float(adjustment.is_relative)]
    for family in INK_FAMILIES:
        inks: Inks = getattr(adjustment, family)
        shares = (inks.cyan, inks.magenta, inks.yellow, inks.black)
        numbers += [min(max(share / 100.0, -1.0), 1.0) for share in shares]
    return numbers


def _cube_numbers(adjustment: ColorLookup, full: int) -> npt.NDArray[np.float32]:
    """Its size, then its colours in 0..full; one that changes nothing when there is none."""
    size, entries = adjustment.size, np.frombuffer(adjustment.table, ">u2")
    if not 2 <= size <= MOST_CUBE_ENTRIES or len(entries) != 3 * size**3:
        size, corners = 2, np.indices((2, 2, 2)).reshape(3, 8)[::-1]
        entries = (corners.T * 65535).reshape(-1)
    return np.concatenate([[size], entries * (full / 65535.0)]).astype(np.float32)
