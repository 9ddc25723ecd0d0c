"""Documents, layers, inputs and outcomes as they travel: structs with references to pixels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

import msgspec

from engine.document.adjustments import ADJUSTMENTS, kind_of
from engine.document.geometry import Size
from engine.document.model import (
    AdjustmentLayer,
    BlendMode,
    ColorTag,
    Document,
    GroupLayer,
    JobNote,
    Layer,
    LayerId,
    Locks,
    Mask,
    PixelLayer,
    Role,
    Slot,
    SlotMap,
    Variant,
)
from engine.document.raster import Raster
from engine.document.style import Style
from engine.document.style_values import style_from, style_values
from engine.document.tree import layer_by_id
from engine.protocol.errors import ProtocolError
from engine.protocol.payloads import (
    WireBytes,
    WireForeign,
    file_back,
    layer_back,
    packed_file,
    packed_layer,
)
from engine.protocol.pixels import PixelReader, PixelWriter, SentTiles, WirePixels, WireRaster
from engine.protocol.values import Inputs, Outcome


class WireMask(msgspec.Struct, frozen=True):
    raster: WireRaster
    density: float
    enabled: bool


class WireSlotMap(msgspec.Struct, frozen=True):
    palette: tuple[Slot, ...]
    ids: WireRaster
    second: WireRaster
    coverage: WireRaster
    variants: tuple[Variant, ...]
    active: int | None
    next_id: int


class _WireLayer(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    id: LayerId
    name: str
    visible: bool
    opacity: float
    fill_opacity: float
    blend: BlendMode
    clipped: bool
    mask: WireMask | None
    role: Role
    color_tag: ColorTag
    locks: Locks
    link: int = 0
    style: dict[str, Any]
    foreign: WireForeign | None


class WirePixelLayer(_WireLayer, frozen=True, kw_only=True, tag="pixels"):
    raster: WireRaster
    slots: WireSlotMap | None


class WireGroupLayer(_WireLayer, frozen=True, kw_only=True, tag="group"):
    layers: tuple[WireLayer, ...]
    expanded: bool


class WireAdjustmentLayer(_WireLayer, frozen=True, kw_only=True, tag="adjustment"):
    """adjustment: a key of ADJUSTMENTS. values: the fields of that kind."""

    adjustment: str
    values: dict[str, Any]


WireLayer: TypeAlias = WirePixelLayer | WireGroupLayer | WireAdjustmentLayer


class WireDocument(msgspec.Struct, frozen=True, kw_only=True):
    width: int
    height: int
    layers: tuple[WireLayer, ...]
    depth: Literal[8, 16]
    original: WireRaster | None
    profile: bytes | None
    resolution: float
    next_id: int
    jobs: tuple[JobNote, ...]
    name: str
    surround: int | None
    foreign: WireBytes | None


class WireInputs(msgspec.Struct, frozen=True):
    document: WireDocument | None = None
    pixels: WirePixels = WirePixels()


class WireOutcome(msgspec.Struct, frozen=True):
    document: WireDocument | None = None
    layers: tuple[WireLayer, ...] = ()
    warnings: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()
    pixels: WirePixels = WirePixels()


SAME_ON_THE_WIRE: Final = (
    "id",
    "name",
    "visible",
    "opacity",
    "fill_opacity",
    "blend",
    "clipped",
    "role",
    "color_tag",
    "locks",
    "link",
)
"""Fields of every layer that travel as they are."""


def _nothing() -> None:
    return None


def pack_inputs(
    inputs: Inputs, directory: Path, prefix: str, check: Callable[[], None] = _nothing
) -> tuple[WireInputs, SentTiles]:
    """Write the pixels of `inputs` into the session directory; what to say, and what was sent.

    `check` is called between tiles and may raise to stop: no file is left then.
    """
    writer = PixelWriter(directory, prefix)
    document = None if inputs.document is None else _wire_document(inputs.document, writer)
    return WireInputs(document, writer.write(check)), writer.sent


def unpack_inputs(wire: WireInputs, directory: Path) -> tuple[Inputs, SentTiles]:
    """The inputs of a job. Their tiles are views into the files, good while the job lasts."""
    reader = PixelReader(directory, wire.pixels)
    document = None if wire.document is None else _document(wire.document, reader)
    return Inputs(document), reader.sent


def pack_outcome(
    outcome: Outcome,
    directory: Path,
    prefix: str,
    known: SentTiles,
    check: Callable[[], None] = _nothing,
) -> WireOutcome:
    """Write the pixels of `outcome` that did not come with the inputs (`known`)."""
    writer = PixelWriter(directory, prefix, known)
    document = None if outcome.document is None else _wire_document(outcome.document, writer)
    layers = tuple(_wire_layer(layer, writer) for layer in outcome.layers)
    return WireOutcome(document, layers, outcome.warnings, outcome.losses, writer.write(check))


def unpack_outcome(wire: WireOutcome, directory: Path, known: SentTiles) -> Outcome:
    """The outcome in memory of its own; tiles that came with the inputs are the same objects."""
    reader = PixelReader(directory, wire.pixels, known=known, copied=True)
    document = None if wire.document is None else _document(wire.document, reader)
    layers = tuple(_layer(layer, reader) for layer in wire.layers)
    return Outcome(document, layers, wire.warnings, wire.losses)


def only_layer(document: Document, layer_id: int | None) -> Document:
    """The part of the document that a task on one layer needs; all of it for None.

    KeyError when there is no such layer.
    """
    if layer_id is None:
        return document
    layer = layer_by_id(document, LayerId(layer_id))
    return replace(document, layers=(layer,), original=None)


def _wire_document(document: Document, writer: PixelWriter) -> WireDocument:
    assert document.depth in (8, 16), document.depth
    return WireDocument(
        width=document.size.width,
        height=document.size.height,
        layers=tuple(_wire_layer(layer, writer) for layer in document.layers),
        depth=8 if document.depth == 8 else 16,
        original=_wire_raster(document.original, writer),
        profile=document.profile,
        resolution=document.resolution,
        next_id=document.next_id,
        jobs=document.jobs,
        name=document.name,
        surround=document.surround,
        foreign=packed_file(document.foreign, writer),
    )


def _document(wire: WireDocument, reader: PixelReader) -> Document:
    return Document(
        size=Size(wire.width, wire.height),
        layers=tuple(_layer(layer, reader) for layer in wire.layers),
        depth=wire.depth,
        original=None if wire.original is None else reader.raster(wire.original),
        profile=wire.profile,
        resolution=wire.resolution,
        next_id=wire.next_id,
        jobs=wire.jobs,
        name=wire.name,
        surround=wire.surround,
        foreign=file_back(wire.foreign, reader),
    )


def _wire_layer(layer: Layer, writer: PixelWriter) -> WireLayer:
    same = _same(layer)
    same |= {"style": style_values(layer.style), "foreign": packed_layer(layer, writer)}
    mask = None if layer.mask is None else _wire_mask(layer.mask, writer)
    if isinstance(layer, GroupLayer):
        children = tuple(_wire_layer(child, writer) for child in layer.layers)
        return WireGroupLayer(layers=children, expanded=layer.expanded, mask=mask, **same)
    if isinstance(layer, AdjustmentLayer):
        values = msgspec.to_builtins(layer.adjustment)
        kind = kind_of(layer.adjustment)
        return WireAdjustmentLayer(adjustment=kind, values=values, mask=mask, **same)
    return WirePixelLayer(
        raster=writer.add(layer.raster),
        slots=None if layer.slots is None else _wire_slots(layer.slots, writer),
        mask=mask,
        **same,
    )


def _layer(wire: WireLayer, reader: PixelReader) -> Layer:
    layer = _own_part(wire, reader)
    if wire.foreign is None:
        return layer
    return replace(layer, foreign=layer_back(wire.foreign, layer, reader))


def _own_part(wire: WireLayer, reader: PixelReader) -> Layer:
    """The layer without what belongs to other programs."""
    same = _same(wire)
    same["style"] = _style(wire.style)
    mask = None if wire.mask is None else _mask(wire.mask, reader)
    if isinstance(wire, WireGroupLayer):
        children = tuple(_layer(child, reader) for child in wire.layers)
        return GroupLayer(layers=children, expanded=wire.expanded, mask=mask, **same)
    if isinstance(wire, WireAdjustmentLayer):
        adjustment = msgspec.convert(wire.values, ADJUSTMENTS[wire.adjustment])
        return AdjustmentLayer(adjustment=adjustment, mask=mask, **same)
    return PixelLayer(
        raster=reader.raster(wire.raster),
        slots=None if wire.slots is None else _slots(wire.slots, reader),
        mask=mask,
        **same,
    )


def _style(values: dict[str, Any]) -> Style:
    try:
        return style_from(values)
    except ValueError as error:
        raise ProtocolError(str(error)) from error


def _same(layer: Layer | WireLayer) -> dict[str, Any]:
    return {name: getattr(layer, name) for name in SAME_ON_THE_WIRE}


def _wire_raster(raster: Raster | None, writer: PixelWriter) -> WireRaster | None:
    return None if raster is None else writer.add(raster)


def _wire_mask(mask: Mask, writer: PixelWriter) -> WireMask:
    return WireMask(writer.add(mask.raster), mask.density, mask.enabled)


def _mask(wire: WireMask, reader: PixelReader) -> Mask:
    return Mask(reader.raster(wire.raster), wire.density, wire.enabled)


def _wire_slots(slots: SlotMap, writer: PixelWriter) -> WireSlotMap:
    ids, second, coverage = (writer.add(one) for one in (slots.ids, slots.second, slots.coverage))
    return WireSlotMap(
        slots.palette, ids, second, coverage, slots.variants, slots.active, slots.next_id
    )


def _slots(wire: WireSlotMap, reader: PixelReader) -> SlotMap:
    ids, second, coverage = (reader.raster(one) for one in (wire.ids, wire.second, wire.coverage))
    return SlotMap(wire.palette, ids, second, coverage, wire.variants, wire.active, wire.next_id)
