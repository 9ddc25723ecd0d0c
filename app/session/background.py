"""Work that would make the GUI thread wait, done beside it; only the newest wish counts."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

_log = logging.getLogger(__name__)


class Background(QObject):
    """Runs one function at a time on a thread of its own. Lives on the GUI thread.

    A function asked for while another runs waits; when a newer one comes meanwhile it is dropped.
    """

    done = Signal(object)
    """what the function returned, on the GUI thread"""
    _finished = Signal(bool, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._next: Callable[[], Any] | None = None
        self._is_busy = False
        self._is_over = False
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        return self._is_busy

    def run(self, work: Callable[[], Any]) -> None:
        """Do `work` (it must not touch any QObject) as soon as the thread is free."""
        if self._is_over:
            return
        self._next = work
        if not self._is_busy:
            self._start()

    def drop(self) -> None:
        """Forget what waits; what runs still reports."""
        self._next = None

    def wait(self) -> None:
        """Return when nothing runs; what it returned is still to be reported."""
        self._pool.waitForDone()

    def stop(self) -> None:
        """Return when nothing runs any more, and start nothing again: the end of the program."""
        self._is_over = True
        self._next = None
        self._pool.waitForDone()

    def _start(self) -> None:
        work, self._next = self._next, None
        if work is not None:
            self._is_busy = True
            self._pool.start(_Task(work, self._finished.emit))

    def _on_finished(self, has_result: bool, result: object) -> None:
        self._is_busy = False
        self._start()
        if has_result:
            self.done.emit(result)


class _Task(QRunnable):
    def __init__(self, work: Callable[[], Any], report: Callable[[bool, object], None]) -> None:
        super().__init__()
        self._work, self._report = work, report

    def run(self) -> None:
        try:
            result = self._work()
        except Exception:
            _log.exception("work in the background failed")
            self._report(False, None)
        else:
            self._report(True, result)
