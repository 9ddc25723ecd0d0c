"""Compiled loops for shadow and light that follow their flat colour (see following.py).

An entry is one combination of slot, shadow pixel and light pixel; what a palette makes of it is
worked out once and written to every pixel that has it. Pixels are packed, red lowest: 4 channels of
8 (uint32) or 16 (uint64) `bits`. Everything in 0..1 unless it says otherwise; OKLab as in color.py.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

LINKED, TOWARD = 0, 1
GREYISH, BLACKISH = 0.02, 0.1
SHADE_HUE, LIGHT_HUE = math.radians(264.0), math.radians(110.0)
RELATION = 6
"""Numbers of a relation: lightness ratio and offset, chroma ratio, hue turn, offsets a and b."""

_TURN = 2.0 * math.pi
_HALVINGS = 18
_CUBE_SLACK = 1e-6


@njit(cache=True, nogil=True)
def linear(value):  # type: ignore[no-untyped-def]
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


@njit(cache=True, nogil=True)
def encoded(light):  # type: ignore[no-untyped-def]
    light = min(1.0, max(0.0, light))
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1.0 / 2.4) - 0.055


@njit(cache=True, nogil=True)
def oklab(red, green, blue):  # type: ignore[no-untyped-def]
    r, g, b = linear(red), linear(green), linear(blue)
    one = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1.0 / 3.0)
    two = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1.0 / 3.0)
    three = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1.0 / 3.0)
    return (
        0.2104542553 * one + 0.7936177850 * two - 0.0040720468 * three,
        1.9779984951 * one - 2.4285922050 * two + 0.4505937099 * three,
        0.0259040371 * one + 0.7827717662 * two - 0.8086757660 * three,
    )


@njit(cache=True, nogil=True)
def _light(lightness, a, b):  # type: ignore[no-untyped-def]
    """Linear light of an OKLab colour, maybe outside 0..1."""
    one = (lightness + 0.3963377921737678 * a + 0.2158037580607588 * b) ** 3
    two = (lightness - 0.1055613423236563 * a - 0.0638541747717059 * b) ** 3
    three = (lightness - 0.0894841820949658 * a - 1.2914855378640917 * b) ** 3
    return (
        4.076741661347994 * one - 3.3077115904081933 * two + 0.2309699287294279 * three,
        -1.2684380040921763 * one + 2.6097574006633715 * two - 0.3413193963102196 * three,
        -0.0041960865418371 * one - 0.7034186144594495 * two + 1.7076147009309446 * three,
    )


@njit(cache=True, nogil=True)
def _fits(r, g, b):  # type: ignore[no-untyped-def]
    low, high = -_CUBE_SLACK, 1.0 + _CUBE_SLACK
    return low <= r <= high and low <= g <= high and low <= b <= high


@njit(cache=True, nogil=True)
def stored_color(lightness, a, b, out):  # type: ignore[no-untyped-def]
    """Fill out[0:3] with R'G'B' of an OKLab colour, its chroma lowered into sRGB."""
    lightness = min(1.0, max(0.0, lightness))
    red, green, blue = _light(lightness, a, b)
    if not _fits(red, green, blue):
        low, high = 0.0, 1.0
        for _ in range(_HALVINGS):
            share = 0.5 * (low + high)
            red, green, blue = _light(lightness, a * share, b * share)
            if _fits(red, green, blue):
                low = share
            else:
                high = share
        red, green, blue = _light(lightness, a * low, b * low)
    out[0], out[1], out[2] = encoded(red), encoded(green), encoded(blue)


@njit(cache=True, nogil=True)
def relate(base, tone, out):  # type: ignore[no-untyped-def]
    """Fill out[0:RELATION] with what takes R'G'B' `base` to `tone`; as families.relation_of."""
    base_l, base_a, base_b = oklab(base[0], base[1], base[2])
    tone_l, tone_a, tone_b = oklab(tone[0], tone[1], tone[2])
    out[:] = 0.0
    out[0] = out[2] = 1.0
    if base_l >= BLACKISH:
        out[0] = tone_l / base_l
    else:
        out[1] = tone_l - base_l
    base_c = math.hypot(base_a, base_b)
    if base_c >= GREYISH:
        out[2] = math.hypot(tone_a, tone_b) / base_c
        turn = math.atan2(tone_b, tone_a) - math.atan2(base_b, base_a)
        out[3] = (turn + math.pi) % _TURN - math.pi
    else:
        out[4], out[5] = tone_a - base_a, tone_b - base_b


