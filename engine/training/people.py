"""Characters: a bust as in anime, a chibi from head to foot, a round emote face."""

from __future__ import annotations

import numpy as np

from engine.training.pen import Pen
from engine.training.strokes import ring


def eye(pen: Pen, x: float, y: float, width: float, height: float, side: int) -> None:
    """One eye; `side` is -1 for the left and 1 for the right one."""
    rng, palette = pen.rng, pen.palette
    white, iris, pupil = palette.role("white"), palette.role("iris"), palette.role("pupil")
    kind = palette.role_choice("eye", 4)
    if kind == 0:  # a dot, or a closed arc
        if palette.role_choice("eye closed", 3) == 0:
            pen.stroke([[x - width, y], [x, y - height * 0.5], [x + width, y]], 1.4)
            return
        pen.ellipse(x, y, width * 0.55, height * 0.8, pupil, role="eye", outline=0.6)
        pen.ellipse(x - width * 0.2, y - height * 0.35, width * 0.2, height * 0.22, white,
                    role="eye", outline=0)  # fmt: skip
        return
    ball = pen.ellipse(x, y, width, height, white, role="eye", outline=0.7 if kind == 1 else 0)
    look = palette.role_choice("look", 5) - 2
    ix = x + look * width * 0.1
    pen.ellipse(ix, y + height * 0.1, width * 0.68, height * 0.86, iris, role="eye", only=ball)
    if kind >= 2:
        upper = palette.role("iris shade", darker_than=iris)
        outline = ring((ix, y + height * 0.1), (width * 0.66, height * 0.84), count=24)
        cap = outline[outline[:, 1] < y - height * 0.05]
        if len(cap) > 3:
            pen.shape(cap, upper, role="eye", smooth=False, outline=0, only=ball)
    pen.ellipse(ix, y + height * 0.12, width * 0.3, height * 0.42, pupil, role="eye", only=ball)
    pen.ellipse(ix - width * 0.28, y - height * 0.38, width * 0.24, height * 0.24, white,
                role="eye", outline=0)  # fmt: skip
    if kind == 3:
        pen.ellipse(ix + width * 0.25, y + height * 0.45, width * 0.12, height * 0.12, white,
                    role="eye", outline=0)  # fmt: skip
    lid = [[x - width * 1.1, y - height * (0.15 if side > 0 else 0.3)],
           [x - width * 0.5, y - height * 0.95],
           [x + width * 0.5, y - height * 0.95],
           [x + width * 1.1, y - height * (0.3 if side > 0 else 0.15)]]  # fmt: skip
    pen.stroke(lid, rng.uniform(1.6, 2.6))
    if palette.role_choice("lashes", 2):
        pen.stroke(
            [[x + side * width, y - height * 0.35], [x + side * width * 1.35, y - height * 0.6]],
            1.2,
        )
    if palette.role_choice("lower lid", 2):
        pen.stroke(
            [[x - width * 0.6, y + height * 0.95], [x + width * 0.6, y + height * 0.95]], 0.6
        )


def mouth(pen: Pen, x: float, y: float, size: float) -> None:
    """A line, a smile, an open mouth with a tongue."""
    rng = pen.rng
    kind = int(rng.integers(5))
    if kind <= 1:
        bend = rng.uniform(-0.25, 0.35) * size
        pen.stroke([[x - size, y], [x, y + bend], [x + size, y + pen.jitter(0.1) * size]], 1.0)
    elif kind == 2:
        pen.stroke([[x - size, y - size * 0.1], [x - size * 0.5, y + size * 0.3], [x, y],
                    [x + size * 0.5, y + size * 0.3], [x + size, y - size * 0.1]], 0.9)  # fmt: skip
    else:
        low = rng.uniform(0.5, 1.2) * size
        gape = [[x - size, y], [x, y + size * 0.12], [x + size, y], [x + size * 0.6, y + low],
                [x, y + low * 1.2], [x - size * 0.6, y + low]]  # fmt: skip
        number = pen.shape(gape, pen.palette.role("mouth"), role="mouth")
        if rng.random() < 0.6:
            pen.ellipse(x, y + low * 1.05, size * 0.6, low * 0.5, pen.palette.role("tongue"),
                        role="mouth", outline=0, only=number)  # fmt: skip
        if rng.random() < 0.4:
            teeth = [[x - size * 0.8, y - size * 0.1], [x + size * 0.8, y - size * 0.1],
                     [x + size * 0.6, y + low * 0.25],
                     [x - size * 0.6, y + low * 0.25]]  # fmt: skip
            pen.shape(teeth, pen.palette.role("white"), role="mouth", smooth=False, only=number)


