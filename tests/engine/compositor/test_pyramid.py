from __future__ import annotations

import numpy as np
import pytest

from engine.compositor import pyramid as pyramid_module
from engine.compositor.pyramid import Pyramid, halved
from engine.document.raster import Pixels
from tests.engine.compositor.documents import random_pixels


def averaged(pixels: Pixels) -> Pixels:
    """Half size in exact integers: premultiplied sums of 2×2, rounded half up."""
    wide = pixels.astype(object)
    blocks = [wide[y::2, x::2] for y in (0, 1) for x in (0, 1)]
    alpha = sum(block[..., 3:] for block in blocks)
    total = sum(block[..., :3] * block[..., 3:] for block in blocks)
    divisor = np.where(alpha == 0, 1, alpha)
    color = np.where(alpha == 0, 0, (2 * total + divisor) // (2 * divisor))
    return np.concatenate([color, (2 * alpha + 4) // 8], -1).astype(pixels.dtype)


@pytest.mark.parametrize("depth", [8, 16])
def test_levels_are_area_averages_of_premultiplied_pixels(depth: int) -> None:
    rng = np.random.default_rng(depth)
    pixels = random_pixels(rng, 256, 256, depth)
    pixels[:40, :, 3] = 2**depth - 1
    tiles = {
        (row, column): pixels[row * 128 : row * 128 + 128, column * 128 : column * 128 + 128].copy()
        for row in range(2)
        for column in range(2)
    }
    pyramid = Pyramid(pixels.dtype, levels=2)
    pyramid.update(tiles)
    first = pyramid.tile(1, (0, 0))
    assert first is not None
    error = np.abs(first.astype(int) - averaged(pixels))
    # 16-bit sums do not fit float32 exactly
    assert error.max() <= (0 if depth == 8 else 1)
    second = pyramid.tile(2, (0, 0))
    assert second is not None
    assert np.abs(second[:64, :64].astype(int) - averaged(first)).max() <= (0 if depth == 8 else 1)
    assert not second[64:].any()


@pytest.mark.parametrize("depth", [8, 16])
def test_numpy_and_kernels_halve_alike(depth: int, monkeypatch: pytest.MonkeyPatch) -> None:
    tile = random_pixels(np.random.default_rng(3), 128, 128, depth)
    pyramid = Pyramid(tile.dtype, levels=1)
    pyramid.update({(-1, 0): tile})
    fast = pyramid.tile(1, (-1, 0))
    assert fast is not None
    monkeypatch.setattr(pyramid_module, "kernels", lambda: None)
    pyramid.update({(-1, 0): tile})
    assert np.array_equal(pyramid.tile(1, (-1, 0)), fast)
    assert np.array_equal(fast[64:, :64], halved(tile))


def test_an_update_renews_only_what_lies_over_the_changed_tiles() -> None:
    rng = np.random.default_rng(1)
    tiles = {(row, column): random_pixels(rng, 128, 128) for row in range(4) for column in range(4)}
    pyramid = Pyramid(levels=2)
    pyramid.update(tiles)
    before = dict(pyramid.level(1))
    changed = {(2, 3): random_pixels(rng, 128, 128)}
    assert pyramid.update(changed) == (frozenset({(1, 1)}), frozenset({(0, 0)}))
    after = pyramid.level(1)
    assert {key for key in before if after[key] is not before[key]} == {(1, 1)}
    again = Pyramid(levels=2)
    again.update({**tiles, **changed})
    for level in (1, 2):
        for key, tile in again.level(level).items():
            assert np.array_equal(tile, pyramid.tile(level, key))
    pyramid.clear()
    assert pyramid.tile(1, (0, 0)) is None
