"""What an artist does to slots in the recolour mode, each act on the chosen ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.languages.engine_words import said
from app.languages.translate import counted, mark, tr
from app.session.recoloring import Recoloring, title_of
from engine.compositor.composite import flatten
from engine.document.model import Color, Document, FamilyRule, Slot, SlotMap
from engine.document.palette import (
    family_of,
    moved,
    next_slot_id,
    pinned,
    renamed,
    with_rule,
    without_families,
)
from engine.document.slots import merged, split
from engine.errors import UsageError
from engine.recolor.color import hex_of
from engine.recolor.families import family_made, with_colors
from engine.recolor.nudging import STEPS, Axis, Step, acted_on, nudged
from engine.recolor.parsing import Typed, parsed, parsed_hex, with_typed
from engine.recolor.regions import Region, Regions
from engine.recolor.splitting import split_by_color

Change = Callable[[SlotMap, tuple[int, ...]], SlotMap]
"""A change of some slots, such that it can be repeated on others."""

FASTER = ((40, 4.0), (16, 2.0))
"""Repeats of a held key after which its steps grow, and how much."""
RULES = {
    FamilyRule.LINKED: mark("Keep ratio"),
    FamilyRule.TOWARD_SHADE_HUE: mark("Toward shade hue"),
    FamilyRule.FREE: mark("Free"),
}
"""Rule -> its name for people."""


@dataclass(frozen=True, slots=True)
class CopiedColor:
    """A colour that was copied in the mode. name: of the slot it was copied from."""

    color: Color
    depth: int
    name: str

    @property
    def text(self) -> str:
        """As it goes to the clipboard."""
        return hex_of(self.color, self.depth)


class RecolorActs:
    """Acts on the slots of one `Recoloring`. regions: those of its layer, None until found."""

    def __init__(self, recoloring: Recoloring, regions: Callable[[], Regions | None]) -> None:
        self._it = recoloring
        self._regions = regions
        self._last: Change | None = None
        self._copied: CopiedColor | None = None
        self.is_region_only = False
        """Whether the next change is to hit the focused region only."""
        self.region: Region | None = None
        """The region in which the artist stands; None: anywhere in the slot."""

    # Colours

    def nudge(self, axis: Axis, direction: int, size: Step, repeats: int = 0) -> None:
        """A step along an axis. repeats: how often the held key has repeated so far."""
        faster = next((factor for count, factor in FASTER if repeats >= count), 1.0)
        amount = STEPS[axis][size] * direction * (faster if size is Step.TAP else 1.0)
        depth = self._it.depth

        def change(slots: SlotMap, ids: tuple[int, ...]) -> SlotMap:
            return nudged(slots, ids, axis, amount, depth)

        self._apply(change, key=("nudge",))

    def repeat(self) -> None:
        """The last change once more, on the slots that are chosen now."""
        if self._last is not None:
            self._apply(self._last)

    def type(self, text: str) -> None:
        """A typed colour or change of colour. ValueError, with a sentence, when it is none."""
        depth = self._it.depth
        typed: Typed = parsed(text, depth)
        self._apply(lambda slots, ids: with_typed(slots, ids, typed, depth))

    def set_color(self, color: Color, *, key: tuple[object, ...] | None = None) -> None:
        """An exact colour, in the document's depth. key: of a row of changes in one step."""
        depth = self._it.depth

        def change(slots: SlotMap, ids: tuple[int, ...]) -> SlotMap:
            chosen = {slot.id: color for slot in acted_on(slots, ids)}
            return with_colors(slots, chosen, depth)

        self._apply(change, key=key)

    def reset(self, *, is_all_chosen: bool) -> None:
        """Back to the original colour: of the focused slot, or of all that are chosen."""
        depth = self._it.depth

        def change(slots: SlotMap, ids: tuple[int, ...]) -> SlotMap:
            originals = {slot.id: slot.original for slot in slots.palette if slot.id in ids}
            return with_colors(slots, originals, depth)

        focus = self._it.focus
        if is_all_chosen:
            self._apply(change)
        elif focus is not None:
            self._it.change(self._label((focus.id,)), change(self._it.slots, (focus.id,)))
            self._last = change

    def swap(self) -> None:
        """The colours of the two chosen slots, else of this one and the one visited before."""
        focus, chosen = self._it.focus, self._it.acted_on
        if focus is None:
            return
        pair = chosen if len(chosen) == 2 else (focus.id, self._it.previous)
        first, second = (self._slot(one) for one in pair)
        if first is None or second is None:
            self._it.said.emit(tr("Visit another slot first: the two then swap colours."))
            return
        colors = {first.id: second.color, second.id: first.color}
        label = tr("Swap “{first}” and “{second}”", first=title_of(first), second=title_of(second))
        self._it.change(label, with_colors(self._it.slots, colors, self._it.depth))

    def copy(self) -> CopiedColor | None:
        focus = self._it.focus
        if focus is None:
            return None
        self._copied = CopiedColor(focus.color, self._it.depth, focus.name)
        return self._copied

    def paste(self, text: str, *, with_name: bool) -> None:
        """The copied colour, or one that `text`, from the clipboard, spells."""
        color = parsed_hex(text, self._it.depth)
        copied = self._copied
        if copied is not None and (color is None or copied.text == text.strip().lower()):
            color = _in_depth(copied.color, copied.depth, self._it.depth)
        if color is None:
            self._it.said.emit(tr("There is no colour to paste. Copy one with Ctrl+C."))
            return
        self.set_color(color)
        focus = self._it.focus
        if with_name and copied is not None and focus is not None:
            self.rename(focus.id, copied.name)

    # Pins, families, names

    def pin(self) -> None:
        """Pin the chosen slots, or unpin them when all are pinned."""
        ids = self._it.acted_on
        if not ids:
            return
        slots = self._it.slots
        value = not all(slot.pinned for slot in slots.palette if slot.id in ids)
        label = self._label(ids, mark("Pin “{name}”") if value else mark("Unpin “{name}”"))
        self._it.edit_palette(label, lambda now: pinned(now, ids, value))

    def toggle_link(self) -> None:
        """Shadow and highlight follow the base, or no longer."""
        base = self._base()
        if base is not None:
            is_free = base.rule is FamilyRule.FREE
            self.set_rule(FamilyRule.LINKED if is_free else FamilyRule.FREE)

    @property
    def rule(self) -> FamilyRule | None:
        """How shadow and highlight follow the focused slot's base."""
        base = self._base()
        return None if base is None else base.rule

    def set_rule(self, rule: FamilyRule) -> None:
        """How shadow and highlight follow the focused slot's base."""
        base = self._base()
        if base is None:
            return
        label = tr("Shadows of “{name}”: {rule}", name=title_of(base), rule=tr(RULES[rule]))
        self._it.edit_palette(label, lambda now: with_rule(now, [base.id], rule))
        self._it.said.emit(label)

    def make_family(self) -> None:
        ids, depth = self._it.acted_on, self._it.depth
        if len(ids) < 2:
            self._it.said.emit(tr("Choose the tones first: Shift with an arrow adds a neighbour."))
            return
        label = counted("Family of %n slots", len(ids))
        self._it.edit_palette(label, lambda now: family_made(now, ids, depth))

    def dissolve_family(self) -> None:
        focus = self._it.focus
        if focus is not None and focus.family is not None:
            ids = [slot.id for slot in family_of(self._it.slots, focus.id)]
            label = tr("Dissolve the family of “{name}”", name=title_of(focus))
            self._it.edit_palette(label, lambda now: without_families(now, ids))

    def rename(self, slot_id: int, name: str) -> None:
        slot = self._slot(slot_id)
        if slot is not None and name.strip():
            label = tr("Rename “{name}”", name=title_of(slot))
            self._it.edit_palette(label, lambda now: renamed(now, slot_id, name.strip()))

    def move(self, steps: int) -> None:
        """Move the chosen slots in the list."""
        ids = self._it.acted_on
        if ids:
            label = self._label(ids, mark("Move “{name}” in the list"))
            self._it.edit_palette(label, lambda now: moved(now, ids, steps))

    def walk_family(self, step: int) -> None:
        """Up (-1) toward the highlight, down (1) toward the shadows."""
        focus = self._it.focus
        if focus is None:
            return
        family = [slot.id for slot in family_of(self._it.slots, focus.id)]
        at = family.index(focus.id) + step
        if 0 <= at < len(family):
            self._it.focus_on(family[at])

    # Structure

    def merge(self) -> None:
        """Join the chosen slots to the focused one."""
        focus, ids = self._it.focus, self._it.acted_on
        if focus is None or len(ids) < 2:
            self._it.said.emit(tr("Choose the slots to merge first: Shift with an arrow adds one."))
            return
        label = tr("Merge into “{name}”", name=title_of(focus))
        self._it.edit(label, lambda layer: merged(layer, ids, focus.id))
        self._it.focus_on(focus.id)

    def split_region(self) -> None:
        """The region in which the artist stands becomes a slot of its own."""
        focus, regions, region = self._it.focus, self._regions(), self.region
        if focus is None or regions is None:
            return
        if region is None or region.slot != focus.id:
            region = next(iter(regions.of_slot(focus.id)), None)
        if region is None or len(regions.of_slot(focus.id)) < 2:
            self._it.said.emit(tr("“{name}” is one region only.", name=title_of(focus)))
            return
        self._split(focus, region, regions)

    def split_by_color(self, document: Document) -> None:
        """Divide the focused slot in two by what is seen: base and shadow, say."""
        focus = self._it.focus
        if focus is None:
            return
        new = next_slot_id(self._it.slots)
        name, picture = self._fresh_name(focus), flatten(document)
        label = tr("Split “{name}”", name=title_of(focus))
        try:
            self._it.edit(
                label, lambda layer: split_by_color(layer, document.size, picture, focus.id, name)
            )
        except UsageError as error:
            self._it.said.emit(said(error.sentence))
        else:
            self._it.focus_on(new)

    def split_mask(self, mask: npt.NDArray[np.bool_], left: int, top: int) -> None:
        """The pixels of the focused slot under a mask (H×W bool) become a slot of their own."""
        focus = self._it.focus
        if focus is None:
            return
        new = next_slot_id(self._it.slots)
        name = self._fresh_name(focus)
        label = tr("Split “{name}”", name=title_of(focus))
        self._it.edit(label, lambda layer: split(layer, focus.id, mask, left, top, name))
        self._it.focus_on(new)

    # Inside

    def _split(self, focus: Slot, region: Region, regions: Regions) -> None:
        self.split_mask(regions.mask(region), region.bounds.left, region.bounds.top)

    def _fresh_name(self, slot: Slot) -> str:
        """A name beside the slot's that no other has."""
        taken = {one.name for one in self._it.slots.palette}
        number = 2
        while f"{slot.name} {number}" in taken:
            number += 1
        return f"{slot.name} {number}"

    def _apply(self, change: Change, *, key: tuple[object, ...] | None = None) -> None:
        """Do a change to the chosen slots and remember it for `repeat`."""
        if not self._it.has_slots or not self._it.acted_on:
            return
        if self.is_region_only and self._regions() is not None:
            self.split_region()
        ids = self._it.acted_on
        self._last = change
        merge = None if key is None else (*key, ids)
        before = self._it.slots
        after = change(before, ids)
        if (
            after is before
            and len(ids) > 1
            and all(s.pinned for s in before.palette if s.id in ids)
        ):
            self._it.said.emit(tr("All chosen slots are pinned."))
        self._it.change(self._label(ids), after, key=merge)

    def _label(self, ids: tuple[int, ...], text: str = "") -> str:
        if len(ids) == 1:
            slot = self._slot(ids[0])
            name = "" if slot is None else title_of(slot)
            return tr(text or mark("Recolour “{name}”"), name=name)
        if text:
            return tr(text, name=counted("%n slots", len(ids)))
        return counted("Recolour %n slots", len(ids))

    def _slot(self, slot_id: int | None) -> Slot | None:
        return next((one for one in self._it.slots.palette if one.id == slot_id), None)

    def _base(self) -> Slot | None:
        focus = self._it.focus
        if focus is None:
            return None
        return self._slot(focus.id if focus.family is None else focus.family)


def _in_depth(color: Color, depth: int, wanted: int) -> Color:
    if depth == wanted:
        return color
    red, green, blue = (value * 257 if wanted == 16 else (value + 128) // 257 for value in color)
    return red, green, blue
