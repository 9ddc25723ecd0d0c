"""Picking a colour from anywhere on the screen: a still of it, and a click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from app.languages.translate import tr


def still_of(screen: QScreen) -> QPixmap:
    """What the screen shows now; a null pixmap where the system does not allow that."""
    return screen.grabWindow(0)


class ScreenPicker(QWidget):
    """Lies over one screen until a colour is clicked or Esc is pressed."""

    picked = Signal(QColor)

    def __init__(self, screen: QScreen, still: QPixmap) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.ToolTip)
        self._still = still
        self._image = still.toImage()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Pick a colour from the screen"))
        self.setGeometry(screen.geometry())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(QPoint(0, 0), self._still)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        ratio = self._still.devicePixelRatio()
        place = event.position() * ratio
        color = self._image.pixelColor(int(place.x()), int(place.y()))
        self.close()
        self.picked.emit(color)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.releaseKeyboard()
        super().closeEvent(event)


def pick_from_screen(picked: Callable[[QColor], None]) -> ScreenPicker | None:
    """Let the artist click a colour; None where the screen cannot be looked at."""
    screen = QGuiApplication.screenAt(QCursor.pos())
    screen = screen or QGuiApplication.primaryScreen()
    still = still_of(screen)
    if still.isNull():
        return None
    picker = ScreenPicker(screen, still)
    picker.picked.connect(picked)
    picker.show()
    picker.raise_()
    picker.grabKeyboard()
    return picker
