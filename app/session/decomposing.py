"""Asking the engine to take the picture apart, and putting the answer into the document."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.engine_link.link import EngineLink
from app.engine_link.outcomes import applied
from app.languages.translate import counted, mark
from app.session.job_board import JobBoard, JobRecord
from app.session.session import Session
from engine.document.model import Document, GroupLayer, Layer, LayerId, PixelLayer
from engine.document.tree import pixel_layers, walk
from engine.protocol.params import DecomposeIllustration, job_note
from engine.protocol.values import Outcome


class Decomposer(QObject):
    """Lives on the GUI thread. One decomposition of a document at a time."""

    started = Signal(object)
    """JobRecord"""
    finished = Signal(object)
    """JobRecord; its layers are in the document"""
    failed = Signal(object)
    """JobRecord"""

    def __init__(
        self, session: Session, link: EngineLink, board: JobBoard, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._link, self._board = session, link, board
        self._record: JobRecord | None = None
        session.opened.connect(self._forget)
        session.closed.connect(self._forget)

    @property
    def record(self) -> JobRecord | None:
        """The decomposition that is under way."""
        return self._record

    @property
    def is_possible(self) -> bool:
        """Whether there is something to decompose, and nothing at work on it yet."""
        return self._record is None and self._target() is not False

    def start(self) -> JobRecord | None:
        """Decompose the picture, or the chosen layer of a document with several."""
        document = self._session.document
        target = self._target()
        if document is None or target is False or self._record is not None:
            return None
        job = self._link.submit(DecomposeIllustration(target), document)
        record = self._board.track(job, mark("Decompose"), self._subject(target), again=self._again)
        self._record = record
        job.finished.connect(partial(self._on_finished, record))
        job.failed.connect(partial(self._on_failed, record))
        job.cancelled.connect(self._on_ended)
        self.started.emit(record)
        return record

    def cancel(self) -> None:
        if self._record is not None:
            self._record.job.cancel()

    def _target(self) -> LayerId | bool | None:
        """None: the whole picture. An id: this layer. False: nothing that can be decomposed."""
        document = self._session.document
        if document is None or not document.layers:
            return False
        if len(document.layers) == 1 and isinstance(document.layers[0], PixelLayer):
            return None
        chosen = self._session.selected_layers
        if len(chosen) == 1 and isinstance(chosen[0], PixelLayer):
            return chosen[0].id
        return False

    def _subject(self, target: LayerId | bool | None) -> str:
        chosen = self._session.selected_layers
        if target is None or not chosen:
            return self._session.name
        return f"{chosen[0].name}, {self._session.name}"

    def _again(self) -> None:
        self.start()

    def _forget(self) -> None:
        """Another document is open: what is still being worked out is of no use to it."""
        record, self._record = self._record, None
        if record is not None:
            record.job.cancel()

    def _on_ended(self) -> None:
        self._record = None

    def _on_failed(self, record: JobRecord, _error: object) -> None:
        self._record = None
        self.failed.emit(record)

    def _on_finished(self, record: JobRecord, outcome: Outcome) -> None:
        self._record = None
        self._session.when_idle(partial(self._apply, record, outcome))

    def _apply(self, record: JobRecord, outcome: Outcome) -> None:
        before = self._session.document
        if before is None:
            return
        made = sum(1 for _ in pixel_layers(_new_layers(outcome)))
        note = job_note(record.job.params, time.time())

        def edit(document: Document) -> Document:
            after = applied(document, record.job, outcome)
            return replace(after, jobs=(*document.jobs, note))

        self._session.apply(counted("Decompose illustration, %n layers", made), edit)
        self._session.mark_baseline()
        self._choose_new(before)
        self.finished.emit(record)

    def _choose_new(self, before: Document) -> None:
        """Choose the new group, so that the next key acts on the result."""
        document = self._session.document
        assert document is not None
        old = {layer.id: layer for layer in walk(before.layers)}
        for layer in walk(document.layers):
            if isinstance(layer, GroupLayer) and old.get(layer.id) is not layer:
                self._session.select((layer.id,))
                return


def _new_layers(outcome: Outcome) -> tuple[Layer, ...]:
    return outcome.layers if outcome.document is None else outcome.document.layers
