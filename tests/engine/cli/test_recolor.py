"""`unflatten recolor` as a shell sees it."""

import json

import cv2
import numpy as np
import pytest

from engine.cli.run import run
from engine.recolor.palette_files import Palette, Swatch, written

COLORS = ((220, 90, 60), (60, 110, 210), (240, 235, 215))


def flat_picture(colors=COLORS):
    """Two discs on paper with anti-aliased borders, RGB uint8."""
    big = np.zeros((800, 960), np.uint8) + 2
    cv2.circle(big, (300, 400), 220, 0, -1)
    cv2.circle(big, (620, 380), 200, 1, -1)
    whole = np.array(colors, np.float64)[big].reshape(100, 8, 120, 8, 3).mean((1, 3))
    return np.floor(whole + 0.5).astype(np.uint8)


def write(path, picture):
    assert cv2.imwrite(str(path), picture[..., ::-1])
    return path


def read(path):
    return cv2.imread(str(path), cv2.IMREAD_COLOR)[..., ::-1].astype(int)


def layers_of(path, capsys):
    capsys.readouterr()
    assert run(["info", str(path), "--json"]) == 0
    return json.loads(capsys.readouterr().out)["layers"]


@pytest.fixture
def picture(tmp_path):
    return write(tmp_path / "flat.png", flat_picture())


def recolor(*arguments):
    return run(["recolor", *map(str, arguments)])


def test_a_flat_picture_is_recoloured_as_if_it_had_been_painted_so(picture, tmp_path):
    out = tmp_path / "out.png"
    assert recolor(picture, "-o", out, "--map", "#dc5a3c=#14a050") == 0
    wanted = flat_picture(((0x14, 0xA0, 0x50), *COLORS[1:])).astype(int)
    before, after = read(picture), read(out)
    # Where both discs and the paper meet in one pixel, no mixture of two is exact.
    assert (np.abs(after - wanted).max(-1) <= 2).mean() > 0.999
    same = (wanted == before).all(-1)
    assert same.mean() > 0.5
    assert np.array_equal(after[same], before[same])


def test_a_palette_goes_by_name_where_names_fit(picture, tmp_path, capsys):
    palette = tmp_path / "night.gpl"
    swatch = Swatch("colour 2", (10 * 257, 20 * 257, 90 * 257))
    palette.write_bytes(written(Palette("night", (swatch,)), ".gpl"))
    out = tmp_path / "out.unflatten"
    assert recolor(picture, "-o", out, "--palette", palette) == 0
    (layer,) = layers_of(out, capsys)
    colors = {slot["name"]: slot["color"] for slot in layer["slots"]}
    assert colors["Colour 2"] == [10, 20, 90]
    assert sum(tuple(color) in COLORS for color in colors.values()) == 2


@pytest.mark.parametrize("ending", [".gpl", ".ase", ".aco", ".png"])
def test_palettes_of_every_kind_are_matched_to_the_slots(picture, tmp_path, capsys, ending):
    new = ((200, 40, 90), (30, 160, 120), (20, 24, 40))
    swatches = tuple(Swatch("", tuple(v * 257 for v in one)) for one in new)
    palette = tmp_path / f"p{ending}"
    palette.write_bytes(written(Palette("p", swatches), ending))
    out = tmp_path / "out.psd"
    assert recolor(picture, "-o", out, "--palette", palette) == 0
    (layer,) = layers_of(out, capsys)
    assert sorted(tuple(slot["color"]) for slot in layer["slots"]) == sorted(new)


def test_a_reference_gives_its_colours_and_ways_differ(picture, tmp_path):
    reference = write(
        tmp_path / "reference.png", flat_picture(((250, 200, 40), (120, 30, 140), (30, 40, 60)))
    )
    shown = []
    for way in (1, 2):
        out = tmp_path / f"{way}.png"
        assert recolor(picture, "-o", out, "--like", reference, "--way", way) == 0
        shown.append(read(out))
    assert not np.array_equal(shown[0], shown[1])
    seen = {tuple(one) for one in shown[0].reshape(-1, 3).tolist()}
    assert {(250, 200, 40), (120, 30, 140), (30, 40, 60)} <= seen


@pytest.mark.parametrize("ending", ["psd", "unflatten"])
def test_variants_are_hidden_groups_and_the_new_one_is_seen(picture, tmp_path, capsys, ending):
    out, plain = tmp_path / f"out.{ending}", tmp_path / "plain.png"
    assert recolor(picture, "-o", out, "--map", "#dc5a3c=#14a050", "--variants") == 0
    recolor(picture, "-o", plain, "--map", "#dc5a3c=#14a050")
    layers = layers_of(out, capsys)
    assert [layer["name"] for layer in layers] == ["flat · Map", "flat · Original"]
    assert [layer["visible"] for layer in layers] == [True, False]
    shown = tmp_path / "shown.png"
    assert run(["flatten", str(out), "-o", str(shown)]) == 0
    assert np.array_equal(read(shown), read(plain))


def test_variants_of_a_decomposition_copy_its_group(tmp_path, capsys):
    picture = flat_picture()
    cv2.circle(picture, (38, 50), 28, (15, 10, 12), 2, cv2.LINE_AA)
    source, out = tmp_path / "a.psd", tmp_path / "b.psd"
    run(["decompose", str(write(tmp_path / "a.png", picture)), "-o", str(source)])
    (group,) = layers_of(source, capsys)
    old = "#{:02x}{:02x}{:02x}".format(*group["layers"][0]["slots"][0]["color"])
    assert recolor(source, "-o", out, "--map", f"{old}=#14a050", "--variants") == 0
    groups = layers_of(out, capsys)
    assert [one["visible"] for one in groups] == [True, False]
    assert [len(one["layers"]) for one in groups] == [len(group["layers"])] * 2
    assert groups[1]["layers"][0]["slots"][0]["color"] == group["layers"][0]["slots"][0]["color"]


def test_a_painted_picture_is_refused_and_reduced_on_demand(tmp_path, capsys):
    rows, columns = np.mgrid[:90, :120]
    picture = np.stack([rows * 2, columns * 2, rows + columns], -1).astype(np.uint8)
    source, out = write(tmp_path / "painted.png", picture), tmp_path / "out.psd"
    assert recolor(source, "-o", out, "--map", "#000000=#ffffff") == 2
    assert "painted" in capsys.readouterr().err
    assert not out.exists()
    reference = write(tmp_path / "r.png", flat_picture())
    assert recolor(source, "-o", out, "--like", reference, "--reduce") == 0


def test_a_batch_goes_on_after_a_bad_file(picture, tmp_path, capsys):
    bad, folder = tmp_path / "bad.png", tmp_path / "out"
    bad.write_bytes(b"nothing")
    second = write(tmp_path / "second.png", flat_picture())
    call = (picture, bad, second, "-o", folder, "--map", "#dc5a3c=#14a050", "--format", "ora")
    assert recolor(*call) == 3
    assert sorted(one.name for one in folder.iterdir()) == ["flat.ora", "second.ora"]
    assert "bad.png" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["gone.gpl", "gone.png"])
def test_a_palette_that_is_not_there_is_one_sentence(picture, tmp_path, capsys, name):
    assert recolor(picture, "-o", tmp_path / "o.psd", "--palette", tmp_path / name) == 3
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_the_input_is_never_replaced(picture):
    assert recolor(picture, "-o", picture, "--map", "#dc5a3c=#14a050") == 2
