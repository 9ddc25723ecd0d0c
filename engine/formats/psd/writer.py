"""Document -> PSD, or PSB where PSD ends (30 000 pixels a side, 2 GB).

8-bit layers are stored as RLE and trimmed to their alpha, 16-bit layers as ZIP with prediction in
`Lr16`, as Photoshop does. The merged picture is RLE over white, with a fourth channel only when the
picture is not opaque. What is merged is the document as PSD can say it, with opacities in 1/255.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image

from engine.document.geometry import EMPTY, Rect
from engine.document.links import links_in_use
from engine.document.model import AdjustmentLayer, Document, GroupLayer, Layer, Mask, PixelLayer
from engine.document.raster import Pixels, Raster, content_bounds, pixels_of
from engine.errors import UnsupportedError
from engine.formats.atomic import replaced_file
from engine.formats.flattened import flattened, resized_to_fit
from engine.formats.limits import MAX_SIDE
from engine.formats.parallel import in_threads
from engine.formats.psd import mapping
from engine.formats.psd.adjustments import adjustment_blocks
from engine.formats.psd.codec import (
    EMPTY_CHANNEL,
    EncodedChannel,
    Packed,
    ZipEncoder,
    rle_band,
    rle_channel,
)
from engine.formats.psd.keeping import (
    blocks_back,
    channels_back,
    is_untouched,
    keeps_adjustment,
)
from engine.formats.psd.private import RESOURCE, packed_private
from engine.formats.psd.records import ALPHA, LONG_BLOCKS, SIGNATURE, USER_MASK
from engine.formats.psd.tiles import bands, planes_of
from engine.progress import Progress

LARGEST_PSD_SIDE = 30_000
LARGEST_PSD_BYTES = (1 << 31) - 1
MOST_LAYERS = 32_767
THUMBNAIL = 160
_NUMBERS = (0, 1, 2, ALPHA)
"""Channels of a layer, in the order of RGBA."""
_END_NAME = "</Layer group>"


@dataclass(frozen=True, slots=True, eq=False)
class _Record:
    """A layer record to be written. kind: see `lsct`, 0 for pixel layers."""

    layer: Layer
    kind: int
    rect: Rect
    mask_rect: Rect

    @property
    def goes_back(self) -> bool:
        """Whether its channels are written as they came."""
        return self.kind != mapping.END_OF_GROUP and is_untouched(self.layer)


@dataclass(frozen=True, slots=True)
class _Job:
    """One piece of encoding: a band of a layer's channels, a 16-bit channel, or a mask."""

    record: _Record
    what: str
    band: Rect = EMPTY
    channel: int = 0


def write_psd(document: Document, path: Path, progress: Progress) -> tuple[str, ...]:
    """Write the document to `path`; returns what the artist should know.

    The ending .psb asks for PSB; large documents become PSB under any name.
    """
    with replaced_file(path) as file:
        is_big = write_to(document, file, progress, big=path.suffix.lower() == ".psb")
    if is_big and path.suffix.lower() != ".psb":
        return (
            f"{path.name} is too large for PSD and was saved as PSB, Photoshop's large format; "
            "some programs want the ending .psb.",
        )
    return ()


