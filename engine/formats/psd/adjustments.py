"""Adjustment layers: the tagged block that holds their settings <-> our adjustments.

Layouts: Adobe's file format specification, and what files of its makers hold beyond it.
"""

from __future__ import annotations

import colorsys
import math
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from engine.document.adjustments import (
    STRAIGHT,
    Adjustment,
    BrightnessContrast,
    ColorBalance,
    CurvePoints,
    Curves,
    Exposure,
    GradientMap,
    GradientStop,
    HueRange,
    HueSaturation,
    Invert,
    Levels,
    LevelsRecord,
    Posterize,
    Threshold,
)
from engine.formats.psd.cursor import Cursor
from engine.formats.psd.descriptors import parsed_descriptor
from engine.formats.psd.records import LayerRecord

_LEVELS_RECORDS = 29
_CURVES = 4
"""Master, red, green, blue: what we know of more channels."""
_MOST_CURVES, _MOST_POINTS, _MOST_STOPS = 64, 19, 200
_WHOLE_GRADIENT = 4096
_GRAY_GAMMA = 1.75
"""What exposure takes for the gamma of gray files."""
_STANDARD_RANGES = (
    (315, 345, 15, 45),
    (15, 45, 75, 105),
    (75, 105, 135, 165),
    (135, 165, 195, 225),
    (195, 225, 255, 285),
    (255, 285, 315, 345),
)
"""Reds, yellows, greens, cyans, blues, magentas: fade-in, start, stop, fade-out in degrees."""


def adjustment_of(record: LayerRecord, *, is_gray: bool) -> Adjustment | None:
    """The adjustment of a layer record; None when it has none that we know, or a damaged one.

    is_gray: of a file without colours, in which the first channel's settings are gray's.
    """
    for block in record.blocks:
        read = _READERS.get(block.key)
        if read is not None:
            try:
                found = read(Cursor(block.view, 0, len(block.view)), record)
                return _in_gray(found) if is_gray else found
            except ValueError:
                return None
    return None


def _in_gray(adjustment: Adjustment) -> Adjustment:
    match adjustment:
        case Levels(red=levels):
            return replace(adjustment, green=levels, blue=levels)
        case Curves(red=curve):
            return replace(adjustment, green=curve, blue=curve)
        case Exposure():
            return replace(adjustment, display_gamma=_GRAY_GAMMA)
        case _:
            return adjustment


def adjustment_blocks(adjustment: Adjustment) -> Iterator[tuple[bytes, bytes]]:
    """Keys and data of the blocks that hold it. Numbers are rounded to what PSD can say."""
    yield _block(adjustment)
    if isinstance(adjustment, BrightnessContrast):
        yield b"CgEd", _newer_brightness(adjustment)


def _block(adjustment: Adjustment) -> tuple[bytes, bytes]:
    match adjustment:
        case Invert():
            return b"nvrt", b""
        case Posterize(levels=levels):
            return b"post", struct.pack(">HH", levels, 0)
        case Threshold(level=level):
            return b"thrs", struct.pack(">HH", level, 0)
        case Levels():
            return b"levl", _levels_data(adjustment)
        case Curves():
            return b"curv", _curves_data(adjustment)
        case Exposure():
            light = (adjustment.exposure, adjustment.offset, adjustment.gamma)
            return b"expA", struct.pack(">H3f2x", 1, *light)
        case BrightnessContrast():
            shift, slope = round(adjustment.brightness), round(adjustment.contrast)
            return b"brit", struct.pack(">hhhBx", shift, slope, 127, 0)
        case HueSaturation():
            return b"hue2", _hue_data(adjustment)
        case ColorBalance():
            tones = (*adjustment.shadows, *adjustment.midtones, *adjustment.highlights)
            return b"blnc", struct.pack(
                ">9hBx", *(round(one) for one in tones), adjustment.keep_luminosity
            )
        case GradientMap():
            return b"grdm", _gradient_data(adjustment)


# ----------------------------------------------------------------------------------------- reading


def _levels(cursor: Cursor, _record: LayerRecord) -> Levels:
    if cursor.number("H") != 2:
        raise ValueError("an unknown version")
    records = [_levels_record(cursor) for _ in range(_CURVES)]
    return Levels(master=records[0], red=records[1], green=records[2], blue=records[3])


