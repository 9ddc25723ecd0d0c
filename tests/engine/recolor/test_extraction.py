import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.document.edits import with_flat_layer
from engine.document.geometry import Size
from engine.document.model import Document, GroupLayer, LayerId, PixelLayer, Role, SlotRole
from engine.document.raster import empty_raster, pixels_of, raster_from_array, translated
from engine.document.slots import painted, recolored_layer, slots_of
from engine.errors import UsageError
from engine.progress import Progress
from engine.recolor.extraction import with_slot_from_selection, with_slots_found

COLORS = ((214, 96, 70), (70, 120, 200), (250, 240, 220), (40, 30, 46), (110, 180, 90))


def drawing(seed, *, depth=8, size=160, colors=COLORS):
    """Discs and bars with anti-aliased borders (8x8 samples per pixel), and the truth: their
    colours without anti-aliasing."""
    rng = np.random.default_rng(seed)
    big = np.zeros((size * 8, size * 8), np.uint8)
    for _ in range(9):
        number = int(rng.integers(0, len(colors)))
        center = tuple(int(value) for value in rng.integers(0, size * 8, 2))
        if rng.random() < 0.5:
            cv2.circle(big, center, int(rng.integers(150, 400)), number, -1)
        else:
            other = tuple(int(value) for value in rng.integers(0, size * 8, 2))
            cv2.line(big, center, other, number, int(rng.integers(60, 200)))
    whole = np.array(colors, np.float64)[big].reshape(size, 8, size, 8, 3).mean((1, 3))
    scale = 1 if depth == 8 else 257
    picture = np.full((size, size, 4), 255 * scale, np.uint8 if depth == 8 else np.uint16)
    picture[..., :3] = np.floor(whole * scale + 0.5)
    return picture


def document_of(picture, **fields):
    layer = PixelLayer(id=LayerId(1), name="Flat", raster=raster_from_array(picture), **fields)
    depth = 8 * picture.dtype.itemsize
    return Document(
        size=Size(picture.shape[1], picture.shape[0]), layers=(layer,), depth=depth, next_id=2
    )


def found(document, **options):
    return with_slots_found(document, LayerId(1), Progress.silent(), **options)


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 1000))
def test_the_same_slots_are_found_and_borders_are_their_mixtures(seed):
    picture = drawing(seed)
    document = found(document_of(picture))
    layer = document.layers[0]
    assert layer.raster is not None
    colors = {slot.color for slot in slots_of(layer).palette}
    shown = {tuple(one) for one in np.unique(picture[..., :3].reshape(-1, 3), axis=0).tolist()}
    assert colors <= set(COLORS)
    assert {one for one in COLORS if one in shown} >= colors
    again = pixels_of(painted(slots_of(layer), picture[..., 3]), document.size.rect)
    off = np.abs(again.astype(int) - picture).max(-1)
    # Where three colours meet in one pixel no mixture of two is exact.
    assert (off > 1).mean() < 0.005


@pytest.mark.parametrize("depth", [8, 16])
def test_no_pixel_changes_until_a_slot_does(depth):
    picture = drawing(4, depth=depth)
    before = document_of(picture)
    after = found(before)
    assert after.layers[0].raster is before.layers[0].raster
    slots = slots_of(after.layers[0])
    slot = slots.palette[1]
    changed = with_flat_layer(
        after, LayerId(1), lambda layer: recolored_layer(layer, {slot.id: (9, 99, 199)})
    )
    seen = pixels_of(changed.layers[0].raster, after.size.rect)
    ids, second, coverage = (
        pixels_of(one, after.size.rect) for one in (slots.ids, slots.second, slots.coverage)
    )
    mine = (ids == slot.id) | ((second == slot.id) & (coverage > 0))
    assert np.array_equal(seen[~mine], picture[~mine])
    assert (seen[mine] != picture[mine]).any(-1).all()


def test_a_recoloured_border_is_what_it_would_be_had_it_been_painted_so():
    new = list(COLORS)
    new[0] = (30, 200, 120)
    picture, wanted = drawing(7), drawing(7, colors=tuple(new))
    document = found(document_of(picture))
    layer = document.layers[0]
    number = next(slot.id for slot in slots_of(layer).palette if slot.color == COLORS[0])
    seen = pixels_of(recolored_layer(layer, {number: new[0]}).raster, document.size.rect)
    off = np.abs(seen.astype(int) - wanted).max(-1)
    assert (off <= 2).mean() > 0.998


