"""Saving that either happens or does not: the old file stays whole until the new one is on disk.

A file is written beside its target, flushed to the disk and renamed over it. A folder is built
beside its target and the two are swapped. Whatever goes wrong becomes one sentence, and what was
there before is there still.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from engine.errors import BadFileError
from engine.formats.leftovers import OLD, aside_name, hold, new_token, remove_leftovers

_REASONS = {
    errno.ENOSPC: ("the disk is full", "Free some space or choose another place."),
    errno.EDQUOT: ("your disk quota is used up", "Free some space or choose another place."),
    errno.EACCES: ("it may not be written there", "Choose another place or change its rights."),
    errno.EPERM: ("it may not be written there", "Choose another place or change its rights."),
    errno.EROFS: ("that disk is read-only", "Choose another place."),
    errno.ENOENT: ("its folder does not exist", "Make the folder first or choose another."),
    errno.ENOTDIR: ("its folder is a file", "Choose another place."),
    errno.EISDIR: ("a folder of that name is there", "Choose another name."),
    errno.ENAMETOOLONG: ("the name is too long", "Choose a shorter name."),
    errno.EFBIG: ("the disk cannot hold a file that large", "Choose another disk."),
}


@contextmanager
def replaced_file(path: Path) -> Iterator[BinaryIO]:
    """A new binary file that takes the place of `path` when the block ends without an exception.

    It can be read back before that. What dead writers left in the folder is cleared away.
    A link is followed, so that the file behind it is replaced; the rights of an old file are kept.
    """
    target = Path(os.path.realpath(path))
    aside = target.parent / aside_name(new_token())
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a directory", str(target))
        remove_leftovers(target.parent)
        try:
            with aside.open("x+b") as file:
                hold(file)
                yield file
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, aside)
            aside.replace(target)
        except BaseException:
            with suppress(OSError):
                aside.unlink()
            raise
        _flush_folder(target.parent)
    except OSError as error:
        raise write_error(path, error) from error


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file `path`."""
    with replaced_file(path) as file:
        file.write(data)


@contextmanager
def replaced_folder(path: Path) -> Iterator[Path]:
    """A new folder that takes the place of `path` when the block ends without an exception.

    What is in the old folder goes away: the caller has made sure that it is ours to replace.
    """
    target = Path(os.path.realpath(path))
    token = new_token()
    aside = target.parent / aside_name(token)
    old = target.parent / aside_name(token, OLD)
    try:
        remove_leftovers(target.parent)
        try:
            aside.mkdir()
            yield aside
            for file in aside.rglob("*"):
                _flush_file(file)
            _flush_folder(aside)
            _swap(aside, target, old)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise
        shutil.rmtree(old, ignore_errors=True)
        _flush_folder(target.parent)
    except OSError as error:
        raise write_error(path, error) from error


def write_error(path: Path, error: OSError) -> BadFileError:
    """The sentence for a failed save."""
    reason, hint = _REASONS.get(
        error.errno or 0, (error.strerror or "the system refused", "Choose another place.")
    )
    return BadFileError(f"{path.name or path} could not be saved: {reason}.", hint)


def _swap(new: Path, target: Path, old: Path) -> None:
    had_one = target.exists()
    if had_one:
        target.replace(old)
    try:
        new.replace(target)
    except BaseException:
        if had_one:
            old.replace(target)
        raise


def _flush_file(path: Path) -> None:
    if path.is_file():
        with path.open("rb+") as file:
            os.fsync(file.fileno())


def _flush_folder(path: Path) -> None:
    # Not every system lets a folder be opened; the rename itself is done either way.
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
