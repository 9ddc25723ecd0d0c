"""Transforms of rasters and of whole documents."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.compositor.composite import flatten
from engine.document.geometry import Rect, Size
from engine.document.model import (
    Document,
    GroupLayer,
    LayerId,
    Mask,
    PixelLayer,
    Slot,
)
from engine.document.raster import (
    Raster,
    content_bounds,
    empty_raster,
    pixels_of,
    raster_from_array,
    translated,
)
from engine.document.slots import painted, slot_map_from_arrays
from engine.painting.canvas import (
    Anchor,
    cropped_to,
    flipped_document_across,
    flipped_document_down,
    turned_document,
    with_canvas_size,
    with_image_size,
)
from engine.painting.resample import Resampling, resized_pixels
from engine.painting.selection import bounds
from engine.painting.shapes import ellipse, rectangle
from engine.painting.transform import (
    flipped_across,
    flipped_down,
    move,
    perspective,
    quarter_turned,
    resized,
    rotation,
    scale,
    skew,
    transformed,
    transformed_part,
    transformed_selection,
)
from engine.progress import JobCancelled, Progress
from tests.engine.painting.pictures import CANVAS, noise, rasters, same_tiles, shown

FAST = settings(max_examples=25, deadline=None)


def smooth_picture(width: int, height: int, dtype: type = np.uint8) -> np.ndarray:
    """Opaque soft waves."""
    ys, xs = np.mgrid[0:height, 0:width]
    waves = [0.5 + 0.4 * np.sin(xs / 17 + c) * np.cos(ys / 23 - c) for c in range(3)]
    pixels = np.stack([*waves, np.ones_like(waves[0])], -1) * np.iinfo(dtype).max
    return np.rint(pixels).astype(dtype)


@FAST
@given(rasters(np.uint16), st.integers(-300, 300), st.integers(-300, 300))
def test_whole_pixel_moves_keep_every_bit_and_come_back(raster: Raster, dx: int, dy: int) -> None:
    there = transformed(raster, move(dx, dy))
    assert same_tiles(there, translated(raster, dx, dy))
    assert same_tiles(transformed(there, move(-dx, -dy)), raster)


def test_the_identity_shares_every_tile() -> None:
    raster = raster_from_array(noise(0, 300, 200))
    same = transformed(raster, np.eye(3))
    assert all(same.tiles[key] is tile for key, tile in raster.tiles.items())


@FAST
@given(rasters(), st.integers(1, 400), st.integers(1, 400))
def test_four_quarter_turns_and_two_flips_are_no_change(
    raster: Raster, width: int, height: int
) -> None:
    canvas, lying = Rect(0, 0, width, height), Rect(0, 0, height, width)
    turned = raster
    for frame in (canvas, lying, canvas, lying):
        turned = quarter_turned(turned, 1, frame)
    assert same_tiles(turned, raster)
    assert same_tiles(flipped_across(flipped_across(raster, canvas), canvas), raster)
    assert same_tiles(flipped_down(flipped_down(raster, canvas), canvas), raster)
    half = quarter_turned(raster, 2, canvas)
    assert same_tiles(half, flipped_across(flipped_down(raster, canvas), canvas))


def test_quarter_turns_go_clockwise_inside_the_canvas() -> None:
    pixels = noise(4, 30, 20)
    raster = raster_from_array(pixels)
    turned = pixels_of(quarter_turned(raster, 1, Rect(0, 0, 30, 20)), Rect(0, 0, 20, 30))
    assert np.array_equal(turned, np.rot90(pixels, -1))
    back = pixels_of(quarter_turned(raster, -1, Rect(0, 0, 30, 20)), Rect(0, 0, 20, 30))
    assert np.array_equal(back, np.rot90(pixels))
    middle = transformed(raster, rotation(90, (15.0, 10.0)))
    assert content_bounds(middle) == Rect(5, -5, 25, 25)
    mirrored = pixels_of(flipped_across(raster, Rect(0, 0, 30, 20)), Rect(0, 0, 30, 20))
    assert np.array_equal(mirrored, pixels[:, ::-1])


@pytest.mark.parametrize("resampling", list(Resampling))
@pytest.mark.parametrize(
    "matrix",
    [rotation(7, (150, 100)), skew(0.2, 0.1), scale(1.7, 0.6), move(3.4, -2.25)],
    ids=["rotation", "skew", "scale", "fraction"],
)
def test_even_colour_stays_even_under_every_map(resampling: Resampling, matrix: np.ndarray) -> None:
    flat = raster_from_array(np.full((200, 300, 4), (10, 200, 77, 255), np.uint8))
    after = transformed(flat, matrix, resampling=resampling)
    pixels = pixels_of(after, content_bounds(after))
    seen = pixels[..., 3] > 0
    assert (pixels[seen][:, :3] == (10, 200, 77)).all()  # no dark fringe at the soft edges
    area = pixels[..., 3].sum() / 255
    assert area == pytest.approx(300 * 200 * abs(np.linalg.det(matrix)), rel=0.02)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("resampling", [Resampling.CUBIC, Resampling.LANCZOS, Resampling.SMOOTH])
def test_turning_there_and_back_keeps_a_smooth_picture(dtype: type, resampling: Resampling) -> None:
    pixels = smooth_picture(300, 200, dtype)
    there = transformed(raster_from_array(pixels), rotation(25, (150, 100)), resampling=resampling)
    back = shown(transformed(there, rotation(-25, (150, 100)), resampling=resampling))
    difference = np.abs(back[20:180, 20:280].astype(float) - pixels[20:180, 20:280])
    assert difference.max() <= np.iinfo(dtype).max * 0.008


def test_a_map_gives_what_a_direct_evaluation_gives() -> None:
    pixels = smooth_picture(300, 200)
    matrix = perspective(Rect(0, 0, 300, 200), [(20, 10), (260, 40), (290, 190), (5, 170)])
    after = shown(transformed(raster_from_array(pixels), matrix)).astype(float)
    inverse = np.linalg.inv(matrix)
    checked = 0
    for x, y in ((100, 80), (150, 100), (200, 120), (60, 60), (230, 150)):
        u, v, w = inverse @ (x + 0.5, y + 0.5, 1)
        sx, sy = u / w - 0.5, v / w - 0.5
        expected = 255 * (0.5 + 0.4 * np.sin(sx / 17) * np.cos(sy / 23))
        assert after[y, x, 0] == pytest.approx(expected, abs=1.5)
        checked += 1
    assert checked == 5


def test_perspective_puts_the_corners_where_they_were_asked() -> None:
    corners = [(20, 10), (260, 40), (290, 190), (5, 170)]
    matrix = perspective(Rect(0, 0, 300, 200), corners)
    for (x, y), corner in zip([(0, 0), (300, 0), (300, 200), (0, 200)], corners, strict=True):
        u, v, w = matrix @ (x, y, 1)
        assert (u / w, v / w) == pytest.approx(corner)


@pytest.mark.parametrize(
    "corners",
    [
        [(0, 0), (1, 0), (2, 0), (3, 0)],
        [(0, 0), (9, 9), (9, 0), (0, 9)],
        [(0, 0), (0, 0), (9, 9), (0, 9)],
        [(0, 0), (10, 0), (2, 2), (0, 10)],
    ],
)
def test_corners_that_make_no_quadrilateral_are_refused(corners: list[tuple[float, float]]) -> None:
    with pytest.raises(ValueError, match="quadrilateral"):
        perspective(Rect(0, 0, 300, 200), corners)


def test_a_map_onto_a_line_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing"):
        transformed(raster_from_array(noise(0, 9, 9)), scale(0, 1))


@pytest.mark.parametrize("factor", [0.5, 0.33, 0.1, 1.5, 3.0])
@pytest.mark.parametrize("resampling", list(Resampling))
def test_a_layer_that_fills_the_canvas_fills_it_at_any_size(
    factor: float, resampling: Resampling
) -> None:
    size = Size(round(300 * factor), round(200 * factor))
    across, down = size.width / 300, size.height / 200
    after = resized(
        raster_from_array(smooth_picture(300, 200)),
        across,
        down,
        canvas=CANVAS.rect,
        resampling=resampling,
    )
    assert content_bounds(after) == size.rect
    assert (pixels_of(after, size.rect)[..., 3] == 255).all()


def test_halving_an_image_averages_and_doubling_by_nearest_repeats() -> None:
    pixels = np.zeros((64, 64, 4), np.uint8)
    pixels[..., 3] = 255
    pixels[::2, ::2, :3] = 255
    pixels[1::2, 1::2, :3] = 255  # a checkerboard
    half = resized_pixels(pixels, 32, 32)
    assert np.abs(half[2:-2, 2:-2, 0].astype(int) - 128).max() <= 1  # even gray, no pattern
    twice = resized_pixels(pixels, 128, 128, Resampling.NEAREST)
    assert np.array_equal(twice, pixels.repeat(2, 0).repeat(2, 1))
    assert np.array_equal(resized_pixels(twice, 64, 64, Resampling.NEAREST), pixels)


def test_scaling_down_does_not_alias_under_a_turned_map_either() -> None:
    stripes = np.zeros((400, 400, 4), np.uint8)
    stripes[..., 3] = 255
    stripes[:, ::2, :3] = 255
    after = transformed(raster_from_array(stripes), rotation(10) @ scale(0.25, 0.25))
    inner = pixels_of(after, Rect(10, 30, 70, 90))[..., 0].astype(int)
    assert np.abs(inner - 128).max() <= 6


def test_one_pixel_and_none_can_be_mapped() -> None:
    dot = raster_from_array(np.full((1, 1, 4), 255, np.uint8), left=40, top=40)
    big = transformed(dot, scale(10, 10), resampling=Resampling.NEAREST)
    assert content_bounds(big) == Rect(400, 400, 410, 410)
    assert transformed(empty_raster(), rotation(33)).tiles == {}
    assert resized(empty_raster(), 2, 2, canvas=CANVAS.rect).tiles == {}
    assert resized_pixels(np.full((1, 1, 4), 9, np.uint8), 5, 7).shape == (7, 5, 4)


def test_only_the_asked_part_is_made() -> None:
    raster = raster_from_array(smooth_picture(300, 200))
    whole = transformed(raster, rotation(20, (150, 100)))
    part = transformed(raster, rotation(20, (150, 100)), within=Rect(50, 50, 100, 90))
    assert content_bounds(part) == Rect(50, 50, 100, 90)
    assert np.array_equal(
        pixels_of(part, Rect(50, 50, 100, 90)), pixels_of(whole, Rect(50, 50, 100, 90))
    )


def test_the_place_on_the_tile_grid_does_not_matter() -> None:
    pixels = smooth_picture(200, 150)
    here = transformed(raster_from_array(pixels), rotation(31))
    there = transformed(raster_from_array(pixels, left=61, top=-37), rotation(31, (61, -37)))
    area = content_bounds(here)
    a = pixels_of(here, area).astype(int)
    b = pixels_of(there, area.translated(61, -37)).astype(int)
    assert np.abs(a - b).max() <= 1


def test_masks_keep_their_value_outside() -> None:
    mask = raster_from_array(np.zeros((50, 50), np.uint8), left=40, top=40, fill=255)
    for after in (
        transformed(mask, rotation(45, (65, 65))),
        transformed(mask, scale(1.5, 1.5)),
        flipped_across(mask, CANVAS.rect),
    ):
        assert after.fill == 255
        assert pixels_of(after, Rect(0, 0, 2, 2)).min() == 255
        assert any(tile.min() == 0 for tile in after.tiles.values())


def test_selections_are_mapped_and_cut_at_the_canvas() -> None:
    chosen = rectangle(CANVAS, 200, 100, 280, 180)
    assert bounds(transformed_selection(chosen, move(50, 50))) == Rect(250, 150, 300, 200)
    disc = ellipse(CANVAS, 100, 50, 200, 150)
    turned = transformed_selection(disc, rotation(33, (150, 100)))
    before, after = shown(disc.coverage).astype(int), shown(turned.coverage).astype(int)
    assert np.abs(before - after).max() < 60  # the same disc but for its rim of one pixel


def document(depth: int = 8) -> Document:
    """A flat layer with slots, a masked layer in a group, an original."""
    dtype = np.uint8 if depth == 8 else np.uint16
    full = np.iinfo(dtype).max
    ids = np.ones((200, 300), np.uint16)
    ids[:, 150:] = 7
    second = np.where(np.arange(300) == 149, 7, 0).astype(np.uint16)[None].repeat(200, 0)
    coverage = np.where(np.arange(300) == 149, 100, 0).astype(np.uint8)[None].repeat(200, 0)
    palette = (
        Slot(1, "red", (full, 0, 0), (full, 0, 0)),
        Slot(7, "blue", (0, 0, full), (0, 0, full)),
    )
    slots = slot_map_from_arrays(palette, ids, second, coverage)
    flat = PixelLayer(
        id=LayerId(1),
        name="flat",
        slots=slots,
        raster=painted(slots, np.full((200, 300), full, dtype)),
    )
    shade = PixelLayer(
        id=LayerId(2),
        name="shade",
        opacity=0.5,
        raster=raster_from_array(noise(3, 120, 90, dtype), left=40, top=130),
        mask=Mask(raster_from_array(noise(4, 100, 100, dtype)[..., 0].copy(), fill=full)),
    )
    group = GroupLayer(id=LayerId(3), name="group", layers=(shade,))
    return Document(
        size=CANVAS,
        layers=(flat, group),
        depth=depth,
        next_id=4,
        original=raster_from_array(smooth_picture(300, 200, dtype)),
    )


def test_a_crop_and_a_flip_keep_what_a_flat_layer_holds_beside_its_slots() -> None:
    """An imported layer's pixels may be a level off their mixture: nobody asked to change them."""
    doc = document()
    flat = doc.layers[0]
    assert isinstance(flat, PixelLayer)
    grainy = pixels_of(flat.raster, CANVAS.rect)
    grainy[::7, ::5, 1] += 1
    changed = replace(flat, raster=raster_from_array(grainy))
    doc = replace(doc, layers=(changed, *doc.layers[1:]))
    cut = cropped_to(doc, Rect(30, 20, 230, 170))
    assert np.array_equal(pixels_of(cut.layers[0].raster, cut.size.rect), grainy[20:170, 30:230])
    mirrored = flipped_document_across(doc)
    assert np.array_equal(pixels_of(mirrored.layers[0].raster, CANVAS.rect), grainy[:, ::-1])


