"""Compiled blend loops: one per mode and kind of source, made from the formulas of blend.py.

Built for speed by four rules that were measured:
1. 512 pixels (4 rows of a tile) go through all operations while their planar float32
   accumulators stay in the first-level cache (see driver.py);
2. a pixel is read as one integer, its channels by shift and mask;
3. one loop per blend mode, no decision per pixel;
4. loops index their arrays by the loop variable alone, or they are not vectorised.

Strict IEEE arithmetic (no contraction, no reassociation, no reciprocal estimates), so that every
processor gives the same bytes, and the same ones as portable.py.

Loops work on addresses. A *frame* is the address of planes of SEGMENT float32 each: red, green,
blue (premultiplied), alpha, and cover, where a clipping base keeps its alpha. Addresses instead of
arrays, because arrays are counted: counting costs as much as blending.
Imports numba, hence imported by driver.py only, which is imported when kernels are needed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import FunctionType, ModuleType
from typing import Any, TypeAlias

import numpy as np
from llvmlite import ir
from numba import carray, njit, types  # type: ignore[attr-defined]
from numba.extending import intrinsic

from engine.compositor import blend
from engine.document.model import BlendMode
from engine.document.raster import TILE

Loop: TypeAlias = Callable[..., None]

F = np.float32
ONE = F(1.0)
SEGMENT = 512
ROWS = SEGMENT // TILE
# Pixels are looked through in parts, to stop at the first part that decides.
PART = 64
PARTS = SEGMENT // PART
UNIT8 = F(1.0 / 255.0)
UNIT16 = F(1.0 / 65535.0)

MATHS: Mapping[str, Any] = {
    "error_model": "numpy",
    # Only what lets minimum and select vectorise: NaN, infinity and -0 never reach a result.
    "fastmath": {"nnan", "ninf", "nsz"},
}
INLINED: Mapping[str, Any] = {
    **MATHS,
    "forceinline": True,
    "no_cpython_wrapper": True,
    "no_cfunc_wrapper": True,
}
LOOP: Mapping[str, Any] = {
    **MATHS,
    "boundscheck": False,
    "nogil": True,
    "no_cpython_wrapper": True,
    "no_cfunc_wrapper": True,
}


def pointer_to(item: Any) -> Any:
    """A compiled function from an address to a pointer to `item`."""

    @intrinsic
    def pointer(_context: Any, _address: Any) -> Any:
        signature = types.CPointer(item)(types.int64)  # type: ignore[no-untyped-call]

        def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            return builder.inttoptr(arguments[0], context.get_value_type(signature.return_type))

        return signature, generate

    return pointer


bytes_at = pointer_to(types.uint8)
words_at = pointer_to(types.uint16)
pixels_at = pointer_to(types.uint32)
wide_pixels_at = pointer_to(types.uint64)
floats_at = pointer_to(types.float32)
integers_at = pointer_to(types.int64)


@intrinsic
def prefetch(_context: Any, _address: Any) -> Any:
    """Ask for the cache line at an address without waiting for it."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        byte_pointer = ir.IntType(8).as_pointer()
        number = ir.IntType(32)
        kind = ir.FunctionType(ir.VoidType(), [byte_pointer, number, number, number])
        function = builder.module.declare_intrinsic("llvm.prefetch", [byte_pointer], kind)
        pointer = builder.inttoptr(arguments[0], byte_pointer)
        # read, keep in all caches, data
        builder.call(function, [pointer, number(0), number(3), number(1)])

    return types.void(types.int64), generate


def _where(condition, x, y):  # type: ignore[no-untyped-def]
    return x if condition else y


def _minimum(x, y):  # type: ignore[no-untyped-def]
    return x if x < y else y


def _maximum(x, y):  # type: ignore[no-untyped-def]
    return x if x > y else y


def _absolute(x):  # type: ignore[no-untyped-def]
    return abs(x)


def _sqrt(x):  # type: ignore[no-untyped-def]
    return math.sqrt(x)


def _floor(x):  # type: ignore[no-untyped-def]
    return np.floor(x)


