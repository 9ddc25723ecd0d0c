"""Light on a drawing: the multiply layer (shadow) and the highlight layer, from its objects.

Works at output resolution on H×W float32 arrays. Shadow layers are H×W×3 factors in 0..1; highlight
layers H×W×3 light in 0..1 for screen or add.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.training.palette import Color, hsv, hsv_of
from engine.training.sheet import Resolved
from engine.training.styles import Shading

Layer = NDArray[np.floating]
#: roles that are flat in most drawings
UNSHADED = frozenset({"background", "backdrop", "eye", "detail", "mouth", "border", "cloud"})
GLOSSY = frozenset({"hair", "gloss", "glass", "metal", "liquid"})


@dataclass(frozen=True, slots=True)
class Light:
    """What the light sources left: shadow factors, highlight light, and what the shadow covers."""

    shadow: Layer
    highlight: Layer


def lit(
    drawing: Resolved,
    roles: Sequence[str],
    colors: NDArray[np.float32],
    style: Shading,
    rng: np.random.Generator,
) -> Light:
    """Shadow and highlight for a drawing; `colors` is the palette (K×3)."""
    scene = _Scene(drawing, roles, rng)
    hard, second = _form_and_cast(scene, style, rng)
    tints = _tints(colors, style, rng)
    ids, other = drawing.ids, drawing.second
    share = drawing.coverage.astype(np.float32)[..., None] / 255
    tint = tints[ids] * (1 - share) + tints[other] * share
    shadow = 1 - hard[..., None] * (1 - tint)
    if second is not None:
        deeper = np.clip(tint * rng.uniform(0.95, 1.12), 0, 1)
        shadow *= 1 - second[..., None] * (1 - deeper)
    shadow *= _soft_shading(scene, tint, style, rng)
    if rng.random() < style.screentone:
        shadow *= 1 - (_dots(scene.size, rng) * np.clip(hard, 0, 1) * 0.4)[..., None]
    highlight = _highlights(scene, hard, style, rng)
    mixed = _mixed_at_borders(np.clip(shadow, 0, 1), drawing, colors)
    return Light(mixed.astype(np.float32), np.clip(highlight, 0, 1).astype(np.float32))


class _Scene:
    """The measurements of a drawing that every kind of light needs."""

    def __init__(self, drawing: Resolved, roles: Sequence[str], rng: np.random.Generator) -> None:
        self.objects = drawing.objects
        self.size = len(self.objects)
        self.count = len(roles)
        self.roles = roles
        o = self.objects
        edges = np.zeros(o.shape, np.uint8)
        edges[:, 1:] |= o[:, 1:] != o[:, :-1]
        edges[1:] |= o[1:] != o[:-1]
        self.depth = cv2.distanceTransform(1 - edges, cv2.DIST_L2, 5)
        self.area = np.bincount(o.ravel(), minlength=self.count)
        self.angle = rng.uniform(-2.5, -0.65)  # where the light comes from; -pi/2 is above
        self.solid = np.array([role not in UNSHADED for role in roles])
        self.solid &= self.area > 30

    def chosen(self, rng: np.random.Generator, chance: float) -> NDArray[np.bool_]:
        """Pixels of a random share of the solid objects."""
        picked = self.solid & (rng.random(self.count) < chance)
        return np.asarray(picked[self.objects])


def noise(rng: np.random.Generator, size: int, cells: int) -> Layer:
    """Smooth random field of about unit deviation."""
    coarse = rng.standard_normal((cells, cells)).astype(np.float32)
    return np.asarray(cv2.resize(coarse, (size, size), interpolation=cv2.INTER_CUBIC), np.float32)


def edge(field: Layer, width: float = 1.0) -> Layer:
    """1 where the field is positive, with a ramp `width` pixels wide at its zero line."""
    field = np.ascontiguousarray(field, np.float32)
    dx, dy = (
        cv2.Sobel(field, cv2.CV_32F, 1, 0, scale=0.125),
        cv2.Sobel(field, cv2.CV_32F, 0, 1, scale=0.125),
    )
    steepness = cv2.magnitude(dx, dy)
    return np.asarray(np.clip(field / (np.maximum(steepness, 1e-5) * width) + 0.5, 0, 1))


def _form_and_cast(
    scene: _Scene, style: Shading, rng: np.random.Generator
) -> tuple[Layer, Layer | None]:
    """Coverage of the first and of the second, deeper shadow level."""
    size, objects = scene.size, scene.objects
    first = np.zeros((size, size), np.float32)
    second: Layer | None = None
    if rng.random() < style.form:
        facing = _facing(scene, rng)
        level = rng.uniform(-0.05, 0.42)
        on = scene.chosen(rng, rng.uniform(0.6, 1.0))
        first = edge(level - facing) * on
        if rng.random() < style.offset:
            first = np.maximum(first, _offset_shapes(scene, rng))
        if rng.random() < style.second:
            second = edge(level - rng.uniform(0.25, 0.5) - facing) * on
    if rng.random() < style.strokes:
        first = np.maximum(first, _shadow_strokes(scene, rng))
    if rng.random() < style.cast:
        first = np.maximum(first, _cast(scene, rng))
    if rng.random() < style.blobs:
        shape = edge(noise(rng, size, int(rng.integers(4, 10))) - rng.uniform(0.3, 0.9))
        first = np.maximum(first, shape * (objects > 0))
    if rng.random() < style.soft_edges:
        radius = size * rng.uniform(0.003, 0.02)
        soft = cv2.GaussianBlur(first, (0, 0), radius) * (objects > 0)
        first = np.where(scene.chosen(rng, rng.uniform(0.3, 1.0)), soft, first)
    return first.astype(np.float32), second


def _facing(scene: _Scene, rng: np.random.Generator) -> Layer:
    """Cosine-like measure of how far the puffed-up objects face the light."""
    size = scene.size
    radius = size * rng.uniform(0.04, 0.13)
    u = np.clip(scene.depth / radius, 0, 1)
    height = np.sqrt(np.maximum(1 - (1 - u) ** 2, 0)) * radius
    height = cv2.GaussianBlur(height, (0, 0), size * rng.uniform(0.006, 0.018))
    height += noise(rng, size, int(rng.integers(5, 12))) * np.float32(radius * rng.uniform(0, 0.18))
    dx = cv2.Sobel(height, cv2.CV_32F, 1, 0, scale=0.125)
    dy = cv2.Sobel(height, cv2.CV_32F, 0, 1, scale=0.125)
    lx, ly, lz = np.cos(scene.angle) * 0.8, np.sin(scene.angle) * 0.8, 0.6
    facing = (lz - dx * lx - dy * ly) / np.sqrt(1 + dx * dx + dy * dy)
    soft = cv2.GaussianBlur(facing.astype(np.float32), (0, 0), size * 0.004)
    return np.asarray(soft, np.float32)


def _shifted(mask: Layer, x: float, y: float) -> Layer:
    matrix = np.array([[1, 0, x], [0, 1, y]], np.float32)
    moved = cv2.warpAffine(mask, matrix, mask.shape[::-1], flags=cv2.INTER_LINEAR)
    return np.asarray(moved, np.float32)


def _largest(scene: _Scene, rng: np.random.Generator, most: int) -> NDArray[np.int64]:
    big = np.flatnonzero(scene.solid & (scene.area > scene.size**2 * 0.003))
    return np.asarray(rng.permutation(big)[:most])


def _offset_shapes(scene: _Scene, rng: np.random.Generator) -> Layer:
    """The cel painter's crescent: an object minus itself moved towards the light, wavy."""
    size = scene.size
    out = np.zeros((size, size), np.float32)
    for number in _largest(scene, rng, 6):
        mask = (scene.objects == number).astype(np.float32)
        reach = min(np.sqrt(scene.area[number]) * rng.uniform(0.06, 0.3), size * 0.08)
        moved = _shifted(mask, np.cos(scene.angle) * reach, np.sin(scene.angle) * reach)
        soft = cv2.GaussianBlur(moved, (0, 0), max(1.0, reach * 0.25))
        waves = noise(rng, size, int(rng.integers(6, 20))) * np.float32(rng.uniform(0, 0.2))
        out = np.maximum(out, edge(0.5 - soft - waves) * mask).astype(np.float32)
    return out


