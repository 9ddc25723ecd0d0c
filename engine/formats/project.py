"""The program's own file (.unflatten): everything that a document is, and nothing twice.

A zip: `project.json` describes the document, `tiles/<digest>` holds the tiles, each stored once
however many layers show it, and `profile.icc` the colour profile. `mergedimage.png` is there for
people and file managers. The description has a whole-number version; `_MIGRATIONS` brings old ones
up to date, one step each. Runtime types are not the stored form, so they may change freely.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

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
)
from engine.document.raster import Pixels, Raster, TileKey, empty_raster, raster_from_tiles
from engine.document.style import PLAIN
from engine.document.style_values import style_from, style_values
from engine.document.tree import walk
from engine.errors import BadFileError
from engine.formats.adjustment_values import adjustment_from, values_of
from engine.formats.atomic import replaced_file
from engine.formats.flattened import flattened, resized_to_fit
from engine.formats.layers_folder import zip_member
from engine.formats.limits import (
    MAX_LAYERS,
    MAX_MANIFEST_BYTES,
    MAX_NESTING,
    MAX_PROFILE_BYTES,
    MemoryBudget,
    check_size,
)
from engine.formats.mapped import read_error
from engine.formats.picture_bytes import png_bytes
from engine.formats.plain import PlainValues
from engine.formats.project_archive import TILES, is_whole, write_members
from engine.formats.slot_values import more_of, palette_values, slot_map_from, with_more
from engine.formats.tile_bytes import unpacked_tile
from engine.progress import Progress

DESCRIPTION = "project.json"
VERSION = 1
_PROFILE = "profile.icc"
_PREVIEW = "mergedimage.png"
_PREVIEW_SIDE = 512
_MOST_TILE_BYTES = 1 << 20
_FAR = 1 << 16
"""Tiles lie at most this many rows and columns from the origin."""

_MIGRATIONS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = MappingProxyType({})
"""version -> the description one version later."""


# ---------------------------------------------------------------------------------------- writing


def write_project(document: Document, path: Path, progress: Progress) -> tuple[str, ...]:
    """Write everything that we can edit; what only PSD can keep is named by `losses`, so the result
    is empty.

    Where `path` is an older state of it, only tiles that are new are packed.
    """
    described = _Describing()
    description = described.document(document)
    text = json.dumps(description, ensure_ascii=False, separators=(",", ":"))
    preview = resized_to_fit(flattened(document, progress.part(0.0, 0.2)), _PREVIEW_SIDE)
    members = [(DESCRIPTION, text.encode("utf-8", "replace")), (_PREVIEW, png_bytes(preview))]
    if document.profile is not None:
        members.append((_PROFILE, document.profile))
    tiles = described.tiles
    writing = progress.part(0.2, 0.9)
    with replaced_file(path) as file:
        write_members(file, members, tiles, path, lambda done: writing.at(done, "Writing"))
        progress.at(0.9, "Checking")
        names = {name for name, _ in members} | {f"{TILES}{digest}" for digest in tiles}
        if not is_whole(file, names) or not _can_be_read(members[0][1], tiles, progress):
            raise BadFileError(
                f"{path.name} could not be saved: it cannot be read back from that disk.",
                "Choose another place.",
            )
    progress.at(1.0)
    return ()


def _can_be_read(text: bytes, tiles: Mapping[str, Pixels], progress: Progress) -> bool:
    """Whether the description, as it was written, gives a document again."""
    try:
        description = PlainValues(json.loads(text))
        _Reading("", lambda digest, _dtype, _channels: tiles[digest], lambda: b"").document(
            description
        )
    except (ValueError, KeyError, BadFileError):
        return False
    progress.check()
    return True


@dataclass(slots=True)
class _Describing:
    """Turns a document into plain values and collects its tiles by digest."""

    tiles: dict[str, Pixels] = field(default_factory=dict)
    _known: dict[int, str] = field(default_factory=dict)

    def document(self, document: Document) -> dict[str, Any]:
        return {
            "version": VERSION,
            "width": document.size.width,
            "height": document.size.height,
            "depth": document.depth,
            "resolution": document.resolution,
            "next_id": document.next_id,
            "profile": None if document.profile is None else _PROFILE,
            "name": document.name,
            "surround": document.surround,
            "jobs": [
                {"task": note.task, "params": note.params, "when": note.when}
                for note in document.jobs
            ],
            "original": None if document.original is None else self._raster(document.original),
            "layers": [self._layer(layer) for layer in document.layers],
        }

    def _layer(self, layer: Layer) -> dict[str, Any]:
        mask = layer.mask
        common = {
            "id": layer.id,
            "name": layer.name,
            "visible": layer.visible,
            "opacity": layer.opacity,
            "fill_opacity": layer.fill_opacity,
            "blend": str(layer.blend),
            "clipped": layer.clipped,
            "role": str(layer.role),
            "color_tag": str(layer.color_tag),
            "locks": [layer.locks.transparency, layer.locks.pixels, layer.locks.position],
            "link": layer.link,
            "style": style_values(layer.style),
            "mask": None
            if mask is None
            else {
                "raster": self._raster(mask.raster),
                "density": mask.density,
                "enabled": mask.enabled,
            },
        }
        if isinstance(layer, GroupLayer):
            children = [self._layer(child) for child in layer.layers]
            return {**common, "kind": "group", "expanded": layer.expanded, "layers": children}
        if isinstance(layer, AdjustmentLayer):
            return {**common, "kind": "adjustment", "adjustment": values_of(layer.adjustment)}
        slots = None if layer.slots is None else self._slots(layer.slots)
        return {**common, "kind": "pixels", "raster": self._raster(layer.raster), "slots": slots}

    def _slots(self, slots: SlotMap) -> dict[str, Any]:
        return {
            "palette": [
                {
                    "id": slot.id,
                    "name": slot.name,
                    "color": slot.color,
                    "original": slot.original,
                    **more_of(slot),
                }
                for slot in slots.palette
            ],
            **palette_values(slots),
            "ids": self._raster(slots.ids),
            "second": self._raster(slots.second),
            "coverage": self._raster(slots.coverage),
        }

    def _raster(self, raster: Raster) -> dict[str, Any]:
        return {
            "depth": raster.dtype.itemsize * 8,
            "channels": raster.channels,
            "fill": raster.fill,
            "tiles": [
                [row, column, self._tile(raster.tiles[row, column])]
                for row, column in sorted(raster.tiles)
            ],
        }

    def _tile(self, tile: Pixels) -> str:
        # Layers share tiles by identity; each is hashed once. The document keeps them alive.
        known = self._known.get(id(tile))
        if known is None:
            known = self._known[id(tile)] = _digest(tile)
            self.tiles.setdefault(known, tile)
        return known


def _digest(tile: Pixels) -> str:
    """The name of a tile: what it is and what it holds, as hexadecimal digits."""
    hashed = hashlib.blake2b(f"{tile.dtype.itemsize}.{tile.ndim}.".encode(), digest_size=16)
    hashed.update(tile.astype(tile.dtype.newbyteorder("<"), copy=False).data)
    return hashed.hexdigest()


# ---------------------------------------------------------------------------------------- reading


def read_project(path: Path, progress: Progress) -> tuple[Document, tuple[str, ...]]:
    """The document in a project file. BadFileError when any of it is damaged or missing."""
    progress.at(0.0, "Reading")
    try:
        with zipfile.ZipFile(path) as archive:
            text = zip_member(archive, DESCRIPTION, MAX_MANIFEST_BYTES, path.name)
            description = PlainValues(_migrated(json.loads(text), path.name))
            packed = _PackedTiles(archive, path.name, MemoryBudget(path.stat().st_size), progress)

            def profile() -> bytes:
                return zip_member(archive, _PROFILE, MAX_PROFILE_BYTES, path.name)

            document = _Reading(path.name, packed.tile, profile).document(description)
    except OSError as error:
        raise read_error(path, error) from error
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise _bad(path.name, "its zip is damaged") from error
    except (ValueError, RecursionError) as error:
        raise _bad(path.name, f"its description is damaged ({error})") from error
    progress.at(1.0)
    return document, ()


def _bad(name: str, why: str) -> BadFileError:
    return BadFileError(f"{name} cannot be opened: {why}.", "Try another copy of it.")


def _migrated(description: Any, name: str) -> dict[str, Any]:
    if not isinstance(description, dict):
        raise ValueError("no object")
    version = description.get("version")
    if not isinstance(version, int) or version < 1:
        raise ValueError("no version")
    if version > VERSION:
        raise BadFileError(
            f"{name} was written by a newer version of Unflatten.", "Update the program."
        )
    migrated: dict[str, Any] = description
    while version < VERSION:
        migrated = _MIGRATIONS[version](migrated)
        version += 1
    return migrated


@dataclass(slots=True)
class _PackedTiles:
    """The tiles of one archive, each unpacked once."""

    archive: zipfile.ZipFile
    name: str
    budget: MemoryBudget
    progress: Progress
    _tiles: dict[tuple[str, int, int], Pixels] = field(default_factory=dict)
    _wanted: int = field(init=False)

    def __post_init__(self) -> None:
        self._wanted = sum(1 for one in self.archive.namelist() if one.startswith(TILES)) or 1

    def tile(self, digest: str, dtype: np.dtype[Any], channels: int) -> Pixels:
        """The tile of that name. ValueError when it is another than its name says."""
        key = (digest, dtype.itemsize, channels)
        known = self._tiles.get(key)
        if known is not None:
            return known
        data = zip_member(self.archive, f"{TILES}{digest}", _MOST_TILE_BYTES, self.name)
        tile = unpacked_tile(data, dtype, channels)
        if _digest(tile) != digest:
            raise ValueError("a tile is not what its name says")
        if not self.budget.take(tile.nbytes):
            raise ValueError("it unpacks to too much")
        self._tiles[key] = tile
        self.progress.at(len(self._tiles) / self._wanted, "Reading")
        return tile


@dataclass(slots=True)
class _Reading:
    """One description on its way into a document. tile: digest, dtype, channels -> its pixels."""

    name: str
    tile: Callable[[str, np.dtype[Any], int], Pixels]
    profile: Callable[[], bytes]
    _count: int = 0

    def document(self, values: PlainValues) -> Document:
        size = Size(values.integer("width"), values.integer("height"))
        check_size(size.width, size.height, self.name)
        depth = values.integer("depth")
        if depth not in (8, 16):
            raise ValueError(f"{depth} bits per channel")
        if values.has("profile") and values.text("profile") != _PROFILE:
            raise ValueError("the colour profile lies elsewhere")
        layers = tuple(self._layers(values, depth, 0))
        ids = [layer.id for layer in walk(layers)]
        next_id = values.integer("next_id", low=1)
        if len(set(ids)) != len(ids) or max([0, *ids]) >= next_id:
            raise ValueError("layer ids are not unique")
        original = self._pixels(values.part("original"), depth) if values.has("original") else None
        return Document(
            size=size,
            layers=layers,
            depth=depth,
            original=original,
            profile=self.profile() if values.has("profile") else None,
            resolution=values.number("resolution", low=0.01, high=1e6),
            next_id=next_id,
            jobs=tuple(_job_note(one) for one in values.parts("jobs"))
            if values.has("jobs")
            else (),
            name=values.text("name", ""),
            surround=values.integer("surround", low=0, high=255)
            if values.has("surround")
            else None,
        )

    def _layers(self, values: PlainValues, depth: int, level: int) -> Iterator[Layer]:
        if level > MAX_NESTING:
            raise ValueError("groups lie too deep")
        for one in values.parts("layers"):
            self._count += 1
            if self._count > MAX_LAYERS:
                raise ValueError("too many layers")
            common = self._common(one, depth)
            kind = one.text("kind")
            if kind == "group":
                children = tuple(self._layers(one, depth, level + 1))
                yield GroupLayer(layers=children, expanded=one.flag("expanded", True), **common)
            elif kind == "adjustment":
                adjustment = adjustment_from(one.part("adjustment"))
                yield AdjustmentLayer(adjustment=adjustment, **common)
            elif kind == "pixels":
                slots = self._slots(one.part("slots"), depth) if one.has("slots") else None
                raster = self._pixels(one.part("raster"), depth)
                yield PixelLayer(raster=raster, slots=slots, **common)
            else:
                raise ValueError(f"a layer of an unknown kind ({kind!r:.40})")

    def _common(self, values: PlainValues, depth: int) -> dict[str, Any]:
        locks = list(values.part("locks").flags())
        if len(locks) != 3:
            raise ValueError("locks are not three")
        return {
            "id": LayerId(values.integer("id", low=1)),
            "name": values.text("name"),
            "style": style_from(values.part("style").whole) if values.has("style") else PLAIN,
            "visible": values.flag("visible", True),
            "opacity": values.number("opacity", low=0, high=1),
            "fill_opacity": values.number("fill_opacity", low=0, high=1),
            "blend": BlendMode(values.text("blend")),
            "clipped": values.flag("clipped", False),
            "role": Role(values.text("role")),
            "color_tag": ColorTag(values.text("color_tag")),
            "locks": Locks(*locks),
            "link": values.integer("link", 0, low=0),
            "mask": self._mask(values.part("mask"), depth) if values.has("mask") else None,
        }

    def _mask(self, values: PlainValues, depth: int) -> Mask:
        return Mask(
            self._raster(values.part("raster"), np.uint8 if depth == 8 else np.uint16, 1),
            values.number("density", low=0, high=1),
            values.flag("enabled", True),
        )

    def _slots(self, values: PlainValues, depth: int) -> SlotMap:
        largest = 255 if depth == 8 else 65535
        palette = tuple(
            with_more(
                Slot(
                    one.integer("id", low=0, high=65535),
                    one.text("name"),
                    one.color("color", largest),
                    one.color("original", largest),
                ),
                one,
            )
            for one in values.parts("palette")
        )
        rasters = (
            self._numbers(values.part("ids")),
            self._numbers(values.part("second")),
            self._raster(values.part("coverage"), np.uint8, 1),
        )
        return slot_map_from(palette, rasters, values, largest)

    def _numbers(self, values: PlainValues) -> Raster:
        """Slot ids, of 8 or 16 bits."""
        return self._raster(values, np.uint8 if values.integer("depth") == 8 else np.uint16, 1)

    def _pixels(self, values: PlainValues, depth: int) -> Raster:
        return self._raster(values, np.uint8 if depth == 8 else np.uint16, 4)

    def _raster(self, values: PlainValues, dtype: npt.DTypeLike, channels: int) -> Raster:
        kind = np.dtype(dtype)
        if values.integer("depth") != kind.itemsize * 8 or values.integer("channels") != channels:
            raise ValueError("a raster is of another kind than its place")
        fill = values.integer("fill", low=0, high=int(np.iinfo(kind).max))
        tiles: dict[TileKey, Pixels] = {}
        for place in values.parts("tiles"):
            row, column = (place.integer(index, low=-_FAR, high=_FAR) for index in range(2))
            tiles[row, column] = self.tile(place.text(2), kind, channels)
        return raster_from_tiles(empty_raster(kind, channels=channels, fill=fill), tiles)


def _job_note(values: PlainValues) -> JobNote:
    return JobNote(
        values.text("task"), values.text("params"), values.number("when", low=0, high=1e12)
    )
