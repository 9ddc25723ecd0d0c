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
_EFFECTS = (b"lfx2", b"lmfx", b"lfxs", b"lrFX")
_WHOLE_RANGE = b"\0\0\xff\xff"

_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "gradient fill": "Layers with a gradient fill are not drawn yet",
        "pattern fill": "Layers with a pattern fill are not drawn yet",
        "adjustment": "Adjustment layers are not drawn yet",
        "effects": "Layer effects are not drawn yet",
        "feather": "The feather of masks became part of them",
        "vector feather": "Vector masks are shown without their feather",
        "knockout": "Layers are shown without knocking out what lies below",
        "ranges": "Layers are shown without their blend-if ranges",
        "apart": "Layers clipped to these are blended with them, not with the backdrop",
    }
)
_AS_PIXELS = "Shown as stored pixels, no longer editable as {what}"
_MOST_NAMES = 5


def undrawn(record: LayerRecord, above: LayerRecord | None) -> Iterator[str]:
    """Kinds of content and settings of a layer that are not drawn. above: the next record."""
    content = content_of(record)
    if content is not None:
        yield content
    if any(_has_effects(block.data) for block in record.blocks if block.key in _EFFECTS):
        yield "effects"
    if record.mask is not None and record.mask.feather:
        yield "feather"
    if record.mask is not None and record.mask.vector_feather:
        yield "vector feather"
    if any(record.block(b"knko") or b""):
        yield "knockout"
    ranges = record.blending_ranges
    if any(ranges[at : at + 4] != _WHOLE_RANGE for at in range(0, len(ranges) - 3, 4)):
        yield "ranges"
    is_base = above is not None and above.is_clipped and not record.is_clipped
    if is_base and (record.block(b"clbl") or b"\1")[:1] == b"\0":
        yield "apart"


def content_of(record: LayerRecord) -> str | None:
    """What a layer is beyond its pixels: "text", "smart object", …."""
    keys = {block.key for block in record.blocks}
    return next((what for known, what in _CONTENT if keys & known), None)


def remark(what: str, names: list[str]) -> str:
    """The sentence for one kind of content and the layers that have it."""
    listed = ", ".join(f"“{name}”" for name in names[:_MOST_NAMES])
    more = ", …" if len(names) > _MOST_NAMES else ""
    return f"{_SENTENCES.get(what, _AS_PIXELS.format(what=what))}: {listed}{more}."


def _has_effects(data: bytes) -> bool:
    """Whether an effects block holds an effect that is switched on.

    Old blocks list effects one after the other; newer ones are descriptors with `enab` values.
    """
    if data[:2] == b"\0\0" and b"8BIM" in data[:8]:
        return len(data) > 100
    at = data.find(b"enabbool")
    while at >= 0:
        if data[at + 8 : at + 9] == b"\1":
            return True
        at = data.find(b"enabbool", at + 8)
    return False
