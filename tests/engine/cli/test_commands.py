"""The commands as a shell sees them: arguments in, files, exit status and one sentence out."""

import json
import subprocess
import sys

import cv2
import numpy as np
import pytest

from engine.cli.run import run


def drawing(*, height=90, width=120, seed=0):
    """Flat shapes with a dark outline, RGB uint8."""
    rng = np.random.default_rng(seed)
    picture = np.full((height, width, 3), 250, np.uint8)
    for _ in range(3):
        center = (int(rng.integers(20, width - 20)), int(rng.integers(20, height - 20)))
        color = tuple(int(c) for c in rng.integers(60, 230, 3))
        cv2.circle(picture, center, 18, color, -1, cv2.LINE_AA)
        cv2.circle(picture, center, 18, (15, 10, 12), 2, cv2.LINE_AA)
    return picture


def write(path, picture):
    assert cv2.imwrite(str(path), picture[..., ::-1])
    return path


@pytest.fixture
def picture(tmp_path):
    return write(tmp_path / "drawing.png", drawing())


@pytest.mark.parametrize("output", ["a.psd", "a.ora", "a.unflatten", "a.zip", "folder"])
def test_decompose_writes_layers_that_add_up_in_every_format(picture, tmp_path, output, capsys):
    target = tmp_path / output
    assert run(["decompose", str(picture), "-o", str(target), "--as", "illustration"]) == 0
    assert "the layers add up" in capsys.readouterr().out
    assert run(["check", str(target), str(picture)]) == 0


def test_the_psd_holds_the_four_production_layers(picture, tmp_path, capsys):
    target = tmp_path / "a.psd"
    run(["decompose", str(picture), "-o", str(target)])
    capsys.readouterr()
    assert run(["info", str(target), "--json"]) == 0
    (group,) = json.loads(capsys.readouterr().out)["layers"]
    assert [layer["name"] for layer in group["layers"]][:4] == [
        "Flat colour",
        "Shadow",
        "Highlight",
        "Line art",
    ]
    assert [layer["role"] for layer in group["layers"]][:4] == [
        "flat",
        "shadow",
        "highlight",
        "line",
    ]
    assert [layer["clipped"] for layer in group["layers"]][:4] == [False, True, True, False]
    assert group["layers"][0]["slots"]


def test_a_batch_goes_on_after_a_bad_file(tmp_path, capsys):
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder / "a.png", drawing(seed=1))
    (folder / "b.png").write_bytes(b"not a picture")
    write(folder / "c.png", drawing(seed=2))
    status = run(["decompose", str(folder), "-o", str(tmp_path / "out")])
    assert status == 3
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["a.psd", "c.psd"]
    assert "b.png" in capsys.readouterr().err


def test_the_report_holds_the_sum_check(picture, tmp_path):
    report = tmp_path / "r.json"
    run(["decompose", str(picture), "-o", str(tmp_path / "a.psd"), "--report", str(report)])
    found = json.loads(report.read_text())
    assert found["max_difference"] <= 1
    assert found["share_within_one"] == 1
    assert found["slots"] >= 2


def test_json_lines_tell_progress_and_result(picture, tmp_path, capsys):
    run(["decompose", str(picture), "-o", str(tmp_path / "a.psd"), "--json"])
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert events[-1]["event"] == "result"
    assert events[-1]["share_within_one"] == 1


def test_check_fails_for_another_picture(picture, tmp_path, capsys):
    other = write(tmp_path / "other.png", drawing(seed=5))
    assert run(["check", str(picture), str(other)]) == 1
    assert "max" in capsys.readouterr().out


def test_check_fails_for_another_size(picture, tmp_path, capsys):
    other = write(tmp_path / "other.png", drawing(height=91))
    assert run(["check", str(picture), str(other)]) == 1
    assert "sizes differ" in capsys.readouterr().out


def test_flatten_returns_the_picture(picture, tmp_path):
    run(["decompose", str(picture), "-o", str(tmp_path / "a.psd")])
    assert run(["flatten", str(tmp_path / "a.psd"), "-o", str(tmp_path / "flat.png")]) == 0
    flat = cv2.imread(str(tmp_path / "flat.png")).astype(int)
    assert np.abs(flat - cv2.imread(str(picture)).astype(int)).max() <= 1