def hair_back(pen: Pen, r: float, y: float, length: float) -> None:
    """The mass of hair behind the head, cut into locks at its lower edge."""
    rng = pen.rng
    crown = ring((0, y), (r * 1.24, r * 1.28), count=9, start=-200, stop=20)
    locks = int(rng.integers(3, 7))
    spread = rng.uniform(1.2, 1.6)
    low = []
    for k in range(2 * locks + 1):
        u = 1 - k / locks
        tip = rng.uniform(0.2, 0.5) if k % 2 else 0.0
        low.append([u * r * spread + pen.jitter(0.03 * r), y + r * (length + tip)])
    pen.shape(np.concatenate([crown, np.array(low)]), pen.palette.role("hair"), role="hair")


def hair_front(pen: Pen, r: float, y: float) -> None:
    """Fringe: bangs with a random parting, side locks, strands, sometimes a dyed lock."""
    rng, slot = pen.rng, pen.palette.role("hair")
    sides = rng.uniform(0.1, 1.1)
    teeth = int(rng.integers(3, 8))
    crown = ring((0, y - r * 0.05), (r * 1.17, r * 1.24), count=9, start=-186, stop=6)
    low = [[r * 1.2, y + r * sides], [r * 0.98, y + r * sides * 0.6]]
    part = rng.uniform(-0.6, 0.6)
    for k in range(2 * teeth + 1):
        u = 0.92 - 1.84 * k / (2 * teeth)
        lift = 0.25 * np.exp(-(((u - part) / 0.35) ** 2))
        down = rng.uniform(-0.25, 0.22) if k % 2 else rng.uniform(-0.62, -0.42)
        low.append([u * r + pen.jitter(0.03 * r), y + r * (down - lift)])
    low += [[-r * 0.98, y + r * sides * 0.6], [-r * 1.2, y + r * sides]]
    number = pen.shape(np.concatenate([crown, np.array(low)]), slot, role="hair")
    if rng.random() < 0.25:
        u = rng.uniform(-0.6, 0.6)
        lock = [[u * r * 0.5, y - r * 1.3], [u * r * 0.7 + r * 0.22, y - r * 1.25],
                [u * r + r * 0.15, y + r * 0.3], [u * r, y + r * 0.4]]  # fmt: skip
        pen.shape(lock, pen.palette.fresh(), role="hair", only=number)
    for _ in range(int(rng.integers(1, 7))):
        u = rng.uniform(-0.85, 0.85)
        pen.detail([[u * r * 0.45, y - r * 1.1], [u * r * 0.8, y - r * 0.8],
                    [u * r * 0.95, y - r * rng.uniform(0.35, 0.6)]], 0.7)  # fmt: skip


