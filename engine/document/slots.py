"""Flat colour as numbers: pixels hold a slot, the palette holds the colours.

A border pixel mixes two slots: colour = (first·(255 − w) + second·w + 127) // 255 per channel, in
the document's depth, with w its coverage in 1/255. This integer rule is the only one, so painting
a slot map twice gives the same bytes.

A layer's pixels may deviate from their mixture (an imported layer's by what rounding leaves, or by
its grain). Recolouring moves a pixel by what its mixture moves and clips: where there is no
deviation the mixture itself comes out, and pixels of other slots are not touched at all.

This room is plain numpy; engine.recolor.live paints the same bytes with compiled kernels.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from engine.document.geometry import Rect
from engine.document.model import Color, Layer, PixelLayer, Slot, SlotMap
from engine.document.palette import (
    next_slot_id,
    slot_by_id,
    switched,
    variant_colors,
    with_palette,
    with_slot_added,
    without_slots,
)
from engine.document.raster import (
    TILE,
    Pixels,
    Raster,
    TileKey,
    frozen_tile,
    pixels_of,
    raster_from_array,
    raster_from_tiles,
    with_pixels,
)

_MOST_SLOTS = 65535


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
    """A slot map from full-size H×W arrays; `second` counts only where coverage > 0.

    It keeps ids in a byte when all of them are below 256.
    """
    second = np.where(coverage > 0, second, 0)
    most = max(int(ids.max(initial=0)), int(second.max(initial=0)))
    kind = _kind_for(max([most, *(slot.id for slot in palette)]))
    return SlotMap(
        palette,
        raster_from_array(ids.astype(kind)),
        raster_from_array(second.astype(kind)),
        raster_from_array(coverage),
    )


def painted(slots: SlotMap, alpha: Pixels) -> Raster:
    """The RGBA raster of a flat layer; alpha: H×W, its corner at (0, 0), gives depth and size."""
    height, width = alpha.shape
    colors: Pixels = np.zeros((height, width, 4), alpha.dtype)
    colors[..., 3] = alpha
    opaque = raster_from_array(colors)
    return _painted(slots, opaque, opaque.tiles.keys())


def slots_of(layer: Layer) -> SlotMap:
    """The slots of a flat layer. KeyError when it has none."""
    if not isinstance(layer, PixelLayer) or layer.slots is None:
        raise KeyError(f"layer {layer.id} has no slots")
    return layer.slots


def with_rasters(slots: SlotMap, change: Callable[[Raster], Raster]) -> SlotMap:
    """The slot map with `change` done to ids, second and coverage (moved, cropped, …)."""
    return replace(
        slots,
        ids=change(slots.ids),
        second=change(slots.second),
        coverage=change(slots.coverage),
    )


def recolored_palette(slots: SlotMap, colors: Mapping[int, Color]) -> SlotMap:
    """The palette with new colours for some slot ids. A colour that is set this way is what was
    wanted. KeyError for an unknown id; the same object when nothing changes."""
    for slot_id in colors:
        slot_by_id(slots, slot_id)
    return with_palette(
        slots,
        tuple(
            replace(slot, color=colors[slot.id], wanted=None)
            if colors.get(slot.id, slot.color) != slot.color
            else slot
            for slot in slots.palette
        ),
    )


def with_slot_colors(
    slots: SlotMap, raster: Raster, colors: Mapping[int, Color]
) -> tuple[SlotMap, Raster]:
    """Slots and their raster with new colours for some slot ids; alpha stays as it is.

    Tiles without any of these slots are shared. The same objects come back when nothing changes.
    """
    recolored = recolored_palette(slots, colors)
    return recolored, repainted(slots, recolored, raster)


def repainted(before: SlotMap, after: SlotMap, raster: Raster) -> Raster:
    """`raster`, painted with `before`, in the colours of `after`: same ids, other colours."""
    size = id_limit(before)
    old, new = (color_table(one, raster.dtype, size) for one in (before, after))
    changed = (old != new).any(1)
    if not changed.any():
        return raster
    tiles = dict(raster.tiles)
    for key, tile in raster.tiles.items():
        first, second, coverage = (
            tile_or_fill(one, key) for one in (before.ids, before.second, before.coverage)
        )
        touched = (changed[first] | (changed[second] & (coverage > 0))) & (tile[..., 3] > 0)
        if touched.any():
            numbers = first[touched], second[touched], coverage[touched]
            fresh = tile.copy()
            fresh[touched, :3] = _shifted(
                tile[touched, :3], mixed_colors(old, *numbers), mixed_colors(new, *numbers)
            )
            tiles[key] = frozen_tile(fresh)
    return raster_from_tiles(raster, tiles)


def id_limit(slots: SlotMap) -> int:
    """More than any id in the palette or in the pixels, which a damaged file may hold too."""
    found = [slot.id for slot in slots.palette]
    for numbers in (slots.ids, slots.second):
        found.append(numbers.fill)
        if numbers.dtype == np.uint8:
            found.append(255)
        else:
            found.extend(int(tile.max()) for tile in numbers.tiles.values())
    return max(found) + 1


def color_table(slots: SlotMap, dtype: npt.DTypeLike, size: int) -> Pixels:
    """Colours by slot id, size×3 in the document's depth; ids without a slot are black."""
    table: Pixels = np.zeros((size, 3), dtype)
    for slot in slots.palette:
        table[slot.id] = slot.color
    return table


