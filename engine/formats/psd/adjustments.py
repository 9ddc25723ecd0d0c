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

import numpy as np
import numpy.typing as npt

from engine.compositor.cubes import cube_from_lookup, lookup_from_cube
from engine.document.adjustments import (
    INK_FAMILIES,
    STRAIGHT,
    Adjustment,
    BlackAndWhite,
    BrightnessContrast,
    ChannelMixer,
    ChannelShares,
    ColorBalance,
    ColorLookup,
    CurvePoints,
    Curves,
    Exposure,
    GradientMap,
    GradientMethod,
    GradientStop,
    HueRange,
    HueSaturation,
    Inks,
    Invert,
    Levels,
    LevelsRecord,
    PhotoFilter,
    Posterize,
    SelectiveColor,
    Threshold,
    Vibrance,
)
from engine.formats.psd.cursor import Cursor
from engine.formats.psd.descriptors import (
    Choice,
    Value,
    Written,
    parsed_descriptor,
    written_descriptor,
)
from engine.formats.psd.records import LayerRecord
from engine.formats.psd.styles import shade

_LEVELS_RECORDS = 29
_CURVES = 4
"""Master, red, green, blue: what we know of more channels."""
_MOST_CURVES, _MOST_POINTS, _MOST_STOPS = 64, 19, 200
_WHOLE_GRADIENT = 4096
_GRAY_GAMMA = 1.75
"""What exposure takes for the gamma of gray files."""
_METHODS: Mapping[bytes, GradientMethod] = MappingProxyType(
    {
        b"Gcls": GradientMethod.CLASSIC,
        b"Lnr ": GradientMethod.LINEAR,
        b"Perc": GradientMethod.PERCEPTUAL,
    }
)
_XYZ_UNIT = 1 << 15
_CUBE_FORMAT = "LUTFormatCUBE"
_GRAY_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "Rd  ": "reds",
        "Yllw": "yellows",
        "Grn ": "greens",
        "Cyn ": "cyans",
        "Bl  ": "blues",
        "Mgnt": "magentas",
    }
)
_D50_TO_SRGB = np.array(
    [
        [3.1338561, -1.6168667, -0.4906146],
        [-0.9787684, 1.9161415, 0.0334540],
        [0.0719453, -0.2289914, 1.4052427],
    ]
)
"""XYZ adapted to D50 by Bradford -> linear sRGB."""
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
        case Vibrance(vibrance=vibrance, saturation=saturation):
            values = {b"vibrance": round(vibrance), b"Strt": round(saturation)}
            return b"vibA", written_descriptor(values)
        case BlackAndWhite():
            return b"blwh", _gray_data(adjustment)
        case PhotoFilter():
            return b"phfl", _filter_data(adjustment)
        case ChannelMixer():
            return b"mixr", _mixer_data(adjustment)
        case SelectiveColor():
            return b"selc", _inks_data(adjustment)
        case ColorLookup():
            return b"clrL", _lookup_data(adjustment)


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
    method = _METHODS.get(bytes(cursor.take(4)), GradientMethod.CLASSIC) if version == 3 else None
    cursor.take(2 * cursor.number("I"))
    count = cursor.number("H")
    if not 0 < count <= _MOST_STOPS:
        raise ValueError("a gradient without stops")
    stops: list[tuple[float, float, tuple[float, float, float]]] = []
    for _ in range(count):
        place, middle, mode, *values = cursor.unpack("IIHHHHH")
        cursor.take(2)
        stops.append((place / _WHOLE_GRADIENT, middle / 100, _color(mode, values)))
    smoothness = 0.0
    for _ in range(min(cursor.number("H"), _MOST_STOPS)):
        cursor.unpack("IIH")
    if cursor.number("H") == 2:
        smoothness = min(cursor.number("H") / _WHOLE_GRADIENT, 1.0)
    return GradientMap(
        stops=tuple(_with_middles(sorted(stops))),
        reverse=reverse != 0,
        smoothness=smoothness,
        method=method or GradientMethod.CLASSIC,
    )


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
    if mode == 7:
        a, b = ((number ^ 0x8000) - 0x8000 for number in (second, third))  # signed
        return _from_lab(first / 100, a / 100, b / 100)
    if mode == 8:
        return (min(first / 10000, 1.0),) * 3
    raise ValueError("a colour of another kind")


