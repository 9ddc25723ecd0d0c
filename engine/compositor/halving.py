"""Compiled halving of tiles for the pyramid. Imports numba, hence imported by driver.py only."""

from __future__ import annotations

import numpy as np
from numba import carray, njit  # type: ignore[attr-defined]

from engine.compositor.kernels import (
    LOOP,
    F,
    channel,
    maximum,
    pixels_at,
    prefetch,
    wide_channel,
    wide_pixels_at,
)
from engine.document.raster import TILE

HALF_TILE = TILE // 2
AHEAD = 4
"""Pairs of rows that are fetched before they are needed; rows are too short for the processor to
see by itself what comes next."""
ALPHAS = 0xFF000000FF000000
EVEN_CHANNELS = 0x00FF00FF00FF00FF


@njit(**LOOP)
def halve_opaque_rows(upper, lower, out):  # type: ignore[no-untyped-def]
    """Average opaque 8-bit pixels, read in pairs; False (and nonsense) when some were not opaque.

    Several channels go into one sum, there is room between them.
    """
    even = np.uint64(EVEN_CHANNELS)
    low_half = np.uint64(0xFFFFFFFF)
    two = np.uint64(0x00020002)
    every = np.uint64(ALPHAS)
    for i in range(HALF_TILE):
        p, q = upper[i], lower[i]
        every = np.uint64(every & p & q)
        first = (p & even) + (q & even)
        second = ((p >> np.uint64(8)) & even) + ((q >> np.uint64(8)) & even)
        first = (first & low_half) + (first >> np.uint64(32)) + two
        second = (second & low_half) + (second >> np.uint64(32)) + two
        first = (first >> np.uint64(2)) & even
        second = (second >> np.uint64(2)) & even
        out[i] = np.uint32(first | (second << np.uint64(8)))
    return every == np.uint64(ALPHAS)


@njit(**LOOP)
def halve_rows(upper, lower, out):  # type: ignore[no-untyped-def]
    """Average two rows of 8-bit pixels, read in pairs, weighted by their alpha."""
    half = F(0.5)
    for i in range(HALF_TILE):
        a = np.uint32(upper[i])
        b = np.uint32(upper[i] >> np.uint64(32))
        c = np.uint32(lower[i])
        d = np.uint32(lower[i] >> np.uint64(32))
        wa, wb, wc, wd = channel(a, 24), channel(b, 24), channel(c, 24), channel(d, 24)
        alpha = (wa + wb) + (wc + wd)
        divisor = maximum(alpha, F(1.0))
        red = (channel(a, 0) * wa + channel(b, 0) * wb) + (channel(c, 0) * wc + channel(d, 0) * wd)
        green = (channel(a, 8) * wa + channel(b, 8) * wb) + (
            channel(c, 8) * wc + channel(d, 8) * wd
        )
        blue = (channel(a, 16) * wa + channel(b, 16) * wb) + (
            channel(c, 16) * wc + channel(d, 16) * wd
        )
        out[i] = (
            np.uint32(np.int32(red / divisor + half))
            | (np.uint32(np.int32(green / divisor + half)) << np.uint32(8))
            | (np.uint32(np.int32(blue / divisor + half)) << np.uint32(16))
            | (np.uint32(np.int32(alpha * F(0.25) + half)) << np.uint32(24))
        )


@njit(**LOOP)
def halve_wide_rows(upper, lower, out):  # type: ignore[no-untyped-def]
    """The same for rows of 16-bit pixels."""
    half = F(0.5)
    for i in range(HALF_TILE):
        a, b, c, d = upper[2 * i], upper[2 * i + 1], lower[2 * i], lower[2 * i + 1]
        wa, wb = wide_channel(a, 48), wide_channel(b, 48)
        wc, wd = wide_channel(c, 48), wide_channel(d, 48)
        alpha = (wa + wb) + (wc + wd)
        divisor = maximum(alpha, F(1.0))
        red = (wide_channel(a, 0) * wa + wide_channel(b, 0) * wb) + (
            wide_channel(c, 0) * wc + wide_channel(d, 0) * wd
        )
        green = (wide_channel(a, 16) * wa + wide_channel(b, 16) * wb) + (
            wide_channel(c, 16) * wc + wide_channel(d, 16) * wd
        )
        blue = (wide_channel(a, 32) * wa + wide_channel(b, 32) * wb) + (
            wide_channel(c, 32) * wc + wide_channel(d, 32) * wd
        )
        out[i] = (
            np.uint64(np.int32(red / divisor + half))
            | (np.uint64(np.int32(green / divisor + half)) << np.uint64(16))
            | (np.uint64(np.int32(blue / divisor + half)) << np.uint64(32))
            | (np.uint64(np.int32(alpha * F(0.25) + half)) << np.uint64(48))
        )


@njit(**LOOP)
def halve_tile(source, target, quadrant, wide):  # type: ignore[no-untyped-def]
    """The tile at address `source` at half size into a quadrant of the tile at `target`."""
    corner = quadrant // 2 * HALF_TILE * TILE + quadrant % 2 * HALF_TILE
    for y in range(HALF_TILE):
        out = corner + y * TILE
        row = 2 * y * TILE
        size = 16 * TILE if wide else 8 * TILE
        for line in range(0, size, 64):
            prefetch(source + (y + AHEAD) * size + line)  # type: ignore[call-arg]
        if wide:
            halve_wide_rows(
                carray(wide_pixels_at(source + row * 8), TILE),
                carray(wide_pixels_at(source + (row + TILE) * 8), TILE),
                carray(wide_pixels_at(target + out * 8), HALF_TILE),
            )
            continue
        upper = carray(wide_pixels_at(source + row * 4), HALF_TILE)
        lower = carray(wide_pixels_at(source + (row + TILE) * 4), HALF_TILE)
        narrow = carray(pixels_at(target + out * 4), HALF_TILE)
        # A look at the first pixels saves a second pass over rows that are about to be read anyway.
        opaque = (upper[0] & np.uint64(ALPHAS)) == np.uint64(ALPHAS)
        if not opaque or not halve_opaque_rows(upper, lower, narrow):
            halve_rows(upper, lower, narrow)
