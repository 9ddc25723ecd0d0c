"""What PSD has no place for: roles of layers and the slots of flat colour.

It travels in one image resource of the plug-in range (4000-4999), which Photoshop carries along
unread and other programs ignore or drop. Layers are named by their PSD layer id (`lyid`). When the
resource is gone, roles and slots are gone and nothing else; when the pixels of a flat layer were
changed by another program, its slots no longer describe them and are left out.

    "UNFL" · u32 length of the deflated JSON · u32 length of the JSON · JSON · tiles

JSON: {"version": 1, "next_id": n, "layers": {id: {"role": r, "rounded": true,
"slots": {"pixels": digest, "palette": [[id, name, color, original, more]…], "ids": raster,
"second": raster, "coverage": raster, "variants": …, "active": …, "next_id": …}}}},
raster: {"fill": v, "bits": 8 or 16, "tiles": [[row, column,
offset, length]…]}, offsets from the first tile on. See slot_values.py for more and variants.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from engine.document.model import Document, Layer, PixelLayer, Role, Slot, SlotMap
from engine.document.raster import (
    Pixels,
    Raster,
    TileKey,
    content_bounds,
    cropped,
    empty_raster,
    raster_from_tiles,
)
from engine.document.tree import walk
from engine.formats.limits import MAX_MANIFEST_BYTES, MemoryBudget, inflated
from engine.formats.parallel import in_threads
from engine.formats.plain import PlainValues
from engine.formats.slot_values import more_of, palette_values, slot_map_from, with_more
from engine.formats.tile_bytes import packed_tile, unpacked_tile

RESOURCE = 4919
_MAGIC = b"UNFL"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """What the resource says about one layer. pixels: digest of the pixels the slots describe.

    rounded: as in Style.
    """

    role: Role
    rounded: bool
    slots: SlotMap | None
    pixels: str


def packed_private(document: Document) -> bytes:
    """The data of the resource."""
    layers: dict[str, object] = {}
    tiles = _TileStore()
    for layer in walk(document.layers):
        entry: dict[str, object] = {}
        if layer.role is not Role.NONE:
            entry["role"] = str(layer.role)
        if layer.style.rounded:
            entry["rounded"] = True
        if isinstance(layer, PixelLayer) and layer.slots is not None:
            slots = layer.slots
            entry["slots"] = {
                "pixels": pixels_digest(layer.raster),
                "palette": [[s.id, s.name, s.color, s.original, more_of(s)] for s in slots.palette],
                **palette_values(slots),
                "ids": tiles.added(slots.ids),
                "second": tiles.added(slots.second),
                "coverage": tiles.added(slots.coverage),
            }
        if entry:
            layers[str(layer.id)] = entry
    whole = {"version": _VERSION, "next_id": document.next_id, "layers": layers}
    text = json.dumps(whole, separators=(",", ":")).encode()
    deflated = zlib.compress(text)
    return b"".join([_MAGIC, struct.pack(">II", len(deflated), len(text)), deflated, *tiles.parts])


def unpacked_private(
    data: bytes, depth: int, budget: MemoryBudget
) -> tuple[Mapping[int, Kept], int]:
    """What `packed_private` stored, by layer id, and the next layer id.

    Raises ValueError when it is damaged or from a newer version.
    """
    if data[:4] != _MAGIC or len(data) < 12:
        raise ValueError("not our data")
    size, length = struct.unpack(">II", data[4:12])
    if length > MAX_MANIFEST_BYTES or size > len(data) - 12:
        raise ValueError("damaged lengths")
    whole = PlainValues(json.loads(inflated(data[12 : 12 + size], length)))
    if whole.integer("version") != _VERSION:
        raise ValueError("unknown version")
    tiles = memoryview(data)[12 + size :]
    kept: dict[int, Kept] = {}
    layers = whole.part("layers")
    for key in layers.keys:
        entry = layers.part(key)
        role = Role(entry.text("role", str(Role.NONE)))
        slots: SlotMap | None = None
        digest = ""
        if entry.has("slots"):
            stored = entry.part("slots")
            digest = stored.text("pixels")
            rasters = (
                _raster(stored.part("ids"), tiles, np.uint16, budget),
                _raster(stored.part("second"), tiles, np.uint16, budget),
                _raster(stored.part("coverage"), tiles, np.uint8, budget),
            )
            palette = tuple(_slot(one, depth) for one in stored.parts("palette"))
            slots = slot_map_from(palette, rasters, stored, 255 if depth == 8 else 65535)
        kept[int(key)] = Kept(role, entry.has("rounded"), slots, digest)
    return MappingProxyType(kept), whole.integer("next_id")


def with_private(layer: Layer, kept: Mapping[int, Kept]) -> tuple[Layer, bool]:
    """The layer of a file of ours with its role and slots, and whether slots had to be left out.

    Slots are taken only when the pixels are still those that they describe.
    """
    found = kept.get(layer.id)
    rounded = found is not None and found.rounded
    if layer.style.rounded != rounded:
        layer = replace(layer, style=replace(layer.style, rounded=rounded))
    if found is None:
        return layer, False
    if not isinstance(layer, PixelLayer):
        return replace(layer, role=found.role), False
    fits = found.slots is not None and found.pixels == pixels_digest(layer.raster)
    return (
        replace(layer, role=found.role, slots=found.slots if fits else None),
        found.slots is not None and not fits,
    )


def pixels_digest(raster: Raster) -> str:
    """A digest of what the raster shows; what hides behind alpha 0 does not count."""
    whole = hashlib.blake2b(digest_size=16)
    visible = cropped(raster, content_bounds(raster))
    for key in sorted(visible.tiles):
        tile = visible.tiles[key]
        hidden = tile[..., 3] == 0
        if hidden.any():
            if hidden.all():
                continue
            tile = np.where(hidden[..., None], 0, tile).astype(tile.dtype)
        whole.update(struct.pack(">ii", *key))
        whole.update(np.ascontiguousarray(tile).data)
    return whole.hexdigest()


class _TileStore:
    """Packed tiles, one behind the other."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self._end = 0

    def added(self, raster: Raster) -> dict[str, object]:
        """The description of `raster`, whose tiles are added."""
        places: list[list[int]] = []
        keys = sorted(raster.tiles)
        packed = in_threads(packed_tile, [raster.tiles[key] for key in keys])
        for (row, column), data in zip(keys, packed, strict=True):
            places.append([row, column, self._end, len(data)])
            self.parts.append(data)
            self._end += len(data)
        bits = 8 * raster.dtype.itemsize
        return {"fill": raster.fill, "bits": bits, "tiles": places}


def _slot(values: PlainValues, depth: int) -> Slot:
    largest = 255 if depth == 8 else 65535
    slot = Slot(
        values.integer(0, low=0, high=65535),
        values.text(1),
        values.color(2, largest),
        values.color(3, largest),
    )
    return with_more(slot, values.part(4)) if values.length > 4 else slot


def _raster(
    values: PlainValues, data: memoryview, dtype: type[np.uint8 | np.uint16], budget: MemoryBudget
) -> Raster:
    if values.integer("bits", 16) == 8:
        dtype = np.uint8
    largest = int(np.iinfo(dtype).max)
    empty = empty_raster(dtype, channels=1, fill=values.integer("fill", low=0, high=largest))
    tiles: dict[TileKey, Pixels] = {}
    for place in values.parts("tiles"):
        row, column, offset, length = (place.integer(index) for index in range(4))
        if offset < 0 or length < 0 or offset + length > len(data):
            raise ValueError("a tile lies outside the data")
        tile = unpacked_tile(data[offset : offset + length], dtype, 1)
        if not budget.take(tile.nbytes):
            raise ValueError("too many tiles")
        tiles[row, column] = tile
    return raster_from_tiles(empty, tiles)
