"""The few ways in which a pixel changes: painted over, erased, or mixed with its new value.

Whole-number arithmetic throughout, so that nothing depends on the processor: a weight of 0 leaves
every bit as it was, a full weight gives exactly the new value, equal colours stay equal.
Weights are 0..65535; alpha is straight; colours are mixed in proportion to their alpha
(premultiplied). `full` is 255 or 65535.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

from engine.document.raster import TILE, Pixels

WEIGHT = 65535
"""Full weight."""

Weights = npt.NDArray[np.uint16]


@njit(nogil=True, cache=True)
def _over(tile, weights, color, full, keep_alpha, top, bottom, left, right):  # type: ignore[no-untyped-def]
    half = WEIGHT // 2
    for y in range(top, bottom):
        for x in range(left, right):
            w = np.int64(weights[y, x])
            if w == 0:
                continue
            alpha = np.int64(tile[y, x, 3])
            rest = WEIGHT - w
            if keep_alpha or alpha == full:
                if alpha == 0:
                    continue
                for c in range(3):
                    tile[y, x, c] = (color[c] * w + np.int64(tile[y, x, c]) * rest + half) // WEIGHT
                continue
            new = full * w
            old = alpha * rest
            total = new + old
            rounded = (total + half) // WEIGHT
            if rounded == 0:
                continue
            for c in range(3):
                mixed = color[c] * new + np.int64(tile[y, x, c]) * old
                tile[y, x, c] = (mixed + total // 2) // total
            tile[y, x, 3] = rounded


@njit(nogil=True, cache=True)
def _erase(tile, weights, top, bottom, left, right):  # type: ignore[no-untyped-def]
    half = WEIGHT // 2
    for y in range(top, bottom):
        for x in range(left, right):
            w = np.int64(weights[y, x])
            if w == 0:
                continue
            alpha = (np.int64(tile[y, x, 3]) * (WEIGHT - w) + half) // WEIGHT
            tile[y, x, 3] = alpha
            if alpha == 0:
                for c in range(3):
                    tile[y, x, c] = 0


@njit(nogil=True, cache=True)
def _toward(tile, weights, value, top, bottom, left, right):  # type: ignore[no-untyped-def]
    half = WEIGHT // 2
    for y in range(top, bottom):
        for x in range(left, right):
            w = np.int64(weights[y, x])
            if w != 0:
                old = np.int64(tile[y, x])
                tile[y, x] = (value * w + old * (WEIGHT - w) + half) // WEIGHT


@njit(nogil=True, cache=True)
def _stack(upper, lower, full, out):  # type: ignore[no-untyped-def]
    """Normal mode, in whole numbers; where one is transparent the other comes out as it is."""
    for y in range(TILE):
        for x in range(TILE):
            top = np.int64(upper[y, x, 3])
            below = np.int64(lower[y, x, 3])
            if top == 0 or below == 0:
                for c in range(4):
                    out[y, x, c] = lower[y, x, c] if top == 0 else upper[y, x, c]
                continue
            t = top * full
            b = below * (full - top)
            total = t + b
            for c in range(3):
                mixed = np.int64(upper[y, x, c]) * t + np.int64(lower[y, x, c]) * b
                out[y, x, c] = (mixed + total // 2) // total
            out[y, x, 3] = (total + full // 2) // full


@njit(nogil=True, cache=True)
def _mix(tile, new, coverage):  # type: ignore[no-untyped-def]
    for y in range(TILE):
        for x in range(TILE):
            w = np.int64(coverage[y, x])
            if w == 0:
                continue
            new_alpha = np.int64(new[y, x, 3])
            old_alpha = np.int64(tile[y, x, 3])
            if w == 255:
                for c in range(4):
                    tile[y, x, c] = new[y, x, c]
                continue
            if new_alpha == old_alpha:
                for c in range(3):
                    mixed = np.int64(new[y, x, c]) * w + np.int64(tile[y, x, c]) * (255 - w)
                    tile[y, x, c] = (mixed + 127) // 255
                continue
            n = new_alpha * w
            o = old_alpha * (255 - w)
            total = n + o
            rounded = (total + 127) // 255
            for c in range(3):
                mixed = np.int64(new[y, x, c]) * n + np.int64(tile[y, x, c]) * o
                tile[y, x, c] = (mixed + total // 2) // total if rounded != 0 else 0
            tile[y, x, 3] = rounded


@njit(nogil=True, cache=True)
def _mix_values(tile, new, coverage):  # type: ignore[no-untyped-def]
    for y in range(TILE):
        for x in range(TILE):
            w = np.int64(coverage[y, x])
            mixed = np.int64(new[y, x]) * w + np.int64(tile[y, x]) * (255 - w)
            tile[y, x] = (mixed + 127) // 255


@njit(nogil=True, cache=True)
def _weigh(stroke, coverage, opacity, out, top, bottom, left, right):  # type: ignore[no-untyped-def]
    scale = WEIGHT * 255
    for y in range(top, bottom):
        for x in range(left, right):
            w = (np.int64(stroke[y, x]) * opacity + WEIGHT // 2) // WEIGHT
            out[y, x] = (w * WEIGHT * np.int64(coverage[y, x]) + scale // 2) // scale


@njit(nogil=True, cache=True)
def _weigh_coverage(coverage, opacity, out):  # type: ignore[no-untyped-def]
    for y in range(TILE):
        for x in range(TILE):
            out[y, x] = (np.int64(coverage[y, x]) * opacity + 127) // 255


WHOLE = (0, TILE, 0, TILE)
"""Rows from..to and columns from..to of a whole tile."""


def weights_of(coverage: Pixels, opacity: float) -> Weights:
    """Selection coverage (128×128 uint8) times opacity (0..1) as weights."""
    out = np.empty((TILE, TILE), np.uint16)
    _weigh_coverage(coverage, whole_weight(opacity), out)
    return out


def whole_weight(opacity: float) -> int:
    """An opacity of 0..1 (anything outside is cut off) as a weight."""
    return round(min(max(opacity, 0.0), 1.0) * WEIGHT)


def weigh(
    stroke: Weights, coverage: Pixels, opacity: int, out: Weights, part: tuple[int, int, int, int]
) -> None:
    """out = stroke × coverage / 255 × opacity / 65535 inside `part`; opacity is a weight."""
    _weigh(stroke, coverage, opacity, out, *part)


def paint_over(
    tile: Pixels,
    weights: Weights,
    color: tuple[int, int, int],
    *,
    keep_alpha: bool = False,
    part: tuple[int, int, int, int] = WHOLE,
) -> None:
    """Lay `color` (tile's depth) over a writable RGBA tile in place.

    keep_alpha: only the colour changes, and transparent pixels not at all.
    """
    _over(tile, weights, color, int(np.iinfo(tile.dtype).max), keep_alpha, *part)


def erase(tile: Pixels, weights: Weights, *, part: tuple[int, int, int, int] = WHOLE) -> None:
    """Take alpha away from a writable RGBA tile in place; transparent pixels lose their colour."""
    _erase(tile, weights, *part)


def paint_value(
    tile: Pixels, weights: Weights, value: int, *, part: tuple[int, int, int, int] = WHOLE
) -> None:
    """Move a writable one-channel tile towards `value` in place."""
    _toward(tile, weights, value, *part)


def stacked(upper: Pixels, lower: Pixels) -> Pixels:
    """One RGBA tile over another, normal mode; where one is transparent, the other bit for bit."""
    out = np.empty_like(lower)
    _stack(frozen(upper), frozen(lower), int(np.iinfo(lower.dtype).max), out)
    return out


def mixed(old: Pixels, new: Pixels, coverage: Pixels) -> Pixels:
    """`new` where coverage (128×128 uint8) is 255, `old` where it is 0, between them elsewhere."""
    tile = old.copy()
    if old.ndim == 3:
        _mix(tile, frozen(new), coverage)
    else:
        _mix_values(tile, frozen(new), coverage)
    return tile


def opaque_grays(tile: Pixels, full: int) -> Pixels:
    """A one-channel tile as opaque RGBA."""
    out = np.full((*tile.shape, 4), full, tile.dtype)
    out[..., :3] = tile[..., None]
    return out


def frozen(tile: Pixels) -> Pixels:
    """A read-only view, so that kernels meet one type of argument and are compiled once."""
    view = tile.view()
    view.flags.writeable = False
    return view
