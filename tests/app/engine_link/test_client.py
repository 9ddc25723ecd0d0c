"""The client with the real engine process."""

from __future__ import annotations

import os
import signal
import sys
import threading
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from app.engine_link.client import EngineClient, Patience
from app.engine_link.job import JobState
from app.engine_link.link import EngineLoss, EngineState
from engine.document.geometry import Size
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import raster_from_array
from engine.protocol.errors import ProtocolError
from engine.protocol.framing import frame
from engine.protocol.messages import PROTOCOL, Ready
from engine.protocol.params import (
    Crash,
    Deaf,
    DecomposeIllustration,
    Echo,
    Oom,
    OpenFile,
    Print,
    Slow,
)
from tests.app.engine_link.conftest import START_MS, children, started
from tests.app.engine_link.recording import Heard

WAIT_MS = 20_000


def picture(width: int = 300, height: int = 200) -> Document:
    pixels = np.random.default_rng(3).integers(0, 256, (height, width, 4)).astype(np.uint8)
    raster = raster_from_array(pixels)
    layer = PixelLayer(id=LayerId(1), name="Picture", raster=raster)
    return Document(size=Size(width, height), layers=(layer,), original=raster, next_id=2)


def wait_end(qtbot, *heard: Heard) -> None:
    qtbot.waitUntil(lambda: all(not one.job.is_open for one in heard), timeout=WAIT_MS)


def test_a_job_brings_its_document_back_as_a_value(client: EngineClient, qtbot):
    document = picture()
    heard = Heard(client.submit(Echo("fine"), document))
    assert heard.job.state is JobState.QUEUED and client.jobs == (heard.job,)
    wait_end(qtbot, heard)
    assert heard.end == ["finished", "ended"]
    outcome = heard.outcome
    assert outcome.warnings == ("fine",)
    assert outcome.document.size == document.size
    tiles = document.layers[0].raster.tiles
    assert all(outcome.document.layers[0].raster.tiles[key] is tile for key, tile in tiles.items())
    assert client.jobs == ()


def test_nothing_is_emitted_from_inside_submit_or_cancel(client: EngineClient, qtbot):
    heard = Heard(client.submit(Echo(), picture()))
    heard.job.cancel()
    assert heard.job.state is JobState.CANCELLING
    assert heard.said == []
    wait_end(qtbot, heard)
    assert heard.end == ["cancelled", "ended"]


def test_jobs_may_be_submitted_before_the_engine_is_ready(make_client, qtbot):
    client = make_client()
    client.start()
    heard = [Heard(client.submit(Echo(str(number)))) for number in range(3)]
    wait_end(qtbot, *heard)
    assert [one.outcome.warnings for one in heard] == [("0",), ("1",), ("2",)]


def test_without_an_engine_a_job_fails_at_once(make_client, qtbot):
    heard = Heard(make_client().submit(Echo()))
    assert heard.said == []
    wait_end(qtbot, heard)
    assert heard.error.code == "engine_lost"


def test_progress_arrives(client: EngineClient, qtbot):
    heard = Heard(client.submit(Slow(steps=5, pause=0.05)))
    wait_end(qtbot, heard)
    told = [arguments for name, arguments in heard.said if name == "progressed"]
    assert ("Step 1", None) in [(stage, seconds) for _, stage, seconds in told]
    assert heard.job.fraction == 1.0


def test_a_failure_of_the_task_leaves_the_engine_alive(client: EngineClient, qtbot):
    bad, good = Heard(client.submit(Oom())), Heard(client.submit(Echo()))
    wait_end(qtbot, bad, good)
    assert bad.error.code == "out_of_memory"
    assert good.end == ["finished", "ended"]


def test_a_layer_that_is_not_there_fails_the_job(client: EngineClient, qtbot):
    heard = Heard(client.submit(DecomposeIllustration(layer=77), picture()))
    wait_end(qtbot, heard)
    assert heard.error.code == "internal"
    assert "77" in heard.error.detail


@pytest.mark.skipif(sys.platform == "win32", reason="file names are Unicode there")
def test_a_file_name_that_is_no_unicode_fails_the_job_and_not_the_link(client, qtbot):
    heard = Heard(client.submit(OpenFile("/tmp/\udcff.png")))
    wait_end(qtbot, heard)
    assert heard.error.code == "bad_request"
    again = Heard(client.submit(Echo()))
    wait_end(qtbot, again)
    assert again.end == ["finished", "ended"]


def test_a_running_job_is_cancelled(client: EngineClient, qtbot):
    heard = Heard(client.submit(Slow(steps=100_000, pause=0.001), picture()))
    qtbot.waitUntil(lambda: heard.job.state is JobState.RUNNING, timeout=WAIT_MS)
    heard.job.cancel()
    assert heard.job.state is JobState.CANCELLING
    wait_end(qtbot, heard)
    assert heard.end == ["cancelled", "ended"]
    assert client.state is EngineState.READY


