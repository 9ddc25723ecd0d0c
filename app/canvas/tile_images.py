"""Tiles as images ready for the screen, made in the background for what is in sight.

The GUI thread says what it wants to see and gets a signal when tiles arrive; until then it paints
what it has, be it old or coarse. One worker thread owns the cache, the pyramid and the drafts, so
they need no locks; the compositor spreads its own work over more threads.

What is seen from far away is the average of many pixels. While they change under the artist's hand,
a draft is shown at once; when the hand rests, exact tiles take its place.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QImage

from app.canvas.tile_worker import Answer, Order, TileTask, TileWorker, Work
from app.canvas.viewport import MOST_LEVEL
from engine.document.geometry import Size
from engine.document.model import Document, LayerId
from engine.document.raster import TILE, TileKey

BATCH = 48
"""Tiles of level 0 composited in one go: a few milliseconds, so that new wishes are heard soon."""
EDITED_BATCH = 160
"""The same for what an edit has changed: all that a view at 100 % has changes at once."""
FEW = 40
"""Tiles of level 0 that are composited as fast as a draft of them."""
REST = 0.15
"""Seconds without a change, or another view, after which drafts are replaced by what is exact and
others are prepared."""
MOST_IMAGES = 3000
"""Images kept: 64 KB each."""


Place: TypeAlias = tuple[int, TileKey]
"""Level and tile."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """version: the state of the document that the image shows."""

    version: int
    is_exact: bool
    image: QImage


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
        self._worker = TileWorker()
        self._document: Document | None = None
        self._active: LayerId | None = None
        self._serial = 0
        self._is_first = True
        self._under_way: Order | None = None
        self._version = 0
        self._changed = _grids(Size(0, 0))
        self._unknown = np.zeros((0, 0), np.bool_)
        self._images: OrderedDict[Place, _Shown] = OrderedDict()
        self._has_drafts = True
        self._prepared: tuple[int, frozenset[TileKey]] = (0, frozenset())
        self._level = self._draft_level = 0
        self._wanted: tuple[TileKey, ...] = ()
        self._rest = QTimer(self, interval=round(REST * 1000), singleShot=True)
        self._rest.timeout.connect(self._go_on)

    def show(self, document: Document | None) -> None:
        """Start with another document, nothing of the last one is kept."""
        self._serial += 1
        self._document = document
        self._images.clear()
        self._has_drafts = True
        self._prepared = (0, frozenset())
        self._wanted = ()
        self._is_first = True
        self._version = 0
        self._changed = _grids(Size(0, 0) if document is None else document.size)
        self._unknown = np.ones(self._changed[0].shape, np.bool_)

    def follow(
        self, document: Document, dirty: Iterable[TileKey], active: LayerId | None = None
    ) -> None:
        """The document changed in these tiles; their images stay until new ones arrive."""
        self._document = document
        self._active = active
        self._version += 1
        places = np.array(list(dirty), np.intp).reshape(-1, 2)
        rows, columns = places[:, 0], places[:, 1]
        self._unknown[rows, columns] = True
        for level, grid in enumerate(self._changed):
            grid[rows >> level, columns >> level] = self._version
        self._prepared = (0, frozenset())
        self._rest.start()
        self._go_on()

    def want(self, level: int, keys: Sequence[TileKey], draft_level: int | None = None) -> None:
        """What is in sight, most important first. Everything asked for before is forgotten.

        draft_level: `level` or the next one; what drafts are made of.
        """
        wanted = tuple(keys)
        if (level, wanted) != (self._level, self._wanted):
            self._rest.start()
        self._level, self._wanted = level, wanted
        self._draft_level = level if draft_level is None else draft_level
        self._go_on()

    def image(self, level: int, key: TileKey) -> QImage | None:
        """The newest image there is, 128×128 premultiplied, or None."""
        found = self._images.get((level, key))
        return None if found is None else found.image

    def is_newer_from_far(self, level: int, key: TileKey) -> bool:
        """Whether the tile of the next level shows a later state of the document than this one."""
        here = self._images.get((level, key))
        if here is not None and here.version >= self._changed[level][key]:
            return False
        over = self._images.get((level + 1, (key[0] >> 1, key[1] >> 1)))
        return over is not None and (here is None or over.version > here.version)

    @property
    def is_complete(self) -> bool:
        """Whether all that is wanted is there and exact."""
        return not self._is_making_images and not self._missing()

    @property
    def is_current(self) -> bool:
        """Whether all that is wanted shows the document as it is now, be it in a draft."""
        return not any(map(self._is_behind, self._wanted))

    def stop(self) -> None:
        """Return when the worker is idle, and give it nothing more: the end of the program."""
        self._document = None
        self._rest.stop()
        self._pool.waitForDone()

    @property
    def _is_making_images(self) -> bool:
        return self._under_way is not None and self._under_way.work is not Work.PREPARE

    def _missing(self) -> list[TileKey]:
        """What is wanted and not there, or not exact."""
        level, images = self._level, self._images
        return [
            key
            for key in self._wanted
            if (shown := images.get((level, key))) is None
            or not shown.is_exact
            or shown.version < self._changed[level][key]
        ]

    def _is_fresh(self, level: int, key: TileKey) -> bool:
        """Whether a tile shows the present document, be it in a draft."""
        shown = self._images.get((level, key))
        return shown is not None and shown.version >= self._changed[level][key]

    def _is_behind(self, key: TileKey) -> bool:
        """Whether a wanted tile shows nothing or the past, and so does the tile of drafts."""
        if self._is_fresh(self._level, key):
            return False
        steps = self._draft_level - self._level
        return not steps or not self._is_fresh(
            self._draft_level, (key[0] >> steps, key[1] >> steps)
        )

    # Orders to the worker

    def _go_on(self) -> None:
        """Give the worker the next piece, if it is idle and something is to be done."""
        if self._under_way is not None or self._document is None:
            return
        order = self._next_order(self._document)
        if order is not None:
            self._under_way = order
            self._is_first = False
            self._pool.start(TileTask(self._worker, order, self._done.emit))

    def _next_order(self, document: Document) -> Order | None:
        """What was edited first, then what was never seen, then what only drafts show."""
        missing = self._missing()
        behind = [key for key in missing if self._is_behind(key)]
        edited = [key for key in behind if self._changed[self._level][key]]
        if edited and self._drafts_pay(edited):
            return self._draft_order(document, edited)
        if edited:
            return self._exact_order(document, edited, EDITED_BATCH)
        if behind:
            return self._exact_order(document, behind, BATCH)
        if self._rest.isActive():
            return None
        return self._exact_order(document, missing, BATCH) or self._prepare_order(document)

    def _drafts_pay(self, keys: list[TileKey]) -> bool:
        """Whether drafts are there sooner than what is exact."""
        if self._draft_level == 0 or not self._has_drafts:
            return False
        count = 0
        for key in keys:
            count += int(np.count_nonzero(self._unknown[self._slices(key)]))
            if count > FEW:
                return True
        return False

    def _draft_order(self, document: Document, keys: Iterable[TileKey]) -> Order:
        return self._order(Work.DRAFT, document, self._draft_level, self._over(keys))

    def _prepare_order(self, document: Document) -> Order | None:
        level = self._draft_level
        if level == 0 or not self._has_drafts:
            return None
        keys = self._over(self._wanted)
        prepared_level, prepared = self._prepared
        if len(keys) << 2 * level <= FEW or (prepared_level == level and prepared.issuperset(keys)):
            return None
        return self._order(Work.PREPARE, document, level, keys)

    def _exact_order(
        self, document: Document, wanted: Sequence[TileKey], batch: int
    ) -> Order | None:
        level = self._level
        images: list[TileKey] = []
        keys: list[TileKey] = []
        for key in wanted:
            under = [key] if level == 0 else self._under(key)
            if images and len(keys) + len(under) > batch:
                break
            images.append(key)
            keys.extend(under)
        if not images:
            return None
        if len(keys) > batch:  # one coarse tile over many fine ones: in several goes
            keys, images = keys[:batch], []
        for row, column in keys:
            self._unknown[row, column] = False
        return self._order(Work.EXACT, document, level, images, keys)

    def _order(
        self,
        work: Work,
        document: Document,
        level: int,
        images: Sequence[TileKey],
        keys: Sequence[TileKey] = (),
    ) -> Order:
        return Order(
            work,
            self._serial,
            self._version,
            document,
            self._active,
            level,
            tuple(images),
            tuple(keys),
            self._is_first,
        )

    def _over(self, keys: Iterable[TileKey]) -> list[TileKey]:
        """The tiles of drafts that cover wanted tiles."""
        steps = self._draft_level - self._level
        return list(dict.fromkeys((row >> steps, column >> steps) for row, column in keys))

    def _slices(self, key: TileKey) -> tuple[slice, slice]:
        """Where the tiles of level 0 under a wanted tile are in a grid."""
        side = 1 << self._level
        row, column = key[0] * side, key[1] * side
        return slice(row, row + side), slice(column, column + side)

    def _under(self, key: TileKey) -> list[TileKey]:
        """Tiles of level 0 under a wanted tile that the pyramid does not know yet."""
        rows, columns = self._slices(key)
        found = np.argwhere(self._unknown[rows, columns]).tolist()
        return [(rows.start + row, columns.start + column) for row, column in found]

    def _on_done(self, order: Order, answer: Answer) -> None:
        self._under_way = None
        if order.serial == self._serial:
            self._has_drafts = self._has_drafts and not answer.is_too_large
            if answer.is_prepared:
                level, keys = self._prepared
                known = keys if level == order.level else frozenset()
                self._prepared = (order.level, known | frozenset(order.images))
            self._take(order, answer.images)
        self._go_on()

    def _take(self, order: Order, images: dict[TileKey, QImage]) -> None:
        is_exact = order.work is Work.EXACT
        if order.work is Work.DRAFT:
            self._rest.start()  # what takes long to draft takes longer to draw exactly
        for key, image in images.items():
            self._images[(order.level, key)] = _Shown(order.version, is_exact, image)
            self._images.move_to_end((order.level, key))
        while len(self._images) > MOST_IMAGES:
            self._images.popitem(last=False)
        if images:
            self.arrived.emit(order.level, frozenset(images))


def _grids(size: Size) -> tuple[npt.NDArray[np.int64], ...]:
    """For every level one number, 0, for every tile."""
    rows, columns = -(-size.height // TILE), -(-size.width // TILE)
    return tuple(
        np.zeros((-(-rows >> level), -(-columns >> level)), np.int64)
        for level in range(MOST_LEVEL + 1)
    )
