"""Compiled inner loops. They release the GIL and never read or write outside their arrays."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from numba import njit

from engine.document.raster import Pixels
from engine.formats.psd.memory import copy_bytes, fill_bytes

Bytes: TypeAlias = npt.NDArray[np.uint8]
Counts: TypeAlias = npt.NDArray[np.int64]
Words: TypeAlias = npt.NDArray[np.uint32 | np.uint64]


@njit(nogil=True, cache=True)
def pack_rows(rows: Bytes, out: Bytes, counts: Counts) -> int:
    """PackBits rows (H×W uint8, contiguous) one behind the other; returns the bytes used.


    counts: H, receives the packed length of each row. out holds at least H·packed_bound(W) bytes.
    """
    height, width = rows.shape
    flat = rows.reshape(height * width)
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
                    copy_bytes(out, end, flat, y * width + literal, count)
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
            copy_bytes(out, end, flat, y * width + literal, count)
            end += count
            literal += count
        counts[y] = end - begin
    return end


@njit(nogil=True, cache=True)
def unpack_rows(data: Bytes, starts: Counts, counts: Counts, out: Bytes) -> int:
    """Unpack PackBits rows into `out` (H×W uint8, contiguous); returns how many were damaged.

    Row y lies at data[starts[y] : starts[y] + counts[y]]; what lies outside `data` is missing.
    Samples that the data does not give stay as they are in `out`.
    """
    size = data.shape[0]
    height, width = out.shape
    flat = out.reshape(height * width)
    damaged = 0
    for y in range(height):
        place = starts[y]
        end = min(place + counts[y], size)
        row = y * width
        x = 0
        whole = 0 <= place <= place + counts[y] <= size
        if place < 0:
            end = place
        while place < end and x < width:
            head = np.int64(data[place])
            place += 1
            if head < 128:
                count = min(head + 1, end - place, width - x)
                whole &= count == head + 1
                copy_bytes(flat, row + x, data, place, count)
                place += count
                x += count
            elif head > 128:
                if place >= end:
                    whole = False
                    break
                count = min(257 - head, width - x)
                whole &= count == 257 - head
                fill_bytes(flat, row + x, data[place], count)
                place += 1
                x += count
        if x < width or not whole:
            damaged += 1
    return damaged


@njit(nogil=True, cache=True)
def join_planes(planes: Pixels, x: int, words: Words, left: int, top: int) -> None:
    """Write four planes (4×H×W), from column x on, as pixels into `words` at (left, top).

    words: pixels as whole numbers, see `words_of`; what does not fit into it is left out.
    """
    height = min(planes.shape[1], words.shape[0] - top)
    width = min(planes.shape[2] - x, words.shape[1] - left)
    bits = np.uint64(8 * planes.itemsize)
    for y in range(height):
        red = planes[0, y, x : x + width]
        green = planes[1, y, x : x + width]
        blue = planes[2, y, x : x + width]
        alpha = planes[3, y, x : x + width]
        row = words[top + y, left : left + width]
        for column in range(width):
            row[column] = (
                np.uint64(red[column])
                | np.uint64(green[column]) << bits
                | np.uint64(blue[column]) << (2 * bits)
                | np.uint64(alpha[column]) << (3 * bits)
            )


@njit(nogil=True, cache=True)
def split_words(words: Words, left: int, top: int, planes: Pixels, x: int) -> None:
    """Write pixels (see `words_of`) from (left, top) on into planes (4×H×W) from column x on."""
    height = min(planes.shape[1], words.shape[0] - top)
    width = min(planes.shape[2] - x, words.shape[1] - left)
    bits = np.uint64(8 * planes.itemsize)
    for y in range(height):
        red = planes[0, y, x : x + width]
        green = planes[1, y, x : x + width]
        blue = planes[2, y, x : x + width]
        alpha = planes[3, y, x : x + width]
        row = words[top + y, left : left + width]
        for column in range(width):
            word = np.uint64(row[column])
            red[column] = word
            green[column] = word >> bits
            blue[column] = word >> (2 * bits)
            alpha[column] = word >> (3 * bits)


def words_of(pixels: Pixels) -> Words:
    """Pixels H×W×4 (contiguous, little-endian) as H×W whole numbers, without a copy."""
    if pixels.dtype == np.uint8:
        return pixels.view(np.uint32)[..., 0]
    return pixels.view(np.uint64)[..., 0]


def packed_bound(width: int) -> int:
    """The most bytes that a row of `width` samples can pack to."""
    return width + -(-width // 128)
