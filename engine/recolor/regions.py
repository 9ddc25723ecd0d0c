"""Connected parts of slots: where they lie, how large they are, which ones are neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from engine.document.geometry import Rect, Size
from engine.document.model import PixelLayer

SPECK = 24
"""Regions of fewer pixels are never walked to."""


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
    """All regions of a flat layer inside the canvas, found once for a slot map's ids."""

    def __init__(self, layer: PixelLayer, canvas: Size) -> None:
        """Takes a moment (a 4096-pixel picture: below a second): not on the window's thread."""
        raise NotImplementedError

    @property
    def all(self) -> Sequence[Region]:
        """Largest first."""
        raise NotImplementedError

    def of_slot(self, slot_id: int) -> tuple[Region, ...]:
        """The regions of a slot in reading order, specks last."""
        raise NotImplementedError

    def at(self, x: int, y: int) -> Region | None:
        """The region of a pixel of the document, None where nothing is painted."""
        raise NotImplementedError

    def neighbor(self, start: Region, direction: Direction) -> Region | None:
        """The region an arrow leads to: within 45 degrees of the direction, another slot, no
        speck; touching ones first, then the least (distance along + 2 x distance across)."""
        raise NotImplementedError

    def mask(self, region: Region) -> npt.NDArray[np.bool_]:
        """Which pixels of `region.bounds` belong to the region, H×W; for `slots.split`."""
        raise NotImplementedError
