"""Compiled adjustments: what adjust.py does in numpy, for segments of 512 pixels.

Colours are whole numbers (int32 planes) in the red, green and blue planes of a frame, whose alpha
plane is scratch; see kernels.py for frames and for the rules of these loops. Imports numba, hence
imported by driver.py only.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import carray, njit, types  # type: ignore[attr-defined]
from numba.np.unsafe.ndarray import to_fixed_tuple

from engine.compositor import hues
from engine.compositor.adjust import SETTINGS, TABLE_LENGTH, TABLE_START, Kind
from engine.compositor.kernels import (
    ALPHA,
    BLUE,
    GREEN,
    LOOP,
    PLANE_BYTES,
    RED,
    SEGMENT,
    TINY,
    UNIT8,
    UNIT16,
    F,
    Loop,
    floats,
    floats_at,
    maximum,
    minimum,
    pixels_at,
    plane,
    pointer_to,
    scalar_functions,
    wide_pixels_at,
    words_at,
)

CHANNELS = int(Kind.CHANNELS)
LUMINOSITY = int(Kind.LUMINOSITY)
BALANCE = int(Kind.BALANCE)
HUE = int(Kind.HUE)
HUE_RANGES = int(Kind.HUE_RANGES)
COLORIZE = int(Kind.COLORIZE)
VIBRANCE = int(Kind.VIBRANCE)
GRAYS = int(Kind.GRAYS)
MIXER = int(Kind.MIXER)
INKS = int(Kind.INKS)

SCALAR = scalar_functions(hues)
kept_luminosity = SCALAR["kept_luminosity"]
luminosity = SCALAR["luminosity"]
lifted = SCALAR["lifted"]
sixth_of = SCALAR["sixth_of"]
degree_of = SCALAR["degree_of"]
between = SCALAR["between"]
turned_in_range = SCALAR["turned_in_range"]
cell_of = SCALAR["cell_of"]
along = SCALAR["along"]
rounded = SCALAR["rounded"]

whole_numbers_at = pointer_to(types.int32)


@njit(**LOOP)
def numbers(frame, index):  # type: ignore[no-untyped-def]
    """A plane of a frame as whole numbers."""
    return carray(whole_numbers_at(frame + index * PLANE_BYTES), SEGMENT)


@njit(**LOOP)
def quantize(frame, top, target):  # type: ignore[no-untyped-def]
    """Straight colours of a frame, rounded to 0..top, as whole numbers."""
    r, g, b, a = plane(frame, RED), plane(frame, GREEN), plane(frame, BLUE), plane(frame, ALPHA)
    red, green, blue = numbers(target, RED), numbers(target, GREEN), numbers(target, BLUE)
    half = F(0.5)
    for i in range(SEGMENT):
        q = top / maximum(a[i], TINY)
        red[i] = np.int32(minimum(r[i] * q + half, top))
        green[i] = np.int32(minimum(g[i] * q + half, top))
        blue[i] = np.int32(minimum(b[i] * q + half, top))


@njit(**LOOP)
def scale_numbers(frame, unit):  # type: ignore[no-untyped-def]
    """Whole numbers become colours 0..1 in the same place."""
    for index in range(ALPHA):
        whole, color = numbers(frame, index), plane(frame, index)
        for i in range(SEGMENT):
            color[i] = F(whole[i]) * unit


@njit(**LOOP)
def look_up(frame, table, count):  # type: ignore[no-untyped-def]
    """Every channel in its own table of `count` uint16."""
    for index in range(ALPHA):
        whole = numbers(frame, index)
        entries = carray(words_at(table + index * count * 2), count)
        for i in range(SEGMENT):
            whole[i] = np.int32(entries[whole[i]])


@njit(**LOOP)
def look_up_luminosity(frame, table, count):  # type: ignore[no-untyped-def]
    red, green, blue = numbers(frame, RED), numbers(frame, GREEN), numbers(frame, BLUE)
    reds = carray(words_at(table), count)
    greens = carray(words_at(table + count * 2), count)
    blues = carray(words_at(table + count * 4), count)
    for i in range(SEGMENT):
        place = (red[i] * 30 + green[i] * 59 + blue[i] * 11 + 50) // 100
        red[i] = np.int32(reds[place])
        green[i] = np.int32(greens[place])
        blue[i] = np.int32(blues[place])


@njit(**LOOP)
def balance(frame, table, count):  # type: ignore[no-untyped-def]
    """Every channel in its own table of `count` float32, then the luminosity from before."""
    red, green, blue = numbers(frame, RED), numbers(frame, GREEN), numbers(frame, BLUE)
    reds = carray(floats_at(table), count)
    greens = carray(floats_at(table + count * 4), count)
    blues = carray(floats_at(table + count * 8), count)
    full = F(count - 1)
    wanted = plane(frame, ALPHA)
    for i in range(SEGMENT):
        wanted[i] = luminosity(F(red[i]), F(green[i]), F(blue[i]))
    # Looked up on their own, so that the rest is vectorised.
    r, g, b = plane(frame, RED), plane(frame, GREEN), plane(frame, BLUE)
    for i in range(SEGMENT):
        r[i] = reds[red[i]]
        g[i] = greens[green[i]]
        b[i] = blues[blue[i]]
    for i in range(SEGMENT):
        one, two, three = kept_luminosity(r[i], g[i], b[i], wanted[i], full)
        red[i] = np.int32(rounded(one, full))
        green[i] = np.int32(rounded(two, full))
        blue[i] = np.int32(rounded(three, full))


def _by_formula(name: str, kind: Kind) -> Loop:
    """A loop over a formula that needs nothing but a few settings."""
    formula, count = SCALAR[name], SETTINGS[kind]

    @njit(**LOOP)
    def change(frame, table, full):  # type: ignore[no-untyped-def]
        red, green, blue = numbers(frame, RED), numbers(frame, GREEN), numbers(frame, BLUE)
        settings: Any = to_fixed_tuple(carray(floats_at(table), count), count)  # type: ignore[call-arg]
        for i in range(SEGMENT):
            r, g, b = formula(F(red[i]), F(green[i]), F(blue[i]), full, settings)
            red[i] = np.int32(rounded(r, full))
            green[i] = np.int32(rounded(g, full))
            blue[i] = np.int32(rounded(b, full))

    loop: Loop = change
    return loop


turn_hue = _by_formula("turned", Kind.HUE)
colorize = _by_formula("colorized", Kind.COLORIZE)
make_vivid = _by_formula("vivid", Kind.VIBRANCE)
make_gray = _by_formula("grayed", Kind.GRAYS)
mix_channels = _by_formula("mixed", Kind.MIXER)
add_inks = _by_formula("inked", Kind.INKS)


@njit(**LOOP)
def turn_hue_in_ranges(frame, table, full):  # type: ignore[no-untyped-def]
    """By tables with an entry for every degree (see adjust.py)."""
    red, green, blue = numbers(frame, RED), numbers(frame, GREEN), numbers(frame, BLUE)
    lift = carray(floats_at(table), 1)[0]
    turns = carray(floats_at(table + 4 * TABLE_START), TABLE_LENGTH)
    factors = carray(floats_at(table + 4 * (TABLE_START + TABLE_LENGTH)), TABLE_LENGTH)
    draws = carray(floats_at(table + 4 * (TABLE_START + 2 * TABLE_LENGTH)), TABLE_LENGTH)
    sixths = plane(frame, ALPHA)
    for i in range(SEGMENT):
        red[i] = np.int32(lifted(F(red[i]), lift, full))
        green[i] = np.int32(lifted(F(green[i]), lift, full))
        blue[i] = np.int32(lifted(F(blue[i]), lift, full))
        sixths[i] = sixth_of(F(red[i]), F(green[i]), F(blue[i]))
    for i in range(SEGMENT):
        r, g, b, sixth = F(red[i]), F(green[i]), F(blue[i]), sixths[i]
        place = degree_of(sixth)
        at = np.int32(place)
        rest = place - F(at)
        turn = between(turns[at], turns[at + 1], rest)
        factor = between(factors[at], factors[at + 1], rest)
        draw = between(draws[at], draws[at + 1], rest)
        r, g, b = turned_in_range(r, g, b, sixth, turn, factor, draw, full)
        red[i] = np.int32(rounded(r, full))
        green[i] = np.int32(rounded(g, full))
        blue[i] = np.int32(rounded(b, full))


@njit(**LOOP)
def look_up_colors(frame, table, full):  # type: ignore[no-untyped-def]
    """In a cube, between the corners of the tetrahedron that a colour lies in."""
    red, green, blue = numbers(frame, RED), numbers(frame, GREEN), numbers(frame, BLUE)
    size = np.int64(carray(floats_at(table), 1)[0])
    entries: Any = 3 * size * size * size
    colors: Any = carray(floats_at(table + 4), entries)
    width, top = F(size), size - 2
    green_step, blue_step = size * 3, size * size * 3
    for i in range(SEGMENT):
        r, g = cell_of(F(red[i]), full, width), cell_of(F(green[i]), full, width)
        b = cell_of(F(blue[i]), full, width)
        x, y, z = min(np.int64(r), top), min(np.int64(g), top), min(np.int64(b), top)
        r, g, b = r - F(x), g - F(y), b - F(z)
        start = x * 3 + y * green_step + z * blue_step
        if r >= g and r >= b:
            first, last = np.int64(3), blue_step if g >= b else green_step
        elif g >= b:
            first, last = green_step, blue_step if r >= b else np.int64(3)
        else:
            first, last = blue_step, green_step if r >= g else np.int64(3)
        end = start + 3 + green_step + blue_step
        middle, first = end - last, start + first
        high = maximum(maximum(r, g), b)
        mid = maximum(minimum(r, g), minimum(maximum(r, g), b))
        low = minimum(minimum(r, g), b)
        r = along(colors[start], colors[first], colors[middle], colors[end], high, mid, low)
        g = along(
            colors[start + 1],
            colors[first + 1],
            colors[middle + 1],
            colors[end + 1],
            high,
            mid,
            low,
        )
        b = along(
            colors[start + 2],
            colors[first + 2],
            colors[middle + 2],
            colors[end + 2],
            high,
            mid,
            low,
        )
        red[i] = np.int32(rounded(r, full))
        green[i] = np.int32(rounded(g, full))
        blue[i] = np.int32(rounded(b, full))


@njit(**LOOP)
def adjust_numbers(kind, table, wide, frame):  # type: ignore[no-untyped-def]
    """The whole numbers of a frame adjusted in place."""
    count = 65536 if wide else 256
    full = F(count - 1)
    if kind == CHANNELS:
        look_up(frame, table, count)
    elif kind == LUMINOSITY:
        look_up_luminosity(frame, table, count)
    elif kind == BALANCE:
        balance(frame, table, count)
    elif kind == HUE:
        turn_hue(frame, table, full)
    elif kind == HUE_RANGES:
        turn_hue_in_ranges(frame, table, full)
    elif kind == COLORIZE:
        colorize(frame, table, full)
    elif kind == VIBRANCE:
        make_vivid(frame, table, full)
    elif kind == GRAYS:
        make_gray(frame, table, full)
    elif kind == MIXER:
        mix_channels(frame, table, full)
    elif kind == INKS:
        add_inks(frame, table, full)
    else:
        look_up_colors(frame, table, full)


@njit(**LOOP)
def adjusted_colors(kind, table, wide, frame, target):  # type: ignore[no-untyped-def]
    """Straight, adjusted colours 0..1 of a frame, in another one."""
    quantize(frame, F(65535.0) if wide else F(255.0), target)
    adjust_numbers(kind, table, wide, target)
    scale_numbers(target, UNIT16 if wide else UNIT8)


@njit(**LOOP)
def lay_back(source, cover, frame):  # type: ignore[no-untyped-def]
    """Straight colours in place of a frame's own wherever `cover` is not 0; alpha stays."""
    alpha, covered = plane(frame, ALPHA), floats(cover)
    for index in range(ALPHA):
        mixed, color = plane(source, index), plane(frame, index)
        for i in range(SEGMENT):
            color[i] = mixed[i] * alpha[i] if covered[i] > F(0.0) else color[i]