def test_a_waiting_job_is_cancelled_while_another_runs_on(client: EngineClient, qtbot):
    running = Heard(client.submit(Deaf(seconds=1.0)))
    waiting = Heard(client.submit(Echo(), picture()))
    qtbot.waitUntil(lambda: running.job.state is JobState.RUNNING, timeout=WAIT_MS)
    waiting.job.cancel()
    wait_end(qtbot, waiting)
    assert running.job.is_open
    wait_end(qtbot, running)
    assert running.end == ["finished", "ended"]


def test_a_crash_loses_the_jobs_and_brings_a_new_engine(client: EngineClient, qtbot):
    losses: list[EngineLoss] = []
    client.lost.connect(losses.append)
    document = picture()
    before = {key: tile.copy() for key, tile in document.layers[0].raster.tiles.items()}
    with qtbot.waitSignal(client.restarted, timeout=START_MS):
        killer = Heard(client.submit(Crash(), document))
        victim = Heard(client.submit(Slow(steps=10), document))
        qtbot.waitUntil(lambda: not killer.job.is_open, timeout=WAIT_MS)
    wait_end(qtbot, killer, victim)
    assert killer.end == ["failed", "ended"]
    assert killer.error.code == "engine_lost" and killer.error.hint
    assert victim.end in (["failed", "ended"], ["finished", "ended"])
    assert len(losses) == 1 and losses[0].restarting
    assert any("Segmentation fault" in line for line in losses[0].log)
    again = Heard(client.submit(Echo(), document))
    wait_end(qtbot, again)
    tiles = again.outcome.document.layers[0].raster.tiles
    assert all(np.array_equal(tiles[key], tile) for key, tile in before.items())


def test_a_job_that_kills_twice_keeps_the_engine_down(make_client, qtbot):
    client = make_client(patience=Patience(quick_death=0.0))
    started(client, qtbot)
    with qtbot.waitSignal(client.restarted, timeout=START_MS):
        client.submit(Crash())
    losses: list[EngineLoss] = []
    client.lost.connect(losses.append)
    heard = Heard(client.submit(Crash()))
    wait_end(qtbot, heard)
    assert client.state is EngineState.DOWN
    assert [loss.restarting for loss in losses] == [False]
    late = Heard(client.submit(Echo()))
    wait_end(qtbot, late)
    assert late.error.code == "engine_lost"
    with qtbot.waitSignal(client.restarted, timeout=START_MS):
        client.restart()
    good = Heard(client.submit(Echo()))
    wait_end(qtbot, good)
    assert good.end == ["finished", "ended"]


def test_an_engine_that_dies_at_once_twice_stays_down_and_fails_what_waits(make_client, qtbot):
    program = "import sys; print('no', file=sys.stderr)"
    client = make_client(command=(sys.executable, "-c", program))
    losses: list[EngineLoss] = []
    client.lost.connect(losses.append)
    client.start()
    heard = Heard(client.submit(Echo()))
    wait_end(qtbot, heard)
    assert heard.error.code == "engine_lost"
    assert [loss.restarting for loss in losses] == [True, False]
    assert client.state is EngineState.DOWN
    assert client.log_tail.count("no") == 2


def test_a_program_that_is_not_there_is_reported_and_not_tried_for_ever(make_client, qtbot):
    client = make_client(command=("/nowhere/engine",))
    with qtbot.waitSignals([client.lost, client.lost], timeout=START_MS):
        client.start()
    assert client.state is EngineState.DOWN
    assert any("could not be started" in line for line in client.log_tail)


def test_without_a_place_for_pixels_the_engine_stays_down_and_says_so(qtbot, tmp_path):
    client = EngineClient(session_root=tmp_path / "missing")
    losses: list[EngineLoss] = []
    client.lost.connect(losses.append)
    client.start()
    heard = Heard(client.submit(Echo()))
    wait_end(qtbot, heard)
    assert client.state is EngineState.DOWN
    assert "cannot write" in losses[0].message
    client.stop()


def test_an_engine_that_says_nothing_stays_down(make_client, qtbot):
    client = make_client(
        command=(sys.executable, "-c", "import time; time.sleep(3600)"),
        patience=Patience(start=0.3),
    )
    with qtbot.waitSignal(client.lost, timeout=START_MS):
        client.start()
    assert client.state is EngineState.DOWN


def test_an_engine_that_talks_nonsense_is_ended(make_client, qtbot):
    client = make_client(
        command=(sys.executable, "-c", "import time; print('x' * 99, flush=True); time.sleep(3600)")
    )
    with qtbot.waitSignals([client.lost, client.lost], timeout=START_MS):
        client.start()
    assert client.state is EngineState.DOWN
    assert any("broke the protocol" in line for line in client.log_tail)