def _vibrance(cursor: Cursor, _record: LayerRecord) -> Vibrance:
    found = parsed_descriptor(bytes(cursor.rest()))
    return Vibrance(vibrance=_value(found, "vibrance", 0.0), saturation=_value(found, "Strt", 0.0))


def _grays(cursor: Cursor, _record: LayerRecord) -> BlackAndWhite:
    found = parsed_descriptor(bytes(cursor.rest()))
    usual = BlackAndWhite()
    return BlackAndWhite(
        **{name: _value(found, key, getattr(usual, name)) for key, name in _GRAY_KEYS.items()},
        is_tinted=found.get("useTint") is True,
        tint=shade(found["tintColor"]) if "tintColor" in found else usual.tint,
    )


def _filter(cursor: Cursor, _record: LayerRecord) -> PhotoFilter:
    version = cursor.number("H")
    if version == 3:
        x, y, z = (number / _XYZ_UNIT for number in cursor.unpack("iii"))
        color = _from_xyz(x, y, z)
    elif version == 2:
        space, *values = cursor.unpack("HHHHH")
        color = _color(space, values)
    else:
        raise ValueError("an unknown version")
    density, keep = cursor.unpack("IB")
    return PhotoFilter(color=color, density=min(density, 100), keep_luminosity=keep != 0)


def _mixer(cursor: Cursor, _record: LayerRecord) -> ChannelMixer:
    version, is_gray = cursor.unpack("HH")
    if version != 1:
        raise ValueError("an unknown version")
    first = _shares(cursor)
    if is_gray:
        return ChannelMixer(gray=first, is_gray=True)
    return ChannelMixer(red=first, green=_shares(cursor), blue=_shares(cursor))


def _shares(cursor: Cursor) -> ChannelShares:
    red, green, blue, _, constant = cursor.unpack("hhhhh")
    return ChannelShares(red, green, blue, constant)


def _inks(cursor: Cursor, _record: LayerRecord) -> SelectiveColor:
    version, is_absolute = cursor.unpack("HH")
    if version != 1:
        raise ValueError("an unknown version")
    cursor.unpack("hhhh")  # of no family
    families = {name: Inks(*cursor.unpack("hhhh")) for name in INK_FAMILIES}
    return SelectiveColor(**families, is_relative=not is_absolute)


def _lookup(cursor: Cursor, _record: LayerRecord) -> ColorLookup:
    """Its table, where the text of a .cube file is stored; without any it changes nothing."""
    cursor.number("H")
    found = parsed_descriptor(bytes(cursor.rest()))
    title, data = str(found.get("Nm  ", "")), found.get("LUT3DFileData")
    if data is None and "profile" not in found:
        return ColorLookup(title=title)
    if not isinstance(data, bytes) or found.get("LUTFormat") != _CUBE_FORMAT:
        raise ValueError("a table of another kind")
    return lookup_from_cube(data, title)


def _value(found: Mapping[str, Value], key: str, otherwise: float) -> float:
    value = found.get(key)
    return _finite(value) if isinstance(value, int | float) else otherwise


def _from_xyz(x: float, y: float, z: float) -> tuple[float, float, float]:
    """XYZ (D50, 0..1) in sRGB."""
    linear = np.array([x, y, z]) @ _D50_TO_SRGB.T
    return _encoded(linear)


def _encoded(linear: npt.NDArray[np.float64]) -> tuple[float, float, float]:
    linear = np.clip(linear, 0.0, 1.0)
    red, green, blue = np.where(
        linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055
    ).tolist()
    return red, green, blue


def _from_lab(light: float, a: float, b: float) -> tuple[float, float, float]:
    """CIE L*a*b* (D50) in sRGB."""
    y = (light + 16.0) / 116.0

    def opened(value: float) -> float:
        return value**3 if value > 6 / 29 else (value - 16 / 116) * 108 / 841

    return _from_xyz(0.96422 * opened(y + a / 500.0), opened(y), 0.82521 * opened(y - b / 200.0))


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
        b"vibA": _vibrance,
        b"blwh": _grays,
        b"phfl": _filter,
        b"mixr": _mixer,
        b"selc": _inks,
        b"clrL": _lookup,
    }
)


