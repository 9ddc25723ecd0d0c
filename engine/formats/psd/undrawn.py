"""What of a PSD layer is shown only as stored pixels, or not at all: found and put into words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from engine.formats.psd.records import LayerRecord

ADJUSTMENTS = frozenset(
    key.replace(b"_", b" ")
    for key in (
        b"levl curv brit blnc blwh hue_ hue2 selc mixr grdm phfl expA vibA thrs nvrt post clrL"
    ).split()
)
_CONTENT: tuple[tuple[frozenset[bytes], str], ...] = (
    (frozenset({b"TySh", b"tySh"}), "text"),
    (frozenset({b"SoLd", b"SoLE", b"PlLd", b"plLd"}), "smart object"),
    (frozenset({b"GdFl"}), "gradient fill"),
    (frozenset({b"PtFl"}), "pattern fill"),
    (frozenset({b"vogk", b"vscg"}), "shape"),
    (frozenset({b"SoCo"}), "solid colour"),
    (frozenset({b"artb", b"artd", b"abdd"}), "artboard"),
    (ADJUSTMENTS, "adjustment"),
)
"""Blocks by which a layer is more than its pixels; the first that fits counts."""
_WHOLE_RANGE = b"\0\0\xff\xff"

_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "adjustment": "Adjustment layers are not drawn yet",
        "feather": "The feather of masks became part of them",
        "knockout": "Layers are shown without knocking out what lies below",
        "ranges": "Layers are shown without their blend-if ranges",
    }
)
_AS_PIXELS = "Shown as pixels, kept as {what} for saving as PSD"
_MOST_NAMES = 5


def undrawn(record: LayerRecord) -> Iterator[str]:
    """Kinds of content and settings of a layer that are not drawn."""
    content = content_of(record)
    if content is not None:
        yield content
    if record.mask is not None and record.mask.feather:
        yield "feather"
    if any(record.block(b"knko") or b""):
        yield "knockout"
    ranges = record.blending_ranges
    if any(ranges[at : at + 4] != _WHOLE_RANGE for at in range(0, len(ranges) - 3, 4)):
        yield "ranges"


def content_of(record: LayerRecord) -> str | None:
    """What a layer is beyond its pixels: "text", "smart object", …."""
    keys = {block.key for block in record.blocks}
    return next((what for known, what in _CONTENT if keys & known), None)


def remark(what: str, names: list[str]) -> str:
    """The sentence for one kind of content and the layers that have it."""
    listed = ", ".join(f"“{name}”" for name in names[:_MOST_NAMES])
    more = ", …" if len(names) > _MOST_NAMES else ""
    return f"{_SENTENCES.get(what, _AS_PIXELS.format(what=what))}: {listed}{more}."
