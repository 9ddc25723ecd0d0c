"""A ring round the widget with the focus, for those who got there by keyboard."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QApplication, QLineEdit, QMenuBar, QSpinBox, QTreeView, QWidget

from app.theme.theme import Theme

WIDE, GAP, RADIUS = 2, 2, 6
TRAVEL_SECONDS = 0.3
"""A focus that changes this soon after Tab or F6 was moved by it."""
_OWN_RING = (QLineEdit, QSpinBox, QTreeView, QMenuBar)
"""Widgets that show the focus themselves."""
_TRAVEL = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_F6}


class FocusRing(QWidget):
    """Lies over the window and lets everything through."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._target: QWidget | None = None
        self._by_keys = False
        self._travelled = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        window.installEventFilter(self)
        self._application = application
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self._by_keys = False
            self.hide()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _TRAVEL:
                self._travelled = time.monotonic()
                if not self._by_keys:
                    self._by_keys = True
                    self._place()
        elif kind in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Hide) and (
            watched is self._target or watched is self._window
        ):
            self._place()
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._target = new
        # A pane that got the focus by itself, not by F6 or Tab, wears no ring.
        self._by_keys = time.monotonic() - self._travelled < TRAVEL_SECONDS
        self._place()

    def _place(self) -> None:
        target = self._target
        if (
            not self._by_keys
            or target is None
            or isinstance(target, _OWN_RING)
            or target.window() is not self._window
            or not target.isVisible()
        ):
            self.hide()
            return
        corner = target.mapTo(self._window, target.rect().topLeft())
        outside = WIDE + GAP
        rect = QRect(corner, target.size()).adjusted(-outside, -outside, outside, outside)
        if target.width() > 300 and target.height() > 100:  # a pane: inside its edge
            rect = QRect(corner, target.size())
        self.setGeometry(rect.intersected(self._window.rect()))
        inner = self.rect().adjusted(WIDE + 1, WIDE + 1, -WIDE - 1, -WIDE - 1)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inner)))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens["focus"], WIDE))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()
