"""The dock on the right: Layers, Adjust, History and Jobs as tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

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
from app.widgets import ground, line

TABS = (
    ("layers", mark("Layers")),
    ("adjustment", mark("Adjust")),
    ("history", mark("History")),
    ("jobs", mark("Jobs")),
)


class Dock(QWidget):
    def __init__(
        self,
        session: Session,
        acts: LayerActs,
        checker: SumChecker,
        board: JobBoard,
        link: EngineLink,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        ground(self, "panel")
        sizes = theme.tokens
        self.setMinimumWidth(sizes.size("dock_min"))
        self.setMaximumWidth(sizes.size("dock_max"))
        self._board = board
        self.layers = LayersPanel(session, acts, checker, theme)
        self.adjuster = Adjuster(session, self)
        self.adjustment = AdjustmentPanel(self.adjuster, theme)
        self.history = HistoryPanel(session, theme)
        self.jobs = JobsPanel(board, link, theme)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("Panels"))
        self.tabs.setFixedHeight(sizes.size("tabs"))
        self._stack = QStackedWidget(self)
        panels = (self.layers, self.adjustment, self.history, self.jobs)
        for (_, title), panel in zip(TABS, panels, strict=True):
            self.tabs.addTab(tr(title))
            self._stack.addWidget(panel)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(line(parent=self))
        column.addWidget(self._stack, 1)
        board.changed.connect(self._show_count)
        self.adjuster.trial_began.connect(self.show_adjustment)

    @property
    def panel_name(self) -> str:
        return TABS[self.tabs.currentIndex()][0]

    def show_panel(self, name: str) -> None:
        focus = self.window().focusWidget()
        had_focus = focus is not None and self._stack.isAncestorOf(focus)
        self.tabs.setCurrentIndex([tab for tab, _ in TABS].index(name))
        if had_focus:  # else Qt would give it to whatever comes next
            self.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_panel(self) -> None:
        self.focus_target().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_adjustment(self) -> None:
        """The settings of what is adjusted, ready for the keys."""
        self.show_panel("adjustment")
        self.focus_panel()

    def stop(self) -> None:
        """For the end of the program."""
        self.adjuster.stop()
        self.adjustment.stop()

    def focus_target(self) -> QWidget:
        """The widget of the shown panel that takes the keys."""
        return {
            "layers": self.layers.tree,
            "adjustment": self.adjustment.focus_target,
            "history": self.history.list,
            "jobs": self.jobs.area,
        }[self.panel_name]

    def _show_count(self) -> None:
        count = sum(not record.is_quiet for record in self._board.open_records)
        self.tabs.setTabText(3, tr("Jobs  {count}", count=count) if count else tr(mark("Jobs")))
