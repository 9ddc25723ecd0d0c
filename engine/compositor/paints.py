"""What effects and fill layers are painted with: plain colours, gradients, patterns.

Paint comes as float32 H×W×4, straight R'G'B'A in 0..1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from engine.document.adjustments import GradientStop
from engine.document.geometry import Rect
from engine.document.style import Frame, Gradient, GradientForm, GradientMethod, Paint, Pattern

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.float64]

_STEPS = 4096
"""Entries of a gradient's table."""


def painted(paint: Paint, rect: Rect, bounds: Rect | Frame) -> Floats:
    """The pixels of `rect`. bounds: of the layer or its path."""
    if isinstance(paint, Gradient):
        return gradient_colors(paint, gradient_places(paint, rect, paint.frame or bounds))
    if isinstance(paint, Pattern):
        return _pattern(paint, rect)
    plain = np.empty((rect.height, rect.width, 4), np.float32)
    plain[:] = (*paint, 1.0)
    return plain


def gradient_places(gradient: Gradient, rect: Rect, frame: Rect | Frame) -> Floats:
    """Where on the gradient (0..1) every pixel of `rect` lies, H×W.

    As in Photoshop's files: the line runs between whole pixels, and a pixel counts with its upper
    left corner.
    """
    (from_x, from_y), (to_x, to_y) = _line(gradient, frame)
    run_x, run_y = to_x - from_x, to_y - from_y
    square = float(max(run_x * run_x + run_y * run_y, 1))
    x = np.arange(rect.left, rect.right, dtype=np.float32)[None, :] - np.float32(from_x)
    y = np.arange(rect.top, rect.bottom, dtype=np.float32)[:, None] - np.float32(from_y)
    along = (x * np.float32(run_x) + y * np.float32(run_y)) / np.float32(square)
    across = (y * np.float32(run_x) - x * np.float32(run_y)) / np.float32(square)
    match gradient.form:
        case GradientForm.LINEAR:
            places = along
        case GradientForm.REFLECTED:
            places = np.abs(along)
        case GradientForm.DIAMOND:
            places = np.abs(along) + np.abs(across)
        case GradientForm.ANGLE:
            places = (np.arctan2(across, along) / np.float32(2 * np.pi)) % 1.0
        case _:
            places = np.hypot(along, across)
    return np.clip(places, 0.0, 1.0).astype(np.float32)


