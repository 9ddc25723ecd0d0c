"""A folder, or a zip, of PNG pictures with a manifest: layers for every other program.

    manifest.json
      {"format": "unflatten-layers", "version": 1, "width", "height", "depth", "resolution",
       "profile": "profile.icc",
       "layers": [ bottom to top:
         {"file": "line.png", "x": 0, "y": 0, "name", "role", "blend", "opacity", "fill_opacity",
          "visible", "clipped", "mask": {"file", "x", "y", "outside", "density", "enabled"},
          "color_tag", "locks", "group": [1, 4],
          "slots": {"palette": [{"id", "name", "rgb", "original"}…], "ids": "flat_ids.png",
                    "second": "flat_second.png", "coverage": "flat_coverage.png"}} ],
       "groups": {"1": {"name", "blend", …}} }

Pictures are straight RGBA, cut to what they show and placed by x and y. Slot pictures cover the
canvas: 16-bit ids, 8-bit coverage (share of the second slot in 1/255). Colours in the palette are
0..255, with a fraction in 16-bit documents. Groups are flattened into the list: "group" is the path
of group numbers above a layer; groups without layers are left out.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from engine.document.geometry import Rect, Size
from engine.document.model import (
    AdjustmentLayer,
    BlendMode,
    ColorTag,
    Document,
    GroupLayer,
    Layer,
    LayerId,
    Locks,
    Mask,
    PixelLayer,
    Role,
    Slot,
    SlotMap,
)
from engine.document.raster import (
    Pixels,
    Raster,
    content_bounds,
    empty_raster,
    pixels_of,
    raster_from_array,
    with_pixels,
)
from engine.document.slots import slot_map_from_arrays, with_dtype
from engine.document.tree import walk
from engine.errors import BadFileError
from engine.formats.adjustment_values import adjustment_from, values_of
from engine.formats.atomic import replaced_file, replaced_folder, write_error
from engine.formats.limits import (
    MAX_LAYERS,
    MAX_MANIFEST_BYTES,
    MAX_NESTING,
    MAX_PROFILE_BYTES,
    MemoryBudget,
    check_size,
)
from engine.formats.mapped import read_error
from engine.formats.parallel import in_threads
from engine.formats.picture_bytes import png_bytes, png_essence
from engine.formats.plain import PlainValues
from engine.formats.slot_values import more_of, palette_values, slot_map_from, with_more
from engine.progress import Progress

MANIFEST = "manifest.json"
FORMAT = "unflatten-layers"
VERSION = 1
_PROFILE = "profile.icc"
_MOST_FILE_BYTES = 1 << 31
"""Of one picture in a zip, unpacked; PNG data is not packed any further."""


# ---------------------------------------------------------------------------------------- writing


@dataclass(frozen=True, slots=True)
class _Picture:
    """A PNG to be written: `rect` of a raster."""

    name: str
    raster: Raster
    rect: Rect


def write_folder(document: Document, path: Path, progress: Progress) -> tuple[str, ...]:
    """Write the document as a folder; an export of ours that is there is replaced.

    Raises BadFileError when the folder holds anything else, which is then left alone.
    """
    check_replaceable(path)
    with replaced_folder(path) as folder:
        for name, data in _files(document, progress):
            (folder / name).write_bytes(data)
    return _lost(document)


def write_zip(document: Document, path: Path, progress: Progress) -> tuple[str, ...]:
    """Write the same as one zip file. PNG data is stored as it is."""
    with replaced_file(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, data in _files(document, progress):
            archive.writestr(zipfile.ZipInfo(name), data)
    return _lost(document)


def check_replaceable(path: Path) -> None:
    """Raise BadFileError unless `path` is missing, empty, or an export of ours and nothing else."""
    try:
        if not path.exists():
            return
        if not path.is_dir():
            raise BadFileError(
                f"{path.name} is a file, so no folder can be written there.",
                "Choose another name.",
            )
        present = {entry.name for entry in path.iterdir()}
    except OSError as error:
        raise write_error(path, error) from error
    foreign = present - _own_names(path) if present else set()
    if foreign:
        raise BadFileError(
            f"The folder {path.name} holds other files ({min(foreign)}) and was left alone.",
            "Choose a new or empty folder.",
        )


def _own_names(path: Path) -> set[str]:
    """Names of files that the manifest in a folder lists; empty when it is not ours."""
    manifest = path / MANIFEST
    try:
        if not manifest.is_file() or manifest.stat().st_size > MAX_MANIFEST_BYTES:
            return set()
        whole = json.loads(manifest.read_bytes())
    except (OSError, ValueError, RecursionError):
        return set()
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        return set()
    text = json.dumps(whole, ensure_ascii=False)
    return {MANIFEST} | set(re.findall(r'"([\w-]+\.(?:png|icc))"', text))


def _lost(document: Document) -> tuple[str, ...]:
    empty = [
        layer.name
        for layer in walk(document.layers)
        if isinstance(layer, GroupLayer) and _is_hollow(layer)
    ]
    return tuple(f"The empty group “{name}” was left out." for name in empty)


def _is_hollow(group: GroupLayer) -> bool:
    """Whether there is nothing but groups in it."""
    return all(isinstance(layer, GroupLayer) for layer in walk(group.layers))


def _files(document: Document, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Names and contents of all files, the manifest last."""
    progress.at(0.0, "Writing layers")
    pictures: list[_Picture] = []
    manifest = _manifest(document, pictures)

    def packed(picture: _Picture) -> bytes:
        return png_bytes(pixels_of(picture.raster, picture.rect), None, document.resolution)

    if document.profile is not None:
        yield _PROFILE, document.profile
    # Few at a time: each holds a whole picture.
    for done, (picture, data) in enumerate(
        zip(pictures, in_threads(packed, pictures, waiting=3), strict=True)
    ):
        yield picture.name, data
        progress.at((done + 1) / len(pictures), "Writing layers")
    yield MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _manifest(document: Document, pictures: list[_Picture]) -> dict[str, Any]:
    groups: dict[str, dict[str, Any]] = {}
    layers: list[dict[str, Any]] = []
    taken: set[str] = set()
    canvas = document.size.rect
    largest = int(np.iinfo(document.dtype).max)

    def named(stem: str) -> str:
        number = 1
        name = stem
        while name in taken:
            number += 1
            name = f"{stem}_{number}"
        taken.add(name)
        return name

    def placed(stem: str, raster: Raster, rect: Rect) -> dict[str, Any]:
        shown = rect if not rect.is_empty else Rect(0, 0, 1, 1)
        pictures.append(_Picture(f"{stem}.png", raster, shown))
        return {"file": f"{stem}.png", "x": shown.left, "y": shown.top}

    def masked(stem: str, mask: Mask) -> dict[str, Any]:
        place = placed(f"{stem}_mask", mask.raster, content_bounds(mask.raster))
        return {
            **place,
            "outside": mask.raster.fill / largest,
            "density": mask.density,
            "enabled": mask.enabled,
        }

    def common(layer: Layer, stem: str) -> dict[str, Any]:
        entry: dict[str, Any] = {
            "id": layer.id,
            "name": layer.name,
            "role": str(layer.role),
            "blend": str(layer.blend),
            "opacity": layer.opacity,
            "fill_opacity": layer.fill_opacity,
            "visible": layer.visible,
            "clipped": layer.clipped,
            "color_tag": str(layer.color_tag),
            "locks": {
                "transparency": layer.locks.transparency,
                "pixels": layer.locks.pixels,
                "position": layer.locks.position,
            },
            "link": layer.link,
        }
        if layer.mask is not None:
            entry["mask"] = masked(stem, layer.mask)
        return entry

    def slotted(stem: str, slots: SlotMap) -> dict[str, Any]:
        names = {kind: f"{stem}_{kind}.png" for kind in ("ids", "second", "coverage")}
        for kind, raster in (
            ("ids", with_dtype(slots.ids, np.uint16)),
            ("second", with_dtype(slots.second, np.uint16)),
            ("coverage", slots.coverage),
        ):
            pictures.append(_Picture(names[kind], raster, canvas))
        palette = [
            {
                "id": slot.id,
                "name": slot.name,
                "rgb": [_shown(value, largest) for value in slot.color],
                "original": [_shown(value, largest) for value in slot.original],
                **more_of(slot),
            }
            for slot in slots.palette
        ]
        return {"palette": palette, **palette_values(slots), **names}

    def visit(found: tuple[Layer, ...], path: list[int]) -> None:
        for layer in found:
            role = str(layer.role)
            if isinstance(layer, GroupLayer):
                if _is_hollow(layer):
                    continue
                entry = common(layer, named("group"))
                groups[str(layer.id)] = {**entry, "expanded": layer.expanded}
                visit(layer.layers, [*path, layer.id])
                continue
            if isinstance(layer, AdjustmentLayer):
                entry = common(layer, named("adjustment"))
                entry["adjustment"] = values_of(layer.adjustment)
            else:
                stem = named("layer" if layer.role is Role.NONE else role)
                entry = {
                    **placed(stem, layer.raster, content_bounds(layer.raster)),
                    **common(layer, stem),
                }
            if path:
                entry["group"] = path
            if isinstance(layer, PixelLayer) and layer.slots is not None:
                entry["slots"] = slotted(stem, layer.slots)
            layers.append(entry)

    visit(document.layers, [])
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "width": document.size.width,
        "height": document.size.height,
        "depth": document.depth,
        "resolution": document.resolution,
        "next_id": document.next_id,
    }
    if document.profile is not None:
        manifest["profile"] = _PROFILE
    return {**manifest, "layers": layers, "groups": groups}


