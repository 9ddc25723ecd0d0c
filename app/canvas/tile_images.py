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
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QImage

from app.canvas.tile_worker import Answer, Order, TileTask, TileWorker, Work
from app.canvas.viewport import MOST_LEVEL
from engine.document.model import Document, LayerId
from engine.document.raster import TileKey, tiles_over

BATCH = 48
"""Tiles of level 0 composited in one go: a few milliseconds, so that new wishes are heard soon."""
EDITED_BATCH = 160
"""The same for what an edit has changed: all that a view at 100 % has changes at once."""
FEW = 40
"""Tiles of level 0 that are composited as fast as a draft of them."""
REST = 0.15
"""Seconds without a change after which drafts are replaced by what is exact."""
MOST_IMAGES = 3000
"""Images kept: 64 KB each."""


Place: TypeAlias = tuple[int, TileKey]
"""Level and tile."""


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
        self._unknown: set[TileKey] = set()
        self._version = 0
        self._unchanged: set[Place] = set()
        self._images: OrderedDict[Place, tuple[int, QImage]] = OrderedDict()
        self._inexact: set[Place] = set()
        self._old: set[Place] = set()
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
        self._inexact.clear()
        self._old.clear()
        self._has_drafts = True
        self._prepared = (0, frozenset())
        self._wanted = ()
        self._is_first = True
        self._unknown = set() if document is None else set(tiles_over(document.size.rect))

    def follow(
        self, document: Document, dirty: Iterable[TileKey], active: LayerId | None = None
    ) -> None:
        """The document changed in these tiles; their images stay until new ones arrive."""
        self._document = document
        self._active = active
        self._version += 1
        dirty = set(dirty)
        self._unknown |= dirty
        for level in range(MOST_LEVEL + 1):
            changed = [(level, key) for key in dirty]
            self._inexact.update(changed)
            self._old.update(changed)
            self._unchanged.difference_update(changed)
            dirty = {(row >> 1, column >> 1) for row, column in dirty}
        self._prepared = (0, frozenset())
        self._rest.start()
        self._go_on()

    def want(self, level: int, keys: Sequence[TileKey], draft_level: int | None = None) -> None:
        """What is in sight, most important first. Everything asked for before is forgotten.

        draft_level: `level` or the next one; what drafts are made of.
        """
        self._level, self._wanted = level, tuple(keys)
        self._draft_level = level if draft_level is None else draft_level
        self._go_on()

    def image(self, level: int, key: TileKey) -> QImage | None:
        """The newest image there is, 128×128 premultiplied, or None."""
        found = self._images.get((level, key))
        return None if found is None else found[1]

    def is_newer_from_far(self, level: int, key: TileKey) -> bool:
        """Whether the tile of the next level shows a later state of the document than this one."""
        if (level, key) not in self._old:
            return False
        here = self._images.get((level, key))
        over = self._images.get((level + 1, (key[0] >> 1, key[1] >> 1)))
        return over is not None and (here is None or over[0] > here[0])

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
        level = self._level
        return [
            key
            for key in self._wanted
            if (level, key) not in self._images or (level, key) in self._inexact
        ]

    def _is_behind(self, key: TileKey) -> bool:
        """Whether a wanted tile shows nothing or the past, and so does the tile of drafts."""
        here = (self._level, key)
        if here in self._images and here not in self._old:
            return False
        steps = self._draft_level - self._level
        over = (self._draft_level, (key[0] >> steps, key[1] >> steps))
        return steps == 0 or over not in self._images or over in self._old

    # Orders to the worker

    def _go_on(self) -> None:
        """Give the worker the next piece, if it is idle and something is to be done."""
        if self._under_way is not None or self._document is None:
            return
        order = self._next_order(self._document)
        if order is not None:
            self._under_way = order
            self._unchanged = {(order.level, key) for key in order.images}
            self._is_first = False
            self._pool.start(TileTask(self._worker, order, self._done.emit))

    def _next_order(self, document: Document) -> Order | None:
        """What was edited first, then what was never seen, then what only drafts show."""
        missing = self._missing()
        behind = [key for key in missing if self._is_behind(key)]
        edited = [key for key in behind if (self._level, key) in self._old]
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
            count += sum(1 for _ in self._under(key))
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
            under = [key] if level == 0 else list(self._under(key))
            if images and len(keys) + len(under) > batch:
                break
            images.append(key)
            keys.extend(under)
        if not images:
            return None
        if len(keys) > batch:  # one coarse tile over many fine ones: in several goes
            keys, images = keys[:batch], []
        self._unknown.difference_update(keys)
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

    def _under(self, key: TileKey) -> Iterable[TileKey]:
        """Tiles of level 0 under a wanted tile that the pyramid does not know yet."""
        level, unknown = self._level, self._unknown
        if not unknown:
            return ()
        side = 1 << level
        row, column = key[0] << level, key[1] << level
        if len(unknown) < side * side:
            return sorted(
                one
                for one in unknown
                if row <= one[0] < row + side and column <= one[1] < column + side
            )
        return [
            one
            for one in ((row + r, column + c) for r in range(side) for c in range(side))
            if one in unknown
        ]

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
        level = order.level
        for key, image in images.items():
            self._images[(level, key)] = (order.version, image)
            self._images.move_to_end((level, key))
        # What was edited while the worker had it is still to be drawn.
        done = self._unchanged.intersection((level, key) for key in images)
        self._old -= done
        if order.work is Work.EXACT:
            self._inexact -= done
        while len(self._images) > MOST_IMAGES:
            dropped, _ = self._images.popitem(last=False)
            self._inexact.discard(dropped)
            self._old.discard(dropped)
        if images:
            self.arrived.emit(level, frozenset(images))
