"""The end of a session, a second start, files handed from one start to the next."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.session.recovery import Recovery
from app.session.run_lock import RunLock
from app.session.session import Session
from tests.fakes.engine import FakeEngine
from tests.recovery.states import state_of
from tests.recovery.test_kills import Studio, children_of, kill, opened, wait_until_gone

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    made = Studio(tmp_path)
    made.prepare()
    return made


def wait_for_edits(studio: Studio, window: subprocess.Popen[bytes], count: int) -> None:
    end = time.monotonic() + 40
    while sum(line[0] == "edit" for line in studio.lines()) < count:
        assert window.poll() is None, studio.errors()
        assert time.monotonic() < end
        time.sleep(0.02)


def last_edit(studio: Studio) -> int:
    return int([line for line in studio.lines() if line[0] == "edit"][-1][1])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_end_of_a_session_keeps_every_edit_and_asks_nothing(studio, number):
    window = studio.start(3)
    try:
        wait_for_edits(studio, window, 3)
        engines = children_of(window.pid)
        done = last_edit(studio)
        for pid in (*engines, window.pid):  # a session ends for all its processes
            os.kill(pid, number)
        assert window.wait(20) == 0, studio.errors()
    finally:
        kill(window.pid)
        window.wait()
    wait_until_gone(engines)
    assert last_edit(studio) - done < 20, "it took too long"
    kept = [*studio.recovery.glob("*.unflatten"), studio.project]
    assert max(state_of(opened(path)) for path in kept) >= done


def test_the_files_of_a_running_window_are_offered_to_nobody(studio, qapp):
    window = studio.start(3)
    try:
        wait_for_edits(studio, window, 12)
        end = time.monotonic() + 20
        while not list(studio.recovery.glob("*.unflatten")):
            assert time.monotonic() < end
            time.sleep(0.05)
        other = Recovery(Session(), FakeEngine(), studio.recovery)
        assert other.found() == ()
        (lock,) = studio.recovery.glob("*.lock")
        assert json.loads(lock.read_text())["pid"] == window.pid
    finally:
        kill(window.pid)
        window.wait()
    (offer,) = other.found()
    assert offer.name == "work.unflatten"
    assert Recovery(Session(), FakeEngine(), studio.recovery).found() == ()  # claimed once
    other.discard(offer)
    assert list(studio.recovery.iterdir()) == []


def test_a_lock_is_held_by_one_and_comes_free_when_its_holder_is_killed(tmp_path):
    path = tmp_path / "a.lock"
    code = (
        "import sys, pathlib\n"
        "from app.session.run_lock import RunLock\n"
        "lock = RunLock.taken(pathlib.Path(sys.argv[1]))\n"
        "print(lock is not None, flush=True)\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"True\n"
        assert RunLock.taken(path) is None
        holder.kill()
        holder.wait()
    lock = RunLock.taken(path)
    assert lock is not None
    lock.release()
    assert not path.exists()


def test_a_second_start_hands_its_files_over_and_goes_away(studio):
    window = studio.start(3)
    try:
        studio.wait_for("opened", window)
        log = studio.log
        second = studio.start(4)  # the same command; it finds the first one at once
        assert second.wait(20) == 0, studio.errors()
        assert not studio.log.exists()
        assert window.poll() is None
        assert log.exists()
    finally:
        kill(window.pid)
        window.wait()
    third = studio.start(5)  # a dead one's address is no obstacle
    try:
        studio.wait_for("opened", third)
    finally:
        kill(third.pid)
        third.wait()
