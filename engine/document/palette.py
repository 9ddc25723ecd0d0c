"""Edits of a palette alone: names, pins, families, order and variants. No pixel changes, except by
`switched`, whose caller paints the colours that it names.

Every function returns the very same slot map when nothing changes and raises KeyError for slots
and variants that do not exist.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from engine.document.model import Color, FamilyRule, Relation, Slot, SlotMap, SlotRole, Variant

SEPARATOR = " / "

FAMILY_ORDER: tuple[SlotRole, ...] = (
    SlotRole.HIGHLIGHT,
    SlotRole.BASE,
    SlotRole.SHADOW_1,
    SlotRole.SHADOW_2,
    SlotRole.LINE,
)
"""From light to dark, as Ctrl+Up and Ctrl+Down walk through a family."""


class NameParts(NamedTuple):
    """A slot's name taken apart, as Toonz has it: whose it is, what it is, which one."""

    character: str
    part: str
    suffix: str


def name_parts(name: str) -> NameParts:
    """The parts of "character / part / suffix"; one alone is the part, two are the first two."""
    parts = [one.strip() for one in name.split(SEPARATOR.strip())]
    if len(parts) == 1:
        return NameParts("", parts[0], "")
    return NameParts(parts[0], parts[1], SEPARATOR.join(parts[2:]))


def joined_name(parts: NameParts) -> str:
    """The name that has these parts; `name_parts` gives them back."""
    if not parts.character and not parts.suffix:
        return parts.part
    if not parts.suffix:
        return SEPARATOR.join(parts[:2])
    return SEPARATOR.join(parts)


def slot_by_id(slots: SlotMap, slot_id: int) -> Slot:
    """KeyError when there is none."""
    for slot in slots.palette:
        if slot.id == slot_id:
            return slot
    raise KeyError(f"no slot {slot_id}")


def next_slot_id(slots: SlotMap) -> int:
    """The id of the next new slot: above every id that was ever used."""
    return max([slots.next_id, *(slot.id + 1 for slot in slots.palette)])


def with_palette(slots: SlotMap, palette: tuple[Slot, ...]) -> SlotMap:
    """The slot map with the same slots in the same order, but other fields; the active variant
    takes over their colours. The same object when no slot differs."""
    if all(new is old for new, old in zip(palette, slots.palette, strict=True)):
        return slots
    colors = tuple(slot.color for slot in palette)
    variants = tuple(
        replace(one, colors=colors) if one.id == slots.active and one.colors != colors else one
        for one in slots.variants
    )
    return replace(slots, palette=palette, variants=variants)


def with_fields(slots: SlotMap, changes: Mapping[int, Mapping[str, object]]) -> SlotMap:
    """Some fields of some slots replaced: {slot id: {field: value}}."""
    for slot_id in changes:
        slot_by_id(slots, slot_id)
    return with_palette(
        slots, tuple(_with(slot, changes.get(slot.id, {})) for slot in slots.palette)
    )


def renamed(slots: SlotMap, slot_id: int, name: str) -> SlotMap:
    """One slot under another name (with all its parts, see `joined_name`)."""
    return with_fields(slots, {slot_id: {"name": name}})


def pinned(slots: SlotMap, slot_ids: Collection[int], value: bool = True) -> SlotMap:
    """These slots pinned, or no longer."""
    return with_fields(slots, {one: {"pinned": value} for one in slot_ids})


def family_of(slots: SlotMap, slot_id: int) -> tuple[Slot, ...]:
    """The slot's family from light to dark, itself included; alone when it has none."""
    slot = slot_by_id(slots, slot_id)
    if slot.family is None:
        return (slot,)
    members = [one for one in slots.palette if one.family == slot.family]
    return tuple(sorted(members, key=lambda one: FAMILY_ORDER.index(one.role)))


def with_family(
    slots: SlotMap, base: int, tones: Mapping[int, tuple[SlotRole, Relation | None]]
) -> SlotMap:
    """`base` and these tones as one family; all leave the families in which they were.

    tones: {slot id: (role, relation to the base)}. A family that loses its base is dissolved.
    """
    slots = without_families(slots, [base, *tones])
    changes: dict[int, dict[str, object]] = {
        slot_id: {"family": base, "role": role, "relation": relation}
        for slot_id, (role, relation) in tones.items()
        if slot_id != base
    }
    changes[base] = {"family": base, "role": SlotRole.BASE, "relation": None}
    return with_fields(slots, changes)


def without_families(slots: SlotMap, slot_ids: Collection[int]) -> SlotMap:
    """These slots outside any family; with its base, or its last tone, a family ends."""
    leaving = {slot_by_id(slots, one).id for one in slot_ids}
    ended = set(leaving)
    for slot in slots.palette:
        if slot.family is not None:
            rest = [one for one in slots.palette if one.family == slot.family]
            left = [one for one in rest if one.id not in leaving]
            if slot.family in leaving or len(left) < 2:
                ended.update(one.id for one in rest)
    return with_fields(
        slots,
        {
            one: {"family": None, "role": _role_alone(slot_by_id(slots, one)), "relation": None}
            for one in ended
        },
    )


def with_rule(slots: SlotMap, slot_ids: Collection[int], rule: FamilyRule) -> SlotMap:
    """How the families of these slots, and the shadow and light over them, follow the base."""
    bases = {
        slot.id if slot.family is None else slot.family
        for slot in (slot_by_id(slots, one) for one in slot_ids)
    }
    return with_fields(slots, {one: {"rule": rule} for one in bases})


