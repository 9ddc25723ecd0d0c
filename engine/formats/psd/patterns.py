"""Patterns of a PSD file, by their id (blocks `Patt`, `Pat2`, `Pat3`)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from engine.document.style import Pattern
from engine.formats.limits import MAX_SIDE
from engine.formats.psd.codec import Compression, RleRows
from engine.formats.psd.cursor import Cursor
from engine.formats.psd.records import Block

_KEYS = (b"Patt", b"Pat2", b"Pat3")
_GRAY, _INDEXED, _RGB = 1, 2, 3
_MAX_PIXELS = 1 << 20


def patterns_of(blocks: tuple[Block, ...]) -> dict[str, Pattern]:
    """All patterns that can be read."""
    found: dict[str, Pattern] = {}
    for block in blocks:
        if block.key in _KEYS:
            found.update(_patterns(Cursor(block.view, 0, len(block.view))))
    return found


def _patterns(cursor: Cursor) -> Iterator[tuple[str, Pattern]]:
    while cursor.left > 4:
        try:
            length = cursor.number("I")
            part = cursor.part(length)
            cursor.take(min(-length % 4, cursor.left))
            yield _pattern(part)
        except ValueError:
            continue


def _pattern(cursor: Cursor) -> tuple[str, Pattern]:
    version, mode, _, _ = cursor.unpack("IIhh")
    cursor.take(2 * cursor.number("I"))
    name = cursor.pascal(1).decode("latin-1")
    if version != 1 or mode not in (_GRAY, _INDEXED, _RGB):
        raise ValueError("a pattern of an unknown kind")
    table: npt.NDArray[np.uint8] | None = None
    if mode == _INDEXED:
        table = np.frombuffer(cursor.take(768), np.uint8).reshape(256, 3)
        cursor.take(4)
    _, _ = cursor.unpack("II")
    top, left, bottom, right = cursor.unpack("IIII")
    slots = cursor.number("I")
    height, width = bottom - top, right - left
    if not (0 < height <= MAX_SIDE and 0 < width <= MAX_SIDE) or width * height > _MAX_PIXELS:
        raise ValueError("a pattern of an impossible size")
    planes: dict[int, npt.NDArray[np.uint8]] = {}
    for slot in range(min(slots, 64) + 2):
        if cursor.left < 8:
            break
        written, size = cursor.unpack("II")
        if not written or not size:
            if not written:
                cursor.at -= 4  # nothing but the flag is stored of an empty slot
            continue
        planes[slot] = _plane(cursor.part(size), height, width)
    pixels = np.full((height, width, 4), 255, np.uint8)
    colors = [planes[slot] for slot in sorted(planes) if slot < slots]
    if not colors:
        raise ValueError("a pattern without pixels")
    if table is not None:
        pixels[..., :3] = table[colors[0]]
    else:
        for channel in range(3):
            pixels[..., channel] = colors[channel if mode == _RGB and len(colors) > 2 else 0]
    alpha = next((planes[slot] for slot in sorted(planes) if slot >= slots), None)
    if alpha is not None:
        pixels[..., 3] = alpha
    pixels.flags.writeable = False
    return name, Pattern(pixels)


def _plane(cursor: Cursor, height: int, width: int) -> npt.NDArray[np.uint8]:
    depth = cursor.number("I")
    cursor.take(16)
    cursor.take(2)
    compression = cursor.number("B")
    if compression == Compression.RAW:
        data = np.frombuffer(cursor.take(height * width * depth // 8), np.uint8)
        samples = data.reshape(height, -1)
    elif compression == Compression.RLE:
        lengths = np.frombuffer(cursor.take(2 * height), ">u2").astype(np.int64)
        body = cursor.rest()
        rows = RleRows(body, np.cumsum(lengths) - lengths, lengths, width, depth)
        samples = np.asarray(rows.read(0, height)[0])
        return samples if depth == 8 else (samples >> 8).astype(np.uint8)
    else:
        raise ValueError("a pattern of an unknown compression")
    return samples if depth == 8 else samples[:, ::2]
