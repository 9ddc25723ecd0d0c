"""The fake engine behaves as the real one does, as far as the window can see."""

from __future__ import annotations

import inspect

import pytest

from app.engine_link.client import EngineClient
from app.engine_link.job import JobState
from app.engine_link.link import EngineLink, EngineLoss, EngineState
from engine.document.geometry import Size
from engine.document.model import Document
from engine.protocol.params import Echo
from tests.app.engine_link.recording import Heard
from tests.fakes.engine import FakeEngine

DOCUMENT = Document(size=Size(2, 2))


@pytest.fixture
def engine(qapp) -> FakeEngine:
    engine = FakeEngine()
    engine.start()
    return engine


@pytest.mark.parametrize("kind", [EngineClient, FakeEngine])
def test_the_whole_interface_is_there_with_the_same_signatures(kind):
    names = {name for name in vars(EngineLink) if not name.startswith("_")} - {"staticMetaObject"}
    calls = {name for name in names if inspect.isfunction(vars(EngineLink)[name])}
    assert {"move", "start", "stop", "restart", "submit"} == calls
    for name in calls:
        assert inspect.signature(vars(kind)[name]) == inspect.signature(vars(EngineLink)[name])
    for name in ("state", "jobs", "log_tail"):
        assert isinstance(vars(kind)[name], property)


def test_a_script_of_progress_and_finish(engine: FakeEngine):
    heard = Heard(engine.submit(Echo("x"), DOCUMENT))
    assert engine.submissions == [(heard.job, Echo("x"), DOCUMENT)]
    engine.begin()
    engine.progress(0.5, "Half")
    engine.finish(document=DOCUMENT, warnings=("w",))
    assert heard.said[0] == ("progressed", (0.5, "Half", None))
    assert heard.end == ["finished", "ended"]
    assert heard.outcome.document is DOCUMENT
    assert engine.jobs == ()


def test_failures(engine: FakeEngine):
    heard = Heard(engine.submit(Echo()))
    engine.fail("bad_file", "The file is damaged.", "Take another.")
    assert (heard.error.code, heard.error.hint) == ("bad_file", "Take another.")


@pytest.mark.parametrize("restarting", [True, False])
def test_death(engine: FakeEngine, restarting: bool):
    said: list[object] = []
    engine.lost.connect(said.append)
    engine.restarted.connect(lambda: said.append("restarted"))
    jobs = [Heard(engine.submit(Echo())), Heard(engine.submit(Echo()))]
    engine.die(restarting=restarting, log=("boom",))
    assert [heard.error.code for heard in jobs] == ["engine_lost"] * 2
    assert isinstance(said[0], EngineLoss) and said[0].log == ("boom",) == engine.log_tail
    assert said[1:] == (["restarted"] if restarting else [])
    assert engine.state is (EngineState.READY if restarting else EngineState.DOWN)


def test_cancel_is_answered_from_the_event_loop(engine: FakeEngine, qtbot):
    heard = Heard(engine.submit(Echo()))
    engine.begin()
    heard.job.cancel()
    assert heard.job.state is JobState.CANCELLING and heard.said == []
    qtbot.waitUntil(lambda: heard.end == ["cancelled", "ended"])


def test_a_deaf_engine_answers_when_told_to(engine: FakeEngine, qtbot):
    engine.deaf = True
    heard = Heard(engine.submit(Echo()))
    heard.job.cancel()
    qtbot.wait(1)
    assert heard.job.is_open
    engine.obey()
    assert heard.end == ["cancelled", "ended"]


def test_an_engine_that_is_down_fails_jobs_from_the_event_loop(engine: FakeEngine, qtbot):
    engine.die(restarting=False)
    heard = Heard(engine.submit(Echo()))
    assert heard.said == []
    qtbot.waitUntil(lambda: heard.end == ["failed", "ended"])
    engine.restart()
    assert engine.state is EngineState.READY


def test_an_engine_that_plays_by_itself(engine: FakeEngine, qtbot):
    engine.answer = lambda job, document: engine.finish(document=document, job=job) and None
    heard = Heard(engine.submit(Echo(), DOCUMENT))
    qtbot.waitUntil(lambda: heard.end == ["finished", "ended"])
    assert heard.outcome.document is DOCUMENT


def test_stop_cancels_what_is_open(engine: FakeEngine):
    heard = Heard(engine.submit(Echo()))
    engine.stop()
    assert heard.end == ["cancelled", "ended"]
