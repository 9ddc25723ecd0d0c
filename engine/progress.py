"""Progress and cancelling are one object, so that nothing long can forget to be cancellable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


class JobCancelled(Exception):
    """Raised inside a job at its next progress call after somebody cancelled it."""


def _ignore(_fraction: float, _stage: str) -> None:
    return None


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Progress:
    """Reports how far a job is and stops it when it was cancelled.

    report: called with (fraction of the whole job 0..1, stage in the artist's words).
    is_cancelled: asked on every call; True raises JobCancelled in the job.
    """

    report: Callable[[float, str], None] = _ignore
    is_cancelled: Callable[[], bool] = _never
    start: float = 0.0
    stop: float = 1.0

    @staticmethod
    def silent() -> Progress:
        """A progress that nobody watches and nobody can cancel."""
        return Progress()

    def at(self, fraction: float, stage: str = "") -> None:
        """Report `fraction` (0..1 of this part) and the stage; an empty stage keeps the last one.

        Raises JobCancelled when the job was cancelled.
        """
        self.check()
        inside = min(max(fraction, 0.0), 1.0)
        self.report(self.start + inside * (self.stop - self.start), stage)

    def check(self) -> None:
        """Raise JobCancelled when the job was cancelled; report nothing."""
        if self.is_cancelled():
            raise JobCancelled

    def part(self, start: float, stop: float) -> Progress:
        """The progress of a step that covers start..stop of this one."""
        span = self.stop - self.start
        return Progress(
            self.report, self.is_cancelled, self.start + start * span, self.start + stop * span
        )
