"""Solid colour layers, which hold a colour and often no pixels."""

from __future__ import annotations

import numpy as np

from engine.document.geometry import Rect
from engine.document.raster import (
    TILE,
    Pixels,
    Raster,
    cropped,
    empty_raster,
    frozen_tile,
    raster_from_tiles,
    tiles_over,
)
from engine.formats.psd.descriptors import Value, parsed_descriptor
from engine.formats.psd.records import LayerRecord


def solid_color(record: LayerRecord) -> tuple[float, float, float] | None:
    """R, G, B in 0..1 of a solid colour layer; None for other layers and other kinds of colour."""
    data = record.block(b"SoCo")
    if data is None:
        return None
    try:
        color = parsed_descriptor(data).get("Clr ")
    except ValueError:
        return None
    if not isinstance(color, dict):
        return None
    if color.get("class") == "RGBC":
        return _share(color, "Rd  ", 255), _share(color, "Grn ", 255), _share(color, "Bl  ", 255)
    if color.get("class") == "Grsc":
        light = 1 - _share(color, "Gry ", 100)
        return light, light, light
    return None


def _share(color: dict[str, Value], key: str, full: float) -> float:
    value = color.get(key)
    return min(max(value / full, 0.0), 1.0) if isinstance(value, int | float) else 0.0


def plain_raster(
    color: tuple[float, float, float],
    canvas: Rect,
    dtype: np.dtype[np.uint8] | np.dtype[np.uint16],
) -> Raster:
    """The canvas in one opaque colour (0..1); all its tiles are one."""
    full = int(np.iinfo(dtype).max)
    tile: Pixels = np.empty((TILE, TILE, 4), dtype)
    tile[:] = [*(round(share * full) for share in color), full]
    tiles = dict.fromkeys(tiles_over(canvas), frozen_tile(tile))
    return cropped(raster_from_tiles(empty_raster(dtype), tiles), canvas)
