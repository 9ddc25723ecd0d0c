"""The queues of jobs: one at a time, files beside them; each job ends exactly once."""

from __future__ import annotations

import ctypes
import gc
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from engine.progress import JobCancelled, Progress
from engine.protocol.documents import pack_outcome, unpack_inputs
from engine.protocol.errors import ProtocolError
from engine.protocol.failures import error_info
from engine.protocol.framing import frame
from engine.protocol.messages import (
    Cancelled,
    Failed,
    Finished,
    Progressed,
    Started,
    Submit,
    ToWindow,
)
from engine.protocol.params import BESIDE
from engine.service.reporter import ProgressReporter
from engine.tasks.task import Task, find_task


@dataclass(slots=True)
class _Job:
    """is_importing: its libraries are being loaded. has_ended: its last message is claimed."""

    request: Submit
    cancelled: threading.Event = field(default_factory=threading.Event)
    is_importing: bool = False
    has_ended: bool = False


@dataclass(slots=True)
class _Lane:
    """Jobs that wait for each other."""

    queue: deque[_Job] = field(default_factory=deque)
    running: _Job | None = None


class Jobs:
    """`run` belongs to the main thread; everything else may be called from the reader thread.

    There are two lanes: the main thread works, and a thread of its own opens and saves files, so
    that saving never waits for a long job.
    write: sends framed messages, from any thread. session: the directory for pixels.
    """

    def __init__(
        self,
        write: Callable[[bytes], None],
        session: Path,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._write = write
        self._session = session
        self._clock = clock
        self._changed = threading.Condition()
        self._work = _Lane()
        self._files = _Lane()
        self._seen: set[int] = set()
        self._is_closed = False
        self._shall_unload = False

    def submit(self, request: Submit) -> None:
        """Put a job into the queue. Raises ProtocolError when its number was used before."""
        with self._changed:
            if request.job in self._seen:
                raise ProtocolError(f"job {request.job} was submitted twice")
            self._seen.add(request.job)
            if not self._is_closed:
                lane = self._files if isinstance(request.params, BESIDE) else self._work
                lane.queue.append(_Job(request))
                self._changed.notify_all()
                return
        self._send(Cancelled(request.job))

    def cancel(self, number: int) -> None:
        """End a waiting job now and a running one soon; others have ended already."""
        with self._changed:
            ended = self._ended_at_once(number)
        for job in ended:
            self._send(Cancelled(job.request.job))

    def unload(self) -> None:
        """Give memory back once there is nothing to do."""
        with self._changed:
            self._shall_unload = True
            self._changed.notify_all()

    def close(self) -> None:
        """Cancel all jobs, take no more, and let `run` return."""
        with self._changed:
            self._is_closed = True
            ended = self._ended_at_once()
            self._changed.notify_all()
        for job in ended:
            self._send(Cancelled(job.request.job))

    def run(self) -> None:
        """Work until `close`."""
        files = threading.Thread(target=self._serve, args=(self._files,), name="files")
        files.start()
        self._serve(self._work)
        files.join()

    def _serve(self, lane: _Lane) -> None:
        while (job := self._next(lane)) is not None:
            self._send(Started(job.request.job))
            end = self._end_of(job)
            with self._changed:
                lane.running = None
                is_told = job.has_ended
                job.has_ended = True
            if not is_told:
                self._write(end)

    def _next(self, lane: _Lane) -> _Job | None:
        while True:
            with self._changed:
                while not (self._is_closed or lane.queue or self._has_to_unload(lane)):
                    self._changed.wait()
                if self._is_closed:
                    return None
                if lane.queue:
                    lane.running = lane.queue.popleft()
                    return lane.running
                self._shall_unload = False
            give_memory_back()  # without the lock: a cancel must never wait for it

    def _has_to_unload(self, lane: _Lane) -> bool:
        return self._shall_unload and lane is self._work

    def _ended_at_once(self, number: int | None = None) -> list[_Job]:
        """Cancel this job, or all; those that end with it, which the caller has to tell. Locked.

        A job whose libraries are still being imported ends at once too: an import cannot be
        interrupted, and nobody should have to wait for it.
        """
        ended: list[_Job] = []
        for lane in (self._work, self._files):
            waiting = [job for job in lane.queue if number in (None, job.request.job)]
            for job in waiting:
                lane.queue.remove(job)
            ended += waiting
            running = lane.running
            if running is not None and number in (None, running.request.job):
                running.cancelled.set()
                if running.is_importing and not running.has_ended:
                    ended.append(running)
        for job in ended:
            job.has_ended = True
        return ended

    def _end_of(self, job: _Job) -> bytes:
        """The framed last message of the job. What a failed job wrote is gone."""
        number = job.request.job
        try:
            return frame(self._finished(job))
        except JobCancelled:
            return frame(Cancelled(number))
        except (Exception, SystemExit) as error:
            return frame(Failed(number, error_info(error)))

    def _finished(self, job: _Job) -> Finished:
        request = job.request
        report = ProgressReporter(request.job, self._send_progress, self._clock)
        progress = Progress(report, job.cancelled.is_set)
        progress.at(0.0, "Getting ready")
        task = self._imported_task(job)
        progress.check()
        inputs, sent = unpack_inputs(request.inputs, self._session)
        outcome = task.run(request.params, inputs, progress)
        progress.check()
        prefix = f"{request.job}-outcome"
        wire = pack_outcome(outcome, self._session, prefix, sent, progress.check)
        return Finished(request.job, wire)

    def _imported_task(self, job: _Job) -> Task:
        with self._changed:
            job.is_importing = True
        try:
            return find_task(job.request.params)
        finally:
            with self._changed:
                job.is_importing = False

    def _send(self, message: ToWindow) -> None:
        self._write(frame(message))

    def _send_progress(self, message: Progressed) -> None:
        self._send(message)


def give_memory_back() -> None:
    """Collect garbage, and have the C library return free pages to the system where it can."""
    gc.collect()
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
