"""Plants, buildings and props."""

from __future__ import annotations

import numpy as np

from engine.training.pen import Pen
from engine.training.strokes import blob, ring


def rectangle(x0: float, y0: float, x1: float, y1: float) -> list[list[float]]:
    """Corners of an upright rectangle."""
    return [[x0, y0], [x1, y0], [x1, y1], [x0, y1]]


def tree(pen: Pen) -> None:
    """A trunk with a crown of leaf clouds, or a conifer."""
    rng, palette = pen.rng, pen.palette
    trunk, leaf = palette.role("wood"), palette.role("leaf")
    pen.shape([[-0.12, 0.1], [0.12, 0.1], [0.2, 0.98], [-0.2, 0.98]], trunk, role="wood")
    for _ in range(3):
        u = rng.uniform(-0.08, 0.08)
        pen.detail([[u, 0.4], [u + 0.02, 0.6 + pen.jitter(0.1)]], 0.6)
    if rng.random() < 0.35:
        for k in range(3):
            w, y = 0.75 - 0.18 * k, 0.45 - 0.42 * k
            pen.shape([[-w, y], [0, y - 0.75], [w, y], [w * 0.4, y - 0.06], [0, y + 0.05],
                       [-w * 0.4, y - 0.06]], leaf, role="leaf", smooth=False)  # fmt: skip
        return
    other = palette.near(leaf) if rng.random() < 0.4 else leaf
    for k in range(int(rng.integers(2, 6))):
        x, y = rng.uniform(-0.45, 0.45), rng.uniform(-0.65, -0.05)
        cloud = ring((x, y), (rng.uniform(0.3, 0.5), rng.uniform(0.25, 0.4)), count=18)
        cloud[::2] = cloud.mean(0) + (cloud[::2] - cloud.mean(0)) * 1.14
        pen.shape(cloud, leaf if k % 2 else other, role="leaf")
    for _ in range(int(rng.integers(0, 5))):
        x, y = rng.uniform(-0.4, 0.4), rng.uniform(-0.6, 0)
        pen.ellipse(x, y, 0.07, 0.07, palette.role("accent"), role="detail", outline=0.8)


def flower(pen: Pen) -> None:
    """A flower with petals, stem and leaves."""
    rng, palette = pen.rng, pen.palette
    petal, heart, leaf = palette.role("petal"), palette.role("gold"), palette.role("leaf")
    stem = [[-0.04, -0.2], [0.04, -0.2], [0.08, 1.0], [-0.02, 1.0]]
    pen.shape(stem, leaf, role="leaf", smooth=False)
    for side in (-1, 1):
        blade = [[side * 0.02, 0.75], [side * 0.35, 0.3], [side * 0.62, 0.25], [side * 0.4, 0.6]]
        pen.shape(blade, leaf, role="leaf")
        pen.detail([[side * 0.08, 0.7], [side * 0.5, 0.32]], 0.6)
    count, length = int(rng.integers(4, 9)), rng.uniform(0.35, 0.5)
    for k in range(count):
        turned = pen.within(0, -0.35, angle=360 * k / count)
        turned.shape([[0.0, 0.0], [0.16, -length * 0.5], [0.1, -length], [-0.1, -length],
                      [-0.16, -length * 0.5]], petal, role="petal")  # fmt: skip
    pen.ellipse(0, -0.35, 0.16, 0.16, heart, role="detail")


def mushroom(pen: Pen) -> None:
    """A spotted mushroom."""
    rng, palette = pen.rng, pen.palette
    stalk, cap, spot = palette.role("muzzle"), palette.role("cap"), palette.role("white")
    pen.shape([[-0.22, 0.0], [0.22, 0.0], [0.3, 0.9], [-0.3, 0.9]], stalk, role="body")
    dome = [[-0.9, 0.1], [-0.7, -0.5], [0, -0.9], [0.7, -0.5], [0.9, 0.1], [0, 0.25]]
    number = pen.shape(dome, cap, role="gloss")
    for _ in range(int(rng.integers(3, 8))):
        x, y, r = rng.uniform(-0.7, 0.7), rng.uniform(-0.75, 0.1), rng.uniform(0.07, 0.2)
        pen.ellipse(x, y, r, r * 0.85, spot, role="detail", outline=0, only=number)


