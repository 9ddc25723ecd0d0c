"""Palettes as bytes: GIMP (.gpl), Adobe swatch exchange (.ase) and colour tables (.aco), a strip of
swatches (.png, written; read as a picture by `strip_swatches`) and OpenToonz (.tpl, read).

Everything is checked against its size before it is taken, and whatever is damaged raises
BadFileError with a sentence. Layouts after: GIMP's developer documentation; Adobe Photoshop File
Formats Specification, "Color swatches"; the swatch exchange layout of several open readers; PNG
(W3C); OpenToonz' TPalette and TColorStyle, which write names and numbers between tags.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType

import numpy as np

from engine.document.model import Color, SlotMap
from engine.document.raster import Pixels
from engine.errors import BadFileError, UnsupportedError
from engine.recolor.color import encoded, full_value

MOST_SWATCHES = 65535
MOST_BYTES = 16 << 20
STRIP_SIDE = 32
_FULL = 65535


@dataclass(frozen=True, slots=True)
class Swatch:
    """color: R'G'B' in sRGB, 16 bits per channel; an 8-bit value v is v * 257."""

    name: str
    color: Color


@dataclass(frozen=True, slots=True)
class Palette:
    """Swatches in the order of the file."""

    name: str
    swatches: tuple[Swatch, ...]


def palette_of(slots: SlotMap, name: str, depth: int) -> Palette:
    """The colours of a slot map, in its order, with the slots' names."""
    scale = _FULL // full_value(depth)
    return Palette(
        name, tuple(Swatch(slot.name, _times(slot.color, scale)) for slot in slots.palette)
    )


