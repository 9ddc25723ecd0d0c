"""Key caps with the legends of the keyboard in use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme.theme import Theme
from app.theme.tokens import Tokens

HEIGHT, LEAST, INSET, GAP, RADIUS = 20, 20, 6, 3, 3


def cap_width(text: str, font: QFont, height: float = HEIGHT) -> float:
    """Logical pixels of one cap."""
    return max(height, QFontMetrics(font).horizontalAdvance(text) + 2.0 * INSET)


def paint_cap(
    painter: QPainter,
    place: QRectF,
    text: str,
    font: QFont,
    tokens: Tokens,
    *,
    is_down: bool = False,
    is_off: bool = False,
) -> None:
    """One cap: inverted while its key is down, dashed when it means nothing now."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(tokens["edge"], 1)
    if is_off:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(tokens["t1"] if is_down else tokens["well"])
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.setPen(tokens["well"] if is_down else tokens["t3"] if is_off else tokens["t1"])
    painter.setFont(font)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class KeyCaps(QWidget):
    """One key: a cap for each modifier and one for the key itself, never with the focus."""

    def __init__(
        self,
        texts: Sequence[str],
        theme: Theme,
        *,
        height: int = HEIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = tuple(texts)
        self._theme, self._height = theme, height
        self._is_down = self._is_off = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def texts(self) -> tuple[str, ...]:
        return self._texts

    def show_texts(self, texts: Sequence[str]) -> None:
        if tuple(texts) != self._texts:
            self._texts = tuple(texts)
            self.updateGeometry()
            self.update()

    def set_down(self, is_down: bool) -> None:
        if is_down != self._is_down:
            self._is_down = is_down
            self.update()

    def set_off(self, is_off: bool) -> None:
        if is_off != self._is_off:
            self._is_off = is_off
            self.update()

    def sizeHint(self) -> QSize:
        font = self._theme.fonts["tiny"]
        widths = [cap_width(text, font, self._height) for text in self._texts]
        return QSize(round(sum(widths) + GAP * max(0, len(widths) - 1)), self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font, left = self._theme.fonts["tiny"], 0.0
        for text in self._texts:
            width = cap_width(text, font, self._height)
            place = QRectF(left, 0, width, self._height)
            paint_cap(
                painter,
                place,
                text,
                font,
                self._theme.tokens,
                is_down=self._is_down,
                is_off=self._is_off,
            )
            left += width + GAP
        painter.end()
