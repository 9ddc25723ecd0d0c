"""The session directory, the log and the wire log."""

from __future__ import annotations

import subprocess
import sys
from collections import namedtuple

import msgspec
import pytest

from app.engine_link.client import EngineClient
from app.engine_link.log import TAIL_LINES, EngineLog
from app.engine_link.session_files import ROOM_NEEDED, SessionFiles, remove_stale
from app.engine_link.wire_log import WireRecord
from engine.protocol.messages import Hello, Ready, ToEngine, ToWindow
from engine.protocol.params import Echo
from tests.app.engine_link.conftest import started


def test_a_session_directory_is_private_and_removed(tmp_path):
    session = SessionFiles(tmp_path)
    assert session.directory.stat().st_mode & 0o777 == 0o700
    (session.directory / "1-inputs.places").write_bytes(b"x")
    (session.directory / "11-inputs.places").write_bytes(b"x")
    session.remove_job(1)
    assert [path.name for path in session.directory.iterdir()] == ["11-inputs.places"]
    session.remove()
    assert list(tmp_path.iterdir()) == []


def test_directories_of_dead_programs_are_removed_and_those_of_living_ones_kept(tmp_path):
    program = (
        "import os, sys; from pathlib import Path\n"
        "from app.engine_link.session_files import SessionFiles\n"
        "session = SessionFiles(Path(sys.argv[1]))\n"
        "(session.directory / 'pixels').write_bytes(b'left')\n"
        "os._exit(1)\n"
    )
    living = SessionFiles(tmp_path)
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False, timeout=30)
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 2
    remove_stale(tmp_path)
    assert [path for path in tmp_path.iterdir() if path.is_dir()] == [living.directory]
    living.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_root_that_cannot_be_written_is_an_error(tmp_path):
    with pytest.raises(OSError, match="cannot write"):
        SessionFiles(tmp_path / "missing")


def test_the_log_keeps_the_last_lines_however_they_come(tmp_path):
    log = EngineLog(None)
    text = "".join(f"line {number}\n" for number in range(500)).encode() + b"unfinished"
    for start in range(0, len(text), 7):
        log.write(text[start : start + 7])
    assert len(log.tail) == TAIL_LINES
    assert log.tail[-2:] == ("line 499", "unfinished")


def test_the_log_file_rotates(tmp_path):
    log = EngineLog(tmp_path / "logs", max_file_bytes=1000)
    for number in range(100):
        log.write(f"{number:049}\n".encode())
    log.close()
    sizes = {path.name: path.stat().st_size for path in (tmp_path / "logs").iterdir()}
    assert set(sizes) == {"engine.log", "engine.log.1"}
    assert max(sizes.values()) <= 1000
    assert (tmp_path / "logs" / "engine.log").read_text().endswith("99\n")


def test_a_log_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / "file").write_text("")
    log = EngineLog(tmp_path / "file" / "logs")
    log.write(b"still here\n")
    assert log.tail == ("still here",)


def test_the_wire_log_records_both_directions(make_client, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "log" / "wire.jsonl"
    path.parent.mkdir()
    monkeypatch.setenv("UNFLATTEN_WIRE_LOG", str(path))
    client: EngineClient = make_client()
    started(client, qtbot)
    job = client.submit(Echo("recorded"))
    qtbot.waitUntil(lambda: not job.is_open, timeout=20_000)
    client.stop()
    lines = path.read_bytes().splitlines()
    records = [msgspec.json.decode(line, type=WireRecord) for line in lines]
    down = [read(one, ToEngine) for one in records if one.to == "engine"]
    up = [read(one, ToWindow) for one in records if one.to == "window"]
    assert isinstance(down[0], Hello) and isinstance(up[0], Ready)
    assert [type(message).__name__ for message in down] == ["Hello", "Submit", "Shutdown"]
    assert type(up[-1]).__name__ == "Finished"
    assert [one.at for one in records] == sorted(one.at for one in records)


def read(record: WireRecord, kinds: object) -> object:
    return msgspec.json.decode(record.message, type=kinds)


def test_pixels_go_through_memory_when_it_has_room(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    Usage = namedtuple("Usage", "free")
    monkeypatch.setattr("shutil.disk_usage", lambda _path: Usage(ROOM_NEEDED))
    session = SessionFiles()
    assert session.directory.parent == tmp_path
    session.remove()
    monkeypatch.setattr("shutil.disk_usage", lambda _path: Usage(ROOM_NEEDED - 1))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "usual"))
    (tmp_path / "usual").mkdir()
    session = SessionFiles()
    assert session.directory.parent == tmp_path / "usual"
    session.remove()
