"""Sizes are checked before memory is taken, and threads stop when nobody takes their results."""

import threading
import zlib

import pytest

from engine.errors import BadFileError
from engine.formats.limits import (
    EXPANSION,
    FREE_BYTES,
    MemoryBudget,
    check_plausible,
    check_size,
    inflated,
)
from engine.formats.parallel import in_threads
from engine.formats.plain import PlainValues


@pytest.mark.parametrize("size", [(0, 5), (5, -1), (300_001, 1), (1, 300_001), (40_000, 40_000)])
def test_sizes_that_no_picture_has_are_refused(size):
    with pytest.raises(BadFileError, match=r"a\.png"):
        check_size(*size, "a.png")


@pytest.mark.parametrize("size", [(1, 1), (300_000, 1), (8192, 8192), (32_768, 32_768)])
def test_large_pictures_are_not(size):
    check_size(*size, "a.png")


def test_a_canvas_too_large_for_its_file_is_refused():
    check_plausible(4096, 4096, 100, 64, "a.psd")
    check_plausible(8192, 8192, 2_000_000, 64, "a.psd")
    with pytest.raises(BadFileError, match="cannot hold"):
        check_plausible(8192, 8192, 100, 64, "a.psd")


def test_a_budget_gives_what_it_has_and_no_more():
    budget = MemoryBudget(1000)
    assert budget.take(FREE_BYTES)
    assert not budget.take(EXPANSION * 1000 + 1)
    assert budget.take(EXPANSION * 1000)
    assert not budget.take(1)


@pytest.mark.parametrize(
    "data",
    [
        zlib.compress(bytes(99)),
        zlib.compress(bytes(101)),
        zlib.compress(bytes(1 << 24)),
        zlib.compress(bytes(100))[:-5],
        b"nothing",
        b"",
    ],
)
def test_streams_of_another_length_are_refused(data):
    if data == zlib.compress(bytes(100))[:-5]:
        data = data[:6]
    with pytest.raises(ValueError, match="data"):
        inflated(data, 100)


def test_a_stream_of_the_right_length_is_unpacked():
    assert inflated(zlib.compress(b"x" * 100), 100) == b"x" * 100


def test_results_come_in_order_and_few_are_waiting():
    running, most = set(), []
    lock = threading.Lock()

    def work(number):
        with lock:
            running.add(number)
            most.append(number - taken)
        return number * number

    taken = 0
    found = []
    for taken, result in enumerate(in_threads(work, range(200), waiting=5), 1):  # noqa: B007
        found.append(result)
    assert found == [number * number for number in range(200)]
    assert max(most) <= 6
    assert running == set(range(200))


def test_leaving_early_drops_what_has_not_begun():
    started = []

    def work(number):
        started.append(number)
        return number

    for result in in_threads(work, range(1000), waiting=10):
        if result == 3:
            break
    assert len(started) < 50


def test_an_exception_in_a_thread_arrives():
    with pytest.raises(ZeroDivisionError):
        list(in_threads(lambda number: 1 // number, [1, 0, 1]))


@pytest.mark.parametrize(
    "ask",
    [
        lambda values: values.text("number"),
        lambda values: values.text("missing"),
        lambda values: values.integer("text"),
        lambda values: values.integer("flag"),
        lambda values: values.integer("number", low=8),
        lambda values: values.number("nan", low=0, high=1),
        lambda values: values.number("flag", low=0, high=1),
        lambda values: values.flag("number", True),
        lambda values: values.color("list", 255),
        lambda values: list(values.parts("number")),
        lambda values: values.part("text"),
        lambda values: values.part("list").integer(7),
        lambda values: values.part("list").integer(-1),
    ],
)
def test_values_of_another_kind_raise_value_error(ask):
    values = PlainValues(
        {"number": 7, "text": "x", "flag": True, "nan": float("nan"), "list": [1, 2]}
    )
    with pytest.raises(ValueError, match=r"."):
        ask(values)
