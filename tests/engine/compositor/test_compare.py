from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.compositor import compare
from engine.compositor.compare import difference
from tests.engine.compositor.documents import random_pixels


def test_equal_pictures_do_not_differ() -> None:
    pixels = random_pixels(np.random.default_rng(0), 40, 50)
    found = difference(pixels, pixels.copy())
    assert (found.max, found.mean, found.within_one) == (0.0, 0.0, 1.0)
    assert not found.map.any()


def test_every_channel_counts_in_levels_of_255() -> None:
    original = np.full((10, 10, 4), 255, np.uint8)
    changed = original.copy()
    changed[2, 3, 1] -= 7
    changed[4, 5, 3] -= 1
    found = difference(changed, original)
    assert found.max == 7.0
    assert found.map[2, 3] == 7
    assert found.map[4, 5] == 1
    assert found.within_one == pytest.approx(0.99)
    assert found.mean == pytest.approx(0.08)
    wide = difference(changed.astype(np.uint16) * 257, original.astype(np.uint16) * 257)
    assert (wide.max, wide.mean, wide.within_one) == (found.max, found.mean, found.within_one)
    assert np.array_equal(wide.map, found.map)


def test_a_fraction_of_a_level_shows_in_16_bits() -> None:
    original = np.full((1, 2, 4), 65535, np.uint16)
    changed = original.copy()
    changed[0, 0, 0] -= 300
    found = difference(changed, original)
    assert found.max == pytest.approx(300 / 257)
    assert found.within_one == 0.5
    assert found.map[0, 0] == 2


def test_colours_under_zero_alpha_do_not_count() -> None:
    original = np.zeros((1, 1, 4), np.uint8)
    changed = original.copy()
    changed[0, 0, :3] = 200
    assert difference(changed, original).max == 0.0


def test_straight_colours_of_faint_pixels_count() -> None:
    original = np.array([[[200, 0, 0, 3]]], np.uint8)
    changed = np.array([[[100, 0, 0, 3]]], np.uint8)
    assert difference(changed, original).max == 100.0


def test_pictures_of_different_size_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="cannot compare"):
        difference(np.zeros((1, 2, 4), np.uint8), np.zeros((2, 1, 4), np.uint8))


def test_an_empty_picture_is_within_one() -> None:
    empty = np.zeros((0, 5, 4), np.uint8)
    assert difference(empty, empty).within_one == 1.0


@given(st.integers(0, 2**32 - 1))
def test_strips_make_no_difference(seed: int) -> None:
    rng = np.random.default_rng(seed)
    one, other = random_pixels(rng, 23, 31), random_pixels(rng, 23, 31)
    whole = difference(one, other)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compare, "STRIP_PIXELS", 100)
        strips = difference(one, other)
    assert (strips.max, strips.within_one) == (whole.max, whole.within_one)
    assert strips.mean == pytest.approx(whole.mean)
    assert np.array_equal(strips.map, whole.map)
