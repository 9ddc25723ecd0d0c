"""Give every pixel its slot, and the pixels of soft borders a second one with its share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.graph import MaterialGraph
from engine.tasks.illustration.lines import LineArt
from engine.tasks.illustration.rows import by_bands
from engine.tasks.illustration.segmentation import Regions

LEAST_SHARE = 0.04  # share of the other side below which a border pixel belongs to one side


@dataclass(frozen=True, slots=True)
class SlotMap:
    """ids, second: H×W uint16 slots. coverage: H×W uint8, share of the second slot (0..127)."""

    ids: NDArray[np.uint16]
    second: NDArray[np.uint16]
    coverage: NDArray[np.uint8]


def slot_map(
    picture: NDArray[np.uint8],
    lines: LineArt,
    regions: Regions,
    graph: MaterialGraph,
    slot_of_colour: NDArray[np.int64],
    progress: Progress,
) -> SlotMap:
    """Slots of the H×W×3 uint8 (quieted) picture with mixing shares along unlined borders."""
    height, width = picture.shape[:2]
    slot_of_region = slot_of_colour[graph.colour_of_region].astype(np.uint16)
    ids = np.empty((height, width), np.uint16)
    second = np.empty((height, width), np.uint16)
    coverage = np.zeros((height, width), np.uint8)
    region_colour = graph.region_colour * 255

    def work(start: int, stop: int) -> None:
        _mix(
            picture, lines.alpha, regions.closed, slot_of_region, region_colour,
            ids, second, coverage, start, stop,
        )  # fmt: skip

    by_bands(work, height, width, progress)
    return SlotMap(ids, second, coverage)


@njit(cache=True, nogil=True)
def _mix(  # type: ignore[no-untyped-def]
    picture, line_alpha, closed, slot_of_region, region_colour, ids, second, coverage, start, stop
):
    height, width = closed.shape
    for y in range(start, stop):
        for x in range(width):
            region = closed[y, x]
            slot = slot_of_region[region]
            ids[y, x] = slot
            second[y, x] = slot
            if line_alpha[y, x] >= 13:
                continue
            for k in range(4):
                other_y = y + (k == 1) - (k == 0)
                other_x = x + (k == 3) - (k == 2)
                if not (0 <= other_y < height and 0 <= other_x < width):
                    continue
                other = closed[other_y, other_x]
                other_slot = slot_of_region[other]
                if other_slot == slot:
                    continue
                along, length = 0.0, 0.0
                for channel in range(3):
                    d = region_colour[other, channel] - region_colour[region, channel]
                    along += (picture[y, x, channel] - region_colour[region, channel]) * d
                    length += d * d
                share = min(1.0, max(0.0, along / max(length, 65.0)))
                if share <= LEAST_SHARE:
                    continue
                if share > 0.5:
                    ids[y, x] = other_slot
                    second[y, x] = slot
                    share = 1.0 - share
                else:
                    second[y, x] = other_slot
                coverage[y, x] = round(share * 255)
                if coverage[y, x] == 0:
                    second[y, x] = ids[y, x]
                break
