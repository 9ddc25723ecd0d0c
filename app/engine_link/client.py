"""The real engine: one process kept alive, and jobs sent to it."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.engine_link.job import Job, JobState
from app.engine_link.link import EngineLink, EngineLoss, EngineState, swapped
from app.engine_link.log import EngineLog
from app.engine_link.pixel_work import Packed, PixelWork
from app.engine_link.process import COMMAND, EngineProcess
from app.engine_link.restart import RestartPolicy
from app.engine_link.wire_log import WireLog, wire_log_from_environment
from engine.document.model import Document
from engine.protocol.documents import WireInputs, WireOutcome
from engine.protocol.errors import ProtocolError
from engine.protocol.failures import error_info
from engine.protocol.messages import (
    PROTOCOL,
    Cancel,
    Cancelled,
    ErrorInfo,
    Failed,
    Finished,
    Hello,
    Progressed,
    Ready,
    Refused,
    Shutdown,
    Started,
    Submit,
    ToWindow,
    build,
)
from engine.protocol.params import BESIDE, Params, layer_of
from engine.protocol.pixels import SentTiles
from engine.protocol.values import Outcome


@dataclass(frozen=True, slots=True)
class Patience:
    """How long we wait for what, in seconds.

    start: for Ready. cancel: for a running job to end before the engine is killed. stop: for the
    engine to exit. quick_death: a death this soon after the start counts as soon.
    """

    start: float = 30.0
    cancel: float = 3.0
    stop: float = 2.0
    quick_death: float = 10.0


NO_PIXELS: Final = Packed(WireInputs(), SentTiles())
QUEUED: Final = Qt.ConnectionType.QueuedConnection


class _Phase(Enum):
    """Where a job is: pixels packed, waiting for READY, with the engine, outcome read."""

    PACKING = auto()
    WAITING = auto()
    SENT = auto()
    UNPACKING = auto()


@dataclass(slots=True)
class _Open:
    """An open job. has_started: the engine took it. patience: runs since a cancel."""

    job: Job
    phase: _Phase = _Phase.PACKING
    has_started: bool = False
    packed: Packed = NO_PIXELS
    cancelled: threading.Event = field(default_factory=threading.Event)
    patience: QTimer | None = None


def _is_beside(entry: _Open) -> bool:
    return isinstance(entry.job.params, BESIDE)


class EngineClient(EngineLink):
    """See `EngineLink`. command, environment: how the engine is started, and with what beside our
    own variables. log_directory: where `engine.log` goes. session_root: where pixels go.

    What happens to open jobs when the engine dies: those it knew of fail with "engine_lost", also
    the one that killed it, and nothing is asked again by itself; those not sent yet wait for the
    next engine. When we kill it for not obeying a cancel, those in its queue are sent again.
    """

    _soon = Signal(object)
    """a call to make from the event loop"""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        command: tuple[str, ...] = COMMAND,
        environment: Mapping[str, str] | None = None,
        log_directory: Path | None = None,
        session_root: Path | None = None,
        patience: Patience = Patience(),
    ) -> None:
        super().__init__(parent)
        self._command = command
        self._environment = dict(environment or {})
        self._log = EngineLog(log_directory)
        self._wire_log: WireLog | None = None
        self._session_root = session_root
        self._patience = patience
        self._policy = RestartPolicy(patience.quick_death, time.monotonic)
        self._state = EngineState.STOPPED
        self._pixels: PixelWork | None = None
        self._process: EngineProcess | None = None
        self._is_restart = False
        self._is_killed_by_us = False
        self._open: dict[int, _Open] = {}
        self._ids = itertools.count(1)
        self._start_timer = self._timer(patience.start, self._on_start_timeout)
        self._soon.connect(self._call, QUEUED)

    # The interface

    @property
    def state(self) -> EngineState:
        return self._state

    @property
    def jobs(self) -> tuple[Job, ...]:
        return tuple(entry.job for entry in self._open.values())

    @property
    def log_tail(self) -> tuple[str, ...]:
        return self._log.tail

    def start(self) -> None:
        if self._state in (EngineState.STOPPED, EngineState.DOWN):
            self._policy.reset()
            self._launch()

    def stop(self) -> None:
        self._set_state(EngineState.STOPPED)
        self._start_timer.stop()
        if self._process is not None:
            self._process.stop(Shutdown(), self._patience.stop)
            self._process.deleteLater()
            self._process = None
        for entry in tuple(self._open.values()):
            self._end_cancelled(entry)
        if self._pixels is not None:
            self._pixels.close()
            self._pixels.deleteLater()
            self._pixels = None
        if self._wire_log is not None:
            self._wire_log.close()
            self._wire_log = None
        self._log.close()

    def restart(self) -> None:
        self._policy.reset()
        if self._process is None:
            self._is_restart = True
            self._launch()
        else:
            self._kill("it was restarted from the window")

    def move(self, job: Job, step: int) -> bool:
        waiting = [
            number
            for number, entry in self._open.items()
            if entry.phase in (_Phase.PACKING, _Phase.WAITING)
            and not _is_beside(entry)
            and not entry.cancelled.is_set()
        ]
        at = waiting.index(job.id) if job.id in waiting else -1
        if at < 0 or not 0 <= at + step < len(waiting):
            return False
        order = swapped(tuple(self._open), job.id, waiting[at + step])
        self._open = {number: self._open[number] for number in order}
        return True

    def submit(self, params: Params, document: Document | None = None) -> Job:
        job = Job(next(self._ids), params, document)
        entry = self._open[job.id] = _Open(job)
        job.cancel_requested.connect(self._on_cancel_requested)
        if self._pixels is None or self._state in (EngineState.STOPPED, EngineState.DOWN):
            self._soon.emit(partial(self._fail_lost, entry, "The engine is not running."))
        elif document is None:
            entry.phase = _Phase.WAITING
            self._send_waiting()
        else:
            self._pixels.pack(job.id, document, layer_of(params), entry.cancelled)
        return job

    # Starting and dying

    def _launch(self) -> None:
        self._is_killed_by_us = False
        self._set_state(EngineState.STARTING)
        if self._pixels is None:
            try:
                self._open_session()
            except OSError as error:
                message = f"The engine cannot start: {error}."
                self._soon.emit(partial(self._go_down, message, [], may_restart=False))
                return
        process = EngineProcess(self._command, self._environment, self._log, self._wire_log, self)
        process.started.connect(self._on_started)
        process.received.connect(self._on_received)
        process.ended.connect(self._on_process_ended)
        self._process = process
        self._policy.engine_started()
        self._start_timer.start()
        process.start()

    def _open_session(self) -> None:
        """What lasts until `stop`. Raises OSError when no private directory can be made."""
        self._wire_log = wire_log_from_environment()
        self._pixels = PixelWork(self._session_root, self)
        self._pixels.packed.connect(self._on_packed, QUEUED)
        self._pixels.unpacked.connect(self._on_unpacked, QUEUED)

    def _on_started(self) -> None:
        assert self._process is not None and self._pixels is not None
        self._process.send(Hello(PROTOCOL, build(), str(self._pixels.directory)))

    def _on_start_timeout(self) -> None:
        self._stay_down("The engine does not answer.")

    def _kill(self, reason: str) -> None:
        """End the engine on purpose; a new one is started when it is gone."""
        if self._process is not None:
            self._is_killed_by_us = True
            self._set_state(EngineState.STARTING)
            self._process.kill(reason)

    def _on_process_ended(self, _reason: str) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        self._start_timer.stop()
        if self._is_killed_by_us:
            self._survive_own_kill()
        else:
            self._survive_death()

    def _survive_own_kill(self) -> None:
        self._is_restart = True
        for entry in self._with_engine():
            if entry.has_started or entry.job.state is JobState.CANCELLING:
                self._fail_lost(entry, "The engine was stopped.")
            else:
                entry.phase = _Phase.WAITING
        if self._state is EngineState.STARTING and self._process is None:
            self._launch()

    def _survive_death(self) -> None:
        lost = self._with_engine()
        killer = next((entry.job.params for entry in lost if entry.has_started), None)
        may_restart = self._policy.may_restart(killer)
        self._is_restart = may_restart
        if may_restart:
            message = "The engine stopped unexpectedly and is being started again."
        else:
            message = "The engine stopped unexpectedly more than once and stays off."
        self._go_down(message, lost, may_restart=may_restart)
        if self._state is EngineState.STARTING and self._process is None:
            self._launch()

    def _go_down(self, message: str, lost: list[_Open], *, may_restart: bool) -> None:
        """Tell everybody that the engine is gone: its jobs, all jobs if it stays so, the window."""
        self._set_state(EngineState.STARTING if may_restart else EngineState.DOWN)
        if not may_restart:
            lost = [entry for entry in self._open.values() if entry.phase is not _Phase.UNPACKING]
        for entry in lost:
            self._fail_lost(entry, message)
        self.lost.emit(EngineLoss(message, may_restart, self._log.tail))

    def _with_engine(self) -> list[_Open]:
        return [entry for entry in self._open.values() if entry.phase is _Phase.SENT]

    # What the engine says

    def _on_received(self, message: ToWindow) -> None:
        match message:
            case Ready():
                self._on_ready(message)
            case Refused():
                self._on_refused(message)
            case Started() | Progressed() | Finished() | Cancelled() | Failed():
                entry = self._open.get(message.job)
                if entry is None:  # cancelled long ago, and only now let go by the engine
                    self._remove_files(message.job)
                elif entry.phase is _Phase.SENT:
                    self._on_job_message(entry, message)

    def _on_ready(self, ready: Ready) -> None:
        if (ready.protocol, ready.build) != (PROTOCOL, build()):
            self._stay_down(f"The engine is of another version ({ready.build}).")
            return
        self._start_timer.stop()
        self._set_state(EngineState.READY)
        self._send_waiting()
        self.ready.emit()
        if self._is_restart:
            self._is_restart = False
            self.restarted.emit()

    def _on_refused(self, refused: Refused) -> None:
        self._log.write(f"[window] refused: {refused.error.detail}\n".encode())
        self._stay_down(f"{refused.error.message} {refused.error.hint}".strip())

    def _stay_down(self, message: str) -> None:
        """End an engine that another try would not make better."""
        process, self._process = self._process, None
        if process is not None:
            process.stop(Shutdown(), 0.0)
            process.deleteLater()
        self._start_timer.stop()
        self._go_down(message, [], may_restart=False)

    def _on_job_message(
        self, entry: _Open, message: Started | Progressed | Finished | Cancelled | Failed
    ) -> None:
        job = entry.job
        match message:
            case Started():
                entry.has_started = True
                job.mark_started()
            case Progressed():
                job.report(message.fraction, message.stage)
            case Finished() if job.state is JobState.CANCELLING:
                self._end_cancelled(entry)
            case Finished():
                self._policy.job_survived()
                self._unpack(entry, message.outcome)
            case Cancelled():
                self._policy.job_survived()
                self._end_cancelled(entry)
            case Failed():
                self._policy.job_survived()
                self._end_failed(entry, message.error)

    # Jobs

    def _on_cancel_requested(self, job_id: int) -> None:
        entry = self._open.get(job_id)
        if entry is None:
            return
        entry.cancelled.set()
        if entry.phase is _Phase.SENT and self._process is not None:
            self._process.send(Cancel(job_id))
            entry.patience = self._timer(
                self._patience.cancel, partial(self._on_cancel_timeout, entry)
            )
            entry.patience.start()
        else:
            self._soon.emit(partial(self._end_cancelled, entry))

    def _on_cancel_timeout(self, entry: _Open) -> None:
        if entry.has_started:
            self._kill("it did not obey a cancel")
        else:
            self._end_cancelled(entry)

    def _end_cancelled(self, entry: _Open) -> None:
        if entry.job.is_open:
            self._end(entry, entry.job.end_cancelled)

    def _send_waiting(self) -> None:
        """Send what can be sent, in order: none overtakes one being packed.

        Of the work that the engine does one by one it gets the next when it is done with the last,
        so that the order of the rest can still be changed.
        """
        if self._state is not EngineState.READY:
            return
        is_busy = any(not _is_beside(entry) for entry in self._with_engine())
        for entry in tuple(self._open.values()):
            if entry.cancelled.is_set():
                continue
            if entry.phase is _Phase.PACKING:
                return
            if entry.phase is _Phase.WAITING and (_is_beside(entry) or not is_busy):
                is_busy = is_busy or not _is_beside(entry)
                self._send(entry)

    def _send(self, entry: _Open) -> None:
        assert self._process is not None
        entry.phase = _Phase.SENT
        try:
            self._process.send(Submit(entry.job.id, entry.job.params, entry.packed.inputs))
        except ProtocolError as error:
            info = ErrorInfo(
                "bad_request",
                "This cannot be asked of the engine.",
                "File names must be valid text.",
                str(error),
            )
            self._soon.emit(partial(self._end_failed, entry, info))

    def _fail_lost(self, entry: _Open, message: str) -> None:
        hint = "Your document is safe. Try again."
        self._end_failed(entry, ErrorInfo("engine_lost", message, hint))

    def _end_failed(self, entry: _Open, error: ErrorInfo) -> None:
        if entry.job.is_open:
            self._end(entry, partial(entry.job.fail, error))

    def _end(self, entry: _Open, how: Callable[[], None]) -> None:
        """Forget the job, have its files removed, and then tell those who wait for it."""
        entry.cancelled.set()
        del self._open[entry.job.id]
        if entry.patience is not None:
            entry.patience.stop()
            entry.patience.deleteLater()
        if entry.phase is not _Phase.PACKING:
            self._remove_files(entry.job.id)
        self._send_waiting()
        how()

    def _remove_files(self, job_id: int) -> None:
        if self._pixels is not None:
            self._pixels.remove(job_id)

    # Pixels

    def _on_packed(self, job_id: int, result: Packed | Exception) -> None:
        entry = self._open.get(job_id)
        if entry is None:  # it ended while it was packed
            self._remove_files(job_id)
        elif isinstance(result, Packed):
            entry.packed = result
            entry.phase = _Phase.WAITING
            self._send_waiting()
        else:
            self._end_failed(entry, error_info(result))

    def _unpack(self, entry: _Open, outcome: WireOutcome) -> None:
        assert self._pixels is not None
        entry.phase = _Phase.UNPACKING
        self._send_waiting()
        self._pixels.unpack(entry.job.id, outcome, entry.packed.sent)

    def _on_unpacked(self, job_id: int, result: Outcome | Exception) -> None:
        entry = self._open.get(job_id)
        if entry is None:
            return
        if isinstance(result, Outcome):
            self._end(entry, partial(entry.job.finish, result))
        else:
            self._end_failed(entry, error_info(result))

    # Small things

    def _call(self, call: Callable[[], None]) -> None:
        call()

    def _timer(self, seconds: float, on_timeout: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(int(seconds * 1000))
        timer.timeout.connect(on_timeout)
        return timer

    def _set_state(self, state: EngineState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)
