from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine_link.time_left import (
    FIRST_SECONDS,
    REASON_FACTOR,
    REASON_SECONDS,
    TimeLeft,
)


class Clock:
    now = 50.0

    def __call__(self) -> float:
        return self.now


def test_nothing_is_said_in_the_first_seconds():
    clock = Clock()
    left = TimeLeft(clock)
    left.start()
    clock.now += FIRST_SECONDS - 0.1
    left.observe(0.5)
    assert left.shown is None
    clock.now += 0.1
    left.observe(0.5)
    assert left.shown == pytest.approx(5.0)


def test_a_steady_job_counts_down_truly():
    clock = Clock()
    left = TimeLeft(clock)
    left.start()
    for second in range(1, 40):
        clock.now = 50.0 + second
        left.observe(second / 40)
        if second >= FIRST_SECONDS:
            assert left.shown == pytest.approx(40 - second)


def test_small_swings_do_not_make_it_grow():
    clock = Clock()
    left = TimeLeft(clock)
    left.start()
    shown = []
    for second in range(5, 60):
        clock.now = 50.0 + second
        wobble = 0.97 if second % 2 else 1.0
        left.observe(wobble * second / 60)
        shown.append(left.shown)
    assert all(later <= earlier for earlier, later in pairwise(shown))


def test_a_job_that_stalls_is_given_more_time():
    clock = Clock()
    left = TimeLeft(clock)
    left.start()
    clock.now = 60.0
    left.observe(0.5)
    assert left.shown == pytest.approx(10.0)
    clock.now = 80.0
    left.observe(0.5)
    assert left.shown == pytest.approx(30.0)


@given(st.lists(st.tuples(st.floats(0.01, 20), st.floats(0, 0.2)), min_size=1, max_size=60))
def test_it_grows_only_with_reason(steps):
    clock = Clock()
    left = TimeLeft(clock)
    left.start()
    fraction, began = 0.0, clock.now
    before, before_at = None, 0.0
    for pause, gain in steps:
        clock.now += pause
        fraction = min(1.0, fraction + gain)
        left.observe(fraction)
        if left.shown is None:
            continue
        assert left.shown >= 0.0
        if before is not None and left.shown > before:
            counted = max(0.0, before - (clock.now - before_at))
            estimate = (clock.now - began) * (1 - fraction) / fraction
            assert estimate > counted * REASON_FACTOR + REASON_SECONDS
        before, before_at = left.shown, clock.now
