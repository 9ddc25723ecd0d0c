from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine_link.time_left import FIRST_SECONDS, LEAST_SECONDS, TimeLeft


class Clock:
    def __init__(self) -> None:
        self.now = 50.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def left(clock: Clock) -> TimeLeft:
    left = TimeLeft(clock)
    left.start()
    return left


def test_nothing_is_said_in_the_first_seconds(clock: Clock, left: TimeLeft):
    clock.now += FIRST_SECONDS - 0.1
    assert left.observe(0.5) is None
    assert left.look() is None
    clock.now += 0.1
    assert left.observe(0.5) == pytest.approx(5.0)


def test_it_appears_after_the_first_seconds_even_without_news(clock: Clock, left: TimeLeft):
    clock.now += 4.0
    assert left.observe(0.2) is None
    clock.now += 2.0
    assert left.look() == pytest.approx(4.0 * 4 - 2.0)


def test_nothing_is_said_while_nothing_is_done(clock: Clock, left: TimeLeft):
    clock.now += 100.0
    assert left.observe(0.0) is None
    assert left.look() is None


def test_a_steady_job_counts_down_truly(clock: Clock, left: TimeLeft):
    for second in range(1, 39):
        clock.now = 50.0 + second
        shown = left.observe(second / 40)
        if second >= FIRST_SECONDS:
            assert shown == pytest.approx(40 - second)


def test_it_counts_down_between_news_and_never_says_nothing_is_left(clock: Clock, left: TimeLeft):
    clock.now += 10.0
    assert left.observe(0.5) == pytest.approx(10.0)
    shown = []
    for _ in range(15):
        clock.now += 1.0
        shown.append(left.look())
    assert shown[:8] == pytest.approx([9, 8, 7, 6, 5, 4, 3, 2])
    assert shown[-1] == LEAST_SECONDS


def test_small_swings_do_not_make_it_grow(clock: Clock, left: TimeLeft):
    shown = []
    for second in range(5, 60):
        clock.now = 50.0 + second
        wobble = 0.97 if second % 2 else 1.0
        shown.append(left.observe(wobble * second / 60))
    assert all(later <= earlier for earlier, later in pairwise(shown))


def test_a_job_that_stalls_is_given_more_time_with_the_next_news(clock: Clock, left: TimeLeft):
    clock.now = 60.0
    assert left.observe(0.5) == pytest.approx(10.0)
    clock.now = 80.0
    assert left.observe(0.5) == pytest.approx(30.0)


news = st.tuples(st.floats(0.01, 20), st.none() | st.floats(0, 0.2))


@given(st.lists(news, min_size=1, max_size=60))
@settings(deadline=None)
def test_it_grows_only_with_reason(steps):
    clock = Clock()
    left = TimeLeft(clock)
    left.start()
    fraction = 0.0
    before = None
    for pause, gain in steps:
        clock.now += pause
        counted_down = None if before is None else max(before - pause, LEAST_SECONDS)
        if gain is None:
            shown = left.look()
            assert before is None or shown == pytest.approx(counted_down)
        else:
            fraction = min(1.0, fraction + gain)
            shown = left.observe(fraction)
            if before is not None and shown > before:
                assert shown > counted_down * 1.25 + 2.0
                assert shown == pytest.approx((clock.now - 50.0) * (1 - fraction) / fraction)
        assert shown is None or shown >= LEAST_SECONDS
        before = shown
