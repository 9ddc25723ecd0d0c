"""A PSD or PSB file -> Document, with a sentence for everything that did not come through.

Layers that are more than pixels (text, smart objects, …) come in as the pixels that their program
stored for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from engine.document.geometry import Rect, Size
from engine.document.model import (
    BlendMode,
    ColorTag,
    Document,
    GroupLayer,
    Layer,
    LayerId,
    Mask,
    PixelLayer,
)
from engine.document.raster import Pixels, Raster, TileKey, empty_raster, raster_from_tiles
from engine.document.tree import walk
from engine.errors import BadFileError
from engine.formats.limits import MAX_NESTING, MAX_PIXELS, MAX_PROFILE_BYTES, MAX_SIDE, MemoryBudget
from engine.formats.mapped import mapped_file
from engine.formats.parallel import in_threads
from engine.formats.psd import mapping
from engine.formats.psd.codec import Rows, channel_rows
from engine.formats.psd.kernels import Bytes
from engine.formats.psd.merged import merged_rows, merged_transparency
from engine.formats.psd.modes import COLOR_CHANNELS, ColorConverter, as_samples, document_depth
from engine.formats.psd.parser import parsed
from engine.formats.psd.private import RESOURCE, Kept, unpacked_private, with_private
from engine.formats.psd.records import (
    ALPHA,
    REAL_MASK,
    USER_MASK,
    ColorMode,
    LayerRecord,
    PsdFile,
)
from engine.formats.psd.tiles import TilePool, bands, tiles_of_plane, tiles_of_planes
from engine.progress import Progress

_FAR = 1 << 20
"""Layers that lie further out are taken for damaged."""


def read_psd(path: Path, progress: Progress) -> tuple[Document, tuple[str, ...]]:
    """The document in a PSD or PSB file and what was lost or is only shown.

    Raises BadFileError when there is nothing to show.
    """
    with mapped_file(path) as data:
        return document_of(data, path.name, progress)


def document_of(data: Bytes, name: str, progress: Progress) -> tuple[Document, tuple[str, ...]]:
    """As read_psd, from bytes."""
    progress.at(0.0, "Reading")
    file = parsed(data, name)
    reading = _Reading(file, len(data))
    layers = reading.layers(progress.part(0.0, 0.95))
    if not layers:
        layers = reading.merged_layer(progress.part(0.0, 0.95), name)
    kept, next_id = reading.private()
    if not file.layers and next_id and all(_is_blank(layer) for layer in layers):
        layers = ()  # we wrote it without any layer
    document = Document(
        size=Size(file.header.width, file.header.height),
        layers=reading.with_private(layers, kept),
        depth=reading.depth,
        profile=_profile(file),
        resolution=_resolution(file.resource(mapping.RESOLUTION)),
        next_id=max([1, next_id, *(layer.id + 1 for layer in walk(layers))]),
    )
    progress.at(1.0)
    return document, reading.warnings()


@dataclass(frozen=True, slots=True)
class _Job:
    """Bands of one layer's pixels (kind 0) or mask (kind 1) to be decoded together."""

    index: int
    is_mask: bool
    rows: Mapping[int, Rows]
    rect: Rect
    bands: tuple[Rect, ...]


