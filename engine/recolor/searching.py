"""Finding slots by what the artist types: name, part or hex."""

from __future__ import annotations

from engine.document.model import SlotMap
from engine.document.palette import name_parts
from engine.recolor.color import difference, hex_of
from engine.recolor.parsing import parsed_hex

NEAR_COLORS = 5


def found(slots: SlotMap, text: str, depth: int) -> tuple[int, ...]:
    """Ids of the slots that fit, best first: a hex value gives the slots nearest to it (exact ones
    first), any other text those whose name holds all its words, names that begin with it first.
    Nothing for nothing."""
    wanted = text.strip().casefold()
    if not wanted:
        return ()
    color = parsed_hex(wanted, depth) if wanted.startswith("#") else None
    if color is not None:
        near = sorted(slots.palette, key=lambda slot: difference(slot.color, color, depth))
        return tuple(slot.id for slot in near[:NEAR_COLORS])
    words = wanted.split()
    hits: list[tuple[int, int, int]] = []
    for place, slot in enumerate(slots.palette):
        name = slot.name.casefold()
        hay = f"{name} {slot.role} {hex_of(slot.color, depth)}"
        if not all(word in hay for word in words):
            continue
        starts = [part.startswith(wanted) for part in (name, *map(str.strip, name.split("/")))]
        rank = 0 if name_parts(name).part == wanted else 1 if any(starts) else 2
        hits.append((rank, place, slot.id))
    return tuple(slot_id for _, _, slot_id in sorted(hits))
