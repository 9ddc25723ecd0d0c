"""TIFF with Photoshop's layers: tag 37724 holds them as the tagged blocks of a PSD.

The blocks are read by our PSD reader, as a PSD that is put together around them. In TIFF of
"IBM PC" byte order everything in them is little-endian and keys are reversed; it is turned round
here as far as its meaning is known: what the effects, texts and adjustments of a layer say is left
out of such files and told. 16-bit layers in that order are shown as the merged picture.

Adobe Photoshop TIFF Technical Notes (2002); the little-endian layout as ImageMagick reads it.
"""

from __future__ import annotations

import io
import struct
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image, UnidentifiedImageError

from engine.document.model import Document
from engine.errors import BadFileError
from engine.formats.images import decoded_image, document_of_picture
from engine.formats.limits import MAX_LAYERS
from engine.formats.mapped import read_bytes
from engine.formats.psd.codec import Compression
from engine.formats.psd.layer_records import MAX_CHANNELS
from engine.formats.psd.reader import document_of
from engine.formats.psd.records import ColorMode
from engine.progress import Progress

_LAYERS, _RESOURCES, _PROFILE = 37724, 34377, 34675
_TITLE = b"Adobe Photoshop Document Data Block\0"
_LAYER_BLOCKS = (b"Layr", b"Lr16", b"Lr32")
_MODES = {
    0: ColorMode.GRAY, 1: ColorMode.GRAY, 2: ColorMode.RGB, 5: ColorMode.CMYK, 8: ColorMode.LAB,
}  # fmt: skip
"""By PhotometricInterpretation; of the palettes and masks of TIFF, Photoshop makes no layers."""


def read_tiff(path: Path, progress: Progress) -> tuple[Document, tuple[str, ...]]:
    """The document in a TIFF: Photoshop's layers where it has some, else one layer.

    Raises BadFileError when there is nothing to show.
    """
    progress.at(0.0, "Reading")
    data = read_bytes(path)
    stored = _stored(data)
    notes: tuple[str, ...] = ()
    if stored is not None:
        layered = _layered(stored, path.name, progress) if stored.is_readable else None
        if layered is not None:
            return layered
        notes = ("The layers of this TIFF cannot be read; its merged picture is shown.",)
    picture, remarks = decoded_image(data, path.name)
    progress.at(1.0)
    return document_of_picture(picture, path.stem), (*notes, *remarks)


def _layered(
    stored: _Stored, name: str, progress: Progress
) -> tuple[Document, tuple[str, ...]] | None:
    """The document in Photoshop's blocks; None when no layer of it can be read."""
    psd, left_out = _as_psd(stored)
    try:
        document, warnings = document_of(np.frombuffer(psd, np.uint8), name, progress)
    except BadFileError:
        return None
    profile = document.profile
    if profile is None and stored.mode is ColorMode.RGB:
        profile = stored.profile
    return replace(document, profile=profile), (*warnings, *left_out)


@dataclass(frozen=True, slots=True)
class _Stored:
    """What a TIFF says of its layers. blocks: the tagged blocks, in the byte order of the file."""

    width: int
    height: int
    depth: int
    mode: ColorMode | None
    is_little: bool
    blocks: bytes
    resources: bytes
    profile: bytes | None

    @property
    def is_readable(self) -> bool:
        return self.mode is not None and not (self.is_little and self.depth != 8)


def _stored(data: bytes) -> _Stored | None:
    """Photoshop's blocks in a TIFF; None where there are none, or no TIFF that Pillow reads."""
    try:
        with Image.open(io.BytesIO(data), formats=("TIFF",)) as image:
            tags = image.tag_v2  # type: ignore[attr-defined]
            blocks = bytes(tags.get(_LAYERS, b""))
            bits = tags.get(258, (1,))
            stored = _Stored(
                image.width,
                image.height,
                int(bits[0] if isinstance(bits, tuple) else bits),
                _MODES.get(int(tags.get(262, -1))),
                data[:2] == b"II",
                blocks.removeprefix(_TITLE),
                bytes(tags.get(_RESOURCES, b"")),
                bytes(tags[_PROFILE]) if _PROFILE in tags else None,
            )
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, TypeError, KeyError, EOFError,
            struct.error, IndexError, OverflowError, Image.DecompressionBombError):  # fmt: skip
        return None  # decoding the picture says what is wrong
    return stored if blocks.startswith(_TITLE) else None


def _as_psd(stored: _Stored) -> tuple[bytes, tuple[str, ...]]:
    """A PSD around the blocks, without a merged picture, and what was left out."""
    assert stored.mode is not None
    blocks, left_out = stored.blocks, False
    if stored.is_little:
        blocks, left_out = _turned(blocks)
    channels = {ColorMode.GRAY: 1, ColorMode.CMYK: 4}.get(stored.mode, 3)
    head = struct.pack(
        ">4sH6xHIIHH",
        *(b"8BPS", 1, channels, stored.height, stored.width, stored.depth, stored.mode),
    )
    resources = struct.pack(">I", len(stored.resources)) + stored.resources
    layers = struct.pack(">III", len(blocks) + 8, 0, 0) + blocks
    notes = ("Effects, texts and adjustments of layers are left out of TIFF of this byte order.",)
    return head + bytes(4) + resources + layers, notes if left_out else ()


