"""The button at the end of a row of panel tabs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QTabBar

from app.languages.translate import tr
from app.theme.theme import Theme
from app.widgets import IconButton

EDGE = 8


class TabMenu(IconButton):
    """Stays at the right end of the bar, and away where the tabs need the room."""

    asked = Signal(QPoint)
    """where on the screen the menu belongs"""

    def __init__(self, theme: Theme, bar: QTabBar) -> None:
        super().__init__("ellipsis", tr("Panel menu"), theme, side=24, parent=bar)
        self._bar = bar
        bar.installEventFilter(self)
        self.clicked.connect(self._ask)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._place()
        return False

    def _place(self) -> None:
        bar = self._bar
        left = bar.width() - self.width() - EDGE
        last = bar.tabRect(bar.count() - 1).right() if bar.count() else 0
        self.move(left, (bar.height() - self.height()) // 2)
        self.setVisible(last < left)

    def _ask(self) -> None:
        self.asked.emit(self.mapToGlobal(self.rect().bottomLeft()))
