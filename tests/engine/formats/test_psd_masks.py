"""Masks and paths: which applies, and that they cover what they should."""

import struct

import numpy as np
import pytest

from engine.document.geometry import Rect, Size
from engine.document.model import Mask
from engine.document.raster import pixels_of, raster_from_array
from engine.formats.psd.masks import feathered
from engine.formats.psd.paths import coverage_of, parsed_vector_mask
from engine.formats.psd.reader import document_of
from engine.progress import Progress
from tests.engine.formats.psd_bytes import Layer, block, psd

SIZE = Size(20, 10)
CANVAS = SIZE.rect
ADD, SUBTRACT, INTERSECT, EXCLUDE = 1, 2, 3, 0


def fixed(value):
    return round(value * (1 << 24))


def polygon(points, operation=ADD):
    """Path records of straight edges through points in pixels."""
    records = struct.pack(">HHh20x", 0, len(points), operation)
    for x, y in points:
        knot = (fixed(y / SIZE.height), fixed(x / SIZE.width))
        records += struct.pack(">H6i", 1, *knot, *knot, *knot)
    return records


def box(left, top, right, bottom, operation=ADD):
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return polygon(corners, operation)


def vector_mask(*paths, flags=0, initial=0):
    head = struct.pack(">H24x", 6) + struct.pack(">HH22x", 8, initial)
    return struct.pack(">II", 3, flags) + head + b"".join(paths)


def covered(*paths, rect=CANVAS):
    found = parsed_vector_mask(vector_mask(*paths), SIZE)
    return coverage_of(found, rect)


def test_a_box_covers_its_pixels_by_their_share():
    area = covered(box(2.5, 1.25, 6, 4))
    assert area.sum() == pytest.approx(3.5 * 2.75, abs=1e-4)
    assert area[2, 3] == pytest.approx(1, abs=1e-5)
    assert area[2, 2] == pytest.approx(0.5, abs=1e-5)
    assert area[1, 2] == pytest.approx(0.5 * 0.75, abs=1e-5)
    assert area[5:].sum() == 0 and area[:, 7:].sum() == 0


def test_a_triangle_covers_exactly_its_area():
    points = [(1.3, 0.7), (18.9, 3.1), (6.2, 9.6)]
    (ax, ay), (bx, by), (cx, cy) = points
    area = abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
    assert covered(polygon(points)).sum() == pytest.approx(area, abs=1e-3)
    assert covered(polygon(points[::-1])).sum() == pytest.approx(area, abs=1e-3)


def test_a_path_beyond_the_canvas_is_cut_at_it():
    assert covered(box(-50, -50, 70, 60)).min() == pytest.approx(1)
    part = covered(box(-50, -50, 10.5, 60))
    assert part[:, :10].min() == pytest.approx(1)
    assert np.allclose(part[:, 10], 0.5) and part[:, 11:].max() == 0


def test_a_circle_of_curves_has_the_area_of_a_circle():
    k = 4 * 0.5522847498307936
    points = [((10, 1), (k, 0)), ((14, 5), (0, k)), ((10, 9), (-k, 0)), ((6, 5), (0, -k))]
    records = struct.pack(">HHh20x", 0, 4, ADD)
    for (x, y), (dx, dy) in points:
        knots = [(x - dx, y - dy), (x, y), (x + dx, y + dy)]
        values = [v for px, py in knots for v in (fixed(py / SIZE.height), fixed(px / SIZE.width))]
        records += struct.pack(">H6i", 1, *values)
    assert covered(records).sum() == pytest.approx(np.pi * 16, rel=0.005)


@pytest.mark.parametrize(
    ("operation", "area"), [(ADD, 28), (SUBTRACT, 12), (INTERSECT, 4), (EXCLUDE, 24)]
)
def test_paths_are_combined_by_their_operation(operation, area):
    assert covered(box(0, 0, 4, 4), box(2, 2, 6, 6, operation)).sum() == pytest.approx(area)


def test_paths_of_one_shape_leave_a_hole():
    assert covered(box(0, 0, 6, 6), box(2, 2, 4, 4, -1)).sum() == pytest.approx(32)


@pytest.mark.parametrize("data", [b"", b"\0" * 7, struct.pack(">II", 9, 0), vector_mask()[:20]])
def test_damaged_paths_are_no_paths(data):
    found = parsed_vector_mask(data, SIZE)
    assert found is None or not found.paths


def read(*layers, depth=8):
    data = np.frombuffer(psd((10, 20), list(layers), depth=depth), np.uint8)
    return document_of(data, "a.psd", Progress.silent())


def pixels(dtype=np.uint8):
    full = np.full((10, 20), np.iinfo(dtype).max, dtype)
    return {-1: full, 0: full, 1: full, 2: full}


def shown(mask: Mask | None):
    """The mask over the canvas as shares, its density included."""
    samples = pixels_of(mask.raster, CANVAS) / np.iinfo(mask.raster.dtype).max
    return 1 - mask.density * (1 - samples)


@pytest.mark.parametrize("flags", [0, 1, 4])
def test_a_path_without_a_rendered_mask_is_drawn(flags):
    path = block(b"vmsk", vector_mask(box(2, 2, 6, 6), flags=flags))
    document, _ = read(Layer(channels=pixels(np.uint16), blocks=path), depth=16)
    mask = document.layers[0].mask
    if flags == 4:
        assert mask is None
        return
    inside = np.zeros((10, 20))
    inside[2:6, 2:6] = 1
    assert np.array_equal(shown(mask), 1 - inside if flags else inside)


