"""Layers with a style, taken apart into what the plan knows: pixels, masks and pass-through frames.

A layer's shape is its alpha times its mask. What lies under it (drop shadows, outer glows, strokes
around it) is drawn first. The layer itself is then drawn at full coverage onto a copy of the
backdrop, together with all that lies within its shape, and the copy shows through the shape: so
soft edges are blended once, whatever is stacked inside of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.compositor.blend import NEUTRAL
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
    """A picture of an effect as a raster.

    knocked_out: of one below the layer, it shows beside the layer's shape alone. cover: where the
    picture, then opaque, is drawn over the backdrop in place of the layer.
    """

    raster: Raster
    mode: BlendMode
    opacity: float
    is_below: bool
    knocked_out: bool
    cover: Mask | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Styled:
    """pixels: what shows within the shape, the layer's colours at alpha 1 unless its mask is its
    shape. shape: alpha times mask, or the mask."""

    pixels: Raster
    shape: Mask
    effects: tuple[Drawn, ...]


@lru_cache(maxsize=_KEPT)
def styled(raster: Raster, mask: Mask | None, style: Style) -> Styled:
    """The parts of a layer with a style."""
    hides = style.mask_hides_effects
    solid = _opaque(raster)
    # What shapes the layer, and what of its alpha shows within that shape.
    shaping, shown = (solid, raster) if style.mask_is_shape else (raster, solid)
    return Styled(
        shown,
        Mask(_shape(shaping, mask)),
        _effects(shaping, None if hides else mask, style) if style.effects else (),
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
    whole = Shape(coverage, rect, _frame(coverage, rect, bounds, style))
    pictures: list[Picture] = []
    strokes: list[Picture] = []
    place = 0
    for effect in style.effects:
        if isinstance(effect, Stroke):
            strokes = [*pictures_of(effect, whole), *strokes]
            place = len(pictures)
        else:
            pictures += pictures_of(effect, whole)
    for is_below in (True, False):
        _share_out([picture for picture in strokes if picture.is_below is is_below])
    pictures[place:place] = strokes
    return tuple(_drawn(picture, rect, raster) for picture in pictures)


def _share_out(strokes: list[Picture]) -> None:
    """Change the coverages of strokes, the highest first, so that drawn in this order each stands
    in the place of the ones below it, whatever the modes; soft edges are shared."""
    left: Any = 1.0
    for stroke in strokes:
        cover = stroke.colors[..., 3].copy()
        stroke.colors[..., 3] *= left
        left = left * (1 - cover)
    # What is drawn later covers: each must be stronger before by as much.
    left = 1.0
    for stroke in reversed(strokes):
        own = stroke.colors[..., 3] / np.maximum(left, 1e-6)
        stroke.colors[..., 3] = np.clip(own, 0.0, 1.0)
        left = left * (1 - stroke.colors[..., 3])


def _frame(coverage: npt.NDArray[np.float32], rect: Rect, bounds: Rect, style: Style) -> Frame:
    """Between what gradients run: the path of a shape, else the pixels that are half covered."""
    if any(style.inset):
        left, top, right, bottom = style.inset
        return Frame(
            bounds.left + left, bounds.top + top, bounds.right - right, bounds.bottom - bottom
        )
    solid = coverage >= 0.5
    rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
    if not len(rows):
        return Frame(bounds.left, bounds.top, bounds.right, bounds.bottom)
    return Frame(
        rect.left + float(columns[0]),
        rect.top + float(rows[0]),
        rect.left + float(columns[-1]) + 1,
        rect.top + float(rows[-1]) + 1,
    )


def _within_blend(picture: Picture) -> Picture:
    """In the modes whose fill acts inside the blend, the coverage of what lies within the shape
    does so too: it draws the colour towards the one that changes nothing. (Measured on the bevel
    of a file of Photoshop, which adds more light than a mix with the sum would.)"""
    neutral = NEUTRAL.get(picture.mode)
    if neutral is None or picture.is_below or picture.mode is BlendMode.HARD_MIX:
        return picture
    colors = picture.colors.copy()
    cover: Any = colors[..., 3] * np.float32(picture.opacity)
    for channel in range(3):
        colors[..., channel] = neutral(colors[..., channel], cover)
    colors[..., 3] = 1.0
    return replace(picture, colors=colors, opacity=1.0)


def _drawn(picture: Picture, rect: Rect, like: Raster) -> Drawn:
    full = np.float32(np.iinfo(like.dtype).max)
    if not picture.replaces:
        picture = _within_blend(picture)
    pixels: Pixels = (np.clip(picture.colors, 0.0, 1.0) * full + np.float32(0.5)).astype(like.dtype)
    raster = raster_from_array(pixels, left=rect.left, top=rect.top)
    drawn = Drawn(raster, picture.mode, picture.opacity, picture.is_below, picture.knocked_out)
    if picture.replaces:
        return replace(drawn, raster=_opaque(raster), cover=Mask(_shape(raster, None)))
    return drawn