def test_flatten_of_several_files_fills_a_folder(picture, tmp_path):
    two = write(tmp_path / "two.png", drawing(seed=9))
    assert run(["flatten", str(picture), str(two), "-o", str(tmp_path / "out")]) == 0
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["drawing.png", "two.png"]


def test_convert_keeps_the_layers(picture, tmp_path, capsys):
    run(["decompose", str(picture), "-o", str(tmp_path / "a.psd")])
    assert run(["convert", str(tmp_path / "a.psd"), "-o", str(tmp_path / "a.unflatten")]) == 0
    assert run(["check", str(tmp_path / "a.unflatten"), str(picture)]) == 0
    capsys.readouterr()
    run(["info", str(tmp_path / "a.unflatten")])
    assert "Line art" in capsys.readouterr().out


def slots_of(path, capsys):
    capsys.readouterr()
    run(["info", str(path), "--json"])
    (group,) = json.loads(capsys.readouterr().out)["layers"]
    return group["layers"][0]["slots"]


@pytest.mark.parametrize("ending", ["psd", "unflatten", "zip"])
def test_recolouring_a_slot_changes_its_pixels_only(picture, tmp_path, capsys, ending):
    source, target = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
    run(["decompose", str(picture), "-o", str(source)])
    slots = slots_of(source, capsys)
    old = "#{:02x}{:02x}{:02x}".format(*slots[-1]["color"])
    assert run(["recolor", str(source), "-o", str(target), "--map", f"{old}=#12c48b"]) == 0
    assert slots_of(target, capsys)[-1]["color"] == [0x12, 0xC4, 0x8B]
    flat = []
    for file in (source, target):
        run(["flatten", str(file), "-o", str(tmp_path / "flat.png")])
        flat.append(cv2.imread(str(tmp_path / "flat.png")).astype(int))
    changed = (flat[0] != flat[1]).any(-1)
    assert 0.005 < changed.mean() < 0.9


@pytest.mark.parametrize("pair", ["red=blue", "#12345=#123456", "#123456"])
def test_a_colour_change_that_is_none_is_a_usage_error(tmp_path, capsys, pair):
    assert run(["recolor", "a.psd", "-o", str(tmp_path / "b.psd"), "--map", pair]) == 2
    assert pair in capsys.readouterr().err


def test_a_colour_without_a_slot_names_the_slots_there_are(picture, tmp_path, capsys):
    source = tmp_path / "a.psd"
    run(["decompose", str(picture), "-o", str(source)])
    call = ["recolor", str(source), "-o", str(tmp_path / "b.psd"), "--map", "#010203=#ffffff"]
    assert run(call) == 2
    assert "The slots are #" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"not a picture", b"8BPS" + bytes(60)])
def test_a_bad_file_is_one_sentence_and_the_old_output_stays(tmp_path, capsys, content):
    bad, target = tmp_path / "bad.png", tmp_path / "out.psd"
    bad.write_bytes(content)
    target.write_bytes(b"keep")
    assert run(["decompose", str(bad), "-o", str(target)]) == 3
    shown = capsys.readouterr().err
    assert "bad.png" in shown
    assert len(shown.strip().splitlines()) == 1
    assert target.read_bytes() == b"keep"


def test_a_missing_file_is_exit_three(tmp_path):
    assert run(["decompose", str(tmp_path / "none.png"), "-o", str(tmp_path / "a.psd")]) == 3


def test_an_unknown_ending_is_refused_before_the_work(picture, tmp_path, capsys):
    assert run(["decompose", str(picture), "-o", str(tmp_path / "a.xyz")]) == 2
    assert ".xyz" in capsys.readouterr().err


def test_doctor_names_the_libraries(capsys):
    assert run(["doctor"]) == 0
    assert "numpy" in capsys.readouterr().out


def test_both_programs_can_be_run_as_modules(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "engine", "--version"], capture_output=True, text=True
    )
    assert done.returncode == 0
    assert done.stdout.startswith("unflatten ")
