"""A layer tree as a flat list of operations, the same for every tile.

The operations work on a stack of *frames* (premultiplied colour and alpha of what is drawn so far):

    DRAW            pixels of a layer onto the top frame
    GROUP_BEGIN     a new, transparent frame                          isolated group
    GROUP_END       top frame, as one picture, onto the one below
    THROUGH_BEGIN   a copy of the top frame                           pass-through group
    THROUGH_END     lerp from the frame below to the top one
    CLIP_PIXELS     a new frame with a layer's colour at alpha 1, its alpha kept aside
    CLIP_GROUP      the same from the group result in the top frame
    CLIP_END        top frame with the kept alpha onto the one below
    ADJUST          the colours of the top frame changed, its alpha kept

What can be decided once is decided here: hidden layers are gone, pass-through groups that change
nothing are spliced into their parent, runs of clipped layers are found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from engine.compositor.adjust import Prepared, prepared
from engine.compositor.blend import NEUTRAL
from engine.compositor.styles import styled
from engine.document.adjustments import changes_nothing
from engine.document.model import (
    AdjustmentLayer,
    BlendMode,
    GroupLayer,
    Layer,
    Mask,
    PixelLayer,
)
from engine.document.raster import Raster
from engine.document.style import PLAIN


class Code(IntEnum):
    DRAW = 0
    GROUP_BEGIN = 1
    GROUP_END = 2
    THROUGH_BEGIN = 3
    THROUGH_END = 4
    CLIP_PIXELS = 5
    CLIP_GROUP = 6
    CLIP_END = 7
    ADJUST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """opacity: 0..1, opacity × fill except where fill works inside the blend (then fill < 1).

    raster: of DRAW and CLIP_PIXELS. mask: only when it is enabled and has an effect; sits on the
    operation that knows the alpha (DRAW, GROUP_END, THROUGH_END, CLIP_PIXELS, CLIP_GROUP, ADJUST).
    adjustment: of ADJUST.
    length: for GROUP_BEGIN and CLIP_*, how many operations further its end lies.
    """

    code: Code
    mode: BlendMode = BlendMode.NORMAL
    opacity: float = 1.0
    fill: float = 1.0
    seed: int = 0
    raster: Raster | None = None
    mask: Mask | None = None
    adjustment: Prepared | None = None
    length: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """depth: how many frames are needed at most, at least 1."""

    operations: tuple[Operation, ...]
    depth: int


def planned(layers: Sequence[Layer], bits: int) -> Plan:
    """The plan that draws `layers` (bottom to top) onto one frame.

    bits: the document's depth, 8 or 16, which adjustments work at.
    """
    operations = _stack(layers, bits)
    depth = deepest = 1
    for operation in operations:
        match operation.code:
            case Code.ADJUST:
                deepest = max(deepest, depth + 1)  # it works in the frame above
            case Code.GROUP_BEGIN | Code.THROUGH_BEGIN | Code.CLIP_PIXELS:
                depth += 1
            case Code.GROUP_END | Code.THROUGH_END | Code.CLIP_END:
                depth -= 1
            case _:
                pass
        deepest = max(deepest, depth)
    return Plan(tuple(operations), deepest)


def _stack(layers: Sequence[Layer], bits: int) -> list[Operation]:
    """Operations of one level of the tree: bases, each with the layers clipped to it."""
    operations: list[Operation] = []
    start = 0
    while start < len(layers):
        stop = start + 1
        while stop < len(layers) and layers[stop].clipped:
            stop += 1
        base = layers[start]
        # Clipped layers vanish with their base. The lowest layer has nothing to be clipped to
        # and counts as a base.
        if _shows(base):
            if _is_styled(base, stop - start > 1):
                operations += _styled(base, layers[start + 1 : stop], bits)
                start = stop
                continue
            clipped = [op for layer in layers[start + 1 : stop] for op in _single(layer, bits)]
            operations += _run(base, clipped, bits) if clipped else _single(base, bits)
        start = stop
    return operations


def _shows(layer: Layer) -> bool:
    return (
        layer.visible
        and layer.opacity > 0.0
        and (layer.fill_opacity > 0.0 or bool(layer.style.effects))
    )


def _is_styled(layer: Layer, has_clipped: bool) -> bool:
    """Whether the layer needs more than its pixels, mode, opacity and mask."""
    if isinstance(layer, AdjustmentLayer):
        return False
    return bool(layer.style.effects) or (has_clipped and layer.style.clips_apart)


def _styled(layer: Layer, above: Sequence[Layer], bits: int) -> list[Operation]:
    """Operations of a layer with a style and of the layers clipped to it (styles.py says how)."""
    if isinstance(layer, AdjustmentLayer):
        return []
    inside: list[Operation] = []
    if isinstance(layer, GroupLayer):
        inside = _stack(layer.layers, bits)
        raster = group_raster(layer.layers, bits)
    else:
        raster = layer.raster
    style = layer.style
    parts = styled(raster, _mask(layer), style)
    hidden_by = _mask(layer) if style.mask_hides_effects else None
    effects = [
        (
            drawn.is_below,
            Operation(
                code=Code.DRAW,
                mode=drawn.mode,
                opacity=drawn.opacity * (layer.opacity if drawn.is_below else 1.0),
                seed=layer.id,
                raster=drawn.raster,
                mask=hidden_by if drawn.is_below else None,
            ),
        )
        for drawn in parts.effects
    ]
    below = [operation for is_below, operation in effects if is_below]
    within = [operation for is_below, operation in effects if not is_below]
    clipped = [op for one in above for op in _single(one, bits)]
    whole = replace(layer, opacity=1.0, mask=None, style=PLAIN)
    if isinstance(layer, GroupLayer) and layer.blend is BlendMode.PASS_THROUGH and not clipped:
        if layer.fill_opacity == 0.0:
            drawn_layer: list[Operation] = []
        else:
            drawn_layer = inside
    else:
        drawn_layer = None
    if drawn_layer is None:
        solid = PixelLayer(
            id=layer.id,
            name="",
            raster=parts.opaque,
            fill_opacity=layer.fill_opacity,
            blend=BlendMode.NORMAL if layer.blend is BlendMode.PASS_THROUGH else layer.blend,
        )
        if style.clips_apart or not clipped:
            if style.interior_as_group and within:
                drawn_layer = _run(solid, within, bits) + clipped
                within = []
            else:
                drawn_layer = (_single(solid, bits) if layer.fill_opacity else []) + clipped
        elif style.interior_as_group:
            drawn_layer = _run(solid, within + clipped, bits)
            within = []
        else:
            drawn_layer = _run(solid, clipped, bits) if layer.fill_opacity else []
    del whole
    end = Operation(code=Code.THROUGH_END, opacity=layer.opacity, mask=parts.shape)
    if not drawn_layer and not within:
        return below
    return [*below, Operation(code=Code.THROUGH_BEGIN), *drawn_layer, *within, end]


def _single(layer: Layer, bits: int) -> list[Operation]:
    """Operations of a layer that nothing is clipped to."""
    if not _shows(layer):
        return []
    if _is_styled(layer, has_clipped=False):
        return _styled(layer, (), bits)
    if isinstance(layer, AdjustmentLayer):
        if changes_nothing(layer.adjustment) and layer.blend is BlendMode.NORMAL:
            return []
        ready = prepared(layer.adjustment, bits)
        return [replace(_blending(layer), code=Code.ADJUST, adjustment=ready, mask=_mask(layer))]
    if isinstance(layer, PixelLayer):
        end = _blending(layer)
        return [replace(end, code=Code.DRAW, raster=layer.raster, mask=_mask(layer))]
    inside = _stack(layer.layers, bits)
    if not inside:
        return []
    if layer.blend is not BlendMode.PASS_THROUGH:
        end = replace(_blending(layer), code=Code.GROUP_END, mask=_mask(layer))
        return [Operation(code=Code.GROUP_BEGIN, length=len(inside) + 1), *inside, end]
    through = Operation(
        code=Code.THROUGH_END, opacity=layer.opacity * layer.fill_opacity, mask=_mask(layer)
    )
    if through.opacity == 1.0 and through.mask is None:
        return inside
    return [Operation(code=Code.THROUGH_BEGIN), *inside, through]


def _run(base: Layer, clipped: list[Operation], bits: int) -> list[Operation]:
    """Operations of a base and what is clipped to it.

    The clipped layers are blended onto the base's colour at alpha 1; the result goes onto the
    backdrop with the base's alpha, mode and opacity. A pass-through group is isolated by that.
    An adjustment has no pixels of its own: what is clipped to it is drawn onto the adjusted
    backdrop, as far as its mask and opacity go.
    """
    if isinstance(base, AdjustmentLayer):
        adjusting = _single(replace(base, opacity=1.0, fill_opacity=1.0, mask=None), bits)
        share = base.opacity * base.fill_opacity
        through = Operation(code=Code.THROUGH_END, opacity=share, mask=_mask(base))
        return [Operation(code=Code.THROUGH_BEGIN), *adjusting, *clipped, through]
    end = _blending(base)
    length = len(clipped) + 1
    if isinstance(base, PixelLayer):
        begin = Operation(
            code=Code.CLIP_PIXELS, raster=base.raster, mask=_mask(base), length=length
        )
        return [begin, *clipped, end]
    inside = _stack(base.layers, bits)
    if not inside:
        return []
    middle = Operation(code=Code.CLIP_GROUP, mask=_mask(base), length=length)
    begin = Operation(code=Code.GROUP_BEGIN, length=len(inside) + 1 + length)
    return [begin, *inside, middle, *clipped, end]


def _blending(layer: Layer) -> Operation:
    """How the layer goes onto its backdrop."""
    mode = BlendMode.NORMAL if layer.blend is BlendMode.PASS_THROUGH else layer.blend
    inner = mode in NEUTRAL and layer.fill_opacity < 1.0
    return Operation(
        code=Code.CLIP_END,
        mode=mode,
        opacity=layer.opacity if inner else layer.opacity * layer.fill_opacity,
        fill=layer.fill_opacity if inner else 1.0,
        seed=layer.id,
    )


def _mask(layer: Layer) -> Mask | None:
    mask = layer.mask
    return mask if mask is not None and mask.enabled and mask.density > 0.0 else None
