"""An artist without a mouse: opens, decomposes, selects, masks, paints, transforms, adjusts, undoes
everything, redoes it, saves and opens it again. All of it with keys, all of it checked.

`UNFLATTEN_ROBOT_SECONDS=600 pytest tests/app/test_robot.py` works for ten minutes.
"""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from app.dialogs.command_palette import CommandPalette
from app.dialogs.questions import Answer, LossAnswer
from app.engine_link.job import Job
from engine.document.model import Document
from engine.document.tree import walk
from engine.errors import UnflattenError
from engine.progress import Progress
from engine.protocol.failures import error_info
from engine.protocol.values import Inputs
from engine.tasks.task import find_task
from tests.app.editor import Editor
from tests.app.invariants import check_document, check_window, picture_of

SECONDS = float(os.environ.get("UNFLATTEN_ROBOT_SECONDS", "8"))
SEED = int(os.environ.get("UNFLATTEN_ROBOT_SEED", "1"))
SIDE = 160


class Robot:
    """Presses keys where the focus is, and looks at everything after each phrase."""

    def __init__(self, editor: Editor, seed: int) -> None:
        self.editor = editor
        self.random = random.Random(seed)
        self.log: list[str] = []
        self.was_refused = False
        editor.engine.answer = self._answer

    def _answer(self, job: Job, document: Document | None) -> None:
        """The real task, in this process."""
        if not job.is_open:
            return
        self.editor.engine.begin(job)
        try:
            task = find_task(job.params)
            outcome = task.run(job.params, Inputs(document), Progress.silent())
        except UnflattenError as error:
            job.fail(error_info(error))
        else:
            job.finish(outcome)

    def do(self, phrase: str) -> None:
        """Keys one after the other; “:Title” runs a command through the palette."""
        self.log.append(phrase)
        self.was_refused = False
        for word in phrase.split(" | "):
            self._say(word)
            QApplication.processEvents()
            if self.was_refused:
                break
        self.settle()
        try:
            check_document(self.editor.document)
            check_window(self.editor)
        except AssertionError as error:
            raise AssertionError(f"after {self.log[-12:]}: {error}") from error

    def _say(self, word: str) -> None:
        editor = self.editor
        modal = QApplication.activeModalWidget()
        if modal is None and QApplication.activeWindow() is not editor.window:
            # no window manager here gives it back
            editor.window.activateWindow()
            QApplication.processEvents()
        if word.startswith(":"):
            self.settle()  # only what can be done now is listed
            editor.key("Ctrl+Shift+P")
            editor.type(word[1:])
            editor.key("Return")
            if isinstance(QApplication.activeModalWidget(), CommandPalette):
                self.was_refused = True  # it cannot be used now, so it is not listed
                editor.key("Escape")
        elif word.startswith("“"):
            editor.type(word.strip("“”"))
        elif word == "canvas":
            self._go_to(editor.window.canvas)
        elif word == "layers":
            if "layers" not in editor.window.dock.fronts:
                editor.key("F7")
            self._go_to(editor.window.dock.layers.tree)
        else:
            editor.key(word)

    def _go_to(self, pane: QWidget) -> None:
        seen = []
        for _ in range(10):
            if self.editor.focus is pane:
                return
            seen.append(type(self.editor.focus).__name__)
            self.editor.key("F6")
        fronts = self.editor.window.dock.fronts
        raise AssertionError(
            f"F6 goes {seen}, not to {pane}, after {self.log[-8:]}, in front: {fronts}, "
            f"active: {QApplication.activeWindow()}"
        )

    def settle(self) -> None:
        self.editor.qtbot.waitUntil(lambda: not self.editor.engine.jobs, timeout=60_000)
        self.editor.settle()


