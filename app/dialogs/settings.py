"""Preferences. Everything is taken into use at once; there is nothing to confirm."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.commands.chosen_keys import PRESET
from app.commands.keymap import PRESETS, STANDARD
from app.languages.install import LANGUAGES, SYSTEM
from app.languages.translate import tr
from app.preferences import (
    AUTOSAVE,
    HISTORY,
    SCHEMES,
    SURROUND,
    SURROUNDS,
    TEXT_SIZE,
    THREADS,
    WHEEL,
    WHEELS,
    Range,
)
from app.settings import Settings
from app.theme.theme import Scheme, Theme
from app.widgets import TextButton, label, line


class StoredChoice(QComboBox):
    """One of several words, stored by name. Turning the wheel over it changes nothing."""

    def __init__(
        self,
        settings: Settings,
        name: str,
        standard: str,
        words: Mapping[str, str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._settings, self._name = settings, name
        for value, word in words.items():
            self.addItem(word, value)
        self.setCurrentIndex(max(0, self.findData(settings.get(name, standard))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._store)

    def _store(self) -> None:
        self._settings.set(self._name, self.currentData())

    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]


class StoredNumber(QSpinBox):
    """A whole number between two limits, stored when it changes."""

    def __init__(self, settings: Settings, limits: Range, unit: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._settings, self._name = settings, limits.name
        self.setRange(limits.low, limits.high)
        self.setSingleStep(limits.step)
        self.setSuffix(f"\u2009{unit}" if unit else "")
        self.setValue(limits.value(settings))
        self.setFixedWidth(112)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._store)

    def _store(self, value: int) -> None:
        self._settings.set(self._name, value)

    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]


class SettingsDialog(QDialog):
    keys_asked = Signal()

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(tr("Settings"))
        self.setMinimumWidth(560)

        def translated(words: Mapping[str, str]) -> dict[str, str]:
            return {value: tr(word) for value, word in words.items()}

        surrounds = {value: name for value, (name, _) in SURROUNDS.items()}
        languages = {SYSTEM: tr("As the system")} | LANGUAGES
        self.scheme = StoredChoice(
            settings, "theme", Scheme.SYSTEM.value, translated(SCHEMES), self
        )
        self.text_size = StoredNumber(settings, TEXT_SIZE, "%", self)
        self.language = StoredChoice(settings, "language", SYSTEM, languages, self)
        self.surround = StoredChoice(settings, SURROUND, "theme", translated(surrounds), self)
        self.wheel = StoredChoice(settings, WHEEL, "zoom", translated(WHEELS), self)
        self.keys = StoredChoice(settings, PRESET, STANDARD, PRESETS, self)
        self.autosave = StoredNumber(settings, AUTOSAVE, tr("min"), self)
        self.history = StoredNumber(settings, HISTORY, tr("MB"), self)
        self.threads = StoredNumber(settings, THREADS, "", self)
        self.threads.setSpecialValueText(tr("Automatic"))
        edit_keys = TextButton(tr("Keyboard shortcuts…"), theme, parent=self)
        edit_keys.clicked.connect(self.keys_asked)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(24)
        self._form.setVerticalSpacing(8)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._row(tr("Theme"), self.scheme)
        self._row(tr("Text and control size"), self.text_size, tr("From the next start on"))
        self._row(tr("Language"), self.language, tr("From the next start on"))
        self._form.addRow(line(kind="line2", parent=self))
        self._row(tr("Round the picture"), self.surround)
        self._row(tr("Mouse wheel"), self.wheel)
        self._row(tr("Keys like in"), self.keys, beside=edit_keys)
        self._form.addRow(line(kind="line2", parent=self))
        self._row(
            tr("Keep unsaved work aside every"),
            self.autosave,
            tr("And after 20 steps. It is offered again after a crash."),
        )
        self._row(tr("Memory for undo"), self.history, tr("The oldest steps go first."))
        self._row(tr("Processor threads"), self.threads, tr("From the next start on"))
        close = TextButton(tr("Close"), theme, kind="primary", parent=self)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(
            label(tr("Changes are kept at once."), theme, font="small", tone="second", parent=self)
        )
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(self._form)
        column.addStretch(1)
        column.addLayout(foot)

    def _row(
        self, name: str, field: QWidget, note: str = "", beside: QWidget | None = None
    ) -> None:
        """A field with its name left of it and a remark below."""
        field.setAccessibleName(name)
        field.setAccessibleDescription(note)
        named = label(name, self._theme, parent=self)
        named.setBuddy(field)
        named.setMinimumHeight(28)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(field)
        if beside is not None:
            row.addWidget(beside)
        row.addStretch(1)
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addLayout(row)
        if note:
            remark = label(note, self._theme, font="small", tone="second", parent=self)
            remark.setWordWrap(True)
            cell.addWidget(remark)
        self._form.addRow(named, cell)
