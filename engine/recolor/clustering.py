"""A few colours that stand for many: weighted k-means in OKLab, the same every time."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.recolor.color import Floats

ROUNDS = 8


def clustered(
    lab: Floats, weight: Floats, count: int, *, apart: float = 0.01, least: float = 0.0
) -> tuple[Floats, npt.NDArray[np.int64]]:
    """Up to `count` centres M×3 for OKLab colours N×3 of given weights, heaviest first, and the
    centre of each colour. Begins at heavy colours that lie apart, so that small bright ones count;
    none is nearer than `apart` to another, or holds no more than the share `least`.
    """
    centers = _far_apart(lab, weight, count, apart)
    for _ in range(ROUNDS):
        nearest = nearest_of(lab, centers)
        mass = np.bincount(nearest, weight, len(centers))
        sums = np.stack(
            [np.bincount(nearest, weight * lab[:, axis], len(centers)) for axis in range(3)], -1
        )
        centers = np.where(mass[:, None] > 0, sums / np.maximum(mass, 1e-12)[:, None], centers)
    nearest = nearest_of(lab, centers)
    mass = np.bincount(nearest, weight, len(centers))
    kept: list[int] = []
    for index in np.argsort(-mass, kind="stable").tolist():
        far = all(((centers[index] - centers[other]) ** 2).sum() > apart**2 for other in kept)
        if not kept or (far and mass[index] > max(0.0, least * weight.sum())):
            kept.append(index)
    return centers[kept], nearest_of(lab, centers[kept])


def nearest_of(lab: Floats, centers: Floats) -> npt.NDArray[np.int64]:
    """The index of the nearest centre of each colour; the first of several as near."""
    best = np.zeros(len(lab), np.int64)
    least = np.full(len(lab), np.inf)
    for index, center in enumerate(centers):
        distance = ((lab - center) ** 2).sum(1)
        best[distance < least] = index
        least = np.minimum(least, distance)
    return best


def _far_apart(lab: Floats, weight: Floats, count: int, apart: float) -> Floats:
    chosen = [int(weight.argmax())]
    distance = ((lab - lab[chosen[0]]) ** 2).sum(1)
    while len(chosen) < count and distance.max() > apart**2:
        pull = np.where(distance > apart**2, np.sqrt(weight) * distance, -1.0)
        chosen.append(int(pull.argmax()))
        distance = np.minimum(distance, ((lab - lab[chosen[-1]]) ** 2).sum(1))
    return lab[chosen]
