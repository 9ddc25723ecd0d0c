"""Compiles every kernel of this room into numba's cache on disk, or loads them from it.

`python -m engine.painting.compile` at set-up; `warm_up()` on a thread of its own when the program
starts, so that no first brush stroke waits for a compiler.
"""

from __future__ import annotations

import time

import numpy as np

from engine.document.adjustments import (
    GradientStop,
    Invert,
)
from engine.document.geometry import Rect, Size
from engine.document.raster import raster_from_array
from engine.painting.adjust import adjusted
from engine.painting.brush import Brush, BrushMode, StrokePoint
from engine.painting.fill import filled
from engine.painting.gradient import gradient_filled
from engine.painting.outline import outline
from engine.painting.pixels import mixed
from engine.painting.resample import resized_pixels
from engine.painting.shapes import ellipse, polygon
from engine.painting.stroke import Stroke
from engine.painting.transform import rotation, transformed
from engine.painting.wand import by_color

CANVAS = Size(16, 16)


def warm_up() -> None:
    """Run every kernel once, on a few pixels, at both depths. Thread-safe; brush first."""
    for dtype in (np.uint8, np.uint16):
        _warm_brush(np.dtype(dtype))
    for dtype in (np.uint8, np.uint16):
        _warm_rest(np.dtype(dtype))


def _warm_brush(dtype: np.dtype[np.uint8 | np.uint16]) -> None:
    layer = raster_from_array(np.full((16, 16, 4), 9, dtype))
    mask = raster_from_array(np.full((16, 16), 9, dtype))
    for raster in (layer, mask):
        for mode in BrushMode:
            stroke = Stroke.begin(raster, Brush(size=3, mode=mode))
            stroke.extended([StrokePoint(4, 4), StrokePoint(8, 8)])
            stroke.finished()


def _warm_rest(dtype: np.dtype[np.uint8 | np.uint16]) -> None:
    pixels = np.arange(16 * 16 * 4).reshape(16, 16, 4).astype(dtype)
    layer, mask = raster_from_array(pixels), raster_from_array(pixels[..., 0].copy())
    selection = ellipse(CANVAS, 2, 2, 12, 12)
    outline(polygon(CANVAS, [(1, 1), (9, 2), (5, 9)]))
    for gap in (0, 2):
        by_color(layer, CANVAS, (3, 3), gap=gap)
    filled(layer, selection, (1, 2, 3))
    stops = (GradientStop(0.0, (0, 0, 0)), GradientStop(1.0, (1, 1, 1)))
    gradient_filled(layer, selection, stops, (0, 0), (9, 9))
    adjusted(layer, Invert(), selection)
    for raster in (layer, mask):
        transformed(raster, rotation(9))
        transformed(raster, rotation(9), within=Rect(0, 0, 16, 16))
        tile = next(iter(raster.tiles.values()))
        mixed(tile, tile, next(iter(selection.coverage.tiles.values())))
    resized_pixels(pixels, 9, 9)
    resized_pixels(pixels[..., 0].copy(), 9, 9)


def main() -> int:
    """Compile into the cache and say how long it took."""
    start = time.perf_counter()
    warm_up()
    print(f"painting kernels ready after {time.perf_counter() - start:.1f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
