"""Decide which colours are one material in different light, and what its own colour is."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.colour import lab_of, luminance
from engine.tasks.illustration.graph import SAME_EXACT, MaterialGraph
from engine.tasks.illustration.tints import joined_by_tint

BASE_SHARE = 0.20  # a base colour covers at least this share of its material
SAME_BASE = 2.5  # Lab distance below which two materials of a clean picture are one
SPECK_SHARE = 3e-4  # materials smaller than this share of the picture join the nearest one
SPECK_REACH = 14.0  # Lab distance that a speck may jump


@dataclass(frozen=True, slots=True)
class Materials:
    """slot_of_colour: K, colour of the graph -> material. base: M×3 float32, its lit colour."""

    slot_of_colour: NDArray[np.int64]
    base: NDArray[np.float32]
    base_colour: NDArray[np.int64]


def grouped(
    graph: MaterialGraph,
    pairs: NDArray[np.int64],
    log_odds: NDArray[np.float32],
    progress: Progress,
) -> Materials:
    """Materials of the graph: average linkage on the log-odds weighted by the root of contact.

    A merge is refused where a sizeable member could not be the base colour in shadow or light.
    """
    group = _linked(graph, pairs, log_odds, progress)
    names, slot = np.unique(group, return_inverse=True)
    bases = np.array(
        [base_of(graph, np.flatnonzero(slot == k)) for k in range(names.size)], np.int64
    )
    parent = _merged_bases(graph, bases, np.bincount(slot, graph.area).astype(np.float64))
    slot, bases = _renumbered(parent, slot, bases)
    slot, bases = _renumbered(joined_by_tint(graph, slot, bases, progress), slot, bases)
    return Materials(slot_of_colour=slot, base=graph.colour[bases], base_colour=bases)


def _renumbered(
    parent: NDArray[np.int64], slot: NDArray[np.int64], bases: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Slots of the colours and bases of the materials that are left, numbered from 0."""
    kept, number = np.unique(parent, return_inverse=True)
    return number[slot], bases[kept]


def base_of(graph: MaterialGraph, members: NDArray[np.int64]) -> int:
    """The member that shows the material in plain light: the brightest of the large ones."""
    area = graph.area[members]
    large = members[area >= min(BASE_SHARE * area.sum(), area.max())]
    return int(large[luminance(graph.colour[large]).argmax()])


def _linked(
    graph: MaterialGraph,
    pairs: NDArray[np.int64],
    log_odds: NDArray[np.float32],
    progress: Progress,
) -> NDArray[np.int64]:
    count = len(graph.area)
    members: list[NDArray[np.int64]] = [np.array([k]) for k in range(count)]
    links: list[dict[int, tuple[float, float]]] = [{} for _ in range(count)]
    length = dict(zip(map(tuple, graph.edges.tolist()), graph.open_length.tolist(), strict=True))
    heap: list[tuple[float, int, int]] = []
    for (dark, bright), odds in zip(pairs.tolist(), log_odds.tolist(), strict=True):
        low, high = min(dark, bright), max(dark, bright)
        weight = length[low, high] ** 0.5
        links[low][high] = links[high][low] = (odds * weight, weight)
        heap.append((-(odds * weight) / weight, low, high))
    heapq.heapify(heap)
    group = np.arange(count)
    while heap:
        progress.check()
        negative, low, high = heapq.heappop(heap)
        if negative >= 0:
            break
        link = links[low].get(high)
        if link is None or -negative != link[0] / link[1]:
            continue  # changed or vetoed since it was queued
        together = np.sort(np.concatenate([members[low], members[high]]))
        if not _is_plausible(graph, together):
            del links[low][high], links[high][low]
            continue
        members[low] = together
        group[members[high]] = low
        del links[low][high], links[high][low]
        for other, (odds, weight) in links[high].items():
            del links[other][high]
            old_odds, old_weight = links[low].get(other, (0.0, 0.0))
            merged = (old_odds + odds, old_weight + weight)
            links[low][other] = links[other][low] = merged
            heapq.heappush(heap, (-merged[0] / merged[1], min(low, other), max(low, other)))
        links[high] = {}
    return group


def _is_plausible(graph: MaterialGraph, members: NDArray[np.int64]) -> bool:
    """Whether every sizeable member can be the base colour darkened or lightened."""
    base = base_of(graph, members)
    colour, area = graph.colour[members], graph.area[members]
    sizeable = (area >= 0.01 * area.sum()) & (members != base)
    ratio = (colour + 0.02) / (graph.colour[base] + 0.02)
    light = (colour - graph.colour[base]) / np.maximum(1.0 - graph.colour[base], 0.05)
    is_darker = luminance(colour) <= luminance(graph.colour[base])
    can_be_shadow = (
        (ratio.max(1) <= 1.15) & (ratio.mean(1) >= 0.16) & (ratio.max(1) - ratio.min(1) <= 0.55)
    )
    can_be_light = (light.min(1) >= -0.12) & (area <= graph.area[base])
    return bool(np.all(np.where(is_darker, can_be_shadow, can_be_light)[sizeable]))


def _merged_bases(
    graph: MaterialGraph, bases: NDArray[np.int64], area: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Parent of every material after near-identical bases and specks joined a larger one.

    Where both are exact only the same colour is near-identical.
    """
    lab = lab_of(graph.colour[bases][None])[0]
    is_exact = graph.is_exact[bases]
    parent = np.arange(len(bases))
    for k in np.argsort(area, kind="stable"):
        distance = np.sqrt(((lab - lab[k]) ** 2).sum(1))
        distance[(area <= area[k]) | (parent != np.arange(len(bases)))] = np.inf
        distance[k] = np.inf
        reach = np.full(len(bases), SAME_BASE + graph.noise)
        if is_exact[k]:
            reach[is_exact] = SAME_EXACT
        if area[k] <= SPECK_SHARE * area.sum():
            reach[:] = SPECK_REACH
        nearest = int(np.where(distance < reach, distance, np.inf).argmin())
        if distance[nearest] < reach[nearest]:
            parent[parent == k] = nearest
    return parent
