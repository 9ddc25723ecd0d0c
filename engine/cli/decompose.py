"""`unflatten decompose`: pictures in, layered files out."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from engine.cli.batch import Work, planned, run_batch
from engine.cli.console import Console
from engine.compositor.compare import Difference, difference
from engine.compositor.composite import flatten
from engine.document.model import Document, Role
from engine.document.raster import pixels_of, raster_from_array
from engine.document.tree import pixel_layers
from engine.errors import UnsupportedError
from engine.formats.atomic import write_atomically
from engine.formats.files import READABLE, open_document, require_writable, save_document
from engine.progress import Progress
from engine.tasks.illustration.task import decomposed
from engine.tasks.photo.everything import photo_decomposed

Split: TypeAlias = Callable[[Document, Progress], Document]


def decompose(options: argparse.Namespace, console: Console) -> int:
    """Decompose every input; returns the exit status."""
    if options.kind == "glass":
        raise UnsupportedError(
            "`decompose --as glass` is not available yet.",
            "`--as illustration` and `--as photo` work in this version.",
        )
    split = photo_decomposed if options.kind == "photo" else decomposed
    works, is_batch = planned(
        options.inputs, options.output, ending=f".{options.format}", readable=READABLE
    )
    reports: dict[str, dict[str, Any]] = {}

    def one(work: Work) -> None:
        reports[str(work.source)] = _decompose_one(work, split, console)

    if is_batch:
        Path(options.output).mkdir(parents=True, exist_ok=True)
        status = run_batch(works, console, one)
    else:
        one(works[0])
        status = 0
    if options.report:
        report = {"files": reports} if is_batch else next(iter(reports.values()))
        write_atomically(
            Path(options.report), json.dumps(report, indent=2, ensure_ascii=False).encode()
        )
    return status


def _decompose_one(work: Work, split: Split, console: Console) -> dict[str, Any]:
    require_writable(work.target)
    progress = console.progress(work.source.name)
    started = time.perf_counter()
    opened = open_document(work.source, progress.part(0.0, 0.05))
    for warning in opened.warnings:
        console.warned(work.source.name, warning)
    document = split(opened.document, progress.part(0.05, 0.85))
    sums = sum_check(document)
    for warning in save_document(document, work.target, progress.part(0.87, 1.0)):
        console.warned(work.target.name, warning)
    report = _report(work, document, sums, time.perf_counter() - started)
    console.result(f"{work.target}: {describe(sums)}", **report)
    return report


def sum_check(document: Document) -> Difference:
    """How far the layers are from the picture they were made from (`document.original`)."""
    original = document.original or raster_from_array(flatten(document))
    return difference(flatten(document), pixels_of(original, document.size.rect))


def describe(sums: Difference) -> str:
    """The sum check in one phrase."""
    if sums.max <= 1:
        return (
            f"the layers add up (largest difference {sums.max:.2g}/255, "
            f"mean {sums.mean:.2g}/255, {sums.within_one:.4%} of the pixels within 1/255)"
        )
    return (
        f"the layers do NOT add up (largest difference {sums.max:.4g}/255, "
        f"{sums.within_one:.4%} of the pixels within 1/255)"
    )


def _report(work: Work, document: Document, sums: Difference, seconds: float) -> dict[str, Any]:
    layers = list(pixel_layers(document.layers))
    slots = [slot for layer in layers if layer.slots for slot in layer.slots.palette]
    return {
        "input": str(work.source),
        "output": str(work.target),
        "width": document.size.width,
        "height": document.size.height,
        "depth": document.depth,
        "seconds": round(seconds, 3),
        "layers": [
            {"name": layer.name, "role": str(layer.role), "blend": str(layer.blend)}
            for layer in layers
        ],
        "slots": len(slots),
        "has_residual": any(layer.role is Role.RESIDUAL for layer in layers),
        "max_difference": sums.max,
        "mean_difference": sums.mean,
        "share_within_one": sums.within_one,
    }