def recolored_layer(layer: PixelLayer, colors: Mapping[int, Color]) -> PixelLayer:
    """The flat layer with new colours (document depth) for some slot ids."""
    return _with(layer, *with_slot_colors(slots_of(layer), layer.raster, colors))


def merged(layer: PixelLayer, slot_ids: Collection[int], into: int) -> PixelLayer:
    """These slots joined to slot `into`, whose colour their pixels take; ids are used up."""
    slots = slots_of(layer)
    gone = {slot_by_id(slots, one).id for one in slot_ids} - {slot_by_id(slots, into).id}
    if not gone:
        return layer
    target = slot_by_id(slots, into).color
    slots, raster = with_slot_colors(slots, layer.raster, dict.fromkeys(gone, target))
    numbers = np.arange(id_limit(slots), dtype=np.uint16)
    numbers[list(gone)] = into

    def joined(numbered: Raster) -> Raster:
        return _mapped_tiles(numbered, lambda tile: numbers[tile], fill=int(numbers[numbered.fill]))

    slots = replace(slots, ids=joined(slots.ids), second=joined(slots.second))
    return _with(layer, without_slots(slots, gone), raster)


def with_dtype(numbers: Raster, dtype: npt.DTypeLike) -> Raster:
    """A raster of slot ids in another width; the ids must fit."""
    kind = np.dtype(dtype)
    if numbers.dtype == kind:
        return numbers
    tiles = {key: frozen_tile(tile.astype(kind)) for key, tile in numbers.tiles.items()}
    return Raster(MappingProxyType(tiles), kind, numbers.channels, numbers.fill)


def split(
    layer: PixelLayer, slot_id: int, mask: npt.NDArray[np.bool_], left: int, top: int, name: str
) -> PixelLayer:
    """The pixels of slot `slot_id` inside `mask` (H×W, its corner at left, top) as a new slot of
    the same colour, right behind it in the list. No visible pixel changes.

    The new slot's id is `next_slot_id` of the map before. The same layer when the mask holds
    nothing of the slot, or all of it.
    """
    slots = slots_of(layer)
    old = slot_by_id(slots, slot_id)
    new = next_slot_id(slots)
    if new > _MOST_SLOTS:
        raise ValueError("no slot ids are left")
    slots = with_room_for(slots, new)
    ids = _renumbered(slots.ids, None, slot_id, new, mask, left, top)
    second = _renumbered(slots.second, slots.coverage, slot_id, new, mask, left, top)
    if ids is slots.ids and second is slots.second:
        return layer
    divided = replace(slots, ids=ids, second=second)
    if not _is_used(divided, slot_id, layer.raster):
        return layer
    fresh = replace(old, id=new, name=name, pinned=False)
    if old.family == old.id:
        fresh = replace(fresh, family=None)
    return _with(layer, with_slot_added(divided, fresh, after=slot_id), layer.raster)


