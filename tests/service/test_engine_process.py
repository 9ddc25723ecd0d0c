"""The real engine process, spoken to as a window would."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.document.geometry import Size
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import empty_raster, raster_from_tiles
from engine.protocol.documents import pack_inputs, unpack_outcome
from engine.protocol.framing import frame
from engine.protocol.messages import (
    PROTOCOL,
    Cancel,
    Cancelled,
    Failed,
    Finished,
    Hello,
    Progressed,
    Ready,
    Refused,
    Shutdown,
    Started,
    Submit,
    Unload,
    build,
)
from engine.protocol.params import (
    Crash,
    Deaf,
    Echo,
    Oom,
    OpenFile,
    Print,
    Slow,
)
from engine.protocol.values import Inputs
from tests.fakes.peer import PATIENCE, Peer, engine_process
from tests.protocol.strategies import tile

HEAVY = ("torch", "cv2", "numba", "PIL", "psd_tools", "onnxruntime", "scipy", "PySide6")


def tiny_document() -> Document:
    raster = raster_from_tiles(empty_raster(), {(0, 0): tile(1), (0, 1): tile(1)})
    layer = PixelLayer(id=LayerId(1), name="線", raster=raster)
    return Document(size=Size(256, 128), layers=(layer,), original=raster, next_id=2)


def test_ready_says_version_and_tasks(silent_peer: Peer):
    silent_peer.greet()
    ready = silent_peer.hear()
    assert isinstance(ready, Ready)
    assert (ready.protocol, ready.build) == (PROTOCOL, build())
    assert {"open_file", "save_file", "decompose_illustration", "echo"} <= set(ready.tasks)


def test_trial_tasks_are_not_there_unless_asked_for(tmp_path):
    with engine_process(tmp_path, trials=False) as peer:
        peer.greet()
        ready = peer.hear()
        assert isinstance(ready, Ready)
        assert "echo" not in ready.tasks
        peer.submit(1, Crash())
        assert peer.hear_a(Failed).error.code == "unsupported"


def test_the_process_is_ready_before_anything_heavy_is_imported(tmp_path):
    program = (
        "import sys; from engine.service.server import serve; status = serve(); "
        f"print('heavy:', sorted(set({HEAVY!r}) & set(sys.modules))); "
        "sys.exit(status)"
    )
    with engine_process(tmp_path, arguments=("-c", program)) as peer:
        peer.greet()
        assert isinstance(peer.hear(), Ready)
        peer.say(Shutdown())
        assert peer.exit_status() == 0
        assert "heavy: []" in peer.log()


def test_ready_costs_less_than_a_second_of_processor_time(tmp_path):
    before = os.times()
    with engine_process(tmp_path) as peer:
        peer.greet()
        peer.hear_a(Ready)
        peer.say(Shutdown())
        assert peer.exit_status() == 0
    after = os.times()
    spent = (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )
    assert spent < 1.0


def test_a_document_goes_there_and_back(peer: Peer):
    document = tiny_document()
    wire, sent = pack_inputs(Inputs(document), peer.session, "1-inputs")
    peer.say(Submit(1, Echo("well"), wire))
    finished = peer.hear_a(Finished)
    outcome = unpack_outcome(finished.outcome, peer.session, sent)
    assert outcome.warnings == ("well",)
    assert outcome.document is not None and outcome.document.original is not None
    assert outcome.document.layers[0].name == "線"
    assert outcome.document.original.tiles[(0, 1)] is tile(1)


def test_jobs_run_one_after_the_other_and_each_ends_once(peer: Peer):
    for job in range(1, 6):
        peer.submit(job, Slow(steps=2, pause=0.001))
    ends = [peer.hear_a(Finished).job for _ in range(5)]
    assert ends == [1, 2, 3, 4, 5]
    order = [(type(one), one.job) for one in peer.received if isinstance(one, Started | Finished)]
    assert order == [(kind, job) for job in range(1, 6) for kind in (Started, Finished)]


def test_progress_is_throttled_and_monotone_and_never_complete(peer: Peer):
    peer.submit(1, Slow(steps=400, pause=0.001))
    began = time.monotonic()
    peer.hear_a(Finished)
    seconds = time.monotonic() - began
    told = [message for message in peer.received if isinstance(message, Progressed)]
    assert told and len(told) <= 10 * (seconds + 1)
    fractions = [message.fraction for message in told]
    assert fractions == sorted(fractions)
    assert max(fractions) < 1.0


def test_cancel_is_seen_at_once_by_running_and_waiting_jobs(peer: Peer):
    peer.submit(1, Slow(steps=100_000, pause=0.005))
    peer.submit(2, Echo())
    peer.hear_a(Progressed)
    began = time.monotonic()
    peer.say(Cancel(2))
    assert peer.hear_a(Cancelled).job == 2
    peer.say(Cancel(1))
    assert peer.hear_a(Cancelled).job == 1
    assert time.monotonic() - began < 5.0  # milliseconds on a free machine; the job takes minutes
    peer.submit(3, Echo())
    assert peer.hear_a(Finished).job == 3


def test_cancelling_a_job_that_is_over_or_never_was_does_nothing(peer: Peer):
    peer.submit(1, Echo())
    peer.hear_a(Finished)
    peer.say(Cancel(1))
    peer.say(Cancel(99))
    peer.submit(2, Echo())
    assert isinstance(peer.hear(), Started)
    assert peer.hear_a(Finished).job == 2


def test_printing_from_python_and_c_leaves_the_stream_intact(peer: Peer):
    peer.submit(1, Print("noise\x00\xff"))
    assert peer.hear_a(Finished).job == 1
    peer.submit(2, Print("hello"))
    assert peer.hear_a(Finished).job == 2
    assert "hello from Python" in peer.log()
    if sys.platform != "win32":
        assert "hello from C" in peer.log()


def test_out_of_memory_fails_the_job_and_not_the_engine(peer: Peer):
    peer.submit(1, Oom())
    error = peer.hear_a(Failed).error
    assert error.code == "out_of_memory"
    assert error.hint
    assert "exhaust" in error.detail
    peer.submit(2, Echo())
    assert peer.hear_a(Finished).job == 2


def test_our_own_mistakes_come_with_a_traceback(peer: Peer):
    document = tiny_document()
    wire, _ = pack_inputs(Inputs(document), peer.session, "1-inputs")
    for path in peer.session.iterdir():
        path.write_bytes(b"")
    peer.say(Submit(1, Echo(), wire))
    error = peer.hear_a(Failed).error
    assert error.code == "internal"
    assert "ProtocolError" in error.message
    assert "Traceback" in error.detail


def test_errors_for_the_artist_keep_their_code_and_hint(peer: Peer):
    peer.submit(1, OpenFile("not/absolute.png"))
    error = peer.hear_a(Failed).error
    assert (error.code, error.message) == (
        "bad_request",
        "not/absolute.png is not an absolute path.",
    )


def test_a_crash_ends_the_process_and_says_where_in_the_log(peer: Peer):
    peer.submit(1, Crash())
    assert {type(message) for message in peer.hear_rest()} == {Started, Progressed}
    assert peer.exit_status() == -signal.SIGSEGV
    assert "Segmentation fault" in peer.log()
    assert "in crash" in peer.log()


def test_a_cancelled_job_leaves_no_files(peer: Peer):
    wire, _ = pack_inputs(Inputs(tiny_document()), peer.session, "1-inputs")
    before = set(peer.session.iterdir())
    peer.say(Submit(1, Slow(steps=100_000, pause=0.001), wire))
    peer.hear_a(Progressed)
    peer.say(Cancel(1))
    peer.hear_a(Cancelled)
    assert set(peer.session.iterdir()) == before


def test_shutdown_cancels_everything_and_removes_the_session(peer: Peer):
    peer.submit(1, Slow(steps=100_000, pause=0.001))
    peer.submit(2, Echo())
    peer.hear_a(Progressed)
    peer.say(Shutdown())
    ends = [message for message in peer.hear_rest() if isinstance(message, Cancelled)]
    assert {end.job for end in ends} == {1, 2}
    assert peer.exit_status() == 0
    assert not peer.session.exists()


def test_the_engine_ends_when_its_window_hangs_up(peer: Peer):
    peer.hang_up()
    assert peer.exit_status() == 0
    assert not peer.session.exists()


def test_the_engine_ends_when_its_window_hangs_up_in_the_middle_of_a_deaf_job(peer: Peer):
    peer.submit(1, Deaf(seconds=3600))
    peer.hear_a(Progressed)
    peer.hang_up()
    assert peer.exit_status() == 0
    assert not peer.session.exists()


def test_the_engine_ends_when_its_window_is_killed(tmp_path):
    """A real parent process, killed without a chance to say anything."""
    session = tmp_path / "session"
    session.mkdir(mode=0o700)
    hello = frame(Hello(PROTOCOL, build(), str(session))).hex()
    parent_program = (
        "import subprocess, sys, time\n"
        "engine = subprocess.Popen([sys.executable, '-m', 'engine', 'serve'],\n"
        "    stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
        f"engine.stdin.write(bytes.fromhex('{hello}')); engine.stdin.flush()\n"
        "engine.stdout.read(1)\n"
        "print(engine.pid, flush=True)\n"
        "time.sleep(3600)\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", parent_program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert parent.stdout is not None
    engine_pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait(PATIENCE)
    parent.stdout.close()
    deadline = time.monotonic() + PATIENCE
    while is_running(engine_pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_running(engine_pid)
    assert not session.exists()


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_ctrl_c_in_the_terminal_is_left_to_the_window(peer: Peer):
    peer.process.send_signal(signal.SIGINT)
    peer.submit(1, Echo())
    assert peer.hear_a(Finished).job == 1


def test_memory_is_given_back_between_jobs(peer: Peer):
    peer.say(Unload())
    peer.submit(1, Echo())
    assert peer.hear_a(Finished).job == 1


@pytest.mark.parametrize(
    ("protocol", "its_build"), [(PROTOCOL + 1, build()), (PROTOCOL, "another")]
)
def test_a_window_of_another_version_is_refused(silent_peer: Peer, protocol, its_build):
    silent_peer.say(Hello(protocol, its_build, str(silent_peer.session)))
    refused = silent_peer.hear()
    assert isinstance(refused, Refused)
    assert refused.error.hint
    assert silent_peer.exit_status() == 2


def test_a_window_that_does_not_say_hello_is_refused(silent_peer: Peer):
    silent_peer.submit(1, Echo())
    assert isinstance(silent_peer.hear(), Refused)
    assert silent_peer.exit_status() == 2


def test_a_session_directory_that_others_may_enter_is_refused(silent_peer: Peer):
    silent_peer.session.chmod(0o755)
    silent_peer.greet()
    assert isinstance(silent_peer.hear(), Refused)
    assert silent_peer.session.exists()


def test_a_window_that_dies_before_hello_ends_the_engine(silent_peer: Peer):
    silent_peer.hang_up()
    assert silent_peer.exit_status() == 0


@pytest.mark.parametrize(
    "nonsense",
    [
        b"\xff\xff\xff\xff",
        b"\0\0\0\x02{}",
        frame(Hello(PROTOCOL, build(), "again")),
        frame(Submit(7, Echo())) * 2,
    ],
)
def test_a_broken_stream_ends_the_conversation(peer: Peer, nonsense):
    peer.say_bytes(nonsense)
    assert any(isinstance(message, Refused) for message in peer.hear_rest())
    assert peer.exit_status() == 2
    assert not peer.session.exists()
