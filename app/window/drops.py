"""Files that are dragged over the window and let go on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.session.files import OPENABLE
from app.window.paperwork import first_file
from app.window.start_page import DropTarget


class Drops(QObject):
    """Watches the window's drag events; `open_path` gets what was let go."""

    def __init__(
        self, target: DropTarget, open_path: Callable[[Path], None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._target, self._open_path = target, open_path
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            self._enter(event)
        elif event.type() == QEvent.Type.DragLeave:
            self._target.show_idle()
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._drop(event)
        else:
            return False
        return True

    def _enter(self, event: QDragEnterEvent) -> None:
        path = first_file(event.mimeData().urls())
        if path is None:
            event.ignore()
            return
        if path.suffix.lower() in OPENABLE:
            self._target.show_over(path.name)
        else:
            self._target.show_wrong(path.name)
        event.acceptProposedAction()

    def _drop(self, event: QDropEvent) -> None:
        self._target.show_idle()
        path = first_file(event.mimeData().urls())
        if path is not None:
            event.acceptProposedAction()
            self._open_path(path)
