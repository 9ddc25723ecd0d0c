"""A drawn character with twenty slots, some of them tones of others, under its line art."""

from __future__ import annotations

import cv2
import numpy as np

from engine.document.geometry import Size
from engine.document.model import Document, LayerId, PixelLayer, Role, Slot
from engine.document.raster import raster_from_array
from engine.document.slots import painted, slot_map_from_arrays

SIDE = 320
COLORS: tuple[tuple[str, tuple[int, int, int]], ...] = (
    ("Paper", (250, 248, 240)),
    ("Coat", (58, 118, 128)),
    ("Coat shadow", (37, 74, 87)),
    ("Hair", (120, 74, 44)),
    ("Hair shadow", (78, 46, 30)),
    ("Beret", (196, 92, 70)),
    ("Beret shadow", (128, 58, 48)),
    ("Skin", (211, 169, 124)),
    ("Skin shadow", (176, 128, 96)),
    ("Bow", (64, 30, 34)),
    ("Iris", (84, 120, 104)),
    ("Blush", (211, 139, 102)),
    ("White of the eye", (240, 240, 236)),
    ("Mouth", (150, 60, 64)),
    ("Collar", (226, 220, 200)),
    ("Collar shadow", (180, 172, 160)),
    ("Button", (214, 178, 60)),
    ("Scarf", (150, 60, 110)),
    ("Scarf shadow", (104, 40, 84)),
    ("Pin", (70, 150, 210)),
)
SHAPES = (
    # slot, kind, x, y, width, height as shares of the side
    (1, "ellipse", 0.5, 0.95, 0.42, 0.38),
    (2, "ellipse", 0.72, 0.98, 0.14, 0.26),
    (3, "ellipse", 0.5, 0.42, 0.26, 0.30),
    (4, "ellipse", 0.33, 0.56, 0.07, 0.14),
    (7, "ellipse", 0.5, 0.44, 0.20, 0.22),
    (8, "ellipse", 0.5, 0.62, 0.08, 0.05),
    (5, "ellipse", 0.5, 0.22, 0.28, 0.12),
    (6, "ellipse", 0.56, 0.27, 0.20, 0.05),
    (12, "ellipse", 0.42, 0.42, 0.045, 0.04),
    (12, "ellipse", 0.58, 0.42, 0.045, 0.04),
    (10, "ellipse", 0.42, 0.42, 0.025, 0.03),
    (10, "ellipse", 0.58, 0.42, 0.025, 0.03),
    (11, "ellipse", 0.37, 0.51, 0.035, 0.02),
    (11, "ellipse", 0.63, 0.51, 0.035, 0.02),
    (13, "ellipse", 0.5, 0.56, 0.04, 0.015),
    (14, "ellipse", 0.5, 0.70, 0.14, 0.05),
    (15, "ellipse", 0.53, 0.72, 0.09, 0.025),
    (17, "ellipse", 0.5, 0.76, 0.16, 0.03),
    (18, "ellipse", 0.55, 0.775, 0.10, 0.012),
    (9, "ellipse", 0.42, 0.80, 0.04, 0.03),
    (16, "ellipse", 0.5, 0.88, 0.02, 0.02),
    (16, "ellipse", 0.5, 0.95, 0.02, 0.02),
    (19, "ellipse", 0.64, 0.84, 0.025, 0.025),
)


def character(side: int = SIDE, *, depth: int = 8) -> Document:
    """side × side pixels: a flat layer with slots and soft borders, line art over it."""
    ids = np.zeros((side, side), np.uint16)
    second = np.zeros_like(ids)
    cover = np.zeros((side, side), np.uint8)
    line = np.zeros((side, side, 4), np.uint8)
    for slot, _, x, y, width, height in SHAPES:
        mask = np.zeros((side, side), np.uint8)
        centre = (int(x * side), int(y * side))
        axes = (max(2, int(width * side)), max(2, int(height * side)))
        cv2.ellipse(mask, centre, axes, 0, 0, 360, 255, -1, cv2.LINE_AA)
        soft = (mask > 0) & (mask < 255)
        inside = mask > 127
        before = ids.copy()
        ids[inside] = slot
        second[inside & soft] = before[inside & soft]
        cover[inside] = 0
        cover[inside & soft] = 255 - mask[inside & soft]
        outside = soft & ~inside
        second[outside] = slot
        cover[outside] = mask[outside]
        edge = np.zeros((side, side), np.uint8)
        wide = max(1, side // 200)
        cv2.ellipse(edge, centre, axes, 0, 0, 360, 255, wide, cv2.LINE_AA)
        line[..., 3] = np.maximum(line[..., 3], edge)
    cover[second == ids] = 0
    full = (1 << depth) - 1
    scale = full // 255
    palette = tuple(
        Slot(number, name, tuple(one * scale for one in color), tuple(one * scale for one in color))
        for number, (name, color) in enumerate(COLORS)
    )
    slots = slot_map_from_arrays(palette, ids, second, cover)
    dtype = np.uint8 if depth == 8 else np.uint16
    flat = PixelLayer(
        id=LayerId(1),
        name="Flats",
        raster=painted(slots, np.full((side, side), full, dtype)),
        slots=slots,
        role=Role.FLAT,
    )
    lines = PixelLayer(
        id=LayerId(2),
        name="Line art",
        raster=raster_from_array(line.astype(dtype) * dtype(scale)),
        role=Role.LINE,
    )
    return Document(size=Size(side, side), layers=(flat, lines), depth=depth, next_id=3)