def slots_tell_the_colours(doc: Document) -> bool:
    flat = doc.layers[0]
    assert isinstance(flat, PixelLayer) and flat.slots is not None
    pixels = pixels_of(flat.raster, doc.size.rect)
    again = painted(flat.slots, pixels[..., 3])
    return np.array_equal(pixels_of(again, doc.size.rect), pixels)


@pytest.mark.parametrize("depth", [8, 16])
def test_flips_and_turns_of_a_document_show_the_flipped_picture(depth: int) -> None:
    doc = document(depth)
    picture = flatten(doc)
    assert np.array_equal(flatten(flipped_document_across(doc)), picture[:, ::-1])
    assert np.array_equal(flatten(flipped_document_down(doc)), picture[::-1])
    turned = turned_document(doc, 1)
    assert turned.size == Size(200, 300)
    assert np.array_equal(flatten(turned), np.rot90(picture, -1))
    assert slots_tell_the_colours(turned)
    four = turned
    for _ in range(3):
        four = turned_document(four, 1)
    assert np.array_equal(flatten(four), picture)


def test_cropping_shows_the_part_and_can_keep_or_delete_the_rest() -> None:
    doc = document()
    rect = Rect(100, 90, 260, 190)
    kept, deleted = cropped_to(doc, rect), cropped_to(doc, rect, keep_outside=False)
    for one in (kept, deleted):
        assert one.size == Size(160, 100)
        assert np.array_equal(flatten(one), flatten(doc)[90:190, 100:260])
        assert slots_tell_the_colours(one)
    back = cropped_to(kept, Rect(-100, -90, 200, 110))
    assert np.array_equal(flatten(back), flatten(doc))
    flat = deleted.layers[0]
    assert isinstance(flat, PixelLayer)
    assert content_bounds(flat.raster) == Rect(0, 0, 160, 100)
    with pytest.raises(ValueError, match="pixel"):
        cropped_to(doc, Rect(5, 5, 5, 9))
    assert cropped_to(doc, doc.size.rect) is doc


