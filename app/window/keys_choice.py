"""“Keys like in”: the first thing to choose, offered while nothing was opened yet."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from app.commands.chosen_keys import PRESET
from app.commands.keymap import PRESETS, STANDARD
from app.languages.translate import tr
from app.settings import Settings
from app.theme.theme import Theme
from app.widgets import TextButton, label


class KeysChoice(QWidget):
    """One button for each program; the chosen one is down."""

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.buttons: dict[str, TextButton] = {}
        group = QButtonGroup(self)
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, (name, title) in enumerate(PRESETS.items()):
            button = TextButton(title, theme, parent=self)
            button.setCheckable(True)
            button.setAccessibleName(tr("Keys like in {program}", program=title))
            button.setProperty("preset", name)
            group.addButton(button)
            self.buttons[name] = button
            grid.addWidget(button, number // 2, number % 2)
        grid.setColumnStretch(2, 1)
        group.buttonClicked.connect(self._on_clicked)
        note = label(
            tr("You can change every key later, in Edit > Keyboard shortcuts."),
            theme,
            font="small",
            tone="second",
            parent=self,
        )
        note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addWidget(label(tr("Keys like in"), theme, font="bold", parent=self))
        column.addLayout(grid)
        column.addWidget(note)
        settings.changed.connect(self._show)
        self._show(PRESET)

    def _on_clicked(self, button: QWidget) -> None:
        self._settings.set(PRESET, button.property("preset"))

    def _show(self, name: str) -> None:
        if name == PRESET:
            chosen = self._settings.get(PRESET, STANDARD)
            for preset, button in self.buttons.items():
                button.setChecked(preset == chosen)
