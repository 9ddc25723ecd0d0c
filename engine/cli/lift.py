"""`unflatten lift`: one object with its shadow, off its background."""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np

from engine.cli.console import Console
from engine.cli.decompose import describe, sum_check
from engine.cli.places import box_of, point_of
from engine.document.geometry import Size
from engine.errors import ModelMissingError, UsageError
from engine.formats.files import FLAT_WRITERS, open_document, require_writable, save_document
from engine.formats.images import decoded_image
from engine.formats.layers_folder import write_folder
from engine.formats.mapped import read_bytes
from engine.tasks.photo.lift import lifted
from engine.tasks.photo.prompts import Click, Prompt
from engine.tasks.photo.task import object_in


def lift(options: argparse.Namespace, console: Console) -> int:
    """Lift one object; returns the exit status."""
    if options.text:
        raise ModelMissingError(
            "No model that understands text is installed.", "Use --point, --box or --mask."
        )
    source, target = Path(options.input), Path(options.output)
    require_writable(target)
    progress = console.progress(source.name)
    opened = open_document(source, progress.part(0.0, 0.05))
    for warning in opened.warnings:
        console.warned(source.name, warning)
    document = opened.document
    prompt = _prompt(options, document.size)
    mask = object_in(document, prompt, progress.part(0.05, 0.3))
    if not mask.any():
        raise UsageError("No object was found there.", "Try another point, a box or a mask.")
    result = lifted(document, mask, progress.part(0.3, 0.9), is_exact=bool(options.mask))
    sums = sum_check(result)
    saving = progress.part(0.9, 1.0)
    # A flat picture holds no layers: whatever the name, they are kept, in a folder.
    is_flat = target.suffix.lower() in FLAT_WRITERS
    save = write_folder if is_flat else save_document
    for warning in save(result, target, saving):
        console.warned(target.name, warning)
    console.result(f"{target}: {describe(sums)}", output=str(target), max_difference=sums.max)
    return 0


def _prompt(options: argparse.Namespace, canvas: Size) -> Prompt:
    if options.mask:
        path = Path(options.mask)
        picture, _ = decoded_image(read_bytes(path), path.name)
        # White on black, or a picture cut out by its alpha.
        values = picture.pixels / np.iinfo(picture.pixels.dtype).max
        marked = values[..., :3].mean(2) * values[..., 3]
        if marked.shape != (canvas.height, canvas.width):
            marked = cv2.resize(
                marked, (canvas.width, canvas.height), interpolation=cv2.INTER_LINEAR
            )
        return Prompt(mask=np.asarray(marked >= 0.5))
    if options.box:
        return Prompt(box=box_of(options.box, canvas))
    places = (point_of(point, canvas) for point in options.point)
    return Prompt(clicks=tuple(Click(x, y) for x, y in places))
