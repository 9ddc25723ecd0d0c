"""What the worker behind the canvas does: composites, averages, and makes images for the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from PySide6.QtCore import QRunnable
from PySide6.QtGui import QImage

from app.canvas.viewport import MOST_LEVEL
from engine.compositor.cache import CompositeCache
from engine.compositor.drafts import DraftCompositor
from engine.compositor.pyramid import Pyramid
from engine.document.model import Document, LayerId
from engine.document.raster import Pixels, TileKey

PIECE = 512
"""Tiles of layers averaged in one go while nothing else is to be done."""


class Work(Enum):
    """EXACT: composite all pixels. DRAFT: composite averages. PREPARE: average for drafts."""

    EXACT = auto()
    DRAFT = auto()
    PREPARE = auto()


@dataclass(frozen=True, slots=True)
class Order:
    """One piece of work on tiles of `level`.

    serial, version: which document and which state of it, counted by who orders.
    images: what is to be shown, or of which drafts are prepared. keys: tiles of level 0 that have
    to be composited for EXACT. active: the layer that is being edited.
    """

    work: Work
    serial: int
    version: int
    document: Document
    active: LayerId | None
    level: int
    images: tuple[TileKey, ...]
    keys: tuple[TileKey, ...] = ()
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """images: those asked for. is_prepared: drafts of the order's tiles need nothing more.
    is_too_large: there are no drafts, the layers' averages would need too much memory."""

    images: dict[TileKey, QImage]
    is_prepared: bool = False
    is_too_large: bool = False


class TileWorker:
    """Owned by one worker thread."""

    def __init__(self) -> None:
        self._cache = CompositeCache(tiles_budget=192 << 20)
        self._pyramid = Pyramid(levels=MOST_LEVEL)
        self._unaveraged: dict[TileKey, Pixels] = {}
        self._drafts = DraftCompositor()

    def run(self, order: Order) -> Answer:
        if order.is_first:
            self._cache.clear()
            self._drafts.clear()
            self._unaveraged = {}
            self._pyramid = Pyramid(order.document.dtype, levels=MOST_LEVEL)
        if order.work is Work.EXACT:
            return Answer(self._exact(order))
        document, level, keys = order.document, order.level, order.images
        if not self._drafts.affords(document, level, keys):
            self._drafts.clear()
            return Answer({}, is_too_large=True)
        if order.work is Work.PREPARE:
            is_prepared = self._drafts.prepare(document, level, keys, most=PIECE)
            return Answer({}, is_prepared=is_prepared)
        tiles = self._drafts.tiles(document, level, keys)
        return Answer({key: image_of(tile) for key, tile in tiles.items()})

    def _exact(self, order: Order) -> dict[TileKey, QImage]:
        tiles = self._cache.tiles(order.document, order.keys, active=order.active)
        self._unaveraged |= tiles
        if order.level == 0:
            # A drag changes the same tiles again and again: far views can wait for them.
            if order.active is None:
                self._average()
            return {key: image_of(tiles[key]) for key in order.images}
        self._average()
        found = ((key, self._pyramid.tile(order.level, key)) for key in order.images)
        return {key: image_of(tile) for key, tile in found if tile is not None}

    def _average(self) -> None:
        """Take into the pyramid what has been composited since the last time."""
        tiles, self._unaveraged = self._unaveraged, {}
        self._pyramid.update(tiles)


class TileTask(QRunnable):
    """Runs one order. done: told the order and the answer, in the worker's thread."""

    def __init__(
        self, worker: TileWorker, order: Order, done: Callable[[Order, Answer], None]
    ) -> None:
        super().__init__()
        self._worker, self._order, self._done = worker, order, done

    def run(self) -> None:
        self._done(self._order, self._worker.run(self._order))


def image_of(pixels: Pixels) -> QImage:
    """H×W×4 straight RGBA (8 or 16 bit) as an image of its own memory.

    Premultiplied, or without alpha where all is opaque, which is drawn faster.
    """
    if pixels.dtype == np.uint16:
        pixels = ((pixels.astype(np.uint32) * 255 + 32767) // 65535).astype(np.uint8)
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    straight = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGBA8888)
    if pixels[..., 3].min() == 255:
        return straight.convertToFormat(QImage.Format.Format_RGB32)
    return straight.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
