"""Tiles as images ready for the screen, composited in the background for what is in sight.

The GUI thread says what it wants to see and gets a signal when tiles arrive; until then it paints
what it has, be it old or coarse. One worker thread owns the cache and the pyramid, so they need no
locks; the compositor spreads its own work over more threads.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage

from app.canvas.viewport import MOST_LEVEL
from engine.compositor.cache import CompositeCache
from engine.compositor.pyramid import Pyramid
from engine.document.model import Document, LayerId
from engine.document.raster import Pixels, TileKey, tiles_over

BATCH = 48
"""Tiles of level 0 composited in one go: a few milliseconds, so that new wishes are heard soon."""
MOST_IMAGES = 3000
"""Images kept: 64 KB each."""


@dataclass(frozen=True, slots=True)
class _Order:
    """One piece of work. keys: level-0 tiles to composite; images: tiles of `level` to show."""

    serial: int
    document: Document
    active: LayerId | None
    keys: tuple[TileKey, ...]
    level: int
    images: tuple[TileKey, ...]
    is_first: bool


class TileImages(QObject):
    """Images of one document at a time. Lives on the GUI thread; `arrived` too."""

    arrived = Signal(int, object)
    """pyramid level, keys of the tiles that can now be painted"""
    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)
        self._worker = _Compositing()
        self._document: Document | None = None
        self._active: LayerId | None = None
        self._serial = 0
        self._is_first = True
        self._is_busy = False
        self._unknown: set[TileKey] = set()
        self._images: OrderedDict[tuple[int, TileKey], QImage] = OrderedDict()
        self._stale: set[tuple[int, TileKey]] = set()
        self._level = 0
        self._wanted: tuple[TileKey, ...] = ()

    def show(self, document: Document | None) -> None:
        """Start with another document, nothing of the last one is kept."""
        self._serial += 1
        self._document = document
        self._images.clear()
        self._stale.clear()
        self._wanted = ()
        self._is_first = True
        self._unknown = set() if document is None else set(tiles_over(document.size.rect))

    def follow(
        self, document: Document, dirty: Iterable[TileKey], active: LayerId | None = None
    ) -> None:
        """The document changed in these tiles; their images stay until new ones arrive."""
        self._document = document
        self._active = active
        dirty = set(dirty)
        self._unknown |= dirty
        for level in range(MOST_LEVEL + 1):
            self._stale.update((level, key) for key in dirty)
            dirty = {(row >> 1, column >> 1) for row, column in dirty}
        self._go_on()

    def want(self, level: int, keys: Sequence[TileKey]) -> None:
        """What is in sight, most important first. Everything asked for before is forgotten."""
        self._level, self._wanted = level, tuple(keys)
        self._go_on()

    def image(self, level: int, key: TileKey) -> QImage | None:
        """The newest image there is, 128×128 premultiplied, or None."""
        return self._images.get((level, key))

    @property
    def is_complete(self) -> bool:
        """Whether all that is wanted is there and up to date."""
        return not self._is_busy and not self._missing()

    def stop(self) -> None:
        """Return when the worker is idle, and give it nothing more: the end of the program."""
        self._document = None
        self._pool.waitForDone()

    def _missing(self) -> list[TileKey]:
        return [
            key
            for key in self._wanted
            if (self._level, key) not in self._images or (self._level, key) in self._stale
        ]

    def _go_on(self) -> None:
        """Give the worker the next piece, if it is idle and something is missing."""
        if self._is_busy or self._document is None:
            return
        order = self._next_order(self._document)
        if order is None:
            return
        self._is_busy = True
        self._is_first = False
        self._pool.start(_Task(self._worker, order, self._done.emit))

    def _next_order(self, document: Document) -> _Order | None:
        level = self._level
        images: list[TileKey] = []
        keys: list[TileKey] = []
        for key in self._missing():
            under = [key] if level == 0 else list(self._under(level, key))
            if images and len(keys) + len(under) > BATCH:
                break
            images.append(key)
            keys.extend(under)
        if not images:
            return None
        if len(keys) > BATCH:  # one coarse tile over many fine ones: in several goes
            keys, images = keys[:BATCH], images[:-1] if len(images) > 1 else []
        self._unknown.difference_update(keys)
        for key in images:
            self._stale.discard((level, key))
        return _Order(
            self._serial,
            document,
            self._active,
            tuple(keys),
            level,
            tuple(images),
            self._is_first,
        )

    def _under(self, level: int, key: TileKey) -> Iterable[TileKey]:
        """Tiles of level 0 under a coarse tile that the pyramid does not know yet."""
        if not self._unknown:
            return ()
        side = 1 << level
        row, column = key[0] << level, key[1] << level
        if len(self._unknown) < side * side:
            return sorted(
                one
                for one in self._unknown
                if row <= one[0] < row + side and column <= one[1] < column + side
            )
        return [
            one
            for one in ((row + r, column + c) for r in range(side) for c in range(side))
            if one in self._unknown
        ]

    def _on_done(self, order: _Order, images: dict[TileKey, QImage]) -> None:
        self._is_busy = False
        if order.serial == self._serial:
            for key, image in images.items():
                self._images[(order.level, key)] = image
                self._images.move_to_end((order.level, key))
            while len(self._images) > MOST_IMAGES:
                dropped, _ = self._images.popitem(last=False)
                self._stale.discard(dropped)
            if images:
                self.arrived.emit(order.level, frozenset(images))
        self._go_on()


class _Compositing:
    """What the worker thread owns."""

    def __init__(self) -> None:
        self._cache = CompositeCache(tiles_budget=192 << 20)
        self._pyramid = Pyramid(levels=MOST_LEVEL)

    def run(self, order: _Order) -> dict[TileKey, QImage]:
        if order.is_first:
            self._cache.clear()
            self._pyramid = Pyramid(order.document.dtype, levels=MOST_LEVEL)
        tiles = self._cache.tiles(order.document, order.keys, active=order.active)
        self._pyramid.update(tiles)
        if order.level == 0:
            return {key: image_of(tiles[key]) for key in order.images}
        found = ((key, self._pyramid.tile(order.level, key)) for key in order.images)
        return {key: image_of(tile) for key, tile in found if tile is not None}


class _Task(QRunnable):
    def __init__(self, worker: _Compositing, order: _Order, done: object) -> None:
        super().__init__()
        self._worker, self._order, self._done = worker, order, done

    def run(self) -> None:
        images = self._worker.run(self._order)
        self._done(self._order, images)  # type: ignore[operator]


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
