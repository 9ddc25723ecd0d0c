"""What the engine was asked for, as the artist sees it: titles, stages with their times, ends."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.engine_link.job import OPEN_STATES, Job, JobState
from engine.document.model import PixelLayer
from engine.document.tree import pixel_layers
from engine.protocol.messages import ErrorInfo
from engine.protocol.params import layer_of


@dataclass(slots=True)
class Stage:
    """A step that the engine named. seconds: how long it took, None while it runs."""

    name: str
    started: float
    seconds: float | None = None


class JobRecord(QObject):
    """One job with what its card shows. `changed` after everything that happens to it."""

    changed = Signal()

    def __init__(
        self,
        job: Job,
        title: str,
        subject: str,
        *,
        is_quiet: bool,
        again: Callable[[], object] | None,
        clock: Callable[[], float],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.job = job
        self.title = title
        self.subject = subject
        self.is_quiet = is_quiet
        self.again = again
        self.stages: list[Stage] = []
        self.error: ErrorInfo | None = None
        self.summary = ""
        self._clock = clock
        self._started = clock()
        self._seconds: float | None = None
        job.state_changed.connect(self._on_changed)
        job.progressed.connect(self._on_progressed)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)

    @property
    def source(self) -> PixelLayer | None:
        """The layer that the job works on, the lowest one of a whole picture."""
        document = self.job.document
        if document is None:
            return None
        asked = layer_of(self.job.params)
        return next(
            (layer for layer in pixel_layers(document.layers) if asked in (None, layer.id)), None
        )

    @property
    def state(self) -> JobState:
        return self.job.state

    @property
    def seconds(self) -> float:
        """How long it has run, or took."""
        return self._clock() - self._started if self._seconds is None else self._seconds

    def stage_seconds(self, stage: Stage) -> float:
        """How long a stage has run, or took."""
        return self._clock() - stage.started if stage.seconds is None else stage.seconds

    def note(self, summary: str) -> None:
        """What came out of it, in a few words."""
        self.summary = summary
        self.changed.emit()

    def _on_changed(self, state: JobState) -> None:
        if state is JobState.RUNNING:
            self._started = self._clock()
        if state in OPEN_STATES:  # ends are told once it is known how they came about
            self.changed.emit()

    def _on_progressed(self, _fraction: float, stage: str, _left: float | None) -> None:
        if stage and (not self.stages or self.stages[-1].name != stage):
            self._close_stage()
            self.stages.append(Stage(stage, self._clock()))
        self.changed.emit()

    def _on_failed(self, error: ErrorInfo) -> None:
        self.error = error

    def _on_ended(self) -> None:
        self._close_stage()
        self._seconds = self._clock() - self._started
        self.changed.emit()

    def _close_stage(self) -> None:
        if self.stages and self.stages[-1].seconds is None:
            self.stages[-1].seconds = self._clock() - self.stages[-1].started


class JobBoard(QObject):
    """All jobs of the window, newest last. Quiet ones leave by themselves unless they fail."""

    changed = Signal()
    """records came or went, or one of them changed"""

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._records: list[JobRecord] = []

    @property
    def records(self) -> tuple[JobRecord, ...]:
        return tuple(self._records)

    @property
    def open_records(self) -> tuple[JobRecord, ...]:
        """Jobs that wait, run, or are being cancelled."""
        return tuple(record for record in self._records if record.job.is_open)

    def track(
        self,
        job: Job,
        title: str,
        subject: str,
        *,
        is_quiet: bool = False,
        again: Callable[[], object] | None = None,
    ) -> JobRecord:
        """Show a job that was just submitted. again: asks for the same once more."""
        record = JobRecord(
            job, title, subject, is_quiet=is_quiet, again=again, clock=self._clock, parent=self
        )
        record.changed.connect(self._on_changed)
        self._records.append(record)
        self.changed.emit()
        return record

    def move(self, record: JobRecord, step: int) -> None:
        """Let a waiting job change places with the waiting one before (-1) or after (1) it."""
        waiting = [
            one for one in self._records if one.state is JobState.QUEUED and not one.is_quiet
        ]
        at = waiting.index(record) + step
        if 0 <= at < len(waiting):
            here, there = self._records.index(record), self._records.index(waiting[at])
            self._records[here], self._records[there] = waiting[at], record
            self.changed.emit()

    def remove(self, record: JobRecord) -> None:
        """Take a card away; a job that still runs is cancelled."""
        record.job.cancel()
        if record in self._records:
            self._records.remove(record)
            record.deleteLater()
            self.changed.emit()

    def _on_changed(self) -> None:
        for record in self.records:
            is_over = not record.job.is_open
            is_forgotten = record.state is JobState.CANCELLED or (
                record.is_quiet and record.state is not JobState.FAILED
            )
            if is_over and is_forgotten:
                self._records.remove(record)
                record.deleteLater()
        self.changed.emit()
