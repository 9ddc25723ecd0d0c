"""Drafts equal the exact pyramid where averaging commutes, and depend on nothing asked before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.compositor import drafts as drafts_module
from engine.compositor.composite import composite_tiles
from engine.compositor.drafts import DraftCompositor
from engine.compositor.job import Family
from engine.compositor.pyramid import Pyramid, halve
from engine.document.geometry import Rect
from engine.document.model import BlendMode, Document, LayerId, Mask
from engine.document.raster import (
    Pixels,
    TileKey,
    raster_from_array,
    tiles_over,
    with_pixels,
)
from tests.engine.compositor.documents import (
    document_of,
    pixel_layer,
    random_document,
    random_pixels,
)
from tests.engine.compositor.test_cache import edited

SIZE = (700, 520)


def level_keys(document: Document, level: int) -> list[TileKey]:
    size = document.size
    return list(tiles_over(Rect(0, 0, -(-size.width >> level), -(-size.height >> level))))


def exact(document: Document, level: int) -> Mapping[TileKey, Pixels]:
    pyramid = Pyramid(document.dtype, levels=level)
    pyramid.update(composite_tiles(document, tiles_over(document.size.rect)))
    return pyramid.level(level)


def drafted(document: Document, level: int) -> dict[TileKey, Pixels]:
    return DraftCompositor().tiles(document, level, level_keys(document, level))


def smooth(seed: int, width: int, height: int, depth: int = 8) -> Pixels:
    """Opaque colours that change slowly."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    rng = np.random.default_rng(seed)
    waves = [np.sin(x * a + y * b + c) for a, b, c in rng.uniform(-0.01, 0.01, (3, 3))]
    top = 2**depth - 1
    color = (np.stack(waves, -1) * 0.5 + 0.5) * top
    alpha = np.full((height, width, 1), top)
    return np.concatenate([color, alpha], -1).astype(f"u{depth // 8}")


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_draft_of_smooth_layers_is_the_averaged_composite(level: int, depth: int) -> None:
    width, height = 1024, 512
    mask = smooth(9, width, height, depth)[..., 0]
    modes = [BlendMode.NORMAL, BlendMode.MULTIPLY, BlendMode.SCREEN, BlendMode.SOFT_LIGHT]
    layers = [
        pixel_layer(index, smooth(index, width, height, depth), blend=mode, opacity=0.7)
        for index, mode in enumerate(modes, 1)
    ]
    layers[0] = replace(layers[0], opacity=1.0)
    layers[2] = replace(layers[2], mask=Mask(raster_from_array(mask), density=0.8))
    document = document_of(*layers, size=(width, height), depth=depth)
    true, draft = exact(document, level), drafted(document, level)
    assert draft.keys() == true.keys()
    for key, tile in draft.items():
        apart = np.abs(tile.astype(int) - true[key].astype(int)).max() / (2**depth - 1)
        # Averages are rounded to the depth before they are blended, at every level.
        assert apart <= (4.01 / 255 if depth == 8 else 1 / 255), key


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_draft_of_one_layer_is_the_pyramids_tile(level: int) -> None:
    """Averaging a layer and averaging what it looks like alone are the same."""
    pixels = random_pixels(np.random.default_rng(level), 640, 896)
    document = document_of(pixel_layer(1, pixels), size=(896, 640))
    true, draft = exact(document, level), drafted(document, level)
    for key, tile in draft.items():
        shown = true[key][..., 3] > 0
        assert np.abs(tile[shown].astype(int) - true[key][shown]).max() <= 1
        assert np.array_equal(tile[..., 3] > 0, shown)


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=15, deadline=None)
def test_drafts_that_follow_edits_equal_fresh_ones(seed: int) -> None:
    rng = np.random.default_rng(seed)
    document = random_document(seed, size=SIZE, depth=int(rng.choice([8, 16])))
    drafts = DraftCompositor()
    history = [document]
    for _ in range(4):
        if document.depth == 8:
            document, _ = edited(document, rng)
            history.append(document)
        level = int(rng.integers(1, 4))
        keys = level_keys(document, level)
        some = [key for key in keys if rng.random() < 0.7]
        while rng.random() < 0.7 and not drafts.prepare(document, level, some, most=20):
            pass
        fresh = DraftCompositor().tiles(document, level, some)
        for key, tile in drafts.tiles(document, level, some).items():
            assert np.array_equal(tile, fresh[key]), (level, key)
        document = history[rng.integers(len(history))]


def four_layers() -> Document:
    rng = np.random.default_rng(5)
    layers = [pixel_layer(index, random_pixels(rng, 512, 512)) for index in range(1, 5)]
    return document_of(*layers, size=(512, 512))


def test_only_what_an_edit_touched_is_averaged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Family] = []

    def recording(families: Sequence[Family]) -> None:
        made.extend(families)
        halve(families)

    monkeypatch.setattr(drafts_module, "halve", recording)
    document, drafts = four_layers(), DraftCompositor()
    keys = level_keys(document, 1)
    drafts.prepare(document, 1, keys)
    assert len(made) == 4 * len(keys)
    made.clear()
    layer = document.layers[2]
    dab = np.full((10, 10, 4), 7, np.uint8)
    dabbed = replace(layer, raster=with_pixels(layer.raster, dab, left=130, top=20))
    after = replace(document, layers=(*document.layers[:2], dabbed, document.layers[3]))
    drafts.tiles(after, 1, keys)
    assert len(made) == 1


def test_what_is_no_longer_shown_makes_room() -> None:
    document = four_layers()
    tile = 128 * 128 * 4
    drafts = DraftCompositor(budget=6 * tile)
    assert not drafts.affords(document, 1, level_keys(document, 1))
    assert drafts.affords(document, 2, level_keys(document, 2))
    for layer in document.layers:
        one = replace(document, layers=(layer,))
        drafts.tiles(one, 1, level_keys(document, 1))
        assert drafts.nbytes <= 6 * tile
    drafts.clear()
    assert drafts.nbytes == 0


def test_layers_that_show_nothing_cost_nothing() -> None:
    document = four_layers()
    hidden = tuple(replace(layer, visible=layer.id == LayerId(2)) for layer in document.layers)
    drafts = DraftCompositor()
    drafts.tiles(replace(document, layers=hidden), 2, [(0, 0)])
    assert drafts.nbytes == 128 * 128 * 4
