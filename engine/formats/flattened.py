"""The document as one picture, for merged pictures, thumbnails and flat files."""

from __future__ import annotations

import cv2
import numpy as np

from engine.compositor.composite import flatten
from engine.document.model import Document
from engine.document.raster import Pixels
from engine.progress import Progress


def flattened(document: Document, progress: Progress) -> Pixels:
    """Our compositor's picture of the canvas: H×W×4, straight alpha, in the document's depth."""
    progress.at(0.0, "Flattening")
    picture = flatten(document)
    progress.at(1.0)
    return picture


def resized_to_fit(picture: Pixels, side: int) -> Pixels:
    """A picture H×W×4 as 8 bit, shrunk (never enlarged) so that both sides are at most `side`.

    Colours are averaged by alpha, so that what hides behind alpha 0 does not show.
    """
    height, width = picture.shape[:2]
    scale = min(1.0, side / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    full = float(np.iinfo(picture.dtype).max)
    # A huge picture is thinned out first: one thumbnail is not worth a float copy of it all.
    step = max(1, min(height, width, round(0.25 / scale)))
    small = picture[::step, ::step].astype(np.float32) / full
    small[..., :3] *= small[..., 3:]
    small = np.asarray(cv2.resize(small, size, interpolation=cv2.INTER_AREA), np.float32)
    alpha = small[..., 3:]
    small[..., :3] = np.where(alpha > 0, small[..., :3] / np.maximum(alpha, 1e-6), 0)
    shrunk: Pixels = (np.clip(small, 0, 1) * 255 + 0.5).astype(np.uint8)
    return shrunk
