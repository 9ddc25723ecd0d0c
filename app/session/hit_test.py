"""Which layers lie under a point."""

from __future__ import annotations

from collections.abc import Iterator

from engine.document.model import Document, GroupLayer, Layer, LayerId, PixelLayer
from engine.document.raster import TILE, Raster

LEAST = 0.02
"""Share of alpha from which on a layer counts as being there."""


def layers_at(document: Document, point: tuple[float, float]) -> tuple[LayerId, ...]:
    """Visible pixel layers that have something at `point` (document pixels), topmost first."""
    x, y = int(point[0] // 1), int(point[1] // 1)
    size = document.size
    if not (0 <= x < size.width and 0 <= y < size.height):
        return ()
    full = 255 if document.depth == 8 else 65535
    return tuple(_at(document.layers, x, y, LEAST * full, full))


def _at(layers: tuple[Layer, ...], x: int, y: int, least: float, full: int) -> Iterator[LayerId]:
    for layer in reversed(layers):
        shown = _shown(layer, x, y, full)
        if shown <= 0:
            continue
        if isinstance(layer, GroupLayer):
            yield from _at(layer.layers, x, y, least, full)
        elif isinstance(layer, PixelLayer):
            alpha = _value(layer.raster, x, y)
            if alpha * shown >= least:
                yield layer.id


def _shown(layer: Layer, x: int, y: int, full: int) -> float:
    """How much of a layer its eye, opacity and mask let through, 0..1."""
    if not layer.visible:
        return 0.0
    mask = layer.mask
    if mask is None or not mask.enabled:
        return layer.opacity
    return layer.opacity * (1.0 - mask.density * (1.0 - _value(mask.raster, x, y) / full))


def _value(raster: Raster, x: int, y: int) -> int:
    """Alpha, or the number of a mask."""
    tile = raster.tiles.get((y // TILE, x // TILE))
    if tile is None:
        return raster.fill
    pixel = tile[y % TILE, x % TILE]
    return int(pixel[3] if raster.channels == 4 else pixel)
