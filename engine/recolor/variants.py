"""Variants as layer groups, for programs that know no palettes: the active one is seen, the others
are hidden."""

from __future__ import annotations

from dataclasses import replace

from engine.document.edits import added, with_layer_replaced
from engine.document.model import Document, GroupLayer, Layer, LayerId, PixelLayer
from engine.document.slots import slots_of
from engine.document.tree import Place, children_of, layer_by_id, places
from engine.recolor.live import Recoloring

SEPARATOR = " · "


def with_variant_groups(document: Document, layer_id: LayerId) -> Document:
    """The document with a hidden copy, above its place, for every variant of a flat layer that is
    not active, each in its colours with its shadows.

    A copy is of the group around the flat layer; without one, of the layer and all clipped to it.
    The seen one and the copies are named after their variants. The same document without variants.
    """
    slots = slots_of(layer_by_id(document, layer_id))
    if not slots.variants:
        return document
    recoloring = Recoloring(document, layer_id)
    place = places(document)[layer_id]
    top = layer_id if place.parent is None else place.parent
    result = document
    for variant in reversed(slots.variants):
        if variant.id == slots.active:
            continue
        shown = recoloring.shown(recoloring.variant(variant.id))
        title = layer_by_id(document, top).name + SEPARATOR + variant.name
        copy = replace(_block(shown, top), name=title, visible=False)
        spot = _above(result, top)
        result = added(result, _without_variants(copy), spot)
    active = next((one.name for one in slots.variants if one.id == slots.active), "")
    seen = layer_by_id(result, top)
    return with_layer_replaced(result, top, replace(seen, name=seen.name + SEPARATOR + active))


def _block(document: Document, top: LayerId) -> Layer:
    """The group `top`, or a new group of layer `top` and the layers clipped to it."""
    layer = layer_by_id(document, top)
    if isinstance(layer, GroupLayer):
        return layer
    place = places(document)[top]
    above = children_of(document, place.parent)[place.index + 1 :]
    clipped: list[Layer] = []
    for one in above:
        if not one.clipped:
            break
        clipped.append(one)
    return GroupLayer(id=LayerId(0), name=layer.name, layers=(layer, *clipped))


def _above(document: Document, top: LayerId) -> Place:
    """The place above a layer and all that is clipped to it."""
    place = places(document)[top]
    siblings = children_of(document, place.parent)
    index = place.index + 1
    while index < len(siblings) and siblings[index].clipped:
        index += 1
    return Place(place.parent, index)


def _without_variants(layer: Layer) -> Layer:
    """Copies are one variant each: they do not hold the others once more."""
    if isinstance(layer, GroupLayer):
        return replace(layer, layers=tuple(_without_variants(one) for one in layer.layers))
    if isinstance(layer, PixelLayer) and layer.slots is not None and layer.slots.variants:
        return replace(layer, slots=replace(layer.slots, variants=(), active=None))
    return layer
