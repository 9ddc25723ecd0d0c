"""Layers of a lifted object add up, also where the picture is see-through."""

import cv2
import numpy as np
import pytest

from engine.compositor.compare import difference
from engine.compositor.composite import flatten
from engine.document.geometry import Size
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import raster_from_array
from engine.progress import Progress
from engine.tasks.photo.lift import lifted


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("is_exact", [True, False])
def test_a_picture_with_soft_alpha_adds_up(dtype, is_exact):
    top = np.iinfo(dtype).max
    noise = np.random.default_rng(1).random((120, 150, 4))
    pixels = cv2.GaussianBlur(noise, (0, 0), 9)
    pixels[..., 3] = np.linspace(0, 1.3, 150).clip(0, 1)[None]
    picture = np.rint(pixels * top).astype(dtype)
    mask = np.zeros((120, 150), np.uint8)
    cv2.circle(mask, (90, 60), 30, 1, -1)
    layer = PixelLayer(id=LayerId(1), name="Soft", raster=raster_from_array(picture))
    depth = 8 * np.dtype(dtype).itemsize
    document = Document(size=Size(150, 120), layers=(layer,), depth=depth, next_id=2)
    result = lifted(document, mask.astype(bool), Progress.silent(), is_exact=is_exact)
    assert difference(flatten(result), picture).max <= 1
