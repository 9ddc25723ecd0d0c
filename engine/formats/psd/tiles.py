"""Rows of channels <-> tiles of a raster, a band of one tile's height at a time."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from engine.document.geometry import Rect
from engine.document.raster import TILE, Pixels, Raster, TileKey, frozen_tile
from engine.formats.limits import MemoryBudget
from engine.formats.psd.kernels import join_planes, split_words, words_of


class TilePool:
    """Collects the tiles of one file: tiles of one single value are shared, the rest is counted.

    Sharing keeps plain areas, which files store in next to nothing, from taking memory.
    """

    def __init__(self, budget: MemoryBudget) -> None:
        self._budget = budget
        self._plain: dict[tuple[int, int, int], Pixels] = {}

    def stored(self, tile: Pixels, fill: int) -> Pixels | None:
        """The tile to keep (a copy), or None for one that holds only `fill`.

        tile: 128×128×4 or 128×128, contiguous. Raises MemoryError when the file has unpacked to
        more than it may.
        """
        words = (words_of(tile) if tile.ndim == 3 else tile).reshape(-1)
        if words[-1] == words[0] and (words == words[0]).all():
            if (tile[0, 0] == fill).all():
                return None
            key = (int(words[0]), tile.ndim, tile.itemsize)
            found = self._plain.get(key)
            if found is None:
                found = self._plain.setdefault(key, frozen_tile(tile.copy()))
            return found
        if not self._budget.take(tile.nbytes):
            raise MemoryError("the file unpacks to too much")
        return frozen_tile(tile.copy())


def bands(rect: Rect) -> Iterator[Rect]:
    """`rect` cut at the rows of tiles, top to bottom."""
    top = rect.top
    while top < rect.bottom:
        bottom = min(rect.bottom, (top // TILE + 1) * TILE)
        yield Rect(rect.left, top, rect.right, bottom)
        top = bottom


def tiles_of_planes(planes: Pixels, band: Rect, pool: TilePool) -> dict[TileKey, Pixels]:
    """Tiles showing the planes (4×H×W, contiguous) of a band; empty ones are left out."""
    row = band.top // TILE
    found: dict[TileKey, Pixels] = {}
    scratch: Pixels = np.zeros((TILE, TILE, 4), planes.dtype)
    words = words_of(scratch)
    for column in range(band.left // TILE, -(-band.right // TILE)):
        start = max(band.left, column * TILE)
        if start > column * TILE or band.right < (column + 1) * TILE:
            scratch[:] = 0  # the band does not reach over the whole width of this tile
        join_planes(planes, start - band.left, words, start - column * TILE, band.top - row * TILE)
        tile = pool.stored(scratch, 0)
        if tile is not None:
            found[row, column] = tile
    return found


def tiles_of_plane(plane: Pixels, band: Rect, fill: int, pool: TilePool) -> dict[TileKey, Pixels]:
    """Tiles showing one plane (H×W) of a band, for masks; tiles of `fill` are left out."""
    row = band.top // TILE
    found: dict[TileKey, Pixels] = {}
    for column in range(band.left // TILE, -(-band.right // TILE)):
        start = max(band.left, column * TILE)
        stop = min(band.right, (column + 1) * TILE)
        scratch: Pixels = np.full((TILE, TILE), fill, plane.dtype)
        scratch[
            band.top - row * TILE : band.bottom - row * TILE,
            start - column * TILE : stop - column * TILE,
        ] = plane[:, start - band.left : stop - band.left]
        tile = pool.stored(scratch, fill)
        if tile is not None:
            found[row, column] = tile
    return found


def planes_of(raster: Raster, band: Rect) -> npt.NDArray[np.uint8 | np.uint16]:
    """The four planes (4×H×W) of a band that lies within one row of tiles."""
    planes: Pixels = np.zeros((4, band.height, band.width), raster.dtype)
    row = band.top // TILE
    for column in range(band.left // TILE, -(-band.right // TILE)):
        tile = raster.tiles.get((row, column))
        if tile is None:
            continue
        start = max(band.left, column * TILE)
        split_words(
            words_of(tile), start - column * TILE, band.top - row * TILE, planes, start - band.left
        )
    return planes
