from __future__ import annotations

import subprocess
import sys
from typing import get_args

import pytest

from engine.errors import UnsupportedError
from engine.progress import Progress
from engine.protocol.params import Echo, OpenFile, Params, SaveFile, task_name
from engine.protocol.values import Inputs, Outcome
from engine.tasks.task import (
    ROOMS,
    TRIAL_ROOMS,
    TRIALS_VARIABLE,
    find_task,
    task,
    task_names,
)


def test_every_params_has_exactly_one_room():
    assert set(ROOMS) | set(TRIAL_ROOMS) == set(get_args(Params))
    assert not set(ROOMS) & set(TRIAL_ROOMS)


def test_names_are_unique():
    names = [task_name(kind) for kind in get_args(Params)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("params", [OpenFile("/a"), SaveFile("/a")])
def test_a_task_is_found_by_its_params(params):
    found = find_task(params)
    assert found.name == task_name(type(params))
    assert found.params is type(params)


def test_every_room_has_the_tasks_that_the_table_says(monkeypatch):
    monkeypatch.setenv(TRIALS_VARIABLE, "1")
    for kind in get_args(Params):
        required = {field: "/a" for field in kind.__struct_fields__ if field == "path"}
        assert find_task(kind(**required)).params is kind


def test_trial_tasks_exist_only_when_asked_for(monkeypatch):
    monkeypatch.delenv(TRIALS_VARIABLE, raising=False)
    assert "echo" not in task_names()
    with pytest.raises(UnsupportedError, match="echo"):
        find_task(Echo())
    monkeypatch.setenv(TRIALS_VARIABLE, "1")
    assert "echo" in task_names()
    assert find_task(Echo()).run(Echo("x"), Inputs(), Progress.silent()) == Outcome(warnings=("x",))


def test_a_second_task_for_the_same_params_is_an_error():
    find_task(OpenFile("/a"))
    with pytest.raises(ValueError, match="already"):
        task(OpenFile)(lambda _params, _inputs, _progress: Outcome())


def test_the_table_imports_no_task():
    program = (
        "import sys, engine.tasks.task as table; table.task_names(); "
        "loaded = [name for name in sys.modules if name.startswith('engine.tasks.')]; "
        "sys.exit(loaded != ['engine.tasks.task'])"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
