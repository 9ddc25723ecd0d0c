"""Compiled loops behind regions.py: connected parts of an array of numbers and their measures."""

from __future__ import annotations

import numpy as np
from numba import njit

FACTS = 7
"""slot, area, position of the first pixel, left, top, right, bottom."""


@njit(cache=True, nogil=True)
def _root(parents, label):  # type: ignore[no-untyped-def]
    while parents[label] != label:
        parents[label] = parents[parents[label]]
        label = parents[label]
    return label


@njit(cache=True, nogil=True)
def labelled(ids):  # type: ignore[no-untyped-def]
    """Labels H×W int32 from 0 in reading order of the regions' first pixels, -1 where ids < 0;
    and how many there are. Regions touch at edges."""
    height, width = ids.shape
    labels = np.empty((height, width), np.int32)
    parents = np.empty(1024, np.int32)
    count = 0
    for y in range(height):
        for x in range(width):
            here = ids[y, x]
            if here < 0:
                labels[y, x] = -1
                continue
            left = x > 0 and ids[y, x - 1] == here
            above = y > 0 and ids[y - 1, x] == here
            if left:
                label = labels[y, x - 1]
                if above and labels[y - 1, x] != label:
                    one, two = _root(parents, label), _root(parents, labels[y - 1, x])
                    parents[max(one, two)] = min(one, two)
                labels[y, x] = label
            elif above:
                labels[y, x] = labels[y - 1, x]
            else:
                if count == parents.size:
                    more = np.empty(2 * count, np.int32)
                    more[:count] = parents
                    parents = more
                parents[count] = count
                labels[y, x] = count
                count += 1
    regions = 0
    final = np.empty(count, np.int32)
    for label in range(count):
        root = _root(parents, label)
        if root == label:
            final[label] = regions
            regions += 1
        else:
            final[label] = final[root]
    for y in range(height):
        for x in range(width):
            if labels[y, x] >= 0:
                labels[y, x] = final[labels[y, x]]
    return labels, regions


@njit(cache=True, nogil=True)
def measure(ids, labels, facts):  # type: ignore[no-untyped-def]
    """Fill facts (regions × FACTS, zeros before)."""
    height, width = labels.shape
    for y in range(height):
        for x in range(width):
            label = labels[y, x]
            if label < 0:
                continue
            fact = facts[label]
            if fact[1] == 0:
                fact[0], fact[2] = ids[y, x], y * width + x
                fact[3], fact[4] = x, y
            fact[1] += 1
            fact[3] = min(fact[3], x)
            fact[5] = max(fact[5], x + 1)
            fact[6] = y + 1


@njit(cache=True, nogil=True)
def renumber(labels, rank):  # type: ignore[no-untyped-def]
    for y in range(labels.shape[0]):
        for x in range(labels.shape[1]):
            if labels[y, x] >= 0:
                labels[y, x] = rank[labels[y, x]]


@njit(cache=True, nogil=True)
def anchors(labels, count):  # type: ignore[no-untyped-def]
    """x, y of the pixel of each region that lies farthest from its border, regions × 2.

    By the chamfer distance 3-4 (G. Borgefors, 1986); the canvas ends where the region does.
    """
    height, width = labels.shape
    far = np.empty((height, width), np.uint16)
    most = 65000
    for y in range(height):
        for x in range(width):
            label, near = labels[y, x], 3
            if 0 < x < width - 1 and 0 < y < height - 1:
                near = most
                near = min(near, far[y, x - 1] + 3 if labels[y, x - 1] == label else 3)
                near = min(near, far[y - 1, x] + 3 if labels[y - 1, x] == label else 3)
                near = min(near, far[y - 1, x - 1] + 4 if labels[y - 1, x - 1] == label else 4)
                near = min(near, far[y - 1, x + 1] + 4 if labels[y - 1, x + 1] == label else 4)
            far[y, x] = near
    found = np.zeros((count, 2), np.int64)
    best = np.zeros(count, np.int64)
    for y in range(height - 1, -1, -1):
        for x in range(width - 1, -1, -1):
            label, near = labels[y, x], int(far[y, x])
            if 0 < x < width - 1 and 0 < y < height - 1:
                near = min(near, far[y, x + 1] + 3 if labels[y, x + 1] == label else 3)
                near = min(near, far[y + 1, x] + 3 if labels[y + 1, x] == label else 3)
                near = min(near, far[y + 1, x + 1] + 4 if labels[y + 1, x + 1] == label else 4)
                near = min(near, far[y + 1, x - 1] + 4 if labels[y + 1, x - 1] == label else 4)
                far[y, x] = near
            if label >= 0 and near >= best[label]:
                best[label] = near
                found[label, 0], found[label, 1] = x, y
    return found


@njit(cache=True, nogil=True)
def contacts(labels, count):  # type: ignore[no-untyped-def]
    """Every pair of regions side by side, as low * count + high, with repetitions."""
    height, width = labels.shape
    pairs = np.empty(1024, np.int64)
    found = 0
    last = np.int64(-1)
    for y in range(height):
        for x in range(width):
            here = np.int64(labels[y, x])
            if here < 0:
                continue
            for step in range(2):
                there = np.int64(-1)
                if step == 0 and x + 1 < width:
                    there = np.int64(labels[y, x + 1])
                elif step == 1 and y + 1 < height:
                    there = np.int64(labels[y + 1, x])
                if there < 0 or there == here:
                    continue
                pair = min(here, there) * count + max(here, there)
                if pair == last:
                    continue
                last = pair
                if found == pairs.size:
                    more = np.empty(2 * found, np.int64)
                    more[:found] = pairs
                    pairs = more
                pairs[found] = pair
                found += 1
    return pairs[:found]
