"""Adjustments applied to pixels. Alpha never changes, transparent pixels keep every bit.

8 and 16 bit, straight alpha. Luminosity is .30 R + .59 G + .11 B. Hue and saturation are those of
the HSL double cone; our own reading of what the sliders do, not checked against other programs.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from numba import njit

from engine.document.adjustments import (
    Adjustment,
    ColorBalance,
    GradientMap,
    HueSaturation,
    Threshold,
)
from engine.document.raster import Pixels, Raster, TileKey
from engine.painting.gradient import gradient_colors
from engine.painting.pixels import frozen, mixed
from engine.painting.selection import Selection, selected_area
from engine.painting.tiles import SILENT, full_value, mapped_tiles
from engine.painting.tones import channel_tables
from engine.progress import Progress

BALANCE_REACH = 0.5
"""How far a colour balance slider at 100 moves a tone that it acts on in full, in 0..1."""


def adjusted(
    raster: Raster,
    adjustment: Adjustment,
    selection: Selection | None = None,
    *,
    progress: Progress = SILENT,
) -> Raster:
    """The RGBA raster adjusted, only where selected; partly selected pixels change in part."""
    change = _Change(adjustment, raster.dtype)

    def one(key: TileKey, old: Pixels) -> Pixels:
        new = change.applied(old)
        if selection is None:
            return new
        return mixed(old, new, selection.coverage.tiles[key])

    return mapped_tiles(raster, selected_area(selection, raster), one, progress)


def adjusted_pixels(pixels: Pixels, adjustment: Adjustment) -> Pixels:
    """A new array of H×W×4 pixels, adjusted."""
    return _Change(adjustment, pixels.dtype).applied(pixels)


class _Change:
    """An adjustment made ready for pixels of one depth: its tables are computed once."""

    __slots__ = ("_adjustment", "_full", "_map", "_ranges", "_tables", "_tones")

    def __init__(self, adjustment: Adjustment, dtype: npt.DTypeLike) -> None:
        self._adjustment = adjustment
        self._full = full_value(dtype)
        self._tables = channel_tables(adjustment, dtype)
        self._map: Pixels | None = None
        self._ranges = np.zeros((0, 7))
        self._tones = np.zeros((3, 0))
        match adjustment:
            case GradientMap():
                self._map = _luminosity_map(adjustment, self._full).astype(np.dtype(dtype))
            case Threshold(level=level):
                tones = (np.arange(self._full + 1) * 255 + self._full // 2) // self._full
                white = np.where(tones >= level, self._full, 0).astype(np.dtype(dtype))
                self._map = np.repeat(white[:, None], 3, axis=1)
            case ColorBalance(keep_luminosity=keep):
                self._tones = _balanced_tones(adjustment, self._full)
                if not keep:
                    self._tables = np.floor(self._tones + 0.5).astype(np.dtype(dtype))
            case HueSaturation(ranges=ranges):
                self._ranges = np.array(
                    [
                        (
                            one.fade_in,
                            one.start,
                            one.stop,
                            one.fade_out,
                            one.hue,
                            one.saturation,
                            one.lightness,
                        )
                        for one in ranges
                    ],
                    np.float64,
                ).reshape(-1, 7)

    def applied(self, pixels: Pixels) -> Pixels:
        """H×W×4 → a new H×W×4 of the same depth."""
        out = np.empty_like(pixels)
        source = frozen(pixels)
        match self._adjustment:
            case GradientMap() | Threshold():
                assert self._map is not None
                _map_luminosity(source, self._map, out)
            case HueSaturation() as change:
                _shift_hue(
                    source,
                    float(change.hue),
                    float(change.saturation),
                    float(change.lightness),
                    change.colorize,
                    self._ranges,
                    self._full,
                    out,
                )
            case ColorBalance(keep_luminosity=True):
                _look_up_at_luminosity(source, self._tones, self._full, out)
            case _:
                assert self._tables is not None
                _look_up(source, self._tables, out)
        return out


def _luminosity_map(adjustment: GradientMap, full: int) -> npt.NDArray[np.float64]:
    """(full + 1)×3: the gradient's colour for every luminosity."""
    places = np.linspace(0.0, 1.0, full + 1)
    if adjustment.reverse:
        places = places[::-1]
    opaque = [type(stop)(stop.position, stop.color) for stop in adjustment.stops]
    return np.floor(np.clip(gradient_colors(opaque, places)[:, :3], 0.0, 1.0) * full + 0.5)


