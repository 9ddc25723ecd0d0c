"""Compiles every kernel of the engine into numba's cache on disk: `python -m engine.warm_up`.

Set-up does this once, so that no artist waits for a compiler: every room does each kind of its work
on a tiny picture, and whatever is compiled on the way is cached.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from engine.compositor.compile import warm_up as warm_up_compositor
from engine.compositor.distances import distance
from engine.document.geometry import Size
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import raster_from_array
from engine.formats.psd.compile import warm_up as warm_up_psd
from engine.painting.compile import warm_up as warm_up_painting
from engine.progress import Progress
from engine.recolor.compile import warm_up as warm_up_recoloring
from engine.tasks.illustration.task import decomposed
from engine.tasks.photo.compile import warm_up as warm_up_photos

SIDE = 160


def main() -> int:
    """Warm up room by room and say how long each took; exit status 1 without compiled kernels."""
    ready = True

    def compositor() -> None:
        nonlocal ready
        ready = warm_up_compositor()

    rooms: dict[str, Callable[[], None]] = {
        "compositor": compositor,
        "painting": warm_up_painting,
        "layer effects": warm_up_effects,
        "recolouring": warm_up_recoloring,
        "PSD": warm_up_psd,
        "illustration": warm_up_decomposing,
        "photos": warm_up_photos,
    }
    for name, warm_up in rooms.items():
        start = time.perf_counter()
        warm_up()
        print(f"{name} kernels ready after {time.perf_counter() - start:.1f} s", flush=True)
    if not ready:
        print("The compositor's kernels cannot be compiled here; a slower path draws instead.")
    return 0 if ready else 1


def warm_up_effects() -> None:
    """Measure one distance, as strokes and bevels do."""
    distance(np.eye(4, dtype=np.float32))


def warm_up_decomposing() -> None:
    """Decompose a tiny drawing at both depths, noisy and clean, with alpha."""
    for depth in (8, 16):
        for noise in (0, 3):
            decomposed(_drawing(depth, noise), Progress.silent())


def _drawing(depth: int, noise: int) -> Document:
    """A disc with a shaded half and a dark outline on paper, one transparent corner."""
    rows, columns = np.mgrid[:SIDE, :SIDE]
    distance = np.hypot(rows - SIDE / 2, columns - SIDE / 2)
    picture = np.full((SIDE, SIDE, 4), 255, np.int64)
    picture[distance < 50, :3] = (230, 120, 90)
    picture[(distance < 50) & (columns > 90), :3] = (180, 80, 70)
    picture[np.abs(distance - 50) < 3, :3] = (20, 15, 18)
    picture[:10, :10, 3] = 0
    if noise:
        grain = np.random.default_rng(1).integers(-noise, noise + 1, picture.shape[:2])
        picture[..., :3] += grain[..., None]
    picture = picture.clip(0, 255)
    pixels = picture.astype(np.uint8) if depth == 8 else (picture * 257).astype(np.uint16)
    layer = PixelLayer(id=LayerId(1), name="Drawing", raster=raster_from_array(pixels))
    size = Size(SIDE, SIDE)
    return Document(size=size, layers=(layer,), depth=depth, next_id=2)


if __name__ == "__main__":
    raise SystemExit(main())
