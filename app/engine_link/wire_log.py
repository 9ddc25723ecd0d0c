"""Records everything that window and engine say to each other, to read and to replay."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final, Literal

import msgspec

from engine.protocol.messages import ToEngine, ToWindow

VARIABLE: Final = "UNFLATTEN_WIRE_LOG"


class WireRecord(msgspec.Struct, frozen=True):
    """One line of the log. at: seconds since the recording began."""

    at: float
    to: Literal["engine", "window"]
    message: msgspec.Raw


class WireLog:
    """Appends one JSON object per message to a file."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._file: BinaryIO = path.open("ab", buffering=0)
        self._clock = clock
        self._began = clock()

    def to_engine(self, message: ToEngine) -> None:
        self._record("engine", message)

    def to_window(self, message: ToWindow) -> None:
        self._record("window", message)

    def close(self) -> None:
        self._file.close()

    def _record(self, to: Literal["engine", "window"], message: ToEngine | ToWindow) -> None:
        at = round(self._clock() - self._began, 4)
        record = WireRecord(at, to, msgspec.Raw(msgspec.json.encode(message)))
        self._file.write(msgspec.json.encode(record) + b"\n")


def wire_log_from_environment() -> WireLog | None:
    """The log that the variable UNFLATTEN_WIRE_LOG asks for."""
    path = os.environ.get(VARIABLE)
    return WireLog(Path(path)) if path else None
