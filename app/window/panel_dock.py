"""One panel that can be moved, floated, tabbed and closed, with its title bar."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QWidget

from app.languages.translate import tr
from app.theme.theme import Theme
from app.widgets import IconButton, ground, label


class PanelTitle(QWidget):
    """As high as a row of tabs: the panel's name, its menu, and a button that closes it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        ground(self, "panel")
        self.setProperty("edges", "below")
        self.setFixedHeight(theme.tokens.size("tabs"))
        self._name = label("", theme, parent=self)
        self.menu = IconButton("ellipsis", tr("Panel menu"), theme, side=24, parent=self)
        self.cross = IconButton("x", tr("Close panel"), theme, side=24, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._name, 1)
        row.addWidget(self.menu)
        row.addWidget(self.cross)

    def show_name(self, name: str) -> None:
        self._name.setText(name)


class PanelDock(QDockWidget):
    """Wears its title bar while it is alone or floats; among tabs its tab is its title."""

    menu_asked = Signal(str, QPoint)
    """name, where on the screen"""

    def __init__(
        self, name: str, title: str, content: QWidget, theme: Theme, parent: QMainWindow
    ) -> None:
        super().__init__(title, parent)
        self.name = name
        self.setObjectName(f"panel.{name}")
        self.setAccessibleName(title)
        self.setWidget(content)
        self._main = parent
        self._title = PanelTitle(theme, self)
        self._no_title = QWidget(self)
        self._title.menu.clicked.connect(self._ask_menu)
        self._title.cross.clicked.connect(self.close)
        self.windowTitleChanged.connect(self._title.show_name)
        self._title.show_name(title)
        self._no_title.hide()
        self.setTitleBarWidget(self._title)

    @property
    def group(self) -> tuple[PanelDock, ...]:
        """The open panels that share one place, this one among them."""
        if self.isFloating():
            return (self,)
        others = self._main.tabifiedDockWidgets(self)
        return (
            self,
            *(
                one
                for one in others
                if isinstance(one, PanelDock) and not one.isHidden() and not one.isFloating()
            ),
        )

    def show_title(self) -> None:
        """Take the title bar that fits to where the panel is now."""
        wanted = self._no_title if len(self.group) > 1 else self._title
        if self.titleBarWidget() is not wanted:
            self.titleBarWidget().hide()
            self.setTitleBarWidget(wanted)
            wanted.show()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._title.isVisible() and self._title.geometry().contains(event.pos()):
            self.menu_asked.emit(self.name, event.globalPos())
        else:
            super().contextMenuEvent(event)

    def _ask_menu(self) -> None:
        button = self._title.menu
        self.menu_asked.emit(self.name, button.mapToGlobal(button.rect().bottomLeft()))
