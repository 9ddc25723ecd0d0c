"""Holes filled with what is around them: texture goes on, the rest stays, cancelling works."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from engine.progress import JobCancelled, Progress
from engine.tasks.photo.fill import filled

SIDE = 128


def textured(dtype: type[np.uint8] | type[np.uint16] = np.uint8) -> np.ndarray:
    """Rough grass under a smooth sky, H×W×3."""
    noise = np.random.default_rng(3).normal(0, 1, (SIDE, SIDE)).astype(np.float32)
    rough = cv2.GaussianBlur(noise, (0, 0), 1.2) * 90
    picture = np.zeros((SIDE, SIDE, 3), np.float32)
    picture[:50] = (120, 160, 220)
    picture[50:] = np.array((90, 120, 50)) + rough[50:, :, None]
    scale = np.iinfo(dtype).max / 255
    return np.rint(picture.clip(0, 255) * scale).astype(dtype)


def hole_in_the_middle() -> np.ndarray:
    hole = np.zeros((SIDE, SIDE), bool)
    hole[30:100, 45:85] = True
    return hole


def steepness(picture: np.ndarray, where: np.ndarray) -> np.ndarray:
    """The histogram of gradients."""
    gray = picture.astype(np.float32).mean(2)
    steep = np.hypot(cv2.Sobel(gray, cv2.CV_32F, 1, 0), cv2.Sobel(gray, cv2.CV_32F, 0, 1))[where]
    counts, _ = np.histogram(np.log1p(steep), 24, (0, 7.5))
    return counts / counts.sum()


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_the_outside_stays_bit_for_bit(dtype: type[np.uint8] | type[np.uint16]) -> None:
    picture, hole = textured(dtype), hole_in_the_middle()
    marked = picture.copy()
    marked[hole] = 0
    result = filled(marked, hole, Progress.silent())
    assert result.dtype == dtype
    assert (result[~hole] == picture[~hole]).all()
    again = filled(marked, hole, Progress.silent())
    assert (result == again).all()


def test_texture_and_structure_go_on() -> None:
    picture, hole = textured(), hole_in_the_middle()
    result = filled(picture, hole, Progress.silent())
    smooth = cv2.inpaint(picture, hole.astype(np.uint8), 5, cv2.INPAINT_TELEA)
    truth = steepness(picture, hole)
    far = np.abs(steepness(smooth, hole) - truth).sum()
    near = np.abs(steepness(result, hole) - truth).sum()
    assert near < far / 3
    sky = hole & (np.arange(SIDE)[:, None] < 44)
    assert np.abs(result[sky].astype(int) - picture[sky]).max() <= 3


def test_what_is_in_the_hole_does_not_matter() -> None:
    picture, hole = textured(), hole_in_the_middle()
    other = picture.copy()
    other[hole] = 255
    silent = Progress.silent()
    assert (filled(picture, hole, silent) == filled(other, hole, silent)).all()


@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (5, 4), (9, 40)])
def test_tiny_pictures(shape: tuple[int, int]) -> None:
    picture = np.full((*shape, 3), 70, np.uint8)
    hole = np.zeros(shape, bool)
    assert (filled(picture, hole, Progress.silent()) == picture).all()
    hole[0, -1] = True
    result = filled(picture, hole, Progress.silent())
    assert (result[~hole] == 70).all()
    assert shape == (1, 1) or (result == 70).all()


def test_it_can_be_cancelled() -> None:
    asked = 0

    def is_cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 4

    with pytest.raises(JobCancelled):
        filled(textured(), hole_in_the_middle(), Progress(is_cancelled=is_cancelled))
