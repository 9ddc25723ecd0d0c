"""Cards that float over the canvas. Their shadow is painted once for a size, not blurred anew with
every change of the picture below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from app.theme.theme import Theme

SHADOW, DROP, RADIUS = 16, 6, 6
"""How far the shadow reaches, how far it falls, in logical pixels."""


class Plate(QWidget):
    """An opaque ground for what changes with every key, so that the canvas under it does not have
    to be painted for that."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.tokens["pop"])
        painter.end()


class Floating(QWidget):
    """`card` is where the contents lie; round it is room for the shadow."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._shadow: tuple[tuple[int, int, float, bool], QPixmap] | None = None
        self.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        theme.changed.connect(self.update)

    @property
    def card(self) -> QRect:
        return self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)

    def place_card(self, card: QRect) -> None:
        """Put the card there, in the parent's pixels."""
        self.setGeometry(card.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))

    def move_card(self, corner: QPoint) -> None:
        self.move(corner - QPoint(SHADOW, SHADOW))

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        key = (self.width(), self.height(), ratio, self.theme.tokens.is_dark)
        if self._shadow is None or self._shadow[0] != key:
            self._shadow = (key, self._painted(ratio))
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._shadow[1])
        painter.end()

    def _painted(self, ratio: float) -> QPixmap:
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = self.theme.tokens
        card, strength = QRectF(self.card), 9 if tokens.is_dark else 5
        for reach in range(SHADOW - DROP, 0, -1):
            painter.setBrush(QColor(0, 0, 0, strength))
            spread = card.adjusted(-reach, -reach + DROP, reach, reach + DROP)
            painter.drawRoundedRect(spread, RADIUS + reach, RADIUS + reach)
        painter.setPen(QPen(tokens["line"], 1))
        painter.setBrush(tokens["pop"])
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()
        return pixmap