@dataclass(slots=True)
class _Reading:
    """One file on its way into a document."""

    file: PsdFile
    file_bytes: int
    losses: list[str] = field(default_factory=list)
    not_drawn: dict[str, list[str]] = field(default_factory=dict)
    pool: TilePool = field(init=False)
    budget: MemoryBudget = field(init=False)
    converter: ColorConverter = field(init=False)
    depth: int = field(init=False)

    def __post_init__(self) -> None:
        self.budget = MemoryBudget(self.file_bytes)
        self.pool = TilePool(self.budget)
        self.depth = document_depth(self.file.header.depth)
        self.losses.extend(self.file.losses)
        self.converter = ColorConverter(
            self.file.header.mode,
            self.file.resource(mapping.ICC_PROFILE),
            self.file.color_data,
        )

    # ------------------------------------------------------------------------------------- layers

    def layers(self, progress: Progress) -> tuple[Layer, ...]:
        """The layer tree, decoded."""
        records = self.file.layers
        pixels, masks = self._decoded(progress)
        ids = _layer_ids(records)
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
            mask = self._mask(record, masks.get(index))
            if kind in (mapping.OPEN_GROUP, mapping.CLOSED_GROUP):
                if ignored:
                    ignored -= 1
                    self.losses.append("Groups that lie too deep were opened up.")
                    continue
                children = stack.pop() if len(stack) > 1 else []
                stack[-1].append(self._group(record, ids[index], tuple(children), mask))
                self._note(record)
                continue
            stack[-1].append(self._pixel_layer(record, ids[index], pixels.get(index), mask))
            self._note(record)
        while len(stack) > 1:
            self.losses.append("A group without an end was opened up.")
            children = stack.pop()
            stack[-1].extend(children)
        return tuple(stack[0])

    def _pixel_layer(
        self, record: LayerRecord, layer_id: LayerId, raster: Raster | None, mask: Mask | None
    ) -> PixelLayer:
        blend = mapping.BLEND_MODES.get(record.blend)
        if blend is None or blend is BlendMode.PASS_THROUGH:
            self._unknown_blend(record)
            blend = BlendMode.NORMAL
        return PixelLayer(
            id=layer_id,
            name=record.name,
            raster=empty_raster(self._dtype) if raster is None else raster,
            visible=not record.flags & mapping.HIDDEN,
            opacity=record.opacity / 255,
            fill_opacity=_fill_opacity(record),
            blend=blend,
            clipped=record.is_clipped,
            mask=mask,
            color_tag=_color_tag(record),
            locks=mapping.locks_of(record.flags, _protection(record)),
        )

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
            expanded=_section_kind(record) == mapping.OPEN_GROUP,
        )

    def _mask(self, record: LayerRecord, raster: Raster | None) -> Mask | None:
        stored = record.mask
        if stored is None or raster is None:
            return None
        density = stored.vector_density if stored.is_rendered else stored.density
        return Mask(raster, density / 255, not stored.is_disabled)

    def _note(self, record: LayerRecord) -> None:
        """Remember what of a layer is not drawn."""
        keys = {block.key for block in record.blocks}
        for known, what in mapping.NOT_DRAWN:
            if keys & known:
                self.not_drawn.setdefault(what, []).append(record.name)
                break
        if any(_has_effects(block.view) for block in record.blocks if block.key in mapping.EFFECTS):
            self.not_drawn.setdefault("effects", []).append(record.name)
        if record.mask is not None and (record.mask.feather or record.mask.vector_feather):
            self.not_drawn.setdefault("feather", []).append(record.name)

    def _unknown_blend(self, record: LayerRecord) -> None:
        self.losses.append(f"Layer “{record.name}” has an unknown blend mode: Normal is used.")

    @property
    def _dtype(self) -> np.dtype[np.uint8] | np.dtype[np.uint16]:
        return np.dtype(np.uint8) if self.depth == 8 else np.dtype(np.uint16)

    # ------------------------------------------------------------------------------------- pixels

    def _decoded(self, progress: Progress) -> tuple[dict[int, Raster], dict[int, Raster]]:
        """Rasters of pixels and of masks, by the index of their record."""
        jobs = list(self._jobs())
        tiles: dict[tuple[int, bool], dict[TileKey, Pixels]] = {}
        damaged: dict[int, int] = {}
        full: set[int] = set()
        for done, (job, (found, broken, is_full)) in enumerate(
            zip(jobs, in_threads(self._decode, jobs), strict=True)
        ):
            tiles.setdefault((job.index, job.is_mask), {}).update(found)
            damaged[job.index] = damaged.get(job.index, 0) + broken
            if is_full:
                full.add(job.index)
            progress.at((done + 1) / len(jobs), "Reading layers")
        records = self.file.layers
        for index, rows in damaged.items():
            if index in full:
                self.losses.append(
                    f"Layer “{records[index].name}” unpacks to more than a file of this size may "
                    "hold; part of it was left out."
                )
            elif rows:
                self.losses.append(f"Layer “{records[index].name}” is damaged in part.")
        pixels = {
            index: raster_from_tiles(empty_raster(self._dtype), found)
            for (index, is_mask), found in tiles.items()
            if not is_mask
        }
        masks = {
            index: raster_from_tiles(self._empty_mask(record), tiles.get((index, True), {}))
            for index, record in enumerate(records)
            if record.mask is not None and _mask_channel(record) is not None
        }
        return pixels, masks

    def _jobs(self) -> Iterator[_Job]:
        mode = self.file.header.mode
        for index, record in enumerate(self.file.layers):
            if not record.rect.is_empty:
                wanted = (*range(COLOR_CHANNELS[mode]), ALPHA)
                yield from self._jobs_of(index, False, record.rect, wanted)
            found = _mask_channel(record)
            if found is not None and not found[1].is_empty:
                yield from self._jobs_of(index, True, found[1], (found[0],))

    def _jobs_of(
        self, index: int, is_mask: bool, rect: Rect, wanted: tuple[int, ...]
    ) -> Iterator[_Job]:
        record = self.file.layers[index]
        header = self.file.header
        if not _is_sane(rect):
            self.losses.append(f"Layer “{record.name}” is damaged and empty: its size cannot be.")
            return
        rows: dict[int, Rows] = {}
        for number in wanted:
            channel = record.channel(number)
            if channel is None:
                continue
            try:
                rows[number] = channel_rows(
                    channel.data, rect.width, rect.height, header.depth, header.is_big
                )
            except ValueError:
                self.losses.append(f"Layer “{record.name}” lacks part of its pixels.")
                if number == ALPHA:
                    return
        if not any(number != ALPHA for number in rows):
            return
        parts = tuple(bands(rect))
        if all(one.in_any_order for one in rows.values()):
            for band in parts:
                yield _Job(index, is_mask, rows, rect, (band,))
        else:
            yield _Job(index, is_mask, rows, rect, parts)

    def _decode(self, job: _Job) -> tuple[dict[TileKey, Pixels], int, bool]:
        """Tiles, damaged rows, and whether the file has unpacked to too much."""
        found: dict[TileKey, Pixels] = {}
        damaged = 0
        for band in job.bands:
            planes: dict[int, Pixels] = {}
            for number, rows in job.rows.items():
                plane, broken = rows.read(band.top - job.rect.top, band.bottom - job.rect.top)
                planes[number] = as_samples(plane, self.file.header.depth)
                damaged += broken
            try:
                found.update(self._tiles(job, band, planes))
            except MemoryError:
                return found, damaged, True
        return found, damaged, False

    def _tiles(self, job: _Job, band: Rect, planes: Mapping[int, Pixels]) -> dict[TileKey, Pixels]:
        if job.is_mask:
            record = self.file.layers[job.index]
            plane = next(iter(planes.values()))
            if record.mask is not None and record.mask.is_inverted:
                plane = ~plane
            return tiles_of_plane(plane, band, self._empty_mask(record).fill, self.pool)
        rgba = self.converter.rgba(planes, (band.height, band.width), self.depth)
        return tiles_of_planes(rgba, band, self.pool)

    def _empty_mask(self, record: LayerRecord) -> Raster:
        mask = record.mask
        assert mask is not None
        found = _mask_channel(record)
        outside = mask.real_outside if found and found[0] == REAL_MASK else mask.outside
        if mask.is_inverted:
            outside = 255 - outside
        return empty_raster(
            self._dtype, channels=1, fill=outside if self.depth == 8 else outside * 257
        )

    # ------------------------------------------------------------------------------------- merged

    def merged_layer(self, progress: Progress, name: str) -> tuple[Layer, ...]:
        """The merged picture as the only layer. BadFileError when it is not whole enough."""
        header = self.file.header
        had_layers = bool(self.losses)
        try:
            rows = merged_rows(self.file)
        except ValueError as error:
            raise BadFileError(
                f"{name} holds no readable layers and no picture ({error}).",
                "The file is damaged; try another copy of it.",
            ) from error
        colors = COLOR_CHANNELS[header.mode]
        transparency = merged_transparency(self.file)
        wanted = {number: rows[number] for number in range(min(colors, len(rows)))}
        if transparency and len(rows) > colors:
            wanted[ALPHA] = rows[colors]
        rect = Rect(0, 0, header.width, header.height)
        tiles: dict[TileKey, Pixels] = {}
        damaged = 0
        parts = tuple(bands(rect))
        for done, band in enumerate(parts):
            planes: dict[int, Pixels] = {}
            for number, one in wanted.items():
                plane, broken = one.read(band.top, band.bottom)
                planes[number] = as_samples(plane, header.depth)
                damaged += broken
            rgba = self.converter.rgba(planes, (band.height, band.width), self.depth)
            if ALPHA in wanted:
                rgba[:3] = _without_white(rgba)
            try:
                tiles.update(tiles_of_planes(rgba, band, self.pool))
            except MemoryError:
                self.losses.append("The picture unpacks to more than a file of this size may hold.")
                break
            progress.at((done + 1) / len(parts), "Reading the picture")
        if damaged >= header.height * len(wanted):
            raise BadFileError(
                f"{name} is cut off before its picture.", "Try another copy of the file."
            )
        if damaged:
            self.losses.append("The picture is damaged in part.")
        if had_layers:
            self.losses.append("The merged picture is shown instead of the layers.")
        raster = raster_from_tiles(empty_raster(self._dtype), tiles)
        return (PixelLayer(id=LayerId(1), name="Background", raster=raster),)

    # ------------------------------------------------------------------------------ roles and slots

    def private(self) -> tuple[Mapping[int, Kept], int]:
        data = self.file.resource(RESOURCE)
        if data is None:
            return {}, 0
        try:
            return unpacked_private(data, self.depth, self.budget)
        except (ValueError, RecursionError):
            self.losses.append(
                "Roles and colour slots of the layers are damaged: they were left out."
            )
            return {}, 0

    def with_private(
        self, layers: tuple[Layer, ...], kept: Mapping[int, Kept]
    ) -> tuple[Layer, ...]:
        """The layers with what only we know of them."""
        result: list[Layer] = []
        for layer in layers:
            known, is_stale = with_private(layer, kept)
            if is_stale:
                self.losses.append(
                    f"Layer “{layer.name}” was changed elsewhere: its colour slots were left out."
                )
            if isinstance(known, GroupLayer):
                known = replace(known, layers=self.with_private(known.layers, kept))
            result.append(known)
        return tuple(result)

    def warnings(self) -> tuple[str, ...]:
        """What was lost, then what is only shown."""
        shown = [_shown(what, names) for what, names in self.not_drawn.items()]
        mode = self.file.header.mode
        if mode is not ColorMode.RGB:
            shown.append(f"The colours were converted from {mode.name.title()} to RGB.")
        if self.file.header.depth == 32:
            shown.append("The picture has 32 bits per channel and is carried at 16.")
        return tuple(dict.fromkeys([*self.losses, *shown]))


