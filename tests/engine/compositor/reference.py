"""An independent compositor in float64, straight from the published formulas; slow and simple.

Works on whole straight-alpha pictures (H×W×4 in 0..1), un-premultiplied after every layer, one
formula B(b, s) per mode in its textbook form. Only what it knows of the document model is shared
with the compositor under test.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from engine.document.geometry import Rect
from engine.document.model import BlendMode, Document, GroupLayer, Layer
from engine.document.raster import pixels_of

Array = npt.NDArray[np.float64]
TIE = 2.0**-18
"""Where a formula jumps, values closer than this are equal: part of the specification."""


def _divided(x: Array, y: Array) -> Array:
    return np.divide(x, y, out=np.zeros(np.broadcast(x, y).shape), where=y > 0)


def color_burn(b: Array, s: Array) -> Array:
    burnt = 1 - np.minimum(1, _divided(1 - b, s))
    return np.where(b >= 1 - TIE, 1, np.where(s <= TIE, 0, burnt))


def color_dodge(b: Array, s: Array) -> Array:
    dodged = np.minimum(1, _divided(b, 1 - s))
    return np.where(b <= TIE, 0, np.where(s >= 1 - TIE, 1, dodged))


def hard_light(b: Array, s: Array) -> Array:
    return np.where(s <= 0.5, 2 * b * s, 1 - 2 * (1 - b) * (1 - s))


def soft_light(b: Array, s: Array) -> Array:
    lifted = np.where(b <= 0.25, ((16 * b - 12) * b + 4) * b, np.sqrt(np.maximum(b, 0)))
    return np.where(s <= 0.5, b - (1 - 2 * s) * b * (1 - b), b + (2 * s - 1) * (lifted - b))


def vivid_light(b: Array, s: Array) -> Array:
    dark = 1 - np.minimum(1, _divided(1 - b, 2 * s))
    light = np.minimum(1, _divided(b, 2 * (1 - s)))
    inside = np.where(s <= 0.5, dark, light)
    return np.where(s <= TIE, 0, np.where(s >= 1 - TIE, 1, inside))


def hard_mix(b: Array, s: Array) -> Array:
    excess = b + s - 1
    return np.where(np.abs(excess) <= TIE, b > 0.5, excess > 0).astype(float)


def divide(b: Array, s: Array) -> Array:
    return np.where(s <= TIE, b > TIE, np.minimum(1, _divided(b, s)))


def lum(c: Array) -> Array:
    return (c @ np.array([0.3, 0.59, 0.11]))[..., None]


def sat(c: Array) -> Array:
    return c.max(-1, keepdims=True) - c.min(-1, keepdims=True)


def clip_color(c: Array) -> Array:
    light = lum(c)
    low, high = c.min(-1, keepdims=True), c.max(-1, keepdims=True)
    c = np.where(low < 0, light + _divided((c - light) * light, light - low), c)
    return np.where(high > 1, light + _divided((c - light) * (1 - light), high - light), c)


def set_lum(c: Array, light: Array) -> Array:
    return clip_color(c + (light - lum(c)))


def set_sat(c: Array, wanted: Array) -> Array:
    span = sat(c)
    return np.where(span > TIE, _divided((c - c.min(-1, keepdims=True)) * wanted, span), 0)


MODES: dict[BlendMode, Callable[[Array, Array], Array]] = {
    BlendMode.NORMAL: lambda b, s: s,
    BlendMode.DISSOLVE: lambda b, s: s,
    BlendMode.DARKEN: np.minimum,
    BlendMode.MULTIPLY: lambda b, s: b * s,
    BlendMode.COLOR_BURN: color_burn,
    BlendMode.LINEAR_BURN: lambda b, s: np.maximum(b + s - 1, 0),
    BlendMode.DARKER_COLOR: lambda b, s: np.where(lum(s) < lum(b) - TIE, s, b),
    BlendMode.LIGHTEN: np.maximum,
    BlendMode.SCREEN: lambda b, s: b + s - b * s,
    BlendMode.COLOR_DODGE: color_dodge,
    BlendMode.LINEAR_DODGE: lambda b, s: np.minimum(b + s, 1),
    BlendMode.LIGHTER_COLOR: lambda b, s: np.where(lum(s) > lum(b) + TIE, s, b),
    BlendMode.OVERLAY: lambda b, s: hard_light(s, b),
    BlendMode.SOFT_LIGHT: soft_light,
    BlendMode.HARD_LIGHT: hard_light,
    BlendMode.VIVID_LIGHT: vivid_light,
    BlendMode.LINEAR_LIGHT: lambda b, s: np.clip(b + 2 * s - 1, 0, 1),
    BlendMode.PIN_LIGHT: lambda b, s: np.where(
        s > 0.5, np.maximum(b, 2 * s - 1), np.minimum(b, 2 * s)
    ),
    BlendMode.HARD_MIX: hard_mix,
    BlendMode.DIFFERENCE: lambda b, s: np.abs(b - s),
    BlendMode.EXCLUSION: lambda b, s: b + s - 2 * b * s,
    BlendMode.SUBTRACT: lambda b, s: np.maximum(b - s, 0),
    BlendMode.DIVIDE: divide,
    BlendMode.HUE: lambda b, s: set_lum(set_sat(s, sat(b)), lum(b)),
    BlendMode.SATURATION: lambda b, s: set_lum(set_sat(b, sat(s)), lum(b)),
    BlendMode.COLOR: lambda b, s: set_lum(s, lum(b)),
    BlendMode.LUMINOSITY: lambda b, s: set_lum(b, lum(s)),
}

FILLED: dict[BlendMode, Callable[[Array, Array, float], Array]] = {
    BlendMode.COLOR_BURN: lambda b, s, f: color_burn(b, 1 - (1 - s) * f),
    BlendMode.LINEAR_BURN: lambda b, s, f: np.maximum(b + (s - 1) * f, 0),
    BlendMode.COLOR_DODGE: lambda b, s, f: color_dodge(b, s * f),
    BlendMode.LINEAR_DODGE: lambda b, s, f: np.minimum(b + s * f, 1),
    BlendMode.VIVID_LIGHT: lambda b, s, f: vivid_light(b, 0.5 + (s - 0.5) * f),
    BlendMode.LINEAR_LIGHT: lambda b, s, f: np.clip(b + (2 * s - 1) * f, 0, 1),
    BlendMode.HARD_MIX: lambda b, s, f: np.clip((b - f * (1 - s)) / (1 - f), 0, 1),
    BlendMode.DIFFERENCE: lambda b, s, f: np.abs(b - s * f),
}


def thresholds(rect: Rect, seed: int) -> Array:
    """The noise of dissolve, with Python's unbounded integers. H×W×1 in 0..1."""
    word = 0xFFFFFFFF

    def noise(x: int, y: int) -> float:
        h = (x * 0x9E3779B1 + y * 0x85EBCA77 + seed * 0xC2B2AE3D) & word
        h = ((h ^ (h >> 15)) * 0x2C1B3C6D) & word
        h = ((h ^ (h >> 12)) * 0x297A2D39) & word
        return float((h ^ (h >> 15)) >> 8) / 2**24

    rows = range(rect.top, rect.bottom)
    columns = range(rect.left, rect.right)
    return np.array([[noise(x, y) for x in columns] for y in rows])[..., None]


