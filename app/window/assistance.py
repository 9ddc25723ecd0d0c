"""Settings, keys and help: what the window offers beside the work."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from app.commands.chosen_keys import ChosenKeys
from app.commands.registry import Registry
from app.diagnostics import diagnostics
from app.dialogs.about import AboutDialog, LicencesDialog
from app.dialogs.settings import SettingsDialog
from app.dialogs.shortcuts import ShortcutsDialog
from app.engine_link.link import EngineLink
from app.languages.translate import tr
from app.settings import Settings
from app.theme.theme import Theme
from app.window.messages import Toast


class Assistance:
    """Opens one dialog of a kind at a time."""

    def __init__(self, settings: Settings, link: EngineLink, theme: Theme, window: QWidget) -> None:
        self._settings, self._link = settings, link
        self._theme, self._window = theme, window
        self._registry: Registry | None = None
        self._keys: ChosenKeys | None = None
        self._toast: Toast | None = None

    def connect_to(self, registry: Registry, keys: ChosenKeys, toast: Toast) -> None:
        """Once the commands, which need this, are made."""
        self._registry, self._keys, self._toast = registry, keys, toast

    def show_settings(self) -> None:
        dialog = SettingsDialog(self._settings, self._theme, self._window)
        dialog.keys_asked.connect(self.edit_keys)
        self._open(dialog)

    def edit_keys(self) -> None:
        assert self._registry is not None and self._keys is not None
        parent = QGuiApplication.modalWindow()
        over = self._window.findChild(SettingsDialog) if parent is not None else None
        dialog = ShortcutsDialog(self._registry, self._keys, self._theme, over or self._window)
        self._open(dialog)

    def show_about(self) -> None:
        self._open(AboutDialog(self._theme, self._window))

    def show_licences(self) -> None:
        self._open(LicencesDialog(self._theme, self._window))

    def copy_diagnostics(self) -> None:
        """To the clipboard, for a report of a fault; nothing is sent."""
        assert self._toast is not None
        text = diagnostics(self._settings, self._link.state.value, self._link.log_tail)
        QGuiApplication.clipboard().setText(text)
        self._toast.say(tr("Diagnostics copied. Nothing was sent."))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
