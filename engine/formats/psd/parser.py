"""Bytes -> records. Damage costs what it hits and no more: the rest is read and the loss is listed.

Only the header must be whole. Every section says how long it is, so a broken one is left behind at
its end; when a length itself is broken, the section ends where the file does.
"""

from __future__ import annotations

import struct

from engine.document.geometry import EMPTY, Rect
from engine.errors import BadFileError, UnsupportedError
from engine.formats.limits import MAX_LAYERS, check_plausible, check_size
from engine.formats.psd.codec import LARGEST_RLE_RATIO
from engine.formats.psd.kernels import Bytes
from engine.formats.psd.records import (
    LONG_BLOCKS,
    SIGNATURES,
    Block,
    Channel,
    ColorMode,
    Header,
    LayerRecord,
    MaskRecord,
    PsdFile,
    Resource,
)

_HEADER = 26
_RESOURCE_SIGNATURES = (b"8BIM", b"MeSa", b"AgHg", b"PHUT", b"DCSR")
_MAX_CHANNELS = 60
MAX_FEATHER = 1000
"""Pixels; Photoshop's own limit."""
_CUT_TO = 4
"""A file may have lost this many times what is left of it and still be worth opening."""


class _Cursor:
    """A place in bytes that never runs past `end`: reading there raises ValueError."""

    def __init__(self, data: Bytes, start: int, end: int) -> None:
        self.data = data
        self.at = start
        self.end = min(end, len(data))

    @property
    def left(self) -> int:
        return self.end - self.at

    def take(self, count: int) -> bytes:
        if count < 0 or count > self.left:
            raise ValueError("the data ends too early")
        self.at += count
        return self.data[self.at - count : self.at].tobytes()

    def unpack(self, form: str) -> tuple[int, ...]:
        values = struct.unpack(">" + form, self.take(struct.calcsize(">" + form)))
        return tuple(int(value) for value in values)

    def number(self, form: str) -> int:
        return self.unpack(form)[0]

    def peek(self, count: int) -> bytes:
        return self.data[self.at : min(self.at + count, self.end)].tobytes()

    def part(self, length: int) -> _Cursor:
        """The next `length` bytes, or what is left of them; this cursor moves behind them."""
        part = _Cursor(self.data, self.at, min(self.at + length, self.end))
        self.at = part.end
        return part

    def rest(self) -> Bytes:
        return self.data[self.at : self.end]


def parsed(data: Bytes, name: str) -> PsdFile:
    """The records of a PSD or PSB file. name: for messages.

    Raises BadFileError when the header is not one, UnsupportedError for a version or mode that does
    not exist; everything behind the header is read as far as it goes.
    """
    header = _header(data, name)
    losses: list[str] = []
    cursor = _Cursor(data, _HEADER, len(data))
    color_data = _section(cursor, "I", losses, "colour table").rest().tobytes()
    resources = _resources(_section(cursor, "I", losses, "image resources"), losses)
    length = "Q" if header.is_big else "I"
    layers, has_alpha, blocks = _layer_section(
        _section(cursor, length, losses, "layers"), header, losses
    )
    return PsdFile(
        header,
        color_data,
        resources,
        layers,
        has_alpha,
        blocks,
        cursor.rest(),
        tuple(dict.fromkeys(losses)),
    )


def _header(data: Bytes, name: str) -> Header:
    if len(data) < _HEADER or data[:4].tobytes() != b"8BPS":
        raise BadFileError(
            f"{name} is not a Photoshop document.", "Its beginning is missing or damaged."
        )
    version, channels, height, width, depth, mode = struct.unpack(
        ">H6xHIIHH", data[4:_HEADER].tobytes()
    )
    if version not in (1, 2):
        raise BadFileError(
            f"{name} is a Photoshop document of unknown version {version}.",
            "The file is damaged or from a newer program; save it again as PSD.",
        )
    check_size(width, height, name)
    if depth not in (1, 8, 16, 32) or not 1 <= channels <= _MAX_CHANNELS:
        raise BadFileError(
            f"{name} is damaged: {channels} channels of {depth} bits cannot be.",
            "Try another copy of the file.",
        )
    if mode not in tuple(ColorMode):
        raise UnsupportedError(
            f"{name} uses an unknown colour mode ({mode}).", "Save it again as RGB."
        )
    check_plausible(width, height, len(data), LARGEST_RLE_RATIO * _CUT_TO, name)
    return Header(version == 2, channels, width, height, depth, ColorMode(mode))


