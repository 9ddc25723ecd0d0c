"""The histogram of what an adjustment acts on, counted beside the GUI thread."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from app.panels.adjustment.graphs import Histogram
from engine.compositor.composite import composite_tiles
from engine.document.model import Document, GroupLayer, Layer, LayerId, PixelLayer
from engine.document.raster import Pixels, tiles_over
from engine.document.tree import find_layer

MOST_TILES = 96
"""Tiles looked at; of larger pictures an even sample is enough."""


def counted_tones(document: Document, layer_id: LayerId) -> Histogram | None:
    """Of the pixels of a pixel layer, or of all that lies below an adjustment layer.

    None when there is no such layer or nothing to count.
    """
    layer = find_layer(document, layer_id)
    if layer is None:
        return None
    if isinstance(layer, PixelLayer):
        keys = sorted(layer.raster.tiles)
        tiles = {key: layer.raster.tiles[key] for key in _sample(keys)}
    else:
        below, _ = _below(document.layers, layer_id)
        keys = list(tiles_over(document.size.rect))
        tiles = composite_tiles(replace(document, layers=below), _sample(keys))
    return _counted(list(tiles.values()))


def _sample(keys: list[tuple[int, int]]) -> list[tuple[int, int]]:
    step = max(1, -(-len(keys) // MOST_TILES))
    return keys[::step]


def _below(layers: tuple[Layer, ...], layer_id: LayerId) -> tuple[tuple[Layer, ...], bool]:
    """The layers without the one sought and all above it, and whether it was among them."""
    kept: list[Layer] = []
    for layer in layers:
        if layer.id == layer_id:
            return tuple(kept), True
        if isinstance(layer, GroupLayer):
            inside, is_found = _below(layer.layers, layer_id)
            if is_found:
                return (*kept, replace(layer, layers=inside)), True
        kept.append(layer)
    return tuple(kept), False


def _counted(tiles: list[Pixels]) -> Histogram | None:
    counts = np.zeros((4, 256), np.float64)
    for tile in tiles:
        pixels = tile if tile.dtype == np.uint8 else (tile >> 8).astype(np.uint8)
        seen = pixels[pixels[..., 3] > 0]
        for channel in range(3):
            counts[channel + 1] += np.bincount(seen[:, channel], minlength=256)
    counts[0] = counts[1:].sum(axis=0)
    total = counts[0].sum()
    return counts / total if total else None
