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

from engine.document.geometry import Rect
from engine.document.raster import TILE, Pixels
from engine.painting.tiles import SILENT, full_value, mapped
from engine.progress import Progress

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

HORIZON = 1e-9
"""A perspective shows only what lies in front of this depth."""
MOST_SAMPLES = 16
"""Samples along each side of a target pixel, at most, where a map makes the picture smaller."""


SINES = tuple(math.sin(n * math.pi / 3) for n in range(-2, 4))
COSINES = tuple(math.cos(n * math.pi / 3) for n in range(-2, 4))


@njit(nogil=True, cache=True, error_model="numpy")
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


@njit(nogil=True, cache=True, error_model="numpy")
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


def scaled_pixels(
    pixels: Pixels,
    across: Line,
    down: Line,
    resampling: Resampling,
    progress: Progress = SILENT,
) -> Pixels:
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

    mapped(strip, range(0, down.target_count, STRIP), progress)
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


@njit(nogil=True, cache=True, error_model="numpy")
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


@njit(nogil=True, cache=True, error_model="numpy")
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


@njit(nogil=True, cache=True, error_model="numpy")
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
    full = full_value(source.dtype)
    if support == 0:
        _nearest(source, inverse, left, top, blank, out)
        return out
    box = _source_box(source, inverse, left, top, support)
    if box.is_empty:
        out[...] = blank
        return out
    near = np.empty((box.height, box.width, source.shape[2]), np.float32)
    _premultiply(source, box.left, box.top, blank, near)
    _sample(near, inverse, left, top, box.left, box.top, support, blank, full, out)
    return out


def _source_box(source: Pixels, inverse: Matrix, left: int, top: int, support: int) -> Rect:
    """The part of the source that a tile can see, with a margin so that kernels never leave it."""
    whole = Rect(0, 0, source.shape[1], source.shape[0])
    seen = whole
    corners = [(left + x, top + y, 1.0) for x in (0, TILE) for y in (0, TILE)]
    places = np.array([inverse @ corner for corner in corners])
    if places[:, 2].min() > HORIZON:
        points = places[:, :2] / places[:, 2:]
        low, high = np.floor(points.min(0)), np.ceil(points.max(0))
        if np.abs([*low, *high]).max() < 1 << 30:
            seen = Rect(int(low[0]), int(low[1]), int(high[0]), int(high[1]))
            seen = _widened(seen, support + 1)
    margin = 2 * support
    return _widened(whole, margin).intersected(_widened(seen, margin))


def _widened(rect: Rect, by: int) -> Rect:
    return Rect(rect.left - by, rect.top - by, rect.right + by, rect.bottom + by)


@njit(nogil=True, cache=True, error_model="numpy")
def _premultiply(source, left, top, blank, out):  # type: ignore[no-untyped-def]
    """The box of the source at (left, top) as float32, colours × alpha, blank beyond the source."""
    height, width, channels = out.shape
    for y in range(height):
        row = y + top
        for x in range(width):
            column = x + left
            inside = 0 <= row < source.shape[0] and 0 <= column < source.shape[1]
            if not inside:
                for c in range(channels):
                    out[y, x, c] = blank
            elif channels == 1:
                out[y, x, 0] = source[row, column, 0]
            else:
                alpha = np.float32(source[row, column, 3])
                out[y, x, 0] = np.float32(source[row, column, 0]) * alpha
                out[y, x, 1] = np.float32(source[row, column, 1]) * alpha
                out[y, x, 2] = np.float32(source[row, column, 2]) * alpha
                out[y, x, 3] = alpha


@njit(nogil=True, cache=True, error_model="numpy")
def _nearest(source, inverse, left, top, blank, out):  # type: ignore[no-untyped-def]
    height, width, channels = source.shape
    for y in range(TILE):
        for x in range(TILE):
            px = left + x + 0.5
            py = top + y + 0.5
            w = inverse[2, 0] * px + inverse[2, 1] * py + inverse[2, 2]
            column = -1
            row = -1
            if w > HORIZON:
                sx = (inverse[0, 0] * px + inverse[0, 1] * py + inverse[0, 2]) / w
                sy = (inverse[1, 0] * px + inverse[1, 1] * py + inverse[1, 2]) / w
                if 0.0 <= sx < width and 0.0 <= sy < height:
                    column = int(sx)
                    row = int(sy)
            for c in range(channels):
                out[y, x, c] = source[row, column, c] if row >= 0 else blank


