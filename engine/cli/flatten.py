"""`unflatten flatten` (layers to one picture) and `unflatten convert` (one layered file to another
format)."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.batch import Work, planned, run_batch
from engine.cli.console import Console
from engine.errors import UsageError
from engine.formats.files import READABLE, open_document, require_writable, save_document
from engine.formats.images import save_flattened


def flatten(options: argparse.Namespace, console: Console) -> int:
    """Our compositor's picture of every input."""
    works, is_batch = planned(options.inputs, options.output, ending=".png", readable=READABLE)

    def one(work: Work) -> None:
        progress = console.progress(work.source.name)
        opened = open_document(work.source, progress.part(0.0, 0.5))
        for warning in opened.warnings:
            console.warned(work.source.name, warning)
        save_flattened(opened.document, work.target, progress.part(0.5, 1.0))
        console.result("", input=str(work.source), output=str(work.target))

    if not is_batch:
        target = Path(options.output)
        if target.is_dir():
            works = [Work(works[0].source, target / f"{works[0].source.stem}.png")]
        one(works[0])
        return 0
    Path(options.output).mkdir(parents=True, exist_ok=True)
    return run_batch(works, console, one)


def convert(options: argparse.Namespace, console: Console) -> int:
    """The same layers in another format."""
    source, target = Path(options.input), Path(options.output)
    if source.exists() and target.exists() and source.samefile(target):
        raise UsageError(f"The result would replace its own input {source}.", "Choose another OUT.")
    require_writable(target)
    progress = console.progress(source.name)
    opened = open_document(source, progress.part(0.0, 0.5))
    for warning in opened.warnings:
        console.warned(source.name, warning)
    for warning in save_document(opened.document, target, progress.part(0.5, 1.0)):
        console.warned(target.name, warning)
    console.result("", input=str(source), output=str(target))
    return 0
