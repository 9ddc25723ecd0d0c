"""The pop-overs of the recolour mode: harmonies, and how shadows follow."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.languages.translate import tr
from app.panels.recolor.pop_over import PopOver
from app.session.recoloring_acts import RULES as FAMILY_RULES
from app.session.recoloring_acts import RecolorActs
from app.session.recoloring_harmony import COARSE_TURN, RULES, TURN, HarmonyTrial
from app.theme.theme import Theme


class PopOvers(QObject):
    """One of them at a time, over the left end of the strip."""

    closed = Signal()
    """the keys are free again"""

    def __init__(
        self,
        harmony: HarmonyTrial,
        acts: RecolorActs,
        canvas: QWidget,
        strip: QWidget,
        theme: Theme,
    ) -> None:
        super().__init__(canvas)
        self._harmony, self._acts, self._strip = harmony, acts, strip
        note = tr("Arrows turn it, Shift by 30°")
        self._harmonies = PopOver(tr("Harmony"), note, theme, canvas)
        self._harmonies.set_rows([tr(name) for name in RULES.values()])
        title = tr("How shadow and highlight follow")
        self._rules = PopOver(title, tr("Of this family"), theme, canvas)
        self._rules.set_rows([tr(name) for name in FAMILY_RULES.values()])
        self._harmonies.chosen.connect(self._pick_harmony)
        self._harmonies.turned.connect(self._turn_harmony)
        self._harmonies.kept.connect(partial(self._end_harmony, True))
        self._harmonies.cancelled.connect(partial(self._end_harmony, False))
        self._rules.chosen.connect(self._pick_rule)
        self._rules.kept.connect(self._close_rules)
        self._rules.cancelled.connect(self._close_rules)

    def open_harmony(self) -> None:
        """Try harmonies; what is tried is kept by Return and dropped by Esc."""
        if self._harmony.begin():
            self._harmonies.show_chosen(-1)
            self._harmonies.open_above(self._strip)

    def open_rules(self) -> None:
        """Choose how shadow and highlight of the focused slot follow."""
        rule = self._acts.rule
        if rule is not None:
            self._rules.show_chosen(list(FAMILY_RULES).index(rule))
            self._rules.open_above(self._strip)

    def hide(self) -> None:
        """Close whatever is open; what is seen stays."""
        self._harmonies.hide()
        self._rules.hide()

    def _pick_harmony(self, number: int) -> None:
        self._harmony.pick(list(RULES)[number])
        self._harmonies.show_chosen(number)

    def _turn_harmony(self, direction: int, is_coarse: bool) -> None:
        self._harmony.turn_by(direction * (COARSE_TURN if is_coarse else TURN))
        if self._harmony.rule is not None:
            self._harmonies.show_chosen(list(RULES).index(self._harmony.rule))

    def _end_harmony(self, is_kept: bool) -> None:
        if not self._harmony.is_open:
            return
        if is_kept:
            self._harmony.keep()
        else:
            self._harmony.cancel()
        self._harmonies.hide()
        self.closed.emit()

    def _pick_rule(self, number: int) -> None:
        self._acts.set_rule(list(FAMILY_RULES)[number])
        self._close_rules()

    def _close_rules(self) -> None:
        if self._rules.isVisible():
            self._rules.hide()
            self.closed.emit()
