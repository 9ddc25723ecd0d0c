"""Tiles from the cache equal freshly drawn ones, whatever was asked before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.compositor import cache as cache_module
from engine.compositor.cache import CompositeCache, split_at
from engine.compositor.composite import composite_tiles
from engine.document.geometry import Size
from engine.document.model import BlendMode, Document, Layer, LayerId
from engine.document.raster import Pixels, TileKey, tiles_over, with_pixels
from engine.document.tree import walk
from tests.engine.compositor.documents import (
    document_of,
    group_layer,
    pixel_layer,
    random_document,
    random_pixels,
)

SIZE = (300, 170)


def assert_equals_fresh(cache: CompositeCache, document: Document, active: LayerId | None) -> None:
    keys = list(tiles_over(document.size.rect))
    fresh = composite_tiles(document, keys)
    for key, tile in cache.tiles(document, keys, active=active).items():
        assert np.array_equal(tile, fresh[key]), key


def changed(layers: tuple[Layer, ...], target: int, change: Callable[[Layer], Layer]) -> Any:
    return tuple(
        change(layer)
        if layer.id == target
        else replace(layer, layers=changed(layer.layers, target, change))
        if hasattr(layer, "layers")
        else layer
        for layer in layers
    )


def edited(document: Document, rng: np.random.Generator) -> tuple[Document, LayerId | None]:
    """One random edit: a dab, an opacity, a mode, visibility, order, removal, canvas size."""
    layers = list(walk(document.layers))
    if not layers:
        return document, None
    target = layers[rng.integers(len(layers))]
    kind = rng.integers(7)
    if kind == 0 and hasattr(target, "raster"):
        dab = random_pixels(rng, 30, 30)
        left, top = (int(v) for v in rng.integers(-40, 250, 2))
        change = {"raster": with_pixels(target.raster, dab, left=left, top=top)}
    elif kind == 1:
        change = {"blend": list(BlendMode)[rng.integers(len(BlendMode))]}
    elif kind == 2:
        change = {"visible": not target.visible, "clipped": not target.clipped}
    elif kind == 3:
        order = rng.permutation(len(document.layers))
        return replace(document, layers=tuple(document.layers[i] for i in order)), target.id
    elif kind == 4:
        kept = tuple(layer for layer in document.layers if layer.id != target.id)
        return replace(document, layers=kept), None
    elif kind == 5:
        return replace(document, size=Size(int(rng.integers(1, 400)), 170)), target.id
    else:
        change = {"opacity": float(rng.random())}
    edit = changed(document.layers, target.id, lambda layer: replace(layer, **change))
    return replace(document, layers=edit), target.id


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=40, deadline=None)
def test_incremental_equals_full(seed: int) -> None:
    rng = np.random.default_rng(seed)
    document = random_document(seed, size=SIZE)
    cache = CompositeCache()
    history = [document]
    for _ in range(8):
        document, active = edited(document, rng)
        history.append(document)
        assert_equals_fresh(cache, document, active if rng.random() < 0.8 else None)
        if rng.random() < 0.3:
            document = history[rng.integers(len(history))]
            assert_equals_fresh(cache, document, active)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, set[TileKey]]]:
    """Every drawing call of the cache: how many layers, which tiles."""
    calls: list[tuple[int, set[TileKey]]] = []

    def recording(document: Document, keys: Iterable[TileKey], **rest: Any) -> Mapping[Any, Pixels]:
        keys = list(keys)
        calls.append((len(rest["layers"]), set(keys)))
        return composite_tiles(document, keys, **rest)

    monkeypatch.setattr(cache_module, "composite_tiles", recording)
    return calls


def five_layers() -> Document:
    rng = np.random.default_rng(0)
    return document_of(
        *(pixel_layer(index, random_pixels(rng, 170, 300)) for index in range(1, 6)), size=SIZE
    )


def test_only_dirty_tiles_are_drawn_again(drawn: list[tuple[int, set[TileKey]]]) -> None:
    document, cache = five_layers(), CompositeCache()
    keys = list(tiles_over(document.size.rect))
    cache.tiles(document, keys)
    cache.tiles(document, keys)
    assert drawn == [(5, set(keys))]
    layer = document.layers[2]
    dab = np.full((10, 10, 4), 7, np.uint8)
    dabbed = replace(layer, raster=with_pixels(layer.raster, dab, left=130, top=20))
    layers = (*document.layers[:2], dabbed, *document.layers[3:])
    cache.tiles(replace(document, layers=layers), keys)
    assert drawn[1:] == [(5, {(0, 1)})]


def test_an_opacity_drag_draws_only_from_its_layer_up(
    drawn: list[tuple[int, set[TileKey]]],
) -> None:
    document, cache = five_layers(), CompositeCache()
    for step in range(4):
        dragged = replace(document.layers[3], opacity=0.9 - step / 10)
        layers = (*document.layers[:3], dragged, document.layers[4])
        document = replace(document, layers=layers)
        assert_equals_fresh(cache, document, LayerId(4))
    assert [count for count, _ in drawn] == [5, 2, 2, 2]


def test_a_small_budget_changes_no_pixel() -> None:
    document = five_layers()
    cache = CompositeCache(tiles_budget=3 * 65536, stack_budget=2 * 262144)
    for step in range(4):
        dragged = replace(document.layers[3], opacity=0.9 - step / 10)
        document = replace(document, layers=(*document.layers[:3], dragged, document.layers[4]))
        assert_equals_fresh(cache, document, LayerId(4))
    cache.clear()
    assert_equals_fresh(cache, document, None)


def test_the_split_is_at_the_base_of_the_active_layers_run() -> None:
    pixels = np.zeros((1, 1, 4), np.uint8)
    one, two, three, four = (pixel_layer(index, pixels) for index in range(1, 5))
    layers = (one, two, replace(three, clipped=True), group_layer(9, four, clipped=True))
    assert [split_at(layers, LayerId(key)) for key in (1, 2, 3, 4, 9, 77)] == [0, 1, 1, 1, 1, 0]