@pytest.mark.parametrize(
    ("anchor", "corner"), [(Anchor(0, 0), (0, 0)), (Anchor(), (50, 25)), (Anchor(1, 1), (100, 50))]
)
def test_a_larger_canvas_puts_the_picture_at_its_anchor(
    anchor: Anchor, corner: tuple[int, int]
) -> None:
    doc = document()
    larger = with_canvas_size(doc, Size(400, 250), anchor)
    x, y = corner
    assert np.array_equal(flatten(larger)[y : y + 200, x : x + 300], flatten(doc))


@pytest.mark.parametrize("size", [Size(600, 400), Size(150, 100), Size(211, 97), Size(1, 1)])
@pytest.mark.parametrize("depth", [8, 16])
def test_image_size_scales_everything_and_slots_stay_whole(size: Size, depth: int) -> None:
    doc = document(depth)
    scaled = with_image_size(doc, size, resolution=144)
    assert scaled.size == size and scaled.resolution == 144
    assert slots_tell_the_colours(scaled)
    flat = scaled.layers[0]
    assert isinstance(flat, PixelLayer) and flat.slots is not None
    assert set(np.unique(pixels_of(flat.slots.ids, size.rect))) <= {1, 7}
    assert (flatten(scaled)[..., 3] == doc.dtype.type(np.iinfo(doc.dtype).max)).all()
    assert scaled.original is not None
    assert content_bounds(scaled.original) == size.rect
    assert with_image_size(doc, doc.size) is doc


