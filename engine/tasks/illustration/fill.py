"""Spread values over a picture: from the nearest source, or by flooding along similar colour."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.rows import bands

POPS_PER_CHECK = 1 << 20
FAR = 1 << 20


def nearest_source(source: NDArray[np.bool_], progress: Progress) -> NDArray[np.int32] | None:
    """Flat index of the (nearly) nearest True pixel for every pixel, H×W int32; None if all False.

    Two sweeps of vector propagation (P.-E. Danielsson, "Euclidean distance mapping", 1980); exact
    to a fraction of a pixel. H·W must fit int32.
    """
    height, width = source.shape
    if not source.any():
        return None
    down = np.full((height, width), FAR, np.int32)
    right = np.full((height, width), FAR, np.int32)
    down[source] = 0
    right[source] = 0
    spans = list(bands(height, width))
    for start, stop in spans:
        progress.check()
        _sweep_down(down, right, start, stop)
    for start, stop in reversed(spans):
        progress.check()
        _sweep_up(down, right, start, stop)
    index = np.empty((height, width), np.int32)
    for start, stop in spans:
        progress.check()
        _offsets_to_index(down, right, index, start, stop)
    return index


def flooded(
    labels: NDArray[np.int32], picture: NDArray[np.uint8], progress: Progress
) -> NDArray[np.int32]:
    """Grow the labels (> 0) over the zeros of H×W int32, across similar H×W×3 colours first.

    A watershed in F. Meyer's order (1994) without ridges: each pixel joins the labelled neighbour
    that is most like it. Returns a new array without zeros, if any label was there.
    """
    labels = labels.copy()
    height, width = labels.shape
    following = np.full(height * width, -1, np.int32)
    is_waiting = np.zeros(height * width, np.bool_)
    heads = np.full(256, -1, np.int32)
    tails = np.full(256, -1, np.int32)
    for start, stop in bands(height, width):
        progress.check()
        _enqueue_borders(labels, picture, following, is_waiting, heads, tails, start, stop)
    while _flood(labels, picture, following, is_waiting, heads, tails, POPS_PER_CHECK):
        progress.check()
    return labels


@njit(cache=True, nogil=True)
def _better(down, right, y, x, dy, dx):  # type: ignore[no-untyped-def]
    """Take the neighbour's source if it is nearer than the one known so far."""
    other_down = down[y + dy, x + dx]
    if other_down >= FAR:
        return
    new_down = other_down + dy
    new_right = right[y + dy, x + dx] + dx
    old_down, old_right = down[y, x], right[y, x]
    if old_down < FAR:
        new = np.int64(new_down) * new_down + np.int64(new_right) * new_right
        old = np.int64(old_down) * old_down + np.int64(old_right) * old_right
        if new >= old:
            return
    down[y, x] = new_down
    right[y, x] = new_right


@njit(cache=True, nogil=True)
def _sweep_down(down, right, start, stop):  # type: ignore[no-untyped-def]
    width = down.shape[1]
    for y in range(start, stop):
        for x in range(width):
            if down[y, x] == 0 and right[y, x] == 0:
                continue
            if y > 0:
                _better(down, right, y, x, -1, 0)
                if x > 0:
                    _better(down, right, y, x, -1, -1)
                if x + 1 < width:
                    _better(down, right, y, x, -1, 1)
            if x > 0:
                _better(down, right, y, x, 0, -1)
        for x in range(width - 2, -1, -1):
            if down[y, x] != 0 or right[y, x] != 0:
                _better(down, right, y, x, 0, 1)


@njit(cache=True, nogil=True)
def _sweep_up(down, right, start, stop):  # type: ignore[no-untyped-def]
    height, width = down.shape
    for y in range(stop - 1, start - 1, -1):
        for x in range(width - 1, -1, -1):
            if down[y, x] == 0 and right[y, x] == 0:
                continue
            if y + 1 < height:
                _better(down, right, y, x, 1, 0)
                if x > 0:
                    _better(down, right, y, x, 1, -1)
                if x + 1 < width:
                    _better(down, right, y, x, 1, 1)
            if x + 1 < width:
                _better(down, right, y, x, 0, 1)
        for x in range(1, width):
            if down[y, x] != 0 or right[y, x] != 0:
                _better(down, right, y, x, 0, -1)


@njit(cache=True, nogil=True)
def _offsets_to_index(down, right, index, start, stop):  # type: ignore[no-untyped-def]
    width = down.shape[1]
    for y in range(start, stop):
        for x in range(width):
            index[y, x] = (y + down[y, x]) * width + x + right[y, x]


@njit(cache=True, nogil=True)
def _colour_step(picture, y, x, other_y, other_x):  # type: ignore[no-untyped-def]
    step = np.int32(0)
    for channel in range(3):
        step = max(
            step,
            abs(np.int32(picture[y, x, channel]) - np.int32(picture[other_y, other_x, channel])),
        )
    return step


@njit(cache=True, nogil=True)
def _cheapest_neighbour(labels, picture, y, x):  # type: ignore[no-untyped-def]
    """(label, step) of the labelled 4-neighbour most like the pixel; (0, 256) if there is none."""
    height, width = labels.shape
    best_label, best_step = 0, 256
    for k in range(4):
        other_y = y + (k == 1) - (k == 0)
        other_x = x + (k == 3) - (k == 2)
        if 0 <= other_y < height and 0 <= other_x < width and labels[other_y, other_x] > 0:
            step = _colour_step(picture, y, x, other_y, other_x)
            if step < best_step:
                best_step = step
                best_label = labels[other_y, other_x]
    return best_label, best_step


@njit(cache=True, nogil=True)
def _append(pixel, step, following, heads, tails):  # type: ignore[no-untyped-def]
    if tails[step] < 0:
        heads[step] = pixel
    else:
        following[tails[step]] = pixel
    tails[step] = pixel
    following[pixel] = -1


@njit(cache=True, nogil=True)
def _enqueue_borders(  # type: ignore[no-untyped-def]
    labels, picture, following, is_waiting, heads, tails, start, stop
):
    width = labels.shape[1]
    for y in range(start, stop):
        for x in range(width):
            if labels[y, x] == 0:
                label, step = _cheapest_neighbour(labels, picture, y, x)
                if label > 0:
                    is_waiting[y * width + x] = True
                    _append(y * width + x, step, following, heads, tails)


@njit(cache=True, nogil=True)
def _flood(  # type: ignore[no-untyped-def]
    labels, picture, following, is_waiting, heads, tails, pops
):
    """Label up to `pops` pixels; True while there is more to do."""
    height, width = labels.shape
    lowest = 0
    for _ in range(pops):
        while lowest < 256 and heads[lowest] < 0:
            lowest += 1
        if lowest == 256:
            return False
        pixel = heads[lowest]
        heads[lowest] = following[pixel]
        if heads[lowest] < 0:
            tails[lowest] = -1
        y, x = pixel // width, pixel % width
        label, _step = _cheapest_neighbour(labels, picture, y, x)
        labels[y, x] = label
        for k in range(4):
            other_y = y + (k == 1) - (k == 0)
            other_x = x + (k == 3) - (k == 2)
            if 0 <= other_y < height and 0 <= other_x < width and labels[other_y, other_x] == 0:
                other = other_y * width + other_x
                if not is_waiting[other]:
                    is_waiting[other] = True
                    step = _colour_step(picture, y, x, other_y, other_x)
                    _append(other, step, following, heads, tails)
                    lowest = min(lowest, step)
    return True