def test_an_engine_that_refuses_stays_down_without_another_try(make_client, qtbot, monkeypatch):
    monkeypatch.setattr("app.engine_link.client.build", lambda: "of yesterday")
    client = make_client()
    losses: list[EngineLoss] = []
    client.lost.connect(losses.append)
    with qtbot.waitSignal(client.lost, timeout=START_MS):
        client.start()
    assert [loss.restarting for loss in losses] == [False]
    assert "do not understand each other" in losses[0].message
    assert any("of yesterday" in line for line in losses[0].log)


def test_an_engine_that_does_not_obey_is_killed_and_its_queue_goes_on(client, qtbot):
    losses: list[EngineLoss] = []
    client.lost.connect(losses.append)
    deaf = Heard(client.submit(Deaf(seconds=3600)))
    patient = Heard(client.submit(Echo("me too"), picture()))
    qtbot.waitUntil(lambda: deaf.job.stage == "Not listening", timeout=WAIT_MS)
    with qtbot.waitSignal(client.restarted, timeout=START_MS):
        deaf.job.cancel()
        assert deaf.job.state is JobState.CANCELLING
    wait_end(qtbot, deaf, patient)
    assert deaf.end == ["cancelled", "ended"]
    assert patient.outcome.warnings == ("me too",)
    assert losses == []


def test_restart_ends_a_working_engine(client: EngineClient, qtbot):
    heard = Heard(client.submit(Deaf(seconds=3600)))
    qtbot.waitUntil(lambda: heard.job.state is JobState.RUNNING, timeout=WAIT_MS)
    with qtbot.waitSignal(client.restarted, timeout=START_MS):
        client.restart()
    assert heard.error.code == "engine_lost"


def test_prints_end_in_the_log(client: EngineClient, qtbot, tmp_path):
    heard = Heard(client.submit(Print("good morning")))
    wait_end(qtbot, heard)
    qtbot.waitUntil(lambda: "good morning from Python" in client.log_tail, timeout=WAIT_MS)
    assert "good morning from Python" in (tmp_path / "log" / "engine.log").read_text()


def test_job_files_are_gone_when_the_job_is(client: EngineClient, qtbot, tmp_path):
    heard = [Heard(client.submit(task, picture())) for task in (Echo(), Oom(), Slow(10**6))]
    wait_end(qtbot, *heard[:2])
    heard[2].job.cancel()
    wait_end(qtbot, heard[2])
    (session,) = [path for path in tmp_path.glob("unflatten-session-*") if path.is_dir()]
    qtbot.waitUntil(lambda: not list(session.iterdir()), timeout=WAIT_MS)


def test_stop_cancels_open_jobs_and_is_quick_with_a_deaf_engine(make_client, qtbot):
    client = make_client(patience=Patience(stop=0.2))
    started(client, qtbot)
    heard = Heard(client.submit(Deaf(seconds=3600), picture()))
    qtbot.waitUntil(lambda: heard.job.state is JobState.RUNNING, timeout=WAIT_MS)
    client.stop()
    assert heard.end == ["cancelled", "ended"]
    assert client.state is EngineState.STOPPED


def test_the_engine_can_be_started_again_after_stop(client: EngineClient, qtbot):
    client.stop()
    started(client, qtbot)
    heard = Heard(client.submit(Echo("back"), picture()))
    wait_end(qtbot, heard)
    assert heard.outcome.warnings == ("back",)


def test_pixels_are_packed_and_read_beside_the_gui_thread(client, qtbot, monkeypatch):
    seen: list[str] = []
    gui = threading.get_ident()

    def watched(function):
        def call(*arguments):
            seen.append(function.__name__)
            assert threading.get_ident() != gui
            return function(*arguments)

        return call

    from app.engine_link import pixel_work as module

    monkeypatch.setattr(module, "pack_inputs", watched(module.pack_inputs))
    monkeypatch.setattr(module, "unpack_outcome", watched(module.unpack_outcome))
    heard = Heard(client.submit(Echo(), picture()))
    wait_end(qtbot, heard)
    assert heard.end == ["finished", "ended"]
    assert seen == ["pack_inputs", "unpack_outcome"]


def test_a_full_disk_fails_the_job(client, qtbot, monkeypatch):
    def full(*_arguments):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("app.engine_link.pixel_work.pack_inputs", full)
    heard = Heard(client.submit(Echo(), picture()))
    wait_end(qtbot, heard)
    assert heard.error.code == "disk_full"


