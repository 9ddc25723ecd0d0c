"""What an artist may set, within which limits, and how it is taken into use."""

from __future__ import annotations

import os
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from app.languages.translate import mark
from app.settings import Settings
from app.theme.theme import Scheme, Theme


@dataclass(frozen=True, slots=True)
class Range:
    """A whole number between two limits. at_start: in use from the next start on."""

    name: str
    low: int
    high: int
    step: int
    standard: int
    at_start: bool = False

    def value(self, settings: Settings) -> int:
        """The stored number inside the limits; a file that people edit may hold anything."""
        stored: int = settings.get(self.name, self.standard)
        return min(max(stored, self.low), self.high)


TEXT_SIZE = Range("text_size", 90, 150, 10, 100, at_start=True)
"""Per cent. Type, rows, icons and targets grow together; the picture does not."""
AUTOSAVE = Range("autosave_minutes", 1, 30, 1, 2)
HISTORY = Range("history_megabytes", 256, 65536, 256, 1024)
THREADS = Range("threads", 0, 8, 1, 0, at_start=True)
"""0: as many as help on this computer."""

SURROUND = "surround"
SURROUNDS: Mapping[str, tuple[str, str]] = {
    "theme": (mark("Of the theme"), ""),
    "black": (mark("Nearly black"), "#1A1A1A"),
    "grey": (mark("Middle grey, 18 %"), "#777777"),
    "light": (mark("Light grey"), "#C8C8C8"),
    "white": (mark("White"), "#FFFFFF"),
}
"""What lies round the picture: value -> (its name, its colour)."""
WHEEL = "wheel"
WHEELS: Mapping[str, str] = {
    "zoom": mark("Zooms at the pointer"),
    "scroll": mark("Scrolls, with Ctrl it zooms"),
}
SCHEMES: Mapping[str, str] = {
    Scheme.SYSTEM.value: mark("As the system"),
    Scheme.DARK.value: mark("Dark"),
    Scheme.LIGHT.value: mark("Light"),
}


class Canvas(Protocol):
    """What preferences do to a canvas."""

    def set_surround(self, color: QColor | None) -> None: ...
    def set_wheel_scrolls(self, scrolls: bool) -> None: ...


class Saver(Protocol):
    def set_minutes(self, minutes: int) -> None: ...


class Remembering(Protocol):
    def set_history_budget(self, size: int) -> None: ...


class Preferences(QObject):
    """Takes every preference into use at the start and again when it changes."""

    def __init__(
        self,
        settings: Settings,
        theme: Theme,
        canvas: Canvas,
        recovery: Saver,
        session: Remembering,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings, self._theme = settings, theme
        self._canvas, self._recovery, self._session = canvas, recovery, session
        settings.changed.connect(self._apply)
        for name in (SURROUND, WHEEL, AUTOSAVE.name, HISTORY.name):
            self._apply(name)

    def _apply(self, name: str) -> None:
        settings = self._settings
        if name == "theme":
            self._theme.set_scheme(stored_scheme(settings))
        elif name == SURROUND:
            _, color = SURROUNDS.get(settings.get(SURROUND, "theme"), ("", ""))
            self._canvas.set_surround(QColor(color) if color else None)
        elif name == WHEEL:
            self._canvas.set_wheel_scrolls(settings.get(WHEEL, "zoom") == "scroll")
        elif name == AUTOSAVE.name:
            self._recovery.set_minutes(AUTOSAVE.value(settings))
        elif name == HISTORY.name:
            self._session.set_history_budget(HISTORY.value(settings) * 1_000_000)


def stored_scheme(settings: Settings) -> Scheme:
    stored = settings.get("theme", Scheme.SYSTEM.value)
    return Scheme(stored) if stored in SCHEMES else Scheme.SYSTEM


def prepare_environment(
    settings: Settings, environment: MutableMapping[str, str] = os.environ
) -> None:
    """What must stand before Qt and the engine start; a value set from outside wins.

    Qt's own scale is what lets type, rows and icons grow together without a clipped word.
    """
    size = TEXT_SIZE.value(settings)
    if size != TEXT_SIZE.standard:
        environment.setdefault("QT_SCALE_FACTOR", f"{size / 100:g}")
    threads = THREADS.value(settings)
    if threads:
        environment.setdefault("UNFLATTEN_THREADS", str(threads))
