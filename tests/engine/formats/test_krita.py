from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.document.geometry import Rect
from engine.document.model import BlendMode, ColorTag, GroupLayer, Locks, PixelLayer
from engine.document.raster import pixels_of
from engine.errors import BadFileError
from engine.formats.files import open_document
from engine.formats.krita_tiles import unpack_lzf
from engine.progress import Progress
from tests.engine.formats import krita_bytes as krita_bytes_module
from tests.engine.formats.krita_bytes import KritaLayer, krita_bytes, packed_lzf

SILENT = Progress.silent()


def noise(height: int, width: int, *, top: int = 255, channels: int = 4) -> np.ndarray:
    samples = np.random.default_rng(5).integers(0, top + 1, (height, width, channels))
    samples[: height // 2] = top
    return samples


@pytest.fixture
def opened(tmp_path):
    def open_bytes(data: bytes):
        path = tmp_path / "a.kra"
        path.write_bytes(data)
        return open_document(path, SILENT)

    return open_bytes


@given(st.binary(max_size=2000) | st.binary(max_size=4).map(lambda one: one * 700))
def test_lzf_comes_back(data):
    out = np.empty(len(data), np.uint8)
    assert unpack_lzf(np.frombuffer(packed_lzf(data), np.uint8), out) == len(data)
    assert out.tobytes() == data


@given(st.binary(min_size=1, max_size=60), st.integers(0, 300))
def test_lzf_never_writes_past_its_end(data, size):
    guarded = np.full(size + 16, 77, np.uint8)
    assert unpack_lzf(np.frombuffer(data, np.uint8), guarded[:size]) <= size
    assert (guarded[size:] == 77).all()


@pytest.mark.parametrize(("space", "channels", "top"), [
    ("RGBA", 4, 255), ("RGBA16", 4, 65535), ("GRAYA", 2, 255), ("GRAYA16", 2, 65535),
])  # fmt: skip
def test_pixels_come_in_as_they_are(opened, space, channels, top):
    stored = noise(128, 192, top=top, channels=channels)
    layer = KritaLayer("線", stored, left=-64, top=64, attributes={"x": "5", "y": "-9"})
    document = opened(krita_bytes((layer,), 300, 200, space=space)).document
    assert (document.depth, document.resolution) == (8 if top == 255 else 16, 300)
    (found,) = document.layers
    assert isinstance(found, PixelLayer) and found.name == "線"
    # Blue, green, red in the file.
    expected = stored[..., [2, 1, 0, 3] if channels == 4 else [0, 0, 0, 1]].copy()
    bounds = document.size.rect.translated(-59, 55)
    shown = pixels_of(found.raster, bounds)[:128, :192]
    visible = expected[..., 3:] > 0
    assert np.array_equal(np.where(visible, shown, 0), np.where(visible, expected, 0))


def test_what_a_layer_says_of_itself(opened):
    mask = np.zeros((64, 64), np.uint8)
    mask[:, 20:] = 130
    base = KritaLayer("base", noise(64, 64))
    shade = KritaLayer("shade", noise(64, 64), mask=mask, attributes={
        "compositeop": "multiply", "opacity": "51", "visible": "0", "locked": "1",
        "colorlabel": "6", "channelflags": "1110", "channellockflags": "1110",
    })  # fmt: skip
    group = KritaLayer("group", layers=(shade, base), attributes={"passthrough": "1"})
    (found,) = opened(krita_bytes((group,), 64, 64)).document.layers
    assert isinstance(found, GroupLayer) and found.blend is BlendMode.PASS_THROUGH
    below, above = found.layers
    assert (below.name, below.clipped, below.mask) == ("base", False, None)
    assert (above.blend, above.opacity, above.visible) == (BlendMode.MULTIPLY, 0.2, False)
    assert above.clipped and above.locks == Locks(True, True, True)
    assert above.color_tag is ColorTag.RED
    assert above.mask is not None
    assert np.array_equal(pixels_of(above.mask.raster, Rect(0, 0, 64, 64)), mask)


def test_canvas_colour_and_default_pixel_fill_the_canvas(opened):
    layer = KritaLayer("blue", noise(64, 64), default=bytes([255, 0, 0, 255]))
    canvas = '<ProjectionBackgroundColor ColorData="AACAgA=="/>'  # 0, 0, 128, 128
    document = opened(krita_bytes((layer,), 100, 90, extra=canvas)).document
    backdrop, blue = document.layers
    assert pixels_of(backdrop.raster, document.size.rect)[50, 50].tolist() == [128, 0, 0, 128]
    assert pixels_of(blue.raster, document.size.rect)[80, 90].tolist() == [0, 0, 255, 255]


def test_what_cannot_be_read_is_named(opened):
    filtered = KritaLayer("Blur", attributes={"nodetype": "adjustmentlayer"})
    strange = KritaLayer("Odd", noise(64, 64), attributes={"compositeop": "gamma_light"})
    clone = KritaLayer("Twin", attributes={"nodetype": "clonelayer", "clonefromuuid": "{layer3}"})
    found = opened(krita_bytes((filtered, strange, clone), 64, 64))
    assert [layer.name for layer in found.document.layers] == ["Twin", "Odd"]
    text = " ".join(found.warnings)
    assert "filter layers are left out (Blur)" in text
    assert "gamma_light is shown as Normal (Odd)" in text
    assert "clones became copies (Twin)" in text


def test_damaged_tiles_cost_what_they_hit(opened, monkeypatch):
    whole = krita_bytes_module.tiles
    monkeypatch.setattr(krita_bytes_module, "tiles", lambda *where: whole(*where)[:-9])
    pixels = noise(64, 128)
    found = opened(krita_bytes((KritaLayer("a", pixels),), 128, 64))
    (layer,) = found.document.layers
    shown = pixels_of(layer.raster, found.document.size.rect)
    assert np.array_equal(shown[:, :64], pixels[:, :64, [2, 1, 0, 3]])
    assert not shown[:, 64:].any()
    assert found.warnings == ("Krita: some of its tiles are damaged (a).",)


def test_a_zip_cut_in_the_middle_is_refused(opened):
    data = krita_bytes((KritaLayer("a", noise(64, 64)),), 64, 64)
    with pytest.raises(BadFileError, match=r"a\.kra"):
        opened(data[: len(data) // 2])


def test_a_file_without_a_picture_is_refused(opened):
    with pytest.raises(BadFileError, match=r"a\.kra"):
        opened(krita_bytes((), 0, 5))
