"""Flat colour as numbers: pixels hold a slot, the palette holds the colours.

A border pixel mixes two slots: colour = (first·(255 − w) + second·w + 127) // 255 per channel, in
the document's depth, with w its coverage in 1/255. This integer rule is the only one, so painting
a slot map twice gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from engine.document.model import Color, Slot, SlotMap
from engine.document.raster import (
    TILE,
    Pixels,
    Raster,
    TileKey,
    frozen_tile,
    raster_from_array,
    raster_from_tiles,
)


def mixed_colors(palette: Pixels, first: Pixels, second: Pixels, coverage: Pixels) -> Pixels:
    """Colours H×W×3 of pixels that mix palette[first] and palette[second].

    palette: N×3 in the document's depth; first, second: H×W indices; coverage: H×W uint8.
    """
    plain = palette[first]
    mixed = coverage > 0
    if not mixed.any():
        return plain
    weight = coverage[mixed].astype(np.uint32)[:, None]
    one = plain[mixed].astype(np.uint32)
    two = palette[second[mixed]].astype(np.uint32)
    plain[mixed] = ((one * (255 - weight) + two * weight + 127) // 255).astype(palette.dtype)
    return plain


def slot_map_from_arrays(
    palette: tuple[Slot, ...],
    ids: npt.NDArray[np.uint16],
    second: npt.NDArray[np.uint16],
    coverage: npt.NDArray[np.uint8],
) -> SlotMap:
    """A slot map from full-size H×W arrays; `second` counts only where coverage > 0."""
    return SlotMap(
        palette,
        raster_from_array(ids),
        raster_from_array(np.where(coverage > 0, second, 0).astype(np.uint16)),
        raster_from_array(coverage),
    )


def painted(slots: SlotMap, alpha: Pixels) -> Raster:
    """The RGBA raster of a flat layer; alpha: H×W, its corner at (0, 0), gives depth and size."""
    height, width = alpha.shape
    colors: Pixels = np.zeros((height, width, 4), alpha.dtype)
    colors[..., 3] = alpha
    opaque = raster_from_array(colors)
    return _repainted(slots, opaque, opaque.tiles.keys())


def with_slot_colors(
    slots: SlotMap, raster: Raster, colors: Mapping[int, Color]
) -> tuple[SlotMap, Raster]:
    """Slots and their raster with new colours for some slot ids; alpha stays as it is.

    Tiles without any of these slots are shared. The same objects come back when nothing changes.
    """
    known = {slot.id for slot in slots.palette}
    for slot_id in colors:
        if slot_id not in known:
            raise KeyError(f"no slot {slot_id}")
    palette = tuple(
        replace(slot, color=colors[slot.id])
        if slot.id in colors and colors[slot.id] != slot.color
        else slot
        for slot in slots.palette
    )
    changed = [new.id for new, old in zip(palette, slots.palette, strict=True) if new is not old]
    if not changed:
        return slots, raster
    recolored = replace(slots, palette=palette)
    touched = [key for key in raster.tiles if _holds_slot(slots, key, changed)]
    return recolored, _repainted(recolored, raster, touched)


def _holds_slot(slots: SlotMap, key: TileKey, wanted: list[int]) -> bool:
    first = slots.ids.tiles.get(key)
    if first is None:
        if slots.ids.fill in wanted:
            return True
    elif np.isin(first, wanted).any():
        return True
    coverage = slots.coverage.tiles.get(key)
    if coverage is None:
        return False
    second = slots.second.tiles.get(key)
    if second is None:
        return slots.second.fill in wanted
    return bool((np.isin(second, wanted) & (coverage > 0)).any())


def _repainted(slots: SlotMap, raster: Raster, keys: Iterable[TileKey]) -> Raster:
    table = np.zeros((max(slot.id for slot in slots.palette) + 1, 3), raster.dtype)
    for slot in slots.palette:
        table[slot.id] = slot.color
    tiles = dict(raster.tiles)
    for key in keys:
        tile = tiles[key].copy()
        tile[..., :3] = mixed_colors(
            table,
            _tile_or_fill(slots.ids, key),
            _tile_or_fill(slots.second, key),
            _tile_or_fill(slots.coverage, key),
        )
        tile[tile[..., 3] == 0] = 0
        tiles[key] = frozen_tile(tile)
    return raster_from_tiles(raster, tiles)


def _tile_or_fill(raster: Raster, key: TileKey) -> Pixels:
    tile = raster.tiles.get(key)
    return np.full((TILE, TILE), raster.fill, raster.dtype) if tile is None else tile
