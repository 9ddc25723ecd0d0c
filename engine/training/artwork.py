"""Generate a shaded illustration together with its true layers, from a seed and nothing else.

flat = (1 - coverage) palette[ids] + coverage palette[second]
lit = screen | add (flat x shadow, highlight)
picture = alpha x line + (1 - alpha) x lit          rounded once, then perhaps damaged
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.training import creatures, people, scenes, things
from engine.training.palette import Palette, hsv
from engine.training.pen import Pen
from engine.training.shading import lit, noise
from engine.training.sheet import PLAIN_INK, Resolved, Sheet
from engine.training.strokes import Nib
from engine.training.styles import STYLES, Style

SIZES = (512, 576, 640, 704, 768, 896, 1024)
SUBJECTS: Mapping[str, Callable[[Pen], None]] = {
    "bust": people.bust,
    "chibi": people.chibi,
    "face": people.face,
    "beast head": creatures.beast_head,
    "sitting": creatures.sitting,
    "bird": creatures.bird,
    "fish": creatures.fish,
    "slime": creatures.slime,
    "tree": things.tree,
    "flower": things.flower,
    "mushroom": things.mushroom,
    "potted": things.potted,
    "house": things.house,
    "castle": things.castle,
    "cup": things.cup,
    "book": things.book,
    "star": things.star,
    "gem": things.gem,
    "sword": things.sword,
    "cake": things.cake,
    "fruit": things.fruit,
    "ball": things.ball,
    "umbrella": things.umbrella,
}
BACKGROUNDS: Mapping[str, Callable[[Pen], None]] = {
    "paper": scenes.paper,
    "plain": scenes.plain,
    "shapes": scenes.shapes,
    "landscape": scenes.landscape,
    "room": scenes.room,
}


@dataclass(frozen=True, slots=True)
class Layers:
    """Production layers of an illustration (H×W, uint8 unless noted).

    ids, second: palette slots (int32). coverage: share of `second` / 255, at most 127. palette: K×3
    float32 in 0..255. shadow: H×W×3 multiply. highlight: H×W×3, `mode` "screen" or "add".
    line: H×W×4 straight alpha. residual: H×W×4 in linear light on top of all, or None; only
    predictions have one, and only the sum of the layers counts it. line_width: nominal, pixels.
    """

    ids: NDArray[np.int32]
    second: NDArray[np.int32]
    coverage: NDArray[np.uint8]
    palette: NDArray[np.float32]
    shadow: NDArray[np.uint8]
    highlight: NDArray[np.uint8]
    line: NDArray[np.uint8]
    mode: str
    residual: NDArray[np.uint8] | None = None
    line_width: float = 4.0


@dataclass(frozen=True, slots=True)
class Artwork:
    """A picture (H×W×3 uint8), its true layers, and how it was damaged after composing."""

    picture: NDArray[np.uint8]
    layers: Layers
    style: str
    seed: int
    damage: tuple[str, ...]


def flat_of(layers: Layers, palette: NDArray[np.floating] | None = None) -> NDArray[np.floating]:
    """The flat colour layer in 0..1, with another palette (0..255) if given."""
    colors = (layers.palette if palette is None else palette).astype(np.float32) / 255
    share = layers.coverage.astype(np.float32)[..., None] / 255
    return colors[layers.ids] * (1 - share) + colors[layers.second] * share


def composed(layers: Layers, palette: NDArray[np.floating] | None = None) -> NDArray[np.floating]:
    """The picture that the layers add up to, H×W×3 in 0..1, before rounding."""
    base = flat_of(layers, palette) * (layers.shadow.astype(np.float32) / 255)
    light = layers.highlight.astype(np.float32) / 255
    lit_ = 1 - (1 - base) * (1 - light) if layers.mode == "screen" else np.minimum(1, base + light)
    alpha = layers.line[..., 3:].astype(np.float32) / 255
    return alpha * (layers.line[..., :3].astype(np.float32) / 255) + (1 - alpha) * lit_


def generated(seed: int, style_name: str, *, size: int | None = None) -> Artwork:
    """The artwork of a seed in one of `styles.STYLES`; the same arguments give the same bytes."""
    return drawn(seed, style_name, STYLES[style_name], size=size)


def drawn(seed: int, style_name: str, style: Style, *, size: int | None = None) -> Artwork:
    """As `generated`, in a style of one's own that varies the one called `style_name`."""
    rng = np.random.default_rng([seed, sorted(STYLES).index(style_name)])
    if size is None:
        size = int(rng.choice(SIZES))
    palette = Palette(rng, str(rng.choice(style.schemes)))
    nib = _nib(style, size, rng)
    sheet = Sheet(size, 3 if size <= 640 else 2)
    half = np.float32(size / 2)
    frame = np.array([[half, 0, half], [0, half, half]], np.float32)
    pen = Pen(sheet, palette, rng, nib, frame, style.outlined)
    _draw(pen, style, rng)
    drawing = sheet.resolved()
    drawing, colors = _with_used_slots(drawing, palette)
    light = lit(drawing, sheet.roles, colors, style.shading, rng)
    shadow, highlight = _bytes(light.shadow), _bytes(light.highlight)
    line = _line_layer(drawing, colors, nib, str(rng.choice(style.inks)), rng)
    layers = Layers(
        ids=drawing.ids.astype(np.int32),
        second=drawing.second.astype(np.int32),
        coverage=drawing.coverage,
        palette=np.round(colors * 255).astype(np.float32),
        shadow=shadow,
        highlight=highlight,
        line=line,
        mode="screen" if rng.random() < 0.6 else "add",
        line_width=nib.width,
    )
    picture = _bytes(composed(layers))
    damage: tuple[str, ...] = ()
    if rng.random() < style.damage:
        picture, damage = _damaged(picture, rng)
    return Artwork(picture, layers, style_name, seed, damage)


