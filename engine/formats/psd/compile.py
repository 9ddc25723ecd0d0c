"""Compile the codec's kernels into numba's cache: `python -m engine.formats.psd.compile`.

Set-up does that. Opening and saving compile what is missing, so it only spares the first of them
some seconds.
"""

from __future__ import annotations

import io

import numpy as np

from engine.document.geometry import Rect, Size
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import raster_from_array
from engine.formats.psd.paths import SubPath, VectorMask, coverage_of
from engine.formats.psd.reader import document_of
from engine.formats.psd.writer import write_to
from engine.progress import Progress


def warm_up() -> None:
    """Write and read a tiny document in both depths, which compiles every kernel as it is used."""
    for depth, dtype in ((8, np.uint8), (16, np.uint16)):
        pixels = np.full((2, 2, 4), 7, dtype)
        layer = PixelLayer(id=LayerId(1), name="", raster=raster_from_array(pixels))
        document = Document(size=Size(2, 2), layers=(layer,), depth=depth, next_id=2)
        file = io.BytesIO()
        write_to(document, file, Progress.silent(), big=False)
        document_of(np.frombuffer(file.getvalue(), np.uint8), "", Progress.silent())
    corner = SubPath(1, np.zeros((3, 3, 2)))
    coverage_of(VectorMask((corner,), False, False, False), Rect(0, 0, 1, 1))


if __name__ == "__main__":
    warm_up()
