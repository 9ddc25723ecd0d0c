"""Saving over the same project: only what is new is packed, only what is right is kept."""

import os
import subprocess
import sys
import zipfile
from dataclasses import replace

import numpy as np
import pytest

from engine.document.edits import with_layer
from engine.document.geometry import Size
from engine.document.model import BlendMode, Document, JobNote, LayerId
from engine.document.raster import with_pixels
from engine.document.style import Shadow, Style
from engine.errors import BadFileError
from engine.formats import leftovers, project, project_archive
from engine.formats.files import open_document, save_document
from engine.formats.leftovers import aside_name, hold, new_token
from engine.progress import Progress
from tests.engine.formats.documents import exactly, pixel_layer


def sample() -> Document:
    pixels = np.random.default_rng(1).integers(0, 256, (600, 600, 4)).astype(np.uint8)
    return Document(size=Size(600, 600), layers=(pixel_layer(pixels, number=1),), next_id=2)


def painted(document: Document, value: int) -> Document:
    layer = document.layers[0]
    dab = np.full((20, 20, 4), value, np.uint8)
    return with_layer(
        document, LayerId(1), raster=with_pixels(layer.raster, dab, left=300, top=300)
    )


def save(document, path):
    save_document(document, path, Progress.silent())


def opened(path):
    return open_document(path, Progress.silent()).document


@pytest.fixture
def packed(monkeypatch):
    """Every tile that was packed."""
    tiles = []
    real = project_archive.packed_tile

    def counted(tile):
        tiles.append(tile)
        return real(tile)

    monkeypatch.setattr(project_archive, "packed_tile", counted)
    return tiles


def test_saving_again_packs_only_what_changed(tmp_path, packed):
    path = tmp_path / "a.unflatten"
    save(sample(), path)
    assert len(packed) == 25
    packed.clear()
    save(painted(sample(), 7), path)
    assert len(packed) == 1
    assert exactly(opened(path)) == exactly(painted(sample(), 7))


def test_what_is_no_longer_used_does_not_stay_in_the_file(tmp_path):
    path = tmp_path / "a.unflatten"
    save(sample(), path)
    size = path.stat().st_size
    for value in range(40):
        save(painted(sample(), value), path)
    assert path.stat().st_size < size * 1.05


def test_damaged_bytes_of_the_older_file_are_not_taken_over(tmp_path, packed):
    path = tmp_path / "a.unflatten"
    save(sample(), path)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        third = [one for one in archive.infolist() if one.filename.startswith("tiles/")][2]
    data[third.header_offset + 200] ^= 1
    path.write_bytes(data)
    packed.clear()
    save(sample(), path)
    assert len(packed) == 1
    assert exactly(opened(path)) == exactly(sample())


@pytest.mark.parametrize(
    "older", [b"", b"PK\3\4", b"no project", b"PK\5\6" + bytes(18), None], ids=repr
)
def test_whatever_lies_there_can_be_saved_over(older, tmp_path):
    path = tmp_path / "a.unflatten"
    if older is None:
        save(sample(), path)
        path.write_bytes(path.read_bytes()[:-40])
    else:
        path.write_bytes(older)
    save(sample(), path)
    assert exactly(opened(path)) == exactly(sample())


def test_a_tile_that_is_not_what_its_name_says_is_damage(tmp_path):
    path = tmp_path / "a.unflatten"
    save(sample(), path)
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    one, two = [name for name in files if name.startswith("tiles/")][:2]
    files[one], files[two] = files[two], files[one]
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    with pytest.raises(BadFileError, match="not what its name says"):
        opened(path)


