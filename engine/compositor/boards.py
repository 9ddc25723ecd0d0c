"""Artboards: a group that lies on a board and is cut off at its edges."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from engine.document.model import Mask
from engine.document.raster import (
    TILE,
    Pixels,
    Raster,
    cropped,
    empty_raster,
    frozen_tile,
    raster_from_tiles,
    tiles_over,
)
from engine.document.style import Board

_KEPT = 64


@lru_cache(maxsize=_KEPT)
def board_paper(board: Board, bits: int) -> Raster | None:
    """The board in its colour; None when it is transparent."""
    if board.color is None:
        return None
    full = 2**bits - 1
    return _filled(board, bits, [*(round(share * full) for share in board.color), full])


@lru_cache(maxsize=_KEPT)
def board_mask(board: Board, bits: int) -> Mask:
    """What shows only where the board is."""
    return Mask(_filled(board, bits, [2**bits - 1]))


def _filled(board: Board, bits: int, values: list[int]) -> Raster:
    """A raster of as many channels as values, the same inside the whole board; tiles are shared."""
    dtype = np.dtype(np.uint8 if bits == 8 else np.uint16)
    shape = (TILE, TILE) if len(values) == 1 else (TILE, TILE, len(values))
    tile: Pixels = np.empty(shape, dtype)
    tile[:] = values
    empty = empty_raster(dtype, channels=len(values))
    tiles = dict.fromkeys(tiles_over(board.rect), frozen_tile(tile))
    return cropped(raster_from_tiles(empty, tiles), board.rect)
