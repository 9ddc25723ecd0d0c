"""Filling with one colour: a selection, or what the bucket finds round a point."""

from __future__ import annotations

from engine.document.geometry import Size
from engine.document.raster import Pixels, Raster, TileKey, empty_raster, tiles_over
from engine.painting.pixels import erase, opaque_grays, paint_over, paint_value, weights_of
from engine.painting.reshape import grown
from engine.painting.selection import Combination, Selection, combined
from engine.painting.tiles import full_value, mapped_tiles, tile_of
from engine.painting.wand import by_color

Color = tuple[int, int, int]


def filled(
    raster: Raster,
    selection: Selection,
    color: Color,
    *,
    opacity: float = 1.0,
    keep_alpha: bool = False,
) -> Raster:
    """The raster with `color` (its own depth) laid over what is selected.

    raster: RGBA, or one channel, which takes the first number. opacity: 0..1. keep_alpha: the
    transparency is locked: only colours of visible pixels change.
    """

    def painted(key: TileKey, old: Pixels) -> Pixels:
        weights = weights_of(selection.coverage.tiles[key], opacity)
        tile = old.copy()
        if tile.ndim == 2:
            paint_value(tile, weights, color[0])
        else:
            paint_over(tile, weights, color, keep_alpha=keep_alpha)
        return tile

    return mapped_tiles(raster, selection.coverage.tiles, painted)


def cleared(raster: Raster, selection: Selection) -> Raster:
    """The raster with what is selected taken away: made transparent, or 0 in one channel."""

    def emptied(key: TileKey, old: Pixels) -> Pixels:
        weights = weights_of(selection.coverage.tiles[key], 1.0)
        tile = old.copy()
        if tile.ndim == 2:
            paint_value(tile, weights, 0)
        else:
            erase(tile, weights)
        return tile

    keys = [key for key in selection.coverage.tiles if key in raster.tiles or raster.fill != 0]
    return mapped_tiles(raster, keys, emptied)


def bucket_filled(
    raster: Raster,
    canvas: Size,
    point: tuple[int, int],
    color: Color,
    *,
    sample: Raster | None = None,
    tolerance: float = 32.0,
    contiguous: bool = True,
    gap: int = 0,
    antialias: bool = True,
    grow: float = 0.0,
    selection: Selection | None = None,
    opacity: float = 1.0,
    keep_alpha: bool = False,
) -> Raster:
    """The raster with `color` poured in at a point.

    raster: RGBA, or one channel, which takes the first number. sample: RGBA raster in which the
    area is looked for, None = `raster` itself (give a composite to sample all layers).
    tolerance, contiguous, gap, antialias: see `by_color`. grow: how many pixels the area is
    widened, to reach under lines on another layer. selection: a limit.
    """
    area = by_color(
        sample or (raster if raster.channels == 4 else _as_grays(raster, canvas)),
        canvas,
        point,
        tolerance=tolerance,
        contiguous=contiguous,
        gap=gap,
        antialias=antialias,
    )
    area = grown(area, grow)
    if selection is not None:
        area = combined(area, selection, Combination.INTERSECT)
    return filled(raster, area, color, opacity=opacity, keep_alpha=keep_alpha)


def _as_grays(raster: Raster, canvas: Size) -> Raster:
    """A raster of one channel as opaque RGBA inside the canvas."""
    full = full_value(raster.dtype)
    return mapped_tiles(
        empty_raster(raster.dtype),
        tiles_over(canvas.rect),
        lambda key, _old: opaque_grays(tile_of(raster, key), full),
    )
