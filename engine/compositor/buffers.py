"""Memory for many tiles at once.

The first touch of fresh memory costs the operating system more than compositing the pixels that go
there; in large blocks it hands out large pages, a hundred times cheaper. A block is freed when the
last of its tiles is: tiles that are made together are mostly dropped together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

BLOCK_BYTES = 16 << 20
"""Most memory that a single surviving tile can hold on to."""


def empty_arrays(
    count: int, shape: tuple[int, ...], dtype: npt.DTypeLike
) -> Iterator[npt.NDArray[Any]]:
    """`count` contiguous, uninitialised arrays of one shape."""
    nbytes = int(np.prod(shape)) * np.dtype(dtype).itemsize
    most = max(1, BLOCK_BYTES // nbytes)
    for start in range(0, count, most):
        yield from np.empty((min(most, count - start), *shape), dtype)
