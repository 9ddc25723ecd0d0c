"""The private directory through which pixels go, and what crashed programs left of theirs."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile

PREFIX: Final = "unflatten-session-"
ROOM_NEEDED: Final = 4 * 2**30
"""Free bytes that the memory-backed runtime directory must have to be preferred."""


class SessionFiles:
    """A new directory that only this user may enter, `directory`. `remove` ends it.

    A lock file beside it says whose it is: when its process is gone, the directory is stale and the
    next session removes it. root: where it is made, None chooses.
    """

    def __init__(self, root: Path | None = None) -> None:
        root = root or _best_root()
        remove_stale(root)
        self.directory = root / f"{PREFIX}{secrets.token_hex(8)}"
        self._lock = _lock_of(self.directory)
        if not self._lock.tryLock(0):
            raise OSError(f"cannot write in {root}")
        self.directory.mkdir(mode=0o700)

    def remove_job(self, job: int) -> None:
        """Remove what both sides wrote for this job."""
        for path in self.directory.glob(f"{job}-*"):
            path.unlink(missing_ok=True)

    def remove(self) -> None:
        """Remove everything. The engine may be doing the same."""
        shutil.rmtree(self.directory, ignore_errors=True)
        self._lock.unlock()


def inputs_prefix(job: int) -> str:
    """How the files with the inputs of a job begin."""
    return f"{job}-inputs"


def remove_stale(root: Path) -> None:
    """Remove the directories of programs that are gone."""
    for lock_path in root.glob(f"{PREFIX}*.lock"):
        directory = lock_path.with_suffix("")
        lock = _lock_of(directory)
        if lock.tryLock(0):
            shutil.rmtree(directory, ignore_errors=True)
            lock.unlock()


def _lock_of(directory: Path) -> QLockFile:
    lock = QLockFile(f"{directory}.lock")
    lock.setStaleLockTime(0)  # stale when its process is gone, however old it is
    return lock


def _best_root() -> Path:
    """The user's runtime directory, which lies in memory, when it has room; else the usual one."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and os.access(runtime, os.W_OK) and shutil.disk_usage(runtime).free >= ROOM_NEEDED:
        return Path(runtime)
    return Path(tempfile.gettempdir())
