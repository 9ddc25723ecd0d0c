"""The program's own file: tiles stored once, damage told, newer versions refused."""

import json
import zipfile
from dataclasses import replace

import numpy as np
import pytest

from engine.document.geometry import Size
from engine.document.model import Document, LayerId
from engine.errors import BadFileError
from engine.formats import project
from engine.formats.files import open_document, save_document
from engine.formats.project import DESCRIPTION, VERSION
from engine.progress import Progress
from tests.engine.formats.documents import exactly, noise, pixel_layer


def sample():
    layer = pixel_layer(noise(1, 300, 300, np.uint8), number=1)
    again = replace(layer, id=LayerId(2), name="Copy")
    return Document(size=Size(300, 300), layers=(layer, again), original=layer.raster, next_id=3)


def saved(tmp_path):
    path = tmp_path / "a.unflatten"
    save_document(sample(), path, Progress.silent())
    return path


def rewritten(path, change):
    """The project with its description, or some of its files, changed."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    description = json.loads(files[DESCRIPTION])
    change(description, files)
    files[DESCRIPTION] = json.dumps(description).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_tiles_that_layers_share_are_stored_once_and_come_back_shared(tmp_path):
    path = saved(tmp_path)
    with zipfile.ZipFile(path) as archive:
        tiles = [name for name in archive.namelist() if name.startswith("tiles/")]
    distinct = {tile.tobytes() for tile in sample().layers[0].raster.tiles.values()}
    assert len(tiles) == len(distinct)
    document = open_document(path, Progress.silent()).document
    one, two = document.layers
    assert all(two.raster.tiles[key] is tile for key, tile in one.raster.tiles.items())
    assert exactly(document) == exactly(sample())


def test_an_older_version_is_brought_up_to_date(tmp_path, monkeypatch):
    def older(description, _files):
        description["dots_per_inch"] = description.pop("resolution")

    path = rewritten(saved(tmp_path), older)

    def renamed(description):
        return {**description, "resolution": description["dots_per_inch"], "version": 2}

    monkeypatch.setattr(project, "VERSION", 2)
    monkeypatch.setattr(project, "_MIGRATIONS", {1: renamed})
    assert exactly(open_document(path, Progress.silent()).document) == exactly(sample())


def test_a_newer_version_is_refused_kindly(tmp_path):
    path = rewritten(saved(tmp_path), lambda found, _: found.update(version=VERSION + 1))
    with pytest.raises(BadFileError, match="newer version") as caught:
        open_document(path, Progress.silent())
    assert "Update" in caught.value.hint


def _broken_tile(_description, files):
    name = next(name for name in files if name.startswith("tiles/"))
    files[name] = files[name][: len(files[name]) // 2]


def _lost_tile(_description, files):
    files.pop(next(name for name in files if name.startswith("tiles/")))


def _nested(description, _files):
    inner = description["layers"]
    for _ in range(200):
        inner = [{**description["layers"][0], "kind": "group", "layers": inner}]
    description["layers"] = inner


@pytest.mark.parametrize(
    "change",
    [
        _broken_tile,
        _lost_tile,
        _nested,
        lambda found, _: found.update(layers=None),
        lambda found, _: found.update(width=10**7),
        lambda found, _: found.update(depth=12),
        lambda found, _: found.update(version="1"),
        lambda found, _: found.update(next_id=2),
        lambda found, _: found["layers"][0].update(opacity=-1),
        lambda found, _: found["layers"][0].update(blend="none"),
        lambda found, _: found["layers"][1].update(id=1),
        lambda found, _: found["layers"][0]["raster"].update(depth=16),
        lambda found, _: found["layers"][0]["raster"].update(tiles=[[1e9, 0, "x"]]),
        lambda found, _: found.update(profile="../outside"),
    ],
)
def test_a_damaged_project_gives_one_sentence(change, tmp_path):
    path = rewritten(saved(tmp_path), change)
    with pytest.raises(BadFileError, match=r"a\.unflatten") as caught:
        open_document(path, Progress.silent())
    assert caught.value.hint


def test_a_cut_off_project_gives_one_sentence(tmp_path):
    path = saved(tmp_path)
    data = path.read_bytes()
    for share in (0.1, 0.5, 0.99):
        path.write_bytes(data[: int(len(data) * share)])
        with pytest.raises(BadFileError, match=r"a\.unflatten"):
            open_document(path, Progress.silent())
