"""Compiled blend loops: one per mode and kind of source, made from the formulas of blend.py.

Built for speed by four rules that were measured:
1. 512 pixels (4 rows of a tile) go through all operations while their planar float32
   accumulators stay in the first-level cache (see driver.py);
2. a pixel is read as one integer, its channels by shift and mask;
3. one loop per blend mode, no decision per pixel;
4. loops index their arrays by the loop variable alone, or they are not vectorised.

Strict IEEE arithmetic (no contraction, no reassociation, no reciprocal estimates), so that every
processor gives the same bytes, and the same ones as portable.py.

Loops work in place on the accumulators r, g, b (premultiplied) and a, float32 of SEGMENT pixels.
Imports numba, hence imported by driver.py only, which is imported when kernels are needed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import FunctionType
from typing import Any, TypeAlias

import numpy as np
from numba import njit, types
from numba.extending import intrinsic

from engine.compositor import blend
from engine.document.model import BlendMode
from engine.document.raster import TILE

Loop: TypeAlias = Callable[..., None]

F = np.float32
ONE = F(1.0)
SEGMENT = 512
ROWS = SEGMENT // TILE
UNIT8 = F(1.0 / 255.0)
UNIT16 = F(1.0 / 65535.0)

MATHS: Mapping[str, Any] = {
    "error_model": "numpy",
    # Only what lets minimum and select vectorise: NaN, infinity and -0 never reach a result.
    "fastmath": {"nnan", "ninf", "nsz"},
}
INLINED: Mapping[str, Any] = {**MATHS, "inline": "always"}
LOOP: Mapping[str, Any] = {
    **MATHS,
    "boundscheck": False,
    "nogil": True,
    "no_cpython_wrapper": True,
    "no_cfunc_wrapper": True,
}


def _pointer_to(item: Any) -> Any:
    """A compiled function from an address to a pointer to `item`."""

    @intrinsic
    def pointer(_context: Any, _address: Any) -> Any:
        signature = types.CPointer(item)(types.int64)  # type: ignore[no-untyped-call]

        def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            return builder.inttoptr(arguments[0], context.get_value_type(signature.return_type))

        return signature, generate

    return pointer


bytes_at = _pointer_to(types.uint8)
words_at = _pointer_to(types.uint16)
pixels_at = _pointer_to(types.uint32)
wide_pixels_at = _pointer_to(types.uint64)
floats_at = _pointer_to(types.float32)


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


def scalar_namespace() -> dict[str, Any]:
    """The functions of blend.py, compiled for single float32 numbers instead of planes."""
    scalars: dict[str, Any] = {
        "where": njit(**INLINED)(_where),
        "minimum": njit(**INLINED)(_minimum),
        "maximum": njit(**INLINED)(_maximum),
        "absolute": njit(**INLINED)(_absolute),
        "sqrt": njit(**INLINED)(_sqrt),
    }
    for name, value in vars(blend).items():
        if isinstance(value, np.float32):
            scalars[name] = value
        elif isinstance(value, FunctionType) and value.__module__ == blend.__name__:
            scalars[name] = njit(**INLINED)(FunctionType(value.__code__, scalars))
    return scalars


SCALAR = scalar_namespace()
combined = SCALAR["combined"]
covered = SCALAR["covered"]
union = SCALAR["union"]
maximum = SCALAR["maximum"]
minimum = SCALAR["minimum"]
TINY = blend.TINY


@njit(**INLINED)
def channel(pixel, shift):  # type: ignore[no-untyped-def]
    """One 8-bit channel of a packed pixel as float32 0..255."""
    return F(np.int32((pixel >> np.uint32(shift)) & np.uint32(255)))


@njit(**INLINED)
def wide_channel(pixel, shift):  # type: ignore[no-untyped-def]
    """One 16-bit channel of a packed pixel as float32 0..65535."""
    return F(np.int32((pixel >> np.uint64(shift)) & np.uint64(65535)))


def _direct_separable(formula: Any) -> Loop:
    """8-bit pixels (uint32) blended by a channel formula; k = opacity / 255."""

    @njit(**LOOP)
    def loop(pixels, k, r, g, b, a):  # type: ignore[no-untyped-def]
        for i in range(SEGMENT):
            p = pixels[i]
            coverage = channel(p, 24) * k
            alpha = a[i]
            s = channel(p, 0) * UNIT8
            r[i] = combined(r[i], s, alpha, formula(r[i], s, alpha), coverage)
            s = channel(p, 8) * UNIT8
            g[i] = combined(g[i], s, alpha, formula(g[i], s, alpha), coverage)
            s = channel(p, 16) * UNIT8
            b[i] = combined(b[i], s, alpha, formula(b[i], s, alpha), coverage)
            a[i] = union(coverage, alpha)

    return loop  # type: ignore[no-any-return]


def _direct_whole(formula: Any) -> Loop:
    """8-bit pixels (uint32) blended by a whole-pixel formula; k = opacity / 255."""

    @njit(**LOOP)
    def loop(pixels, k, r, g, b, a):  # type: ignore[no-untyped-def]
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


def _planar_separable(formula: Any) -> Loop:
    """Planes of straight colours and coverage blended by a channel formula."""

    @njit(**LOOP)
    def loop(sr, sg, sb, sa, r, g, b, a):  # type: ignore[no-untyped-def]
        for i in range(SEGMENT):
            coverage = sa[i]
            alpha = a[i]
            r[i] = combined(r[i], sr[i], alpha, formula(r[i], sr[i], alpha), coverage)
            g[i] = combined(g[i], sg[i], alpha, formula(g[i], sg[i], alpha), coverage)
            b[i] = combined(b[i], sb[i], alpha, formula(b[i], sb[i], alpha), coverage)
            a[i] = union(coverage, alpha)

    return loop  # type: ignore[no-any-return]


def _planar_whole(formula: Any) -> Loop:
    """Planes of straight colours and coverage blended by a whole-pixel formula."""

    @njit(**LOOP)
    def loop(sr, sg, sb, sa, r, g, b, a):  # type: ignore[no-untyped-def]
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
    """Planes blended by one of the modes whose fill opacity (0..1) acts inside the blend."""

    @njit(**LOOP)
    def loop(sr, sg, sb, sa, fill, r, g, b, a):  # type: ignore[no-untyped-def]
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
def filled_hard_mix(sr, sg, sb, sa, fill, r, g, b, a):  # type: ignore[no-untyped-def]
    """The same for hard mix, which has a formula of its own."""
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


hard_mix_filled = SCALAR["hard_mix_filled"]


@njit(**LOOP)
def direct_normal(pixels, k, r, g, b, a):  # type: ignore[no-untyped-def]
    """8-bit pixels over what is there; k = opacity / 255."""
    for i in range(SEGMENT):
        p = pixels[i]
        coverage = channel(p, 24) * k
        r[i] = covered(r[i], channel(p, 0) * UNIT8, coverage)
        g[i] = covered(g[i], channel(p, 8) * UNIT8, coverage)
        b[i] = covered(b[i], channel(p, 16) * UNIT8, coverage)
        a[i] = union(coverage, a[i])


@njit(**LOOP)
def planar_normal(sr, sg, sb, sa, r, g, b, a):  # type: ignore[no-untyped-def]
    """Planes of straight colours and coverage over what is there."""
    for i in range(SEGMENT):
        coverage = sa[i]
        r[i] = covered(r[i], sr[i], coverage)
        g[i] = covered(g[i], sg[i], coverage)
        b[i] = covered(b[i], sb[i], coverage)
        a[i] = union(coverage, a[i])


@njit(**LOOP)
def direct_first(pixels, k, r, g, b, a):  # type: ignore[no-untyped-def]
    """8-bit pixels in place of whatever is there: onto nothing every mode is normal."""
    for i in range(SEGMENT):
        p = pixels[i]
        coverage = channel(p, 24) * k
        r[i] = coverage * (channel(p, 0) * UNIT8)
        g[i] = coverage * (channel(p, 8) * UNIT8)
        b[i] = coverage * (channel(p, 16) * UNIT8)
        a[i] = coverage


@njit(**LOOP)
def decode(pixels, k, r, g, b, a):  # type: ignore[no-untyped-def]
    """8-bit pixels as planes of straight colours and coverage."""
    for i in range(SEGMENT):
        p = pixels[i]
        r[i] = channel(p, 0) * UNIT8
        g[i] = channel(p, 8) * UNIT8
        b[i] = channel(p, 16) * UNIT8
        a[i] = channel(p, 24) * k


@njit(**LOOP)
def decode_wide(pixels, k, r, g, b, a):  # type: ignore[no-untyped-def]
    """16-bit pixels (uint64) as planes of straight colours and coverage; k = opacity / 65535."""
    for i in range(SEGMENT):
        p = pixels[i]
        r[i] = wide_channel(p, 0) * UNIT16
        g[i] = wide_channel(p, 16) * UNIT16
        b[i] = wide_channel(p, 32) * UNIT16
        a[i] = wide_channel(p, 48) * k


@njit(**LOOP)
def mask_by(values, unit, density, coverage):  # type: ignore[no-untyped-def]
    """coverage *= 1 - density * (1 - mask); values: uint8 or uint16, unit: 1 / their maximum."""
    for i in range(SEGMENT):
        shown = F(np.int32(values[i])) * unit
        coverage[i] = coverage[i] * (ONE - density * (ONE - shown))


@njit(**LOOP)
def scale(k, plane):  # type: ignore[no-untyped-def]
    for i in range(SEGMENT):
        plane[i] = plane[i] * k


@njit(**LOOP)
def dissolve(left, top, seed, coverage):  # type: ignore[no-untyped-def]
    """Coverage becomes 0 or 1 by a number that hangs on the pixel's place and the layer alone."""
    for i in range(SEGMENT):
        x = np.uint32(left + np.int32(i % TILE))
        y = np.uint32(top + np.int32(i // TILE))
        h = np.uint32(x * np.uint32(0x9E3779B1)) + np.uint32(y * np.uint32(0x85EBCA77))
        h = np.uint32(np.uint32(h) + seed)
        h = np.uint32((h ^ (h >> np.uint32(15))) * np.uint32(0x2C1B3C6D))
        h = np.uint32((h ^ (h >> np.uint32(12))) * np.uint32(0x297A2D39))
        h = np.uint32(h ^ (h >> np.uint32(15)))
        threshold = F(np.int32(h >> np.uint32(8))) * F(2.0**-24)
        coverage[i] = ONE if threshold < coverage[i] else F(0.0)


@njit(**LOOP)
def straighten(r, g, b, a):  # type: ignore[no-untyped-def]
    """Premultiplied colours become straight ones."""
    for i in range(SEGMENT):
        divisor = maximum(a[i], TINY)
        r[i] = r[i] / divisor
        g[i] = g[i] / divisor
        b[i] = b[i] / divisor


@njit(**LOOP)
def copy(source, target):  # type: ignore[no-untyped-def]
    for i in range(SEGMENT):
        target[i] = source[i]


@njit(**LOOP)
def clear(value, plane):  # type: ignore[no-untyped-def]
    for i in range(SEGMENT):
        plane[i] = value


@njit(**LOOP)
def lerp(below, top, k):  # type: ignore[no-untyped-def]
    """below moves towards top by the plane k (0..1)."""
    for i in range(SEGMENT):
        below[i] = (ONE - k[i]) * below[i] + k[i] * top[i]


@njit(**LOOP)
def alpha_summary(pixels):  # type: ignore[no-untyped-def]
    """2 when all 8-bit pixels are opaque, 0 when all are transparent, else 1."""
    every = np.uint32(0xFFFFFFFF)
    some = np.uint32(0)
    for i in range(SEGMENT):
        every = np.uint32(every & pixels[i])
        some = np.uint32(some | pixels[i])
    if every >= np.uint32(0xFF000000):
        return 2
    return 0 if some < np.uint32(0x01000000) else 1


@njit(**LOOP)
def alpha_summary_wide(pixels):  # type: ignore[no-untyped-def]
    """The same for 16-bit pixels."""
    every = np.uint64(0xFFFFFFFFFFFFFFFF)
    some = np.uint64(0)
    for i in range(SEGMENT):
        every = np.uint64(every & pixels[i])
        some = np.uint64(some | pixels[i])
    if every >= np.uint64(0xFFFF000000000000):
        return 2
    return 0 if some < np.uint64(0x0001000000000000) else 1


@njit(**LOOP)
def pack(r, g, b, a, out):  # type: ignore[no-untyped-def]
    """Straight 8-bit pixels, rounded once. The arrays are as long as `out` (uint32)."""
    top = F(255.0)
    half = F(0.5)
    for i in range(out.size):
        q = top / maximum(a[i], TINY)
        red = np.uint32(np.int32(minimum(r[i] * q + half, top)))
        green = np.uint32(np.int32(minimum(g[i] * q + half, top)))
        blue = np.uint32(np.int32(minimum(b[i] * q + half, top)))
        alpha = np.uint32(np.int32(minimum(a[i] * top + half, top)))
        out[i] = red | (green << np.uint32(8)) | (blue << np.uint32(16)) | (alpha << np.uint32(24))


@njit(**LOOP)
def pack_wide(r, g, b, a, out):  # type: ignore[no-untyped-def]
    """Straight 16-bit pixels, rounded once. The arrays are as long as `out` (uint64)."""
    top = F(65535.0)
    half = F(0.5)
    for i in range(out.size):
        q = top / maximum(a[i], TINY)
        red = np.uint64(np.int32(minimum(r[i] * q + half, top)))
        green = np.uint64(np.int32(minimum(g[i] * q + half, top)))
        blue = np.uint64(np.int32(minimum(b[i] * q + half, top)))
        alpha = np.uint64(np.int32(minimum(a[i] * top + half, top)))
        out[i] = red | (green << np.uint64(16)) | (blue << np.uint64(32)) | (alpha << np.uint64(48))


def _loops(separable: Callable[[Any], Loop], whole: Callable[[Any], Loop]) -> dict[BlendMode, Loop]:
    made = {mode: separable(SCALAR[mode.value]) for mode in blend.SEPARABLE}
    made |= {mode: whole(SCALAR[mode.value]) for mode in blend.WHOLE_PIXEL}
    return made


DIRECT: Mapping[BlendMode, Loop] = _loops(_direct_separable, _direct_whole)
PLANAR: Mapping[BlendMode, Loop] = _loops(_planar_separable, _planar_whole)
FILLED: Mapping[BlendMode, Loop] = {
    mode: _filled_separable(SCALAR[mode.value], SCALAR[neutral.__name__])
    for mode, neutral in blend.NEUTRAL.items()
    if mode is not BlendMode.HARD_MIX
}