def _shadow_strokes(scene: _Scene, rng: np.random.Generator) -> Layer:
    """Hand-drawn shadow shapes: pointed leaves within one object (folds, strands of hair)."""
    size = scene.size
    out = np.zeros((size, size), np.float32)
    for number in _largest(scene, rng, 5):
        rows, columns = np.nonzero(scene.objects == number)
        drawn = np.zeros((size, size), np.uint8)
        reach = np.sqrt(scene.area[number])
        for _ in range(int(rng.integers(1, 6))):
            k = int(rng.integers(len(rows)))
            turn = rng.normal(np.pi / 2, 0.7)
            along = np.array([np.cos(turn), np.sin(turn)]) * reach * rng.uniform(0.15, 0.5)
            across = np.array([-along[1], along[0]]) * rng.uniform(0.08, 0.3)
            start = np.array([columns[k], rows[k]], float)
            leaf = [
                start - along,
                start + across,
                start + along,
                start - across * rng.uniform(-0.5, 1),
            ]
            cv2.fillPoly(
                drawn, [np.round(np.array(leaf) * 16).astype(np.int32)], 255, cv2.LINE_AA, 4
            )
        out = np.maximum(out, (drawn.astype(np.float32) / 255) * (scene.objects == number))
    return out


def _cast(scene: _Scene, rng: np.random.Generator) -> Layer:
    """Objects cast their shape on those behind them."""
    size, objects = scene.size, scene.objects
    out = np.zeros((size, size), np.float32)
    reach = size * rng.uniform(0.008, 0.04)
    x, y = -np.cos(scene.angle) * reach, -np.sin(scene.angle) * reach
    ground = rng.random() < 0.25
    for number in _largest(scene, rng, 8):
        mask = (objects == number).astype(np.float32)
        below = (objects < number) & (objects > 0) if not ground else objects < number
        out = np.maximum(out, _shifted(mask, x, y) * below)
    return out


