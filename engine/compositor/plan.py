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
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from engine.compositor.adjust import Prepared, prepared
from engine.compositor.blend import NEUTRAL
from engine.compositor.boards import board_mask, board_paper
from engine.compositor.job import WHOLE, TileJob
from engine.document.adjustments import changes_nothing
from engine.document.model import (
    AdjustmentLayer,
    BlendMode,
    GroupLayer,
    Layer,
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
)
from engine.document.style import PLAIN, Board
from engine.document.tree import walk

if TYPE_CHECKING:
    from engine.compositor.styles import Drawn


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
    adjustment: of ADJUST. is_text: in the normal mode, mixed as text is.
    is_under: of DRAW, onto the frame below the top one; of THROUGH_BEGIN, a copy of that one.
    rounds: the frame is rounded to 8 bit afterwards; on CLIP_PIXELS and CLIP_GROUP it says so of
    their end.
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
    is_text: bool = False
    is_under: bool = False
    rounds: bool = False


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
            above = layers[start + 1 : stop]
            if _is_styled(base, has_clipped=bool(above)):
                operations += _rounding(base, _styled(base, above, bits), bits)
            else:
                clipped = _clipped(above, bits)
                keeps = bool(above) and isinstance(base, GroupLayer) and _holds_adjustments(base)
                drawn = _run(base, clipped, bits) if clipped or keeps else _single(base, bits)
                operations += _rounding(base, drawn, bits)
        start = stop
    return operations


def _clipped(layers: Sequence[Layer], bits: int) -> list[Operation]:
    """Operations of layers clipped to one, for the inside of its frame."""
    return [op for layer in layers for op in _rounding(layer, _single(layer, bits), bits)]


def _rounding(layer: Layer, operations: list[Operation], bits: int) -> list[Operation]:
    """The operations of a layer, the last of which rounds when the layer says so.

    A pass-through group that is spliced into its parent ends with a layer that does so itself.
    """
    if bits != 8 or not operations or not layer.style.rounded:
        return operations
    last = replace(operations[-1], rounds=True)
    operations = [*operations[:-1], last]
    for index, operation in enumerate(operations[:-1]):
        is_clip = operation.code in (Code.CLIP_PIXELS, Code.CLIP_GROUP)
        if is_clip and index + operation.length == len(operations) - 1:
            operations[index] = replace(operation, rounds=True)
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
    from engine.compositor.styles import styled  # loads OpenCV, which few documents need

    style = layer.style
    raster = layer.raster if isinstance(layer, PixelLayer) else group_raster(layer.layers, bits)
    parts = styled(raster, _mask(layer), style)
    hidden_by = _mask(layer) if style.mask_hides_effects else None
    through = isinstance(layer, GroupLayer) and layer.blend is BlendMode.PASS_THROUGH and not above
    below: list[Operation] = []
    beside: list[Operation] = []
    for drawn in parts.effects:
        if drawn.is_below:
            shares = drawn.opacity * layer.opacity
            one = replace(_effect(drawn, layer.id), opacity=shares, mask=hidden_by)
            if drawn.knocked_out and not through:
                beside.append(replace(one, is_under=True))
            else:
                below.append(one)
    within = [
        operation
        for drawn in parts.effects
        if not drawn.is_below
        for operation in _within(drawn, layer.id)
    ]
    clipped = _clipped(above, bits)
    begin = Operation(code=Code.THROUGH_BEGIN)
    end = Operation(
        code=Code.THROUGH_END, opacity=layer.opacity, mask=parts.shape, is_text=style.is_text
    )
    if through:
        content = _single(replace(layer, style=PLAIN), bits)
        return [*below, *content, *([begin, *within, end] if within else [])]
    solid = PixelLayer(
        id=layer.id,
        name=layer.name,
        raster=parts.pixels,
        fill_opacity=layer.fill_opacity,
        blend=layer.blend,
    )
    # What belongs to the layer is blended with it as one; the rest lies on top, within the shape.
    own = within if style.interior_as_group else []
    own, on_top = (own, clipped) if style.clips_apart else (own + clipped, [])
    on_top = on_top if style.interior_as_group else [*on_top, *within]
    if layer.fill_opacity > 0.0:
        on_top = [*(_run(solid, own, bits) if own else _single(solid, bits)), *on_top]
    # What lies beside comes last: until then the frame below is the backdrop as it was.
    return [*below, begin, *on_top, *beside, end] if on_top or beside else below


def _effect(drawn: Drawn, seed: int) -> Operation:
    return Operation(
        code=Code.DRAW, mode=drawn.mode, opacity=drawn.opacity, seed=seed, raster=drawn.raster
    )


def _within(drawn: Drawn, seed: int) -> list[Operation]:
    """Operations of an effect within the shape, in the frame above the untouched backdrop."""
    draw = _effect(drawn, seed)
    if drawn.cover is None:
        return [draw]
    begin = Operation(code=Code.THROUGH_BEGIN, is_under=True)
    return [begin, draw, Operation(code=Code.THROUGH_END, mask=drawn.cover)]


