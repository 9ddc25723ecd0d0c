"""The recolour mode in the window: its panel beside the others, its options in their row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from app.languages.translate import tr
from app.panels.recolor.mode import RecolorMode
from app.theme.theme import Theme
from app.window.dock import Dock
from app.window.panel_dock import PanelDock
from app.window.rows import OptionsRow

NEIGHBOR = "layers"
"""The panel whose tabs it joins."""


class RecolorPlaces(QObject):
    """Shows the panel as the front tab and the options while the mode is on.

    show_tool: what the options row shows else.
    """

    def __init__(
        self,
        mode: RecolorMode,
        dock: Dock,
        options: OptionsRow,
        action: QAction,
        show_tool: Callable[[], None],
        theme: Theme,
    ) -> None:
        super().__init__(dock)
        self._mode, self._dock, self._options = mode, dock, options
        self._show_tool = show_tool
        self.panel = PanelDock("slots", tr("Slots"), mode.panel, theme, dock)
        self.panel.hide()
        options.add_mode(mode.options, action)
        mode.switched.connect(self._follow)

    def _follow(self, is_on: bool) -> None:
        if is_on:
            self._options.show_mode("swatch-book", tr("Recolour"))
            if not self.panel.isVisible():
                self._open_panel()
        else:
            self.panel.hide()
            self._dock.removeDockWidget(self.panel)
            self._show_tool()
        self._tidy()

    def _open_panel(self) -> None:
        neighbor = self._dock.panel(NEIGHBOR)
        self.panel.setFloating(False)
        if neighbor.isHidden() or neighbor.isFloating():
            self._dock.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.panel)
        else:
            self._dock.tabifyDockWidget(neighbor, self.panel)
        self.panel.show()
        self.panel.raise_()

    def _tidy(self) -> None:
        for panel in (*self.panel.group, *self._dock.panel(NEIGHBOR).group):
            panel.show_title()
