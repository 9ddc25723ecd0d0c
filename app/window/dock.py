"""The canvas with the panels docked round it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QTabWidget, QWidget

from app.engine_link.link import EngineLink
from app.languages.translate import mark, tr
from app.panels.adjustment.panel import AdjustmentPanel
from app.panels.history.panel import HistoryPanel
from app.panels.jobs.panel import JobsPanel
from app.panels.layers.panel import LayersPanel
from app.session.adjusting import Adjuster
from app.session.job_board import JobBoard
from app.session.layer_acts import LayerActs
from app.session.session import Session
from app.session.sum_check import SumChecker
from app.theme.theme import Theme
from app.window.panel_dock import PanelDock
from app.window.tab_menu import TabMenu

PANELS: Mapping[str, str] = {
    "layers": mark("Layers"),
    "adjustment": mark("Adjust"),
    "history": mark("History"),
    "jobs": mark("Jobs"),
}
"""Name -> title, in the order of the tabs."""
_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class Dock(QMainWindow):
    """Lies inside the window; floating panels are windows of their own that belong to it."""

    places_changed = Signal()
    """a panel was opened, closed, moved, floated or brought to the front"""
    hidden_changed = Signal()
    """all panels were hidden at once, or are back"""
    menu_asked = Signal(QPoint)
    """where on the screen; it is for the panel that is `active`"""

    def __init__(
        self,
        session: Session,
        acts: LayerActs,
        checker: SumChecker,
        board: JobBoard,
        link: EngineLink,
        theme: Theme,
        canvas: QWidget,
    ) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Widget)
        self._board, self._theme = board, theme
        self.layers = LayersPanel(session, acts, checker, theme)
        self.adjuster = Adjuster(session, self)
        self.adjustment = AdjustmentPanel(self.adjuster, theme)
        self.history = HistoryPanel(session, theme)
        self.jobs = JobsPanel(board, link, theme)
        self._away: tuple[str, ...] | None = None
        """names of the panels that were open when all were hidden"""
        self._hidden_floats: tuple[PanelDock, ...] = ()
        self._recent = list(PANELS)
        """names of the panels, the one that came to the front last first"""
        self._active = self._recent[0]
        self._tab_menus: dict[QTabBar, TabMenu] = {}
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setCentralWidget(canvas)
        self._docks = self._made_docks()
        self._tidying = QTimer(self, singleShot=True, interval=0)
        self._tidying.timeout.connect(self._tidy)
        self.reset()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self._application = application
        board.changed.connect(self._show_count)
        self.adjuster.trial_began.connect(self.show_adjustment)

    def _made_docks(self) -> dict[str, PanelDock]:
        contents: Sequence[QWidget] = (self.layers, self.adjustment, self.history, self.jobs)
        docks = {}
        for (name, title), content in zip(PANELS.items(), contents, strict=True):
            content.setMinimumWidth(self._theme.tokens.size("dock_min"))
            dock = docks[name] = PanelDock(name, tr(title), content, self._theme, self)
            dock.menu_asked.connect(self._ask_menu)
            dock.visibilityChanged.connect(partial(self._on_visibility, name))
            dock.topLevelChanged.connect(self._tidy_soon)
            dock.dockLocationChanged.connect(self._tidy_soon)
        return docks

    # Which panel is where

    @property
    def panel_name(self) -> str:
        """The panel that came to the front last, of those that are open."""
        return next((name for name in self._recent if self.is_open(name)), self._recent[0])

    @property
    def active(self) -> str:
        """The panel that had the keys last, else the one that came to the front last."""
        return self._active if self.is_open(self._active) else self.panel_name

    def panel(self, name: str) -> PanelDock:
        return self._docks[name]

    def is_open(self, name: str) -> bool:
        """Whether a panel is there, be it behind another tab."""
        return not self._docks[name].isHidden() or name in {
            dock.name for dock in self._hidden_floats
        }

    def is_front(self, name: str) -> bool:
        """Whether a panel is there and no other tab covers it."""
        group = {dock.name for dock in self._docks[name].group}
        return self.is_open(name) and name == next(one for one in self._recent if one in group)

    @property
    def fronts(self) -> tuple[str, ...]:
        """Names of the panels in sight."""
        return tuple(name for name in self._docks if self.is_front(name))

    # Changing it

    def toggle_panel(self, name: str) -> None:
        """Close a panel that is in front; open any other, or bring it there, with the keys."""
        if self.is_front(name) and self._away is None:
            self.close_panel(name)
        else:
            self.show_panel(name)
            self.focus_panel(name)

    def show_panel(self, name: str) -> None:
        """Open a panel and bring it to the front."""
        self.set_hidden(is_hidden=False)
        dock = self._docks[name]
        had_focus = any(self._has_focus(one) for one in dock.group)
        dock.show()
        self._raise(name)
        if had_focus:  # else the keys would stay with what is covered now
            self.focus_target(name).setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_up(self, name: str) -> None:
        """Bring a panel to the front of its tabs if the artist has it open."""
        if self._away is None and self.is_open(name):
            self.show_panel(name)

    def focus_panel(self, name: str = "") -> None:
        """Give the keys to a panel, also in a window of its own."""
        self._active = name or self.panel_name
        target = self.focus_target(name)
        target.window().activateWindow()
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self, name: str) -> None:
        next_name = self._next_in_group(name)
        self._docks[name].close()
        self._raise(next_name)

    def _next_in_group(self, name: str) -> str | None:
        """The panel that was in front before this one, of those that share its place."""
        group = {dock.name for dock in self._docks[name].group} - {name}
        return next((one for one in self._recent if one in group), None)

    def _raise(self, name: str | None) -> None:
        if name is not None:
            self._docks[name].raise_()
            self._mark_front(name)

    def show_adjustment(self) -> None:
        """The settings of what is adjusted, ready for the keys."""
        self.show_panel("adjustment")
        self.focus_panel("adjustment")

    def toggle_floating(self) -> None:
        """Make the active panel a window of its own, or put it back."""
        name = self.active
        dock = self._docks[name]
        next_name = self._next_in_group(name)
        dock.setFloating(not dock.isFloating())
        self._raise(next_name)
        self._raise(name)
        self.focus_panel(name)

    @property
    def is_active_floating(self) -> bool:
        return self._docks[self.active].isFloating()

    def move_active(self) -> None:
        """Put the active panel on the other side of the canvas, as a tab of what is there."""
        name = self.active
        dock = self._docks[name]
        area = _LEFT if self.dockWidgetArea(dock) == _RIGHT else _RIGHT
        there = [
            other
            for other in self._docks.values()
            if other is not dock
            and not other.isHidden()
            and not other.isFloating()
            and self.dockWidgetArea(other) == area
        ]
        next_name = self._next_in_group(name)
        dock.setFloating(False)
        if there:
            self.tabifyDockWidget(there[0], dock)
        else:
            self.addDockWidget(area, dock)
            self.resizeDocks([dock], [self._theme.tokens.size("dock")], Qt.Orientation.Horizontal)
        self._raise(next_name)
        self.show_panel(name)
        self.focus_panel(name)

    @property
    def is_hidden(self) -> bool:
        """Whether all panels are hidden at once."""
        return self._away is not None

    def set_hidden(self, *, is_hidden: bool) -> None:
        """Hide all panels, or bring back those that were there."""
        if is_hidden == self.is_hidden:
            return
        if is_hidden:
            fronts = self.fronts
            self._away = tuple(name for name in self._docks if self.is_open(name))
            self._recent.sort(key=lambda name: name not in fronts)
            for dock in self._docks.values():
                dock.hide()
        else:
            names, self._away = self._away or (), None
            for name in names:
                self._docks[name].show()
            for name in [one for one in reversed(self._recent) if one in names]:
                self._docks[name].raise_()
        self._tidy_soon()
        self.hidden_changed.emit()

    def reset(self) -> None:
        """All panels as tabs on the right, the layers in front."""
        self.set_hidden(is_hidden=False)
        first, *others = self._docks.values()
        for dock in self._docks.values():
            dock.setFloating(False)
            self.removeDockWidget(dock)
        self.addDockWidget(_RIGHT, first)
        first.show()
        for before, dock in zip((first, *others), others, strict=False):
            self.tabifyDockWidget(before, dock)
            dock.show()
        self._recent = list(PANELS)
        first.raise_()
        self.resizeDocks([first], [self._theme.tokens.size("dock")], Qt.Orientation.Horizontal)
        self._tidy_soon()

    def restore(self, state: QByteArray, version: int, fronts: Sequence[str]) -> None:
        """Take up places from `saveState`; those of a program that is no more are given up."""
        if not self.restoreState(state, version):
            self.reset()
            return
        for name in fronts:
            self._raise(name)

    def stop(self) -> None:
        """For the end of the program."""
        self._application.focusChanged.disconnect(self._on_focus)
        for dock in self._docks.values():
            dock.visibilityChanged.disconnect()
            dock.topLevelChanged.disconnect()
            dock.dockLocationChanged.disconnect()
        self._tidying.stop()
        self.adjuster.stop()
        self.adjustment.stop()
        self.jobs.stop()

    def focus_target(self, name: str = "") -> QWidget:
        """The widget of a panel, of the one in front without a name, that takes the keys."""
        return {
            "layers": self.layers.tree,
            "adjustment": self.adjustment.focus_target,
            "history": self.history.list,
            "jobs": self.jobs.area,
        }[name or self.panel_name]

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        for dock in self._hidden_floats:
            dock.show()
        self._hidden_floats = ()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Windows do not go with the page they belong to by themselves."""
        if not event.spontaneous():
            self._hidden_floats = tuple(
                dock for dock in self._docks.values() if dock.isFloating() and not dock.isHidden()
            )
            for dock in self._hidden_floats:
                dock.hide()
        super().hideEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """On a tab: the menu of its panel."""
        bar = self.childAt(event.pos())
        if isinstance(bar, QTabBar):
            at = bar.tabAt(bar.mapFrom(self, event.pos()))
            if at >= 0:
                bar.setCurrentIndex(at)
            self.menu_asked.emit(event.globalPos())

    # Keeping up

    def _has_focus(self, dock: PanelDock) -> bool:
        focus = dock.window().focusWidget()
        return focus is not None and dock.isAncestorOf(focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        for name, dock in self._docks.items():
            if new is not None and dock.isAncestorOf(new) and self.is_front(name):
                self._active = name

    def _mark_front(self, name: str) -> None:
        self._recent.remove(name)
        self._recent.insert(0, name)
        self._tidy_soon()

    def _on_visibility(self, name: str, is_visible: bool) -> None:
        if is_visible and self.isVisible():
            self._mark_front(name)
        else:
            self._tidy_soon()

    def _ask_menu(self, name: str, where: QPoint) -> None:
        self._mark_front(name)
        self.focus_panel(name)
        self.menu_asked.emit(where)

    def _tidy_soon(self) -> None:
        self._tidying.start()

    def _tidy(self) -> None:
        for dock in self._docks.values():
            dock.show_title()
        bars = [bar for bar in self.findChildren(QTabBar) if bar.parent() is self]
        for bar in bars:
            if bar not in self._tab_menus:
                bar.setAccessibleName(tr("Panels"))
                bar.setDrawBase(False)
                bar.setExpanding(False)
                bar.setFixedHeight(self._theme.tokens.size("tabs"))
                menu = self._tab_menus[bar] = TabMenu(self._theme, bar)
                menu.asked.connect(self.menu_asked)
        self._tab_menus = {bar: menu for bar, menu in self._tab_menus.items() if bar in bars}
        self.places_changed.emit()

    def _show_count(self) -> None:
        count = sum(not record.is_quiet for record in self._board.open_records)
        title = tr("Jobs  {count}", count=count) if count else tr(mark("Jobs"))
        self._docks["jobs"].setWindowTitle(title)
