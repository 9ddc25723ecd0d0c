"""Walking the layer tree. Every function is pure and reads only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.document.model import Document, GroupLayer, Layer, LayerId, PixelLayer


@dataclass(frozen=True, slots=True)
class Place:
    """Where a layer lies: inside `parent` (None = the top of the document) at `index` from the
    bottom."""

    parent: LayerId | None
    index: int


def walk(layers: tuple[Layer, ...]) -> Iterator[Layer]:
    """Every layer, bottom to top, a group before its children."""
    for layer in layers:
        yield layer
        if isinstance(layer, GroupLayer):
            yield from walk(layer.layers)


def pixel_layers(layers: tuple[Layer, ...]) -> Iterator[PixelLayer]:
    """The pixel layers among `layers` and inside them, bottom to top."""
    return (layer for layer in walk(layers) if isinstance(layer, PixelLayer))


def find_layer(document: Document, layer_id: LayerId) -> Layer | None:
    """The layer with this id, or None when it is gone."""
    return next((layer for layer in walk(document.layers) if layer.id == layer_id), None)


def layer_by_id(document: Document, layer_id: LayerId) -> Layer:
    """The layer with this id. KeyError when there is none."""
    layer = find_layer(document, layer_id)
    if layer is None:
        raise KeyError(f"no layer {layer_id}")
    return layer


def places(document: Document) -> dict[LayerId, Place]:
    """Where every layer of the document lies."""
    found: dict[LayerId, Place] = {}

    def visit(layers: tuple[Layer, ...], parent: LayerId | None) -> None:
        for index, layer in enumerate(layers):
            found[layer.id] = Place(parent, index)
            if isinstance(layer, GroupLayer):
                visit(layer.layers, layer.id)

    visit(document.layers, None)
    return found


def children_of(document: Document, parent: LayerId | None) -> tuple[Layer, ...]:
    """The layers inside a group, or the document's own when `parent` is None.

    KeyError when there is no such group.
    """
    if parent is None:
        return document.layers
    group = layer_by_id(document, parent)
    if not isinstance(group, GroupLayer):
        raise KeyError(f"layer {parent} is not a group")
    return group.layers


def is_inside(document: Document, layer_id: LayerId, group_id: LayerId) -> bool:
    """Whether `layer_id` is `group_id` itself or lies somewhere inside it."""
    group = layer_by_id(document, group_id)
    return any(layer.id == layer_id for layer in walk((group,)))
