"""The colours of the reference, ten at a time, each over its key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from app.languages.translate import tr
from app.panels.recolor.caps import KeyCaps
from app.panels.recolor.legends import Legends
from app.session.swatches import PAGE, Swatches
from app.theme.theme import Theme
from app.widgets import ElidedLabel, IconButton, TextButton

SIDE, KEY_HEIGHT, GAP = 28, 16, 6


class SwatchCells(QWidget):
    """Ten cells; a click gives the swatch to the chosen slots."""

    chosen = Signal(int)

    def __init__(self, swatches: Swatches, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._swatches, self._theme = swatches, theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Swatches"))
        swatches.changed.connect(self.update)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(10 * SIDE, SIDE + KEY_HEIGHT)

    def cell(self, number: int) -> QRect:
        """Where a swatch lies."""
        step = (self.width() + GAP) / PAGE
        left = round(number * step)
        return QRect(left, 0, round((number + 1) * step) - GAP - left, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setFont(self._theme.fonts["tiny"])
        for number in range(PAGE):
            place, swatch = self.cell(number), self._swatches.swatch(number)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if swatch is None:
                pen = QPen(tokens["line2"], 1)
                painter.setBrush(Qt.BrushStyle.NoBrush)
            else:
                pen = QPen(QColor(0, 0, 0, 120 if tokens.is_dark else 90), 1)
                painter.setBrush(QColor(*swatch.color))
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setPen(tokens["t2" if swatch is not None else "t3"])
            foot = QRect(place.left() - 3, SIDE, place.width() + 6, KEY_HEIGHT)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, f"⇧{(number + 1) % 10}")
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._number_at(event.pos().x())
            swatch = self._swatches.swatch(number)
            if swatch is not None:
                code = QColor(*swatch.color).name()
                text = f"{swatch.name}  {code}".strip()
                QToolTip.showText(event.globalPos(), text, self, self.cell(number))
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().toPoint().x())
        if self._swatches.swatch(number) is not None:
            self.chosen.emit(number)

    def _number_at(self, x: int) -> int:
        return min(PAGE - 1, max(0, x * PAGE // max(1, self.width())))


class SwatchBar(QWidget):
    """Title, page, cells, and the key that carries the reference over."""

    chosen = Signal(int)
    load_asked = Signal()
    carry_asked = Signal()
    library_asked = Signal()

    def __init__(self, swatches: Swatches, legends: Legends, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._swatches, self._legends = swatches, legends
        self._title = ElidedLabel(theme, font="small", tone="second", parent=self)
        self._carry = TextButton(tr("Carry over"), theme, kind="flat", parent=self)
        self._carry_key = KeyCaps((), theme, parent=self)
        load = tr("Colours of another picture, a palette file or the library")
        self._load = IconButton("image", load, theme, parent=self)
        keep = tr("Keep this palette in the library or write it to a file")
        self._library = IconButton("save", keep, theme, parent=self)
        self._cells = SwatchCells(swatches, theme, self)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title, 1)
        head.addWidget(self._load)
        head.addWidget(self._library)
        head.addWidget(self._carry)
        head.addWidget(self._carry_key)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._cells)
        for button in (self._carry, self._load, self._library):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cells.chosen.connect(self.chosen)
        self._load.clicked.connect(self.load_asked)
        self._carry.clicked.connect(self.carry_asked)
        self._library.clicked.connect(self.library_asked)
        swatches.changed.connect(self._show)
        legends.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        swatches = self._swatches
        text = tr("No reference")
        if swatches.all:
            text = swatches.title
            if swatches.pages > 1:
                text = f"{text}  {swatches.page + 1}/{swatches.pages}"
        self._title.show_text(text)
        self._title.setToolTip(swatches.title)
        self._carry.setVisible(bool(swatches.all))
        self._carry_key.setVisible(bool(swatches.all))
        self._carry_key.show_texts(self._legends.caps("transfer.next"))
