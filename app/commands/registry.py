"""Actions made from the command table; they know when they can be used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QMenu, QMenuBar, QWidget

from app.commands.command import Command, Context
from app.commands.keymap import Keymap, check_keys, is_plain, shown_key
from app.languages.translate import tr
from app.theme.theme import Theme


class Registry(QObject):
    """One QAction for every command, given to the widgets whose focus hears its keys."""

    keys_changed = Signal()

    def __init__(
        self,
        commands: Sequence[Command],
        keymap: Keymap,
        hearers: Mapping[Context, Iterable[QWidget]],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        check_keys(commands, keymap)
        self._commands = {command.id: command for command in commands}
        self._keymap = keymap
        self._theme = theme
        self._menu_names: dict[str, str] = {}
        self._work = tuple(hearers.get(Context.WORK, ()))
        self._plain: dict[str, list[QShortcut]] = {}
        self._actions = {command.id: self._made(command, parent) for command in commands}
        for command in commands:
            for widget in hearers.get(command.context, ()):
                widget.addAction(self._actions[command.id])
            self._give_keys(command)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self.refresh()

    @property
    def keymap(self) -> Keymap:
        return self._keymap

    def set_keymap(self, keymap: Keymap) -> None:
        """Other keys for the same commands, at once. ValueError as from `check_keys`."""
        check_keys(self.commands, keymap)
        self._keymap = keymap
        for command in self.commands:
            self._give_keys(command)
        self.keys_changed.emit()

    @property
    def commands(self) -> tuple[Command, ...]:
        return tuple(self._commands.values())

    def action(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def icon_name(self, command_id: str) -> str:
        return self._commands[command_id].icon

    def key(self, command_id: str) -> str:
        """The first key of a command as it is shown, empty when it has none."""
        return shown_key(self._keymap[command_id])

    def keys(self, command_id: str) -> str:
        """All keys of a command as they are shown."""
        return ", ".join(shown_key([key]) for key in self._keymap[command_id])

    @property
    def menu_titles(self) -> tuple[str, ...]:
        """The menus of the bar, as the table names them."""
        return tuple(self._menu_names)

    def menu_name(self, menu: str) -> str:
        """The title of a menu of the table in the artist's language, without a mnemonic."""
        outside, _, inside = menu.partition("/")
        name = self._menu_names.get(outside, outside)
        return f"{name} › {tr(inside)}" if inside else name

    def refresh(self) -> None:
        """Ask every command whether it can be used and whether it is on."""
        for command in self._commands.values():
            action = self._actions[command.id]
            action.setEnabled(command.enabled())
            if command.checked is not None:
                action.setChecked(command.checked())

    def fill(self, bar: QMenuBar, titles: Sequence[str]) -> None:
        """The menus, in this order, from the table."""
        for title in titles:
            menu = bar.addMenu(tr(title))
            name = title.replace("&", "")
            self._menu_names[name] = re.sub(r"\(&\w\)|&", "", tr(title))
            self.fill_menu(menu, name)

    def fill_menu(self, menu: QMenu, title: str) -> None:
        """Add the commands of one menu of the table, for menus that pop up elsewhere."""
        group: int | None = None
        inner: dict[str, QMenu] = {}
        for command in self._commands.values():
            outside, _, inside = command.menu.partition("/")
            if inside and outside == title:
                if inside not in inner:
                    inner[inside] = menu.addMenu(tr(inside))
                inner[inside].addAction(self._actions[command.id])
            if command.menu != title:
                continue
            if group is not None and command.group != group:
                menu.addSeparator()
            group = command.group
            menu.addAction(self._actions[command.id])

    def _made(self, command: Command, parent: QWidget) -> QAction:
        action = QAction(tr(command.title), parent)
        action.setObjectName(command.id)
        action.setMenuRole(_MENU_ROLES.get(command.id, QAction.MenuRole.NoRole))
        action.setAutoRepeat(command.repeats)
        action.setCheckable(command.checked is not None)
        if command.context is not Context.HELD:
            action.setShortcutContext(
                Qt.ShortcutContext.WindowShortcut
                if command.context is Context.APP
                else Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
        action.triggered.connect(partial(self._run, command))
        return action

    def _give_keys(self, command: Command) -> None:
        """Take the keys of the key map into use; the tool tip says the first."""
        action, keys = self._actions[command.id], self._keymap[command.id]
        title = tr(command.title)
        if command.context is Context.HELD:
            action.setText(f"{title}\t{shown_key(keys)}" if keys else title)
        else:
            is_app = command.context is Context.APP
            plain = [key for key in keys if is_app and is_plain(key)]
            action.setShortcuts([QKeySequence(key) for key in keys if key not in plain])
            self._give_plain(command.id, plain)
        key = shown_key(keys)
        action.setToolTip(f"{title}  {key}" if key else title)

    def _give_plain(self, command_id: str, keys: Sequence[str]) -> None:
        """Letters, digits and signs are heard at work only, or nobody could type them elsewhere."""
        for shortcut in self._plain.pop(command_id, ()):
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._plain[command_id] = []
        for key in keys:
            for widget in self._work:
                shortcut = QShortcut(QKeySequence(key), widget)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(self._actions[command_id].trigger)
                self._plain[command_id].append(shortcut)

    def _run(self, command: Command, _checked: bool = False) -> None:
        command.run()
        self.refresh()

    def _draw_icons(self) -> None:
        for command in self._commands.values():
            if command.icon:
                self._actions[command.id].setIcon(self._theme.icons.icon(command.icon))


_MENU_ROLES = {
    "file.quit": QAction.MenuRole.QuitRole,
    "edit.settings": QAction.MenuRole.PreferencesRole,
    "help.about": QAction.MenuRole.AboutRole,
}
"""Commands that macOS puts into the menu of the program."""


def follow_tip(button: QAbstractButton, action: QAction) -> None:
    """Keep the tool tip of a button that of its action, whose key may change."""

    def show() -> None:
        button.setToolTip(action.toolTip())

    show()
    action.changed.connect(show)
