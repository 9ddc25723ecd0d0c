"""The quick wide filters say what the plain ones say."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration import rows
from engine.tasks.illustration.fill import nearest_source
from engine.tasks.illustration.morphology import closed, depth_up_to, dilated, opened

SILENT = Progress.silent()
SHAPES = [(1, 1), (1, 60), (60, 1), (7, 33), (90, 120)]
CROSS = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], np.uint8)
SQUARE = np.ones((3, 3), np.uint8)


def step_by_step(
    gray: NDArray[np.uint8], first: str, second: str, radius: int
) -> NDArray[np.uint8]:
    """Two filters with an octagon, each as `radius` filters with a cross or a small square."""
    filters = {"dilate": cv2.dilate, "erode": cv2.erode}
    crosses = round(0.586 * radius)
    for name in (first, second):
        for number in range(radius):
            gray = filters[name](gray, CROSS if number < crosses else SQUARE)
    return gray


@pytest.fixture(autouse=True)
def _small_bands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "BAND_PIXELS", 600)
    monkeypatch.setattr(rows, "MARGINS_PER_BAND", 0.2)


@pytest.mark.parametrize("radius", [1, 2, 3, 5, 9, 22, 40])
@pytest.mark.parametrize("shape", SHAPES)
def test_wide_filters_equal_many_small_ones(shape: tuple[int, int], radius: int) -> None:
    random = np.random.default_rng(radius)
    gray = random.integers(0, 256, shape).astype(np.uint8)
    gray[random.random(shape) < 0.8] = 200
    assert np.array_equal(
        closed(gray, radius, SILENT), step_by_step(gray, "dilate", "erode", radius)
    )
    mask = cv2.blur(random.random(shape), (9, 9)) > 0.42
    small = step_by_step(mask.view(np.uint8), "erode", "dilate", radius) > 0
    assert np.array_equal(opened(mask, radius, SILENT), small)
    square = np.ones((2 * radius + 1,) * 2, np.uint8)
    assert np.array_equal(
        dilated(mask, radius, SILENT), cv2.dilate(mask.view(np.uint8), square) > 0
    )


def test_depth_is_right_up_to_its_limit() -> None:
    mask = cv2.blur(np.random.default_rng(3).random((300, 40)), (31, 31)) > 0.49
    whole = cv2.distanceTransform(mask.view(np.uint8), cv2.DIST_L2, 3)
    depth = depth_up_to(6, mask, SILENT)
    shallow = whole <= 6
    assert (whole > 6).any()
    assert np.allclose(depth[shallow], whole[shallow], atol=1e-4)
    assert (depth[~shallow] > 6).all()


@pytest.mark.parametrize("shape", [*SHAPES, (40000, 2)])
@pytest.mark.parametrize("share", [0.5, 0.02])
def test_the_nearest_source_is_about_the_nearest(shape: tuple[int, int], share: float) -> None:
    random = np.random.default_rng(5)
    source = random.random(shape) < share
    source[-1, -1] = True
    index = nearest_source(source, SILENT)
    assert index is not None
    assert source.ravel()[index].all()
    y, x = np.divmod(index, shape[1])
    own_y, own_x = np.indices(shape)
    found = np.hypot(y - own_y, x - own_x)
    exact = cv2.distanceTransform((~source).view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    assert np.abs(found - exact).max() < 0.6


def test_without_a_source_there_is_no_nearest_one() -> None:
    assert nearest_source(np.zeros((4, 4), np.bool_), SILENT) is None
