"""A PSD or PSB file -> Document, with a sentence for everything that did not come through.

Layers that are more than pixels (text, smart objects, …) come in as the pixels that their program
stored for them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from engine.document.geometry import Rect, Size
from engine.document.model import Document, GroupLayer, Layer, LayerId, PixelLayer
from engine.document.raster import Pixels, Raster, raster_from_array
from engine.document.tree import walk
from engine.errors import BadFileError
from engine.formats.limits import MAX_PROFILE_BYTES, SMALL_CANVAS
from engine.formats.mapped import mapped_file
from engine.formats.psd import mapping
from engine.formats.psd.decoding import Decoder
from engine.formats.psd.keeping import LARGEST_KEPT, kept_file
from engine.formats.psd.kernels import Bytes
from engine.formats.psd.layer_tree import LayerTree
from engine.formats.psd.parser import parsed
from engine.formats.psd.patterns import patterns_of
from engine.formats.psd.private import RESOURCE, Kept, unpacked_private, with_private
from engine.formats.psd.records import ColorMode, PsdFile
from engine.formats.psd.styles import StyleSources
from engine.progress import Progress

_BEFORE_CS6 = re.compile(r"Photoshop (CS([2-5]|(?!\d))|\d\.)")
"""Names of Photoshop's versions 7.0, CS to CS5.1."""


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
    decoder = Decoder(file, len(data))
    sources = _style_sources(file, decoder.canvas)
    tree = LayerTree(
        file, decoder.canvas, decoder.dtype, sources, keeps_channels=len(data) <= LARGEST_KEPT
    )
    layers = tree.layers(*decoder.layers(progress.part(0.0, 0.95)))
    losses = [*file.losses, *decoder.losses, *tree.losses]
    kept, next_id = _private(file, decoder, losses)
    if not layers:
        layers = _merged_layer(decoder, name, progress.part(0.0, 0.95))
        if losses:
            losses.append("The merged picture is shown instead of the layers.")
        elif next_id and all(_is_blank(layer) for layer in layers):
            layers = ()  # we wrote it without any layer
        losses = list(dict.fromkeys([*losses, *decoder.losses]))
    if next_id:
        layers = _with_private(layers, kept, losses)
    document = Document(
        size=Size(file.header.width, file.header.height),
        layers=layers,
        depth=decoder.depth,
        profile=_profile(file),
        resolution=_resolution(file.resource(mapping.RESOLUTION)),
        next_id=max([1, next_id, *(layer.id + 1 for layer in walk(layers))]),
        foreign=kept_file(file),
    )
    progress.at(1.0)
    remarks = [*tree.remarks(), *_conversions(file)]
    return document, tuple(dict.fromkeys([*losses, *remarks]))


def _merged_layer(decoder: Decoder, name: str, progress: Progress) -> tuple[Layer, ...]:
    try:
        raster = decoder.merged(progress, name)
    except BadFileError:
        preview = _preview(decoder)
        if preview is None:
            raise
        decoder.losses.append("Only the small preview in the file is whole; it is shown enlarged.")
        raster = preview
    return (PixelLayer(id=LayerId(1), name="Background", raster=raster),)


def _preview(decoder: Decoder) -> Raster | None:
    """The thumbnail of a file of which nothing else is left, as large as the canvas."""
    data = decoder.file.resource(mapping.THUMBNAIL) or b""
    canvas = decoder.canvas
    if canvas.width * canvas.height > SMALL_CANVAS:
        return None
    packed = np.frombuffer(data[mapping.THUMBNAIL_HEADER :], np.uint8)
    small = cv2.imdecode(packed, cv2.IMREAD_COLOR) if len(packed) else None
    if small is None:
        return None
    size = (canvas.width, canvas.height)
    enlarged = np.asarray(cv2.resize(small, size, interpolation=cv2.INTER_CUBIC), np.uint8)
    pixels: Pixels = np.full((canvas.height, canvas.width, 4), 255, np.uint8)
    pixels[..., :3] = enlarged[..., ::-1]
    return raster_from_array(pixels if decoder.depth == 8 else pixels.astype(np.uint16) * 257)


def _is_blank(layer: Layer) -> bool:
    return isinstance(layer, PixelLayer) and not layer.raster.tiles


def _private(file: PsdFile, decoder: Decoder, losses: list[str]) -> tuple[Mapping[int, Kept], int]:
    """What only we know of the layers, and the next layer id; nothing and 0 in foreign files."""
    data = file.resource(RESOURCE)
    if data is None:
        return {}, 0
    try:
        return unpacked_private(data, decoder.depth, decoder.budget)
    except (ValueError, RecursionError):
        losses.append("Roles and colour slots of the layers are damaged: they were left out.")
        return {}, 0


def _with_private(
    layers: tuple[Layer, ...], kept: Mapping[int, Kept], losses: list[str]
) -> tuple[Layer, ...]:
    result: list[Layer] = []
    for layer in layers:
        known, is_stale = with_private(layer, kept)
        if is_stale:
            losses.append(
                f"Layer “{layer.name}” was changed elsewhere: its colour slots were left out."
            )
        if isinstance(known, GroupLayer):
            known = replace(known, layers=_with_private(known.layers, kept, losses))
        result.append(known)
    return tuple(result)


def _style_sources(file: PsdFile, canvas: Rect) -> StyleSources:
    def angle(number: int) -> float:
        data = file.resource(number) or b""
        return float(int.from_bytes(data[:4], "big", signed=True)) if len(data) >= 4 else 30.0

    return StyleSources(
        canvas,
        patterns_of(file.blocks),
        angle(mapping.LIGHT_ANGLE),
        angle(mapping.LIGHT_ALTITUDE),
        mixes_text=_mixes_text(file.resource(mapping.VERSION_INFO) or b""),
    )


def _mixes_text(version_info: bytes) -> bool:
    """Whether the writer mixes the edges of text as light of gamma 1.45, new in Photoshop CS6.

    Whether it was switched off is not in the file.
    """
    names = version_info[5:].decode("utf-16-be", errors="replace")
    return bool(names) and _BEFORE_CS6.search(names) is None


def _conversions(file: PsdFile) -> list[str]:
    remarks: list[str] = []
    if file.header.mode is not ColorMode.RGB:
        remarks.append(f"The colours were converted from {file.header.mode.name.title()} to RGB.")
    if file.header.depth == 32:
        remarks.append("The picture has 32 bits per channel and is carried at 16.")
    return remarks


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
