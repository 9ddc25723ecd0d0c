"""Smaller and smaller versions of the composite, so that zoomed-out views draw few pixels.

Level 0 is the composite itself, level n has one pixel for 2^n × 2^n of them, on the same 128-pixel
tile grid (tile (row, column) of level n lies over four tiles of level n - 1). A pixel is the area
average of premultiplied pixels, in the document's gamma-encoded space, as straight RGBA.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.compositor.compile import kernels
from engine.document.raster import TILE, Pixels, TileKey

HALF_TILE = TILE // 2


class Pyramid:
    """The levels above a composite. Not thread-safe; tiles once handed out never change.

    levels: how many levels above level 0.
    """

    def __init__(self, dtype: npt.DTypeLike = np.uint8, *, levels: int = 6) -> None:
        self._dtype: np.dtype[Any] = np.dtype(dtype)
        self._levels: tuple[dict[TileKey, Pixels], ...] = tuple({} for _ in range(levels))

    def update(self, tiles: Mapping[TileKey, Pixels]) -> tuple[frozenset[TileKey], ...]:
        """Take in new level-0 tiles (128×128×4 straight RGBA) and renew what lies over them.

        Returns the keys of the renewed tiles of level 1, 2, …
        """
        renewed = []
        for level in self._levels:
            tiles = self._renewed(level, tiles)
            renewed.append(frozenset(tiles))
        return tuple(renewed)

    def tile(self, level: int, key: TileKey) -> Pixels | None:
        """A tile of level 1 or above, 128×128×4 straight RGBA, None when nothing was taken in."""
        return self._levels[level - 1].get(key)

    def level(self, level: int) -> Mapping[TileKey, Pixels]:
        """All tiles of level 1 or above."""
        return MappingProxyType(self._levels[level - 1])

    def clear(self) -> None:
        for level in self._levels:
            level.clear()

    def _renewed(
        self, level: dict[TileKey, Pixels], below: Mapping[TileKey, Pixels]
    ) -> dict[TileKey, Pixels]:
        """Write the halved tiles of the level below into new tiles of this level."""
        fresh: dict[TileKey, Pixels] = {}
        quadrants: list[tuple[Pixels, Pixels]] = []
        for (row, column), tile in below.items():
            key = (row // 2, column // 2)
            parent = fresh.get(key)
            if parent is None:
                old = level.get(key)
                shape = (TILE, TILE, 4)
                parent = np.zeros(shape, self._dtype) if old is None else old.copy()
                fresh[key] = parent
            y, x = row % 2 * HALF_TILE, column % 2 * HALF_TILE
            quadrants.append((tile, parent[y : y + HALF_TILE, x : x + HALF_TILE]))
        _halve(quadrants)
        for tile in fresh.values():
            tile.flags.writeable = False
        level.update(fresh)
        return fresh


def _halve(quadrants: Sequence[tuple[Pixels, Pixels]]) -> None:
    """Write the half-size version of every tile into its 64×64×4 quadrant."""
    compiled = kernels()
    if compiled is not None:
        compiled.halve(quadrants)
        return
    for tile, quadrant in quadrants:
        quadrant[:] = halved(tile)


def halved(tile: Pixels) -> Pixels:
    """A picture of half the width and height (both even), averaged premultiplied."""
    top, bottom = tile[0::2].astype(np.float32), tile[1::2].astype(np.float32)
    parts = (top[:, 0::2], top[:, 1::2], bottom[:, 0::2], bottom[:, 1::2])
    a, b, c, d = parts
    alpha = (a[..., 3] + b[..., 3]) + (c[..., 3] + d[..., 3])
    divisor = np.maximum(alpha, np.float32(1.0))
    out: Pixels = np.empty((*alpha.shape, 4), tile.dtype)
    for channel in range(3):
        first = a[..., channel] * a[..., 3] + b[..., channel] * b[..., 3]
        second = c[..., channel] * c[..., 3] + d[..., channel] * d[..., 3]
        out[..., channel] = (first + second) / divisor + np.float32(0.5)
    out[..., 3] = alpha * np.float32(0.25) + np.float32(0.5)
    return out
