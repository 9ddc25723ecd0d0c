"""A brush stroke in the making: each call takes new pointer positions and gives the new raster.

The stroke keeps how much of each pixel it has covered so far and always paints that, once, onto
the raster it began with. So overlapping dabs never exceed the brush's opacity, and the result does
not depend on how the positions were grouped into calls.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from numba import njit

from engine.document.geometry import EMPTY, Rect
from engine.document.raster import TILE, Pixels, Raster, TileKey, tiles_over
from engine.painting.brush import Brush, BrushMode, Dab, Path, StrokePoint
from engine.painting.pixels import (
    WEIGHT,
    Weights,
    erase,
    paint_over,
    paint_value,
    weigh,
    whole_weight,
)
from engine.painting.selection import Selection, coverage_tile
from engine.painting.tiles import part_of_tile, tile_of, with_tiles


class Stroke:
    """Made by `Stroke.begin`, fed by `extended`, closed by `finished`.

    Not thread-safe: one thread at a time. The rasters it gives are values like any other.
    """

    __slots__ = (
        "_base",
        "_brush",
        "_covered",
        "_keep_alpha",
        "_now",
        "_opacity",
        "_path",
        "_selection",
        "_weights",
    )

    def __init__(
        self, raster: Raster, brush: Brush, selection: Selection | None, keep_alpha: bool
    ) -> None:
        self._base = raster
        self._now = raster
        self._brush = brush
        self._selection = selection
        self._keep_alpha = keep_alpha
        self._path = Path(brush)
        self._opacity = whole_weight(brush.opacity)
        self._covered: dict[TileKey, Weights] = {}
        self._weights = np.zeros((TILE, TILE), np.uint16)

    @staticmethod
    def begin(
        raster: Raster,
        brush: Brush,
        *,
        selection: Selection | None = None,
        keep_alpha: bool = False,
    ) -> Stroke:
        """A stroke on an RGBA raster (a layer) or a one-channel one (a mask, a quick mask).

        selection: nothing outside changes. keep_alpha: the layer's transparency is locked; paint
        then changes colours only, and the eraser nothing.
        """
        return Stroke(raster, brush, selection, keep_alpha)

    def extended(self, points: Iterable[StrokePoint]) -> tuple[Raster, frozenset[TileKey]]:
        """The raster after the pen went through `points`, and the tiles that this call changed."""
        return self._drawn(dab for point in points for dab in self._path.through(point))

    def finished(self) -> tuple[Raster, frozenset[TileKey]]:
        """The raster after the pen was lifted, and the tiles that the last piece changed."""
        return self._drawn(self._path.finish())

    def _drawn(self, dabs: Iterable[Dab]) -> tuple[Raster, frozenset[TileKey]]:
        touched: dict[TileKey, Rect] = {}
        for dab in dabs:
            area = _area(dab)
            for key in tiles_over(area):
                if self._selection is not None and key not in self._selection.coverage.tiles:
                    continue
                part = part_of_tile(key, area)
                self._deposit(key, dab, part)
                touched[key] = touched.get(key, EMPTY).united(part)
        before = self._now
        tiles = {key: self._painted(key, part) for key, part in touched.items()}
        self._now = with_tiles(before, tiles)
        changed = (key for key in touched if self._now.tiles.get(key) is not before.tiles.get(key))
        return self._now, frozenset(changed)

    def _deposit(self, key: TileKey, dab: Dab, part: Rect) -> None:
        covered = self._covered.get(key)
        if covered is None:
            covered = self._covered[key] = np.zeros((TILE, TILE), np.uint16)
        row, column = key
        _add_dab(
            covered,
            dab.x - column * TILE,
            dab.y - row * TILE,
            dab.full,
            dab.outer,
            dab.strength * WEIGHT,
            dab.flow,
            part.top,
            part.bottom,
            part.left,
            part.right,
        )

    def _painted(self, key: TileKey, part: Rect) -> Pixels:
        """The tile as it is now, with `part` painted anew from the raster at the beginning."""
        window = (part.top, part.bottom, part.left, part.right)
        weigh(
            self._covered[key],
            coverage_tile(self._selection, key),
            self._opacity,
            self._weights,
            window,
        )
        tile = tile_of(self._now, key).copy()
        inside = np.s_[part.top : part.bottom, part.left : part.right]
        tile[inside] = tile_of(self._base, key)[inside]
        erasing = self._brush.mode is BrushMode.ERASE
        if tile.ndim == 2:
            value = 0 if erasing else self._brush.color[0]
            paint_value(tile, self._weights, value, part=window)
        elif not erasing:
            paint_over(
                tile, self._weights, self._brush.color, keep_alpha=self._keep_alpha, part=window
            )
        elif not self._keep_alpha:
            erase(tile, self._weights, part=window)
        return tile


def _area(dab: Dab) -> Rect:
    """The pixels whose centres can lie inside the dab."""
    return Rect(
        math.floor(dab.x - dab.outer),
        math.floor(dab.y - dab.outer),
        math.ceil(dab.x + dab.outer),
        math.ceil(dab.y + dab.outer),
    )


@njit(nogil=True, cache=True)
def _add_dab(covered, x, y, full, outer, strength, flow, top, bottom, left, right):  # type: ignore[no-untyped-def]
    """Moves coverage towards the dab's own, never back: covered += (dab - covered) × flow.

    At full flow that is the larger of the two, so soft edges stay soft however dense the dabs are.
    Between `full` and `outer` coverage falls by a smooth step.
    """
    slope = 1.0 / (outer - full)
    for row in range(top, bottom):
        dy = row + 0.5 - y
        for column in range(left, right):
            dx = column + 0.5 - x
            squared = dx * dx + dy * dy
            if squared >= outer * outer:
                continue
            wanted = strength
            if squared > full * full:
                t = (math.sqrt(squared) - full) * slope
                wanted = strength * (1.0 - t * t * (3.0 - 2.0 * t))
            old = float(covered[row, column])
            if wanted > old:
                covered[row, column] = int(old + (wanted - old) * flow + 0.5)
