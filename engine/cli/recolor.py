"""`unflatten recolor`: slots get new colours, from a map, a palette or a reference picture.

Everything that is no slot of a new colour keeps its bits; shadow and light over it follow. A file
without slots gets them first, as long as it is flat.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from engine.cli.batch import Work, planned, run_batch
from engine.cli.console import Console
from engine.compositor.composite import flatten
from engine.document.edits import with_palette_edited
from engine.document.model import Color, Document, FamilyRule, LayerId, PixelLayer, SlotMap
from engine.document.palette import with_rule, with_variant
from engine.document.slots import slots_of
from engine.document.tree import layer_by_id, pixel_layers
from engine.errors import BadFileError, UsageError
from engine.formats.files import READABLE, open_document, require_writable, save_document
from engine.formats.mapped import read_error
from engine.progress import Progress
from engine.recolor.extraction import with_slots_found
from engine.recolor.families import with_colors
from engine.recolor.live import Recoloring
from engine.recolor.palette_files import READERS, Swatch, in_depth, read_palette, strip_swatches
from engine.recolor.transfer import areas_of, mappings, swatches_of
from engine.recolor.variants import with_variant_groups

_HEX = re.compile(r"#?([0-9a-fA-F]{6})")
SHOWN_SLOTS = 24
REFERENCE_COLORS = 24

RULES: Mapping[str, FamilyRule] = {
    "linked": FamilyRule.LINKED,
    "toward": FamilyRule.TOWARD_SHADE_HUE,
    "free": FamilyRule.FREE,
}


def recolor(options: argparse.Namespace, console: Console) -> int:
    """Recolour every input; returns the exit status."""
    change = _change(options, console)
    works, is_batch = planned(
        options.inputs, options.output, ending=f".{options.format}", readable=READABLE
    )

    def one(work: Work) -> None:
        _recolor_one(work, change, options, console)

    if not is_batch:
        one(works[0])
        return 0
    Path(options.output).mkdir(parents=True, exist_ok=True)
    return run_batch(works, console, one)


def parsed_map(pairs: Sequence[str]) -> dict[Color, Color]:
    """`#RRGGBB=#RRGGBB` pairs as 8-bit colours. UsageError for anything else."""
    colors: dict[Color, Color] = {}
    for pair in pairs:
        old, equals, new = pair.partition("=")
        if not equals or not _HEX.fullmatch(old.strip()) or not _HEX.fullmatch(new.strip()):
            raise UsageError(f"“{pair}” is not a colour change.", "Write it as '#RRGGBB=#RRGGBB'.")
        colors[_color(old)] = _color(new)
    return colors


class _Map:
    """Old colours to new ones."""

    name = "Map"

    def __init__(self, colors: Mapping[Color, Color]) -> None:
        self.colors = colors

    def ways(self, layer: PixelLayer, depth: int) -> list[tuple[str, dict[int, Color]]]:
        changes = {
            slot.id: in_depth(_wide(self.colors[old]), depth)
            for slot in slots_of(layer).palette
            if (old := in_depth(_in_sixteen(slot.color, depth), 8)) in self.colors
        }
        return [(self.name, changes)] if changes else []


class _Swatches:
    """Colours of a palette or of a reference; by name where names fit, else in several ways."""

    def __init__(self, name: str, swatches: Sequence[Swatch]) -> None:
        self.name = name
        self.swatches = swatches

    def ways(self, layer: PixelLayer, depth: int) -> list[tuple[str, dict[int, Color]]]:
        slots = slots_of(layer)
        named = {one.name.casefold(): one.color for one in self.swatches if one.name}
        fitting = {
            slot.id: in_depth(named[slot.name.casefold()], depth)
            for slot in slots.palette
            if slot.name.casefold() in named and not slot.pinned
        }
        if fitting:
            return [(self.name, fitting)]
        colors = [in_depth(one.color, 8) for one in self.swatches]
        ids = [slot.id for slot in slots.palette]
        found = mappings(slots, ids, colors, areas_of(slots, layer.raster), depth)
        return [
            (self.name if index == 0 else f"{self.name} {index + 1}", way)
            for index, way in enumerate(found)
        ]


_Change = _Map | _Swatches


def _change(options: argparse.Namespace, console: Console) -> list[_Change]:
    """What to do to every input, read once."""
    if options.map:
        return [_Map(parsed_map(options.map))]
    if options.like:
        path = Path(options.like)
        opened = open_document(path, console.quiet_progress())
        colors = swatches_of(flatten(opened.document), REFERENCE_COLORS)
        if not colors:
            raise BadFileError(f"There is nothing to be seen in {path}.", "Choose another picture.")
        return [_Swatches(path.stem, [Swatch("", _wide(color)) for color in colors])]
    return [_palette(Path(one), console.quiet_progress()) for one in options.palette]


def _palette(path: Path, progress: Progress) -> _Swatches:
    if path.suffix.lower() in READERS:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise read_error(path, error) from error
        palette = read_palette(data, path.name)
        return _Swatches(palette.name, palette.swatches)
    swatches = strip_swatches(flatten(open_document(path, progress).document))
    if not swatches:
        raise BadFileError(f"{path} shows no swatches.", "Each has to be a plain square.")
    return _Swatches(path.stem, [Swatch("", one.color) for one in swatches])


def _recolor_one(
    work: Work, change: Sequence[_Change], options: argparse.Namespace, console: Console
) -> None:
    require_writable(work.target)
    progress = console.progress(work.source.name)
    opened = open_document(work.source, progress.part(0.0, 0.3))
    for warning in opened.warnings:
        console.warned(work.source.name, warning)
    document = with_slots_somewhere(
        opened.document, progress.part(0.3, 0.5), reduced=options.reduce
    )
    document, count = _recolored(document, change, options, console, work.source.name)
    progress.at(0.7)
    for warning in save_document(document, work.target, progress.part(0.7, 1.0)):
        console.warned(work.target.name, warning)
    text = f"{work.target}: {count} slots recoloured"
    console.result(text, input=str(work.source), output=str(work.target), slots=count)


def with_slots_somewhere(document: Document, progress: Progress, *, reduced: bool) -> Document:
    """The document itself when it has slots; else with slots on every layer that is flat.

    UsageError, with the sentence of the last layer, when none is.
    """
    layers = list(pixel_layers(document.layers))
    if any(layer.slots is not None for layer in layers):
        return document
    failure = UsageError("There is no layer with pixels in this file.")
    result = document
    for index, layer in enumerate(layers):
        part = progress.part(index / len(layers), (index + 1) / len(layers))
        try:
            result = with_slots_found(result, layer.id, part, reduced=reduced)
        except UsageError as error:
            failure = error
    if result is document:
        raise UsageError(
            str(failure), "Run `unflatten decompose` on it first, or add --reduce."
        ) from failure
    return result


def _recolored(
    document: Document,
    changes: Sequence[_Change],
    options: argparse.Namespace,
    console: Console,
    subject: str,
) -> tuple[Document, int]:
    """The document in its new colours, and how many slots have got one."""
    flats = [layer for layer in pixel_layers(document.layers) if layer.slots is not None]
    found = [
        [way for change in changes for way in change.ways(one, document.depth)] for one in flats
    ]
    if not any(found):
        _raise_unknown(changes, [slots_of(layer) for layer in flats], document.depth)
    for change in changes:
        if isinstance(change, _Map):
            _check_known(change, [slots_of(layer) for layer in flats], document.depth)
    count = 0
    for layer, ways in zip(flats, found, strict=True):
        if not ways:
            continue
        if not options.variants:
            ways = [ways[min(options.way, len(ways)) - 1]]
        document, missed = _painted(document, layer.id, ways, options)
        count += len(ways[-1][1])
        if missed:
            sentence = f"“{layer.name}”: {missed} pixels have no shadow for their new colour."
            console.warned(subject, sentence)
        if options.variants:
            document = with_variant_groups(document, layer.id)
    return document, count


def _painted(
    document: Document,
    layer_id: LayerId,
    ways: Sequence[tuple[str, dict[int, Color]]],
    options: argparse.Namespace,
) -> tuple[Document, int]:
    """One layer in its new colours (with --variants, every way as a variant, the first active),
    and how many pixels have no shadow or light that fits."""
    if options.rule:
        rule = RULES[options.rule]
        document = with_palette_edited(
            document,
            layer_id,
            lambda slots: with_rule(slots, [slot.id for slot in slots.palette], rule),
        )
    recoloring = Recoloring(document, layer_id)
    first = slots_of(layer_by_id(document, layer_id))
    slots = with_colors(first, ways[0][1], document.depth)
    if options.variants:
        slots = first
        for name, way in reversed(ways):
            colored = with_colors(first, way, document.depth)
            colors = {slot.id: slot.color for slot in colored.palette}
            slots = with_colors(with_variant(slots, name), colors, document.depth)
    return recoloring.shown(slots), recoloring.out_of_reach


def _check_known(change: _Map, maps: Sequence[SlotMap], depth: int) -> None:
    known = {in_depth(_in_sixteen(s.color, depth), 8) for slots in maps for s in slots.palette}
    missing = [old for old in change.colors if old not in known]
    if missing:
        raise UsageError(
            f"No slot has the colour {', '.join(map(_hex, missing))}.",
            f"The slots are {_shown(maps, depth)}.",
        )


def _raise_unknown(changes: Sequence[_Change], maps: Sequence[SlotMap], depth: int) -> None:
    for change in changes:
        if isinstance(change, _Map):
            _check_known(change, maps, depth)
    raise UsageError("No slot gets a new colour.", "Unpin slots, or choose another palette.")


def _shown(maps: Sequence[SlotMap], depth: int) -> str:
    colors = [
        _hex(in_depth(_in_sixteen(slot.color, depth), 8))
        for slots in maps
        for slot in slots.palette
    ]
    rest = len(colors) - SHOWN_SLOTS
    return ", ".join(colors[:SHOWN_SLOTS]) + (f" and {rest} more" if rest > 0 else "")


def _wide(color: Color) -> Color:
    """An 8-bit colour in 16 bits."""
    red, green, blue = (channel * 257 for channel in color)
    return red, green, blue


def _in_sixteen(color: Color, depth: int) -> Color:
    return _wide(color) if depth == 8 else color


def _color(text: str) -> Color:
    digits = text.strip().lstrip("#")
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _hex(color: Color) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)
