"""How long a job will still take, shown so that it can be trusted."""

from __future__ import annotations

from collections.abc import Callable

FIRST_SECONDS = 5.0
"""Nothing is said before: the first steps say little about the rest."""
REASON_FACTOR = 1.25
REASON_SECONDS = 2.0
"""Only when the rest is longer than what was said by this much may the estimate grow."""


class TimeLeft:
    """Estimates from the share that is done and the time it took.

    `shown` never grows without reason. clock: seconds, from any start.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._started: float | None = None
        self._shown: float | None = None
        self._shown_at = 0.0

    @property
    def shown(self) -> float | None:
        """Seconds left as of the last observation, None while nothing can be said."""
        return self._shown

    def start(self) -> None:
        """The work begins now."""
        if self._started is None:
            self._started = self._clock()

    def observe(self, fraction: float) -> None:
        """`fraction` (0..1) of the work is done."""
        now = self._clock()
        self.start()
        assert self._started is not None
        elapsed = now - self._started
        if elapsed < FIRST_SECONDS or fraction <= 0.0:
            return
        estimate = elapsed * (1.0 - fraction) / fraction
        if self._shown is None:
            self._shown = estimate
        else:
            counted_down = max(0.0, self._shown - (now - self._shown_at))
            has_reason = estimate > counted_down * REASON_FACTOR + REASON_SECONDS
            self._shown = estimate if has_reason else min(self._shown, estimate)
        self._shown_at = now
