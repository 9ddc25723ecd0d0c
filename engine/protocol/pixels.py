"""Pixels on their way between the processes: sealed files in the private session directory.

A file is written once, by one side, before the message that names it, and only read afterwards, so
there is nothing to lock. The window deletes it when the job has ended. All rasters of one message
share its files: each distinct tile is stored once, and a tile that the other side sent in the same
job is not stored at all but pointed at, so that what a task leaves alone stays the same object.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias

import msgspec
import numpy as np
import numpy.typing as npt

from engine.document.raster import TILE, Pixels, Raster
from engine.protocol.errors import ProtocolError

Depth: TypeAlias = Literal["uint8", "uint16"]
Channels: TypeAlias = Literal[1, 4]
Kind: TypeAlias = tuple[Depth, Channels]
"""Tiles of one kind have the same bytes per pixel and lie in the same file."""

PLACE_COLUMNS: Final = 3
"""row and column on the tile grid, number of the tile"""


class TileFile(msgspec.Struct, frozen=True):
    """`count` tiles of 128×128(×4) without gaps: straight alpha, in the document's own profile."""

    name: str
    dtype: Depth
    channels: Channels
    count: int


class WirePixels(msgspec.Struct, frozen=True):
    """The files of one message. places: file of int32 P×3 (row, column, tile), native byte order.

    tile >= 0 counts in the file of the raster's kind, tile < 0 means number ~tile among the tiles
    of that kind that the receiver sent in the same job. Empty names: nothing stored.
    """

    places: str = ""
    place_count: int = 0
    files: tuple[TileFile, ...] = ()


class WireRaster(msgspec.Struct, frozen=True):
    """A raster: the places start..start+count are its tiles."""

    dtype: Depth
    channels: Channels
    fill: int
    start: int
    count: int


@dataclass(frozen=True, slots=True)
class SentTiles:
    """The tiles of one message by kind, in the order of their files."""

    by_kind: dict[Kind, list[Pixels]] = field(default_factory=dict)

    def numbers(self) -> dict[int, int]:
        """id of each tile -> its number among those of its kind."""
        return {
            id(tile): number for tiles in self.by_kind.values() for number, tile in enumerate(tiles)
        }


def _nothing() -> None:
    return None


class PixelWriter:
    """Collects the rasters of one message, then writes its files.

    directory: the session directory. prefix: begins the names of all files, unique to the message.
    known: what the receiver sent in the same job. `sent` is what was written, in order.
    """

    def __init__(self, directory: Path, prefix: str, known: SentTiles | None = None) -> None:
        self._directory = directory
        self._prefix = bare_name(prefix)
        self._known = known or SentTiles()
        self._known_numbers = self._known.numbers()
        self._numbers: dict[int, int] = {}
        self._places: list[tuple[int, int, int]] = []
        self.sent = SentTiles()

    def add(self, raster: Raster) -> WireRaster:
        """What the message says about this raster."""
        kind = kind_of(raster.dtype, raster.channels)
        start = len(self._places)
        for (row, column), tile in raster.tiles.items():
            known = self._known_numbers.get(id(tile))
            number = self._stored(kind, tile) if known is None else ~known
            self._places.append((row, column, number))
        return WireRaster(*kind, raster.fill, start, len(raster.tiles))

    def write(self, check: Callable[[], None] = _nothing) -> WirePixels:
        """Write the files. Nothing is left of them when `check` or the system raises."""
        if not self._places:
            return WirePixels()
        written: list[Path] = []
        try:
            places = np.array(self._places, np.int32)
            places_path = self._path("places", written)
            _write_sealed(places_path, (places,), check)
            files = []
            for (dtype, channels), tiles in self.sent.by_kind.items():
                path = self._path(f"{dtype}x{channels}", written)
                _write_sealed(path, tiles, check)
                files.append(TileFile(path.name, dtype, channels, len(tiles)))
        except BaseException:
            for path in written:
                path.unlink(missing_ok=True)
            raise
        return WirePixels(places_path.name, len(places), tuple(files))

    def _stored(self, kind: Kind, tile: Pixels) -> int:
        number = self._numbers.get(id(tile))
        if number is None:
            tiles = self.sent.by_kind.setdefault(kind, [])
            number = self._numbers[id(tile)] = len(tiles)
            tiles.append(tile)
        return number

    def _path(self, ending: str, written: list[Path]) -> Path:
        path = self._directory / f"{self._prefix}.{ending}"
        written.append(path)
        return path


