"""Saving from the real window through the real engine when the disk or the engine does not help:
the old file stays, one message says it, the work stays unsaved and the next try works."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.application import Program
from app.engine_link.client import EngineClient
from app.engine_link.link import EngineState
from app.settings import Settings
from app.theme.theme import Scheme
from engine.formats.files import open_document, save_document
from engine.progress import Progress
from tests.app.editor import PlayedQuestions
from tests.recovery.states import first_document, in_state, state_of

WAIT_MS = 30_000


class Desk:
    """A window with a real engine and a project of state 0 open in it."""

    def __init__(self, qapp, qtbot, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.project = folder / "work.unflatten"
        self.link = EngineClient()
        self.program = Program(qapp, self.link, Settings(None), folder / "recovery", Scheme.DARK)
        self.window, self.session = self.program.window, self.program.services.session
        self.questions = PlayedQuestions(self.window)
        self.window.paperwork.questions = self.questions
        self.failures: list[str] = []
        self.program.services.files.save_failed.connect(
            lambda _path, error: self.failures.append(error.code)
        )
        self.link.start()
        self.window.show()

    def open(self, path: Path) -> None:
        self.window.paperwork.open_path(path)
        self.wait(lambda: self.session.path == path)

    def edit(self, number: int) -> None:
        self.session.apply("Edit", lambda document: in_state(document, number))

    def save_and_fail(self) -> str:
        """Press save; the message that comes up."""
        before = len(self.failures)
        self.window.paperwork.save()
        self.wait(lambda: len(self.failures) > before)
        assert len(self.failures) == before + 1
        assert self.session.is_modified
        assert self.window.error.isVisible()
        return self.window.error.text

    def save(self) -> None:
        self.window.paperwork.save()
        self.wait(lambda: not self.session.is_modified)

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def close(self) -> None:
        self.session.close()
        self.program.shutdown()
        self.window.close()
        for one in (self.window, self.program.services.theme, self.program):
            one.deleteLater()
        QApplication.sendPostedEvents(None, 52)  # DeferredDelete
        QApplication.processEvents()


@pytest.fixture
def make_desk(qapp, qtbot, tmp_path: Path, monkeypatch) -> Iterator[Callable[..., Desk]]:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", "")
    made: list[Desk] = []

    def make() -> Desk:
        made.append(Desk(qapp, qtbot, tmp_path))
        return made[-1]

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own of 20 MiB; the test is skipped where none can be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=20m", "none", str(place)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only the administrator can mount a small disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def written(folder: Path) -> Path:
    path = folder / "work.unflatten"
    save_document(first_document(), path, Progress.silent())
    return path


def state_in(path: Path) -> int:
    return state_of(open_document(path, Progress.silent()).document)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_size_limit_leaves_the_old_file_and_the_work(make_desk, tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    path = written(folder)
    assert path.stat().st_size > 2 << 20
    desk = make_desk()
    desk.open(path)
    desk.edit(5)
    (engine,) = children()
    subprocess.run(["prlimit", f"--fsize={1 << 20}:", "--pid", str(engine)], check=True)
    assert "cannot hold a file that large" in desk.save_and_fail()
    assert names(folder) == ["work.unflatten"]
    assert state_in(path) == 0
    subprocess.run(["prlimit", "--fsize=unlimited:", "--pid", str(engine)], check=True)
    desk.save()
    assert state_in(path) == 5


def test_a_full_disk_leaves_the_old_file_and_the_work(make_desk, disk):
    path = written(disk)
    (disk / "filler").write_bytes(bytes(9 << 20))
    desk = make_desk()
    desk.open(path)
    desk.edit(5)
    assert "the disk is full" in desk.save_and_fail()
    assert names(disk) == ["filler", "work.unflatten"]
    assert state_in(path) == 0
    desk.questions.to_save = [desk.folder / "elsewhere.unflatten"]
    desk.window.paperwork.save_as()
    desk.wait(lambda: not desk.session.is_modified)
    assert state_in(desk.folder / "elsewhere.unflatten") == 5


def test_a_read_only_disk_leaves_the_old_file_and_the_work(make_desk, disk):
    path = written(disk)
    desk = make_desk()
    desk.open(path)
    desk.edit(5)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    assert "read-only" in desk.save_and_fail()
    assert state_in(path) == 0
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    desk.save()
    assert state_in(path) == 5


def test_an_engine_killed_while_saving_gives_one_message_and_the_next_try_works(
    make_desk, tmp_path
):
    folder = tmp_path / "pictures"
    folder.mkdir()
    path = written(folder)
    desk = make_desk()
    desk.open(path)
    desk.edit(7)
    (engine,) = children()
    os.kill(engine, signal.SIGSTOP)  # it will not get further than the beginning
    desk.window.paperwork.save()
    desk.qtbot.wait(200)
    os.kill(engine, signal.SIGKILL)
    desk.wait(lambda: bool(desk.failures))
    assert desk.failures == ["engine_lost"]
    assert "The engine stopped unexpectedly" in desk.window.error.text
    assert desk.session.is_modified
    assert state_in(path) == 0
    desk.wait(lambda: desk.link.state is EngineState.READY)
    desk.save()
    assert state_in(path) == 7
    assert names(folder) == ["work.unflatten"]


def test_an_engine_killed_while_opening_gives_one_message_and_the_next_try_works(
    make_desk, tmp_path
):
    path = written(tmp_path)
    desk = make_desk()
    desk.wait(lambda: desk.link.state is EngineState.READY)
    failures = []
    desk.program.services.files.open_failed.connect(lambda _p, error: failures.append(error.code))
    (engine,) = children()
    os.kill(engine, signal.SIGSTOP)
    desk.window.paperwork.open_path(path)
    desk.qtbot.wait(200)
    os.kill(engine, signal.SIGKILL)
    desk.wait(lambda: bool(failures))
    assert failures == ["engine_lost"]
    assert "The engine stopped unexpectedly" in desk.window.error.text
    assert not desk.session.is_open
    desk.wait(lambda: desk.link.state is EngineState.READY)
    desk.open(path)


def children() -> list[int]:
    text = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text()
    found = []
    for pid in map(int, text.split()):
        if b"serve" in Path(f"/proc/{pid}/cmdline").read_bytes():
            found.append(pid)
    return found
