"""A row of the recent files: name over its folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.languages.translate import tr
from app.theme.theme import Theme


class RecentDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, 44)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        path: Path = index.data(Qt.ItemDataRole.UserRole)
        tokens, fonts = self._theme.tokens, self._theme.fonts
        row: QRect = option.rect
        state: QStyle.StateFlag = option.state
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        is_over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(row, tokens["raised" if is_over else "chrome"])
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), tokens["line2"])
        words = row.adjusted(12, 0, -12, 0)
        for text, font, color, top, height in (
            (path.name, "body", "t1", 5, 18),
            (_folder(path), "tiny", "t2", 23, 15),
        ):
            painter.setFont(fonts[font])
            painter.setPen(tokens[color])
            fitting = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideMiddle, words.width()
            )
            box = QRect(words.left(), words.top() + top, words.width(), height)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, fitting)
        if has_focus:
            painter.setPen(QPen(tokens["focus"], 2))
            painter.drawRect(row.adjusted(1, 1, -1, -1))
        painter.restore()


def _folder(path: Path) -> str:
    """The folder, from the home directory on where it lies in there."""
    folder = path.parent
    try:
        inside = folder.relative_to(Path.home())
    except ValueError:
        return str(folder)
    return ", ".join(inside.parts) or tr("Home")