def _shown(value: int, largest: int) -> float:
    """A colour value in 0..255, whole for 8 bit."""
    return value if largest == 255 else value / 257


# ---------------------------------------------------------------------------------------- reading


def read_folder(path: Path, progress: Progress) -> tuple[Document, tuple[str, ...]]:
    """The document in a folder export."""

    def data_of(name: str) -> bytes:
        try:
            return (path / name).read_bytes()
        except OSError as error:
            raise read_error(path / name, error) from error

    try:
        size = sum(entry.stat().st_size for entry in path.iterdir() if entry.is_file())
    except OSError as error:
        raise read_error(path, error) from error
    return _read(data_of, size, path.name, progress)


def read_zip(path: Path, progress: Progress) -> tuple[Document, tuple[str, ...]]:
    """The document in a zip export."""
    try:
        with zipfile.ZipFile(path) as archive:

            def data_of(name: str) -> bytes:
                return zip_member(archive, name, _MOST_FILE_BYTES, path.name)

            return _read(data_of, path.stat().st_size, path.name, progress)
    except OSError as error:
        raise read_error(path, error) from error
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise _bad(path.name, "its zip is damaged") from error


def zip_member(archive: zipfile.ZipFile, name: str, most: int, file_name: str) -> bytes:
    """The bytes of one file in a zip, at most `most` and at most 1100 times what is stored."""
    try:
        info = archive.getinfo(name)
        if info.file_size > most or info.file_size > 1100 * max(info.compress_size, 64):
            raise _bad(file_name, f"{name} in it is too large")
        with archive.open(info) as member:
            data = member.read(info.file_size + 1)
    except KeyError as error:
        raise _bad(file_name, f"{name} is missing in it") from error
    except RuntimeError as error:
        raise _bad(file_name, "it is protected by a password") from error
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise _bad(file_name, f"{name} in it is damaged") from error
    except Exception as error:
        if type(error).__module__ in ("zlib", "lzma", "bz2", "_lzma"):
            raise _bad(file_name, f"{name} in it is damaged") from error
        raise
    if len(data) != info.file_size:
        raise _bad(file_name, f"{name} in it is damaged")
    return data


