"""PSD files of other programs: every mode, depth and compression; what is lost is said."""

import io
import struct

import numpy as np
import pytest
from PIL import Image

from engine.document.geometry import Rect, Size
from engine.document.model import BlendMode, ColorTag, GroupLayer
from engine.document.raster import content_bounds, pixels_of
from engine.document.tree import walk
from engine.errors import BadFileError
from engine.formats.psd.reader import document_of
from engine.progress import Progress
from tests.engine.formats.psd_bytes import (
    BITMAP,
    CMYK,
    GRAY,
    INDEXED,
    LAB,
    RGB,
    Layer,
    block,
    layer_info,
    psd,
    section,
)


def read(data):
    return document_of(np.frombuffer(data, np.uint8), "a.psd", Progress.silent())


def plane(seed, dtype=np.uint8, *, height=5, width=7):
    top = np.iinfo(dtype).max
    return np.random.default_rng(seed).integers(0, top + 1, (height, width)).astype(dtype)


def planes(dtype=np.uint8, *, alpha=True, height=5, width=7):
    found = {n: plane(n, dtype, height=height, width=width) for n in range(3)}
    return {-1: plane(9, dtype, height=height, width=width)} | found if alpha else found


def stacked(found):
    return np.dstack([found[0], found[1], found[2], found[-1]])


@pytest.mark.parametrize("big", [False, True])
@pytest.mark.parametrize("compression", [0, 1, 2, 3])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_every_compression_is_read(big, compression, dtype):
    found = planes(dtype, height=150, width=200)
    layer = Layer(left=-30, top=100, channels=found, compression=compression)
    depth = 8 if dtype == np.uint8 else 16
    document, warnings = read(psd((300, 300), [layer], depth=depth, big=big))
    raster = document.layers[0].raster
    assert np.array_equal(pixels_of(raster, Rect(-30, 100, 170, 250)), stacked(found))
    assert document.depth == depth
    assert warnings == ()


@pytest.mark.parametrize("compression", [0, 2, 3])
def test_32_bit_floats_are_carried_at_16_bit(compression):
    values = np.array([[-1.0, 0.0, 0.25], [0.5, 1.0, np.inf]], np.float32)
    layer = Layer(channels={0: values, 1: values, 2: values}, compression=compression)
    document, warnings = read(psd((2, 3), [layer], depth=32))
    pixels = pixels_of(document.layers[0].raster, document.size.rect)
    assert pixels[..., 0].tolist() == [[0, 0, 16384], [32768, 65535, 65535]]
    assert (pixels[..., 3] == 65535).all()
    assert any("32 bits" in warning for warning in warnings)


def test_layers_of_16_bit_documents_lie_in_a_block_of_their_own():
    found = planes(np.uint16)
    info = layer_info([Layer(name="deep", channels=found)])
    document, _ = read(psd((5, 7), depth=16, blocks=block(b"Lr16", info)))
    assert document.layers[0].name == "deep"
    assert np.array_equal(pixels_of(document.layers[0].raster, document.size.rect), stacked(found))


def test_gray_is_repeated_and_its_alpha_kept():
    layer = Layer(channels={0: plane(0), -1: plane(1)})
    document, warnings = read(psd((5, 7), [layer], mode=GRAY))
    pixels = pixels_of(document.layers[0].raster, document.size.rect)
    shown = plane(1) > 0
    assert np.array_equal(pixels[..., 1][shown], plane(0)[shown])
    assert np.array_equal(pixels[..., 3], plane(1))
    assert any("Gray" in warning for warning in warnings)


def test_cmyk_is_stored_inverted():
    full, none = np.zeros((1, 1), np.uint8), np.full((1, 1), 255, np.uint8)
    layer = Layer(channels={0: none, 1: full, 2: none, 3: none})  # magenta only
    document, _ = read(psd((1, 1), [layer], mode=CMYK))
    assert pixels_of(document.layers[0].raster, document.size.rect)[0, 0].tolist() == [
        255, 0, 255, 255,
    ]  # fmt: skip


def test_lab_becomes_srgb():
    # L* 53.2, a* 80.1, b* 67.2 (D65) is pure red; D50 values below.
    lab = [54.29, 80.81, 69.89]
    stored = [round(lab[0] * 255 / 100), round(lab[1] + 128), round(lab[2] + 128)]
    layer = Layer(channels={n: np.full((1, 1), v, np.uint8) for n, v in enumerate(stored)})
    document, _ = read(psd((1, 1), [layer], mode=LAB))
    red, green, blue, _ = pixels_of(document.layers[0].raster, document.size.rect)[0, 0]
    assert red > 250 and green < 12 and blue < 12


