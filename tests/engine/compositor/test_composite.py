"""The compositor against an independent float64 one, and against itself asked in other ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.compositor import blend
from engine.compositor import composite as composite_module
from engine.compositor.composite import composite, composite_planes, composite_tiles, flatten
from engine.document.geometry import Rect
from engine.document.model import BlendMode, Document, LayerId, Mask
from engine.document.raster import Pixels, raster_from_array, tiles_over
from tests.engine.compositor.documents import (
    PIXEL_MODES,
    document_of,
    group_layer,
    pixel_layer,
    random_document,
    random_pixels,
)
from tests.engine.compositor.reference import reference


@pytest.fixture
def without_kernels(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Draw with numpy, as on a machine where nothing was compiled yet."""
    monkeypatch.setattr(composite_module, "kernels", lambda: None)
    yield


def assert_close(pixels: Pixels, document: Document) -> None:
    """Within 0.51 level of the unrounded reference.

    In 16 bits a pixel in ten thousand may be further off: beside the poles of dodge, burn, vivid
    light and divide a formula multiplies the rounding of its float32 input by up to 65535.
    Colours under zero alpha mean nothing and are not compared.
    """
    expected = reference(document)
    apart = np.abs(pixels - expected)
    apart[..., :3][expected[..., 3] == 0.0] = 0.0
    if document.depth == 8:
        assert apart.max() <= 0.51
    else:
        assert (apart > 1.0).mean() < 1e-4
        assert (apart > 0.51).mean() < 1e-3


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("mode", PIXEL_MODES)
def test_every_mode_matches_the_reference(mode: BlendMode, depth: int) -> None:
    rng = np.random.default_rng(PIXEL_MODES.index(mode))
    document = document_of(
        pixel_layer(1, random_pixels(rng, 130, 140, depth)),
        pixel_layer(2, random_pixels(rng, 130, 140, depth), blend=mode),
        pixel_layer(3, random_pixels(rng, 130, 140, depth), blend=mode, opacity=0.4),
        size=(140, 130),
        depth=depth,
    )
    assert_close(flatten(document), document)


@pytest.mark.parametrize("seed", range(12))
def test_random_trees_match_the_reference(seed: int) -> None:
    document = random_document(seed, depth=16 if seed % 3 == 2 else 8, adjusting=False)
    assert_close(flatten(document), document)


@pytest.mark.parametrize("seed", range(20))
def test_numpy_and_kernels_give_the_same_bytes(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    document = random_document(100 + seed, depth=8 if seed % 2 else 16)
    fast = flatten(document)
    monkeypatch.setattr(composite_module, "kernels", lambda: None)
    assert np.array_equal(flatten(document), fast)


@pytest.mark.parametrize("mode", PIXEL_MODES)
@pytest.mark.parametrize("source", [0, 1, 64, 127, 128, 200, 254, 255])
def test_corner_values_of_every_mode(mode: BlendMode, source: int) -> None:
    """Every backdrop level against source levels at and beside the jumps, at four alphas each."""
    levels = np.arange(256, dtype=np.uint8)
    backdrop = np.zeros((4, 256, 4), np.uint8)
    backdrop[..., 0], backdrop[..., 1], backdrop[..., 2] = levels, levels[::-1], 255 - source
    backdrop[..., 3] = np.array([0, 1, 128, 255])[:, None]
    top = np.zeros((4, 256, 4), np.uint8)
    top[..., :3] = [source, source, 255 - source]
    top[..., 3] = levels
    layers = (pixel_layer(1, backdrop), pixel_layer(2, top, blend=mode))
    document = document_of(*layers, size=(256, 4))
    assert_close(flatten(document), document)
    top[..., 3] = 255
    opaque = document_of(layers[0], pixel_layer(2, top, blend=mode), size=(256, 4))
    assert_close(flatten(opaque), opaque)


def test_hard_mix_decides_ties_exactly() -> None:
    levels = np.arange(256)
    backdrop = np.full((256, 256, 4), 255, np.uint8)
    backdrop[..., :3] = levels[:, None, None]
    source = np.full((256, 256, 4), 255, np.uint8)
    source[..., :3] = levels[None, :, None]
    document = document_of(
        pixel_layer(1, backdrop),
        pixel_layer(2, source, blend=BlendMode.HARD_MIX),
        size=(256, 256),
    )
    total = levels[:, None] + levels[None, :]
    expected = (total > 255) | ((total == 255) & (levels[:, None] >= 128))
    assert np.array_equal(flatten(document)[..., 0], expected * np.uint8(255))


@pytest.mark.parametrize("mode", sorted(blend.NEUTRAL))
@pytest.mark.parametrize("fill", [0.3, 0.75])
def test_fill_acts_inside_the_special_modes(mode: BlendMode, fill: float) -> None:
    rng = np.random.default_rng(4)
    document = document_of(
        pixel_layer(1, random_pixels(rng, 64, 64)),
        pixel_layer(2, random_pixels(rng, 64, 64), blend=mode, fill_opacity=fill, opacity=0.9),
        size=(64, 64),
    )
    assert_close(flatten(document), document)


@given(st.integers(0, 2**32 - 1), st.data())
@settings(max_examples=25, deadline=None)
def test_any_rectangle_is_a_part_of_the_whole(seed: int, data: st.DataObject) -> None:
    document = random_document(seed, size=(300, 170))
    left, right = sorted(data.draw(st.lists(st.integers(-40, 340), min_size=2, max_size=2)))
    top, bottom = sorted(data.draw(st.lists(st.integers(-40, 210), min_size=2, max_size=2)))
    part = composite(document, Rect(left, top, right, bottom))
    padded = np.pad(flatten(document), ((40, 40), (40, 40), (0, 0)))
    assert np.array_equal(part, padded[top + 40 : bottom + 40, left + 40 : right + 40])


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=10, deadline=None)
def test_tiles_are_parts_of_the_whole(seed: int) -> None:
    document = random_document(seed, size=(300, 170))
    whole = np.pad(flatten(document), ((0, 86), (0, 84), (0, 0)))
    tiles = composite_tiles(document, [*tiles_over(document.size.rect), (5, 5)])
    for (row, column), tile in tiles.items():
        expected = whole[row * 128 : row * 128 + 128, column * 128 : column * 128 + 128]
        assert np.array_equal(tile, expected if expected.size else np.zeros_like(tile))
        assert not tile.flags.writeable


