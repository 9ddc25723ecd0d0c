"""Whole documents cropped, extended, scaled, flipped and turned: every layer, mask, slot map and
the original together.

Slot maps hold numbers, not colours: they are never interpolated, and the pixels of a scaled flat
layer are painted from its slots anew, so that recolouring goes on working exactly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.document.geometry import Rect, Size
from engine.document.history import rasters_of
from engine.document.model import (
    AdjustmentLayer,
    Document,
    GroupLayer,
    Layer,
    PixelLayer,
    SlotMap,
)
from engine.document.raster import Pixels, Raster, TileKey, cropped, translated
from engine.document.slots import color_table, id_limit, mixed_colors, with_rasters
from engine.painting.resample import Resampling
from engine.painting.tiles import SILENT, mapped_tiles, tile_of
from engine.painting.transform import (
    flipped_across,
    flipped_down,
    quarter_turned,
    resized,
)
from engine.progress import Progress

Change = Callable[[Raster], Raster]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Which point of the picture stays where it is: 0 = left or top, 0.5 = middle, 1 = the rest."""

    across: float = 0.5
    down: float = 0.5


def cropped_to(document: Document, rect: Rect, *, keep_outside: bool = True) -> Document:
    """The document with `rect` (any part of the plane) as its canvas.

    keep_outside: layers keep what lies beyond the new canvas; otherwise it is deleted.
    ValueError for an empty rectangle.
    """
    if rect.is_empty:
        raise ValueError("a canvas needs at least one pixel")
    size = Size(rect.width, rect.height)
    if rect == document.size.rect and keep_outside:
        return document

    def change(raster: Raster) -> Raster:
        moved = raster
        if (rect.left, rect.top) != (0, 0):
            moved = translated(raster, -rect.left, -rect.top)
        return moved if keep_outside else cropped(moved, size.rect)

    return _changed(document, size, change, change, change)


def with_canvas_size(document: Document, size: Size, anchor: Anchor = Anchor()) -> Document:
    """The document on a smaller or larger canvas; pixels stay, also those now outside."""
    left = round((document.size.width - size.width) * anchor.across)
    top = round((document.size.height - size.height) * anchor.down)
    return cropped_to(document, Rect(left, top, left + size.width, top + size.height))


def with_image_size(
    document: Document,
    size: Size,
    *,
    resampling: Resampling = Resampling.SMOOTH,
    resolution: float | None = None,
    progress: Progress = SILENT,
) -> Document:
    """The document scaled to another size. ValueError for an empty size.

    resolution: pixels per inch, None = as it was.
    """
    if size.width < 1 or size.height < 1:
        raise ValueError("a canvas needs at least one pixel")
    across = size.width / document.size.width
    down = size.height / document.size.height
    canvas = document.size.rect
    if resolution is not None:
        document = replace(document, resolution=resolution)
    if size == document.size:
        return document
    total = sum(1 for _ in rasters_of(document))
    done = 0

    def scaled(raster: Raster, how: Resampling) -> Raster:
        nonlocal done
        part = progress.part(done / total, (done + 1) / total)
        done += 1
        return resized(raster, across, down, canvas=canvas, resampling=how, progress=part)

    def colors(raster: Raster) -> Raster:
        return scaled(raster, resampling)

    def numbers(raster: Raster) -> Raster:
        return scaled(raster, Resampling.NEAREST)

    return _changed(document, size, colors, colors, numbers)


def flipped_document_across(document: Document) -> Document:
    """The document mirrored left to right. Twice is not at all."""
    canvas = document.size.rect
    return _moved_exactly(document, document.size, lambda raster: flipped_across(raster, canvas))


def flipped_document_down(document: Document) -> Document:
    """The document mirrored top to bottom."""
    canvas = document.size.rect
    return _moved_exactly(document, document.size, lambda raster: flipped_down(raster, canvas))


def turned_document(document: Document, turns: int) -> Document:
    """The document turned clockwise by `turns` × 90 degrees."""
    canvas = document.size.rect
    size = document.size
    if turns % 2:
        size = Size(size.height, size.width)
    return _moved_exactly(document, size, lambda raster: quarter_turned(raster, turns, canvas))


def repainted(raster: Raster, slots: SlotMap) -> Raster:
    """The raster of a flat layer with its colours taken from its slots; alpha stays as it is.

    Transparent pixels become 0, as in the document's own rule.
    """
    table = color_table(slots, raster.dtype, id_limit(slots))

    def painted(key: TileKey, old: Pixels) -> Pixels:
        tile = old.copy()
        tile[..., :3] = mixed_colors(
            table, tile_of(slots.ids, key), tile_of(slots.second, key), tile_of(slots.coverage, key)
        )
        tile[tile[..., 3] == 0] = 0
        return tile

    return mapped_tiles(raster, raster.tiles, painted)


def _moved_exactly(document: Document, size: Size, change: Change) -> Document:
    return _changed(document, size, change, change, change)


def _changed(
    document: Document, size: Size, pixels: Change, masks: Change, numbers: Change
) -> Document:
    """The document at another size with every raster changed in its own way."""
    original = document.original
    return replace(
        document,
        size=size,
        layers=tuple(_layer(layer, pixels, masks, numbers) for layer in document.layers),
        original=None if original is None else pixels(original),
    )


def _layer(layer: Layer, pixels: Change, masks: Change, numbers: Change) -> Layer:
    mask = None if layer.mask is None else replace(layer.mask, raster=masks(layer.mask.raster))
    if isinstance(layer, GroupLayer):
        children = tuple(_layer(child, pixels, masks, numbers) for child in layer.layers)
        return replace(layer, layers=children, mask=mask)
    if isinstance(layer, AdjustmentLayer):
        return replace(layer, mask=mask)
    if layer.slots is None:
        return replace(layer, raster=pixels(layer.raster), mask=mask)
    return _flat_layer(replace(layer, mask=mask), layer.slots, pixels, numbers)


def _flat_layer(layer: PixelLayer, slots: SlotMap, pixels: Change, numbers: Change) -> PixelLayer:
    slots = with_rasters(slots, numbers)
    raster = pixels(layer.raster)
    if pixels is not numbers:  # scaled: the numbers are not smoothed, so the colours cannot be
        raster = repainted(raster, slots)
    return replace(layer, slots=slots, raster=raster)
