"""Recolouring while a key is held: one picture, many palettes, only the tiles concerned.

    recoloring = Recoloring(document, layer_id)            when the mode begins
    recoloring = recoloring.based_on(document)             when a gesture begins
    seen = recoloring.preview(slots, visible_tiles)        first what is on the screen
    whole = recoloring.shown(slots)                        then all; what was done stays done

`slots` is any palette of the same slots (made by nudging, families, harmony, …); the shadow and
light over changed slots follow (following.py). What comes out depends on the document at the start
of the mode and on the palette, never on the palettes in between: ten steps up and ten down are
nothing at all, also in the shadows and where a colour was clipped on the way.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Collection, Sequence
from copy import copy
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import numpy.typing as npt

from engine.compositor.threads import default_threads, run_chunks
from engine.document.edits import with_layer_replaced
from engine.document.model import Document, LayerId, PixelLayer, SlotMap
from engine.document.palette import switched, variant_colors
from engine.document.raster import (
    TILE,
    Pixels,
    Raster,
    TileKey,
    frozen_tile,
    raster_from_tiles,
)
from engine.document.slots import color_table, id_limit, recolored_palette, slots_of
from engine.document.tree import find_layer, layer_by_id
from engine.recolor.following import Followers, Following, Numbers, followers_of, packed, with_tiles

if TYPE_CHECKING:
    from types import ModuleType

Item = TypeVar("Item")

FEW = 8
"""Up to so many tiles are done on the caller's thread: starting another would take longer."""


@dataclass(frozen=True, slots=True)
class _Painted:
    """A tile in other colours: flat, and shadow and light where they follow."""

    flat: Pixels
    shadow: Pixels | None
    light: Pixels | None
    failed: int


class SlotIndex:
    """Which tiles of a flat layer hold which slots. Good as long as its ids stay the same."""

    def __init__(self, slots: SlotMap, raster: Raster) -> None:
        from engine.recolor.kernels import mark_slots

        self.rasters = (slots.ids, slots.second, slots.coverage)
        self.keys: tuple[TileKey, ...] = tuple(sorted(raster.tiles))
        known = [slot.id for slot in slots.palette]
        self.size = id_limit(slots)
        self._place = np.full(self.size, len(known), np.int64)
        self._place[known] = np.arange(len(known))
        self._fills = [
            frozen_tile(np.full((TILE, TILE), one.fill, one.dtype)) for one in self.rasters
        ]
        self._marks = np.zeros((len(self.keys), len(known) + 1), np.bool_)

        bits = 8 * raster.dtype.itemsize

        def mark(rows: Sequence[int]) -> None:
            for row in rows:
                key = self.keys[row]
                tile = packed(raster.tiles[key])
                mark_slots(tile, *self.numbers(key), bits, self._place, self._marks[row])

        _in_threads(mark, range(len(self.keys)))

    def numbers(self, key: TileKey) -> Numbers:
        """First and second slot and coverage of a tile."""
        first, second, coverage = (
            one.tiles.get(key, fill) for one, fill in zip(self.rasters, self._fills, strict=True)
        )
        return first, second, coverage

    def tiles_with(self, slot_ids: Collection[int]) -> list[TileKey]:
        """The tiles that hold one of these slots, row by row."""
        if not slot_ids:
            return []
        rows = np.flatnonzero(self._marks[:, self._place[list(slot_ids)]].any(1))
        return [self.keys[row] for row in rows.tolist()]

    def fits(self, slots: SlotMap) -> bool:
        """Whether this is the index of that slot map, if the layer's alpha is the same too."""
        return self.rasters == (slots.ids, slots.second, slots.coverage)