def reordered(slots: SlotMap, order: Sequence[int]) -> SlotMap:
    """The slots in another order, given by all their ids. ValueError when that is not all."""
    if sorted(order) != sorted(slot.id for slot in slots.palette):
        raise ValueError("an order names every slot once")
    places = {slot.id: index for index, slot in enumerate(slots.palette)}
    indices = [places[one] for one in order]
    if indices == sorted(indices):
        return slots
    return replace(
        slots,
        palette=tuple(slots.palette[index] for index in indices),
        variants=tuple(
            replace(one, colors=tuple(one.colors[index] for index in indices))
            for one in slots.variants
        ),
    )


def moved(slots: SlotMap, slot_ids: Collection[int], steps: int) -> SlotMap:
    """These slots `steps` places down the list (up when negative), as far as there is room."""
    chosen = {slot_by_id(slots, one).id for one in slot_ids}
    order = [slot.id for slot in slots.palette]
    if steps > 0:
        order.reverse()
    for _ in range(abs(steps)):
        for index in range(1, len(order)):
            if order[index] in chosen and order[index - 1] not in chosen:
                order[index - 1], order[index] = order[index], order[index - 1]
    if steps > 0:
        order.reverse()
    return reordered(slots, order)


def with_variant(slots: SlotMap, name: str) -> SlotMap:
    """A new variant with the present colours, active at once.

    The first one is added to a variant "Original" that keeps the palette as it was until now.
    """
    colors = tuple(slot.color for slot in slots.palette)
    variants = slots.variants or (Variant(1, "Original", colors),)
    new = Variant(max(one.id for one in variants) + 1, name, colors)
    return replace(slots, variants=(*variants, new), active=new.id)


def without_variant(slots: SlotMap, variant_id: int) -> SlotMap:
    """One variant less. The active one cannot go (ValueError): switch first. With the last but
    one there are no variants any more."""
    variant_by_id(slots, variant_id)
    if variant_id == slots.active:
        raise ValueError("the active variant cannot be removed")
    rest = tuple(one for one in slots.variants if one.id != variant_id)
    return replace(slots, variants=rest, active=slots.active)


def variant_renamed(slots: SlotMap, variant_id: int, name: str) -> SlotMap:
    """One variant under another name."""
    if variant_by_id(slots, variant_id).name == name:
        return slots
    return replace(
        slots,
        variants=tuple(
            replace(one, name=name) if one.id == variant_id else one for one in slots.variants
        ),
    )


def variant_by_id(slots: SlotMap, variant_id: int) -> Variant:
    """KeyError when there is none."""
    for variant in slots.variants:
        if variant.id == variant_id:
            return variant
    raise KeyError(f"no variant {variant_id}")


def variant_colors(slots: SlotMap, variant_id: int) -> dict[int, Color]:
    """Slot id -> colour in that variant."""
    colors = variant_by_id(slots, variant_id).colors
    return {slot.id: color for slot, color in zip(slots.palette, colors, strict=True)}


def switched(slots: SlotMap, variant_id: int) -> SlotMap:
    """`variant_id` as the active one, with the palette's colours as they still are: the caller
    recolours to `variant_colors` in the same step (see `slots.with_variant_shown`)."""
    variant_by_id(slots, variant_id)
    return slots if slots.active == variant_id else replace(slots, active=variant_id)


def without_slots(slots: SlotMap, gone: Collection[int]) -> SlotMap:
    """The palette, and every variant, without these slots; their ids stay used up."""
    if not gone:
        return slots
    slots = without_families(slots, gone)
    next_id = next_slot_id(slots)
    return _chosen(replace(slots, next_id=next_id), lambda slot: slot.id not in set(gone))


def with_slot_added(slots: SlotMap, new: Slot, after: int | None = None) -> SlotMap:
    """A new slot behind slot `after`, or at the end. In every variant it has the colour of `after`
    when it has that now, else its own."""
    index = len(slots.palette)
    if after is not None:
        index = 1 + slots.palette.index(slot_by_id(slots, after))
    is_like = after is not None and slots.palette[index - 1].color == new.color

    def grown(variant: Variant) -> Variant:
        color = variant.colors[index - 1] if is_like else new.color
        colors = variant.colors
        return replace(variant, colors=(*colors[:index], color, *colors[index:]))

    return replace(
        slots,
        palette=(*slots.palette[:index], new, *slots.palette[index:]),
        variants=tuple(grown(one) for one in slots.variants),
        next_id=max(next_slot_id(slots), new.id + 1),
    )


def _chosen(slots: SlotMap, keep: Callable[[Slot], bool]) -> SlotMap:
    indices = [index for index, slot in enumerate(slots.palette) if keep(slot)]
    return replace(
        slots,
        palette=tuple(slots.palette[index] for index in indices),
        variants=tuple(
            replace(one, colors=tuple(one.colors[index] for index in indices))
            for one in slots.variants
        ),
    )


def _with(slot: Slot, changes: Mapping[str, object]) -> Slot:
    if all(getattr(slot, name) == value for name, value in changes.items()):
        return slot
    return replace(slot, **changes)  # type: ignore[arg-type]


def _role_alone(slot: Slot) -> SlotRole:
    """Lines stay lines without a family."""
    return SlotRole.LINE if slot.role is SlotRole.LINE else SlotRole.BASE