@pytest.mark.parametrize("threads", [1, 2, 7])
def test_threads_change_nothing(threads: int) -> None:
    document = random_document(7, size=(900, 700))
    expected = flatten(document, threads=1)
    assert np.array_equal(flatten(document, threads=threads), expected)


@given(st.integers(0, 2**32 - 1), st.data())
@settings(max_examples=20, deadline=None)
def test_a_stack_drawn_in_two_parts_is_the_stack(seed: int, data: st.DataObject) -> None:
    document = random_document(seed)
    cuts = [
        index
        for index in range(len(document.layers) + 1)
        if index == len(document.layers) or not document.layers[index].clipped
    ]
    cut = data.draw(st.sampled_from(cuts))
    keys = list(tiles_over(document.size.rect))
    below = composite_planes(document.layers[:cut], keys, depth=document.depth)
    tiles = composite_tiles(document, keys, layers=document.layers[cut:], backdrops=below)
    for key, tile in composite_tiles(document, keys).items():
        assert np.array_equal(tiles[key], tile)


@pytest.mark.usefixtures("without_kernels")
def test_backdrops_and_planes_work_without_kernels() -> None:
    document = random_document(3)
    keys = list(tiles_over(document.size.rect))
    below = composite_planes(document.layers[:0], keys, depth=document.depth)
    tiles = composite_tiles(document, keys, backdrops=below)
    for key, tile in composite_tiles(document, keys).items():
        assert np.array_equal(tiles[key], tile)


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=15, deadline=None)
def test_an_opaque_normal_layer_hides_what_is_below_bit_for_bit(seed: int) -> None:
    rng = np.random.default_rng(seed)
    cover = random_pixels(rng, 150, 200)
    below = random_document(seed)
    alone = document_of(pixel_layer(500, cover), size=(200, 150))
    both = document_of(*below.layers, pixel_layer(500, cover), size=(200, 150))
    hidden = cover[..., 3] == 255
    assert np.array_equal(flatten(both)[hidden], cover[hidden])
    assert np.array_equal(flatten(alone)[hidden], cover[hidden])


@pytest.mark.parametrize("depth", [8, 16])
def test_one_layer_comes_back_as_it_is(depth: int) -> None:
    pixels = random_pixels(np.random.default_rng(1), 140, 150, depth)
    document = document_of(pixel_layer(1, pixels), size=(150, 140), depth=depth)
    seen = pixels[..., 3] > 0
    assert np.array_equal(flatten(document)[seen], pixels[seen])
    assert not flatten(document)[~seen].any()


def test_a_pass_through_group_lets_its_layers_blend_with_what_is_below() -> None:
    rng = np.random.default_rng(2)
    below = pixel_layer(1, random_pixels(rng, 50, 60))
    inside = pixel_layer(2, random_pixels(rng, 50, 60), blend=BlendMode.MULTIPLY)
    flat = document_of(below, inside, size=(60, 50))
    through = document_of(below, group_layer(3, inside), size=(60, 50))
    isolated = document_of(below, group_layer(3, inside, blend=BlendMode.NORMAL), size=(60, 50))
    assert np.array_equal(flatten(through), flatten(flat))
    assert not np.array_equal(flatten(isolated), flatten(flat))
    assert_close(flatten(isolated), isolated)


def test_a_hidden_base_hides_what_is_clipped_to_it() -> None:
    rng = np.random.default_rng(3)
    below = pixel_layer(1, random_pixels(rng, 50, 60))
    base = pixel_layer(2, random_pixels(rng, 50, 60))
    clipped = pixel_layer(3, random_pixels(rng, 50, 60), clipped=True)
    shown = document_of(below, base, clipped, size=(60, 50))
    hidden = document_of(below, replace(base, visible=False), clipped, size=(60, 50))
    alone = document_of(below, size=(60, 50))
    assert np.array_equal(flatten(hidden), flatten(alone))
    assert not np.array_equal(flatten(shown), flatten(alone))


