"""A file's bytes without reading it all, and the sentences for a file that cannot be opened."""

from __future__ import annotations

import errno
import mmap
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.errors import BadFileError


@contextmanager
def mapped_file(path: Path) -> Iterator[npt.NDArray[np.uint8]]:
    """The bytes of a file as a read-only array. BadFileError when it is missing or empty."""
    try:
        with path.open("rb") as file:
            if not path.stat().st_size:
                raise empty_error(path)
            view = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as error:
        raise read_error(path, error) from error
    try:
        yield np.frombuffer(view, np.uint8)
    finally:
        # An exception on its way up still holds views; the map then goes when they do.
        with suppress(BufferError):
            view.close()


def read_bytes(path: Path) -> bytes:
    """All bytes of a file. BadFileError when it is missing or empty."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise read_error(path, error) from error
    if not data:
        raise empty_error(path)
    return data


def empty_error(path: Path) -> BadFileError:
    return BadFileError(f"{path.name} is empty (0 bytes).", "Try another copy of the file.")


def read_error(path: Path, error: OSError) -> BadFileError:
    """The sentence for a file that the system does not give us."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return BadFileError(f"{path} does not exist.", "Check the name and the folder.")
    if error.errno == errno.EISDIR:
        return BadFileError(f"{path} is a folder.", "Choose a file in it.")
    if error.errno in (errno.EACCES, errno.EPERM):
        return BadFileError(f"{path} may not be read.", "Change its rights or copy it elsewhere.")
    if error.errno == errno.ENAMETOOLONG:
        return BadFileError("The name of the file is too long.", "Give it a shorter name.")
    reason = error.strerror or "the system refused"
    return BadFileError(f"{path} could not be read: {reason}.", "Check the disk it is on.")