def in_depth(color: Color, depth: int) -> Color:
    """A swatch's colour as a document of this depth stores it."""
    if depth == 16:
        return color
    red, green, blue = ((value + 128) // 257 for value in color)
    return red, green, blue


def read_palette(data: bytes, name: str) -> Palette:
    """The palette in a file called `name`, whose ending says the kind: .gpl .ase .aco .tpl.

    BadFileError when it is damaged, UnsupportedError for another ending.
    """
    reader = READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        raise UnsupportedError(
            f"“{name}” is no palette that can be read.", "Choose a .gpl, .ase, .aco or .tpl file."
        )
    if len(data) > MOST_BYTES:
        raise BadFileError(f"“{name}” is too large for a palette.")
    try:
        palette = reader(data, PurePath(name).stem)
    except (ValueError, struct.error, UnicodeError, IndexError) as error:
        raise BadFileError(
            f"“{name}” is damaged: {error}.", "Save the palette again in the program it is from."
        ) from error
    if not palette.swatches:
        raise BadFileError(f"“{name}” holds no colours.")
    return palette


def written(palette: Palette, ending: str) -> bytes:
    """The palette as a file with this ending: .gpl .ase .aco .png. UnsupportedError for others."""
    writer = WRITERS.get(ending.lower())
    if writer is None:
        raise UnsupportedError(
            f"Palettes cannot be written as “{ending}”.", "Choose .gpl, .ase, .aco or .png."
        )
    return writer(palette)


def strip_swatches(picture: Pixels) -> tuple[Swatch, ...]:
    """The colours of a strip or chart of swatches, H×W×4 straight RGBA, in reading order: every
    colour that fills a square of three pixels, once, where it is seen first."""
    solid = picture[..., 3] > 0
    solid[[0, -1]] = solid[:, [0, -1]] = False
    for axis in (0, 1):
        for step in (-1, 1):
            solid &= (np.roll(picture, step, axis) == picture).all(-1)
    colors = picture[solid][:, :3]
    scale = 257 if picture.dtype == np.uint8 else 1
    _, first = np.unique(colors, axis=0, return_index=True)
    chosen = colors[np.sort(first)][:MOST_SWATCHES].tolist()
    return tuple(
        Swatch(f"Colour {number + 1}", _times((red, green, blue), scale))
        for number, (red, green, blue) in enumerate(chosen)
    )


def _read_gpl(data: bytes, stem: str) -> Palette:
    lines = _text(data).splitlines()
    if not lines or lines[0].strip() != "GIMP Palette":
        raise ValueError("it does not begin with “GIMP Palette”")
    name, swatches = stem, []
    for line in lines[1:]:
        line = line.strip()
        if line.startswith("Name:"):
            name = line[5:].strip() or stem
        if not line or line.startswith("#") or re.match(r"(Name|Columns|Channels):", line):
            continue
        match = re.match(r"(\d+)\s+(\d+)\s+(\d+)(?:\s+(.*))?$", line)
        if not match:
            raise ValueError(f"“{line:.40}” is no colour")
        swatches.append(Swatch(match[4] or "", _times(_bytes(match[1], match[2], match[3]), 257)))
        _check_count(len(swatches))
    return Palette(name, tuple(swatches))


def _write_gpl(palette: Palette) -> bytes:
    lines = ["GIMP Palette", f"Name: {_one_line(palette.name)}", "Columns: 0", "#"]
    for swatch in palette.swatches:
        red, green, blue = in_depth(swatch.color, 8)
        lines.append(f"{red:3d} {green:3d} {blue:3d}\t{_one_line(swatch.name)}")
    return ("\n".join(lines) + "\n").encode()


def _read_ase(data: bytes, stem: str) -> Palette:
    if data[:4] != b"ASEF":
        raise ValueError("it does not begin with “ASEF”")
    (count,) = struct.unpack_from(">I", data, 8)
    at, groups = 12, [stem]
    swatches: list[Swatch] = []
    _check_count(count)
    for _ in range(count):
        kind, size = struct.unpack_from(">HI", data, at)
        block = data[at + 6 : at + 6 + size]
        if len(block) != size:
            raise ValueError("a block ends too early")
        at += 6 + size
        if kind == 0xC001:
            groups.append(_ase_name(block)[0])
        elif kind == 0x0001:
            title, rest = _ase_name(block)
            swatches.append(Swatch(title, _ase_color(rest)))
    return Palette(groups[-1] if len(groups) == 2 else stem, tuple(swatches))


def _ase_name(block: bytes) -> tuple[str, bytes]:
    (length,) = struct.unpack_from(">H", block)
    raw = block[2 : 2 + 2 * length]
    if len(raw) != 2 * length:
        raise ValueError("a name ends too early")
    return raw.decode("utf-16-be").rstrip("\0"), block[2 + 2 * length :]


def _ase_color(block: bytes) -> Color:
    model = block[:4]
    counts = {b"RGB ": 3, b"Gray": 1, b"GRAY": 1, b"CMYK": 4, b"LAB ": 3}
    if model not in counts:
        raise ValueError(f"colour model {model!r} is not known")
    values = struct.unpack_from(f">{counts[model]}f", block, 4)
    if not all(abs(value) < 1e4 for value in values):
        raise ValueError("a colour is out of range")
    if model == b"RGB ":
        return _shares(*values)
    if model == b"CMYK":
        cyan, magenta, yellow, black = values
        return _cmyk(cyan, magenta, yellow, black)
    if model == b"LAB ":
        return _cie_lab(100 * values[0], values[1], values[2])
    return _shares(values[0], values[0], values[0])


def _write_ase(palette: Palette) -> bytes:
    blocks = [struct.pack(">HI", 0xC001, 2 + len(_wide(palette.name))) + _counted(palette.name)]
    for swatch in palette.swatches:
        shares = (value / _FULL for value in swatch.color)
        body = _counted(swatch.name) + b"RGB " + struct.pack(">3fH", *shares, 2)
        blocks.append(struct.pack(">HI", 0x0001, len(body)) + body)
    blocks.append(struct.pack(">HI", 0xC002, 0))
    return b"ASEF" + struct.pack(">HHI", 1, 0, len(blocks)) + b"".join(blocks)


def _read_aco(data: bytes, stem: str) -> Palette:
    version, count = struct.unpack_from(">HH", data)
    if version not in (1, 2):
        raise ValueError("its version is not known")
    at = 4
    colors = []
    for _ in range(count):
        colors.append(_aco_color(*struct.unpack_from(">5H", data, at)))
        at += 10
        if version == 2:
            _, at = _aco_name(data, at)
    names = [""] * count
    # A second section holds the same colours again with names.
    if version == 1 and len(data) >= at + 4:
        second, again = struct.unpack_from(">HH", data, at)
        if second == 2 and again == count:
            at += 4
            for index in range(count):
                colors[index] = _aco_color(*struct.unpack_from(">5H", data, at))
                names[index], at = _aco_name(data, at + 10)
    elif version == 2:
        at = 4
        for index in range(count):
            names[index], at = _aco_name(data, at + 10)
    return Palette(stem, tuple(Swatch(n, c) for n, c in zip(names, colors, strict=True)))


def _aco_name(data: bytes, at: int) -> tuple[str, int]:
    (length,) = struct.unpack_from(">I", data, at)
    end = at + 4 + 2 * length
    if length > 4096 or end > len(data):
        raise ValueError("a name ends too early")
    return data[at + 4 : end].decode("utf-16-be").rstrip("\0"), end


def _aco_color(space: int, one: int, two: int, three: int, four: int) -> Color:
    if space == 0:
        return one, two, three
    if space == 1:
        return _hsb(one / _FULL, two / _FULL, three / _FULL)
    if space == 2:  # 0 is full ink
        return _cmyk(*(1 - value / _FULL for value in (one, two, three, four)))
    if space == 7:
        signed = [value - 65536 if value > 32767 else value for value in (two, three)]
        return _cie_lab(one / 100, signed[0] / 100, signed[1] / 100)
    if space == 8:
        value = 1 - one / 10000
        return _shares(value, value, value)
    raise ValueError(f"colour space {space} is not known")


def _write_aco(palette: Palette) -> bytes:
    plain, named = [], []
    for swatch in palette.swatches:
        color = struct.pack(">5H", 0, *swatch.color, 0)
        name = _wide(swatch.name)
        plain.append(color)
        named.append(color + struct.pack(">I", len(name) // 2) + name)
    count = len(palette.swatches)
    _check_count(count)
    head = [struct.pack(">HH", version, count) for version in (1, 2)]
    return head[0] + b"".join(plain) + head[1] + b"".join(named)


_TOKEN = re.compile(r'<\s*(/?)\s*([A-Za-z_]\w*)[^<>]*>|"((?:[^"\\]|\\.)*)"|([^\s<>"]+)')
_SOLID = 3


def _read_tpl(data: bytes, stem: str) -> Palette:
    if data[:4] == b"TABc":
        raise ValueError("it is compressed")
    styles: list[Swatch | None] = []
    pages: list[tuple[str, list[int]]] = []
    inside: list[str] = []
    words: list[str] = []
    for match in _TOKEN.finditer(_text(data)):
        closing, tag, quoted, bare = match.groups()
        if tag is None:
            words.append(re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else bare)
            continue
        if not closing:
            inside.append(tag)
            if len(inside) > 64:
                raise ValueError("its tags lie too deep")
            if tag == "page":
                pages.append(("", []))
        else:
            if not inside or inside.pop() != tag:
                raise ValueError(f"</{tag}> closes nothing")
            if tag == "style" and inside[-1:] == ["styles"]:
                styles.append(_tpl_style(words))
                _check_count(len(styles))
            elif tag == "name" and inside[-1:] == ["page"]:
                pages[-1] = (" ".join(words), pages[-1][1])
            elif tag == "indices" and inside[-1:] == ["page"]:
                pages[-1][1].extend(int(word) for word in words)
        words = []
    if inside:
        raise ValueError(f"<{inside[-1]}> is never closed")
    return Palette(stem, tuple(_tpl_swatches(styles, pages)))


def _tpl_style(words: list[str]) -> Swatch | None:
    """[_flags] [|studio name] [@name there] name, kind, then for a plain colour r g b m.

    None for what is no plain colour, and for transparent ones (style 0 is always so).
    """
    rest = list(words)
    while rest and (re.fullmatch(r"_\d+", rest[0]) or rest[0][:1] in ("|", "@")):
        if len(rest) < 3 or re.fullmatch(r"-?\d+", rest[1]):
            break  # a name that only looks like flags
        rest.pop(0)
    if len(rest) < 6 or rest[1] != str(_SOLID):
        return None
    red, green, blue, matte = (int(word) for word in rest[2:6])
    if matte == 0:
        return None
    name = rest[0][1:] if re.match(r"_[\d_]", rest[0]) else rest[0]
    return Swatch(name, _times(_bytes(red, green, blue), 257))


def _tpl_swatches(
    styles: list[Swatch | None], pages: list[tuple[str, list[int]]]
) -> Iterator[Swatch]:
    """The styles page by page; with several pages each name begins with its page's."""
    seen: set[int] = set()
    for page, indices in pages:
        for index in indices:
            if not 0 <= index < len(styles):
                raise ValueError(f"style {index} does not exist")
            style = styles[index]
            if style is None or index in seen:
                continue
            seen.add(index)
            name = f"{page} / {style.name}" if len(pages) > 1 and page else style.name
            yield Swatch(name, style.color)
    for index, style in enumerate(styles):
        if style is not None and index not in seen:
            yield style


def _write_strip(palette: Palette) -> bytes:
    """One row of squares, an 8-bit RGB PNG."""
    width = STRIP_SIDE * len(palette.swatches)
    row = b"\0" + b"".join(
        bytes(in_depth(swatch.color, 8)) * STRIP_SIDE for swatch in palette.swatches
    )
    header = struct.pack(">IIBBBBB", width, STRIP_SIDE, 8, 2, 0, 0, 0)
    data = zlib.compress(row * STRIP_SIDE, 9)
    chunks = ((b"IHDR", header), (b"sRGB", b"\0"), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


READERS: Mapping[str, Callable[[bytes, str], Palette]] = MappingProxyType(
    {".gpl": _read_gpl, ".ase": _read_ase, ".aco": _read_aco, ".tpl": _read_tpl}
)
WRITERS: Mapping[str, Callable[[Palette], bytes]] = MappingProxyType(
    {".gpl": _write_gpl, ".ase": _write_ase, ".aco": _write_aco, ".png": _write_strip}
)


def _text(data: bytes) -> str:
    """UTF-8, with or without a mark, else Latin-1, which takes any byte."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _wide(text: str) -> bytes:
    """UTF-16, big-endian, ended by a zero."""
    return text.encode("utf-16-be", "replace") + b"\0\0"


def _counted(text: str) -> bytes:
    wide = _wide(text)
    return struct.pack(">H", len(wide) // 2) + wide


def _check_count(count: int) -> None:
    if count > MOST_SWATCHES:
        raise ValueError("it holds too many colours")


def _bytes(*values: str | int) -> Color:
    red, green, blue = (int(value) for value in values)
    if not all(0 <= value <= 255 for value in (red, green, blue)):
        raise ValueError("a colour is out of range")
    return red, green, blue


def _times(color: Color, factor: int) -> Color:
    red, green, blue = color
    return red * factor, green * factor, blue * factor


def _shares(red: float, green: float, blue: float) -> Color:
    """Values 0..1; beyond they are clipped."""
    values = [int(min(1.0, max(0.0, value)) * _FULL + 0.5) for value in (red, green, blue)]
    return values[0], values[1], values[2]


def _cmyk(cyan: float, magenta: float, yellow: float, black: float) -> Color:
    """Without a profile of the ink: the plain complement."""
    return _shares(*((1 - ink) * (1 - black) for ink in (cyan, magenta, yellow)))


def _hsb(hue: float, saturation: float, brightness: float) -> Color:
    """Hue, saturation, brightness 0..1."""
    channels = []
    for offset in (5.0, 3.0, 1.0):
        place = (offset + 6 * hue) % 6
        channels.append(brightness * (1 - saturation * max(0.0, min(place, 4 - place, 1.0))))
    return _shares(*channels)


def _cie_lab(lightness: float, a: float, b: float) -> Color:
    """CIE L*a*b* under D50, by way of XYZ (Bradford to D65, matrices by B. Lindbloom)."""
    middle = (lightness + 16) / 116
    parts = (middle + a / 500, middle, middle - b / 200)
    cubes = [part**3 if part > 6 / 29 else 3 * (6 / 29) ** 2 * (part - 4 / 29) for part in parts]
    x, y, z = (cube * white for cube, white in zip(cubes, (0.96422, 1.0, 0.82521), strict=True))
    linear = (
        3.1338561 * x - 1.6168667 * y - 0.4906146 * z,
        -0.9787684 * x + 1.9161415 * y + 0.0334540 * z,
        0.0719453 * x - 0.2289914 * y + 1.4052427 * z,
    )
    red, green, blue = encoded(np.array(linear)).tolist()
    return _shares(red, green, blue)
