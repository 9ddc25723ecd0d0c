"""The zip of a project: members one after the other, unpacked ones taken over from an older file.

A tile that lies in the file that is being replaced is not packed again: its bytes are copied once
their checksum has been found right. What was written is read back before it counts.
"""

from __future__ import annotations

import mmap
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from engine.document.raster import Pixels
from engine.formats.parallel import in_threads
from engine.formats.tile_bytes import packed_tile

TILES = "tiles/"
_LOCAL_HEADER = struct.Struct("<4s22xHH")
"""Signature, length of the name, length of the extra field; the data follows those."""
_SIGNATURE = b"PK\3\4"
_CHECKED_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class _Member:
    """data: a view into the mapped file, as it lies there."""

    name: str
    checksum: int
    data: memoryview
    is_deflated: bool

    @property
    def is_whole(self) -> bool:
        data = zlib.decompress(self.data, -zlib.MAX_WBITS) if self.is_deflated else self.data
        return zlib.crc32(data) == self.checksum


def write_members(
    file: BinaryIO,
    members: Sequence[tuple[str, bytes]],
    tiles: Mapping[str, Pixels],
    older: Path,
    report: Callable[[float], None],
) -> int:
    """Write a whole archive into an empty file; returns how many tiles came from `older`.

    members: name -> bytes, deflated. tiles: digest -> pixels, stored as `TILES` + digest. older: a
    file that may be an earlier state of the same project, or anything, or missing. report gets
    fractions 0..1 and may raise to stop.
    """
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        missing = dict(tiles)
        total = max(1, len(tiles))

        def take(member: _Member) -> None:
            _append(archive, file, member.name, member.data)
            del missing[member.name.removeprefix(TILES)]
            report(1 - len(missing) / total)

        with ExitStack() as stack:
            _take_over(stack, older, missing, take)
        reused = len(tiles) - len(missing)
        packed = in_threads(lambda item: packed_tile(item[1]), missing.items())
        for done, (digest, packed_data) in enumerate(zip(missing, packed, strict=True), 1):
            _append(archive, file, f"{TILES}{digest}", packed_data)
            report((reused + done) / total)
    return reused


def is_whole(file: BinaryIO, names: set[str]) -> bool:
    """Whether the archive just written holds exactly these members, every byte as it should be."""
    file.flush()
    try:
        with ExitStack() as stack:
            found = _mapped_members(stack, file)
            if found.keys() != names:
                return False
            members = list(found.values())
            starts = range(0, len(members), _CHECKED_AT_ONCE)
            parts = [members[start : start + _CHECKED_AT_ONCE] for start in starts]
            return all(in_threads(_are_whole, parts))
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, struct.error):
        return False


def _are_whole(members: Sequence[_Member]) -> bool:
    return all(member.is_whole for member in members)


def _append(archive: zipfile.ZipFile, file: BinaryIO, name: str, data: bytes | memoryview) -> None:
    """Add a stored member. zipfile's own way seeks back for every header, which is slow."""
    info = zipfile.ZipInfo(name)
    info.header_offset = file.tell()
    info.CRC = zlib.crc32(data)
    info.compress_size = info.file_size = len(data)
    file.write(info.FileHeader(False))
    file.write(data)
    archive.filelist.append(info)
    archive.NameToInfo[name] = info
    archive.start_dir = file.tell()


def _take_over(
    stack: ExitStack,
    older: Path,
    wanted: Mapping[str, Pixels],
    take: Callable[[_Member], None],
) -> None:
    """Call `take` for each tile of the older file that is wanted and undamaged, in their order."""
    members: Iterable[_Member] = ()
    # Whatever is wrong with the older file, all that is lost is the time to pack its tiles again.
    with suppress(OSError, ValueError, zipfile.BadZipFile, NotImplementedError, struct.error):
        file = stack.enter_context(older.open("rb"))
        members = _mapped_members(stack, file).values()
    for member in members:
        digest = member.name.removeprefix(TILES)
        is_ours = digest != member.name and not member.is_deflated
        if is_ours and digest in wanted and member.is_whole:
            take(member)


def _mapped_members(stack: ExitStack, file: BinaryIO) -> dict[str, _Member]:
    """Every member of an archive by name, as it lies in the file."""
    with zipfile.ZipFile(file) as archive:
        infos = archive.infolist()
    view = stack.enter_context(_MappedView(file))
    found: dict[str, _Member] = {}
    for info in infos:
        signature, name_length, extra_length = _LOCAL_HEADER.unpack_from(view, info.header_offset)
        start = info.header_offset + _LOCAL_HEADER.size + name_length + extra_length
        end = start + info.compress_size
        if signature != _SIGNATURE or end > len(view):
            raise zipfile.BadZipFile
        is_deflated = info.compress_type == zipfile.ZIP_DEFLATED
        found[info.filename] = _Member(info.filename, info.CRC, view[start:end], is_deflated)
    return found


class _MappedView:
    """A file's bytes as long as the block lasts."""

    def __init__(self, file: BinaryIO) -> None:
        self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def __enter__(self) -> memoryview:
        return memoryview(self._map)

    def __exit__(self, *_error: object) -> None:
        with suppress(BufferError):  # views still alive keep it; it goes when they do
            self._map.close()
