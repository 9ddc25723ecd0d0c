"""Tiles as bytes: zlib where that is smaller. Used wherever we store rasters of our own."""

from __future__ import annotations

import zlib

import numpy as np
import numpy.typing as npt

from engine.document.raster import TILE, Pixels, frozen_tile
from engine.formats.limits import inflated

LEVEL = 1


def packed_tile(tile: Pixels) -> bytes:
    """A tile as little-endian samples, deflated unless that would not make it smaller."""
    raw = tile.astype(tile.dtype.newbyteorder("<"), copy=False).tobytes()
    packed = zlib.compress(raw, LEVEL)
    return packed if len(packed) < len(raw) else raw


def unpacked_tile(data: bytes | memoryview, dtype: npt.DTypeLike, channels: int) -> Pixels:
    """The tile that `packed_tile` stored. Raises ValueError when the bytes are damaged."""
    kind = np.dtype(dtype)
    size = TILE * TILE * channels * kind.itemsize
    raw = data if len(data) == size else inflated(data, size)
    shape = (TILE, TILE, 4) if channels == 4 else (TILE, TILE)
    samples = np.frombuffer(raw, kind.newbyteorder("<")).astype(kind)
    return frozen_tile(samples.reshape(shape))
