"""The recolour mode as an artist plays it: real key events, and what is on the screen."""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.panels.recolor.mode import RecolorMode
from engine.document.model import Color, Document, PixelLayer, Slot
from engine.document.raster import pixels_of
from tests.app.editor import Editor
from tests.app.recolor.character import character

NONE = Qt.KeyboardModifier.NoModifier
PATIENCE = 90_000
"""Loops may have to be compiled first."""


class Player:
    """A window in the recolour mode. presses: how many keys were pressed so far."""

    def __init__(self, editor: Editor, document: Document | None = None) -> None:
        self.editor = editor
        editor.open(document or character())
        editor.session.select([editor.document.layers[0].id])
        editor.window.canvas.setFocus()
        self.presses = 0
        editor.key("Shift+R")
        self.settle()

    @property
    def mode(self) -> RecolorMode:
        return self.editor.window.recolor

    def press(self, *keys: str) -> None:
        """Press keys one after the other where the focus is, without waiting."""
        for key in keys:
            self.presses += 1
            QTest.keySequence(self.editor.focus, key)
            QApplication.processEvents()

    def hold(self, key: Qt.Key, repeats: int, on: QWidget | None = None) -> None:
        """Press a key and let it repeat; it is not let go."""
        self.send(key, QEvent.Type.KeyPress, on=on)
        for _ in range(repeats):
            self.send(key, QEvent.Type.KeyRelease, is_repeat=True, on=on)
            self.send(key, QEvent.Type.KeyPress, is_repeat=True, on=on)

    def send(
        self,
        key: int,
        kind: QEvent.Type,
        *,
        modifiers: Qt.KeyboardModifier = NONE,
        text: str = "",
        scan_code: int = 0,
        is_repeat: bool = False,
        on: QWidget | None = None,
    ) -> bool:
        """One key event as the system sends it; whether somebody claimed or took it."""
        target = on or self.editor.focus
        if kind == QEvent.Type.KeyPress:
            override = QKeyEvent(
                QEvent.Type.ShortcutOverride, key, modifiers, scan_code, 0, 0, text, is_repeat
            )
            override.ignore()
            QApplication.sendEvent(target, override)
        event = QKeyEvent(kind, key, modifiers, scan_code, 0, 0, text, is_repeat)
        QApplication.sendEvent(target, event)
        QApplication.processEvents()
        return event.isAccepted()

    def settle(self) -> None:
        """Wait until all that was changed is painted."""
        self.editor.qtbot.waitUntil(lambda: self.mode.is_settled, timeout=PATIENCE)
        self.editor.settle()

    def wait_for_preview(self) -> None:
        self.settle()
        self.editor.qtbot.waitUntil(lambda: self.mode.preview.is_ready, timeout=PATIENCE)

    # What is there

    @property
    def focus(self) -> str:
        focus = self.mode.recoloring.focus
        return "" if focus is None else focus.name

    @property
    def chosen(self) -> set[str]:
        chosen = self.mode.recoloring.chosen
        return {slot.name for slot in self.slots if slot.id in chosen}

    @property
    def slots(self) -> tuple[Slot, ...]:
        return self.mode.recoloring.slots.palette

    def slot(self, name: str) -> Slot:
        return next(slot for slot in self.slots if slot.name == name)

    def color(self, name: str) -> Color:
        return self.slot(name).color

    @property
    def layer(self) -> PixelLayer:
        layer = self.editor.document.layers[0]
        assert isinstance(layer, PixelLayer)
        return layer

    @property
    def pixels(self) -> np.ndarray:
        """The flat layer as the document has it."""
        self.settle()
        return pixels_of(self.layer.raster, self.editor.document.size.rect)

    @property
    def steps(self) -> list[str]:
        """What undo would take back, oldest first."""
        self.mode.recoloring.settle()
        history = self.editor.session.history
        assert history is not None
        return [entry.label for entry in history.entries[1 : history.index + 1]]

    def pause(self, milliseconds: int) -> None:
        end = time.monotonic() + milliseconds / 1000
        while time.monotonic() < end:
            QTest.qWait(10)