def head(pen: Pen, r: float, y: float) -> None:
    """Ears, face, features; the hair is drawn before and after."""
    rng, palette = pen.rng, pen.palette
    skin = palette.role("skin")
    if rng.random() < 0.8:
        for side in (-1, 1):
            ear = [[side * r * 0.82, y - r * 0.05], [side * r * 1.1, y - r * 0.12],
                   [side * r * 1.08, y + r * 0.22], [side * r * 0.84, y + r * 0.32]]  # fmt: skip
            pen.shape(ear, skin, role="skin")
    chin, jaw = rng.uniform(0.9, 1.12), rng.uniform(0.45, 0.7)
    face = [[-r * 0.95, y - r * 0.2], [-r * 0.9, y + r * 0.32], [-r * jaw, y + r * 0.78],
            [pen.jitter(0.02), y + r * chin], [r * jaw, y + r * 0.78], [r * 0.9, y + r * 0.32],
            [r * 0.95, y - r * 0.2], [r * 0.6, y - r * 0.9], [-r * 0.6, y - r * 0.9]]  # fmt: skip
    pen.shape(face, skin, role="face")
    apart, level = r * rng.uniform(0.36, 0.48), y + r * rng.uniform(0.08, 0.26)
    width, height = r * rng.uniform(0.18, 0.27), r * rng.uniform(0.17, 0.34)
    if rng.random() < 0.3:
        blush = palette.near(skin) if rng.random() < 0.3 else palette.darker(skin, 0.93)
        for side in (-1, 1):
            pen.ellipse(side * r * 0.58, y + r * 0.5, r * 0.17, r * 0.08, blush, role="detail",
                        outline=0)  # fmt: skip
    for side in (-1, 1):
        eye(pen, side * apart, level, width, height, side)
        brow = level - height - r * rng.uniform(0.16, 0.22)
        pen.stroke([[side * (apart - width), brow + r * 0.03], [side * apart, brow - r * 0.03],
                    [side * (apart + width), brow + r * 0.02]], 1.3)  # fmt: skip
    if rng.random() < 0.75:
        pen.stroke([[0.0, y + r * 0.38], [r * 0.05, y + r * 0.48], [-r * 0.02, y + r * 0.5]], 0.7)
    mouth(pen, 0.0, y + r * 0.68, r * rng.uniform(0.12, 0.26))
    if rng.random() < 0.15:
        for side in (-1, 1):
            lens = ring((side * apart, level), (width * 1.5, height * 1.2), count=16)
            pen.stroke(np.concatenate([lens, lens[:1]]), 0.9, tapered=False)
        pen.stroke(
            [[-apart + width * 1.5, level], [apart - width * 1.5, level]], 0.9, tapered=False
        )


def hat(pen: Pen, r: float, y: float) -> None:
    """A cap, a beret, a witch's hat, a ribbon, cat ears."""
    rng, palette = pen.rng, pen.palette
    slot, band = palette.fresh(), palette.fresh()
    kind = int(rng.integers(4))
    if kind == 0:
        dome = [[-r * 1.25, y - r * 0.65], [-r * 1.0, y - r * 1.35], [0, y - r * 1.65],
                [r * 1.0, y - r * 1.35], [r * 1.25, y - r * 0.65], [0, y - r * 0.85]]  # fmt: skip
        pen.shape(dome, slot, role="cloth")
        brim = [[-r * 1.25, y - r * 0.75], [0, y - r * 0.98], [r * 1.25, y - r * 0.75],
                [r * 1.2, y - r * 0.5], [0, y - r * 0.72], [-r * 1.2, y - r * 0.5]]  # fmt: skip
        pen.shape(brim, band, role="cloth")
    elif kind == 1:
        cone = [[-r * 0.95, y - r * 0.75], [-r * 0.5, y - r * 1.5], [r * 0.3, y - r * 2.1],
                [r * 0.5, y - r * 1.4], [r * 0.95, y - r * 0.75], [0, y - r * 0.9]]  # fmt: skip
        pen.shape(cone, slot, role="cloth")
        pen.ellipse(0, y - r * 0.72, r * 1.6, r * 0.22, slot, role="cloth")
    elif kind == 2:
        for side in (-1, 1):
            bow = [[side * r * 0.1, y - r * 1.15], [side * r * 0.7, y - r * 1.55],
                   [side * r * 0.75, y - r * 0.95]]  # fmt: skip
            pen.shape(bow, slot, role="cloth")
        pen.ellipse(0, y - r * 1.15, r * 0.16, r * 0.18, band, role="cloth")
    else:
        hair = palette.role("hair")
        for side in (-1, 1):
            ear = [[side * r * 0.35, y - r * 1.05], [side * r * 0.95, y - r * 1.75],
                   [side * r * 1.1, y - r * 0.7]]  # fmt: skip
            inner = [[side * r * 0.55, y - r * 1.05], [side * r * 0.88, y - r * 1.5],
                     [side * r * 0.98, y - r * 0.85]]  # fmt: skip
            pen.shape(ear, hair, role="hair", smooth=False)
            pen.shape(inner, band, role="detail", smooth=False, outline=0.6)


