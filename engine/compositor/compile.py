"""The compiled kernels: cached at set-up, loaded in the background, never waited for.

`python -m engine.compositor.compile` compiles them into numba's cache on disk (set-up does that,
half a minute). Afterwards loading takes half a second; until it is done, and where numba is not
available, portable.py draws the same bytes.
"""

from __future__ import annotations

import logging
import threading
import time
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.compositor.driver import Kernels

_log = logging.getLogger(__name__)


class _Loader:
    """Loads the kernels once for the process, on a thread of its own or on the caller's."""

    def __init__(self) -> None:
        self.kernels: Kernels | None = None
        self._lock = threading.Lock()
        self._started = False
        self._finished = False

    def start(self) -> None:
        """Begin in the background. Only the first call does anything."""
        if self._started:
            return
        self._started = True
        threading.Thread(target=self.load, name="compositor-kernels", daemon=True).start()

    def load(self) -> None:
        """Load or compile; returns when that has ended, one way or the other."""
        with self._lock:
            if self._finished:
                return
            self._started = True
            try:
                # numba takes a third of a second to import: only who composites pays for it.
                from engine.compositor.driver import compiled

                self.kernels = compiled()
            except Exception:
                _log.exception("the compositor's kernels cannot be compiled, numpy draws instead")
            finally:
                self._finished = True


@cache
def _loader() -> _Loader:
    return _Loader()


def kernels() -> Kernels | None:
    """The kernels if they are loaded, else None; the first call starts loading them."""
    loader = _loader()
    if loader.kernels is None:
        loader.start()
    return loader.kernels


def kernels_ready() -> bool:
    """Whether the fast path is in use. Starts nothing."""
    return _loader().kernels is not None


def warm_up() -> bool:
    """Load the kernels, compiling them if need be, and wait. False when that is not possible."""
    _loader().load()
    return kernels_ready()


def kernels_cached() -> bool:
    """Whether the kernels for this processor and these sources lie in the cache on disk."""
    try:
        from engine.compositor.driver import cached_on_disk
    except ImportError:
        return False
    return cached_on_disk()


def main() -> int:
    """Compile into the cache and say how long it took."""
    start = time.perf_counter()
    ready = warm_up()
    seconds = time.perf_counter() - start
    print(f"compositor kernels {'ready' if ready else 'NOT available'} after {seconds:.1f} s")
    return 0 if ready else 1


if __name__ == "__main__":
    raise SystemExit(main())
