"""Tile-wise work on rasters: what does not change is shared, what becomes empty is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from types import MappingProxyType
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from engine.compositor.threads import default_threads
from engine.document.geometry import Rect
from engine.document.raster import (
    TILE,
    Pixels,
    Raster,
    TileKey,
    frozen_tile,
    tile_rect,
    tiles_over,
)
from engine.progress import Progress

FEW = 16
"""Up to so many tiles are done on the caller's thread: starting others would take longer."""
MOST_THREADS = 8

SILENT = Progress.silent()

Item = TypeVar("Item")
Result = TypeVar("Result")


def full_value(dtype: npt.DTypeLike) -> int:
    """The number that means 1.0: 255 or 65535."""
    return int(np.iinfo(np.dtype(dtype)).max)


def tile_of(raster: Raster, key: TileKey) -> Pixels:
    """The stored tile, or a new one full of `fill`. Read-only either way."""
    tile = raster.tiles.get(key)
    if tile is not None:
        return tile
    shape = (TILE, TILE, 4) if raster.channels == 4 else (TILE, TILE)
    return frozen_tile(np.full(shape, raster.fill, raster.dtype))


def with_tiles(raster: Raster, changed: Mapping[TileKey, Pixels]) -> Raster:
    """`raster` with these tiles in place of its own.

    A tile whose pixels are the same as before stays the very same object, a tile that holds only
    `fill` is dropped, and where nothing changes at all `raster` itself comes back.
    """
    new: dict[TileKey, Pixels | None] = {}
    for key, tile in changed.items():
        old = raster.tiles.get(key)
        if tile is old or (old is not None and np.array_equal(old, tile)):
            continue
        empty = not tile.any() if raster.fill == 0 else bool((tile == raster.fill).all())
        if not empty:
            new[key] = frozen_tile(tile)
        elif old is not None:
            new[key] = None
    if not new:
        return raster
    tiles = dict(raster.tiles)
    for key, kept in new.items():
        if kept is None:
            del tiles[key]
        else:
            tiles[key] = kept
    # Not copied once more: with thousands of tiles that would be half of the cost of a dab.
    return Raster(MappingProxyType(tiles), raster.dtype, raster.channels, raster.fill)


def with_depth(raster: Raster, dtype: npt.DTypeLike) -> Raster:
    """The raster with 8 or 16 bits a channel; up and down again is the same."""
    wanted = np.dtype(dtype)
    if raster.dtype == wanted:
        return raster

    def converted(values: Pixels) -> Pixels:
        if wanted == np.uint16:
            return values.astype(np.uint16) * np.uint16(257)
        return ((values.astype(np.uint32) * 255 + 32767) // 65535).astype(np.uint8)

    fill = int(converted(np.array([raster.fill], raster.dtype))[0])
    keys = list(raster.tiles)
    made = mapped(lambda key: frozen_tile(converted(raster.tiles[key])), keys)
    tiles = MappingProxyType(dict(zip(keys, made, strict=True)))
    return Raster(tiles, wanted, raster.channels, fill)


def mapped(
    function: Callable[[Item], Result], items: Iterable[Item], progress: Progress = SILENT
) -> list[Result]:
    """`function` of every item, in order; on several threads when there are many.

    The functions given here spend their time in kernels that release the interpreter. Progress is
    told, and cancelling noticed, after every item, on the caller's thread; what has not begun by
    then is not done.
    """
    work = list(items)
    workers = min(default_threads(), MOST_THREADS)
    if len(work) <= FEW or workers == 1:
        return _collected(map(function, work), len(work), progress)
    with ThreadPoolExecutor(workers, thread_name_prefix="painting") as pool:
        return _collected(pool.map(function, work), len(work), progress)


def _collected(results: Iterator[Result], count: int, progress: Progress) -> list[Result]:
    found: list[Result] = []
    for result in results:
        found.append(result)
        progress.at(len(found) / count)
    return found


def mapped_tiles(
    raster: Raster,
    keys: Iterable[TileKey],
    function: Callable[[TileKey, Pixels], Pixels],
    progress: Progress = SILENT,
) -> Raster:
    """`raster` with function(key, old tile) at these keys; the old tile may come back itself."""
    chosen = list(keys)
    results = mapped(lambda key: function(key, tile_of(raster, key)), chosen, progress)
    return with_tiles(raster, dict(zip(chosen, results, strict=True)))


def part_of_tile(key: TileKey, rect: Rect) -> Rect:
    """The part of `rect` inside a tile, in the tile's own coordinates (0..128)."""
    place = tile_rect(key)
    return place.intersected(rect).translated(-place.left, -place.top)


def keys_near(raster: Raster, reach: int, limit: Rect) -> list[TileKey]:
    """The tiles inside `limit` that lie within `reach` pixels of a stored tile, row by row."""
    found: set[TileKey] = set()
    for key in raster.tiles:
        place = tile_rect(key)
        wide = Rect(
            place.left - reach, place.top - reach, place.right + reach, place.bottom + reach
        )
        found.update(tiles_over(wide.intersected(limit)))
    return sorted(found)
