"""Effects of layer styles as pictures, drawn from the shape of a layer.

Measured on files of Photoshop: shadows and glows are blurred by two boxes as wide as their size and
moved by whole pixels; a drop shadow lies under the layer's soft edges without being cut by them.

Shapes and coverages are float32 H×W in 0..1 over a rectangle of the canvas.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from engine.compositor.distances import distance
from engine.compositor.paints import Floats, gradient_colors, painted
from engine.compositor.tones import curved
from engine.document.adjustments import STRAIGHT, CurvePoints
from engine.document.geometry import Rect
from engine.document.modes import BlendMode
from engine.document.style import (
    Bevel,
    BevelStyle,
    Effect,
    Frame,
    Glow,
    Gradient,
    Overlay,
    Satin,
    Shadow,
    Stroke,
    StrokePlace,
)


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """coverage: of the layer over `rect`, which leaves room for its effects. bounds: of the layer
    without that room, or of its path."""

    coverage: Floats
    rect: Rect
    bounds: Frame


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A part of an effect. colors: H×W×4 straight, 0..1, over the shape's rectangle.

    is_below: it belongs under the layer; else it is drawn over it, within its shape.
    replaces: of one above, it is drawn over the backdrop in place of the layer, not over the layer.
    knocked_out: of one below, it shows beside the layer's shape alone, however faint the layer is.
    """

    colors: Floats
    mode: BlendMode
    opacity: float
    is_below: bool = False
    knocked_out: bool = True
    replaces: bool = False


def pictures_of(effect: Effect, shape: Shape) -> list[Picture]:
    """The pictures that an effect adds to a layer, the lowest first."""
    match effect:
        case Shadow():
            return [_shadow(effect, shape)]
        case Glow():
            return [_glow(effect, shape)]
        case Overlay():
            colors = painted(effect.paint, shape.rect, shape.bounds)
            return [Picture(colors, effect.mode, effect.opacity)]
        case Satin():
            return [_satin(effect, shape)]
        case Stroke():
            return _stroke(effect, shape)
        case _:
            return _bevel(effect, shape)


def _shadow(effect: Shadow, shape: Shape) -> Picture:
    dx, dy = _away(effect.angle, effect.distance)
    grown = int(effect.spread * effect.size + 0.5)
    blur = effect.size - grown
    if effect.is_inner:
        source = _moved(1 - shape.coverage, dx, dy, 1.0)
        cover = _blurred(_expanded(source, grown), blur, 1.0)
    else:
        source = _moved(shape.coverage, dx, dy, 0.0)
        cover = _blurred(_expanded(source, grown), blur, 0.0)
    cover = _bent(cover, effect.contour)
    return Picture(
        _plain(effect.color, cover),
        effect.mode,
        effect.opacity,
        is_below=not effect.is_inner,
        knocked_out=effect.knocks_out,
    )


def _away(angle: float, distance: float) -> tuple[int, int]:
    """How many whole pixels an effect is moved away from the light; halves count as whole."""
    turn = np.deg2rad(angle)
    exact = (-float(np.cos(turn)) * distance, float(np.sin(turn)) * distance)
    dx, dy = (int(np.copysign(np.floor(abs(one) + 0.5 + 1e-6), one)) for one in exact)
    return dx, dy


def _glow(effect: Glow, shape: Shape) -> Picture:
    inner = effect.is_inner
    grown = int(effect.spread * effect.size + 0.5)
    source = 1 - shape.coverage if inner else shape.coverage
    if effect.is_precise:
        away = distance(source)
        cover = np.clip(1 - (away - grown) / max(effect.size - grown, 1e-3), 0.0, 1.0)
    else:
        cover = _blurred(_expanded(source, grown), effect.size - grown, float(inner))
    if inner and effect.from_center:
        cover = 1 - cover
    cover = np.clip(cover / max(effect.reach, 1e-3), 0.0, 1.0).astype(np.float32)
    cover = _bent(cover, effect.contour)
    if isinstance(effect.paint, Gradient):
        colors = gradient_colors(effect.paint, 1 - cover)
        colors[..., 3] *= cover >= _FAINTEST
    else:
        colors = painted(effect.paint, shape.rect, shape.bounds)
        colors[..., 3] *= cover
    return Picture(colors, effect.mode, effect.opacity, is_below=not inner)


def _satin(effect: Satin, shape: Shape) -> Picture:
    dx, dy = _away(effect.angle, effect.distance)
    soft = _blurred(shape.coverage, effect.size, 0.0)
    cover = np.abs(_moved(soft, dx, dy, 0.0) - _moved(soft, -dx, -dy, 0.0))
    cover = _bent(cover, effect.contour)
    if effect.inverted:
        cover = 1 - cover
    return Picture(_plain(effect.color, cover), effect.mode, effect.opacity)


def _stroke(effect: Stroke, shape: Shape) -> list[Picture]:
    shares = {StrokePlace.OUTSIDE: (1.0, 0.0), StrokePlace.INSIDE: (0.0, 1.0)}
    outside, inside = shares.get(effect.place, (0.5, 0.5))
    room, bounds = effect.size * outside, shape.bounds
    frame = Frame(bounds.left - room, bounds.top - room, bounds.right + room, bounds.bottom + room)
    colors = painted(effect.paint, shape.rect, frame)
    found: list[Picture] = []
    if outside:
        cover = np.clip(effect.size * outside + 0.5 - distance(shape.coverage), 0.0, 1.0)
        # Under the soft edge the stroke is whole, so that nothing from below shines through.
        cover = np.where(shape.coverage < 0.999, cover, 0.0)
        found.append(Picture(_covered(colors, cover), effect.mode, effect.opacity, is_below=True))
    if inside:
        cover = np.clip(effect.size * inside + 0.5 - distance(1 - shape.coverage), 0.0, 1.0)
        replaces = not effect.overprints and (
            effect.opacity < 1.0 or effect.mode is not BlendMode.NORMAL
        )
        found.append(
            Picture(_covered(colors, cover), effect.mode, effect.opacity, replaces=replaces)
        )
    return found


