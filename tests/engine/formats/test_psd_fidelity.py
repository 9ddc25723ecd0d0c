"""What Photoshop shows and only its files told: read from files that these tests write."""

from __future__ import annotations

import struct

import numpy as np
import pytest

from engine.compositor.composite import flatten
from engine.compositor.paints import painted
from engine.document.geometry import Rect
from engine.document.raster import pixels_of
from engine.document.style import Board, Gradient, GradientMethod, Overlay, Pattern, Stroke
from engine.formats.psd.parser import parsed
from engine.formats.psd.paths import SubPath, VectorMask, frame_of
from engine.formats.psd.reader import document_of
from engine.formats.psd.styles import StyleSources, pattern_of
from engine.progress import Progress
from tests.engine.formats.psd_bytes import Layer, block, descriptor, psd, section
from tests.engine.formats.test_psd_masks import box, vector_mask

WIDTH, HEIGHT = 20, 10
SHAPE = (HEIGHT, WIDTH)


def read(*layers, resources=None):
    data = psd(SHAPE, layers, resources=resources)
    return document_of(np.frombuffer(data, np.uint8), "a.psd", Progress.silent())


def plain(red, green, blue, alpha=255):
    return {
        number: np.full(SHAPE, value, np.uint8)
        for number, value in zip((0, 1, 2, -1), (red, green, blue, alpha), strict=True)
    }


def rgb(red, green, blue):
    return {"": b"RGBC", "Rd  ": float(red), "Grn ": float(green), "Bl  ": float(blue)}


def gradient(*, opacities=(100.0, 100.0), **more):
    stop = {"": b"Clrt", "Type": "UsrS", "Mdpn": 50}
    veil = {"": b"TrnS", "Mdpn": 50}
    return {
        "Grad": {
            "": b"Grdn",
            "Intr": 4096.0,
            "Clrs": [
                {**stop, "Clr ": rgb(255, 0, 0), "Lctn": 0},
                {**stop, "Clr ": rgb(0, 0, 255), "Lctn": 4096},
            ],
            "Trns": [
                {**veil, "Opct": (opacity, b"#Prc"), "Lctn": place}
                for opacity, place in zip(opacities, (0, 4096), strict=True)
            ],
        },
        "Angl": (0.0, b"#Ang"),
        "Type": "Lnr ",
        **more,
    }


def effects(**found):
    body = descriptor({"masterFXSwitch": True, **{k: v | {"enab": True} for k, v in found.items()}})
    return block(b"lfx2", struct.pack(">I", 0) + body)


def version_info(name):
    text = struct.pack(">I", len(name)) + name.encode("utf-16-be")
    return {1057: struct.pack(">IB", 1, 1) + text + text + struct.pack(">I", 1)}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(1, (255, 255, 255, 255)), (2, (0, 0, 0, 255)), (3, (0, 0, 0, 0)), (4, (10, 20, 30, 255))],
)
def test_an_artboard_lies_on_its_board_and_is_cut_off_at_it(kind, expected):
    place = {"": b"rect", "Left": 2.0, "Top ": 1.0, "Rght": 12.0, "Btom": 9.0}
    board = {"artboardRect": place, "artboardBackgroundType": kind, "Clr ": rgb(10, 20, 30)}
    inside = Layer(left=8, channels={k: v[:4] for k, v in plain(200, 0, 0).items()})
    group = section(1, blend=b"norm")
    group.blocks += block(b"artb", descriptor(board))
    document, remarks = read(section(3), inside, group)
    shown = flatten(document)
    assert tuple(shown[6, 5]) == expected
    assert tuple(shown[2, 9]) == (200, 0, 0, 255)
    assert not shown[:, 12:].any() and not shown[:1].any()
    assert not any("artboard" in remark for remark in remarks)
    assert isinstance(document.layers[0].style.board, Board)


@pytest.mark.parametrize(
    ("writer", "expected"),
    [
        ("Adobe Photoshop CS6", True),
        ("Adobe Photoshop CC 2019", True),
        ("Adobe Photoshop 2023", True),
        ("Adobe Photoshop CS5", False),
        ("Adobe Photoshop CS5.1", False),
        ("Adobe Photoshop CS", False),
        ("Adobe Photoshop 7.0", False),
        (None, False),
    ],
)
def test_text_of_newer_photoshops_is_mixed_as_light(writer, expected):
    text = Layer(channels=plain(0, 0, 0, 128), blocks=block(b"TySh", b"\0\1" + bytes(60)))
    resources = None if writer is None else version_info(writer)
    document, _ = read(Layer(channels=plain(255, 255, 255)), text, resources=resources)
    assert document.layers[1].style.is_text is expected
    assert not document.layers[0].style.is_text
    # Half of black on white: 127 as numbers, 162 as light of gamma 1.45.
    assert flatten(document)[5, 5, 0] == pytest.approx(162 if expected else 127, abs=1)


@pytest.mark.parametrize(
    ("flag", "by_path", "expected"),
    [
        (b"lmgm", False, True),
        (b"vmgm", False, False),
        (b"vmgm", True, True),
        (b"lmgm", True, False),
    ],
)
def test_masks_and_paths_say_each_whether_they_hide_effects(flag, by_path, expected):
    rect = struct.pack(">iiiiBB", 0, 0, HEIGHT, 10, 0, 0)
    path = block(b"vmsk", vector_mask(box(0, 0, 10, 10)))
    masked = plain(200, 0, 0) | ({} if by_path else {-2: np.full((HEIGHT, 10), 255, np.uint8)})
    stroke = {"Styl": "OutF", "PntT": "SClr", "Clr ": rgb(0, 255, 0), "Sz  ": (2.0, b"#Pxl")}
    layer = Layer(
        channels=masked,
        mask=b"" if by_path else rect + bytes(2),
        blocks=(path if by_path else b"") + block(flag, b"\1\0\0\0") + effects(FrFX=stroke),
    )
    document, _ = read(Layer(channels=plain(255, 255, 255)), layer)
    assert document.layers[1].style.mask_hides_effects is expected
    shown = flatten(document)[5, 10, :3]
    assert tuple(shown) == ((255, 255, 255) if expected else (0, 255, 0))


