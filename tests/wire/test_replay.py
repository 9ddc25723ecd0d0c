"""Recorded conversations played again: to the real engine, and to the window's client."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

import pytest

from app.engine_link.client import EngineClient
from app.engine_link.job import Job, JobState
from app.engine_link.link import EngineState
from engine.protocol.messages import (
    Cancel,
    Cancelled,
    Failed,
    Finished,
    Progressed,
    Ready,
    Shutdown,
    Started,
    Submit,
    ToEngine,
    ToWindow,
)
from tests.fakes.peer import engine_process
from tests.wire.recording import RECORDINGS, read_recording

WAIT_MS = 20_000
recordings = pytest.mark.parametrize("path", RECORDINGS, ids=[path.stem for path in RECORDINGS])


def essence(message: ToWindow) -> object:
    """What has to be the same on every run."""
    match message:
        case Ready():
            return Ready
        case Failed():
            return Failed, message.job, message.error.code, message.error.message
        case _:
            return message


def test_there_are_recordings_of_an_ordinary_session_and_of_a_crash():
    assert {path.stem for path in RECORDINGS} == {"ordinary", "crash"}


@recordings
def test_the_engine_answers_as_it_did(path: Path, tmp_path):
    with engine_process(tmp_path) as peer:
        messages = read_recording(path, peer.session)
        for message in messages:
            if isinstance(message, get_args(ToEngine)):
                peer.say(message)
            elif not isinstance(message, Progressed):
                heard = peer.hear()
                while isinstance(heard, Progressed):
                    heard = peer.hear()
                assert essence(heard) == essence(message)
        rest = [type(message) for message in peer.hear_rest()]
        assert set(rest) <= {Progressed}
        ended_politely = isinstance(messages[-1], Shutdown)
        assert (peer.exit_status() == 0) is ended_politely


@recordings
def test_the_window_understands_as_it_did(path: Path, tmp_path, qtbot):
    messages = read_recording(path, tmp_path)
    client = EngineClient(
        command=(sys.executable, "-m", "tests.wire.replayed_engine", str(path)),
        session_root=tmp_path,
    )
    jobs: dict[int, Job] = {}
    client.start()
    try:
        for message in messages:
            play(message, client, jobs, qtbot)
        if not isinstance(messages[-1], Shutdown):
            qtbot.waitUntil(lambda: all(not job.is_open for job in jobs.values()), timeout=WAIT_MS)
            assert jobs[max(jobs)].state is JobState.FAILED
    finally:
        client.stop()


def play(message: ToEngine | ToWindow, client: EngineClient, jobs: dict[int, Job], qtbot) -> None:
    """Do what the window did, or wait until it has understood what the engine said."""
    match message:
        case Submit():
            job = client.submit(message.params)
            assert job.id == message.job
            jobs[job.id] = job
        case Cancel():
            jobs[message.job].cancel()
        case Ready():
            qtbot.waitUntil(lambda: client.state is EngineState.READY, timeout=WAIT_MS)
        case Started():
            wait_state(jobs[message.job], JobState.RUNNING, qtbot)
        case Progressed():
            job = jobs[message.job]
            qtbot.waitUntil(
                lambda: not job.is_open or job.fraction >= message.fraction, timeout=WAIT_MS
            )
        case Finished():
            wait_state(jobs[message.job], JobState.FINISHED, qtbot)
        case Failed():
            wait_state(jobs[message.job], JobState.FAILED, qtbot)
        case Cancelled():
            wait_state(jobs[message.job], JobState.CANCELLED, qtbot)


def wait_state(job: Job, state: JobState, qtbot) -> None:
    """Wait until the job is in this state, or past it."""
    qtbot.waitUntil(lambda: job.state is state or not job.is_open, timeout=WAIT_MS)
    assert job.state is state or state is JobState.RUNNING
