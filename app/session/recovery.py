"""Unsaved work is written aside all the time and offered again after a crash.

A run of the program has a name; its files in the recovery folder are `<run>.lock`, held as long as
it lives, and for each of its documents `<run>-<number>.unflatten` with a note beside it. The engine
writes the project over its last state, so that only new tiles cost anything.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import time
import uuid
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.engine_link.job import Job, JobState
from app.engine_link.link import EngineLink, EngineState
from app.session.run_lock import RunLock
from app.session.session import Session
from engine.document.model import Document
from engine.document.tree import pixel_layers
from engine.protocol.messages import ErrorInfo
from engine.protocol.params import SaveFile

MOST_MINUTES = 2
"""So much work may be lost at most, or 20 steps. Writing begins early; the rest is for the writing
itself, and for an engine that dies of it and has to start again."""
EARLY_STEPS, LATE_STEPS = 5, 10
QUICK_SECONDS = 2.0
"""Documents that are written as fast as this are written from EARLY_STEPS on."""
AGAIN_SECONDS = 5
"""How long after a failed try the next one comes."""
PROJECT, NOTE, LOCK = ".unflatten", ".json", ".lock"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Work that another run left behind. time: seconds since 1970. layers: 0 when not known."""

    project: Path
    name: str
    time: float
    layers: int
    last_step: str


