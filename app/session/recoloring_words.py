"""Colours and slots in words, for screen readers and tool tips."""

from __future__ import annotations

from app.languages.translate import mark, tr
from app.session.recoloring import title_of
from engine.document.model import Color, Slot, SlotRole
from engine.recolor.color import hex_of, oklch_of

ROLES = {
    SlotRole.BASE: mark("base"),
    SlotRole.SHADOW_1: mark("shadow 1"),
    SlotRole.SHADOW_2: mark("shadow 2"),
    SlotRole.HIGHLIGHT: mark("highlight"),
    SlotRole.LINE: mark("line"),
}
GREY = 0.025
"""Chroma up to which people call a colour grey."""
_GREYS = (
    (0.22, mark("black")),
    (0.45, mark("dark grey")),
    (0.72, mark("grey")),
    (0.93, mark("light grey")),
)
_HUES = (
    (15.0, mark("pink"), mark("dark pink"), mark("light pink")),
    (35.0, mark("red"), mark("dark red"), mark("light red")),
    (75.0, mark("orange"), mark("brown"), mark("peach")),
    (115.0, mark("yellow"), mark("olive"), mark("light yellow")),
    (160.0, mark("green"), mark("dark green"), mark("light green")),
    (215.0, mark("teal"), mark("dark teal"), mark("light teal")),
    (285.0, mark("blue"), mark("dark blue"), mark("light blue")),
    (325.0, mark("violet"), mark("dark violet"), mark("light violet")),
    (360.0, mark("magenta"), mark("dark magenta"), mark("light pink")),
)
"""Upper end of the OKLCH hue -> name, name when dark, name when light."""
_BROWN_TO = 0.40
"""Oranges below this lightness are dark brown."""


def color_words(color: Color, depth: int) -> str:
    """What people call the colour, as “dark brown”."""
    lightness, chroma, hue = oklch_of(color, depth)
    if chroma < GREY:
        return tr(next((name for end, name in _GREYS if lightness < end), mark("white")))
    plain, dark, light = next(names for end, *names in _HUES if hue <= end)
    if plain == "orange" and lightness < _BROWN_TO:
        return tr(mark("dark brown"))
    return tr(dark if lightness < 0.55 else light if lightness > 0.82 else plain)


def announcement(slot: Slot, number: int, count: int, depth: int) -> str:
    """“slot 4 of 23, hair shadow, dark brown, #5a3a2c”. number: from 1."""
    words = tr(
        "Slot {number} of {count}, {name}, {color}, {hex}",
        number=number,
        count=count,
        name=title_of(slot),
        color=color_words(slot.color, depth),
        hex=hex_of(slot.color, depth),
    )
    return f"{words}, {tr('pinned')}" if slot.pinned else words
