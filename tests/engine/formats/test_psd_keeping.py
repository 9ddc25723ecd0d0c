"""What we cannot edit goes back into the file as it came."""

from __future__ import annotations

import io
import struct
from dataclasses import replace

import numpy as np
import pytest

from engine.document.edits import with_layer
from engine.document.geometry import Size
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.modes import BlendMode
from engine.document.raster import raster_from_array
from engine.document.style import Overlay, Style
from engine.formats.losses import losses
from engine.formats.psd.parser import parsed
from engine.formats.psd.reader import document_of
from engine.formats.psd.writer import write_to
from engine.progress import Progress

TEXT = (b"TySh", b"\0\1 the words of a text layer")
EFFECT = (b"lrFX", b"")


def saved(document: Document) -> np.ndarray:
    file = io.BytesIO()
    write_to(document, file, Progress.silent(), big=False)
    return np.frombuffer(file.getvalue(), np.uint8)


def opened(data: np.ndarray) -> Document:
    return document_of(data, "a.psd", Progress.silent())[0]


@pytest.fixture
def text_file(monkeypatch) -> np.ndarray:
    """A file with a text layer, as another program would write it: not packed as we would."""
    pixels = np.zeros((40, 50, 4), np.uint8)
    pixels[5:20, 7:30] = (200, 10, 30, 255)
    layer = PixelLayer(id=LayerId(1), name="Title", raster=raster_from_array(pixels))
    document = Document(size=Size(50, 40), layers=(layer,), next_id=2)
    monkeypatch.setattr("engine.formats.psd.writer.blocks_back", lambda _layer: iter([TEXT]))
    data = saved(document)
    monkeypatch.undo()
    return data


def blocks_of(data: np.ndarray) -> dict[bytes, bytes]:
    (record,) = parsed(data, "a.psd").layers
    return {block.key: block.data for block in record.blocks}


def test_text_goes_back_with_its_packed_pixels(text_file):
    again = saved(opened(text_file))
    assert blocks_of(again)[b"TySh"] == TEXT[1].ljust(len(TEXT[1]) + len(TEXT[1]) % 2, b"\0")
    channels = [
        [channel.data.tobytes() for channel in parsed(data, "a.psd").layers[0].channels]
        for data in (text_file, again)
    ]
    assert channels[0] == channels[1]


def test_a_second_round_changes_no_byte(text_file):
    once = saved(opened(text_file))
    assert np.array_equal(saved(opened(once)), once)


def test_other_changes_leave_text_a_text(text_file):
    document = with_layer(opened(text_file), LayerId(1), name="Überschrift", opacity=0.5)
    assert b"TySh" in blocks_of(saved(document))
    assert losses(document, ".psd") == ()


def test_painted_text_is_saved_as_pixels_and_that_is_said(text_file):
    painted = raster_from_array(np.full((4, 4, 4), 255, np.uint8))
    document = with_layer(opened(text_file), LayerId(1), raster=painted)
    assert b"TySh" not in blocks_of(saved(document))
    assert losses(document, ".psd") == (
        "Its pixels were changed: “Title” is saved as pixels and no longer as text.",
    )


@pytest.mark.parametrize("ending", [".ora", ".unflatten", ".zip", ""])
def test_formats_that_cannot_keep_it_say_so(text_file, ending):
    (sentence,) = losses(opened(text_file), ending)
    assert "“Title”" in sentence and "text" in sentence


def test_flat_pictures_lose_what_their_ending_says_already(text_file):
    assert losses(opened(text_file), ".png") == ()


def test_effects_are_said_where_they_are_lost(text_file):
    style = Style(effects=(Overlay(mode=BlendMode.NORMAL, opacity=1.0, paint=(1.0, 0.0, 0.0)),))
    layer = replace(opened(text_file).layers[0], style=style, foreign=None)
    document = replace(opened(text_file), layers=(layer,))
    assert losses(document, ".psd") == ("The effects of “Title” can't be saved there.",)


def test_resources_and_blocks_of_the_file_go_back(text_file):
    document = opened(text_file)
    guides = struct.pack(">IIII", 1, 576, 576, 0)
    kept = replace(
        document.foreign,
        resources=((1032, b"", guides), (1060, b"n", b"<xmp/>!")),
        blocks=((b"Patt", b"1234"),),
    )
    file = parsed(saved(replace(document, foreign=kept)), "a.psd")
    assert file.resource(1032) == guides
    assert file.resource(1060) == b"<xmp/>!"
    assert [(block.key, block.data) for block in file.blocks] == [(b"Patt", b"1234")]
