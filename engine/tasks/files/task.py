"""Opening and saving, in the engine's process."""

from __future__ import annotations

from pathlib import Path

from engine.document.model import Document
from engine.document.tree import walk
from engine.errors import UsageError
from engine.formats.files import FLAT_WRITERS, open_document, save_document
from engine.formats.losses import losses
from engine.progress import Progress
from engine.protocol.params import OpenFile, SaveFile
from engine.protocol.values import Inputs, Outcome
from engine.tasks.task import task


@task(OpenFile)
def open_file(params: OpenFile, _inputs: Inputs, progress: Progress) -> Outcome:
    """The document in the file, and what of it could not be taken over."""
    opened = open_document(_absolute(params.path), progress)
    return Outcome(document=opened.document, warnings=opened.warnings)


@task(SaveFile)
def save_file(params: SaveFile, inputs: Inputs, progress: Progress) -> Outcome:
    """Writes the document; answers with what the format could not hold, or must not lose."""
    document, path = inputs.document, _absolute(params.path)
    if document is None:
        raise UsageError("There is no document to save.")
    if params.accepted is not None:
        lost = _losses(document, path)
        if not set(lost) <= set(params.accepted):
            return Outcome(losses=lost)
    return Outcome(warnings=save_document(document, path, progress))


def _losses(document: Document, path: Path) -> tuple[str, ...]:
    ending = path.suffix.lower()
    if ending in FLAT_WRITERS and sum(1 for _ in walk(document.layers)) > 1:
        return (f"A {ending} file is one flat picture: its layers are not kept.",)
    return losses(document, ending)


def _absolute(path: str) -> Path:
    """The path, which must not depend on the engine's working directory."""
    absolute = Path(path)
    if not absolute.is_absolute():
        raise UsageError(f"{path} is not an absolute path.")
    return absolute
