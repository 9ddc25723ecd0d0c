"""Krita's own files (.kra), read: a zip of `maindoc.xml` and the tiles of each layer.

Pixels, groups, blend modes, opacity, transparency masks, inherited alpha, labels and locks come in
as layers of ours; clones as copies. Filter, fill, vector and file layers hold no pixels in the
file and are named in the warnings; of colour models other than RGB and gray in 8 and 16 bit only
the merged picture is shown. Structure as Krita 5 writes it.
"""

from __future__ import annotations

import base64
import binascii
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from xml.etree.ElementTree import Element

import numpy as np

from engine.document.geometry import Rect, Size
from engine.document.model import (
    BlendMode,
    ColorTag,
    Document,
    GroupLayer,
    Layer,
    LayerId,
    Locks,
    Mask,
    PixelLayer,
)
from engine.document.raster import Pixels, Raster, empty_raster, raster_from_array
from engine.errors import BadFileError
from engine.formats.images import decoded_image
from engine.formats.krita_tiles import unpacked
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
from engine.formats.safe_xml import root_of, whole_number
from engine.progress import Progress

MAIN = "maindoc.xml"
"""The file by which a .kra is known."""

_NAMESPACE = "{http://www.calligra.org/DTD/krita}"
_MOST_LAYER_BYTES = 1 << 31
_FAR = 1 << 20
_COLOR_MODELS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"RGBA": (4, 8), "RGBA16": (4, 16), "GRAYA": (2, 8), "GRAYA16": (2, 16)}
)
"""colorspacename -> channels, bits."""
_MODES: Mapping[str, BlendMode] = MappingProxyType(
    {
        "normal": BlendMode.NORMAL,
        "dissolve": BlendMode.DISSOLVE,
        "darken": BlendMode.DARKEN,
        "multiply": BlendMode.MULTIPLY,
        "burn": BlendMode.COLOR_BURN,
        "linear_burn": BlendMode.LINEAR_BURN,
        "darker color": BlendMode.DARKER_COLOR,
        "lighten": BlendMode.LIGHTEN,
        "screen": BlendMode.SCREEN,
        "dodge": BlendMode.COLOR_DODGE,
        "linear_dodge": BlendMode.LINEAR_DODGE,
        "add": BlendMode.LINEAR_DODGE,
        "lighter color": BlendMode.LIGHTER_COLOR,
        "overlay": BlendMode.OVERLAY,
        "soft_light": BlendMode.SOFT_LIGHT,
        "soft_light_svg": BlendMode.SOFT_LIGHT,
        "hard_light": BlendMode.HARD_LIGHT,
        "vivid_light": BlendMode.VIVID_LIGHT,
        "linear light": BlendMode.LINEAR_LIGHT,
        "pin_light": BlendMode.PIN_LIGHT,
        "hard_mix_photoshop": BlendMode.HARD_MIX,
        "hard mix": BlendMode.HARD_MIX,
        "diff": BlendMode.DIFFERENCE,
        "exclusion": BlendMode.EXCLUSION,
        "subtract": BlendMode.SUBTRACT,
        "divide": BlendMode.DIVIDE,
        "hue": BlendMode.HUE,
        "saturation": BlendMode.SATURATION,
        "color": BlendMode.COLOR,
        "luminize": BlendMode.LUMINOSITY,
        "pass through": BlendMode.PASS_THROUGH,
    }
)
_TAGS = (
    *(ColorTag.NONE, ColorTag.BLUE, ColorTag.GREEN, ColorTag.YELLOW, ColorTag.ORANGE),
    *(ColorTag.ORANGE, ColorTag.RED, ColorTag.VIOLET, ColorTag.GRAY),
)
"""By Krita's colorlabel; we have no brown."""
_NO_PIXELS: Mapping[str, str] = MappingProxyType(
    {
        "adjustmentlayer": "filter layers are left out",
        "generatorlayer": "fill layers are left out",
        "shapelayer": "vector layers are left out",
        "filelayer": "layers from other files are left out",
    }
)


