"""Whether the layers add up to the opened picture, tile by tile, beside the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.languages.translate import counted, tr
from app.session.background import Background
from app.session.session import Session
from engine.compositor.cache import CompositeCache
from engine.compositor.compare import difference
from engine.document.changes import Change, compare
from engine.document.model import Document
from engine.document.raster import TILE, Pixels, TileKey, tile_rect, tiles_over
from engine.document.tree import walk

BATCH = 64
SLOW_TILES = 256
"""From so many tiles on the last verdict does not stay while they are compared."""
NEAR_LEVELS = 4
"""Up to so many levels the layers count as nearly right."""


class Verdict(StrEnum):
    NONE = "none"
    """there is no picture to compare with"""
    CHECKING = "checking"
    EXACT = "exact"
    NEAR = "near"
    WRONG = "wrong"
    PAUSED = "paused"
    """the artist changed what the layers show"""


@dataclass(frozen=True, slots=True)
class SumCheck:
    """levels: largest difference in 1/255. pixels: how many differ at all."""

    verdict: Verdict
    levels: float = 0.0
    pixels: int = 0
    reason: str = ""

    @property
    def title(self) -> str:
        match self.verdict:
            case Verdict.EXACT:
                return tr("Adds up exactly")
            case Verdict.NEAR:
                levels = max(1, int(np.ceil(self.levels)))
                return counted("Adds up within %n levels", levels)
            case Verdict.WRONG:
                return tr("Does not add up")
            case Verdict.PAUSED:
                return tr("Sum check paused")
            case Verdict.CHECKING:
                return tr("Checking the sum")
            case _:
                return ""

    @property
    def detail(self) -> str:
        if self.verdict in (Verdict.NONE, Verdict.CHECKING):
            return ""
        differ = tr("{pixels:,} px differ", pixels=self.pixels)
        return f"{differ}, {self.reason}" if self.reason else differ


@dataclass(frozen=True, slots=True)
class _Order:
    serial: int
    document: Document
    keys: tuple[TileKey, ...]


class SumChecker(QObject):
    """Follows a session. Only tiles that changed are compared again."""

    changed = Signal(object)
    """SumCheck"""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        self._cache = CompositeCache(tiles_budget=32 << 20, stack_budget=0)
        self._serial = 0
        self._unknown: set[TileKey] = set()
        self._levels: dict[TileKey, tuple[float, int]] = {}
        self._state = SumCheck(Verdict.NONE)
        session.opened.connect(self._restart)
        session.closed.connect(self._restart)
        session.changed.connect(self._on_changed)
        session.history_changed.connect(self._go_on)

    @property
    def state(self) -> SumCheck:
        return self._state

    @property
    def is_complete(self) -> bool:
        """Whether `state` is about the document as it is now."""
        return not self._unknown and not self._background.is_busy

    def stop(self) -> None:
        """For the end of the program."""
        self._background.stop()

    def _restart(self) -> None:
        document = self._session.document
        self._serial += 1
        self._levels.clear()
        has_original = document is not None and document.original is not None
        self._unknown = set(tiles_over(document.size.rect)) if document and has_original else set()
        if not has_original:
            self._set(SumCheck(Verdict.NONE))
        self._go_on()

    def _on_changed(self, change: Change) -> None:
        document = self._session.document
        if document is None:
            return
        is_new = (self._state.verdict is Verdict.NONE) != (document.original is None)
        if change.resized or is_new:
            self._restart()
        elif document.original is not None:
            self._unknown |= change.dirty
            self._go_on()

    def _go_on(self) -> None:
        document = self._session.document
        if self._background.is_busy or document is None or document.original is None:
            return
        if self._session.is_in_gesture:  # a drag needs the processor more, and changes it anyway
            return
        if not self._unknown:
            self._set(self._judged(document))
            return
        if self._state.verdict is Verdict.NONE or len(self._unknown) > SLOW_TILES:
            self._set(SumCheck(Verdict.CHECKING))
        keys = tuple(sorted(self._unknown)[:BATCH])
        self._unknown.difference_update(keys)
        order = _Order(self._serial, document, keys)
        self._background.run(partial(_compared, self._cache, order))

    def _on_done(self, result: tuple[_Order, Mapping[TileKey, tuple[float, int]]]) -> None:
        order, levels = result
        if order.serial == self._serial:
            self._levels.update(levels)
        self._go_on()

    def _judged(self, document: Document) -> SumCheck:
        levels = max((one for one, _ in self._levels.values()), default=0.0)
        pixels = sum(count for _, count in self._levels.values())
        if levels == 0.0:
            return SumCheck(Verdict.EXACT)
        if self._is_edited(document):
            return SumCheck(Verdict.PAUSED, levels, pixels, _reason(document))
        verdict = Verdict.NEAR if levels <= NEAR_LEVELS else Verdict.WRONG
        return SumCheck(verdict, levels, pixels)

    def _is_edited(self, document: Document) -> bool:
        baseline = self._session.baseline
        return baseline is not None and bool(compare(baseline, document).dirty)

    def _set(self, state: SumCheck) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit(state)


def _reason(document: Document) -> str:
    """Why the sum differs, in a few words."""
    hidden = [layer.name for layer in walk(document.layers) if not layer.visible]
    if not hidden:
        return tr("layers were edited")
    if len(hidden) == 1:
        return tr("{name} hidden", name=hidden[0])
    return counted("%n layers hidden", len(hidden))


def _compared(
    cache: CompositeCache, order: _Order
) -> tuple[_Order, dict[TileKey, tuple[float, int]]]:
    """Largest difference in 1/255 and number of pixels that differ, for every tile asked for."""
    document = order.document
    assert document.original is not None
    found: dict[TileKey, tuple[float, int]] = {}
    tiles = cache.tiles(document, order.keys, threads=1)
    nothing = np.zeros((TILE, TILE, 4), document.dtype)
    for key in order.keys:
        inside = tile_rect(key).intersected(document.size.rect)
        part = (slice(0, inside.height), slice(0, inside.width))
        original = document.original.tiles.get(key, nothing)
        found[key] = _tile_difference(tiles[key][part], original[part])
    return order, found


def _tile_difference(shown: Pixels, original: Pixels) -> tuple[float, int]:
    """Largest difference in 1/255 and how many pixels differ."""
    if np.array_equal(shown, original):
        return 0.0, 0
    full = np.iinfo(shown.dtype).max
    is_opaque = shown.dtype == original.dtype and original[..., 3].min() == full
    if is_opaque and not shown[..., 3].any():
        return 255.0, shown.shape[0] * shown.shape[1]
    if is_opaque and full == 255 and shown[..., 3].min() == 255:
        # Where all is opaque the general measure is this one, thirty times faster.
        apart = np.maximum(shown, original) - np.minimum(shown, original)
        return float(apart.max()), int(np.count_nonzero(apart.any(-1)))
    measured = difference(shown, original)
    return measured.max, int(np.count_nonzero(measured.map))
