"""A file that is locked as long as the program that made it runs."""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path
from typing import Any


class RunLock:
    """Says whose it is (host and process id) to people; the lock itself is the system's.

    The system lets go of it when the process ends, however it ends, and it is never mistaken for
    another process of the same number, not even one in another container.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @staticmethod
    def taken(path: Path) -> RunLock | None:
        """The lock, or None while another program (or another part of this one) holds it.

        OSError when no file can be made there.
        """
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if not _try_lock(descriptor) or not _is_same(path, descriptor):
                os.close(descriptor)
                return None
            whose = {"host": socket.gethostname(), "pid": os.getpid()}
            os.ftruncate(descriptor, 0)
            os.write(descriptor, json.dumps(whose).encode())
        except BaseException:
            os.close(descriptor)
            raise
        return RunLock(path, descriptor)

    def release(self) -> None:
        """Remove the file and let go of it."""
        if sys.platform == "win32":
            os.close(self._descriptor)
            self._path.unlink(missing_ok=True)
        else:  # the other way round somebody could take it in between and lose the file
            self._path.unlink(missing_ok=True)
            os.close(self._descriptor)


def _try_lock(descriptor: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            os.lseek(descriptor, 1 << 20, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(descriptor, 0, os.SEEK_SET)
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a disk without locks: what is written in the file has to do
        return not _is_running(descriptor)
    return True


def _is_same(path: Path, descriptor: int) -> bool:
    """Whether the file was not removed by its former owner just before we got the lock."""
    if sys.platform == "win32":
        return True
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:
        return False


def _is_running(descriptor: int) -> bool:
    try:
        whose: Any = json.loads(os.read(descriptor, 4096))
        if whose["host"] != socket.gethostname():
            return True
        os.kill(int(whose["pid"]), 0)
    except (ValueError, KeyError, TypeError, ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    finally:
        os.lseek(descriptor, 0, os.SEEK_SET)
    return True
