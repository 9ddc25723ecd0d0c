"""Every message of the protocol. Imperative from window to engine, past tense back.

One JSON object per message, the struct's name in the field `type`. Window and engine ship together:
`PROTOCOL` and `build()` must be equal on both sides, there is no negotiation.
"""

from __future__ import annotations

from importlib import metadata
from typing import Literal, TypeAlias

import msgspec

from engine.protocol.documents import WireInputs, WireOutcome
from engine.protocol.params import Params

PROTOCOL = 1

ErrorCode: TypeAlias = Literal[
    "out_of_memory",
    "disk_full",
    "model_missing",
    "model_corrupt",
    "bad_file",
    "bad_request",
    "unsupported",
    "internal",
    "engine_lost",
]
"""`engine_lost` is never sent: the window's side of the link says it when the engine is gone."""


class ErrorInfo(msgspec.Struct, frozen=True):
    """message: what happened, one sentence for people. hint: what to do. detail: for the log."""

    code: ErrorCode
    message: str
    hint: str = ""
    detail: str = ""


class Hello(msgspec.Struct, frozen=True, tag=True):
    """First and once. session_dir: the private directory for pixels, made by the window."""

    protocol: int
    build: str
    session_dir: str


class Submit(msgspec.Struct, frozen=True, tag=True):
    """A job. `job` is a number chosen by the window and never used again."""

    job: int
    params: Params
    inputs: WireInputs = WireInputs()


class Cancel(msgspec.Struct, frozen=True, tag=True):
    """Stop this job soon. Of a job that has ended, or never was, nothing happens."""

    job: int


class Unload(msgspec.Struct, frozen=True, tag=True):
    """Give memory back to the system once there is nothing to do."""


class Shutdown(msgspec.Struct, frozen=True, tag=True):
    """Cancel everything and exit with status 0."""


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The answer to Hello: jobs may come. tasks: names of the tasks there are."""

    protocol: int
    build: str
    tasks: tuple[str, ...]


class Refused(msgspec.Struct, frozen=True, tag=True):
    """The engine cannot work with what it was told (other version, broken stream) and exits."""

    error: ErrorInfo


class Started(msgspec.Struct, frozen=True, tag=True):
    """The job left the queue."""

    job: int


class Progressed(msgspec.Struct, frozen=True, tag=True):
    """At most 10 a second for a job, fraction never decreasing and never 1."""

    job: int
    fraction: float
    stage: str


class Finished(msgspec.Struct, frozen=True, tag=True):
    job: int
    outcome: WireOutcome


class Cancelled(msgspec.Struct, frozen=True, tag=True):
    job: int


class Failed(msgspec.Struct, frozen=True, tag=True):
    job: int
    error: ErrorInfo


ToEngine: TypeAlias = Hello | Submit | Cancel | Unload | Shutdown
ToWindow: TypeAlias = Ready | Refused | Started | Progressed | Finished | Cancelled | Failed


def build() -> str:
    """The version of this program; a window and an engine of different builds do not talk."""
    try:
        return metadata.version("unflatten-studio")
    except metadata.PackageNotFoundError:
        return "source"
