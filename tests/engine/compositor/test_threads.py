from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest

from engine.compositor.threads import run_chunks


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_every_item_is_worked_on_once_in_pieces(threads: int) -> None:
    seen: list[list[int]] = []
    run_chunks(lambda items: seen.append(list(items)), range(23), size=4, threads=threads)
    assert sorted(one for piece in seen for one in piece) == list(range(23))
    assert sorted(map(len, seen)) == [3, 4, 4, 4, 4, 4]


def test_the_caller_works_too() -> None:
    both = threading.Barrier(2, timeout=20)
    workers: set[int] = set()

    def meet(_items: Sequence[int]) -> None:
        workers.add(threading.get_ident())
        both.wait()

    run_chunks(meet, range(2), size=1, threads=2)
    assert len(workers) == 2
    assert threading.get_ident() in workers


@pytest.mark.parametrize("threads", [1, 3])
def test_a_failure_comes_out_and_ends_the_work(threads: int) -> None:
    begun: list[int] = []

    def fail(items: Sequence[int]) -> None:
        begun.extend(items)
        raise KeyError(items[0])

    with pytest.raises(KeyError):
        run_chunks(fail, range(100), size=1, threads=threads)
    assert len(begun) <= threads
    assert all(thread.name != "compositor" for thread in threading.enumerate())
