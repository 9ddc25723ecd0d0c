"""Kernels of the exemplar fill: for every patch of a hole the known patch that is most like it.

PatchMatch (Barnes et al. 2009) with jumps in place of scan order, so that every target is on its
own: the result depends neither on threads nor on the order of the targets.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

HALF = 3
"""A patch has 2·HALF+1 pixels a side; pictures come here with so many reflected pixels around."""
GUIDES = 5
JUMPS = (1, 2, 4, 8)

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]


@njit(nogil=True, cache=True)
def _hash(seed: np.uint32) -> np.uint32:
    """A well mixed number out of any (Wellons 2018, lowbias32)."""
    seed = np.uint32(seed ^ (seed >> np.uint32(16)))
    seed = np.uint32(seed * np.uint32(0x7FEB352D))
    seed = np.uint32(seed ^ (seed >> np.uint32(15)))
    seed = np.uint32(seed * np.uint32(0x846CA68B))
    return np.uint32(seed ^ (seed >> np.uint32(16)))


@njit(nogil=True, cache=True, fastmath=True)
def _cost(image, looks, wanted, y, x, sy, sx, pull, least):  # type: ignore[no-untyped-def]
    """How unlike two patches are, given up once it exceeds `least`.

    y, x: the target's centre; sy, sx: the source's.
    """
    total = np.float32(0)
    for channel in range(GUIDES):
        gap = looks[sy, sx, channel] - wanted[y, x, channel]
        total += pull[channel] * gap * gap
    # Photos repeat along the horizon rather than up and down.
    total += pull[GUIDES] * (sy - y) * (sy - y) + pull[GUIDES + 1] * (sx - x) * (sx - x)
    for down in range(2 * HALF + 1):
        if total > least:
            return total
        part = np.float32(0)
        for right in range(2 * HALF + 1):
            for channel in range(3):
                gap = image[sy + down, sx + right, channel] - image[y + down, x + right, channel]
                part += gap * gap
        total += part
    return total


@njit(nogil=True, cache=True)
def improve(
    image: Floats,
    looks: Floats,
    wanted: Floats,
    usable: npt.NDArray[np.bool_],
    targets: Ints,
    old: Ints,
    new: Ints,
    costs: Floats,
    pull: Floats,
    reach: int,
    seed: int,
) -> None:
    """One round of propagation and random search for `targets`, N×2 rows and columns.

    image: (H+2·HALF)×(W+2·HALF)×3; looks: H×W×GUIDES, what sources look like from afar; wanted:
    the same of targets; usable: H×W, where the centre of a source may lie; old, new: H×W×2, the
    source of each target, -1 for none; costs: H×W; pull: weights of the GUIDES and of squared
    distance down and across; reach: pixels of the widest random step.
    """
    height, width = usable.shape
    for number in range(targets.shape[0]):
        y, x = targets[number, 0], targets[number, 1]
        best_y, best_x = old[y, x, 0], old[y, x, 1]
        least = np.float32(1e30)
        if best_y >= 0:
            least = _cost(image, looks, wanted, y, x, best_y, best_x, pull, least)
        for jump in JUMPS:
            for side in range(4):
                step_y = jump * ((side == 0) - (side == 1))
                step_x = jump * ((side == 2) - (side == 3))
                near_y, near_x = y + step_y, x + step_x
                if near_y < 0 or near_x < 0 or near_y >= height or near_x >= width:
                    continue
                if old[near_y, near_x, 0] < 0:
                    continue
                sy = old[near_y, near_x, 0] - step_y
                sx = old[near_y, near_x, 1] - step_x
                if sy < 0 or sx < 0 or sy >= height or sx >= width or not usable[sy, sx]:
                    continue
                if sy == best_y and sx == best_x:
                    continue
                cost = _cost(image, looks, wanted, y, x, sy, sx, pull, least)
                if cost < least:
                    least, best_y, best_x = cost, sy, sx
        mixed = _hash(np.uint32(seed * 668265263 + y * 374761393 + x * 1103515245))
        radius = reach
        while radius >= 1:
            mixed = _hash(mixed + np.uint32(0x9E3779B9))
            sy = best_y + np.int32(mixed % np.uint32(2 * radius + 1)) - radius
            mixed = _hash(mixed + np.uint32(0x9E3779B9))
            sx = best_x + np.int32(mixed % np.uint32(2 * radius + 1)) - radius
            radius //= 2
            if sy < 0 or sx < 0 or sy >= height or sx >= width or not usable[sy, sx]:
                continue
            cost = _cost(image, looks, wanted, y, x, sy, sx, pull, least)
            if cost < least:
                least, best_y, best_x = cost, sy, sx
        new[y, x, 0], new[y, x, 1] = best_y, best_x
        costs[y, x] = least


@njit(nogil=True, cache=True, fastmath=True)
def vote(
    image: Floats,
    sources: Ints,
    costs: Floats,
    trust: Floats,
    softness: float,
    holes: Ints,
    voted: Floats,
) -> None:
    """Every hole pixel as the mean of what the patches that cover it say (Wexler et al. 2007).

    image: as in `improve`; sources: H×W×2; costs, trust: H×W, how unlike the patch is and how sure
    its place; softness: the cost that counts for e⁻¹; holes: N×2; voted: H×W×3, written there.
    """
    height, width = costs.shape
    for number in range(holes.shape[0]):
        y, x = holes[number, 0], holes[number, 1]
        least = np.float32(1e30)
        for down in range(max(0, y - HALF), min(height, y + HALF + 1)):
            for right in range(max(0, x - HALF), min(width, x + HALF + 1)):
                if sources[down, right, 0] >= 0:
                    least = min(least, costs[down, right])
        whole = np.float32(0)
        red = np.float32(0)
        green = np.float32(0)
        blue = np.float32(0)
        for down in range(max(0, y - HALF), min(height, y + HALF + 1)):
            for right in range(max(0, x - HALF), min(width, x + HALF + 1)):
                if sources[down, right, 0] < 0:
                    continue
                weight = trust[down, right] * np.exp((least - costs[down, right]) / softness)
                from_y = sources[down, right, 0] + y - down + HALF
                from_x = sources[down, right, 1] + x - right + HALF
                whole += weight
                red += weight * image[from_y, from_x, 0]
                green += weight * image[from_y, from_x, 1]
                blue += weight * image[from_y, from_x, 2]
        voted[y, x, 0] = red / whole
        voted[y, x, 1] = green / whole
        voted[y, x, 2] = blue / whole
