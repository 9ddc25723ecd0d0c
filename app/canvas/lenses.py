"""Other ways to look at a document, written as documents, so that they are drawn like any other.

A lens is a pure function; nothing of what it gives is ever kept in the session.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TypeAlias

import numpy as np

from engine.document.adjustments import Levels, LevelsRecord
from engine.document.edits import with_layer
from engine.document.geometry import Size
from engine.document.model import (
    AdjustmentLayer,
    BlendMode,
    Document,
    GroupLayer,
    LayerId,
    Mask,
    PixelLayer,
)
from engine.document.raster import (
    TILE,
    Pixels,
    Raster,
    TileKey,
    empty_raster,
    frozen_tile,
    raster_from_tiles,
    tiles_over,
)
from engine.document.tree import find_layer, walk

Lens: TypeAlias = Callable[[Document], Document]

DIFFERENCE_WHITE = 8
"""A difference of so many levels is shown white: one level can then be seen."""
RED_OPACITY = 0.5
_BLACK = Levels(master=LevelsRecord(out_black=0.0, out_white=0.0))
_AMPLIFIED = Levels(master=LevelsRecord(in_white=float(DIFFERENCE_WHITE)))


def only(document: Document, layer_ids: Collection[LayerId]) -> Document:
    """These layers alone, seen even when they are hidden, with what they hold and lie in."""
    chosen = {one for one in layer_ids if find_layer(document, one) is not None}
    if not chosen:
        return document
    held = {
        one.id for layer in walk(document.layers) if layer.id in chosen for one in walk((layer,))
    }
    for layer in walk(document.layers):
        is_family = any(one.id in chosen for one in walk((layer,)))
        if is_family or layer.id not in held:  # eyes inside a chosen group stay as they are
            document = with_layer(document, layer.id, visible=is_family)
    return document


def white_sheet(document: Document) -> Raster:
    """A white raster as large as the canvas."""
    full = int(np.iinfo(document.dtype).max)
    return sheet_of(document, (full, full, full, full))


def sheet_of(document: Document, color: tuple[int, int, int, int]) -> Raster:
    """One colour (RGBA, the document's depth) as large as the canvas; all its tiles are one."""
    tile = frozen_tile(np.full((TILE, TILE, 4), color, document.dtype))
    return raster_from_tiles(
        empty_raster(document.dtype), dict.fromkeys(tiles_over(document.size.rect), tile)
    )


def mask_alone(document: Document, layer_id: LayerId, sheet: Raster) -> Document:
    """A layer's mask in black and white; the document itself when there is none.

    sheet: white all over, from `white_sheet`; the same one every time, so that only what changes
    in the mask is drawn anew.
    """
    layer = find_layer(document, layer_id)
    if layer is None or layer.mask is None:
        return document
    ids = (LayerId(document.next_id + number) for number in range(3))
    mask = replace(layer.mask, density=1.0, enabled=True)
    return replace(
        document,
        layers=(
            PixelLayer(id=next(ids), name="", raster=sheet),
            AdjustmentLayer(id=next(ids), name="", adjustment=_BLACK),
            PixelLayer(id=next(ids), name="", raster=sheet, mask=mask),
        ),
    )


class RedMask:
    """A document under red wherever a mask hides it, as masking film shows it.

    Keeps what it made of the mask before, so that only tiles that changed are made anew.
    """

    def __init__(self) -> None:
        self._sheet: tuple[tuple[Size, int], Raster] | None = None
        self._made: dict[TileKey, tuple[Pixels, Pixels]] = {}

    def over(self, document: Document, mask: Raster) -> Document:
        """mask: one channel, uint8 or in the document's depth; 0 is hidden. The red layer's id is
        the `next_id` of the document."""
        depth = document.dtype
        full = int(np.iinfo(depth).max)
        factor = full // int(np.iinfo(mask.dtype).max)
        made = {}
        alike: dict[int, tuple[Pixels, Pixels]] = {}
        top = np.iinfo(mask.dtype).max
        clear = frozen_tile(np.zeros((TILE, TILE), depth))
        for key, tile in mask.tiles.items():
            known = self._made.get(key)
            if known is None or known[0] is not tile:
                known = alike.get(id(tile))
            if known is None and tile[0, 0] == top and tile.min() == top:
                known = tile, clear  # most of a large selection: read only, and nothing is written
            if known is None:
                # All bits turned round is full minus the value.
                wide = tile if factor == 1 else np.multiply(tile, factor, dtype=depth)
                known = tile, frozen_tile(np.invert(wide))
            made[key] = alike[id(tile)] = known
        self._made = made
        like = empty_raster(document.dtype, channels=1, fill=full - mask.fill * factor)
        hidden = raster_from_tiles(like, {key: tile for key, (_, tile) in made.items()})
        red = PixelLayer(
            id=LayerId(document.next_id),
            name="",
            raster=self._red(document),
            mask=Mask(hidden),
            opacity=RED_OPACITY,
        )
        return replace(document, layers=(*document.layers, red))

    def _red(self, document: Document) -> Raster:
        kind = (document.size, document.depth)
        if self._sheet is None or self._sheet[0] != kind:
            full = int(np.iinfo(document.dtype).max)
            self._sheet = (kind, sheet_of(document, (full, 0, 0, full)))
        return self._sheet[1]


def difference(document: Document) -> Document:
    """How far the layers are from the opened picture, amplified; black where they are equal."""
    if document.original is None:
        return document
    ids = (LayerId(document.next_id + number) for number in range(3))
    sum_of_layers = GroupLayer(
        id=next(ids), name="", layers=document.layers, blend=BlendMode.NORMAL
    )
    original = PixelLayer(
        id=next(ids), name="", raster=document.original, blend=BlendMode.DIFFERENCE
    )
    amplified = AdjustmentLayer(id=next(ids), name="", adjustment=_AMPLIFIED)
    return replace(document, layers=(sum_of_layers, original, amplified))
