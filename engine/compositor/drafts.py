"""Drafts: a document composited at a fraction of its size, from layers that were halved first.

What is seen of a large canvas from far away has few pixels, but each of them is the average of
many: to be exact, all of those are composited and then averaged (pyramid.py). A draft averages
every layer once, keeps that, and composites the few pixels that are seen. It is an approximation,
good while something moves: modes that are not linear and layers that reach beyond the canvas come
out a little different. The averages follow the layers: what an edit did not touch is not averaged
again.

Level n has one pixel for 2^n × 2^n of the document, on the pyramid's grid.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

import numpy as np

from engine.compositor.buffers import empty_arrays
from engine.compositor.composite import composite_plan
from engine.compositor.job import Family
from engine.compositor.plan import Operation, Plan, planned
from engine.compositor.pyramid import HALF_TILE, halve
from engine.compositor.threads import run_chunks
from engine.document.changes import changed_tiles
from engine.document.geometry import Size
from engine.document.model import Document
from engine.document.raster import TILE, Pixels, Raster, TileKey

MEBIBYTE = 1 << 20
MOST_MADE = 256
"""Tiles made at once: what they need of the levels between has to be kept for so long."""
PIECE = 16
"""Tiles of level 2 per piece of work: the level between stays in the processor's cache."""


class DraftCompositor:
    """Drafts of whichever document was asked for last. Not thread-safe: one thread uses it.

    budget: bytes of averaged layers kept at most, but never less than the last draft needed.
    """

    def __init__(self, *, budget: int = 384 * MEBIBYTE) -> None:
        self._budget = budget
        self._averages: OrderedDict[int, _Average] = OrderedDict()

    def affords(self, document: Document, level: int, keys: Iterable[TileKey]) -> bool:
        """Whether the averages that drafts of these tiles need are within the budget."""
        averages = self._follow(planned(document.layers, document.depth))
        keys = list(keys)
        if sum(average.tile_bytes for average in averages) * len(keys) <= self._budget:
            return True
        return sum(average.nbytes_over(level, keys) for average in averages) <= self._budget

    def prepare(
        self,
        document: Document,
        level: int,
        keys: Iterable[TileKey],
        *,
        most: int | None = None,
        threads: int | None = None,
    ) -> bool:
        """Average the layers as far as drafts of these tiles need; True when nothing is left to do.

        most: tiles of the layers read in this call, about; the next call goes on.
        """
        return self._prepare(planned(document.layers, document.depth), level, keys, most, threads)

    def tiles(
        self,
        document: Document,
        level: int,
        keys: Iterable[TileKey],
        *,
        threads: int | None = None,
    ) -> dict[TileKey, Pixels]:
        """Tiles of a level (1 or above) as 128×128×4 straight RGBA in the document's depth."""
        plan = planned(document.layers, document.depth)
        keys = list(keys)
        self._prepare(plan, level, keys, None, threads)
        size = Size(-(-document.size.width >> level), -(-document.size.height >> level))
        return composite_plan(
            self._reduced(plan, level), keys, canvas=size, dtype=document.dtype, threads=threads
        )

    def clear(self) -> None:
        self._averages.clear()

    @property
    def nbytes(self) -> int:
        """Memory of the averages."""
        return sum(average.nbytes for average in self._averages.values())

    def _prepare(
        self,
        plan: Plan,
        level: int,
        keys: Iterable[TileKey],
        most: int | None,
        threads: int | None,
    ) -> bool:
        averages = self._follow(plan)
        keys = list(keys)
        missing = [
            (average, key) for average in averages for key in keys if average.lacks(level, key)
        ]
        some = missing if most is None else missing[: max(1, most >> 2 * level)]
        for step in range(0, len(some), MOST_MADE):
            _make(some[step : step + MOST_MADE], level, threads)
        self._keep_to_budget({id(average) for average in averages}, level)
        return len(some) == len(missing)

    def _follow(self, plan: Plan) -> list[_Average]:
        """The averages of all that the plan reads."""
        rasters = {id(raster): raster for raster in _rasters(plan)}
        found = []
        for raster in rasters.values():
            average = self._averages.get(id(raster)) or self._inherited(raster, rasters.keys())
            self._averages[id(raster)] = average
            self._averages.move_to_end(id(raster))
            found.append(average)
        return found

    def _inherited(self, raster: Raster, present: Iterable[int]) -> _Average:
        """The averages of what this raster was before an edit, as far as they still hold."""
        former = [key for key in self._averages if key not in present]
        for key in reversed(former[-4:]):
            if self._averages[key].turns_into(raster):
                return self._averages.pop(key)
        return _Average(raster)

    def _keep_to_budget(self, present: set[int], level: int) -> None:
        size = self.nbytes
        for key in list(self._averages):
            if size <= self._budget:
                return
            average = self._averages[key]
            size -= average.nbytes
            if id(average) in present:
                average.keep_only(level)
                size += average.nbytes
            else:
                del self._averages[key]

    def _reduced(self, plan: Plan, level: int) -> Plan:
        return replace(
            plan, operations=tuple(self._at(level, operation) for operation in plan.operations)
        )

    def _at(self, level: int, operation: Operation) -> Operation:
        """The operation as it is at a level."""
        raster, mask = operation.raster, operation.mask
        if raster is not None:
            raster = self._averages[id(raster)].raster_at(level)
        if mask is not None:
            mask = replace(mask, raster=self._averages[id(mask.raster)].raster_at(level))
        return replace(operation, raster=raster, mask=mask)


