"""One record of the layer list, as it lies in the file."""

from __future__ import annotations

import struct
from dataclasses import replace

import numpy as np

from engine.document.geometry import EMPTY, Rect
from engine.formats.psd.cursor import Cursor
from engine.formats.psd.records import (
    LONG_BLOCKS,
    SIGNATURES,
    Block,
    Channel,
    LayerRecord,
    MaskRecord,
)

MAX_CHANNELS = 60
MAX_FEATHER = 1000
"""Pixels; Photoshop's own limit."""


def read_layer(
    cursor: Cursor, is_big: bool, losses: list[str]
) -> tuple[LayerRecord, list[tuple[int, int]]]:
    """A record, its channels still empty, and their (number, length)."""
    top, left, bottom, right = cursor.unpack("iiii")
    count = cursor.number("H")
    if count > MAX_CHANNELS:
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
    ranges = mask_data = b""
    name = b""
    blocks: tuple[Block, ...] = ()
    try:
        mask_data = extra.part(extra.number("I")).rest().tobytes()
        mask = _mask(Cursor(np.frombuffer(mask_data, np.uint8), 0, len(mask_data)))
        ranges = extra.part(extra.number("I")).rest().tobytes()
        name = extra.pascal(4)
        blocks = read_blocks(extra, is_big, 1, losses)
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
        mask_data,
        ranges,
        blocks,
    )
    return record, channels


def with_channels(
    record: LayerRecord, channels: list[tuple[int, int]], cursor: Cursor
) -> LayerRecord:
    """The record with the data of its channels, which begins at the cursor; it moves behind it."""
    found = tuple(Channel(number, cursor.part(length).rest()) for number, length in channels)
    return replace(record, channels=found)


def _mask(cursor: Cursor) -> MaskRecord | None:
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


def _feather(cursor: Cursor) -> float:
    value = float(struct.unpack(">d", cursor.take(8))[0])
    return value if 0 <= value <= MAX_FEATHER else 0.0


def read_blocks(cursor: Cursor, is_big: bool, align: int, losses: list[str]) -> tuple[Block, ...]:
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
