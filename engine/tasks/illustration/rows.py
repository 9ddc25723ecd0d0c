"""Walk over a picture in bands of rows, so that a cancel is noticed soon and memory stays small."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from engine.progress import Progress

BAND_PIXELS = 1 << 19  # pixels of one band: a few tens of milliseconds of work
MOST_THREADS = 4


def bands(height: int, width: int) -> Iterator[tuple[int, int]]:
    """Consecutive (start, stop) rows that cover the picture; a band holds at least one row."""
    step = max(1, BAND_PIXELS // max(1, width))
    for start in range(0, height, step):
        yield start, min(height, start + step)


def by_bands(work: Callable[[int, int], None], height: int, width: int, progress: Progress) -> None:
    """Run work(start, stop) for every band on a few threads; bands must not share what they write.

    Raises JobCancelled between bands. The result must not depend on the order of the bands.
    """
    with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1), "illustration") as pool:
        waiting = [pool.submit(work, start, stop) for start, stop in bands(height, width)]
        try:
            for job in waiting:
                progress.check()
                job.result()
        except BaseException:
            for job in waiting:
                job.cancel()
            raise


def with_margin(
    filter_: Callable[[np.ndarray], np.ndarray],
    source: np.ndarray,
    margin: int,
    progress: Progress,
) -> np.ndarray:
    """filter_(source) computed band by band, for a filter that looks at most `margin` rows away."""
    height, width = source.shape[:2]
    pieces: list[tuple[int, np.ndarray]] = []

    def work(start: int, stop: int) -> None:
        low, high = max(0, start - margin), min(height, stop + margin)
        pieces.append((start, filter_(source[low:high])[start - low : stop - low]))

    by_bands(work, height, width, progress)
    pieces.sort(key=lambda piece: piece[0])
    return np.concatenate([piece for _, piece in pieces])
