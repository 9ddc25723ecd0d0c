"""A small list over the canvas, worked by digits, arrows, Return and Esc."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.languages.translate import tr
from app.panels.recolor.caps import KeyCaps
from app.panels.recolor.floating import SHADOW, Floating
from app.theme.theme import Theme
from app.widgets import TextButton, label


class PopOver(Floating):
    """Takes the keys while it is open. choose: number of a row; turn: an arrow, degrees or rows."""

    chosen = Signal(int)
    turned = Signal(int, bool)
    """direction, whether Shift is held"""
    kept = Signal()
    cancelled = Signal()

    def __init__(self, title: str, note: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(10)
        self._rows.setVerticalSpacing(4)
        self._buttons: list[TextButton] = []
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(label(note, theme, font="tiny", tone="second", parent=self), 1)
        for cap, text in ((("Enter",), tr("keep")), (("Esc",), tr("cancel"))):
            foot.addWidget(KeyCaps(cap, theme, height=18, parent=self))
            foot.addWidget(label(text, theme, font="tiny", tone="second", parent=self))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(title, theme, font="bold", parent=self))
        column.addLayout(self._rows)
        column.addLayout(foot)
        self.hide()

    def set_rows(self, texts: Sequence[str]) -> None:
        """What the digits choose, from 1."""
        for number, text in enumerate(texts):
            caps = KeyCaps((str(number + 1),), self._theme, parent=self)
            button = TextButton(text, self._theme, kind="flat", parent=self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._chooser(number))
            self._rows.addWidget(caps, number, 0)
            self._rows.addWidget(button, number, 1)
            self._rows.setColumnStretch(1, 1)
            self._buttons.append(button)

    def show_chosen(self, number: int) -> None:
        """-1: none."""
        for at, button in enumerate(self._buttons):
            button.setChecked(at == number)

    def open_above(self, strip: QWidget) -> None:
        """Show it over the left end of the strip, with the keys."""
        self.adjustSize()
        self.move(strip.x(), strip.y() - self.height() - 12 + 2 * SHADOW)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _chooser(self, number: int) -> Callable[[], None]:
        return lambda: self.chosen.emit(number)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent):
            has_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if not has_control:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        is_coarse = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        number = key - Qt.Key.Key_1
        if 0 <= number < len(self._buttons):
            self.chosen.emit(number)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            self.turned.emit(1, is_coarse)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            self.turned.emit(-1, is_coarse)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes elsewhere keeps what is seen."""
        if self.isVisible():
            self.kept.emit()
        super().focusOutEvent(event)