def _rasters(plan: Plan) -> Iterator[Raster]:
    for operation in plan.operations:
        if operation.raster is not None:
            yield operation.raster
        if operation.mask is not None:
            yield operation.mask.raster


def averaged(raster: Raster, level: int, *, threads: int | None = None) -> Raster:
    """All of a raster at 1 / 2^level of its size (level 1 or above)."""
    average = _Average(raster)
    wanted = [(average, key) for key in average.cover(level)]
    for step in range(0, len(wanted), MOST_MADE):
        _make(wanted[step : step + MOST_MADE], level, threads)
    return average.raster_at(level)


class _Average:
    """A raster's levels, as far as they have been made. Level 0 is the raster itself."""

    def __init__(self, raster: Raster) -> None:
        self.raster = raster
        self._levels: dict[int, dict[TileKey, Pixels]] = {}
        self._covered: dict[int, set[TileKey]] = {}

    @property
    def nbytes(self) -> int:
        return self.tile_bytes * sum(len(tiles) for tiles in self._levels.values())

    def nbytes_over(self, level: int, keys: Iterable[TileKey]) -> int:
        """Memory of these tiles of a level, be they made or not."""
        covered = self.cover(level)
        return self.tile_bytes * sum(key in covered for key in keys)

    @property
    def tile_bytes(self) -> int:
        return TILE * TILE * self.raster.channels * self.raster.dtype.itemsize

    def level(self, level: int) -> dict[TileKey, Pixels]:
        """What there is of a level (1 or above)."""
        return self._levels.setdefault(level, {})

    def raster_at(self, level: int) -> Raster:
        raster = self.raster
        return Raster(self.level(level), raster.dtype, raster.channels, raster.fill)

    def lacks(self, level: int, key: TileKey) -> bool:
        """Whether the tile has to be made; where nothing is painted there is none."""
        return key not in self.level(level) and key in self.cover(level)

    def children(self, level: int, key: TileKey) -> list[tuple[int, TileKey]]:
        """Quadrants and keys of what a tile is made from, on the level below."""
        row, column = key[0] * 2, key[1] * 2
        covered = self.raster.tiles if level == 1 else self.cover(level - 1)
        four = ((quadrant, (row + quadrant // 2, column + quadrant % 2)) for quadrant in range(4))
        return [(quadrant, child) for quadrant, child in four if child in covered]

    def turns_into(self, raster: Raster) -> bool:
        """Become the averages of another raster, if that shares most of its tiles."""
        before = self.raster
        if (before.dtype, before.channels, before.fill) != (
            raster.dtype,
            raster.channels,
            raster.fill,
        ):
            return False
        changed = changed_tiles(before, raster)
        if 2 * len(changed) > max(len(before.tiles), len(raster.tiles)):
            return False
        self.raster = raster
        self._covered.clear()
        deepest = max(self._levels, default=0)
        for level in range(1, deepest + 1):
            changed = {(row >> 1, column >> 1) for row, column in changed}
            tiles = self.level(level)
            for key in changed:
                tiles.pop(key, None)
        return True

    def keep_only(self, level: int) -> None:
        self._levels = {level: self.level(level)}

    def cover(self, level: int) -> set[TileKey]:
        """Keys of the tiles of a level under which something is painted."""
        found = self._covered.get(level)
        if found is None:
            found = {(row >> level, column >> level) for row, column in self.raster.tiles}
            self._covered[level] = found
        return found


_Made: TypeAlias = tuple[tuple[_Average, TileKey], Pixels]
"""What is made, and the memory for it."""


def _make(wanted: Sequence[tuple[_Average, TileKey]], level: int, threads: int | None) -> None:
    """Average these tiles of a level, and what is missing of the levels below."""
    if level > 2:
        below = [
            (average, child)
            for average, key in wanted
            for _, child in average.children(level, key)
            if child not in average.level(level - 1)
        ]
        _make(below, level - 1, threads)
    for channels in (4, 1):
        some = [one for one in wanted if one[0].raster.channels == channels]
        if some and channels == 4:
            _make_colors(some, level, threads)
        elif some:
            _make_masks(some, level)


def _make_colors(
    wanted: Sequence[tuple[_Average, TileKey]], level: int, threads: int | None
) -> None:
    by_depth: dict[np.dtype[np.generic], list[tuple[_Average, TileKey]]] = {}
    for one in wanted:
        by_depth.setdefault(one[0].raster.dtype, []).append(one)
    for dtype, some in by_depth.items():
        tiles = empty_arrays(len(some), (TILE, TILE, 4), dtype)
        made = list(zip(some, tiles, strict=True))
        if level == 2:
            run_chunks(_halve_twice, made, size=PIECE, threads=threads)
        else:
            run_chunks(partial(_halve_once, level), made, size=4 * PIECE, threads=threads)
        for (average, key), tile in made:
            average.level(level)[key] = tile


def _halve_once(level: int, made: Sequence[_Made]) -> None:
    halve([_family(average, level, key, tile) for (average, key), tile in made])


def _halve_twice(made: Sequence[_Made]) -> None:
    """From the raster to level 2; level 1 is not kept, a piece of it stays in the cache."""
    steps = [
        (average, child, quadrant, tile)
        for (average, key), tile in made
        for quadrant, child in average.children(2, key)
    ]
    between = np.empty((len(steps), TILE, TILE, 4), made[0][1].dtype)
    halve(
        [
            _family(average, 1, child, half)
            for (average, child, _, _), half in zip(steps, between, strict=True)
        ]
    )
    families: dict[int, Family] = {}
    for (_, _, quadrant, tile), half in zip(steps, between, strict=True):
        children, _ = families.setdefault(id(tile), ([], tile))
        children.append((quadrant, half))
    for children, tile in families.values():
        if len(children) < 4:
            tile[:] = 0
    halve(list(families.values()))


def _family(average: _Average, level: int, key: TileKey, tile: Pixels) -> Family:
    """A tile with what it is made from; transparent where that is nothing."""
    below = average.raster.tiles if level == 1 else average.level(level - 1)
    children = [(quadrant, below[child]) for quadrant, child in average.children(level, key)]
    if len(children) < 4:
        tile[:] = 0
    return children, tile


def _make_masks(wanted: Sequence[tuple[_Average, TileKey]], level: int) -> None:
    if level == 2:
        below = [
            (average, child)
            for average, key in wanted
            for _, child in average.children(2, key)
            if child not in average.level(1)
        ]
        _make_masks(below, 1)
    for average, key in wanted:
        raster = average.raster
        below_tiles = raster.tiles if level == 1 else average.level(level - 1)
        tile: Pixels = np.full((TILE, TILE), raster.fill, raster.dtype)
        for quadrant, child in average.children(level, key):
            y, x = quadrant // 2 * HALF_TILE, quadrant % 2 * HALF_TILE
            tile[y : y + HALF_TILE, x : x + HALF_TILE] = _halved_mask(below_tiles[child])
        average.level(level)[key] = tile


def _halved_mask(tile: Pixels) -> Pixels:
    """Averages of 2×2 values, rounded half up."""
    wide = tile.astype(np.uint32)
    total = (wide[0::2, 0::2] + wide[0::2, 1::2]) + (wide[1::2, 0::2] + wide[1::2, 1::2])
    return ((total + 2) >> 2).astype(tile.dtype)
