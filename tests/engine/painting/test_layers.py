"""Layers merged, split and converted: what each operation promises about the picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.compositor.composite import flatten
from engine.document.model import (
    BlendMode,
    Document,
    GroupLayer,
    Layer,
    LayerId,
    Mask,
    PixelLayer,
)
from engine.document.raster import Pixels, raster_from_array
from engine.document.tree import layer_by_id
from engine.painting.layers import (
    as_multiply,
    as_normal,
    copied_to_layer,
    cut_to_layer,
    moved_to_layer,
    pixel_layer,
    with_mask_applied,
    with_mask_from_alpha,
)
from engine.painting.merge import (
    flattened,
    merge_keeps_picture,
    merged_down,
    merged_visible,
    stamped,
    visible_picture,
)
from engine.painting.selection import Selection
from engine.painting.shapes import ellipse, rectangle
from tests.engine.painting.pictures import CANVAS, DEPTHS, noise, same_tiles, selections, shown

FAST = settings(max_examples=25, deadline=None)
MODES = st.sampled_from(
    [mode for mode in BlendMode if mode not in (BlendMode.PASS_THROUGH, BlendMode.DISSOLVE)]
)


def layer(number: int, pixels: Pixels, left: int = 0, top: int = 0, **fields: object) -> PixelLayer:
    return PixelLayer(
        id=LayerId(number),
        name=f"layer {number}",
        raster=raster_from_array(pixels, left=left, top=top),
        **fields,  # type: ignore[arg-type]
    )


def document(*layers: Layer, depth: int = 8, opaque: bool = True) -> Document:
    """A document of these layers over an opaque noise (id 1), or over nothing."""
    dtype = np.uint8 if depth == 8 else np.uint16
    ground = (layer(1, noise(1, 300, 200, dtype, opaque=True)),) if opaque else ()
    return Document(size=CANVAS, layers=(*ground, *layers), depth=depth, next_id=50)


def differences(one: Document, two: Document) -> np.ndarray:
    """Of the two pictures, premultiplied, in levels of the depth."""
    full = np.iinfo(one.dtype).max
    a, b = flatten(one).astype(np.int64), flatten(two).astype(np.int64)
    a[..., :3] = (a[..., :3] * a[..., 3:] + full // 2) // full
    b[..., :3] = (b[..., :3] * b[..., 3:] + full // 2) // full
    return np.abs(a - b)


def apart(one: Document, two: Document) -> int:
    return int(differences(one, two).max())


@st.composite
def layer_pairs(draw: st.DrawFn) -> tuple[PixelLayer, PixelLayer]:
    """Two layers with all sorts of modes, opacities and masks."""
    found = []
    for number in (2, 3):
        width, height = draw(st.integers(1, 250)), draw(st.integers(1, 190))
        pixels = noise(draw(st.integers(0, 5)), width, height, opaque=draw(st.booleans()))
        mask = Mask(
            raster_from_array(noise(9, 90, 80)[..., 0].copy(), fill=draw(st.sampled_from([0, 255])))
        )
        found.append(
            layer(
                number,
                pixels,
                draw(st.integers(-40, 60)),
                draw(st.integers(-40, 60)),
                opacity=draw(st.sampled_from([1.0, 1.0, 0.4])),
                blend=draw(
                    st.one_of(st.just(BlendMode.NORMAL), st.just(BlendMode.MULTIPLY), MODES)
                ),
                clipped=number == 3 and draw(st.integers(0, 4)) == 0,
                mask=draw(st.sampled_from([None, None, mask])),
            )
        )
    return found[0], found[1]


@settings(max_examples=80, deadline=None)
@given(layer_pairs())
def test_merging_down_keeps_the_picture_where_it_says_so(
    pair: tuple[PixelLayer, PixelLayer],
) -> None:
    before = document(*pair)
    promised = merge_keeps_picture(before, LayerId(3))
    after = merged_down(before, LayerId(3))
    assert [one.id for one in after.layers] == [1, 2]
    merged = pixel_layer(after, LayerId(2))
    assert merged.opacity == 1.0 and merged.mask is None
    if promised:
        steep = pair[0].blend not in (BlendMode.NORMAL, BlendMode.MULTIPLY, BlendMode.SCREEN)
        # A clipped layer keeps the lower one's mode, and steep modes multiply the rounding of a
        # level.
        found = differences(before, after)
        assert found.max() <= 1 or (steep and np.mean(found <= 1) > 0.98)


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("mode", [BlendMode.MULTIPLY, BlendMode.SCREEN])
def test_two_of_a_kind_become_one_of_that_kind(mode: BlendMode, depth: int) -> None:
    dtype = DEPTHS[depth == 16]
    pair = [
        layer(2, noise(2, 250, 150, dtype), 10, 10, blend=mode, opacity=0.7),
        layer(3, noise(3, 200, 190, dtype), 60, -20, blend=mode),
    ]
    before = document(*pair, depth=depth)
    after = merged_down(before, LayerId(3))
    assert pixel_layer(after, LayerId(2)).blend is mode
    assert merge_keeps_picture(before, LayerId(3))
    assert apart(before, after) <= 1
    # The same on another backdrop: it is the effect that was merged, not the picture.
    other = replace(before, layers=(layer(1, noise(7, 300, 200, dtype, opaque=True)), *pair))
    swapped = replace(after, layers=(other.layers[0], after.layers[1]))
    assert apart(other, swapped) <= 1


def test_tiles_without_anything_on_top_are_shared_by_a_merge() -> None:
    before = document(layer(2, noise(2, 50, 50), 140, 10))
    after = merged_down(before, LayerId(2))
    old, new = pixel_layer(before, LayerId(1)).raster, pixel_layer(after, LayerId(1)).raster
    assert {key for key in old.tiles if new.tiles[key] is not old.tiles[key]} == {(0, 1)}
    assert apart(before, after) == 0


def test_a_group_merges_down_as_what_it_shows() -> None:
    group = GroupLayer(
        id=LayerId(4),
        name="group",
        opacity=0.5,
        layers=(layer(2, noise(2, 99, 99)), layer(3, noise(3, 99, 99), 30, 30)),
    )
    before = document(group)
    after = merged_down(before, LayerId(4))
    assert len(after.layers) == 1 and apart(before, after) <= 1
    nested = replace(group, opacity=1.0)
    inside = merged_down(document(nested), LayerId(3))
    assert apart(document(nested), inside) <= 1


def test_there_must_be_something_visible_below() -> None:
    doc = document(layer(2, noise(2, 9, 9)))
    with pytest.raises(ValueError, match="below"):
        merged_down(doc, LayerId(1))
    hidden = replace(doc, layers=(replace(doc.layers[0], visible=False), doc.layers[1]))
    with pytest.raises(ValueError, match="idden"):
        merged_down(hidden, LayerId(2))
    with pytest.raises(KeyError):
        merged_down(doc, LayerId(99))


def busy(depth: int = 8, *, opaque: bool = True) -> Document:
    dtype = DEPTHS[depth == 16]
    group = GroupLayer(
        id=LayerId(6),
        name="group",
        blend=BlendMode.NORMAL,
        opacity=0.8,
        layers=(
            layer(2, noise(2, 200, 150, dtype), 20, 20),
            layer(3, noise(3, 200, 150, dtype), 50, 40, blend=BlendMode.OVERLAY, clipped=True),
        ),
    )
    hidden = layer(4, noise(4, 300, 200, dtype), visible=False)
    return document(
        group,
        hidden,
        layer(5, noise(5, 150, 90, dtype), 100, 60, opacity=0.3),
        depth=depth,
        opaque=opaque,
    )


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("opaque", [True, False])
def test_flattening_and_merging_the_visible_keep_the_picture(depth: int, opaque: bool) -> None:
    doc = busy(depth, opaque=opaque)
    flat = flattened(doc)
    assert len(flat.layers) == 1 and apart(doc, flat) == 0
    merged = merged_visible(doc)
    assert [one.visible for one in merged.layers] == [True, False]
    assert apart(doc, merged) == 0
    on_white = flattened(doc, backdrop=(np.iinfo(doc.dtype).max,) * 3)
    assert (flatten(on_white)[..., 3] == np.iinfo(doc.dtype).max).all()
    if opaque:
        assert apart(doc, on_white) == 0
    empty = flattened(document(opaque=False))
    assert pixel_layer(empty, LayerId(50)).raster.tiles == {}
    assert merged_visible(document(opaque=False)).layers == ()


def test_a_stamp_is_the_picture_on_a_layer_of_its_own() -> None:
    doc = busy()
    with_stamp = stamped(doc)
    top = pixel_layer(with_stamp, LayerId(50))
    assert with_stamp.layers[-1] is top and len(with_stamp.layers) == len(doc.layers) + 1
    assert np.array_equal(shown(top.raster), flatten(doc))
    assert np.array_equal(shown(visible_picture(doc)), flatten(doc))
    assert apart(doc, with_stamp) == 0
    lower = stamped(doc, above=LayerId(1), name="Here")
    assert lower.layers[1].name == "Here"


@FAST
@given(selections())
def test_a_copy_holds_what_is_selected(selection: Selection) -> None:
    doc = document(layer(2, noise(2, 200, 150), 20, 20))
    after = copied_to_layer(doc, LayerId(2), selection)
    copy, source = pixel_layer(after, LayerId(50)), pixel_layer(doc, LayerId(2))
    assert layer_by_id(after, LayerId(2)) is doc.layers[1]
    pixels, original, covered = shown(copy.raster), shown(source.raster), shown(selection.coverage)
    alpha = np.rint(original[..., 3].astype(float) * covered / 255)
    assert np.abs(pixels[..., 3] - alpha).max() <= 1
    seen = pixels[..., 3] > 0
    assert np.array_equal(pixels[seen][:, :3], original[seen][:, :3])


@FAST
@given(MODES, st.sampled_from([1.0, 0.4]), st.booleans())
def test_a_hard_cut_leaves_the_picture_exactly_the_same(
    mode: BlendMode, opacity: float, masked: bool
) -> None:
    mask = Mask(raster_from_array(noise(9, 90, 80)[..., 0].copy(), fill=255)) if masked else None
    doc = document(
        layer(2, noise(2, 200, 150), 20, 20, blend=mode, opacity=opacity, mask=mask),
        layer(3, noise(3, 60, 60), 90, 90),
    )
    after = cut_to_layer(doc, LayerId(2), ellipse(CANVAS, 50, 30, 170, 140, antialias=False))
    assert [one.id for one in after.layers] == [1, 2, 50, 3]
    assert np.array_equal(flatten(after), flatten(doc))


@FAST
@given(selections(), st.booleans())
def test_pixels_that_move_to_another_layer_keep_every_bit(
    selection: Selection, upwards: bool
) -> None:
    filled, blank = layer(2, noise(2, 260, 180), 20, 10), layer(3, noise(0, 0, 0))
    doc = document(*((filled, blank) if upwards else (blank, filled)))
    after = moved_to_layer(doc, LayerId(2), LayerId(3), selection)
    whole = shown(selection.coverage) >= 128
    source, target = (shown(pixel_layer(after, LayerId(n)).raster) for n in (2, 3))
    original = shown(filled.raster)
    seen = original[..., 3] > 0
    assert np.array_equal(target[whole & seen], original[whole & seen])
    assert np.array_equal(source[~whole], original[~whole])
    assert (source[whole] == 0).all() and (target[~whole] == 0).all()
    assert np.array_equal(flatten(after), flatten(doc))


@pytest.mark.parametrize("source", [2, 3])
@pytest.mark.parametrize("depth", [8, 16])
def test_moving_onto_pixels_of_a_neighbour_keeps_the_picture(source: int, depth: int) -> None:
    dtype = DEPTHS[depth == 16]
    doc = document(
        layer(2, noise(2, 260, 180, dtype)),
        layer(3, noise(3, 200, 150, dtype), 40, 20),
        depth=depth,
        opaque=False,
    )
    area = rectangle(CANVAS, 30, 30, 180, 120)
    after = moved_to_layer(doc, LayerId(source), LayerId(5 - source), area)
    assert apart(doc, after) <= 1
    assert moved_to_layer(doc, LayerId(2), LayerId(2), area) is doc


@FAST
@given(st.sampled_from([8, 16]), st.sampled_from([1.0, 0.6, 0.0]), MODES)
def test_applying_a_mask_keeps_the_picture(depth: int, density: float, mode: BlendMode) -> None:
    dtype = DEPTHS[depth == 16]
    mask = Mask(
        raster_from_array(noise(9, 200, 170, dtype)[..., 0].copy(), fill=0), density=density
    )
    doc = document(layer(2, noise(2, 260, 180, dtype), 10, 10, mask=mask, opacity=0.7), depth=depth)
    after = with_mask_applied(doc, LayerId(2))
    assert pixel_layer(after, LayerId(2)).mask is None
    assert apart(doc, after) <= 1
    off = replace(
        doc, layers=(doc.layers[0], replace(doc.layers[1], mask=replace(mask, enabled=False)))
    )
    assert apart(off, with_mask_applied(off, LayerId(2))) == 0
    assert with_mask_applied(after, LayerId(2)) is after


@pytest.mark.parametrize("depth", [8, 16])
def test_alpha_goes_into_a_mask_and_comes_back_exactly(depth: int) -> None:
    dtype = DEPTHS[depth == 16]
    doc = document(layer(2, noise(2, 260, 180, dtype), 10, 10), depth=depth)
    masked = with_mask_from_alpha(doc, LayerId(2))
    found = pixel_layer(masked, LayerId(2))
    assert found.mask is not None
    assert set(np.unique(shown(found.raster)[..., 3])) == {0, np.iinfo(dtype).max}
    assert apart(doc, masked) <= 1
    back = with_mask_applied(masked, LayerId(2))
    assert same_tiles(pixel_layer(back, LayerId(2)).raster, pixel_layer(doc, LayerId(2)).raster)


def grays(seed: int, dtype: type) -> Pixels:
    pixels = noise(seed, 260, 180, dtype)
    pixels[..., 1] = pixels[..., 2] = pixels[..., 0]
    return pixels


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("opacity", [1.0, 0.4])
def test_a_gray_multiply_layer_is_the_same_in_normal_mode(depth: int, opacity: float) -> None:
    dtype = DEPTHS[depth == 16]
    shade = layer(2, grays(2, dtype), 10, 10, blend=BlendMode.MULTIPLY, opacity=opacity)
    doc = document(shade, depth=depth)
    normal = as_normal(doc, LayerId(2))
    assert pixel_layer(normal, LayerId(2)).blend is BlendMode.NORMAL
    assert apart(doc, normal) <= 1
    assert apart(doc, as_multiply(normal, LayerId(2))) <= 1


@pytest.mark.parametrize("depth", [8, 16])
def test_a_coloured_multiply_layer_is_the_same_over_white(depth: int) -> None:
    dtype = DEPTHS[depth == 16]
    white = layer(1, np.full((200, 300, 4), np.iinfo(dtype).max, dtype))
    shade = layer(2, noise(2, 300, 200, dtype), blend=BlendMode.MULTIPLY)
    doc = document(white, shade, depth=depth, opaque=False)
    normal = as_normal(doc, LayerId(2))
    assert apart(doc, normal) <= 1
    assert apart(normal, as_multiply(normal, LayerId(2))) <= 1


def test_conversions_refuse_what_they_cannot_convert() -> None:
    group = GroupLayer(id=LayerId(4), name="group")
    doc = document(group)
    with pytest.raises(ValueError, match="multiply"):
        as_normal(doc, LayerId(1))
    with pytest.raises(ValueError, match="normal"):
        as_multiply(as_multiply(doc, LayerId(1)), LayerId(1))
    with pytest.raises(ValueError, match="group"):
        with_mask_applied(doc, LayerId(4))
