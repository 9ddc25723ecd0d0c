"""A few colours that stand for many: weighted k-means in OKLab, the same every time."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.recolor.color import Floats

ROUNDS = 8
_APART = 1e-4


def clustered(lab: Floats, weight: Floats, count: int) -> tuple[Floats, npt.NDArray[np.int64]]:
    """Up to `count` centres M×3 for OKLab colours N×3 of given weights, heaviest first, and the
    centre of each colour. Begins at heavy colours that lie apart, so that small bright ones count.
    """
    centers = _far_apart(lab, weight, count)
    for _ in range(ROUNDS):
        nearest = nearest_of(lab, centers)
        mass = np.bincount(nearest, weight, len(centers))
        sums = np.stack(
            [np.bincount(nearest, weight * lab[:, axis], len(centers)) for axis in range(3)], -1
        )
        centers = np.where(mass[:, None] > 0, sums / np.maximum(mass, 1e-12)[:, None], centers)
    nearest = nearest_of(lab, centers)
    mass = np.bincount(nearest, weight, len(centers))
    order = np.argsort(-mass, kind="stable")
    order = order[mass[order] > 0]
    rank = np.zeros(len(centers), np.int64)
    rank[order] = np.arange(len(order))
    return centers[order], rank[nearest]


def nearest_of(lab: Floats, centers: Floats) -> npt.NDArray[np.int64]:
    """The index of the nearest centre of each colour; the first of several as near."""
    best = np.zeros(len(lab), np.int64)
    least = np.full(len(lab), np.inf)
    for index, center in enumerate(centers):
        distance = ((lab - center) ** 2).sum(1)
        best[distance < least] = index
        least = np.minimum(least, distance)
    return best


def _far_apart(lab: Floats, weight: Floats, count: int) -> Floats:
    chosen = [int(weight.argmax())]
    distance = ((lab - lab[chosen[0]]) ** 2).sum(1)
    while len(chosen) < count and distance.max() > _APART:
        chosen.append(int((np.sqrt(weight) * distance).argmax()))
        distance = np.minimum(distance, ((lab - lab[chosen[-1]]) ** 2).sum(1))
    return lab[chosen]