OPENING = (
    "canvas | Ctrl+Return",
    "layers | End | Up",
    "canvas | Ctrl+A | :Shrink | “30” | Return",
    "canvas | :Invert selection",
    "layers | :Add mask",
    "canvas | Ctrl+D",
)
PHRASES = (
    "canvas | Ctrl+Shift+N",
    "layers | Down",
    "layers | Up",
    "canvas | PgDown",
    "canvas | PgUp",
    "canvas | Ctrl+A",
    "canvas | Ctrl+D",
    "canvas | Ctrl+Shift+I",
    "canvas | Ctrl+A | :Shrink | “25” | Return",
    "canvas | Ctrl+A | :Feather | “6” | Return",
    "canvas | D | Alt+Backspace",
    "canvas | X | Ctrl+Backspace",
    "canvas | Delete",
    "layers | :Add mask",
    "canvas | Ctrl+T | Right | Right | Down | Return",
    "canvas | Ctrl+T | Left | Escape",
    "canvas | V | Down | Down | Right",
    "canvas | Ctrl+I",
    "canvas | Ctrl+J",
    "layers | F2 | “Renamed” | Return",
    "layers | Ctrl+,",
    "canvas | Ctrl+G",
    "canvas | Ctrl+Shift+G",
    "canvas | Ctrl+]",
    "canvas | Ctrl+[",
    "canvas | Ctrl+E",
    "canvas | Ctrl+Alt+G",
    "canvas | Ctrl+L | Escape",
    "canvas | B | [ | ]",
    "canvas | Ctrl++ | Ctrl+- | Ctrl+0",
    "canvas | Tab | Tab",
    "Shift+F7 | F7",
    "canvas | :Float panel | :Float panel",
    "canvas | Y | Y",
    "canvas | Ctrl+Z",
    "canvas | Ctrl+Shift+Z",
)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A drawing in flat colours with lines, as a real file."""
    pixels = np.full((SIDE, SIDE, 4), 255, np.uint8)
    pixels[30:130, 30:130] = (200, 90, 60, 255)
    pixels[80:130, 30:130] = (140, 60, 40, 255)
    for edge in (slice(28, 32), slice(128, 132)):
        pixels[edge, 28:132] = (0, 0, 0, 255)
        pixels[28:132, edge] = (0, 0, 0, 255)
    path = tmp_path / "drawing.png"
    image = QImage(pixels.tobytes(), SIDE, SIDE, 4 * SIDE, QImage.Format.Format_RGBA8888)
    assert image.save(str(path))
    return path


def test_a_working_day_with_keys_alone(editor: Editor, picture: Path) -> None:
    robot = Robot(editor, SEED)
    editor.questions.to_open = [picture]
    editor.key("Ctrl+O")
    robot.settle()
    original = picture_of(editor.document)
    robot.do(OPENING[0])
    difference = picture_of(editor.document).astype(int) - original
    assert np.abs(difference).max() <= 1, "the layers do not add up"
    for phrase in OPENING[1:]:
        robot.do(phrase)
        assert not robot.was_refused, phrase
    end = time.monotonic() + SECONDS
    usable = dict.fromkeys(PHRASES, 0)
    rounds = 0
    while time.monotonic() < end or rounds < 2:
        rounds += 1
        for _ in range(12):
            phrase = robot.random.choice(PHRASES)
            robot.do(phrase)
            usable[phrase] += 1
        _undo_everything_and_redo_it(robot)
        _save_and_reopen(robot, editor.folder / f"work {rounds}.unflatten")
    print(f"{len(robot.log)} phrases in {rounds} rounds, {sum(map(bool, usable.values()))} kinds")
    assert sum(map(bool, usable.values())) >= 12


def _undo_everything_and_redo_it(robot: Robot) -> None:
    """Every undo shows the document that was there before, every redo the one after: the same."""
    editor = robot.editor
    history = editor.session.history
    assert history is not None
    documents = [entry.document for entry in history.entries]
    at = history.index
    seen = picture_of(documents[at])
    for index in range(at - 1, -1, -1):
        robot.do("canvas | Ctrl+Z")
        assert editor.document is documents[index]
    assert not editor.can("edit.undo")
    for index in range(1, at + 1):
        robot.do("canvas | Ctrl+Shift+Z")
        assert editor.document is documents[index]
    assert np.array_equal(picture_of(editor.document), seen)


def _save_and_reopen(robot: Robot, path: Path) -> None:
    editor = robot.editor
    editor.questions.to_save = [path]
    editor.questions.loss_answers = [LossAnswer.SAVE_ANYWAY]
    editor.questions.answers = [Answer.DISCARD]
    before = editor.document
    robot.do("canvas | Ctrl+Shift+S")
    assert not editor.session.is_modified
    editor.questions.to_open = [path]
    robot.do("canvas | Ctrl+O")
    after = editor.document
    assert after is not before
    assert _described(after) == _described(before)
    assert np.array_equal(picture_of(after), picture_of(before))


def _described(document: Document) -> list[tuple[object, ...]]:
    return [
        (layer.name, type(layer), layer.visible, layer.opacity, layer.blend, layer.clipped)
        for layer in walk(document.layers)
    ]