def cloth_pattern(pen: Pen, number: int, x: tuple[float, float], y: tuple[float, float]) -> None:
    """Stripes, dots or checks of another material within one object."""
    rng, slot = pen.rng, pen.palette.fresh()
    kind, step = int(rng.integers(3)), float(rng.uniform(0.09, 0.22))
    rows = np.arange(y[0], y[1], step)
    for row, v in enumerate(rows):
        if kind == 0:
            bar = [[x[0], v], [x[1], v], [x[1], v + step * 0.45], [x[0], v + step * 0.45]]
            pen.shape(bar, slot, smooth=False, outline=0, only=number, number=number)
            continue
        for u in np.arange(x[0] + (row % 2) * step / 2, x[1], step):
            if kind == 1:
                points = ring((u, v), (step * 0.22, step * 0.22), count=12)
            else:
                h = step / 4
                points = np.array([[u - h, v - h], [u + h, v - h], [u + h, v + h], [u - h, v + h]])
            pen.shape(points, slot, smooth=False, outline=0, only=number, number=number)


def torso(pen: Pen, r: float, y: float) -> None:
    """Neck, shirt or jacket, collar, buttons, folds; fills the frame down to its lower edge."""
    rng, palette = pen.rng, pen.palette
    skin, cloth = palette.role("skin"), palette.role("cloth")
    neck = [[-r * 0.3, y + r * 0.55], [r * 0.3, y + r * 0.55], [r * 0.34, y + r * 1.6],
            [-r * 0.34, y + r * 1.6]]  # fmt: skip
    pen.shape(neck, skin, role="skin", smooth=False)
    wide, deep = r * rng.uniform(1.3, 1.9), 2.2
    body = [[-r * 0.4, y + r * 1.2], [-wide, y + r * 1.65], [-wide * 1.2, deep], [0, deep * 1.2],
            [wide * 1.2, deep], [wide, y + r * 1.65], [r * 0.4, y + r * 1.2],
            [0, y + r * 1.45]]  # fmt: skip
    number = pen.shape(body, cloth, role="cloth")
    if rng.random() < 0.22:
        cloth_pattern(pen, number, (-wide * 1.3, wide * 1.3), (y + r * 1.2, 1.6))
    style = rng.random()
    if style < 0.35:
        inner = [
            [-r * 0.3, y + r * 1.25],
            [r * 0.3, y + r * 1.25],
            [r * 0.45, deep],
            [-r * 0.45, deep],
        ]
        pen.shape(inner, palette.fresh("white" if rng.random() < 0.4 else ""), role="cloth")
    if style < 0.7:
        collar = palette.fresh()
        for side in (-1, 1):
            lapel = [[side * r * 0.06, y + r * 1.55], [side * r * 0.42, y + r * 1.15],
                     [side * r * 0.95, y + r * 1.5],
                     [side * r * 0.5, y + r * rng.uniform(1.9, 2.3)]]  # fmt: skip
            pen.shape(lapel, collar, role="cloth", smooth=rng.random() < 0.5)
    if rng.random() < 0.5:
        accent = palette.role("accent")
        for k in range(int(rng.integers(1, 4))):
            pen.ellipse(0, y + r * (1.8 + 0.35 * k), r * 0.09, r * 0.09, accent, role="detail",
                        outline=0.8)  # fmt: skip
    for _ in range(int(rng.integers(1, 6))):
        u, v = rng.choice([-1, 1]) * rng.uniform(0.3, 0.95) * wide, y + r * rng.uniform(1.8, 2.4)
        pen.detail([[u, v], [u + pen.jitter(0.1), v + 0.12], [u + pen.jitter(0.12), v + 0.3]], 0.8)


