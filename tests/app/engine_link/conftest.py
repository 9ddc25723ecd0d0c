from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer

from app.engine_link.client import EngineClient, Patience
from app.engine_link.link import EngineState

START_MS = 20_000


def children() -> set[str]:
    """Ids of our child processes, where the system tells."""
    return {
        child
        for path in Path("/proc/self/task").glob("*/children")
        for child in path.read_text().split()
    }


def native_threads() -> set[str]:
    """Ids of all threads of this process, Qt's too, where the system tells."""
    return {path.name for path in Path("/proc/self/task").glob("*")}


@pytest.fixture(autouse=True)
def nothing_is_left_over(qapp) -> Iterator[None]:
    threads, natives = set(threading.enumerate()), native_threads()
    processes = children()
    yield
    gc.collect()
    assert set(threading.enumerate()) <= threads
    assert native_threads() <= natives
    assert children() <= processes


@pytest.fixture
def make_client(qtbot, tmp_path, no_qt_warnings) -> Iterator[Callable[..., EngineClient]]:
    """Makes clients of the real engine with the trial tasks; checks that they leave nothing."""
    made: list[EngineClient] = []

    def make(**arguments) -> EngineClient:
        arguments.setdefault("environment", {"UNFLATTEN_TEST_TASKS": "1"})
        client = EngineClient(session_root=tmp_path, log_directory=tmp_path / "log", **arguments)
        made.append(client)
        return client

    yield make
    for client in made:
        client.stop()
        assert not client.jobs
        assert not any(timer.isActive() for timer in client.findChildren(QTimer))
        client.deleteLater()
    assert [path.name for path in tmp_path.iterdir() if path.name != "log"] == []


@pytest.fixture
def client(make_client, qtbot) -> EngineClient:
    """A client whose engine is ready."""
    client = make_client(patience=Patience(cancel=0.3))
    started(client, qtbot)
    return client


def started(client: EngineClient, qtbot) -> None:
    with qtbot.waitSignal(client.ready, timeout=START_MS):
        client.start()
    assert client.state is EngineState.READY
