"""Compiled adjustments: what adjust.py does in numpy, for segments of 512 pixels.

Colours are whole numbers (int32 planes) in the red, green and blue planes of a frame; see
kernels.py for frames and for the rules of these loops. Imports numba, hence imported by driver.py
only.
"""

from __future__ import annotations

import numpy as np
from numba import carray, njit, types  # type: ignore[attr-defined]

from engine.compositor import hues
from engine.compositor.adjust import (
    COLORIZE,
    HUE_NUMBERS,
    LIFT,
    MORE,
    RANGE_NUMBERS,
    RANGES,
    TURN,
    Kind,
)
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
    floats,
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

SCALAR = scalar_functions(hues)
kept_luminosity = SCALAR["kept_luminosity"]
hue_saturation_lightness = SCALAR["hue_saturation_lightness"]
share = SCALAR["share"]
lifted = SCALAR["lifted"]
shifted = SCALAR["shifted"]
colorized = SCALAR["colorized"]
rounded = SCALAR["rounded"]

whole_numbers_at = pointer_to(types.int32)
doubles_at = pointer_to(types.float64)


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
    """Every channel in its own table of `count` float64, then the luminosity from before."""
    red, green, blue = numbers(frame, RED), numbers(frame, GREEN), numbers(frame, BLUE)
    reds = carray(doubles_at(table), count)
    greens = carray(doubles_at(table + count * 8), count)
    blues = carray(doubles_at(table + count * 16), count)
    full = float(count - 1)
    last_red, last_green, last_blue = np.int32(-1), np.int32(-1), np.int32(-1)
    for i in range(SEGMENT):
        if red[i] == last_red and green[i] == last_green and blue[i] == last_blue:
            red[i], green[i], blue[i] = red[i - 1], green[i - 1], blue[i - 1]
            continue
        last_red, last_green, last_blue = red[i], green[i], blue[i]
        wanted = 0.30 * red[i] + 0.59 * green[i] + 0.11 * blue[i]
        r, g, b = kept_luminosity(reds[red[i]], greens[green[i]], blues[blue[i]], wanted, full)
        red[i] = np.int32(np.floor(r + 0.5))
        green[i] = np.int32(np.floor(g + 0.5))
        blue[i] = np.int32(np.floor(b + 0.5))


@njit(**LOOP)
def turn_hue(frame, table, count):  # type: ignore[no-untyped-def]
    """By the numbers of a hue adjustment (float64, see adjust.py)."""
    red, green, blue = numbers(frame, RED), numbers(frame, GREEN), numbers(frame, BLUE)
    head = carray(doubles_at(table), HUE_NUMBERS)
    ranges = int(head[RANGES])
    settings = carray(doubles_at(table), HUE_NUMBERS + ranges * RANGE_NUMBERS)
    full = float(count - 1)
    lift, more = head[LIFT], head[MORE]
    last_red, last_green, last_blue = np.int32(-1), np.int32(-1), np.int32(-1)
    for i in range(SEGMENT):
        # Neighbours are often alike, and looking is far cheaper than working it out again.
        if red[i] == last_red and green[i] == last_green and blue[i] == last_blue:
            red[i], green[i], blue[i] = red[i - 1], green[i - 1], blue[i - 1]
            continue
        last_red, last_green, last_blue = red[i], green[i], blue[i]
        r, g, b = red[i] / full, green[i] / full, blue[i] / full
        turn = head[TURN]
        if head[COLORIZE] != 0.0:
            _, _, light = hue_saturation_lightness(r, g, b)
            r, g, b = colorized(light, turn, more, lift)
        else:
            r, g, b = lifted(r, lift), lifted(g, lift), lifted(b, lift)
            hue, saturation, _ = hue_saturation_lightness(r, g, b)
            own_more, own_lift = 0.0, 0.0
            if saturation > 0.0:
                for index in range(ranges):
                    at = HUE_NUMBERS + index * RANGE_NUMBERS
                    weight = share(
                        hue, settings[at], settings[at + 1], settings[at + 2], settings[at + 3]
                    )
                    turn += settings[at + 4] * weight
                    own_more += settings[at + 5] * weight
                    own_lift += settings[at + 6] * weight
            same = turn == 0.0 and own_more == 0.0 and own_lift == 0.0
            if same and more == 0.0 and lift == 0.0:
                continue
            r, g, b = shifted(r, g, b, turn, more, own_more, own_lift)
        red[i] = np.int32(rounded(r, full))
        green[i] = np.int32(rounded(g, full))
        blue[i] = np.int32(rounded(b, full))


@njit(**LOOP)
def adjust_numbers(kind, table, wide, frame):  # type: ignore[no-untyped-def]
    """The whole numbers of a frame adjusted in place."""
    count = 65536 if wide else 256
    if kind == CHANNELS:
        look_up(frame, table, count)
    elif kind == LUMINOSITY:
        look_up_luminosity(frame, table, count)
    elif kind == BALANCE:
        balance(frame, table, count)
    else:
        turn_hue(frame, table, count)


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
