"""What the rest of the window knows of the engine; `EngineClient` is the real one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from app.engine_link.job import Job
from engine.document.model import Document
from engine.protocol.params import Params


class EngineState(StrEnum):
    """STOPPED: not started, or stopped by us. STARTING: no answer yet, jobs wait. READY: answers.

    DOWN: died too often, or is another version; stays down until `restart`.
    """

    STOPPED = "stopped"
    STARTING = "starting"
    READY = "ready"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class EngineLoss:
    """The engine went away by itself.

    message: what happened and what now, for people. restarting: a new one is already starting.
    log: its last lines on standard error, oldest first.
    """

    message: str
    restarting: bool
    log: tuple[str, ...]


class EngineLink(QObject):
    """The interface: everything on the GUI thread, nothing blocks but `stop`."""

    state_changed = Signal(object)
    """EngineState"""
    ready = Signal()
    """the engine answers, after every start"""
    lost = Signal(object)
    """EngineLoss; the open jobs have failed with code "engine_lost" just before"""
    restarted = Signal()
    """a new engine answers after a loss or after one that did not obey was killed"""

    @property
    def state(self) -> EngineState:
        raise NotImplementedError

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The open jobs, oldest first."""
        raise NotImplementedError

    @property
    def log_tail(self) -> tuple[str, ...]:
        """The last 200 lines that the engine wrote to standard error, oldest first."""
        raise NotImplementedError

    def move(self, job: Job, step: int) -> bool:
        """Let a waiting job change places with the one `step` before (-1) or after (1) it.

        False when it does not wait, or there is none: what the engine has begun is not moved.
        """
        raise NotImplementedError

    def start(self) -> None:
        """Start the engine; `ready` follows. Nothing happens when it runs."""
        raise NotImplementedError

    def stop(self) -> None:
        """End the engine (politely, then not), cancel open jobs and remove all their files.

        Returns when it is gone: at most about two seconds. For the end of the program.
        """
        raise NotImplementedError

    def restart(self) -> None:
        """Start it anew at the artist's wish, also when it is DOWN."""
        raise NotImplementedError

    def submit(self, params: Params, document: Document | None = None) -> Job:
        """Ask for work. Returns at once; all answers come as signals of the job.

        document: what the task works on, captured as it is now. While the engine is STARTING the
        job waits; when it is STOPPED or DOWN the job fails with "engine_lost".
        """
        raise NotImplementedError


def swapped(numbers: Sequence[int], one: int, other: int) -> tuple[int, ...]:
    """The numbers in their order, but these two in each other's place."""
    places = {one: other, other: one}
    return tuple(places.get(number, number) for number in numbers)