def test_a_gradient_says_how_it_is_mixed():
    fill = gradient(gradientsInterpolationMethod="Lnr ")
    document, _ = read(Layer(blocks=block(b"GdFl", descriptor(fill))))
    pixels = pixels_of(document.layers[0].raster, document.size.rect)
    # Half of the light of red and of blue: 188 and 188.
    assert tuple(pixels[5, 10, :3]) == pytest.approx((188, 0, 188), abs=1)
    overlay = effects(GrFl=gradient(gs99="Perc"))
    document, _ = read(Layer(channels=plain(0, 0, 0), blocks=overlay))
    (effect,) = document.layers[0].style.effects
    assert isinstance(effect, Overlay) and isinstance(effect.paint, Gradient)
    assert effect.paint.method is GradientMethod.PERCEPTUAL


def test_effects_of_a_shape_with_a_veiled_fill_follow_its_path():
    stroke = {"Styl": "OutF", "PntT": "SClr", "Clr ": rgb(0, 255, 0), "Sz  ": (2.0, b"#Pxl")}
    fill = gradient(opacities=(0.0, 0.0))
    path = block(b"vmsk", vector_mask(box(6, 3, 14, 7)))
    blocks = block(b"GdFl", descriptor(fill)) + path + effects(FrFX=stroke)
    shape = Layer(channels=plain(9, 9, 9, 0), blocks=blocks)
    document, _ = read(Layer(channels=plain(255, 255, 255)), shape)
    (effect,) = document.layers[1].style.effects
    assert isinstance(effect, Stroke)
    row = flatten(document)[5]
    assert (row[4:6, :3] == (0, 255, 0)).all() and (row[14:16, :3] == (0, 255, 0)).all()
    assert (row[6:14, :3] == 255).all()


def test_a_painted_mask_and_a_path_fade_each_for_itself():
    # Half of what the path hides shows, and half of what the painted mask hides.
    painted = np.full(SHAPE, 255, np.uint8)
    painted[:, 10:] = 0
    rect = struct.pack(">iiiiBB", 0, 0, HEIGHT, WIDTH, 0, 8 | 16)
    real = struct.pack(">BBiiii", 0, 255, 0, 0, HEIGHT, WIDTH)
    layer = Layer(
        channels=plain(0, 0, 0) | {-2: np.zeros(SHAPE, np.uint8), -3: painted},
        mask=rect + real + bytes([1 | 4, 128, 128]),
        blocks=block(b"vmsk", vector_mask(box(0, 0, 20, 5))),
    )
    alpha = flatten(read(layer)[0])[..., 3]
    whole, half, quarter = 255, 127, 63
    assert (alpha[2, 2], alpha[2, 15], alpha[7, 2], alpha[7, 15]) == (whole, half, half, quarter)


@pytest.mark.parametrize(("says", "place"), [("Algn", (13.0, 24.0)), ("Lnkd", (13.0, 24.0))])
@pytest.mark.parametrize("follows", [True, False])
def test_a_pattern_begins_at_the_reference_point_of_its_layer(says, place, follows):
    tile = np.zeros((2, 2, 4), np.uint8)
    sources = StyleSources(Rect(0, 0, 20, 10), {"id": Pattern(tile)}, reference=(10.0, 20.0))
    told = {
        "Ptrn": {"Idnt": "id"},
        says: follows,
        "phase": {"Hrzn": 3.0, "Vrtc": 4.0},
        "Scl ": (200.0, "#Prc"),
    }
    pattern = pattern_of(told, sources)
    assert pattern is not None
    assert pattern.phase == (place if follows else (3.0, 4.0))
    assert pattern.scale == 2.0


def test_the_reference_point_comes_from_its_block():
    point = block(b"fxrp", struct.pack(">dd", 5.0, -7.0))
    data = psd(SHAPE, [Layer(channels=plain(0, 0, 0), blocks=point)])
    (record,) = parsed(np.frombuffer(data, np.uint8), "a.psd").layers
    assert StyleSources(Rect(0, 0, 20, 10)).at(record).reference == (5.0, -7.0)


def test_a_scaled_pattern_keeps_its_corner():
    # Numbers of a file of Photoshop: a line of 1 in 4 pixels at twice the size.
    tile = np.full((4, 1, 4), 255, np.uint8)
    tile[0, :, :3] = 0
    pattern = Pattern(tile, scale=2.0, phase=(0.0, 3.0))
    found = painted(pattern, Rect(0, 3, 1, 11), Rect(0, 0, 1, 1))[:, 0, 0] * 255
    assert found == pytest.approx([0, 127.5, 255, 255, 255, 255, 255, 127.5], abs=0.5)


def test_a_gradient_runs_from_edge_to_edge_of_curves_and_not_of_their_handles():
    # A curve from (0, 0) to (8, 0) with both handles at y = 4 rises to 3.
    knots = np.array(
        [[[0.0, 0.0], [0.0, 0.0], [0.0, 4.0]], [[8.0, 4.0], [8.0, 0.0], [8.0, 0.0]]], np.float64
    )
    frame = frame_of(VectorMask((SubPath(1, knots),), False, False, False))
    assert (frame.left, frame.top, frame.right) == pytest.approx((0.0, 0.0, 8.0))
    assert frame.bottom == pytest.approx(3.0, abs=0.05)
