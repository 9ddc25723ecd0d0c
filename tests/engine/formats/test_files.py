"""One door for all files: what they are, not what they are called."""

import os

import numpy as np
import pytest

from engine.document.geometry import Size
from engine.document.model import Document
from engine.errors import BadFileError, UnsupportedError
from engine.formats.files import READABLE, open_document, require_writable, save_document
from engine.formats.images import Picture, save_picture
from engine.progress import JobCancelled, Progress
from tests.engine.formats.documents import noise, pixel_layer

LAYERED = ["a.psd", "a.psb", "a.ora", "a.unflatten", "a.zip", "folder"]
FLAT = ["a.png", "a.tif", "a.webp", "a.jpg"]


def document():
    pixels = noise(0, 50, 60, np.uint8)
    pixels[..., 3] = 255
    return Document(size=Size(60, 50), layers=(pixel_layer(pixels),), next_id=2)


@pytest.mark.parametrize("name", LAYERED + FLAT)
def test_every_format_is_known_by_its_content_whatever_it_is_called(name, tmp_path):
    path = tmp_path / name
    save_document(document(), path, Progress.silent())
    for ending in (".png", ".psd", ".unflatten", ".xyz", ""):
        if name == "folder":
            continue
        other = tmp_path / f"renamed{ending}"
        other.write_bytes(path.read_bytes())
        assert open_document(other, Progress.silent()).document.size == Size(60, 50)
    assert open_document(path, Progress.silent()).document.size == Size(60, 50)


def test_endings_may_be_capitals(tmp_path):
    save_document(document(), tmp_path / "A.PSD", Progress.silent())
    assert (tmp_path / "A.PSD").read_bytes()[:4] == b"8BPS"
    require_writable(tmp_path / "A.TIFF")


def test_unknown_endings_cannot_be_written(tmp_path):
    with pytest.raises(UnsupportedError, match=r"\.docx") as caught:
        save_document(document(), tmp_path / "a.docx", Progress.silent())
    assert ".psd" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", sorted(READABLE))
def test_what_is_not_a_picture_gives_one_sentence(ending, tmp_path):
    path = tmp_path / f"x{ending}"
    for data, what in ((b"", "empty"), (b"not a picture", "x"), (os.urandom(3000), "x")):
        path.write_bytes(data)
        with pytest.raises(BadFileError, match=what) as caught:
            open_document(path, Progress.silent())
        assert f"x{ending}" in str(caught.value)
        assert caught.value.hint


def test_missing_files_folders_and_forbidden_files_are_told_apart(tmp_path):
    with pytest.raises(BadFileError, match="does not exist"):
        open_document(tmp_path / "none.png", Progress.silent())
    with pytest.raises(BadFileError, match="does not exist"):
        open_document(tmp_path / "none" / "none.png", Progress.silent())
    with pytest.raises(BadFileError, match="folder without layers"):
        open_document(tmp_path, Progress.silent())
    with pytest.raises(BadFileError, match="not valid"):
        open_document(tmp_path / "a\0.png", Progress.silent())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.png")
    with pytest.raises(BadFileError, match="not a file"):
        open_document(tmp_path / "a.png", Progress.silent())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_without_rights_is_told(tmp_path):
    path = tmp_path / "a.png"
    save_picture(Picture(noise(0, 5, 5, np.uint8)), path, Progress.silent())
    path.chmod(0)
    with pytest.raises(BadFileError, match="may not be read"):
        open_document(path, Progress.silent())


@pytest.mark.parametrize("name", LAYERED + FLAT)
def test_opening_and_saving_report_progress_up_to_the_end_and_can_be_cancelled(name, tmp_path):
    path = tmp_path / name
    seen = []
    watched = Progress(report=lambda fraction, stage: seen.append(fraction))
    save_document(document(), path, watched)
    assert seen == sorted(seen) and seen[-1] == 1.0
    seen.clear()
    open_document(path, watched)
    assert seen == sorted(seen) and seen[-1] == 1.0
    cancelled = Progress(is_cancelled=lambda: True)
    with pytest.raises(JobCancelled):
        open_document(path, cancelled)
    with pytest.raises(JobCancelled):
        save_document(document(), path, cancelled)
