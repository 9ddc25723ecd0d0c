"""Training samples for the material pair classifier: the program's features, the true answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.decompose import Analysis, analysed
from engine.tasks.illustration.pairs import material_pairs
from engine.training.artwork import Artwork, Layers, generated
from engine.training.styles import STYLES


@dataclass(frozen=True, slots=True)
class Samples:
    """P pairs of colours: features P×F float32, one material or not, weight, picture."""

    features: NDArray[np.float32]
    same: NDArray[np.bool_]
    weight: NDArray[np.float64]
    picture: NDArray[np.int64]


def gallery(count: int, seed: int, *, size: int | None = None) -> Iterator[Artwork]:
    """`count` pictures, the styles in turn, of `size` or of various sizes.

    Different seeds never share a picture.
    """
    names = list(STYLES)
    for k in range(count):
        yield generated(seed * 1_000_003 + k, names[k % len(names)], size=size)


def true_materials(
    analysis: Analysis, layers: Layers
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """True slot of every colour of the graph and how pure it is (0..1).

    The slot that most of its pixels have; the number of slots stands for line art. Purity 0 where
    the colour has no pixel with an unmixed truth.
    """
    regions, graph = analysis.regions, analysis.graph
    slots = len(layers.palette) + 1
    truth = np.where(layers.line[..., 3] > 127, slots - 1, layers.ids)
    clear = (layers.line[..., 3] < 26) | (layers.line[..., 3] > 216)
    used = (regions.heart >= 0) & clear & (layers.coverage < 16)
    colour = graph.colour_of_region[regions.heart[used]]
    votes = np.bincount(colour * slots + truth[used], minlength=len(graph.colour) * slots)
    votes = votes.reshape(-1, slots)
    return votes.argmax(1), votes.max(1) / np.maximum(votes.sum(1), 1)


def samples_of(artwork: Artwork, number: int) -> Samples:
    """All pairs of one picture."""
    analysis = analysed(artwork.picture, Progress.silent())
    pairs, features = material_pairs(analysis.graph)
    slot, purity = true_materials(analysis, artwork.layers)
    same = slot[pairs[:, 0]] == slot[pairs[:, 1]]
    area = analysis.graph.area / analysis.graph.pixels
    # A wrong answer leaves the smaller of the two in the wrong colour: that area is the damage.
    # Its root keeps small shapes from counting for nothing. Mixtures of materials teach little.
    smaller = np.minimum(area[pairs[:, 0]], area[pairs[:, 1]])
    trust = np.clip(np.minimum(purity[pairs[:, 0]], purity[pairs[:, 1]]) * 2 - 1, 0, 1)
    weight = np.sqrt(np.clip(smaller, 2e-5, 0.05)) * trust
    return Samples(features, same, weight, np.full(len(pairs), number))


def collected(parts: list[Samples]) -> Samples:
    """The samples of several pictures as one; weights have a mean of 1."""
    weight = np.concatenate([part.weight for part in parts])
    return Samples(
        np.concatenate([part.features for part in parts]),
        np.concatenate([part.same for part in parts]),
        weight / max(weight.mean(), 1e-12),
        np.concatenate([part.picture for part in parts]),
    )