def _balanced_tones(adjustment: ColorBalance, full: int) -> npt.NDArray[np.float64]:
    """3×(full + 1), not rounded: what becomes of every tone v of a channel.

    Its three sliders count by the weights (1-v)², 2v(1-v) and v².
    They add up to 1: three equal sliders move all tones alike.
    """
    v = np.arange(full + 1) / full
    tables = []
    for c in range(3):
        moved = (
            adjustment.shadows[c] * (1 - v) ** 2
            + adjustment.midtones[c] * 2 * v * (1 - v)
            + adjustment.highlights[c] * v**2
        )
        tables.append(np.clip(v + moved / 100.0 * BALANCE_REACH, 0.0, 1.0))
    return np.asarray(np.stack(tables) * full)


@njit(nogil=True, cache=True)
def _look_up(pixels, tables, out):  # type: ignore[no-untyped-def]
    for y in range(pixels.shape[0]):
        for x in range(pixels.shape[1]):
            alpha = pixels[y, x, 3]
            out[y, x, 3] = alpha
            for c in range(3):
                v = pixels[y, x, c]
                out[y, x, c] = tables[c, v] if alpha != 0 else v


@njit(nogil=True, cache=True)
def _luminosity(red, green, blue):  # type: ignore[no-untyped-def]
    """Rounded, on the scale of the channels."""
    return (np.int64(red) * 30 + np.int64(green) * 59 + np.int64(blue) * 11 + 50) // 100


@njit(nogil=True, cache=True)
def _map_luminosity(pixels, colors, out):  # type: ignore[no-untyped-def]
    for y in range(pixels.shape[0]):
        for x in range(pixels.shape[1]):
            alpha = pixels[y, x, 3]
            place = _luminosity(pixels[y, x, 0], pixels[y, x, 1], pixels[y, x, 2])
            out[y, x, 3] = alpha
            for c in range(3):
                out[y, x, c] = colors[place, c] if alpha != 0 else pixels[y, x, c]


@njit(nogil=True, cache=True)
def _look_up_at_luminosity(pixels, tables, full, out):  # type: ignore[no-untyped-def]
    """Table colours, then moved back to the luminosity before (SetLum and ClipColor of PDF)."""
    for y in range(pixels.shape[0]):
        for x in range(pixels.shape[1]):
            alpha = pixels[y, x, 3]
            out[y, x, 3] = alpha
            if alpha == 0:
                for c in range(3):
                    out[y, x, c] = pixels[y, x, c]
                continue
            wanted = 0.30 * pixels[y, x, 0] + 0.59 * pixels[y, x, 1] + 0.11 * pixels[y, x, 2]
            red = tables[0, pixels[y, x, 0]]
            green = tables[1, pixels[y, x, 1]]
            blue = tables[2, pixels[y, x, 2]]
            shift = wanted - (0.30 * red + 0.59 * green + 0.11 * blue)
            red += shift
            green += shift
            blue += shift
            low = min(red, green, blue)
            high = max(red, green, blue)
            k = 1.0
            if low < 0.0:
                k = wanted / (wanted - low)
            if high > full:
                k = min(k, (full - wanted) / (high - wanted))
            out[y, x, 0] = int(min(max(wanted + (red - wanted) * k, 0.0), float(full)) + 0.5)
            out[y, x, 1] = int(min(max(wanted + (green - wanted) * k, 0.0), float(full)) + 0.5)
            out[y, x, 2] = int(min(max(wanted + (blue - wanted) * k, 0.0), float(full)) + 0.5)


