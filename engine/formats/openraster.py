"""OpenRaster (.ora): a zip of PNG layers and `stack.xml`, read by Krita, GIMP and MyPaint.

The format knows groups, names, visibility, opacity and the blend modes of SVG. Modes that it does
not know are stored under our own name, which other programs show as Normal. Masks and clipping
become part of the layers' alpha; roles are kept in an attribute of ours; slots are not kept.
https://www.openraster.org
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from xml.etree import ElementTree

import numpy as np

from engine.document.geometry import EMPTY, Rect, Size
from engine.document.model import (
    AdjustmentLayer,
    BlendMode,
    Document,
    GroupLayer,
    Layer,
    LayerId,
    PixelLayer,
    Role,
)
from engine.document.raster import (
    Raster,
    content_bounds,
    empty_raster,
    pixels_of,
    raster_from_array,
)
from engine.errors import BadFileError
from engine.formats.atomic import replaced_file
from engine.formats.baking import cut_by, masked
from engine.formats.flattened import flattened, resized_to_fit
from engine.formats.images import decoded_image
from engine.formats.layers_folder import zip_member
from engine.formats.limits import (
    MAX_LAYERS,
    MAX_MANIFEST_BYTES,
    MAX_NESTING,
    MemoryBudget,
    check_size,
)
from engine.formats.mapped import read_error
from engine.formats.parallel import in_threads
from engine.formats.picture_bytes import png_bytes
from engine.formats.safe_xml import root_of, whole_number
from engine.progress import Progress

_MIMETYPE = b"image/openraster"
_VERSION = "0.0.3"
_THUMBNAIL = 256
_MOST_FILE_BYTES = 1 << 31
_FAR = 1 << 20
_OWN = "unflatten-"
_ROLE = "unflatten-role"

_SVG_MODES: Mapping[BlendMode, str] = MappingProxyType(
    {
        BlendMode.NORMAL: "svg:src-over",
        BlendMode.MULTIPLY: "svg:multiply",
        BlendMode.SCREEN: "svg:screen",
        BlendMode.OVERLAY: "svg:overlay",
        BlendMode.DARKEN: "svg:darken",
        BlendMode.LIGHTEN: "svg:lighten",
        BlendMode.COLOR_DODGE: "svg:color-dodge",
        BlendMode.COLOR_BURN: "svg:color-burn",
        BlendMode.HARD_LIGHT: "svg:hard-light",
        BlendMode.SOFT_LIGHT: "svg:soft-light",
        BlendMode.DIFFERENCE: "svg:difference",
        BlendMode.COLOR: "svg:color",
        BlendMode.LUMINOSITY: "svg:luminosity",
        BlendMode.HUE: "svg:hue",
        BlendMode.SATURATION: "svg:saturation",
        BlendMode.LINEAR_DODGE: "svg:plus",
    }
)
_MODES: Mapping[str, BlendMode] = MappingProxyType(
    {name: mode for mode, name in _SVG_MODES.items()}
    | {_OWN + str(mode): mode for mode in BlendMode if mode not in _SVG_MODES}
)


# ---------------------------------------------------------------------------------------- writing


@dataclass(slots=True)
class _Writing:
    """Pictures to be written and sentences about what the format cannot hold."""

    dtype: np.dtype[np.uint8] | np.dtype[np.uint16]
    pictures: list[tuple[str, Raster, Rect]] = field(default_factory=list)
    warnings: dict[str, list[str]] = field(default_factory=dict)

    def stack(self, layers: tuple[Layer, ...]) -> list[ElementTree.Element]:
        """Elements of layers, top first."""
        elements: list[ElementTree.Element] = []
        base: PixelLayer | GroupLayer | None = None
        for layer in layers:
            if isinstance(layer, AdjustmentLayer):
                self._note("adjustments are left out", layer)
                continue
            shown = layer
            if not layer.clipped:
                base = layer
            elif base is not None:
                shown = self._clipped(layer, base)
            elements.append(self._element(shown))
        return elements[::-1]

    def _element(self, layer: PixelLayer | GroupLayer) -> ElementTree.Element:
        attributes = {
            "name": _xml_text(layer.name),
            "opacity": repr(layer.opacity * layer.fill_opacity),
            "visibility": "visible" if layer.visible else "hidden",
            "composite-op": self._mode(layer),
        }
        if layer.role is not Role.NONE:
            attributes[_ROLE] = str(layer.role)
        if isinstance(layer, GroupLayer):
            attributes["isolation"] = "auto" if layer.blend is BlendMode.PASS_THROUGH else "isolate"
            if layer.mask is not None:
                self._note("masks of groups are left out", layer)
            element = ElementTree.Element("stack", attributes)
            element.extend(self.stack(layer.layers))
            return element
        if layer.slots is not None:
            self._note("colour slots are left out", layer)
        raster = layer.raster
        if layer.mask is not None:
            self._note("the mask became part of the layer", layer)
            raster = masked(raster, layer.mask)
        rect = content_bounds(raster)
        rect = rect if not rect.is_empty else Rect(0, 0, 1, 1)
        source = f"data/layer{len(self.pictures):04}.png"
        self.pictures.append((source, raster, rect))
        place = {"src": source, "x": str(rect.left), "y": str(rect.top)}
        return ElementTree.Element("layer", attributes | place)

    def _mode(self, layer: Layer) -> str:
        if layer.blend is BlendMode.PASS_THROUGH:
            if layer.opacity * layer.fill_opacity < 1:
                self._note("a see-through group blends as a whole elsewhere", layer)
            return "svg:src-over"
        known = _SVG_MODES.get(layer.blend)
        if known is None:
            self._note("other programs show its blend mode as Normal", layer)
            return _OWN + str(layer.blend)
        return known

    def _clipped(
        self, layer: PixelLayer | GroupLayer, base: PixelLayer | GroupLayer
    ) -> PixelLayer | GroupLayer:
        """The layer cut by the alpha of the layer it is clipped to."""
        if isinstance(layer, GroupLayer) or isinstance(base, GroupLayer):
            self._note("clipping with groups is left out", layer)
            return layer
        self._note("clipping became part of the layer", layer)
        return cut_by(layer, base)

    def _note(self, what: str, layer: Layer) -> None:
        self.warnings.setdefault(what, []).append(layer.name)


def write_openraster(document: Document, path: Path, progress: Progress) -> tuple[str, ...]:
    """Write the document; returns what OpenRaster could not hold."""
    writing = _Writing(document.dtype)
    root = ElementTree.Element(
        "image",
        {
            "version": _VERSION,
            "w": str(document.size.width),
            "h": str(document.size.height),
            "xres": str(round(document.resolution)),
            "yres": str(round(document.resolution)),
        },
    )
    stack = ElementTree.SubElement(root, "stack")
    stack.extend(writing.stack(document.layers))
    merged = flattened(document, progress.part(0.0, 0.3))

    def packed(picture: tuple[str, Raster, Rect]) -> bytes:
        pixels = pixels_of(picture[1], picture[2])
        return png_bytes(pixels, document.profile, document.resolution)

    pictures = writing.pictures
    with replaced_file(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:

        def add(name: str, data: bytes) -> None:
            archive.writestr(zipfile.ZipInfo(name), data)

        add("mimetype", _MIMETYPE)
        text = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
        add("stack.xml", text)
        for done, (picture, data) in enumerate(
            zip(pictures, in_threads(packed, pictures, waiting=3), strict=True)
        ):
            add(picture[0], data)
            progress.at(0.3 + 0.5 * (done + 1) / len(pictures), "Writing layers")
        add("mergedimage.png", png_bytes(merged, document.profile, document.resolution))
        add("Thumbnails/thumbnail.png", png_bytes(resized_to_fit(merged, _THUMBNAIL)))
    progress.at(1.0)
    return tuple(
        f"OpenRaster: {what} ({', '.join(names[:5])}{', …' if len(names) > 5 else ''})."
        for what, names in writing.warnings.items()
    )


def _xml_text(text: str) -> str:
    """XML has no control characters and no lone surrogates."""
    clean = text.encode("utf-8", "replace").decode()
    return "".join(one for one in clean if one >= " " and one not in "\ufffe\uffff")


# ---------------------------------------------------------------------------------------- reading


def read_openraster(path: Path, progress: Progress) -> tuple[Document, tuple[str, ...]]:
    """The document in an OpenRaster file and what was not understood."""
    progress.at(0.0, "Reading")
    try:
        with zipfile.ZipFile(path) as archive:
            text = zip_member(archive, "stack.xml", MAX_MANIFEST_BYTES, path.name)
            reading = _Reading(archive, path.name, MemoryBudget(path.stat().st_size))
            document = reading.document(root_of(text, "stack.xml", path.name), progress)
    except OSError as error:
        raise read_error(path, error) from error
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise _bad(path.name, "its zip is damaged") from error
    return document, tuple(dict.fromkeys(reading.warnings))


def _bad(name: str, why: str) -> BadFileError:
    return BadFileError(f"{name} cannot be opened: {why}.", "Try another copy of it.")


@dataclass(slots=True)
class _Reading:
    """One file on its way into a document."""

    archive: zipfile.ZipFile
    name: str
    budget: MemoryBudget
    warnings: list[str] = field(default_factory=list)
    profile: bytes | None = None
    next_id: int = 1
    is_deep: bool = False

    def document(self, root: ElementTree.Element, progress: Progress) -> Document:
        width, height = whole_number(root, "w", 0), whole_number(root, "h", 0)
        check_size(width, height, self.name)
        stack = root.find("stack")
        if stack is None:
            raise _bad(self.name, "it has no layers")
        sources = list(root.iter("layer"))
        if len(sources) > MAX_LAYERS:
            raise _bad(self.name, "it has too many layers")
        rasters: dict[int, Raster] = {}
        for done, element in enumerate(sources):
            rasters[id(element)] = self._raster(element)
            progress.at((done + 1) / len(sources), "Reading layers")
        if self.is_deep:
            rasters = {key: _sixteen_bit(raster) for key, raster in rasters.items()}
        layers = self._layers(stack, rasters, 0)
        return Document(
            size=Size(width, height),
            layers=layers,
            depth=16 if self.is_deep else 8,
            profile=self.profile,
            resolution=float(max(1, min(whole_number(root, "xres", 72), 30000))),
            next_id=self.next_id,
        )

    def _layers(
        self, stack: ElementTree.Element, rasters: Mapping[int, Raster], level: int
    ) -> tuple[Layer, ...]:
        if level > MAX_NESTING:
            raise _bad(self.name, "its groups lie too deep")
        found: list[Layer] = []
        for element in reversed(stack):
            if element.tag == "stack":
                children = self._layers(element, rasters, level + 1)
                found.append(self._group(element, children))
            elif element.tag == "layer":
                found.append(self._layer(element, rasters[id(element)]))
        return tuple(found)

    def _layer(self, element: ElementTree.Element, raster: Raster) -> PixelLayer:
        operator = element.get("composite-op", "svg:src-over")
        is_clipped = operator == "svg:src-atop"
        blend = BlendMode.NORMAL if is_clipped else self._blend(element)
        return PixelLayer(
            id=self._id(),
            name=element.get("name", "Layer"),
            raster=raster,
            visible=element.get("visibility", "visible") != "hidden",
            opacity=_share(element),
            blend=blend,
            clipped=is_clipped,
            role=_role(element),
        )

    def _group(self, element: ElementTree.Element, children: tuple[Layer, ...]) -> GroupLayer:
        blend = self._blend(element)
        opacity = _share(element)
        isolated = element.get("isolation", "isolate") != "auto" or opacity < 1
        if blend is BlendMode.NORMAL and not isolated:
            blend = BlendMode.PASS_THROUGH
        return GroupLayer(
            id=self._id(),
            name=element.get("name", "Group"),
            layers=children,
            visible=element.get("visibility", "visible") != "hidden",
            opacity=opacity,
            blend=blend,
            role=_role(element),
        )

    def _blend(self, element: ElementTree.Element) -> BlendMode:
        operator = element.get("composite-op", "svg:src-over")
        mode = _MODES.get(operator)
        if mode is None:
            self.warnings.append(f"The blend mode {operator} is not known: Normal is used.")
            return BlendMode.NORMAL
        return mode

    def _id(self) -> LayerId:
        self.next_id += 1
        return LayerId(self.next_id - 1)

    def _raster(self, element: ElementTree.Element) -> Raster:
        source = element.get("src", "")
        data = zip_member(self.archive, source, _MOST_FILE_BYTES, self.name)
        picture, _ = decoded_image(data, f"{source} in {self.name}")
        pixels = picture.pixels
        if not self.budget.take(pixels.nbytes):
            raise _bad(self.name, "its layers unpack to too much")
        if picture.profile is not None:
            self.profile = picture.profile
        self.is_deep = self.is_deep or pixels.dtype == np.uint16
        left, top = whole_number(element, "x", 0), whole_number(element, "y", 0)
        if max(abs(left), abs(top)) > _FAR:
            self.warnings.append(f"Layer “{element.get('name', '')}” lies too far out: left out.")
            return empty_raster(pixels.dtype)
        return raster_from_array(pixels, left=left, top=top)


def _sixteen_bit(raster: Raster) -> Raster:
    rect = raster.tile_bounds
    if raster.dtype == np.uint16 or rect == EMPTY:
        return raster if raster.dtype == np.uint16 else empty_raster(np.uint16)
    pixels = pixels_of(raster, rect).astype(np.uint16) * np.uint16(257)
    return raster_from_array(pixels, left=rect.left, top=rect.top)


def _share(element: ElementTree.Element) -> float:
    try:
        value = float(element.get("opacity", "1"))
    except ValueError:
        return 1.0
    return min(max(value, 0.0), 1.0) if value == value else 1.0


def _role(element: ElementTree.Element) -> Role:
    try:
        return Role(element.get(_ROLE, "none"))
    except ValueError:
        return Role.NONE
