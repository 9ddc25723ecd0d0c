from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.document.geometry import Size
from engine.document.model import BlendMode, Document, LayerId, PixelLayer
from engine.document.raster import pixels_of, raster_from_array
from engine.document.style import Shadow, Style
from engine.errors import BadFileError, UsageError
from engine.progress import JobCancelled, Progress
from engine.protocol.params import OpenFile, SaveFile
from engine.protocol.values import Inputs
from engine.tasks.files.task import open_file, save_file

SILENT = Progress.silent()


def picture() -> Document:
    pixels = np.random.default_rng(5).integers(0, 256, (40, 60, 4)).astype(np.uint8)
    raster = raster_from_array(pixels)
    layer = PixelLayer(id=LayerId(1), name="Ink", raster=raster, opacity=0.5)
    return Document(size=Size(60, 40), layers=(layer,), next_id=2)


@pytest.mark.parametrize("ending", [".psd", ".ora", ".unflatten", ".zip"])
def test_what_is_saved_opens_again(tmp_path, ending):
    path = str(tmp_path / f"picture{ending}")
    document = picture()
    save_file(SaveFile(path), Inputs(document), SILENT)
    opened = open_file(OpenFile(path), Inputs(), SILENT).document
    assert opened is not None and opened.size == document.size
    (layer,) = opened.layers
    assert layer.name == "Ink"
    before, after = (
        pixels_of(one.layers[0].raster, document.size.rect) for one in (document, opened)
    )
    visible = before[..., 3] > 0
    assert np.array_equal(before[visible], after[visible])


def test_paths_must_not_depend_on_where_the_engine_runs():
    with pytest.raises(UsageError, match="absolute"):
        open_file(OpenFile("picture.png"), Inputs(), SILENT)
    with pytest.raises(UsageError, match="absolute"):
        save_file(SaveFile("picture.psd"), Inputs(picture()), SILENT)


def test_saving_nothing_is_an_error(tmp_path):
    with pytest.raises(UsageError, match="no document"):
        save_file(SaveFile(str(tmp_path / "a.psd")), Inputs(), SILENT)


def test_a_missing_file_is_a_bad_file(tmp_path):
    with pytest.raises(BadFileError):
        open_file(OpenFile(str(tmp_path / "missing.png")), Inputs(), SILENT)


@pytest.mark.parametrize("ending", [".psd", ".ora", ".unflatten", ".zip"])
def test_a_cancelled_save_leaves_the_old_file_and_no_other(tmp_path, ending):
    path = tmp_path / f"picture{ending}"
    path.write_bytes(b"the old one")
    cancelled = Progress(is_cancelled=lambda: True)
    with pytest.raises(JobCancelled):
        save_file(SaveFile(str(path)), Inputs(picture()), cancelled)
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_written_while_a_loss_is_not_accepted(tmp_path):
    path = tmp_path / "picture.png"
    document = picture()
    other = replace(document.layers[0], id=LayerId(2))
    layered = replace(document, layers=(*document.layers, other), next_id=3)
    asked = save_file(SaveFile(str(path), ()), Inputs(layered), SILENT)
    assert asked.losses == ("A .png file is one flat picture: its layers are not kept.",)
    assert not path.exists()
    saved = save_file(SaveFile(str(path), asked.losses), Inputs(layered), SILENT)
    assert saved.losses == ()
    assert path.exists()
    assert save_file(SaveFile(str(path), ()), Inputs(document), SILENT).losses == ()


def test_effects_that_openraster_lacks_are_a_loss_there_and_none_in_a_project(tmp_path):
    document = picture()
    shadow = Shadow(
        is_inner=False,
        mode=BlendMode.MULTIPLY,
        opacity=0.5,
        color=(0.0, 0.0, 0.0),
        angle=120.0,
        distance=5.0,
        spread=0.0,
        size=5.0,
    )
    style = Style(effects=(shadow,))
    styled = replace(document, layers=(replace(document.layers[0], style=style),))
    (lost,) = save_file(SaveFile(str(tmp_path / "a.ora"), ()), Inputs(styled), SILENT).losses
    assert "“Ink”" in lost
    assert not (tmp_path / "a.ora").exists()
    project = tmp_path / "a.unflatten"
    assert save_file(SaveFile(str(project), ()), Inputs(styled), SILENT).losses == ()
    assert project.exists()
