"""A pool of threads per call: the kernels leave Python alone, so threads really run at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
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

    Returns when all is done; an exception in a thread comes out here.
    """
    chunks = [items[start : start + size] for start in range(0, len(items), size)]
    workers = min(len(chunks), default_threads() if threads is None else threads)
    if workers <= 1:
        for chunk in chunks:
            work(chunk)
        return
    with ThreadPoolExecutor(workers, thread_name_prefix="compositor") as pool:
        for _ in pool.map(work, chunks):
            pass