def rendered(rect, *, real=None, vector_density=255, density=255):
    data = struct.pack(">iiiiBB", rect[1], rect[0], rect[3], rect[2], 0, 8 | 16)
    if real is not None:
        data += struct.pack(">BBiiii", 0, 255, real[1], real[0], real[3], real[2])
    return data + bytes([1 | 4, density, vector_density])


def test_a_rendered_mask_is_used_as_it_is_with_the_density_of_the_path():
    samples = np.full((4, 4), 200, np.uint8)
    layer = Layer(
        channels=pixels() | {-2: samples},
        mask=rendered((2, 2, 6, 6), vector_density=128),
        blocks=block(b"vmsk", vector_mask(box(2, 2, 6, 6))),
    )
    mask = read(layer)[0].layers[0].mask
    assert np.array_equal(pixels_of(mask.raster, Rect(2, 2, 6, 6)), samples)
    assert (mask.raster.fill, mask.density) == (0, 128 / 255)


def solid(red, green, blue):
    """The block of a solid colour layer."""

    def key(name):
        return struct.pack(">I", 0) + name

    def empty_name():
        return struct.pack(">I", 1) + b"\0\0"

    numbers = [(b"Rd  ", red), (b"Grn ", green), (b"Bl  ", blue)]
    color = empty_name() + key(b"RGBC") + struct.pack(">I", 3)
    color += b"".join(key(name) + b"doub" + struct.pack(">d", value) for name, value in numbers)
    whole = empty_name() + key(b"null") + struct.pack(">I", 1) + key(b"Clr ") + b"Objc" + color
    return block(b"SoCo", struct.pack(">I", 16) + whole)


def test_the_pixels_of_a_shape_are_not_cut_by_its_path_again():
    painted = np.full((10, 20), 90, np.uint8)
    path = block(b"vmsk", vector_mask(box(2, 2, 6, 6)))
    shape = Layer(
        channels=pixels() | {-2: np.full((4, 4), 200, np.uint8)},
        mask=rendered((2, 2, 6, 6)),
        blocks=solid(1, 2, 3) + path,
    )
    assert read(shape)[0].layers[0].mask is None
    both = Layer(
        channels=pixels() | {-2: np.full((4, 4), 200, np.uint8), -3: painted},
        mask=rendered((2, 2, 6, 6), real=(0, 0, 20, 10), density=100),
        blocks=solid(1, 2, 3) + path,
    )
    mask = read(both)[0].layers[0].mask
    assert np.array_equal(pixels_of(mask.raster, CANVAS), painted)
    assert (mask.density, mask.raster.fill) == (100 / 255, 255)


def test_a_solid_colour_without_pixels_is_drawn_in_its_path():
    path = block(b"vmsk", vector_mask(box(2, 2, 6, 6)))
    document, _ = read(Layer(blocks=solid(255, 128, 0) + path))
    (layer,) = document.layers
    assert (pixels_of(layer.raster, CANVAS) == [255, 128, 0, 255]).all()
    assert shown(layer.mask).sum() == 16
    outside = Rect(0, 0, 40, 40)
    assert pixels_of(layer.raster, outside)[..., 3].sum() == 200 * 255


def test_a_painted_mask_and_a_path_work_together():
    samples = np.zeros((10, 20), np.uint8)
    samples[:, :4] = 255
    mask = struct.pack(">iiiiBB", 0, 0, 10, 20, 0, 0) + bytes(2)
    layer = Layer(
        channels=pixels() | {-2: samples},
        mask=mask,
        blocks=block(b"vmsk", vector_mask(box(2, 2, 6, 6))),
    )
    assert shown(read(layer)[0].layers[0].mask).sum() == 8


@pytest.mark.parametrize("feather", [1.5, 6.0, 40.0])
def test_a_feather_is_a_gaussian(feather):
    from math import erf, sqrt

    half = np.zeros((20, 400), np.uint16)
    half[:, 200:] = 65535
    # Long in the other direction, so that only the edge counts.
    raster = raster_from_array(np.repeat(half, 40, 0), top=-400)
    canvas = Rect(0, 0, 400, 20)
    found = pixels_of(feathered(raster, feather, canvas), canvas)[10] / 65535
    for x in (180, 195, 199, 200, 204, 220):
        want = (1 + erf((x + 0.5 - 200) / feather / sqrt(2))) / 2
        assert found[x] == pytest.approx(want, abs=0.02)


def test_a_feathered_mask_in_a_file_is_blurred_and_said():
    samples = np.full((10, 10), 255, np.uint8)
    mask = struct.pack(">iiiiBB", 0, 0, 10, 10, 0, 16) + bytes([2]) + struct.pack(">d", 2.0)
    document, warnings = read(Layer(name="Soft", channels=pixels() | {-2: samples}, mask=mask))
    row = pixels_of(document.layers[0].mask.raster, CANVAS)[5]
    assert 0 < row[11] < row[8] < 255
    assert any("feather" in warning and "Soft" in warning for warning in warnings)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -3.0, 1e300])
def test_an_impossible_feather_is_none(value):
    samples = np.full((10, 10), 255, np.uint8)
    mask = struct.pack(">iiiiBB", 0, 0, 10, 10, 0, 16) + bytes([2]) + struct.pack(">d", value)
    document, _ = read(Layer(channels=pixels() | {-2: samples}, mask=mask))
    row = pixels_of(document.layers[0].mask.raster, CANVAS)[5]
    assert row.tolist() == [255] * 10 + [0] * 10