@njit(cache=True, nogil=True)
def tone_of(base, relation, rule, pole, out):  # type: ignore[no-untyped-def]
    """Fill out[0:3] with R'G'B' of the tone of `base` (OKLab) that has this relation, as
    families.toned."""
    base_l, base_a, base_b = base
    turn = relation[3]
    if rule == TOWARD:
        way = (pole - math.atan2(base_b, base_a) + math.pi) % _TURN - math.pi
        turn = math.copysign(min(abs(turn), abs(way)), way)
    cosine, sine = relation[2] * math.cos(turn), relation[2] * math.sin(turn)
    stored_color(
        base_l * relation[0] + relation[1],
        base_a * cosine - base_b * sine + relation[4],
        base_a * sine + base_b * cosine + relation[5],
        out,
    )


@njit(cache=True, nogil=True)
def unpack(pixel, bits, out):  # type: ignore[no-untyped-def]
    """Fill out[0:4] with the channels of a packed pixel."""
    mask = (np.uint64(1) << np.uint64(bits)) - np.uint64(1)
    for c in range(4):
        out[c] = np.int64((np.uint64(pixel) >> np.uint64(c * bits)) & mask)


@njit(cache=True, nogil=True)
def pack(channels, bits):  # type: ignore[no-untyped-def]
    """The inverse of `unpack`, uint64."""
    pixel = np.uint64(0)
    for c in range(4):
        pixel |= np.uint64(channels[c]) << np.uint64(c * bits)
    return pixel


@njit(cache=True, nogil=True)
def _place_of(slot, shadow, light, slots, shadows, lights, cells):  # type: ignore[no-untyped-def]
    """The cell of the table with this entry, or the empty one where it belongs."""
    mask = np.uint64(cells.size - 1)
    key = shadow * np.uint64(0x9E3779B97F4A7C15)
    key = (key ^ (key >> np.uint64(29)) ^ light) * np.uint64(0xBF58476D1CE4E5B9)
    key = (key ^ (key >> np.uint64(32)) ^ np.uint64(slot)) * np.uint64(0x94D049BB133111EB)
    cell = np.int64((key ^ (key >> np.uint64(31))) & mask)
    while True:
        entry = cells[cell]
        if entry < 0:
            return cell
        if slots[entry] == slot and shadows[entry] == shadow and lights[entry] == light:
            return cell
        cell = np.int64((np.uint64(cell) + np.uint64(1)) & mask)


@njit(cache=True, nogil=True)
def refill(count, slots, shadows, lights, cells):  # type: ignore[no-untyped-def]
    """Put all entries into a new, empty table."""
    for entry in range(count):
        cell = _place_of(slots[entry], shadows[entry], lights[entry], slots, shadows, lights, cells)
        cells[cell] = entry


@njit(cache=True, nogil=True)
def _entry(slot, shadow, light, count, slots, shadows, lights, cells):  # type: ignore[no-untyped-def]
    cell = _place_of(slot, shadow, light, slots, shadows, lights, cells)
    entry = cells[cell]
    if entry < 0:
        entry = count
        cells[cell] = entry
        slots[entry], shadows[entry], lights[entry] = slot, shadow, light
    return entry