def test_the_engine_is_ours_wherever_the_window_was_started(
    make_client, qtbot, tmp_path, monkeypatch
):
    impostor = tmp_path / "log" / "engine"
    impostor.mkdir(parents=True)
    (impostor / "__init__.py").write_text("raise SystemExit('impostor')")
    monkeypatch.chdir(Path(impostor.parent))
    started(make_client(), qtbot)


def test_an_outcome_that_cannot_be_read_fails_the_job(client, qtbot, monkeypatch):
    def broken(*_arguments):
        raise ProtocolError("not a bare file name")

    monkeypatch.setattr("app.engine_link.pixel_work.unpack_outcome", broken)
    heard = Heard(client.submit(Echo(), picture()))
    wait_end(qtbot, heard)
    assert (heard.error.code, client.state) == ("internal", EngineState.READY)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_waiting_job_is_cancelled_even_by_an_engine_that_is_frozen(client, qtbot):
    (engine,) = children()
    os.kill(int(engine), signal.SIGSTOP)
    heard = Heard(client.submit(Echo()))
    heard.job.cancel()
    wait_end(qtbot, heard)
    assert heard.end == ["cancelled", "ended"]
    os.kill(int(engine), signal.SIGCONT)
    again = Heard(client.submit(Echo("awake")))
    wait_end(qtbot, again)
    assert again.outcome.warnings == ("awake",)


def test_an_engine_of_another_build_is_not_used(make_client, qtbot):
    ready = frame(Ready(PROTOCOL, "of tomorrow", ())).hex()
    program = (
        "import sys, time; sys.stdin.buffer.raw.read(9); "
        f"sys.stdout.buffer.write(bytes.fromhex('{ready}')); sys.stdout.buffer.flush(); "
        "time.sleep(3600)"
    )
    client = make_client(command=(sys.executable, "-c", program))
    losses: list[EngineLoss] = []
    client.lost.connect(losses.append)
    with qtbot.waitSignal(client.lost, timeout=START_MS):
        client.start()
    assert client.state is EngineState.DOWN
    assert "of tomorrow" in losses[0].message


def test_stopping_and_submitting_from_inside_a_failure_is_safe(client, qtbot):
    """A window that closes, or asks again, the moment it hears of the loss."""
    retried: list[Heard] = []
    first = client.submit(Crash())
    first.failed.connect(lambda _error: retried.append(Heard(client.submit(Echo("again")))))
    qtbot.waitUntil(lambda: bool(retried) and not retried[0].job.is_open, timeout=WAIT_MS)
    assert retried[0].outcome.warnings == ("again",)
    second = client.submit(Slow(steps=10**6))
    qtbot.waitUntil(lambda: second.state is JobState.RUNNING, timeout=WAIT_MS)
    second.failed.connect(lambda _error: client.stop())
    (engine,) = children()
    os.kill(int(engine), signal.SIGKILL)
    qtbot.waitUntil(lambda: not second.is_open, timeout=WAIT_MS)
    assert client.state is EngineState.STOPPED
    assert not children()


def test_jobs_run_in_the_order_of_submission(client, qtbot):
    """None overtakes another whose pixels are still being packed; a cancelled one holds up none."""
    started_ids: list[int] = []
    jobs = []
    documents = [picture(1500, 1500), picture(), None, picture(1500, 1500), None]
    for document in documents:
        job = client.submit(Echo(), document)
        job.state_changed.connect(partial(note_running, started_ids, job.id))
        jobs.append(Heard(job))
    jobs[3].job.cancel()
    wait_end(qtbot, *jobs)
    assert started_ids == [jobs[index].job.id for index in (0, 1, 2, 4)]
    assert jobs[3].end == ["cancelled", "ended"]


def note_running(ids: list[int], job_id: int, state: JobState) -> None:
    if state is JobState.RUNNING:
        ids.append(job_id)


def test_waiting_jobs_change_places_and_files_do_not_wait_for_them(client, qtbot, tmp_path):
    begun: list[str] = []

    def submit(name: str, params) -> Heard:
        heard = Heard(client.submit(params))
        heard.job.state_changed.connect(
            lambda state: begun.append(name) if state is JobState.RUNNING else None
        )
        return heard

    slow = submit("slow", Slow(1000, 0.01))
    qtbot.waitUntil(lambda: begun == ["slow"], timeout=WAIT_MS)
    others = [submit(name, Echo(name)) for name in ("a", "b", "c")]
    missing = submit("file", OpenFile(str(tmp_path / "missing.png")))
    assert not client.move(slow.job, 1)
    assert not client.move(others[0].job, -1)
    assert client.move(others[2].job, -1)
    assert client.move(others[2].job, -1)
    assert not client.move(missing.job, -1)
    wait_end(qtbot, missing)
    assert slow.job.is_open
    slow.job.cancel()
    wait_end(qtbot, slow, *others)
    assert begun == ["slow", "file", "c", "a", "b"]