@njit(nogil=True, cache=True)
def _share(hue, fade_in, start, stop, fade_out):  # type: ignore[no-untyped-def]
    """How much a hue belongs to a range, 0..1; all counted from the start of the fade-in."""
    at = (hue - fade_in) % 360.0
    begin = (start - fade_in) % 360.0
    end = (stop - fade_in) % 360.0
    over = (fade_out - fade_in) % 360.0
    if at < begin:
        return at / begin
    if at <= end:
        return 1.0
    if at < over:
        return (over - at) / (over - end)
    return 0.0


@njit(nogil=True, cache=True)
def _of_hue(low, high, hue):  # type: ignore[no-untyped-def]
    """One channel between low and high; hue in sixths of the circle, 0..12, red at 0."""
    if hue >= 6.0:
        hue -= 6.0
    if hue < 1.0:
        return low + (high - low) * hue
    if hue < 3.0:
        return high
    if hue < 4.0:
        return low + (high - low) * (4.0 - hue)
    return low


@njit(nogil=True, cache=True)
def _shift_hue(pixels, hue, saturation, lightness, colorize, ranges, full, out):  # type: ignore[no-untyped-def]
    for y in range(pixels.shape[0]):
        for x in range(pixels.shape[1]):
            alpha = pixels[y, x, 3]
            out[y, x, 3] = alpha
            if alpha == 0:
                for c in range(3):
                    out[y, x, c] = pixels[y, x, c]
                continue
            red = float(pixels[y, x, 0]) / full
            green = float(pixels[y, x, 1]) / full
            blue = float(pixels[y, x, 2]) / full
            # 1. To hue (degrees), saturation and lightness (0..1).
            high = max(red, green, blue)
            low = min(red, green, blue)
            span = high - low
            light = (high + low) / 2.0
            own_hue = 0.0
            own_saturation = 0.0
            if span > 0.0:
                own_saturation = span / (1.0 - abs(2.0 * light - 1.0))
                if high == red:
                    own_hue = 60.0 * (green - blue) / span
                    if own_hue < 0.0:
                        own_hue += 360.0
                elif high == green:
                    own_hue = 60.0 * (blue - red) / span + 120.0
                else:
                    own_hue = 60.0 * (red - green) / span + 240.0
            # 2. What the sliders add up to for this hue. Grays belong to no range.
            turn, more, lift = hue, saturation, lightness
            if not colorize and span > 0.0:
                for i in range(len(ranges)):
                    share = _share(own_hue, ranges[i, 0], ranges[i, 1], ranges[i, 2], ranges[i, 3])
                    turn += ranges[i, 4] * share
                    more += ranges[i, 5] * share
                    lift += ranges[i, 6] * share
            if turn == 0.0 and more == 0.0 and lift == 0.0 and not colorize:
                for c in range(3):
                    out[y, x, c] = pixels[y, x, c]
                continue
            # 3. Saturation: a fall scales, a rise scales by the inverse of what is left to 100.
            if colorize:
                own_hue = hue
                own_saturation = min(max(more / 100.0, 0.0), 1.0)
            else:
                own_hue += turn
                more = min(max(more / 100.0, -1.0), 1.0)
                if more <= 0.0:
                    own_saturation *= 1.0 + more
                else:
                    own_saturation = min(own_saturation / max(1.0 - more, 1e-3), 1.0)
            # 4. Back to red, green, blue; lightness draws towards white or black.
            span = own_saturation * (1.0 - abs(2.0 * light - 1.0))
            low = light - span / 2.0
            high = light + span / 2.0
            lift = min(max(lift / 100.0, -1.0), 1.0)
            sixth = own_hue / 60.0
            sixth -= 6.0 * math.floor(sixth / 6.0)
            for c in range(3):
                value = _of_hue(low, high, sixth + (2.0 if c == 0 else (0.0 if c == 1 else 4.0)))
                value = value + (1.0 - value) * lift if lift > 0.0 else value * (1.0 + lift)
                out[y, x, c] = math.floor(min(max(value, 0.0), 1.0) * full + 0.5)
