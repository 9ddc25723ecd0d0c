from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.document.raster import TILE, empty_raster, raster_from_tiles
from engine.protocol.errors import ProtocolError
from engine.protocol.pixels import (
    PixelReader,
    PixelWriter,
    SentTiles,
    TileFile,
    WirePixels,
    WireRaster,
    bare_name,
    kind_of,
)
from tests.protocol.strategies import tile


@pytest.mark.parametrize("name", ["1-inputs.places", "a", "17-outcome.uint16x4", "A_b-c.1"])
def test_plain_names_are_bare(name):
    assert bare_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../secret",
        "a/b",
        "a\\b",
        "/etc/passwd",
        "C:x",
        "a\0b",
        ".hidden",
        "trailing.",
        "spa ce",
        "naïve",
        "x" * 101,
    ],
)
def test_names_that_could_lead_elsewhere_are_refused(name):
    with pytest.raises(ProtocolError, match="bare"):
        bare_name(name)


@given(st.text(max_size=12))
@settings(deadline=None)
def test_a_bare_name_stays_in_its_directory(name):
    from pathlib import Path, PureWindowsPath

    try:
        bare_name(name)
    except ProtocolError:
        return
    assert Path("/session", name).parent == Path("/session")
    assert PureWindowsPath("C:/session", name).parent == PureWindowsPath("C:/session")


def written(directory):
    writer = PixelWriter(directory, "1-inputs")
    raster = raster_from_tiles(empty_raster(), {(0, 0): tile(1), (-1, 2): tile(2)})
    wire = writer.add(raster)
    return wire, writer.write()


def test_a_file_of_another_size_is_refused(tmp_path):
    _, pixels = written(tmp_path)
    with (tmp_path / pixels.files[0].name).open("ab") as file:
        file.write(b"x")
    with pytest.raises(ProtocolError, match="bytes"):
        PixelReader(tmp_path, pixels)


def test_a_link_is_refused(tmp_path):
    _, pixels = written(tmp_path)
    path = tmp_path / pixels.files[0].name
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ProtocolError):
        PixelReader(tmp_path, pixels)


def test_a_name_with_a_path_is_refused(tmp_path):
    session = tmp_path / "session"
    session.mkdir()
    written(tmp_path)
    pixels = WirePixels(files=(TileFile("../1-inputs.uint8x4", "uint8", 4, 2),))
    with pytest.raises(ProtocolError, match="bare"):
        PixelReader(session, pixels)


def test_counts_that_are_absurd_are_refused(tmp_path):
    _, pixels = written(tmp_path)
    name = pixels.files[0].name
    for count in (-1, 0, 2**62):
        with pytest.raises(ProtocolError):
            PixelReader(tmp_path, WirePixels(files=(TileFile(name, "uint8", 4, count),)))


@pytest.mark.parametrize(
    "raster",
    [
        WireRaster("uint8", 4, 0, 0, 3),
        WireRaster("uint8", 4, 0, -1, 1),
        WireRaster("uint8", 4, 0, 2, -1),
        WireRaster("uint16", 4, 0, 0, 1),
        WireRaster("uint8", 1, 0, 0, 1),
    ],
)
def test_a_raster_that_points_at_nothing_is_refused(tmp_path, raster):
    _, pixels = written(tmp_path)
    with pytest.raises(ProtocolError):
        PixelReader(tmp_path, pixels).raster(raster)


def test_a_tile_of_the_other_side_that_was_never_sent_is_refused(tmp_path):
    np.array([[0, 0, -1]], np.int32).tofile(tmp_path / "places")
    reader = PixelReader(tmp_path, WirePixels("places", 1), known=SentTiles())
    with pytest.raises(ProtocolError, match="never sent"):
        reader.raster(WireRaster("uint8", 4, 0, 0, 1))


def test_two_tiles_at_one_place_are_refused(tmp_path):
    _, pixels = written(tmp_path)
    np.array([[0, 0, 0], [0, 0, 1]], np.int32).tofile(tmp_path / pixels.places)
    with pytest.raises(ProtocolError, match="same place"):
        PixelReader(tmp_path, pixels).raster(WireRaster("uint8", 4, 0, 0, 2))


def test_only_the_kinds_of_tiles_that_documents_have_travel():
    assert kind_of(np.dtype(np.uint16), 1) == ("uint16", 1)
    for dtype, channels in ((np.float32, 4), (np.uint8, 3)):
        with pytest.raises(ProtocolError):
            kind_of(np.dtype(dtype), channels)


def test_the_engine_reads_without_copying_and_cannot_write(tmp_path):
    wire, pixels = written(tmp_path)
    tiles = PixelReader(tmp_path, pixels).raster(wire).tiles
    for one in tiles.values():
        assert one.shape == (TILE, TILE, 4)
        assert not one.flags.owndata and not one.flags.writeable
        assert type(one) is np.ndarray
