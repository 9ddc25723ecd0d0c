"""Masks and clipping as part of a layer's alpha, for formats that know neither."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.document.model import Mask, PixelLayer
from engine.document.raster import (
    Pixels,
    Raster,
    content_bounds,
    empty_raster,
    pixels_of,
    raster_from_array,
)


def masked(raster: Raster, mask: Mask | None) -> Raster:
    """The raster with the mask multiplied into its alpha."""
    rect = content_bounds(raster)
    if mask is None or rect.is_empty or not mask.enabled:
        return raster
    pixels = _with_alpha(pixels_of(raster, rect), pixels_of(mask.raster, rect), mask.density)
    return raster_from_array(pixels, left=rect.left, top=rect.top)


def cut_by(layer: PixelLayer, base: PixelLayer) -> PixelLayer:
    """`layer` with its alpha multiplied by that of the layer it is clipped to."""
    shown = masked(base.raster, base.mask)
    rect = content_bounds(layer.raster).intersected(content_bounds(shown))
    if rect.is_empty:
        return replace(layer, raster=empty_raster(layer.raster.dtype))
    cut = _with_alpha(pixels_of(layer.raster, rect), pixels_of(shown, rect)[..., 3], 1.0)
    raster = raster_from_array(cut, left=rect.left, top=rect.top)
    return replace(layer, raster=raster, visible=layer.visible and base.visible)


def _with_alpha(pixels: Pixels, factor: Pixels, density: float) -> Pixels:
    """Pixels whose alpha is multiplied by 1 - density·(1 - factor)."""
    full = float(np.iinfo(pixels.dtype).max)
    share = 1 - density * (1 - factor.astype(np.float64) / full)
    out = pixels.copy()
    out[..., 3] = np.rint(pixels[..., 3] * share).astype(pixels.dtype)
    return out
