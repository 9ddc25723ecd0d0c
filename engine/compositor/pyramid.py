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

from engine.compositor.buffers import empty_arrays
from engine.compositor.compile import kernels
from engine.compositor.job import Family
from engine.compositor.threads import run_chunks
from engine.document.raster import TILE, Pixels, TileKey

HALF_TILE = TILE // 2
CHUNK = 64
"""Families per piece of work: what an edit renews is done at once, without threads."""


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
        children: dict[TileKey, list[tuple[int, Pixels]]] = {}
        for (row, column), tile in below.items():
            quadrant = row % 2 * 2 + column % 2
            children.setdefault((row // 2, column // 2), []).append((quadrant, tile))
        parents = empty_arrays(len(children), (TILE, TILE, 4), self._dtype)
        fresh: dict[TileKey, Pixels] = dict(zip(children, parents, strict=True))
        for key, parent in fresh.items():
            if len(children[key]) < 4:
                parent[:] = level.get(key, 0)
        families = [(children[key], parent) for key, parent in fresh.items()]
        run_chunks(halve, families, size=CHUNK)
        for parent in fresh.values():
            parent.flags.writeable = False
        level.update(fresh)
        return fresh


def halve(families: Sequence[Family]) -> None:
    """Write the half-size version of every child into its quadrant of the parent."""
    compiled = kernels()
    if compiled is not None:
        compiled.halve(families)
        return
    for children, parent in families:
        for quadrant, tile in children:
            y, x = quadrant // 2 * HALF_TILE, quadrant % 2 * HALF_TILE
            parent[y : y + HALF_TILE, x : x + HALF_TILE] = halved(tile)


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