@njit(cache=True, nogil=True)
def collect(  # type: ignore[no-untyped-def]
    flat, first, second, coverage, changed, shadow, light, bits,
    count, slots, shadows, lights, cells, pixels, entries,
):  # fmt: skip
    """List the pixels of a tile that have shadow or light over a changed slot.

    flat, shadow, light: packed tiles. Fills pixels[:n] with positions
    and entries[:n] with the entries of their first and second slot (-1 where unmixed). New entries
    are added at the end; there must be room for two per pixel. Returns n, number of entries.
    """
    found = 0
    last_slot, last = np.int64(-1), np.int64(-1)
    last_shadow, last_light = np.uint64(0), np.uint64(0)
    opaque = np.uint64(1) << np.uint64(3 * bits)
    width = first.shape[1]
    for y in range(first.shape[0]):
        for x in range(width):
            shade, shine = np.uint64(shadow[y, x]), np.uint64(light[y, x])
            if shade < opaque:
                shade = np.uint64(0)
            if shine < opaque:
                shine = np.uint64(0)
            if shade == 0 and shine == 0:
                continue
            one, two, weight = np.int64(first[y, x]), np.int64(second[y, x]), coverage[y, x]
            if np.uint64(flat[y, x]) < opaque or not (
                changed[one] or (weight > 0 and changed[two])
            ):
                continue
            if one != last_slot or shade != last_shadow or shine != last_light:
                last = _entry(one, shade, shine, count, slots, shadows, lights, cells)
                count = max(count, last + 1)
                last_slot, last_shadow, last_light = one, shade, shine
            pixels[found] = y * width + x
            entries[found, 0] = last
            entries[found, 1] = -1
            if weight > 0:
                other = _entry(two, shade, shine, count, slots, shadows, lights, cells)
                count = max(count, other + 1)
                entries[found, 1] = other
            found += 1
    return found, count


@njit(cache=True, nogil=True)
def _lit(base, shadow, light, strength, bits, pixel, tones):  # type: ignore[no-untyped-def]
    """Fill tones[0] with a colour in this shadow, tones[1] with that in this light."""
    most = (1 << bits) - 1.0
    unpack(shadow, bits, pixel)
    cover = strength[0] * pixel[3] / most
    for c in range(3):
        tones[0, c] = base[c] * (1.0 - cover * (1.0 - pixel[c] / most))
    unpack(light, bits, pixel)
    cover = strength[1] * pixel[3] / most
    for c in range(3):
        tones[1, c] = 1.0 - (1.0 - tones[0, c]) * (1.0 - cover * pixel[c] / most)


@njit(cache=True, nogil=True)
def prepare(start, stop, slots, shadows, lights, before, strength, bits, relations):  # type: ignore[no-untyped-def]
    """Fill relations[entry, 0:2]: how flat in shadow, and that in light, relates to the slot.

    before: N×3 colours by slot id, 0..1. strength: opacities of the shadow and light layer. Black
    says nothing about its shadow: there the tint's relation to grey counts.
    """
    pixel = np.empty(4, np.int64)
    grey, on_grey = np.full(3, 0.5), np.empty((2, 3))
    tones = np.empty((2, 3))
    for entry in range(start, stop):
        base = before[slots[entry]]
        _lit(base, shadows[entry], lights[entry], strength, bits, pixel, tones)
        for which in range(2):
            relate(base, tones[which], relations[entry, which])
        if oklab(base[0], base[1], base[2])[0] < BLACKISH:
            _lit(grey, shadows[entry], lights[entry], strength, bits, pixel, on_grey)
            relate(grey, on_grey[0], relations[entry, 0])


@njit(cache=True, nogil=True)
def retone(  # type: ignore[no-untyped-def]
    start, stop, slots, shadows, lights, after, lab, following, rules, strength, bits, relations,
    has_light, wanted, new_shadows, new_lights, missed,
):  # fmt: skip
    """Work out the entries for the colours `after` (N×3 by slot id, 0..1; lab: in OKLab).

    following: N bool by slot id; the tints of other slots stay. Fills wanted[entry, 0:2, 0:3], what
    an entry shall show in shadow and in light too, the packed pixels that unmixed pixels get, and
    by how much those miss it, -1 where the slot does not follow.
    """
    shade, shine = np.empty(4, np.int64), np.empty(4, np.int64)
    for entry in range(start, stop):
        slot = slots[entry]
        base = after[slot]
        _lit(base, shadows[entry], lights[entry], strength, bits, shade, wanted[entry])
        new_shadows[entry], new_lights[entry] = shadows[entry], lights[entry]
        missed[entry] = -1.0
        if not following[slot]:
            continue
        if shadows[entry] != 0:
            tone_of(lab[slot], relations[entry, 0], rules[slot], SHADE_HUE, wanted[entry, 0])
        if lights[entry] == 0:
            wanted[entry, 1] = wanted[entry, 0]
        else:
            pole = SHADE_HUE if relations[entry, 1, 0] < 1.0 else LIGHT_HUE
            tone_of(lab[slot], relations[entry, 1], rules[slot], pole, wanted[entry, 1])
        unpack(shadows[entry], bits, shade)
        unpack(lights[entry], bits, shine)
        missed[entry] = _solve(
            base, wanted[entry, 0], wanted[entry, 1], has_light, strength, bits, shade, shine
        )
        new_shadows[entry], new_lights[entry] = pack(shade, bits), pack(shine, bits)


