"""Takes the standard streams away from everybody, so that no stray print breaks the protocol."""

from __future__ import annotations

import faulthandler
import io
import os
import sys
import threading
from typing import Final

CHUNK: Final = 2**18


class Channel:
    """The byte streams to and from the window. `read` on one thread, `write` on any."""

    def __init__(self, read_descriptor: int, write_descriptor: int) -> None:
        self._read_descriptor = read_descriptor
        self._write_descriptor = write_descriptor
        self._writing = threading.Lock()

    def read(self) -> bytes:
        """The next piece of the stream, waiting for it; empty when the window is gone."""
        try:
            return os.read(self._read_descriptor, CHUNK)
        except OSError:
            return b""

    def write(self, data: bytes) -> None:
        """All of `data`, unmixed with other writers'.

        A window that is gone is no error here: the reader sees it too and ends the process.
        """
        with self._writing:
            rest = memoryview(data)
            try:
                while rest:
                    rest = rest[os.write(self._write_descriptor, rest) :]
            except OSError:
                return


def take_stdio() -> Channel:
    """Keep descriptors 0 and 1 for the protocol and give everybody else replacements.

    Afterwards reading standard input yields nothing, and standard output, from Python and from
    native code, goes where standard error goes: to the log. Crashes in native code leave a
    traceback there too.
    """
    channel = Channel(os.dup(0), os.dup(1))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(channel._read_descriptor, os.O_BINARY)
        msvcrt.setmode(channel._write_descriptor, os.O_BINARY)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True, errors="backslashreplace")
    faulthandler.enable()
    return channel
