"""`unflatten info`: the layer tree of a file."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from engine.cli.console import Console
from engine.document.adjustments import kind_of
from engine.document.geometry import EMPTY, Rect
from engine.document.model import (
    AdjustmentLayer,
    Document,
    GroupLayer,
    Layer,
    Mask,
    PixelLayer,
    Role,
)
from engine.document.raster import content_bounds
from engine.formats.adjustment_values import values_of
from engine.formats.files import open_document

_KINDS: Mapping[type[Layer], str] = MappingProxyType(
    {PixelLayer: "pixels", GroupLayer: "group", AdjustmentLayer: "adjustment"}
)


def info(options: argparse.Namespace, console: Console) -> int:
    """Print the tree, top layer first; with --json the same as one object, bottom layer first."""
    path = Path(options.input)
    opened = open_document(path, console.quiet_progress())
    described = describe(opened.document)
    console.answer(
        "\n".join(_lines(path, opened.document, opened.warnings)),
        file=str(path),
        **described,
        warnings=list(opened.warnings),
    )
    return 0


def describe(document: Document) -> dict[str, Any]:
    """The document as plain values."""
    return {
        "width": document.size.width,
        "height": document.size.height,
        "depth": document.depth,
        "profile": document.profile is not None,
        "resolution": document.resolution,
        "layers": [_described(layer) for layer in document.layers],
    }


def bounds_of(layer: Layer) -> Rect:
    """The smallest rectangle that holds every visible pixel of the layer or what is inside it."""
    if isinstance(layer, PixelLayer):
        return content_bounds(layer.raster)
    found = EMPTY
    if isinstance(layer, AdjustmentLayer):
        return found
    for child in layer.layers:
        found = found.united(bounds_of(child))
    return found


def _described(layer: Layer) -> dict[str, Any]:
    bounds = bounds_of(layer)
    fields: dict[str, Any] = {
        "name": layer.name,
        "kind": _KINDS[type(layer)],
        "role": str(layer.role),
        "visible": layer.visible,
        "blend": str(layer.blend),
        "opacity": round(layer.opacity, 4),
        "fill_opacity": round(layer.fill_opacity, 4),
        "clipped": layer.clipped,
        "bounds": [bounds.left, bounds.top, bounds.right, bounds.bottom],
        "mask": None if layer.mask is None else _mask(layer.mask),
        "color_tag": str(layer.color_tag),
    }
    if isinstance(layer, GroupLayer):
        fields["layers"] = [_described(child) for child in layer.layers]
    elif isinstance(layer, AdjustmentLayer):
        fields["adjustment"] = values_of(layer.adjustment)
    elif layer.slots is not None:
        fields["slots"] = [
            {"id": slot.id, "name": slot.name, "color": list(slot.color)}
            for slot in layer.slots.palette
        ]
    return fields


def _mask(mask: Mask) -> dict[str, Any]:
    bounds = content_bounds(mask.raster)
    return {
        "bounds": [bounds.left, bounds.top, bounds.right, bounds.bottom],
        "outside": mask.raster.fill,
        "density": round(mask.density, 4),
        "enabled": mask.enabled,
    }


def _lines(path: Path, document: Document, warnings: tuple[str, ...]) -> list[str]:
    size = document.size
    profile = "own profile" if document.profile else "sRGB"
    lines = [f"{path}: {size.width} × {size.height} px, {document.depth} bit, {profile}"]
    _add_lines(document.layers, 1, lines)
    lines += [f"warning: {warning}" for warning in warnings]
    return lines


def _add_lines(layers: tuple[Layer, ...], depth: int, lines: list[str]) -> None:
    for layer in reversed(layers):
        bounds = bounds_of(layer)
        notes = [str(layer.blend).replace("_", " "), f"{layer.opacity:.0%}"]
        if layer.fill_opacity != 1:
            notes.append(f"fill {layer.fill_opacity:.0%}")
        if layer.role is not Role.NONE:
            notes.append(f"role {layer.role}")
        if layer.clipped:
            notes.append("clipped")
        if not layer.visible:
            notes.append("hidden")
        if layer.mask is not None:
            notes.append("mask" if layer.mask.enabled else "mask off")
        if isinstance(layer, AdjustmentLayer):
            notes.append(kind_of(layer.adjustment).replace("_", " "))
        if isinstance(layer, PixelLayer) and layer.slots is not None:
            notes.append(f"{len(layer.slots.palette)} slots")
        if not bounds.is_empty:
            notes.append(f"{bounds.width}×{bounds.height} at {bounds.left},{bounds.top}")
        kind = "▾ " if isinstance(layer, GroupLayer) else ""
        lines.append(f"{'  ' * depth}{kind}{layer.name}  ({', '.join(notes)})")
        if isinstance(layer, GroupLayer):
            _add_lines(layer.layers, depth + 1, lines)
