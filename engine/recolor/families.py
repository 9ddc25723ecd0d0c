"""Tones that belong together: how shadow, highlight and line follow their base.

A tone is `ratio x base` in OKLab, lightness and the chroma plane apart; beside a black or grey
base, where ratio and angle mean nothing, it is `base + offset`.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Collection, Mapping
from dataclasses import replace

from engine.document.model import Color, FamilyRule, Oklch, Relation, Slot, SlotMap, SlotRole
from engine.document.palette import slot_by_id, with_family, with_fields, with_palette
from engine.recolor.color import hue_distance, oklch_of
from engine.recolor.gamut import is_in_gamut, stored

SHADE_HUE = 264.0
LIGHT_HUE = 110.0
"""Hues that shadow and light lean to (OKLCH blue and yellow)."""

GREYISH = 0.02
BLACKISH = 0.1
_SAME = 1e-6


def relation_of(tone: Oklch, base: Oklch) -> Relation:
    """What takes `base` to `tone`; `toned` is the way back."""
    lightness, offset = 1.0, 0.0
    if base[0] >= BLACKISH:
        lightness = tone[0] / base[0]
    else:
        offset = tone[0] - base[0]
    if base[1] >= GREYISH:
        turn = hue_distance(base[2], tone[2])
        return Relation(lightness, tone[1] / base[1], turn, lightness_offset=offset)
    left = _plane(tone) - _plane(base)
    return Relation(lightness, 1.0, 0.0, offset, left.real, left.imag)


def toned(base: Oklch, relation: Relation, rule: FamilyRule, role: SlotRole) -> Oklch:
    """The tone that has this relation to `base`. FREE is as LINKED: who is free is not asked."""
    lightness = base[0] * relation.lightness + relation.lightness_offset
    turn = relation.hue
    if rule is FamilyRule.TOWARD_SHADE_HUE:
        turn = _toward_pole(base[2], abs(turn), role)
    plane = _plane(base) * cmath.rect(relation.chroma, math.radians(turn))
    plane += complex(relation.a, relation.b)
    hue = math.degrees(cmath.phase(plane)) % 360.0
    return min(1.0, max(0.0, lightness)), abs(plane), hue


def wanted_of(slot: Slot, depth: int) -> Oklch:
    """Where the slot's next step goes on from: what was wanted, else its exact colour. A grey
    that once had a hue still has it."""
    if slot.wanted is not None:
        return slot.wanted
    lightness, chroma, hue = oklch_of(slot.color, depth)
    if hue == 0.0:
        hue = oklch_of(slot.original, depth)[2]
    return lightness, chroma, hue


def is_beyond_gamut(slot: Slot) -> bool:
    """Whether sRGB lacks the colour that was wanted: the slot shows one of less chroma."""
    return slot.wanted is not None and not is_in_gamut(slot.wanted)


def with_wishes(slots: SlotMap, wishes: Mapping[int, Oklch], depth: int) -> SlotMap:
    """The palette with these colours wanted for some slots (slot id -> OKLCH), lowered in chroma
    where sRGB has none such. Families follow their bases; a tone that is among the wishes itself
    gets a new relation. KeyError for an unknown slot."""
    for slot_id in wishes:
        slot_by_id(slots, slot_id)
    palette = tuple(
        _wishing(slot, wishes[slot.id], depth) if slot.id in wishes else slot
        for slot in slots.palette
    )
    return _followed(slots, with_palette(slots, palette), set(wishes), depth)


def with_colors(slots: SlotMap, colors: Mapping[int, Color], depth: int) -> SlotMap:
    """The palette with exact colours (document depth) for some slots; families as above."""
    for slot_id in colors:
        slot_by_id(slots, slot_id)
    palette = tuple(
        replace(slot, color=colors[slot.id], wanted=None)
        if slot.id in colors and (colors[slot.id] != slot.color or slot.wanted is not None)
        else slot
        for slot in slots.palette
    )
    return _followed(slots, with_palette(slots, palette), set(colors), depth)


def family_made(slots: SlotMap, slot_ids: Collection[int], depth: int) -> SlotMap:
    """These slots as one family: `base_among` them is the base, lighter ones are highlights, darker
    ones shadows in order, lines stay lines. The same map for fewer than two slots."""
    chosen = [slot_by_id(slots, one) for one in slot_ids]
    if len(chosen) < 2:
        return slots
    return family_with_base(slots, base_among(chosen, depth).id, slot_ids, depth)


def family_with_base(
    slots: SlotMap, base_id: int, slot_ids: Collection[int], depth: int
) -> SlotMap:
    """These slots as one family with the given base."""
    base = wanted_of(slot_by_id(slots, base_id), depth)
    tones = [slot_by_id(slots, one) for one in slot_ids if one != base_id]
    tones.sort(key=lambda slot: -wanted_of(slot, depth)[0])
    shadows = 0
    members: dict[int, tuple[SlotRole, Relation | None]] = {}
    for slot in tones:
        tone = wanted_of(slot, depth)
        role = SlotRole.HIGHLIGHT
        if slot.role is SlotRole.LINE:
            role = SlotRole.LINE
        elif tone[0] <= base[0]:
            role = SlotRole.SHADOW_1 if shadows == 0 else SlotRole.SHADOW_2
            shadows += 1
        members[slot.id] = (role, relation_of(tone, base))
    return with_family(slots, base_id, members)


def base_among(chosen: Collection[Slot], depth: int) -> Slot:
    """Which of some slots is the plain colour: of two the lighter, of more the second lightest,
    lines left out."""
    plain = [slot for slot in chosen if slot.role is not SlotRole.LINE] or list(chosen)
    plain.sort(key=lambda slot: -wanted_of(slot, depth)[0])
    return plain[1] if len(plain) > 2 else plain[0]


def _wishing(slot: Slot, wish: Oklch, depth: int) -> Slot:
    color = stored(wish, depth)
    kept: Oklch | None = wish
    if color == slot.color and slot.wanted is None and _is_same(wish, wanted_of(slot, depth)):
        return slot
    if _is_same(wish, oklch_of(color, depth)):
        kept = None
    return replace(slot, color=color, wanted=kept)


def _is_same(first: Oklch, second: Oklch) -> bool:
    near = abs(first[0] - second[0]) < _SAME and abs(first[1] - second[1]) < _SAME
    return near and (first[1] < _SAME or abs(hue_distance(first[2], second[2])) < 1e-4)


def _followed(before: SlotMap, after: SlotMap, asked: set[int], depth: int) -> SlotMap:
    """Tones of changed bases by their rule; new relations for tones that were set themselves."""
    old = {slot.id: slot for slot in before.palette}
    new = {slot.id: slot for slot in after.palette}
    changes: dict[int, dict[str, object]] = {}
    for slot in after.palette:
        if slot.family is None or slot.family == slot.id or slot.family not in new:
            continue
        base = new[slot.family]
        if slot.id in asked:
            relation = relation_of(wanted_of(slot, depth), wanted_of(base, depth))
            if slot is not old[slot.id]:
                changes[slot.id] = {"relation": relation}
            continue
        moves = base is not old[base.id] and base.rule is not FamilyRule.FREE
        if not moves or slot.pinned:
            continue
        relation = slot.relation or relation_of(
            wanted_of(slot, depth), wanted_of(old[base.id], depth)
        )
        tone = toned(wanted_of(base, depth), relation, base.rule, slot.role)
        moved = _wishing(slot, tone, depth)
        changes[slot.id] = {"color": moved.color, "wanted": moved.wanted, "relation": relation}
    return with_fields(after, changes)


def _plane(lch: Oklch) -> complex:
    return cmath.rect(lch[1], math.radians(lch[2]))


def _toward_pole(hue: float, size: float, role: SlotRole) -> float:
    """An offset of at most `size` degrees the short way to the pole, not beyond it."""
    pole = LIGHT_HUE if role is SlotRole.HIGHLIGHT else SHADE_HUE
    way = hue_distance(hue, pole)
    return math.copysign(min(size, abs(way)), way)
