"""Harmonies: the hues of some slots arranged by a rule around a leading one, and turned."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from engine.document.model import Oklch, SlotMap
from engine.document.palette import slot_by_id
from engine.recolor.color import hue_distance
from engine.recolor.families import GREYISH, wanted_of, with_wishes
from engine.recolor.nudging import acted_on


class Harmony(StrEnum):
    """How the hues lie around the circle; in the order of the digits that pick them."""

    ANALOGOUS = "analogous"
    COMPLEMENTARY = "complementary"
    SPLIT_COMPLEMENTARY = "split complementary"
    TRIAD = "triad"
    TETRAD = "tetrad"
    MONOCHROME = "monochrome"


ANCHORS: dict[Harmony, tuple[float, ...]] = {
    Harmony.ANALOGOUS: (-30.0, 0.0, 30.0),
    Harmony.COMPLEMENTARY: (0.0, 180.0),
    Harmony.SPLIT_COMPLEMENTARY: (0.0, 150.0, 210.0),
    Harmony.TRIAD: (0.0, 120.0, 240.0),
    Harmony.TETRAD: (0.0, 90.0, 180.0, 270.0),
    Harmony.MONOCHROME: (0.0,),
}
"""Offsets in degrees from the leading hue."""


def harmonized(
    slots: SlotMap,
    slot_ids: Collection[int],
    leading: int,
    harmony: Harmony,
    turn: float,
    depth: int,
) -> SlotMap:
    """The palette with each of these slots on the nearest hue of the harmony around slot
    `leading`, then all turned by `turn` degrees; lightness and chroma stay, greys stay greys.

    Pinned slots stay, and so do tones whose base is chosen (they follow it). A single slot is only
    turned.
    """
    start = wanted_of(slot_by_id(slots, leading), depth)[2]
    wishes: dict[int, Oklch] = {}
    for slot in acted_on(slots, slot_ids):
        lightness, chroma, hue = wanted_of(slot, depth)
        if chroma < GREYISH:
            continue
        offset = hue_distance(start, hue)
        nearest = min(ANCHORS[harmony], key=lambda anchor: abs(hue_distance(anchor, offset)))
        wishes[slot.id] = (lightness, chroma, (start + nearest + turn) % 360.0)
    return with_wishes(slots, wishes, depth)


def turned(slots: SlotMap, slot_ids: Collection[int], turn: float, depth: int) -> SlotMap:
    """The palette with the hues of these slots turned together, greys and pinned slots left."""
    wishes: dict[int, Oklch] = {}
    for slot in acted_on(slots, slot_ids):
        lightness, chroma, hue = wanted_of(slot, depth)
        if chroma >= GREYISH:
            wishes[slot.id] = (lightness, chroma, (hue + turn) % 360.0)
    return with_wishes(slots, wishes, depth)
