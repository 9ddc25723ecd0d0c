"""The shortcut editor: find a command, press its new key, and it works at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.commands.chosen_keys import ChosenKeys
from app.commands.command import Command, Context
from app.commands.keymap import PRESETS, can_be_chosen, normal_key, shown_key
from app.commands.registry import Registry
from app.dialogs.command_palette import matches
from app.dialogs.keys import KEYS_WIDTH, WHERE
from app.languages.translate import tr
from app.theme.theme import Theme
from app.widgets import TextButton, label, set_tone

_ID = Qt.ItemDataRole.UserRole
_MODIFIERS = {
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_unknown,
}
_LEAVE = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}
"""Keys that still walk on or close the dialog."""


class KeyField(QLineEdit):
    """Takes the next key that is pressed, whatever it is."""

    pressed = Signal(str)
    """the key, in Qt's portable spelling"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no command of the window hears what is meant to be recorded
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _LEAVE and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        ):
            super().keyPressEvent(event)
        elif event.key() not in _MODIFIERS:
            self.pressed.emit(QKeySequence(event.keyCombination()).toString())


class ShortcutsDialog(QDialog):
    """Refuses a key that another command hears in the same place, and says which."""

    def __init__(self, registry: Registry, keys: ChosenKeys, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.resize(720, 640)
        self._registry, self._keys, self._theme = registry, keys, theme
        self.preset = QComboBox(self)
        self.preset.setAccessibleName(tr("Keys like in"))
        for name, title in PRESETS.items():
            self.preset.addItem(title, name)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(tr("Find a command or a key"))
        self.filter.setAccessibleName(tr("Find a command or a key"))
        self.table = self._made_table()
        self.field = KeyField(self)
        self.field.setPlaceholderText(tr("Press the new key here"))
        self.field.setAccessibleName(tr("New key"))
        self.field.setAccessibleDescription(tr("The next key you press is given to the command."))
        self.add = TextButton(tr("Add a second key"), theme, parent=self)
        self.add.setCheckable(True)
        self.remove = TextButton(tr("Remove keys"), theme, parent=self)
        self.reset = TextButton(tr("Reset"), theme, parent=self)
        self.reset_all = TextButton(tr("Reset all"), theme, parent=self)
        self.message = label("", theme, font="small", tone="second", parent=self)
        self.message.setWordWrap(True)
        self._lay_out()
        self.preset.activated.connect(self._on_preset)
        self.filter.textChanged.connect(self._filter)
        self.table.currentCellChanged.connect(self._on_row)
        self.table.cellActivated.connect(self._on_activated)
        self.field.pressed.connect(self._on_key)
        self.remove.clicked.connect(self._on_remove)
        self.reset.clicked.connect(self._on_reset)
        self.reset_all.clicked.connect(keys.reset_all)
        registry.keys_changed.connect(self._show)
        self._show()
        self.table.setCurrentCell(0, 0)
        self.filter.setFocus()

    def choose(self, command_id: str) -> None:
        """Go to a command's row."""
        for row in range(self.table.rowCount()):
            item = self.table.item(row, 0)
            if item is not None and item.data(_ID) == command_id:
                self.table.setCurrentCell(row, 0)

    def _made_table(self) -> QTableWidget:
        commands = self._registry.commands
        table = QTableWidget(len(commands), 3, self)
        table.setHorizontalHeaderLabels([tr("Command"), tr("Key"), tr("Where")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setAccessibleName(tr("Commands and their keys"))
        table.setFont(self._theme.fonts["body"])
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(1, KEYS_WIDTH)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        for row, command in enumerate(commands):
            menu = self._registry.menu_name(command.menu)
            title = QTableWidgetItem(f"{menu}: {tr(command.title)}")
            title.setData(_ID, command.id)
            table.setItem(row, 0, title)
            table.setItem(row, 1, QTableWidgetItem(""))
            table.setItem(row, 2, QTableWidgetItem(tr(WHERE[command.context])))
        return table

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(label(tr("Keys like in"), self._theme, parent=self))
        top.addWidget(self.preset)
        top.addSpacing(16)
        top.addWidget(self.filter, 1)
        change = QHBoxLayout()
        change.setSpacing(8)
        change.addWidget(self.field, 1)
        change.addWidget(self.add)
        change.addWidget(self.remove)
        change.addWidget(self.reset)
        close = TextButton(tr("Close"), self._theme, kind="primary", parent=self)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.reset_all)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(change)
        column.addWidget(self.message)
        column.addLayout(foot)

    # What is shown

    @property
    def _command(self) -> Command:
        item = self.table.item(max(0, self.table.currentRow()), 0)
        assert item is not None
        found: str = item.data(_ID)
        return next(one for one in self._registry.commands if one.id == found)

    def _show(self) -> None:
        self.preset.setCurrentIndex(self.preset.findData(self._keys.preset))
        for row, command in enumerate(self._registry.commands):
            item = self.table.item(row, 1)
            assert item is not None
            item.setText(self._registry.keys(command.id))
            is_changed = self._keys.is_changed(command.id)
            item.setFont(self._theme.fonts["bold" if is_changed else "body"])
            item.setToolTip(tr("Changed from the preset") if is_changed else "")
        self._filter(self.filter.text())
        self._on_row()

    def _on_row(self, *_cells: int) -> None:
        command = self._command
        is_fixed = command.context is Context.HELD
        self.field.setText(self._registry.keys(command.id))
        self.field.setEnabled(not is_fixed)
        self.add.setEnabled(not is_fixed)
        self.add.setChecked(False)
        self.remove.setEnabled(not is_fixed and bool(self._registry.keymap[command.id]))
        self.reset.setEnabled(self._keys.is_changed(command.id))
        self._say(tr("This key is held down and belongs to the canvas.") if is_fixed else "")

    def _filter(self, text: str) -> None:
        for row in range(self.table.rowCount()):
            cells = (self.table.item(row, column) for column in range(3))
            words = " ".join(cell.text() for cell in cells if cell is not None)
            self.table.setRowHidden(row, not matches(words, text))

    def _say(self, text: str, tone: str = "second") -> None:
        self.message.setText(text)
        set_tone(self.message, tone)

    # What is done

    def _on_preset(self, index: int) -> None:
        self._keys.set_preset(self.preset.itemData(index))

    def _on_activated(self) -> None:
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_key(self, key: str) -> None:
        command = self._command
        shown = shown_key([key])
        if not can_be_chosen(key):
            self._say(tr("{key} is needed by lists, fields and the canvas.", key=shown), "err")
            return
        other = self._keys.taken_by(key, command)
        if other is not None:
            text = tr("{key} belongs to “{command}”.", key=shown, command=tr(other.title))
            self._say(text, "err")
            return
        now = [one for one in self._registry.keymap[command.id] if normal_key(one) != key]
        self._keys.set_keys(command.id, [*now, key] if self.add.isChecked() else [key])
        self._say(tr("{key} now does “{command}”.", key=shown, command=tr(command.title)), "ok")

    def _on_remove(self) -> None:
        self._keys.set_keys(self._command.id, ())

    def _on_reset(self) -> None:
        command = self._command
        other = self._keys.reset(command.id)
        if other is not None:
            keys = ", ".join(shown_key([key]) for key in self._keys.preset_keys(command.id))
            text = tr("{key} belongs to “{command}”.", key=keys, command=tr(other.title))
            self._say(text, "err")