def _levels_record(cursor: Cursor) -> LevelsRecord:
    low, high, out_low, out_high, gamma = cursor.unpack("HHHHH")
    return LevelsRecord(low, high, out_low, out_high, gamma / 100)


def _curves(cursor: Cursor, _record: LayerRecord) -> Curves:
    is_map, version, channels = cursor.unpack("BHI")
    if version not in (1, 4):
        raise ValueError("an unknown version")
    if version == 1:
        numbers = [number for number in range(32) if channels >> number & 1]
    else:
        numbers = list(range(min(channels, _MOST_CURVES)))
    read = _mapped_curve if is_map else _curve
    found = {number: read(cursor) for number in numbers}
    if version == 1 and cursor.left >= 10 and cursor.take(4) == b"Crv ":
        _, count = cursor.unpack("HI")
        found = {cursor.number("H"): read(cursor) for _ in range(min(count, _MOST_CURVES))}
    master, red, green, blue = (found.get(number, STRAIGHT) for number in range(_CURVES))
    return Curves(master=master, red=red, green=green, blue=blue)


def _curve(cursor: Cursor) -> CurvePoints:
    count = cursor.number("H")
    if not 0 < count <= _MOST_POINTS:
        raise ValueError("a curve without points")
    pairs = (cursor.unpack("HH") for _ in range(count))
    return tuple((float(given), float(out)) for out, given in pairs)


def _mapped_curve(cursor: Cursor) -> CurvePoints:
    """A curve drawn by hand: one output for each of the 256 inputs."""
    return tuple((float(given), float(out)) for given, out in enumerate(bytes(cursor.take(256))))


def _brightness(cursor: Cursor, record: LayerRecord) -> BrightnessContrast:
    newer = record.block(b"CgEd")
    if newer is not None:
        found = parsed_descriptor(newer)
        brightness, contrast = found.get("Brgh"), found.get("Cntr")
        if isinstance(brightness, int | float) and isinstance(contrast, int | float):
            return BrightnessContrast(
                brightness=_finite(brightness),
                contrast=_finite(contrast),
                legacy=found.get("useLegacy") is True,
            )
    shift, slope = cursor.unpack("hh")
    return BrightnessContrast(brightness=shift, contrast=slope)


def _exposure(cursor: Cursor, _record: LayerRecord) -> Exposure:
    cursor.number("H")
    exposure, offset, gamma = (_finite(one) for one in struct.unpack(">3f", cursor.take(12)))
    return Exposure(exposure=exposure, offset=offset, gamma=gamma)


def _hue(cursor: Cursor, _record: LayerRecord) -> HueSaturation:
    version, colorize, _ = cursor.unpack("HBB")
    if version != 2:
        raise ValueError("an unknown version")
    colorized = cursor.unpack("hhh")
    hue, saturation, lightness = cursor.unpack("hhh")
    ranges: list[HueRange] = []
    for _ in range(6):
        borders, changes = cursor.unpack("hhhh"), cursor.unpack("hhh")
        if any(changes):
            ranges.append(HueRange(*borders, *changes))
    if colorize:
        hue, saturation, lightness = colorized
    return HueSaturation(
        hue=hue,
        saturation=saturation,
        lightness=lightness,
        colorize=bool(colorize),
        ranges=tuple(ranges),
    )


def _balance(cursor: Cursor, _record: LayerRecord) -> ColorBalance:
    shadows, midtones, highlights = (_triple(cursor.unpack("hhh")) for _ in range(3))
    keep = cursor.number("B") != 0
    return ColorBalance(
        shadows=shadows, midtones=midtones, highlights=highlights, keep_luminosity=keep
    )


def _triple(values: tuple[int, ...]) -> tuple[float, float, float]:
    red, green, blue = values
    return float(red), float(green), float(blue)


def _invert(_cursor: Cursor, _record: LayerRecord) -> Invert:
    return Invert()


def _posterize(cursor: Cursor, _record: LayerRecord) -> Posterize:
    return Posterize(levels=cursor.number("H"))


