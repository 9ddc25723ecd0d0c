"""`unflatten recolor --map`: slots of a palette get new colours, everything else keeps its bits."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from engine.cli.console import Console
from engine.document.edits import recolored
from engine.document.model import Color, Document, SlotMap
from engine.document.tree import pixel_layers
from engine.errors import UnsupportedError, UsageError
from engine.formats.files import open_document, require_writable, save_document

_HEX = re.compile(r"#?([0-9a-fA-F]{6})")
SHOWN_SLOTS = 24


def recolor(options: argparse.Namespace, console: Console) -> int:
    """Recolour one layered file; returns the exit status."""
    if options.palette or options.like:
        which = "--palette" if options.palette else "--like"
        raise UnsupportedError(
            f"`recolor {which}` is not available yet.", "`--map` works in this version."
        )
    colors = parsed_map(options.map)
    source, target = Path(options.input), Path(options.output)
    if source.exists() and target.exists() and source.samefile(target):
        raise UsageError(f"The result would replace its own input {source}.", "Choose another OUT.")
    require_writable(target)
    progress = console.progress(source.name)
    opened = open_document(source, progress.part(0.0, 0.4))
    for warning in opened.warnings:
        console.warned(source.name, warning)
    document, count = with_colors(opened.document, colors)
    for warning in save_document(document, target, progress.part(0.5, 1.0)):
        console.warned(target.name, warning)
    console.result(f"{target}: {count} slots recoloured", output=str(target), slots=count)
    return 0


def parsed_map(pairs: Sequence[str]) -> dict[Color, Color]:
    """`#RRGGBB=#RRGGBB` pairs as 8-bit colours. UsageError for anything else."""
    colors: dict[Color, Color] = {}
    for pair in pairs:
        old, equals, new = pair.partition("=")
        if not equals or not _HEX.fullmatch(old.strip()) or not _HEX.fullmatch(new.strip()):
            raise UsageError(f"“{pair}” is not a colour change.", "Write it as '#RRGGBB=#RRGGBB'.")
        colors[_color(old)] = _color(new)
    return colors


def with_colors(document: Document, colors: dict[Color, Color]) -> tuple[Document, int]:
    """The document with every slot of one of the old 8-bit colours in its new one, and how many
    slots that were. UsageError when there are no slots, or an old colour is no slot's."""
    scale = 1 if document.depth == 8 else 257
    flats = [
        (layer.id, layer.slots)
        for layer in pixel_layers(document.layers)
        if layer.slots is not None
    ]
    if not flats:
        raise UsageError(
            "There are no palette slots in this file.",
            "Run `unflatten decompose` on the picture first.",
        )
    known = {_in_eight_bit(slot.color, scale) for _, slots in flats for slot in slots.palette}
    missing = [old for old in colors if old not in known]
    if missing:
        raise UsageError(
            f"No slot has the colour {', '.join(map(_hex, missing))}.",
            f"The slots are {_shown([slots for _, slots in flats], scale)}.",
        )
    count = 0
    for layer_id, slots in flats:
        changes = {
            slot.id: _in_depth(colors[_in_eight_bit(slot.color, scale)], scale)
            for slot in slots.palette
            if _in_eight_bit(slot.color, scale) in colors
        }
        if changes:
            document = recolored(document, layer_id, changes)
            count += len(changes)
    return document, count


def _shown(maps: Sequence[SlotMap], scale: int) -> str:
    colors = [_hex(_in_eight_bit(slot.color, scale)) for slots in maps for slot in slots.palette]
    rest = len(colors) - SHOWN_SLOTS
    return ", ".join(colors[:SHOWN_SLOTS]) + (f" and {rest} more" if rest > 0 else "")


def _in_eight_bit(color: Color, scale: int) -> Color:
    red, green, blue = ((channel + scale // 2) // scale for channel in color)
    return red, green, blue


def _in_depth(color: Color, scale: int) -> Color:
    red, green, blue = (channel * scale for channel in color)
    return red, green, blue


def _color(text: str) -> Color:
    digits = text.strip().lstrip("#")
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _hex(color: Color) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)