def test_thin_lines_have_slots_of_their_own():
    picture = np.full((120, 120, 4), 255, np.uint8)
    big = np.zeros((960, 960), np.uint8)
    cv2.line(big, (80, 100), (860, 700), 255, 12)
    share = big.reshape(120, 8, 120, 8).mean((1, 3)) / 255
    line = np.array((20, 60, 140))
    picture[..., :3] = np.floor(255 + share[..., None] * (line - 255.0) + 0.5)
    picture[60:64, 10:14, :3] = line  # one spot at full strength
    slots = slots_of(found(document_of(picture, role=Role.LINE)).layers[0])
    assert [slot.color for slot in slots.palette] == [(255, 255, 255), tuple(line)]
    assert all(slot.role is SlotRole.LINE for slot in slots.palette)


def test_a_painted_layer_is_refused_with_a_sentence_or_reduced_on_demand():
    rows, columns = np.mgrid[:200, :200]
    picture = np.full((200, 200, 4), 255, np.uint8)
    picture[..., 0], picture[..., 1] = rows, columns
    picture[..., 2] = (rows + columns) // 2
    document = document_of(picture)
    with pytest.raises(UsageError, match="painted"):
        found(document)
    reduced = found(document, reduced=True)
    assert reduced.layers[0].raster is document.layers[0].raster
    assert 2 <= len(slots_of(reduced.layers[0]).palette) <= 24


def test_line_art_of_a_decomposition_has_a_slot_for_each_line_colour_that_differs():
    """Its colours close an equation pixel by pixel: no two are the same."""
    rng = np.random.default_rng(5)
    picture = np.zeros((100, 100, 4), np.uint8)
    for column, color in ((10, (30, 22, 34)), (50, (150, 60, 40))):
        picture[5:95, column : column + 20, :3] = color
        picture[5:95, column : column + 20, 3] = 255
    picture[..., :3][picture[..., 3] > 0] += rng.integers(0, 9, (3600, 3)).astype(np.uint8)
    slots = slots_of(found(document_of(picture, role=Role.LINE)).layers[0])
    assert [slot.role for slot in slots.palette] == [SlotRole.LINE] * 2
    assert {slot.color[0] < 90 for slot in slots.palette} == {True, False}


def test_groups_empty_layers_and_layers_with_slots():
    group = Document(size=Size(9, 9), layers=(GroupLayer(id=LayerId(1), name="G"),), next_id=2)
    with pytest.raises(UsageError):
        found(group)
    empty = document_of(np.zeros((9, 9, 4), np.uint8))
    with pytest.raises(UsageError, match="empty"):
        found(empty)
    once = found(document_of(drawing(1)))
    assert found(once) is once


def test_a_layer_that_lies_elsewhere_has_its_slots_there():
    picture = drawing(3)
    document = document_of(picture)
    layer = document.layers[0]
    moved = PixelLayer(id=LayerId(1), name="Flat", raster=translated(layer.raster, -37, 201))
    slots = slots_of(found(Document(size=Size(400, 400), layers=(moved,), next_id=2)).layers[0])
    here = slots_of(found(document).layers[0])
    assert np.array_equal(
        pixels_of(slots.ids, document.size.rect.translated(-37, 201)),
        pixels_of(here.ids, document.size.rect),
    )


def test_a_selection_becomes_a_slot_with_its_soft_edge():
    picture = drawing(2)
    document = found(document_of(picture))
    selected = np.zeros((160, 160), np.uint8)
    selected[40:80, 40:80] = 255
    selected[40:80, 80] = 100
    after = with_slot_from_selection(document, LayerId(1), raster_from_array(selected), "patch")
    layer = after.layers[0]
    assert layer.raster is document.layers[0].raster
    new = slots_of(layer).palette[-1]
    assert new.name == "patch"
    changed = recolored_layer(layer, {new.id: (0, 255, 0)})
    differs = (pixels_of(changed.raster, after.size.rect) != picture).any(-1)
    assert differs[40:80, 40:80].mean() > 0.95
    assert not differs[selected == 0].any()


def test_a_selection_on_a_painted_layer_leaves_the_rest_pinned():
    rng = np.random.default_rng(0)
    picture = rng.integers(0, 256, (50, 60, 4), np.uint8)
    picture[..., 3] = 255
    document = document_of(picture)
    selected = np.zeros((50, 60), np.uint8)
    selected[10:20, 10:20] = 255
    after = with_slot_from_selection(document, LayerId(1), raster_from_array(selected), "spot")
    palette = slots_of(after.layers[0]).palette
    assert [(slot.name, slot.pinned) for slot in palette] == [("Rest", True), ("spot", False)]
    with pytest.raises(UsageError, match="selected"):
        with_slot_from_selection(document, LayerId(1), empty_raster(np.uint8, channels=1), "x")