def bust(pen: Pen) -> None:
    """Head and shoulders, seen from the front."""
    rng = pen.rng
    r, y = rng.uniform(0.40, 0.52), rng.uniform(-0.42, -0.22)
    tilted = pen.within(0, 0, angle=rng.normal(0, 4))
    hair_back(tilted, r, y, rng.uniform(0.4, 2.3))
    torso(tilted, r, y)
    turned = tilted.within(0, y, angle=rng.normal(0, 5)).within(0, -y)
    head(turned, r, y)
    hair_front(turned, r, y)
    if rng.random() < 0.45:
        hat(turned, r, y)


def chibi(pen: Pen) -> None:
    """A small figure with a large head, from head to foot."""
    rng, palette = pen.rng, pen.palette
    r, y = 0.5, -0.38
    skin, cloth = palette.role("skin"), palette.role("cloth")
    hair_back(pen, r, y, rng.uniform(0.3, 1.6))
    trousers, shoes = palette.fresh() if rng.random() < 0.7 else skin, palette.fresh()
    for side in (-1, 1):
        leg = [[side * 0.05, 0.5], [side * 0.2, 0.5], [side * 0.2, 0.92], [side * 0.06, 0.92]]
        pen.shape(leg, trousers, role="cloth", smooth=False)
        pen.ellipse(side * 0.15, 0.94, 0.13, 0.07, shoes, role="cloth")
    for side in (-1, 1):
        lift = rng.uniform(-0.25, 0.25)
        arm = [
            [side * 0.18, 0.18],
            [side * 0.3, 0.2],
            [side * 0.48, 0.42 + lift],
            [side * 0.38, 0.5 + lift],
        ]
        pen.shape(arm, cloth, role="cloth")
        pen.ellipse(side * 0.45, 0.48 + lift, 0.08, 0.08, skin, role="skin")
    dress = rng.uniform(0.22, 0.42)
    body = [[-0.16, 0.1], [0.16, 0.1], [dress, 0.62], [0, 0.68], [-dress, 0.62]]
    number = pen.shape(body, cloth, role="cloth")
    if rng.random() < 0.3:
        cloth_pattern(pen, number, (-0.45, 0.45), (0.1, 0.7))
    if rng.random() < 0.6:
        belt = [[-0.3, 0.36], [0.3, 0.36], [0.32, 0.43], [-0.32, 0.43]]
        pen.shape(belt, palette.role("accent"), role="cloth", smooth=False, only=number)
    head(pen, r, y)
    hair_front(pen, r, y)
    if rng.random() < 0.4:
        hat(pen, r, y)


def face(pen: Pen) -> None:
    """A round face as in reaction stickers."""
    rng, palette = pen.rng, pen.palette
    skin = palette.role("gold" if rng.random() < 0.5 else "skin")
    pen.ellipse(0, 0, 0.85, 0.8, skin, role="face", outline=1.3)
    for side in (-1, 1):
        eye(pen, side * 0.32, -0.1, rng.uniform(0.12, 0.22), rng.uniform(0.14, 0.28), side)
    mouth(pen, 0, 0.3, rng.uniform(0.15, 0.4))
    if rng.random() < 0.3:
        tear = palette.role("glass")
        pen.shape([[0.34, 0.1], [0.46, 0.36], [0.36, 0.46], [0.26, 0.36]], tear, role="detail")
