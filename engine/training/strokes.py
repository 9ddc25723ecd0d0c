"""Curves and pen strokes: points in, points and widths out. Nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Points = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Nib:
    """How the lines of one drawing are drawn.

    width: nominal width in output pixels. swell: slow change of the width along a line (0..1).
    roughness: fast change of the width, as of a dry brush (0..1). wobble: unsteadiness of the
    hand in pixels. gap: chance that a closed outline is left open somewhere. lost: chance that an
    outline is missing. double: chance that a line is drawn twice, side by side. texture: 0 for
    clean ink, 1 for chalk. opacity: of the whole line layer.
    """

    width: float
    swell: float = 0.0
    roughness: float = 0.0
    wobble: float = 0.0
    gap: float = 0.0
    lost: float = 0.0
    double: float = 0.0
    texture: float = 0.0
    opacity: float = 1.0
    tapered_outlines: bool = False


def curve(points: ArrayLike, *, closed: bool = True, samples: int = 10) -> Points:
    """A Catmull-Rom curve through the points (N×2), `samples` steps per span; float32 M×2."""
    p = np.asarray(points, np.float32)
    if closed:
        before, after, beyond = np.roll(p, 1, 0), np.roll(p, -1, 0), np.roll(p, -2, 0)
        start = p
    else:
        padded = np.concatenate([p[:1], p, p[-1:]])
        before, start, after, beyond = padded[:-3], padded[1:-2], padded[2:-1], padded[3:]
    t = np.linspace(0, 1, samples, endpoint=False, dtype=np.float32)[None, :, None]
    a, b, c, d = (x[:, None, :] for x in (before, start, after, beyond))
    spans = 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )
    out: Points = spans.reshape(-1, 2)
    return out if closed else np.concatenate([out, p[-1:]])


def ring(
    center: tuple[float, float],
    radii: tuple[float, float],
    *,
    count: int = 16,
    start: float = 0.0,
    stop: float = 360.0,
) -> Points:
    """Points on an ellipse, angles in degrees clockwise from the right."""
    t = np.deg2rad(np.linspace(start, stop, count, endpoint=abs(stop - start) < 360))
    return np.stack([center[0] + radii[0] * np.cos(t), center[1] + radii[1] * np.sin(t)], 1).astype(
        np.float32
    )


def blob(rng: np.random.Generator, radius: float, *, bumps: int = 8, depth: float = 0.2) -> Points:
    """An irregular closed shape round the origin."""
    angles = np.linspace(0, 2 * np.pi, bumps, endpoint=False) + rng.normal(0, 0.12, bumps)
    radii = radius * (1 + rng.uniform(-depth, depth, bumps))
    return np.stack([radii * np.cos(angles), radii * np.sin(angles)], 1).astype(np.float32)


def resampled(points: Points, step: float) -> Points:
    """The polyline with points at most about `step` apart."""
    lengths = np.hypot(*np.diff(points, axis=0).T)
    total = np.concatenate([[0.0], np.cumsum(lengths)])
    if total[-1] <= 0:
        return points[:1]
    at = np.linspace(0, total[-1], max(2, int(np.ceil(total[-1] / step)) + 1))
    return np.stack([np.interp(at, total, points[:, k]) for k in (0, 1)], 1).astype(np.float32)


def inked(
    points: Points, nib: Nib, factor: float, rng: np.random.Generator, *, tapered: bool
) -> list[tuple[Points, NDArray[np.float32]]]:
    """The strokes (points in pixels, widths in pixels) that draw a polyline given in pixels."""
    width = nib.width * factor
    path = resampled(points, max(1.5, min(4.0, width)))
    count = len(path)
    if count < 2:
        return []
    t = np.linspace(0, 1, count, dtype=np.float32)
    length = count * max(1.5, min(4.0, width))
    waves = max(1, round(length / 180))
    profile = 1 + nib.swell * np.sin(2 * np.pi * (waves * t + rng.random()))
    if nib.roughness > 0:
        knots = max(4, int(length / 7))
        rough = np.interp(t, np.linspace(0, 1, knots), rng.standard_normal(knots))
        profile = profile * (1 + nib.roughness * rough)
    if nib.wobble > 0:
        knots = max(4, int(length / 40))
        path = path + nib.wobble * np.stack(
            [np.interp(t, np.linspace(0, 1, knots), rng.standard_normal(knots)) for _ in (0, 1)], 1
        ).astype(np.float32)
    if tapered:
        ends = np.minimum(t / rng.uniform(0.1, 0.5), (1 - t) / rng.uniform(0.1, 0.5))
        profile = profile * np.clip(ends, 0.06, 1) ** 0.8
    widths = np.maximum(width * profile, 0.5).astype(np.float32)
    strokes = [(path, widths)]
    if nib.double > 0 and rng.random() < nib.double:
        heading = np.gradient(path, axis=0)
        normal = np.stack([-heading[:, 1], heading[:, 0]], 1)
        normal /= np.maximum(np.hypot(*normal.T), 1e-3)[:, None]
        offset = nib.width * rng.uniform(0.6, 1.8) * np.sin(np.pi * (t * rng.uniform(0.5, 2)))
        strokes.append((path + normal * offset[:, None].astype(np.float32), widths * 0.6))
    return strokes