def _tints(colors: NDArray[np.float32], style: Shading, rng: np.random.Generator) -> Layer:
    """Shadow factor of every palette slot, K×3."""
    hue = rng.uniform(200, 330) if rng.random() < 0.75 else rng.uniform(0, 360)
    depth = rng.uniform(0.55, 0.88)
    common = hsv(hue, rng.uniform(0.0, 0.3), depth)
    tints = np.tile(common, (len(colors), 1))
    if rng.random() >= style.own_tints:
        return tints.astype(np.float32)
    for slot, color in enumerate(colors):
        own_hue, saturation, value = hsv_of(color)
        is_skin = 5 < own_hue < 45 and saturation < 0.6 and value > 0.55
        shift = rng.uniform(-15, 20) if is_skin else hue + rng.normal(0, 30)
        if not is_skin and rng.random() < 0.3:
            shift = own_hue + rng.normal(0, 20)  # the material's own colour, deeper
        tints[slot] = hsv(
            shift, rng.uniform(0.05, 0.42), np.clip(depth + rng.normal(0, 0.08), 0.5, 0.93)
        )
    return tints.astype(np.float32)


def _soft_shading(scene: _Scene, tint: Layer, style: Shading, rng: np.random.Generator) -> Layer:
    """Airbrush, painterly modelling, blush, contact darkening: smooth factors, H×W×3."""
    size = scene.size
    out = np.ones((size, size, 3), np.float32)
    grid = np.mgrid[0:size, 0:size].astype(np.float32) / size
    if rng.random() < style.painterly:
        # modelling inside the colour layer: dark towards the rims, light in the middle
        facing = cv2.GaussianBlur(_facing(scene, rng), (0, 0), size * rng.uniform(0.008, 0.03))
        low, high = np.percentile(facing, [5, 70])
        fall = np.clip((high - facing) / max(high - low, 1e-3), 0, 1) * scene.chosen(rng, 0.9)
        out *= 1 - (fall * rng.uniform(0.4, 1.0))[..., None] * (1 - tint)
    if rng.random() < style.airbrush:
        for _ in range(int(rng.integers(1, 4))):
            turn, steep = rng.uniform(0, 2 * np.pi), rng.uniform(1, 3)
            ramp = ((grid[1] - 0.5) * np.cos(turn) + (grid[0] - 0.5) * np.sin(turn)) * steep
            ramp = np.clip(ramp + 0.5 + rng.normal(0, 0.2), 0, 1)
            ramp = ramp * ramp * (3 - 2 * ramp) * scene.chosen(rng, 0.35)
            if rng.random() < 0.3:
                ramp = np.where(scene.objects == 0, np.clip(grid[0], 0, 1), ramp)
            shade = hsv(rng.uniform(0, 360), rng.uniform(0.1, 0.45), rng.uniform(0.65, 0.95))
            out *= 1 - ramp[..., None] * (1 - shade)
    if rng.random() < style.airbrush:
        faces = [
            k
            for k, role in enumerate(scene.roles)
            if role in ("face", "skin") and scene.area[k] > 200
        ]
        pink = hsv(rng.uniform(340, 380), rng.uniform(0.15, 0.4), 1.0)
        for number in faces:
            rows, columns = np.nonzero(scene.objects == number)
            for u in (0.22, 0.78):
                x = np.quantile(columns, u) / size
                y = np.quantile(rows, rng.uniform(0.55, 0.75)) / size
                spread = np.sqrt(scene.area[number]) / size * rng.uniform(0.06, 0.14)
                glow = np.exp(-(((grid[1] - x) ** 2 + (grid[0] - y) ** 2) / (2 * spread**2)))
                out *= 1 - (glow * (scene.objects == number))[..., None] * (1 - pink)
    if rng.random() < style.contact:
        near = np.exp(-scene.depth / (size * rng.uniform(0.004, 0.02))) * scene.chosen(rng, 0.7)
        out *= 1 - (near * rng.uniform(0.3, 0.8))[..., None] * (1 - tint)
    return out


