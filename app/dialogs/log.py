"""The engine's last lines, for reports of what went wrong."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.languages.translate import tr
from app.theme.theme import Theme
from app.widgets import TextButton


class LogDialog(QDialog):
    def __init__(self, lines: tuple[str, ...], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Details"))
        self.resize(720, 420)
        self.text = QPlainTextEdit("\n".join(lines) or tr("The engine wrote nothing."), self)
        self.text.setReadOnly(True)
        self.text.setFont(theme.fonts["fixed"])
        self.text.setAccessibleName(tr("What the engine wrote last"))
        copy = TextButton(tr("Copy"), theme, parent=self)
        copy.clicked.connect(self._copy)
        close = TextButton(tr("Close"), theme, kind="primary", parent=self)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.text)
        column.addLayout(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
