"""Layers that move and are transformed together: an object with its shadow and its reflection.

Linked layers carry the same number (`link`); 0 is no link. A number that only one layer carries
means nothing, so layers may come and go without anything to tidy up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from engine.document.model import Document, GroupLayer, Layer, LayerId
from engine.document.tree import walk


def links_in_use(layers: tuple[Layer, ...]) -> frozenset[int]:
    """The numbers that at least two of these layers, or layers inside them, carry."""
    counted = Counter(layer.link for layer in walk(layers) if layer.link)
    return frozenset(link for link, count in counted.items() if count > 1)


def with_linked(document: Document, layer_ids: Collection[LayerId]) -> tuple[LayerId, ...]:
    """These layers, then those that are linked with one of them, bottom to top."""
    chosen = dict.fromkeys(layer_ids)
    links = {layer.link for layer in walk(document.layers) if layer.id in chosen and layer.link}
    if links:
        others = (layer.id for layer in walk(document.layers) if layer.link in links)
        chosen |= dict.fromkeys(others)
    return tuple(chosen)


def linked(document: Document, layer_ids: Collection[LayerId]) -> Document:
    """These layers linked with each other and with all that they were linked with before.

    One layer alone cannot be linked: the same document comes back.
    """
    joined = frozenset(with_linked(document, layer_ids))
    if len(joined) < 2:
        return document
    present = {layer.link for layer in walk(document.layers) if layer.id in joined}
    if len(present) == 1 and 0 not in present:
        return document
    return _with_link(document, joined, _free(document))


def unlinked(document: Document, layer_ids: Collection[LayerId]) -> Document:
    """These layers linked with nothing any more; those they leave behind stay linked."""
    return _with_link(document, frozenset(layer_ids), 0)


def fresh_links(document: Document, layer: Layer) -> dict[int, int]:
    """For the links inside a layer that is about to be added: numbers the document does not use."""
    free = _free(document)
    return {link: free + at for at, link in enumerate(sorted(links_in_use((layer,))))}


def _free(document: Document) -> int:
    return 1 + max((layer.link for layer in walk(document.layers)), default=0)


def _with_link(document: Document, layer_ids: frozenset[LayerId], link: int) -> Document:
    def changed(layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
        new = tuple(one(layer) for layer in layers)
        same = all(after is before for after, before in zip(new, layers, strict=True))
        return layers if same else new

    def one(layer: Layer) -> Layer:
        if isinstance(layer, GroupLayer):
            children = changed(layer.layers)
            if children is not layer.layers:
                layer = replace(layer, layers=children)
        is_other = layer.id in layer_ids and layer.link != link
        return replace(layer, link=link) if is_other else layer

    layers = changed(document.layers)
    return document if layers is document.layers else replace(document, layers=layers)
