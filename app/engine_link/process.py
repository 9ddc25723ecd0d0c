"""One run of the engine process, from start to end, in messages."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

import engine
from app.engine_link.log import EngineLog
from app.engine_link.wire_log import WireLog
from engine.protocol.errors import ProtocolError
from engine.protocol.framing import Deframer, frame
from engine.protocol.messages import ToEngine, ToWindow

COMMAND: Final = (sys.executable, "-m", "engine", "serve")


class EngineProcess(QObject):
    """Emits `started`, then any number of `received`, then `ended` exactly once.

    environment: variables beside our own. GUI thread; nothing blocks but `stop`.
    """

    started = Signal()
    received = Signal(object)
    """ToWindow"""
    ended = Signal(str)
    """how it ended, for the log"""

    def __init__(
        self,
        command: tuple[str, ...],
        environment: Mapping[str, str],
        log: EngineLog,
        wire_log: WireLog | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._command = command
        self._log = log
        self._wire_log = wire_log
        self._deframer: Deframer[ToWindow] = Deframer(ToWindow)
        self._reason = ""
        self._has_ended = False
        self._process = QProcess(self)
        self._process.setProcessEnvironment(_environment(environment))
        # `-m engine` looks in the working directory first: it must find our engine, no other.
        self._process.setWorkingDirectory(str(Path(engine.__file__).parent.parent))
        self._process.started.connect(self.started)
        self._process.readyReadStandardOutput.connect(self._read_messages)
        self._process.readyReadStandardError.connect(self._read_log)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)

    def start(self) -> None:
        program, *arguments = self._command
        self._process.start(program, arguments)

    def send(self, message: ToEngine) -> None:
        """Say something; it goes out from the event loop. Raises ProtocolError if it cannot go."""
        data = frame(message)
        if self._wire_log is not None:
            self._wire_log.to_engine(message)
        self._process.write(data)

    def kill(self, reason: str) -> None:
        """End it now; `ended` follows from the event loop, with this reason."""
        self._reason = self._reason or reason
        self._process.kill()

    def stop(self, farewell: ToEngine, seconds: float) -> None:
        """Say farewell, hang up, wait for the end and kill it after `seconds`. Emits nothing."""
        self._has_ended = True
        self.blockSignals(True)
        if self._process.state() == QProcess.ProcessState.Running:
            self.send(farewell)
            self._process.closeWriteChannel()
            self._process.waitForFinished(int(seconds * 1000))
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(-1)
        self._read_log()

    def _read_messages(self) -> None:
        data = bytes(self._process.readAllStandardOutput().data())
        try:
            for message in self._deframer.feed(data):
                if self._has_ended:
                    return
                if self._wire_log is not None:
                    self._wire_log.to_window(message)
                self.received.emit(message)
        except ProtocolError as error:
            self.kill(f"it broke the protocol: {error}")

    def _read_log(self) -> None:
        data = bytes(self._process.readAllStandardError().data())
        if data:
            self._log.write(data)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end(f"it could not be started: {self._process.errorString()}")

    def _on_finished(self, exit_code: int, exit_status: QProcess.ExitStatus) -> None:
        self._read_messages()
        self._read_log()
        if exit_status == QProcess.ExitStatus.CrashExit:
            self._end(self._reason or f"it crashed: {self._process.errorString()}")
        else:
            self._end(self._reason or f"it exited with status {exit_code}")

    def _end(self, reason: str) -> None:
        if not self._has_ended:
            self._has_ended = True
            self._log.write(f"[window] The engine is gone: {reason}\n".encode())
            self.ended.emit(reason)


def _environment(more: Mapping[str, str]) -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    for name, value in more.items():
        environment.insert(name, value)
    return environment