def _highlights(scene: _Scene, hard: Layer, style: Shading, rng: np.random.Generator) -> Layer:
    """Glints, gloss bands on hair, rim light, soft shine and glow, H×W×3."""
    size, objects = scene.size, scene.objects
    out = np.zeros((size, size, 3), np.float32)
    free = 1 - np.clip(hard, 0, 1)

    def add(mask: Layer, strength: tuple[float, float], saturation: float) -> None:
        light: Color = hsv(rng.uniform(0, 360), rng.uniform(0, saturation), 1.0)
        np.maximum(out, mask[..., None] * light * np.float32(rng.uniform(*strength)), out=out)

    if rng.random() < style.glint:
        facing = _facing(scene, rng)
        mask = edge(facing - rng.uniform(0.88, 0.97)) * scene.chosen(rng, 0.6) * free
        add(mask, (0.2, 0.8), 0.3)
    if rng.random() < style.gloss:
        glossy = np.array([role in GLOSSY for role in scene.roles]) & scene.solid
        for number in np.flatnonzero(glossy)[:6]:
            rows, columns = np.nonzero(objects == number)
            if len(rows) < size * size * 0.004:
                continue
            top, bottom = rows.min(), rows.max()
            middle = top + (bottom - top) * rng.uniform(0.15, 0.4)
            half = (bottom - top) * rng.uniform(0.02, 0.07)
            x = np.arange(size, dtype=np.float32)
            center = (columns.min() + columns.max()) / 2
            bow = middle + (bottom - top) * 0.15 * ((x - center) / max(np.ptp(columns), 1) * 2) ** 2
            teeth = np.interp(
                x, np.arange(0, size + 20, 12), rng.uniform(0, 1, len(np.arange(0, size + 20, 12)))
            )
            y = np.arange(size, dtype=np.float32)[:, None]
            field = half * (0.5 + teeth)[None] - np.abs(y - bow[None])
            mask = (
                edge(field.astype(np.float32))
                * (objects == number)
                * (free if rng.random() < 0.7 else 1)
            )
            add(mask.astype(np.float32), (0.2, 0.6), 0.25)
    if rng.random() < style.rim:
        solid = (objects > 0).astype(np.uint8)
        inside = cv2.distanceTransform(solid, cv2.DIST_L2, 5)
        smooth = cv2.GaussianBlur(solid.astype(np.float32), (0, 0), size * 0.012)
        dx, dy = cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1)
        norm = np.maximum(cv2.magnitude(dx, dy), 1e-6)
        away = (dx * np.cos(scene.angle) + dy * np.sin(scene.angle)) / norm
        band = edge((size * rng.uniform(0.006, 0.018) - inside).astype(np.float32))
        add(band * np.clip((away - 0.2) * 6, 0, 1) * solid, (0.25, 0.7), 0.5)
    if rng.random() < style.shine:
        soft = cv2.GaussianBlur(_facing(scene, rng), (0, 0), size * rng.uniform(0.004, 0.012))
        shine = np.clip((soft - 0.8) / 0.2, 0, 1) ** 2 * scene.chosen(rng, 0.7)
        add(shine.astype(np.float32), (0.15, 0.5), 0.4)
    if rng.random() < style.glow:
        x, y = rng.uniform(0.1, 0.9, 2) * size
        rows, columns = np.mgrid[0:size, 0:size].astype(np.float32)
        spread = size * rng.uniform(0.06, 0.25)
        mask = np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / (2 * spread**2))
        if rng.random() < 0.7:
            mask = mask * (objects > 0)
        add(mask.astype(np.float32), (0.12, 0.4), 0.5)
    return out


