"""Adjustment layers: exactly what adjusting the merged pixels gives, and only where they show."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.compositor import adjust as adjust_module
from engine.compositor import composite as composite_module
from engine.compositor.adjust import adjusted_pixels
from engine.compositor.composite import composite, flatten
from engine.document.adjustments import (
    Adjustment,
    BrightnessContrast,
    ColorBalance,
    Curves,
    Exposure,
    HueSaturation,
    Invert,
    Levels,
    LevelsRecord,
    Posterize,
    Threshold,
)
from engine.document.changes import compare
from engine.document.geometry import Rect
from engine.document.model import BlendMode, Document, Mask
from engine.document.raster import Pixels, empty_raster, raster_from_array, tiles_over, with_pixels
from tests.engine.compositor.documents import (
    ADJUSTMENTS,
    PIXEL_MODES,
    adjustment_layer,
    document_of,
    group_layer,
    pixel_layer,
    random_document,
    random_pixels,
)

SIZE = (150, 140)
IDENTITIES = (
    Levels(),
    Curves(),
    BrightnessContrast(),
    Exposure(),
    HueSaturation(),
    ColorBalance(keep_luminosity=False),
)


def noise(seed: int, depth: int = 8, *, opaque: bool = False) -> Pixels:
    pixels = random_pixels(np.random.default_rng(seed), SIZE[1], SIZE[0], depth)
    if opaque:
        pixels[..., 3] = np.iinfo(pixels.dtype).max
    return pixels


def names(adjustment: object) -> str:
    return type(adjustment).__name__


def assert_same_where_visible(one: Pixels, other: Pixels) -> None:
    assert np.array_equal(one[..., 3], other[..., 3])
    seen = one[..., 3] > 0
    assert np.array_equal(one[seen], other[seen])


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("adjustment", ADJUSTMENTS, ids=names)
def test_a_live_adjustment_gives_the_bytes_of_an_applied_one(
    adjustment: Adjustment, depth: int
) -> None:
    below = random_document(7, size=SIZE, depth=depth)
    layers = (pixel_layer(50, noise(3, depth), opacity=0.8), *below.layers)
    under = replace(below, layers=layers)
    over = replace(under, layers=(*layers, adjustment_layer(60, adjustment)))
    assert_same_where_visible(flatten(over), adjusted_pixels(flatten(under), adjustment))


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("size", [(1, 1), (7, 73), (128, 128)])
@pytest.mark.parametrize("adjustment", ADJUSTMENTS, ids=names)
def test_kernels_and_numpy_adjust_alike(
    adjustment: Adjustment, size: tuple[int, int], depth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pixels = random_pixels(np.random.default_rng(5), *size, depth)
    fast = adjusted_pixels(pixels, adjustment)
    monkeypatch.setattr(adjust_module, "kernels", lambda: None)
    assert np.array_equal(adjusted_pixels(pixels, adjustment), fast)


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("mode", PIXEL_MODES)
def test_kernels_and_numpy_draw_alike_in_every_mode(
    mode: BlendMode, depth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    mask = Mask(raster_from_array(noise(9, depth)[:90, :80, 3], fill=0), density=0.9)
    document = document_of(
        pixel_layer(1, noise(1, depth)),
        adjustment_layer(2, ADJUSTMENTS[0], blend=mode, opacity=0.6, fill_opacity=0.7, mask=mask),
        adjustment_layer(3, ADJUSTMENTS[4], blend=mode),
        size=SIZE,
        depth=depth,
    )
    fast = flatten(document)
    monkeypatch.setattr(composite_module, "kernels", lambda: None)
    assert np.array_equal(flatten(document), fast)


@pytest.mark.parametrize("adjustment", IDENTITIES, ids=names)
def test_an_identity_changes_nothing_bit_for_bit(adjustment: Adjustment) -> None:
    below, above = pixel_layer(1, noise(1), opacity=0.37), pixel_layer(3, noise(2), opacity=0.61)
    changes: dict[str, Any] = {"opacity": 0.7}
    middle = adjustment_layer(2, adjustment, **changes)
    with_it = document_of(below, middle, above, size=SIZE)
    assert np.array_equal(flatten(with_it), flatten(document_of(below, above, size=SIZE)))
    pixels = noise(4)
    assert np.array_equal(adjusted_pixels(pixels, adjustment), pixels)


def test_nothing_changes_outside_the_mask_and_alpha_nowhere() -> None:
    raster = with_pixels(
        empty_raster(np.uint8, channels=1), np.full((60, 40), 255, np.uint8), left=20, top=30
    )
    below = pixel_layer(1, noise(1), opacity=0.53)
    masked = adjustment_layer(2, Invert(), mask=Mask(raster), opacity=0.8)
    plain = flatten(document_of(below, size=SIZE))
    found = flatten(document_of(below, masked, size=SIZE))
    inside = np.zeros(found.shape[:2], bool)
    inside[30:90, 20:60] = True
    assert np.array_equal(found[~inside], plain[~inside])
    assert np.array_equal(found[..., 3], plain[..., 3])
    assert (found[inside] != plain[inside]).any()


def test_opacity_mixes_the_adjusted_colours_in() -> None:
    pixels = noise(1, opaque=True)
    document = document_of(
        pixel_layer(1, pixels), adjustment_layer(2, Invert(), opacity=0.3), size=SIZE
    )
    expected = pixels[..., :3] * 0.7 + (255 - pixels[..., :3].astype(float)) * 0.3
    assert np.abs(flatten(document)[..., :3] - expected).max() <= 0.51


@pytest.mark.parametrize("mode", [mode for mode in PIXEL_MODES if mode is not BlendMode.DISSOLVE])
def test_a_blend_mode_mixes_the_adjusted_picture_with_itself(mode: BlendMode) -> None:
    pixels = noise(1, opaque=True)
    levels = Levels(master=LevelsRecord(10, 200, 0, 255, 1.3))
    copy = pixel_layer(2, adjusted_pixels(pixels, levels), blend=mode, opacity=0.7)
    live = adjustment_layer(2, levels, blend=mode, opacity=0.7)
    by_copy = flatten(document_of(pixel_layer(1, pixels), copy, size=SIZE))
    assert np.array_equal(flatten(document_of(pixel_layer(1, pixels), live, size=SIZE)), by_copy)


def test_a_clipped_adjustment_touches_its_base_only() -> None:
    paper = pixel_layer(1, noise(1, opaque=True))
    ink = pixel_layer(2, noise(2), opacity=0.6, blend=BlendMode.MULTIPLY)
    live = document_of(paper, ink, adjustment_layer(3, Invert(), clipped=True), size=SIZE)
    applied = pixel_layer(2, adjusted_pixels(noise(2), Invert()))
    done = document_of(paper, replace(applied, opacity=0.6, blend=BlendMode.MULTIPLY), size=SIZE)
    assert np.abs(flatten(live).astype(int) - flatten(done).astype(int)).max() <= 1


def test_groups_keep_adjustments_in_or_let_them_through() -> None:
    paper, ink = pixel_layer(1, noise(1, opaque=True)), pixel_layer(2, noise(2))
    invert = adjustment_layer(3, Invert())
    inverted_ink = pixel_layer(2, adjusted_pixels(noise(2), Invert()))

    def shown(*layers: Any) -> Pixels:
        return flatten(document_of(*layers, size=SIZE))

    kept_in = shown(paper, group_layer(4, ink, invert, blend=BlendMode.NORMAL))
    assert np.abs(kept_in.astype(int) - shown(paper, inverted_ink).astype(int)).max() <= 1
    through = shown(paper, group_layer(4, ink, invert))
    assert np.array_equal(through, adjusted_pixels(shown(paper, ink), Invert()))
    half = shown(paper, group_layer(4, invert, opacity=0.5))
    assert np.abs(half[..., :3].astype(int) - 127.5).max() <= 1


def test_what_is_clipped_to_an_adjustment_stays_inside_its_mask() -> None:
    raster = with_pixels(
        empty_raster(np.uint8, channels=1), np.full((60, 40), 255, np.uint8), left=20, top=30
    )
    paper = pixel_layer(1, noise(1, opaque=True))
    base = adjustment_layer(2, Posterize(levels=3), mask=Mask(raster))
    ink = pixel_layer(3, noise(3, opaque=True), clipped=True)
    found = flatten(document_of(paper, base, ink, size=SIZE))
    expected = noise(1, opaque=True)
    expected[30:90, 20:60] = noise(3, opaque=True)[30:90, 20:60]
    assert np.array_equal(found, expected)


def test_an_adjustment_on_nothing_is_nothing() -> None:
    document = document_of(adjustment_layer(1, Invert()), size=SIZE)
    assert not flatten(document).any()


def test_any_part_is_a_part_of_the_whole() -> None:
    document = document_of(
        pixel_layer(1, noise(1)), *(adjustment_layer(2 + i, one, opacity=0.6)
                                    for i, one in enumerate(ADJUSTMENTS)), size=SIZE
    )  # fmt: skip
    whole = flatten(document, threads=1)
    assert np.array_equal(flatten(document, threads=7), whole)
    part = composite(document, Rect(33, 17, 141, 133))
    assert np.array_equal(part, whole[17:133, 33:141])


def test_a_changed_adjustment_dirties_the_canvas_or_its_mask() -> None:
    below = pixel_layer(1, noise(1))

    def document(adjustment: Adjustment, mask: Mask | None) -> Document:
        layers = (below, adjustment_layer(2, adjustment, mask=mask))
        return document_of(*layers, size=(600, 400))

    everything = set(tiles_over(Rect(0, 0, 600, 400)))
    before, after = Threshold(level=90), Threshold(level=91)
    assert compare(document(before, None), document(after, None)).dirty == everything
    hiding = Mask(raster_from_array(np.full((50, 50), 9, np.uint8), left=150, top=10, fill=0))
    assert compare(document(before, hiding), document(after, hiding)).dirty == {(0, 1)}
    showing = Mask(raster_from_array(np.full((50, 50), 9, np.uint8), fill=255))
    assert compare(document(before, showing), document(after, showing)).dirty == everything
