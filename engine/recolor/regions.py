"""Connected parts of slots: where they lie, how large they are, which ones are neighbours.

Two pixels are connected when they touch at an edge and belong to the same slot (its larger share
on a mixed border).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from engine.document.geometry import Rect, Size
from engine.document.model import PixelLayer
from engine.document.raster import pixels_of
from engine.document.slots import slots_of, split

SPECK = 24
"""Regions of fewer pixels are never walked to."""

ACROSS = 2.0
"""How much farther a step across the direction of an arrow counts than one along it."""


@dataclass(frozen=True, slots=True)
class Region:
    """A connected part of a slot. number: its place in `Regions.all`. area: pixels.

    bounds: in document pixels. anchor: x, y of its most inner pixel. touching: numbers of the
    regions beside it.
    """

    number: int
    slot: int
    area: int
    bounds: Rect
    anchor: tuple[int, int]
    touching: frozenset[int]


class Direction(Enum):
    """Where an arrow points: unit steps right and down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


class Regions:
    """All regions of a flat layer inside the canvas. Good as long as its ids stay the same."""

    def __init__(self, layer: PixelLayer, canvas: Size) -> None:
        """Takes a moment (4096 pixels square: some hundred ms): not on the window's thread.

        KeyError when the layer has no slots.
        """
        from engine.recolor import region_kernels  # numba takes a third of a second to import

        slots = slots_of(layer)
        rect = canvas.rect
        ids = pixels_of(slots.ids, rect).astype(np.int32)
        coverage = pixels_of(slots.coverage, rect)
        if (coverage > 127).any():
            ids = np.where(coverage > 127, pixels_of(slots.second, rect), ids).astype(np.int32)
        ids[pixels_of(layer.raster, rect)[..., 3] == 0] = -1
        labels, count = region_kernels.labelled(ids)
        facts = np.zeros((count, region_kernels.FACTS), np.int64)
        region_kernels.measure(ids, labels, facts)
        order = np.lexsort((facts[:, 2], -facts[:, 1]))
        rank = np.empty(count, np.int32)
        rank[order] = np.arange(count, dtype=np.int32)
        region_kernels.renumber(labels, rank)
        facts = facts[order]
        anchors = region_kernels.anchors(labels, count)
        touching = _touching(region_kernels.contacts(labels, count), count)
        self._labels = labels
        self._all = tuple(
            Region(
                number,
                int(facts[number, 0]),
                int(facts[number, 1]),
                Rect(*(int(value) for value in facts[number, 3:7])),
                (int(anchors[number, 0]), int(anchors[number, 1])),
                touching[number],
            )
            for number in range(count)
        )
        self._anchors = anchors.astype(np.float64)
        self._slots = facts[:, 0].copy()
        self._areas = facts[:, 1].copy()

    @property
    def all(self) -> Sequence[Region]:
        """Largest first."""
        return self._all

    def of_slot(self, slot_id: int) -> tuple[Region, ...]:
        """The regions of a slot in reading order, specks last."""
        mine = [one for one in self._all if one.slot == slot_id]
        return tuple(sorted(mine, key=lambda one: (one.area < SPECK, _reading_order(one))))

    def at(self, x: int, y: int) -> Region | None:
        """The region of a pixel of the document, None where nothing is painted."""
        height, width = self._labels.shape
        if not (0 <= x < width and 0 <= y < height):
            return None
        label = int(self._labels[y, x])
        return None if label < 0 else self._all[label]

    def neighbor(self, start: Region, direction: Direction) -> Region | None:
        """The region an arrow leads to: within 45 degrees of the direction, another slot, no
        speck; touching ones first, then the least (distance along + 2 x distance across)."""
        right, down = direction.value
        offset = self._anchors - np.array(start.anchor, np.float64)
        along = offset[:, 0] * right + offset[:, 1] * down
        across = np.abs(offset[:, 0] * down) + np.abs(offset[:, 1] * right)
        fits = (along > 0) & (across <= along)
        fits &= (self._slots != start.slot) & (self._areas >= SPECK)
        cost = along + ACROSS * across
        touching = np.zeros(len(self._all), np.bool_)
        touching[list(start.touching)] = True
        for group in (fits & touching, fits):
            if group.any():
                return self._all[int(np.where(group, cost, np.inf).argmin())]
        return None

    def mask(self, region: Region) -> npt.NDArray[np.bool_]:
        """Which pixels of `region.bounds` belong to the region, H×W."""
        return self._mask(region.bounds, region)

    def split_off(self, layer: PixelLayer, region: Region, name: str) -> PixelLayer:
        """The layer with this region as a slot of its own, as `slots.split` does it; the mixed
        pixels on its border go along."""
        height, width = self._labels.shape
        inner = region.bounds
        wide = Rect(inner.left - 1, inner.top - 1, inner.right + 1, inner.bottom + 1)
        place = wide.intersected(Rect(0, 0, width, height))
        part = self._mask(place, region)
        grown = part.copy()
        grown[1:] |= part[:-1]
        grown[:-1] |= part[1:]
        grown[:, 1:] |= part[:, :-1]
        grown[:, :-1] |= part[:, 1:]
        return split(layer, region.slot, grown, place.left, place.top, name)

    def _mask(self, place: Rect, region: Region) -> npt.NDArray[np.bool_]:
        part = self._labels[place.top : place.bottom, place.left : place.right]
        mask: npt.NDArray[np.bool_] = part == region.number
        return mask


def _touching(contacts: npt.NDArray[np.int64], count: int) -> list[frozenset[int]]:
    """Neighbours of every region from packed pairs low * count + high."""
    found: list[set[int]] = [set() for _ in range(count)]
    for pair in np.unique(contacts).tolist():
        low, high = divmod(pair, count)
        found[low].add(high)
        found[high].add(low)
    return [frozenset(one) for one in found]


def _reading_order(region: Region) -> tuple[int, int]:
    return region.anchor[1] // 64, region.anchor[0]
