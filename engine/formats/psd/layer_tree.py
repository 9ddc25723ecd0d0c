"""Layer records -> the tree of layers, and what of them cannot be drawn yet."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field, replace

import numpy as np

from engine.document.adjustments import Adjustment
from engine.document.geometry import Rect
from engine.document.model import (
    AdjustmentLayer,
    BlendMode,
    ColorTag,
    GroupLayer,
    Layer,
    LayerId,
    Mask,
    PixelLayer,
)
from engine.document.raster import Raster, content_bounds, empty_raster
from engine.document.style import Frame, Gradient, Paint, Style
from engine.formats.limits import MAX_NESTING
from engine.formats.psd import mapping
from engine.formats.psd.adjustments import adjustment_of
from engine.formats.psd.fills import fill_of, filled_raster
from engine.formats.psd.keeping import kept_layer
from engine.formats.psd.masks import (
    SHAPE_CONTENT,
    VECTOR_MASK,
    feathered,
    mask_source,
    needs_path,
    needs_redrawing,
    path_bounds,
    path_mask,
    product_of_masks,
)
from engine.formats.psd.records import ColorMode, LayerRecord, PsdFile
from engine.formats.psd.styles import EFFECTS, StyleSources, style_of
from engine.formats.psd.undrawn import remark, undrawn


@dataclass(slots=True)
class LayerTree:
    """The records of one file on their way into layers.

    mode: of the file; in other inks than RGB and gray, adjustments mean something else.
    veiled: indices of shapes whose effects show the path, although their fill lets through.
    losses: sentences about what was damaged. not_drawn: kind of content -> names of layers.
    """

    file: PsdFile
    canvas: Rect
    dtype: np.dtype[np.uint8] | np.dtype[np.uint16]
    sources: StyleSources
    keeps_channels: bool = True
    losses: list[str] = field(default_factory=list)
    veiled: set[int] = field(default_factory=set)
    not_drawn: dict[str, list[str]] = field(default_factory=dict)

    def layers(self, pixels: dict[int, Raster], masks: dict[int, Raster]) -> tuple[Layer, ...]:
        """The layers, from the rasters of their pixels and masks by record index."""
        records = self.file.layers
        ids = _layer_ids(records)
        links = _links(self.file)
        for index, record in enumerate(records):
            if record.block(*SHAPE_CONTENT) is None:
                continue
            paint = fill_of(record, self.sources)
            if _is_veiled(record, paint):
                self.veiled.add(index)
            if paint is not None and (needs_redrawing(record) or index in self.veiled):
                bounds = path_bounds(record, self.canvas)
                pixels[index] = filled_raster(paint, self.canvas, bounds, self.dtype)
        stack: list[list[Layer]] = [[]]
        ignored = 0
        for index, record in enumerate(records):
            kind = _section_kind(record)
            if kind == mapping.END_OF_GROUP:
                if len(stack) >= MAX_NESTING:
                    ignored += 1
                else:
                    stack.append([])
                continue
            mask = self._mask(record, masks.get(index), is_veiled=index in self.veiled)
            if kind in (mapping.OPEN_GROUP, mapping.CLOSED_GROUP):
                if ignored:
                    ignored -= 1
                    self.losses.append("Groups that lie too deep were opened up.")
                    continue
                children = stack.pop() if len(stack) > 1 else []
                group = self._group(record, ids[index], tuple(children), mask)
                stack[-1].append(self._kept(record, group, links[index]))
                self._note(index, drawn="artboard" if group.style.board is not None else "")
                continue
            adjustment = self._adjustment(record)
            layer: Layer
            if adjustment is not None:
                layer = self._adjustment_layer(record, ids[index], adjustment, mask)
            else:
                layer = self._pixel_layer(
                    record, ids[index], pixels.get(index), mask, is_veiled=index in self.veiled
                )
            stack[-1].append(self._kept(record, layer, links[index]))
            self._note(index, drawn="adjustment" if adjustment is not None else "")
        while len(stack) > 1:
            self.losses.append("A group without an end was opened up.")
            children = stack.pop()
            stack[-1].extend(children)
        return tuple(stack[0])

    def _kept(self, record: LayerRecord, layer: Layer, link: int) -> Layer:
        """The layer with its link, and with what must go back into the next file."""
        foreign = kept_layer(record, layer, self.file, self.keeps_channels)
        return replace(layer, foreign=foreign, link=link)

    def _pixel_layer(
        self,
        record: LayerRecord,
        layer_id: LayerId,
        raster: Raster | None,
        mask: Mask | None,
        *,
        is_veiled: bool,
    ) -> PixelLayer:
        if raster is None:
            raster = empty_raster(self.dtype)
        style = style_of(record, self.sources)
        if is_veiled:
            style = replace(style, mask_is_shape=True)
        shape = mask.raster if mask is not None and is_veiled else raster
        return PixelLayer(
            id=layer_id,
            name=record.name,
            raster=raster,
            visible=not record.flags & mapping.HIDDEN,
            opacity=record.opacity / 255,
            fill_opacity=_fill_opacity(record),
            blend=self._layer_blend(record),
            clipped=record.is_clipped,
            mask=mask,
            color_tag=_color_tag(record),
            locks=mapping.locks_of(record.flags, _protection(record)),
            style=self._with_inset(style, record, shape),
        )

    def _with_inset(self, style: Style, record: LayerRecord, shape: Raster) -> Style:
        """The style of a shape, whose gradients run from edge to edge of its path."""
        if not style.effects or record.block(*SHAPE_CONTENT) is None:
            return style
        frame, bounds = path_bounds(record, self.canvas), content_bounds(shape)
        if not isinstance(frame, Frame):
            return style
        inset = (
            frame.left - bounds.left,
            frame.top - bounds.top,
            bounds.right - frame.right,
            bounds.bottom - frame.bottom,
        )
        return replace(style, inset=inset)

    def _adjustment_layer(
        self, record: LayerRecord, layer_id: LayerId, adjustment: Adjustment, mask: Mask | None
    ) -> AdjustmentLayer:
        return AdjustmentLayer(
            id=layer_id,
            name=record.name,
            adjustment=adjustment,
            visible=not record.flags & mapping.HIDDEN,
            opacity=record.opacity / 255,
            fill_opacity=_fill_opacity(record),
            blend=self._layer_blend(record),
            clipped=record.is_clipped,
            mask=mask,
            color_tag=_color_tag(record),
            locks=mapping.locks_of(record.flags, _protection(record)),
            style=style_of(record, self.sources),
        )

    def _adjustment(self, record: LayerRecord) -> Adjustment | None:
        if self.file.header.mode not in (ColorMode.RGB, ColorMode.GRAY):
            return None
        return adjustment_of(record, is_gray=self.file.header.mode is ColorMode.GRAY)

    def _layer_blend(self, record: LayerRecord) -> BlendMode:
        blend = mapping.BLEND_MODES.get(record.blend)
        if blend is None or blend is BlendMode.PASS_THROUGH:
            self._unknown_blend(record)
            return BlendMode.NORMAL
        return blend

    def _group(
        self,
        record: LayerRecord,
        layer_id: LayerId,
        children: tuple[Layer, ...],
        mask: Mask | None,
    ) -> GroupLayer:
        key = _section_blend(record)
        blend = mapping.BLEND_MODES.get(key)
        if blend is None:
            self._unknown_blend(record)
            blend = BlendMode.NORMAL
        return GroupLayer(
            id=layer_id,
            name=record.name,
            layers=children,
            visible=not record.flags & mapping.HIDDEN,
            opacity=record.opacity / 255,
            fill_opacity=_fill_opacity(record),
            blend=blend,
            clipped=record.is_clipped,
            mask=mask,
            color_tag=_color_tag(record),
            locks=mapping.locks_of(record.flags, _protection(record)),
            style=style_of(record, self.sources),
            expanded=_section_kind(record) == mapping.OPEN_GROUP,
        )

    def _mask(self, record: LayerRecord, raster: Raster | None, *, is_veiled: bool) -> Mask | None:
        painted: Mask | None = None
        source = mask_source(record)
        if source is not None and raster is not None:
            if source.feather:
                raster = feathered(raster, source.feather, self.canvas)
            painted = Mask(raster, source.density, source.is_enabled)
        if not (needs_path(record) or is_veiled):
            return painted
        path = path_mask(record, self.canvas, self.dtype)
        if path is None or painted is None or not painted.enabled:
            return path or painted
        return product_of_masks(path, painted, self.canvas)

    def _note(self, index: int, *, drawn: str = "") -> None:
        """Remember what of a layer is not drawn. drawn: a kind of content that is."""
        record = self.file.layers[index]
        for what in undrawn(record):
            if what != drawn:
                self.not_drawn.setdefault(what, []).append(record.name)

    def _unknown_blend(self, record: LayerRecord) -> None:
        self.losses.append(f"Layer “{record.name}” has an unknown blend mode: Normal is used.")

    def remarks(self) -> list[str]:
        """Sentences about what is shown but not drawn or not editable."""
        return [remark(what, names) for what, names in self.not_drawn.items()]


def _is_veiled(record: LayerRecord, paint: Paint | None) -> bool:
    """Whether a shape's fill is partly transparent, which its effects do not follow."""
    return (
        isinstance(paint, Gradient)
        and any(stop.alpha < 1.0 for stop in paint.alphas)
        and record.block(*VECTOR_MASK) is not None
        and record.block(*EFFECTS) is not None
    )


