"""Composited tiles of a sequence of documents: only what changed is drawn again.

Neighbouring documents share their tiles, so `compare` names what an edit touched. While one layer
is edited (a dab, an opacity drag), the same few tiles come again and again with the same layers
underneath: those are then kept as a picture to start from. It is kept unrounded, so that tiles
from this cache equal freshly drawn ones bit for bit. The layers *above* cannot be kept that way:
their modes look at what is below, and even a normal stack rounds differently when it is merged
first. They are drawn anew, which 50 of them allow at every frame.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from engine.compositor.composite import composite_planes, composite_tiles
from engine.compositor.job import Planes
from engine.document.changes import compare
from engine.document.model import Document, Layer, LayerId
from engine.document.raster import Pixels, TileKey
from engine.document.tree import walk

MEBIBYTE = 1 << 20


class CompositeCache:
    """Tiles of whichever document was asked for last. Not thread-safe: one thread uses it.

    tiles_budget, stack_budget: bytes kept at most, of tiles and of what lies below the active
    layer; the tiles that were asked for longest ago go first.
    """

    def __init__(
        self, *, tiles_budget: int = 384 * MEBIBYTE, stack_budget: int = 128 * MEBIBYTE
    ) -> None:
        self._tiles_budget = tiles_budget
        self._document: Document | None = None
        self._tiles: OrderedDict[TileKey, Pixels] = OrderedDict()
        self._bytes = 0
        self._below = _StackBelow(stack_budget)

    def tiles(
        self,
        document: Document,
        keys: Iterable[TileKey],
        *,
        active: LayerId | None = None,
        threads: int | None = None,
    ) -> Mapping[TileKey, Pixels]:
        """What `composite_tiles(document, keys)` gives, drawing only what is not known yet.

        active: the layer being edited, if any; what lies below it is then kept.
        """
        self._follow(document)
        keys = list(keys)
        missing = [key for key in keys if key not in self._tiles]
        if missing:
            self._draw(document, missing, active, threads)
        found = {key: self._tiles[key] for key in keys}
        for key in found:
            self._tiles.move_to_end(key)
        while self._bytes > self._tiles_budget and self._tiles:
            _, dropped = self._tiles.popitem(last=False)
            self._bytes -= dropped.nbytes
        return found

    def clear(self) -> None:
        """Forget everything, for instance when another document is opened."""
        self._document = None
        self._tiles.clear()
        self._bytes = 0
        self._below.clear()

    def _follow(self, document: Document) -> None:
        """Drop the tiles that differ in the new document."""
        before, self._document = self._document, document
        if before is None or before is document:
            return
        change = compare(before, document)
        dirty = set(self._tiles) if change.resized else change.dirty
        for key in dirty:
            tile = self._tiles.pop(key, None)
            self._bytes -= 0 if tile is None else tile.nbytes

    def _draw(
        self,
        document: Document,
        keys: list[TileKey],
        active: LayerId | None,
        threads: int | None,
    ) -> None:
        split = 0 if active is None else split_at(document.layers, active)
        backdrops = self._below.planes(document, split, keys, threads)
        fresh: dict[TileKey, Pixels] = {}
        for some, layers in (
            ([key for key in keys if key in backdrops], document.layers[split:]),
            ([key for key in keys if key not in backdrops], document.layers),
        ):
            if some:
                fresh |= composite_tiles(
                    document, some, layers=layers, backdrops=backdrops, threads=threads
                )
        self._tiles.update(fresh)
        self._bytes += sum(tile.nbytes for tile in fresh.values())


class _StackBelow:
    """The composite of the lowest layers, kept for tiles that are drawn again and again."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._document: Document | None = None
        self._seen: set[TileKey] = set()
        self._planes: OrderedDict[TileKey, Planes] = OrderedDict()

    def planes(
        self, document: Document, split: int, keys: list[TileKey], threads: int | None
    ) -> dict[TileKey, Planes]:
        """What to start from: the composite of `document.layers[:split]` for some of the keys.

        A tile's stack is kept from the second time on that it is asked for; the first time nobody
        knows whether there will be a second.
        """
        below = replace(document, layers=document.layers[:split])
        self._follow(below)
        if split < 2:
            return {}
        again = [key for key in keys if key in self._seen and key not in self._planes]
        self._seen.update(keys)
        self._planes.update(
            composite_planes(below.layers, again, depth=document.depth, threads=threads)
        )
        found = {key: self._planes[key] for key in keys if key in self._planes}
        for key in found:
            self._planes.move_to_end(key)
        size = next((planes.nbytes for planes in found.values()), 0)
        while len(self._planes) * size > self._budget:
            self._planes.popitem(last=False)
        return found

    def clear(self) -> None:
        self._document = None
        self._seen.clear()
        self._planes.clear()

    def _follow(self, below: Document) -> None:
        before, self._document = self._document, below
        if before is None:
            return
        if before.size != below.size:
            # `compare` only speaks of tiles on the canvas: nothing is known about the others.
            self._seen.clear()
            self._planes.clear()
            return
        if len(before.layers) == len(below.layers) and all(
            one is other for one, other in zip(before.layers, below.layers, strict=True)
        ):
            return
        for key in compare(before, below).dirty:
            self._planes.pop(key, None)
            self._seen.discard(key)


def split_at(layers: tuple[Layer, ...], active: LayerId) -> int:
    """How many of the lowest layers can be drawn once and for all while `active` is edited.

    A layer inside a group counts as the group, a clipped one as its base.
    """
    for index, layer in enumerate(layers):
        if any(one.id == active for one in walk((layer,))):
            while index > 0 and layers[index].clipped:
                index -= 1
            return index
    return 0
