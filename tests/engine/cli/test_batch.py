from pathlib import Path

import pytest

from engine.cli.batch import planned
from engine.errors import BadFileError, UsageError

READABLE = frozenset({".png", ".jpg"})


def plan(inputs, output, ending=".psd"):
    return planned([str(one) for one in inputs], str(output), ending=ending, readable=READABLE)


def folder_with(tmp_path, *names):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes(b"x")
    return folder


def test_one_file_goes_to_the_named_output(tmp_path):
    works, is_batch = plan([tmp_path / "a.png"], tmp_path / "b.psd")
    assert not is_batch
    assert works[0].target == tmp_path / "b.psd"


def test_a_folder_is_a_batch_of_the_pictures_in_it_in_order(tmp_path):
    folder = folder_with(tmp_path, "b.png", "a.PNG", "notes.txt")
    works, is_batch = plan([folder], tmp_path / "out")
    assert is_batch
    assert [work.target.name for work in works] == ["a.psd", "b.psd"]


def test_pictures_of_one_name_do_not_overwrite_each_other(tmp_path):
    folder = folder_with(tmp_path, "a.jpg", "a.png")
    works, _ = plan([folder, folder / "a.png"], tmp_path / "out")
    targets = [work.target for work in works]
    assert len(set(targets)) == 3


def test_a_folder_of_layers_is_one_input(tmp_path):
    folder = folder_with(tmp_path, "manifest.json", "line.png")
    works, is_batch = plan([folder], tmp_path / "a.psd")
    assert not is_batch
    assert works[0].source == folder


def test_an_empty_folder_and_a_file_as_target_are_errors(tmp_path):
    folder = folder_with(tmp_path)
    with pytest.raises(BadFileError):
        plan([folder], tmp_path / "out")
    target = tmp_path / "one.psd"
    target.write_bytes(b"")
    with pytest.raises(UsageError):
        plan([tmp_path / "a.png", tmp_path / "b.png"], target)


def test_a_result_never_replaces_its_own_input(tmp_path):
    source = Path(tmp_path / "a.psd")
    source.write_bytes(b"x")
    with pytest.raises(UsageError):
        plan([source], source)
