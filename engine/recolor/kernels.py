"""Compiled loops over the tiles of a flat layer. Imports numba: only who paints loads this.

Tiles are 128x128; `first`, `second` uint8 or uint16 slot ids, `coverage` uint8, tables are indexed
by slot id. See engine.document.slots for the rule of mixing, which these loops follow bit by bit.
"""

from __future__ import annotations

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def mark_slots(tile, first, second, coverage, bits, place, marks):  # type: ignore[no-untyped-def]
    """Set marks[place[id]] for every slot that a visible pixel of a packed tile has.

    place: id -> index into marks.
    """
    visible = np.uint64(1) << np.uint64(3 * bits)
    last = np.int64(-1)
    for y in range(first.shape[0]):
        for x in range(first.shape[1]):
            here = np.int64(first[y, x])
            if (here != last or coverage[y, x] > 0) and np.uint64(tile[y, x]) >= visible:
                marks[place[here]] = True
                last = here
                if coverage[y, x] > 0:
                    marks[place[second[y, x]]] = True


@njit(cache=True, nogil=True)
def mixed(table, one, two, weight, channel):  # type: ignore[no-untyped-def]
    """One channel of a mixture."""
    if weight == 0:
        return table[one, channel]
    return (table[one, channel] * (255 - weight) + table[two, channel] * weight + 127) // 255


@njit(cache=True, nogil=True)
def _moved(pixel, one, two, weight, before, after, bits):  # type: ignore[no-untyped-def]
    """A packed pixel moved by what its mixture moves, clipped; alpha stays."""
    most = (np.int64(1) << bits) - 1
    moved = pixel >> np.uint64(3 * bits)
    for c in range(2, -1, -1):
        value = np.int64((pixel >> np.uint64(c * bits)) & np.uint64(most))
        value += mixed(after, one, two, weight, c) - mixed(before, one, two, weight, c)
        moved = (moved << np.uint64(bits)) | np.uint64(min(most, max(0, value)))
    return moved


@njit(cache=True, nogil=True)
def recolor_tile(  # type: ignore[no-untyped-def]
    tile, first, second, coverage, plain, fresh, before, after, changed, bits, out
):
    """Fill `out` with the tile after a change of colours.

    tile, out: a packed RGBA pixel each, red lowest, of 4 channels of 8 (uint32) or 16 (uint64)
    bits. before, after: N×3 int64 colours by id; plain, fresh: the same packed, uint64. changed: N
    bool.
    """
    colors = (np.uint64(1) << np.uint64(3 * bits)) - np.uint64(1)
    last, last_pixel, last_new = np.int64(-1), np.uint64(0), np.uint64(0)
    for y in range(tile.shape[0]):
        for x in range(tile.shape[1]):
            one, weight, pixel = np.int64(first[y, x]), coverage[y, x], np.uint64(tile[y, x])
            if weight > 0:
                two = np.int64(second[y, x])
                if (changed[one] or changed[two]) and pixel > colors:
                    pixel = _moved(pixel, one, two, weight, before, after, bits)
                out[y, x] = pixel
                continue
            if one != last or pixel != last_pixel:
                last, last_pixel, last_new = one, pixel, pixel
                if changed[one] and pixel > colors:
                    if pixel & colors == plain[one]:
                        last_new = (pixel & ~colors) | fresh[one]
                    else:
                        last_new = _moved(pixel, one, one, 0, before, after, bits)
            out[y, x] = last_new