def test_doubling_by_nearest_repeats_the_whole_picture() -> None:
    doc = document()
    plain = replace(doc, layers=doc.layers[:1])
    twice = with_image_size(plain, Size(600, 400), resampling=Resampling.NEAREST)
    assert np.array_equal(flatten(twice), flatten(plain).repeat(2, 0).repeat(2, 1))


@FAST
@given(rasters(), st.integers(-90, 90), st.integers(-90, 90))
def test_moving_a_selected_part_moves_its_bits_and_leaves_the_rest(
    raster: Raster, dx: int, dy: int
) -> None:
    area = rectangle(CANVAS, 40, 30, 140, 110)
    after = transformed_part(raster, area, move(dx, dy))
    if (dx, dy) == (0, 0):
        assert after is raster
        return
    whole = Rect(-300, -300, 700, 600)
    before, found = pixels_of(raster, whole), pixels_of(after, whole)
    left_behind = before.copy()
    left_behind[330:410, 340:440] = 0
    piece = np.zeros_like(before)
    piece[330 + dy : 410 + dy, 340 + dx : 440 + dx] = before[330:410, 340:440]
    under = piece[..., 3] == 0
    assert np.array_equal(found[under], left_behind[under])
    opaque = piece[..., 3] == 255
    assert np.array_equal(found[opaque], piece[opaque])


