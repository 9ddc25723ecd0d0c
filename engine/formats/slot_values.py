"""Palettes as plain values for JSON, the same in projects, PSD and folders of layers.

A slot's id, name and colours are written by each format in its own way; everything a slot may have
beyond that goes into `more`, left out where it is as in a new slot, so that old files open and old
versions read new ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, fields, replace
from typing import Any

from engine.document.model import (
    Color,
    FamilyRule,
    Relation,
    Slot,
    SlotMap,
    SlotRole,
    Variant,
)
from engine.document.raster import Raster
from engine.formats.plain import PlainValues

MOST_VARIANTS = 1000
_FARTHEST = 1e6


def more_of(slot: Slot) -> dict[str, Any]:
    """What a slot has beyond id, name and colours; {} for most."""
    more: dict[str, Any] = {}
    if slot.pinned:
        more["pinned"] = True
    if slot.family is not None:
        more["family"] = slot.family
    if slot.role is not SlotRole.BASE:
        more["role"] = str(slot.role)
    if slot.wanted is not None:
        more["wanted"] = slot.wanted
    if slot.rule is not FamilyRule.LINKED:
        more["rule"] = str(slot.rule)
    if slot.relation is not None:
        more["relation"] = astuple(slot.relation)
    return more


def with_more(slot: Slot, more: PlainValues) -> Slot:
    """The slot with what `more_of` wrote. ValueError for anything else."""
    wanted = _numbers(more.part("wanted"), 3) if more.has("wanted") else None
    relation = None
    if more.has("relation"):
        relation = Relation(*_numbers(more.part("relation"), len(fields(Relation))))
    return replace(
        slot,
        pinned=more.flag("pinned", False),
        family=more.integer("family", low=0, high=65535) if more.has("family") else None,
        role=SlotRole(more.text("role", str(SlotRole.BASE))),
        wanted=None if wanted is None else (wanted[0], wanted[1], wanted[2]),
        rule=FamilyRule(more.text("rule", str(FamilyRule.LINKED))),
        relation=relation,
    )


def palette_values(slots: SlotMap) -> dict[str, Any]:
    """What a slot map has beyond its slots and pixels: variants and the next id."""
    values: dict[str, Any] = {}
    if slots.variants:
        values["variants"] = [
            {"id": one.id, "name": one.name, "colors": one.colors} for one in slots.variants
        ]
        values["active"] = slots.active
    if slots.next_id:
        values["next_id"] = slots.next_id
    return values


def slot_map_from(
    palette: tuple[Slot, ...],
    rasters: tuple[Raster, Raster, Raster],
    values: PlainValues,
    largest: int,
) -> SlotMap:
    """A slot map with what `palette_values` wrote; largest: 255 or 65535.

    ValueError when ids repeat, families have no base, or variants do not fit the palette.
    """
    known = {slot.id: slot for slot in palette}
    if len(known) != len(palette):
        raise ValueError("two slots have the same id")
    for slot in palette:
        if slot.family is not None and (
            slot.family not in known or known[slot.family].family != slot.family
        ):
            raise ValueError("a family without its base")
    variants: list[Variant] = []
    for one in values.parts("variants") if values.has("variants") else ():
        colors = _colors(one.part("colors"), largest)
        variants.append(Variant(one.integer("id", low=1), one.text("name"), colors))
        if len(colors) != len(palette) or len(variants) > MOST_VARIANTS:
            raise ValueError("variants do not fit the palette")
    active = values.integer("active", low=1) if values.has("active") else None
    ids = [one.id for one in variants]
    if len(set(ids)) != len(ids) or (active not in ids if variants else active is not None):
        raise ValueError("no such variant")
    first, second, coverage = rasters
    return SlotMap(
        palette=palette,
        ids=first,
        second=second,
        coverage=coverage,
        variants=tuple(variants),
        active=active,
        next_id=values.integer("next_id", 0, low=0, high=65536),
    )


def _colors(values: PlainValues, largest: int) -> tuple[Color, ...]:
    return tuple(values.color(index, largest) for index in range(values.length))


def _numbers(values: PlainValues, count: int) -> Sequence[float]:
    if values.length != count:
        raise ValueError(f"expected {count} numbers")
    return [values.number(index, low=-_FARTHEST, high=_FARTHEST) for index in range(count)]
