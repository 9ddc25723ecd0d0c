"""Channel data: the four ways in which PSD stores a plane of samples, read and written by rows.

Samples are big-endian in the file and native here. Planes are read in bands of rows, so that a huge
channel needs no huge buffer; raw and RLE bands may be read in any order, ZIP bands only in turn.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, BinaryIO, ClassVar, TypeAlias

import numpy as np
import numpy.typing as npt

from engine.formats.psd.kernels import Bytes, pack_rows, packed_bound, unpack_rows

ZIP_LEVEL = 4
LARGEST_RLE_RATIO = 64
"""128 equal samples pack to two bytes."""
LARGEST_ZIP_RATIO = 1040
"""Deflate cannot do better than 1032."""

Plane: TypeAlias = npt.NDArray[Any]


Packed: TypeAlias = tuple[bytes, npt.NDArray[np.int64]]
"""Packed rows and the length of each."""


class Compression(IntEnum):
    RAW = 0
    RLE = 1
    ZIP = 2
    ZIP_PREDICTED = 3


def row_bytes(width: int, depth: int) -> int:
    """Bytes of one row of samples of 1, 8, 16 or 32 bit."""
    return -(-width // 8) if depth == 1 else width * depth // 8


# ---------------------------------------------------------------------------------------- reading


@dataclass(frozen=True, slots=True)
class RawRows:
    """Uncompressed rows."""

    data: Bytes
    width: int
    depth: int

    in_any_order: ClassVar[bool] = True

    def read(self, start: int, stop: int) -> tuple[Plane, int]:
        """Samples of rows start..stop (missing ones 0) and how many rows were damaged."""
        size = row_bytes(self.width, self.depth)
        out = np.zeros((stop - start) * size, np.uint8)
        found = self.data[start * size : stop * size]
        out[: len(found)] = found
        return _samples(out.reshape(-1, size), self.width, self.depth), (
            stop - start - len(found) // size
        )


@dataclass(frozen=True, slots=True)
class RleRows:
    """PackBits rows; starts and counts: where each row lies in `data`."""

    data: Bytes
    starts: npt.NDArray[np.int64]
    counts: npt.NDArray[np.int64]
    width: int
    depth: int

    in_any_order: ClassVar[bool] = True

    def read(self, start: int, stop: int) -> tuple[Plane, int]:
        out = np.zeros((stop - start, row_bytes(self.width, self.depth)), np.uint8)
        known = min(stop, len(self.starts)) - start
        damaged = stop - start - max(known, 0)
        if known > 0:
            rows = slice(start, start + known)
            damaged += unpack_rows(self.data, self.starts[rows], self.counts[rows], out[:known])
        return _samples(out, self.width, self.depth), damaged


@dataclass(frozen=True, slots=True)
class DecodedRows:
    """Rows that are samples already."""

    plane: Plane

    in_any_order: ClassVar[bool] = True

    def read(self, start: int, stop: int) -> tuple[Plane, int]:
        return self.plane[start:stop], 0


class ZipRows:
    """Deflated rows, read in turn from the first on."""

    in_any_order: ClassVar[bool] = False

    def __init__(self, data: Bytes, width: int, depth: int, predicted: bool) -> None:
        self._stream = zlib.decompressobj()
        self._rest: bytes = data.tobytes()
        self._broken = False
        self._width = width
        self._depth = depth
        self._predicted = predicted

    def read(self, start: int, stop: int) -> tuple[Plane, int]:
        size = row_bytes(self._width, self._depth)
        wanted = (stop - start) * size
        found = self._inflate(wanted)
        rows = np.zeros(wanted, np.uint8)
        rows[: len(found)] = np.frombuffer(found, np.uint8)
        table = rows.reshape(-1, size)
        damaged = stop - start - len(found) // size
        if self._predicted:
            return unpredicted(table, self._width, self._depth), damaged
        return _samples(table, self._width, self._depth), damaged

    def _inflate(self, wanted: int) -> bytes:
        parts: list[bytes] = []
        left = wanted
        while left and not self._broken and not self._stream.eof:
            try:
                part = self._stream.decompress(self._rest, left)
            except zlib.error:
                self._broken = True
                break
            self._rest = self._stream.unconsumed_tail
            if not part and not self._rest:
                self._broken = True
            parts.append(part)
            left -= len(part)
        return b"".join(parts)


Rows: TypeAlias = RawRows | RleRows | DecodedRows | ZipRows


def channel_rows(data: Bytes, width: int, height: int, depth: int, big: bool) -> Rows:
    """Rows of a layer channel: `data` begins with its compression.

    big: PSB, whose RLE row lengths have four bytes. Raises ValueError when the data cannot be what
    it says: an unknown compression, or far too little for this many samples.
    """
    if len(data) < 2:
        raise ValueError("no channel data")
    kind = int(data[0]) << 8 | int(data[1])
    return rows_of(data[2:], kind, width, height, depth, big)


def rows_of(data: Bytes, kind: int, width: int, height: int, depth: int, big: bool) -> Rows:
    """Rows of a channel whose compression is known; see channel_rows."""
    size = row_bytes(width, depth)
    if kind == Compression.RAW:
        return RawRows(data, width, depth)
    if kind == Compression.RLE:
        counts = data[: height * (4 if big else 2)]
        entry = np.dtype(">u4" if big else ">u2")
        counts = counts[: len(counts) // entry.itemsize * entry.itemsize]
        lengths = counts.view(entry).astype(np.int64)
        starts = np.cumsum(lengths) - lengths + height * entry.itemsize
        # What is left of a cut file may still be good, but not when next to nothing is left.
        if size * height > 8 * LARGEST_RLE_RATIO * max(len(data), 1024):
            raise ValueError("too little channel data")
        return RleRows(data, starts, lengths, width, depth)
    if kind in (Compression.ZIP, Compression.ZIP_PREDICTED):
        if size * height > LARGEST_ZIP_RATIO * max(len(data), 1024):
            raise ValueError("too little channel data")
        return ZipRows(data, width, depth, kind == Compression.ZIP_PREDICTED)
    raise ValueError(f"unknown compression {kind}")


def _samples(rows: Bytes, width: int, depth: int) -> Plane:
    """Bytes H×row as samples H×W: uint8 (0 or 1 for one bit), uint16 or float32."""
    if depth == 8:
        return rows
    if depth == 16:
        return rows.view(">u2").astype(np.uint16)
    if depth == 32:
        return rows.view(">f4").astype(np.float32)
    return np.unpackbits(rows, axis=1)[:, :width]


def unpredicted(rows: Bytes, width: int, depth: int) -> Plane:
    """Undo the differences that each row stores between neighbours."""
    if depth == 16:
        return np.cumsum(rows.view(">u2"), axis=1, dtype=np.uint16)
    summed = np.cumsum(rows, axis=1, dtype=np.uint8)
    if depth == 8:
        return summed
    # 32 bit: differences run through the first bytes of all samples, then the second bytes, …
    shuffled = np.ascontiguousarray(summed.reshape(-1, 4, width).transpose(0, 2, 1))
    return shuffled.reshape(len(rows), -1).view(">f4").astype(np.float32)


# ---------------------------------------------------------------------------------------- writing


@dataclass(frozen=True, slots=True)
class EncodedChannel:
    """A stored channel. lengths: of every RLE row, None for other compressions."""

    compression: Compression
    lengths: npt.NDArray[np.int64] | None
    parts: tuple[bytes, ...]

    def size(self, big: bool) -> int:
        """Bytes in the file, compression included."""
        table = 0 if self.lengths is None else len(self.lengths) * (4 if big else 2)
        return 2 + table + sum(len(part) for part in self.parts)

    def write(self, file: BinaryIO, big: bool) -> None:
        file.write(int(self.compression).to_bytes(2, "big"))
        self.write_lengths(file, big)
        self.write_rows(file)

    def write_lengths(self, file: BinaryIO, big: bool) -> None:
        if self.lengths is not None:
            file.write(self.lengths.astype(">u4" if big else ">u2").tobytes())

    def write_rows(self, file: BinaryIO) -> None:
        for part in self.parts:
            file.write(part)


EMPTY_CHANNEL = EncodedChannel(Compression.RAW, None, ())


def rle_band(plane: Plane) -> Packed:
    """PackBits of a band H×W (uint8 or uint16): the packed rows and the length of each."""
    rows = np.ascontiguousarray(plane if plane.dtype == np.uint8 else plane.astype(">u2"))
    rows = rows.view(np.uint8).reshape(len(plane), -1)
    out = np.empty(len(rows) * packed_bound(rows.shape[1]), np.uint8)
    lengths = np.empty(len(rows), np.int64)
    used = pack_rows(rows, out, lengths)
    return out[:used].tobytes(), lengths


def rle_channel(bands: list[Packed]) -> EncodedChannel:
    """One channel from its bands, top to bottom."""
    return EncodedChannel(
        Compression.RLE,
        np.concatenate([lengths for _, lengths in bands] or [np.empty(0, np.int64)]),
        tuple(data for data, _ in bands),
    )


class ZipEncoder:
    """Deflates a channel of 16-bit samples with prediction, band by band."""

    def __init__(self) -> None:
        self._stream = zlib.compressobj(ZIP_LEVEL)
        self._parts: list[bytes] = []

    def add(self, plane: npt.NDArray[np.uint16]) -> None:
        """The next rows, H×W."""
        differences = plane.copy()
        differences[:, 1:] -= plane[:, :-1]
        self._parts.append(self._stream.compress(differences.astype(">u2").tobytes()))

    def finished(self) -> EncodedChannel:
        self._parts.append(self._stream.flush())
        return EncodedChannel(Compression.ZIP_PREDICTED, None, tuple(self._parts))