@njit(**LOOP)
def adjust_stored(kind, table, source, target, frame):  # type: ignore[no-untyped-def]
    """512 8-bit pixels adjusted; alpha stays, transparent ones keep every bit. frame: scratch."""
    pixels, out = carray(pixels_at(source), SEGMENT), carray(pixels_at(target), SEGMENT)
    red, green, blue = numbers(frame, RED), numbers(frame, GREEN), numbers(frame, BLUE)
    byte = np.uint32(255)
    for i in range(SEGMENT):
        red[i] = np.int32(pixels[i] & byte)
        green[i] = np.int32((pixels[i] >> np.uint32(8)) & byte)
        blue[i] = np.int32((pixels[i] >> np.uint32(16)) & byte)
    adjust_numbers(kind, table, False, frame)
    for i in range(SEGMENT):
        alpha = pixels[i] & np.uint32(0xFF000000)
        color = np.uint32(red[i]) | np.uint32(green[i]) << np.uint32(8)
        color = color | np.uint32(blue[i]) << np.uint32(16)
        out[i] = color | alpha if alpha != np.uint32(0) else pixels[i]


@njit(**LOOP)
def adjust_stored_wide(kind, table, source, target, frame):  # type: ignore[no-untyped-def]
    """The same for 16-bit pixels."""
    pixels, out = carray(wide_pixels_at(source), SEGMENT), carray(wide_pixels_at(target), SEGMENT)
    red, green, blue = numbers(frame, RED), numbers(frame, GREEN), numbers(frame, BLUE)
    word = np.uint64(65535)
    for i in range(SEGMENT):
        red[i] = np.int32(pixels[i] & word)
        green[i] = np.int32((pixels[i] >> np.uint64(16)) & word)
        blue[i] = np.int32((pixels[i] >> np.uint64(32)) & word)
    adjust_numbers(kind, table, True, frame)
    for i in range(SEGMENT):
        alpha = pixels[i] & np.uint64(0xFFFF000000000000)
        color = np.uint64(red[i]) | np.uint64(green[i]) << np.uint64(16)
        color = color | np.uint64(blue[i]) << np.uint64(32)
        out[i] = color | alpha if alpha != np.uint64(0) else pixels[i]
