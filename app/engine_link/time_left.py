"""How long a job will still take, shown so that it can be trusted."""

from __future__ import annotations

from collections.abc import Callable

FIRST_SECONDS = 5.0
"""Nothing is said before: the first steps say little about the rest."""
REASON_FACTOR = 1.25
REASON_SECONDS = 2.0
"""Only when the rest is longer than what was said by this much may the estimate grow."""
LEAST_SECONDS = 1.0
"""While the job is not done, something is left."""


class TimeLeft:
    """Estimates from the share that is done and the time it took.

    It counts down between observations, and never grows without reason. clock: seconds, from any
    start.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._started: float | None = None
        self._fraction = 0.0
        self._observed = 0.0
        self._shown: float | None = None
        self._shown_at = 0.0

    def start(self) -> None:
        """The work begins now."""
        if self._started is None:
            self._started = self._observed = self._clock()

    def observe(self, fraction: float) -> float | None:
        """`fraction` (0..1) of the work is done. Seconds left as they are to be shown now."""
        self.start()
        self._fraction = fraction
        self._observed = self._clock()
        return self._show(self._estimate())

    def look(self) -> float | None:
        """Seconds left now, without news; None while nothing can be said."""
        counted_down = self._counted_down()
        return self._show(self._estimate() if counted_down is None else counted_down)

    def _estimate(self) -> float | None:
        """What the last observation says about now."""
        now = self._clock()
        if self._started is None or now - self._started < FIRST_SECONDS or self._fraction <= 0.0:
            return None
        rest = (self._observed - self._started) * (1.0 - self._fraction) / self._fraction
        return max(rest - (now - self._observed), LEAST_SECONDS)

    def _counted_down(self) -> float | None:
        if self._shown is None:
            return None
        return max(self._shown - (self._clock() - self._shown_at), LEAST_SECONDS)

    def _show(self, estimate: float | None) -> float | None:
        """Show the estimate, or what was said before when it is only a little less."""
        counted_down = self._counted_down()
        if estimate is not None and counted_down is not None:
            assert self._shown is not None
            has_reason = estimate > counted_down * REASON_FACTOR + REASON_SECONDS
            estimate = estimate if has_reason else min(self._shown, estimate)
        if estimate is not None:
            self._shown = estimate
            self._shown_at = self._clock()
        return self._shown
