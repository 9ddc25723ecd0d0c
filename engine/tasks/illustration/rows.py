"""Walk over a picture in bands of rows, so that a cancel is noticed soon and memory stays small.

Whoever walks reports how far it is, so every step gets its own part of the progress.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import accumulate, pairwise

import numpy as np

from engine.progress import Progress

BAND_PIXELS = 1 << 18  # pixels of one band: a few hundredths of a second of work
MARGINS_PER_BAND = 2.0  # a band is at least so many margins high, or they would be most of the work
MOST_THREADS = 4
SECONDS_PER_CHECK = 0.05

Band = tuple[int, int]


def bands(height: int, width: int, least: int = 1) -> list[Band]:
    """Consecutive (start, stop) rows that cover the picture, at least `least` rows in a band."""
    step = max(least, 1, BAND_PIXELS // max(1, width))
    return [(start, min(height, start + step)) for start in range(0, height, step)]


def reported(spans: Sequence[Band], progress: Progress) -> Iterator[Band]:
    """The bands one after the other; reports before each and raises JobCancelled."""
    for number, span in enumerate(spans):
        progress.at(number / len(spans))
        yield span


def shares(progress: Progress, *weights: float) -> list[Progress]:
    """Consecutive parts of the progress for steps that take about so long."""
    whole = sum(weights)
    ends = [0.0, *accumulate(weights)]
    return [progress.part(start / whole, stop / whole) for start, stop in pairwise(ends)]


def by_bands(
    work: Callable[[int, int], None], height: int, width: int, progress: Progress, least: int = 1
) -> None:
    """Run work(start, stop) for every band on a few threads; bands must not share what they write.

    Raises JobCancelled between bands. The result must not depend on the order of the bands.
    """
    spans = bands(height, width, least)
    with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1), "illustration") as pool:
        waiting = [pool.submit(work, *span) for span in spans]
        try:
            for number, job in enumerate(waiting):
                progress.at(number / len(waiting))
                _finish(job, progress)
        except BaseException:
            for job in waiting:
                job.cancel()
            raise


def with_margin(
    filter_: Callable[..., np.ndarray],
    margin: int,
    progress: Progress,
    *sources: np.ndarray,
    dtype: type[np.generic] | None = None,
) -> np.ndarray:
    """filter_(*sources) computed band by band, for a filter that looks at most `margin` rows away.

    The sources have the same height and width; the result is as large as the first one, and of its
    type where no `dtype` is given.
    """
    height, width = sources[0].shape[:2]
    result = np.empty(sources[0].shape, dtype or sources[0].dtype)

    def work(start: int, stop: int) -> None:
        low, high = max(0, start - margin), min(height, stop + margin)
        filtered = filter_(*(source[low:high] for source in sources))
        result[start:stop] = filtered[start - low : stop - low]

    by_bands(work, height, width, progress, round(MARGINS_PER_BAND * margin))
    return result


def _finish(job: Future[None], progress: Progress) -> None:
    """Wait for the job and go on asking meanwhile whether it is still wanted."""
    while wait([job], SECONDS_PER_CHECK).not_done:
        progress.check()
    job.result()