def write_to(document: Document, file: BinaryIO, progress: Progress, *, big: bool) -> bool:
    """Write the document to an open file; returns whether it became PSB."""
    size = document.size
    if max(size.width, size.height) > MAX_SIDE:
        raise UnsupportedError(
            f"PSB holds at most {MAX_SIDE} pixels a side.", "Save as .unflatten instead."
        )
    stored = as_stored(document)
    records = list(_records(stored.layers, size.rect))
    if len(records) > MOST_LAYERS:
        raise UnsupportedError(
            f"PSD holds at most {MOST_LAYERS} layers and group ends; this document has "
            f"{len(records)}.",
            "Merge some layers, or save as .unflatten.",
        )
    channels = _encoded_layers(records, document.depth, progress.part(0.0, 0.6))
    picture = flattened(stored, progress.part(0.6, 0.8))
    is_opaque = bool((picture[..., 3] == np.iinfo(picture.dtype).max).all())
    merged = _encoded_merged(picture, is_opaque, progress.part(0.8, 0.95))
    resources = _resources(stored, records, picture)
    is_big = big or max(size.width, size.height) > LARGEST_PSD_SIDE
    if not is_big:
        total = sum(one.size(False) for one in (*channels_of(channels), *merged))
        is_big = total + len(resources) + 4096 * (len(records) + 1) > LARGEST_PSD_BYTES
    progress.at(0.95, "Writing")
    file.write(
        struct.pack(
            ">4sH6xHIIHH",
            b"8BPS",
            2 if is_big else 1,
            len(merged),
            size.height,
            size.width,
            document.depth,
            3,
        )
    )
    file.write(struct.pack(">I", 0))
    file.write(struct.pack(">I", len(resources)))
    file.write(resources)
    more = b"".join(
        _block(key, data + bytes(-len(data) % 4), is_big)
        for key, data in (document.foreign.blocks if document.foreign is not None else ())
    )
    _write_layers(file, records, channels, document.depth, is_big, is_opaque, more)
    file.write(struct.pack(">H", int(merged[0].compression)))
    for one in merged:
        one.write_lengths(file, is_big)
    for one in merged:
        one.write_rows(file)
    progress.at(1.0)
    return is_big


def as_stored(document: Document) -> Document:
    """The document with opacities and densities that PSD can hold: in 1/255."""

    def rounded(layer: Layer) -> Layer:
        mask = layer.mask
        if mask is not None and mask.density != _byte(mask.density) / 255:
            mask = replace(mask, density=_byte(mask.density) / 255)
        opacity, fill = _byte(layer.opacity) / 255, _byte(layer.fill_opacity) / 255
        if isinstance(layer, GroupLayer):
            return replace(
                layer,
                layers=tuple(rounded(child) for child in layer.layers),
                opacity=opacity,
                fill_opacity=fill,
                mask=mask,
            )
        return replace(layer, opacity=opacity, fill_opacity=fill, mask=mask)

    return replace(document, layers=tuple(rounded(layer) for layer in document.layers))


def _byte(share: float) -> int:
    return min(max(round(share * 255), 0), 255)


# ---------------------------------------------------------------------------------------- encoding


def _records(layers: tuple[Layer, ...], canvas: Rect) -> Iterator[_Record]:
    """Records bottom to top: a group is its end, its layers, then itself."""
    for layer in layers:
        mask_rect = EMPTY if layer.mask is None else _mask_rect(layer.mask, canvas)
        if isinstance(layer, PixelLayer):
            kept = layer.foreign
            rect = content_bounds(layer.raster)
            if kept is not None and is_untouched(layer):
                rect = kept.rect
            yield _Record(layer, 0, rect, mask_rect)
            continue
        if isinstance(layer, AdjustmentLayer):
            yield _Record(layer, 0, EMPTY, mask_rect)
            continue
        yield _Record(layer, mapping.END_OF_GROUP, EMPTY, EMPTY)
        yield from _records(layer.layers, canvas)
        kind = mapping.OPEN_GROUP if layer.expanded else mapping.CLOSED_GROUP
        yield _Record(layer, kind, EMPTY, mask_rect)


def _mask_rect(mask: Mask, canvas: Rect) -> Rect:
    """Where the mask is written out: its content, or the canvas too when what lies outside is
    neither hidden nor shown, which PSD cannot say."""
    bounds = content_bounds(mask.raster)
    full = int(np.iinfo(mask.raster.dtype).max)
    return bounds if mask.raster.fill in (0, full) else bounds.united(canvas)