def _section_kind(record: LayerRecord) -> int:
    data = record.block(b"lsct", b"lsdk")
    return int.from_bytes(data[:4], "big") if data is not None and len(data) >= 4 else 0


def _section_blend(record: LayerRecord) -> bytes:
    data = record.block(b"lsct", b"lsdk") or b""
    return data[8:12] if len(data) >= 12 else record.blend


def _fill_opacity(record: LayerRecord) -> float:
    data = record.block(b"iOpa")
    return data[0] / 255 if data else 1.0


def _color_tag(record: LayerRecord) -> ColorTag:
    number = int.from_bytes((record.block(b"lclr") or b"\0\0")[:2], "big")
    return mapping.COLOR_TAGS[number] if number < len(mapping.COLOR_TAGS) else ColorTag.NONE


def _protection(record: LayerRecord) -> int:
    return int.from_bytes((record.block(b"lspf") or b"\0")[:4], "big")


def _links(file: PsdFile) -> list[int]:
    """The number of each record by which layers are linked, 0 = alone."""
    data = file.resource(mapping.LINKS) or b""
    count = len(file.layers)
    stored = struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])[:count]
    return [*stored, *[0] * (count - len(stored))]


def _layer_ids(records: tuple[LayerRecord, ...]) -> list[LayerId]:
    """The layer ids of the file where they are good, new ones where not."""
    taken: set[int] = set()
    stored: list[int] = []
    for record in records:
        data = record.block(b"lyid") or b""
        number = int.from_bytes(data[:4], "big")
        is_good = 0 < number < 1 << 31 and number not in taken
        is_layer = _section_kind(record) != mapping.END_OF_GROUP
        stored.append(number if is_good and is_layer else 0)
        taken.add(stored[-1])
    fresh = max(taken, default=0)
    ids: list[LayerId] = []
    for record, number in zip(records, stored, strict=True):
        if not number and _section_kind(record) != mapping.END_OF_GROUP:
            fresh += 1
            number = fresh
        ids.append(LayerId(number))
    return ids
