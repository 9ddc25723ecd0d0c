"""Tools as 36 px buttons, in groups; the two colours and the list of keys at the foot."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygon,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.canvas.tools.toolbox import GROUPS, Toolbox
from app.commands.registry import Registry
from app.panels.tool_strip.chips import ColorChips
from app.theme.theme import Theme
from app.widgets import IconButton, ground, line

SEPARATED = ("crop", "brush", "hand")
"""A line goes above these."""


class ToolStrip(QWidget):
    def __init__(
        self, registry: Registry, toolbox: Toolbox, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        ground(self, "chrome")
        self.setFixedWidth(theme.tokens.size("tool_strip"))
        self._toolbox = toolbox
        self.groups: dict[str, ToolButton] = {}
        column = QVBoxLayout()
        column.setContentsMargins(4, 8, 3, 8)
        column.setSpacing(2)
        for group in GROUPS:
            if group[0] in SEPARATED:
                column.addSpacing(4)
                column.addWidget(line(kind="line2", parent=self))
                column.addSpacing(4)
            button = ToolButton(group, registry, toolbox, theme, self)
            self.groups[group[0]] = button
            column.addWidget(button)
        column.addStretch(1)
        self.chips = ColorChips(toolbox.colors, registry, theme, self)
        column.addWidget(self.chips)
        column.addSpacing(6)
        self.keys = _keys_button(registry.action("help.keys"), theme, self)
        column.addWidget(self.keys)
        self._whole = column.sizeHint().height()
        """px that everything needs; below that the keys are only in the menu"""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column)
        row.addWidget(line(is_vertical=True, parent=self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.keys.setVisible(event.size().height() >= self._whole)

    @property
    def current(self) -> QWidget:
        """The button of the tool in use: where the focus goes."""
        for group, button in self.groups.items():
            if self._toolbox.name in button.members:
                return self.groups[group]
        return self.groups["move"]

    def sizeHint(self) -> QSize:
        return QSize(44, 200)


class ToolButton(IconButton):
    """Shows the tool of its group that was used last; the right button lists the others."""

    def __init__(
        self,
        group: tuple[str, ...],
        registry: Registry,
        toolbox: Toolbox,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        self.members = group
        self._registry, self._toolbox = registry, toolbox
        first = registry.action(f"tool.{group[0]}")
        icon = registry.icon_name(f"tool.{group[0]}")
        super().__init__(icon, first.text(), theme, side=36, size=20, parent=parent)
        self.setProperty("kind", "tool")
        self.setCheckable(True)
        self.clicked.connect(self._use)
        toolbox.changed.connect(self._show)
        self._show()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_group()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._open_group()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if len(self.members) > 1:
            painter = QPainter(self)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.tokens["t3"])
            x, y = self.width() - 4, self.height() - 4
            painter.drawPolygon(QPolygon([QPoint(x, y), QPoint(x - 5, y), QPoint(x, y - 5)]))
            painter.end()

    def _open_group(self) -> None:
        if len(self.members) < 2:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._registry.action(f"tool.{name}") for name in self.members])
        menu.popup(self.mapToGlobal(QPoint(self.width(), 0)))

    def _use(self) -> None:
        self._toolbox.use(self._toolbox.last_of_group(self.members[0]))
        self._show()

    def _show(self) -> None:
        name = self._toolbox.last_of_group(self.members[0])
        action = self._registry.action(f"tool.{name}")
        self.setChecked(self._toolbox.name in self.members)
        self.setToolTip(action.toolTip())
        self.setAccessibleName(action.text())
        self._icon = self._registry.icon_name(f"tool.{name}")
        self._draw()


def _keys_button(action: QAction, theme: Theme, parent: QWidget) -> IconButton:
    button = IconButton("keyboard", action.text(), theme, side=36, size=20, parent=parent)
    button.setProperty("kind", "tool")
    button.setToolTip(action.toolTip())
    button.clicked.connect(action.trigger)
    return button