@njit(nogil=True, cache=True, error_model="numpy")
def _sample(near, inverse, left, top, box_left, box_top, support, blank, full, out):  # type: ignore[no-untyped-def]
    height, width, channels = near.shape
    count = 2 * support
    count_a = 1
    count_b = 1
    bends = inverse[2, 0] != 0.0 or inverse[2, 1] != 0.0  # else all steps are the same
    across = np.empty(6, np.float32)
    down = np.empty(6, np.float32)
    for y in range(TILE):
        for x in range(TILE):
            px = left + x + 0.5
            py = top + y + 0.5
            w = inverse[2, 0] * px + inverse[2, 1] * py + inverse[2, 2]
            if w <= HORIZON:
                for c in range(channels):
                    out[y, x, c] = blank
                continue
            w = 1.0 / w
            sx = (inverse[0, 0] * px + inverse[0, 1] * py + inverse[0, 2]) * w
            sy = (inverse[1, 0] * px + inverse[1, 1] * py + inverse[1, 2]) * w
            # 1. How far a step of one target pixel goes in the source: so many samples are needed.
            ax = (inverse[0, 0] - sx * inverse[2, 0]) * w
            ay = (inverse[1, 0] - sy * inverse[2, 0]) * w
            bx = (inverse[0, 1] - sx * inverse[2, 1]) * w
            by = (inverse[1, 1] - sy * inverse[2, 1]) * w
            if x == 0 or bends:
                count_a = _samples(ax, ay)
                count_b = _samples(bx, by)
            # 2. The mean of all samples, premultiplied.
            red = np.float32(0.0)
            green = np.float32(0.0)
            blue = np.float32(0.0)
            alpha = np.float32(0.0)
            for j in range(count_b):
                for i in range(count_a):
                    u = (i + 0.5) / count_a - 0.5
                    v = (j + 0.5) / count_b - 0.5
                    qx = sx + u * ax + v * bx - 0.5 - box_left
                    qy = sy + u * ay + v * by - 0.5 - box_top
                    # The margin of the box: from here on all taps are beyond the source.
                    if not (support <= qx < width - support and support <= qy < height - support):
                        if channels == 1:
                            alpha += np.float32(blank)
                        continue
                    first_x = int(qx) - support + 1
                    first_y = int(qy) - support + 1
                    _tap_weights(qx - int(qx), support, across)
                    _tap_weights(qy - int(qy), support, down)
                    for m in range(count):
                        for k in range(count):
                            weight = down[m] * across[k]
                            if channels == 1:
                                alpha += weight * near[first_y + m, first_x + k, 0]
                            else:
                                red += weight * near[first_y + m, first_x + k, 0]
                                green += weight * near[first_y + m, first_x + k, 1]
                                blue += weight * near[first_y + m, first_x + k, 2]
                                alpha += weight * near[first_y + m, first_x + k, 3]
            share = np.float32(1.0) / np.float32(count_a * count_b)
            if channels == 1:
                value = float(alpha * share)
                out[y, x, 0] = int(min(max(value, 0.0), float(full)) + 0.5)
            else:
                _store(out, y, x, red * share, green * share, blue * share, alpha * share, full)


@njit(nogil=True, cache=True, error_model="numpy")
def _tap_weights(t, support, weights):  # type: ignore[no-untyped-def]
    """The weights of 2 × support pixels for a sample t (0..1) past the middle; they sum to 1."""
    if support == 2:
        weights[0] = ((-0.5 * t + 1.0) * t - 0.5) * t
        weights[1] = (1.5 * t - 2.5) * t * t + 1.0
        weights[2] = ((-1.5 * t + 2.0) * t + 0.5) * t
        weights[3] = (0.5 * t - 0.5) * t * t
        return
    if support == 1:
        weights[0] = 1.0 - t
        weights[1] = t
        return
    if t < 1e-6:
        weights[:] = 0.0
        weights[2] = 1.0
        return
    # Lanczos: the sines of the six taps, a third of a turn apart, follow from two.
    sine = math.sin(math.pi * t)
    third_sine = math.sin(math.pi * t / 3.0)
    third_cosine = math.cos(math.pi * t / 3.0)
    total = 0.0
    for k in range(6):
        n = k - 2
        away = n - t
        product = sine * (SINES[k] * third_cosine - COSINES[k] * third_sine)
        weights[k] = (product if n % 2 else -product) / (away * away)
        total += weights[k]
    for k in range(6):
        weights[k] /= total


@njit(nogil=True, cache=True, error_model="numpy")
def _samples(dx, dy):  # type: ignore[no-untyped-def]
    """How many samples a step of this length in the source needs."""
    return min(max(math.ceil(math.sqrt(dx * dx + dy * dy) - 0.01), 1), MOST_SAMPLES)
