"""Colours from a reference picture: its palette, and several ways to carry that over to slots."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from engine.document.model import Color, Slot, SlotMap
from engine.document.raster import Pixels, Raster
from engine.document.slots import tile_or_fill
from engine.recolor.clustering import clustered
from engine.recolor.color import Floats, cartesian, oklab, polar
from engine.recolor.families import GREYISH, wanted_of
from engine.recolor.gamut import stored
from engine.recolor.nudging import acted_on

MOST_LOOKED_AT = 1 << 20
"""Pixels of a reference that are looked at; of a larger one every n-th."""


CALM, LEAST_CALM = 12, 0.2


def swatches_of(picture: Pixels, count: int = 16) -> tuple[Color, ...]:
    """The main colours of an H×W×4 straight RGBA picture, by falling area, 8 bit.

    Each is a colour that the picture really shows. Transparent pixels do not count, and borders,
    whose colours are mixtures, only where there is little else. None for a picture with nothing
    visible.
    """
    step = int(np.ceil(np.sqrt(picture.shape[0] * picture.shape[1] / MOST_LOOKED_AT)))
    some = picture[:: max(1, step), :: max(1, step)]
    if some.dtype == np.uint16:
        some = ((some.astype(np.uint32) + 128) // 257).astype(np.uint8)
    shown = some[..., 3] > 127
    calm = shown & _is_calm(some)
    if calm.sum() > LEAST_CALM * shown.sum():
        shown = calm
    visible = some[shown].astype(np.int64)
    if not len(visible):
        return ()
    keys = visible[:, 0] << 16 | visible[:, 1] << 8 | visible[:, 2]
    keys, counts = np.unique(keys, return_counts=True)
    colors = np.stack([keys >> 16, keys >> 8 & 255, keys & 255], -1)
    _, nearest = clustered(oklab(colors / 255), counts.astype(np.float64), count)
    chosen = []
    for cluster in range(int(nearest.max()) + 1):
        mine = np.flatnonzero(nearest == cluster)
        red, green, blue = colors[mine[counts[mine].argmax()]].tolist()
        chosen.append((red, green, blue))
    return tuple(chosen)


def _is_calm(picture: Pixels) -> npt.NDArray[np.bool_]:
    """Where no channel differs by more than CALM levels from the pixels on either side."""
    calm = np.ones(picture.shape[:2], np.bool_)
    values = picture[..., :3].astype(np.int16)
    down = (np.abs(np.diff(values, axis=0)) > CALM).any(-1)
    right = (np.abs(np.diff(values, axis=1)) > CALM).any(-1)
    calm[1:] &= ~down
    calm[:-1] &= ~down
    calm[:, 1:] &= ~right
    calm[:, :-1] &= ~right
    return calm


def areas_of(slots: SlotMap, raster: Raster) -> dict[int, int]:
    """Visible pixels of every slot (of its larger share on borders)."""
    totals = np.zeros(1 << 16, np.int64)
    for key, tile in raster.tiles.items():
        ids = tile_or_fill(slots.ids, key)[tile[..., 3] > 0]
        found = np.bincount(ids)
        totals[: len(found)] += found
    return {slot.id: int(totals[slot.id]) for slot in slots.palette}


def mappings(
    slots: SlotMap,
    slot_ids: Collection[int],
    swatches: Sequence[Color],
    areas: Mapping[int, int],
    depth: int,
) -> tuple[dict[int, Color], ...]:
    """Several ways to give 8-bit swatches to these slots, as colours of the document's depth:

    1. every slot its own swatch, as like as can be; 2. by lightness, dark to dark; 3. by area,
    large to large; 4. each the nearest swatch, also the same; 5. only hue and chroma of the first
    way, lightness stays. Ways that come to the same are left out. Pinned slots, and tones that
    follow a chosen base, get nothing. No way without swatches or slots.
    """
    acting = acted_on(slots, slot_ids)
    if not acting or not swatches:
        return ()
    here = cartesian(np.array([wanted_of(slot, depth) for slot in acting]))
    there = oklab(np.array(swatches) / 255)
    distance = _distances(here, there)
    own = _assigned(np.tile(distance, (1, -(-len(here) // len(there))))) % len(there)
    sizes = np.array([areas.get(slot.id, 0) for slot in acting])
    ways = [
        own,
        _by_rank(here[:, 0].argsort(kind="stable"), there[:, 0].argsort(kind="stable")),
        _by_rank((-sizes).argsort(kind="stable"), np.arange(len(there))),
        distance.argmin(1),
    ]
    found: list[dict[int, Color]] = [
        {slot.id: _exact(swatches[index], depth) for slot, index in zip(acting, way, strict=True)}
        for way in ways
    ]
    found.append(_tinted(acting, there[own], depth))
    unique: list[dict[int, Color]] = []
    for one in found:
        if one not in unique:
            unique.append(one)
    return tuple(unique)


def _distances(here: Floats, there: Floats) -> Floats:
    """OKLab distances, lightness half as heavy, so that hue decides among the like."""
    offset = here[:, None] - there[None]
    offset[..., 0] *= 0.7
    lengths: Floats = np.sqrt((offset**2).sum(-1))
    return lengths


def _by_rank(
    slots: npt.NDArray[np.int64], swatches: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """The k-th of the slots gets the swatch that lies as far along in its own order."""
    way = np.zeros(len(slots), np.int64)
    last = len(slots) - 1
    for place, slot in enumerate(slots):
        if len(slots) <= len(swatches):
            way[slot] = swatches[round(place * (len(swatches) - 1) / last) if last else 0]
        else:
            way[slot] = swatches[place * len(swatches) // len(slots)]
    return way


def _tinted(acting: Sequence[Slot], lab: Floats, depth: int) -> dict[int, Color]:
    """Each slot at its own lightness with hue and chroma of a colour; greys stay grey."""
    colors: dict[int, Color] = {}
    for slot, (_, chroma, hue) in zip(acting, polar(lab).tolist(), strict=True):
        lightness, own_chroma, _ = wanted_of(slot, depth)
        if own_chroma < GREYISH:
            colors[slot.id] = slot.color
        else:
            colors[slot.id] = stored((lightness, chroma, hue), depth)
    return colors


def _exact(color: Color, depth: int) -> Color:
    scale = 1 if depth == 8 else 257
    red, green, blue = color
    return red * scale, green * scale, blue * scale


def _assigned(cost: Floats) -> npt.NDArray[np.int64]:
    """A different column for each row (rows <= columns) at the least total cost.

    The Hungarian method with potentials, in O(rows² × columns).
    """
    rows, columns = cost.shape
    row_potential, column_potential = np.zeros(rows + 1), np.zeros(columns + 1)
    row_of = np.zeros(columns + 1, np.int64)
    for row in range(1, rows + 1):
        row_of[0] = row
        column = 0
        least = np.full(columns + 1, np.inf)
        before = np.zeros(columns + 1, np.int64)
        used = np.zeros(columns + 1, np.bool_)
        while True:
            used[column] = True
            current = row_of[column]
            reduced = cost[current - 1] - row_potential[current] - column_potential[1:]
            better = ~used[1:] & (reduced < least[1:])
            least[1:][better] = reduced[better]
            before[1:][better] = column
            free = np.where(used, np.inf, least)
            free[0] = np.inf
            nearest = int(free.argmin())
            step = free[nearest]
            row_potential[row_of[used]] += step
            column_potential[used] -= step
            least[~used] -= step
            column = nearest
            if row_of[column] == 0:
                break
        while column:
            previous = before[column]
            row_of[column] = row_of[previous]
            column = previous
    result = np.zeros(rows, np.int64)
    for column in range(1, columns + 1):
        if row_of[column]:
            result[row_of[column] - 1] = column - 1
    return result
