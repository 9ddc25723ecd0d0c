"""The soft edge of a cut: its own colours without those of the background, and its exact course.

Decontamination carries pure colours of both sides into the edge, near ones first, and corrects them
once by the matting equation (the correction is that of blur fusion, Forte and Pitié, 2021, whose
single wide blur mixes far colours in). Edge refinement is the guided filter with a colour guide
(He, Sun and Tang, 2010), in two passes. Both are written from the published formulas.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from engine.document.geometry import Rect
from engine.document.raster import (
    TILE,
    Pixels,
    Raster,
    TileKey,
    pixels_of,
    raster_from_array,
    tile_rect,
)
from engine.painting.pixels import mixed
from engine.painting.reshape import border
from engine.painting.selection import FULL, Selection, coverage_tile
from engine.painting.tiles import SILENT, full_value, mapped, tile_of, with_tiles
from engine.progress import Progress

Plane: TypeAlias = npt.NDArray[np.float32]

OPAQUE = 0.999
"""From this alpha on a colour is pure."""
SOME = 0.03
"""Share of solid pixels in a box from which on their mean is trusted."""


def decontaminated(
    raster: Raster,
    *,
    radius: int = 20,
    picture: Raster | None = None,
    selection: Selection | None = None,
    progress: Progress = SILENT,
) -> Raster:
    """The RGBA raster with pure object colours in its partly transparent pixels.

    Alpha stays as it is; opaque and fully transparent pixels keep every bit. radius: how far away,
    in pixels, colours are looked for; edges wider than that keep some of their old colour.
    picture: the flat picture that the raster was cut from (same depth and place), which knows the
    colours of the background; without it the colours come from the opaque parts near by alone.
    """
    radius = min(max(radius, 1), 256)
    keys = [key for key, tile in raster.tiles.items() if _has_soft_pixels(tile)]
    if selection is not None:
        keys = [key for key in keys if key in selection.coverage.tiles]

    def one(key: TileKey) -> Pixels:
        near = _neighbourhood(key, radius)
        inside = np.s_[radius : radius + TILE, radius : radius + TILE]
        full = full_value(raster.dtype)
        own = pixels_of(raster, near)
        alpha = own[..., 3].astype(np.float32) / np.float32(full)
        seen = own if picture is None else pixels_of(picture, near)
        colors = seen[..., :3].astype(np.float32) / np.float32(full)
        if picture is None:
            found = _spread_colors(colors, alpha, radius)
        else:
            found = foreground_colors(colors, alpha, radius)
        old = tile_of(raster, key)
        soft = (old[..., 3] > 0) & (old[..., 3] < full)
        tile = old.copy()
        pure = np.floor(np.clip(found[inside], 0, 1) * full + 0.5).astype(raster.dtype)
        tile[..., :3][soft] = pure[soft]
        return mixed(old, tile, coverage_tile(selection, key))

    return with_tiles(raster, dict(zip(keys, mapped(one, keys, progress), strict=True)))


def foreground_colors(picture: Plane, alpha: Plane, radius: int) -> Plane:
    """The object's own colours H×W×3 (0..1) in a picture that shows it over a background.

    picture: H×W×3 float32 0..1 = alpha × object + (1 - alpha) × background. alpha: H×W float32
    0..1. A pixel depends on what lies within radius.
    """
    front = _spread_colors(picture, alpha, radius)
    back = _spread_colors(picture, 1 - alpha, radius)
    a = alpha[..., None]
    return np.asarray(np.clip(front + a * (picture - a * front - (1 - a) * back), 0, 1))


def refined(
    selection: Selection,
    picture: Raster,
    *,
    radius: int = 8,
    detail: float = 0.5,
    progress: Progress = SILENT,
) -> Selection:
    """The selection with its edge drawn along the edges of the picture.

    Only pixels within `radius` of the old edge change. A soft edge in the picture gives a soft
    edge, a hard one a hard edge, whatever the selection's own was. picture: RGBA raster, any depth.
    detail: 0..1; more follows finer and fainter differences of colour.
    """
    radius = min(max(radius, 1), 128)
    band = border(selection, 2 * radius)
    epsilon = 10.0 ** (-1.5 - 2.0 * min(max(detail, 0.0), 1.0))
    canvas = selection.canvas.rect

    def one(key: TileKey) -> Pixels:
        near = _neighbourhood(key, 3 * radius).intersected(canvas)
        pixels = pixels_of(picture, near).astype(np.float32) / np.float32(full_value(picture.dtype))
        guide = pixels[..., :3] * pixels[..., 3:]
        wanted = pixels_of(selection.coverage, near).astype(np.float32) / np.float32(FULL)
        # The first pass finds on which side a pixel is, the second how much of it is inside: wrong
        # sides in its input would bleed into every value.
        sides = guided(guide, wanted, radius, epsilon) > 0.5
        found = guided(guide, sides.astype(np.float32), max(2, radius // 2), epsilon)
        rounded = np.floor(np.clip(found, 0, 1) * FULL + 0.5).astype(np.uint8)
        new = pixels_of(raster_from_array(rounded, left=near.left, top=near.top), tile_rect(key))
        return np.where(band.coverage.tiles[key] > 0, new, tile_of(selection.coverage, key))

    keys = list(band.coverage.tiles)
    coverage = with_tiles(
        selection.coverage, dict(zip(keys, mapped(one, keys, progress), strict=True))
    )
    return Selection(selection.canvas, coverage)


def guided(guide: Plane, values: Plane, radius: int, epsilon: float) -> Plane:
    """Guided filter: `values` H×W as a local linear function of `guide` H×W×3, all float32 0..1.

    Boxes of 2 × radius + 1 pixels; a pixel depends on what lies within 2 × radius. epsilon: squared
    differences of colour below this count as noise. Returns H×W float32.
    """
    # Covariances are small differences of large sums: with one colour axis, as along any edge
    # between two even areas, float32 would leave noise alone in the other two.
    guide, values = guide.astype(np.float64), values.astype(np.float64)

    def mean(plane: Plane) -> Plane:
        size = (2 * radius + 1, 2 * radius + 1)
        return np.asarray(cv2.blur(plane, size, borderType=cv2.BORDER_REPLICATE))

    middle = mean(guide)
    mean_values = mean(values)
    shared = mean(guide * values[..., None]) - middle * mean_values[..., None]
    # The 3×3 covariance of the guide, then coefficients = covariance⁻¹ × shared, by cofactors.
    pairs = [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)]
    rr, rg, rb, gg, gb, bb = (
        mean(np.ascontiguousarray(guide[..., i] * guide[..., j])) - middle[..., i] * middle[..., j]
        for i, j in pairs
    )
    rr, gg, bb = rr + epsilon, gg + epsilon, bb + epsilon
    c00, c01, c02 = gg * bb - gb * gb, gb * rb - rg * bb, rg * gb - gg * rb
    c11, c12, c22 = rr * bb - rb * rb, rb * rg - rr * gb, rr * gg - rg * rg
    determinant = rr * c00 + rg * c01 + rb * c02
    s0, s1, s2 = shared[..., 0], shared[..., 1], shared[..., 2]
    slope = np.stack(
        [
            (c00 * s0 + c01 * s1 + c02 * s2) / determinant,
            (c01 * s0 + c11 * s1 + c12 * s2) / determinant,
            (c02 * s0 + c12 * s1 + c22 * s2) / determinant,
        ],
        axis=-1,
    )
    offset = mean_values - (slope * middle).sum(-1)
    return np.asarray((mean(slope) * guide).sum(-1) + mean(offset)).astype(np.float32)


def _spread_colors(colors: Plane, alpha: Plane, radius: int) -> Plane:
    """The colours of opaque pixels carried outwards, near ones before far ones.

    Where nothing opaque is within reach, pixels count by the 8th power of their alpha, so that the
    purest ones decide; where there is nothing at all a pixel keeps its colour.
    """
    found = np.zeros_like(colors)
    known = np.zeros_like(alpha)
    opaque = (alpha >= OPAQUE).astype(np.float32)
    for solid in (opaque, alpha**8):
        for reach in _radii(radius):
            weight = _blurred(solid, reach)
            spread = _blurred(colors * solid[..., None], reach)
            spread /= np.maximum(weight, 1e-12)[..., None]
            trust = np.clip(weight / SOME, 0, 1) * (1 - known)
            found += spread * trust[..., None]
            known += trust
    return np.asarray(found + (1 - known)[..., None] * colors)


def _radii(radius: int) -> Iterable[int]:
    """2, 4, 8, … up to `radius` itself."""
    reach = 2
    while reach < radius:
        yield reach
        reach *= 2
    yield radius


def _blurred(plane: Plane, radius: int) -> Plane:
    """Means over boxes of 2 × radius + 1 pixels."""
    size = (2 * radius + 1, 2 * radius + 1)
    return np.asarray(cv2.blur(plane, size, borderType=cv2.BORDER_REPLICATE))


def _has_soft_pixels(tile: Pixels) -> bool:
    alpha = tile[..., 3]
    return bool(((alpha > 0) & (alpha < full_value(tile.dtype))).any())


def _neighbourhood(key: TileKey, margin: int) -> Rect:
    place = tile_rect(key)
    return Rect(
        place.left - margin, place.top - margin, place.right + margin, place.bottom + margin
    )
