from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer

from app.engine_link.job import Job, JobState
from engine.protocol.messages import ErrorInfo
from engine.protocol.params import Echo
from engine.protocol.values import Outcome
from tests.app.engine_link.recording import Heard


@pytest.fixture
def job(qapp) -> Job:
    return Job(1, Echo())


def test_a_job_runs_and_finishes(job: Job):
    heard = Heard(job)
    states: list[JobState] = []
    job.state_changed.connect(states.append)
    job.mark_started()
    job.report(0.4, "Lines")
    job.report(0.3, "")
    job.finish(Outcome(warnings=("w",)))
    assert heard.said == [
        ("progressed", (0.4, "Lines", None)),
        ("progressed", (0.4, "Lines", None)),
        ("finished", (Outcome(warnings=("w",)),)),
        ("ended", ()),
    ]
    assert states == [JobState.RUNNING, JobState.FINISHED]


@pytest.mark.parametrize("late", ["finish", "fail", "end_cancelled"])
def test_whatever_comes_after_cancel_ends_it_as_cancelled(job: Job, late: str):
    heard = Heard(job)
    asked: list[int] = []
    job.cancel_requested.connect(asked.append)
    job.mark_started()
    job.cancel()
    job.cancel()
    assert job.state is JobState.CANCELLING and asked == [1]
    match late:
        case "finish":
            job.finish(Outcome())
        case "fail":
            job.fail(ErrorInfo("internal", "late"))
        case _:
            job.end_cancelled()
    assert heard.end == ["cancelled", "ended"]


def test_started_after_cancel_does_not_make_it_run_again(job: Job):
    job.cancel()
    job.mark_started()
    assert job.state is JobState.CANCELLING


def test_a_job_cannot_end_twice(job: Job):
    job.finish(Outcome())
    with pytest.raises(AssertionError, match="twice"):
        job.end_cancelled()
    job.cancel()
    assert job.state is JobState.FINISHED


def test_the_time_left_is_told_while_nothing_else_is_new(qtbot, monkeypatch):
    monkeypatch.setattr("app.engine_link.job.TICK_MS", 1)
    now = [0.0]
    job = Job(1, Echo(), clock=lambda: now[0])
    heard = Heard(job)
    job.mark_started()
    now[0] = 4.0
    job.report(0.5, "Lines")
    assert heard.said == [("progressed", (0.5, "Lines", None))]
    now[0] = 6.0
    qtbot.waitUntil(lambda: len(heard.said) > 1)
    assert heard.said[-1] == ("progressed", (0.5, "Lines", 2.0))
    assert job.seconds_left == 2.0
    job.finish(Outcome())
    assert not any(timer.isActive() for timer in job.findChildren(QTimer))