def scalar_functions(module: ModuleType) -> dict[str, Any]:
    """The functions of a module of formulas, compiled for single numbers instead of planes."""
    scalars: dict[str, Any] = {
        "where": njit(**INLINED)(_where),
        "minimum": njit(**INLINED)(_minimum),
        "maximum": njit(**INLINED)(_maximum),
        "absolute": njit(**INLINED)(_absolute),
        "sqrt": njit(**INLINED)(_sqrt),
        "floor": njit(**INLINED)(_floor),
    }
    for name, value in vars(module).items():
        if isinstance(value, np.float32):
            scalars[name] = value
        elif isinstance(value, FunctionType) and value.__module__ == module.__name__:
            scalars[name] = njit(**INLINED)(FunctionType(value.__code__, scalars))
    return scalars


# Planes of a frame.
RED, GREEN, BLUE, ALPHA, COVER = range(5)
# One cache line more than the pixels need: planes 4096 bytes apart get into each other's way.
PLANE_BYTES = SEGMENT * 4 + 64
FRAME_BYTES = 5 * PLANE_BYTES

SCALAR = scalar_functions(blend)
combined = SCALAR["combined"]
union = SCALAR["union"]
maximum = SCALAR["maximum"]
minimum = SCALAR["minimum"]
text_lerped = SCALAR["text_lerped"]
hard_mix_filled = SCALAR["hard_mix_filled"]
TINY = blend.TINY


@njit(**INLINED)
def channel(pixel, shift):  # type: ignore[no-untyped-def]
    """One 8-bit channel of a packed pixel as float32 0..255."""
    return F(np.int32((pixel >> np.uint32(shift)) & np.uint32(255)))


@njit(**INLINED)
def wide_channel(pixel, shift):  # type: ignore[no-untyped-def]
    """One 16-bit channel of a packed pixel as float32 0..65535."""
    return F(np.int32((pixel >> np.uint64(shift)) & np.uint64(65535)))


@njit(**INLINED)
def floats(address):  # type: ignore[no-untyped-def]
    """The plane at an address."""
    return carray(floats_at(address), SEGMENT)


@njit(**INLINED)
def plane(frame, index):  # type: ignore[no-untyped-def]
    """One plane of a frame."""
    return carray(floats_at(frame + index * PLANE_BYTES), SEGMENT)


def _merging(formula: Any) -> Any:
    """A mode's formula and the combination as one scalar function."""

    @njit(**INLINED)
    def merged(b, s, alpha, coverage):  # type: ignore[no-untyped-def]
        return combined(b, s, alpha, formula(b, s, alpha), coverage)

    return merged


def _direct_separable(merged: Any) -> Loop:
    """8-bit pixels (uint32) blended channel by channel; k = opacity / 255."""

    @njit(**LOOP)
    def loop(source, k, frame):  # type: ignore[no-untyped-def]
        pixels = carray(pixels_at(source), SEGMENT)
        r, g, b, a = plane(frame, RED), plane(frame, GREEN), plane(frame, BLUE), plane(frame, ALPHA)
        for i in range(SEGMENT):
            p = pixels[i]
            coverage = channel(p, 24) * k
            alpha = a[i]
            r[i] = merged(r[i], channel(p, 0) * UNIT8, alpha, coverage)
            g[i] = merged(g[i], channel(p, 8) * UNIT8, alpha, coverage)
            b[i] = merged(b[i], channel(p, 16) * UNIT8, alpha, coverage)
            a[i] = union(coverage, alpha)

    return loop  # type: ignore[no-any-return]


def _direct_whole(formula: Any) -> Loop:
    """8-bit pixels (uint32) blended by a whole-pixel formula; k = opacity / 255."""

    @njit(**LOOP)
    def loop(source, k, frame):  # type: ignore[no-untyped-def]
        pixels = carray(pixels_at(source), SEGMENT)
        r, g, b, a = plane(frame, RED), plane(frame, GREEN), plane(frame, BLUE), plane(frame, ALPHA)
        for i in range(SEGMENT):
            p = pixels[i]
            coverage = channel(p, 24) * k
            alpha = a[i]
            sr = channel(p, 0) * UNIT8
            sg = channel(p, 8) * UNIT8
            sb = channel(p, 16) * UNIT8
            mr, mg, mb = formula(r[i], g[i], b[i], sr, sg, sb, alpha)
            r[i] = combined(r[i], sr, alpha, mr, coverage)
            g[i] = combined(g[i], sg, alpha, mg, coverage)
            b[i] = combined(b[i], sb, alpha, mb, coverage)
            a[i] = union(coverage, alpha)

    return loop  # type: ignore[no-any-return]


