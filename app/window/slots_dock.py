"""The Slots panel beside the other panels: there while the recolour mode is on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from app.languages.translate import tr
from app.panels.recolor.mode import RecolorMode
from app.theme.theme import Theme
from app.window.dock import Dock
from app.window.panel_dock import PanelDock

NEIGHBOR = "layers"
"""The panel whose tabs it joins."""


class SlotsDock(QObject):
    """Comes as the front tab when the mode is entered, goes when it is left."""

    def __init__(self, mode: RecolorMode, dock: Dock, theme: Theme) -> None:
        super().__init__(dock)
        self._mode, self._dock = mode, dock
        self.panel = PanelDock("slots", tr("Slots"), mode.panel, theme, dock)
        self.panel.hide()
        mode.switched.connect(self._follow)

    def _follow(self, is_on: bool) -> None:
        if not is_on:
            self.panel.hide()
            self._dock.removeDockWidget(self.panel)
            return
        if self.panel.isVisible():
            return
        neighbor = self._dock.panel(NEIGHBOR)
        if neighbor.isHidden() or neighbor.isFloating():
            self._dock.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.panel)
        else:
            self._dock.tabifyDockWidget(neighbor, self.panel)
        self.panel.setFloating(False)
        self.panel.show()
        self.panel.raise_()
