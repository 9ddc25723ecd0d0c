"""Takes the picture of the window that the README shows, and that a test looks at."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from app.window.services import Services
from app.window.window import EditorWindow

LOOK_EVERY = 100
GIVE_UP = 120_000


class Screenshot(QObject):
    """Waits until everything asked for is on the screen, writes the file, closes the window."""

    def __init__(
        self, window: EditorWindow, services: Services, path: Path, *, is_empty: bool
    ) -> None:
        super().__init__(window)
        self._window, self._services, self._path = window, services, path
        self._is_empty = is_empty
        self._waited = 0
        self._calm = 0
        self.is_written = False
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        self._waited += LOOK_EVERY
        self._calm = self._calm + 1 if self._is_ready() else 0
        if self._calm >= 3 or self._waited >= GIVE_UP:
            self._timer.stop()
            self.is_written = self._window.grab().save(str(self._path)) and self._calm >= 3
            self._services.session.close()
            self._window.close()

    def _is_ready(self) -> bool:
        if self._services.board.open_records:
            return False
        if self._is_empty:
            return self._services.link.state == "ready"
        is_checked = self._services.checker.is_complete
        is_drawn = self._window.canvas.is_complete and self._window.dock.layers.tree.is_complete
        return self._services.session.is_open and is_checked and is_drawn