class Recoloring:
    """One flat layer of one document, ready to be shown in other colours.

    Any thread may ask, also while another one waits for its answer: one is served after the other.
    """

    def __init__(self, document: Document, layer_id: LayerId) -> None:
        """KeyError when the layer has no slots."""
        from engine.recolor import kernels  # numba takes a third of a second to import

        layer = layer_by_id(document, layer_id)
        self._slots = slots_of(layer)
        assert isinstance(layer, PixelLayer)
        self._kernels: ModuleType = kernels
        self._layer = layer
        self._document = document
        self._followers = followers_of(document, layer_id)
        self._index = SlotIndex(self._slots, layer.raster)
        self._before = _numbers(self._slots, self._index.size)
        self._bits = 8 * layer.raster.dtype.itemsize
        self._made: weakref.WeakSet[Raster] = weakref.WeakSet()
        self._made.update(_rasters(layer, self._followers))
        self._start()

    def _start(self) -> None:
        """Nothing is painted yet."""
        self._lock = Lock()
        self._following = Following(self._followers, self._layer, self._slots, self._index.size)
        self._painted: dict[TileKey, _Painted] = {}
        self._painted_for: tuple[tuple[object, ...], ...] = ()

    @property
    def document(self) -> Document:
        """The document into which palettes are painted."""
        return self._document

    @property
    def layer_id(self) -> LayerId:
        """The flat layer."""
        return self._layer.id

    @property
    def out_of_reach(self) -> int:
        """Pixels painted last whose shadow or light has no tint for its wanted tone."""
        return sum(one.failed for one in self._painted.values())

    def based_on(self, document: Document) -> Recoloring:
        """For the next gesture: `document`, with the pixels at the start as the reference still,
        when it differs from them only by what was done here; a fresh start otherwise. This one
        stays as it is, should another thread still be painting with it.

        KeyError when the layer, or its slots, are gone.
        """
        if document is self._document:
            return self
        layer = layer_by_id(document, self._layer.id)
        slots = slots_of(layer)
        assert isinstance(layer, PixelLayer)
        followers = followers_of(document, layer.id)
        known = all(one in self._made for one in _rasters(layer, followers))
        same = known and self._index.fits(slots)
        same &= {one.id for one in slots.palette} == {one.id for one in self._slots.palette}
        same &= _looks(followers) == _looks(self._followers)
        if not same:
            return Recoloring(document, layer.id)
        other = copy(self)
        other._document = document
        other._start()
        return other

    def variant(self, variant_id: int) -> SlotMap:
        """The palette with another variant active, its colours for `shown`."""
        slots = slots_of(layer_by_id(self._document, self._layer.id))
        colors = variant_colors(slots, variant_id)
        return recolored_palette(switched(slots, variant_id), colors)

    def tiles_of(self, slots: SlotMap) -> list[TileKey]:
        """The tiles whose pixels differ between the reference and these colours."""
        return self._index.tiles_with(self._changed(slots))

    def preview(self, slots: SlotMap, tiles: Collection[TileKey]) -> Document:
        """The document in the colours of `slots` on these tiles; the others still show the
        reference. For showing only: never the base of another edit.
        """
        wanted = set(tiles)
        return self._shown(slots, [key for key in self.tiles_of(slots) if key in wanted])

    def shown(self, slots: SlotMap) -> Document:
        """The document in the colours of `slots`, all of it; the very document it is based on when
        that has this palette. KeyError when the slots are not the same."""
        layer = layer_by_id(self._document, self._layer.id)
        if isinstance(layer, PixelLayer) and slots is layer.slots:
            return self._document
        return self._shown(slots, self.tiles_of(slots))

    def _shown(self, slots: SlotMap, keys: Sequence[TileKey]) -> Document:
        with self._lock:
            self._paint(slots, keys)
            done = {key: self._painted[key] for key in keys}
        document = self._document
        layer = layer_by_id(document, self._layer.id)
        assert isinstance(layer, PixelLayer)
        flat = self._layer.raster
        if done:
            tiles = {**flat.tiles, **{key: one.flat for key, one in done.items()}}
            flat = raster_from_tiles(flat, tiles)
        document = self._with(document, layer, flat, slots)
        for follower, part in ((self._followers.shadow, 0), (self._followers.light, 1)):
            if follower is not None:
                fresh = {
                    key: tile
                    for key, one in done.items()
                    if (tile := (one.shadow, one.light)[part]) is not None
                }
                now = find_layer(document, follower.id)
                assert isinstance(now, PixelLayer)
                raster = with_tiles(follower.raster, fresh)
                document = self._with(document, now, raster, now.slots)
        return document

    def _with(
        self, document: Document, layer: PixelLayer, raster: Raster, slots: SlotMap | None
    ) -> Document:
        if raster is layer.raster and slots is layer.slots:
            return document
        self._made.add(raster)
        return with_layer_replaced(document, layer.id, replace(layer, raster=raster, slots=slots))

    def _changed(self, slots: SlotMap) -> frozenset[int]:
        before = {slot.id: slot.color for slot in self._slots.palette}
        if before.keys() != {slot.id for slot in slots.palette}:
            raise KeyError("these are not the slots that the pixels hold")
        return frozenset(slot.id for slot in slots.palette if slot.color != before[slot.id])

    def _packed(self, table: npt.NDArray[np.int64]) -> npt.NDArray[np.uint64]:
        """Colours by slot id as the kernels compare them."""
        places = np.array([1, 1 << self._bits, 1 << 2 * self._bits])
        whole: npt.NDArray[np.uint64] = (table @ places).astype(np.uint64)
        return whole

    def _paint(self, slots: SlotMap, keys: Sequence[TileKey]) -> None:
        """Paint what is not painted yet for these colours and rules."""
        look = tuple((slot.id, slot.color, slot.rule) for slot in slots.palette)
        changed = self._changed(slots)
        if look != self._painted_for:
            self._painted.clear()
            self._painted_for = look
        todo = [key for key in keys if key not in self._painted]
        if not todo:
            return
        following = self._following
        following.listed(todo, changed, {key: self._index.numbers(key) for key in todo})
        following.toned(slots)
        after = _numbers(slots, self._index.size)
        tables = (self._packed(self._before), self._packed(after), self._before, after)
        mask: npt.NDArray[np.bool_] = np.zeros(len(after), np.bool_)
        mask[list(changed)] = True
        tiles = self._layer.raster.tiles

        def paint(part: Sequence[TileKey]) -> None:
            for key in part:
                numbers = self._index.numbers(key)
                flat = np.empty_like(tiles[key])
                self._kernels.recolor_tile(
                    packed(tiles[key]), *numbers, *tables, mask, self._bits, packed(flat)
                )
                shaded = following.shaded(key, numbers)
                self._painted[key] = _Painted(
                    frozen_tile(flat),
                    shaded.shadow if shaded else None,
                    shaded.light if shaded else None,
                    shaded.failed if shaded else 0,
                )

        _in_threads(paint, todo)


def _in_threads(work: Callable[[Sequence[Item]], None], items: Sequence[Item]) -> None:
    """`work` on slices of the items, on as many threads as help."""
    workers = min(default_threads(), len(items) // FEW)
    if workers <= 1:
        work(items)
        return
    run_chunks(work, items, size=-(-len(items) // (4 * workers)))


def _rasters(layer: PixelLayer, followers: Followers) -> list[Raster]:
    layers = [layer, followers.shadow, followers.light]
    return [one.raster for one in layers if one is not None]


def _numbers(slots: SlotMap, size: int) -> npt.NDArray[np.int64]:
    return color_table(slots, np.uint16, size).astype(np.int64)


def _looks(followers: Followers) -> list[tuple[LayerId, float, float] | None]:
    return [
        None if one is None else (one.id, one.opacity, one.fill_opacity)
        for one in (followers.shadow, followers.light)
    ]
