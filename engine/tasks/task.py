"""The table of tasks.

To add one: a struct in `engine.protocol.params`, a folder in `engine.tasks` whose module has a
function under `@task(TheStruct)`, and a line in `ROOMS`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final, TypeAlias, TypeVar

import msgspec

from engine.errors import UnsupportedError
from engine.progress import Progress
from engine.protocol.params import (
    Crash,
    Deaf,
    DecomposeIllustration,
    Echo,
    FillHole,
    LiftObject,
    Oom,
    OpenFile,
    Params,
    Print,
    RefineMatte,
    SaveFile,
    SelectObject,
    Slow,
    task_name,
)
from engine.protocol.values import Inputs, Outcome

ROOMS: Final[Mapping[type[msgspec.Struct], str]] = {
    OpenFile: "engine.tasks.files.task",
    SaveFile: "engine.tasks.files.task",
    DecomposeIllustration: "engine.tasks.illustration.task",
    SelectObject: "engine.tasks.photo.task",
    FillHole: "engine.tasks.photo.task",
    RefineMatte: "engine.tasks.photo.task",
    LiftObject: "engine.tasks.photo.task",
}
"""Which module has the task; imported when the task is first asked for."""

TRIAL_ROOMS: Final[Mapping[type[msgspec.Struct], str]] = dict.fromkeys(
    (Echo, Slow, Deaf, Crash, Print, Oom), "engine.tasks.trial.task"
)
"""Tasks that try the process out; there only when `TRIALS_VARIABLE` is 1."""

TRIALS_VARIABLE: Final = "UNFLATTEN_TEST_TASKS"

P = TypeVar("P", bound=msgspec.Struct)
Run: TypeAlias = Callable[[P, Inputs, Progress], Outcome]


@dataclass(frozen=True, slots=True)
class Task:
    """params: the struct that asks for it. run: does it; raises UnflattenError or JobCancelled."""

    name: str
    params: type[msgspec.Struct]
    run: Callable[[Any, Inputs, Progress], Outcome]


_TABLE: dict[type[msgspec.Struct], Task] = {}


def task(params: type[P]) -> Callable[[Run[P]], Run[P]]:
    """Enters the decorated function into the table as the task for `params`."""

    def entered(run: Run[P]) -> Run[P]:
        if params in _TABLE:
            raise ValueError(f"there is a task for {params.__name__} already")
        _TABLE[params] = Task(task_name(params), params, run)
        return run

    return entered


def find_task(params: Params) -> Task:
    """The task that these params ask for. Raises UnsupportedError when there is none."""
    kind = type(params)
    room = _rooms().get(kind)
    if room is None:
        raise UnsupportedError(f"There is no task called {task_name(kind)}.")
    import_module(room)
    return _TABLE[kind]


def task_names() -> tuple[str, ...]:
    """The names of all tasks that may be asked for; imports none of them."""
    return tuple(task_name(kind) for kind in _rooms())


def _rooms() -> Mapping[type[msgspec.Struct], str]:
    if os.environ.get(TRIALS_VARIABLE) == "1":
        return {**ROOMS, **TRIAL_ROOMS}
    return ROOMS
