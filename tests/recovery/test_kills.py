"""Window, engine or both are killed at random moments; nothing that counts is lost.

`pytest -m recovery` does 200 rounds (UNFLATTEN_RECOVERY_ROUNDS says another number); the usual
run does a few. UNFLATTEN_RECOVERY_SEED repeats a run.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from engine.errors import UnflattenError
from engine.formats.files import open_document, save_document
from engine.progress import Progress
from tests.recovery.states import first_document, state_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

ROUNDS = 4
MOST_LOST = 20
PATIENCE = 40.0


@dataclass(slots=True)
class Studio:
    """One artist's folders over many starts of the program. durable: what the project may hold."""

    folder: Path
    durable: set[int] = field(default_factory=lambda: {0})
    started: int = 0

    @property
    def project(self) -> Path:
        return self.folder / "pictures" / "work.unflatten"

    @property
    def recovery(self) -> Path:
        return self.folder / "data" / "unflatten" / "recovery"

    @property
    def log(self) -> Path:
        return self.folder / f"log-{self.started}"

    def prepare(self) -> None:
        for name in ("pictures", "data", "config", "temporary"):
            (self.folder / name).mkdir()
        save_document(first_document(), self.project, Progress.silent())

    def start(self, seed: int, *more: str) -> subprocess.Popen[bytes]:
        self.started += 1
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_RUNTIME_DIR": "",
            "TMPDIR": str(self.folder / "temporary"),
        }
        command = [sys.executable, "-m", "tests.recovery.robot"]
        errors = (self.folder / "errors").open("ab")
        with errors:
            return subprocess.Popen(
                [*command, str(self.project), str(self.log), str(seed), *more],
                env=environment,
                stderr=errors,
            )

    def lines(self) -> list[list[str]]:
        try:
            text = self.log.read_text()
        except FileNotFoundError:
            return []
        return [line.split() for line in text.splitlines()]

    def wait_for(self, word: str, window: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + PATIENCE
        while not any(line[0] == word for line in self.lines()):
            assert window.poll() is None, self.errors()
            assert time.monotonic() < end, f"no {word}: {self.lines()} {self.errors()}"
            time.sleep(0.02)

    def errors(self) -> str:
        return (self.folder / "errors").read_text()[-3000:]

    def check(self) -> None:
        """What is on the disk now, against what was done since the last start."""
        allowed, last = self._promised()
        state = state_of(opened(self.project))
        assert state in allowed, f"the project holds {state}, not one of {sorted(allowed)}"
        self.durable = {state}
        best = state
        for path in self.recovery.glob("*.unflatten"):
            with contextlib.suppress(UnflattenError):
                best = max(best, state_of(opened(path)))
        assert last - best <= MOST_LOST, f"{last - best} edits lost: {self.lines()[-40:]}"

    def _promised(self) -> tuple[set[int], int]:
        """States that the project may hold, and the number of the last edit."""
        durable, pending, last = set(self.durable), set[int](), 0
        for word, *rest in self.lines():
            if word in ("edit", "opened"):
                last = int(rest[0])
            elif word == "save":
                pending.add(int(rest[0]))
            elif word == "saved":
                durable = {int(rest[0])}
                pending.discard(int(rest[0]))
        return durable | pending, last


def opened(path: Path):
    return open_document(path, Progress.silent()).document


def children_of(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def wait_until_gone(pids: list[int]) -> None:
    end = time.monotonic() + PATIENCE
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        assert time.monotonic() < end, "an engine outlives its window"
        time.sleep(0.01)


def strike(studio: Studio, window: subprocess.Popen[bytes], chance: random.Random) -> str:
    """Kill something now; whatever it was, the window is dead afterwards."""
    victim = chance.choice(["window", "engine", "both", "both"])
    engines = children_of(window.pid)
    if victim == "engine":
        for pid in engines:
            kill(pid)
        before = len(studio.lines())
        time.sleep(chance.uniform(0.5, 3.0))
        assert window.poll() is None, studio.errors()
        if before and studio.lines()[before - 1][0] == "edit":
            done = [line for line in studio.lines()[before:] if line[0] == "edit"]
            assert done, "the window stood still when its engine died"
        engines = children_of(window.pid)
    elif victim == "both" and chance.random() < 0.5:
        for pid in engines:
            kill(pid)
        time.sleep(chance.uniform(0.0, 0.1))
    kill(window.pid)
    if victim == "both":
        for pid in engines:
            kill(pid)
    window.wait()
    wait_until_gone(engines)
    return victim


def spoil(studio: Studio, chance: random.Random) -> None:
    """Now and then something broken lies in the recovery folder."""
    kind = chance.choice(["", "", "garbage", "empty", "note"])
    name = f"77-spoiled-{studio.started}"
    studio.recovery.mkdir(parents=True, exist_ok=True)
    if kind == "garbage":
        (studio.recovery / f"{name}.unflatten").write_bytes(chance.randbytes(5000))
        (studio.recovery / f"{name}.json").write_text('{"name": [')
    elif kind == "empty":
        (studio.recovery / f"{name}.unflatten").touch()
    elif kind == "note":
        (studio.recovery / f"{name}.json").write_text('{"name": "gone"}')


def play(studio: Studio, rounds: int, seed: int) -> None:
    print(f"seed {seed}")
    chance = random.Random(seed)
    studio.prepare()
    for number in range(rounds):
        window = studio.start(chance.randrange(1 << 30))
        try:
            # Some die while they start, or while they open what was left.
            if chance.random() < 0.85:
                studio.wait_for("opened", window)
                time.sleep(chance.uniform(0.1, 7.0))
            else:
                studio.wait_for("offered", window)
                time.sleep(chance.uniform(0.0, 0.3))
            victim = strike(studio, window, chance)
        finally:
            kill(window.pid)
            window.wait()
        print(f"round {number}: {victim}, {len(studio.lines())} lines")
        studio.check()
        spoil(studio, chance)
    window = studio.start(chance.randrange(1 << 30), "finish")
    try:
        assert window.wait(PATIENCE) == 0, studio.errors()
    finally:
        kill(window.pid)
        window.wait()
    studio.check()
    left = [path.name for path in (studio.folder / "pictures").iterdir()]
    assert left == ["work.unflatten"]
    assert not list(studio.recovery.glob(".*"))
    assert not list((studio.folder / "temporary").glob("unflatten-session-*"))


@pytest.fixture
def seed() -> int:
    return int(os.environ.get("UNFLATTEN_RECOVERY_SEED") or random.SystemRandom().randrange(10**6))


def test_killed_at_random_moments(tmp_path: Path, seed: int) -> None:
    play(Studio(tmp_path), ROUNDS, seed)


@pytest.mark.recovery
def test_killed_at_random_moments_for_long(tmp_path: Path, seed: int) -> None:
    rounds = int(os.environ.get("UNFLATTEN_RECOVERY_ROUNDS", "200"))
    play(Studio(tmp_path), rounds, seed)
