"""The window's end of the protocol without a window: for tests of the engine process."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, Queue
from typing import TypeVar

from engine.protocol.framing import Deframer, frame
from engine.protocol.messages import PROTOCOL, Hello, Submit, ToEngine, ToWindow, build
from engine.protocol.params import Params

PATIENCE = 20.0
Kind = TypeVar("Kind")


class Peer:
    """A running engine process, spoken to in messages; `engine_process` makes one."""

    def __init__(self, process: subprocess.Popen[bytes], session: Path) -> None:
        self.process = process
        self.session = session
        self.received: list[ToWindow] = []
        self._queue: Queue[ToWindow | None] = Queue()
        self._reader = threading.Thread(target=self._read, name="peer")
        self._reader.start()

    def say(self, message: ToEngine) -> None:
        self.say_bytes(frame(message))

    def say_bytes(self, data: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def greet(self) -> None:
        self.say(Hello(PROTOCOL, build(), str(self.session)))

    def submit(self, job: int, params: Params) -> None:
        self.say(Submit(job, params))

    def hang_up(self) -> None:
        """Close the stream to the engine, as a window that died does."""
        assert self.process.stdin is not None
        self.process.stdin.close()

    def hear(self) -> ToWindow:
        """The next message; AssertionError when the engine goes away instead."""
        message = self._next()
        assert message is not None, f"the engine is gone: {self.log()}"
        return message

    def hear_a(self, kind: type[Kind]) -> Kind:
        """The next message of this kind; others before it are only kept in `received`."""
        while True:
            message = self.hear()
            if isinstance(message, kind):
                return message

    def hear_rest(self) -> list[ToWindow]:
        """All messages until the engine is gone."""
        rest = []
        while (message := self._next()) is not None:
            rest.append(message)
        return rest

    def exit_status(self) -> int:
        return self.process.wait(PATIENCE)

    def log(self) -> str:
        """Everything on standard error so far."""
        return self._log_path.read_text(errors="replace")

    @property
    def _log_path(self) -> Path:
        return self.session.parent / "log.txt"

    def _next(self) -> ToWindow | None:
        try:
            message = self._queue.get(timeout=PATIENCE)
        except Empty:
            raise AssertionError(f"the engine says nothing: {self.log()}") from None
        if message is not None:
            self.received.append(message)
        return message

    def _read(self) -> None:
        deframer: Deframer[ToWindow] = Deframer(ToWindow)
        assert self.process.stdout is not None
        while data := os.read(self.process.stdout.fileno(), 65536):
            for message in deframer.feed(data):
                self._queue.put(message)
        deframer.finish()
        self._queue.put(None)

    def close(self) -> None:
        """Nothing is left of it: no process, no thread, no pipe."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            with suppress(BrokenPipeError):
                pipe.close()


@contextmanager
def engine_process(
    directory: Path, *, trials: bool = True, arguments: tuple[str, ...] = ("-m", "engine", "serve")
) -> Iterator[Peer]:
    """An engine process that has heard nothing yet; its session is `directory/session`."""
    session = directory / "session"
    session.mkdir(mode=0o700)
    environment = os.environ | {"UNFLATTEN_TEST_TASKS": "1" if trials else "0"}
    with (directory / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env=environment,
        )
    peer = Peer(process, session)
    try:
        yield peer
    finally:
        peer.close()
