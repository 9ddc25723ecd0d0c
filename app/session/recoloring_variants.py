"""Variants of a palette: other colours for the same slots, and flipping between them."""

from __future__ import annotations

from dataclasses import replace

from app.languages.translate import tr
from app.session.recoloring import Recoloring
from engine.document.model import SlotMap, Variant
from engine.document.palette import (
    switched,
    variant_colors,
    variant_renamed,
    with_palette,
    with_variant,
    without_variant,
)


class Variants:
    """Lives on the GUI thread, beside the `Recoloring` whose variants it shows."""

    def __init__(self, recoloring: Recoloring) -> None:
        self._it = recoloring
        self._before: int | None = None

    @property
    def all(self) -> tuple[Variant, ...]:
        return self._it.slots.variants if self._it.has_slots else ()

    @property
    def active(self) -> Variant | None:
        return next((one for one in self.all if one.id == self._it.slots.active), None)

    def add(self) -> None:
        """A clone of the palette, shown at once; the first one keeps “Original” beside it."""
        if not self._it.has_slots:
            return
        self._it.settle()
        number = max(1, len(self.all))
        name = tr("Variant {number}", number=number)
        self._before = self._it.slots.active
        self._it.edit_palette(
            tr("New variant “{name}”", name=name), lambda now: with_variant(now, name)
        )
        if self._before is None and self.all:
            self._before = self.all[0].id

    def show(self, variant_id: int) -> None:
        """Paint the picture in the colours of a variant."""
        slots = self._it.slots
        variant = next((one for one in self.all if one.id == variant_id), None)
        if variant is None or variant_id == slots.active:
            return
        self._it.settle()
        self._before = slots.active
        label = tr("Show variant “{name}”", name=variant.name)
        self._it.change(label, shown(self._it.slots, variant_id))
        self._it.said.emit(tr("Variant “{name}”", name=variant.name))

    def show_number(self, number: int) -> None:
        """The variant of a digit, 0 being the first."""
        if number < len(self.all):
            self.show(self.all[number].id)

    def step(self, count: int) -> None:
        ids = [one.id for one in self.all]
        active = self._it.slots.active if ids else None
        if active in ids:
            self.show(ids[(ids.index(active) + count) % len(ids)])
        else:
            self._it.said.emit(tr("There is one palette only. N makes a variant of it."))

    def flip(self) -> None:
        """To the variant shown before this one, and back."""
        ids = [one.id for one in self.all]
        if self._before in ids and self._before != self._it.slots.active:
            assert self._before is not None
            self.show(self._before)
        else:
            self.step(1)

    def rename(self, variant_id: int, name: str) -> None:
        if name.strip():
            self._it.edit_palette(
                tr("Rename variant"), lambda now: variant_renamed(now, variant_id, name.strip())
            )

    def remove(self, variant_id: int) -> None:
        """The active one cannot go."""
        if variant_id != self._it.slots.active:
            self._it.edit_palette(
                tr("Remove variant"), lambda now: without_variant(now, variant_id)
            )


def shown(slots: SlotMap, variant_id: int) -> SlotMap:
    """The palette in the colours of a variant, which becomes the active one."""
    colors = variant_colors(slots, variant_id)
    palette = tuple(replace(one, color=colors[one.id], wanted=None) for one in slots.palette)
    return with_palette(switched(slots, variant_id), palette)
