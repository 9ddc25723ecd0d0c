"""Remembers where the window and its panels are, from one run to the next."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from app.settings import Settings
from app.window.dock import PANELS, Dock

DOCKS, WINDOW = "docks", "window"
VERSION = 1
"""Of the places of panels; what another version wrote is not used."""
CALM_MS = 500
"""Places are written once nothing has moved for this long."""


class Places(QObject):
    """Takes up what was remembered; keeps what changes. What cannot be read is left aside."""

    def __init__(self, settings: Settings, window: QMainWindow, dock: Dock) -> None:
        super().__init__(window)
        self._settings, self._window, self._dock = settings, window, dock
        self._restore_window(settings.get(WINDOW, {}))
        self._restore_docks(settings.get(DOCKS, {}))
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._keep_docks)
        dock.places_changed.connect(self._calm.start)

    def keep(self) -> None:
        """Write down how things stand, at the end."""
        self._calm.stop()
        self._settings.set(WINDOW, {"geometry": _text(self._window.saveGeometry())})
        self._keep_docks()

    def _keep_docks(self) -> None:
        if self._dock.is_hidden or not self._dock.isVisible():
            return  # what all panels were like before is what counts
        self._settings.set(
            DOCKS,
            {
                "version": VERSION,
                "panels": list(PANELS),
                "fronts": list(self._dock.fronts),
                "state": _text(self._dock.saveState(VERSION)),
            },
        )

    def _restore_window(self, stored: dict[str, Any]) -> None:
        geometry = _bytes(stored.get("geometry"))
        if geometry is not None:
            self._window.restoreGeometry(geometry)

    def _restore_docks(self, stored: dict[str, Any]) -> None:
        state = _bytes(stored.get("state"))
        is_ours = stored.get("version") == VERSION and stored.get("panels") == list(PANELS)
        if state is None or not is_ours:
            return
        fronts = stored.get("fronts")
        names = fronts if isinstance(fronts, list) else []
        self._dock.restore(state, VERSION, [name for name in PANELS if name in names])


def _text(data: QByteArray) -> str:
    return base64.b64encode(data.data()).decode("ascii")


def _bytes(stored: object) -> QByteArray | None:
    if not isinstance(stored, str):
        return None
    try:
        return QByteArray(base64.b64decode(stored, validate=True))
    except (binascii.Error, ValueError):
        return None