def read_krita(path: Path, progress: Progress) -> tuple[Document, tuple[str, ...]]:
    """The document in a .kra and what of it was not understood. BadFileError when damaged."""
    progress.at(0.0, "Reading")
    try:
        with zipfile.ZipFile(path) as archive:
            text = zip_member(archive, MAIN, MAX_MANIFEST_BYTES, path.name)
            image = root_of(text, MAIN, path.name).find(_NAMESPACE + "IMAGE")
            if image is None:
                raise _bad(path.name, "it holds no picture")
            reading = _Reading(archive, path.name, image, MemoryBudget(path.stat().st_size))
            document = reading.document(progress)
    except OSError as error:
        raise read_error(path, error) from error
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise _bad(path.name, "its zip is damaged") from error
    return document, reading.warnings()


def _bad(name: str, why: str) -> BadFileError:
    return BadFileError(f"{name} cannot be opened: {why}.", "Try another copy of it.")


@dataclass(slots=True)
class _Reading:
    """One file on its way into a document. notes: what is missing -> names of layers."""

    archive: zipfile.ZipFile
    name: str
    image: Element
    budget: MemoryBudget
    notes: dict[str, list[str]] = field(default_factory=dict)
    rasters: dict[str, Raster] = field(default_factory=dict)
    next_id: int = 1
    depth: int = 8

    def document(self, progress: Progress) -> Document:
        size = Size(whole_number(self.image, "width", 0), whole_number(self.image, "height", 0))
        check_size(size.width, size.height, self.name)
        elements = list(self.image.iter(_NAMESPACE + "layer"))
        if len(elements) > MAX_LAYERS:
            raise _bad(self.name, "it has too many layers")
        if self._is_foreign(elements):
            layers = self._merged()
        else:
            self._read_rasters(elements, size.rect, progress)
            layers = (*self._backdrop(size), *self._layers(self.image, size.rect, 0))
        return Document(
            size=size,
            layers=layers,
            depth=self.depth,
            profile=self._profile(),
            resolution=float(max(1, min(whole_number(self.image, "x-res", 72), 30000))),
            next_id=self.next_id,
        )

    @property
    def _dtype(self) -> np.dtype[np.uint8] | np.dtype[np.uint16]:
        return np.dtype(np.uint8) if self.depth == 8 else np.dtype(np.uint16)

    def warnings(self) -> tuple[str, ...]:
        return tuple(
            f"Krita: {what} ({', '.join(names[:5])}{', …' if len(names) > 5 else ''})."
            if any(names)
            else f"Krita: {what}."
            for what, names in self.notes.items()
        )

    def _is_foreign(self, elements: list[Element]) -> bool:
        """Whether there is a colour model that we do not read; sets the depth of the document."""
        names = {element.get("colorspacename", "RGBA") for element in elements}
        names.add(self.image.get("colorspacename", "RGBA"))
        unknown = names - _COLOR_MODELS.keys()
        for name in sorted(unknown):
            self._note(f"the colour model {name} is shown as its merged picture", "")
        self.depth = max(_COLOR_MODELS[name][1] for name in names - unknown or {"RGBA"})
        return bool(unknown)

    def _merged(self) -> tuple[Layer, ...]:
        data = zip_member(self.archive, "mergedimage.png", _MOST_LAYER_BYTES, self.name)
        picture, _ = decoded_image(data, f"mergedimage.png in {self.name}")
        self.depth = 16 if picture.pixels.dtype == np.uint16 else 8
        raster = raster_from_array(picture.pixels)
        return (PixelLayer(id=self._id(), name="Merged picture", raster=raster),)

    def _backdrop(self, size: Size) -> tuple[Layer, ...]:
        """The canvas colour as a layer, unless it is transparent."""
        element = self.image.find(_NAMESPACE + "ProjectionBackgroundColor")
        name = self.image.get("colorspacename", "RGBA")
        try:
            packed = base64.b64decode("" if element is None else element.get("ColorData", ""))
        except (binascii.Error, ValueError):
            return ()
        channels, bits = _COLOR_MODELS[name]
        if len(packed) != channels * bits // 8:
            return ()
        pixel = self._rgba(np.frombuffer(packed, np.uint8).reshape(1, 1, -1), name)
        if not pixel[0, 0, 3] or not self.budget.take(size.width * size.height * 4):
            return ()
        pixels = np.broadcast_to(pixel, (size.height, size.width, 4))
        return (PixelLayer(id=self._id(), name="Canvas", raster=raster_from_array(pixels)),)

    def _read_rasters(self, elements: list[Element], canvas: Rect, progress: Progress) -> None:
        for done, element in enumerate(elements):
            if element.get("nodetype") == "paintlayer":
                raster = self._raster(element, canvas)
                self.rasters[element.get("uuid", "") or element.get("filename", "")] = raster
            progress.at((done + 1) / len(elements), "Reading layers")

    def _layers(self, parent: Element, canvas: Rect, level: int) -> tuple[Layer, ...]:
        if level > MAX_NESTING:
            raise _bad(self.name, "its groups lie too deep")
        found: list[Layer] = []
        for element in reversed(parent.find(_NAMESPACE + "layers") or ()):
            layer = self._layer(element, canvas, level)
            if layer is None:
                continue
            if layer.clipped and not found:
                layer = replace(layer, clipped=False)  # there is nothing to inherit from
            if layer.clipped and len([one for one in found if not one.clipped]) > 1:
                # Krita takes the alpha of everything below in the group, we that of one layer.
                self._note("inherited alpha became clipping to the layer below", layer.name)
            found.append(layer)
        return tuple(found)

    def _layer(self, element: Element, canvas: Rect, level: int) -> Layer | None:
        kind = element.get("nodetype", "")
        name = element.get("name", "Layer")
        if kind in _NO_PIXELS:
            self._note(_NO_PIXELS[kind], name)
            return None
        if element.get("layerstyle"):
            self._note("layer styles are left out", name)
        if kind == "grouplayer":
            children = self._layers(element, canvas, level + 1)
            blend = self._blend(element)
            if element.get("passthrough") == "1":
                blend = BlendMode.PASS_THROUGH
            group = GroupLayer(id=self._id(), name=name, layers=children, blend=blend)
            group = replace(group, expanded=element.get("collapsed") != "1")
            return self._with_common(group, element, canvas)
        source = element.get("uuid", "") or element.get("filename", "")
        if kind == "clonelayer":
            source = element.get("clonefromuuid", "")
            self._note("clones became copies", name)
        raster = self.rasters.get(source)
        if raster is None:
            self._note("layers of an unknown kind are left out", name)
            return None
        layer = PixelLayer(id=self._id(), name=name, raster=raster, blend=self._blend(element))
        return self._with_common(layer, element, canvas)

    def _with_common(self, layer: PixelLayer | GroupLayer, element: Element, canvas: Rect) -> Layer:
        label = whole_number(element, "colorlabel", 0)
        is_locked = element.get("locked") == "1"
        keeps_alpha = _leaves_alpha(element.get("channellockflags", ""))
        return replace(
            layer,
            visible=element.get("visible", "1") != "0",
            opacity=min(max(whole_number(element, "opacity", 255), 0), 255) / 255,
            clipped=_leaves_alpha(element.get("channelflags", "")),
            color_tag=_TAGS[label] if 0 <= label < len(_TAGS) else ColorTag.NONE,
            locks=Locks(keeps_alpha, is_locked, is_locked),
            mask=self._mask(element, canvas),
        )

    def _mask(self, element: Element, canvas: Rect) -> Mask | None:
        """The first transparency mask; others are told."""
        mask: Mask | None = None
        for one in element.findall(f"{_NAMESPACE}masks/{_NAMESPACE}mask"):
            if one.get("nodetype") != "transparencymask":
                self._note("masks other than for transparency are left out", one.get("name", ""))
            elif mask is not None:
                self._note("a second mask is left out", element.get("name", ""))
            else:
                mask = self._transparency(one, canvas)
        return mask

    def _transparency(self, element: Element, canvas: Rect) -> Mask | None:
        source = element.get("filename", "") + ".pixelselection"
        scale = 257 if self.depth == 16 else 1
        try:
            default = self._member(source + ".defaultpixel")
            left, top = _corner(element)
            place = canvas.translated(-left, -top)
            found = unpacked(self._member(source), default, place, self.budget)
        except (ValueError, BadFileError):
            self._note("damaged masks are left out", element.get("name", ""))
            return None
        samples: Pixels = np.asarray(found.samples[..., 0] * np.uint16(scale), self._dtype)
        raster = raster_from_array(
            samples,
            left=found.left + left,
            top=found.top + top,
            fill=int(default[0] * scale),
        )
        for loss in found.losses:
            self._note(loss, element.get("name", ""))
        return Mask(raster, enabled=element.get("visible", "1") != "0")

    def _raster(self, element: Element, canvas: Rect) -> Raster:
        dtype = self._dtype
        name = element.get("name", "Layer")
        source = element.get("filename", "")
        model = element.get("colorspacename", "RGBA")
        channels, bits = _COLOR_MODELS[model]
        left, top = _corner(element)
        if max(abs(left), abs(top)) > _FAR:
            self._note("what lies far outside the canvas was left out", name)
            return empty_raster(dtype)
        try:
            default = self._member(source + ".defaultpixel")
        except BadFileError:
            default = bytes(channels * bits // 8)
        try:
            place = canvas.translated(-left, -top)
            found = unpacked(self._member(source), default, place, self.budget)
        except (ValueError, BadFileError):
            self._note("damaged layers are empty", name)
            return empty_raster(dtype)
        for loss in found.losses:
            self._note(loss, name)
        pixels = self._rgba(found.samples, model)
        return raster_from_array(pixels, left=found.left + left, top=found.top + top)

    def _rgba(self, samples: Pixels, model: str) -> Pixels:
        """H×W×4 in the document's depth from the bytes of pixels as Krita keeps them."""
        channels, bits = _COLOR_MODELS[model]
        values = samples.view("<u2") if bits == 16 else samples
        order = [2, 1, 0, 3] if channels == 4 else [0, 0, 0, 1]
        pixels: Pixels = np.ascontiguousarray(values[..., order])
        if self.depth == 16 and bits == 8:
            pixels = pixels.astype(np.uint16) * np.uint16(257)
        return pixels.astype(self._dtype, copy=False)

    def _member(self, name: str) -> bytes:
        folder = self.image.get("name", "")
        return zip_member(self.archive, f"{folder}/layers/{name}", _MOST_LAYER_BYTES, self.name)

    def _profile(self) -> bytes | None:
        if (self.image.get("colorspacename") or "RGBA").startswith("GRAYA"):
            return None  # the colours became RGB
        try:
            data = zip_member(
                self.archive,
                f"{self.image.get('name', '')}/annotations/icc",
                MAX_PROFILE_BYTES,
                self.name,
            )
        except BadFileError:
            return None
        return data if len(data) >= 128 else None

    def _blend(self, element: Element) -> BlendMode:
        operator = element.get("compositeop", "normal")
        mode = _MODES.get(operator)
        if mode is None:
            self._note(f"the blend mode {operator} is shown as Normal", element.get("name", ""))
            return BlendMode.NORMAL
        return mode

    def _note(self, what: str, name: str) -> None:
        names = self.notes.setdefault(what, [])
        if name and name not in names:
            names.append(name)

    def _id(self) -> LayerId:
        self.next_id += 1
        return LayerId(self.next_id - 1)


def _leaves_alpha(flags: str) -> bool:
    """Whether a list of channel flags leaves alpha, the last one, untouched."""
    return flags.endswith("0") and len(flags) in (2, 4)


def _corner(element: Element) -> tuple[int, int]:
    return whole_number(element, "x", 0), whole_number(element, "y", 0)
