"""Carrying the colours of a reference over to the slots, one mapping after another."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.languages.translate import tr
from app.session.colors import Rgb
from app.session.recoloring import Recoloring
from app.session.swatches import Swatches
from engine.document.model import SlotMap
from engine.recolor.families import with_colors
from engine.recolor.transfer import areas_of, mappings


class Transfer(QObject):
    """All mappings that are tried in a row are one undo step."""

    said = Signal(str)

    def __init__(self, recoloring: Recoloring, swatches: Swatches) -> None:
        super().__init__(recoloring)
        self._it, self._swatches = recoloring, swatches
        self._before: SlotMap | None = None
        self._shown: SlotMap | None = None
        self._mappings: tuple[SlotMap, ...] = ()
        self._at = 0
        self._trials = 0
        recoloring.changed.connect(self._on_changed)
        swatches.changed.connect(self.forget)

    @property
    def is_trying(self) -> bool:
        """Whether what is seen is a mapping that Esc takes back."""
        return self._before is not None

    def step(self, count: int) -> None:
        """The first mapping; after that the next (1) or the one before (-1)."""
        if not self._swatches.all or not self._it.has_slots:
            self.said.emit(tr("Load a reference first: its colours are carried over."))
            return
        if self._before is None:
            self._begin()
        else:
            self._at = (self._at + count) % max(1, len(self._mappings))
        if not self._mappings:
            self.forget()
            self.said.emit(tr("All slots are pinned."))
            return
        self._shown = self._mappings[self._at]
        self._it.change(
            tr("Carry “{name}” over", name=self._swatches.title),
            self._shown,
            key=("transfer", self._trials),
        )
        self.said.emit(
            tr(
                "Mapping {number} of {count}. Esc takes it back.",
                number=self._at + 1,
                count=len(self._mappings),
            )
        )

    def cancel(self) -> None:
        """The colours as they were before the first mapping."""
        before, self._before = self._before, None
        if before is not None:
            self._it.drop()

    def forget(self) -> None:
        """What is seen stays; the next step begins anew."""
        self._before = self._shown = None

    def _begin(self) -> None:
        self._it.settle()
        self._before = self._it.slots
        self._trials += 1
        self._at = 0
        self._mappings = _mappings(self._it, [one.color for one in self._swatches.all])

    def _on_changed(self) -> None:
        """Another act, or undo: the mapping is no longer what is tried."""
        if self._before is None:
            return
        shown = self._shown
        if shown is None or not self._it.has_slots or self._it.slots.palette != shown.palette:
            self.forget()


def _mappings(recoloring: Recoloring, swatches: list[Rgb]) -> tuple[SlotMap, ...]:
    """Of the chosen slots, of all that are not pinned with only one chosen."""
    slots, layer = recoloring.slots, recoloring.layer
    chosen = recoloring.acted_on
    if len(chosen) < 2:
        chosen = tuple(slot.id for slot in slots.palette if not slot.pinned)
    areas = {} if layer is None else areas_of(slots, layer.raster)
    depth = recoloring.depth
    ways = mappings(slots, chosen, swatches, areas, depth)
    return tuple(with_colors(slots, way, depth) for way in ways)
