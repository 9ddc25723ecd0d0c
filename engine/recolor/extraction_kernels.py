"""Compiled loops behind extraction.py. Pixels are packed as in kernels.py, uint32 or uint64."""

from __future__ import annotations

import numpy as np
from numba import njit

FEW_NEARBY = 8
"""At most so many slots around a pixel are tried in pairs."""

SURE, FAR = 2, 5
"""Reach in pixels of the first and of the second look around."""


@njit(cache=True, nogil=True)
def _cell_of(key, keys, cells):  # type: ignore[no-untyped-def]
    mask = np.uint64(cells.size - 1)
    mixed = (key ^ (key >> np.uint64(23))) * np.uint64(0x9E3779B97F4A7C15)
    cell = (mixed ^ (mixed >> np.uint64(31))) & mask
    while cells[np.int64(cell)] >= 0 and keys[cells[np.int64(cell)]] != key:
        cell = (cell + np.uint64(1)) & mask
    return np.int64(cell)


@njit(cache=True, nogil=True)
def tally(picture, bits):  # type: ignore[no-untyped-def]
    """The colours of all visible pixels in order of appearance: keys (packed colours), counts, how
    many pixels lie in a 3x3 block of the colour, and for each pixel its index or -1."""
    height, width = picture.shape
    visible = np.uint64(1) << np.uint64(3 * bits)
    colors = visible - np.uint64(1)
    keys = np.empty(1024, np.uint64)
    cells = np.full(4096, -1, np.int64)
    numbers = np.empty((height, width), np.int32)
    count = 0
    for y in range(height):
        last, last_key = -1, np.uint64(0)
        for x in range(width):
            pixel = np.uint64(picture[y, x])
            if pixel < visible:
                numbers[y, x] = -1
                continue
            key = pixel & colors
            if last < 0 or key != last_key:
                cell = _cell_of(key, keys, cells)
                if cells[cell] < 0:
                    if count == keys.size:
                        more = np.empty(2 * count, np.uint64)
                        more[:count] = keys
                        keys = more
                        cells = np.full(8 * count, -1, np.int64)
                        for entry in range(count):
                            cells[_cell_of(keys[entry], keys, cells)] = entry
                        cell = _cell_of(key, keys, cells)
                    keys[count] = key
                    cells[cell] = count
                    count += 1
                last, last_key = cells[cell], key
            numbers[y, x] = last
    counts, solid = np.zeros(count, np.int64), np.zeros(count, np.int64)
    for y in range(height):
        for x in range(width):
            here = numbers[y, x]
            if here < 0:
                continue
            counts[here] += 1
            if 0 < x < width - 1 and 0 < y < height - 1:
                same = True
                for down in range(-1, 2):
                    for right in range(-1, 2):
                        same = same and numbers[y + down, x + right] == here
                solid[here] += same
    return keys[:count], counts, solid, numbers


@njit(cache=True, nogil=True)
def _fit(color, one, two):  # type: ignore[no-untyped-def]
    """The share of `two` in 1/255 that comes nearest to a colour, and the largest error left."""
    above, below = 0.0, 0.0
    for c in range(3):
        step = two[c] - one[c]
        above += step * (color[c] - one[c])
        below += step * step
    if below == 0:
        return 0, 1 << 30
    weight = int(min(255.0, max(0.0, np.floor(255.0 * above / below + 0.5))))
    worst = 0
    for c in range(3):
        mixture = (one[c] * (255 - weight) + two[c] * weight + 127) // 255
        worst = max(worst, abs(mixture - color[c]))
    return weight, worst


@njit(cache=True, nogil=True)
def explain(numbers, alpha, palette, slot_of, table, slack, most, ids, second, coverage, wrong):  # type: ignore[no-untyped-def]
    """Give every visible pixel its slot, or the two slots around it that it mixes.

    numbers: as from `tally`. palette: colours by number, int64. slot_of: number -> slot or -1.
    table: colours of the slots. slack: error that still counts as explained, for opaque pixels.
    wrong: by how much the best explanation misses, -1 where there is none at all.
    """
    height, width = numbers.shape
    near = np.empty(FEW_NEARBY, np.int64)
    for y in range(height):
        for x in range(width):
            number = numbers[y, x]
            ids[y, x], second[y, x], coverage[y, x], wrong[y, x] = 0, 0, 0, 0
            if number < 0:
                continue
            if slot_of[number] >= 0:
                ids[y, x] = slot_of[number]
                continue
            limit = slack + slack * (most - alpha[y, x]) // alpha[y, x]
            color = palette[number]
            best = 1 << 30
            for reach in (SURE, FAR):
                found = 0
                for ring in range(1, reach + 1):
                    for down in range(-ring, ring + 1):
                        for right in range(-ring, ring + 1):
                            if max(abs(down), abs(right)) != ring or found == FEW_NEARBY:
                                continue
                            v, u = y + down, x + right
                            if not (0 <= v < height and 0 <= u < width) or numbers[v, u] < 0:
                                continue
                            slot = slot_of[numbers[v, u]]
                            if slot < 0:
                                continue
                            known = False
                            for k in range(found):
                                known = known or near[k] == slot
                            if not known:
                                near[found] = slot
                                found += 1
                for k in range(found):
                    worst = 0
                    for c in range(3):
                        worst = max(worst, abs(table[near[k], c] - color[c]))
                    if worst < best:
                        best = worst
                        ids[y, x], second[y, x], coverage[y, x] = near[k], 0, 0
                    for j in range(k):
                        weight, worst = _fit(color, table[near[j]], table[near[k]])
                        if worst < best:
                            best = worst
                            one, two = near[j], near[k]
                            if weight > 127:
                                one, two, weight = two, one, 255 - weight
                            ids[y, x], second[y, x], coverage[y, x] = one, two, weight
                if best <= limit:
                    break
            wrong[y, x] = -1 if best == 1 << 30 else (best if best > limit else 0)


@njit(cache=True, nogil=True)
def lonely(numbers, palette, wrong, counts):  # type: ignore[no-untyped-def]
    """Count, by number, the unexplained pixels that do not lie between two opposite neighbours:
    what is left of thin lines and dots once the mixtures around them are taken off."""
    height, width = numbers.shape
    for y in range(height):
        for x in range(width):
            here = numbers[y, x]
            if here < 0 or wrong[y, x] == 0:
                continue
            between = False
            for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
                v, u, b, a = y + down, x + right, y - down, x - right
                if not (0 <= v < height and 0 <= u < width and 0 <= b < height and 0 <= a < width):
                    continue
                one, two = numbers[v, u], numbers[b, a]
                if one < 0 or two < 0 or one == here or two == here:
                    continue
                inside = True
                for c in range(3):
                    low = min(palette[one, c], palette[two, c])
                    high = max(palette[one, c], palette[two, c])
                    inside = inside and low - 2 <= palette[here, c] <= high + 2
                between = between or inside
            if not between:
                counts[here] += 1
