"""Text mixes its soft edges as light, in every way of drawing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.compositor import composite as module
from engine.compositor.composite import flatten
from engine.document.model import BlendMode, Document, GroupLayer, PixelLayer
from engine.document.style import Stroke, Style
from tests.engine.compositor.documents import (
    document_of,
    pixel_layer,
    random_document,
    random_pixels,
)

TEXT = Style(is_text=True)


def light(v):
    linear = np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)
    return linear ** (1 / 1.45)


def encoded(v):
    linear = v**1.45
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


@pytest.mark.parametrize("opacity", [1.0, 0.7])
@pytest.mark.parametrize("depth", [8, 16])
def test_soft_edges_are_mixed_as_light_of_gamma_1_45(depth, opacity):
    rng = np.random.default_rng(1)
    full = 2**depth - 1
    below, above = random_pixels(rng, 64, 64, depth), random_pixels(rng, 64, 64, depth)
    below[..., 3] = full
    document = document_of(
        pixel_layer(1, below),
        pixel_layer(2, above, style=TEXT, opacity=opacity),
        size=(64, 64),
        depth=depth,
    )
    b, s = below[..., :3] / full, above[..., :3] / full
    share = opacity * above[..., 3:] / full
    expected = encoded((1 - share) * light(b) + share * light(s))
    assert np.abs(flatten(document)[..., :3] / full - expected).max() * 255 <= 1.5


def test_what_is_whole_or_nothing_stays_exact():
    rng = np.random.default_rng(2)
    below, above = random_pixels(rng, 64, 64, 8), random_pixels(rng, 64, 64, 8)
    below[..., 3] = 255
    above[..., 3] = np.where(above[..., 3] < 128, 0, 255)
    layers = pixel_layer(1, below), pixel_layer(2, above, style=TEXT)
    shown = flatten(document_of(*layers, size=(64, 64)))
    assert (shown == np.where(above[..., 3:] == 255, above, below)).all()


@pytest.mark.parametrize("seed", range(4))
def test_numpy_and_kernels_mix_text_alike(seed, monkeypatch):
    document = as_text(random_document(300 + seed, depth=8 if seed % 2 else 16))
    fast = flatten(document)
    monkeypatch.setattr(module, "kernels", lambda: None)
    assert np.array_equal(flatten(document), fast)


def as_text(document: Document) -> Document:
    """All pixel layers are text."""

    def turned(layers):
        return tuple(
            replace(layer, layers=turned(layer.layers))
            if isinstance(layer, GroupLayer)
            else replace(layer, style=TEXT)
            if isinstance(layer, PixelLayer)
            else layer
            for layer in layers
        )

    return replace(document, layers=turned(document.layers))


@pytest.mark.parametrize("paper", [True, False])
def test_text_with_effects_mixes_its_edges_over_them(paper, monkeypatch):
    stroke = Stroke(mode=BlendMode.NORMAL, opacity=1.0, paint=(0.0, 0.0, 1.0), size=3.0)
    pixels = np.zeros((20, 20, 4), np.uint8)
    pixels[5:15, 5:15] = (255, 0, 0, 255)
    pixels[5:15, 5] = (255, 0, 0, 128)
    text = pixel_layer(2, pixels, style=Style(effects=(stroke,), is_text=True))
    white = pixel_layer(1, np.full((20, 20, 4), 255, np.uint8))
    document = document_of(*([white, text] if paper else [text]), size=(20, 20))
    fast = flatten(document)
    share = 128 / 255
    expected = [
        float(encoded(share * light(np.float64(top)) + (1 - share) * light(np.float64(below))))
        * 255
        for top, below in ((1, 0), (0, 0), (0, 1))
    ]
    assert fast[10, 5, :3] == pytest.approx(expected, abs=1.5)
    monkeypatch.setattr(module, "kernels", lambda: None)
    assert np.array_equal(flatten(document), fast)
