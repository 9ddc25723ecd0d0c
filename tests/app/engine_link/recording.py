"""Writes down what a job says."""

from __future__ import annotations

from typing import Any

from app.engine_link.job import Job


class Heard:
    """Every signal of a job as (name, arguments), in order."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.said: list[tuple[str, tuple[Any, ...]]] = []
        job.progressed.connect(self._progressed)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._cancelled)
        job.ended.connect(self._ended)

    def _progressed(self, fraction: float, stage: str, seconds: float | None) -> None:
        self.said.append(("progressed", (fraction, stage, seconds)))

    def _finished(self, outcome: object) -> None:
        self.said.append(("finished", (outcome,)))

    def _failed(self, error: object) -> None:
        self.said.append(("failed", (error,)))

    def _cancelled(self) -> None:
        self.said.append(("cancelled", ()))

    def _ended(self) -> None:
        self.said.append(("ended", ()))

    @property
    def end(self) -> list[str]:
        """The names of everything but progress."""
        return [name for name, _ in self.said if name != "progressed"]

    @property
    def error(self) -> Any:
        return next(arguments[0] for name, arguments in self.said if name == "failed")

    @property
    def outcome(self) -> Any:
        return next(arguments[0] for name, arguments in self.said if name == "finished")