def _planar_separable(merged: Any) -> Loop:
    """Straight colours of a frame with the plane `cover` blended channel by channel."""

    @njit(**LOOP)
    def loop(source, cover, frame):  # type: ignore[no-untyped-def]
        sr, sg, sb = plane(source, RED), plane(source, GREEN), plane(source, BLUE)
        r, g, b, a = plane(frame, RED), plane(frame, GREEN), plane(frame, BLUE), plane(frame, ALPHA)
        sa = floats(cover)
        for i in range(SEGMENT):
            coverage = sa[i]
            alpha = a[i]
            r[i] = merged(r[i], sr[i], alpha, coverage)
            g[i] = merged(g[i], sg[i], alpha, coverage)
            b[i] = merged(b[i], sb[i], alpha, coverage)
            a[i] = union(coverage, alpha)

    return loop  # type: ignore[no-any-return]


def _planar_whole(formula: Any) -> Loop:
    """Straight colours of a frame with the plane `cover` blended by a whole-pixel formula."""

    @njit(**LOOP)
    def loop(source, cover, frame):  # type: ignore[no-untyped-def]
        sr, sg, sb, sa = (
            plane(source, RED),
            plane(source, GREEN),
            plane(source, BLUE),
            floats(cover),
        )
        r, g, b, a = plane(frame, RED), plane(frame, GREEN), plane(frame, BLUE), plane(frame, ALPHA)
        for i in range(SEGMENT):
            coverage = sa[i]
            alpha = a[i]
            mr, mg, mb = formula(r[i], g[i], b[i], sr[i], sg[i], sb[i], alpha)
            r[i] = combined(r[i], sr[i], alpha, mr, coverage)
            g[i] = combined(g[i], sg[i], alpha, mg, coverage)
            b[i] = combined(b[i], sb[i], alpha, mb, coverage)
            a[i] = union(coverage, alpha)

    return loop  # type: ignore[no-any-return]


def _filled_separable(formula: Any, neutral: Any) -> Loop:
    """The same for the modes whose fill opacity (0..1) acts inside the blend."""

    @njit(**LOOP)
    def loop(source, cover, fill, frame):  # type: ignore[no-untyped-def]
        sr, sg, sb, sa = (
            plane(source, RED),
            plane(source, GREEN),
            plane(source, BLUE),
            floats(cover),
        )
        r, g, b, a = plane(frame, RED), plane(frame, GREEN), plane(frame, BLUE), plane(frame, ALPHA)
        for i in range(SEGMENT):
            coverage = sa[i]
            alpha = a[i]
            mixed = formula(r[i], neutral(sr[i], fill), alpha)
            r[i] = combined(r[i], fill * sr[i], alpha, mixed, coverage)
            mixed = formula(g[i], neutral(sg[i], fill), alpha)
            g[i] = combined(g[i], fill * sg[i], alpha, mixed, coverage)
            mixed = formula(b[i], neutral(sb[i], fill), alpha)
            b[i] = combined(b[i], fill * sb[i], alpha, mixed, coverage)
            a[i] = union(fill * coverage, alpha)

    return loop  # type: ignore[no-any-return]


@njit(**LOOP)
def filled_hard_mix(source, cover, fill, frame):  # type: ignore[no-untyped-def]
    """The same for hard mix, which has a formula of its own."""
    sr, sg, sb, sa = plane(source, RED), plane(source, GREEN), plane(source, BLUE), floats(cover)
    r, g, b, a = plane(frame, RED), plane(frame, GREEN), plane(frame, BLUE), plane(frame, ALPHA)
    for i in range(SEGMENT):
        coverage = sa[i]
        alpha = a[i]
        mixed = hard_mix_filled(r[i], sr[i], alpha, fill)
        r[i] = combined(r[i], fill * sr[i], alpha, mixed, coverage)
        mixed = hard_mix_filled(g[i], sg[i], alpha, fill)
        g[i] = combined(g[i], fill * sg[i], alpha, mixed, coverage)
        mixed = hard_mix_filled(b[i], sb[i], alpha, fill)
        b[i] = combined(b[i], fill * sb[i], alpha, mixed, coverage)
        a[i] = union(fill * coverage, alpha)


