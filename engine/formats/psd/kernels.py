"""Compiled inner loops. They release the GIL and never read or write outside their arrays."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

from engine.document.raster import Pixels

Bytes = npt.NDArray[np.uint8]
Counts = npt.NDArray[np.int64]


@njit(nogil=True, cache=True)
def pack_rows(rows: Bytes, out: Bytes, counts: Counts) -> int:
    """PackBits every row (H×W uint8) into `out`, one behind the other; returns the bytes used.

    counts: H, receives the packed length of each row. out holds at least H·packed_bound(W) bytes.
    """
    height, width = rows.shape
    end = 0
    for y in range(height):
        begin = end
        literal = 0
        x = 0
        while x < width:
            value = rows[y, x]
            stop = x + 1
            last = min(width, x + 128)
            while stop < last and rows[y, stop] == value:
                stop += 1
            # A run of two inside literals costs as much as it saves.
            if stop - x >= 3 or (stop - x == 2 and literal == x):
                while literal < x:
                    count = min(128, x - literal)
                    out[end] = count - 1
                    end += 1
                    for k in range(count):
                        out[end + k] = rows[y, literal + k]
                    end += count
                    literal += count
                out[end] = 257 - (stop - x)
                out[end + 1] = value
                end += 2
                literal = stop
            x = stop
        while literal < width:
            count = min(128, width - literal)
            out[end] = count - 1
            end += 1
            for k in range(count):
                out[end + k] = rows[y, literal + k]
            end += count
            literal += count
        counts[y] = end - begin
    return end


@njit(nogil=True, cache=True)
def unpack_rows(data: Bytes, starts: Counts, counts: Counts, out: Bytes) -> int:
    """Unpack PackBits rows into `out` (H×W uint8); returns how many rows were damaged.

    Row y lies at data[starts[y] : starts[y] + counts[y]]; what lies outside `data` is missing.
    Samples that the data does not give stay as they are in `out`.
    """
    size = data.shape[0]
    height, width = out.shape
    damaged = 0
    for y in range(height):
        place = starts[y]
        end = min(place + counts[y], size)
        x = 0
        whole = place >= 0 and place + counts[y] <= size
        if place < 0:
            end = place
        while place < end and x < width:
            head = data[place]
            place += 1
            if head < 128:
                count = head + 1
                if count > end - place:
                    count = end - place
                    whole = False
                if count > width - x:
                    count = width - x
                    whole = False
                for k in range(count):
                    out[y, x + k] = data[place + k]
                place += count
                x += count
            elif head > 128:
                count = 257 - head
                if place >= end:
                    whole = False
                    break
                if count > width - x:
                    count = width - x
                    whole = False
                value = data[place]
                place += 1
                for k in range(count):
                    out[y, x + k] = value
                x += count
        if x < width or not whole:
            damaged += 1
    return damaged


@njit(nogil=True, cache=True)
def join_tile(planes: Pixels, x: int, left: int, top: int, tile: Pixels) -> None:
    """Write four planes (4×H×W), from column x on, into a tile (128×128×4) at (left, top)."""
    height = min(planes.shape[1], tile.shape[0] - top)
    width = min(planes.shape[2] - x, tile.shape[1] - left)
    for row in range(height):
        for column in range(width):
            for channel in range(4):
                tile[top + row, left + column, channel] = planes[channel, row, x + column]


@njit(nogil=True, cache=True)
def split_tile(tile: Pixels, left: int, top: int, planes: Pixels, x: int, y: int) -> None:
    """Write a tile's pixels from (left, top) on into four planes (4×H×W) at (x, y)."""
    height = min(planes.shape[1] - y, tile.shape[0] - top)
    width = min(planes.shape[2] - x, tile.shape[1] - left)
    for row in range(height):
        for column in range(width):
            for channel in range(4):
                planes[channel, y + row, x + column] = tile[top + row, left + column, channel]


def packed_bound(width: int) -> int:
    """The most bytes that a row of `width` samples can pack to."""
    return width + -(-width // 128)
