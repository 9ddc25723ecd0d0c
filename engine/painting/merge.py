"""Several layers made into one, drawn by the compositor.

"The same" means within one level of the document's depth.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeGuard

import numpy as np

from engine.compositor.composite import composite_planes, composite_tiles
from engine.compositor.portable import straight_pixels
from engine.document.changes import covered_tiles
from engine.document.edits import added_above, moved, removed, with_layer_replaced
from engine.document.geometry import Rect
from engine.document.model import (
    AdjustmentLayer,
    BlendMode,
    Color,
    Document,
    GroupLayer,
    Layer,
    LayerId,
    PixelLayer,
)
from engine.document.raster import (
    TILE,
    Pixels,
    Raster,
    TileKey,
    cropped,
    empty_raster,
    tiles_over,
)
from engine.document.tree import Place, children_of, is_inside, layer_by_id, places, walk
from engine.painting.tiles import full_value, with_tiles

NEUTRAL: Mapping[BlendMode, float] = MappingProxyType(
    {BlendMode.MULTIPLY: 1.0, BlendMode.SCREEN: 0.0}
)
"""Modes of which two in a row are one of the same kind, with the backdrop that shows the effect."""

PLAIN = (BlendMode.NORMAL, BlendMode.DISSOLVE)


def visible_picture(document: Document) -> Raster:
    """What the document shows inside its canvas: the sample of "all layers" for other functions."""
    return _picture(document, document.layers)


def merged_down(document: Document, layer_id: LayerId) -> Document:
    """A layer and the one directly below it as one, in the lower one's place and under its id.

    Masks and opacities go into the pixels. Two multiply (or two screen) layers become one that has
    the same effect on every opaque backdrop. Otherwise the upper layer is drawn onto the lower one
    alone and the result keeps the lower one's mode; `merge_keeps_picture` tells whether that looks
    the same. ValueError when there is nothing below or one of the two is hidden.
    """
    lower, upper = _pair(document, layer_id)
    alike = _same_effect(lower, upper)
    if alike is not None:
        raster = _effect_raster(document, lower, upper, alike)
        mode = alike
    else:
        raster = _drawn_raster(document, lower, upper)
        mode = BlendMode.NORMAL if _draws_plain(lower) else lower.blend
    merged = PixelLayer(
        id=lower.id,
        name=lower.name,
        raster=raster,
        blend=mode,
        clipped=lower.clipped,
        role=lower.role,
        color_tag=lower.color_tag,
        locks=lower.locks,
    )
    return with_layer_replaced(removed(document, (layer_id,)), lower.id, merged)


def merged_layers(document: Document, layer_ids: Collection[LayerId]) -> Document:
    """These layers as one, in the place of the topmost and under the id of the lowest of them.

    Each is merged down onto those below it, see `merged_down`; layers between them come to lie
    under the result. ValueError when one of them is hidden, or the lowest an adjustment.
    """
    chosen = [layer.id for layer in walk(document.layers) if layer.id in layer_ids]
    chosen = [
        one
        for one in chosen
        if not any(other != one and is_inside(document, one, other) for other in chosen)
    ]
    top = places(document)[chosen[-1]]
    document = moved(document, chosen, Place(top.parent, top.index + 1))
    for layer_id in chosen[1:]:
        document = merged_down(document, layer_id)
    return document


def merge_keeps_picture(document: Document, layer_id: LayerId) -> bool:
    """Whether `merged_down` leaves the picture the same, over an opaque backdrop at least.

    ValueError as in `merged_down`.
    """
    lower, upper = _pair(document, layer_id)
    if upper.clipped and not lower.clipped:
        return lower.fill_opacity == 1.0 and not isinstance(lower, GroupLayer)
    if upper.clipped != lower.clipped or _is_base(document, layer_id):
        return False
    if _same_effect(lower, upper) is not None:
        return True
    if not _draws_plain(lower) or isinstance(upper, AdjustmentLayer):
        return False
    if isinstance(upper, PixelLayer) and upper.blend in PLAIN:
        return True
    return isinstance(lower, PixelLayer) and _is_opaque_under(document, lower, upper)


def stamped(document: Document, *, above: LayerId | None = None, name: str = "Stamp") -> Document:
    """The visible picture as a new layer, on top of all or directly above a layer."""
    layer = PixelLayer(id=LayerId(0), name=name, raster=visible_picture(document))
    return added_above(document, layer, above)


def flattened(
    document: Document, *, backdrop: Color | None = None, name: str = "Background"
) -> Document:
    """One layer that looks the same as the whole document; hidden layers are gone.

    backdrop: a colour in the document's depth laid under everything; None keeps transparency.
    """
    picture = visible_picture(document)
    layer = PixelLayer(id=LayerId(document.next_id), name=name, raster=picture)
    if backdrop is not None:
        solid: Pixels = np.empty((TILE, TILE, 4), document.dtype)
        solid[...] = (*backdrop, full_value(document.dtype))
        tiles = with_tiles(
            empty_raster(document.dtype), dict.fromkeys(tiles_over(document.size.rect), solid)
        )
        below = replace(layer, raster=cropped(tiles, document.size.rect))
        layer = replace(layer, raster=_picture(document, (below, layer)))
    return replace(document, layers=(layer,), next_id=document.next_id + 1)


def merged_visible(document: Document) -> Document:
    """All visible layers of the top level as one, in the place of the lowest of them.

    The picture stays the same; hidden layers stay as they are.
    """
    visible = [layer for layer in document.layers if layer.visible]
    if not visible:
        return document
    lowest = visible[0]
    merged = PixelLayer(id=lowest.id, name=lowest.name, raster=visible_picture(document))
    layers = tuple(
        merged if layer is lowest else layer
        for layer in document.layers
        if layer is lowest or not layer.visible
    )
    return replace(document, layers=layers)


def _picture(document: Document, layers: tuple[Layer, ...]) -> Raster:
    """What these layers show inside the canvas."""
    canvas = set(tiles_over(document.size.rect))
    keys = sorted(canvas & _covered(layers, document.size.rect))
    return with_tiles(empty_raster(document.dtype), composite_tiles(document, keys, layers=layers))


def _covered(layers: tuple[Layer, ...], canvas: Rect) -> set[TileKey]:
    return set().union(*(covered_tiles(layer, canvas) for layer in layers))


def _pair(document: Document, layer_id: LayerId) -> tuple[Layer, Layer]:
    place = places(document)[layer_id]
    if place.index == 0:
        raise ValueError("There is no layer below to merge with.")
    siblings = children_of(document, place.parent)
    lower, upper = siblings[place.index - 1], siblings[place.index]
    if not (lower.visible and upper.visible):
        raise ValueError("Hidden layers cannot be merged.")
    if isinstance(lower, AdjustmentLayer):
        raise ValueError("A layer cannot be merged into an adjustment.")
    return lower, upper


def _is_base(document: Document, layer_id: LayerId) -> bool:
    """Whether the layer above is clipped to this one."""
    place = places(document)[layer_id]
    siblings = children_of(document, place.parent)
    layer = layer_by_id(document, layer_id)
    above = siblings[place.index + 1 : place.index + 2]
    return not layer.clipped and any(one.clipped for one in above)


def _draws_plain(layer: Layer) -> bool:
    return layer.blend in PLAIN or (
        isinstance(layer, GroupLayer) and layer.blend is BlendMode.PASS_THROUGH
    )


def _same_effect(lower: Layer, upper: Layer) -> BlendMode | None:
    """The mode of two layers that can be one of the same mode."""
    if upper.blend is not lower.blend or lower.clipped != upper.clipped:
        return None
    return lower.blend if lower.blend in NEUTRAL else None


def _drawn_raster(document: Document, lower: Layer, upper: Layer) -> Raster:
    """The upper layer drawn onto the lower one and nothing else."""
    if upper.clipped and lower.clipped:
        upper = replace(upper, clipped=False)
    base = replace(lower, clipped=False)
    if not _draws_plain(lower):
        base = replace(base, blend=BlendMode.NORMAL)
    canvas = document.size.rect
    keys = covered_tiles(upper, canvas)
    if isinstance(upper, AdjustmentLayer) and upper.mask is None:
        keys = covered_tiles(lower, canvas)  # also what lies outside the canvas
    start = empty_raster(document.dtype)
    if _is_bare(lower):
        start = lower.raster  # where the upper layer has nothing its tiles stay
    else:
        keys = keys | covered_tiles(lower, canvas)
    return with_tiles(
        start,
        _straight(document, composite_planes([base, upper], sorted(keys), depth=document.depth)),
    )


def _is_bare(layer: Layer) -> TypeGuard[PixelLayer]:
    """Whether the layer shows its pixels just as they are stored."""
    return (
        isinstance(layer, PixelLayer)
        and layer.opacity == layer.fill_opacity == 1.0
        and (layer.mask is None or not layer.mask.enabled)
        and layer.blend is not BlendMode.DISSOLVE
    )


def _effect_raster(document: Document, lower: Layer, upper: Layer, mode: BlendMode) -> Raster:
    """One layer of `mode` that does to an opaque backdrop what these two do.

    Their effect on the neutral backdrop is E, their common alpha A. A layer of alpha A has that
    effect when its colour is 1 - (1 - E) / A for multiply and E / A for screen.
    """
    layers = [replace(layer, clipped=False) for layer in (lower, upper)]
    canvas = document.size.rect
    keys = sorted(covered_tiles(lower, canvas) | covered_tiles(upper, canvas))
    neutral = np.full((4, TILE, TILE), NEUTRAL[mode], np.float32)
    neutral[3] = 1.0
    effects = composite_planes(
        layers, keys, depth=document.depth, backdrops=dict.fromkeys(keys, neutral)
    )
    alphas = composite_planes(layers, keys, depth=document.depth)
    for key in keys:
        planes = effects[key]
        planes[3] = alphas[key][3]
        if mode is BlendMode.MULTIPLY:
            planes[:3] -= 1.0 - planes[3]
        np.clip(planes[:3], 0.0, planes[3], out=planes[:3])
    return with_tiles(empty_raster(document.dtype), _straight(document, effects))


def _straight(
    document: Document, planes: Mapping[TileKey, np.ndarray[tuple[int, ...], np.dtype[np.float32]]]
) -> dict[TileKey, Pixels]:
    return {key: straight_pixels(values, document.dtype) for key, values in planes.items()}


def _is_opaque_under(document: Document, lower: PixelLayer, upper: Layer) -> bool:
    """Whether the lower layer is fully opaque wherever the upper one has anything."""
    keys = sorted(covered_tiles(upper, document.size.rect))
    below = composite_planes([replace(lower, clipped=False)], keys, depth=document.depth)
    above = composite_planes(
        [replace(upper, clipped=False, blend=BlendMode.NORMAL)], keys, depth=document.depth
    )
    return not any(((above[key][3] > 0) & (below[key][3] < 1.0)).any() for key in keys)
