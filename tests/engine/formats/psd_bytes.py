"""PSD files put together by hand, to test the reader without our writer."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

RGB, GRAY, INDEXED, CMYK, BITMAP, LAB = 3, 1, 2, 4, 0, 9


def packbits(row: bytes) -> bytes:
    """One row as literals only: the simplest PackBits there is."""
    parts = [row[start : start + 128] for start in range(0, len(row), 128)]
    return b"".join(bytes([len(part) - 1]) + part for part in parts)


def channel(plane: np.ndarray, compression: int, *, big: bool = False) -> bytes:
    """A channel with its compression in front. Samples: uint8, uint16 or float32."""
    stored = plane.astype(plane.dtype.newbyteorder(">"))
    if compression == 0:
        return b"\0\0" + stored.tobytes()
    if compression == 1:
        rows = [packbits(row.tobytes()) for row in stored]
        form = ">I" if big else ">H"
        return b"\0\1" + b"".join(struct.pack(form, len(row)) for row in rows) + b"".join(rows)
    if compression == 2:
        return b"\0\2" + zlib.compress(stored.tobytes())
    if plane.dtype == np.float32:
        raw = stored.view(np.uint8).reshape(len(plane), -1, 4).transpose(0, 2, 1)
        raw = raw.reshape(len(plane), -1)
        delta = raw.copy()
        delta[:, 1:] = raw[:, 1:] - raw[:, :-1]
        return b"\0\3" + zlib.compress(delta.tobytes())
    delta = plane.copy()
    delta[:, 1:] = plane[:, 1:] - plane[:, :-1]
    return b"\0\3" + zlib.compress(delta.astype(plane.dtype.newbyteorder(">")).tobytes())


def block(key: bytes, data: bytes, *, signature: bytes = b"8BIM") -> bytes:
    return signature + key + struct.pack(">I", len(data)) + data


def descriptor(values: dict[str, object], name: bytes = b"null") -> bytes:
    """A descriptor with its version in front; nested ones are dicts with their class under ""."""
    return struct.pack(">I", 16) + _object({**values, "": name})


def _object(values: dict[str, object]) -> bytes:
    named = values.get("", b"null")
    assert isinstance(named, bytes)
    parts = [struct.pack(">IH", 1, 0), _key(named), struct.pack(">I", len(values) - ("" in values))]
    for key, value in values.items():
        if key:
            parts += [_key(key.encode()), _value(value)]
    return b"".join(parts)


def _key(name: bytes) -> bytes:
    return struct.pack(">I", 0 if len(name) == 4 else len(name)) + name


def _value(value: object) -> bytes:
    match value:
        case bool():
            return b"bool" + struct.pack(">?", value)
        case int():
            return b"long" + struct.pack(">i", value)
        case float():
            return b"doub" + struct.pack(">d", value)
        case str():
            return b"enum" + _key(b"kind") + _key(value.encode())
        case (float(number), bytes(unit)):
            return b"UntF" + unit + struct.pack(">d", number)
        case list():
            return b"VlLs" + struct.pack(">I", len(value)) + b"".join(map(_value, value))
        case dict():
            return b"Objc" + _object(value)
    raise TypeError(value)


@dataclass
class Layer:
    """channels: number -> plane; the planes give the size."""

    name: str = "L"
    left: int = 0
    top: int = 0
    channels: dict[int, np.ndarray] = field(default_factory=dict)
    blend: bytes = b"norm"
    opacity: int = 255
    clipping: int = 0
    flags: int = 8
    mask: bytes = b""
    blocks: bytes = b""
    compression: int = 0
    size: tuple[int, int] | None = None

    def rect(self) -> tuple[int, int, int, int]:
        height, width = self.size or next(
            (plane.shape for number, plane in self.channels.items() if number >= -1), (0, 0)
        )
        return self.top, self.left, self.top + height, self.left + width


def section(kind: int, name: str = "Group", blend: bytes = b"pass") -> Layer:
    """A group's end (3) or the group itself (1, 2)."""
    data = struct.pack(">I", kind) + (b"8BIM" + blend if kind != 3 else b"")
    return Layer(name=name, blend=blend if kind != 3 else b"norm", blocks=block(b"lsct", data))


def layer_info(layers: Sequence[Layer], *, big: bool = False, negative: bool = False) -> bytes:
    records, data = b"", b""
    for one in layers:
        planes = {
            number: channel(plane, one.compression, big=big)
            for number, plane in one.channels.items()
        }
        name = one.name.encode("mac-roman", "replace")
        pascal = bytes([len(name)]) + name
        pascal += bytes(-len(pascal) % 4)
        extra = struct.pack(">I", len(one.mask)) + one.mask + struct.pack(">I", 0) + pascal
        extra += one.blocks
        records += struct.pack(">iiiiH", *one.rect(), len(planes))
        form = ">hQ" if big else ">hI"
        records += b"".join(struct.pack(form, n, len(found)) for n, found in planes.items())
        records += b"8BIM" + one.blend + bytes([one.opacity, one.clipping, one.flags, 0])
        records += struct.pack(">I", len(extra)) + extra
        data += b"".join(planes.values())
    count = -len(layers) if negative else len(layers)
    return struct.pack(">h", count) + records + data


def psd(
    size: tuple[int, int],
    layers: Sequence[Layer] = (),
    *,
    mode: int = RGB,
    depth: int = 8,
    big: bool = False,
    merged: Sequence[np.ndarray] | bytes = (),
    resources: dict[int, bytes] | None = None,
    color_data: bytes = b"",
    blocks: bytes = b"",
    negative: bool = False,
) -> bytes:
    """A file of (height, width). merged: planes, stored raw, or the section as it is."""
    form = ">Q" if big else ">I"
    found = b"".join(
        b"8BIM" + struct.pack(">HHI", number, 0, len(data)) + data + bytes(len(data) & 1)
        for number, data in (resources or {}).items()
    )
    info = layer_info(layers, big=big, negative=negative) if layers else b""
    info += bytes(-len(info) % 4)
    section_data = struct.pack(form, len(info)) + info + struct.pack(">I", 0) + blocks
    if not isinstance(merged, bytes):
        count = len(merged)
        raw = [plane.astype(plane.dtype.newbyteorder(">")).tobytes() for plane in merged]
        merged = b"\0\0" + b"".join(raw)
    else:
        count = 3
    return (
        b"8BPS"
        + struct.pack(">H6xHIIHH", 2 if big else 1, max(count, 1), *size, depth, mode)
        + struct.pack(">I", len(color_data))
        + color_data
        + struct.pack(">I", len(found))
        + found
        + struct.pack(form, len(section_data))
        + section_data
        + merged
    )