def test_a_cancelled_transform_stops_and_progress_never_goes_back() -> None:
    told: list[float] = []
    big = raster_from_array(smooth_picture(900, 900))
    transformed(big, rotation(5), progress=Progress(report=lambda at, _stage: told.append(at)))
    assert told == sorted(told) and told[-1] == 1.0 and len(told) > 20
    asked = iter(range(1000))
    with pytest.raises(JobCancelled):
        transformed(big, rotation(5), progress=Progress(is_cancelled=lambda: next(asked) > 3))
    told.clear()
    watched = Progress(report=lambda at, _stage: told.append(at))
    with_image_size(document(), Size(500, 300), progress=watched)
    assert told == sorted(told) and told[-1] == pytest.approx(1.0)


@pytest.mark.parametrize("matrix", [scale(1e5, 1e5), rotation(3) @ scale(1e5, 1e5)])
def test_a_result_beyond_all_measure_is_refused_unless_a_part_is_asked_for(
    matrix: np.ndarray,
) -> None:
    raster = raster_from_array(smooth_picture(300, 200))
    with pytest.raises(ValueError, match="pixels"):
        transformed(raster, matrix)
    middle = Rect(*[round(v) for v in (matrix @ (150, 100, 1))[:2]] * 2)
    part = Rect(middle.left, middle.top, middle.left + 50, middle.top + 40)
    assert content_bounds(transformed(raster, matrix, within=part)) == part