def _section(cursor: _Cursor, form: str, losses: list[str], what: str) -> _Cursor:
    try:
        length = cursor.number(form)
    except ValueError:
        losses.append(f"The file ends before its {what}.")
        return cursor.part(0)
    if length > cursor.left:
        losses.append(f"The file ends inside its {what}.")
    return cursor.part(length)


def _resources(cursor: _Cursor, losses: list[str]) -> tuple[Resource, ...]:
    found: list[Resource] = []
    try:
        while cursor.left >= 12:
            if cursor.take(4) not in _RESOURCE_SIGNATURES:
                raise ValueError("no resource here")
            number = cursor.number("H")
            name = _pascal(cursor, 2)
            length = cursor.number("I")
            found.append(Resource(number, name, cursor.take(length)))
            cursor.take(min(length & 1, cursor.left))
    except ValueError:
        losses.append("Some of the image resources are damaged.")
    return tuple(found)


def _pascal(cursor: _Cursor, align: int) -> bytes:
    length = cursor.number("B")
    name = cursor.take(length)
    cursor.take(min(-(length + 1) % align, cursor.left))
    return name


def _layer_section(
    cursor: _Cursor, header: Header, losses: list[str]
) -> tuple[tuple[LayerRecord, ...], bool, tuple[Block, ...]]:
    """Layers, whether merged alpha is transparency, and the blocks behind them."""
    if cursor.left < 4:
        return (), False, ()
    layers: tuple[LayerRecord, ...] = ()
    has_alpha = False
    blocks: tuple[Block, ...] = ()
    try:
        info = cursor.part(cursor.number("Q" if header.is_big else "I"))
        layers, has_alpha = _layers(info, header, losses)
        if cursor.left >= 4:
            cursor.part(cursor.number("I"))
            blocks = _blocks(cursor, header.is_big, 4, losses)
    except ValueError:
        losses.append("The list of layers is damaged.")
    for block in blocks:
        # 16- and 32-bit documents keep their layers in a block of their own.
        if block.key in (b"Layr", b"Lr16", b"Lr32") and not layers:
            info = _Cursor(block.view, 0, len(block.view))
            layers, alpha = _layers(info, header, losses)
            has_alpha = has_alpha or alpha
        if block.key in (b"Mtrn", b"Mt16", b"Mt32"):
            has_alpha = True
    kept = tuple(block for block in blocks if block.key not in (b"Layr", b"Lr16", b"Lr32"))
    return layers, has_alpha, kept


def _layers(
    cursor: _Cursor, header: Header, losses: list[str]
) -> tuple[tuple[LayerRecord, ...], bool]:
    if cursor.left < 2:
        return (), False
    count = cursor.number("h")
    records: list[tuple[LayerRecord, list[tuple[int, int]]]] = []
    try:
        for _ in range(min(abs(count), MAX_LAYERS)):
            records.append(_layer(cursor, header.is_big, losses))
    except ValueError:
        # Where the pixels begin is only known behind the last record.
        losses.append(f"The list of {abs(count)} layers is damaged.")
        return (), count < 0
    layers: list[LayerRecord] = []
    for record, channels in records:
        layers.append(
            LayerRecord(
                record.name,
                record.rect,
                tuple(Channel(number, cursor.part(size).rest()) for number, size in channels),
                record.blend,
                record.opacity,
                record.is_clipped,
                record.flags,
                record.mask,
                record.blending_ranges,
                record.blocks,
            )
        )
    return tuple(layers), count < 0


