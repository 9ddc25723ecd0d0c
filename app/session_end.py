"""The system ends the program: unsaved work is written aside first, without a question."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QEventLoop, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from app.session.recovery import Recovery

PATIENCE_MS = 8000
"""Systems give a program about ten seconds."""


class SessionEnd(QObject):
    """Answers the desktop's end of session and the signals SIGTERM, SIGHUP and SIGINT.

    Signals reach Python through a socket, because its handlers do not run while Qt waits.
    """

    def __init__(self, application: QApplication, recovery: Recovery, parent: QObject) -> None:
        super().__init__(parent)
        self._application, self._recovery = application, recovery
        self._is_ending = False
        application.commitDataRequest.connect(
            self._on_commit_data, Qt.ConnectionType.DirectConnection
        )
        self._before: dict[signal.Signals, object] = {}
        self._sockets = socket.socketpair()
        for one in self._sockets:
            one.setblocking(False)
        self._old_descriptor = signal.set_wakeup_fd(
            self._sockets[1].fileno(), warn_on_full_buffer=False
        )
        self._notifier = QSocketNotifier(self._sockets[0].fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        for number in _signals():
            self._before[number] = signal.signal(number, _do_nothing)

    def stop(self) -> None:
        """Give the signals back."""
        if self._before:
            self._notifier.setEnabled(False)
            signal.set_wakeup_fd(self._old_descriptor)
            for number, handler in self._before.items():
                signal.signal(number, handler)  # type: ignore[arg-type]
            self._before.clear()
            for one in self._sockets:
                one.close()

    def end(self) -> None:
        """Write unsaved work aside, then leave the event loop."""
        if not self._is_ending:
            self._is_ending = True
            self._when_kept(self._leave)

    def _leave(self) -> None:
        self._application.exit(0)  # not quit(), which would ask about unsaved work

    def _when_kept(self, call: Callable[[], None]) -> None:
        timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        timer.timeout.connect(call)

        def look() -> None:
            if self._recovery.is_complete:
                timer.stop()
                self._recovery.kept.disconnect(look)
                QTimer.singleShot(0, self, call)

        self._recovery.kept.connect(look)
        timer.start()
        self._recovery.keep_now()
        look()

    def _on_signal(self) -> None:
        try:
            numbers = self._sockets[0].recv(64)
        except BlockingIOError:
            return
        if any(number in numbers for number in _signals()):
            self.end()

    def _on_commit_data(self, _manager: QSessionManager) -> None:
        loop = QEventLoop()
        self._when_kept(loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _signals() -> tuple[signal.Signals, ...]:
    if sys.platform == "win32":
        return (signal.SIGINT, signal.SIGTERM)
    return (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def _do_nothing(_number: int, _frame: FrameType | None) -> None:
    """The number has been written into the socket already."""
