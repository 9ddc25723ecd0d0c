"""Gradients: colours along a line or out from a centre.

Between two stops colours are mixed premultiplied, so that a stop which is transparent lends no
colour. Beyond the first and last stop their colours go on.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum

import numpy as np
import numpy.typing as npt
from numba import njit

from engine.document.adjustments import GradientStop
from engine.document.raster import TILE, Pixels, Raster, TileKey
from engine.painting.pixels import frozen, opaque_grays
from engine.painting.selection import Selection
from engine.painting.tiles import full_value, mapped_tiles


class GradientKind(StrEnum):
    LINEAR = "linear"
    RADIAL = "radial"


def gradient_colors(
    stops: Sequence[GradientStop], positions: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """N×4 premultiplied colours 0..1 at N positions 0..1. ValueError without stops."""
    places, colors = _table(stops)
    return np.stack([np.interp(positions, places, colors[:, c]) for c in range(4)], axis=-1)


def gradient_filled(
    raster: Raster,
    selection: Selection,
    stops: Sequence[GradientStop],
    start: tuple[float, float],
    end: tuple[float, float],
    *,
    kind: GradientKind = GradientKind.LINEAR,
    dither: bool = True,
    opacity: float = 1.0,
    keep_alpha: bool = False,
) -> Raster:
    """The raster with a gradient laid over what is selected.

    raster: RGBA, or one channel, which takes the first number of each colour. start, end: document
    pixels, continuous; linear: from start to end; radial: centre and a point on the rim. When they
    are the same place all pixels count as beyond the end. dither: breaks up bands by an 8×8 ordered
    pattern of less than one level; even colours stay even. ValueError without stops.
    """
    places, colors = _table(stops)
    full = full_value(raster.dtype)
    dx, dy = end[0] - start[0], end[1] - start[1]
    squared = dx * dx + dy * dy
    pattern = _bayer() if dither else np.zeros((8, 8))

    def painted(key: TileKey, old: Pixels) -> Pixels:
        tile = old.copy() if old.ndim == 3 else opaque_grays(old, full)
        row, column = key
        _gradient(
            tile,
            frozen(selection.coverage.tiles[key]),
            places,
            colors,
            pattern,
            start[0] - column * TILE,
            start[1] - row * TILE,
            dx,
            dy,
            squared,
            kind is GradientKind.RADIAL,
            min(max(opacity, 0.0), 1.0),
            keep_alpha,
            full,
        )
        return tile if old.ndim == 3 else np.ascontiguousarray(tile[..., 0])

    return mapped_tiles(raster, selection.coverage.tiles, painted)


def _table(
    stops: Sequence[GradientStop],
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Ascending positions N and premultiplied colours N×4."""
    if not stops:
        raise ValueError("a gradient needs at least one stop")
    ordered = sorted(stops, key=lambda stop: stop.position)
    places = np.array([stop.position for stop in ordered], np.float64)
    colors = np.array(
        [[*(channel * stop.alpha for channel in stop.color), stop.alpha] for stop in ordered],
        np.float64,
    )
    return places, colors


def _bayer() -> npt.NDArray[np.float64]:
    """The 8×8 ordered dither pattern, values inside -0.5..0.5 with mean 0."""
    pattern = np.zeros((1, 1))
    for _ in range(3):
        pattern = np.block([[4 * pattern, 4 * pattern + 2], [4 * pattern + 3, 4 * pattern + 1]])
    return np.asarray((pattern + 0.5) / 64 - 0.5)


@njit(nogil=True, cache=True)
def _gradient(  # type: ignore[no-untyped-def]
    tile,
    coverage,
    places,
    colors,
    pattern,
    start_x,
    start_y,
    dx,
    dy,
    squared,
    radial,
    opacity,
    keep_alpha,
    full,
):
    count = len(places)
    length = math.sqrt(squared)
    for y in range(TILE):
        for x in range(TILE):
            if coverage[y, x] == 0:
                continue
            # 1. Where the pixel's centre lies along the gradient.
            px = x + 0.5 - start_x
            py = y + 0.5 - start_y
            if squared == 0.0:
                t = 1.0
            elif radial:
                t = math.sqrt(px * px + py * py) / length
            else:
                t = (px * dx + py * dy) / squared
            # 2. The premultiplied colour there.
            k = 0
            while k < count and places[k] <= t:
                k += 1
            if k == 0 or k == count:
                i = 0 if k == 0 else count - 1
                red, green, blue, alpha = colors[i, 0], colors[i, 1], colors[i, 2], colors[i, 3]
            else:
                f = (t - places[k - 1]) / (places[k] - places[k - 1])
                red = colors[k - 1, 0] + (colors[k, 0] - colors[k - 1, 0]) * f
                green = colors[k - 1, 1] + (colors[k, 1] - colors[k - 1, 1]) * f
                blue = colors[k - 1, 2] + (colors[k, 2] - colors[k - 1, 2]) * f
                alpha = colors[k - 1, 3] + (colors[k, 3] - colors[k - 1, 3]) * f
            # 3. Over what is there.
            w = coverage[y, x] * opacity / 255.0
            red *= w
            green *= w
            blue *= w
            alpha *= w
            if alpha == 0.0:
                continue
            below = float(tile[y, x, 3]) / full
            if keep_alpha:
                if below == 0.0:
                    continue
                rest = 1.0 - alpha
                total = 1.0
            else:
                rest = below * (1.0 - alpha)
                total = alpha + rest
            noise = pattern[y % 8, x % 8]
            new_alpha = int(total * full + 0.5)
            if new_alpha == 0:
                continue
            for c in range(3):
                new = red if c == 0 else (green if c == 1 else blue)
                value = (new * full + float(tile[y, x, c]) * rest) / total
                # A hair's breadth keeps sums that should be whole from falling just below.
                value = math.floor(value + 0.5 + noise + 1e-9 * full)
                tile[y, x, c] = int(min(max(value, 0.0), float(full)))
            if not keep_alpha:
                tile[y, x, 3] = new_alpha
