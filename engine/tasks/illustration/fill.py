"""Spread values over a picture: from the nearest source, or by flooding along similar colour."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.rows import bands, by_bands, reported, shares

POPS_PER_CHECK = 1 << 17
FAR = 1 << 20  # offset of a source that is not known yet


def nearest_source(source: NDArray[np.bool_], progress: Progress) -> NDArray[np.int32] | None:
    """Flat index of the (nearly) nearest True pixel for every pixel, H×W int32; None if all False.

    Two sweeps of vector propagation (P.-E. Danielsson, "Euclidean distance mapping", 1980); exact
    to a fraction of a pixel. H·W must fit int32.
    """
    height, width = source.shape
    if not source.any():
        return None
    offset = np.int16 if max(height, width) < np.iinfo(np.int16).max else np.int32
    down, right = np.empty((height, width), offset), np.empty((height, width), offset)
    spans = bands(height, width)
    sinking, rising, reading = shares(progress, 4, 4, 1)
    for start, stop in reported(spans, sinking):
        _set_out(source, down, right, start, stop)
        _sweep(down, right, start, stop, 1)
    for start, stop in reported(spans[::-1], rising):
        _sweep(down, right, stop - 1, start - 1, -1)
    index = np.empty((height, width), np.int32)

    def work(start: int, stop: int) -> None:
        _offsets_to_index(down, right, index, start, stop)

    by_bands(work, height, width, reading)
    return index


def flooded(
    labels: NDArray[np.int32], picture: NDArray[np.uint8], progress: Progress
) -> NDArray[np.int32]:
    """Grow the labels (> 0) over the zeros of H×W int32, across similar H×W×3 colours first.

    A watershed in F. Meyer's order (1994) without ridges: each pixel joins the labelled neighbour
    that is most like it. Works in place and returns the labels, without zeros if any was there.
    """
    height, width = labels.shape
    following = np.empty(height * width, np.int32)  # the next in the queue of a waiting pixel
    is_waiting = np.zeros(height * width, np.bool_)
    heads = np.full(256, -1, np.int32)
    tails = np.full(256, -1, np.int32)
    queueing, flooding = shares(progress, 1, 3)
    for start, stop in reported(bands(height, width), queueing):
        _enqueue_borders(labels, picture, following, is_waiting, heads, tails, start, stop)
    left = max(1, labels.size - int(np.count_nonzero(labels)))
    done = 0
    while _flood(labels, picture, following, is_waiting, heads, tails, POPS_PER_CHECK):
        done += POPS_PER_CHECK
        flooding.at(done / left)
    return labels


@njit(cache=True, nogil=True)
def _set_out(source, down, right, start, stop):  # type: ignore[no-untyped-def]
    """Offsets of what is known before any sweep: a source is its own, the rest is nowhere."""
    nowhere = np.iinfo(down.dtype).max
    width = source.shape[1]
    for y in range(start, stop):
        for x in range(width):
            down[y, x] = 0 if source[y, x] else nowhere
            right[y, x] = 0


@njit(cache=True, nogil=True)
def _sweep(down, right, first, last, step):  # type: ignore[no-untyped-def]
    """Hand the offsets on from row to row (step 1 downwards, -1 upwards), within rows both ways."""
    width = down.shape[1]
    before = np.empty((2, width + 2), np.int64)  # with a column of nothing at each end
    row = np.empty((2, width + 2), np.int64)
    square = np.empty(width + 2, np.int64)
    _load_row(down, right, first - step, before)
    for y in range(first, last, step):
        _load_row(down, right, y, row)
        _take_from_row(before, row, square, -step)
        if step > 0:
            _take_from_left(row, square)
            _take_from_right(row, square)
        else:
            _take_from_right(row, square)
            _take_from_left(row, square)
        nowhere = np.iinfo(down.dtype).max
        for x in range(width):
            is_known = square[x + 1] < FAR * FAR // 2
            down[y, x] = row[0, x + 1] if is_known else nowhere
            right[y, x] = row[1, x + 1] if is_known else 0
        before, row = row, before


@njit(cache=True, nogil=True)
def _load_row(down, right, y, row):  # type: ignore[no-untyped-def]
    height, width = down.shape
    nowhere = np.iinfo(down.dtype).max
    row[:] = FAR
    if 0 <= y < height:
        for x in range(width):
            row[0, x + 1] = FAR if down[y, x] == nowhere else down[y, x]
            row[1, x + 1] = right[y, x]


@njit(cache=True, nogil=True)
def _take_from_row(before, row, square, dy):  # type: ignore[no-untyped-def]
    """The nearest of a row's own sources and of its three neighbours' in the row before."""
    square[0] = square[-1] = 2 * FAR * FAR
    for x in range(1, row.shape[1] - 1):
        best_down, best_right = row[0, x], row[1, x]
        best = best_down * best_down + best_right * best_right
        for dx in (0, -1, 1):
            new_down, new_right = before[0, x + dx] + dy, before[1, x + dx] + dx
            new = new_down * new_down + new_right * new_right
            is_nearer = new < best
            best = new if is_nearer else best
            best_down = new_down if is_nearer else best_down
            best_right = new_right if is_nearer else best_right
        row[0, x], row[1, x], square[x] = best_down, best_right, best


@njit(cache=True, nogil=True)
def _take_from_left(row, square):  # type: ignore[no-untyped-def]
    for x in range(2, row.shape[1] - 1):
        new_down, new_right = row[0, x - 1], row[1, x - 1] - 1
        new = new_down * new_down + new_right * new_right
        if new < square[x]:
            row[0, x], row[1, x], square[x] = new_down, new_right, new


@njit(cache=True, nogil=True)
def _take_from_right(row, square):  # type: ignore[no-untyped-def]
    for x in range(row.shape[1] - 3, 0, -1):
        new_down, new_right = row[0, x + 1], row[1, x + 1] + 1
        new = new_down * new_down + new_right * new_right
        if new < square[x]:
            row[0, x], row[1, x], square[x] = new_down, new_right, new


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
