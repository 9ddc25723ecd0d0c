"""Other readers see in our PSD what we meant: psd-tools the layers, Pillow the merged picture."""

import io
import struct
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from psd_tools import PSDImage
from psd_tools.constants import Resource, Tag

from engine.compositor.composite import flatten
from engine.document.geometry import Size
from engine.document.model import BlendMode, ColorTag, Document, GroupLayer, LayerId, Mask, Slot
from engine.document.raster import raster_from_array
from engine.document.slots import painted, slot_map_from_arrays
from engine.formats.psd.reader import read_psd
from engine.formats.psd.writer import write_psd
from engine.progress import Progress
from tests.engine.formats.documents import noise, pixel_layer

SIZE = Size(150, 140)


def saved(document, tmp_path, name="a.psd"):
    path = tmp_path / name
    assert write_psd(document, path, Progress.silent()) == ()
    return path


def sample(dtype=np.uint8, *, opaque=False):
    """Paper, then a pass-through folder with a masked and a clipped layer."""
    full = int(np.iinfo(dtype).max)
    paper = noise(1, 140, 150, dtype)
    if opaque:
        paper[..., 3] = full
    mask = Mask(raster_from_array(noise(2, 60, 70, dtype, channels=1), left=20, top=30), 200 / 255)
    shade = pixel_layer(
        noise(3, 90, 100, dtype), number=5, left=-20, top=40, name="影 💧", mask=mask
    )
    light = pixel_layer(
        noise(4, 80, 60, dtype), number=6, left=30, top=70, name="Light", clipped=True,
        opacity=128 / 255, color_tag=ColorTag.VIOLET,
    )  # fmt: skip
    folder = GroupLayer(id=LayerId(9), name="Folder", layers=(shade, light), expanded=False)
    return Document(
        size=SIZE,
        layers=(pixel_layer(paper, number=2, name="Paper"), folder),
        depth=8 if dtype == np.uint8 else 16,
        resolution=300.0,
        next_id=10,
    )


def over_white(picture):
    """H×W×4 of any depth as float RGB 0..255."""
    unit = picture.astype(np.float64) / np.iinfo(picture.dtype).max
    return 255 * (unit[..., :3] * unit[..., 3:] + 1 - unit[..., 3:])


@pytest.mark.parametrize("name", ["a.psd", "a.psb"])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_psd_tools_sees_the_same_tree(name, dtype, tmp_path):
    psd = PSDImage.open(saved(sample(dtype), tmp_path, name))
    paper, folder = list(psd)
    shade, light = list(folder)
    assert [paper.name, folder.name, shade.name, light.name] == [
        "Paper",
        "Folder",
        "影 💧",
        "Light",
    ]
    assert folder.is_group() and folder.blend_mode.name == "PASS_THROUGH"
    assert folder.tagged_blocks.get_data(Tag.SECTION_DIVIDER_SETTING).kind.name == "CLOSED_FOLDER"
    assert light.opacity == 128 and light.clipping and not shade.clipping
    assert light.tagged_blocks.get_data(Tag.SHEET_COLOR_SETTING).name == "VIOLET"
    assert [one.layer_id for one in psd.descendants()] == [2, 9, 5, 6]
    assert shade.mask.parameters.user_mask_density == 200
    assert psd.depth == (8 if dtype == np.uint8 else 16)
    assert psd.version == (2 if name.endswith("psb") else 1)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_psd_tools_reads_the_same_pixels(dtype, tmp_path):
    document = sample(dtype)
    full = np.iinfo(dtype).max
    psd = PSDImage.open(saved(document, tmp_path))
    found = next(one for one in psd.descendants() if one.name == "Light")
    light = document.layers[1].layers[1]
    area = found.bbox
    assert area == (30, 70, 90, 134)  # the lowest fifth is empty and is not stored
    want = noise(4, 80, 60, dtype)[:64]
    assert light.raster is not None
    got = np.rint(found.numpy().astype(np.float64) * full).astype(dtype)
    assert np.array_equal(got, want)


@pytest.mark.parametrize(
    "mode",
    [
        BlendMode.NORMAL,
        BlendMode.MULTIPLY,
        BlendMode.SCREEN,
        BlendMode.OVERLAY,
        BlendMode.DARKEN,
        BlendMode.LIGHTEN,
        BlendMode.HARD_LIGHT,
        BlendMode.LINEAR_DODGE,
        BlendMode.DIFFERENCE,
        BlendMode.EXCLUSION,
    ],
)
def test_psd_tools_composites_the_same_picture(mode, tmp_path):
    document = sample(opaque=True)
    folder = document.layers[1]
    shade = replace(folder.layers[0], blend=mode)
    # psd-tools is wrong about clipping to soft alpha, so it may not judge that.
    light = replace(folder.layers[1], clipped=False)
    document = replace(
        document, layers=(document.layers[0], replace(folder, layers=(shade, light)))
    )
    psd = PSDImage.open(saved(document, tmp_path))
    drawn = np.asarray(psd.composite(ignore_preview=True, apply_icc=False).convert("RGBA"))
    assert np.abs(over_white(drawn) - over_white(flatten(document))).max() <= 2


