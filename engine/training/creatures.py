"""Animals: a furry head, a sitting animal, a bird, a fish, a slime."""

from __future__ import annotations

import numpy as np

from engine.training.pen import Pen
from engine.training.people import eye, mouth
from engine.training.strokes import Points, ring


def tufts(points: Points, rng: np.random.Generator, depth: float) -> Points:
    """A closed outline turned into spikes of fur pointing outwards, relative to its middle."""
    middle = points.mean(0)
    out = []
    for k, point in enumerate(points):
        reach = 1 + (depth * rng.uniform(0.5, 1.2) if k % 2 else 0.0)
        out.append(middle + (point - middle) * reach)
    return np.array(out, np.float32)


def beast_head(pen: Pen) -> None:
    """A fox, cat, bear or rabbit from the front: ears, mask, muzzle, big eyes."""
    rng, palette = pen.rng, pen.palette
    fur, muzzle = palette.role("fur"), palette.role("muzzle")
    inner = palette.role("inner ear", darker_than=fur)
    kind = int(rng.integers(4))
    if rng.random() < 0.6:
        shoulders = ring((0, 1.0), (0.75, 0.6), count=16, start=-180, stop=180)
        body = palette.near(fur) if rng.random() < 0.3 else palette.role("cloth")
        pen.shape(tufts(shoulders, rng, 0.08), body, role="fur", smooth=False)
    for side in (-1, 1):
        if kind == 0:
            pen.ellipse(side * 0.6, -0.55, 0.26, 0.26, fur, role="fur")
            pen.ellipse(side * 0.6, -0.53, 0.15, 0.16, inner, role="detail", outline=0.7)
        elif kind == 1:
            pen.shape(ring((side * 0.35, -0.9), (0.16, 0.5)), fur, role="fur")
            pen.shape(ring((side * 0.35, -0.88), (0.08, 0.38)), inner, role="detail", outline=0.7)
        else:
            tip = rng.uniform(0.95, 1.12)
            ear = [[side * 0.2, -0.5], [side * 0.72, -tip], [side * 0.85, -0.15]]
            cup = [[side * 0.36, -0.5], [side * 0.68, -tip * 0.86], [side * 0.76, -0.25]]
            pen.shape(ear, fur, role="fur", smooth=False)
            pen.shape(cup, inner, role="detail", smooth=False, outline=0.8)
    skull = ring((0, 0), (0.85, 0.72), count=int(rng.integers(14, 30)))
    rough = tufts(skull, rng, rng.uniform(0.05, 0.16)) if kind >= 2 else skull
    number = pen.shape(rough, fur, role="fur", smooth=kind < 2 or rng.random() < 0.3, outline=1.2)
    mask = int(rng.integers(3))
    if mask == 0:
        for side in (-1, 1):
            cheek = ring((side * 0.42, 0.3), (0.42, 0.4), count=14)
            pen.shape(tufts(cheek, rng, 0.1), muzzle, role="fur", smooth=False, only=number)
    elif mask == 1:
        blaze = [[-0.12, -0.8], [0.12, -0.8], [0.1, -0.2], [0.3, 0.3], [-0.3, 0.3], [-0.1, -0.2]]
        pen.shape(blaze, muzzle, role="fur", only=number)
    if rng.random() < 0.35:
        stripe = palette.role("marking", darker_than=fur)
        for side in (-1, 1):
            for k in range(int(rng.integers(1, 4))):
                bar = [[side * 0.9, -0.1 + 0.18 * k], [side * 0.55, -0.02 + 0.16 * k],
                       [side * 0.9, 0.02 + 0.18 * k]]  # fmt: skip
                pen.shape(bar, stripe, role="detail", smooth=False, only=number)
    pen.ellipse(0, 0.32, rng.uniform(0.3, 0.5), rng.uniform(0.22, 0.32), muzzle, role="fur",
                outline=rng.choice([0.0, 1.0]))  # fmt: skip
    width, height = rng.uniform(0.13, 0.22), rng.uniform(0.16, 0.28)
    for side in (-1, 1):
        eye(pen, side * 0.36, -0.08, width, height, side)
    nose = [[-0.1, 0.14], [0.1, 0.14], [0.0, 0.26]]
    pen.shape(nose, palette.role("pupil"), role="detail", outline=0.8)
    pen.stroke([[0, 0.26], [0, 0.33]], 0.8)
    mouth(pen, 0, 0.36, rng.uniform(0.1, 0.2))
    if rng.random() < 0.4:
        for side in (-1, 1):
            for k in range(3):
                v = 0.22 + 0.08 * k
                pen.stroke([[side * 0.4, v], [side * 0.95, v - 0.1 + 0.1 * k]], 0.5)