@njit(**LOOP)
def direct_first(source, k, frame):  # type: ignore[no-untyped-def]
    """8-bit pixels in place of whatever is there: onto nothing every mode is normal."""
    pixels = carray(pixels_at(source), SEGMENT)
    r, g, b, a = plane(frame, RED), plane(frame, GREEN), plane(frame, BLUE), plane(frame, ALPHA)
    for i in range(SEGMENT):
        p = pixels[i]
        coverage = channel(p, 24) * k
        r[i] = coverage * (channel(p, 0) * UNIT8)
        g[i] = coverage * (channel(p, 8) * UNIT8)
        b[i] = coverage * (channel(p, 16) * UNIT8)
        a[i] = coverage


@njit(**LOOP)
def decode(source, k, frame, cover):  # type: ignore[no-untyped-def]
    """8-bit pixels as straight colours in a frame and coverage in a plane; k = opacity / 255."""
    pixels = carray(pixels_at(source), SEGMENT)
    r, g, b, a = plane(frame, RED), plane(frame, GREEN), plane(frame, BLUE), floats(cover)
    for i in range(SEGMENT):
        p = pixels[i]
        r[i] = channel(p, 0) * UNIT8
        g[i] = channel(p, 8) * UNIT8
        b[i] = channel(p, 16) * UNIT8
        a[i] = channel(p, 24) * k


@njit(**LOOP)
def decode_wide(source, k, frame, cover):  # type: ignore[no-untyped-def]
    """The same for 16-bit pixels (uint64); k = opacity / 65535."""
    pixels = carray(wide_pixels_at(source), SEGMENT)
    r, g, b, a = plane(frame, RED), plane(frame, GREEN), plane(frame, BLUE), floats(cover)
    for i in range(SEGMENT):
        p = pixels[i]
        r[i] = wide_channel(p, 0) * UNIT16
        g[i] = wide_channel(p, 16) * UNIT16
        b[i] = wide_channel(p, 32) * UNIT16
        a[i] = wide_channel(p, 48) * k


@njit(**LOOP)
def mask_by(values, density, cover):  # type: ignore[no-untyped-def]
    """cover *= 1 - density * (1 - mask); values: address of 8-bit mask values."""
    shown = carray(bytes_at(values), SEGMENT)
    coverage = floats(cover)
    for i in range(SEGMENT):
        coverage[i] = coverage[i] * (ONE - density * (ONE - F(np.int32(shown[i])) * UNIT8))


@njit(**LOOP)
def mask_by_wide(values, density, cover):  # type: ignore[no-untyped-def]
    """The same for 16-bit mask values."""
    shown = carray(words_at(values), SEGMENT)
    coverage = floats(cover)
    for i in range(SEGMENT):
        coverage[i] = coverage[i] * (ONE - density * (ONE - F(np.int32(shown[i])) * UNIT16))


@njit(**LOOP)
def scale(k, target):  # type: ignore[no-untyped-def]
    values = floats(target)
    for i in range(SEGMENT):
        values[i] = values[i] * k


@njit(**LOOP)
def dissolve(left, top, seed, cover):  # type: ignore[no-untyped-def]
    """Coverage becomes 0 or 1 by a number that hangs on the pixel's place and the layer alone.

    left, top: document pixel of the first one, int32; seed: uint32.
    """
    for row in range(ROWS):
        across = carray(floats_at(cover + row * TILE * 4), TILE)
        y = np.uint32(np.uint32(top + np.int32(row)) * np.uint32(0x85EBCA77) + seed)
        for i in range(TILE):
            x = np.uint32(left + np.int32(i))
            h = np.uint32(np.uint32(x * np.uint32(0x9E3779B1)) + y)
            h = np.uint32((h ^ (h >> np.uint32(15))) * np.uint32(0x2C1B3C6D))
            h = np.uint32((h ^ (h >> np.uint32(12))) * np.uint32(0x297A2D39))
            h = np.uint32(h ^ (h >> np.uint32(15)))
            threshold = F(np.int32(h >> np.uint32(8))) * F(2.0**-24)
            across[i] = ONE if threshold < across[i] else F(0.0)


