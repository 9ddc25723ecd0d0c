"""Soft edges of objects whose true edges are known, because the test draws them."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from engine.progress import JobCancelled, Progress
from engine.tasks.photo.matting import matte, trimap_of

OBJECT, GROUND = np.array([0.85, 0.3, 0.2]), np.array([0.15, 0.35, 0.75])


def _soft_disc(side: int, radius: float) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """A picture of a disc with an edge of ten pixels, slightly shaded, and its true alpha."""
    rows, columns = np.mgrid[:side, :side]
    alpha = np.clip(0.5 + (radius - np.hypot(rows - side / 2, columns - side / 2)) / 10, 0, 1)
    shade = 1 + 0.1 * rows[..., None] / side
    picture = (alpha[..., None] * OBJECT + (1 - alpha[..., None]) * GROUND) * shade
    return picture, alpha


def _matte(
    picture: npt.NDArray[np.float64], mask: npt.NDArray[np.bool_], **options: int
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    return matte(picture, mask, Progress.silent(), **options)


@pytest.mark.parametrize("side", [150, 500])
def test_the_true_edge_is_found_also_over_tiles(side: int) -> None:
    picture, truth = _soft_disc(side, side / 3)
    found, _ = _matte(picture, truth > 0.5, reach=12)
    band = np.abs(truth - 0.5) < 0.5
    assert np.abs(found - truth)[band].mean() < 0.03
    assert np.abs(found - truth).max() < 0.15


def test_edges_are_free_of_the_ground() -> None:
    picture, truth = _soft_disc(200, 60)
    alpha, colors = _matte(picture, truth > 0.5, reach=12)
    edge = (alpha > 0.3) & (alpha < 0.9)
    shade = 1 + 0.1 * np.mgrid[:200, :200][0][..., None] / 200
    assert np.abs(colors - OBJECT * shade)[edge].mean() < 0.04
    assert np.abs(picture - OBJECT * shade)[edge].mean() > 0.1  # what a halo would be


@pytest.mark.parametrize("most", [0, 1, 4])
def test_an_exact_mask_is_hardly_exceeded(most: int) -> None:
    picture, truth = _soft_disc(150, 40)
    mask = truth > 0.9
    alpha, _ = _matte(picture, mask, reach=15, outside=most)
    away = cv2.distanceTransform((~mask).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    assert not alpha[away > most].any()
    assert most == 0 or alpha[~mask].any()


def test_away_from_the_border_nothing_is_solved() -> None:
    picture, truth = _soft_disc(300, 90)
    mask = truth > 0.5
    alpha, colors = _matte(picture, mask, reach=10)
    known = trimap_of(mask, 10, 10) != 0.5
    assert np.array_equal(alpha[known], mask[known].astype(np.float32))
    assert np.array_equal(colors[known], picture[known].astype(np.float32))


def test_the_same_edge_twice() -> None:
    picture, truth = _soft_disc(300, 90)
    one, other = (_matte(picture, truth > 0.5) for _ in range(2))
    assert np.array_equal(one[0], other[0])
    assert np.array_equal(one[1], other[1])


@pytest.mark.parametrize("size", [(1, 1), (1, 7), (2, 2), (5, 300), (40, 40)])
@pytest.mark.parametrize("kind", ["none", "all", "one pixel", "half"])
def test_tiny_pictures_and_odd_masks(size: tuple[int, int], kind: str) -> None:
    picture = np.repeat(np.random.default_rng(2).random((*size, 1)), 3, axis=2)  # gray
    mask = np.zeros(size, np.bool_)
    if kind == "all":
        mask[:] = True
    elif kind == "one pixel":
        mask[0, 0] = True
    elif kind == "half":
        mask[:, : (size[1] + 1) // 2] = True
    alpha, colors = _matte(picture, mask)
    assert alpha.shape == size
    assert colors.shape == (*size, 3)
    for values in (alpha, colors):
        assert np.isfinite(values).all()
        assert 0 <= values.min() <= values.max() <= 1
    if kind in ("none", "all"):
        assert np.array_equal(alpha, mask.astype(np.float32))


def test_it_is_cancelled_between_tiles() -> None:
    picture, truth = _soft_disc(500, 160)
    asked = 0

    def is_cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 15

    with pytest.raises(JobCancelled):
        matte(picture, truth > 0.5, Progress(is_cancelled=is_cancelled))
    assert asked == 16
