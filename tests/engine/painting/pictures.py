"""Small pictures and selections for the tests of the painting room."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from engine.document.geometry import Rect, Size
from engine.document.raster import Pixels, Raster, pixels_of, raster_from_array
from engine.painting.selection import Selection, selection_from_array

CANVAS = Size(300, 200)
DEPTHS = (np.uint8, np.uint16)


def noise(
    seed: int, width: int, height: int, dtype: type = np.uint8, *, opaque: bool = False
) -> Pixels:
    """Random RGBA pixels, a fifth of them transparent, a fifth opaque."""
    rng = np.random.default_rng(seed)
    top = np.iinfo(dtype).max
    pixels = rng.integers(0, top + 1, (height, width, 4)).astype(dtype)
    kind = rng.random((height, width))
    pixels[kind < 0.2, 3] = 0
    pixels[(kind > 0.8) | opaque, 3] = top
    return pixels


@st.composite
def rasters(draw: st.DrawFn, dtype: type = np.uint8) -> Raster:
    """RGBA noise somewhere on and around the canvas, down to one pixel or none."""
    width, height = draw(st.integers(0, 200)), draw(st.integers(0, 180))
    pixels = noise(draw(st.integers(0, 9)), width, height, dtype)
    left, top = draw(st.integers(-150, 250)), draw(st.integers(-150, 150))
    return raster_from_array(pixels, left=left, top=top)


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """Hard, soft and empty selections of the canvas."""
    rng = np.random.default_rng(draw(st.integers(0, 9)))
    coverage = np.zeros((CANVAS.height, CANVAS.width), np.uint8)
    for _ in range(draw(st.integers(0, 3))):
        x, y = rng.integers(0, CANVAS.width), rng.integers(0, CANVAS.height)
        w, h = rng.integers(1, 150, 2)
        coverage[y : y + h, x : x + w] = rng.integers(1, 256)
    if draw(st.booleans()):
        x, y = rng.integers(0, 200), rng.integers(0, 100)
        coverage[y : y + 50, x : x + 70] = rng.integers(
            0, 256, coverage[y : y + 50, x : x + 70].shape
        )
    return selection_from_array(CANVAS, coverage)


def shown(raster: Raster, rect: Rect | None = None) -> Pixels:
    """The pixels of a rectangle, of the canvas by default."""
    return pixels_of(raster, CANVAS.rect if rect is None else rect)


def wide(raster: Raster) -> Pixels:
    """The pixels of the canvas and far around it."""
    return pixels_of(raster, Rect(-300, -300, 700, 600))


def same_tiles(before: Raster, after: Raster) -> bool:
    """Whether two rasters hold the same pixels, tile by tile."""
    return before.tiles.keys() == after.tiles.keys() and all(
        np.array_equal(before.tiles[key], after.tiles[key]) for key in before.tiles
    )


def shares_what_is_equal(before: Raster, after: Raster) -> bool:
    """Whether every tile whose pixels are the same is the very same object."""
    return all(
        after.tiles[key] is tile
        for key, tile in before.tiles.items()
        if key in after.tiles and np.array_equal(after.tiles[key], tile)
    )