def _is_blank(layer: Layer) -> bool:
    return isinstance(layer, PixelLayer) and not layer.raster.tiles


def _shown(what: str, names: list[str]) -> str:
    listed = ", ".join(f"“{name}”" for name in names[:5]) + (", …" if len(names) > 5 else "")
    if what == "adjustment":
        return f"Adjustment layers are not drawn yet: {listed}."
    if what == "effects":
        return f"Layer effects are not drawn yet: {listed}."
    if what == "feather":
        return f"Masks are shown without their feather: {listed}."
    if what in ("gradient fill", "pattern fill"):
        return f"Layers with a {what} are not drawn yet: {listed}."
    return f"Shown as stored pixels, no longer editable as {what}: {listed}."


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


def _has_effects(data: Bytes) -> bool:
    """Whether an effects block holds a switched-on effect.

    Old blocks list effects with a byte; newer ones are descriptors with `enab` keys.
    """
    raw = data.tobytes()
    if raw[:2] == b"\0\0" and b"8BIM" in raw[:8]:
        return len(raw) > 100
    at = raw.find(b"enabbool")
    while at >= 0:
        if raw[at + 8 : at + 9] == b"\1":
            return True
        at = raw.find(b"enabbool", at + 8)
    return False


def _mask_channel(record: LayerRecord) -> tuple[int, Rect] | None:
    """Which channel holds the mask, and where it lies."""
    mask = record.mask
    if mask is None:
        return None
    if mask.real_rect is not None and record.channel(REAL_MASK) is not None:
        return REAL_MASK, mask.real_rect
    if record.channel(USER_MASK) is not None:
        return USER_MASK, mask.rect
    return None