def _threshold(cursor: Cursor, _record: LayerRecord) -> Threshold:
    return Threshold(level=cursor.number("H"))


def _gradient(cursor: Cursor, _record: LayerRecord) -> GradientMap:
    version, reverse, _dither = cursor.unpack("HBB")
    if version not in (1, 3):
        raise ValueError("an unknown version")
    if version == 3:
        cursor.take(4)
    cursor.take(2 * cursor.number("I"))
    count = cursor.number("H")
    if not 0 < count <= _MOST_STOPS:
        raise ValueError("a gradient without stops")
    stops: list[tuple[float, float, tuple[float, float, float]]] = []
    for _ in range(count):
        place, middle, mode, *values = cursor.unpack("IIHHHHH")
        cursor.take(2)
        stops.append((place / _WHOLE_GRADIENT, middle / 100, _color(mode, values)))
    return GradientMap(stops=tuple(_with_middles(sorted(stops))), reverse=reverse != 0)


def _with_middles(
    stops: list[tuple[float, float, tuple[float, float, float]]],
) -> Iterator[GradientStop]:
    """Stops, with one more between two whose mixture does not lie half-way."""
    for index, (place, middle, color) in enumerate(stops):
        if index and 0.0 < middle < 1.0 and middle != 0.5:
            before, _, other = stops[index - 1]
            red, green, blue = (
                (one + another) / 2 for one, another in zip(color, other, strict=True)
            )
            yield GradientStop(before + (place - before) * middle, (red, green, blue))
        yield GradientStop(place, color)


def _color(mode: int, values: list[int]) -> tuple[float, float, float]:
    """A colour of PSD as red, green, blue in 0..1."""
    first, second, third, _ = values
    if mode == 0:
        return first / 65535, second / 65535, third / 65535
    if mode == 1:
        return colorsys.hsv_to_rgb(first / 65535, second / 65535, third / 65535)
    if mode == 8:
        return (min(first / 10000, 1.0),) * 3
    raise ValueError("a colour of another kind")


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError("a number without measure")
    return float(value)


_READERS: Mapping[bytes, Callable[[Cursor, LayerRecord], Adjustment]] = MappingProxyType(
    {
        b"levl": _levels,
        b"curv": _curves,
        b"brit": _brightness,
        b"expA": _exposure,
        b"hue2": _hue,
        b"blnc": _balance,
        b"nvrt": _invert,
        b"post": _posterize,
        b"thrs": _threshold,
        b"grdm": _gradient,
    }
)


# ----------------------------------------------------------------------------------------- writing


def _newer_brightness(adjustment: BrightnessContrast) -> bytes:
    """The descriptor beside `brit` that says which rule counts."""
    numbers = {
        b"Vrsn": 1,
        b"Brgh": round(adjustment.brightness),
        b"Cntr": round(adjustment.contrast),
        b"means": 127,
    }
    flags = {b"Lab ": False, b"useLegacy": adjustment.legacy, b"Auto": False}
    data = struct.pack(">IIHI4sI", 16, 1, 0, 0, b"null", len(numbers) + len(flags))
    for key, number in numbers.items():
        data += _descriptor_key(key) + b"long" + struct.pack(">i", number)
    for key, flag in flags.items():
        data += _descriptor_key(key) + b"bool" + struct.pack(">?", flag)
    return data + bytes(-len(data) % 4)


def _descriptor_key(key: bytes) -> bytes:
    return struct.pack(">I", 0 if len(key) == 4 else len(key)) + key


def _levels_data(adjustment: Levels) -> bytes:
    known = (adjustment.master, adjustment.red, adjustment.green, adjustment.blue)
    records = [*known, *[LevelsRecord()] * (_LEVELS_RECORDS - len(known))]
    data = struct.pack(">H", 2)
    for one in records:
        tones = (one.in_black, one.in_white, one.out_black, one.out_white)
        data += struct.pack(">5H", *(_level(tone) for tone in tones), round(one.gamma * 100))
    return data + b"Lvls" + struct.pack(">HH", 3, _LEVELS_RECORDS)


