"""Selections from selections: grow, shrink, feather, border.

All work on neighbourhoods, so that a pixel depends on what is near it and on nothing else, and
areas that are evenly selected cost nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt

from engine.document.geometry import Rect
from engine.document.raster import (
    TILE,
    Pixels,
    TileKey,
    pixels_of,
)
from engine.document.raster import cropped as cropped_raster
from engine.painting.selection import FULL, Combination, Selection, combined, inverted
from engine.painting.tiles import keys_near, mapped, with_tiles

WIDE = 8.0
"""Above this radius three boxes stand in for a Gaussian, within 4 levels of it along an edge."""
MOST = 512
"""The largest radius in pixels; larger ones are cut off."""


def grown(selection: Selection, radius: float) -> Selection:
    """Every pixel takes the largest coverage within `radius` pixels; radius <= 0: unchanged."""
    disc = _disc(radius)
    return _filtered(selection, len(disc) // 2, lambda near: _dilated(near, disc))


def shrunk(selection: Selection, radius: float) -> Selection:
    """Every pixel takes the smallest coverage within `radius` pixels.

    Beyond the canvas the selection counts as going on, so it does not come off the canvas edges.
    Shrinking what was grown by the same radius gives at least the selection back.
    """
    disc = _disc(radius)
    return inverted(
        _filtered(inverted(selection), len(disc) // 2, lambda near: _dilated(near, disc))
    )


def feathered(selection: Selection, radius: float) -> Selection:
    """Edges softened by a Gaussian with a standard deviation of `radius` pixels.

    At the canvas edges the selection counts as going on. More than 3 × radius away from an edge
    nothing changes.
    """
    radius = min(radius, MOST / 3)
    if radius <= 0:
        return selection
    reach = math.ceil(3 * radius)

    def blurred(near: Pixels) -> Pixels:
        # No rounding before the end: a wide kernel has taps far below one 8-bit level.
        if radius <= WIDE:
            size = 2 * reach + 1
            soft = cv2.GaussianBlur(near.astype(np.float32), (size, size), radius)
        else:
            soft = _boxed(near.astype(np.float64), radius)
        rounded: Pixels = np.rint(np.clip(soft, 0, FULL)).astype(np.uint8)
        return rounded

    return _filtered(selection, reach, blurred)


def border(selection: Selection, width: float) -> Selection:
    """A band of `width` pixels along the edges, half of it outside, half inside."""
    outer = grown(selection, width / 2)
    return combined(outer, shrunk(selection, width / 2), Combination.SUBTRACT)


def _boxed(values: npt.NDArray[np.float64], radius: float) -> npt.NDArray[np.float64]:
    """Three box blurs in a row with the variance of a Gaussian; their cost does not grow.

    Two odd sizes are mixed so that the variance fits to within a fraction of a pixel.
    """
    wanted = 12.0 * radius * radius
    small = math.floor(math.sqrt(wanted / 3.0 + 1.0))
    small -= 1 - small % 2
    large_boxes = round((wanted - 3 * (small * small - 1)) / (4 * small + 4))
    for turn in range(3):
        size = small + 2 if turn < large_boxes else small
        values = np.asarray(cv2.blur(values, (size, size), borderType=cv2.BORDER_REPLICATE))
    return values


def _disc(radius: float) -> npt.NDArray[np.uint8]:
    """The pixels whose centres lie within `radius` of the middle one, odd × odd, 0 or 1."""
    radius = min(max(radius, 0.0), float(MOST))
    reach = math.floor(radius)
    steps = np.arange(-reach, reach + 1)
    inside = steps[:, None] ** 2 + steps**2 <= radius * radius
    return inside.astype(np.uint8)


def _dilated(values: Pixels, disc: npt.NDArray[np.uint8]) -> Pixels:
    """The largest value under the disc, row of the disc by row of the disc.

    A row of the disc is a run, and the largest of a run takes a few passes however long it is:
    the work grows with the radius, not with its square. Values near the border are not right.
    """
    reach = len(disc) // 2
    height = len(values)
    out = values.copy()
    runs: dict[int, Pixels] = {}
    for dy in range(reach + 1):
        half = int(disc[reach + dy].sum()) // 2
        if half not in runs:
            runs[half] = _running_maximum(values, half)
        run = runs[half]
        if dy == 0:
            np.maximum(out, run, out=out)
            continue
        np.maximum(out[: height - dy], run[dy:], out=out[: height - dy])
        np.maximum(out[dy:], run[: height - dy], out=out[dy:])
    return out


def _running_maximum(values: Pixels, half: int) -> Pixels:
    """The largest of the 2 × half + 1 values round each one in its row (zeros beyond the ends)."""
    width = values.shape[1]
    out = np.zeros((values.shape[0], width + 2 * half), values.dtype)
    out[:, half : half + width] = values
    span, wanted = 1, 2 * half + 1
    while span < wanted:
        step = min(span, wanted - span)
        out = np.maximum(out[:, : out.shape[1] - step], out[:, step:])
        span += step
    return out


def _filtered(selection: Selection, reach: int, function: Callable[[Pixels], Pixels]) -> Selection:
    """Every pixel from `function` of what lies within `reach` pixels of it.

    function: coverage with a margin → the same shape, right everywhere but in the margin. Beyond
    the canvas the nearest pixel of the canvas stands in. Done in blocks of tiles that grow with
    the reach, so that margins never outweigh them much.
    """
    if reach == 0 or selection.is_empty:
        return selection
    canvas = selection.canvas.rect
    coverage = selection.coverage
    span = -(-reach // TILE)
    needed = keys_near(coverage, reach, canvas)
    blocks = sorted({(row // span, column // span) for row, column in needed})

    def one(block: TileKey) -> Pixels:
        top, left = block[0] * span * TILE, block[1] * span * TILE
        side = span * TILE
        wide = Rect(left - reach, top - reach, left + side + reach, top + side + reach)
        inside = wide.intersected(canvas)
        near = pixels_of(coverage, inside)
        if near.min() == near.max():
            return np.full((side, side), near[0, 0], np.uint8)
        margins = (
            (inside.top - wide.top, wide.bottom - inside.bottom),
            (inside.left - wide.left, wide.right - inside.right),
        )
        near = np.pad(near, margins, mode="edge")
        return np.ascontiguousarray(function(near)[reach:-reach, reach:-reach])

    made: dict[TileKey, Pixels] = {}
    for (row, column), pixels in zip(blocks, mapped(one, blocks), strict=True):
        for y in range(span):
            for x in range(span):
                part = pixels[y * TILE : (y + 1) * TILE, x * TILE : (x + 1) * TILE]
                made[row * span + y, column * span + x] = part.copy()
    new = with_tiles(coverage, made)
    return Selection(selection.canvas, cropped_raster(new, canvas))
