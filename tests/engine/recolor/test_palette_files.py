import struct

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import BadFileError, UnflattenError, UnsupportedError
from engine.recolor.palette_files import (
    READERS,
    Palette,
    Swatch,
    in_depth,
    palette_of,
    read_palette,
    strip_swatches,
    written,
)
from tests.engine.recolor.pictures import lit_document

NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=20).map(
    lambda text: " ".join(text.split())
)
CHANNELS = st.integers(0, 65535)
PALETTES = st.builds(
    Palette,
    NAMES.filter(bool),
    st.lists(st.builds(Swatch, NAMES, st.tuples(CHANNELS, CHANNELS, CHANNELS)), min_size=1).map(
        tuple
    ),
)

TPL = b"""<tvpalette>
  <version>71 0 </version>
  <styles>
    <style>color_0 3 255 255 255 0 </style>
    <style>_2 "skin \\"base\\"" 3 230 180 150 255 </style>
    <style>|gl "@old" _7up 3 20 40 60 255 </style>
    <style pickedpos="3,4">pattern 2001 "x.png" 1 2 3 </style>
    <style>hair 3 90 58 44 255 </style>
  </styles>
  <stylepages>
    <page><name>Body </name><indices>0 4 1 </indices></page>
    <page><name>Cloth</name><indices>2 3 </indices></page>
  </stylepages>
  <shortcuts>0 1 2 3 4 5 6 7 8 9 </shortcuts>
</tvpalette>
"""


@given(PALETTES)
@settings(max_examples=40, deadline=None)
def test_ase_and_aco_bring_back_names_and_16_bit_colours(palette):
    ase = read_palette(written(palette, ".ase"), "x.ase")
    assert ase == palette
    aco = read_palette(written(palette, ".aco"), "x.aco")
    assert aco.swatches == palette.swatches


@given(PALETTES)
@settings(max_examples=40, deadline=None)
def test_gpl_brings_back_names_and_8_bit_colours(palette):
    back = read_palette(written(palette, ".gpl"), "x.gpl")
    assert back.name == palette.name
    assert [one.name for one in back.swatches] == [one.name for one in palette.swatches]
    for one, other in zip(back.swatches, palette.swatches, strict=True):
        assert in_depth(one.color, 8) == in_depth(other.color, 8)


def test_a_strip_is_a_png_whose_squares_are_read_back_in_order():
    palette = palette_of(lit_document().layers[0].slots, "day", 8)
    data = written(palette, ".png")
    picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    assert picture.shape == (32, 32 * 4, 3)
    rgba = cv2.cvtColor(picture, cv2.COLOR_BGR2RGBA)
    assert [one.color for one in strip_swatches(rgba)] == [one.color for one in palette.swatches]


def test_gpl_as_gimp_writes_it():
    data = (
        "\ufeffGIMP Palette\nName: Häuser\nColumns: 4\n# a comment\n255   0  16\tred  one\n 0 0 0\n"
    )
    palette = read_palette(data.encode(), "x.gpl")
    assert palette.name == "Häuser"
    assert [(one.name, in_depth(one.color, 8)) for one in palette.swatches] == [
        ("red  one", (255, 0, 16)),
        ("", (0, 0, 0)),
    ]


def test_aco_of_version_1_alone_and_other_colour_spaces():
    colors = [
        (1, 0, 65535, 65535, 0),  # HSB: pure red
        (2, 65535, 0, 0, 65535),  # CMYK with full magenta and yellow: red
        (7, 10000, 0, 0, 0),  # Lab: white
        (8, 10000, 0, 0, 0),  # grey: black
    ]
    data = struct.pack(">HH", 1, len(colors)) + b"".join(struct.pack(">5H", *one) for one in colors)
    found = [in_depth(one.color, 8) for one in read_palette(data, "x.aco").swatches]
    assert found == [(255, 0, 0), (255, 0, 0), (255, 255, 255), (0, 0, 0)]


def test_ase_models_and_groups():
    def block(kind, body):
        return struct.pack(">HI", kind, len(body)) + body

    def name(text):
        return struct.pack(">H", len(text) + 1) + text.encode("utf-16-be") + b"\0\0"

    blocks = [
        block(0xC001, name("Night")),
        block(1, name("grey") + b"Gray" + struct.pack(">fH", 0.5, 0)),
        block(1, name("ink") + b"CMYK" + struct.pack(">4fH", 0, 1, 1, 0, 0)),
        block(1, name("lab") + b"LAB " + struct.pack(">3fH", 1.0, 0, 0, 0)),
        block(0xC002, b""),
    ]
    data = b"ASEF" + struct.pack(">HHI", 1, 0, len(blocks)) + b"".join(blocks)
    palette = read_palette(data, "x.ase")
    assert palette.name == "Night"
    assert [in_depth(one.color, 8) for one in palette.swatches] == [
        (128, 128, 128),
        (255, 0, 0),
        (255, 255, 255),
    ]


def test_toonz_palettes_give_plain_colours_page_by_page():
    palette = read_palette(TPL, "Hero.tpl")
    assert palette.name == "Hero"
    assert [(one.name, in_depth(one.color, 8)) for one in palette.swatches] == [
        ("Body / hair", (90, 58, 44)),
        ('Body / skin "base"', (230, 180, 150)),
        ("Cloth / 7up", (20, 40, 60)),
    ]
    with pytest.raises(BadFileError, match="compressed"):
        read_palette(b"TABc" + bytes(40), "x.tpl")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.gpl", b"JASC-PAL"),
        ("x.gpl", b"GIMP Palette\n1 2 three"),
        ("x.gpl", b"GIMP Palette\n1 2 300"),
        ("x.gpl", b"GIMP Palette\nName: nothing"),
        ("x.ase", b"ASEF" + struct.pack(">HHI", 1, 0, 1 << 30)),
        ("x.ase", b"ASEF" + struct.pack(">HHI", 1, 0, 1) + struct.pack(">HI", 1, 400)),
        ("x.aco", struct.pack(">HH", 1, 60000)),
        ("x.aco", b""),
        ("x.tpl", b"<palette><styles><style>a 3 1 2 3 255</styles></palette>"),
        ("x.tpl", b"<page><indices>7</indices></page>"),
        ("x.tpl", b"<a>" * 100),
    ],
)
def test_damaged_palettes_say_so(name, data):
    with pytest.raises(BadFileError) as error:
        read_palette(data, name)
    assert name in str(error.value)


def test_unknown_endings_are_refused():
    with pytest.raises(UnsupportedError):
        read_palette(b"", "x.pal")
    with pytest.raises(UnsupportedError):
        written(Palette("x", ()), ".tpl")


@given(st.sampled_from(sorted(READERS)), st.binary(max_size=200), st.integers(0, 1 << 30))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_a_palette_or_one_of_our_errors(ending, noise, seed):
    rng = np.random.default_rng(seed)
    whole = Palette("p", (Swatch("a", (1, 2, 3)), Swatch("b", (65535, 0, 9))))
    good = TPL if ending == ".tpl" else written(whole, ending)
    data = bytearray(good)
    for _ in range(int(rng.integers(0, 4))):
        data[int(rng.integers(0, len(data)))] = int(rng.integers(0, 256))
    data = data[: int(rng.integers(0, len(data) + 1))]
    for candidate in (noise, bytes(data), good[:8] + noise):
        try:
            palette = read_palette(candidate, f"x{ending}")
        except UnflattenError:
            continue
        assert all(0 <= value <= 65535 for one in palette.swatches for value in one.color)
