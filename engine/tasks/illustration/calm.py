"""The picture as it would be without noise: even regions take their tone exactly."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.graph import MaterialGraph
from engine.tasks.illustration.noise import CLEAN
from engine.tasks.illustration.rows import by_bands
from engine.tasks.illustration.segmentation import Regions


def calmed(
    quiet: NDArray[np.uint8], regions: Regions, graph: MaterialGraph, progress: Progress
) -> NDArray[np.uint8] | None:
    """The quieted H×W×3 picture with its even regions levelled; None for a clean picture."""
    if graph.noise < CLEAN:
        return None
    height, width = quiet.shape[:2]
    calm = np.empty_like(quiet)
    tone = np.floor(graph.region_colour * 255 + 0.5).astype(np.uint8)
    reach = round(2 + 1.5 * graph.noise)

    def work(start: int, stop: int) -> None:
        _level(quiet, regions.closed, tone, graph.region_is_even, reach, calm, start, stop)

    by_bands(work, height, width, progress)
    return calm


@njit(cache=True, nogil=True)
def _level(quiet, closed, tone, is_even, reach, calm, start, stop):  # type: ignore[no-untyped-def]
    width = quiet.shape[1]
    for y in range(start, stop):
        for x in range(width):
            region = closed[y, x]
            is_near = is_even[region]
            for channel in range(3):
                step = abs(np.int32(quiet[y, x, channel]) - np.int32(tone[region, channel]))
                is_near &= step <= reach
            for channel in range(3):
                calm[y, x, channel] = tone[region, channel] if is_near else quiet[y, x, channel]
