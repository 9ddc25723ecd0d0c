"""Which file is read and written by whom. What a file is, its first bytes say; its ending is only
asked when they do not."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from engine.document.model import Document
from engine.errors import BadFileError, UnsupportedError
from engine.formats.images import read_image, save_flattened
from engine.formats.krita import MAIN, read_krita
from engine.formats.layers_folder import MANIFEST, read_folder, read_zip, write_folder, write_zip
from engine.formats.losses import losses
from engine.formats.mapped import empty_error, read_error
from engine.formats.openraster import read_openraster, write_openraster
from engine.formats.photoshop_tiff import read_tiff
from engine.formats.presentation import write_presentation
from engine.formats.project import read_project, write_project
from engine.formats.psd.reader import read_psd
from engine.formats.psd.writer import write_psd
from engine.progress import Progress

Reader: TypeAlias = Callable[[Path, Progress], tuple[Document, tuple[str, ...]]]
Writer: TypeAlias = Callable[[Document, Path, Progress], tuple[str, ...]]

LAYERED_WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        ".psd": write_psd,
        ".psb": write_psd,
        ".ora": write_openraster,
        ".unflatten": write_project,
        ".pptx": write_presentation,
        ".zip": write_zip,
        "": write_folder,
    }
)
FLAT_WRITERS: Mapping[str, Writer] = MappingProxyType(
    dict.fromkeys((".png", ".tif", ".tiff", ".webp", ".jpg", ".jpeg"), save_flattened)
)
READABLE = frozenset(
    {
        *(".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".gif"),
        *(".psd", ".psb", ".ora", ".kra", ".unflatten", ".zip"),
    }
)
"""Endings of files that open, with their dot; folders of ours open too."""


_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"GIF8", b"BM")
"""First bytes of pictures that are flat for certain."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document and what could not be read, or is shown but not editable, in sentences."""

    document: Document
    warnings: tuple[str, ...] = ()


def open_document(path: Path, progress: Progress) -> Opened:
    """Open any file that Unflatten reads.

    Raises BadFileError with one sentence for everything that is missing, damaged, unsafe or of
    another kind.
    """
    document, warnings = reader_for(path)(path, progress)
    return Opened(document, warnings)


def save_document(document: Document, path: Path, progress: Progress) -> tuple[str, ...]:
    """Save in the format that the ending of `path` names; returns what was lost, in sentences.

    The old file stays as it is until the new one is complete. Flat pictures are composited.
    """
    writer = require_writable(path)
    known = losses(document, "" if path.is_dir() else path.suffix)
    told = writer(document, path, progress)
    return (*known, *(sentence for sentence in told if sentence not in known))


def require_writable(path: Path) -> Writer:
    """The writer for a path. UnsupportedError for an ending that nothing is written as."""
    ending = "" if path.is_dir() else path.suffix.lower()
    writer = LAYERED_WRITERS.get(ending) or FLAT_WRITERS.get(ending)
    if writer is None:
        raise UnsupportedError(
            f"Files ending in {path.suffix} cannot be written.",
            "Use .psd, .psb, .ora, .unflatten, .zip, .pptx, a folder, .png, .tif, .webp or .jpg.",
        )
    return writer


def reader_for(path: Path) -> Reader:
    """The reader for what the file really is. BadFileError when it is missing or unreadable."""
    try:
        if path.is_dir():
            return _reader_for_folder(path)
        if path.exists() and not path.is_file():
            raise BadFileError(f"{path} is not a file.", "Choose a picture.")
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise read_error(path, error) from error
    except ValueError as error:  # a NUL in the name
        raise BadFileError("The name of the file is not valid.", "Check the name.") from error
    if not head:
        raise empty_error(path)
    if head.startswith(b"8BPS"):
        return read_psd
    if head.startswith(b"PK"):
        return _reader_for_zip(path)
    if head.startswith((b"II*\0", b"MM\0*")):
        return read_tiff
    if not head.startswith(_PICTURES) and path.suffix.lower() in (".psd", ".psb"):
        return read_psd  # to say what is wrong with it
    return read_image


def _reader_for_folder(path: Path) -> Reader:
    if (path / MANIFEST).is_file():
        return read_folder
    raise BadFileError(
        f"{path} is a folder without layers of ours.",
        f"Choose a picture in it, or a folder with {MANIFEST}.",
    )


def _reader_for_zip(path: Path) -> Reader:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError) as error:
        raise BadFileError(
            f"{path.name} is damaged or cut off and cannot be read.",
            "Try another copy of the file.",
        ) from error
    if MAIN in names:
        return read_krita
    if "stack.xml" in names:
        return read_openraster
    if "project.json" in names:
        return read_project
    if MANIFEST in names:
        return read_zip
    raise BadFileError(
        f"{path.name} is a zip without layers of ours.", "Unpack it and open a picture in it."
    )
