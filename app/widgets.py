"""Small parts that several rooms use. They hold no decisions."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from app.theme.theme import Theme


def label(
    text: str, theme: Theme, *, font: str = "body", tone: str = "", parent: QWidget | None = None
) -> QLabel:
    """A text in one of the look's styles and tones (second, third, ok, warn, err)."""
    made = QLabel(text, parent)
    made.setFont(theme.fonts[font])
    made.setTextFormat(Qt.TextFormat.PlainText)
    if tone:
        made.setProperty("tone", tone)
    return made


def set_tone(widget: QWidget, tone: str, name: str = "tone") -> None:
    """Another look for a widget that is already shown."""
    if widget.property(name) != tone:
        widget.setProperty(name, tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def ground(widget: QWidget, name: str) -> None:
    """Give a plain widget one of the look's grounds: chrome, panel, raised, error."""
    widget.setProperty("ground", name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def line(*, is_vertical: bool = False, kind: str = "line", parent: QWidget | None = None) -> QFrame:
    """A hairline between panels (line) or rows (line2)."""
    made = QFrame(parent)
    made.setProperty("kind", kind)
    if is_vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


class ElidedLabel(QLabel):
    """One line that ends in … where there is no room; `full_text` is all of it."""

    def __init__(self, theme: Theme, *, font: str, tone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.full_text = ""
        self.setFont(theme.fonts[font])
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        self.full_text = text
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._elide()

    def _elide(self) -> None:
        fitting = self.fontMetrics().elidedText(
            self.full_text, Qt.TextElideMode.ElideRight, self.width()
        )
        self.setText(fitting)


class IconLabel(QLabel):
    """A Lucide icon beside a text, in a colour of the theme."""

    def __init__(
        self,
        icon: str,
        theme: Theme,
        *,
        color: str = "t2",
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._theme, self._color, self._size = icon, theme, color, size
        self.setFixedSize(size, size)
        theme.changed.connect(self._draw)
        self._draw()

    def show_icon(self, icon: str, color: str) -> None:
        if (icon, color) != (self._icon, self._color):
            self._icon, self._color = icon, color
            self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        color = self._theme.tokens[self._color]
        self.setPixmap(self._theme.icons.pixmap(self._icon, self._size, ratio, color))


class IconButton(QToolButton):
    """A square button with an icon only; its text is its name and tool tip."""

    def __init__(
        self,
        icon: str,
        text: str,
        theme: Theme,
        *,
        side: int = 28,
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._theme, self._size = icon, theme, size
        self.setFixedSize(side, side)
        self.setIconSize(QSize(size, size))
        self.setToolTip(text)
        self.setAccessibleName(text)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.setIcon(self._theme.icons.icon(self._icon, self._size))


class TextButton(QPushButton):
    """A button with words; kind: "" standard, "primary", "flat", "find"."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        icon: str = "",
        kind: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._theme = icon, theme
        self.setText(text)
        self._color = "onacc" if kind == "primary" else "t1" if not kind else "t2"
        self.setProperty("kind", kind)
        self.setFont(theme.fonts["medium" if kind == "primary" else "body"])
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        theme.changed.connect(self._draw)
        self._draw()

    def setText(self, text: str) -> None:
        """Qt leaves 4 px between icon and words; the space makes it the 8 of the look."""
        self.setAccessibleName(text)
        super().setText(f" {text}" if text and self._icon else text)

    def _draw(self) -> None:
        if self._icon:
            self.setIcon(self._theme.icons.icon(self._icon, 16, self._color))
            self.setIconSize(QSize(16, 16))


class Mark(QWidget):
    """The program's mark: two sheets, one over the other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(18, 18)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens["t2"], 1.5))
        painter.drawRoundedRect(QRectF(5.75, 0.75, 11, 11), 2, 2)
        painter.setPen(QPen(tokens["t1"], 1.5))
        painter.setBrush(tokens["chrome"])
        painter.drawRoundedRect(QRectF(0.75, 6.25, 11, 11), 2, 2)
        painter.end()
