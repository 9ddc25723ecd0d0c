"""Files that are being written aside: named after their writer, and cleared away when it died.

Their names say host and process, and the writer holds a lock on the file where the system has such
locks, so that a writer in another container with the same numbers is never taken for a dead one.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

PART = "part"
OLD = "old"
_LONG = 7 * 24 * 3600.0
"""After so many seconds nobody writes any more, whatever host it was."""
_HOST_LETTERS = 24
_PATTERN = re.compile(r"\.unflatten-(?:(?P<host>.+)-(?P<pid>\d+)-)?(?P<token>[0-9a-f]{12})\.part")


def new_token() -> str:
    """What tells the writes of one process apart."""
    return secrets.token_hex(6)


def aside_name(token: str, ending: str = PART) -> str:
    """The name of a file or folder beside its target while this process writes it."""
    return f".unflatten-{_host()}-{os.getpid()}-{token}.{ending}"


def hold(file: BinaryIO) -> None:
    """Mark an open file as being written, until it is closed or this process ends."""
    if sys.platform != "win32":  # there an open file cannot be removed anyway
        import fcntl

        with suppress(OSError):  # some network disks have no locks
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def remove_leftovers(folder: Path) -> None:
    """Remove what dead writers left in `folder`. Whatever cannot be judged or removed stays."""
    with suppress(OSError):
        for path in folder.glob(f".unflatten-*.{PART}"):
            found = _PATTERN.fullmatch(path.name)
            if found is not None and _is_left(path, found):
                _remove(path)


def _is_left(path: Path, found: re.Match[str]) -> bool:
    try:
        age = time.time() - path.stat().st_mtime
    except OSError:
        return False
    # A folder whose old one lies beside it died while the two were swapped: both are needed.
    if path.with_suffix(f".{OLD}").exists():
        return False
    if age > _LONG:
        return True
    return found["host"] == _host() and not is_running(int(found["pid"]))


def _remove(path: Path) -> None:
    with suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif not _is_held(path):
            path.unlink()


def _is_held(path: Path) -> bool:
    if sys.platform == "win32":
        return False
    import fcntl

    with path.open("rb") as file:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
    return False


def is_running(pid: int) -> bool:
    """Whether a process of this number is there, on this system."""
    if sys.platform == "win32":  # signal 0 would end the process there
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _host() -> str:
    letters = "".join(one for one in socket.gethostname() if one.isascii() and one.isalnum())
    return letters[:_HOST_LETTERS] or "host"
