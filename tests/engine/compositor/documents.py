"""Documents for the compositor's tests: random ones with every feature, and small builders."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from engine.document.adjustments import (
    Adjustment,
    BrightnessContrast,
    ColorBalance,
    Curves,
    Exposure,
    GradientMap,
    GradientStop,
    HueRange,
    HueSaturation,
    Invert,
    Levels,
    LevelsRecord,
    Posterize,
    Threshold,
)
from engine.document.geometry import Size
from engine.document.model import (
    AdjustmentLayer,
    BlendMode,
    Document,
    GroupLayer,
    Layer,
    LayerId,
    Mask,
    PixelLayer,
)
from engine.document.raster import Pixels, raster_from_array

ADJUSTMENTS: tuple[Adjustment, ...] = (
    Levels(master=LevelsRecord(20, 230, 0, 255, 1.4), blue=LevelsRecord(0, 255, 40, 200)),
    Curves(master=((0, 0), (90, 140), (255, 255)), red=((0, 255), (255, 0))),
    BrightnessContrast(brightness=20, contrast=-30),
    Exposure(exposure=0.7, offset=-0.02, gamma=1.2),
    HueSaturation(hue=70, saturation=40, lightness=-10),
    HueSaturation(ranges=(HueRange(315, 345, 15, 45, 90, -50, 20), HueRange(75, 105, 135, 165, 9))),
    HueSaturation(hue=200, saturation=60, lightness=15, colorize=True),
    ColorBalance(shadows=(30, 0, -50), midtones=(0, 40, 0), highlights=(-20, 0, 60)),
    ColorBalance(midtones=(50, -20, 0), keep_luminosity=False),
    GradientMap(stops=(GradientStop(0, (0.1, 0, 0.4)), GradientStop(1, (1, 0.9, 0.5)))),
    Invert(),
    Posterize(levels=5),
    Threshold(level=100),
)
"""One or more of every kind."""
PIXEL_MODES = tuple(mode for mode in BlendMode if mode is not BlendMode.PASS_THROUGH)


def pixel_layer(layer_id: int, pixels: Pixels, **changes: Any) -> PixelLayer:
    """A layer that shows `pixels` at (left, top) = (0, 0)."""
    layer = PixelLayer(
        id=LayerId(layer_id), name=f"layer {layer_id}", raster=raster_from_array(pixels)
    )
    return replace(layer, **changes)


def adjustment_layer(layer_id: int, adjustment: Adjustment, **changes: Any) -> AdjustmentLayer:
    layer = AdjustmentLayer(
        id=LayerId(layer_id), name=f"adjustment {layer_id}", adjustment=adjustment
    )
    return replace(layer, **changes)


def group_layer(layer_id: int, *layers: Layer, **changes: Any) -> GroupLayer:
    """A pass-through group unless `blend` says otherwise."""
    return replace(
        GroupLayer(id=LayerId(layer_id), name=f"group {layer_id}", layers=layers), **changes
    )


def document_of(*layers: Layer, size: tuple[int, int], depth: int = 8) -> Document:
    """size: width, height."""
    return Document(size=Size(*size), layers=layers, depth=depth, next_id=1000)


def random_pixels(rng: np.random.Generator, height: int, width: int, depth: int = 8) -> Pixels:
    """Noise in which the corner cases are common: alpha 0 and full, black, white, gray."""
    top = 2**depth - 1
    pixels = rng.integers(0, top + 1, (height, width, 4)).astype(f"u{depth // 8}")
    kind = rng.random((height, width))
    pixels[kind < 0.10, :3] = 0
    pixels[(kind >= 0.10) & (kind < 0.20), :3] = top
    gray = (kind >= 0.20) & (kind < 0.25)
    pixels[gray, :3] = pixels[gray, :1]
    shown = rng.random((height, width))
    pixels[shown < 0.25, 3] = 0
    pixels[shown > 0.65, 3] = top
    if rng.random() < 0.3:
        pixels[: height // 2, :, 3] = top
    return pixels


def random_document(
    seed: int,
    *,
    size: tuple[int, int] = (200, 150),
    depth: int = 8,
    adjusting: bool = True,
) -> Document:
    """A tree with every mode, masks, clipping, groups in groups, layers over the canvas edge.

    adjusting: with adjustment layers among them.
    """
    rng = np.random.default_rng(seed)
    last_id = [0]
    count = int(rng.integers(1, 7))
    likely = 0.2 if adjusting else 0.0
    layers = [_random_layer(rng, size, depth, 0, last_id, likely) for _ in range(count)]
    return document_of(*layers, size=size, depth=depth)


def _random_layer(
    rng: np.random.Generator,
    size: tuple[int, int],
    depth: int,
    level: int,
    last_id: list[int],
    adjusting: float,
) -> Layer:
    """adjusting: how likely an adjustment is."""
    last_id[0] += 1
    layer_id = last_id[0]
    modes = tuple(BlendMode)
    changes: dict[str, Any] = {
        "visible": bool(rng.random() < 0.9),
        "opacity": float(rng.choice([1.0, 1.0, rng.random()])),
        "fill_opacity": float(rng.choice([1.0, 1.0, rng.random()])),
        "blend": modes[rng.integers(len(modes))],
        "clipped": bool(rng.random() < 0.3),
        "mask": _random_mask(rng, size, depth) if rng.random() < 0.3 else None,
    }
    if level < 3 and rng.random() < 0.3:
        count = int(rng.integers(0, 4))
        inside = tuple(
            _random_layer(rng, size, depth, level + 1, last_id, adjusting) for _ in range(count)
        )
        return group_layer(layer_id, *inside, **changes)
    if rng.random() < adjusting:
        if changes["blend"] is BlendMode.PASS_THROUGH:
            changes["blend"] = BlendMode.NORMAL
        return adjustment_layer(layer_id, ADJUSTMENTS[rng.integers(len(ADJUSTMENTS))], **changes)
    pixels = random_pixels(rng, size[1], size[0], depth)
    left, top = (int(v) for v in rng.integers(-60, 60, 2))
    return pixel_layer(
        layer_id, pixels, **changes, raster=raster_from_array(pixels, left=left, top=top)
    )


def _random_mask(rng: np.random.Generator, size: tuple[int, int], depth: int) -> Mask:
    top = 2**depth - 1
    values = rng.integers(0, top + 1, (size[1] // 2, size[0] // 2)).astype(f"u{depth // 8}")
    fill = int(rng.choice([0, top, top // 3]))
    return Mask(
        raster_from_array(values, left=30, top=20, fill=fill),
        density=float(rng.choice([1.0, 1.0, rng.random()])),
        enabled=bool(rng.random() < 0.9),
    )
