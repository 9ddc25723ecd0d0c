"""Objects set into scenes that the tests render."""

from __future__ import annotations

import numpy as np
import pytest

from engine.compositor.composite import composite, flatten
from engine.document.geometry import Rect, Size
from engine.document.model import AdjustmentLayer, Document, GroupLayer, LayerId, PixelLayer, Role
from engine.document.raster import content_bounds, raster_from_array
from engine.progress import Progress
from engine.tasks.photo.compose import composed, estimated_light

SILENT = Progress.silent()


def scene(*, bright: str = "left", depth: int = 8, side: int = 200) -> Document:
    """A ground lit from one side, with a little grain."""
    ramp = np.linspace(220, 60, side)
    ramp = ramp if bright == "left" else ramp[::-1]
    values = np.repeat(ramp[None], side, 0)[..., None] * (1, 0.95, 0.85)
    values += np.random.default_rng(1).normal(0, 3, values.shape)
    pixels = np.full((side, side, 4), 255.0)
    pixels[..., :3] = values.clip(0, 255)
    dtype = np.uint8 if depth == 8 else np.uint16
    raster = raster_from_array((pixels * (1 if depth == 8 else 257)).astype(dtype))
    layer = PixelLayer(id=LayerId(1), name="Scene", raster=raster)
    return Document(size=Size(side, side), layers=(layer,), depth=depth, next_id=2)


def ball(dtype: type = np.uint8) -> np.ndarray:
    rows, columns = np.mgrid[:60, :60]
    distance = np.hypot(rows - 29.5, columns - 29.5)
    pixels = np.zeros((60, 60, 4))
    pixels[..., :3] = (200, 40, 30)
    pixels[..., 3] = np.clip(30 - distance, 0, 1) * 255
    return (pixels * (np.iinfo(dtype).max // 255)).astype(dtype)


def parts(document: Document) -> dict[str, PixelLayer | AdjustmentLayer]:
    group = document.layers[-1]
    assert isinstance(group, GroupLayer)
    return {layer.name: layer for layer in group.layers}


@pytest.mark.parametrize("depth", [8, 16])
def test_the_background_stays_bit_for_bit_away_from_the_object(depth):
    background = scene(depth=depth)
    dtype = np.uint8 if depth == 8 else np.uint16
    result = composed(background, ball(dtype), Rect(70, 60, 130, 140), SILENT)
    before, after = flatten(background), flatten(result)
    touched = np.zeros(before.shape[:2], bool)
    for layer in parts(result).values():
        if isinstance(layer, PixelLayer):
            bounds = content_bounds(layer.raster).intersected(background.size.rect)
            touched[bounds.top : bounds.bottom, bounds.left : bounds.right] = True
    assert not touched.all()
    assert np.array_equal(before[~touched], after[~touched])
    assert (before != after).any()


def test_the_object_stands_on_the_lower_edge_of_its_box_in_proportion():
    result = composed(scene(), ball(), Rect(50, 20, 170, 120), SILENT)
    found = next(one for one in parts(result).values() if one.role is Role.OBJECT)
    bounds = content_bounds(found.raster)
    assert (bounds.bottom, bounds.height, bounds.width) == (120, 100, 100)
    assert bounds.left + bounds.right == 50 + 170
    assert len({layer.link for layer in parts(result).values()} - {0}) == 1


def test_the_shadow_falls_away_from_the_light():
    for bright, sign in (("left", 1), ("right", -1)):
        document = scene(bright=bright)
        place = Rect(70, 60, 130, 140)
        assert estimated_light(flatten(document), place).side * sign < 0
        shadow = parts(composed(document, ball(), place, SILENT))["Cast shadow"]
        assert isinstance(shadow, PixelLayer)
        bounds = content_bounds(shadow.raster)
        assert ((bounds.left + bounds.right) / 2 - 100) * sign > 0


def test_the_object_gets_darker_in_the_dark_and_stays_where_it_fits():
    dark = scene()
    pixels = flatten(dark)
    pixels[..., :3] = pixels[..., :3] // 5
    dark = Document(
        size=dark.size,
        layers=(PixelLayer(id=LayerId(1), name="Dark", raster=raster_from_array(pixels)),),
        next_id=2,
    )
    place = Rect(70, 60, 130, 140)
    middle = Rect(95, 105, 105, 115)
    result = composed(dark, ball(), place, SILENT)
    plain = [one for one in parts(result).values() if not isinstance(one, AdjustmentLayer)]
    lit = composite(result, middle)[..., :3].mean()
    unlit = composite(result, middle, layers=tuple(plain))[..., :3].mean()
    assert lit < 0.9 * unlit


def test_the_same_picture_comes_out_every_time():
    one, two = (composed(scene(), ball(), Rect(70, 60, 130, 140), SILENT) for _ in range(2))
    assert np.array_equal(flatten(one), flatten(two))


@pytest.mark.parametrize(
    "box", [Rect(0, 0, 1, 1), Rect(-50, -50, 20, 20), Rect(150, 150, 400, 400)]
)
def test_any_box_and_any_canvas_will_do(box):
    for side in (1, 3, 200):
        assert flatten(composed(scene(side=side), ball(), box, SILENT)).shape == (side, side, 4)