def _turned(blocks: bytes) -> tuple[bytes, bool]:
    """Little-endian blocks as big-endian ones, and whether something was left out."""
    out = io.BytesIO()
    at, left_out = 0, False
    while at + 12 <= len(blocks):
        if blocks[at : at + 4] not in (b"MIB8", b"46B8"):
            break
        key = blocks[at + 4 : at + 8][::-1]
        (length,) = struct.unpack_from("<I", blocks, at + 8)
        body = blocks[at + 12 : at + 12 + length]
        at += 12 + length + -length % 4
        if key in _LAYER_BLOCKS:
            turned = _Turner(body)
            # After damage, what was whole is there; the PSD reader tells the rest.
            with suppress(struct.error, IndexError):
                turned.layers()
            left_out = turned.left_out
            body = turned.out.getvalue()
            out.write(b"8BIM" + key + struct.pack(">I", len(body)) + body + bytes(-len(body) % 4))
    return out.getvalue(), left_out


class _Turner:
    """Reads a little-endian list of layers and writes it big-endian."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.out = io.BytesIO()
        self.left_out = False

    def layers(self) -> None:
        count = abs(self._numbers("h")[0])
        channels = [self._record() for _ in range(min(count, MAX_LAYERS))]
        for rows, length in (one for record in channels for one in record):
            self._channel(rows, length)

    def _record(self) -> list[tuple[int, int]]:
        """One record; returns the (rows, length) of its channels."""
        top, _, bottom, _ = self._numbers("iiii")
        count = self._numbers("H")[0]
        if count > MAX_CHANNELS:
            raise IndexError("too many channels")
        channels = [self._numbers("hI") for _ in range(count)]
        self._key()
        self._key()
        self._bytes(4)
        (length,) = struct.unpack_from("<I", self.data, self.at)
        end = self.at + 4 + length
        self.at += 4
        place = self.out.tell()
        self.out.write(bytes(4))
        masks = self._mask()
        self._bytes(self._numbers("I")[0])  # blending ranges are bytes
        name = self.data[self.at]
        self._bytes(1 + name + -(name + 1) % 4)
        self._blocks(end)
        written = self.out.tell() - place - 4
        self.out.seek(place)
        self.out.write(struct.pack(">I", written))
        self.out.seek(0, io.SEEK_END)
        self.at = end
        return [(masks.get(number, bottom - top), size) for number, size in channels]

    def _mask(self) -> dict[int, int]:
        """The mask of a record; returns the rows of its channels by number."""
        length = self._numbers("I")[0]
        if length < 20:
            self._bytes(length)
            return {}
        start = self.at
        top, _, bottom, _ = self._numbers("iiii")
        rows = {-2: bottom - top}
        self._bytes(2)
        if length >= 36:
            self._bytes(2)
            real_top, _, real_bottom, _ = self._numbers("iiii")
            rows = {-2: bottom - top, -3: real_bottom - real_top}
        self._bytes(length - (self.at - start))
        return rows

    def _blocks(self, end: int) -> None:
        while self.at + 12 <= end and self.data[self.at : self.at + 4] in (b"MIB8", b"46B8"):
            key = self.data[self.at + 4 : self.at + 8][::-1]
            (length,) = struct.unpack_from("<I", self.data, self.at + 8)
            body = self.data[self.at + 12 : self.at + 12 + length]
            self.at += 12 + length
            turned = _turned_block(key, body)
            if turned is None:
                self.left_out = True
                continue
            self.out.write(b"8BIM" + key + struct.pack(">I", len(turned)) + turned)

    def _channel(self, rows: int, length: int) -> None:
        end = self.at + length
        if length >= 2:
            kind = self._numbers("H")[0]
            if kind == Compression.RLE:
                self._numbers(f"{max(0, rows)}H")
        self._bytes(end - self.at)

    def _numbers(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        self.out.write(struct.pack(">" + form, *values))
        return values

    def _key(self) -> None:
        self.out.write(self.data[self.at : self.at + 4][::-1])
        self.at += 4

    def _bytes(self, count: int) -> None:
        self.out.write(self.data[self.at : self.at + max(0, count)])
        self.at += max(0, count)


def _turned_block(key: bytes, body: bytes) -> bytes | None:
    """A property of a layer, big-endian; None where its make-up is not known."""
    if key == b"luni":
        count = len(body) // 2 - 2
        return struct.pack(
            f">I{count}H", *struct.unpack_from(f"<I{count}H", body)
        ) if count >= 0 else None  # fmt: skip
    if key in (b"lyid", b"lspf"):
        return body[:4][::-1]
    if key in (b"lsct", b"lsdk"):
        return b"".join(body[at : at + 4][::-1] for at in range(0, len(body) - len(body) % 4, 4))
    if key == b"lclr":
        return b"".join(body[at : at + 2][::-1] for at in range(0, 8, 2))
    if key in (b"iOpa", b"clbl", b"infx", b"knko", b"tsly", b"lmgm", b"vmgm"):
        return body
    return None
