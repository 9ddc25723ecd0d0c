"""The slots as rows of a list view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.session.recoloring import BANK, Recoloring, title_of
from app.session.recoloring_regions import RegionWalk
from app.session.recoloring_words import announcement
from engine.document.model import Slot

SLOT = Qt.ItemDataRole.UserRole
DIGIT = Qt.ItemDataRole.UserRole + 1
"""The digit that reaches the row in the present bank, empty for other rows."""
SHARE = Qt.ItemDataRole.UserRole + 2
"""Part of the picture, 0..1."""
DEPTH = Qt.ItemDataRole.UserRole + 3

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class SlotModel(QAbstractListModel):
    """Follows the mode; renaming in place goes through `rename`."""

    def __init__(
        self,
        recoloring: Recoloring,
        walk: RegionWalk,
        rename: Callable[[int, str], None],
        parent: Any,
    ) -> None:
        super().__init__(parent)
        self._it, self._walk, self._rename = recoloring, walk, rename
        self._slots: tuple[Slot, ...] = ()
        self._bank = -1
        recoloring.switched.connect(self._follow)
        recoloring.changed.connect(self._follow)
        recoloring.focused.connect(self._on_focused)
        walk.found.connect(self._on_regions)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._slots)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._slots):
            return None
        slot = self._slots[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title_of(slot)
            case Qt.ItemDataRole.EditRole:
                return slot.name
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return announcement(slot, index.row() + 1, len(self._slots), self._it.depth)
            case _ if role == SLOT:
                return slot
            case _ if role == DIGIT:
                place = index.row() - self._it.bank * BANK
                return str((place + 1) % BANK) if 0 <= place < BANK else ""
            case _ if role == SHARE:
                return self._walk.share(slot.id)
            case _ if role == DEPTH:
                return self._it.depth
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self._rename(self._slots[index.row()].id, str(value))
        return True

    def slot_id(self, index: AnyIndex) -> int:
        return self._slots[index.row()].id

    def index_of(self, slot_id: int) -> QModelIndex:
        for row, slot in enumerate(self._slots):
            if slot.id == slot_id:
                return self.index(row)
        return QModelIndex()

    def _follow(self) -> None:
        slots = self._it.list if self._it.is_on else ()
        before, now = [one.id for one in self._slots], [one.id for one in slots]
        if before != now:
            self.beginResetModel()
            self._slots = slots
            self.endResetModel()
            return
        changed = [row for row, one in enumerate(slots) if one is not self._slots[row]]
        self._slots = slots
        if changed:
            self.dataChanged.emit(self.index(min(changed)), self.index(max(changed)))

    def _on_focused(self) -> None:
        if self._it.bank != self._bank:
            self._bank = self._it.bank
            self._on_regions()

    def _on_regions(self) -> None:
        if self._slots:
            self.dataChanged.emit(self.index(0), self.index(len(self._slots) - 1))
