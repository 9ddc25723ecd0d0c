from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings

from engine.document.geometry import Size
from engine.document.model import Document, GroupLayer, LayerId, PixelLayer
from engine.document.raster import empty_raster, raster_from_tiles
from engine.progress import JobCancelled
from engine.protocol.documents import (
    SAME_ON_THE_WIRE,
    WireDocument,
    WireGroupLayer,
    WireInputs,
    WireOutcome,
    WirePixelLayer,
    only_layer,
    pack_inputs,
    pack_outcome,
    unpack_inputs,
    unpack_outcome,
)
from engine.protocol.framing import Deframer, frame
from engine.protocol.messages import Finished, Submit, ToEngine, ToWindow
from engine.protocol.params import Echo
from engine.protocol.values import Inputs, Outcome
from tests.protocol.strategies import documents, rasters_of, tile, without_pixels


def over_the_wire(wire: WireInputs) -> WireInputs:
    deframer: Deframer[ToEngine] = Deframer(ToEngine)
    (message,) = deframer.feed(frame(Submit(1, Echo(), wire)))
    assert isinstance(message, Submit)
    return message.inputs


def back_over_the_wire(wire: WireOutcome) -> WireOutcome:
    deframer: Deframer[ToWindow] = Deframer(ToWindow)
    (message,) = deframer.feed(frame(Finished(1, wire)))
    assert isinstance(message, Finished)
    return message.outcome


def assert_same(one: Document, other: Document) -> None:
    assert without_pixels(one) == without_pixels(other)
    for raster, twin in zip(rasters_of(one), rasters_of(other), strict=True):
        assert (raster.dtype, raster.channels, raster.fill) == (
            twin.dtype,
            twin.channels,
            twin.fill,
        )
        assert raster.tiles.keys() == twin.tiles.keys()
        for key, pixels in raster.tiles.items():
            assert twin.tiles[key].dtype == pixels.dtype
            assert np.array_equal(twin.tiles[key], pixels)
            assert not twin.tiles[key].flags.writeable


def sharing(document: Document) -> list[int]:
    """For every tile place of the document, the first place with the same tile object."""
    tiles = [tile for raster in rasters_of(document) for tile in raster.tiles.values()]
    first: dict[int, int] = {}
    return [first.setdefault(id(tile), place) for place, tile in enumerate(tiles)]


@given(documents())
@settings(max_examples=40, deadline=None)
def test_a_document_arrives_as_it_left_with_the_same_tiles_shared(document):
    with TemporaryDirectory() as directory:
        wire, _ = pack_inputs(Inputs(document), Path(directory), "1-inputs")
        inputs, _ = unpack_inputs(over_the_wire(wire), Path(directory))
        assert inputs.document is not None
        assert_same(document, inputs.document)
        assert sharing(document) == sharing(inputs.document)


@given(documents())
@settings(max_examples=40, deadline=None)
def test_what_a_task_leaves_alone_comes_back_as_the_same_tiles(document):
    with TemporaryDirectory() as name:
        directory = Path(name)
        wire, sent = pack_inputs(Inputs(document), directory, "1-inputs")
        inputs, received = unpack_inputs(over_the_wire(wire), directory)
        before = set(directory.iterdir())
        outcome = Outcome(inputs.document, (), ("careful",))
        answer = pack_outcome(outcome, directory, "1-outcome", received)
        back = unpack_outcome(back_over_the_wire(answer), directory, sent)
        assert back.warnings == ("careful",)
        assert back.document is not None
        for raster, twin in zip(rasters_of(document), rasters_of(back.document), strict=True):
            assert all(twin.tiles[key] is tile for key, tile in raster.tiles.items())
        written = {path.name for path in set(directory.iterdir()) - before}
        assert written <= {"1-outcome.places"}


@given(documents())
@settings(max_examples=30, deadline=None)
def test_layers_arrive_in_memory_of_their_own(document):
    with TemporaryDirectory() as name:
        directory = Path(name)
        outcome = Outcome(layers=document.layers)
        wire = pack_outcome(outcome, directory, "1-outcome", unpacked_nothing())
        back = unpack_outcome(back_over_the_wire(wire), directory, unpacked_nothing())
        for path in directory.iterdir():
            path.write_bytes(b"")
        assert_same(
            replace(document, original=None), replace(document, original=None, layers=back.layers)
        )


def unpacked_nothing():
    inputs, sent = unpack_inputs(WireInputs(), Path())
    assert inputs == Inputs()
    return sent


def small_document() -> Document:
    shared = tile(1)
    paint = raster_from_tiles(empty_raster(), {(0, 0): shared, (0, 1): tile(2)})
    ink = raster_from_tiles(empty_raster(), {(5, 5): shared})
    layers = (
        PixelLayer(id=LayerId(1), name="Paint", raster=paint),
        GroupLayer(
            id=LayerId(2),
            name="Folder",
            layers=(PixelLayer(id=LayerId(3), name="Ink", raster=ink),),
        ),
    )
    return Document(size=Size(200, 100), layers=layers, original=paint, next_id=4)


def test_every_distinct_tile_is_stored_once(tmp_path):
    pack_inputs(Inputs(small_document()), tmp_path, "1-inputs")
    assert (tmp_path / "1-inputs.uint8x4").stat().st_size == 2 * 128 * 128 * 4
    assert (tmp_path / "1-inputs.places").stat().st_size == 5 * 3 * 4


def test_files_are_private(tmp_path):
    pack_inputs(Inputs(small_document()), tmp_path, "1-inputs")
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def test_packing_that_is_cancelled_leaves_no_files(tmp_path):
    calls = []

    def check() -> None:
        calls.append(1)
        if len(calls) == 3:
            raise JobCancelled

    with pytest.raises(JobCancelled):
        pack_inputs(Inputs(small_document()), tmp_path, "1-inputs", check)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_never_written_twice(tmp_path):
    pack_inputs(Inputs(small_document()), tmp_path, "1-inputs")
    with pytest.raises(FileExistsError):
        pack_inputs(Inputs(small_document()), tmp_path, "1-inputs")


def test_one_layer_travels_without_the_rest_of_the_document():
    part = only_layer(small_document(), 3)
    assert [layer.name for layer in part.layers] == ["Ink"]
    assert part.original is None
    assert only_layer(part, None) is part
    with pytest.raises(KeyError):
        only_layer(part, 99)


def test_no_field_of_the_model_is_forgotten_on_the_wire():
    pixels = {field.name for field in fields(PixelLayer)}
    group = {field.name for field in fields(GroupLayer)}
    document = {field.name for field in fields(Document)}
    assert set(WirePixelLayer.__struct_fields__) == pixels
    assert set(WireGroupLayer.__struct_fields__) == group
    assert set(SAME_ON_THE_WIRE) == (pixels & group) - {"mask", "style", "foreign"}
    assert set(WireDocument.__struct_fields__) - {"width", "height"} == document - {"size"}
