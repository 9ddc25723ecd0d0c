"""The pixels in a .kra: tiles of 64×64 pixels, packed with LZF.

A layer's file is a head of lines (VERSION, TILEWIDTH, TILEHEIGHT, PIXELSIZE, DATA = number of
tiles) and, for every tile, a line "x,y,LZF,bytes" with that many bytes behind it. Their first byte
is 1 for packed tiles, in which the first bytes of all pixels come first, then all second bytes and
so on; 0 for tiles as they are. Samples are little-endian, colours in the order blue, green, red.
LZF: http://oldhome.schmorp.de/marc/liblzf.html
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce

import numpy as np
import numpy.typing as npt
from numba import njit

from engine.document.geometry import EMPTY, Rect
from engine.formats.limits import MemoryBudget

Bytes = npt.NDArray[np.uint8]

_MOST_TILES = 1 << 20
_MOST_LINE = 64
_LARGEST_TILE = 1024


@dataclass(slots=True)
class Pixels:
    """samples: H×W×(bytes of a pixel) uint8 in the order of the file, its corner at left, top."""

    samples: Bytes
    left: int = 0
    top: int = 0
    losses: list[str] = field(default_factory=list)


def unpacked(data: bytes, default: bytes, canvas: Rect, budget: MemoryBudget) -> Pixels:
    """What a layer's file holds. default: the bytes of a pixel outside all tiles.

    Tiles farther from the canvas than its own size are left out, and damaged ones; both are told
    in `losses`. ValueError when the head is damaged or the pixels are too many for the budget.
    """
    head, at = _head(data)
    width, height, size = head["TILEWIDTH"], head["TILEHEIGHT"], head["PIXELSIZE"]
    count = head["DATA"]
    if not (0 < width <= _LARGEST_TILE and 0 < height <= _LARGEST_TILE and len(default) == size):
        raise ValueError("tiles of an unknown kind")
    if not 0 <= count <= _MOST_TILES:
        raise ValueError("too many tiles")
    far = max(canvas.width, canvas.height) + max(width, height)
    reach = Rect(canvas.left - far, canvas.top - far, canvas.right + far, canvas.bottom + far)
    found: list[tuple[Rect, bytes]] = []
    losses: list[str] = []
    try:
        for _ in range(count):
            line, at = _line(data, at)
            left, top, kind, length = line.split(b",")
            if kind != b"LZF" or not 0 <= int(length) <= len(data) - at:
                raise ValueError("no tile here")
            place = Rect(int(left), int(top), int(left) + width, int(top) + height)
            if reach.intersected(place) == place:
                found.append((place, data[at : at + int(length)]))
            else:
                losses.append("what lies far outside the canvas was left out")
            at += int(length)
    except ValueError:
        losses.append("some of its tiles are damaged")
    bounds = reduce(Rect.united, (place for place, _ in found), canvas if any(default) else EMPTY)
    if bounds == EMPTY:
        return Pixels(np.zeros((0, 0, size), np.uint8), losses=losses)
    if not budget.take(bounds.width * bounds.height * size):
        raise ValueError("pixels that unpack to too much")
    samples = np.empty((bounds.height, bounds.width, size), np.uint8)
    samples[:] = np.frombuffer(default, np.uint8)
    for place, packed in found:
        tile = _tile(packed, width * height, size)
        if tile is None:
            losses.append("some of its tiles are damaged")
            continue
        rows = slice(place.top - bounds.top, place.bottom - bounds.top)
        columns = slice(place.left - bounds.left, place.right - bounds.left)
        samples[rows, columns] = tile.reshape(height, width, size)
    return Pixels(samples, bounds.left, bounds.top, list(dict.fromkeys(losses)))


def _head(data: bytes) -> tuple[dict[str, int], int]:
    values: dict[str, int] = {}
    at = 0
    while "DATA" not in values:
        line, at = _line(data, at)
        key, _, value = line.decode("ascii").partition(" ")
        values[key] = int(value)
    if values.keys() != {"VERSION", "TILEWIDTH", "TILEHEIGHT", "PIXELSIZE", "DATA"}:
        raise ValueError("a head that is not one")
    return values, at


def _line(data: bytes, at: int) -> tuple[bytes, int]:
    end = data.find(b"\n", at, at + _MOST_LINE)
    if end < 0:
        raise ValueError("a line without an end")
    return data[at:end], end + 1


def _tile(packed: bytes, count: int, size: int) -> Bytes | None:
    """The count·size bytes of a tile, pixel by pixel; None when they are damaged."""
    if not packed:
        return None
    body = np.frombuffer(packed, np.uint8, offset=1)
    if packed[0] == 0:
        return body if len(body) == count * size else None
    planes = np.empty(count * size, np.uint8)
    if unpack_lzf(body, planes) != len(planes):
        return None
    return planes.reshape(size, count).T


@njit(nogil=True, cache=True)
def unpack_lzf(data: Bytes, out: Bytes) -> int:
    """Unpack LZF into `out`; returns the bytes written, or -1 when the data is damaged.

    Never reads or writes outside the arrays.
    """
    at = 0
    end = 0
    while at < len(data):
        control = int(data[at])
        at += 1
        if control < 32:
            count = control + 1
            if at + count > len(data) or end + count > len(out):
                return -1
            for index in range(count):
                out[end + index] = data[at + index]
            at += count
        else:
            count = control >> 5
            if count == 7:
                if at >= len(data):
                    return -1
                count += int(data[at])
                at += 1
            count += 2
            if at >= len(data):
                return -1
            start = end - ((control & 31) << 8) - int(data[at]) - 1
            at += 1
            if start < 0 or end + count > len(out):
                return -1
            # Byte by byte: a copy may reach into what it writes.
            for index in range(count):
                out[end + index] = out[start + index]
        end += count
    return end
