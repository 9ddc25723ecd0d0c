"""The slots' colours, exactly as they are in the picture."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.graph import MaterialGraph
from engine.tasks.illustration.grouping import Materials
from engine.tasks.illustration.rows import bands, reported
from engine.tasks.illustration.segmentation import Regions
from engine.tasks.illustration.solve import Pixels

NEARBY = 2.5  # levels of 255 around a base colour whose pixels are averaged
NEAR_WHITE = 240  # level from which a channel has little room for screen light
ABOVE = 8  # levels above a base colour that may still be the flat itself, uneven
LEFT_ABOVE = 0.005  # share of the flat that may stay brighter than its colour


def exact_palette(
    picture: Pixels,
    quiet: NDArray[np.uint8],
    regions: Regions,
    graph: MaterialGraph,
    materials: Materials,
    progress: Progress,
) -> Pixels:
    """M×3 slot colours in the depth of the H×W×4 picture.

    The mean of the picture over the pixels that show the base colour, so a clean flat keeps its
    value to the last bit. Near white it is the top of the uneven flat instead: what is brighter
    would need a strong screen light for a small difference, which shows when it is recoloured.
    """
    most = float(np.iinfo(picture.dtype).max)
    sums = np.zeros((len(materials.base), 4), np.float64)
    slot_of_region = np.full(len(graph.region_area), -1, np.int64)
    slot_of_base = np.full(len(graph.area), -1, np.int64)
    slot_of_base[materials.base_colour] = np.arange(len(materials.base))
    slot_of_region[:] = slot_of_base[graph.colour_of_region]
    wide_slot_of_region = materials.slot_of_colour[graph.colour_of_region]
    above = np.zeros((len(materials.base), 3, ABOVE + 1), np.int64)
    base = materials.base.astype(np.float64)
    reach = NEARBY + graph.noise
    for start, stop in reported(bands(*regions.heart.shape), progress):
        _sum_base_pixels(
            picture, quiet, regions.heart, slot_of_region, base * 255, reach, sums, start, stop
        )
        _count_above(quiet, regions.heart, wide_slot_of_region, base * 255, above, start, stop)
    seen = sums[:, 0] > 0
    colour = base * most
    colour[seen] = sums[seen, 1:] / sums[seen, :1]
    left = np.cumsum(above[..., ::-1], -1)[..., ::-1]  # pixels at least that far above
    rise = (left[..., 1:] > LEFT_ABOVE * left[..., :1]).sum(-1)
    risen = np.minimum(colour + rise * most / 255, most)
    colour = np.where((base * 255 >= NEAR_WHITE) & (rise > 0), risen, colour)
    return np.floor(colour + 0.5).astype(picture.dtype)


@njit(cache=True, nogil=True)
def _sum_base_pixels(  # type: ignore[no-untyped-def]
    picture, quiet, heart, slot_of_region, base, reach, sums, start, stop
):
    width = heart.shape[1]
    for y in range(start, stop):
        for x in range(width):
            if heart[y, x] < 0 or picture[y, x, 3] == 0:
                continue
            slot = slot_of_region[heart[y, x]]
            if slot < 0:
                continue
            is_near = True
            for channel in range(3):
                is_near &= abs(quiet[y, x, channel] - base[slot, channel]) <= reach
            if is_near:
                sums[slot, 0] += 1
                for channel in range(3):
                    sums[slot, 1 + channel] += picture[y, x, channel]


@njit(cache=True, nogil=True)
def _count_above(quiet, heart, slot_of_region, base, above, start, stop):  # type: ignore[no-untyped-def]
    """Histograms, per slot and channel, of how far near pixels lie above the base colour."""
    width = heart.shape[1]
    most = above.shape[2] - 1
    for y in range(start, stop):
        for x in range(width):
            if heart[y, x] < 0:
                continue
            slot = slot_of_region[heart[y, x]]
            is_near = True
            for channel in range(3):
                is_near &= abs(quiet[y, x, channel] - base[slot, channel]) <= most
            if is_near:
                for channel in range(3):
                    rise = np.int64(np.floor(quiet[y, x, channel] - base[slot, channel] + 0.5))
                    above[slot, channel, max(0, rise)] += 1
