"""Shadows found without being marked, in scenes whose shadow is known."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from engine.compositor.composite import flatten
from engine.document.geometry import Size
from engine.document.model import BlendMode, Document, LayerId, PixelLayer, Role
from engine.document.raster import pixels_of, raster_from_array
from engine.progress import Progress
from engine.tasks.photo.effects import shadow_of
from engine.tasks.photo.lift import lifted

WIDTH, HEIGHT = 240, 200
RATIO = np.array((0.35, 0.42, 0.5))


def scene(with_shadow: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """A post on rough sand: the picture 0..1, the same without shadow, the post, its shadow."""
    noise = np.random.default_rng(5).normal(0, 1, (HEIGHT, WIDTH)).astype(np.float32)
    rough = cv2.GaussianBlur(noise, (0, 0), 1.5) * 0.1
    ground = np.clip(np.array((0.72, 0.62, 0.48)) + rough[..., None], 0, 1)
    mask = np.zeros((HEIGHT, WIDTH), np.uint8)
    cv2.rectangle(mask, (80, 50), (105, 140), 1, -1)
    shade = np.zeros((HEIGHT, WIDTH), np.float32)
    corners = np.array([(80, 141), (106, 130), (190, 148), (186, 164), (90, 144)], np.int32)
    cv2.fillPoly(shade, [corners], 1.0)
    shade = cv2.GaussianBlur(shade, (0, 0), 1.5)
    free = ground.copy()
    free[mask > 0] = (0.2, 0.35, 0.6)
    picture = free.copy()
    if with_shadow:
        dimmed = ground * (1 - shade[..., None] * (1 - RATIO))
        picture = np.where((mask > 0)[..., None], free, dimmed)
    return picture, free, mask > 0, (shade > 0.5) & (mask == 0)


def test_the_shadow_is_found_and_taken_away() -> None:
    picture, free, mask, shade = scene(with_shadow=True)
    ratio = shadow_of(picture, mask, Progress.silent())
    found = (1 - ratio.mean(2) > 0.04) & ~mask
    assert (found & shade).sum() / (found | shade).sum() > 0.6
    lit = np.minimum(picture / np.maximum(ratio, 1e-3), 1)
    before = ((picture - free)[shade] ** 2).mean()
    after = ((lit - free)[shade] ** 2).mean()
    assert 10 * np.log10(before / after) > 8
    core = cv2.erode(shade.astype(np.uint8), np.ones((7, 7))) > 0
    assert np.abs(np.median(ratio[core], 0) - RATIO).max() < 0.08


def test_no_shadow_is_invented() -> None:
    picture, _, mask, _ = scene(with_shadow=False)
    assert (shadow_of(picture, mask, Progress.silent()) == 1).all()


def test_nothing_and_everything_cast_no_shadow() -> None:
    picture, _, mask, _ = scene(with_shadow=True)
    for same in (np.zeros_like(mask), np.ones_like(mask)):
        assert (shadow_of(picture, same, Progress.silent()) == 1).all()


@pytest.mark.parametrize("depth", [8, 16])
def test_lifted_layers_add_up_and_leave_the_rest_alone(depth: int) -> None:
    picture, _, mask, shade = scene(with_shadow=True)
    full = (1 << depth) - 1
    pixels = np.full((HEIGHT, WIDTH, 4), full, np.uint8 if depth == 8 else np.uint16)
    pixels[..., :3] = np.rint(picture * full)
    layer = PixelLayer(id=LayerId(1), name="Photo", raster=raster_from_array(pixels))
    document = Document(size=Size(WIDTH, HEIGHT), layers=(layer,), depth=depth, next_id=2)
    result = lifted(document, mask, Progress.silent(), is_exact=True)
    assert np.abs(flatten(result).astype(int) - pixels).max() * 255 <= full
    background, shadow, cut = result.layers
    assert (background.role, shadow.role, cut.role) == (
        Role.BACKGROUND, Role.SHADOW, Role.OBJECT
    )  # fmt: skip
    assert shadow.blend is BlendMode.MULTIPLY and shadow.link == cut.link is not None
    assert isinstance(background, PixelLayer) and isinstance(shadow, PixelLayer)
    canvas = result.size.rect
    far = ~(cv2.dilate((mask | shade).astype(np.uint8), np.ones((25, 25))) > 0)
    far &= pixels_of(shadow.raster, canvas)[..., 3] == 0
    assert far.mean() > 0.4
    assert (pixels_of(background.raster, canvas)[far] == pixels[far]).all()
