"""What can be set in the recolour mode: what a change hits, how shadows follow, the order."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.languages.translate import mark, tr
from app.panels.recolor.caps import KeyCaps
from app.panels.recolor.legends import Legends
from app.session.recoloring import Recoloring
from app.session.recoloring_acts import RULES, RecolorActs
from app.session.recoloring_order import Order
from app.theme.theme import Theme
from app.widgets import label
from engine.document.model import FamilyRule

SCOPES = {False: mark("Whole slot"), True: mark("Only this region")}
ORDERS = {
    Order.LIST: mark("By part"),
    Order.AREA: mark("By area"),
    Order.READING: mark("As it is read"),
    Order.HUE: mark("By hue"),
    Order.NAME: mark("By name"),
}


class RecolorOptions(QWidget):
    """Three fields, each beside its key. They never hold the keys of the mode for long."""

    scope_chosen = Signal(bool)
    rule_chosen = Signal(object)
    order_chosen = Signal(object)

    def __init__(
        self, recoloring: Recoloring, acts: RecolorActs, legends: Legends, theme: Theme
    ) -> None:
        super().__init__()
        self._it, self._acts, self._legends, self._theme = recoloring, acts, legends, theme
        self._scope = self._combo(tr("Change"), SCOPES.values())
        self._rule = self._combo(tr("Shadows follow"), RULES.values())
        self._order = self._combo(tr("Order"), ORDERS.values())
        self._keys = {"scope.toggle": KeyCaps((), theme, parent=self)}
        self._keys["family.link"] = KeyCaps((), theme, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(6)
        for combo, act in (
            (self._scope, "scope.toggle"),
            (self._rule, "family.link"),
            (self._order, ""),
        ):
            name = label(combo.accessibleName(), theme, font="small", tone="second", parent=self)
            row.addWidget(name)
            row.addWidget(combo)
            if act:
                row.addWidget(self._keys[act])
            row.addSpacing(10)
        row.addStretch(1)
        self._scope.activated.connect(lambda at: self.scope_chosen.emit(bool(at)))
        self._rule.activated.connect(lambda at: self.rule_chosen.emit(list(RULES)[at]))
        self._order.activated.connect(lambda at: self.order_chosen.emit(list(ORDERS)[at]))
        for signal in (recoloring.switched, recoloring.changed, recoloring.focused):
            signal.connect(self.refresh)
        legends.changed.connect(self._show_caps)
        self._show_caps()

    def refresh(self) -> None:
        """Show what holds for the focused slot."""
        rule = self._acts.rule if self._it.has_slots else None
        self._rule.setEnabled(rule is not None)
        self._rule.setCurrentIndex(list(RULES).index(rule or FamilyRule.LINKED))
        self._scope.setCurrentIndex(int(self._acts.is_region_only))
        self._order.setCurrentIndex(list(ORDERS).index(self._it.order))

    def _combo(self, name: str, texts: Iterable[str]) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setFont(self._theme.fonts["body"])
        combo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        combo.addItems([tr(text) for text in texts])
        return combo

    def _show_caps(self) -> None:
        for act, caps in self._keys.items():
            caps.show_texts(self._legends.caps(act))
