"""Find a command by typing any part of its name, and run it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.commands.command import Command
from app.commands.registry import Registry
from app.languages.translate import tr
from app.theme.theme import Theme
from app.widgets import ground

WIDTH, HEIGHT = 520, 420
ROW = 32
_KEY = Qt.ItemDataRole.UserRole + 1
_MENU = Qt.ItemDataRole.UserRole + 2


def matches(text: str, wanted: str) -> bool:
    """Whether every typed word begins a word of the text, or lies somewhere in it."""
    return all(word in text.lower() for word in wanted.lower().split())


class CommandPalette(QDialog):
    """Only commands that can be used now are listed; the last one used comes first."""

    def __init__(
        self,
        registry: Registry,
        theme: Theme,
        recent: list[str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(tr("Find a command"))
        ground(self, "raised")
        self._registry, self._recent = registry, recent
        self._chosen: Callable[[], object] | None = None
        self.resize(WIDTH, HEIGHT)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Find a command"))
        self.field.setAccessibleName(tr("Find a command"))
        self.field.setFont(theme.fonts["body"])
        self.list = QListWidget(self)
        self.list.setItemDelegate(_CommandDelegate(theme, self.list))
        self.list.setAccessibleName(tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setProperty("ground", "raised")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.field.textChanged.connect(self._fill)
        self.list.itemClicked.connect(self._run)
        self.field.installEventFilter(self)
        self._fill("")

    @property
    def found(self) -> list[str]:
        """Ids of the commands that are listed, best first."""
        return [
            self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                step = 1 if key == Qt.Key.Key_Down else -1
                count = max(1, self.list.count())
                self.list.setCurrentRow((self.list.currentRow() + step) % count)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentItem())
                return True
        return False

    def _fill(self, text: str) -> None:
        self.list.clear()
        commands = [
            command
            for command in self._registry.commands
            if command.id != "help.find_command"
            and self._registry.action(command.id).isEnabled()
            and matches(self._words(command), text)
        ]
        lowered = text.lower().strip()

        def order(number: int) -> tuple[bool, int, int]:
            command = commands[number]
            rank = self._recent.index(command.id) if command.id in self._recent else 99
            return (not tr(command.title).lower().startswith(lowered), rank, number)

        for number in sorted(range(len(commands)), key=order):
            command = commands[number]
            item = QListWidgetItem(tr(command.title))
            item.setData(Qt.ItemDataRole.UserRole, command.id)
            item.setData(_KEY, self._registry.key(command.id))
            item.setData(_MENU, self._registry.menu_name(command.menu))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _words(self, command: Command) -> str:
        """All under which it is found: its name as shown and in English, its menu."""
        menu = self._registry.menu_name(command.menu)
        return f"{tr(command.title)} {command.title} {menu} {command.menu} {command.words}"

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        command: str = item.data(Qt.ItemDataRole.UserRole)
        if command in self._recent:
            self._recent.remove(command)
        self._recent.insert(0, command)
        self.accept()
        self._registry.action(command).trigger()


class _CommandDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens, fonts = self._theme.tokens, self._theme.fonts
        row: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(row, tokens["sel" if is_selected else "raised"])
        inside = row.adjusted(10, 0, -10, 0)
        second = tokens["t1" if is_selected else "t2"]
        painter.setFont(fonts["body"])
        painter.setPen(tokens["t1"])
        title = str(index.data())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, title)
        used = painter.fontMetrics().horizontalAdvance(title) + 10
        painter.setFont(fonts["tiny"])
        painter.setPen(second)
        rest = inside.adjusted(used, 1, 0, 0)
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, str(index.data(_MENU)))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inside, right, str(index.data(_KEY)))
        painter.restore()
