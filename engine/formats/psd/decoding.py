"""Channels of a file -> rasters, in threads, salvaging what can be salvaged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from engine.document.geometry import Rect
from engine.document.raster import Pixels, Raster, TileKey, empty_raster, raster_from_tiles
from engine.errors import BadFileError
from engine.formats.limits import MAX_PIXELS, MAX_SIDE, MemoryBudget
from engine.formats.parallel import in_threads
from engine.formats.psd import mapping
from engine.formats.psd.codec import Rows, channel_rows
from engine.formats.psd.masks import MaskSource, mask_source
from engine.formats.psd.merged import merged_rows, merged_transparency
from engine.formats.psd.modes import COLOR_CHANNELS, ColorConverter, as_samples, document_depth
from engine.formats.psd.records import ALPHA, PsdFile
from engine.formats.psd.tiles import TilePool, bands, tiles_of_plane, tiles_of_planes
from engine.progress import Progress

_FAR = 1 << 20
"""Layers that lie further out are taken for damaged."""


@dataclass(frozen=True, slots=True)
class _Job:
    """Bands of one layer's pixels (kind 0) or mask (kind 1) to be decoded together."""

    index: int
    is_mask: bool
    rows: Mapping[int, Rows]
    rect: Rect
    bands: tuple[Rect, ...]


@dataclass(slots=True)
class Decoder:
    """The pixels of one file. losses: sentences about what could not be decoded."""

    file: PsdFile
    file_bytes: int
    losses: list[str] = field(default_factory=list)
    budget: MemoryBudget = field(init=False)
    _pool: TilePool = field(init=False)
    _converter: ColorConverter = field(init=False)

    def __post_init__(self) -> None:
        self.budget = MemoryBudget(self.file_bytes)
        self._pool = TilePool(self.budget)
        self._converter = ColorConverter(
            self.file.header.mode,
            self.file.resource(mapping.ICC_PROFILE),
            self.file.color_data,
        )

    @property
    def depth(self) -> int:
        """Bits per channel of the document: 8 or 16."""
        return document_depth(self.file.header.depth)

    @property
    def dtype(self) -> np.dtype[np.uint8] | np.dtype[np.uint16]:
        return np.dtype(np.uint8) if self.depth == 8 else np.dtype(np.uint16)

    @property
    def canvas(self) -> Rect:
        return Rect(0, 0, self.file.header.width, self.file.header.height)

    def layers(self, progress: Progress) -> tuple[dict[int, Raster], dict[int, Raster]]:
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
            index: raster_from_tiles(empty_raster(self.dtype), found)
            for (index, is_mask), found in tiles.items()
            if not is_mask
        }
        masks = {
            index: raster_from_tiles(self._empty_mask(source), tiles.get((index, True), {}))
            for index, record in enumerate(records)
            if (source := mask_source(record)) is not None
        }
        return pixels, masks

    def _jobs(self) -> Iterator[_Job]:
        mode = self.file.header.mode
        for index, record in enumerate(self.file.layers):
            if not record.rect.is_empty:
                wanted = (*range(COLOR_CHANNELS[mode]), ALPHA)
                yield from self._jobs_of(index, False, record.rect, wanted)
            source = mask_source(record)
            if source is not None and not source.rect.is_empty:
                yield from self._jobs_of(index, True, source.rect, (source.number,))

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
        source = mask_source(self.file.layers[job.index]) if job.is_mask else None
        if source is not None:
            plane = next(iter(planes.values()))
            if source.is_inverted:
                plane = ~plane
            return tiles_of_plane(plane, band, self._empty_mask(source).fill, self._pool)
        rgba = self._converter.rgba(planes, (band.height, band.width), self.depth)
        return tiles_of_planes(rgba, band, self._pool)

    def _empty_mask(self, source: MaskSource) -> Raster:
        outside = 255 - source.outside if source.is_inverted else source.outside
        fill = outside if self.depth == 8 else outside * 257
        return empty_raster(self.dtype, channels=1, fill=fill)

    def merged(self, progress: Progress, name: str) -> Raster:
        """The merged picture. BadFileError when it is not whole enough."""
        header = self.file.header
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
            rgba = self._converter.rgba(planes, (band.height, band.width), self.depth)
            if ALPHA in wanted:
                rgba[:3] = _without_white(rgba)
            try:
                tiles.update(tiles_of_planes(rgba, band, self._pool))
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
        return raster_from_tiles(empty_raster(self.dtype), tiles)


def _is_sane(rect: Rect) -> bool:
    return (
        rect.width <= MAX_SIDE
        and rect.height <= MAX_SIDE
        and rect.width * rect.height <= MAX_PIXELS
        and max(abs(rect.left), abs(rect.top), abs(rect.right), abs(rect.bottom)) <= _FAR
    )


def _without_white(rgba: Pixels) -> Pixels:
    """Colours of a merged picture that was stored over white, as straight colours."""
    full = np.uint32(255 if rgba.dtype == np.uint8 else 65535)
    alpha = rgba[3].astype(np.int64)
    safe = np.maximum(alpha, 1)
    over = rgba[:3].astype(np.int64) * full - (full - alpha) * full
    straight = np.clip((over + safe // 2) // safe, 0, full)
    colors: Pixels = np.where(alpha > 0, straight, 0).astype(rgba.dtype)
    return colors