def potted(pen: Pen) -> None:
    """A plant in a pot."""
    palette, rng = pen.palette, pen.rng
    for _ in range(int(rng.integers(3, 8))):
        turned = pen.within(0, 0.25, angle=rng.uniform(-75, 75))
        length = rng.uniform(0.6, 1.1)
        turned.shape([[0.0, 0.0], [0.13, -length * 0.5], [0, -length], [-0.13, -length * 0.5]],
                     palette.role("leaf"), role="leaf")  # fmt: skip
        turned.detail([[0, -0.1], [0, -length * 0.85]], 0.6)
    pen.shape([[-0.42, 0.25], [0.42, 0.25], [0.3, 0.95], [-0.3, 0.95]], palette.role("roof"),
              role="body", smooth=False)  # fmt: skip
    pen.shape(rectangle(-0.48, 0.16, 0.48, 0.36), palette.role("roof"), role="body", smooth=False)


def house(pen: Pen) -> None:
    """A house with a gabled roof, door, windows and chimney."""
    rng, palette = pen.rng, pen.palette
    wall, roof = palette.role("wall"), palette.role("roof")
    frame, glass, door = palette.role("white"), palette.role("glass"), palette.role("wood")
    w, top = rng.uniform(0.5, 0.8), rng.uniform(-0.3, 0.0)
    if rng.random() < 0.6:
        pen.shape(rectangle(w * 0.4, -0.85, w * 0.62, -0.2), palette.role("stone"), smooth=False)
    pen.shape(rectangle(-w, top, w, 0.9), wall, role="wall", smooth=False)
    if rng.random() < 0.3:
        brick = palette.near(wall)
        for _ in range(12):
            x, y = rng.uniform(-w, w - 0.16), rng.uniform(top, 0.85)
            pen.shape(rectangle(x, y, x + 0.14, y + 0.06), brick, role="detail", smooth=False,
                      outline=0.5 * (rng.random() < 0.5))  # fmt: skip
    peak = top - rng.uniform(0.45, 0.8)
    pen.shape(
        [[-w * 1.2, top + 0.05], [0, peak], [w * 1.2, top + 0.05]], roof, role="roof", smooth=False
    )
    if rng.random() < 0.6:
        for k in range(1, 4):
            y = peak + (top - peak) * k / 4
            pen.detail([[-w * 1.2 * k / 4, y], [w * 1.2 * k / 4, y]], 0.6)
    pen.shape(rectangle(-0.16, 0.3, 0.16, 0.9), door, role="wood", smooth=False)
    pen.ellipse(0.1, 0.62, 0.025, 0.025, palette.role("gold"), role="detail", outline=0.5)
    for x in (-w * 0.6, w * 0.6):
        pen.shape(
            rectangle(x - 0.15, top + 0.2, x + 0.15, top + 0.52), frame, role="wall", smooth=False
        )
        pen.shape(rectangle(x - 0.11, top + 0.24, x + 0.11, top + 0.48), glass, role="glass",
                  smooth=False,
                  outline=0.7)  # fmt: skip
        pen.detail([[x, top + 0.24], [x, top + 0.48]], 0.8)


def castle(pen: Pen) -> None:
    """Towers with battlements and pointed roofs."""
    rng, palette = pen.rng, pen.palette
    stone, roof = palette.role("stone"), palette.role("roof")
    pen.shape(rectangle(-0.7, 0.0, 0.7, 0.9), stone, role="wall", smooth=False)
    for x, w, h in ((-0.7, 0.22, -0.4), (0.7, 0.22, -0.4), (0.0, 0.28, -0.6)):
        h += pen.jitter(0.15)
        pen.shape(rectangle(x - w, h, x + w, 0.92), stone, role="wall", smooth=False)
        pen.shape(
            [[x - w * 1.25, h], [x, h - 0.55], [x + w * 1.25, h]], roof, role="roof", smooth=False
        )
        pen.shape(rectangle(x - 0.05, h + 0.2, x + 0.05, h + 0.42), palette.role("pupil"),
                  role="detail", smooth=False, outline=0.6)  # fmt: skip
    arch = [[-0.18, 0.92], [-0.18, 0.55], [0, 0.38], [0.18, 0.55], [0.18, 0.92]]
    pen.shape(arch, palette.role("wood"), role="wood", smooth=False)
    for _ in range(int(rng.integers(0, 8))):
        x, y = rng.uniform(-0.6, 0.6), rng.uniform(0.1, 0.8)
        pen.detail([[x, y], [x + 0.1, y]], 0.5)


