"""Orders in which the slots of a picture can be listed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from engine.document.model import Slot, SlotMap
from engine.document.palette import FAMILY_ORDER
from engine.recolor.color import oklch_of


class Order(StrEnum):
    """LIST: as the artist has it, tones behind their base. AREA and READING need the picture."""

    LIST = "list"
    AREA = "area"
    READING = "reading"
    HUE = "hue"
    NAME = "name"


def ordered(slots: SlotMap, order: Order, ranks: Mapping[int, float]) -> tuple[Slot, ...]:
    """All slots; families stay together behind their base, whatever the order.

    ranks: slot id -> place, small first, for AREA and READING.
    """
    places = {slot.id: at for at, slot in enumerate(slots.palette)}

    def key(slot: Slot) -> tuple[object, ...]:
        if order in (Order.AREA, Order.READING):
            return (ranks.get(slot.id, float("inf")), places[slot.id])
        if order is Order.HUE:
            # the original colour: the list must not jump about while a hue is turned
            depth = 16 if max(slot.original) > 255 else 8
            lightness, chroma, hue = oklch_of(slot.original, depth)
            return (chroma < 0.02, hue if chroma >= 0.02 else lightness, places[slot.id])
        if order is Order.NAME:
            return (slot.name.casefold(), places[slot.id])
        return (places[slot.id],)

    alive = {slot.id for slot in slots.palette}
    heads = [one for one in slots.palette if one.family in (None, one.id)]
    heads += [one for one in slots.palette if one not in heads and one.family not in alive]
    listed: list[Slot] = []
    for head in sorted(heads, key=key):
        tones = [
            one
            for one in slots.palette
            if one.family == head.id and one.id != head.id and head.family == head.id
        ]
        tones.sort(key=lambda one: (FAMILY_ORDER.index(one.role), places[one.id]))
        listed += [head, *tones]
    return tuple(listed)
