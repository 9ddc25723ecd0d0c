"""The object under clicks and in boxes, on pictures drawn here."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from engine.document.geometry import Rect
from engine.progress import JobCancelled, Progress
from engine.tasks.photo.geodesic import geodesic
from engine.tasks.photo.prompts import Click, Prompt
from engine.tasks.photo.segment import segmented

Flags = npt.NDArray[np.bool_]
LEFT, RIGHT = (150, 200), (330, 200)


def _discs(*, near: bool = False) -> tuple[npt.NDArray[np.uint8], Flags, Flags]:
    """An orange and a blue disc on grainy green, and the mask of each."""
    height, width = 400, 600
    rows, columns = np.mgrid[:height, :width]
    picture = np.empty((height, width, 3), np.uint8)
    picture[:] = (70, 110, 60)
    right = RIGHT if near else (RIGHT[0] + 120, RIGHT[1])
    first = np.hypot(columns - LEFT[0], rows - LEFT[1]) < 90
    second = np.hypot(columns - right[0], rows - right[1]) < 92
    picture[first] = (220, 130, 50)
    picture[second & ~first] = (60, 80, 190)
    grain = np.random.default_rng(5).normal(0, 5, picture.shape)
    return np.clip(picture + grain, 0, 255).astype(np.uint8), first, second & ~first


def _likeness(found: Flags, meant: Flags) -> float:
    return float((found & meant).sum() / (found | meant).sum())


def _asked(picture: npt.NDArray[np.uint8], prompt: Prompt) -> Flags:
    return segmented(picture, prompt, Progress.silent())


def test_a_click_means_the_thing_under_it() -> None:
    picture, first, second = _discs()
    assert _likeness(_asked(picture, Prompt((Click(*LEFT),))), first) > 0.95
    assert _likeness(_asked(picture, Prompt((Click(RIGHT[0] + 120, RIGHT[1]),))), second) > 0.95


def test_a_box_means_what_fills_it() -> None:
    picture, first, _ = _discs()
    box = Rect(55, 105, 245, 295)
    assert _likeness(_asked(picture, Prompt(box=box)), first) > 0.95


def test_clicks_divide_what_came_as_one_and_only_add_or_take_away() -> None:
    picture, first, second = _discs(near=True)
    clicks = [Click(*LEFT), Click(*RIGHT), Click(*RIGHT, is_object=False)]
    both = _asked(picture, Prompt(tuple(clicks[:2])))
    assert _likeness(both, first | second) > 0.9
    alone = _asked(picture, Prompt((clicks[0], clicks[2])))
    assert _likeness(alone, first) > 0.9
    assert not (alone & ~both).any()


def test_a_click_where_the_guess_is_right_changes_nothing() -> None:
    picture, _, _ = _discs()
    one = _asked(picture, Prompt((Click(*LEFT),)))
    more = _asked(
        picture, Prompt((Click(*LEFT), Click(LEFT[0] + 20, LEFT[1]), Click(580, 20, False)))
    )
    assert np.array_equal(one, more)


def test_the_same_prompt_gives_the_same_mask() -> None:
    picture, _, _ = _discs(near=True)
    prompt = Prompt((Click(*LEFT), Click(*RIGHT, is_object=False)))
    assert np.array_equal(_asked(picture, prompt), _asked(picture, prompt))


def test_a_large_picture_gets_a_border_at_its_own_size() -> None:
    picture, first, _ = _discs()
    large = cv2.resize(picture, None, fx=4, fy=4, interpolation=cv2.INTER_CUBIC)
    meant = cv2.resize(first.astype(np.uint8), None, fx=4, fy=4, interpolation=cv2.INTER_LINEAR)
    found = _asked(large, Prompt((Click(4 * LEFT[0], 4 * LEFT[1]),)))
    assert found.shape == large.shape[:2]
    assert _likeness(found, meant > 0) > 0.95


@pytest.mark.parametrize("size", [(1, 1), (1, 30), (3, 2), (40, 40)])
@pytest.mark.parametrize(
    "prompt",
    [
        Prompt(),
        Prompt((Click(0, 0),)),
        Prompt((Click(0, 0), Click(500, 500))),
        Prompt((Click(0, 0, False),)),
        Prompt((Click(0, 0), Click(1, 2, False))),
        Prompt(box=Rect(0, 0, 1, 1)),
        Prompt(box=Rect(-50, -50, 500, 500)),
    ],
)
def test_tiny_and_flat_pictures(size: tuple[int, int], prompt: Prompt) -> None:
    found = _asked(np.full((*size, 3), 90, np.uint8), prompt)
    assert found.shape == size
    assert found.dtype == np.bool_


def test_a_given_mask_is_the_answer() -> None:
    mask = np.eye(9, dtype=np.bool_)
    assert np.array_equal(_asked(np.zeros((9, 9, 3), np.uint8), Prompt(mask=mask)), mask)


def test_it_can_be_cancelled() -> None:
    with pytest.raises(JobCancelled):
        segmented(
            np.zeros((20, 20, 3), np.uint8),
            Prompt((Click(3, 3),)),
            Progress(is_cancelled=lambda: True),
        )


def test_ways_go_round_walls() -> None:
    """A wall with a gap at the bottom: the way behind it leads through the gap."""
    colors = np.zeros((20, 21, 1), np.float32)
    colors[:-1, 10] = 1000
    start = np.full((20, 21), 1e6, np.float32)
    start[0, 0] = 0
    found = geodesic(start, colors, 1.0)
    assert found[0, 9] == pytest.approx(9)
    # Down nine columns and nineteen rows to the gap and the same up again, diagonals where they are
    # shorter.
    there = 9 * np.sqrt(2) + 10
    assert found[19, 9] == pytest.approx(there, rel=1e-5)
    assert found[0, 20] > 2 * there
    assert found[0, 20] < 2 * there + 10
