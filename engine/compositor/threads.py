"""Work spread over threads: the kernels leave Python alone, so threads really run at once."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

MOST_THREADS = 8
"""Memory is saturated long before."""

Item = TypeVar("Item")


LIMIT = "UNFLATTEN_THREADS"
"""The variable of the environment by which an artist says how many at most."""


def default_threads() -> int:
    """How many threads help on this computer, or fewer where the environment says so."""
    usable = getattr(os, "sched_getaffinity", None)
    count = len(usable(0)) if usable is not None else os.cpu_count() or 1
    wanted = os.environ.get(LIMIT, "")
    if wanted.isdecimal() and int(wanted) > 0:
        count = min(count, int(wanted))
    return min(MOST_THREADS, count)


def run_chunks(
    work: Callable[[Sequence[Item]], None],
    items: Sequence[Item],
    *,
    size: int,
    threads: int | None = None,
) -> None:
    """Call `work` for pieces of `size` items, on up to `threads` threads (None = all that help).

    The caller's thread works too, so that little work is not held up by the start of others.
    Returns when all is done; an exception in a thread comes out here.
    """
    chunks = [items[start : start + size] for start in range(0, len(items), size)]
    workers = min(len(chunks), default_threads() if threads is None else threads)
    left = iter(chunks)
    failures: list[BaseException] = []
    helpers = [
        threading.Thread(target=_help, args=(work, left, failures), name="compositor")
        for _ in range(workers - 1)
    ]
    for helper in helpers:
        helper.start()
    try:
        for chunk in left:
            work(chunk)
    finally:
        for _ in left:
            pass  # nobody begins anything after a failure
        for helper in helpers:
            helper.join()
    if failures:
        raise failures[0]


def _help(
    work: Callable[[Sequence[Item]], None],
    left: Iterator[Sequence[Item]],
    failures: list[BaseException],
) -> None:
    """Do what is left, together with others; taking the next of a list's iterator is atomic."""
    try:
        for chunk in left:
            work(chunk)
    except BaseException as failure:  # told in the caller's thread
        failures.append(failure)
        for _ in left:
            pass