@pytest.mark.parametrize("opaque", [True, False])
def test_pillow_shows_the_merged_picture(opaque, tmp_path):
    document = sample(opaque=opaque)
    with Image.open(saved(document, tmp_path)) as image:
        merged = np.asarray(image)
        assert image.mode == ("RGB" if opaque else "RGBA")
    picture = flatten(document)
    # Stored over white, as Photoshop does: what is drawn over black must not be read twice.
    assert np.abs(merged[..., :3] - over_white(picture)).max() <= 0.5
    if not opaque:
        assert np.array_equal(merged[..., 3], picture[..., 3])


def test_the_merged_picture_of_16_bit_is_the_flattened_document(tmp_path):
    document = sample(np.uint16, opaque=True)
    stored = PSDImage.open(saved(document, tmp_path)).numpy()
    picture = flatten(document)
    assert stored.shape == (140, 150, 3)
    assert np.array_equal(np.rint(stored * 65535).astype(np.uint16), picture[..., :3])


def test_resources_are_those_that_photoshop_writes(tmp_path):
    profile = b"\0" * 16 + b"RGB " + b"\0" * 120
    psd = PSDImage.open(saved(replace(sample(), profile=profile), tmp_path))
    resources = psd.image_resources
    assert resources.get_data(Resource.ICC_PROFILE) == profile
    assert resources.get_data(Resource.RESOLUTION_INFO).horizontal == 300 * 65536
    assert resources.get_data(Resource.VERSION_INFO).has_composite
    thumbnail = resources.get_data(Resource.THUMBNAIL_RESOURCE)
    assert (thumbnail.fmt, thumbnail.width, thumbnail.height) == (1, 150, 140)
    with Image.open(io.BytesIO(thumbnail.data)) as small:
        assert small.size == (150, 140)
        shown = np.asarray(small.convert("RGB")).astype(float)
    want = over_white(flatten(sample()))
    assert np.abs(shown - want).mean() < 40  # JPEG of noise, but of this noise
    assert np.corrcoef(shown.ravel(), want.ravel())[0, 1] > 0.8


def test_psb_begins_behind_thirty_thousand_pixels_whatever_the_ending(tmp_path):
    dot = pixel_layer(np.full((1, 1, 4), 255, np.uint8), left=30_000)
    path = tmp_path / "wide.psd"
    document = Document(size=Size(30_001, 1), layers=(dot,), next_id=2)
    (warning,) = write_psd(document, path, Progress.silent())
    assert "PSB" in warning
    assert struct.unpack(">H", path.read_bytes()[4:6]) == (2,)
    assert PSDImage.open(path)[0].bbox == (30_000, 0, 30_001, 1)
    smaller = Document(size=Size(30_000, 1), layers=(), next_id=1)
    assert write_psd(smaller, path, Progress.silent()) == ()
    assert struct.unpack(">H", path.read_bytes()[4:6]) == (1,)


def test_slots_survive_until_somebody_paints_on_the_layer(tmp_path):
    ids = np.full((20, 20), 4, np.uint16)
    slots = slot_map_from_arrays(
        (Slot(4, "skin", (200, 150, 100), (200, 150, 100)),), ids, ids, np.zeros((20, 20), np.uint8)
    )
    flat = pixel_layer(np.zeros((1, 1, 4), np.uint8), name="Flat")
    flat = replace(flat, slots=slots, raster=painted(slots, np.full((20, 20), 255, np.uint8)))
    document = Document(size=Size(20, 20), layers=(flat,), next_id=2)
    path = saved(document, tmp_path)
    assert read_psd(path, Progress.silent())[0].layers[0].slots is not None

    repainted = replace(flat, raster=raster_from_array(np.full((20, 20, 4), 255, np.uint8)))
    elsewhere = saved(replace(document, layers=(repainted,)), tmp_path, "elsewhere.psd")
    elsewhere.write_bytes(with_resource_of(elsewhere.read_bytes(), path))
    found, warnings = read_psd(elsewhere, Progress.silent())
    assert found.layers[0].slots is None
    assert any("colour slots" in warning for warning in warnings)


def with_resource_of(data, path):
    """The PSD `data` with our own resource of the file `path` as its only one."""
    private = PSDImage.open(path).image_resources.get(4919).data
    private = private if isinstance(private, bytes) else private.value
    resource = b"8BIM" + struct.pack(">HHI", 4919, 0, len(private)) + private
    resource += bytes(len(private) & 1)
    start = 26 + 4
    (length,) = struct.unpack(">I", data[start : start + 4])
    return data[:start] + struct.pack(">I", len(resource)) + resource + data[start + 4 + length :]