def _line(gradient: Gradient, frame: Rect | Frame) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the gradient starts and ends; all but linear ones start in the middle."""
    width, height = max(frame.right - frame.left, 1.0), max(frame.bottom - frame.top, 1.0)
    x = frame.left + width / 2 + gradient.offset[0] * width
    y = frame.top + height / 2 + gradient.offset[1] * height
    turn = np.deg2rad(gradient.angle)
    cosine, sine = float(np.cos(turn)), float(np.sin(turn))
    half = _reach(width, height, cosine, sine) * max(gradient.scale, 1e-3) / 2
    run_x, run_y = cosine * half, -sine * half
    left, top = _floor(x), _floor(y)
    if gradient.scale != 1.0:
        # Half of the line is cut to whole pixels then.
        across, down = _whole(run_x), _whole(run_y)
        end = left + across, top + down
        is_linear = gradient.form is GradientForm.LINEAR
        return ((left - across, top - down) if is_linear else (left, top)), end
    end = _floor(x + run_x), _floor(y + run_y)
    if gradient.form is not GradientForm.LINEAR:
        return (left, top), end
    return (_floor(x - run_x), _floor(y - run_y)), end


def _whole(value: float) -> int:
    """Cut towards zero."""
    return int(np.copysign(_floor(abs(value)), value))


def _floor(value: float) -> int:
    """The whole number at or below; what is only rounding is taken away first."""
    return int(np.floor(value + 1e-4))


def _reach(width: float, height: float, cosine: float, sine: float) -> float:
    """How long the line is that crosses the rectangle through its middle at an angle."""
    across = width / abs(cosine) if abs(cosine) > 1e-9 else np.inf
    down = height / abs(sine) if abs(sine) > 1e-9 else np.inf
    return float(min(across, down))


def gradient_colors(gradient: Gradient, places: Floats) -> Floats:
    """The colours (…×4) at places (0..1) of a gradient."""
    table = gradient_table(gradient)
    if gradient.reverse:
        table = table[::-1]
    colors: Floats = table[(places * (_STEPS - 1) + np.float32(0.5)).astype(np.int64)]
    return colors


def gradient_table(gradient: Gradient) -> Floats:
    """4096×4 colours along a gradient."""
    t = np.linspace(0.0, 1.0, _STEPS)
    table = np.empty((_STEPS, 4), np.float32)
    colors = np.array([stop.color for stop in gradient.colors], np.float64)
    alphas = np.array([[stop.alpha] for stop in gradient.alphas], np.float64)
    there, back = _SPACES[gradient.method]
    blended = _along(t, gradient.colors, gradient.color_middles, there(colors), gradient.smoothness)
    table[:, :3] = np.clip(back(blended), 0.0, 1.0)
    veil = _along(t, gradient.alphas, gradient.alpha_middles, alphas, gradient.smoothness)
    table[:, 3:] = np.clip(veil, 0.0, 1.0)
    return table


def _along(
    t: Numbers,
    stops: Sequence[GradientStop],
    middles: Sequence[float],
    values: Numbers,
    smoothness: float,
) -> Numbers:
    """Values between stops: straight lines, bent into a smooth curve as far as is asked."""
    places = np.array([stop.position for stop in stops])
    order = np.argsort(places, kind="stable")
    places, values = places[order], values[order]
    if len(places) == 1:
        return np.repeat(values, len(t), 0)
    index = np.clip(np.searchsorted(places, t, side="right") - 1, 0, len(places) - 2)
    start, stop = places[index], places[index + 1]
    share = np.clip((t - start) / np.maximum(stop - start, 1e-9), 0.0, 1.0)
    if middles:
        middle = np.clip(np.array(middles)[order][index + 1], 0.01, 0.99)
        share = np.where(
            share < middle, share / middle / 2, 0.5 + (share - middle) / (1 - middle) / 2
        )
    share = share[:, None]
    low, high = values[index], values[index + 1]
    straight = low * (1 - share) + high * share
    if smoothness <= 0.0:
        return np.asarray(straight)
    # Measured on files of Photoshop: Catmull-Rom, the stops at the ends counting twice; a channel
    # never swings out of what lies between its two stops.
    before, after = values[np.maximum(index - 1, 0)], values[np.minimum(index + 2, len(values) - 1)]
    leaving, arriving = (high - before) / 2, (after - low) / 2
    rest = 1 - share
    curve = (
        low * rest**2 * (1 + 2 * share)
        + leaving * share * rest**2
        + high * share**2 * (3 - 2 * share)
        - arriving * share**2 * rest
    )
    curve = np.clip(curve, np.minimum(low, high), np.maximum(low, high))
    return np.asarray(straight * (1 - smoothness) + curve * smoothness)


def _same(colors: Numbers) -> Numbers:
    return colors


def _to_linear(colors: Numbers) -> Numbers:
    """sRGB -> linear light."""
    return np.where(colors <= 0.04045, colors / 12.92, ((colors + 0.055) / 1.055) ** 2.4)


def _from_linear(colors: Numbers) -> Numbers:
    safe = np.maximum(colors, 0.0)
    return np.where(safe <= 0.0031308, safe * 12.92, 1.055 * safe ** (1 / 2.4) - 0.055)


_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_OPPONENTS = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
"""Oklab (Björn Ottosson, 2020): linear sRGB -> cones, their cube roots -> lightness, a, b."""


def _to_perceptual(colors: Numbers) -> Numbers:
    return np.asarray(np.cbrt(_to_linear(colors) @ _CONES.T) @ _OPPONENTS.T)


def _from_perceptual(colors: Numbers) -> Numbers:
    cones = (colors @ np.linalg.inv(_OPPONENTS).T) ** 3
    return _from_linear(cones @ np.linalg.inv(_CONES).T)


_SPACES: Mapping[GradientMethod, tuple[Callable[[Numbers], Numbers], Callable[[Numbers], Numbers]]]
_SPACES = MappingProxyType(
    {
        GradientMethod.CLASSIC: (_same, _same),
        GradientMethod.LINEAR: (_to_linear, _from_linear),
        GradientMethod.PERCEPTUAL: (_to_perceptual, _from_perceptual),
    }
)


def _pattern(pattern: Pattern, rect: Rect) -> Floats:
    """The pattern's tile, repeated over the canvas."""
    tile: npt.NDArray[Any] = pattern.pixels.astype(np.float32) / np.float32(255.0)
    height, width = tile.shape[:2]
    x = np.arange(rect.left, rect.right, dtype=np.float64) - pattern.phase[0]
    y = np.arange(rect.top, rect.bottom, dtype=np.float64) - pattern.phase[1]
    if pattern.scale == 1.0 and pattern.angle == 0.0:
        rows, columns = np.floor(y).astype(np.int64) % height, np.floor(x).astype(np.int64) % width
        whole: Floats = tile[rows[:, None], columns[None, :]]
        return whole
    turn = np.deg2rad(pattern.angle)
    cosine, sine = np.cos(turn) / pattern.scale, np.sin(turn) / pattern.scale
    # Measured on files of Photoshop: corners lie on corners, not middles on middles.
    across = x[None, :] * cosine - y[:, None] * sine
    down = x[None, :] * sine + y[:, None] * cosine
    wrapped = np.pad(tile, ((0, 2), (0, 2), (0, 0)), mode="wrap")
    sampled: Floats = np.asarray(
        cv2.remap(
            wrapped,
            (across % width).astype(np.float32),
            (down % height).astype(np.float32),
            cv2.INTER_LINEAR,
        ),
        np.float32,
    )
    return sampled
