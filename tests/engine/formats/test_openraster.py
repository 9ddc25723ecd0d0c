"""OpenRaster: what the format holds comes back, what it does not hold is said and drawn."""

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from engine.compositor.composite import flatten
from engine.document.geometry import Size
from engine.document.model import BlendMode, Document, GroupLayer, LayerId, Mask, Role
from engine.document.raster import raster_from_array
from engine.errors import BadFileError
from engine.formats.files import open_document, save_document
from engine.progress import Progress
from tests.engine.formats.documents import noise, pixel_layer, visibly

PROFILE = b"\0" * 16 + b"RGB " + b"\0" * 120


def sample(dtype=np.uint8):
    paper = pixel_layer(noise(1, 140, 150, dtype), number=1, name="紙 <&>")
    shade = pixel_layer(
        noise(2, 90, 100, dtype), number=2, left=-20, top=40, name="Shade",
        blend=BlendMode.MULTIPLY, opacity=0.3, role=Role.SHADOW,
    )  # fmt: skip
    burnt = pixel_layer(noise(3, 9, 9, dtype), number=3, name="", blend=BlendMode.LINEAR_BURN)
    hidden = replace(burnt, id=LayerId(6), visible=False, blend=BlendMode.LINEAR_DODGE)
    inner = GroupLayer(id=LayerId(4), name="Alone", layers=(burnt, hidden), blend=BlendMode.NORMAL)
    outer = GroupLayer(id=LayerId(5), name="Through", layers=(shade, inner))
    return Document(
        size=Size(150, 140), layers=(paper, outer), depth=8 if dtype == np.uint8 else 16, next_id=7
    )


def numbered(document):
    """Ids are not kept: the same for both."""
    return visibly(replace(document, layers=_without_ids(document.layers), next_id=1))


def _without_ids(layers):
    return tuple(
        replace(one, id=LayerId(0), **({"layers": _without_ids(one.layers)} if inside else {}))
        for one in layers
        for inside in [isinstance(one, GroupLayer)]
    )


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_what_the_format_holds_comes_back(dtype, tmp_path):
    save_document(sample(dtype), tmp_path / "a.ora", Progress.silent())
    found = open_document(tmp_path / "a.ora", Progress.silent())
    assert numbered(found.document) == numbered(sample(dtype))
    assert found.warnings == ()
    assert np.array_equal(flatten(found.document), flatten(sample(dtype)))


def test_the_zip_is_laid_out_as_the_format_says(tmp_path):
    document = replace(sample(), resolution=300.0)
    warnings = save_document(document, tmp_path / "a.ora", Progress.silent())
    assert any("Normal" in warning for warning in warnings)  # linear burn elsewhere
    with zipfile.ZipFile(tmp_path / "a.ora") as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"image/openraster"
        root = ElementTree.fromstring(archive.read("stack.xml"))
        merged = np.asarray(Image.open(io.BytesIO(archive.read("mergedimage.png"))).convert("RGBA"))
        thumbnail = Image.open(io.BytesIO(archive.read("Thumbnails/thumbnail.png")))
    assert root.attrib["w"] == "150" and root.attrib["xres"] == "300"
    outer, paper = root.find("stack")
    assert (paper.get("name"), outer.get("isolation")) == ("紙 <&>", "auto")
    inner, shade = outer
    assert inner.get("isolation") == "isolate"
    assert (shade.get("composite-op"), shade.get("x"), shade.get("y")) == (
        "svg:multiply",
        "-20",
        "40",
    )
    assert np.array_equal(merged, flatten(document))
    assert max(thumbnail.size) <= 256


def test_masks_and_clipping_become_alpha_and_look_the_same(tmp_path):
    opaque = noise(1, 140, 150, np.uint8)
    opaque[..., 3] = 255
    paper = pixel_layer(opaque, number=1, name="Paper")
    mask = Mask(raster_from_array(noise(2, 60, 70, np.uint8, channels=1), left=20, top=30), 0.8)
    base = pixel_layer(
        np.full((50, 60, 4), 255, np.uint8), number=2, left=30, top=20, name="Base", mask=mask
    )
    clipped = pixel_layer(noise(4, 80, 90, np.uint8), number=3, clipped=True, name="Clipped")
    masked = Document(size=Size(150, 140), layers=(paper, base), next_id=4)
    warnings = save_document(masked, tmp_path / "a.ora", Progress.silent())
    assert any("mask" in warning and "Base" in warning for warning in warnings)
    found = open_document(tmp_path / "a.ora", Progress.silent()).document
    assert np.abs(flatten(found).astype(int) - flatten(masked)).max() <= 1

    sharp = replace(masked, layers=(paper, replace(base, mask=None), clipped))
    warnings = save_document(sharp, tmp_path / "b.ora", Progress.silent())
    assert any("clipping" in warning and "Clipped" in warning for warning in warnings)
    found = open_document(tmp_path / "b.ora", Progress.silent()).document
    assert np.array_equal(flatten(found), flatten(sharp))


def test_the_profile_travels_in_the_pictures(tmp_path):
    document = replace(sample(), profile=PROFILE)
    save_document(document, tmp_path / "a.ora", Progress.silent())
    assert open_document(tmp_path / "a.ora", Progress.silent()).document.profile == PROFILE


def written(path, stack, **files):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "image/openraster")
        archive.writestr("stack.xml", stack)
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_src_atop_is_clipping_and_unknown_modes_are_normal(tmp_path):
    file = io.BytesIO()
    Image.new("RGBA", (3, 3), (1, 2, 3, 4)).save(file, "PNG")
    stack = """<image w="9" h="9"><stack>
        <layer name="t" src="p" composite-op="svg:src-atop" opacity="0.5"/>
        <layer name="b" src="p" x="2" composite-op="krita:glow"/></stack></image>"""
    opened = open_document(written(tmp_path / "a.ora", stack, p=file.getvalue()), Progress.silent())
    bottom, top = opened.document.layers
    assert (top.clipped, top.opacity, top.blend) == (True, 0.5, BlendMode.NORMAL)
    assert bottom.blend is BlendMode.NORMAL
    assert "krita:glow" in opened.warnings[0]


@pytest.mark.parametrize(
    "stack",
    [
        "",
        "<image",
        "<image w='0' h='5'><stack/></image>",
        "<image w='5' h='5'></image>",
        "<image w='5' h='5'><stack><layer src='gone.png'/></stack></image>",
        "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><image w='5' h='5'><stack/></image>",
        "<image w='5' h='5'>" + "<stack>" * 500 + "</stack>" * 500 + "</image>",
    ],
)
def test_a_damaged_stack_gives_one_sentence(stack, tmp_path):
    with pytest.raises(BadFileError, match=r"a\.ora"):
        open_document(written(tmp_path / "a.ora", stack), Progress.silent())
