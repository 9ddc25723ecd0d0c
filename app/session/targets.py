"""What strokes and fills go to: the pixels of a layer, its mask, or the selection (quick mask)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.languages.translate import tr
from app.session.colors import Rgb
from app.session.edit_queue import State
from app.session.session import Aim
from engine.document.edits import with_layer_replaced
from engine.document.model import Document, Layer, LayerId, PixelLayer
from engine.document.raster import Raster
from engine.document.tree import find_layer, layer_by_id, places
from engine.painting.selection import Selection, everything


@dataclass(frozen=True, slots=True)
class Target:
    """raster: RGBA for pixels; one channel for a mask, and for the selection (uint8).

    limit: nothing outside it may change, None = all may. keeps_alpha: the transparency is locked.
    layer_id: None for the selection.
    """

    aim: Aim
    raster: Raster
    limit: Selection | None
    layer_id: LayerId | None = None
    keeps_alpha: bool = False

    @property
    def is_gray(self) -> bool:
        """Whether it takes shades of gray only."""
        return self.aim is not Aim.PIXELS

    def depth(self, document: Document) -> int:
        """Bits per channel of the raster."""
        return 8 if self.aim is Aim.SELECTION else document.depth


def target_of(
    document: Document | None, area: Selection | None, layer_id: LayerId | None, aim: Aim
) -> Target | str:
    """Where strokes and fills go, or why they can go nowhere, for people."""
    if document is None:
        return tr("No picture is open.")
    if aim is Aim.SELECTION:
        present = area or everything(document.size)
        return Target(aim, present.coverage, everything(document.size))
    if aim is Aim.MASK:
        layer = None if layer_id is None else find_layer(document, layer_id)
        if layer is not None and layer.mask is not None:
            return Target(aim, layer.mask.raster, area, layer.id)
    painted = paint_target(document, layer_id)
    if isinstance(painted, str):
        return painted
    return Target(Aim.PIXELS, painted.raster, area, painted.id, painted.locks.transparency)


def with_painted(
    document: Document,
    area: Selection | None,
    target: Target,
    raster: Raster,
    *,
    keeps_slots: bool = False,
) -> State:
    """The document and the selection once the target's raster is another one.

    keeps_slots: colours stayed and only alpha changed, so a palette still describes the pixels.
    """
    if raster is target.raster:
        return document, area
    if target.layer_id is None:
        return document, Selection(document.size, raster)
    layer: Layer = layer_by_id(document, target.layer_id)
    if target.aim is Aim.MASK:
        if layer.mask is None:
            return document, area
        layer = replace(layer, mask=replace(layer.mask, raster=raster))
    else:
        assert isinstance(layer, PixelLayer)
        layer = replace(layer, raster=raster, slots=layer.slots if keeps_slots else None)
    return with_layer_replaced(document, layer.id, layer), area


def gray(color: Rgb) -> Rgb:
    """The colour's lightness (Rec. 601 luma), as masks take it."""
    red, green, blue = color
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return level, level, level


def paint_target(document: Document | None, layer_id: LayerId | None) -> PixelLayer | str:
    """The layer whose pixels may be painted on, or why there is none, for people."""
    if document is None or layer_id is None:
        return tr("No layer is chosen.")
    layer = find_layer(document, layer_id)
    if not isinstance(layer, PixelLayer):
        return tr("Only layers with pixels can be painted on. Choose a layer inside.")
    if layer.locks.pixels:
        return tr("The pixels of “{name}” are locked.", name=layer.name)
    where = places(document)
    parent: LayerId | None = layer_id
    while parent is not None:
        if not layer_by_id(document, parent).visible:
            return tr("“{name}” is hidden.", name=layer.name)
        parent = where[parent].parent
    return layer
