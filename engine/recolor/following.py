"""Shadow and light that follow the flat colour under them.

A decomposed picture holds `lit = screen(flat * shadow, light)` in clipped layers. Left alone,
these tints would bend the shadow's hue as soon as the flat colour moves. Instead the tone that a
pixel shows is carried over by the rule of its slot (see families.py), and the tints are solved
anew for the new flat colour, channel by channel:

    shadow = min(tone in shadow, tone in light) / flat                    at most 1
    light  = (tone in light - flat * shadow) / (1 - flat * shadow)        at least 0

With both layers there every tone can be reached; with a shadow layer alone nothing lighter than
the flat colour, and what is out of reach is counted.

Pixels are worked out by distinct combinations of slot and tints; on a mixed border the tones of
both slots are mixed. Pixels of slots that did not change, or whose rule is FREE, keep their tints
bit by bit, and so does everything when no colour changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np
import numpy.typing as npt

from engine.compositor.threads import run_chunks
from engine.document.model import (
    BlendMode,
    Document,
    FamilyRule,
    LayerId,
    PixelLayer,
    Role,
    SlotMap,
)
from engine.document.raster import (
    TILE,
    Pixels,
    Raster,
    TileKey,
    empty_raster,
    frozen_tile,
    raster_from_tiles,
)
from engine.document.slots import color_table
from engine.document.tree import children_of, places
from engine.recolor.color import oklab

if TYPE_CHECKING:
    from types import ModuleType

FIRST_CELLS = 1 << 12
ENTRIES_AT_ONCE = 4096

Numbered = TypeVar("Numbered", bound=npt.NDArray[Any])


@dataclass(frozen=True, slots=True)
class Followers:
    """The multiply and the screen layer over a flat layer; None where there is none."""

    shadow: PixelLayer | None
    light: PixelLayer | None


def followers_of(document: Document, layer_id: LayerId) -> Followers:
    """The shadow and light layer that belong to a flat layer: the lowest ones of the layers clipped
    to it, or, unclipped, of those above it in its group whose role says so."""
    place = places(document)[layer_id]
    above = children_of(document, place.parent)[place.index + 1 :]
    found: dict[BlendMode, PixelLayer] = {}
    is_clipped = True
    for layer in above:
        is_clipped = is_clipped and layer.clipped
        belongs = is_clipped or layer.role in (Role.SHADOW, Role.HIGHLIGHT)
        if belongs and isinstance(layer, PixelLayer) and not layer.locks.pixels:
            found.setdefault(layer.blend, layer)
    return Followers(found.get(BlendMode.MULTIPLY), found.get(BlendMode.SCREEN))


@dataclass(frozen=True, slots=True)
class Shaded:
    """One tile of shadow and light in other colours. failed: pixels whose tone is out of reach."""

    shadow: Pixels | None
    light: Pixels | None
    failed: int


@dataclass(frozen=True, slots=True)
class _Listing:
    """The pixels of a tile with shadow or light over some slots, and their entries."""

    pixels: npt.NDArray[np.int32]
    entries: npt.NDArray[np.int32]


class Following:
    """Shadow and light over a flat layer, ready to follow many palettes. Not thread-safe but for
    `shaded`.

    `listed` first, for the tiles and slots concerned; then `toned` for each palette and `shaded`
    for its tiles.
    """

    def __init__(
        self, followers: Followers, flat: PixelLayer, slots: SlotMap, id_limit: int
    ) -> None:
        from engine.recolor import shade_kernels  # numba takes a third of a second to import

        self._kernels: ModuleType = shade_kernels
        self._flat = flat.raster
        self._slots = slots
        dtype = flat.raster.dtype
        self._bits = 8 * dtype.itemsize
        self._before = color_table(slots, dtype, id_limit) / np.iinfo(dtype).max
        nothing = empty_raster(dtype)
        self._shadow = followers.shadow.raster if followers.shadow else nothing
        self._light = followers.light.raster if followers.light else nothing
        self._has_shadow = followers.shadow is not None
        self._has_light = followers.light is not None
        self._strength = np.array([_strength(followers.shadow), _strength(followers.light)])
        self._empty = frozen_tile(np.zeros((TILE, TILE, 4), dtype))
        self._listings: dict[TileKey, _Listing] = {}
        self._listed: frozenset[int] = frozenset()
        self._count = 0
        self._prepared = 0
        self._ids: npt.NDArray[np.int64] = np.zeros(0, np.int64)
        self._shadows: npt.NDArray[np.uint64] = np.zeros(0, np.uint64)
        self._lights: npt.NDArray[np.uint64] = np.zeros(0, np.uint64)
        self._relations: npt.NDArray[np.float64] = np.zeros((0, 2, shade_kernels.RELATION))
        self._cells = np.full(FIRST_CELLS, -1, np.int64)
        self._wanted: npt.NDArray[np.float64] = np.zeros((0, 2, 3))
        self._new_shadows = self._new_lights = np.zeros(0, np.uint64)
        self._missed = np.zeros(0)
        self._after = self._before

    def listed(
        self, keys: list[TileKey], changed: frozenset[int], numbers: Mapping[TileKey, Numbers]
    ) -> None:
        """Find the pixels concerned when the colours of slots `changed` change."""
        if not changed <= self._listed:
            self._listings.clear()
            self._listed |= changed
        mask = np.zeros(len(self._before), np.bool_)
        mask[list(self._listed)] = True
        pixels = np.empty(TILE * TILE, np.int32)
        entries = np.empty((TILE * TILE, 2), np.int32)
        for key in keys:
            if key in self._listings:
                continue
            shadow, light = self._shadow.tiles.get(key), self._light.tiles.get(key)
            if shadow is None and light is None:
                continue
            self._make_room(2 * TILE * TILE)
            found, self._count = self._kernels.collect(
                packed(self._flat.tiles[key]),
                *numbers[key],
                mask,
                packed(self._empty if shadow is None else shadow),
                packed(self._empty if light is None else light),
                self._bits,
                self._count,
                self._ids,
                self._shadows,
                self._lights,
                self._cells,
                pixels,
                entries,
            )
            self._listings[key] = _Listing(pixels[:found].copy(), entries[:found].copy())
        if self._prepared < self._count:
            self._kernels.prepare(
                self._prepared,
                self._count,
                self._ids,
                self._shadows,
                self._lights,
                self._before,
                self._strength,
                self._bits,
                self._relations,
            )
            self._prepared = self._count

    def toned(self, slots: SlotMap) -> None:
        """Work out every combination for the colours of `slots`."""
        table = color_table(slots, self._flat.dtype, len(self._before))
        after = table / np.iinfo(self._flat.dtype).max
        lab = oklab(after)
        rules = np.zeros(len(after), np.int64)
        following = (after != self._before).any(1)
        for slot in slots.palette:
            rules[slot.id] = slot.rule is FamilyRule.TOWARD_SHADE_HUE
            following[slot.id] &= slot.rule is not FamilyRule.FREE
        self._after = after
        self._wanted = np.empty((self._count, 2, 3))
        self._new_shadows = np.empty(self._count, np.uint64)
        self._new_lights = np.empty(self._count, np.uint64)
        self._missed = np.empty(self._count)

        def retone(part: Sequence[int]) -> None:
            self._kernels.retone(
                part[0],
                part[-1] + 1,
                self._ids,
                self._shadows,
                self._lights,
                after,
                lab,
                following,
                rules,
                self._strength,
                self._bits,
                self._relations,
                self._has_light,
                self._wanted,
                self._new_shadows,
                self._new_lights,
                self._missed,
            )

        run_chunks(retone, range(self._count), size=ENTRIES_AT_ONCE)

    def shaded(self, key: TileKey, numbers: Numbers) -> Shaded | None:
        """Shadow and light of a tile for the colours of `toned`; None when nothing is listed."""
        listing = self._listings.get(key)
        if listing is None or not len(listing.pixels):
            return None
        shadow = self._shadow.tiles.get(key, self._empty)
        light = self._light.tiles.get(key, self._empty)
        new_shadow, new_light = shadow.copy(), light.copy()
        failed = self._kernels.reshade(
            listing.pixels,
            listing.entries,
            *(one.ravel() for one in numbers),
            packed(shadow).ravel(),
            packed(light).ravel(),
            self._after,
            self._wanted,
            self._new_shadows,
            self._new_lights,
            self._missed,
            self._has_light,
            self._strength,
            self._bits,
            packed(new_shadow).ravel(),
            packed(new_light).ravel(),
        )
        return Shaded(
            frozen_tile(new_shadow) if self._has_shadow else None,
            frozen_tile(new_light) if self._has_light else None,
            int(failed),
        )

    def _make_room(self, more: int) -> None:
        """Room for so many more entries, in a table that is at most half full."""
        need = self._count + more
        if need > len(self._ids):
            size = max(need, 2 * len(self._ids))
            self._ids = _grown(self._ids, size)
            self._shadows = _grown(self._shadows, size)
            self._lights = _grown(self._lights, size)
            self._relations = _grown(self._relations, size)
        if 2 * need > len(self._cells):
            cells = 1 << (2 * need - 1).bit_length()
            self._cells = np.full(cells, -1, np.int64)
            self._kernels.refill(self._count, self._ids, self._shadows, self._lights, self._cells)


Numbers = tuple[Pixels, Pixels, Pixels]
"""First slot, second slot and coverage of a tile."""


def with_tiles(raster: Raster, tiles: Mapping[TileKey, Pixels]) -> Raster:
    """The raster with these tiles instead; empty ones are dropped."""
    if not tiles:
        return raster
    merged = dict(raster.tiles)
    for key, tile in tiles.items():
        if key not in merged and not tile.any():
            continue
        merged[key] = tile
    return raster_from_tiles(raster, merged)


def packed(tile: Pixels) -> Pixels:
    """A contiguous RGBA tile seen as one number per pixel, uint32 or uint64, red lowest."""
    bits = 8 * tile.dtype.itemsize
    return tile.view(f"<u{bits // 2}")[..., 0]


def _strength(layer: PixelLayer | None) -> float:
    return 1.0 if layer is None else layer.opacity * layer.fill_opacity


def _grown(array: Numbered, size: int) -> Numbered:
    new = np.zeros((size, *array.shape[1:]), array.dtype)
    new[: len(array)] = array
    return cast(Numbered, new)
