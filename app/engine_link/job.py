"""One piece of work that the engine does for the window."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from app.engine_link.time_left import TimeLeft
from engine.document.model import Document
from engine.protocol.messages import ErrorInfo
from engine.protocol.params import Params
from engine.protocol.values import Outcome


class JobState(StrEnum):
    """QUEUED and RUNNING wait for the engine, CANCELLING for its answer; the others are ends."""

    QUEUED = "queued"
    RUNNING = "running"
    CANCELLING = "cancelling"
    FINISHED = "finished"
    FAILED = "failed"
    CANCELLED = "cancelled"


TICK_MS = 1000
"""How often the time left is told while nothing else is new."""

OPEN_STATES = frozenset({JobState.QUEUED, JobState.RUNNING, JobState.CANCELLING})


class Job(QObject):
    """Made by `EngineLink.submit`; lives on the GUI thread, and so do all its signals.

    Exactly one of `finished`, `failed`, `cancelled` is emitted, once, never from inside `submit`
    or `cancel`; `ended` follows it. Keep no more than a reference: the link keeps open jobs alive.
    """

    state_changed = Signal(object)
    """JobState"""
    progressed = Signal(float, str, object)
    """fraction 0..1, stage in the artist's words, seconds left (float) or None while unknown;
    comes again every second once the time left is known"""
    finished = Signal(object)
    """Outcome: its document or layers are plain values, ready to be applied"""
    failed = Signal(object)
    """ErrorInfo; code "engine_lost" when the engine died"""
    cancelled = Signal()
    ended = Signal()
    """after any of the three, for those who only need to tidy up"""
    cancel_requested = Signal(int)
    """the job's id; for the link that made it"""

    def __init__(
        self,
        job_id: int,
        params: Params,
        document: Document | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._document = document
        self._id = job_id
        self._params = params
        self._state = JobState.QUEUED
        self._fraction = 0.0
        self._stage = ""
        self._seconds_left: float | None = None
        self._time_left = TimeLeft(clock)
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self._tick)

    @property
    def id(self) -> int:
        return self._id

    @property
    def params(self) -> Params:
        return self._params

    @property
    def document(self) -> Document | None:
        """What the task works on, as it was at submit."""
        return self._document

    @property
    def state(self) -> JobState:
        return self._state

    @property
    def is_open(self) -> bool:
        """Whether the end is still to come."""
        return self._state in OPEN_STATES

    @property
    def fraction(self) -> float:
        return self._fraction

    @property
    def stage(self) -> str:
        return self._stage

    @property
    def seconds_left(self) -> float | None:
        """The estimate as it was told last; None in the first seconds."""
        return self._seconds_left

    def cancel(self) -> None:
        """Ask for the end. Answers at once with state CANCELLING; `cancelled` follows in all cases.

        An engine that does not answer in time is killed and started anew.
        """
        if self._state in (JobState.QUEUED, JobState.RUNNING):
            self._set_state(JobState.CANCELLING)
            self.cancel_requested.emit(self._id)

    # What follows is called by the link alone.

    def mark_started(self) -> None:
        """The engine took the job from the queue."""
        if not self.is_open:
            return
        self._time_left.start()
        self._ticks.start()
        if self._state is JobState.QUEUED:
            self._set_state(JobState.RUNNING)

    def report(self, fraction: float, stage: str) -> None:
        """The engine got further; an empty stage keeps the last one."""
        if not self.is_open:
            return
        self._fraction = max(self._fraction, fraction)
        self._stage = stage or self._stage
        self._seconds_left = self._time_left.observe(self._fraction)
        self.progressed.emit(self._fraction, self._stage, self._seconds_left)

    def finish(self, outcome: Outcome) -> None:
        """The work is done; what was cancelled meanwhile stays cancelled."""
        if self._state is JobState.CANCELLING:
            self.end_cancelled()
            return
        self._fraction = 1.0
        self._end(JobState.FINISHED)
        self.finished.emit(outcome)
        self.ended.emit()

    def fail(self, error: ErrorInfo) -> None:
        """The work failed; what was cancelled meanwhile stays cancelled."""
        if self._state is JobState.CANCELLING:
            self.end_cancelled()
            return
        self._end(JobState.FAILED)
        self.failed.emit(error)
        self.ended.emit()

    def end_cancelled(self) -> None:
        """The engine gave the job up, or is gone after it was asked to."""
        self._end(JobState.CANCELLED)
        self.cancelled.emit()
        self.ended.emit()

    def _tick(self) -> None:
        self._seconds_left = self._time_left.look()
        if self._seconds_left is not None:
            self.progressed.emit(self._fraction, self._stage, self._seconds_left)

    def _end(self, state: JobState) -> None:
        assert self.is_open, f"job {self._id} ended twice: {self._state}, then {state}"
        self._ticks.stop()
        self._set_state(state)

    def _set_state(self, state: JobState) -> None:
        self._state = state
        self.state_changed.emit(state)
