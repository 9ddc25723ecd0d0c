"""What a finished job means for the document, which may have changed since it was asked."""

from __future__ import annotations

from dataclasses import replace

from app.engine_link.job import Job
from engine.document.edits import all_added_above, removed
from engine.document.model import BlendMode, Document, GroupLayer, Layer, LayerId, PixelLayer
from engine.document.tree import children_of, find_layer, places
from engine.protocol.params import layer_of
from engine.protocol.values import Outcome

KEPT = (
    "name",
    "visible",
    "opacity",
    "fill_opacity",
    "blend",
    "clipped",
    "mask",
    "color_tag",
    "locks",
)
"""What the artist may have changed on a layer meanwhile, and what then counts."""


def applied(document: Document, job: Job, outcome: Outcome) -> Document:
    """`document`, as it is now, with the outcome of a finished job: an edit for `session.apply`.

    Layers take the place of the layer that the job was given. When that is gone, or was painted on
    meanwhile, they are added above it (or on top of all) and nothing is replaced. A whole document
    replaces the one it was made from; if that was edited meanwhile, its layers come in as above.
    """
    if outcome.document is None:
        return _with_layers(document, outcome.layers, layer_of(job.params), job.document)
    if job.document is None or job.document is document:
        return outcome.document
    only = job.document.layers[0].id if len(job.document.layers) == 1 else None
    edited = _with_layers(document, outcome.document.layers, only, job.document)
    return replace(edited, original=document.original or outcome.document.original)


def _with_layers(
    document: Document, layers: tuple[Layer, ...], asked: int | None, submitted: Document | None
) -> Document:
    """The layers that were made of the layer `asked` of `submitted`, put where they belong."""
    if not layers:
        return document
    now = None if asked is None else find_layer(document, LayerId(asked))
    if now is None:
        return all_added_above(document, layers, None)
    then = None if submitted is None else find_layer(submitted, now.id)
    if not _has_same_pixels(now, then):
        return all_added_above(document, layers, now.id)
    layers = tuple(_kept(layer, now, then) for layer in layers)
    if _carries_clipped(document, now.id):
        layers = tuple(_isolated(layer) for layer in layers)
    return removed(all_added_above(document, layers, now.id), (now.id,))


def _has_same_pixels(now: Layer, then: Layer | None) -> bool:
    return (
        isinstance(now, PixelLayer) and isinstance(then, PixelLayer) and now.raster is then.raster
    )


def _kept(layer: Layer, now: Layer, then: Layer | None) -> Layer:
    """`layer` with what the artist changed between `then` and `now`."""
    changed = (name for name in KEPT if getattr(now, name) != getattr(then, name))
    return replace(layer, **{name: getattr(now, name) for name in changed})


def _carries_clipped(document: Document, layer_id: LayerId) -> bool:
    """Whether the layer above is clipped to this one."""
    place = places(document)[layer_id]
    siblings = children_of(document, place.parent)
    return place.index + 1 < len(siblings) and siblings[place.index + 1].clipped


def _isolated(layer: Layer) -> Layer:
    """The layer as something that others can be clipped to: one picture, not passing through."""
    is_passing = isinstance(layer, GroupLayer) and layer.blend is BlendMode.PASS_THROUGH
    return replace(layer, blend=BlendMode.NORMAL) if is_passing else layer