def sitting(pen: Pen) -> None:
    """A four-legged animal that sits, with a tail and a small head."""
    rng, palette = pen.rng, pen.palette
    fur, belly = palette.role("fur"), palette.role("muzzle")
    tail = [[0.4, 0.7], [0.85, 0.5], [0.95, -0.1], [0.75, -0.3], [0.7, 0.2], [0.35, 0.5]]
    number = pen.shape(tail, fur, role="fur")
    if rng.random() < 0.7:
        tip = ring((0.86, -0.2), (0.22, 0.2), count=12)
        pen.shape(tufts(tip, rng, 0.15), belly, role="fur", smooth=False, only=number)
    body = [[-0.3, -0.1], [0.3, -0.1], [0.52, 0.6], [0.35, 0.9], [-0.35, 0.9], [-0.52, 0.6]]
    pen.shape(body, fur, role="fur")
    pen.ellipse(0, 0.42, 0.24, 0.36, belly, role="fur", outline=rng.choice([0.0, 0.8]))
    for side in (-1, 1):
        paw = [[side * 0.1, 0.4], [side * 0.26, 0.4], [side * 0.28, 0.92], [side * 0.06, 0.92]]
        pen.shape(paw, fur, role="fur")
    if rng.random() < 0.5:
        band = [[-0.3, -0.08], [0.3, -0.08], [0.32, 0.06], [-0.32, 0.06]]
        pen.shape(band, palette.role("accent"), role="cloth")
        pen.ellipse(0, 0.08, 0.08, 0.08, palette.role("gold"), role="metal")
    beast_head(pen.within(0, -0.45, 0.55, angle=rng.normal(0, 6)))


def bird(pen: Pen) -> None:
    """A round bird from the side."""
    palette = pen.palette
    coat, belly, beak = palette.role("coat"), palette.role("muzzle"), palette.role("gold")
    tail = [[-0.5, 0.2], [-1.0, -0.15], [-1.0, 0.15], [-0.9, 0.35], [-0.4, 0.45]]
    pen.shape(tail, coat, role="fur", smooth=False)
    for x in (-0.05, 0.15):
        pen.stroke([[x, 0.6], [x + 0.02, 0.95], [x + 0.14, 0.97]], 1.1, tapered=False)
    body = [
        [-0.6, 0.2],
        [-0.2, -0.3],
        [0.2, -0.75],
        [0.6, -0.65],
        [0.65, -0.2],
        [0.4, 0.5],
        [-0.1, 0.7],
    ]
    number = pen.shape(body, coat, role="fur")
    breast = ring((0.35, 0.2), (0.35, 0.55), count=14)
    pen.shape(breast, belly, role="fur", only=number)
    wing = [[-0.05, -0.15], [0.3, 0.1], [0.05, 0.4], [-0.5, 0.42], [-0.7, 0.3]]
    pen.shape(wing, palette.role("wing"), role="fur")
    for k in range(3):
        pen.detail([[-0.1 - 0.12 * k, 0.05], [-0.2 - 0.14 * k, 0.33]], 0.7)
    upper = [[0.6, -0.55], [0.98, -0.42], [0.62, -0.36]]
    pen.shape(upper, beak, role="detail", smooth=False)
    eye(pen, 0.4, -0.5, 0.1, 0.12, 1)


def fish(pen: Pen) -> None:
    """A fish with fins and scales."""
    rng, palette = pen.rng, pen.palette
    scale, fin = palette.role("scales"), palette.role("fin")
    pen.shape([[0.5, 0], [1.0, -0.45], [0.88, 0], [1.0, 0.45]], fin, role="fin", smooth=False)
    pen.shape([[-0.3, -0.3], [0.1, -0.75], [0.4, -0.25]], fin, role="fin")
    body = [
        [-0.9, 0.05],
        [-0.5, -0.35],
        [0.1, -0.42],
        [0.6, -0.08],
        [0.6, 0.1],
        [0.1, 0.42],
        [-0.5, 0.38],
    ]
    number = pen.shape(body, scale, role="fur")
    belly = [[-0.9, 0.12], [0, 0.1], [0.6, 0.06], [0.1, 0.6], [-0.6, 0.6]]
    pen.shape(belly, palette.role("muzzle"), role="fur", only=number)
    if rng.random() < 0.5:
        for k in range(3):
            bar = ring((-0.15 + 0.28 * k, 0), (0.07, 0.6), count=12)
            pen.shape(bar, palette.role("accent"), role="detail", only=number)
    for _ in range(int(rng.integers(0, 6))):
        u, v = rng.uniform(-0.2, 0.45), rng.uniform(-0.2, 0.2)
        pen.detail(ring((u, v), (0.08, 0.08), count=8, start=-70, stop=70), 0.6)
    pen.shape([[-0.2, 0.1], [0.15, 0.05], [0.05, 0.3]], fin, role="fin")
    eye(pen, -0.58, -0.06, 0.12, 0.13, -1)
    pen.stroke([[-0.88, 0.12], [-0.76, 0.16]], 0.9)


def slime(pen: Pen) -> None:
    """A drop-shaped creature, glossy."""
    rng, palette = pen.rng, pen.palette
    body = [[0, -0.75], [0.35, -0.4], [0.85, 0.4], [0.6, 0.75], [0, 0.8], [-0.6, 0.75],
            [-0.85, 0.4],
            [-0.35, -0.4]]  # fmt: skip
    pen.shape(body, palette.role("slime"), role="gloss", outline=1.2)
    width = rng.uniform(0.1, 0.2)
    for side in (-1, 1):
        eye(pen, side * 0.3, 0.15, width, width * rng.uniform(1, 1.5), side)
    mouth(pen, 0, 0.42, rng.uniform(0.1, 0.22))
    if rng.random() < 0.5:
        leaf = [[0, -0.72], [0.1, -1.0], [0.45, -1.02], [0.3, -0.82]]
        pen.shape(leaf, palette.role("leaf"), role="leaf")
