"""The slots' colours, exactly as they are in the picture."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.graph import MaterialGraph
from engine.tasks.illustration.grouping import Materials
from engine.tasks.illustration.noise import CLEAN
from engine.tasks.illustration.rows import bands
from engine.tasks.illustration.segmentation import Regions
from engine.tasks.illustration.solve import Pixels

NEARBY = 2.5  # levels of 255 around a base colour whose pixels are averaged


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
    value to the last bit.
    """
    most = float(np.iinfo(picture.dtype).max)
    sums = np.zeros((len(materials.base), 4), np.float64)
    slot_of_region = np.full(len(graph.region_area), -1, np.int64)
    slot_of_base = np.full(len(graph.area), -1, np.int64)
    slot_of_base[materials.base_colour] = np.arange(len(materials.base))
    slot_of_region[:] = slot_of_base[graph.colour_of_region]
    base = materials.base.astype(np.float64)
    reach = NEARBY + graph.noise
    for start, stop in bands(*regions.heart.shape):
        progress.check()
        _sum_base_pixels(
            picture, quiet, regions.heart, slot_of_region, base * 255, reach, sums, start, stop
        )
    seen = sums[:, 0] > 0
    colour = base * most
    colour[seen] = sums[seen, 1:] / sums[seen, :1]
    if graph.noise > CLEAN:  # the upper envelope, so that noise stays in the shadow layer alone
        colour = np.minimum(colour + 1.5 * graph.noise * most / 255, most)
        colour = np.where(colour > 248 / 255 * most, most, colour)
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
