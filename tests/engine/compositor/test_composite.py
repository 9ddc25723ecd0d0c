"""The compositor against an independent float64 one, and against itself asked in other ways."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from engine.compositor import composite as composite_module
from engine.compositor.composite import flatten
from engine.document.model import BlendMode, Document
from engine.document.raster import Pixels
from tests.engine.compositor.documents import (
    PIXEL_MODES,
    document_of,
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
    """Within 0.51 level of the unrounded reference; in 16 bits now and then within 1.

    Colours under zero alpha mean nothing and are not compared.
    """
    expected = reference(document)
    apart = np.abs(pixels - expected)
    apart[..., :3][expected[..., 3] == 0.0] = 0.0
    if document.depth == 8:
        assert apart.max() <= 0.51
    else:
        assert apart.max() <= 1.0
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
    document = random_document(seed, depth=16 if seed % 3 == 2 else 8)
    assert_close(flatten(document), document)
