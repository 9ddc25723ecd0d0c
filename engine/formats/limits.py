"""What a file may ask for: every size is checked here before memory is taken for it.

The numbers are far beyond what people draw and small enough that a damaged length, or a file made
to do harm, ends in one sentence instead of an exhausted computer.
"""

from __future__ import annotations

import zlib
from threading import Lock

from engine.errors import BadFileError

MAX_SIDE = 300_000
"""Pixels along one side; the largest that PSB knows."""
MAX_PIXELS = 1 << 30
MAX_LAYERS = 20_000
MAX_NESTING = 64
MAX_MANIFEST_BYTES = 64 << 20
MAX_PROFILE_BYTES = 16 << 20
FREE_BYTES = 640 << 20
"""Pixels that any file may unpack to, however small it is."""
EXPANSION = 256
"""Beyond FREE_BYTES, bytes of pixels that one byte of file may stand for."""
SMALL_CANVAS = 1 << 25
"""Pixels of a canvas that is cheap enough not to ask whether the file can really hold it."""


def check_size(width: int, height: int, name: str) -> None:
    """Raise BadFileError unless a picture of this size may be opened."""
    if width < 1 or height < 1:
        raise BadFileError(
            f"{name} says that it is {width} × {height} pixels, which no picture is.",
            "The file is damaged; try another copy of it.",
        )
    if width > MAX_SIDE or height > MAX_SIDE or width * height > MAX_PIXELS:
        raise BadFileError(
            f"{name} says that it is {width} × {height} pixels, more than can be opened.",
            f"Pictures may have {MAX_SIDE} pixels a side and {MAX_PIXELS} in all.",
        )


def check_plausible(width: int, height: int, file_bytes: int, ratio: int, name: str) -> None:
    """Raise BadFileError when a large canvas cannot come out of so few bytes.

    ratio: pixels of the canvas that one byte of the file may stand for.
    """
    if width * height > SMALL_CANVAS and width * height > ratio * file_bytes:
        raise BadFileError(
            f"{name} says that it is {width} × {height} pixels, "
            f"but its {file_bytes:,} bytes cannot hold that many.",
            "The file is damaged or not safe to open; try another copy of it.",
        )


class MemoryBudget:
    """How much a file has unpacked to; `take` may be called from several threads."""

    def __init__(self, file_bytes: int) -> None:
        self._left = FREE_BYTES + EXPANSION * file_bytes
        self._lock = Lock()

    def take(self, count: int) -> bool:
        """Take `count` bytes; False, and nothing taken, when they are not left."""
        with self._lock:
            if count > self._left:
                return False
            self._left -= count
            return True


def inflated(data: bytes | memoryview, size: int) -> bytes:
    """`data` (a zlib stream) unpacked to exactly `size` bytes.

    Raises ValueError when the stream is damaged, too short or holds more; never unpacks more.
    """
    stream = zlib.decompressobj()
    try:
        out = stream.decompress(data, size + 1)
    except zlib.error as error:
        raise ValueError(f"damaged compressed data ({error})") from error
    if len(out) != size:
        raise ValueError(f"compressed data holds {len(out)} bytes instead of {size}")
    return out
