"""The names that follow the document: the window's title, what Undo and Redo would do."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.commands.registry import Registry
from app.languages.translate import tr
from app.session.session import Session


class Titles(QObject):
    def __init__(self, session: Session, registry: Registry, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._registry, self._window = session, registry, window
        for signal in (session.opened, session.closed, session.history_changed, session.saved):
            signal.connect(self._show_title)
        for signal in (session.opened, session.history_changed):
            signal.connect(self._show_undo_names)
        self._show_title()

    def _show_title(self) -> None:
        name = self._session.name
        self._window.setWindowTitle(f"{name}[*] – Unflatten" if name else "Unflatten")
        self._window.setWindowModified(bool(name) and self._session.is_modified)

    def _show_undo_names(self) -> None:
        """“Undo rename to …”, as the menus say it."""
        history = self._session.history
        for command, offset in (("edit.undo", 0), ("edit.redo", 1)):
            title = tr("Undo") if command == "edit.undo" else tr("Redo")
            label = ""
            if history is not None:
                at = history.index + offset
                if 0 < at < len(history.entries):
                    label = history.entries[at].label
            self._registry.action(command).setText(f"{title}  {label}".strip().replace("&", "&&"))
