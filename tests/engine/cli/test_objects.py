"""`unflatten lift` and `unflatten compose` as a shell sees them."""

import json

import cv2
import numpy as np
import pytest

from engine.cli.run import run


@pytest.fixture
def scene(tmp_path):
    """A red ball on a green, grainy ground."""
    pixels = np.random.default_rng(1).normal((70, 140, 80), 4, (150, 200, 3)).clip(0, 255)
    cv2.circle(pixels, (90, 70), 40, (40, 40, 200), -1, cv2.LINE_AA)
    path = tmp_path / "scene.png"
    assert cv2.imwrite(str(path), pixels.astype(np.uint8))
    return path


@pytest.fixture
def mask(tmp_path):
    marked = np.zeros((150, 200), np.uint8)
    cv2.circle(marked, (90, 70), 40, 255, -1)
    path = tmp_path / "mask.png"
    assert cv2.imwrite(str(path), marked)
    return path


@pytest.fixture
def ball(tmp_path):
    pixels = np.zeros((60, 60, 4), np.uint8)
    cv2.circle(pixels, (30, 30), 28, (30, 30, 220, 255), -1)
    path = tmp_path / "ball.png"
    assert cv2.imwrite(str(path), pixels)
    return path


def manifest(folder):
    return json.loads((folder / "manifest.json").read_text())


def test_lift_gives_layers_that_add_up(scene, mask, tmp_path, capsys):
    out = tmp_path / "out"
    assert run(["lift", str(scene), "--mask", str(mask), "-o", str(out)]) == 0
    assert "add up" in capsys.readouterr().out
    roles = [layer["role"] for layer in manifest(out)["layers"]]
    assert roles[0] == "background" and roles[-1] == "object"
    before = cv2.imread(str(scene))
    behind = cv2.imread(str(out / manifest(out)["layers"][0]["file"]))
    away = cv2.dilate(cv2.imread(str(mask), 0), np.ones((9, 9))) == 0
    assert np.array_equal(before[away], behind[away])
    assert behind[70, 90, 1] > 100  # the ball is gone
    assert run(["check", str(out), str(scene)]) == 0


def test_compose_sets_the_object_into_its_box(scene, ball, tmp_path):
    out = tmp_path / "out.png"
    arguments = ["compose", str(scene), "--object", str(ball), "--box", "130,90,190,140"]
    assert run([*arguments, "-o", str(out)]) == 0
    before, after = cv2.imread(str(scene)), cv2.imread(str(out))
    assert after[115, 160, 2] > after[115, 160, 1]
    assert np.array_equal(before[:60, :100], after[:60, :100])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--box", "500,500,600,600"], "outside the picture"),
        (["--box", "1,2,3"], "X0,Y0,X1,Y1"),
        (["--point", "900,3"], "outside the picture"),
        (["--point", "here"], "X,Y"),
        (["--mask", "nowhere.png"], "nowhere.png"),
    ],
)
def test_lift_says_what_is_wrong_with_a_place(scene, tmp_path, arguments, message, capsys):
    out = tmp_path / "out.psd"
    assert run(["lift", str(scene), "-o", str(out), *arguments]) in (2, 3)
    shown = capsys.readouterr().err
    assert message in shown and "Traceback" not in shown
    assert not out.exists()


def test_text_needs_a_model(scene, tmp_path, capsys):
    assert run(["lift", str(scene), "-o", str(tmp_path / "o.psd"), "--text", "the ball"]) == 4
    assert "--point" in capsys.readouterr().err


def test_compose_wants_an_object_that_is_cut_out(scene, tmp_path, capsys):
    arguments = ["compose", str(scene), "--object", str(scene), "--box", "0,0,50,50"]
    assert run([*arguments, "-o", str(tmp_path / "o.psd")]) == 2
    assert "unflatten lift" in capsys.readouterr().err
