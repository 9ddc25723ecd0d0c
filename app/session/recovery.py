"""Unsaved work is written aside every few minutes and offered again after a crash."""

from __future__ import annotations

import contextlib
import json
import os
import time
import uuid
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from app.engine_link.job import Job
from app.engine_link.link import EngineLink, EngineState
from app.session.session import Session
from engine.document.model import Document
from engine.document.tree import pixel_layers
from engine.protocol.params import SaveFile

AFTER_SECONDS = 120
AFTER_STEPS = 20


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Work that another run left behind. time: seconds since 1970."""

    project: Path
    note: Path
    name: str
    time: float
    layers: int
    last_step: str


class Recovery(QObject):
    """Writes through the engine: after 2 minutes with changes, or 20 steps, whichever is first.

    The project comes first and its note last, so a note always speaks of a whole file.
    """

    def __init__(
        self, session: Session, link: EngineLink, directory: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._link, self._directory = session, link, directory
        self._stem = f"{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._kept: Document | None = None
        self._written: list[Path] = []
        self._job: Job | None = None
        self._steps = 0
        self._number = 0
        self._timer = QTimer(self, singleShot=True, interval=AFTER_SECONDS * 1000)
        self._timer.timeout.connect(self.keep)
        session.history_changed.connect(self._on_step)
        session.saved.connect(self.forget)
        session.opened.connect(self.forget)
        session.closed.connect(self.forget)

    def found(self) -> tuple[Unsaved, ...]:
        """What runs that are no longer alive left behind, newest first."""
        notes = self._directory.glob("*.json") if self._directory.is_dir() else ()
        found = [unsaved for unsaved in map(_read_note, notes) if unsaved is not None]
        return tuple(sorted(found, key=lambda unsaved: -unsaved.time))

    def discard(self, unsaved: Unsaved) -> None:
        for path in (unsaved.note, unsaved.project):
            path.unlink(missing_ok=True)

    def keep(self) -> None:
        """Write the present document now, if it holds work that no file has."""
        document = self._session.document
        is_idle = self._job is None and self._link.state is EngineState.READY
        if document is None or not self._session.is_modified or document is self._kept:
            return
        if not is_idle or self._session.is_in_gesture:
            self._timer.start()
            return
        try:
            self._directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError:
            return
        self._number += 1
        path = self._directory / f"{self._stem}-{self._number}.unflatten"
        self._job = self._link.submit(SaveFile(str(path)), document)
        self._job.finished.connect(partial(self._on_written, path, document))
        self._job.ended.connect(self._on_ended)
        self._steps = 0

    def forget(self) -> None:
        """The work is in a file of its own, or was given up: nothing is left to offer."""
        self._timer.stop()
        self._steps = 0
        self._kept = None
        for path in self._written:
            with contextlib.suppress(OSError):
                path.with_suffix(".json").unlink(missing_ok=True)
                path.unlink(missing_ok=True)
        self._written = []

    def _on_step(self) -> None:
        if not self._session.is_modified:
            return
        self._steps += 1
        if self._steps >= AFTER_STEPS:
            self.keep()
        elif not self._timer.isActive():
            self._timer.start()

    def _on_ended(self) -> None:
        self._job = None

    def _on_written(self, path: Path, document: Document, _outcome: object) -> None:
        history = self._session.history
        is_outdated = history is None or all(
            entry.document is not document for entry in history.entries
        )
        if is_outdated or not self._session.is_modified:
            path.unlink(missing_ok=True)
            return
        assert history is not None
        note = {
            "pid": os.getpid(),
            "name": self._session.name,
            "time": time.time(),
            "layers": sum(1 for _ in pixel_layers(document.layers)),
            "last_step": history.entries[history.index].label,
        }
        path.with_suffix(".json").write_text(json.dumps(note), encoding="utf-8")
        self._kept = document
        older, self._written = self._written, [path]
        for old in older:
            old.with_suffix(".json").unlink(missing_ok=True)
            old.unlink(missing_ok=True)


def _read_note(note: Path) -> Unsaved | None:
    project = note.with_suffix(".unflatten")
    try:
        values = json.loads(note.read_text(encoding="utf-8"))
        if _is_alive(int(values["pid"])) or not project.is_file():
            return None
        return Unsaved(
            project,
            note,
            str(values["name"]),
            float(values["time"]),
            int(values["layers"]),
            str(values["last_step"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_alive(pid: int) -> bool:
    if pid == os.getpid():
        return True
    if os.name == "nt":  # signal 0 would end the process there
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
