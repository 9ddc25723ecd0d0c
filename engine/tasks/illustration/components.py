"""Connected components by union-find, numbered in reading order whatever the machine."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.rows import bands, by_bands, reported, shares

Labels = NDArray[np.int32]


def connected_components(
    mask: NDArray[np.bool_], progress: Progress, diagonal: bool = False
) -> tuple[Labels, NDArray[np.int64]]:
    """(labels, areas): H×W int32 with -1 outside the mask, and the pixels of each component.

    Components join 4 neighbours, with `diagonal` 8, and are numbered by their first pixel.
    """
    height, width = mask.shape
    joining, numbering = shares(progress, 1, 1)
    spans = bands(height, width)
    parent = np.empty(height * width, np.int32)
    for start, stop in reported(spans, joining):
        _join(mask, parent, start, stop, diagonal)
    labels = np.empty((height, width), np.int32)
    areas = np.zeros(max(1, int(np.count_nonzero(mask))), np.int64)
    count = 0
    for start, stop in reported(spans, numbering):
        count = _number(mask, parent, labels, areas, count, start, stop)
    return labels, areas[:count].copy()


def chosen_components(
    labels: Labels, is_chosen: NDArray[np.bool_], progress: Progress
) -> NDArray[np.bool_]:
    """H×W mask of the pixels whose component, one of N, is chosen (N bool)."""
    height, width = labels.shape
    mask = np.empty((height, width), np.bool_)
    table = np.append(is_chosen, False)  # label -1 finds the last one

    def work(start: int, stop: int) -> None:
        np.take(table, labels[start:stop], out=mask[start:stop], mode="wrap")

    by_bands(work, height, width, progress)
    return mask


def sums_by_component(
    values: NDArray[np.uint8] | NDArray[np.bool_],
    mask: NDArray[np.bool_],
    labels: Labels,
    count: int,
    progress: Progress,
) -> NDArray[np.int64]:
    """Sum of the H×W values over the masked pixels of each of `count` components."""
    sums = np.zeros(count, np.int64)
    for start, stop in reported(bands(*labels.shape), progress):
        _add_up(values, mask, labels, sums, start, stop)
    return sums


@njit(cache=True, nogil=True)
def _add_up(values, mask, labels, sums, start, stop):  # type: ignore[no-untyped-def]
    width = labels.shape[1]
    for y in range(start, stop):
        for x in range(width):
            if mask[y, x] and labels[y, x] >= 0:
                sums[labels[y, x]] += values[y, x]


@njit(cache=True, nogil=True)
def _root(parent, pixel):  # type: ignore[no-untyped-def]
    while parent[pixel] != pixel:
        parent[pixel] = parent[parent[pixel]]
        pixel = parent[pixel]
    return pixel


@njit(cache=True, nogil=True)
def _unite(parent, first, second):  # type: ignore[no-untyped-def]
    first, second = _root(parent, first), _root(parent, second)
    if first < second:
        parent[second] = first
    else:
        parent[first] = second


@njit(cache=True, nogil=True)
def _join(mask, parent, start, stop, diagonal):  # type: ignore[no-untyped-def]
    width = mask.shape[1]
    for y in range(start, stop):
        for x in range(width):
            pixel = y * width + x
            parent[pixel] = pixel
            if not mask[y, x]:
                continue
            if x > 0 and mask[y, x - 1]:
                _unite(parent, pixel, pixel - 1)
            if y > 0:
                if mask[y - 1, x]:
                    _unite(parent, pixel, pixel - width)
                if diagonal:
                    if x > 0 and mask[y - 1, x - 1]:
                        _unite(parent, pixel, pixel - width - 1)
                    if x + 1 < width and mask[y - 1, x + 1]:
                        _unite(parent, pixel, pixel - width + 1)


@njit(cache=True, nogil=True)
def _number(mask, parent, labels, areas, count, start, stop):  # type: ignore[no-untyped-def]
    width = mask.shape[1]
    for y in range(start, stop):
        for x in range(width):
            if not mask[y, x]:
                labels[y, x] = -1
                continue
            pixel = y * width + x
            root = _root(parent, pixel)
            if root == pixel:
                labels[y, x] = count
                count += 1
            else:
                labels[y, x] = labels[root // width, root % width]
            areas[labels[y, x]] += 1
    return count
