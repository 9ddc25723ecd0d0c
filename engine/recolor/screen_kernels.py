"""Loops behind `screen`: how much of each slot a pixel of the screen shows, and painting by it."""

from __future__ import annotations

import numpy as np
from numba import njit


@njit(nogil=True, cache=True)
def mark_slots(seen, ids, second, coverage):  # type: ignore[no-untyped-def]
    """seen: 1 for every slot that has a share in a tile's pixels."""
    height, width = ids.shape
    for y in range(height):
        for x in range(width):
            seen[ids[y, x]] = 1
            if coverage[y, x] > 0:
                seen[second[y, x]] = 1


@njit(nogil=True, cache=True)
def add_share(sums, ids, second, coverage, gain, slot, shift, top, left):  # type: ignore[no-untyped-def]
    """Add gain × share of one slot to the sums of a coarser tile, whose corner for this tile is
    (top, left). sums: uint32 H×W×3 in units of 1/255; gain: uint8 128×128×3."""
    height, width = ids.shape
    for y in range(height):
        row = top + (y >> shift)
        for x in range(width):
            share = np.uint32(0)
            cover = np.uint32(coverage[y, x])
            if ids[y, x] == slot:
                share += np.uint32(255) - cover
            if cover > 0 and second[y, x] == slot:
                share += cover
            if share > 0:
                column = left + (x >> shift)
                for channel in range(3):
                    sums[row, column, channel] += share * np.uint32(gain[y, x, channel])


@njit(nogil=True, cache=True)
def averaged(sums, out, parts):  # type: ignore[no-untyped-def]
    """Sums as bytes in blue, green, red, 255: parts is how many pixels went into one."""
    height, width = sums.shape[:2]
    whole = np.uint64(255) * np.uint64(parts)
    half = whole // np.uint64(2)
    for y in range(height):
        for x in range(width):
            for channel in range(3):
                value = (np.uint64(sums[y, x, channel]) + half) // whole
                out[y, x, 2 - channel] = value
            out[y, x, 3] = 255


@njit(nogil=True, cache=True)
def gathered(picture, left, top, width, height, places, gains, used):  # type: ignore[no-untyped-def]
    """List the pixels of a picture (BGRX) lying at (left, top) on a screen that are not black.

    places: where they are in the screen, row by row; gains: their blue, green, red. Returns how
    many entries are used now; both arrays must have room for all."""
    rows, columns = picture.shape[:2]
    for y in range(max(0, -top), min(rows, height - top)):
        for x in range(max(0, -left), min(columns, width - left)):
            blue, green, red = picture[y, x, 0], picture[y, x, 1], picture[y, x, 2]
            if blue | green | red:
                places[used] = (y + top) * width + x + left
                gains[used, 0] = blue
                gains[used, 1] = green
                gains[used, 2] = red
                used += 1
    return used


@njit(nogil=True, cache=True)
def copied(frame, base, places):  # type: ignore[no-untyped-def]
    """frame = base at these places. Both: N×4 bytes."""
    for number in range(len(places)):
        place = places[number]
        for channel in range(3):
            frame[place, channel] = base[place, channel]


@njit(nogil=True, cache=True)
def shifted(frame, places, gains, blue, green, red):  # type: ignore[no-untyped-def]
    """Add a change of colour (-255..255 per channel) where a slot shows, times how much it does."""
    moves = np.empty((3, 256), np.int32)
    for gain in range(256):
        moves[0, gain] = int(np.floor(gain * blue / 255.0 + 0.5))
        moves[1, gain] = int(np.floor(gain * green / 255.0 + 0.5))
        moves[2, gain] = int(np.floor(gain * red / 255.0 + 0.5))
    for number in range(len(places)):
        place = places[number]
        for channel in range(3):
            value = frame[place, channel] + moves[channel, gains[number, channel]]
            frame[place, channel] = min(max(value, 0), 255)