def cup(pen: Pen) -> None:
    """A mug with a drink and steam."""
    rng, palette = pen.rng, pen.palette
    mug, drink = palette.role("mug"), palette.role("wood")
    handle = ring((0.55, 0.1), (0.35, 0.35), count=14)
    hole = ring((0.55, 0.1), (0.2, 0.2), count=14)
    pen.shape(handle, mug, role="gloss")
    pen.shape(hole, 0, role="background")
    pen.shape(
        [[-0.55, -0.4], [0.55, -0.4], [0.48, 0.75], [-0.48, 0.75]], mug, role="gloss", smooth=False
    )
    pen.ellipse(0, 0.74, 0.48, 0.12, mug, role="gloss", outline=0)
    pen.ellipse(0, -0.4, 0.55, 0.16, mug, role="gloss")
    pen.ellipse(0, -0.38, 0.46, 0.11, drink, role="liquid", outline=0.8)
    if rng.random() < 0.5:
        pen.shape(
            blob(rng, 0.2) + np.array([-0.05, 0.2], np.float32),
            palette.role("accent"),
            role="detail",
        )
    for x in (-0.2, 0.1):
        pen.detail([[x, -0.6], [x + 0.1, -0.75], [x - 0.05, -0.9], [x + 0.05, -1.0]], 0.8)


def book(pen: Pen) -> None:
    """A closed book standing at an angle."""
    palette = pen.palette
    pen.shape([[-0.6, -0.7], [0.45, -0.8], [0.6, -0.65], [0.6, 0.7], [-0.45, 0.85], [-0.6, 0.7]],
              palette.role("paper"), role="paper", smooth=False)  # fmt: skip
    for k in range(3):
        pen.detail([[-0.5, 0.72 + 0.04 * k], [0.58, 0.58 + 0.04 * k]], 0.4)
    pen.shape(
        [[-0.6, -0.7], [0.45, -0.8], [0.45, 0.6], [-0.6, 0.7]], palette.role("cover"), smooth=False
    )
    pen.shape([[-0.6, -0.7], [-0.42, -0.72], [-0.42, 0.68], [-0.6, 0.7]], palette.role("accent"),
              role="detail", smooth=False)  # fmt: skip
    star(pen.within(0.0, -0.1, 0.3))


def star(pen: Pen) -> None:
    """A five-pointed star."""
    t = np.deg2rad(np.arange(10) * 36 - 90)
    r = np.where(np.arange(10) % 2, 0.42, 0.95)
    pen.shape(np.stack([r * np.cos(t), r * np.sin(t)], 1), pen.palette.role("gold"), role="gloss",
              smooth=False)  # fmt: skip


def gem(pen: Pen) -> None:
    """A cut stone whose facets are shades of one colour, drawn as separate materials."""
    palette = pen.palette
    base = palette.role("gem")
    dark, light = palette.darker(base, 0.7), palette.darker(base, 0.87)
    pen.shape([[-0.5, -0.6], [0.5, -0.6], [0.9, -0.1], [0, 0.9], [-0.9, -0.1]], base, role="gem",
              smooth=False)  # fmt: skip
    pen.shape([[-0.9, -0.1], [-0.3, -0.1], [0, 0.9]], light, role="gem", smooth=False, outline=0.6)
    pen.shape([[0.3, -0.1], [0.9, -0.1], [0, 0.9]], dark, role="gem", smooth=False, outline=0.6)


def sword(pen: Pen) -> None:
    """A sword, point up."""
    palette = pen.palette
    pen.shape([[-0.1, 0.4], [-0.1, -0.75], [0, -1.0], [0.1, -0.75], [0.1, 0.4]],
              palette.role("metal"),
              role="metal", smooth=False)  # fmt: skip
    pen.detail([[0, -0.85], [0, 0.35]], 0.7)
    pen.shape(rectangle(-0.07, 0.45, 0.07, 0.85), palette.role("wood"), role="wood", smooth=False)
    pen.shape(rectangle(-0.36, 0.36, 0.36, 0.48), palette.role("gold"), role="metal", smooth=False)
    pen.ellipse(0, 0.9, 0.1, 0.1, palette.role("accent"), role="gloss")


