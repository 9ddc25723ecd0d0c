"""What the engine writes to standard error: the last lines at hand, the rest in a rotating file."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import BinaryIO, Final

TAIL_LINES: Final = 200
FILE_NAME: Final = "engine.log"
MAX_FILE_BYTES: Final = 2**20
"""Then the file becomes `engine.log.1` and a new one is begun."""


class EngineLog:
    """Takes bytes as they come. directory: where the file lies, None for none.

    A file that cannot be written is done without: the log must never stop the work.
    """

    def __init__(self, directory: Path | None, max_file_bytes: int = MAX_FILE_BYTES) -> None:
        self._path = None if directory is None else directory / FILE_NAME
        self._max_file_bytes = max_file_bytes
        self._file: BinaryIO | None = None
        self._lines: deque[str] = deque(maxlen=TAIL_LINES)
        self._unfinished = b""

    @property
    def tail(self) -> tuple[str, ...]:
        """The last lines, oldest first."""
        unfinished = (_text(self._unfinished),) if self._unfinished else ()
        return (*self._lines, *unfinished)[-TAIL_LINES:]

    def write(self, data: bytes) -> None:
        """The engine wrote `data`."""
        *lines, self._unfinished = (self._unfinished + data).split(b"\n")
        self._lines.extend(_text(line) for line in lines[-TAIL_LINES:])
        try:
            self._write_file(data)
        except OSError:
            self.close()
            self._path = None

    def close(self) -> None:
        """Close the file; the next write opens it again."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _write_file(self, data: bytes) -> None:
        if self._path is None:
            return
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("ab", buffering=0)
        if self._file.tell() + len(data) > self._max_file_bytes and self._file.tell() > 0:
            self.close()
            self._path.replace(self._path.with_name(f"{FILE_NAME}.1"))
            self._file = self._path.open("ab", buffering=0)
        self._file.write(data)


def _text(line: bytes) -> str:
    return line.rstrip(b"\r").decode("utf-8", "replace")
