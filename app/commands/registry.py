"""Actions made from the command table; they know when they can be used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.commands.command import Command, Context
from app.commands.keymap import check_keys, shown_key
from app.languages.translate import tr
from app.theme.theme import Theme


class Registry(QObject):
    """One QAction for every command, given to the widgets whose focus hears its keys."""

    def __init__(
        self,
        commands: Sequence[Command],
        keymap: Mapping[str, Sequence[str]],
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
        self._actions = {command.id: self._made(command, parent) for command in commands}
        for command in commands:
            for widget in hearers.get(command.context, ()):
                widget.addAction(self._actions[command.id])
        theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self.refresh()

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

    def menu_name(self, menu: str) -> str:
        """The title of a menu of the table in the artist's language, without a mnemonic."""
        return self._menu_names.get(menu, menu)

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
        for command in self._commands.values():
            if command.menu != title:
                continue
            if group is not None and command.group != group:
                menu.addSeparator()
            group = command.group
            menu.addAction(self._actions[command.id])

    def _made(self, command: Command, parent: QWidget) -> QAction:
        action = QAction(tr(command.title), parent)
        action.setObjectName(command.id)
        action.setMenuRole(_menu_role(command.id))
        action.setAutoRepeat(command.repeats)
        action.setCheckable(command.checked is not None)
        keys = self._keymap[command.id]
        if command.context is Context.HELD:
            if keys:
                action.setText(f"{tr(command.title)}\t{shown_key(keys)}")
        else:
            action.setShortcuts([QKeySequence(key) for key in keys])
            is_app = command.context is Context.APP
            action.setShortcutContext(
                Qt.ShortcutContext.WindowShortcut
                if is_app
                else Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
        key = shown_key(keys)
        title = tr(command.title)
        action.setToolTip(f"{title}  {key}" if key else title)
        action.triggered.connect(partial(self._run, command))
        return action

    def _run(self, command: Command, _checked: bool = False) -> None:
        command.run()
        self.refresh()

    def _draw_icons(self) -> None:
        for command in self._commands.values():
            if command.icon:
                self._actions[command.id].setIcon(self._theme.icons.icon(command.icon))


def _menu_role(command_id: str) -> QAction.MenuRole:
    is_quit = command_id == "file.quit"
    return QAction.MenuRole.QuitRole if is_quit else QAction.MenuRole.NoRole
