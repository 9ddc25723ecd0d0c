"""What has to be said: errors inline over the picture, good news as a toast."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QVBoxLayout, QWidget

from app.languages.translate import tr
from app.theme.theme import Theme
from app.widgets import IconButton, IconLabel, TextButton, ground, label

EDGE = 16


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say it, wherever the focus is."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class ErrorMessage(QWidget):
    """Icon, bold first line, what happened and what to do, at most two buttons. Stays."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        ground(self, "error")
        self._theme = theme
        self._title = label("", theme, font="bold", parent=self)
        self._text = label("", theme, font="small", parent=self)
        self._text.setWordWrap(True)
        self._action = TextButton("", theme, parent=self)
        self._action.clicked.connect(self._on_action)
        self._run: Callable[[], object] | None = None
        close = IconButton("x", tr("Close message"), theme, side=24, parent=self)
        close.clicked.connect(self.hide)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 10, 10)
        row.setSpacing(10)
        icon = IconLabel("circle-alert", theme, color="err", parent=self)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._action)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """All that it says now, empty while it is hidden."""
        return "" if self.isHidden() else f"{self._title.text()} {self._text.text()}"

    def say(
        self, title: str, text: str, action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._run = run
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        announce(self, f"{title}. {text}" if text else title)
        self.show()
        self._place()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _place(self) -> None:
        parent = self._parent
        width = min(640, parent.width() - 2 * EDGE)
        self.setFixedWidth(width)
        height = self._row.heightForWidth(width)
        self.setFixedHeight(max(self._row.minimumSize().height(), height))
        self.move((parent.width() - width) // 2, EDGE)

    def _on_action(self) -> None:
        self.hide()
        if self._run is not None:
            self._run()


class Toast(QWidget):
    """48 px high, bottom right, one at a time, one action; waits while the pointer is over it."""

    def __init__(self, theme: Theme, parent: QWidget, milliseconds: int = 6000) -> None:
        super().__init__(parent)
        self._parent = parent
        ground(self, "raised")
        self.setFixedHeight(48)
        self._text = label("", theme, parent=self)
        self._action = TextButton("", theme, kind="flat", parent=self)
        self._action.clicked.connect(self._on_action)
        self._run: Callable[[], object] | None = None
        close = IconButton("x", tr("Close message"), theme, side=28, parent=self)
        close.clicked.connect(self.hide)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("circle-check", theme, color="ok", parent=self))
        row.addWidget(self._text)
        row.addWidget(self._action)
        row.addWidget(close)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 8)
        self.setGraphicsEffect(shadow)
        self._timer = QTimer(self, singleShot=True, interval=milliseconds)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._run = run
        self.setAccessibleName(text)
        announce(self, text)
        self.show()
        self._place()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()

    def _place(self) -> None:
        parent = self._parent
        self.setFixedWidth(min(self._row.sizeHint().width(), parent.width() - 2 * EDGE))
        self.move(parent.width() - self.width() - EDGE, parent.height() - self.height() - EDGE)

    def _on_action(self) -> None:
        self.hide()
        if self._run is not None:
            self._run()