@njit(**LOOP)
def straighten(frame):  # type: ignore[no-untyped-def]
    """Premultiplied colours become straight ones."""
    r, g, b, a = plane(frame, RED), plane(frame, GREEN), plane(frame, BLUE), plane(frame, ALPHA)
    for i in range(SEGMENT):
        divisor = maximum(a[i], TINY)
        r[i] = r[i] / divisor
        g[i] = g[i] / divisor
        b[i] = b[i] / divisor


@njit(**LOOP)
def round_frame(frame):  # type: ignore[no-untyped-def]
    """A frame's straight colours and alpha rounded to 8 bit."""
    r, g, b, a = plane(frame, RED), plane(frame, GREEN), plane(frame, BLUE), plane(frame, ALPHA)
    top = F(255.0)
    half = F(0.5)
    for i in range(SEGMENT):
        q = top / maximum(a[i], TINY)
        alpha = F(np.int32(minimum(a[i] * top + half, top))) * UNIT8
        r[i] = F(np.int32(minimum(r[i] * q + half, top))) * UNIT8 * alpha
        g[i] = F(np.int32(minimum(g[i] * q + half, top))) * UNIT8 * alpha
        b[i] = F(np.int32(minimum(b[i] * q + half, top))) * UNIT8 * alpha
        a[i] = alpha


@njit(**LOOP)
def copy(source, target):  # type: ignore[no-untyped-def]
    """A plane to another address."""
    there = floats(target)
    here = floats(source)
    for i in range(SEGMENT):
        there[i] = here[i]


@njit(**LOOP)
def fill_plane(value, target):  # type: ignore[no-untyped-def]
    values = floats(target)
    for i in range(SEGMENT):
        values[i] = value


@njit(**LOOP)
def lerp(below, top, cover):  # type: ignore[no-untyped-def]
    """The plane `below` moves towards `top` by the plane `cover` (0..1)."""
    lower, upper, k = floats(below), floats(top), floats(cover)
    for i in range(SEGMENT):
        lower[i] = (ONE - k[i]) * lower[i] + k[i] * upper[i]


@njit(**LOOP)
def text_lerp(below, top, cover):  # type: ignore[no-untyped-def]
    """The frame `below` moves towards `top` by the plane `cover` as text is mixed."""
    r, g, b, a = plane(below, RED), plane(below, GREEN), plane(below, BLUE), plane(below, ALPHA)
    tr, tg, tb, ta = plane(top, RED), plane(top, GREEN), plane(top, BLUE), plane(top, ALPHA)
    k = floats(cover)
    for i in range(SEGMENT):
        r[i] = text_lerped(r[i], tr[i], a[i], ta[i], k[i])
        g[i] = text_lerped(g[i], tg[i], a[i], ta[i], k[i])
        b[i] = text_lerped(b[i], tb[i], a[i], ta[i], k[i])
        a[i] = (ONE - k[i]) * a[i] + k[i] * ta[i]


@njit(**LOOP)
def is_transparent(source):  # type: ignore[no-untyped-def]
    """Whether no 8-bit pixel shows. Reads as little as it can: a pass over pixels that are about
    to be blended waits for memory, which blending itself would not."""
    for part in range(PARTS):
        pixels = carray(pixels_at(source + part * PART * 4), PART)
        some = np.uint32(0)
        for i in range(PART):
            some = np.uint32(some | pixels[i])
        if some >= np.uint32(0x01000000):
            return False
    return True


@njit(**LOOP)
def is_opaque(source):  # type: ignore[no-untyped-def]
    """Whether every 8-bit pixel is opaque."""
    for part in range(PARTS):
        pixels = carray(pixels_at(source + part * PART * 4), PART)
        every = np.uint32(0xFFFFFFFF)
        for i in range(PART):
            every = np.uint32(every & pixels[i])
        if every < np.uint32(0xFF000000):
            return False
    return True