@lru_cache(maxsize=16)
def group_raster(layers: tuple[Layer, ...], bits: int) -> Raster:
    """What a group's layers look like on nothing, for effects that need its shape."""
    from engine.compositor.composite import draw  # draws plans, so it cannot be imported above

    plan = planned(layers, bits)
    keys = {key for one in plan.operations if one.raster is not None for key in one.raster.tiles}
    dtype = np.dtype(np.uint8 if bits == 8 else np.uint16)
    tiles: dict[TileKey, Pixels] = {key: np.zeros((TILE, TILE, 4), dtype) for key in keys}
    draw(plan, [TileJob(key, WHOLE, tile) for key, tile in tiles.items()])
    shown = {key: frozen_tile(tile) for key, tile in tiles.items() if tile[..., 3].any()}
    return raster_from_tiles(empty_raster(dtype), shown)


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
        if not layer.raster.tiles:
            return []
        end = _blending(layer)
        return [replace(end, code=Code.DRAW, raster=layer.raster, mask=_mask(layer))]
    inside = _stack(layer.layers, bits)
    board = layer.style.board
    if board is not None:
        return _on_board(layer, board, inside, bits)
    if not inside:
        return []
    keeps_to_itself = layer.fill_opacity < 1.0 and _holds_adjustments(layer)
    if layer.blend is not BlendMode.PASS_THROUGH or keeps_to_itself:
        end = replace(_blending(layer), code=Code.GROUP_END, mask=_mask(layer))
        return [Operation(code=Code.GROUP_BEGIN, length=len(inside) + 1), *inside, end]
    through = Operation(
        code=Code.THROUGH_END, opacity=layer.opacity * layer.fill_opacity, mask=_mask(layer)
    )
    if through.opacity == 1.0 and through.mask is None:
        return inside
    return [Operation(code=Code.THROUGH_BEGIN), *inside, through]


def _on_board(
    group: GroupLayer, board: Board, inside: list[Operation], bits: int
) -> list[Operation]:
    """Operations of an artboard, from those of what lies in it."""
    paper = board_paper(board, bits)
    if paper is not None:
        inside = [Operation(code=Code.DRAW, raster=paper), *inside]
    if not inside:
        return []
    end = replace(_blending(group), code=Code.GROUP_END, mask=board_mask(board, bits))
    return [Operation(code=Code.GROUP_BEGIN, length=len(inside) + 1), *inside, end]


def _holds_adjustments(group: GroupLayer) -> bool:
    """Whether adjustments show in it.

    A pass-through group whose fill is less than whole, or to which something is clipped, keeps them
    to itself. (Exact on files of Photoshop; of blend modes in a group with less fill Photoshop
    makes something in between.)
    """
    return any(isinstance(layer, AdjustmentLayer) and layer.visible for layer in walk(group.layers))


def _run(base: Layer, clipped: list[Operation], bits: int) -> list[Operation]:
    """Operations of a base and what is clipped to it.

    The clipped layers are blended onto the base's colour at alpha 1; the result goes onto the
    backdrop with the base's alpha, mode and opacity. A pass-through group is isolated by that,
    unless modes in it work on what lies below.
    An adjustment has no pixels of its own: what is clipped to it is drawn onto the adjusted
    backdrop, as far as its mask and opacity go.
    """
    if isinstance(base, AdjustmentLayer):
        adjusting = _single(replace(base, opacity=1.0, fill_opacity=1.0, mask=None), bits)
        share = base.opacity * base.fill_opacity
        through = Operation(code=Code.THROUGH_END, opacity=share, mask=_mask(base))
        return [Operation(code=Code.THROUGH_BEGIN), *adjusting, *clipped, through]
    if isinstance(base, GroupLayer) and _reaches_through(base):
        return _over_through(base, clipped, bits)
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


def _reaches_through(group: GroupLayer) -> bool:
    """Whether modes in a pass-through group are blended with what lies below it."""
    return (
        group.blend is BlendMode.PASS_THROUGH
        and not _holds_adjustments(group)
        and any(
            layer.visible and layer.blend not in (BlendMode.NORMAL, BlendMode.PASS_THROUGH)
            for layer in walk(group.layers)
        )
    )


def _over_through(base: GroupLayer, clipped: list[Operation], bits: int) -> list[Operation]:
    """Operations of such a group and of what is clipped to it, which is blended with all that is
    there then, within the group's shape. (Exact on a file of Photoshop.)"""
    from engine.compositor.styles import styled

    shape = styled(group_raster(base.layers, bits), _mask(base), PLAIN).shape
    share = base.opacity * base.fill_opacity
    end = Operation(code=Code.THROUGH_END, opacity=share, mask=shape)
    return [*_single(base, bits), Operation(code=Code.THROUGH_BEGIN), *clipped, end]


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
        is_text=layer.style.is_text and mode is BlendMode.NORMAL,
    )


def _mask(layer: Layer) -> Mask | None:
    mask = layer.mask
    return mask if mask is not None and mask.enabled and mask.density > 0.0 else None
