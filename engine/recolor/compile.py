"""Compiles every kernel of this room into numba's cache on disk, or loads them from it.

`warm_up()` at set-up, and on a thread of its own when the program starts, so that no first key of
the recolour mode waits for a compiler.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.document.geometry import Size
from engine.document.model import BlendMode, Document, LayerId, PixelLayer, Slot
from engine.document.raster import raster_from_array
from engine.document.slots import painted, slot_map_from_arrays, slots_of, with_dtype
from engine.progress import Progress
from engine.recolor.extraction import found_slots
from engine.recolor.families import with_colors
from engine.recolor.live import Recoloring
from engine.recolor.regions import Regions
from engine.recolor.screen import warm_up as warm_up_screen

SIDE = 16
FLAT = LayerId(1)


def warm_up() -> None:
    """Recolour, label and analyse a few pixels at both depths and both widths of ids."""
    for depth in (8, 16):
        for width in (np.uint8, np.uint16):
            document = _drawing(depth, width)
            flat = document.layers[0]
            slots = slots_of(flat)
            full = (1 << depth) - 1
            Recoloring(document, FLAT).shown(with_colors(slots, {0: (full, 0, full)}, depth))
            if depth == 8 and isinstance(flat, PixelLayer):
                Regions(flat, document.size)
        if isinstance(flat, PixelLayer):
            found_slots(replace(flat, slots=None), Progress.silent())
    warm_up_screen()


def _drawing(depth: int, width: type[np.uint8] | type[np.uint16]) -> Document:
    """Two slots with a mixed border, half in shadow, a quarter in light."""
    scale = 1 if depth == 8 else 257
    kind = np.uint8 if depth == 8 else np.uint16
    ids = np.zeros((SIDE, SIDE), np.uint16)
    ids[:, SIDE // 2 :] = 1
    coverage = np.zeros((SIDE, SIDE), np.uint8)
    coverage[:, SIDE // 2] = 90
    colors = [(200 * scale, 90 * scale, 60 * scale), (60 * scale, 90 * scale, 200 * scale)]
    palette = tuple(Slot(number, "", color, color) for number, color in enumerate(colors))
    slots = slot_map_from_arrays(palette, ids, 1 - ids, coverage)
    slots = replace(slots, ids=with_dtype(slots.ids, width), second=with_dtype(slots.second, width))
    flat = PixelLayer(
        id=FLAT,
        name="",
        raster=painted(slots, np.full((SIDE, SIDE), 255 * scale, kind)),
        slots=slots,
    )
    tint = np.full((SIDE, SIDE, 4), 255 * scale, kind)
    tint[..., :3] = 150 * scale
    tint[: SIDE // 2] = 0
    over = [
        PixelLayer(
            id=LayerId(2 + number),
            name="",
            raster=raster_from_array(tint),
            blend=blend,
            clipped=True,
        )
        for number, blend in enumerate((BlendMode.MULTIPLY, BlendMode.SCREEN))
    ]
    return Document(size=Size(SIDE, SIDE), layers=(flat, *over), depth=depth, next_id=4)
