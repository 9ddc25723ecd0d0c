"""When a dead engine is started again, and when it had better stay down."""

from __future__ import annotations

from collections.abc import Callable

from engine.protocol.params import Params


class RestartPolicy:
    """At once; but not after two deaths in a row soon after starting, or by the same job.

    quick: seconds after the start within which a death counts as soon. clock: seconds.
    """

    def __init__(self, quick: float, clock: Callable[[], float]) -> None:
        self._quick = quick
        self._clock = clock
        self._started_at = 0.0
        self._quick_deaths = 0
        self._last_killer: Params | None = None

    def engine_started(self) -> None:
        self._started_at = self._clock()

    def job_survived(self) -> None:
        """A job ended without killing the engine: what was before is forgiven."""
        self._quick_deaths = 0
        self._last_killer = None

    def may_restart(self, killer: Params | None) -> bool:
        """The engine died, while working on `killer` if on anything."""
        is_quick = self._clock() - self._started_at < self._quick
        self._quick_deaths = self._quick_deaths + 1 if is_quick else 0
        is_repeated = killer is not None and killer == self._last_killer
        self._last_killer = killer
        return self._quick_deaths < 2 and not is_repeated

    def reset(self) -> None:
        """The artist wants another try."""
        self._quick_deaths = 0
        self._last_killer = None
