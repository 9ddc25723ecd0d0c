"""Sampling kernels: pictures at other sizes and under any flat or perspective map.

Colours are weighed by their alpha (premultiplied), sums are float, results are cut to the range
that alpha allows. Pixel i covers i..i+1, its centre is i + 0.5.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt
from numba import njit

from engine.document.raster import TILE, Pixels
from engine.painting.tiles import full_value, mapped

Matrix = npt.NDArray[np.float64]
"""3×3, maps (x, y, 1) of the source to the target, both continuous."""

STRIP = 64
"""Rows per piece of work."""


class Resampling(StrEnum):
    """SMOOTH is Lanczos where a picture gets smaller and cubic where it gets larger."""

    NEAREST = "nearest"
    LINEAR = "linear"
    CUBIC = "cubic"
    LANCZOS = "lanczos"
    SMOOTH = "smooth"


SUPPORT = {Resampling.LINEAR: 1, Resampling.CUBIC: 2, Resampling.LANCZOS: 3}
"""How many source pixels a kernel reaches to each side; also its number for the kernels below."""

MOST_SAMPLES = 16
"""Samples along each side of a target pixel, at most, where a map makes the picture smaller."""


@njit(nogil=True, cache=True)
def _weight(support, x):  # type: ignore[no-untyped-def]
    """Triangle, Catmull-Rom cubic, or Lanczos with three lobes, at distance x."""
    x = abs(x)
    if x >= support:
        return 0.0
    if support == 1:
        return 1.0 - x
    if support == 2:
        if x < 1.0:
            return (1.5 * x - 2.5) * x * x + 1.0
        return ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0
    if x < 1e-8:
        return 1.0
    a = math.pi * x
    return 3.0 * math.sin(a) * math.sin(a / 3.0) / (a * a)


@dataclass(frozen=True, slots=True)
class Line:
    """One direction of a scaling: target = source × scale + shift, scale > 0.

    The source array holds pixels source_from.., source_count of them; likewise the target.
    """

    scale: float
    shift: float
    source_from: int
    source_count: int
    target_from: int
    target_count: int


def taps(
    line: Line, resampling: Resampling
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
    """For every target pixel the first source pixel (an index into the array) and its weights.

    first: N int32. weights: N × taps float32, each row sums to 1. Where the picture gets smaller
    the kernel is stretched, so that every source pixel counts (area filtering). Beyond the ends of
    the source its last pixels go on.
    """
    if resampling is Resampling.SMOOTH:
        resampling = Resampling.LANCZOS if line.scale < 1.0 else Resampling.CUBIC
    targets = np.arange(line.target_from, line.target_from + line.target_count) + 0.5
    centers = (targets - line.shift) / line.scale - line.source_from
    last = line.source_count - 1
    if resampling is Resampling.NEAREST:
        nearest = np.clip(np.floor(centers), 0, last).astype(np.int32)
        return nearest, np.ones((line.target_count, 1), np.float32)
    stretch = max(1.0 / line.scale, 1.0)
    reach = SUPPORT[resampling] * stretch
    wanted = math.ceil(2 * reach) + 1
    count = min(wanted, line.source_count)
    begin = np.floor(centers - reach).astype(np.int64)
    first = np.clip(begin, 0, line.source_count - count).astype(np.int32)
    weights = np.zeros((line.target_count, count))
    _fill_weights(begin, first, centers, stretch, SUPPORT[resampling], wanted, last, weights)
    return first, weights.astype(np.float32)


@njit(nogil=True, cache=True)
def _fill_weights(begin, first, centers, stretch, support, wanted, last, weights):  # type: ignore[no-untyped-def]
    for i in range(len(begin)):
        total = 0.0
        for k in range(wanted):
            at = begin[i] + k
            w = _weight(support, (at + 0.5 - centers[i]) / stretch)
            weights[i, min(max(at, 0), last) - first[i]] += w
            total += w
        for k in range(weights.shape[1]):
            weights[i, k] /= total


def scaled_pixels(pixels: Pixels, across: Line, down: Line, resampling: Resampling) -> Pixels:
    """H×W(×4) uint8 or uint16, straight alpha, scaled along rows and columns apart."""
    columns, column_weights = taps(across, resampling)
    rows, row_weights = taps(down, resampling)
    if resampling is Resampling.NEAREST:
        return np.ascontiguousarray(pixels[rows][:, columns])
    plane = pixels.ndim == 2
    source = pixels[..., None] if plane else pixels
    out = np.empty((down.target_count, across.target_count, source.shape[2]), pixels.dtype)
    full = full_value(pixels.dtype)

    def strip(top: int) -> None:
        bottom = min(top + STRIP, down.target_count)
        low = int(rows[top:bottom].min())
        high = int(rows[top:bottom].max()) + row_weights.shape[1]
        wide = np.empty((high - low, across.target_count, source.shape[2]), np.float32)
        _across(np.ascontiguousarray(source[low:high]), columns, column_weights, wide)
        _down(
            wide, rows[top:bottom] - np.int32(low), row_weights[top:bottom], full, out[top:bottom]
        )

    mapped(strip, range(0, down.target_count, STRIP))
    return out[..., 0] if plane else out


def resized_pixels(
    pixels: Pixels, width: int, height: int, resampling: Resampling = Resampling.SMOOTH
) -> Pixels:
    """H×W(×4) uint8 or uint16, straight alpha, at another size (at least 1×1)."""
    old_height, old_width = pixels.shape[:2]
    if (old_height, old_width) == (height, width):
        return pixels
    across = Line(width / old_width, 0.0, 0, old_width, 0, width)
    down = Line(height / old_height, 0.0, 0, old_height, 0, height)
    return scaled_pixels(pixels, across, down, resampling)


@njit(nogil=True, cache=True)
def _across(source, first, weights, out):  # type: ignore[no-untyped-def]
    """Every row at its new width, premultiplied by alpha (0..full)."""
    height, width, channels = out.shape
    count = weights.shape[1]
    zero = np.float32(0.0)
    line = np.empty((source.shape[1], channels), np.float32)
    for y in range(height):
        for x in range(source.shape[1]):
            if channels == 1:
                line[x, 0] = np.float32(source[y, x, 0])
            else:
                alpha = np.float32(source[y, x, 3])
                line[x, 0] = np.float32(source[y, x, 0]) * alpha
                line[x, 1] = np.float32(source[y, x, 1]) * alpha
                line[x, 2] = np.float32(source[y, x, 2]) * alpha
                line[x, 3] = alpha
        for x in range(width):
            start = first[x]
            if channels == 1:
                total = zero
                for k in range(count):
                    total += weights[x, k] * line[start + k, 0]
                out[y, x, 0] = total
                continue
            red = zero
            green = zero
            blue = zero
            alpha = zero
            for k in range(count):
                w = weights[x, k]
                red += w * line[start + k, 0]
                green += w * line[start + k, 1]
                blue += w * line[start + k, 2]
                alpha += w * line[start + k, 3]
            out[y, x, 0] = red
            out[y, x, 1] = green
            out[y, x, 2] = blue
            out[y, x, 3] = alpha


@njit(nogil=True, cache=True)
def _down(wide, first, weights, full, out):  # type: ignore[no-untyped-def]
    height, width, channels = out.shape
    line = np.empty(width * channels, np.float32)
    for y in range(height):
        line[:] = np.float32(0.0)
        for k in range(weights.shape[1]):
            w = weights[y, k]
            row = wide[first[y] + k].reshape(width * channels)
            for i in range(width * channels):
                line[i] += w * row[i]
        for x in range(width):
            if channels == 1:
                out[y, x, 0] = int(min(max(line[x], 0.0), full) + 0.5)
            else:
                _store(
                    out, y, x, line[4 * x], line[4 * x + 1], line[4 * x + 2], line[4 * x + 3], full
                )


@njit(nogil=True, cache=True)
def _store(out, y, x, red, green, blue, alpha, full):  # type: ignore[no-untyped-def]
    """Writes one pixel from colours × alpha and alpha, all on the scale of `full`."""
    limit = float(full)
    rounded = int(min(max(alpha, 0.0), limit) + 0.5)
    if rounded == 0:
        for c in range(4):
            out[y, x, c] = 0
        return
    out[y, x, 0] = int(min(max(red / alpha, 0.0), limit) + 0.5)
    out[y, x, 1] = int(min(max(green / alpha, 0.0), limit) + 0.5)
    out[y, x, 2] = int(min(max(blue / alpha, 0.0), limit) + 0.5)
    out[y, x, 3] = rounded


def sample_tile(
    source: Pixels,
    inverse: Matrix,
    left: int,
    top: int,
    *,
    support: int,
    blank: int,
) -> Pixels:
    """One 128×128 tile whose corner lies at (left, top) of the target.

    source: H×W×C (1 or 4). inverse: target to source. support: 0 = the nearest pixel, else the
    kernel with that reach. blank: value of all pixels beyond the source.
    """
    out = np.empty((TILE, TILE, source.shape[2]), source.dtype)
    _sample(source, inverse, left, top, support, blank, full_value(source.dtype), out)
    return out


@njit(nogil=True, cache=True)
def _sample(source, inverse, left, top, support, blank, full, out):  # type: ignore[no-untyped-def]
    height, width, channels = source.shape
    across = np.empty(6)
    for y in range(TILE):
        for x in range(TILE):
            px = left + x + 0.5
            py = top + y + 0.5
            w = inverse[2, 0] * px + inverse[2, 1] * py + inverse[2, 2]
            if w <= 1e-9:  # behind the horizon of a perspective
                for c in range(channels):
                    out[y, x, c] = blank
                continue
            sx = (inverse[0, 0] * px + inverse[0, 1] * py + inverse[0, 2]) / w
            sy = (inverse[1, 0] * px + inverse[1, 1] * py + inverse[1, 2]) / w
            if support == 0:
                ix = math.floor(sx)
                iy = math.floor(sy)
                inside = 0 <= ix < width and 0 <= iy < height
                for c in range(channels):
                    out[y, x, c] = source[iy, ix, c] if inside else blank
                continue
            # 1. How far a step of one target pixel goes in the source: so many samples are needed.
            ax = (inverse[0, 0] - sx * inverse[2, 0]) / w
            ay = (inverse[1, 0] - sy * inverse[2, 0]) / w
            bx = (inverse[0, 1] - sx * inverse[2, 1]) / w
            by = (inverse[1, 1] - sy * inverse[2, 1]) / w
            long_a = math.sqrt(ax * ax + ay * ay)
            long_b = math.sqrt(bx * bx + by * by)
            reach = support + long_a + long_b
            if sx < -reach or sy < -reach or sx > width + reach or sy > height + reach:
                for c in range(channels):
                    out[y, x, c] = blank
                continue
            count_a = min(max(math.ceil(long_a - 0.01), 1), MOST_SAMPLES)
            count_b = min(max(math.ceil(long_b - 0.01), 1), MOST_SAMPLES)
            # 2. The mean of all samples, premultiplied.
            red = 0.0
            green = 0.0
            blue = 0.0
            alpha = 0.0
            for j in range(count_b):
                for i in range(count_a):
                    u = (i + 0.5) / count_a - 0.5
                    v = (j + 0.5) / count_b - 0.5
                    qx = sx + u * ax + v * bx - 0.5
                    qy = sy + u * ay + v * by - 0.5
                    first_x = math.floor(qx) - support + 1
                    first_y = math.floor(qy) - support + 1
                    sum_across = 0.0
                    for k in range(2 * support):
                        across[k] = _weight(support, first_x + k - qx)
                        sum_across += across[k]
                    sum_down = 0.0
                    for m in range(2 * support):
                        sum_down += _weight(support, first_y + m - qy)
                    scale = 1.0 / (sum_across * sum_down)
                    for m in range(2 * support):
                        row = first_y + m
                        down = _weight(support, row - qy) * scale
                        for k in range(2 * support):
                            column = first_x + k
                            weight = down * across[k]
                            inside = 0 <= row < height and 0 <= column < width
                            if channels == 1:
                                value = float(source[row, column, 0]) if inside else float(blank)
                                alpha += weight * value
                            elif inside:
                                weight *= float(source[row, column, 3])
                                red += weight * float(source[row, column, 0])
                                green += weight * float(source[row, column, 1])
                                blue += weight * float(source[row, column, 2])
                                alpha += weight
            samples = count_a * count_b
            if channels == 1:
                out[y, x, 0] = int(min(max(alpha / samples, 0.0), float(full)) + 0.5)
            else:
                _store(
                    out, y, x, red / samples, green / samples, blue / samples, alpha / samples, full
                )
