"""Layers split and converted, with the picture kept the same wherever that is possible.

Each function takes a document and gives a document; what it promises about the picture is in its
docstring: "exactly" means to the byte, "the same" within one level of the document's depth.
A flat layer keeps its slots as long as only its alpha changes; where colours change it loses them.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.document.edits import added_above, with_layer_replaced
from engine.document.model import BlendMode, Document, Layer, LayerId, Mask, PixelLayer
from engine.document.raster import Pixels, TileKey, empty_raster
from engine.document.tree import layer_by_id, walk
from engine.painting.fill import cleared
from engine.painting.pixels import stacked
from engine.painting.selection import FULL, HALF, Selection, limited
from engine.painting.tiles import full_value, mapped_tiles, tile_of, with_tiles


def copied_to_layer(document: Document, layer_id: LayerId, selection: Selection) -> Document:
    """What is selected of a layer, as a new layer directly above it."""
    layer = pixel_layer(document, layer_id)
    piece = replace(layer, raster=limited(layer.raster, selection), name=f"{layer.name} copy")
    return added_above(document, piece, layer_id)


def cut_to_layer(document: Document, layer_id: LayerId, selection: Selection) -> Document:
    """What is selected of a layer taken out of it, as a new layer directly above it.

    Both keep mode, opacity and mask, so for a hard-edged selection the picture stays exactly as it
    was. Along a soft edge both parts are partly transparent and the layers below shine through a
    little; `moved_to_layer` avoids that.
    """
    layer = pixel_layer(document, layer_id)
    piece = replace(layer, raster=limited(layer.raster, selection), name=f"{layer.name} copy")
    rest = replace(layer, raster=cleared(layer.raster, selection))
    return added_above(with_layer_replaced(document, layer_id, rest), piece, layer_id)


def moved_to_layer(
    document: Document, source_id: LayerId, target_id: LayerId, selection: Selection
) -> Document:
    """The selected pixels of one layer put into another, whole: every pixel that is at least half
    selected moves with its alpha and colour unchanged, all others stay, none is divided.

    Where the target is transparent its pixels become exactly the moved ones. Where both have
    something, the one whose layer was on top lies over the other: neighbouring layers of normal
    mode and full opacity then look the same as before.
    """
    source, target = pixel_layer(document, source_id), pixel_layer(document, target_id)
    if source_id == target_id:
        return document
    chosen = _hardened(selection)
    piece = limited(source.raster, chosen)
    if not piece.tiles:
        return document
    order = [layer.id for layer in walk(document.layers)]
    source_on_top = order.index(source_id) > order.index(target_id)

    def joined_tile(key: TileKey, old: Pixels) -> Pixels:
        moved = tile_of(piece, key)
        return stacked(moved, old) if source_on_top else stacked(old, moved)

    joined = mapped_tiles(target.raster, piece.tiles, joined_tile)
    rest = cleared(source.raster, chosen)
    document = with_layer_replaced(document, source_id, replace(source, raster=rest))
    return with_layer_replaced(document, target_id, replace(target, raster=joined, slots=None))


def with_mask_applied(document: Document, layer_id: LayerId) -> Document:
    """The mask multiplied into the layer's alpha and taken away. The picture stays the same.

    A mask that is switched off is taken away without effect.
    """
    layer = pixel_layer(document, layer_id)
    mask = layer.mask
    if mask is None:
        return document
    if not mask.enabled:
        return with_layer_replaced(document, layer_id, replace(layer, mask=None))
    full = full_value(document.dtype)
    density = min(max(mask.density, 0.0), 1.0)

    def one(key: TileKey, old: Pixels) -> Pixels:
        hidden = full - tile_of(mask.raster, key).astype(np.int64)
        shown = full - np.floor(density * hidden + 0.5).astype(np.int64)
        return _with_alpha(old, (old[..., 3] * shown + full // 2) // full)

    raster = mapped_tiles(layer.raster, layer.raster.tiles, one)
    return with_layer_replaced(document, layer_id, replace(layer, raster=raster, mask=None))


def with_mask_from_alpha(document: Document, layer_id: LayerId) -> Document:
    """The layer's alpha as its mask, its pixels opaque wherever they were visible at all.

    A mask that the layer had is applied first. The picture stays the same; `with_mask_applied`
    leads back exactly.
    """
    document = with_mask_applied(document, layer_id)
    layer = pixel_layer(document, layer_id)
    full = full_value(document.dtype)
    blank = empty_raster(document.dtype, channels=1)
    mask = with_tiles(blank, {key: tile[..., 3].copy() for key, tile in layer.raster.tiles.items()})

    def opaque(_key: TileKey, old: Pixels) -> Pixels:
        return _with_alpha(old, np.where(old[..., 3] > 0, full, 0))

    raster = mapped_tiles(layer.raster, layer.raster.tiles, opaque)
    return with_layer_replaced(document, layer_id, replace(layer, raster=raster, mask=Mask(mask)))


def as_normal(document: Document, layer_id: LayerId) -> Document:
    """A multiply layer as one of normal mode, with white taken out into transparency.

    s, a: its colour and alpha, m: the smallest channel of s. The new alpha is a × (1 - m), the new
    colour 1 - (1 - s) / (1 - m). Over white the two look the same; over any other opaque backdrop
    as well where s is gray (it becomes transparent black), while of a coloured s the darkening is
    kept exactly only in its darkest channel: a normal layer cannot multiply channels differently.
    """
    layer = pixel_layer(document, layer_id)
    if layer.blend is not BlendMode.MULTIPLY:
        raise ValueError("the layer is not a multiply layer")
    full = full_value(document.dtype)

    def one(_key: TileKey, old: Pixels) -> Pixels:
        wide = old.astype(np.int64)
        depth = full - wide[..., :3].min(-1)
        divisor = np.maximum(depth, 1)[..., None]
        tile = old.copy()
        tile[..., :3] = full - ((full - wide[..., :3]) * full + divisor // 2) // divisor
        return _with_alpha(tile, (wide[..., 3] * depth + full // 2) // full)

    raster = mapped_tiles(layer.raster, layer.raster.tiles, one)
    new = replace(layer, raster=raster, blend=BlendMode.NORMAL, slots=None)
    return with_layer_replaced(document, layer_id, new)


def as_multiply(document: Document, layer_id: LayerId) -> Document:
    """A layer of normal mode as a multiply layer: its pixels stay, only the mode changes.

    Over white the two are the same, and black does the same over every opaque backdrop.
    """
    layer = pixel_layer(document, layer_id)
    if layer.blend is not BlendMode.NORMAL:
        raise ValueError("the layer is not of normal mode")
    return with_layer_replaced(document, layer_id, replace(layer, blend=BlendMode.MULTIPLY))


def pixel_layer(document: Document, layer_id: LayerId) -> PixelLayer:
    """The layer with this id. KeyError when there is none, ValueError when it is a group."""
    layer: Layer = layer_by_id(document, layer_id)
    if not isinstance(layer, PixelLayer):
        raise ValueError(f"{layer.name!r} is a group and has no pixels of its own")
    return layer


def _hardened(selection: Selection) -> Selection:
    """Every pixel in full or not at all."""
    tiles = {
        key: np.where(tile >= HALF, np.uint8(FULL), np.uint8(0))
        for key, tile in selection.coverage.tiles.items()
    }
    return Selection(selection.canvas, with_tiles(empty_raster(np.uint8, channels=1), tiles))


def _with_alpha(tile: Pixels, alpha: Pixels) -> Pixels:
    """The tile with other alpha; what gets transparent loses its colour."""
    new = tile.copy()
    new[..., 3] = alpha
    new[(new[..., 3] == 0) & (tile[..., 3] != 0)] = 0
    return new