def over(picture: Array, layer: Layer, color: Array, alpha: Array, rect: Rect) -> Array:
    """`picture` with a source blended onto it. alpha: H×W×1 with the mask, without opacity."""
    mode = BlendMode.NORMAL if layer.blend is BlendMode.PASS_THROUGH else layer.blend
    b, ba = picture[..., :3], picture[..., 3:]
    opacity, fill = layer.opacity, layer.fill_opacity
    if mode in FILLED and fill < 1:
        o = alpha * opacity
        mixed = FILLED[mode](b, color, fill)
        out_alpha = ba + (1 - ba) * fill * o
        total = (1 - o) * ba * b + o * (ba * mixed + (1 - ba) * fill * color)
    else:
        a = alpha * opacity * fill
        if mode is BlendMode.DISSOLVE:
            a = (thresholds(rect, layer.id) < a).astype(float)
        out_alpha = ba + a - ba * a
        total = (1 - a) * ba * b + a * ((1 - ba) * color + ba * MODES[mode](b, color))
    return np.concatenate([_divided(total, out_alpha), out_alpha], -1)


def mask_of(layer: Layer, rect: Rect) -> Array:
    mask = layer.mask
    if mask is None or not mask.enabled:
        return np.ones((rect.height, rect.width, 1))
    values = pixels_of(mask.raster, rect) / np.iinfo(mask.raster.dtype).max
    return (1 - mask.density * (1 - values))[..., None]


def source_of(layer: Layer, rect: Rect) -> Array:
    """A layer alone: pixels, or the result of an isolated group."""
    if isinstance(layer, GroupLayer):
        return stacked(np.zeros((rect.height, rect.width, 4)), layer.layers, rect)
    return pixels_of(layer.raster, rect) / np.iinfo(layer.raster.dtype).max


def element(picture: Array, layer: Layer, clipped: Sequence[Layer], rect: Rect) -> Array:
    mask = mask_of(layer, rect)
    if isinstance(layer, GroupLayer) and layer.blend is BlendMode.PASS_THROUGH and not clipped:
        inner = stacked(picture, layer.layers, rect)
        k = mask * layer.opacity * layer.fill_opacity
        alpha = (1 - k) * picture[..., 3:] + k * inner[..., 3:]
        total = (1 - k) * picture[..., :3] * picture[..., 3:] + k * inner[..., :3] * inner[..., 3:]
        return np.concatenate([_divided(total, alpha), alpha], -1)
    source = source_of(layer, rect)
    color, alpha = source[..., :3], source[..., 3:] * mask
    if clipped:
        on_base = np.concatenate([color, np.ones_like(alpha)], -1)
        for one in clipped:
            on_base = element(on_base, one, (), rect)
        color = on_base[..., :3]
    return over(picture, layer, color, alpha, rect)


def stacked(picture: Array, layers: Sequence[Layer], rect: Rect) -> Array:
    start = 0
    while start < len(layers):
        stop = start + 1
        while stop < len(layers) and layers[stop].clipped:
            stop += 1
        base = layers[start]
        shown = [layer for layer in layers[start + 1 : stop] if layer.visible]
        if base.visible:
            picture = element(picture, base, shown, rect)
        start = stop
    return picture


def reference(document: Document, rect: Rect | None = None) -> Array:
    """Straight RGBA as H×W×4 float64 in levels of the document's depth, not rounded."""
    rect = document.size.rect if rect is None else rect
    levels = 255.0 if document.depth == 8 else 65535.0
    return stacked(np.zeros((rect.height, rect.width, 4)), document.layers, rect) * levels
