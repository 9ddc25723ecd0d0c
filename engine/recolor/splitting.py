"""A slot split by colour: what looks like two materials becomes two slots."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from engine.document.geometry import Size
from engine.document.model import PixelLayer
from engine.document.palette import next_slot_id, slot_by_id, with_fields
from engine.document.raster import Pixels, pixels_of
from engine.document.slots import slots_of, split
from engine.errors import UsageError
from engine.recolor.clustering import clustered
from engine.recolor.color import oklab

APART = 0.02
"""OKLab distance below which two colours are one."""


def split_by_color(
    layer: PixelLayer, canvas: Size, picture: Pixels, slot_id: int, name: str
) -> PixelLayer:
    """The layer with a slot divided in two by what `picture` shows there, no pixel changed.

    picture: canvas-sized H×W×4, what the artist sees (the composite, with shadow and light), or the
    layer itself. The smaller part becomes the new slot `name`; where the layer's own pixels differ
    from the slot's colour, it gets their commonest one. UsageError when all looks alike.
    """
    slots = slots_of(layer)
    slot = slot_by_id(slots, slot_id)
    rect = canvas.rect
    own = pixels_of(layer.raster, rect)
    ids, second, coverage = (
        pixels_of(one, rect) for one in (slots.ids, slots.second, slots.coverage)
    )
    visible = own[..., 3] > 0
    plain = (ids == slot_id) & (coverage == 0) & visible
    border = ((ids == slot_id) | (second == slot_id)) & (coverage > 0) & visible
    most = np.iinfo(picture.dtype).max
    colors, index, counts = np.unique(
        picture[plain][:, :3], axis=0, return_inverse=True, return_counts=True
    )
    if not len(colors):
        raise UsageError(f"“{slot.name}” has no pixels to split.")
    lab = oklab(colors / most)
    centers, nearest = clustered(lab, counts.astype(np.float64), 2)
    if len(centers) < 2 or np.linalg.norm(centers[0] - centers[1]) < APART:
        raise UsageError(
            f"All of “{slot.name}” has the same colour.", "Split off a region of it instead."
        )
    mask = np.zeros(plain.shape, np.bool_)
    mask[plain] = nearest[index.ravel()] == 1
    mask |= border & (_nearby(mask) > _nearby(plain & ~mask))
    after = split(layer, slot_id, mask, 0, 0, name)
    chosen = own[mask & plain][:, :3]
    kinds, numbers = np.unique(chosen, axis=0, return_counts=True)
    red, green, blue = kinds[numbers.argmax()].tolist()
    color = (red, green, blue)
    if after is layer or color == slot.color:
        return after
    fields = {"color": color, "original": color, "wanted": None}
    return replace(after, slots=with_fields(slots_of(after), {next_slot_id(slots): fields}))


def _nearby(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.int32]:
    """How many pixels of the mask lie in the square of five pixels around each pixel."""
    sums = np.zeros((mask.shape[0] + 5, mask.shape[1] + 5), np.int32)
    sums[3:-2, 3:-2] = mask
    sums = sums.cumsum(0, dtype=np.int32).cumsum(1, dtype=np.int32)
    count: npt.NDArray[np.int32] = sums[5:, 5:] - sums[:-5, 5:] - sums[5:, :-5] + sums[:-5, :-5]
    return count
