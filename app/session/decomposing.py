"""Asking the engine to take the picture apart, and putting the answer into the document."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.engine_link.link import EngineLink
from app.engine_link.outcomes import applied
from app.languages.translate import counted, mark
from app.memory import free_memory
from app.session.estimate import Estimator, Need
from app.session.job_board import JobBoard, JobRecord
from app.session.session import Session
from engine.document.model import Document, GroupLayer, Layer, LayerId, PixelLayer
from engine.document.tree import find_layer, pixel_layers, walk
from engine.protocol.params import DecomposeIllustration, job_note
from engine.protocol.values import Outcome


class Decomposer(QObject):
    """Lives on the GUI thread. Decompositions wait for each other, one for every layer."""

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
        self._estimator = Estimator()
        self._records: dict[LayerId | None, JobRecord] = {}
        """by what is decomposed"""
        session.opened.connect(self._forget)
        session.closed.connect(self._forget)

    @property
    def is_possible(self) -> bool:
        """Whether there is something to decompose, and nothing at work on it yet."""
        target = self._target()
        return target is not False and target not in self._records

    @property
    def need(self) -> Need | None:
        """What `start` would need now, None when there is nothing to decompose."""
        document = self._session.document
        if document is None or not self.is_possible:
            return None
        return self._estimator.need(document, free_memory())

    def start(self) -> JobRecord | None:
        """Decompose the picture, or the chosen layer of a document with several."""
        target = self._target()
        return None if target is False else self._ask(target)

    def _ask(self, target: LayerId | None) -> JobRecord | None:
        document = self._session.document
        if document is None or target in self._records:
            return None
        layer = None if target is None else find_layer(document, target)
        if target is not None and layer is None:
            return None
        name = self._session.name
        subject = name if layer is None else f"{layer.name}, {name}"
        job = self._link.submit(DecomposeIllustration(target), document)
        again = partial(self._ask, target)
        record = self._board.track(job, mark("Decompose"), subject, again=again)
        self._records[target] = record
        forget = partial(self._forget_record, target, record)
        for end in (job.finished, job.failed, job.cancelled):
            end.connect(forget)
        job.finished.connect(partial(self._on_finished, record))
        job.failed.connect(partial(self._on_failed, record))
        self.started.emit(record)
        return record

    def _target(self) -> LayerId | Literal[False] | None:
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

    def _forget(self) -> None:
        """Another document is open: what is still being worked out is of no use to it."""
        records, self._records = tuple(self._records.values()), {}
        for record in records:
            record.job.cancel()

    def _forget_record(self, target: LayerId | None, record: JobRecord, *_end: object) -> None:
        if self._records.get(target) is record:
            del self._records[target]

    def _on_failed(self, record: JobRecord, _error: object) -> None:
        self.failed.emit(record)

    def _on_finished(self, record: JobRecord, outcome: Outcome) -> None:
        if record.job.document is not None:
            self._estimator.learn(record.job.document, record.seconds)
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