_FAINTEST = 0.5 / 255
"""What rounds to nothing in 8 bit, where the end of a gradient would still show."""

_SIDES: Mapping[BevelStyle, tuple[tuple[bool, float], ...]] = MappingProxyType(
    {
        BevelStyle.INNER: ((False, 1.0),),
        BevelStyle.OUTER: ((True, 1.0),),
        BevelStyle.EMBOSS: ((True, 1.0), (False, 1.0)),
        BevelStyle.PILLOW: ((True, -1.0), (False, 1.0)),
        BevelStyle.STROKE: ((True, 1.0),),
    }
)
"""Where a bevel shows: whether outside of the shape, and whether it rises there."""


def _bevel(effect: Bevel, shape: Shape) -> list[Picture]:
    on_both_sides = len(_SIDES[effect.style]) > 1
    size = max(effect.size / 2 if on_both_sides else effect.size, 1.0)
    if effect.is_chiseled:
        rise = np.clip(distance(1 - shape.coverage) / size, 0.0, 1.0).astype(np.float32)
    else:
        # Measured on a file of Photoshop: the blurred shape is as high as its blur is wide.
        rise = _blurred(shape.coverage, size, 0.0)
    rise = _blurred(rise, effect.soften, 0.0) * np.float32(size * effect.depth)
    if effect.is_down:
        rise = -rise
    found: list[Picture] = []
    for is_below, sign in _SIDES[effect.style]:
        bright, dark = _lit(rise * np.float32(sign), effect)
        found += [
            Picture(
                _plain(effect.shadow, dark),
                effect.shadow_mode,
                effect.shadow_opacity,
                is_below=is_below,
            ),
            Picture(
                _plain(effect.highlight, bright),
                effect.highlight_mode,
                effect.highlight_opacity,
                is_below=is_below,
            ),
        ]
    return found


def _lit(rise: Floats, effect: Bevel) -> tuple[Floats, Floats]:
    """How much brighter and darker than level ground a surface is, 0..1. rise: its height."""
    down = cv2.Sobel(rise, cv2.CV_32F, 0, 1, ksize=3) / 8
    across = cv2.Sobel(rise, cv2.CV_32F, 1, 0, ksize=3) / 8
    turn, height = np.deg2rad(effect.angle), np.deg2rad(effect.altitude)
    light = np.cos(height) * (-across * np.cos(turn) + down * np.sin(turn)) + np.sin(height)
    light = light / np.sqrt(1 + across * across + down * down)
    flat = float(np.sin(height))
    bright = np.clip((light - flat) / max(1 - flat, 1e-3), 0.0, 1.0).astype(np.float32)
    dark = np.clip((flat - light) / max(flat, 1e-3), 0.0, 1.0).astype(np.float32)
    return _bent(bright, effect.gloss), _bent(dark, effect.gloss)


def _plain(color: tuple[float, float, float], cover: Floats) -> Floats:
    colors = np.empty((*cover.shape, 4), np.float32)
    colors[..., :3] = color
    colors[..., 3] = cover
    return colors


def _covered(colors: Floats, cover: npt.NDArray[Any]) -> Floats:
    shown = colors.copy()
    shown[..., 3] *= cover.astype(np.float32)
    return shown


def _moved(cover: Floats, dx: int, dy: int, outside: float) -> Floats:
    height, width = cover.shape
    moved = np.full_like(cover, outside)
    if abs(dx) < width and abs(dy) < height:
        moved[max(dy, 0) : height + min(dy, 0), max(dx, 0) : width + min(dx, 0)] = cover[
            max(-dy, 0) : height + min(-dy, 0), max(-dx, 0) : width + min(-dx, 0)
        ]
    return moved


def _blurred(cover: Floats, size: float, outside: float) -> Floats:
    """Blurred by two boxes of `size` pixels, one anchored left and one right."""
    width = round(size)
    if width < 2:
        return cover
    room = width
    padded = np.pad(cover, room, constant_values=outside)
    kind, box = cv2.BORDER_REPLICATE, (width, width)
    once = cv2.boxFilter(padded, -1, box, anchor=(0, 0), borderType=kind)
    twice = cv2.boxFilter(once, -1, box, anchor=(width - 1, width - 1), borderType=kind)
    return np.asarray(twice[room:-room, room:-room], np.float32)


def _expanded(cover: Floats, by: float) -> Floats:
    """The shape grown by some pixels in all directions."""
    if by <= 0:
        return cover
    grown: Floats = np.clip(by + 0.5 - distance(cover), 0.0, 1.0).astype(np.float32)
    return grown


def _bent(cover: Floats, contour: CurvePoints) -> Floats:
    """Through a contour, which maps 0..255 to 0..255 like a curve."""
    if contour == STRAIGHT or len(contour) < 2:
        return cover
    table = curved(np.arange(256.0), contour) / 255
    bent: Floats = np.interp(cover, np.linspace(0.0, 1.0, 256), table).astype(np.float32)
    return bent
