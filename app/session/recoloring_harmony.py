"""Trying out harmonies: the hues of the chosen slots by a rule round the focused one, turned."""

from __future__ import annotations

from app.languages.translate import mark, tr
from app.session.recoloring import Recoloring
from engine.document.model import SlotMap
from engine.recolor.harmony import Harmony, harmonized

TURN, COARSE_TURN = 5.0, 30.0
"""Degrees of an arrow key."""
RULES = {
    Harmony.ANALOGOUS: mark("Neighbours"),
    Harmony.COMPLEMENTARY: mark("Opposites"),
    Harmony.SPLIT_COMPLEMENTARY: mark("Split opposites"),
    Harmony.TRIAD: mark("Three"),
    Harmony.TETRAD: mark("Four"),
    Harmony.MONOCHROME: mark("One hue"),
}
"""In the order of the digits that pick them -> name for people."""


class HarmonyTrial:
    """All that is tried is one undo step; nothing is left of it when it is cancelled."""

    def __init__(self, recoloring: Recoloring) -> None:
        self._it = recoloring
        self._before: SlotMap | None = None
        self._ids: tuple[int, ...] = ()
        self._trials = 0
        self.rule: Harmony | None = None
        self.turn = 0.0

    @property
    def is_open(self) -> bool:
        return self._before is not None

    def begin(self) -> bool:
        """Of the chosen slots, of all with only one chosen; False when there is none."""
        focus = self._it.focus
        if focus is None:
            return False
        self._it.settle()
        self._before = self._it.slots
        chosen = self._it.acted_on
        everything = tuple(slot.id for slot in self._before.palette if not slot.pinned)
        self._ids = chosen if len(chosen) > 1 else everything
        self._trials += 1
        self.rule, self.turn = None, 0.0
        return True

    def pick(self, rule: Harmony) -> None:
        self.rule = rule
        self._show()

    def turn_by(self, degrees: float) -> None:
        """Turn the hues of the harmony; without a rule so far, of opposites."""
        self.rule = self.rule or Harmony.COMPLEMENTARY
        self.turn = (self.turn + degrees + 180.0) % 360.0 - 180.0
        self._show()

    def keep(self) -> None:
        self._before = None
        self._it.settle()

    def cancel(self) -> None:
        """The colours as they were."""
        before, self._before = self._before, None
        if before is not None:
            self._it.change(self._label(), before, key=("harmony", self._trials))
            self._it.settle()

    def _show(self) -> None:
        focus, before = self._it.focus, self._before
        if before is None or focus is None or self.rule is None:
            return
        slots = harmonized(before, self._ids, focus.id, self.rule, self.turn, self._it.depth)
        self._it.change(self._label(), slots, key=("harmony", self._trials))

    def _label(self) -> str:
        rule = tr(RULES[self.rule]) if self.rule is not None else ""
        return tr("Harmony: {rule}", rule=rule)
