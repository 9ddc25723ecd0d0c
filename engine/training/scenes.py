"""Backgrounds: paper, plain colour, shapes, a landscape, a room."""

from __future__ import annotations

import numpy as np

from engine.training.pen import Pen
from engine.training.strokes import blob, ring
from engine.training.things import house, rectangle, tree


def paper(pen: Pen) -> None:
    """White or nearly white, nothing else."""
    white = np.array([1, 1, 1], np.float32)
    pen.palette.slot(white) if pen.rng.random() < 0.7 else pen.palette.fresh("white")


def plain(pen: Pen) -> None:
    """One flat colour."""
    pen.palette.fresh("" if pen.rng.random() < 0.6 else "sky")


def shapes(pen: Pen) -> None:
    """Big decorative shapes: a disc, rays, blobs, stripes."""
    rng, palette = pen.rng, pen.palette
    plain(pen)
    other = palette.fresh()
    kind = int(rng.integers(5))
    number = pen.sheet.new_object("backdrop")
    if kind == 0:
        points = ring((0, 0), (0.85, 0.85), count=24)
        pen.shape(points, other, role="backdrop", outline=0, number=number)
    elif kind == 1:
        for k in range(0, 24, 2):
            a, b = np.deg2rad(15 * k), np.deg2rad(15 * (k + 1))
            ray = [[0, 0], [3 * np.cos(a), 3 * np.sin(a)], [3 * np.cos(b), 3 * np.sin(b)]]
            pen.shape(ray, other, smooth=False, outline=0, number=number)
    elif kind == 2:
        for _ in range(int(rng.integers(2, 6))):
            middle = rng.uniform(-1.1, 1.1, 2).astype(np.float32)
            points = blob(rng, rng.uniform(0.2, 0.7), depth=0.3) + middle
            pen.shape(points, other if rng.random() < 0.6 else palette.fresh(), outline=0,
                      number=number)  # fmt: skip
    elif kind == 3:
        step, tilt = rng.uniform(0.15, 0.4), rng.uniform(-1, 1)
        for x in np.arange(-3, 3, 2 * step):
            bar = [[x, -1.5], [x + step, -1.5], [x + step + tilt, 1.5], [x + tilt, 1.5]]
            pen.shape(bar, other, smooth=False, outline=0, number=number)
    else:
        step = rng.uniform(0.2, 0.4)
        for row, y in enumerate(np.arange(-1.3, 1.3, step)):
            for x in np.arange(-1.3 + (row % 2) * step / 2, 1.3, step):
                dot = ring((x, y), (step * 0.2, step * 0.2), count=12)
                pen.shape(dot, other, smooth=False, outline=0, number=number)


def landscape(pen: Pen) -> None:
    """Sky, sun or clouds, hills, ground, now and then a tree or a house far away."""
    rng, palette = pen.rng, pen.palette
    palette.role("sky")
    pen.sheet.ids[:] = palette.role("sky")
    if rng.random() < 0.5:
        x, y = rng.uniform(-0.9, 0.9), rng.uniform(-1, -0.5)
        pen.ellipse(x, y, 0.22, 0.22, palette.role("gold"), role="backdrop", outline=0.8)
    for _ in range(int(rng.integers(0, 4))):
        x, y, w = rng.uniform(-1.2, 1.2), rng.uniform(-1, -0.2), rng.uniform(0.2, 0.5)
        cloud = ring((x, y), (w, w * 0.45), count=14)
        cloud[::2] = cloud.mean(0) + (cloud[::2] - cloud.mean(0)) * 1.2
        pen.shape(cloud, palette.role("white"), role="cloud", outline=rng.choice([0.0, 0.8]))
    for k in range(int(rng.integers(1, 4))):
        level = 0.1 + 0.28 * k + pen.jitter(0.1)
        hill = [[x, level + rng.uniform(-0.25, 0.15)] for x in np.linspace(-1.6, 1.6, 6)]
        slot = palette.fresh("leaf" if rng.random() < 0.6 else "ground")
        pen.shape([*hill, [1.7, 2.2], [-1.7, 2.2]], slot, role="ground")
        if rng.random() < 0.4:
            tree(pen.within(rng.uniform(-0.9, 0.9), level - 0.15, rng.uniform(0.15, 0.35)))
        elif rng.random() < 0.3:
            house(pen.within(rng.uniform(-0.8, 0.8), level - 0.1, rng.uniform(0.18, 0.3)))
    ground = [
        [-1.7, 0.75 + pen.jitter(0.1)],
        [0, 0.7],
        [1.7, 0.75 + pen.jitter(0.1)],
        [1.7, 2],
        [-1.7, 2],
    ]
    pen.shape(ground, palette.fresh("ground"), role="ground")
    for _ in range(int(rng.integers(0, 10))):
        x, y = rng.uniform(-1, 1), rng.uniform(0.8, 1.05)
        pen.detail([[x, y], [x + pen.jitter(0.03), y - 0.08]], 0.7)


def room(pen: Pen) -> None:
    """A wall, a floor, a window or a picture."""
    rng, palette = pen.rng, pen.palette
    wall = palette.fresh("muzzle" if rng.random() < 0.5 else "")
    pen.sheet.ids[:] = wall
    level = rng.uniform(0.45, 0.8)
    pen.shape(rectangle(-2, level, 2, 2), palette.fresh("wood"), role="ground", smooth=False)
    pen.shape(
        rectangle(-2, level - 0.08, 2, level), palette.fresh("white"), smooth=False, outline=0.7
    )
    x = rng.choice([-0.75, 0.75])
    pen.shape(rectangle(x - 0.3, -0.85, x + 0.3, -0.1), palette.role("white"), smooth=False)
    pen.shape(rectangle(x - 0.25, -0.8, x + 0.25, -0.15), palette.role("sky"), role="glass",
              smooth=False,
              outline=0.8)  # fmt: skip
    pen.detail([[x, -0.8], [x, -0.15]], 1.0)
