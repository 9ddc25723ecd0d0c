"""The old file stays whole whatever goes wrong while the new one is written."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.document.geometry import Size
from engine.document.model import Document
from engine.errors import BadFileError
from engine.formats import atomic
from engine.formats.atomic import replaced_file, replaced_folder, write_atomically
from engine.formats.files import LAYERED_WRITERS, open_document, save_document
from engine.progress import JobCancelled, Progress
from tests.engine.formats.documents import pixel_layer


def left_over(folder):
    return sorted(one.name for one in folder.iterdir())


def document():
    pixels = np.random.default_rng(0).integers(0, 256, (300, 300, 4)).astype(np.uint8)
    return Document(size=Size(300, 300), layers=(pixel_layer(pixels),), next_id=2)


def test_a_file_is_replaced_when_all_went_well(tmp_path):
    path = tmp_path / "a.psd"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert left_over(tmp_path) == ["a.psd"]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.psd").write_bytes(b"old")
    (tmp_path / "link.psd").symlink_to(tmp_path / "real.psd")
    write_atomically(tmp_path / "link.psd", b"new")
    assert (tmp_path / "link.psd").is_symlink()
    assert (tmp_path / "real.psd").read_bytes() == b"new"


def test_an_exception_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "a.psd"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), replaced_file(path) as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert path.read_bytes() == b"old"
    assert left_over(tmp_path) == ["a.psd"]


@pytest.mark.parametrize("ending", [ending for ending in LAYERED_WRITERS if ending])
def test_a_full_disk_is_one_sentence_and_the_old_file_stays(ending, tmp_path, monkeypatch):
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"old")

    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(atomic.os, "fsync", full)
    with pytest.raises(BadFileError, match="the disk is full") as caught:
        save_document(document(), path, Progress.silent())
    assert f"a{ending}" in str(caught.value)
    assert path.read_bytes() == b"old"
    assert left_over(tmp_path) == [f"a{ending}"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_disk_that_fills_while_writing_is_reported_like_that(tmp_path):
    with (
        pytest.raises(BadFileError, match="the disk is full"),
        replaced_file(tmp_path / "a") as file,
    ):
        full = os.open("/dev/full", os.O_WRONLY)
        os.dup2(full, file.fileno())
        os.close(full)
        file.write(bytes(1 << 20))
    assert left_over(tmp_path) == []


@pytest.mark.parametrize("ending", list(LAYERED_WRITERS))
def test_a_cancelled_save_leaves_what_was_there(ending, tmp_path):
    path = tmp_path / f"a{ending}"
    save_document(document(), path, Progress.silent())
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    calls = iter(range(1000))
    progress = Progress(is_cancelled=lambda: next(calls) >= 1)
    with pytest.raises(JobCancelled):
        save_document(document(), path, progress)
    after = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    assert after == before


def test_a_folder_is_swapped_as_a_whole(tmp_path):
    target = tmp_path / "layers"
    with replaced_folder(target) as folder:
        (folder / "a").write_bytes(b"1")
    with replaced_folder(target) as folder:
        (folder / "b").write_bytes(b"2")
    assert left_over(target) == ["b"]
    with pytest.raises(ZeroDivisionError), replaced_folder(target) as folder:
        (folder / "c").write_bytes(b"3")
        raise ZeroDivisionError
    assert left_over(target) == ["b"]
    assert left_over(tmp_path) == ["layers"]


def test_when_the_new_folder_cannot_move_in_the_old_one_comes_back(tmp_path, monkeypatch):
    target = tmp_path / "layers"
    with replaced_folder(target) as folder:
        (folder / "a").write_bytes(b"1")
    replace = Path.replace

    def refused(self, other):
        if self.name.endswith(".part"):
            raise PermissionError(errno.EACCES, "refused")
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(BadFileError, match="may not be written"), replaced_folder(target) as folder:
        (folder / "b").write_bytes(b"2")
    assert left_over(target) == ["a"]
    assert left_over(tmp_path) == ["layers"]


def test_a_kill_in_the_middle_of_saving_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.psd"
    save_document(document(), path, Progress.silent())
    before = path.read_bytes()
    code = (
        "import sys, pathlib\n"
        "from engine.formats.atomic import replaced_file\n"
        "with replaced_file(pathlib.Path(sys.argv[1])) as file:\n"
        "    file.write(bytes(1 << 20))\n"
        "    file.flush()\n"
        "    print('half', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as saving:
        assert saving.stdout.readline().strip() == b"half"
        saving.kill()
    assert path.read_bytes() == before
    assert open_document(path, Progress.silent()).document.size == Size(300, 300)


def test_places_that_do_not_exist_or_are_folders_are_one_sentence(tmp_path):
    with pytest.raises(BadFileError, match="folder does not exist"):
        write_atomically(tmp_path / "no" / "a.psd", b"")
    (tmp_path / "b.psd").mkdir()
    with pytest.raises(BadFileError, match="a folder of that name"):
        write_atomically(tmp_path / "b.psd", b"")
    with pytest.raises(BadFileError, match="name is too long"):
        write_atomically(tmp_path / ("x" * 300 + ".psd"), b"")
