"""`python -m tests.recovery.robot PROJECT LOG SEED [finish]`: the real window, used by nobody.

It opens what an artist would open (unsaved work if it is newer than the project, else the project),
edits without pause, saves now and then, and writes down what it did, a line at a time.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from app.application import Program, run
from app.dialogs.questions import Answer, Questions
from app.engine_link.link import EngineLoss
from app.session.files import Saved
from app.session.recovery import Unsaved
from engine.document.model import Document
from engine.protocol.messages import ErrorInfo
from tests.recovery.states import in_state, state_of

EDIT_MS = 350
"""Nobody is faster for long; the engine needs about a second to come back after it was killed."""
SAVE_SHARE = 0.1
STROKE_SHARE = 0.1


class Answers(Questions):
    """Saves where it is told to, and never discards."""

    project: Path

    def file_to_save(self, suggestion: Path) -> Path | None:
        return self.project

    def save_changes(self, name: str) -> Answer:
        return Answer.SAVE

    def discard_unsaved(self, name: str) -> bool:
        return True


class Robot(QObject):
    """Lives as long as the program."""

    def __init__(
        self, program: Program, project: Path, log: Path, seed: int, *, finishes: bool
    ) -> None:
        super().__init__(program)
        self._program, self._project, self._finishes = program, project, finishes
        self._session = program.services.session
        self._random = random.Random(seed)
        self._log = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self._number = 0
        self._requested: list[int] = []
        self._offers: list[Unsaved] = []
        answers = Answers(program.window)
        answers.project = project
        program.window.paperwork.questions = answers
        files = program.services.files
        files.opened.connect(self._on_opened)
        files.open_failed.connect(self._on_open_failed)
        files.saved.connect(self._on_saved)
        files.save_failed.connect(self._on_save_failed)
        program.services.link.lost.connect(self._on_lost)
        self._timer = QTimer(self)
        self._timer.setInterval(EDIT_MS)
        self._timer.timeout.connect(self._act)
        QTimer.singleShot(0, self, self._begin)

    def _write(self, *words: object) -> None:
        os.write(self._log, (" ".join(map(str, words)) + "\n").encode())

    def _begin(self) -> None:
        self._offers = list(self._program.services.recovery.found())
        self._write("offered", len(self._offers))
        self._open_next()

    def _open_next(self) -> None:
        saved = self._project.stat().st_mtime
        while self._offers:
            offer = self._offers.pop(0)
            if offer.time >= saved:
                self._program.window.paperwork.recover(offer)
                return
            self._program.services.recovery.discard(offer)
        self._program.window.paperwork.open_path(self._project)

    def _on_open_failed(self, path: Path, error: ErrorInfo) -> None:
        self._write("unopenable", error.code)
        if error.code != "engine_lost" and path != self._project:
            path.unlink()
        self._open_next()

    def _on_opened(self, path: Path, _warnings: object) -> None:
        assert self._session.document is not None
        self._number = state_of(self._session.document)
        self._write("opened", self._number)
        if self._finishes:
            self._save()
        else:
            self._timer.start()

    def _act(self) -> None:
        self._number += 1
        number = self._number

        def edit(document: Document) -> Document:
            return in_state(document, number)

        if self._random.random() < STROKE_SHARE:
            gesture = self._session.begin(f"Stroke {number}")
            gesture.update(lambda document: in_state(document, 9999))
            QTimer.singleShot(EDIT_MS // 2, self, lambda: (gesture.update(edit), gesture.commit()))
        else:
            self._session.apply(f"Edit {number}", edit)
        self._write("edit", number)
        if self._random.random() < SAVE_SHARE and not self._session.is_in_gesture:
            self._save()

    def _save(self) -> None:
        self._write("save", self._number)
        self._requested.append(self._number)
        self._program.window.paperwork.save()

    def _on_saved(self, _saved: Saved) -> None:
        self._write("saved", self._requested.pop(0))
        if self._finishes:
            QTimer.singleShot(0, self._program.window, self._program.window.close)

    def _on_save_failed(self, _path: Path, error: ErrorInfo) -> None:
        self._write("failed", self._requested.pop(0), error.code)

    def _on_lost(self, loss: EngineLoss) -> None:
        self._write("lost", loss.restarting)


def main() -> int:
    project, log, seed, *more = sys.argv[1:]
    return run(
        [],
        begin=lambda program: Robot(
            program, Path(project), Path(log), int(seed), finishes="finish" in more
        ),
    )


if __name__ == "__main__":
    sys.exit(main())
