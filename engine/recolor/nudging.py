"""Small steps of colour on many slots at once, as the keys make them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType

from engine.document.model import Oklch, Slot, SlotMap
from engine.document.palette import slot_by_id
from engine.recolor.families import wanted_of, with_wishes


class Axis(StrEnum):
    """Which coordinate of OKLCH a step changes."""

    LIGHTNESS = "lightness"
    CHROMA = "chroma"
    HUE = "hue"


class Step(StrEnum):
    """How far a step goes."""

    FINE = "fine"
    TAP = "tap"
    COARSE = "coarse"


STEPS: Mapping[Axis, Mapping[Step, float]] = MappingProxyType(
    {
        Axis.LIGHTNESS: MappingProxyType({Step.FINE: 0.001, Step.TAP: 0.01, Step.COARSE: 0.05}),
        Axis.CHROMA: MappingProxyType({Step.FINE: 0.0005, Step.TAP: 0.005, Step.COARSE: 0.02}),
        Axis.HUE: MappingProxyType({Step.FINE: 0.2, Step.TAP: 2.0, Step.COARSE: 15.0}),
    }
)
"""Lightness and chroma as they are, hue in degrees. A tap changes nearly every 8-bit colour."""


def nudged(
    slots: SlotMap, slot_ids: Collection[int], axis: Axis, amount: float, depth: int
) -> SlotMap:
    """The palette with some slots moved by `amount` along an axis (see STEPS for one step).

    With several slots chosen, pinned ones are skipped, and so are tones whose base is chosen too
    and takes them along. Moving back by the same amount gives the very colours before, wherever
    that led. The same object when nothing changes.
    """
    wishes = {
        slot.id: moved(wanted_of(slot, depth), axis, amount) for slot in acted_on(slots, slot_ids)
    }
    return with_wishes(slots, wishes, depth)


def acted_on(slots: SlotMap, slot_ids: Collection[int]) -> tuple[Slot, ...]:
    """The slots that a change of these changes itself, in the order of the palette."""
    chosen = {slot_by_id(slots, one).id for one in slot_ids}
    if len(chosen) == 1:
        return tuple(slot for slot in slots.palette if slot.id in chosen)
    return tuple(
        slot
        for slot in slots.palette
        if slot.id in chosen
        and not slot.pinned
        and (slot.family is None or slot.family == slot.id or slot.family not in chosen)
    )


def moved(lch: Oklch, axis: Axis, amount: float) -> Oklch:
    """One colour moved; lightness stays in 0..1, chroma is never negative, hue turns round."""
    lightness, chroma, hue = lch
    if axis is Axis.LIGHTNESS:
        lightness = min(1.0, max(0.0, lightness + amount))
    elif axis is Axis.CHROMA:
        chroma = max(0.0, chroma + amount)
    else:
        hue = (hue + amount) % 360.0
    return lightness, chroma, hue
