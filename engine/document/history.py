"""Undo as a list of documents: every state is whole, and neighbours share their tiles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from engine.document.model import Document, Mask
from engine.document.raster import Raster
from engine.document.tree import pixel_layers, walk


@dataclass(frozen=True, slots=True)
class Entry:
    """One step: what was done (`label`) and the document afterwards.

    merge_key: steps in a row with the same key (say the same slider of the same layer) become one.
    area: coverage of what is selected (one channel, uint8, fill 0), None = nothing is.
    """

    label: str
    document: Document
    merge_key: object = None
    area: Raster | None = None


@dataclass(frozen=True, slots=True)
class History:
    """entries[0] is the state that was opened; entries[index] is the present one."""

    entries: tuple[Entry, ...]
    index: int = 0

    @property
    def present(self) -> Document:
        return self.entries[self.index].document

    @property
    def can_undo(self) -> bool:
        return self.index > 0

    @property
    def can_redo(self) -> bool:
        return self.index + 1 < len(self.entries)


def started(label: str, document: Document) -> History:
    """A history with nothing to undo."""
    return History((Entry(label, document),))


def pushed(history: History, entry: Entry) -> History:
    """The history with one more step; what was undone is forgotten.

    The same document with the same selection again records nothing. A step whose merge_key equals
    the present step's replaces it; merged steps that lead back to the state before them vanish.
    """
    now = history.entries[history.index]
    if entry.document is now.document and entry.area is now.area:
        return history
    past = history.entries[: history.index + 1]
    last = past[-1]
    if entry.merge_key is not None and len(past) > 1 and last.merge_key == entry.merge_key:
        before = past[:-1]
        if before[-1].document == entry.document and before[-1].area is entry.area:
            return History(before, len(before) - 1)
        return History((*before, entry), len(before))
    return History((*past, entry), len(past))


def undone(history: History) -> History:
    """One step back; the same history when there is none."""
    return replace(history, index=history.index - 1) if history.can_undo else history


def redone(history: History) -> History:
    """One step forward; the same history when there is none."""
    return replace(history, index=history.index + 1) if history.can_redo else history


def at_index(history: History, index: int) -> History:
    """The history standing at another of its states. IndexError when there is none."""
    if not 0 <= index < len(history.entries):
        raise IndexError(f"no history state {index}")
    return replace(history, index=index)


def pruned(history: History, budget: int) -> History:
    """The oldest states dropped until the distinct tiles of all states fit `budget` bytes.

    The present state and everything after it always stay.
    """
    seen: set[int] = set()
    kept = len(history.entries)
    total = 0
    for position in range(len(history.entries) - 1, -1, -1):
        entry = history.entries[position]
        areas = () if entry.area is None else (entry.area,)
        for raster in chain(rasters_of(entry.document), areas):
            for tile in raster.tiles.values():
                if id(tile) not in seen:
                    seen.add(id(tile))
                    total += tile.nbytes
        if total > budget and position < history.index:
            break
        kept = position
    first = min(kept, history.index)
    return History(history.entries[first:], history.index - first) if first else history


def rasters_of(document: Document) -> Iterator[Raster]:
    """Every raster the document holds: pixels, masks, slot maps, the original."""
    if document.original is not None:
        yield document.original
    for layer in walk(document.layers):
        if isinstance(layer.mask, Mask):
            yield layer.mask.raster
    for layer in pixel_layers(document.layers):
        yield layer.raster
        if layer.slots is not None:
            yield from (layer.slots.ids, layer.slots.second, layer.slots.coverage)