def with_variant_shown(layer: PixelLayer, variant_id: int) -> PixelLayer:
    """The flat layer in the colours of another variant, which becomes the active one."""
    slots = slots_of(layer)
    colors = variant_colors(slots, variant_id)
    return recolored_layer(_with(layer, switched(slots, variant_id), layer.raster), colors)


def tile_or_fill(raster: Raster, key: TileKey) -> Pixels:
    """The stored tile, or a new one full of `fill`."""
    tile = raster.tiles.get(key)
    return np.full((TILE, TILE), raster.fill, raster.dtype) if tile is None else tile


def with_room_for(slots: SlotMap, slot_id: int) -> SlotMap:
    """The slot map in whose rasters this id fits."""
    if slot_id <= np.iinfo(slots.ids.dtype).max and slots.ids.dtype == slots.second.dtype:
        return slots
    kind = _kind_for(max(slot_id, np.iinfo(slots.ids.dtype).max))
    return replace(slots, ids=with_dtype(slots.ids, kind), second=with_dtype(slots.second, kind))


def _kind_for(slot_id: int) -> type[np.uint8] | type[np.uint16]:
    return np.uint8 if slot_id < 256 else np.uint16


def _shifted(pixels: Pixels, before: Pixels, after: Pixels) -> Pixels:
    """Pixels N×3 moved by after - before, clipped to the depth."""
    whole = pixels.astype(np.int32) + after.astype(np.int32) - before.astype(np.int32)
    clipped: Pixels = whole.clip(0, np.iinfo(pixels.dtype).max).astype(pixels.dtype)
    return clipped


def _with(layer: PixelLayer, slots: SlotMap, raster: Raster) -> PixelLayer:
    if slots is layer.slots and raster is layer.raster:
        return layer
    return replace(layer, slots=slots, raster=raster)


def _mapped_tiles(raster: Raster, change: Callable[[Pixels], Pixels], *, fill: int) -> Raster:
    """The raster with `change` done to each tile; tiles that come out the same are shared."""
    tiles: dict[TileKey, Pixels] = {}
    for key, tile in raster.tiles.items():
        new = change(tile)
        tiles[key] = tile if np.array_equal(new, tile) else frozen_tile(new.astype(raster.dtype))
    return Raster(MappingProxyType(tiles), raster.dtype, raster.channels, fill)


def _renumbered(
    numbers: Raster,
    coverage: Raster | None,
    old: int,
    new: int,
    mask: npt.NDArray[np.bool_],
    left: int,
    top: int,
) -> Raster:
    """`new` in place of `old` under the mask; with `coverage`, only where that is not 0."""
    rect = Rect(left, top, left + mask.shape[1], top + mask.shape[0])
    here = pixels_of(numbers, rect)
    chosen = mask & (here == old)
    if coverage is not None:
        chosen &= pixels_of(coverage, rect) > 0
    if not chosen.any():
        return numbers
    here[chosen] = new
    return with_pixels(numbers, here, left=left, top=top)


def _is_used(slots: SlotMap, slot_id: int, raster: Raster) -> bool:
    """Whether a visible pixel belongs to the slot."""
    return any(
        bool(((tile_or_fill(slots.ids, key) == slot_id) & (tile[..., 3] > 0)).any())
        for key, tile in raster.tiles.items()
    )


def _painted(slots: SlotMap, raster: Raster, keys: Iterable[TileKey]) -> Raster:
    table = color_table(slots, raster.dtype, id_limit(slots))
    tiles = dict(raster.tiles)
    for key in keys:
        tile = tiles[key].copy()
        tile[..., :3] = mixed_colors(
            table,
            tile_or_fill(slots.ids, key),
            tile_or_fill(slots.second, key),
            tile_or_fill(slots.coverage, key),
        )
        tile[tile[..., 3] == 0] = 0
        tiles[key] = frozen_tile(tile)
    return raster_from_tiles(raster, tiles)
