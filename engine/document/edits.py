"""Edits: pure functions from document to document.

An edit that changes nothing returns the very same document, so that nothing is recorded for it.
Unknown layer ids raise KeyError: an edit never guesses.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from engine.document.links import fresh_links, linked
from engine.document.model import Color, Document, GroupLayer, Layer, LayerId, PixelLayer, SlotMap
from engine.document.raster import empty_raster
from engine.document.slots import recolored_layer, slots_of
from engine.document.tree import (
    Place,
    children_of,
    find_layer,
    is_inside,
    layer_by_id,
    places,
    walk,
)


def with_layer(document: Document, layer_id: LayerId, **changes: Any) -> Document:
    """The document with some fields of one layer replaced (name, visible, opacity, …)."""
    layer = layer_by_id(document, layer_id)
    if all(getattr(layer, name) == value for name, value in changes.items()):
        return document
    return with_layer_replaced(document, layer_id, replace(layer, **changes))


def with_layer_replaced(document: Document, layer_id: LayerId, layer: Layer) -> Document:
    """`layer` (already carrying a valid id) in the place of `layer_id`."""
    layer_by_id(document, layer_id)
    return replace(document, layers=_mapped(document.layers, layer_id, lambda _old: (layer,)))


def with_new_ids(document: Document, layer: Layer) -> tuple[Document, Layer]:
    """The layer with fresh ids for itself and all inside it, and the document that knows them.

    Layers inside that were linked with each other are so again, and with nothing outside.
    """
    next_id = document.next_id
    links = fresh_links(document, layer)

    def renumbered(old: Layer) -> Layer:
        nonlocal next_id
        new_id = LayerId(next_id)
        next_id += 1
        link = links.get(old.link, 0)
        if isinstance(old, GroupLayer):
            children = tuple(renumbered(child) for child in old.layers)
            return replace(old, id=new_id, link=link, layers=children)
        return replace(old, id=new_id, link=link)

    fresh = renumbered(layer)
    return replace(document, next_id=next_id), fresh


def added(document: Document, layer: Layer, place: Place) -> Document:
    """The document with a new layer at `place`. The layer (and its children) get new ids:
    the new layer's id is the `next_id` of the document before."""
    document, fresh = with_new_ids(document, layer)
    return _inserted(document, (fresh,), place)


def added_above(document: Document, layer: Layer, below: LayerId | None) -> Document:
    """The document with a new layer directly above `below`, or on top of all when it is None."""
    if below is None:
        return added(document, layer, Place(None, len(document.layers)))
    place = places(document)[below]
    return added(document, layer, Place(place.parent, place.index + 1))


def all_added_above(
    document: Document, layers: tuple[Layer, ...], below: LayerId | None
) -> Document:
    """The document with new layers in their order directly above `below`, or on top of all.

    Those that were linked with each other are so again.
    """
    group = LayerId(document.next_id)
    together = GroupLayer(id=LayerId(0), name="", layers=layers)
    return ungrouped(added_above(document, together, below), group)


def with_new_pixel_layer(document: Document, name: str, below: LayerId | None) -> Document:
    """An empty pixel layer directly above `below`."""
    layer = PixelLayer(id=LayerId(0), name=name, raster=empty_raster(document.dtype))
    return added_above(document, layer, below)


def removed(document: Document, layer_ids: Collection[LayerId]) -> Document:
    """The document without these layers (and what is inside them)."""
    if not layer_ids:
        return document
    for layer_id in layer_ids:
        layer_by_id(document, layer_id)
    return replace(document, layers=_without(document.layers, frozenset(layer_ids)))


def moved(document: Document, layer_ids: Collection[LayerId], place: Place) -> Document:
    """These layers taken out and put, in their present order, at `place`.

    `place.index` counts among the layers as they are now, moved ones included. Moving a group
    into itself raises ValueError.
    """
    chosen = frozenset(layer_ids)
    if place.parent is not None and any(is_inside(document, place.parent, one) for one in chosen):
        raise ValueError("a group cannot be moved into itself")
    siblings = children_of(document, place.parent)
    moving = tuple(
        layer
        for layer in walk(document.layers)
        if layer.id in chosen and not _has_chosen_ancestor(document, layer.id, chosen)
    )
    if not moving:
        return document
    before = sum(1 for sibling in siblings[: place.index] if sibling.id in chosen)
    rest = replace(document, layers=_without(document.layers, chosen))
    result = _inserted(rest, moving, Place(place.parent, place.index - before))
    return document if result.layers == document.layers else result


def duplicated(document: Document, layer_id: LayerId) -> Document:
    """A copy directly above the layer, its name marked as a copy."""
    layer = layer_by_id(document, layer_id)
    return added_above(document, replace(layer, name=f"{layer.name} copy"), layer_id)