@pytest.mark.parametrize("blend_mode", [BlendMode.PASS_THROUGH, BlendMode.SCREEN])
def test_layers_can_be_clipped_to_a_group(blend_mode: BlendMode) -> None:
    rng = np.random.default_rng(5)
    group = group_layer(
        2, pixel_layer(3, random_pixels(rng, 50, 60)), blend=blend_mode, opacity=0.8
    )
    clipped = pixel_layer(4, random_pixels(rng, 50, 60), clipped=True, blend=BlendMode.MULTIPLY)
    document = document_of(
        pixel_layer(1, random_pixels(rng, 50, 60)), group, clipped, size=(60, 50)
    )
    assert_close(flatten(document), document)
    without = document_of(*document.layers[:2], size=(60, 50))
    assert np.array_equal(flatten(document)[..., 3], flatten(without)[..., 3])


def test_what_is_clipped_shows_only_where_the_base_has_tiles() -> None:
    color = np.full((300, 300, 4), 255, np.uint8)
    document = document_of(
        pixel_layer(1, color[:10, :10]),
        pixel_layer(2, color, clipped=True, blend=BlendMode.MULTIPLY),
        size=(300, 300),
    )
    assert np.argwhere(flatten(document)[..., 3]).max() == 9


def test_masks_hide_thin_and_can_be_switched_off() -> None:
    color = np.full((200, 200, 4), 255, np.uint8)
    values = np.full((100, 200), 51, np.uint8)

    def alpha(mask: Mask) -> tuple[int, int]:
        document = document_of(pixel_layer(1, color, mask=mask), size=(200, 200))
        pixels = flatten(document)
        return int(pixels[50, 50, 3]), int(pixels[150, 150, 3])

    hiding = Mask(raster_from_array(values, fill=0))
    assert alpha(hiding) == (51, 0)
    assert alpha(replace(hiding, density=0.5)) == (153, 128)
    assert alpha(replace(hiding, enabled=False)) == (255, 255)
    assert alpha(replace(hiding, raster=raster_from_array(values, fill=255))) == (51, 255)


def test_a_masked_pass_through_group_is_a_lerp() -> None:
    backdrop = np.full((10, 10, 4), 255, np.uint8)
    backdrop[..., :3] = 200
    ink = np.full((10, 10, 4), 255, np.uint8)
    ink[..., :3] = 100
    half = Mask(raster_from_array(np.full((10, 10), 51, np.uint8)))
    document = document_of(
        pixel_layer(1, backdrop),
        group_layer(2, pixel_layer(3, ink, blend=BlendMode.DIFFERENCE), mask=half, opacity=0.5),
        size=(10, 10),
    )
    assert (flatten(document)[..., :3] == round(200 + 0.1 * (100 - 200))).all()


def test_dissolve_draws_as_many_pixels_as_the_opacity_says() -> None:
    ink = np.full((256, 256, 4), 255, np.uint8)
    layer = pixel_layer(7, ink, blend=BlendMode.DISSOLVE, opacity=0.3)
    pixels = flatten(document_of(layer, size=(256, 256)))
    assert set(np.unique(pixels[..., 3])) == {0, 255}
    assert (pixels[..., 3] == 255).mean() == pytest.approx(0.3, abs=0.01)
    other = flatten(document_of(replace(layer, id=LayerId(8)), size=(256, 256)))
    assert not np.array_equal(pixels, other)


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (300, 1), (128, 128), (129, 127)])
def test_canvases_of_any_size(size: tuple[int, int]) -> None:
    document = random_document(11, size=size, adjusting=False)
    assert flatten(document).shape == (size[1], size[0], 4)
    assert_close(flatten(document), document)


def test_an_empty_document_is_transparent() -> None:
    assert not flatten(document_of(size=(130, 140))).any()
    assert flatten(document_of(size=(130, 140), depth=16)).dtype == np.uint16


def test_a_tile_of_the_wrong_shape_is_refused_by_the_kernels() -> None:
    good = raster_from_array(np.full((10, 10, 4), 9, np.uint8))
    broken = replace(good, tiles={(0, 0): np.zeros((64, 64, 4), np.uint8)})
    layer = pixel_layer(1, np.full((10, 10, 4), 9, np.uint8), raster=broken)
    with pytest.raises(ValueError, match="not a stored tile"):
        flatten(document_of(layer, size=(10, 10)))


def test_a_mask_in_place_of_pixels_is_refused_by_the_kernels() -> None:
    gray = raster_from_array(np.full((10, 10), 9, np.uint8))
    layer = pixel_layer(1, np.full((10, 10, 4), 9, np.uint8), raster=gray)
    with pytest.raises(ValueError, match="not a stored tile"):
        flatten(document_of(layer, size=(10, 10)))
