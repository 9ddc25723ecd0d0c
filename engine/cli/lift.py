"""`unflatten lift`: one object with its shadow, off its background."""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np

from engine.cli.console import Console
from engine.cli.decompose import describe, sum_check
from engine.document.geometry import Rect
from engine.errors import ModelMissingError, UsageError
from engine.formats.files import open_document, require_writable, save_document
from engine.formats.images import decoded_image
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
    prompt = _prompt(options, document.size.width, document.size.height)
    mask = object_in(document, prompt, progress.part(0.05, 0.3))
    if not mask.any():
        raise UsageError("No object was found there.", "Try another point, a box or a mask.")
    result = lifted(document, mask, progress.part(0.3, 0.9))
    sums = sum_check(result)
    for warning in save_document(result, target, progress.part(0.9, 1.0)):
        console.warned(target.name, warning)
    console.result(f"{target}: {describe(sums)}", output=str(target), max_difference=sums.max)
    return 0


def _prompt(options: argparse.Namespace, width: int, height: int) -> Prompt:
    if options.mask:
        path = Path(options.mask)
        picture, _ = decoded_image(read_bytes(path), path.name)
        # White on black, or a picture cut out by its alpha.
        values = picture.pixels / np.iinfo(picture.pixels.dtype).max
        marked = values[..., :3].mean(2) * values[..., 3]
        if marked.shape != (height, width):
            marked = cv2.resize(marked, (width, height), interpolation=cv2.INTER_LINEAR)
        return Prompt(mask=np.asarray(marked >= 0.5))
    if options.box:
        left, top, right, bottom = _numbers(options.box, 4, "X0,Y0,X1,Y1")
        box = Rect(min(left, right), min(top, bottom), max(left, right), max(top, bottom))
        if box.intersected(Rect(0, 0, width, height)).is_empty:
            raise UsageError(f"The box {options.box} lies outside the picture.", "Check it.")
        return Prompt(box=box)
    clicks = []
    for point in options.point:
        x, y = _numbers(point, 2, "X,Y")
        if not (0 <= x < width and 0 <= y < height):
            raise UsageError(
                f"The point {point} lies outside the picture.",
                f"The picture has {width} × {height} pixels.",
            )
        clicks.append(Click(x, y))
    return Prompt(clicks=tuple(clicks))


def _numbers(text: str, count: int, form: str) -> tuple[int, ...]:
    try:
        values = tuple(round(float(part)) for part in text.split(","))
    except (ValueError, OverflowError):
        values = ()
    if len(values) != count:
        raise UsageError(f"“{text}” is not a place.", f"Write it as {form}, in pixels.")
    return values
