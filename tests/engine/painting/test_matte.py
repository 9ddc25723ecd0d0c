"""Soft edges: pure colours, and masks that follow the picture."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from engine.document.geometry import Rect, Size
from engine.document.raster import Raster, empty_raster, pixels_of, raster_from_array
from engine.painting.matte import decontaminated, guided, refined
from engine.painting.reshape import border
from engine.painting.selection import Selection, nothing, selection_from_array
from engine.painting.shapes import rectangle

CANVAS = Size(300, 300)


class Scene:
    """A disc with a soft edge over a background of another colour, at a depth."""

    def __init__(self, dtype: type = np.uint8, softness: float = 3.0) -> None:
        ys, xs = np.mgrid[0:300, 0:300].astype(np.float32)
        alpha = np.zeros((300, 300), np.float32)
        cv2.circle(alpha, (150, 150), 80, 1.0, -1)
        alpha = cv2.GaussianBlur(alpha, (0, 0), softness)
        self.alpha = np.where(alpha < 0.02, 0, np.where(alpha > 0.98, 1, alpha))
        self.front = np.stack(
            [0.8 + 0.1 * np.sin(xs / 15), 0.25 + 0.1 * np.sin(ys / 17), 0.25 + 0 * xs], -1
        )
        self.back = np.stack([0.08 + 0 * xs, 0.7 + 0.15 * np.sin(xs / 30), 0.1 + 0 * ys], -1)
        a = self.alpha[..., None]
        self.seen = a * self.front + (1 - a) * self.back
        self.full = np.iinfo(dtype).max
        self.picture = self.raster(self.seen, np.ones_like(self.alpha), dtype)
        self.cut = self.raster(self.seen, self.alpha, dtype)
        self.soft = (self.alpha > 0) & (self.alpha < 1)

    def raster(self, colors: np.ndarray, alpha: np.ndarray, dtype: type) -> Raster:
        pixels = np.rint(np.dstack([colors, alpha]) * self.full).astype(dtype)
        return raster_from_array(pixels)

    def error(self, raster: Raster) -> float:
        """Mean distance of edge colours from the true ones, weighed by alpha, in 8-bit levels."""
        pixels = pixels_of(raster, CANVAS.rect)[..., :3] / self.full
        distance = np.abs(pixels - self.front).mean(-1)[self.soft]
        return float((distance * self.alpha[self.soft]).sum() / self.alpha[self.soft].sum() * 255)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_edge_colours_lose_the_background(dtype: type) -> None:
    scene = Scene(dtype)
    before = scene.error(scene.cut)
    alone = scene.error(decontaminated(scene.cut))
    informed = scene.error(decontaminated(scene.cut, picture=scene.picture))
    assert before > 25
    assert alone < before / 6
    assert informed < before / 10


def test_only_colours_of_partly_transparent_pixels_change() -> None:
    scene = Scene()
    after = decontaminated(scene.cut, picture=scene.picture)
    old, new = pixels_of(scene.cut, CANVAS.rect), pixels_of(after, CANVAS.rect)
    assert np.array_equal(old[..., 3], new[..., 3])
    assert np.array_equal(old[~scene.soft], new[~scene.soft])
    assert not np.array_equal(old, new)
    hard = raster_from_array(np.full((200, 200, 4), 255, np.uint8))
    assert decontaminated(hard) is hard
    assert decontaminated(empty_raster()).tiles == {}


def test_decontamination_stays_inside_the_selection() -> None:
    scene = Scene()
    left = rectangle(CANVAS, 0, 0, 150, 300)
    after = pixels_of(decontaminated(scene.cut, selection=left), CANVAS.rect)
    whole = pixels_of(decontaminated(scene.cut), CANVAS.rect)
    assert np.array_equal(after[:, 150:], pixels_of(scene.cut, CANVAS.rect)[:, 150:])
    assert np.array_equal(after[:, :150], whole[:, :150])


def test_an_object_without_any_opaque_pixel_keeps_sensible_colours() -> None:
    pixels = np.zeros((64, 64, 4), np.uint8)
    pixels[20:40, 20:40] = (200, 100, 50, 128)
    after = pixels_of(decontaminated(raster_from_array(pixels)), Rect(0, 0, 64, 64))
    assert np.abs(after.astype(int) - pixels).max() <= 1


def true_edge_error(selection: Selection, alpha: np.ndarray) -> float:
    """Sum of wrong coverage, in pixels."""
    return float(np.abs(pixels_of(selection.coverage, CANVAS.rect) / 255 - alpha).sum())


@pytest.mark.parametrize("softness", [0.6, 2.0])
def test_a_rough_selection_is_drawn_to_the_edge_of_the_picture(softness: float) -> None:
    scene = Scene(softness=softness)
    rough = np.zeros((300, 300), np.uint8)
    cv2.circle(rough, (152, 149), 78, 255, -1)
    selection = selection_from_array(CANVAS, rough)
    after = refined(selection, scene.picture, radius=8)
    assert true_edge_error(after, scene.alpha) < true_edge_error(selection, scene.alpha) * 0.55


def test_refining_changes_nothing_far_from_the_edge() -> None:
    scene = Scene()
    selection = rectangle(CANVAS, 60, 60, 240, 240)
    after = refined(selection, scene.picture, radius=6)
    far = pixels_of(border(selection, 12).coverage, CANVAS.rect) == 0
    old, new = (pixels_of(one.coverage, CANVAS.rect) for one in (selection, after))
    assert np.array_equal(old[far], new[far])
    assert refined(nothing(CANVAS), scene.picture).is_empty


def test_the_guided_filter_keeps_what_its_guide_explains() -> None:
    rng = np.random.default_rng(0)
    guide = np.zeros((60, 80, 3), np.float32)
    guide[:, 40:] = (0.9, 0.3, 0.6)
    values = (guide[..., 0] > 0.5).astype(np.float32)
    noisy = (values + rng.normal(0, 0.2, values.shape)).astype(np.float32)
    clean = guided(guide, noisy, 6, 1e-4)
    assert np.abs(clean - values).mean() < 0.4 * np.abs(noisy - values).mean()
    assert np.abs(guided(guide, values, 6, 1e-6) - values).max() < 0.01
    flat = guided(np.zeros_like(guide), noisy, 6, 1e-4)
    assert flat[:, 10:30].std() < 0.05  # without a guide it is a blur
