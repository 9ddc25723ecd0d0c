"""The layer panel: head, rows, sum check, buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from app.commands.registry import follow_tip
from app.panels.layers.delegate import TAG_COLORS
from app.panels.layers.head import LayerHead
from app.panels.layers.sum_badge import SumBadge
from app.panels.layers.tree import LayerTree
from app.session.layer_acts import LayerActs
from app.session.session import Session
from app.session.sum_check import SumChecker
from app.theme.theme import Theme
from app.widgets import IconButton, ground, line
from engine.document.model import ColorTag

FOOT = ("layer.new", "layer.new_group", "layer.clip", "layer.duplicate", "", "layer.delete")


class LayersPanel(QWidget):
    def __init__(
        self,
        session: Session,
        acts: LayerActs,
        checker: SumChecker,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        ground(self, "panel")
        self.head = LayerHead(session, acts, theme, self)
        self.tree = LayerTree(session, acts, theme, self)
        self.badge = SumBadge(checker, theme, self)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(8, 4, 8, 4)
        self._foot.setSpacing(2)
        self.head.filter_changed.connect(self.tree.set_filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.tree, 1)
        column.addWidget(self.badge)
        column.addWidget(line(parent=self))
        column.addLayout(self._foot)

    def add_buttons(self, actions: Callable[[str], QAction], icons: Callable[[str], str]) -> None:
        """The foot's buttons and the menu of tags, from the command table."""
        self._fill_tag_menu(actions)
        for command in FOOT:
            if not command:
                self._foot.addStretch(1)
                continue
            action = actions(command)
            button = IconButton(icons(command), action.text(), self._theme, parent=self)
            follow_tip(button, action)
            button.setEnabled(action.isEnabled())
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            self._foot.addWidget(button)

    def _fill_tag_menu(self, actions: Callable[[str], QAction]) -> None:
        button = self.head.tag_button
        menu = QMenu(button)
        for tag in ColorTag:
            action = actions(f"layer.tag_{tag}")
            if tag in TAG_COLORS:
                swatch = QPixmap(12, 12)
                swatch.fill(TAG_COLORS[tag])
                action.setIcon(QIcon(swatch))
            menu.addAction(action)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def panes(self) -> Sequence[QWidget]:
        return (self.tree,)
