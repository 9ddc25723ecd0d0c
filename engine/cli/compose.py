"""`unflatten compose`: an object set into another picture."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from engine.cli.console import Console
from engine.cli.places import box_of
from engine.compositor.composite import flatten
from engine.document.model import Document
from engine.document.raster import Pixels, content_bounds, pixels_of, raster_from_array
from engine.errors import UsageError
from engine.formats.files import open_document, require_writable, save_document
from engine.progress import Progress
from engine.tasks.photo.compose import composed


def compose(options: argparse.Namespace, console: Console) -> int:
    """Compose one picture; returns the exit status."""
    source, target = Path(options.input), Path(options.output)
    require_writable(target)
    progress = console.progress(source.name)
    opened = open_document(source, progress.part(0.0, 0.1))
    document = opened.document
    box = box_of(options.box, document.size)
    cut_out = _cut_out(Path(options.object), document, progress.part(0.1, 0.4))
    result = composed(
        document, cut_out, box, progress.part(0.4, 0.8), name=Path(options.object).stem
    )
    for warning in (*opened.warnings, *save_document(result, target, progress.part(0.8, 1.0))):
        console.warned(target.name, warning)
    console.result(f"{target}: set in, with its shadow", output=str(target))
    return 0


def _cut_out(path: Path, scene: Document, progress: Progress) -> Pixels:
    """The object's picture in the scene's depth, cut to what it shows."""
    opened = open_document(path, progress)
    raster = raster_from_array(flatten(opened.document))
    bounds = content_bounds(raster)
    if bounds.is_empty:
        raise UsageError(f"{path.name} is empty.", "Choose a picture of the object.")
    pixels = pixels_of(raster, bounds)
    if pixels[..., 3].min() == np.iinfo(pixels.dtype).max:
        raise UsageError(
            f"{path.name} has no transparent background.",
            "Cut the object out first: `unflatten lift` does it.",
        )
    if pixels.dtype == scene.dtype:
        return pixels
    if scene.depth == 16:
        return pixels.astype(np.uint16) * np.uint16(257)
    return np.rint(pixels / 257).astype(np.uint8)