class Recovery(QObject):
    """Begins to write early enough that at most 2 minutes or 20 steps are lost. On the GUI thread.

    A stroke is never interrupted: what is written is the document before it.
    """

    failed = Signal(object)
    """ErrorInfo; work could not be written aside, told once until it works again"""
    kept = Signal()
    """the present document lies in the recovery folder"""

    def __init__(
        self, session: Session, link: EngineLink, directory: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._link, self._directory = session, link, directory
        self._run = f"{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._number = 1
        self._lock: RunLock | None = None
        self._claims: dict[str, RunLock] = {}
        self._adopted: Unsaved | None = None
        self._kept: Document | None = None
        self._job: Job | None = None
        self._steps = 0
        self._seconds = MOST_MINUTES * 30.0
        self._started = 0.0
        self._step_limit = EARLY_STEPS
        self._has_told = False
        self._is_last_chance = False
        self._is_safe = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.keep)
        session.history_changed.connect(self._on_step)
        session.saved.connect(self._on_saved)
        session.opened.connect(self._on_opened)
        session.closed.connect(self.forget)
        link.ready.connect(self._on_ready)

    # What other runs left

    def found(self) -> tuple[Unsaved, ...]:
        """What runs that are no longer alive left behind, newest first. It is ours from now on."""
        found = []
        with contextlib.suppress(OSError):
            for project in self._directory.glob(f"*{PROJECT}"):
                is_adopted = self._adopted is not None and self._adopted.project == project
                if not is_adopted and self._claim(_run_of(project)):
                    found.append(_described(project))
            self._sweep()
        return tuple(sorted(found, key=lambda unsaved: -unsaved.time))

    def discard(self, unsaved: Unsaved) -> None:
        """Remove it for good."""
        _remove(unsaved.project)
        run = _run_of(unsaved.project)
        if run in self._claims and not any(self._directory.glob(f"{run}-*{PROJECT}")):
            self._claims.pop(run).release()

    def adopt(self, unsaved: Unsaved) -> None:
        """The present document is this work; it stays aside until it is kept or saved anew."""
        self._adopted = unsaved
        history = self._session.history
        self._kept = None if history is None else history.present
        self._timer.stop()

    # What this run does

    def set_minutes(self, minutes: float) -> None:
        """How much work may be lost at most, in time."""
        self._seconds = minutes * 30.0
        if self._timer.isActive():
            self._wait(self._seconds)

    def keep(self) -> None:
        """Write the present document now, or as soon as that is possible."""
        if self._session.is_in_gesture and not self._is_last_chance:
            self._session.when_idle(self.keep)
            return
        history = self._session.history
        if history is None or not self._is_needed(history.present):
            return
        if self._job is not None or self._link.state in (EngineState.STOPPED, EngineState.DOWN):
            return  # the end of that job, or the next engine, comes back to this
        document = history.present
        try:
            self._prepare(document, history.entries[history.index].label)
        except OSError as error:
            self._fail(ErrorInfo("internal", "Unsaved work cannot be kept aside.", str(error)))
            return
        project = self._project
        named = replace(document, name=self._session.name)
        steps, self._steps = self._steps, 0
        self._timer.stop()
        self._started = time.monotonic()
        self._job = job = self._link.submit(SaveFile(str(project)), named)
        job.finished.connect(partial(self._on_written, project, document, self._is_last_chance))
        job.failed.connect(partial(self._on_failed, steps))
        job.ended.connect(partial(self._on_ended, job, project))

    def keep_now(self) -> None:
        """The program is about to be ended: what is there now counts, whatever is going on."""
        self._is_last_chance = True
        self._is_safe = False
        self.keep()

    def forget(self) -> None:
        """The work is in a file of its own, or was given up: nothing is left to offer."""
        self._timer.stop()
        self._steps = 0
        self._kept = None
        if self._job is not None:
            self._job.cancel()
        _remove(self._project)
        self._number += 1
        adopted, self._adopted = self._adopted, None
        if adopted is not None:
            self.discard(adopted)

    def end(self) -> None:
        """For the end of the program, after the engine's: what is not kept goes."""
        if self._kept is None and self._adopted is None:
            for project in self._directory.glob(f"{self._run}-*{PROJECT}"):
                _remove(project)
            self._sweep()
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    @property
    def is_complete(self) -> bool:
        """Whether a crash now would lose nothing, or nothing from before `keep_now`."""
        history = self._session.history
        return self._is_safe or history is None or not self._is_needed(history.present)

    @property
    def _project(self) -> Path:
        return self._directory / f"{self._run}-{self._number}{PROJECT}"

    def _is_needed(self, document: Document) -> bool:
        return self._session.is_modified and document is not self._kept

    def _prepare(self, document: Document, last_step: str) -> None:
        self._directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self._lock is None:
            self._lock = RunLock.taken(self._directory / f"{self._run}{LOCK}")
        note = {
            "name": self._session.name,
            "layers": sum(1 for _ in pixel_layers(document.layers)),
            "last_step": last_step,
        }
        path = self._project.with_suffix(NOTE)
        aside = path.with_suffix(".note")
        aside.write_text(json.dumps(note), encoding="utf-8")
        aside.replace(path)

    def _on_step(self) -> None:
        if not self._session.is_modified:
            return
        self._steps += 1
        if self._steps >= self._step_limit:
            self.keep()
        self._wait(self._seconds)

    def _on_opened(self) -> None:
        self.forget()
        if self._session.is_modified:  # a pasted picture: no file holds it
            self._wait(self._seconds)

    def _on_saved(self) -> None:
        if not self._session.is_modified:
            self.forget()
        else:  # edited while it was saved: what lies aside may be newer than the file
            self.keep()

    def _on_ready(self) -> None:
        if self._steps >= self._step_limit:
            self.keep()

    def _on_written(
        self, project: Path, document: Document, is_last: bool, _outcome: object
    ) -> None:
        if project != self._project:
            return
        self._is_safe = is_last
        is_quick = time.monotonic() - self._started < QUICK_SECONDS
        self._step_limit = EARLY_STEPS if is_quick else LATE_STEPS
        self._has_told = False
        self._kept = document
        adopted, self._adopted = self._adopted, None
        if adopted is not None:
            self.discard(adopted)
        self.kept.emit()

    def _on_failed(self, steps: int, error: ErrorInfo) -> None:
        self._steps += steps
        if error.code != "engine_lost":  # the window says that by itself
            self._fail(error)
        self._wait(AGAIN_SECONDS)

    def _on_ended(self, job: Job, project: Path) -> None:
        self._job = None
        if project != self._project:  # forgotten while it was written
            _remove(project)
        is_due = self._steps >= self._step_limit and job.state is not JobState.FAILED
        if is_due or (self._is_last_chance and not self._is_safe):
            self.keep()
        elif self._steps:
            self._wait(self._seconds)

    def _fail(self, error: ErrorInfo) -> None:
        _log.warning("unsaved work could not be kept: %s %s", error.message, error.detail)
        if not self._has_told:
            self._has_told = True
            self.failed.emit(error)
        self._wait(AGAIN_SECONDS)

    def _wait(self, seconds: float) -> None:
        """Come back to it in so many seconds, or earlier when that was planned."""
        wanted = int(seconds * 1000)
        if not self._timer.isActive() or self._timer.remainingTime() > wanted:
            self._timer.start(wanted)

    # Runs and their locks

    def _claim(self, run: str) -> bool:
        """Whether the run is dead; then nobody else is offered its work while we live."""
        if run == self._run:
            return False
        if run not in self._claims:
            lock = RunLock.taken(self._directory / f"{run}{LOCK}")
            if lock is None:
                return False
            self._claims[run] = lock
        return True

    def _sweep(self) -> None:
        """Remove notes and locks of dead runs that left no work."""
        with contextlib.suppress(OSError):
            for path in self._directory.glob("*"):
                run = path.stem if path.suffix == LOCK else _run_of(path)
                is_note = path.suffix in (NOTE, ".note")
                if path.suffix != LOCK and not is_note:
                    continue
                if is_note and path.with_suffix(PROJECT).exists():
                    continue
                if any(self._directory.glob(f"{run}-*{PROJECT}")) or not self._claim(run):
                    continue
                if is_note:
                    path.unlink(missing_ok=True)
                self._claims.pop(run).release()


def _run_of(path: Path) -> str:
    return path.stem.rpartition("-")[0] or path.stem


def _described(project: Path) -> Unsaved:
    """What the note says, as far as it can be read: work without a note is offered too."""
    values: dict[str, Any] = {}
    with contextlib.suppress(OSError, ValueError, RecursionError):
        found = json.loads(project.with_suffix(NOTE).read_text(encoding="utf-8"))
        values = found if isinstance(found, dict) else {}
    try:
        written = project.stat().st_mtime
    except OSError:
        written = time.time()
    layers = values.get("layers")
    return Unsaved(
        project,
        str(values.get("name") or "Unsaved picture")[:200],
        written,
        layers if isinstance(layers, int) else 0,
        str(values.get("last_step") or "")[:200],
    )


def _remove(project: Path) -> None:
    for path in (project, project.with_suffix(NOTE)):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