def _bad(name: str, why: str) -> BadFileError:
    return BadFileError(f"{name} cannot be opened: {why}.", "Try another copy of it.")


def _read(
    data_of: Callable[[str], bytes], file_bytes: int, name: str, progress: Progress
) -> tuple[Document, tuple[str, ...]]:
    progress.at(0.0, "Reading")
    text = data_of(MANIFEST)
    if len(text) > MAX_MANIFEST_BYTES:
        raise _bad(name, "its manifest is too large")
    try:
        whole = PlainValues(json.loads(text))
        if whole.text("format", FORMAT) != FORMAT or whole.integer("version", VERSION) > VERSION:
            raise BadFileError(
                f"{name} was written by a newer version of Unflatten.", "Update the program."
            )
        return _Folder(whole, data_of, MemoryBudget(file_bytes), name).document(progress), ()
    except (ValueError, RecursionError) as error:
        raise _bad(name, f"its manifest is damaged ({error})") from error


@dataclass(slots=True)
class _Folder:
    """A folder export on its way into a document."""

    manifest: PlainValues
    data_of: Callable[[str], bytes]
    budget: MemoryBudget
    name: str
    depth: int = 8

    def document(self, progress: Progress) -> Document:
        width, height = self.manifest.integer("width"), self.manifest.integer("height")
        check_size(width, height, self.name)
        self.depth = self.manifest.integer("depth", 8)
        if self.depth not in (8, 16):
            raise ValueError(f"{self.depth} bits per channel")
        profile: bytes | None = None
        if self.manifest.has("profile"):
            profile = self.data_of(self._file(self.manifest.text("profile")))
            if len(profile) > MAX_PROFILE_BYTES:
                raise ValueError("the profile is too large")
        entries = list(self.manifest.parts("layers"))
        if len(entries) > MAX_LAYERS:
            raise ValueError(f"{len(entries)} layers")
        flat: list[tuple[tuple[int, ...], Layer]] = []
        for done, entry in enumerate(entries):
            path: tuple[int, ...] = ()
            if entry.has("group"):
                part = entry.part("group")
                path = tuple(part.integer(index) for index in range(part.length))
            if len(path) > MAX_NESTING:
                raise ValueError("groups lie too deep")
            flat.append((path, self._layer(entry)))
            progress.at((done + 1) / len(entries), "Reading layers")
        document = Document(
            size=Size(width, height),
            layers=self._nested(flat, 0),
            depth=self.depth,
            profile=profile,
            resolution=self.manifest.number("resolution", 72.0, low=1, high=30000),
        )
        return _with_good_ids(document, self.manifest.integer("next_id", 1))

    def _nested(self, flat: list[tuple[tuple[int, ...], Layer]], level: int) -> tuple[Layer, ...]:
        """Layers with the same group at `level` in a row become one group."""
        found: list[Layer] = []
        index = 0
        while index < len(flat):
            path, layer = flat[index]
            if len(path) <= level:
                found.append(layer)
                index += 1
                continue
            end = index
            while end < len(flat) and flat[end][0][level : level + 1] == path[level : level + 1]:
                end += 1
            children = self._nested(flat[index:end], level + 1)
            found.append(self._group(path[level], children))
            index = end
        return tuple(found)

    def _group(self, number: int, children: tuple[Layer, ...]) -> GroupLayer:
        entry = self.manifest.part("groups").part(str(number))
        return GroupLayer(
            layers=children,
            expanded=entry.flag("expanded", True),
            **self._common(entry),
        )

    def _layer(self, entry: PlainValues) -> PixelLayer | AdjustmentLayer:
        if entry.has("adjustment"):
            adjustment = adjustment_from(entry.part("adjustment"))
            return AdjustmentLayer(adjustment=adjustment, **self._common(entry))
        pixels = self._picture(entry.text("file"))
        if pixels.ndim == 2:
            pixels = np.repeat(pixels[..., None], 3, 2)
        if pixels.shape[2] == 3:
            full = np.full(pixels.shape[:2], np.iinfo(pixels.dtype).max, pixels.dtype)
            pixels = np.dstack([pixels, full])
        raster = raster_from_array(
            self._in_depth(pixels), left=_place(entry, "x"), top=_place(entry, "y")
        )
        slots = self._slots(entry.part("slots")) if entry.has("slots") else None
        return PixelLayer(raster=raster, slots=slots, **self._common(entry))

    def _common(self, entry: PlainValues) -> dict[str, Any]:
        locks = entry.part("locks") if entry.has("locks") else PlainValues({})
        return {
            "id": LayerId(entry.integer("id", 0, low=0)),
            "name": entry.text("name", entry.text("role", "Layer")),
            "visible": entry.flag("visible", True),
            "opacity": entry.number("opacity", 1.0, low=0, high=1),
            "fill_opacity": entry.number("fill_opacity", 1.0, low=0, high=1),
            "blend": BlendMode(entry.text("blend", "normal")),
            "clipped": entry.flag("clipped", False),
            "mask": self._mask(entry.part("mask")) if entry.has("mask") else None,
            "role": Role(entry.text("role", "none")),
            "color_tag": ColorTag(entry.text("color_tag", "none")),
            "locks": Locks(
                locks.flag("transparency", False),
                locks.flag("pixels", False),
                locks.flag("position", False),
            ),
            "link": entry.integer("link", 0, low=0),
        }

    def _mask(self, entry: PlainValues) -> Mask:
        pixels = self._in_depth(self._single(entry.text("file")))
        largest = int(np.iinfo(pixels.dtype).max)
        fill = round(entry.number("outside", 0.0, low=0, high=1) * largest)
        raster = with_pixels(
            empty_raster(pixels.dtype, channels=1, fill=fill),
            pixels,
            left=_place(entry, "x"),
            top=_place(entry, "y"),
        )
        return Mask(
            raster,
            entry.number("density", 1.0, low=0, high=1),
            entry.flag("enabled", True),
        )

    def _slots(self, entry: PlainValues) -> SlotMap:
        ids = self._single(entry.text("ids")).astype(np.uint16)
        second = np.zeros_like(ids)
        coverage: Pixels = np.zeros(ids.shape, np.uint8)
        if entry.has("second"):
            second = self._single(entry.text("second")).astype(np.uint16)
        if entry.has("coverage"):
            coverage = self._single(entry.text("coverage"))
        if coverage.dtype != np.uint8 or not ids.shape == second.shape == coverage.shape:
            raise ValueError("the slot pictures do not fit each other")
        palette = tuple(self._slot(one) for one in entry.parts("palette"))
        found = slot_map_from_arrays(palette, ids, second, coverage.astype(np.uint8))
        rasters = found.ids, found.second, found.coverage
        return slot_map_from(palette, rasters, entry, 255 if self.depth == 8 else 65535)

    def _slot(self, entry: PlainValues) -> Slot:
        color = self._color(entry.part("rgb"))
        original = self._color(entry.part("original")) if entry.has("original") else color
        number = entry.integer("id", low=0, high=65535)
        return with_more(Slot(number, entry.text("name", ""), color, original), entry)

    def _color(self, values: PlainValues) -> tuple[int, int, int]:
        scale = 1 if self.depth == 8 else 257
        red, green, blue = (
            round(values.number(index, low=0, high=255) * scale) for index in range(3)
        )
        return red, green, blue

    def _picture(self, name: str) -> Pixels:
        """A PNG as H×W, H×W×3 or H×W×4 (RGB order), 8 or 16 bit."""
        data = self.data_of(self._file(name))
        header = data[:26]
        if len(header) < 26 or header[:8] != b"\x89PNG\r\n\x1a\n":
            raise _bad(self.name, f"{name} in it is not a PNG")
        width, height = int.from_bytes(header[16:20], "big"), int.from_bytes(header[20:24], "big")
        check_size(width, height, name)
        if not self.budget.take(width * height * 4 * max(1, header[24] // 8)):
            raise _bad(self.name, "its pictures unpack to too much")
        essence, is_sound = png_essence(data)
        if not is_sound:
            raise _bad(self.name, f"{name} in it is damaged")
        try:
            found = cv2.imdecode(np.frombuffer(essence, np.uint8), cv2.IMREAD_UNCHANGED)
        except cv2.error as error:
            raise _bad(self.name, f"{name} in it is damaged") from error
        if found is None or found.dtype not in (np.uint8, np.uint16):
            raise _bad(self.name, f"{name} in it is damaged")
        if found.ndim == 3:
            found = found[..., [2, 1, 0, 3][: found.shape[2]]]
        pixels: Pixels = np.ascontiguousarray(found)
        return pixels

    def _single(self, name: str) -> Pixels:
        pixels = self._picture(name)
        return pixels if pixels.ndim == 2 else np.ascontiguousarray(pixels[..., 0])

    def _in_depth(self, pixels: Pixels) -> Pixels:
        if self.depth == 8 and pixels.dtype == np.uint16:
            return ((pixels.astype(np.uint32) + 128) // 257).astype(np.uint8)
        if self.depth == 16 and pixels.dtype == np.uint8:
            return pixels.astype(np.uint16) * np.uint16(257)
        return pixels

    def _file(self, name: str) -> str:
        """A bare file name: a manifest never reaches out of its own folder."""
        if not name or name != Path(name).name or "\\" in name or name.startswith("."):
            raise _bad(self.name, f"its manifest names a file outside of it ({name!r:.40})")
        return name


def _place(entry: PlainValues, key: str) -> int:
    return entry.integer(key, 0, low=-(1 << 20), high=1 << 20)


def _with_good_ids(document: Document, next_id: int) -> Document:
    """Layer ids kept where they are good and unique, new ones where not."""
    stored = [layer.id for layer in walk(document.layers)]
    fresh = max([0, *stored])
    taken: set[int] = set()

    def numbered(layer: Layer) -> Layer:
        nonlocal fresh
        layer_id = layer.id
        if layer_id < 1 or layer_id in taken:
            fresh += 1
            layer_id = LayerId(fresh)
        taken.add(layer_id)
        if isinstance(layer, GroupLayer):
            children = tuple(numbered(child) for child in layer.layers)
            return replace(layer, id=layer_id, layers=children)
        return replace(layer, id=layer_id)

    layers = tuple(numbered(layer) for layer in document.layers)
    return replace(document, layers=layers, next_id=max(next_id, fresh + 1))
