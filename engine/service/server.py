"""The engine process: says hello, takes requests, ends when the window does."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import sys
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from engine.protocol.errors import ProtocolError
from engine.protocol.framing import Deframer, frame
from engine.protocol.messages import (
    PROTOCOL,
    Cancel,
    ErrorInfo,
    Hello,
    Ready,
    Refused,
    Shutdown,
    Submit,
    ToEngine,
    Unload,
    build,
)
from engine.service.jobs import Jobs
from engine.service.stdio import Channel, take_stdio
from engine.tasks.task import task_names

EXIT_BROKEN: Final = 1
EXIT_REFUSED: Final = 2
SECONDS_TO_END: Final = 1.0
"""How long a job gets to notice that it was cancelled before the process ends regardless."""


def serve() -> int:
    """Serve one window on the standard streams until it says Shutdown or is gone.

    Returns the exit status: 0, or 2 when the window speaks another protocol. The session directory
    is removed at the end. Ends the process itself when a job does not let go in time.
    """
    channel = take_stdio()
    _leave_signals_to_the_window()
    stream = _messages(channel)
    try:
        session = _greeted(next(stream, None), channel)
    except ProtocolError as error:
        _refuse(channel, error)
        return EXIT_REFUSED
    if session is None:
        return 0
    jobs = Jobs(channel.write, session)
    reader = _Reader(channel, stream, jobs, session)
    reader.start()
    jobs.run()
    _remove(session)
    return reader.end_orderly()


def _leave_signals_to_the_window() -> None:
    """Ctrl-C in a terminal and the end of a session reach both; the window still needs us then."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)


def _messages(channel: Channel) -> Iterator[ToEngine]:
    """Every message of the window; ends when the window is gone."""
    deframer: Deframer[ToEngine] = Deframer(ToEngine)
    while data := channel.read():
        yield from deframer.feed(data)


def _greeted(hello: ToEngine | None, channel: Channel) -> Path | None:
    """Answer the first message; the session directory, or None when there was nobody.

    Raises ProtocolError when we cannot work together.
    """
    if hello is None:
        return None
    if not isinstance(hello, Hello):
        raise ProtocolError(f"{type(hello).__name__} before Hello")
    ours = (PROTOCOL, build())
    if (hello.protocol, hello.build) != ours:
        raise ProtocolError(
            f"the window speaks protocol {hello.protocol} of build {hello.build}, the engine "
            f"protocol {ours[0]} of build {ours[1]}"
        )
    session = Path(hello.session_dir)
    if not _is_private_directory(session):
        raise ProtocolError(f"{session} is not a private directory")
    channel.write(frame(Ready(PROTOCOL, build(), task_names())))
    return session


def _is_private_directory(path: Path) -> bool:
    """Whether it is a directory of ours that nobody else may enter."""
    try:
        status = path.lstat()
    except (OSError, ValueError):
        return False
    if not path.is_absolute() or not stat.S_ISDIR(status.st_mode):
        return False
    if sys.platform == "win32":
        return True  # access is inherited from the user's own temporary directory
    return status.st_uid == os.getuid() and stat.S_IMODE(status.st_mode) & 0o077 == 0


def _refuse(channel: Channel, error: ProtocolError) -> None:
    info = ErrorInfo(
        "bad_request",
        "The window and the engine do not understand each other.",
        "Close Unflatten and start it again; if that does not help, install it anew.",
        str(error),
    )
    channel.write(frame(Refused(info)))


class _Reader(threading.Thread):
    """Reads requests while the main thread works, so that a cancel is seen at once.

    When the window is gone or talks nonsense, the main thread gets a moment to end its job; then
    the process ends, whatever the main thread does.
    """

    def __init__(
        self, channel: Channel, stream: Iterator[ToEngine], jobs: Jobs, session: Path
    ) -> None:
        super().__init__(name="requests", daemon=True)
        self._channel = channel
        self._stream = stream
        self._jobs = jobs
        self._session = session
        self._status = 0
        self._main_is_done = threading.Event()

    def run(self) -> None:
        try:
            for message in self._stream:
                self._obey(message)
        except ProtocolError as error:
            self._status = EXIT_REFUSED
            _refuse(self._channel, error)
        except BaseException:
            self._status = EXIT_BROKEN
            traceback.print_exc()
        finally:
            self._end_process()

    def _end_process(self) -> None:
        self._jobs.close()
        self._main_is_done.wait(SECONDS_TO_END)
        _remove(self._session)
        sys.stderr.flush()
        os._exit(self._status)

    def end_orderly(self) -> int:
        """Called by the main thread when its last job has ended: the status to exit with."""
        self._main_is_done.set()
        return self._status

    def _obey(self, message: ToEngine) -> None:
        match message:
            case Submit():
                self._jobs.submit(message)
            case Cancel():
                self._jobs.cancel(message.job)
            case Unload():
                self._jobs.unload()
            case Shutdown():
                self._jobs.close()
            case Hello():
                raise ProtocolError("a second Hello")


def _remove(session: Path) -> None:
    """Remove the session directory; the window may be doing the same."""
    shutil.rmtree(session, ignore_errors=True)