def all_duplicated(
    document: Document, layer_ids: Collection[LayerId]
) -> tuple[Document, tuple[LayerId, ...]]:
    """A copy above each of these layers, and the ids of the copies in the order of the tree.

    Where all of them were linked with each other their copies are so too.
    """
    chosen = [layer for layer in walk(document.layers) if layer.id in layer_ids]
    copies = []
    for layer in chosen:
        copies.append(LayerId(document.next_id))
        document = duplicated(document, layer.id)
    links = {layer.link for layer in chosen}
    if len(links) == 1 and 0 not in links:
        document = linked(document, copies)
    return document, tuple(copies)


def grouped(document: Document, layer_ids: Collection[LayerId], name: str) -> Document:
    """A new group at the place of the topmost of these layers, holding them in their order."""
    chosen = [layer.id for layer in walk(document.layers) if layer.id in set(layer_ids)]
    if not chosen:
        return document
    document_with_group = added_above(document, GroupLayer(id=LayerId(0), name=name), chosen[-1])
    return moved(document_with_group, chosen, Place(LayerId(document.next_id), 0))


def ungrouped(document: Document, group_id: LayerId) -> Document:
    """The children of the group in its place; its mask and opacity go with it."""
    group = layer_by_id(document, group_id)
    if not isinstance(group, GroupLayer):
        return document
    children = group.layers
    return replace(document, layers=_mapped(document.layers, group_id, lambda _old: children))


def with_flat_layer(
    document: Document, layer_id: LayerId, edit: Callable[[PixelLayer], PixelLayer]
) -> Document:
    """The document with one flat layer edited (`slots.merged`, `slots.split`, …).

    KeyError when the layer has no slots.
    """
    layer = layer_by_id(document, layer_id)
    if not isinstance(layer, PixelLayer) or layer.slots is None:
        raise KeyError(f"layer {layer_id} has no slots")
    edited = edit(layer)
    return document if edited is layer else with_layer_replaced(document, layer_id, edited)


def with_palette_edited(
    document: Document, layer_id: LayerId, edit: Callable[[SlotMap], SlotMap]
) -> Document:
    """The document with the palette of one flat layer edited (`palette.renamed`, …), no pixel."""

    def edited(layer: PixelLayer) -> PixelLayer:
        slots = edit(slots_of(layer))
        return layer if slots is layer.slots else replace(layer, slots=slots)

    return with_flat_layer(document, layer_id, edited)


def recolored(document: Document, layer_id: LayerId, colors: Mapping[int, Color]) -> Document:
    """The flat layer with new colours (document depth) for some slot ids.

    Only tiles that hold one of these slots are painted anew; all other tiles are shared, so no
    pixel of any other slot changes. KeyError when the layer has no such slot.
    """
    return with_flat_layer(document, layer_id, lambda layer: recolored_layer(layer, colors))


def layer_after_removal(document: Document, layer_id: LayerId) -> LayerId | None:
    """Which layer to select once `layer_id` is removed: the one below, else above, else parent."""
    if find_layer(document, layer_id) is None:
        return None
    place = places(document)[layer_id]
    siblings = children_of(document, place.parent)
    if place.index > 0:
        return siblings[place.index - 1].id
    if place.index + 1 < len(siblings):
        return siblings[place.index + 1].id
    return place.parent


def _has_chosen_ancestor(document: Document, layer_id: LayerId, chosen: frozenset[LayerId]) -> bool:
    where = places(document)
    parent = where[layer_id].parent
    while parent is not None:
        if parent in chosen:
            return True
        parent = where[parent].parent
    return False


def _without(layers: tuple[Layer, ...], gone: frozenset[LayerId]) -> tuple[Layer, ...]:
    return tuple(
        _with_children(layer, _without(layer.layers, gone))
        if isinstance(layer, GroupLayer)
        else layer
        for layer in layers
        if layer.id not in gone
    )


def _with_children(group: GroupLayer, children: tuple[Layer, ...]) -> GroupLayer:
    """Shares the group when its children are the very same objects."""
    same = len(children) == len(group.layers) and all(
        new is old for new, old in zip(children, group.layers, strict=True)
    )
    return group if same else replace(group, layers=children)


def _mapped(
    layers: tuple[Layer, ...],
    layer_id: LayerId,
    change: Callable[[Layer], tuple[Layer, ...]],
) -> tuple[Layer, ...]:
    result: list[Layer] = []
    for layer in layers:
        if layer.id == layer_id:
            result.extend(change(layer))
        elif isinstance(layer, GroupLayer):
            result.append(_with_children(layer, _mapped(layer.layers, layer_id, change)))
        else:
            result.append(layer)
    return tuple(result)


def _inserted(document: Document, new: tuple[Layer, ...], place: Place) -> Document:
    def spliced(layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
        index = min(max(place.index, 0), len(layers))
        return layers[:index] + new + layers[index:]

    if place.parent is None:
        return replace(document, layers=spliced(document.layers))
    group = layer_by_id(document, place.parent)
    if not isinstance(group, GroupLayer):
        raise KeyError(f"layer {place.parent} is not a group")
    return with_layer_replaced(document, group.id, replace(group, layers=spliced(group.layers)))
