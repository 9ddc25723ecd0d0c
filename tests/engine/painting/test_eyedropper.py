"""The eyedropper takes what is seen."""

from __future__ import annotations

import numpy as np

from engine.document.raster import empty_raster, raster_from_array
from engine.painting.eyedropper import picked_color


def test_one_pixel_is_taken_as_it_is_and_nothing_from_nothing() -> None:
    pixels = np.zeros((9, 9, 4), np.uint16)
    pixels[4, 4] = (60000, 3, 512, 7)
    raster = raster_from_array(pixels, left=-3, top=120)
    assert picked_color(raster, (1, 124)) == (60000, 3, 512)
    assert picked_color(raster, (2, 124)) is None
    assert picked_color(empty_raster(), (5, 5), side=9) is None


def test_a_mean_counts_pixels_by_their_alpha() -> None:
    pixels = np.zeros((3, 3, 4), np.uint8)
    pixels[0, 0] = (200, 0, 0, 255)
    pixels[2, 2] = (0, 100, 0, 51)
    pixels[1, 1] = (9, 9, 255, 0)  # hidden colour
    assert picked_color(raster_from_array(pixels), (1, 1), side=3) == (167, 17, 0)
