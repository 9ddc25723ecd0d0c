"""The task around the decomposition: what becomes of documents and layers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.compositor.composite import flatten
from engine.document.geometry import Size
from engine.document.model import (
    BlendMode,
    ColorTag,
    Document,
    GroupLayer,
    LayerId,
    Mask,
    PixelLayer,
    Role,
)
from engine.document.raster import empty_raster, pixels_of, raster_from_array
from engine.document.slots import with_slot_colors
from engine.document.tree import walk
from engine.errors import UsageError
from engine.progress import JobCancelled, Progress
from engine.protocol.params import DecomposeIllustration
from engine.protocol.values import Inputs
from engine.tasks.illustration.task import (
    decompose_illustration,
    decomposed,
    decomposed_layer,
)

SILENT = Progress.silent()


def drawing(alpha: int = 255) -> np.ndarray:
    """A shaded red square with an ink outline on white, 140×180."""
    pixels = np.full((140, 180, 4), 255, np.uint8)
    pixels[30:110, 40:140, :3] = (210, 80, 60)
    pixels[70:110, 40:140, :3] = (150, 55, 45)
    for rows, columns in (((28, 32), (38, 142)), ((108, 112), (38, 142))):
        pixels[slice(*rows), slice(*columns), :3] = 25
    pixels[28:112, 38:42, :3] = pixels[28:112, 138:142, :3] = 25
    pixels[..., 3] = alpha
    return pixels


def flat_document(pixels: np.ndarray, *, left: int = 0, top: int = 0, **layer) -> Document:
    raster = raster_from_array(pixels, left=left, top=top)
    picture = PixelLayer(id=LayerId(7), name="Picture", raster=raster, **layer)
    return Document(
        size=Size(200, 150),
        layers=(picture,),
        profile=b"a profile",
        resolution=300.0,
        next_id=8,
    )


def visible_difference(one: Document, other: Document) -> int:
    """Largest difference in levels, on premultiplied pixels."""
    first, second = (flatten(document).astype(np.int64) for document in (one, other))
    for pixels in (first, second):
        pixels[..., :3] = (pixels[..., :3] * pixels[..., 3:] + 127) // 255
    return int(np.abs(first - second).max())


@pytest.mark.parametrize(("alpha", "left", "top"), [(255, 0, 0), (120, 13, -7)])
def test_a_flat_document_becomes_a_group_that_adds_up(alpha, left, top):
    document = flat_document(drawing(alpha), left=left, top=top)
    result = decomposed(document, SILENT)
    assert visible_difference(document, result) <= 1
    assert (result.size, result.depth) == (document.size, document.depth)
    assert (result.profile, result.resolution) == (b"a profile", 300.0)
    (group,) = result.layers
    assert isinstance(group, GroupLayer)
    assert (group.name, group.blend) == ("Picture", BlendMode.NORMAL)
    rows = [(layer.name, layer.role, layer.blend, layer.clipped) for layer in group.layers]
    assert rows[0] == ("Flat colour", Role.FLAT, BlendMode.NORMAL, False)
    assert rows[1] == ("Shadow", Role.SHADOW, BlendMode.MULTIPLY, True)
    assert rows[2][:2] == ("Highlight", Role.HIGHLIGHT) and rows[2][3]
    assert rows[2][2] in (BlendMode.SCREEN, BlendMode.LINEAR_DODGE)
    assert rows[3] == ("Line art", Role.LINE, BlendMode.NORMAL, False)
    ids = [layer.id for layer in walk(result.layers)]
    assert len(set(ids)) == len(ids)
    assert min(ids) >= document.next_id and max(ids) < result.next_id


def test_the_original_is_the_picture_as_it_was():
    document = flat_document(drawing())
    result = decomposed(document, SILENT)
    assert result.original is not None
    canvas = document.size.rect
    assert np.array_equal(
        pixels_of(result.original, canvas), pixels_of(document.layers[0].raster, canvas)
    )


def test_sixteen_bits_stay_sixteen():
    pixels = drawing().astype(np.uint16) * 257
    document = replace(flat_document(pixels), depth=16)
    result = decomposed(document, SILENT)
    assert result.depth == 16
    first, second = (flatten(one).astype(np.int64) for one in (document, result))
    assert np.abs(first - second).max() <= 257


def test_the_flat_layer_is_painted_from_its_slots():
    (group,) = decomposed(flat_document(drawing(), left=13, top=9), SILENT).layers
    flat = group.layers[0]
    assert isinstance(flat, PixelLayer) and flat.slots is not None
    other = {slot.id: (1, 2, 3) for slot in flat.slots.palette}
    back = {slot.id: slot.color for slot in flat.slots.palette}
    slots, raster = with_slot_colors(flat.slots, flat.raster, other)
    _, raster = with_slot_colors(slots, raster, back)
    for key, tile in flat.raster.tiles.items():
        assert np.array_equal(raster.tiles[key], tile)
    assert all(slot.color == slot.original for slot in flat.slots.palette)


def test_a_document_with_layers_is_flattened_first():
    document = flat_document(drawing(), opacity=0.5)
    result = decomposed(document, SILENT)
    assert result.layers[0].name == "Illustration"
    assert result.original is not None
    assert np.array_equal(pixels_of(result.original, document.size.rect), flatten(document))


def test_the_group_of_a_layer_looks_like_the_layer_and_keeps_its_settings():
    hidden = raster_from_array(np.full((40, 200), 60, np.uint8))
    document = flat_document(
        drawing(),
        left=-11,
        top=5,
        opacity=0.6,
        blend=BlendMode.MULTIPLY,
        mask=Mask(replace(hidden, fill=255), density=0.8),
        color_tag=ColorTag.BLUE,
    )
    paper = PixelLayer(
        id=LayerId(9),
        name="Paper",
        raster=raster_from_array(np.full((150, 200, 4), 200, np.uint8)),
    )
    document = replace(document, layers=(paper, document.layers[0]), next_id=10)
    params = DecomposeIllustration(layer=7)
    (group,) = decompose_illustration(params, Inputs(document), SILENT).layers
    source = document.layers[1]
    for name in ("name", "opacity", "blend", "mask", "color_tag", "clipped"):
        assert getattr(group, name) == getattr(source, name)
    result = replace(document, layers=(paper, replace(group, id=LayerId(50))))
    assert visible_difference(document, result) <= 1


def test_a_clipped_layer_gives_a_clipped_group_that_is_one_picture():
    group = decomposed_layer(flat_document(drawing(), clipped=True).layers[0], SILENT)
    assert (group.clipped, group.blend) == (True, BlendMode.NORMAL)


def test_what_cannot_be_decomposed_is_said():
    empty = PixelLayer(id=LayerId(1), name="Nothing", raster=empty_raster())
    folder = GroupLayer(id=LayerId(2), name="Folder")
    document = Document(size=Size(9, 9), layers=(empty, folder), next_id=3)
    for number, words in ((1, "empty"), (2, "group")):
        with pytest.raises(UsageError, match=words):
            decompose_illustration(DecomposeIllustration(number), Inputs(document), SILENT)
    with pytest.raises(UsageError, match="no picture"):
        decompose_illustration(DecomposeIllustration(), Inputs(), SILENT)


def test_a_transparent_picture_of_one_pixel_is_decomposed_as_well():
    document = Document(
        size=Size(1, 1),
        layers=(PixelLayer(id=LayerId(1), name="Dot", raster=empty_raster()),),
        next_id=2,
    )
    result = decomposed(document, SILENT)
    assert result.layers[0].name == "Dot"
    assert visible_difference(document, result) == 0


def test_it_can_be_cancelled():
    with pytest.raises(JobCancelled):
        decomposed(flat_document(drawing()), Progress(is_cancelled=lambda: True))
