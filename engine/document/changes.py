"""What is different between two documents, found by comparing identities.

Neighbours in the history share almost everything, so the comparison costs microseconds and names
exactly the tiles whose composited pixels may differ.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from engine.document.geometry import Rect
from engine.document.model import (
    Document,
    GroupLayer,
    Layer,
    LayerId,
    PixelLayer,
)
from engine.document.raster import TILE, Raster, TileKey, tiles_over
from engine.document.style import reach
from engine.document.tree import Place, places, walk

_NOT_SHOWN = frozenset(
    {"id", "name", "role", "color_tag", "locks", "link", "expanded", "slots", "foreign"}
)
"""Layer fields that never change a pixel."""


@dataclass(frozen=True, slots=True)
class Change:
    """added, removed, updated: layer ids (updated = any field differs, children not counted).

    moved: layers whose parent or position among its siblings differs. dirty: tiles of the
    document's grid inside the canvas whose composited pixels may differ. resized: canvas size,
    depth or profile differ, everything has to be drawn anew.
    """

    added: frozenset[LayerId]
    removed: frozenset[LayerId]
    updated: frozenset[LayerId]
    moved: frozenset[LayerId]
    dirty: frozenset[TileKey]
    resized: bool

    @property
    def is_structural(self) -> bool:
        """Whether rows of the layer list come, go or move."""
        return bool(self.added or self.removed or self.moved)


def compare(before: Document, after: Document) -> Change:
    """The change that leads from one document to the other."""
    old = {layer.id: layer for layer in walk(before.layers)}
    new = {layer.id: layer for layer in walk(after.layers)}
    old_places, new_places = places(before), places(after)
    added = frozenset(new.keys() - old.keys())
    removed = frozenset(old.keys() - new.keys())
    kept = old.keys() & new.keys()
    updated = frozenset(key for key in kept if _differs(old[key], new[key]))
    moved = _moved(old_places, new_places, kept)
    resized = (before.size, before.depth, before.profile) != (
        after.size,
        after.depth,
        after.profile,
    )
    canvas = after.size.rect
    if resized:
        dirty = frozenset(tiles_over(canvas))
    else:
        found: set[TileKey] = set()
        _collect(before.layers, after.layers, canvas, found)
        dirty = frozenset(found).intersection(tiles_over(canvas))
    return Change(added, removed, updated, moved, dirty, resized)


def covered_tiles(layer: Layer, canvas: Rect) -> set[TileKey]:
    """Tiles where the layer, or anything inside it, may show, its effects included.

    An adjustment does so on the whole canvas, or inside its mask when that hides all around it.
    """
    return _grown(_own_tiles(layer, canvas), reach(layer.style))


def _own_tiles(layer: Layer, canvas: Rect) -> set[TileKey]:
    if isinstance(layer, GroupLayer):
        found: set[TileKey] = set()
        for child in layer.layers:
            found |= covered_tiles(child, canvas)
        board = layer.style.board
        if board is not None:
            found |= set(tiles_over(board.rect.intersected(canvas)))
        return found
    if isinstance(layer, PixelLayer):
        return set(layer.raster.tiles)
    mask = layer.mask
    if mask is not None and mask.enabled and mask.density == 1.0 and mask.raster.fill == 0:
        return set(mask.raster.tiles)
    return set(tiles_over(canvas))


def _grown(tiles: set[TileKey], pixels: int) -> set[TileKey]:
    """The tiles and all that lie within so many pixels of them."""
    if pixels == 0:
        return tiles
    count = -(-pixels // TILE)
    steps = range(-count, count + 1)
    return {
        (row + down, column + right) for row, column in tiles for down in steps for right in steps
    }


def changed_tiles(before: Raster, after: Raster) -> set[TileKey]:
    """Keys whose tile object is not the same in both."""
    if before is after:
        return set()
    keys = before.tiles.keys() | after.tiles.keys()
    return {key for key in keys if before.tiles.get(key) is not after.tiles.get(key)}


def _differs(before: Layer, after: Layer) -> bool:
    if before is after:
        return False
    if type(before) is not type(after):
        return True
    return any(
        getattr(before, one.name) is not getattr(after, one.name)
        and getattr(before, one.name) != getattr(after, one.name)
        for one in fields(before)
        if one.name != "layers"
    )


def _moved(
    before: dict[LayerId, Place], after: dict[LayerId, Place], kept: Iterable[LayerId]
) -> frozenset[LayerId]:
    """Kept layers with another parent, or another rank among the siblings that were kept."""
    alive = set(kept)

    def ranks(where: dict[LayerId, Place]) -> dict[LayerId, tuple[LayerId | None, int]]:
        families: dict[LayerId | None, list[tuple[int, LayerId]]] = {}
        for key in alive:
            families.setdefault(where[key].parent, []).append((where[key].index, key))
        return {
            key: (parent, rank)
            for parent, family in families.items()
            for rank, (_, key) in enumerate(sorted(family))
        }

    old, new = ranks(before), ranks(after)
    return frozenset(key for key in alive if old[key] != new[key])


def _collect(
    before: tuple[Layer, ...], after: tuple[Layer, ...], canvas: Rect, found: set[TileKey]
) -> None:
    """Add the tiles that differ between two lists of siblings."""
    if before is after:
        return
    old = {layer.id: layer for layer in before}
    new = {layer.id: layer for layer in after}
    common_before = [layer.id for layer in before if layer.id in new]
    common_after = [layer.id for layer in after if layer.id in old]
    disturbed = set(old.keys() ^ new.keys())
    disturbed |= {
        one
        for pair in zip(common_before, common_after, strict=True)
        if pair[0] != pair[1]
        for one in pair
    }
    for layer in before + after:
        if layer.id in disturbed:
            found |= covered_tiles(layer, canvas)
    for layer_id in common_after:
        _collect_layer(old[layer_id], new[layer_id], canvas, found)
    if disturbed or any(
        old[key].clipped != new[key].clipped or old[key].visible != new[key].visible
        for key in common_after
    ):
        # A clipped layer shows where the layer under it does: with a new neighbour it may show
        # somewhere else without having changed itself.
        for layer in before + after:
            if layer.clipped:
                found |= covered_tiles(layer, canvas)


def _collect_layer(before: Layer, after: Layer, canvas: Rect, found: set[TileKey]) -> None:
    if before is after:
        return
    # Effects follow the outline of the whole layer: a change anywhere may move them everywhere.
    has_effects = bool(before.style.effects or after.style.effects)
    if type(before) is not type(after) or has_effects or _looks_different(before, after):
        found |= covered_tiles(before, canvas) | covered_tiles(after, canvas)
        return
    found |= _changed_mask(before, after, canvas)
    if isinstance(before, GroupLayer) and isinstance(after, GroupLayer):
        _collect(before.layers, after.layers, canvas, found)
    elif isinstance(before, PixelLayer) and isinstance(after, PixelLayer):
        found |= changed_tiles(before.raster, after.raster)


def _looks_different(before: Layer, after: Layer) -> bool:
    """Whether a field that touches every pixel of the layer differs."""
    return any(
        getattr(before, one.name) != getattr(after, one.name)
        for one in fields(before)
        if one.name not in _NOT_SHOWN and one.name not in ("raster", "layers", "mask")
    )


def _changed_mask(old: Layer, new: Layer, canvas: Rect) -> set[TileKey]:
    before, after = old.mask, new.mask
    if before is after:
        return set()
    everything = covered_tiles(old, canvas) | covered_tiles(new, canvas)
    if before is None or after is None:
        return everything
    if (before.density, before.enabled, before.raster.fill) != (
        after.density,
        after.enabled,
        after.raster.fill,
    ):
        return everything
    return changed_tiles(before.raster, after.raster)