# ----------------------------------------------------------------------------------------- writing


def _newer_brightness(adjustment: BrightnessContrast) -> bytes:
    """The descriptor beside `brit` that says which rule counts."""
    values: dict[bytes, Written] = {
        b"Vrsn": 1,
        b"Brgh": round(adjustment.brightness),
        b"Cntr": round(adjustment.contrast),
        b"means": 127,
        b"Lab ": False,
        b"useLegacy": adjustment.legacy,
        b"Auto": False,
    }
    return written_descriptor(values)


def _gray_data(adjustment: BlackAndWhite) -> bytes:
    numbers = {key.encode(): round(getattr(adjustment, name)) for key, name in _GRAY_KEYS.items()}
    return written_descriptor(
        {
            **numbers,
            b"useTint": adjustment.is_tinted,
            b"tintColor": adjustment.tint,
            b"bwPresetKind": 1,
            b"blackAndWhitePresetFileName": "",
        }
    )


def _filter_data(adjustment: PhotoFilter) -> bytes:
    red, green, blue = (round(min(max(one, 0.0), 1.0) * 65535) for one in adjustment.color)
    density = round(adjustment.density)
    return struct.pack(">HH4HIBxxx", 2, 0, red, green, blue, 0, density, adjustment.keep_luminosity)


def _mixer_data(adjustment: ChannelMixer) -> bytes:
    none = ChannelShares()
    colors = (adjustment.red, adjustment.green, adjustment.blue, none)
    gray = (adjustment.gray, none, none, none)
    data = struct.pack(">HH", 1, adjustment.is_gray)
    for one in gray if adjustment.is_gray else colors:
        shares = (round(share) for share in (one.red, one.green, one.blue, 0, one.constant))
        data += struct.pack(">5h", *shares)
    return data


def _inks_data(adjustment: SelectiveColor) -> bytes:
    data = struct.pack(">HH8x", 1, not adjustment.is_relative)
    for family in INK_FAMILIES:
        inks: Inks = getattr(adjustment, family)
        shares = (inks.cyan, inks.magenta, inks.yellow, inks.black)
        data += struct.pack(">4h", *(round(share) for share in shares))
    return data


def _lookup_data(adjustment: ColorLookup) -> bytes:
    values: dict[bytes, Written] = {}
    if adjustment.size:
        values = {
            b"lookupType": Choice(b"colorLookupType", b"3DLUT"),
            b"Nm  ": adjustment.title,
            b"LUTFormat": Choice(b"LUTFormatType", b"LUTFormatCUBE"),
            b"dataOrder": Choice(b"colorLookupOrder", b"rgbOrder"),
            b"tableOrder": Choice(b"colorLookupOrder", b"bgrOrder"),
            b"LUT3DFileData": cube_from_lookup(adjustment),
            b"LUT3DFileName": f"{adjustment.title}.cube",
        }
    return struct.pack(">H", 1) + written_descriptor(values)


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
    version = 1 if adjustment.method is GradientMethod.CLASSIC else 3
    data = struct.pack(">HBB", version, adjustment.reverse, 0)
    if version == 3:
        data += next(key for key, method in _METHODS.items() if method is adjustment.method)
    data += struct.pack(">IH", 0, len(stops))
    for stop in stops:
        place = round(min(max(stop.position, 0.0), 1.0) * _WHOLE_GRADIENT)
        color = (round(min(max(one, 0.0), 1.0) * 65535) for one in stop.color)
        data += struct.pack(">II5H2x", place, 50, 0, *color, 0)
    smoothness = round(min(max(adjustment.smoothness, 0.0), 1.0) * _WHOLE_GRADIENT)
    data += struct.pack(">H", 2)
    for place in (0, _WHOLE_GRADIENT):
        data += struct.pack(">IIH", place, 50, 255)
    # Expansion, interpolation, length of the noise record, mode; then the noise, which is unused.
    data += struct.pack(">4HIHHIH", 2, smoothness, 32, 0, 0, 0, 0, 2048, 3)
    data += struct.pack(">4H4H2x", 0, 0, 0, 0, 32768, 32768, 32768, 32768)
    return data + bytes(-len(data) % 4)


def _level(tone: float) -> int:
    return min(max(round(tone), 0), 255)
