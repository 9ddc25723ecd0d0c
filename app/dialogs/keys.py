"""The list of all commands with their keys, for looking them up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.commands.command import Context
from app.commands.registry import Registry
from app.dialogs.command_palette import matches
from app.languages.translate import mark, tr
from app.theme.theme import Theme

WHERE = {
    Context.APP: mark("Everywhere"),
    Context.WORK: mark("Canvas, layers"),
    Context.CANVAS: mark("Canvas"),
    Context.LAYERS: mark("Layers"),
    Context.HELD: mark("Canvas, hold or tap"),
}
EXTRA = (
    (mark("Pan"), mark("Space drag, middle drag, two fingers"), mark("Canvas")),
    (mark("Zoom"), mark("Wheel, Ctrl+Space drag, pinch"), mark("Canvas")),
    (mark("Nudge the layer by 1 px, 10 px"), mark("Arrows, Shift+Arrows"), mark("Canvas")),
    (mark("Rename, go on to the next"), "F2, Tab", mark("Layers")),
    (mark("Show only this layer"), mark("Alt-click its eye"), mark("Layers")),
)

KEYS_WIDTH = 200
"""px; a command with many keys must not push the names away"""


class KeysDialog(QDialog):
    def __init__(self, registry: Registry, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.resize(620, 640)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(tr("Find a command or a key"))
        self.filter.setAccessibleName(tr("Find a command or a key"))
        rows = [
            (tr(command.title), registry.keys(command.id), tr(WHERE[command.context]))
            for command in registry.commands
        ]
        rows += [(tr(act), tr(keys), tr(where)) for act, keys, where in EXTRA]
        self.table = QTableWidget(len(rows), 3, self)
        self.table.setHorizontalHeaderLabels([tr("Command"), tr("Key"), tr("Where")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setAccessibleName(tr("Commands and their keys"))
        self.table.setFont(theme.fonts["body"])
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(1, KEYS_WIDTH)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                self.table.setItem(number, column, QTableWidgetItem(text))
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(16, 16, 16, 16)
        column_layout.setSpacing(8)
        column_layout.addWidget(self.filter)
        column_layout.addWidget(self.table, 1)
        self.filter.textChanged.connect(self._filter)

    def _filter(self, text: str) -> None:
        for row in range(self.table.rowCount()):
            cells = (self.table.item(row, column) for column in range(3))
            words = " ".join(cell.text() for cell in cells if cell is not None)
            self.table.setRowHidden(row, not matches(words, text))
