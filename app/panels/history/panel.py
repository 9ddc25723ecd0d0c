"""Every step of the document by name; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from app.languages.translate import tr
from app.session.session import Session
from app.theme.theme import Theme
from app.widgets import ground

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class HistoryModel(QAbstractListModel):
    """One row for every state, the opened one first; undone ones are paler."""

    def __init__(self, session: Session, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        session.opened.connect(self._reset)
        session.closed.connect(self._reset)
        session.history_changed.connect(self._reset)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        history = self._session.history
        return 0 if history is None or parent.isValid() else len(history.entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        history = self._session.history
        if history is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return history.entries[index.row()].label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = "undone" if index.row() > history.index else "done"
            return f"{history.entries[index.row()].label}, {state}"
        if role == Qt.ItemDataRole.ForegroundRole:
            is_undone = index.row() > history.index
            return self._theme.tokens["t3" if is_undone else "t1"]
        return None

    def _reset(self) -> None:
        self.beginResetModel()
        self.endResetModel()


class HistoryPanel(QWidget):
    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "panel")
        self._session = session
        self._is_showing = False
        self.list = QListView(self)
        self.list.setModel(HistoryModel(session, theme, self))
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(0)
        self.list.setProperty("kind", "rows")
        self.list.setAccessibleName(tr("History"))
        self.list.selectionModel().currentChanged.connect(
            self._on_current,
            Qt.ConnectionType.QueuedConnection,  # going there resets the list that is asking
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        session.opened.connect(self._show)
        session.history_changed.connect(self._show)

    def _show(self) -> None:
        history = self._session.history
        if history is not None:
            self._is_showing = True
            index = self.list.model().index(history.index, 0)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
            self._is_showing = False

    def _on_current(self, index: QModelIndex) -> None:
        history = self._session.history
        if self._is_showing or history is None or not index.isValid():
            return
        if index.row() != self.list.currentIndex().row():
            return  # of a step that another one followed before this was heard
        if index.row() != history.index:
            self._session.go_to(index.row())
