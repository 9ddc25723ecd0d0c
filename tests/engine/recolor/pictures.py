"""Small decomposed pictures: flat slots with mixed borders under a shadow and a light layer."""

from __future__ import annotations

import numpy as np

from engine.document.geometry import Size
from engine.document.model import BlendMode, Color, Document, LayerId, PixelLayer, Role, Slot
from engine.document.raster import Pixels, pixels_of, raster_from_array
from engine.document.slots import painted, slot_map_from_arrays

FLAT, SHADOW, LIGHT = LayerId(1), LayerId(2), LayerId(3)
COLORS: tuple[Color, ...] = ((200, 90, 60), (60, 90, 200), (240, 235, 220), (30, 26, 34))


def lit_document(
    colors: tuple[Color, ...] = COLORS, *, depth: int = 8, side: int = 300, seed: int = 0
) -> Document:
    """Blocks of slots, a shadow over every other stripe, light on some spots, a transparent
    corner."""
    scale = 1 if depth == 8 else 257
    kind = np.uint8 if depth == 8 else np.uint16
    rng = np.random.default_rng(seed)
    blocks = rng.integers(0, len(colors), (side // 30 + 1, side // 30 + 1))
    ids = np.kron(blocks, np.ones((30, 30), int))[:side, :side].astype(np.uint16)
    second = np.roll(ids, 1, axis=1)
    coverage = np.where(second != ids, 90, 0).astype(np.uint8)
    palette = tuple(
        Slot(number, f"slot {number}", exact, exact)
        for number, exact in enumerate(
            (red * scale, green * scale, blue * scale) for red, green, blue in colors
        )
    )
    slots = slot_map_from_arrays(palette, ids, second, coverage)
    alpha = np.full((side, side), 255 * scale, kind)
    alpha[:20, :20] = 0
    rows, columns = np.mgrid[:side, :side]
    shadow: Pixels = np.zeros((side, side, 4), kind)
    shadow[rows // 25 % 2 == 0] = np.array([150, 140, 190, 255]) * scale
    light: Pixels = np.zeros((side, side, 4), kind)
    light[(rows // 20 + columns // 35) % 5 == 0] = np.array([90, 90, 60, 255]) * scale
    return Document(
        size=Size(side, side),
        depth=depth,
        next_id=4,
        layers=(
            PixelLayer(
                id=FLAT,
                name="Flat colour",
                raster=painted(slots, alpha),
                slots=slots,
                role=Role.FLAT,
            ),
            _clipped(SHADOW, "Shadow", shadow, BlendMode.MULTIPLY, Role.SHADOW),
            _clipped(LIGHT, "Highlight", light, BlendMode.SCREEN, Role.HIGHLIGHT),
        ),
    )


def pixels(document: Document, layer: int) -> Pixels:
    """What layer number `layer` (0 = flat) holds on the canvas."""
    found = document.layers[layer]
    assert isinstance(found, PixelLayer)
    return pixels_of(found.raster, document.size.rect)


def _clipped(
    layer_id: LayerId, name: str, array: Pixels, blend: BlendMode, role: Role
) -> PixelLayer:
    return PixelLayer(
        id=layer_id,
        name=name,
        raster=raster_from_array(array),
        blend=blend,
        clipped=True,
        role=role,
    )