@pytest.mark.parametrize("place", [0.3, 0.9])
def test_a_disk_that_keeps_other_bytes_is_noticed_before_the_old_file_goes(
    place, tmp_path, monkeypatch
):
    path = tmp_path / "a.unflatten"
    save(sample(), path)
    before = path.read_bytes()
    real = project_archive.is_whole

    def spoiled(file, names):
        file.flush()
        size = file.tell()
        file.seek(int(size * place))
        byte = file.read(1)[0]
        file.seek(int(size * place))
        file.write(bytes([byte ^ 1]))
        return real(file, names)

    monkeypatch.setattr(project, "is_whole", spoiled)
    with pytest.raises(BadFileError, match="cannot be read back"):
        save(painted(sample(), 9), path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["a.unflatten"]


def test_a_document_that_could_not_be_opened_again_is_not_written(tmp_path):
    path = tmp_path / "a.unflatten"
    save(sample(), path)
    before = path.read_bytes()
    wrong = with_layer(sample(), LayerId(1), opacity=float("nan"))
    with pytest.raises(BadFileError, match="cannot be read back"):
        save(wrong, path)
    assert path.read_bytes() == before


def test_jobs_name_and_surround_are_kept(tmp_path):
    path = tmp_path / "a.unflatten"
    notes = (JobNote("decompose_illustration", '{"layer": 3}', 1.5e9), JobNote("x", "{}", 2e9))
    document = replace(sample(), jobs=notes, name="夕暮れ.png", surround=119)
    save(document, path)
    again = opened(path)
    assert (again.jobs, again.name, again.surround) == (notes, "夕暮れ.png", 119)


DYING = """
import os, pathlib, sys
from engine.formats.atomic import replaced_file
with replaced_file(pathlib.Path(sys.argv[1])) as file:
    file.write(bytes(1 << 20)); file.flush()
    print("half", flush=True)
    sys.stdin.read()
"""


def test_what_a_dead_writer_left_goes_at_the_next_save_and_a_living_one_keeps_its_file(tmp_path):
    path = tmp_path / "a.unflatten"
    command = [sys.executable, "-c", DYING, str(path)]

    def writer():
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert process.stdout.readline() == b"half\n"
        return process

    with writer() as dead, writer() as alive:
        dead.kill()
        dead.wait()
        parts = sorted(one.name for one in tmp_path.glob("*.part"))
        assert {f"-{one.pid}-" in name for name in parts for one in (dead, alive)} == {True, False}
        save(sample(), path)
        left = [one.name for one in tmp_path.glob(".unflatten-*")]
        assert len(left) == 1
        assert f"-{alive.pid}-" in left[0]
        alive.communicate(b"")
        assert alive.returncode == 0
    assert [one.name for one in tmp_path.iterdir()] == ["a.unflatten"]


def test_files_of_writers_elsewhere_stay_for_a_week(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(leftovers, "_host", lambda: "elsewhere")
        patch.setattr(os, "getpid", lambda: 2**22 + 5)
        foreign = tmp_path / aside_name(new_token())
    foreign.write_bytes(b"half")
    leftovers.remove_leftovers(tmp_path)
    assert foreign.exists()
    os.utime(foreign, (0, 0))
    with foreign.open("r+b") as file:
        hold(file)
        leftovers.remove_leftovers(tmp_path)
        assert foreign.exists()
    leftovers.remove_leftovers(tmp_path)
    assert not foreign.exists()


def test_a_folder_that_died_while_it_was_swapped_keeps_both_halves(tmp_path, monkeypatch):
    token = new_token()
    with monkeypatch.context() as patch:
        patch.setattr(os, "getpid", lambda: 2**22 + 5)
        new, old = tmp_path / aside_name(token), tmp_path / aside_name(token, "old")
    new.mkdir()
    old.mkdir()
    leftovers.remove_leftovers(tmp_path)
    assert new.is_dir()
    old.rmdir()
    leftovers.remove_leftovers(tmp_path)
    assert not new.exists()


def test_effects_of_layers_come_back_and_are_named_where_they_cannot(tmp_path):
    shadow = Shadow(
        is_inner=False,
        mode=BlendMode.MULTIPLY,
        opacity=0.75,
        color=(0.0, 0.1, 0.2),
        angle=120.0,
        distance=5.0,
        spread=0.0,
        size=7.0,
    )
    style = Style(effects=(shadow,), rounded=True)
    document = sample()
    document = with_layer(document, LayerId(1), style=style)
    assert save_document(document, tmp_path / "a.unflatten", Progress.silent()) == ()
    assert opened(tmp_path / "a.unflatten").layers[0].style == style
    (sentence,) = save_document(document, tmp_path / "a.zip", Progress.silent())
    assert "the effects of" in sentence