@njit(**LOOP)
def is_transparent_wide(source):  # type: ignore[no-untyped-def]
    """Whether no 16-bit pixel shows."""
    for part in range(PARTS):
        pixels = carray(wide_pixels_at(source + part * PART * 8), PART)
        some = np.uint64(0)
        for i in range(PART):
            some = np.uint64(some | pixels[i])
        if some >= np.uint64(0x0001000000000000):
            return False
    return True


@njit(**LOOP)
def is_opaque_wide(source):  # type: ignore[no-untyped-def]
    """Whether every 16-bit pixel is opaque."""
    for part in range(PARTS):
        pixels = carray(wide_pixels_at(source + part * PART * 8), PART)
        every = np.uint64(0xFFFFFFFFFFFFFFFF)
        for i in range(PART):
            every = np.uint64(every & pixels[i])
        if every < np.uint64(0xFFFF000000000000):
            return False
    return True


@njit(**LOOP)
def pack(frame, target):  # type: ignore[no-untyped-def]
    """A frame as straight 8-bit pixels, rounded once."""
    r, g, b, a = plane(frame, RED), plane(frame, GREEN), plane(frame, BLUE), plane(frame, ALPHA)
    out = carray(pixels_at(target), SEGMENT)
    top = F(255.0)
    half = F(0.5)
    for i in range(SEGMENT):
        q = top / maximum(a[i], TINY)
        red = np.uint32(np.int32(minimum(r[i] * q + half, top)))
        green = np.uint32(np.int32(minimum(g[i] * q + half, top)))
        blue = np.uint32(np.int32(minimum(b[i] * q + half, top)))
        alpha = np.uint32(np.int32(minimum(a[i] * top + half, top)))
        out[i] = red | (green << np.uint32(8)) | (blue << np.uint32(16)) | (alpha << np.uint32(24))


@njit(**LOOP)
def pack_wide(frame, target):  # type: ignore[no-untyped-def]
    """A frame as straight 16-bit pixels, rounded once."""
    r, g, b, a = plane(frame, RED), plane(frame, GREEN), plane(frame, BLUE), plane(frame, ALPHA)
    out = carray(wide_pixels_at(target), SEGMENT)
    top = F(65535.0)
    half = F(0.5)
    for i in range(SEGMENT):
        q = top / maximum(a[i], TINY)
        red = np.uint64(np.int32(minimum(r[i] * q + half, top)))
        green = np.uint64(np.int32(minimum(g[i] * q + half, top)))
        blue = np.uint64(np.int32(minimum(b[i] * q + half, top)))
        alpha = np.uint64(np.int32(minimum(a[i] * top + half, top)))
        out[i] = red | (green << np.uint64(16)) | (blue << np.uint64(32)) | (alpha << np.uint64(48))


def _loops(separable: Callable[[Any], Loop], whole: Callable[[Any], Loop]) -> dict[BlendMode, Loop]:
    """One loop per mode. Dissolve is normal with another coverage."""
    loops: dict[BlendMode, Loop] = {}
    for mode in BlendMode:
        if mode in blend.WHOLE_PIXEL:
            loops[mode] = whole(SCALAR[blend.WHOLE_PIXEL[mode].__name__])
        elif mode in blend.MERGED and mode is not BlendMode.DISSOLVE:
            loops[mode] = separable(SCALAR[blend.MERGED[mode].__name__])
        elif mode in blend.SEPARABLE:
            loops[mode] = separable(_merging(SCALAR[blend.SEPARABLE[mode].__name__]))
    return loops


DIRECT: Mapping[BlendMode, Loop] = _loops(_direct_separable, _direct_whole)
PLANAR: Mapping[BlendMode, Loop] = _loops(_planar_separable, _planar_whole)
DIRECT_TEXT: Loop = _direct_separable(SCALAR["text_merged"])
PLANAR_TEXT: Loop = _planar_separable(SCALAR["text_merged"])
"""Like the normal mode's; see blend.text_merged."""
FILLED: Mapping[BlendMode, Loop] = {
    mode: _filled_separable(SCALAR[blend.SEPARABLE[mode].__name__], SCALAR[neutral.__name__])
    for mode, neutral in blend.NEUTRAL.items()
    if mode is not BlendMode.HARD_MIX
} | {BlendMode.HARD_MIX: filled_hard_mix}
