"""The two colours of a slot side by side: what it was, what it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.session.colors import from_depth
from app.theme.theme import Theme
from app.theme.tokens import Tokens
from engine.document.model import Color, Slot

RADIUS = 3.0


def shown_color(color: Color, depth: int) -> QColor:
    """A slot's colour on the screen."""
    return QColor(*from_depth(color, depth))


def paint_chip(
    painter: QPainter, place: QRectF, slot: Slot, depth: int, was: float, tokens: Tokens
) -> None:
    """was: width of the original colour on the left; a mark tells that sRGB has less chroma."""
    path = QPainterPath()
    path.addRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, shown_color(slot.color, depth))
    painter.save()
    painter.setClipRect(QRectF(place.left(), place.top(), was, place.height()))
    painter.fillPath(path, shown_color(slot.original, depth))
    painter.restore()
    painter.setPen(QPen(QColor(0, 0, 0, 120) if tokens.is_dark else QColor(0, 0, 0, 90), 1))
    painter.drawPath(path)
    line = place.left() + was
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.drawLine(QPointF(line, place.top() + 1), QPointF(line, place.bottom() - 2))
    painter.restore()


def paint_beyond(painter: QPainter, place: QRectF) -> None:
    """A small triangle in the corner of a chip: more chroma was wanted than sRGB has."""
    side = 7.0
    corner = QPointF(place.right() - 1, place.top() + 1)
    shape = QPolygonF([corner, corner - QPointF(side, 0), corner + QPointF(0, side)])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(0, 0, 0), 1))
    painter.setBrush(QColor(255, 255, 255))
    painter.drawPolygon(shape)
    painter.restore()


class SlotChip(QWidget):
    """The chip of the strip, 64 × 40."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._slot: Slot | None = None
        self._depth = 8
        self._is_beyond = False
        self.setFixedSize(QSize(64, 40))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_slot(self, slot: Slot | None, depth: int, *, is_beyond: bool) -> None:
        self._slot, self._depth, self._is_beyond = slot, depth, is_beyond
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._slot is None:
            return
        painter = QPainter(self)
        place = QRectF(self.rect())
        paint_chip(painter, place, self._slot, self._depth, 20, self._theme.tokens)
        if self._is_beyond:
            paint_beyond(painter, place)
        painter.end()