def _bytes(values: NDArray[np.floating]) -> NDArray[np.uint8]:
    return np.asarray(np.round(np.clip(values, 0, 1) * 255), np.uint8)


def _nib(style: Style, size: int, rng: np.random.Generator) -> Nib:
    return Nib(
        width=max(1.3, size * float(rng.uniform(*style.width))),
        swell=float(rng.uniform(*style.swell)),
        roughness=float(rng.uniform(*style.roughness)),
        wobble=float(rng.uniform(*style.wobble)),
        gap=float(rng.uniform(*style.gap)),
        lost=float(rng.uniform(*style.lost)),
        double=float(rng.uniform(*style.double)),
        texture=float(rng.uniform(*style.texture)),
        opacity=float(rng.uniform(*style.opacity)),
        tapered_outlines=bool(rng.random() < style.tapered_outlines),
    )


def _draw(pen: Pen, style: Style, rng: np.random.Generator) -> None:
    """Background, subjects from back to front, and a sticker's white edge."""
    kind = str(rng.choice(style.backgrounds))
    pen.palette.slot(np.array([1, 1, 1], np.float32)) if kind in ("landscape", "room") else None
    BACKGROUNDS[kind](pen)
    count = int(rng.integers(style.crowd[0], style.crowd[1] + 1))
    for k in range(count):
        name = str(rng.choice(style.subjects))
        if count == 1:
            scale = rng.uniform(0.72, 1.0) if name != "bust" else rng.uniform(0.95, 1.15)
            x, y = rng.normal(0, 0.05, 2)
        else:
            scale = rng.uniform(0.4, 0.7)
            x = -0.62 + 1.24 * (k + 0.5) / count + rng.normal(0, 0.08)
            y = rng.uniform(-0.25, 0.4)
        flip = float(rng.choice([-1, 1]))
        tilt = rng.normal(0, 6) if name not in ("house", "castle", "tree") else 0.0
        place = pen.within(x, y, scale, angle=tilt, flip=flip)
        SUBJECTS[name](place)
    if rng.random() < style.border:
        width = pen.sheet.size * rng.uniform(0.012, 0.03)
        white = np.array([1, 1, 1], np.float32)
        if rng.random() < 0.4:
            pen.sheet.border(pen.palette.slot(white), width, "border")
            pen.sheet.border(pen.palette.fresh("metal"), width * 0.15, "border")
        else:
            pen.sheet.border(pen.palette.slot(white), width, "border")


