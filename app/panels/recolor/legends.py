"""What is printed on the keys of this keyboard: guessed from its locale, learned from presses."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from app.commands.key_places import KeyPlaces, typing_locale
from app.commands.recolor_keys import Binding, KeyTable, legend, shadowed
from app.settings import Settings

SETTING = "key_legends"


class Legends(QObject):
    """Follows the keyboard layout; what keys really typed wins, and is remembered by locale."""

    changed = Signal()

    def __init__(
        self, table: KeyTable, places: KeyPlaces, settings: Settings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._table, self._places, self._settings = table, places, settings
        self._locale = ""
        self._printed: Mapping[str, str] = {}
        QGuiApplication.inputMethod().localeChanged.connect(self._on_locale)
        self._on_locale()

    @property
    def printed(self) -> Mapping[str, str]:
        """US name of a place -> what is printed there."""
        return self._printed

    def caps(self, act: str, number: int = 0) -> tuple[str, ...]:
        """The caps of a key of an act: modifiers, then the key."""
        binding = self._table.of(act)
        return legend(binding, binding.keys[number], self._printed)

    @property
    def lost(self) -> tuple[tuple[Binding, str], ...]:
        """Keys that cannot be reached on this keyboard."""
        return shadowed(self._table, self._printed)

    def is_lost(self, act: str) -> bool:
        """Whether no key of the act can be reached here."""
        binding = self._table.of(act)
        lost = {key for one, key in self.lost if one is binding}
        return lost == set(binding.keys)

    def learn(self, event: QKeyEvent) -> None:
        """Remember what a key typed without modifiers."""
        place = self._places.codes.get(event.nativeScanCode())
        text = event.text().upper()
        is_plain = not event.modifiers().value
        if place is None or not is_plain or len(text) != 1 or not text.isprintable():
            return
        if self._printed.get(place) == text or text == "SS":
            return
        self._printed = {**self._printed, place: text}
        known = dict(self._settings.get(SETTING, {}))
        known[self._locale] = {**known.get(self._locale, {}), place: text}
        self._settings.set(SETTING, known)
        self.changed.emit()

    def _on_locale(self) -> None:
        self._locale = typing_locale()
        learned = self._settings.get(SETTING, {}).get(self._locale, {})
        pairs = learned.items() if isinstance(learned, dict) else ()
        found = {place: text for place, text in pairs if isinstance(text, str)}
        self._printed = {**self._places.legends(self._locale), **found}
        self.changed.emit()
