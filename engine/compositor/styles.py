"""Layers with a style, taken apart into what the plan knows: pixels, masks and pass-through frames.

A layer's shape is its alpha times its mask. What lies under it (drop shadows, outer glows, strokes
around it) is drawn first. The layer itself is then drawn at full coverage onto a copy of the
backdrop, together with all that lies within its shape, and the copy shows through the shape: so
soft edges are blended once, whatever is stacked inside of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.compositor.effects import Picture, Shape, pictures_of
from engine.document.geometry import Rect
from engine.document.model import Mask
from engine.document.modes import BlendMode
from engine.document.raster import (
    Pixels,
    Raster,
    TileKey,
    content_bounds,
    empty_raster,
    frozen_tile,
    pixels_of,
    raster_from_array,
    raster_from_tiles,
)
from engine.document.style import Frame, Stroke, Style, reach

_KEPT = 24
"""Styles whose pictures are kept for the next tiles and the next change elsewhere."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A picture of an effect as a raster."""

    raster: Raster
    mode: BlendMode
    opacity: float
    is_below: bool


@dataclass(frozen=True, slots=True, eq=False)
class Styled:
    """opaque: the layer's colours at alpha 1 wherever its shape is. shape: alpha times mask."""

    opaque: Raster
    shape: Mask
    effects: tuple[Drawn, ...]


@lru_cache(maxsize=_KEPT)
def styled(raster: Raster, mask: Mask | None, style: Style) -> Styled:
    """The parts of a layer with a style."""
    hides = style.mask_hides_effects
    return Styled(
        _opaque(raster),
        Mask(_shape(raster, mask)),
        _effects(raster, None if hides else mask, style) if style.effects else (),
    )


def _opaque(raster: Raster) -> Raster:
    tiles: dict[TileKey, Pixels] = {}
    full = int(np.iinfo(raster.dtype).max)
    for key, tile in raster.tiles.items():
        if (tile[..., 3] == full).all():
            tiles[key] = tile
        else:
            solid = tile.copy()
            solid[..., 3] = full
            tiles[key] = frozen_tile(solid)
    return raster_from_tiles(raster, tiles)


def _shape(raster: Raster, mask: Mask | None) -> Raster:
    """One channel: what the layer covers."""
    full = int(np.iinfo(raster.dtype).max)
    tiles: dict[TileKey, Pixels] = {}
    for key, tile in raster.tiles.items():
        shown: Pixels = tile[..., 3]
        if mask is not None:
            known = mask.raster.tiles.get(key)
            values = np.full((1, 1), mask.raster.fill) if known is None else known
            let_through = 1 - mask.density * (1 - values.astype(np.float32) / full)
            shown = (shown * let_through + 0.5).astype(raster.dtype)
        tiles[key] = frozen_tile(shown.copy())
    return raster_from_tiles(empty_raster(raster.dtype, channels=1), tiles)


def _effects(raster: Raster, mask: Mask | None, style: Style) -> tuple[Drawn, ...]:
    shape = _shape(raster, mask)
    bounds = content_bounds(shape)
    if bounds.is_empty:
        return ()
    room = reach(style)
    rect = Rect(bounds.left - room, bounds.top - room, bounds.right + room, bounds.bottom + room)
    full = np.float32(np.iinfo(raster.dtype).max)
    coverage = pixels_of(shape, rect).astype(np.float32) / full
    left, top, right, bottom = style.inset
    frame = Frame(
        bounds.left + left, bounds.top + top, bounds.right - right, bounds.bottom - bottom
    )
    whole = Shape(coverage, rect, frame)
    drawn: list[Drawn] = []
    taken = np.zeros_like(coverage, np.bool_)
    for effect in reversed(style.effects):
        pictures = pictures_of(effect, whole)
        if isinstance(effect, Stroke):
            # A stroke stands in the place of the strokes below it, whatever its mode.
            for picture in pictures:
                picture.colors[taken, 3] = 0
            for picture in pictures:
                taken |= picture.colors[..., 3] > 0.999
        drawn += [_drawn(picture, rect, raster) for picture in reversed(pictures)]
    return tuple(reversed(drawn))


def _drawn(picture: Picture, rect: Rect, like: Raster) -> Drawn:
    full = np.float32(np.iinfo(like.dtype).max)
    pixels: Pixels = (np.clip(picture.colors, 0.0, 1.0) * full + np.float32(0.5)).astype(like.dtype)
    raster = raster_from_array(pixels, left=rect.left, top=rect.top)
    return Drawn(raster, picture.mode, picture.opacity, picture.is_below)
