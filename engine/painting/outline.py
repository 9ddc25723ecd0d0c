"""The edge of a selection as closed lines along pixel borders, for the marching ants."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

from engine.document.geometry import Rect
from engine.painting.selection import Selection, bounds, inside_of

Loop = npt.NDArray[np.int32]
"""N×2 corners (x, y) on the pixel grid; the last one joins the first. Inside lies to the right."""


def outline(selection: Selection, within: Rect | None = None) -> tuple[Loop, ...]:
    """Loops round all pixels that are at least half selected; holes have loops of their own.

    within: only what lies in this rectangle, as if the selection ended at its edges. Pixels that
    touch only at a corner get separate loops. Loops start at their topmost, then leftmost run.
    """
    area = bounds(selection)
    if within is not None:
        area = area.intersected(within)
    if area.is_empty:
        return ()
    inside = np.zeros((area.height + 2, area.width + 2), np.uint8)
    inside[1:-1, 1:-1] = inside_of(selection, area)
    corners, ends = _traced(inside)
    corners += np.array((area.left - 1, area.top - 1), np.int32)
    return tuple(np.split(corners, ends[:-1])) if len(ends) else ()


@njit(nogil=True, cache=True)
def _traced(inside):  # type: ignore[no-untyped-def]
    """Walks every edge once. inside: 0 or 1 with a border of zeros."""
    height, width = inside.shape
    seen = np.zeros((height, width), np.uint8)  # top edges already walked
    corners = np.empty((1024, 2), np.int32)
    ends = np.empty(64, np.int64)
    used = 0
    loops = 0
    for start_y in range(1, height):
        for start_x in range(1, width):
            if inside[start_y, start_x] == 0 or inside[start_y - 1, start_x] == 1:
                continue
            if seen[start_y, start_x] == 1:
                continue
            x, y = start_x, start_y
            dx, dy = 1, 0
            while True:
                if dx == 1:
                    seen[y, x] = 1
                x += dx
                y += dy
                # The two pixels ahead, on the right and on the left of the way. (x, y) is the
                # corner above and to the left of pixel (x, y).
                if dx == 1:
                    right, left = inside[y, x], inside[y - 1, x]
                elif dx == -1:
                    right, left = inside[y - 1, x - 1], inside[y, x - 1]
                elif dy == 1:
                    right, left = inside[y, x - 1], inside[y, x]
                else:
                    right, left = inside[y - 1, x], inside[y - 1, x - 1]
                if right == 1 and left == 0:
                    continue
                if used == len(corners):
                    longer = np.empty((2 * used, 2), np.int32)
                    longer[:used] = corners
                    corners = longer
                corners[used, 0] = x
                corners[used, 1] = y
                used += 1
                if right == 0:
                    dx, dy = -dy, dx
                else:
                    dx, dy = dy, -dx
                if x == start_x and y == start_y and dx == 1:
                    break
            if loops == len(ends):
                more = np.empty(2 * loops, np.int64)
                more[:loops] = ends
                ends = more
            ends[loops] = used
            loops += 1
    return corners[:used].copy(), ends[:loops].copy()
