"""Slots found in a layer that was painted elsewhere: its flat colours and the mixtures between.

A colour is a slot where it fills a block of 3x3 pixels, or where it makes thin lines and dots that
no mixture of the slots around explains. Every other pixel is a mixture of two slots near it. No
pixel is changed: what a mixture misses (a level of 255 by rounding, more where three colours meet)
stays in the layer, also when its slots are recoloured.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from engine.document.edits import with_layer_replaced
from engine.document.geometry import Rect
from engine.document.model import (
    Color,
    Document,
    LayerId,
    PixelLayer,
    Role,
    Slot,
    SlotMap,
    SlotRole,
)
from engine.document.palette import next_slot_id, with_slot_added
from engine.document.raster import (
    Pixels,
    Raster,
    content_bounds,
    pixels_of,
    translated,
    with_pixels,
)
from engine.document.slots import slot_map_from_arrays, with_rasters, with_room_for
from engine.document.tree import layer_by_id
from engine.errors import UsageError
from engine.progress import Progress
from engine.recolor.clustering import clustered
from engine.recolor.color import Floats, oklab

MOST_SLOTS = 256
"""A layer of more flat colours is painted, not flat."""

THIN = 12
"""Pixels of thin lines and dots from which their colour is a slot."""

PAINTED = 0.02
"""Share of unexplained pixels from which a layer is painted."""

REDUCED_TO = 24
REDUCED_APART = 0.05
LINE_COLORS = 6
LINES_APART = 0.12
LEAST_LINES = 0.04
"""Lines of a decomposition close an equation, pixel by pixel: only what differs clearly, and is not
rare, is another line."""

_REDUCED_SLACK = 12
_ROUNDS = 4
_SAME = 0.04
"""OKLab distance within which a colour of a painted layer is its slot, and no mixture."""


@dataclass(frozen=True, slots=True)
class Found:
    """slots: with full-size rasters around the layer's content. deviating: share of the visible
    pixels that are no mixture within one level of 255."""

    slots: SlotMap
    deviating: float


def with_slots_found(
    document: Document, layer_id: LayerId, progress: Progress, *, reduced: bool = False
) -> Document:
    """The document with slots on this pixel layer, its pixels untouched.

    reduced: a painted layer gets a few slots that its pixels deviate from, instead of a refusal;
    so does line art in any case.
    UsageError, with a sentence, for a group, an empty or a painted layer. The same document when
    the layer has slots.
    """
    layer = layer_by_id(document, layer_id)
    if not isinstance(layer, PixelLayer):
        raise UsageError(f"“{layer.name}” has no pixels of its own.", "Choose a layer with pixels.")
    if layer.slots is not None:
        return document
    slots = found_slots(layer, progress, reduced=reduced).slots
    return with_layer_replaced(document, layer_id, replace(layer, slots=slots))


def found_slots(layer: PixelLayer, progress: Progress, *, reduced: bool = False) -> Found:
    """The slots of a pixel layer; errors as for `with_slots_found`."""
    from engine.recolor import extraction_kernels as kernels  # numba is slow to import

    is_lines = layer.role is Role.LINE
    reduced = reduced or is_lines
    bounds = content_bounds(layer.raster)
    if bounds.is_empty:
        raise UsageError(f"“{layer.name}” is empty.", "Choose a layer with something on it.")
    picture = np.ascontiguousarray(pixels_of(layer.raster, bounds))
    bits = 8 * picture.dtype.itemsize
    progress.at(0.1, "Counting colours")
    whole = picture.view(f"<u{bits // 2}")[..., 0]
    keys, counts, solid, numbers = kernels.tally(whole, bits)
    palette = _unpacked(keys, bits)
    cores = np.flatnonzero(solid)
    cores = cores[np.lexsort((cores, -counts[cores]))]
    alpha = picture[..., 3].astype(np.int64)
    slack = 1 if bits == 8 else 257
    if len(cores) > MOST_SLOTS or not len(cores):
        if not reduced:
            raise _painted_error(layer)
        cores = np.zeros(0, np.int64)
    progress.at(0.3, "Finding flat colours")
    explained = _Explained(kernels, numbers, alpha, palette, slack, (1 << bits) - 1)
    explained.by(cores)
    for round_ in range(_ROUNDS):
        if not len(cores):
            break
        progress.at(0.4 + 0.1 * round_, "Finding thin lines")
        lonely = np.zeros(len(keys), np.int64)
        kernels.lonely(numbers, palette, explained.wrong, lonely)
        new = np.flatnonzero(lonely >= THIN)
        if not len(new) or len(cores) + len(new) > MOST_SLOTS:
            break
        new = new[np.lexsort((new, -lonely[new]))]
        cores = np.concatenate([cores, new[: max(1, len(new) // 2)]])
        explained.by(cores)
    visible = int((numbers >= 0).sum())
    deviating = float((explained.wrong != 0).sum()) / visible
    if deviating > PAINTED or not len(cores):
        if not reduced:
            raise _painted_error(layer)
        progress.at(0.85, "Reducing colours")
        shares = alpha[numbers >= 0].astype(np.float64)
        weight = np.bincount(numbers[numbers >= 0], shares, len(keys)).astype(np.float64)
        table, slot_of = _reduced(palette, weight, bits, is_lines=is_lines)
        explained.slack = _REDUCED_SLACK * slack
        explained.nearest(table, slot_of)
        colors = table
    else:
        colors = palette[cores]
    return Found(_slot_map(layer, explained, colors, bounds), deviating)


def with_slot_from_selection(
    document: Document, layer_id: LayerId, selection: Raster, name: str
) -> Document:
    """The document with the selected pixels of a layer as a slot of their own, no pixel changed.

    selection: one-channel uint8 coverage. A layer without slots gets one for all the rest, pinned.
    Where the selection is soft, or its edge a mixture already, the new slot has its share.
    UsageError when nothing of the layer is selected.
    """
    layer = layer_by_id(document, layer_id)
    if not isinstance(layer, PixelLayer):
        raise UsageError(f"“{layer.name}” has no pixels of its own.", "Choose a layer with pixels.")
    bounds = content_bounds(layer.raster)
    chosen = pixels_of(selection, bounds)
    if selection.dtype == np.uint16:
        chosen = ((chosen.astype(np.uint32) + 128) // 257).astype(np.uint8)
    pixels = pixels_of(layer.raster, bounds)
    chosen = np.where(pixels[..., 3] > 0, chosen, 0)
    if bounds.is_empty or not (chosen > 127).any():
        raise UsageError("Nothing of this layer is selected.", "Select a part of it first.")
    color = _commonest(pixels[chosen > 127])
    slots = layer.slots or _one_slot(pixels, bounds)
    new = next_slot_id(slots)
    slots = with_room_for(slots, new)
    ids, second, coverage = (
        pixels_of(one, bounds) for one in (slots.ids, slots.second, slots.coverage)
    )
    inside = np.zeros(1 << 16, np.bool_)
    inside[np.unique(ids[(chosen > 127) & (coverage == 0)])] = True
    touched = chosen > 0
    plain = touched & (coverage == 0)
    whole = plain & (chosen == 255)
    soft = plain & (chosen < 255)
    mixed = touched & (coverage > 0)
    first_goes, second_goes = mixed & inside[ids], mixed & inside[second]
    major = soft & (chosen > 127)
    minor = soft & (chosen <= 127)
    second[major], coverage[major] = ids[major], 255 - chosen[major]
    second[minor], coverage[minor] = new, chosen[minor]
    ids[whole | major | first_goes] = new
    second[second_goes] = new
    coverage[first_goes & second_goes] = 0
    left, top = bounds.left, bounds.top
    slots = replace(
        slots,
        ids=with_pixels(slots.ids, ids, left=left, top=top),
        second=with_pixels(slots.second, second, left=left, top=top),
        coverage=with_pixels(slots.coverage, coverage, left=left, top=top),
    )
    slots = with_slot_added(slots, Slot(new, name, color, color))
    return with_layer_replaced(document, layer_id, replace(layer, slots=slots))


class _Explained:
    """What each pixel is made of, for a growing list of slots."""

    def __init__(
        self,
        kernels: object,
        numbers: npt.NDArray[np.int32],
        alpha: npt.NDArray[np.int64],
        palette: npt.NDArray[np.int64],
        slack: int,
        most: int,
    ) -> None:
        self._kernels = kernels
        self._numbers, self._alpha, self._palette, self._most = numbers, alpha, palette, most
        self.slack = slack
        self.ids = np.zeros(numbers.shape, np.uint16)
        self.second = np.zeros(numbers.shape, np.uint16)
        self.coverage = np.zeros(numbers.shape, np.uint8)
        self.wrong = np.zeros(numbers.shape, np.int32)

    def by(self, cores: npt.NDArray[np.int64]) -> None:
        """Explain by the colours with these numbers."""
        slot_of = np.full(len(self._palette), -1, np.int64)
        slot_of[cores] = np.arange(len(cores))
        self.nearest(self._palette[cores], slot_of)

    def nearest(self, table: npt.NDArray[np.int64], slot_of: npt.NDArray[np.int64]) -> None:
        """Explain by these slot colours, where slot_of says which colours are slots as they are."""
        self._kernels.explain(  # type: ignore[attr-defined]
            self._numbers,
            self._alpha,
            self._palette,
            slot_of,
            table,
            self.slack,
            self._most,
            self.ids,
            self.second,
            self.coverage,
            self.wrong,
        )
        alone = self.wrong < 0  # no slot anywhere near
        if alone.any() and len(table):
            colors = self._palette[self._numbers[alone]]
            distance = np.abs(colors[:, None] - table[None]).sum(-1)
            self.ids[alone] = distance.argmin(1)


def _reduced(
    palette: npt.NDArray[np.int64], weight: Floats, bits: int, *, is_lines: bool
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """A few colours that stand for all, and which of them each colour is, -1 where none is near."""
    lab = oklab(palette / ((1 << bits) - 1))
    if is_lines:
        centers, slot_of = clustered(lab, weight, LINE_COLORS, apart=LINES_APART, least=LEAST_LINES)
    else:
        centers, slot_of = clustered(lab, weight, REDUCED_TO, apart=REDUCED_APART)
    table = np.zeros((len(centers), 3), np.int64)
    for slot in range(len(centers)):
        mine = np.flatnonzero(slot_of == slot)
        table[slot] = palette[mine[weight[mine].argmax()]]
    if not is_lines:
        slot_of[((lab - centers[slot_of]) ** 2).sum(1) > _SAME**2] = -1
    return table, slot_of


def _slot_map(
    layer: PixelLayer, explained: _Explained, table: npt.NDArray[np.int64], bounds: Rect
) -> SlotMap:
    """Slots by falling area, those without a pixel left out, at the layer's place."""
    areas = np.bincount(explained.ids[explained._numbers >= 0].ravel(), minlength=len(table))
    areas += np.bincount(explained.second[explained.coverage > 0].ravel(), minlength=len(table))
    order = np.lexsort((np.arange(len(table)), -areas))
    order = order[areas[order] > 0]
    rank = np.zeros(len(table), np.uint16)
    rank[order] = np.arange(len(order), dtype=np.uint16)
    role = SlotRole.LINE if layer.role is Role.LINE else SlotRole.BASE
    palette = []
    for number, color in enumerate(table[order].tolist()):
        red, green, blue = color
        exact = (red, green, blue)
        palette.append(Slot(number, f"Colour {number + 1}", exact, exact, role=role))
    slots = slot_map_from_arrays(
        tuple(palette), rank[explained.ids], rank[explained.second], explained.coverage
    )
    return with_rasters(slots, lambda raster: translated(raster, bounds.left, bounds.top))


def _one_slot(pixels: Pixels, bounds: Rect) -> SlotMap:
    color = _commonest(pixels[pixels[..., 3] > 0])
    nothing = np.zeros(pixels.shape[:2], np.uint16)
    rest = Slot(0, "Rest", color, color, pinned=True)
    slots = slot_map_from_arrays((rest,), nothing, nothing, nothing.astype(np.uint8))
    return with_rasters(slots, lambda raster: translated(raster, bounds.left, bounds.top))


def _commonest(pixels: Pixels) -> Color:
    """The most frequent colour of N×4 pixels."""
    colors, counts = np.unique(pixels[:, :3], axis=0, return_counts=True)
    red, green, blue = colors[counts.argmax()].tolist()
    return red, green, blue


def _unpacked(keys: npt.NDArray[np.uint64], bits: int) -> npt.NDArray[np.int64]:
    mask = np.uint64((1 << bits) - 1)
    return np.stack([(keys >> np.uint64(c * bits)) & mask for c in range(3)], -1).astype(np.int64)


def _painted_error(layer: PixelLayer) -> UsageError:
    return UsageError(
        f"“{layer.name}” is painted, not flat: most of its colours run into each other.",
        "Decompose it first, or reduce it to a few slots that keep its shading.",
    )
