"""One window for one artist: a second start hands its files to the first and goes away."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 2000
MOST_BYTES = 1 << 20
THANKS = b"ok\n"


def server_name(data_directory: Path) -> str:
    """Where the window that keeps its work in this folder listens."""
    return f"unflatten-{hashlib.blake2b(os.fsencode(data_directory), digest_size=8).hexdigest()}"


def hand_over(name: str, files: Sequence[Path]) -> bool:
    """Whether a running window took the files (or, for none, came to the front)."""
    sender = QLocalSocket()
    sender.connectToServer(name)
    if not sender.waitForConnected(PATIENCE_MS):
        return False
    sender.write(json.dumps([str(path.absolute()) for path in files]).encode() + b"\n")
    # A window that hangs does not answer; then this start opens one of its own.
    is_taken = sender.waitForReadyRead(PATIENCE_MS) and sender.readAll().data() == THANKS
    sender.abort()
    return is_taken


class SingleInstance(QObject):
    """Listens for later starts, and for files that the desktop asks this program to open."""

    asked = Signal(object)
    """tuple of paths, absolute; empty: only come to the front"""

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not self._server.listen(name):  # nobody answered there, so it is a dead one's
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def stop(self) -> None:
        self._server.close()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked.emit((Path(event.file()),))
            return True
        return False

    def _on_connection(self) -> None:
        while (one := self._server.nextPendingConnection()) is not None:
            one.setParent(self)
            one.readyRead.connect(self._on_data)
            one.disconnected.connect(one.deleteLater)

    def _on_data(self) -> None:
        sender = self.sender()
        if not isinstance(sender, QLocalSocket):
            return
        if sender.bytesAvailable() > MOST_BYTES:
            sender.abort()
        if not sender.canReadLine():
            return
        with contextlib.suppress(ValueError):
            files = json.loads(bytes(sender.readLine().data()))
            if isinstance(files, list) and all(isinstance(name, str) for name in files):
                sender.write(THANKS)
                sender.flush()
                self.asked.emit(tuple(Path(name) for name in files))