def _layer(
    cursor: _Cursor, is_big: bool, losses: list[str]
) -> tuple[LayerRecord, list[tuple[int, int]]]:
    """A record, its channels still empty, and their (number, length)."""
    top, left, bottom, right = cursor.unpack("iiii")
    count = cursor.number("H")
    if count > _MAX_CHANNELS:
        raise ValueError("too many channels")
    channels: list[tuple[int, int]] = []
    for _ in range(count):
        number, length = cursor.unpack("hQ" if is_big else "hI")
        channels.append((number, length))
    cursor.take(4)
    blend = cursor.take(4)
    opacity, clipping, flags, _ = cursor.unpack("BBBB")
    extra = cursor.part(cursor.number("I"))
    mask: MaskRecord | None = None
    ranges = b""
    name = b""
    blocks: tuple[Block, ...] = ()
    try:
        mask = _mask(extra.part(extra.number("I")))
        ranges = extra.part(extra.number("I")).rest().tobytes()
        name = _pascal(extra, 4)
        blocks = _blocks(extra, is_big, 1, losses)
    except ValueError:
        losses.append("Some properties of a layer are damaged.")
    record = LayerRecord(
        _name(name, blocks),
        Rect(left, top, right, bottom),
        (),
        blend,
        opacity,
        clipping != 0,
        flags,
        mask,
        ranges,
        blocks,
    )
    return record, channels


def _mask(cursor: _Cursor) -> MaskRecord | None:
    if cursor.left < 18:
        return None
    top, left, bottom, right = cursor.unpack("iiii")
    outside, flags = cursor.unpack("BB")
    real: Rect | None = None
    real_flags = real_outside = 0
    density = vector_density = 255
    feather = vector_feather = 0.0
    try:
        if cursor.left >= 18:
            real_flags, real_outside = cursor.unpack("BB")
            real_top, real_left, real_bottom, real_right = cursor.unpack("iiii")
            real = Rect(real_left, real_top, real_right, real_bottom)
        if flags & 16:
            present = cursor.number("B")
            if present & 1:
                density = cursor.number("B")
            if present & 2:
                feather = _feather(cursor)
            if present & 4:
                vector_density = cursor.number("B")
            if present & 8:
                vector_feather = _feather(cursor)
    except ValueError:
        pass  # an older program wrote less
    return MaskRecord(
        Rect(left, top, right, bottom) if right > left and bottom > top else EMPTY,
        outside,
        bool(flags & 2),
        bool(flags & 4),
        bool(flags & 8),
        density,
        feather,
        vector_density,
        vector_feather,
        real,
        real_outside,
        bool(real_flags & 2),
        bool(real_flags & 4),
    )


def _feather(cursor: _Cursor) -> float:
    value = float(struct.unpack(">d", cursor.take(8))[0])
    return value if 0 <= value <= MAX_FEATHER else 0.0


def _blocks(cursor: _Cursor, is_big: bool, align: int, losses: list[str]) -> tuple[Block, ...]:
    found: list[Block] = []
    while cursor.left >= 12:
        # Programs disagree on how blocks are padded: look for the next one nearby.
        for _ in range(4):
            if cursor.peek(4) in SIGNATURES or cursor.left < 12:
                break
            cursor.take(1)
        if cursor.take(4) not in SIGNATURES:
            losses.append("Some properties of a layer or of the file are damaged.")
            break
        key = cursor.take(4)
        long = is_big and key in LONG_BLOCKS
        length = cursor.number("Q" if long else "I")
        found.append(Block(key, cursor.part(length).rest()))
        cursor.take(min(-length % align, cursor.left))
    return tuple(found)


def _name(pascal: bytes, blocks: tuple[Block, ...]) -> str:
    unicode = next((block.data for block in blocks if block.key == b"luni"), b"")
    if len(unicode) >= 4:
        count = int.from_bytes(unicode[:4], "big")
        text = unicode[4 : 4 + 2 * count].decode("utf-16-be", "replace").rstrip("\0")
        if text:
            return text
    return pascal.decode("mac-roman", "replace")
