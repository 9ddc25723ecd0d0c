"""Find the shadows that do not touch what they fall on, by the tint that other shadows have.

An artist paints all shadows of a picture with one layer, so they darken every material by the same
factors. Where a material in shadow meets its lit part only across a line, or not at all, nothing
but this tells that both are one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.colour import luminance
from engine.tasks.illustration.graph import MaterialGraph

LEAST_SHARE = 2e-4  # of the picture: smaller colours show no tint and are given to none
DARKEST_BASE = 0.1  # a channel darker than this says too little of the tint
WEAKEST_TINT = 0.92  # mean factor above which a tint may be any two near colours
SAME_COLOUR = 1.6 / 255  # largest difference of a channel from what the tint predicts
SHORTEST_CONTACT = 6.0  # pixels from which materials are neighbours
MOST_MATERIALS, MOST_TINTS = 200, 60  # the largest ones, so that a motley picture takes no time
WITNESSES = 2  # other materials that must show the tint where the two are no neighbours


def joined_by_tint(
    graph: MaterialGraph, slot: NDArray[np.int64], bases: NDArray[np.int64], progress: Progress
) -> NDArray[np.int64]:
    """For each of M materials the brighter one that it is the shadow of, itself if of none.

    slot: K, colour of the graph -> material. bases: M, its base colour.
    """
    area = np.bincount(slot, graph.area, len(bases))
    parent = np.arange(len(bases))
    large = np.argsort(-area, kind="stable")[:MOST_MATERIALS]
    large = np.sort(large[area[large] >= LEAST_SHARE * graph.pixels])
    tint, witness = _shadow_tints(graph, slot, bases)
    if not len(tint):
        return parent
    base = graph.colour[bases].astype(np.float64)
    contact = _contact(graph, slot, len(bases))
    best = np.zeros((len(bases), 2))  # how many witnesses and how much contact the parent has
    for bright in large:
        progress.check()
        others = large[(base[large] < base[bright]).all(1)]
        tints = tint[witness != bright]
        witnesses = witness[witness != bright]
        error = np.abs(base[others][:, None] - tints * base[bright]).max(-1)
        for dark, shows in zip(others, error <= SAME_COLOUR, strict=True):
            count = np.unique(witnesses[shows & (witnesses != dark)]).size
            length = contact.get((min(dark, bright), max(dark, bright)), 0.0)
            needed = 1 if length >= SHORTEST_CONTACT else WITNESSES
            if count >= needed and (count, length) > tuple(best[dark]):
                best[dark] = count, length
                parent[dark] = bright
    while not np.array_equal(parent, parent[parent]):
        parent = parent[parent]  # parents are brighter, so this ends
    return parent


def _shadow_tints(
    graph: MaterialGraph, slot: NDArray[np.int64], bases: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Factors T×3 by which shadows inside the materials darken the base, and T, which material."""
    colour = graph.colour.astype(np.float64)
    base = colour[bases[slot]]
    factor = colour / np.maximum(base, DARKEST_BASE)
    is_shadow = (graph.area >= LEAST_SHARE * graph.pixels) & (base >= DARKEST_BASE).all(1)
    is_shadow &= (factor <= 1.0).all(1) & (luminance(factor.astype(np.float32)) <= WEAKEST_TINT)
    largest = np.argsort(-graph.area * is_shadow, kind="stable")[:MOST_TINTS]
    largest = largest[is_shadow[largest]]
    return factor[largest], slot[largest]


def _contact(
    graph: MaterialGraph, slot: NDArray[np.int64], count: int
) -> dict[tuple[int, int], float]:
    """Pixel sides along which materials (smaller, larger) meet, lines between them or not."""
    ends = np.sort(slot[graph.edges], 1)
    key, inverse = np.unique(ends[:, 0] * count + ends[:, 1], return_inverse=True)
    length = np.bincount(inverse, graph.contact_length, key.size)
    return {(k // count, k % count): total for k, total in zip(key.tolist(), length, strict=True)}
