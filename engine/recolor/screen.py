"""Recolouring what is on the screen, without compositing anything.

Where all layers over a flat one only mix with it (normal, multiply, screen), the picture is an
affine function of the flat layer's colours: a pixel moves by gain × share × change of colour.
gain: how far the picture there moves between a black and a white flat layer. share: how much of
the pixel belongs to the slot, averaged as the zoomed-out view is. Both are found once for a view,
so that a change of colours costs one pass over the pixels in which a slot shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from engine.compositor.composite import composite_tiles
from engine.document.edits import with_layer_replaced
from engine.document.model import (
    AdjustmentLayer,
    BlendMode,
    Document,
    GroupLayer,
    Layer,
    LayerId,
    PixelLayer,
    SlotMap,
)
from engine.document.raster import TILE, Pixels, TileKey, frozen_tile, raster_from_tiles
from engine.document.slots import slots_of, tile_or_fill
from engine.document.style import PLAIN
from engine.document.tree import layer_by_id, walk
from engine.recolor.screen_kernels import (
    add_share,
    averaged,
    copied,
    gathered,
    mark_slots,
    shifted,
)

Gain = npt.NDArray[np.uint8]
"""128×128×3: how far the picture moves (red, green, blue) when the flat colour goes 0 to 255."""

_NUMBERS = 1 << 16
"""As many slots can be told apart in a pixel."""
_MIXING = frozenset({BlendMode.NORMAL, BlendMode.MULTIPLY, BlendMode.SCREEN})


def is_affine(document: Document, layer_id: LayerId) -> bool:
    """Whether every layer only mixes with what is under it, so that gains say everything."""
    for layer in walk(document.layers):
        if not layer.visible:
            continue
        if isinstance(layer, AdjustmentLayer) or layer.style != PLAIN:
            return False
        passes = isinstance(layer, GroupLayer) and layer.blend is BlendMode.PASS_THROUGH
        if not passes and layer.blend not in _MIXING:
            return False
    return layer_by_id(document, layer_id).visible


def surroundings(document: Document, layer_id: LayerId) -> tuple[Layer, ...]:
    """What gains depend on besides the flat layer's outline: equal surroundings, equal gains."""
    found: list[Layer] = []
    for layer in walk(document.layers):
        if isinstance(layer, GroupLayer):
            layer = replace(layer, layers=(), name="", expanded=True)
        elif layer.id == layer_id:
            assert isinstance(layer, PixelLayer)
            empty = raster_from_tiles(layer.raster, {})
            layer = replace(layer, raster=empty, slots=None, name="")
        found.append(layer)
    return tuple(found)


def gains(document: Document, layer_id: LayerId, keys: Iterable[TileKey]) -> dict[TileKey, Gain]:
    """Gains of these tiles, for a document that `is_affine`."""
    layer = layer_by_id(document, layer_id)
    slots_of(layer)
    assert isinstance(layer, PixelLayer)
    keys = list(keys)
    ends = []
    for value in (0, np.iinfo(document.dtype).max):
        tiles = {}
        for key in keys:
            tile = layer.raster.tiles.get(key)
            if tile is not None:
                tile = tile.copy()
                tile[..., :3] = np.where(tile[..., 3:] > 0, value, 0)
                tiles[key] = frozen_tile(tile)
        painted = replace(layer, raster=raster_from_tiles(layer.raster, tiles))
        ends.append(composite_tiles(with_layer_replaced(document, layer_id, painted), keys))
    black, white = ends
    return {key: _gain(black[key], white[key]) for key in keys}


def _gain(black: Pixels, white: Pixels) -> Gain:
    """Of straight RGBA tiles, premultiplied as they are shown."""
    full = np.iinfo(black.dtype).max
    moved = white[..., :3].astype(np.float32) - black[..., :3].astype(np.float32)
    moved *= white[..., 3:].astype(np.float32) * np.float32(255.0 / (full * full))
    gain: Gain = (moved + np.float32(0.5)).clip(0, 255).astype(np.uint8)
    return gain


def slots_in(slots: SlotMap, keys: Iterable[TileKey]) -> frozenset[int]:
    """Ids of the slots that have a share in these tiles."""
    seen = np.zeros(_NUMBERS, np.uint8)
    for key in keys:
        mark_slots(seen, *_numbers(slots, key))
    known = {slot.id for slot in slots.palette}
    return frozenset(int(one) for one in np.flatnonzero(seen) if int(one) in known)


def shares(
    slots: SlotMap, slot_id: int, level: int, key: TileKey, gain: Mapping[TileKey, Gain]
) -> npt.NDArray[np.uint8]:
    """Gain × share of a slot in a tile of a pyramid level, 128×128×4 as blue, green, red, 255.

    gain: of the level-0 tiles underneath; those that are missing count as nothing.
    """
    sums = np.zeros((TILE, TILE, 3), np.uint32)
    side, part = 1 << level, TILE >> level
    for down in range(side):
        for right in range(side):
            under = ((key[0] << level) + down, (key[1] << level) + right)
            found = gain.get(under)
            if found is not None:
                numbers = _numbers(slots, under)
                add_share(sums, *numbers, found, slot_id, level, down * part, right * part)
    out = np.zeros((TILE, TILE, 4), np.uint8)
    averaged(sums, out, side * side)
    return out


def warm_up() -> None:
    """Have every loop compiled, or loaded from the cache on disk."""
    numbers = np.zeros((TILE, TILE), np.uint16)
    cover = np.zeros((TILE, TILE), np.uint8)
    sums = np.zeros((TILE, TILE, 3), np.uint32)
    mark_slots(np.zeros(_NUMBERS, np.uint8), numbers, numbers, cover)
    add_share(sums, numbers, numbers, cover, np.zeros((TILE, TILE, 3), np.uint8), 0, 0, 0, 0)
    picture = np.zeros((TILE, TILE, 4), np.uint8)
    averaged(sums, picture, 1)
    places, found = np.zeros(4, np.int32), np.zeros((4, 3), np.uint8)
    gathered(np.zeros((2, 2, 4), np.uint8), 0, 0, 2, 2, places, found, 0)
    frame = np.zeros((4, 4), np.uint8)
    copied(frame, frame.copy(), places)
    shifted(frame, places, found, 0.0, 0.0, 0.0)


def _numbers(slots: SlotMap, key: TileKey) -> tuple[Pixels, Pixels, Pixels]:
    # Copies of one kind, so that one compiled version of each loop does.
    return (
        tile_or_fill(slots.ids, key).astype(np.uint16),
        tile_or_fill(slots.second, key).astype(np.uint16),
        tile_or_fill(slots.coverage, key).astype(np.uint8),
    )