def test_indexed_pictures_show_their_palette():
    table = np.random.default_rng(0).integers(0, 256, (3, 256)).astype(np.uint8)
    index = plane(3)
    data = psd((5, 7), mode=INDEXED, merged=[index], color_data=table.tobytes())
    document, _ = read(data)
    pixels = pixels_of(document.layers[0].raster, document.size.rect)
    assert np.array_equal(pixels[..., :3], table.T[index])


def test_a_bitmap_is_black_ink_on_white():
    bits = np.array([[0b10100000, 0b10000000]], np.uint8)
    document, _ = read(psd((1, 9), mode=BITMAP, depth=1, merged=[bits]))
    assert pixels_of(document.layers[0].raster, document.size.rect)[0, :, 0].tolist() == [
        0, 255, 0, 255, 255, 255, 255, 255, 0,
    ]  # fmt: skip


def test_a_merged_picture_with_transparency_gets_its_colours_back():
    straight = np.random.default_rng(1).integers(0, 256, (5, 7, 4)).astype(np.uint8)
    straight[0, 0, 3] = 0
    alpha = straight[..., 3:].astype(float) / 255
    over = np.rint(straight[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)
    data = psd((5, 7), merged=[*np.moveaxis(over, 2, 0), straight[..., 3]])
    document, _ = read(data)
    pixels = pixels_of(document.layers[0].raster, document.size.rect)
    assert np.array_equal(pixels[..., 3], straight[..., 3])
    error = np.abs(pixels[..., :3].astype(float) - straight[..., :3]) * alpha
    assert error.max() <= 1


def test_a_saved_selection_is_not_transparency():
    found = [plane(n) for n in range(4)]
    names = {1006: b"\x07Alpha 1"}
    document, _ = read(psd((5, 7), merged=found, resources=names))
    assert (pixels_of(document.layers[0].raster, document.size.rect)[..., 3] == 255).all()


def test_properties_of_layers_are_read():
    unicode = "髪".encode("utf-16-be")
    blocks = (
        block(b"luni", struct.pack(">I", 1) + unicode + bytes(2))
        + block(b"lyid", struct.pack(">I", 77))
        + block(b"iOpa", bytes([128, 0, 0, 0]))
        + block(b"lclr", struct.pack(">HHHH", 5, 0, 0, 0))
        + block(b"lspf", struct.pack(">I", 0b110))
    )
    mask = struct.pack(">iiiiBB", 1, 2, 4, 6, 255, 2 | 16) + bytes([1, 100])
    found = planes() | {-2: plane(5, height=3, width=4)}
    layer = Layer(
        name="??", channels=found, blend=b"div ", opacity=51, clipping=1, flags=1 | 2 | 8,
        mask=mask, blocks=blocks,
    )  # fmt: skip
    document, warnings = read(psd((5, 7), [layer]))
    (one,) = document.layers
    assert (one.name, one.id, one.opacity, one.fill_opacity) == ("髪", 77, 0.2, 128 / 255)
    assert (one.blend, one.clipped, one.visible) == (BlendMode.COLOR_DODGE, True, False)
    assert (one.color_tag, document.next_id) == (ColorTag.BLUE, 78)
    assert (one.locks.transparency, one.locks.pixels, one.locks.position) == (True, True, True)
    assert (one.mask.enabled, one.mask.density, one.mask.raster.fill) == (False, 100 / 255, 255)
    area = Rect(2, 1, 6, 4)
    assert np.array_equal(pixels_of(one.mask.raster, area), found[-2])
    assert warnings == ()


def test_an_inverted_mask_is_turned_round():
    mask = struct.pack(">iiiiBB", 0, 0, 5, 7, 0, 4) + bytes(2)
    layer = Layer(channels=planes() | {-2: plane(5)}, mask=mask)
    document, _ = read(psd((5, 7), [layer]))
    raster = document.layers[0].mask.raster
    assert raster.fill == 255
    assert np.array_equal(pixels_of(raster, document.size.rect), 255 - plane(5))


def test_groups_nest_and_pass_through():
    stack = [
        section(3),
        Layer(name="a", channels=planes()),
        section(3),
        Layer(name="b", channels=planes()),
        section(2, "inner", b"mul "),
        section(1, "outer"),
    ]
    document, warnings = read(psd((5, 7), stack))
    (outer,) = document.layers
    a, inner = outer.layers
    assert (outer.name, outer.blend, outer.expanded) == ("outer", BlendMode.PASS_THROUGH, True)
    assert (inner.name, inner.blend, inner.expanded) == ("inner", BlendMode.MULTIPLY, False)
    assert (a.name, inner.layers[0].name, warnings) == ("a", "b", ())


@pytest.mark.parametrize(
    "stack",
    [
        [section(3), Layer(name="a", channels=planes())],
        [Layer(name="a", channels=planes()), section(1), section(1)],
        [section(3), section(3), section(3), Layer(name="a", channels=planes()), section(1)],
    ],
)
def test_groups_that_do_not_close_keep_their_layers(stack):
    document, _ = read(psd((5, 7), stack))
    assert [one.name for one in walk(document.layers) if not isinstance(one, GroupLayer)] == ["a"]


def test_groups_that_lie_too_deep_are_opened_up():
    depth = 300
    stack = [section(3)] * depth + [Layer(name="a", channels=planes())] + [section(1)] * depth
    document, warnings = read(psd((5, 7), stack))
    names = [one.name for one in walk(document.layers)]
    assert names[-1] == "a" and len(names) < 100
    assert any("too deep" in warning for warning in warnings)


@pytest.mark.parametrize(
    ("key", "what"),
    [
        (b"TySh", "text"),
        (b"SoLd", "smart object"),
        (b"vogk", "shape"),
        (b"levl", "Adjustment"),
        (b"hue2", "Adjustment"),
        (b"GdFl", "gradient"),
    ],
)
def test_what_is_more_than_pixels_is_shown_as_pixels_and_said(key, what):
    layer = Layer(name="Title", channels=planes(), blocks=block(key, bytes(8)))
    document, (warning,) = read(psd((5, 7), [layer]))
    assert what in warning and "Title" in warning
    assert np.array_equal(
        pixels_of(document.layers[0].raster, document.size.rect), stacked(planes())
    )


def test_settings_that_are_not_drawn_are_said():
    stack = [
        Layer(name="Base", channels=planes(), blocks=block(b"clbl", bytes(4))),
        Layer(name="Clipped", channels=planes(), clipping=1),
        Layer(name="Hole", channels=planes(), blocks=block(b"knko", bytes([2, 0, 0, 0]))),
    ]
    document, (warning,) = read(psd((5, 7), stack))
    assert "knocking out" in warning and "Hole" in warning
    assert [layer.style.clips_apart for layer in document.layers] == [True, False, False]


def test_layer_ids_that_repeat_are_replaced():
    blocks = block(b"lyid", struct.pack(">I", 5))
    stack = [Layer(channels=planes(), blocks=blocks), Layer(channels=planes(), blocks=blocks)]
    document, _ = read(psd((5, 7), stack))
    assert [one.id for one in document.layers] == [5, 6]


def test_one_damaged_layer_costs_only_itself():
    good = Layer(name="good", channels=planes())
    bad = Layer(name="bad", channels=planes(), compression=1)
    data = psd((5, 7), [bad, good])
    spot = data.index(b"\0\1" + struct.pack(">H", 8) * 5)
    document, warnings = read(data[:spot] + b"\0\x09" + data[spot + 2 :])
    assert [one.name for one in document.layers] == ["bad", "good"]
    assert np.array_equal(
        pixels_of(document.layers[1].raster, document.size.rect), stacked(planes())
    )
    assert any("bad" in warning for warning in warnings)


def test_a_cut_off_file_keeps_the_layers_that_are_whole():
    stack = [Layer(name=str(n), channels=planes(height=50, width=50)) for n in range(4)]
    data = psd((50, 50), stack)
    document, warnings = read(data[: len(data) * 3 // 4])
    whole = [
        one.name
        for one in document.layers
        if np.array_equal(
            pixels_of(one.raster, document.size.rect), stacked(planes(height=50, width=50))
        )
    ]
    assert whole == ["0", "1"] or whole == ["0", "1", "2"]
    assert len(document.layers) == 4
    assert any("ends inside" in warning for warning in warnings)


def test_without_layers_the_merged_picture_is_the_layer():
    found = [plane(n) for n in range(3)]
    document, warnings = read(
        psd((5, 7), merged=found, resources={1005: struct.pack(">I", 300 << 16)})
    )
    (layer,) = document.layers
    pixels = pixels_of(layer.raster, document.size.rect)
    assert np.array_equal(pixels[..., :3], np.dstack(found))
    assert (document.resolution, document.size, warnings) == (300.0, Size(7, 5), ())


def test_a_broken_layer_list_falls_back_to_the_merged_picture():
    found = [plane(n) for n in range(3)]
    data = bytearray(psd((5, 7), [Layer(channels=planes())], merged=found))
    spot = data.index(struct.pack(">H", 4), 40)
    data[spot : spot + 2] = b"\xff\xff"
    document, warnings = read(bytes(data))
    assert np.array_equal(
        pixels_of(document.layers[0].raster, document.size.rect)[..., :3], np.dstack(found)
    )
    assert any("merged picture" in warning for warning in warnings)


@pytest.mark.parametrize("damage", ["hole in the resources", "wrong section length", "both"])
def test_layers_are_found_where_the_lengths_lead_nowhere(damage):
    stack = [Layer(name=f"layer {n}", channels=planes()) for n in range(3)]
    data = psd((5, 7), stack, resources={1060: b"x" * 100, 1005: struct.pack(">I", 72 << 16)})
    if damage != "wrong section length":
        spot = data.index(b"xxxx")
        data = data[:spot] + data[spot + 37 :]
    if damage != "hole in the resources":
        spot = data.index(struct.pack(">h", 3) + struct.pack(">ii", 0, 0))
        data = data[: spot - 8] + struct.pack(">II", 3, 1) + data[spot:]
    document, warnings = read(data)
    assert [one.name for one in document.layers] == ["layer 0", "layer 1", "layer 2"]
    for one in document.layers:
        assert np.array_equal(pixels_of(one.raster, document.size.rect), stacked(planes()))
    assert any("3 of the 3 layers" in warning for warning in warnings)


def test_a_lost_record_costs_its_layer_and_what_cannot_be_placed():
    stack = [Layer(name=f"layer {n}", channels=planes()) for n in range(3)]
    data = bytearray(psd((5, 7), stack))
    spot = data.index(b"layer 0")
    first_record = data.rindex(struct.pack(">iiii", 0, 0, 5, 7), 0, spot)
    data[first_record + 16 : first_record + 18] = b"\xff\xff"
    document, warnings = read(bytes(data))
    assert [one.name for one in document.layers] == ["layer 1", "layer 2"]
    assert any("damaged" in warning for warning in warnings)


def test_of_a_file_without_anything_else_the_preview_is_shown():
    packed = io.BytesIO()
    Image.new("RGB", (16, 8), (250, 30, 60)).save(packed, "JPEG", quality=95)
    thumbnail = struct.pack(">IIIIIIHH", 1, 16, 8, 48, 384, len(packed.getvalue()), 24, 1)
    resources = {1036: thumbnail + packed.getvalue(), 1060: bytes(500)}
    whole = psd((80, 160), resources=resources, merged=list(planes(alpha=False).values()))
    document, warnings = read(whole[: whole.index(bytes(500)) + 100])
    pixels = pixels_of(document.layers[0].raster, document.size.rect)
    assert pixels.shape == (80, 160, 4)
    assert np.abs(pixels.astype(int) - [250, 30, 60, 255]).max() < 12
    assert any("preview" in warning for warning in warnings)


@pytest.mark.parametrize(
    "data",
    [
        b"8BPS",
        b"8BPS" + bytes(22),
        psd((5, 7))[:30],
        psd((0, 7)),
        psd((5, 300_001)),
        psd((200_000, 200_000)),
        psd((30_000, 30_000)),
        psd((5, 7), depth=5),
        psd((5, 7), mode=6),
        psd((5, 7), mode=RGB),
    ],
)
def test_what_cannot_be_a_picture_gives_one_sentence(data):
    with pytest.raises(Exception, match=r"a\.psd") as caught:
        read(data)
    assert caught.value.hint
    assert isinstance(caught.value, BadFileError) or "colour mode" in str(caught.value)


def test_a_layer_of_impossible_size_is_empty_and_costs_nothing():
    layer = Layer(name="huge", channels=planes(), size=(250_000, 250_000))
    document, warnings = read(psd((5, 7), [layer]))
    assert content_bounds(document.layers[0].raster).is_empty
    assert any("huge" in warning for warning in warnings)
