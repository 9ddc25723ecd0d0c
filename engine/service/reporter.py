"""Progress on its way to the window: not too often, never backwards, never complete."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Final

from engine.protocol.messages import Progressed

MOST_PER_SECOND: Final = 10
SECONDS_BETWEEN: Final = 0.15
"""Between reports of the same stage. This leaves room in the limit for new stages, which are told
at once: a slow stage must not run under the name of the one before."""
ALMOST_DONE: Final = 0.999


class ProgressReporter:
    """The `report` of a job's Progress.

    send: takes the messages. clock: seconds, from any start.
    """

    def __init__(
        self, job: int, send: Callable[[Progressed], None], clock: Callable[[], float]
    ) -> None:
        self._job = job
        self._send = send
        self._clock = clock
        self._fraction = 0.0
        self._stage = ""
        self._told_stage: str | None = None
        self._told: deque[float] = deque(maxlen=MOST_PER_SECOND)

    def __call__(self, fraction: float, stage: str) -> None:
        """The job got to `fraction` (0..1); an empty stage keeps the last one."""
        self._fraction = min(max(self._fraction, fraction), ALMOST_DONE)
        self._stage = stage or self._stage
        now = self._clock()
        if self._may_tell(now):
            self._told.append(now)
            self._told_stage = self._stage
            self._send(Progressed(self._job, self._fraction, self._stage))

    def _may_tell(self, now: float) -> bool:
        if len(self._told) == MOST_PER_SECOND and now - self._told[0] < 1.0:
            return False
        is_news = self._stage != self._told_stage
        return is_news or now - self._told[-1] >= SECONDS_BETWEEN
