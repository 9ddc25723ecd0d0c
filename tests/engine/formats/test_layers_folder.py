"""The folder of PNGs: the form that other programs rely on."""

import json
import zipfile
from dataclasses import replace

import cv2
import numpy as np
import pytest

from engine.document.geometry import Size
from engine.document.model import BlendMode, Document, GroupLayer, LayerId, Role, Slot
from engine.document.slots import painted, slot_map_from_arrays
from engine.errors import BadFileError
from engine.formats.files import open_document, save_document
from engine.progress import Progress
from tests.engine.formats.documents import noise, pixel_layer, visibly


def decomposition(dtype=np.uint8):
    """Flat colour with slots, a shadow and line art in a group, as the decomposition makes them."""
    full = int(np.iinfo(dtype).max)
    ids = np.full((40, 50), 7, np.uint16)
    ids[:, 25:] = 300
    coverage = np.zeros((40, 50), np.uint8)
    coverage[:, 24:26] = 100
    colors = ((full, 0, 0), (0, full // 3, 0))
    slots = slot_map_from_arrays(
        (Slot(7, "skin", colors[0], colors[0]), Slot(300, "hair", colors[1], colors[1])),
        ids,
        np.full_like(ids, 300),
        coverage,
    )
    flat = pixel_layer(np.zeros((1, 1, 4), dtype), number=1, name="Flat colour", role=Role.FLAT)
    flat = replace(flat, slots=slots, raster=painted(slots, np.full((40, 50), full, dtype)))
    shadow = pixel_layer(
        noise(1, 20, 20, dtype), number=2, left=-5, top=30, name="Shadow",
        role=Role.SHADOW, blend=BlendMode.MULTIPLY,
    )  # fmt: skip
    line = pixel_layer(noise(2, 30, 10, dtype), number=3, left=8, top=2, role=Role.LINE)
    group = GroupLayer(id=LayerId(4), name="Cat", layers=(flat, shadow, line))
    return Document(
        size=Size(50, 40), layers=(group,), depth=8 if dtype == np.uint8 else 16, next_id=5
    )


def manifest_of(path):
    return json.loads((path / "manifest.json").read_text())


def test_the_manifest_lists_layers_bottom_to_top_with_their_roles_and_places(tmp_path):
    save_document(decomposition(), tmp_path / "out", Progress.silent())
    manifest = manifest_of(tmp_path / "out")
    assert (manifest["width"], manifest["height"]) == (50, 40)
    assert [(one["role"], one["file"], one["blend"]) for one in manifest["layers"]] == [
        ("flat", "flat.png", "normal"),
        ("shadow", "shadow.png", "multiply"),
        ("line", "line.png", "normal"),
    ]
    shadow = manifest["layers"][1]
    stored = cv2.imread(str(tmp_path / "out" / shadow["file"]), cv2.IMREAD_UNCHANGED)
    want = noise(1, 20, 20, np.uint8)[:16]
    assert (shadow["x"], shadow["y"], stored.shape) == (-5, 30, (16, 20, 4))
    assert np.array_equal(stored[..., [2, 1, 0, 3]], want)
    assert manifest["groups"][str(shadow["group"][0])]["name"] == "Cat"


def test_slots_are_pictures_of_the_canvas_with_colours_up_to_255(tmp_path):
    save_document(decomposition(np.uint16), tmp_path / "out", Progress.silent())
    slots = manifest_of(tmp_path / "out")["layers"][0]["slots"]
    assert [(one["id"], one["name"], one["rgb"]) for one in slots["palette"]] == [
        (7, "skin", [255, 0, 0]),
        (300, "hair", [0, 85, 0]),
    ]
    kinds = {"ids": np.uint16, "second": np.uint16, "coverage": np.uint8}
    found = {kind: cv2.imread(str(tmp_path / "out" / slots[kind]), -1) for kind in kinds}
    assert {kind: one.dtype for kind, one in found.items()} == kinds
    assert all(one.shape == (40, 50) for one in found.values())
    assert found["ids"][0, 0] == 7 and found["ids"][0, 30] == 300
    assert found["coverage"][0, 24] == 100 and found["second"][0, 24] == 300


def test_an_export_replaces_an_older_one_and_its_files(tmp_path):
    path = tmp_path / "out"
    save_document(decomposition(), path, Progress.silent())
    smaller = replace(decomposition(), layers=decomposition().layers[0].layers[2:])
    save_document(smaller, path, Progress.silent())
    assert sorted(one.name for one in path.iterdir()) == ["line.png", "manifest.json"]


@pytest.mark.parametrize("foreign", ["holiday.jpg", "line.png", "manifest.json"])
def test_a_folder_with_other_files_is_left_alone(foreign, tmp_path):
    path = tmp_path / "pictures"
    path.mkdir()
    (path / foreign).write_bytes(b"mine")
    with pytest.raises(BadFileError, match=foreign):
        save_document(decomposition(), path, Progress.silent())
    assert (path / foreign).read_bytes() == b"mine"
    assert [one.name for one in path.iterdir()] == [foreign]


def test_a_foreign_file_in_our_own_folder_stops_the_export_too(tmp_path):
    path = tmp_path / "out"
    save_document(decomposition(), path, Progress.silent())
    (path / "notes.txt").write_text("mine")
    with pytest.raises(BadFileError, match=r"notes\.txt"):
        save_document(decomposition(), path, Progress.silent())
    assert (path / "notes.txt").read_text() == "mine"


def test_a_minimal_manifest_by_hand_opens(tmp_path):
    cv2.imwrite(str(tmp_path / "x.png"), np.full((5, 6, 3), 9, np.uint8))
    manifest = {"width": 6, "height": 5, "layers": [{"role": "line", "file": "x.png"}]}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    document = open_document(tmp_path, Progress.silent()).document
    (layer,) = document.layers
    assert (layer.role, layer.name, document.size) == (Role.LINE, "line", Size(6, 5))


def test_an_empty_group_is_left_out_and_named(tmp_path):
    group = GroupLayer(id=LayerId(1), name="Ideas")
    document = Document(size=Size(3, 3), layers=(group,), next_id=2)
    (lost,) = save_document(document, tmp_path / "out", Progress.silent())
    assert "Ideas" in lost


@pytest.mark.parametrize(
    "change",
    [
        {"width": -1},
        {"width": 10**9},
        {"layers": [{"file": "../../etc/passwd"}]},
        {"layers": [{"file": "missing.png"}]},
        {"layers": [{"file": "manifest.json"}]},
        {"layers": 5},
        {"depth": 9},
        {"layers": [{"file": "flat.png", "blend": "sparkle"}]},
        {"layers": [{"file": "flat.png", "opacity": 7}]},
        {"layers": [{"file": "flat.png", "group": [1]}]},
        {"layers": [{"file": "flat.png", "x": 10**12}]},
        {"version": 99},
    ],
)
def test_a_damaged_manifest_gives_one_sentence(change, tmp_path):
    path = tmp_path / "out"
    save_document(decomposition(), path, Progress.silent())
    manifest = manifest_of(path) | {"groups": {}} | change
    (path / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(BadFileError) as caught:
        open_document(path, Progress.silent())
    assert caught.value.hint


def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", b" " * (100 << 20))
    with pytest.raises(BadFileError, match="too large"):
        open_document(path, Progress.silent())


def test_a_zip_holds_the_same_as_the_folder(tmp_path):
    save_document(decomposition(), tmp_path / "out", Progress.silent())
    save_document(decomposition(), tmp_path / "out.zip", Progress.silent())
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            one.name: one.read_bytes() for one in (tmp_path / "out").iterdir()
        }
    found = open_document(tmp_path / "out.zip", Progress.silent()).document
    assert visibly(found) == visibly(decomposition())