def _with_used_slots(drawing: Resolved, palette: Palette) -> tuple[Resolved, NDArray[np.float32]]:
    """The drawing renumbered to the slots that it shows, and their colours (K×3 in 0..1)."""
    used = np.union1d(np.unique(drawing.ids), np.unique(drawing.second))
    number = np.full(256, PLAIN_INK, np.uint8)
    number[used] = np.arange(len(used))
    colors = np.array([palette.colors[int(k)] for k in used], np.float32)
    return (
        Resolved(
            ids=number[drawing.ids],
            second=number[drawing.second],
            coverage=drawing.coverage,
            objects=drawing.objects,
            ink=drawing.ink,
            ink_ids=number[drawing.ink_ids],
        ),
        colors,
    )


def _line_layer(
    drawing: Resolved,
    colors: NDArray[np.float32],
    nib: Nib,
    ink: str,
    rng: np.random.Generator,
) -> NDArray[np.uint8]:
    """Line art as H×W×4, coloured by the kind of ink, textured, at the nib's opacity."""
    size = len(drawing.ink)
    alpha = drawing.ink.astype(np.float32) / 255
    if nib.texture > 0:
        grain = noise(rng, size, size // 2) + 0.6 * noise(rng, size, size // 5)
        alpha = alpha * np.clip(1.15 + 0.45 * nib.texture * (grain - 0.3), 0.15, 1)
    alpha = np.clip(alpha * nib.opacity, 0, 1)
    if ink == "black":
        plain = (
            np.zeros(3, np.float32) if rng.random() < 0.6 else hsv(rng.uniform(0, 360), 0.3, 0.08)
        )
    else:
        plain = hsv(rng.uniform(0, 360), rng.uniform(0.1, 0.6), rng.uniform(0.05, 0.22))
    rgb = np.broadcast_to(plain, (size, size, 3)).astype(np.float32)
    darkness = rng.uniform(0.25, 0.5)
    if ink == "single":
        rgb = np.broadcast_to(
            hsv(rng.uniform(0, 360), rng.uniform(0.4, 0.9), rng.uniform(0.2, 0.5)), (size, size, 3)
        ).astype(np.float32)
    elif ink == "trace":
        local = cv2.GaussianBlur(colors[drawing.ids], (0, 0), size * 0.006)
        rgb = np.clip(0.78 * local**1.3 * darkness + 0.22 * rgb, 0, 1)
    elif ink == "own":
        own = np.vstack([np.clip(colors**1.3 * darkness, 0, 1), plain[None]])
        rgb = own[np.minimum(drawing.ink_ids, len(colors))]
    rgba = np.dstack([_bytes(rgb), _bytes(alpha)])
    rgba[rgba[..., 3] == 0] = 0
    return rgba


def _damaged(
    picture: NDArray[np.uint8], rng: np.random.Generator
) -> tuple[NDArray[np.uint8], tuple[str, ...]]:
    """Paper, noise, a resampling and JPEG, as pictures meet on their way through the net."""
    values, marks = picture.astype(np.float32), []
    if rng.random() < 0.2:
        marks.append("paper")
        grain = cv2.GaussianBlur(
            rng.standard_normal(picture.shape[:2]).astype(np.float32), (0, 0), 1.2
        )
        values *= 1 + 0.02 * (grain / grain.std())[..., None]
    elif rng.random() < 0.25:
        marks.append("noise")
        values += rng.standard_normal(values.shape).astype(np.float32) * rng.uniform(0.6, 2.2)
    if rng.random() < 0.2:
        marks.append("resampled")
        values = np.asarray(cv2.GaussianBlur(values, (0, 0), rng.uniform(0.4, 0.7)), np.float32)
    out = np.clip(np.round(values), 0, 255).astype(np.uint8)
    if not marks or rng.random() < 0.5:
        quality = int(rng.integers(78, 97))
        marks.append(f"jpeg{quality}")
        bgr = cv2.cvtColor(out, cv2.COLOR_RGB2BGR)
        _, coded = cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, quality])
        decoded = np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), np.uint8)
        out = np.ascontiguousarray(decoded[..., ::-1])
    return out, tuple(marks)