def _is_sane(rect: Rect) -> bool:
    return (
        rect.width <= MAX_SIDE
        and rect.height <= MAX_SIDE
        and rect.width * rect.height <= MAX_PIXELS
        and max(abs(rect.left), abs(rect.top), abs(rect.right), abs(rect.bottom)) <= _FAR
    )


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


def _profile(file: PsdFile) -> bytes | None:
    """The profile, unless the colours were converted out of it."""
    data = file.resource(mapping.ICC_PROFILE)
    if file.header.mode is not ColorMode.RGB or data is None:
        return None
    return data if 128 <= len(data) <= MAX_PROFILE_BYTES else None


def _resolution(data: bytes | None) -> float:
    """Pixels per inch; the stored number is always per inch, whatever unit is displayed."""
    if data is None or len(data) < 4:
        return 72.0
    value = int.from_bytes(data[:4], "big") / 65536
    return value if 1.0 <= value <= 30000.0 else 72.0


def _without_white(rgba: Pixels) -> Pixels:
    """Colours of a merged picture that was stored over white, as straight colours."""
    full = np.uint32(255 if rgba.dtype == np.uint8 else 65535)
    alpha = rgba[3].astype(np.int64)
    safe = np.maximum(alpha, 1)
    over = rgba[:3].astype(np.int64) * full - (full - alpha) * full
    straight = np.clip((over + safe // 2) // safe, 0, full)
    colors: Pixels = np.where(alpha > 0, straight, 0).astype(rgba.dtype)
    return colors
