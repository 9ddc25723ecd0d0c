"""Pixels as a sparse pool of immutable 128-pixel tiles.

A raster has no edges: every pixel of the plane has a value, and a tile that is not stored holds
`fill` everywhere (0 = transparent for pixels). Tiles lie on the grid of the document: tile
(row, column) covers x from column*128 and y from row*128, and both may be negative. An edit makes
new tiles where pixels change and shares all others, so `old.tiles[key] is new.tiles[key]` means
"nothing changed here".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from engine.document.geometry import EMPTY, Rect

TILE = 128

TileKey: TypeAlias = tuple[int, int]
Pixels: TypeAlias = npt.NDArray[np.uint8 | np.uint16]
"""Tile or picture: H×W×4 straight-alpha RGBA, or H×W for masks and slot numbers."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Raster:
    """tiles: key -> read-only C-contiguous array, 128×128×4 or (channels == 1) 128×128.

    dtype: uint8 or uint16 (0..65535 is 0..1). fill: value of every pixel without a tile.
    """

    tiles: Mapping[TileKey, Pixels]
    dtype: np.dtype[Any]
    channels: int = 4
    fill: int = 0

    @property
    def tile_bounds(self) -> Rect:
        """The smallest tile-aligned rectangle that holds every stored tile."""
        if not self.tiles:
            return EMPTY
        rows = [row for row, _ in self.tiles]
        columns = [column for _, column in self.tiles]
        return Rect(
            min(columns) * TILE,
            min(rows) * TILE,
            (max(columns) + 1) * TILE,
            (max(rows) + 1) * TILE,
        )

    @property
    def nbytes(self) -> int:
        """Memory of the stored tiles, shared ones included."""
        return sum(tile.nbytes for tile in self.tiles.values())


def tile_rect(key: TileKey) -> Rect:
    """The pixels that a tile covers."""
    row, column = key
    return Rect(column * TILE, row * TILE, (column + 1) * TILE, (row + 1) * TILE)


def tiles_over(rect: Rect) -> Iterator[TileKey]:
    """Keys of all tiles that touch `rect`, row by row."""
    if rect.is_empty:
        return
    for row in range(rect.top // TILE, -(-rect.bottom // TILE)):
        for column in range(rect.left // TILE, -(-rect.right // TILE)):
            yield row, column


def frozen_tile(tile: Pixels) -> Pixels:
    """The tile as it is stored: contiguous and read-only."""
    tile = np.ascontiguousarray(tile)
    tile.flags.writeable = False
    return tile


def empty_raster(dtype: npt.DTypeLike = np.uint8, *, channels: int = 4, fill: int = 0) -> Raster:
    """A raster that holds `fill` everywhere."""
    return Raster(MappingProxyType({}), np.dtype(dtype), channels, fill)


def raster_from_array(array: Pixels, *, left: int = 0, top: int = 0, fill: int = 0) -> Raster:
    """A raster showing `array` (H×W×4 or H×W, uint8 or uint16) with its corner at (left, top)."""
    channels = 4 if array.ndim == 3 else 1
    return with_pixels(
        empty_raster(array.dtype, channels=channels, fill=fill), array, left=left, top=top
    )


def raster_from_tiles(like: Raster, tiles: Mapping[TileKey, Pixels]) -> Raster:
    """A raster with the depth, channels and fill of `like` and exactly these (frozen) tiles."""
    return Raster(MappingProxyType(dict(tiles)), like.dtype, like.channels, like.fill)


def pixels_of(raster: Raster, rect: Rect) -> Pixels:
    """A new array H×W(×4) with the pixels of `rect`."""
    shape = (rect.height, rect.width) + ((4,) if raster.channels == 4 else ())
    out: Pixels = np.full(shape, raster.fill, raster.dtype)
    for key in tiles_over(rect):
        tile = raster.tiles.get(key)
        if tile is None:
            continue
        covered = tile_rect(key)
        part = covered.intersected(rect)
        out[_slices(part, rect.left, rect.top)] = tile[_slices(part, covered.left, covered.top)]
    return out


def with_pixels(raster: Raster, array: Pixels, *, left: int, top: int) -> Raster:
    """`raster` with `array` written (not blended) at (left, top).

    Tiles whose pixels come out the same are shared; tiles that hold only `fill` are dropped.
    """
    if array.dtype != raster.dtype or (array.ndim == 3) != (raster.channels == 4):
        raise ValueError(
            f"cannot write {array.shape} {array.dtype} into a {raster.channels}-channel "
            f"{raster.dtype} raster"
        )
    height, width = array.shape[:2]
    rect = Rect(left, top, left + width, top + height)
    tiles = dict(raster.tiles)
    shape = (TILE, TILE) + ((4,) if raster.channels == 4 else ())
    for key in tiles_over(rect):
        covered = tile_rect(key)
        part = covered.intersected(rect)
        source = array[_slices(part, left, top)]
        old = tiles.get(key)
        target = _slices(part, covered.left, covered.top)
        if old is not None and np.array_equal(old[target], source):
            continue
        tile: Pixels
        if part == covered:
            tile = np.array(source, order="C")
        else:
            tile = np.full(shape, raster.fill, raster.dtype) if old is None else old.copy()
            tile[target] = source
        if (tile == raster.fill).all():
            tiles.pop(key, None)
        else:
            tiles[key] = frozen_tile(tile)
    return raster_from_tiles(raster, tiles)


def cropped(raster: Raster, rect: Rect) -> Raster:
    """Only the pixels inside `rect`; everything outside becomes `fill`."""
    kept: dict[TileKey, Pixels] = {}
    for key, tile in raster.tiles.items():
        covered = tile_rect(key)
        part = covered.intersected(rect)
        if part == covered:
            kept[key] = tile
        elif not part.is_empty:
            clean: Pixels = np.full_like(tile, raster.fill)
            inside = _slices(part, covered.left, covered.top)
            clean[inside] = tile[inside]
            if (clean != raster.fill).any():
                kept[key] = frozen_tile(clean)
    return raster_from_tiles(raster, kept)


def translated(raster: Raster, dx: int, dy: int) -> Raster:
    """The raster moved by whole pixels; moves by multiples of the tile size share every tile."""
    if dx % TILE == 0 and dy % TILE == 0:
        rows, columns = dy // TILE, dx // TILE
        return raster_from_tiles(
            raster, {(r + rows, c + columns): tile for (r, c), tile in raster.tiles.items()}
        )
    bounds = raster.tile_bounds
    moved = empty_raster(raster.dtype, channels=raster.channels, fill=raster.fill)
    return with_pixels(moved, pixels_of(raster, bounds), left=bounds.left + dx, top=bounds.top + dy)


def content_bounds(raster: Raster) -> Rect:
    """The smallest rectangle outside which every pixel is empty.

    Empty means alpha 0 for RGBA, `fill` for single-channel rasters.
    """
    found = EMPTY
    for key, tile in raster.tiles.items():
        used = tile[..., 3] != 0 if raster.channels == 4 else tile != raster.fill
        rows = np.flatnonzero(used.any(1))
        if not rows.size:
            continue
        columns = np.flatnonzero(used.any(0))
        place = tile_rect(key)
        found = found.united(
            Rect(
                place.left + int(columns[0]),
                place.top + int(rows[0]),
                place.left + int(columns[-1]) + 1,
                place.top + int(rows[-1]) + 1,
            )
        )
    return found


def _slices(part: Rect, left: int, top: int) -> tuple[slice, slice]:
    return (
        slice(part.top - top, part.bottom - top),
        slice(part.left - left, part.right - left),
    )
