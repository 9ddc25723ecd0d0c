"""Selections: how much of every pixel of a canvas is chosen, and sums of such choices.

Coverage is 0..255. Nothing outside the canvas is ever selected. Functions of other modules take
`Selection | None`, where None means that nothing is selected and hence everything may change,
beyond the canvas too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from engine.document.geometry import Rect, Size
from engine.document.model import Mask
from engine.document.raster import (
    TILE,
    Pixels,
    Raster,
    TileKey,
    content_bounds,
    cropped,
    empty_raster,
    frozen_tile,
    raster_from_array,
    raster_from_tiles,
    tile_rect,
    tiles_over,
    translated,
)
from engine.painting.tiles import mapped, tile_of, with_tiles

FULL = 255
HALF = 128
"""From here on a pixel counts as inside where only in or out is asked."""


@dataclass(frozen=True, slots=True)
class Selection:
    """coverage: one channel, uint8, fill 0, empty outside `canvas`."""

    canvas: Size
    coverage: Raster

    @property
    def is_empty(self) -> bool:
        """Whether no pixel is selected, not even faintly."""
        return not self.coverage.tiles


class Combination(StrEnum):
    """How a new selection meets the present one (plain, Shift, Alt, Shift+Alt)."""

    REPLACE = "replace"
    ADD = "add"
    SUBTRACT = "subtract"
    INTERSECT = "intersect"


def nothing(canvas: Size) -> Selection:
    """A selection of no pixel."""
    return Selection(canvas, empty_raster(np.uint8, channels=1))


def everything(canvas: Size) -> Selection:
    """The whole canvas. Tiles that are alike are one."""
    shapes: dict[tuple[int, int], Pixels] = {}
    tiles: dict[TileKey, Pixels] = {}
    for key in tiles_over(canvas.rect):
        inside = tile_rect(key).intersected(canvas.rect)
        shape = inside.height, inside.width
        tile = shapes.get(shape)
        if tile is None:
            tile = np.zeros((TILE, TILE), np.uint8)
            tile[: inside.height, : inside.width] = FULL
            tile = shapes[shape] = frozen_tile(tile)
        tiles[key] = tile
    return Selection(canvas, raster_from_tiles(empty_raster(np.uint8, channels=1), tiles))


def selection_from_array(
    canvas: Size, coverage: Pixels, *, left: int = 0, top: int = 0
) -> Selection:
    """A selection from coverage H×W uint8 with its corner at (left, top), cut at the canvas."""
    return Selection(canvas, cropped(raster_from_array(coverage, left=left, top=top), canvas.rect))


def selection_from_alpha(canvas: Size, pixels: Raster) -> Selection:
    """What an RGBA raster covers: its alpha, rounded to 8 bits."""
    tiles = {key: _eight_bits(tile[..., 3]) for key, tile in pixels.tiles.items()}
    coverage = with_tiles(empty_raster(np.uint8, channels=1), tiles)
    return Selection(canvas, cropped(coverage, canvas.rect))


def selection_from_mask(canvas: Size, mask: Mask) -> Selection:
    """What a layer mask shows (its raster rounded to 8 bits; density and `enabled` don't count)."""
    raster = mask.raster
    coverage = with_tiles(
        empty_raster(np.uint8, channels=1),
        {key: _eight_bits(tile_of(raster, key)) for key in tiles_over(canvas.rect)},
    )
    return Selection(canvas, cropped(coverage, canvas.rect))


def mask_from_selection(selection: Selection, dtype: np.dtype[np.uint8 | np.uint16]) -> Mask:
    """A mask that shows what is selected, in the document's depth, and hides all outside."""
    if dtype == np.uint8:
        return Mask(selection.coverage)
    like = empty_raster(dtype, channels=1)
    tiles = {
        key: frozen_tile(tile.astype(np.uint16) * 257)
        for key, tile in selection.coverage.tiles.items()
    }
    return Mask(raster_from_tiles(like, tiles))


def combined(present: Selection | None, new: Selection, how: Combination) -> Selection:
    """The present selection changed by a new one of the same canvas; None counts as nothing.

    Add takes the larger coverage, intersect the smaller one, subtract the smaller of the present
    and of what the new one leaves: so subtracting is intersecting with the inverse.
    """
    if present is None:
        present = nothing(new.canvas)
    before, after = present.coverage, new.coverage
    if how is Combination.REPLACE:
        return new
    if how is Combination.ADD:
        keys = list(after.tiles)
        results = mapped(lambda key: np.maximum(tile_of(before, key), after.tiles[key]), keys)
        return Selection(new.canvas, with_tiles(before, dict(zip(keys, results, strict=True))))
    keys = list(before.tiles)
    if how is Combination.SUBTRACT:
        keys = [key for key in keys if key in after.tiles]
        results = mapped(lambda key: np.minimum(before.tiles[key], FULL - after.tiles[key]), keys)
    else:
        results = mapped(lambda key: np.minimum(before.tiles[key], tile_of(after, key)), keys)
    return Selection(new.canvas, with_tiles(before, dict(zip(keys, results, strict=True))))


def inverted(selection: Selection) -> Selection:
    """Everything on the canvas that was not selected. Twice inverted is the same again."""
    canvas = selection.canvas.rect
    full = frozen_tile(np.full((TILE, TILE), FULL, np.uint8))
    tiles: dict[TileKey, Pixels] = {}
    for key in tiles_over(canvas):
        old = selection.coverage.tiles.get(key)
        tiles[key] = full if old is None else frozen_tile(FULL - old)
    blank = empty_raster(np.uint8, channels=1)
    return Selection(selection.canvas, cropped(with_tiles(blank, tiles), canvas))


def moved(selection: Selection, dx: int, dy: int) -> Selection:
    """The selection shifted by whole pixels; what leaves the canvas is lost."""
    coverage = cropped(translated(selection.coverage, dx, dy), selection.canvas.rect)
    return Selection(selection.canvas, coverage)


def bounds(selection: Selection) -> Rect:
    """The smallest rectangle round all pixels that are selected at all."""
    return content_bounds(selection.coverage)


def coverage_tile(selection: Selection | None, key: TileKey) -> Pixels:
    """128×128 uint8, read-only; full everywhere when there is no selection."""
    if selection is None:
        return frozen_tile(np.full((TILE, TILE), FULL, np.uint8))
    return tile_of(selection.coverage, key)


def limited(raster: Raster, selection: Selection) -> Raster:
    """Only what is selected of an RGBA raster: alpha × coverage, colours as they are."""
    kept: dict[TileKey, Pixels] = {}
    for key, tile in raster.tiles.items():
        coverage = selection.coverage.tiles.get(key)
        if coverage is None:
            continue
        if coverage.all() and (coverage == FULL).all():
            kept[key] = tile
            continue
        part = tile.copy()
        product = tile[..., 3].astype(np.uint32) * coverage + FULL // 2
        part[..., 3] = (product // FULL).astype(tile.dtype)
        part[part[..., 3] == 0] = 0
        kept[key] = part
    blank = empty_raster(raster.dtype, channels=4)
    return with_tiles(blank, kept)


def selected_area(selection: Selection | None, raster: Raster) -> list[TileKey]:
    """The stored tiles of `raster` that a change through `selection` can reach."""
    if selection is None:
        return list(raster.tiles)
    return [key for key in raster.tiles if key in selection.coverage.tiles]


def inside_of(selection: Selection, rect: Rect) -> Pixels:
    """H×W bool: the pixels of `rect` that are at least half selected."""
    out = np.zeros((rect.height, rect.width), bool)
    for key in tiles_over(rect):
        tile = selection.coverage.tiles.get(key)
        if tile is None:
            continue
        place = tile_rect(key)
        part = place.intersected(rect)
        out[
            part.top - rect.top : part.bottom - rect.top,
            part.left - rect.left : part.right - rect.left,
        ] = (
            tile[
                part.top - place.top : part.bottom - place.top,
                part.left - place.left : part.right - place.left,
            ]
            >= HALF
        )
    return out


def _eight_bits(values: Pixels) -> Pixels:
    if values.dtype == np.uint8:
        return values
    return ((values.astype(np.uint32) * FULL + 32767) // 65535).astype(np.uint8)
