"""Tables between PSD's words and ours."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from engine.document.model import BlendMode, ColorTag, Locks

BLEND_KEYS: Mapping[BlendMode, bytes] = MappingProxyType(
    {
        BlendMode.PASS_THROUGH: b"pass",
        BlendMode.NORMAL: b"norm",
        BlendMode.DISSOLVE: b"diss",
        BlendMode.DARKEN: b"dark",
        BlendMode.MULTIPLY: b"mul ",
        BlendMode.COLOR_BURN: b"idiv",
        BlendMode.LINEAR_BURN: b"lbrn",
        BlendMode.DARKER_COLOR: b"dkCl",
        BlendMode.LIGHTEN: b"lite",
        BlendMode.SCREEN: b"scrn",
        BlendMode.COLOR_DODGE: b"div ",
        BlendMode.LINEAR_DODGE: b"lddg",
        BlendMode.LIGHTER_COLOR: b"lgCl",
        BlendMode.OVERLAY: b"over",
        BlendMode.SOFT_LIGHT: b"sLit",
        BlendMode.HARD_LIGHT: b"hLit",
        BlendMode.VIVID_LIGHT: b"vLit",
        BlendMode.LINEAR_LIGHT: b"lLit",
        BlendMode.PIN_LIGHT: b"pLit",
        BlendMode.HARD_MIX: b"hMix",
        BlendMode.DIFFERENCE: b"diff",
        BlendMode.EXCLUSION: b"smud",
        BlendMode.SUBTRACT: b"fsub",
        BlendMode.DIVIDE: b"fdiv",
        BlendMode.HUE: b"hue ",
        BlendMode.SATURATION: b"sat ",
        BlendMode.COLOR: b"colr",
        BlendMode.LUMINOSITY: b"lum ",
    }
)
BLEND_MODES: Mapping[bytes, BlendMode] = MappingProxyType(
    {key: mode for mode, key in BLEND_KEYS.items()}
)

COLOR_TAGS = tuple(ColorTag)
"""In the order of their numbers in `lclr`."""

TRANSPARENCY_LOCKED, HIDDEN, MODERN, PIXELS_IRRELEVANT = 1, 2, 8, 16
"""Flags of a layer record; MODERN says that PIXELS_IRRELEVANT means something."""

LOCK_TRANSPARENCY, LOCK_PIXELS, LOCK_POSITION = 1, 2, 4
"""Bits of `lspf`."""

OPEN_GROUP, CLOSED_GROUP, END_OF_GROUP = 1, 2, 3
"""Kinds of `lsct` records: a group's own record, and the marker below its lowest layer."""

RESOLUTION, ALPHA_NAMES, ICC_PROFILE, VERSION_INFO = 1005, 1006, 1039, 1057
THUMBNAIL, ALPHA_IDS = 1036, 1053
LIGHT_ANGLE, LIGHT_ALTITUDE = 1037, 1049
LINKS = 1026
"""Numbers of image resources."""

THUMBNAIL_HEADER = 28
"""Bytes before the JPEG of a thumbnail."""


def locks_of(flags: int, protection: int) -> Locks:
    """Locks from the flags of a record and its `lspf` number."""
    return Locks(
        transparency=bool(flags & TRANSPARENCY_LOCKED or protection & LOCK_TRANSPARENCY),
        pixels=bool(protection & LOCK_PIXELS),
        position=bool(protection & LOCK_POSITION),
    )


def protection_of(locks: Locks) -> int:
    """The `lspf` number."""
    return (
        LOCK_TRANSPARENCY * locks.transparency
        | LOCK_PIXELS * locks.pixels
        | LOCK_POSITION * locks.position
    )
