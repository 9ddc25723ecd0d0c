"""The plan in plain numpy: answers while the kernels compile, and where they cannot be compiled.

Every value is computed by the same float32 operations in the same order as in the kernels, so the
bytes that come out are the same ones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from engine.compositor import blend
from engine.compositor.adjust import adjusted_numbers
from engine.compositor.job import Planes
from engine.compositor.plan import Code, Operation, Plan
from engine.document.model import BlendMode, Mask
from engine.document.raster import TILE, Pixels, TileKey

Plane: TypeAlias = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Source:
    """colors: three straight planes; coverage: their alpha with mask and opacity applied."""

    colors: tuple[Plane, Plane, Plane]
    coverage: Plane


def transparent_planes() -> Planes:
    return np.zeros((4, TILE, TILE), np.float32)


def tile_planes(plan: Plan, key: TileKey, backdrop: Planes | None = None) -> Planes:
    """The plan drawn onto `backdrop` (transparent when None) for one tile."""
    frames = [transparent_planes() if backdrop is None else backdrop]
    coverages: list[Plane] = []
    position = 0
    source: _Source | None = None
    while position < len(plan.operations):
        operation = plan.operations[position]
        position += 1
        match operation.code:
            case Code.DRAW:
                source = _pixels(operation, key)
                if source is not None:
                    place = -2 if operation.is_under else -1
                    frames[place] = _drawn(frames[place], source, operation, key)
            case Code.GROUP_BEGIN:
                frames.append(transparent_planes())
            case Code.GROUP_END:
                source = _group(frames.pop(), operation, key)
                frames[-1] = _drawn(frames[-1], source, operation, key)
            case Code.THROUGH_BEGIN:
                frames.append(frames[-2 if operation.is_under else -1])
            case Code.THROUGH_END:
                top = frames.pop()
                k = np.float32(operation.opacity) * _mask_plane(operation.mask, key)
                if operation.is_text:
                    frames[-1] = _text_lerped(frames[-1], top, k)
                else:
                    frames[-1] = (blend.ONE - k) * frames[-1] + k * top
            case Code.CLIP_PIXELS:
                source = _pixels(operation, key)
                if source is None:
                    position += operation.length
                    continue
                frames.append(np.stack([*source.colors, np.ones((TILE, TILE), np.float32)]))
                coverages.append(source.coverage)
            case Code.CLIP_GROUP:
                source = _group(frames.pop(), operation, key)
                frames.append(np.stack([*source.colors, np.ones((TILE, TILE), np.float32)]))
                coverages.append(source.coverage)
            case Code.CLIP_END:
                top = frames.pop()
                coverage = coverages.pop() * np.float32(operation.opacity)
                source = _Source((top[0], top[1], top[2]), coverage)
                frames[-1] = _drawn(frames[-1], source, operation, key)
            case Code.ADJUST:
                frames[-1] = _adjusted(frames[-1], operation, key)
        is_end = operation.code not in (Code.CLIP_PIXELS, Code.CLIP_GROUP)
        is_missing = operation.code is Code.DRAW and source is None
        if operation.rounds and is_end and not is_missing:
            frames[-1] = _rounded(frames[-1])
    return frames[0]


def _text_lerped(below: Planes, top: Planes, k: Plane) -> Planes:
    """From `below` to `top` by k, mixed as text is."""
    channels = [blend.text_lerped(below[c], top[c], below[3], top[3], k) for c in range(3)]
    return np.stack([*channels, (blend.ONE - k) * below[3] + k * top[3]])


def _rounded(frame: Planes) -> Planes:
    """Straight colours and alpha rounded to 8 bit."""
    top, unit = np.float32(255.0), np.float32(1.0 / 255.0)
    q = top / np.maximum(frame[3], blend.TINY)
    alpha = np.minimum(frame[3] * top + blend.HALF, top).astype(np.int32).astype(np.float32) * unit
    colors = np.minimum(frame[:3] * q + blend.HALF, top).astype(np.int32).astype(np.float32)
    return np.stack([*(colors * unit * alpha), alpha])


def straight_pixels(planes: Planes, dtype: np.dtype[Any]) -> Pixels:
    """The planes as 128×128×4 straight RGBA, rounded once: floor(x * max + 0.5)."""
    top = np.float32(np.iinfo(dtype).max)
    q = top / np.maximum(planes[3], blend.TINY)
    out: Pixels = np.empty((*planes.shape[1:], 4), dtype)
    for channel in range(3):
        out[..., channel] = np.minimum(planes[channel] * q + blend.HALF, top)
    out[..., 3] = np.minimum(planes[3] * top + blend.HALF, top)
    return out


def _pixels(operation: Operation, key: TileKey) -> _Source | None:
    """The layer's pixels in this tile, None where it has none."""
    raster = operation.raster
    tile = raster.tiles.get(key) if raster is not None else None
    if raster is None or tile is None:
        return None
    top = float(np.iinfo(raster.dtype).max)
    unit = np.float32(1.0 / top)
    strength = operation.opacity if operation.code is Code.DRAW else 1.0
    values = tile.astype(np.float32)
    coverage = values[..., 3] * np.float32(strength / top) * _mask_plane(operation.mask, key)
    return _Source((values[..., 0] * unit, values[..., 1] * unit, values[..., 2] * unit), coverage)