def cake(pen: Pen) -> None:
    """A slice of cake with icing and a cherry."""
    rng, palette = pen.rng, pen.palette
    sponge, icing = palette.role("sponge"), palette.role("icing")
    pen.ellipse(0, 0.75, 0.95, 0.2, palette.role("white"), role="gloss")
    side = [[-0.7, -0.1], [0.7, -0.1], [0.65, 0.7], [-0.65, 0.7]]
    number = pen.shape(side, sponge, role="body", smooth=False)
    for y in (0.15, 0.42):
        pen.shape(rectangle(-0.8, y, 0.8, y + 0.09), icing, smooth=False, outline=0, only=number)
    drips = [[-0.75, -0.2], [0, -0.42], [0.75, -0.2]]
    for k in range(7):
        drips.append([0.7 - 1.4 * k / 6, (0.3 if k % 2 else 0.0) + pen.jitter(0.08)])
    pen.shape(drips, icing, role="gloss")
    pen.ellipse(0, -0.42, 0.16, 0.16, palette.role("cherry"), role="gloss")
    pen.stroke([[0.02, -0.55], [0.12, -0.8], [0.25, -0.9]], 0.9)
    for _ in range(int(rng.integers(0, 9))):
        x, y = rng.uniform(-0.5, 0.5), rng.uniform(-0.3, -0.1)
        pen.ellipse(x, y, 0.03, 0.03, palette.role("accent"), role="detail", outline=0)


def fruit(pen: Pen) -> None:
    """An apple with a leaf."""
    palette = pen.palette
    body = [[0, -0.5], [0.4, -0.65], [0.8, -0.3], [0.75, 0.35], [0.35, 0.82], [0, 0.72],
            [-0.35, 0.82],
            [-0.75, 0.35], [-0.8, -0.3], [-0.4, -0.65]]  # fmt: skip
    pen.shape(body, palette.role("fruit"), role="gloss")
    pen.stroke([[0, -0.48], [0.04, -0.75], [0.12, -0.9]], 1.6)
    pen.shape(
        [[0.08, -0.75], [0.3, -0.98], [0.6, -0.95], [0.4, -0.72]], palette.role("leaf"), role="leaf"
    )


def ball(pen: Pen) -> None:
    """A beach ball in segments."""
    palette, rng = pen.palette, pen.rng
    colors = [palette.role("white"), palette.role("accent"), palette.fresh(), palette.fresh()]
    number = pen.ellipse(0, 0, 0.85, 0.85, colors[0], role="gloss")
    count = int(rng.integers(2, 4)) * 2
    for k in range(count):
        a, b = np.deg2rad(360 * k / count - 90), np.deg2rad(360 * (k + 1) / count - 90)
        mid = (a + b) / 2
        wedge = [[0.1, -0.15], [np.cos(a) * 1.3, np.sin(a) * 1.3],
                 [np.cos(mid) * 1.5, np.sin(mid) * 1.5],
                 [np.cos(b) * 1.3, np.sin(b) * 1.3]]  # fmt: skip
        pen.shape(wedge, colors[k % len(colors)], role="gloss", smooth=False, outline=0,
                  only=number,
                  number=number)  # fmt: skip
        pen.detail([[0.1, -0.15], _on_rim(a)], 0.8)


def _on_rim(angle: float) -> list[float]:
    """Where the seam of a ball from (0.1, -0.15) towards an angle meets its outline."""
    start, reach = np.array([0.1, -0.15]), np.array([np.cos(angle), np.sin(angle)]) * 1.3
    along = np.linspace(0, 1, 200)[:, None]
    path = start + along * (reach - start)
    return [float(x) for x in path[np.hypot(*path.T) <= 0.84][-1]]


def umbrella(pen: Pen) -> None:
    """An open umbrella in two colours."""
    palette = pen.palette
    a, b = palette.role("cloth"), palette.role("accent")
    pen.stroke([[0, -0.2], [0, 0.8], [0.08, 0.92], [0.2, 0.85]], 1.8, tapered=False)
    dome = np.concatenate([ring((0, 0.0), (0.95, 0.8), count=13, start=180, stop=360)])
    hem = [[0.95 - 1.9 * k / 8, 0.0 if k % 2 == 0 else -0.1] for k in range(1, 8)]
    number = pen.shape(np.concatenate([dome, np.array(hem)]), a, role="cloth", smooth=False)
    for x in (-0.5, 0.5):
        rib = [[0, -0.8], [x * 0.6, -0.4], [x * 0.95, 0.05], [x * 0.1, 0.05]]
        pen.shape(rib, b, role="cloth", outline=0, only=number, number=number)
        pen.detail([[0, -0.8], [x * 0.6, -0.4], [x * 0.95, -0.02]], 0.8)