def _encoded_layers(
    records: list[_Record], depth: int, progress: Progress
) -> list[dict[int, EncodedChannel]]:
    """The channels of every record, by number."""
    jobs = list(_jobs(records, depth))
    found: list[dict[int, EncodedChannel]] = [
        {}
        if record.kind == 0 and not record.rect.is_empty
        else dict.fromkeys(_NUMBERS, EMPTY_CHANNEL)
        for record in records
    ]
    for record, channels in zip(records, found, strict=True):
        if record.goes_back and record.layer.foreign is not None:
            channels.clear()
            channels.update(channels_back(record.layer.foreign))
    place = {id(record): index for index, record in enumerate(records)}
    pieces: dict[tuple[int, int], list[Packed]] = {}
    for done, (job, result) in enumerate(zip(jobs, in_threads(_encoded, jobs), strict=True)):
        index = place[id(job.record)]
        if isinstance(result, EncodedChannel):
            number = USER_MASK if job.what == "mask" else _NUMBERS[job.channel]
            found[index][number] = result
        else:
            for number, piece in zip(_NUMBERS, result, strict=True):
                pieces.setdefault((index, number), []).append(piece)
        progress.at((done + 1) / len(jobs), "Packing layers")
    for (index, number), parts in pieces.items():
        found[index][number] = rle_channel(parts)
    return found


def channels_of(channels: list[dict[int, EncodedChannel]]) -> Iterator[EncodedChannel]:
    """All channels of all layers."""
    return (one for layer in channels for one in layer.values())


def _jobs(records: list[_Record], depth: int) -> Iterator[_Job]:
    for record in records:
        if record.goes_back:
            continue
        if not record.rect.is_empty:
            if depth == 8:
                for band in bands(record.rect):
                    yield _Job(record, "band", band)
            else:
                for channel in range(4):
                    yield _Job(record, "channel", channel=channel)
        if record.layer.mask is not None and record.kind != mapping.END_OF_GROUP:
            yield _Job(record, "mask")


def _encoded(
    job: _Job,
) -> EncodedChannel | list[Packed]:
    record = job.record
    if job.what == "mask":
        mask = record.layer.mask
        assert mask is not None
        return _encoded_mask(mask.raster, record.mask_rect)
    assert isinstance(record.layer, PixelLayer)
    raster = record.layer.raster
    if job.what == "band":
        return [rle_band(plane) for plane in planes_of(raster, job.band)]
    encoder = ZipEncoder()
    for band in bands(record.rect):
        encoder.add(planes_of(raster, band)[job.channel])
    return encoder.finished()


def _encoded_mask(raster: Raster, rect: Rect) -> EncodedChannel:
    if rect.is_empty:
        return EMPTY_CHANNEL
    if raster.dtype == np.uint8:
        return rle_channel([rle_band(pixels_of(raster, band)) for band in bands(rect)])
    encoder = ZipEncoder()
    for band in bands(rect):
        encoder.add(pixels_of(raster, band).astype(np.uint16, copy=False))
    return encoder.finished()