def _dots(size: int, rng: np.random.Generator) -> Layer:
    """A screentone of round dots."""
    pitch = rng.uniform(4.5, 9)
    turn = rng.uniform(0.5, 1.0)
    rows, columns = np.mgrid[0:size, 0:size].astype(np.float32)
    u, v = (
        columns * np.cos(turn) + rows * np.sin(turn),
        rows * np.cos(turn) - columns * np.sin(turn),
    )
    waves = np.cos(u * 2 * np.pi / pitch) + np.cos(v * 2 * np.pi / pitch)
    dots = np.clip(waves * pitch * 0.25 + rng.uniform(-0.5, 0.5), 0, 1)
    return np.asarray(dots, np.float32)


def _mixed_at_borders(shadow: Layer, drawing: Resolved, colors: NDArray[np.float32]) -> Layer:
    """Make anti-aliased border pixels the mixture of the two *shaded* sides.

    The flat colour of such a pixel is a mixture already; without this the shadow's own edge, which
    follows the border, would be jagged.
    """
    rows, columns = np.nonzero(drawing.coverage > 0)
    if not len(rows):
        return shadow
    height, width = drawing.ids.shape
    first, other = drawing.ids[rows, columns], drawing.second[rows, columns]
    share = drawing.coverage[rows, columns].astype(np.float32)[:, None] / 255
    sides = []
    for wanted in (first, other):
        total, count = np.zeros((len(rows), 3), np.float32), np.zeros((len(rows), 1), np.float32)
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                y, x = np.clip(rows + dy, 0, height - 1), np.clip(columns + dx, 0, width - 1)
                fits = (drawing.coverage[y, x] == 0) & (drawing.ids[y, x] == wanted)
                total += shadow[y, x] * fits[:, None]
                count += fits[:, None]
        sides.append(np.where(count > 0, total / np.maximum(count, 1), shadow[rows, columns]))
    one, two = colors[first] * (1 - share), colors[other] * share
    flat = one + two
    mixed = (one * sides[0] + two * sides[1]) / np.maximum(flat, 1e-3)
    shadow[rows, columns] = np.where(flat > 1e-3, mixed, sides[0])
    return shadow
