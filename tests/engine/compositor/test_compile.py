from __future__ import annotations

import subprocess
import sys

from engine.compositor.compile import kernels, kernels_cached, kernels_ready, warm_up


def test_after_warming_up_the_kernels_are_ready_and_cached() -> None:
    assert warm_up()
    assert kernels_ready()
    assert kernels() is not None
    assert kernels_cached()


def test_the_rooms_import_neither_numba_nor_qt() -> None:
    """Whoever only looks at documents must not pay for the compiler."""
    program = (
        "import sys, engine.compositor.composite, engine.compositor.cache, "
        "engine.compositor.pyramid, engine.compositor.compare\n"
        "print([name for name in ('numba', 'PySide6', 'PIL', 'cv2') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_the_first_picture_does_not_wait_for_the_kernels() -> None:
    """A fresh process draws at once, the same bytes, and is fast soon after."""
    program = """
import hashlib, time
from engine.compositor.compile import kernels_ready, warm_up
from engine.compositor.composite import flatten
from tests.engine.compositor.documents import random_document
document = random_document(5)
first = flatten(document)
print(kernels_ready(), hashlib.sha256(first.tobytes()).hexdigest())
warm_up()
print(kernels_ready(), hashlib.sha256(flatten(document).tobytes()).hexdigest())
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120
    )
    (early, early_bytes), (late, late_bytes) = (line.split() for line in done.stdout.splitlines())
    assert (early, late) == ("False", "True")
    assert early_bytes == late_bytes
