"""What effects and fill layers are painted with: plain colours, gradients, patterns.

Paint comes as float32 H×W×4, straight R'G'B'A in 0..1.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from engine.document.adjustments import GradientStop
from engine.document.geometry import EMPTY, Rect
from engine.document.style import Gradient, GradientForm, Paint, Pattern

Floats = npt.NDArray[np.float32]

_STEPS = 4096
"""Entries of a gradient's table."""


def painted(paint: Paint, rect: Rect, bounds: Rect) -> Floats:
    """The pixels of `rect`. bounds: of the layer."""
    if isinstance(paint, Gradient):
        return gradient_colors(paint, gradient_places(paint, rect, paint.frame or bounds))
    if isinstance(paint, Pattern):
        return _pattern(paint, rect, bounds if paint.is_aligned else EMPTY)
    plain = np.empty((rect.height, rect.width, 4), np.float32)
    plain[:] = (*paint, 1.0)
    return plain


def gradient_places(gradient: Gradient, rect: Rect, frame: Rect) -> Floats:
    """Where on the gradient (0..1) every pixel of `rect` lies, H×W."""
    width, height = max(frame.width, 1), max(frame.height, 1)
    x = np.arange(rect.left, rect.right, dtype=np.float32)[None, :] + np.float32(0.5)
    y = np.arange(rect.top, rect.bottom, dtype=np.float32)[:, None] + np.float32(0.5)
    x = x - np.float32(frame.left + width / 2 + gradient.offset[0] * width)
    y = y - np.float32(frame.top + height / 2 + gradient.offset[1] * height)
    turn = np.deg2rad(gradient.angle)
    cosine, sine = float(np.cos(turn)), float(np.sin(turn))
    reach = _reach(width, height, cosine, sine) * max(gradient.scale, 1e-3)
    along = (x * np.float32(cosine) - y * np.float32(sine)) / np.float32(reach)
    match gradient.form:
        case GradientForm.LINEAR:
            places = along + np.float32(0.5)
        case GradientForm.REFLECTED:
            places = np.abs(along) * 2
        case GradientForm.DIAMOND:
            across = (x * np.float32(sine) + y * np.float32(cosine)) / np.float32(reach)
            places = (np.abs(along) + np.abs(across)) * 2
        case GradientForm.ANGLE:
            around = np.arctan2(-y + 0 * x, x + 0 * y) - turn
            places = (-around / (2 * np.pi)) % 1.0
        case _:
            places = np.sqrt(x * x + y * y) / np.float32(reach) * 2
    return np.clip(places, 0.0, 1.0).astype(np.float32)


def _reach(width: int, height: int, cosine: float, sine: float) -> float:
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
    table[:, :3] = _along(t, gradient.colors, gradient.color_middles, colors, gradient.smoothness)
    table[:, 3:] = _along(t, gradient.alphas, gradient.alpha_middles, alphas, gradient.smoothness)
    return table


def _along(
    t: npt.NDArray[np.float64],
    stops: Sequence[GradientStop],
    middles: Sequence[float],
    values: npt.NDArray[np.float64],
    smoothness: float,
) -> npt.NDArray[np.float64]:
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
    straight: npt.NDArray[np.float64] = values[index] * (1 - share) + values[index + 1] * share
    return straight


def _pattern(pattern: Pattern, rect: Rect, origin: Rect) -> Floats:
    """The pattern's tile, repeated from its origin."""
    tile: npt.NDArray[Any] = pattern.pixels.astype(np.float32) / np.float32(255.0)
    height, width = tile.shape[:2]
    x = np.arange(rect.left, rect.right, dtype=np.float64) - origin.left - pattern.phase[0]
    y = np.arange(rect.top, rect.bottom, dtype=np.float64) - origin.top - pattern.phase[1]
    if pattern.scale == 1.0 and pattern.angle == 0.0:
        rows, columns = np.floor(y).astype(np.int64) % height, np.floor(x).astype(np.int64) % width
        whole: Floats = tile[rows[:, None], columns[None, :]]
        return whole
    turn = np.deg2rad(pattern.angle)
    cosine, sine = np.cos(turn) / pattern.scale, np.sin(turn) / pattern.scale
    across = (x[None, :] + 0.5) * cosine - (y[:, None] + 0.5) * sine - 0.5
    down = (x[None, :] + 0.5) * sine + (y[:, None] + 0.5) * cosine - 0.5
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