def _group(frame: Planes, operation: Operation, key: TileKey) -> _Source:
    """A finished frame as a picture with straight colours."""
    alpha = frame[3]
    divisor = np.maximum(alpha, blend.TINY)
    strength = np.float32(operation.opacity)
    coverage = alpha * strength * _mask_plane(operation.mask, key)
    return _Source((frame[0] / divisor, frame[1] / divisor, frame[2] / divisor), coverage)


def _mask_plane(mask: Mask | None, key: TileKey) -> Plane:
    """What the mask lets through, 0..1, as a 128×128 or 1×1 plane."""
    if mask is None:
        return np.ones((1, 1), np.float32)
    unit = np.float32(1.0 / np.iinfo(mask.raster.dtype).max)
    tile = mask.raster.tiles.get(key)
    values = np.full((1, 1), mask.raster.fill) if tile is None else tile
    shown = values.astype(np.float32) * unit
    return blend.ONE - np.float32(mask.density) * (blend.ONE - shown)


def _drawn(frame: Planes, source: _Source, operation: Operation, key: TileKey) -> Planes:
    """The frame after the source was blended onto it."""
    mode, coverage, colors = operation.mode, source.coverage, source.colors
    if mode is BlendMode.DISSOLVE:
        drawn = dissolve_threshold(key, operation.seed) < coverage
        coverage = np.where(drawn, blend.ONE, blend.ZERO)
    alpha = frame[3]
    if operation.fill < 1.0:
        return _drawn_filled(frame, source, mode, np.float32(operation.fill))
    channels: list[Plane]
    if operation.is_text:
        channels = [blend.text_merged(frame[c], colors[c], alpha, coverage) for c in range(3)]
    elif mode in blend.MERGED:
        merged = blend.MERGED[mode]
        channels = [merged(frame[c], colors[c], alpha, coverage) for c in range(3)]
    else:
        mixed: tuple[Plane, ...]
        if mode in blend.WHOLE_PIXEL:
            mixed = blend.WHOLE_PIXEL[mode](frame[0], frame[1], frame[2], *colors, alpha)
        else:
            formula = blend.SEPARABLE[mode]
            mixed = tuple(formula(frame[c], colors[c], alpha) for c in range(3))
        channels = [
            blend.combined(frame[c], colors[c], alpha, mixed[c], coverage) for c in range(3)
        ]
    return np.stack([*channels, blend.union(coverage, alpha)])


def _drawn_filled(frame: Planes, source: _Source, mode: BlendMode, fill: np.float32) -> Planes:
    """The eight modes whose fill opacity acts inside the blend."""
    alpha, coverage = frame[3], source.coverage
    channels: list[Plane] = []
    for c in range(3):
        shade = source.colors[c]
        if mode is BlendMode.HARD_MIX:
            mixed = blend.hard_mix_filled(frame[c], shade, alpha, fill)
        else:
            drawn_to_neutral: Callable[[Plane, np.float32], Plane] = blend.NEUTRAL[mode]
            mixed = blend.SEPARABLE[mode](frame[c], drawn_to_neutral(shade, fill), alpha)
        channels.append(blend.combined(frame[c], fill * shade, alpha, mixed, coverage))
    return np.stack([*channels, blend.union(fill * coverage, alpha)])


def _adjusted(frame: Planes, operation: Operation, key: TileKey) -> Planes:
    """The frame with its colours adjusted, as straight colours onto themselves at alpha 1."""
    ready = operation.adjustment
    assert ready is not None
    alpha, top = frame[3], np.float32(ready.full)
    divisor = np.maximum(alpha, blend.TINY)
    numbers = np.minimum(frame[:3] * (top / divisor) + blend.HALF, top).astype(np.int64)
    unit = np.float32(1.0 / ready.full)
    red, green, blue = (adjusted_numbers(ready, numbers)).astype(np.float32) * unit
    shape = np.ones((TILE, TILE), np.float32)
    coverage = shape * np.float32(operation.opacity) * _mask_plane(operation.mask, key)
    if operation.mode is BlendMode.DISSOLVE:
        drawn = dissolve_threshold(key, operation.seed) < coverage
        coverage = np.where(drawn, blend.ONE, blend.ZERO)
    straight = np.stack([*(frame[:3] / divisor), shape])
    mixed = _drawn(straight, _Source((red, green, blue), coverage), operation, key)
    channels = [np.where(coverage > blend.ZERO, mixed[c] * alpha, frame[c]) for c in range(3)]
    return np.stack([*channels, alpha])


def dissolve_threshold(key: TileKey, seed: int) -> Plane:
    """128×128 numbers in 0..1 that depend on the pixel's place and the layer alone.

    A pixel is drawn where its coverage is above. (Photoshop's own pattern is not public.)
    """
    row, column = key
    y = (np.arange(TILE, dtype=np.int64) + row * TILE)[:, None].astype(np.uint32)
    x = (np.arange(TILE, dtype=np.int64) + column * TILE)[None, :].astype(np.uint32)
    place = x * np.uint32(0x9E3779B1) + y * np.uint32(0x85EBCA77)
    h = place + np.uint32(seed * 0xC2B2AE3D & 0xFFFFFFFF)
    h = (h ^ (h >> np.uint32(15))) * np.uint32(0x2C1B3C6D)
    h = (h ^ (h >> np.uint32(12))) * np.uint32(0x297A2D39)
    h = h ^ (h >> np.uint32(15))
    return (h >> np.uint32(8)).astype(np.float32) * np.float32(2.0**-24)