class PixelReader:
    """Reads the rasters of one message.

    Tiles are views into the mapped files, good as long as the job lasts; `copied` says to copy them
    into memory of their own. `sent` is what was read, in the order of the files.
    Raises ProtocolError when a file is not what the message says, OSError when it is not there.
    """

    def __init__(
        self,
        directory: Path,
        pixels: WirePixels,
        *,
        known: SentTiles | None = None,
        copied: bool = False,
    ) -> None:
        self._known = known or SentTiles()
        self.sent = SentTiles()
        for file in pixels.files:
            kind = (file.dtype, file.channels)
            if kind in self.sent.by_kind:
                raise ProtocolError(f"two files of {file.dtype}×{file.channels} tiles")
            shape = (file.count, *_tile_shape(file.channels))
            stored = _mapped(directory, file.name, np.dtype(file.dtype), shape)
            self.sent.by_kind[kind] = [_frozen(tile, copied) for tile in stored]
        self._places: list[list[int]] = []
        if pixels.places:
            shape = (pixels.place_count, PLACE_COLUMNS)
            self._places = _mapped(directory, pixels.places, np.dtype(np.int32), shape).tolist()

    def raster(self, wire: WireRaster) -> Raster:
        """The raster that the message speaks of."""
        end = wire.start + wire.count
        if not 0 <= wire.start <= end <= len(self._places):
            raise ProtocolError(f"places {wire.start}..{end} of {len(self._places)}")
        kind = (wire.dtype, wire.channels)
        stored: Sequence[Pixels] = self.sent.by_kind.get(kind, ())
        known: Sequence[Pixels] = self._known.by_kind.get(kind, ())
        try:
            tiles = {
                (row, column): stored[number] if number >= 0 else known[~number]
                for row, column, number in self._places[wire.start : end]
            }
        except IndexError:
            raise ProtocolError("a raster points at a tile that was never sent") from None
        if len(tiles) != wire.count:
            raise ProtocolError("two tiles of a raster lie at the same place")
        return Raster(MappingProxyType(tiles), np.dtype(wire.dtype), wire.channels, wire.fill)


def kind_of(dtype: np.dtype[Any], channels: int) -> Kind:
    """The kind of a raster's tiles. Raises ProtocolError when no such tiles travel."""
    match dtype.name, channels:
        case ("uint8" | "uint16") as depth, (1 | 4) as count:
            return depth, count
    raise ProtocolError(f"no tiles of {dtype} with {channels} channels travel")


def bare_name(name: str) -> str:
    """`name`, when it is a plain file name that cannot lead out of a directory on any system.

    Raises ProtocolError otherwise.
    """
    is_plain = 0 < len(name) <= 100 and all(
        character.isascii() and (character.isalnum() or character in "-_.") for character in name
    )
    if not is_plain or name[0] == "." or name[-1] == ".":
        raise ProtocolError(f"not a bare file name: {name!r}")
    return name


def _tile_shape(channels: Channels) -> tuple[int, ...]:
    return (TILE, TILE, 4) if channels == 4 else (TILE, TILE)


def _write_sealed(
    path: Path, arrays: Sequence[npt.NDArray[Any]], check: Callable[[], None]
) -> None:
    """A new private file with the arrays one after the other. FileExistsError when it is there."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb", buffering=2**20) as file:
        for array in arrays:
            check()
            file.write(np.ascontiguousarray(array).data)


def _mapped(
    directory: Path, name: str, dtype: np.dtype[Any], shape: tuple[int, ...]
) -> npt.NDArray[Any]:
    """The file as a read-only array of exactly this shape."""
    path = directory / bare_name(name)
    if shape[0] < 1 or path.is_symlink():
        raise ProtocolError(f"{name} cannot hold {shape}")
    expected = int(np.prod(shape, dtype=object)) * dtype.itemsize
    actual = path.stat().st_size
    if actual != expected:
        raise ProtocolError(f"{name} has {actual} bytes, {shape} {dtype} need {expected}")
    return np.memmap(path, dtype, mode="r", shape=shape).view(np.ndarray)


def _frozen(tile: npt.NDArray[Any], copied: bool) -> Pixels:
    if not copied:
        return tile
    own = tile.copy()
    own.flags.writeable = False
    return own
