"""Objects in the picture, found, filled behind and cut out by the engine."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.engine_link.job import Job
from app.engine_link.link import EngineLink
from app.languages.translate import mark, tr
from app.session.edit_queue import EditQueue, State
from app.session.job_board import JobBoard, JobRecord
from app.session.session import Session
from engine.document.edits import added_above, all_added_above
from engine.document.model import Document, Layer, LayerId, PixelLayer
from engine.document.raster import Raster, empty_raster
from engine.document.tree import find_layer
from engine.painting.selection import (
    FULL,
    Combination,
    Selection,
    combined,
    limited,
    selection_from_alpha,
)
from engine.protocol.messages import ErrorInfo
from engine.protocol.params import (
    FillHole,
    LiftObject,
    Params,
    RefineMatte,
    SelectObject,
    job_note,
)
from engine.protocol.values import Outcome

Box = tuple[int, int, int, int]
"""left, top, right, bottom in document pixels."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What is meant by an object: clicks (x, y, belongs to it) in their order, and a box."""

    clicks: tuple[tuple[int, int, bool], ...] = ()
    box: Box | None = None


class ObjectFinder(QObject):
    """From clicks and boxes to what is selected. A newer hint counts in place of an older one."""

    refused = Signal(str)
    """why nothing was selected, for people"""
    changed = Signal()
    """another hint, or none, is what the selection is about"""

    def __init__(
        self, session: Session, queue: EditQueue, link: EngineLink, board: JobBoard
    ) -> None:
        super().__init__(queue)
        self._session, self._queue, self._link, self._board = session, queue, link, board
        self._hint: Hint | None = None
        self._base: Selection | None = None
        self._how = Combination.REPLACE
        self._job: Job | None = None
        self._found: Selection | None = None
        session.opened.connect(self.forget)
        session.closed.connect(self.forget)
        session.area_changed.connect(self._on_area)

    @property
    def hint(self) -> Hint | None:
        """What the present selection was made of, as long as nothing else was selected since."""
        return self._hint

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def find(self, hint: Hint, how: Combination) -> None:
        """Another object; how it meets what is selected now."""
        self._base, self._how = self._session.area, how
        self._ask(hint)

    def refine(self, click: tuple[int, int, bool]) -> None:
        """The same object, and this belongs to it or does not."""
        if self._hint is not None:
            self._ask(replace(self._hint, clicks=(*self._hint.clicks, click)))

    def forget(self) -> None:
        """What is selected is no object in the making any more."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        self._hint = self._base = self._found = None
        self.changed.emit()

    def _ask(self, hint: Hint) -> None:
        document = self._session.document
        if document is None:
            return
        if self._job is not None:
            self._job.cancel()
        self._hint = hint
        self._job = job = self._link.submit(SelectObject(hint.clicks, hint.box), document)
        self._board.track(job, mark("Select object"), self._session.name, is_quiet=True)
        job.finished.connect(partial(self._on_finished, job))
        job.failed.connect(partial(self._on_failed, job))
        self.changed.emit()

    def _on_finished(self, job: Job, outcome: Outcome) -> None:
        if job is not self._job or job.document is None:
            return
        self._job = None
        raster = _raster(outcome)
        size, base, how = job.document.size, self._base, self._how

        def step(document: Document, area: Selection | None) -> State:
            if document.size != size:
                return document, area
            found = selection_from_alpha(size, raster)
            if found.is_empty:
                raise ValueError(tr("No object was found there. Draw a box around it."))
            # Known before it is recorded, or it would be taken for the work of another tool.
            self._found = combined(base, found, how)
            return document, self._found

        self._queue.add(tr("Select object"), step, then=self.changed.emit)

    def _on_failed(self, job: Job, error: ErrorInfo) -> None:
        if job is self._job:
            self._job = None
            self.refused.emit(error.message)

    def _on_area(self) -> None:
        """Another tool, or undo, selected something: the next click means another object."""
        area, found = self._session.area, self._found
        if found is not None and (area is None or area.coverage is not found.coverage):
            self.forget()


class ObjectWork(QObject):
    """What the engine makes of what is selected: each result is one undo step."""

    refused = Signal(str)
    """why nothing came of it, for people"""

    def __init__(
        self, session: Session, queue: EditQueue, link: EngineLink, board: JobBoard
    ) -> None:
        super().__init__(queue)
        self._session, self._queue, self._link, self._board = session, queue, link, board

    def inpaint(self) -> None:
        """Paint what may lie behind what is selected, as a layer above the current one."""
        self._start(mark("Inpaint"), FillHole(), self._with_filling)

    def cut_out(self, reach: int = 0) -> None:
        """What is selected with soft edges and without the colours behind it, as a layer.

        reach: pixels on either side of the outline in which the border is looked for, 0: by size.
        """
        self._start(mark("Cut out"), RefineMatte(reach), self._with_layers)

    def lift(self) -> None:
        """What is selected with its shadow on layers of their own, over a closed background."""
        self._start(mark("Lift object"), LiftObject(), self._with_layers)

    def _start(self, title: str, params: Params, edit: _Landing) -> None:
        current = self._session.current
        asked: list[tuple[Document, Selection]] = []

        def step(document: Document, area: Selection | None) -> State:
            if area is None:
                raise ValueError(tr("Nothing is selected."))
            asked.append((_question(document, current, area), area))
            return document, area

        def submit() -> None:
            question, area = asked[-1]
            job = self._link.submit(params, question)
            record = self._board.track(
                job, title, self._session.name, again=partial(self._start, title, params, edit)
            )
            job.finished.connect(partial(self._on_finished, record, title, edit, current, area))
            job.failed.connect(lambda error: self.refused.emit(error.message))

        self._queue.add(tr(title), step, then=submit)

    def _on_finished(
        self,
        record: JobRecord,
        title: str,
        edit: _Landing,
        current: LayerId | None,
        area: Selection,
        outcome: Outcome,
    ) -> None:
        note = job_note(record.job.params, time.time())

        def step(document: Document, now: Selection | None) -> State:
            below = current if current and find_layer(document, current) else None
            made = edit(document, outcome, below, area)
            return replace(made, jobs=(*document.jobs, note)), now

        self._queue.add(tr(title), step, then=self._choose_newest)

    def _with_filling(
        self, document: Document, outcome: Outcome, below: LayerId | None, area: Selection
    ) -> Document:
        """Nothing of it reaches beyond what was selected."""
        layer = replace(_only_layer(outcome), name=tr("Filling"))
        return added_above(document, replace(layer, raster=_inside(layer.raster, area)), below)

    def _with_layers(
        self, document: Document, outcome: Outcome, below: LayerId | None, _area: Selection
    ) -> Document:
        layers = outcome.layers if outcome.document is None else outcome.document.layers
        return all_added_above(document, layers, below)

    def _choose_newest(self) -> None:
        document = self._session.document
        if document is not None:
            self._session.select((LayerId(document.next_id - 1),))


_Landing = Callable[[Document, Outcome, LayerId | None, Selection], Document]
"""The document with an outcome above a layer; the selection is what was asked about."""


def _question(document: Document, current: LayerId | None, area: Selection) -> Document:
    """The picture in question and, above it, a layer whose alpha is what is selected."""
    from engine.painting.fill import filled
    from engine.painting.merge import visible_picture

    layer = None if current is None else find_layer(document, current)
    raster = layer.raster if isinstance(layer, PixelLayer) else visible_picture(document)
    marked = filled(empty_raster(document.dtype), area, (0, 0, 0))
    layers = (
        PixelLayer(id=LayerId(1), name="Picture", raster=raster),
        PixelLayer(id=LayerId(2), name="Selected", raster=marked),
    )
    return replace(document, layers=layers, original=None, jobs=(), foreign=None, next_id=3)


def _inside(raster: Raster, area: Selection) -> Raster:
    """Only pixels that are selected at all, those whole."""
    from engine.painting.tiles import with_tiles

    whole = {
        key: np.where(tile > 0, np.uint8(FULL), np.uint8(0))
        for key, tile in area.coverage.tiles.items()
    }
    blank = empty_raster(np.uint8, channels=1)
    return limited(raster, Selection(area.canvas, with_tiles(blank, whole)))


def _only_layer(outcome: Outcome) -> PixelLayer:
    found: Layer | None = outcome.layers[0] if outcome.layers else None
    if not isinstance(found, PixelLayer):
        raise ValueError(tr("Nothing came back."))
    return found


def _raster(outcome: Outcome) -> Raster:
    layer = outcome.layers[0] if outcome.layers else None
    return layer.raster if isinstance(layer, PixelLayer) else empty_raster()