def _encoded_merged(picture: Pixels, is_opaque: bool, progress: Progress) -> list[EncodedChannel]:
    """R, G, B (over white) and, unless opaque, alpha of the merged picture (H×W×4 straight)."""
    full = int(np.iinfo(picture.dtype).max)
    height, width = picture.shape[:2]
    count = 3 if is_opaque else 4
    parts = list(bands(Rect(0, 0, width, height)))

    def encoded(band: Rect) -> list[Packed]:
        pixels = picture[band.top : band.bottom]
        if not is_opaque:
            alpha = pixels[..., 3:].astype(np.uint32)
            over = pixels[..., :3] * alpha + full * (full - alpha) + full // 2
            pixels = np.concatenate([over // full, alpha], -1).astype(picture.dtype)
        return [rle_band(pixels[..., channel]) for channel in range(count)]

    pieces: list[list[Packed]] = [[] for _ in range(count)]
    for done, result in enumerate(in_threads(encoded, parts)):
        for channel, piece in enumerate(result):
            pieces[channel].append(piece)
        progress.at((done + 1) / len(parts), "Packing the merged picture")
    return [rle_channel(one) for one in pieces]


# ----------------------------------------------------------------------------------------- writing


def _write_layers(
    file: BinaryIO,
    records: list[_Record],
    channels: list[dict[int, EncodedChannel]],
    depth: int,
    is_big: bool,
    is_opaque: bool,
    more: bytes,
) -> None:
    """The layer and mask section. more: blocks for its end."""
    count = len(records) if is_opaque else -len(records)
    head = struct.pack(">h", count) + b"".join(
        _record_bytes(record, found, is_big)
        for record, found in zip(records, channels, strict=True)
    )
    length = len(head) + sum(one.size(is_big) for one in channels_of(channels))
    if not records:
        head, length = b"", 0
    padding = -length % 4
    word = ">Q" if is_big else ">I"
    word_size = struct.calcsize(word)
    if depth == 8:
        file.write(struct.pack(word, word_size + length + padding + 4 + len(more)))
        file.write(struct.pack(word, length + padding))
    else:
        # Layer info is empty, no global mask, then the block with the layers.
        block = 8 + word_size + length + padding if records else 0
        file.write(struct.pack(word, word_size + 4 + block + len(more)))
        file.write(struct.pack(word, 0))
        file.write(struct.pack(">I", 0))
        if records:
            file.write(SIGNATURE + b"Lr16" + struct.pack(word, length + padding))
    file.write(head)
    for one in channels_of(channels) if records else ():
        one.write(file, is_big)
    file.write(b"\0" * padding)
    if depth == 8:
        file.write(struct.pack(">I", 0))
    file.write(more)


def _record_bytes(record: _Record, channels: dict[int, EncodedChannel], is_big: bool) -> bytes:
    layer = record.layer
    is_end = record.kind == mapping.END_OF_GROUP
    blend = b"norm" if is_end else mapping.BLEND_KEYS[layer.blend]
    flags = mapping.MODERN
    if record.kind or isinstance(layer, AdjustmentLayer):
        flags |= mapping.PIXELS_IRRELEVANT
    if not layer.visible and not is_end:
        flags |= mapping.HIDDEN
    if layer.locks.transparency and not is_end:
        flags |= mapping.TRANSPARENCY_LOCKED
    rect = record.rect
    form = ">hQ" if is_big else ">hI"
    name = _END_NAME if is_end else layer.name
    kept = None if is_end else layer.foreign
    ranges = kept.ranges if kept is not None else struct.pack(">HH", 0, 0xFFFF) * 2 * 5
    extra = (
        _mask_bytes(record)
        + struct.pack(">I", len(ranges))
        + ranges
        + _pascal(name, 4)
        + b"".join(_block(key, data, is_big) for key, data in _blocks(record, name))
    )
    return (
        struct.pack(">iiiiH", rect.top, rect.left, rect.bottom, rect.right, len(channels))
        + b"".join(struct.pack(form, number, one.size(is_big)) for number, one in channels.items())
        + SIGNATURE
        + blend
        + bytes(
            [
                255 if is_end else _byte(layer.opacity),
                0 if is_end else int(layer.clipped),
                flags,
                0,
            ]
        )
        + struct.pack(">I", len(extra))
        + extra
    )


def _mask_bytes(record: _Record) -> bytes:
    mask = record.layer.mask
    kept = record.layer.foreign
    if kept is not None and record.goes_back:
        return struct.pack(">I", len(kept.mask_data)) + kept.mask_data
    if mask is None or record.kind == mapping.END_OF_GROUP:
        return struct.pack(">I", 0)
    rect = record.mask_rect
    full = int(np.iinfo(mask.raster.dtype).max)
    density = _byte(mask.density)
    flags = (0 if mask.enabled else 2) | (16 if density != 255 else 0)
    data = struct.pack(
        ">iiiiBB",
        rect.top,
        rect.left,
        rect.bottom,
        rect.right,
        255 if mask.raster.fill == full else 0,
        flags,
    )
    data += bytes([1, density]) if density != 255 else bytes(2)
    return struct.pack(">I", len(data)) + data


def _blocks(record: _Record, name: str) -> Iterator[tuple[bytes, bytes]]:
    layer = record.layer
    yield b"luni", _unicode(name)
    if record.kind == mapping.END_OF_GROUP:
        yield b"lsct", struct.pack(">I", record.kind)
        return
    yield b"lyid", struct.pack(">I", layer.id)
    style = layer.style
    yield b"clbl", bytes([not style.clips_apart, 0, 0, 0])
    yield b"infx", bytes([style.interior_as_group, 0, 0, 0])
    yield b"knko", bytes([style.knockout.value, 0, 0, 0])
    yield b"lspf", struct.pack(">I", mapping.protection_of(layer.locks))
    yield b"lclr", struct.pack(">HHHH", mapping.COLOR_TAGS.index(layer.color_tag), 0, 0, 0)
    if layer.fill_opacity != 1.0:
        yield b"iOpa", bytes([_byte(layer.fill_opacity), 0, 0, 0])
    if isinstance(layer, AdjustmentLayer) and not keeps_adjustment(layer):
        yield from adjustment_blocks(layer.adjustment)
    yield from blocks_back(layer)
    if record.kind:
        yield (
            b"lsct",
            struct.pack(">I4s4s", record.kind, SIGNATURE, mapping.BLEND_KEYS[layer.blend]),
        )


def _block(key: bytes, data: bytes, is_big: bool) -> bytes:
    long = is_big and key in LONG_BLOCKS
    data += bytes(len(data) & 1)
    return SIGNATURE + key + struct.pack(">Q" if long else ">I", len(data)) + data


def _pascal(name: str, align: int) -> bytes:
    """For programs that know no better; the true name is in `luni`."""
    data = name.encode("mac-roman", "replace")[:255]
    data = bytes([len(data)]) + data
    return data + bytes(-len(data) % align)


def _unicode(text: str) -> bytes:
    """A counted UTF-16 text, its length a multiple of four."""
    data = text.encode("utf-16-be", "replace")
    data = struct.pack(">I", len(data) // 2) + data
    return data + bytes(-len(data) % 4)


# --------------------------------------------------------------------------------------- resources


def _resources(document: Document, records: list[_Record], picture: Pixels) -> bytes:
    """The image resources section."""
    resolution = round(document.resolution * 65536)
    found = [
        (mapping.RESOLUTION, struct.pack(">IHHIHH", resolution, 1, 1, resolution, 1, 1)),
        (mapping.THUMBNAIL, _thumbnail(picture)),
    ]
    if document.profile is not None:
        found.append((mapping.ICC_PROFILE, document.profile))
    writer = _counted("Unflatten")
    found.append(
        (mapping.VERSION_INFO, struct.pack(">IB", 1, 1) + writer + writer + struct.pack(">I", 1))
    )
    found.append((RESOURCE, packed_private(document)))
    found.append((mapping.LINKS, _links(document, records)))
    named = [(number, b"", data) for number, data in found]
    if document.foreign is not None:
        named += document.foreign.resources
    return b"".join(
        SIGNATURE
        + struct.pack(">H", number)
        + bytes([len(name)])
        + name
        + bytes((len(name) + 1) & 1)
        + struct.pack(">I", len(data))
        + data
        + bytes(len(data) & 1)
        for number, name, data in sorted(named, key=lambda one: one[0])
    )


def _links(document: Document, records: list[_Record]) -> bytes:
    """A number for each record: equal ones other than 0 are linked."""
    numbers = {link: at for at, link in enumerate(sorted(links_in_use(document.layers)), start=1)}
    found = [
        0 if one.kind == mapping.END_OF_GROUP else numbers.get(one.layer.link, 0) for one in records
    ]
    return struct.pack(f">{len(found)}H", *found)


def _counted(text: str) -> bytes:
    data = text.encode("utf-16-be")
    return struct.pack(">I", len(data) // 2) + data


def _thumbnail(picture: Pixels) -> bytes:
    """A JPEG of the picture over white, at most 160 pixels a side, behind its header."""
    small = resized_to_fit(picture, THUMBNAIL)
    alpha = small[..., 3:].astype(np.uint32)
    over = ((small[..., :3] * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)
    height, width = over.shape[:2]
    packed = io.BytesIO()
    Image.fromarray(over).save(packed, "JPEG", quality=85)
    data = packed.getvalue()
    row = (width * 24 + 31) // 32 * 4
    return struct.pack(">IIIIIIHH", 1, width, height, row, row * height, len(data), 24, 1) + data
