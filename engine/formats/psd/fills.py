"""Fill layers, which hold a colour, a gradient or a pattern and often no pixels."""

from __future__ import annotations

import numpy as np

from engine.compositor.paints import painted
from engine.document.geometry import Rect
from engine.document.raster import (
    TILE,
    Pixels,
    Raster,
    cropped,
    empty_raster,
    frozen_tile,
    raster_from_array,
    raster_from_tiles,
    tiles_over,
)
from engine.document.style import Frame, Gradient, Paint, Pattern, Shade
from engine.formats.psd.descriptors import parsed_descriptor
from engine.formats.psd.records import LayerRecord
from engine.formats.psd.styles import StyleSources, gradient_of, pattern_of, shade

_KINDS = (b"SoCo", b"GdFl", b"PtFl")


def fill_of(record: LayerRecord, sources: StyleSources) -> Paint | None:
    """What a fill layer or shape is filled with; None for other layers and damaged ones."""
    data = record.block(*_KINDS)
    if data is None:
        stored = record.block(b"vscg") or b""
        if stored[:4] not in _KINDS:
            return None
        data = stored[4:]
    try:
        whole = parsed_descriptor(data)
    except ValueError:
        return None
    if "Clr " in whole:
        return shade(whole["Clr "])
    return gradient_of(whole, sources) or pattern_of(whole, sources.at(record))


def filled_raster(
    paint: Paint,
    canvas: Rect,
    bounds: Rect | Frame,
    dtype: np.dtype[np.uint8] | np.dtype[np.uint16],
) -> Raster:
    """The canvas in a paint. bounds: of the shape that it fills."""
    if not isinstance(paint, Gradient | Pattern):
        return plain_raster(paint, canvas, dtype)
    full = np.float32(np.iinfo(dtype).max)
    colors = painted(paint, canvas, bounds)
    pixels: Pixels = (colors * full + np.float32(0.5)).astype(dtype)
    return raster_from_array(pixels, left=canvas.left, top=canvas.top)


def plain_raster(
    color: Shade,
    canvas: Rect,
    dtype: np.dtype[np.uint8] | np.dtype[np.uint16],
) -> Raster:
    """The canvas in one opaque colour (0..1); all its tiles are one."""
    full = int(np.iinfo(dtype).max)
    tile: Pixels = np.empty((TILE, TILE, 4), dtype)
    tile[:] = [*(round(share * full) for share in color), full]
    tiles = dict.fromkeys(tiles_over(canvas), frozen_tile(tile))
    return cropped(raster_from_tiles(empty_raster(dtype), tiles), canvas)
