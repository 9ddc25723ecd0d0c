"""Work on many pieces in threads, in order, cancellable. The codecs release the GIL."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_threads(
    function: Callable[[Item], Result], items: Iterable[Item], *, waiting: int = 64
) -> Iterator[Result]:
    """The results of `function` for all items, in their order.

    At most `waiting` pieces are under way or done but not yet taken, which bounds the memory.
    Leaving the loop early (an exception, a cancelled job) drops what has not begun and waits for
    the rest.
    """
    workers = os.cpu_count() or 1
    with ThreadPoolExecutor(workers, thread_name_prefix="unflatten-formats") as pool:
        running: deque[Future[Result]] = deque()
        try:
            for item in items:
                running.append(pool.submit(function, item))
                if len(running) >= waiting:
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()
        finally:
            for future in running:
                future.cancel()