@njit(cache=True, nogil=True)
def _solve(base, shaded, lit, has_light, strength, bits, shadow, light):  # type: ignore[no-untyped-def]
    """Set the colours (and, where one is needed that was not there, alpha) of a pixel of the
    shadow and light layer so that `base` shows `lit`. Returns by how much it cannot."""
    most = (1 << bits) - 1
    missed = 0.0
    shade_alpha = shadow[3] if shadow[3] > 0 else most
    shine_alpha = light[3] if light[3] > 0 else most
    shade_cover = max(1e-6, strength[0] * shade_alpha / most)
    shine_cover = max(1e-6, strength[1] * shine_alpha / most)
    is_shaded, is_lit = shadow[3] > 0, light[3] > 0
    for c in range(3):
        target = min(shaded[c], lit[c]) if has_light else shaded[c]
        share = 1.0 if base[c] <= 0.0 else min(1.0, target / base[c])
        tint = min(1.0, max(0.0, 1.0 - (1.0 - share) / shade_cover))
        value = math.floor(tint * most + 0.5)
        is_shaded = is_shaded or value < most
        shadow[c] = int(value)
        below = base[c] * (1.0 - shade_cover * (1.0 - value / most))
        reached = below
        light[c] = 0
        if has_light:
            gain = 0.0 if below >= 1.0 else (lit[c] - below) / (1.0 - below)
            if gain * (1.0 - below) * most < 0.5:
                gain = 0.0
            value = math.floor(min(1.0, max(0.0, gain / shine_cover)) * most + 0.5)
            is_lit = is_lit or value > 0
            light[c] = int(value)
            reached = 1.0 - (1.0 - below) * (1.0 - shine_cover * value / most)
        missed = max(missed, abs(reached - (lit[c] if has_light else shaded[c])))
    shadow[3] = shade_alpha if is_shaded else 0
    light[3] = shine_alpha if is_lit else 0
    if not is_shaded:
        for c in range(3):
            shadow[c] = 0
    return missed


@njit(cache=True, nogil=True)
def reshade(  # type: ignore[no-untyped-def]
    pixels, entries, first, second, coverage, shadow, light, after, wanted,
    new_shadows, new_lights, missed, has_light, strength, bits, out_shadow, out_light,
):  # fmt: skip
    """Write the pixels listed by `collect` into copies of the shadow and light tile.

    All tiles are flat, 128·128 numbers. missed: as from `retone`; pixels of entries that follow
    nothing are left as they are. Returns how many cannot show their wanted tone within one level
    of 255.
    """
    base, shaded, lit = np.empty(3), np.empty(3), np.empty(3)
    shade, shine = np.empty(4, np.int64), np.empty(4, np.int64)
    failed = 0
    for k in range(pixels.size):
        place = pixels[k]
        one, two = entries[k, 0], entries[k, 1]
        if two < 0:
            if missed[one] >= 0.0:
                out_shadow[place], out_light[place] = new_shadows[one], new_lights[one]
                failed += missed[one] > 1.0 / 255.0
            continue
        if missed[one] < 0.0 and missed[two] < 0.0:
            continue
        slot, other, share = first[place], second[place], coverage[place] / 255.0
        for c in range(3):
            base[c] = after[slot, c] + share * (after[other, c] - after[slot, c])
            shaded[c] = wanted[one, 0, c] + share * (wanted[two, 0, c] - wanted[one, 0, c])
            lit[c] = wanted[one, 1, c] + share * (wanted[two, 1, c] - wanted[one, 1, c])
        unpack(shadow[place], bits, shade)
        unpack(light[place], bits, shine)
        failed += _solve(base, shaded, lit, has_light, strength, bits, shade, shine) > 1.0 / 255.0
        out_shadow[place], out_light[place] = pack(shade, bits), pack(shine, bits)
    return failed