def _curves_data(adjustment: Curves) -> bytes:
    curves = (adjustment.master, adjustment.red, adjustment.green, adjustment.blue)
    used = {number: points for number, points in enumerate(curves) if points != STRAIGHT} or {
        0: STRAIGHT
    }
    is_map = any(not 2 <= len(points) <= _MOST_POINTS for points in used.values())
    written = {
        number: _map_data(points) if is_map else _points_data(points)
        for number, points in used.items()
    }
    data = struct.pack(">BHI", is_map, 1, sum(1 << number for number in written))
    data += b"".join(written.values())
    data += b"Crv " + struct.pack(">HI", 4, len(written))
    data += b"".join(struct.pack(">H", number) + one for number, one in written.items())
    return data + bytes(-len(data) % 4)


def _points_data(points: CurvePoints) -> bytes:
    pairs = ((_level(out), _level(given)) for given, out in sorted(points))
    return struct.pack(">H", len(points)) + b"".join(struct.pack(">HH", *pair) for pair in pairs)


def _map_data(points: CurvePoints) -> bytes:
    """A curve of more points than PSD holds, as 256 outputs."""
    given, out = zip(*sorted(points), strict=True) if points else zip(*STRAIGHT, strict=True)
    return bytes(_level(_between(given, out, at)) for at in range(256))


def _between(given: tuple[float, ...], out: tuple[float, ...], at: float) -> float:
    """Straight lines between the points, level beyond them."""
    for index in range(1, len(given)):
        if at < given[index]:
            step = given[index] - given[index - 1]
            share = min(max((at - given[index - 1]) / step, 0.0), 1.0) if step else 1.0
            return out[index - 1] + (out[index] - out[index - 1]) * share
    return out[-1]


def _hue_data(adjustment: HueSaturation) -> bytes:
    master = tuple(
        round(one) for one in (adjustment.hue, adjustment.saturation, adjustment.lightness)
    )
    unused = (0, 25, 0)
    pairs = (master, (0, 0, 0)) if adjustment.colorize else (unused, master)
    data = struct.pack(">HBx6h", 2, adjustment.colorize, *pairs[0], *pairs[1])
    for borders, changes in _six_ranges(adjustment.ranges):
        data += struct.pack(">7h", *borders, *changes)
    return data


def _six_ranges(
    ranges: Iterable[HueRange],
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Ours in the order that PSD knows, as far as they are its own, the rest in what is left."""
    places: list[tuple[tuple[int, ...], tuple[int, ...]]] = [
        (borders, (0, 0, 0)) for borders in _STANDARD_RANGES
    ]
    free = list(range(len(places)))
    rest = []
    for one in ranges:
        borders = tuple(round(x) for x in (one.fade_in, one.start, one.stop, one.fade_out))
        changes = tuple(round(x) for x in (one.hue, one.saturation, one.lightness))
        index = next((i for i in free if places[i][0] == borders), None)
        if index is None:
            rest.append((borders, changes))
            continue
        free.remove(index)
        places[index] = (borders, changes)
    for index, entry in zip(free, rest, strict=False):
        places[index] = entry
    return places


def _gradient_data(adjustment: GradientMap) -> bytes:
    stops = sorted(adjustment.stops, key=lambda stop: stop.position)
    data = struct.pack(">HBBI", 1, adjustment.reverse, 0, 0) + struct.pack(">H", len(stops))
    for stop in stops:
        place = round(min(max(stop.position, 0.0), 1.0) * _WHOLE_GRADIENT)
        color = (round(min(max(one, 0.0), 1.0) * 65535) for one in stop.color)
        data += struct.pack(">II5H2x", place, 50, 0, *color, 0)
    data += struct.pack(">H", 2)
    for place in (0, _WHOLE_GRADIENT):
        data += struct.pack(">IIH", place, 50, 255)
    # Expansion, interpolation, length of the noise record, mode; then the noise, which is unused.
    data += struct.pack(">4HIHHIH", 2, _WHOLE_GRADIENT, 32, 0, 0, 0, 0, 2048, 3)
    data += struct.pack(">4H4H2x", 0, 0, 0, 0, 32768, 32768, 32768, 32768)
    return data + bytes(-len(data) % 4)


def _level(tone: float) -> int:
    return min(max(round(tone), 0), 255)
