"""An engine without a process, played by the test."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from PySide6.QtCore import QTimer

from app.engine_link.job import Job
from app.engine_link.link import EngineLink, EngineLoss, EngineState, swapped
from engine.document.model import Document, Layer
from engine.protocol.messages import ErrorCode, ErrorInfo
from engine.protocol.params import Params
from engine.protocol.values import Outcome


class FakeEngine(EngineLink):
    """The interface of the real one; the test says what the engine does.

        engine = FakeEngine()
        engine.start()                        # ready at once
        job = window.link.submit(...)         # done by the code under test
        engine.begin()                        # Started, for the oldest open job
        engine.progress(0.4, "Finding lines")
        engine.finish(document=document)      # or layers=..., warnings=...
        engine.fail("bad_file", "The file is damaged.")
        engine.die()                          # all open jobs fail, restarts
        engine.die(restarting=False)          # stays DOWN

    Every step takes `job=` to play another than the oldest open one. `submissions` keeps what was
    asked: (job, params, document). A job that is asked to cancel ends as cancelled from the event
    loop, as with the real engine, unless `deaf` is set; then `obey(job)` ends it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.submissions: list[tuple[Job, Params, Document | None]] = []
        self.deaf = False
        self.answer: Callable[[Job, Document | None], None] | None = None
        """When set, called from the event loop for every submitted job: plays it by itself."""
        self._state = EngineState.STOPPED
        self._jobs: dict[int, Job] = {}
        self._ids = itertools.count(1)
        self._log: tuple[str, ...] = ()
        self._calls: list[Callable[[], None]] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._run_calls)

    # The interface

    @property
    def state(self) -> EngineState:
        return self._state

    @property
    def jobs(self) -> tuple[Job, ...]:
        return tuple(self._jobs.values())

    @property
    def log_tail(self) -> tuple[str, ...]:
        return self._log

    def start(self) -> None:
        if self._state in (EngineState.STOPPED, EngineState.DOWN):
            self._set_state(EngineState.STARTING)
            self._set_state(EngineState.READY)
            self.ready.emit()

    def stop(self) -> None:
        self._set_state(EngineState.STOPPED)
        for job in self.jobs:
            job.end_cancelled()

    def restart(self) -> None:
        self._lose_jobs("The engine was restarted.")
        self._set_state(EngineState.STOPPED)
        self.start()
        self.restarted.emit()

    def move(self, job: Job, step: int) -> bool:
        waiting = [number for number, one in self._jobs.items() if one.state == "queued"]
        at = waiting.index(job.id) if job.id in waiting else -1
        if at < 0 or not 0 <= at + step < len(waiting):
            return False
        order = swapped(tuple(self._jobs), job.id, waiting[at + step])
        self._jobs = {number: self._jobs[number] for number in order}
        return True

    def submit(self, params: Params, document: Document | None = None) -> Job:
        job = Job(next(self._ids), params, document)
        self._jobs[job.id] = job
        job.ended.connect(self._forget_ended)
        job.cancel_requested.connect(self._answer_cancels)
        self.submissions.append((job, params, document))
        if self._state in (EngineState.STOPPED, EngineState.DOWN):
            self._later(lambda: job.fail(_lost("The engine is not running.")))
        elif self.answer is not None:
            answer = self.answer
            self._later(lambda: answer(job, document))
        return job

    # What the test plays

    def begin(self, job: Job | None = None) -> Job:
        """The engine takes the job from its queue."""
        job = job or self._oldest()
        job.mark_started()
        return job

    def progress(self, fraction: float, stage: str = "", job: Job | None = None) -> Job:
        """The job got to `fraction`."""
        job = self.begin(job)
        job.report(fraction, stage)
        return job

    def finish(
        self,
        document: Document | None = None,
        layers: tuple[Layer, ...] = (),
        warnings: tuple[str, ...] = (),
        losses: tuple[str, ...] = (),
        job: Job | None = None,
    ) -> Job:
        """The job is done with this outcome."""
        job = self.begin(job)
        job.finish(Outcome(document, layers, warnings, losses))
        return job

    def fail(
        self,
        code: ErrorCode,
        message: str,
        hint: str = "",
        detail: str = "",
        job: Job | None = None,
    ) -> Job:
        """The job fails."""
        job = self.begin(job)
        job.fail(ErrorInfo(code, message, hint, detail))
        return job

    def obey(self, job: Job | None = None) -> Job:
        """A deaf engine hears the cancel at last."""
        job = job or self._oldest()
        job.end_cancelled()
        return job

    def die(
        self, *, restarting: bool = True, log: tuple[str, ...] = ("Segmentation fault",)
    ) -> None:
        """The engine process is gone."""
        self._log = log
        self._set_state(EngineState.STARTING if restarting else EngineState.DOWN)
        message = "The engine stopped unexpectedly."
        self._lose_jobs(message)
        self.lost.emit(EngineLoss(message, restarting, log))
        if restarting:
            self._set_state(EngineState.READY)
            self.ready.emit()
            self.restarted.emit()

    def _oldest(self) -> Job:
        assert self._jobs, "no open job to play"
        return next(iter(self._jobs.values()))

    def _lose_jobs(self, message: str) -> None:
        for job in self.jobs:
            job.fail(_lost(message))

    def _forget_ended(self) -> None:
        self._jobs = {key: job for key, job in self._jobs.items() if job.is_open}

    def _answer_cancels(self, _job_id: int) -> None:
        if not self.deaf:
            self._later(self._end_cancelling)

    def _end_cancelling(self) -> None:
        for job in self.jobs:
            if job.state == "cancelling":
                job.end_cancelled()

    def _later(self, call: Callable[[], None]) -> None:
        self._calls.append(call)
        self._soon.start(0)

    def _run_calls(self) -> None:
        calls, self._calls = self._calls, []
        for call in calls:
            call()

    def _set_state(self, state: EngineState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)


def _lost(message: str) -> ErrorInfo:
    return ErrorInfo("engine_lost", message, "Your document is safe. Try again.")
