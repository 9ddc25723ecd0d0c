"""Where the slots lie in the picture, found beside the GUI thread, and walking about in it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.languages.translate import tr
from app.session.background import Background
from app.session.recoloring import Recoloring
from app.session.recoloring_order import Order
from app.session.session import Session
from engine.document.geometry import Size
from engine.document.model import PixelLayer
from engine.document.raster import Raster
from engine.recolor.regions import Direction, Region, Regions

OPPOSITE = {
    Direction.LEFT: Direction.RIGHT,
    Direction.RIGHT: Direction.LEFT,
    Direction.UP: Direction.DOWN,
    Direction.DOWN: Direction.UP,
}


class RegionWalk(QObject):
    """The regions of the mode's layer and the one in which the artist stands.

    Found once for the ids of a slot map: colours and names do not matter.
    """

    found = Signal()
    """`regions` are there, or there are others"""
    moved = Signal()
    """the artist stands in another region"""

    def __init__(self, session: Session, recoloring: Recoloring, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._it = session, recoloring
        self._background = Background(self)
        self._background.done.connect(self._on_found)
        self._ids: Raster | None = None
        self._regions: Regions | None = None
        self._here: Region | None = None
        self._came: tuple[Region, Direction] | None = None
        recoloring.switched.connect(self._follow)
        recoloring.changed.connect(self._follow)
        recoloring.focused.connect(self._on_focused)

    @property
    def regions(self) -> Regions | None:
        """None until they are found."""
        return self._regions

    @property
    def here(self) -> Region | None:
        return self._here

    @property
    def is_complete(self) -> bool:
        return not self._background.is_busy

    def area(self, slot_id: int) -> int:
        """Pixels of a slot, 0 until the regions are found."""
        if self._regions is None:
            return 0
        return sum(region.area for region in self._regions.of_slot(slot_id))

    def share(self, slot_id: int) -> float:
        """The slot's part of the picture, 0..1."""
        document = self._session.document
        if document is None:
            return 0.0
        return self.area(slot_id) / max(1, document.size.width * document.size.height)

    def ranks(self, order: Order) -> dict[int, float]:
        """Slot id -> place, for orders that need the picture."""
        regions = self._regions
        if regions is None or order not in (Order.AREA, Order.READING):
            return {}
        ranks: dict[int, float] = {}
        for slot in self._it.slots.palette:
            parts = regions.of_slot(slot.id)
            if not parts:
                continue
            if order is Order.AREA:
                ranks[slot.id] = -float(sum(one.area for one in parts))
            else:  # rows of a sixteenth of the picture, each from left to right
                document = self._session.document
                height = 1 if document is None else max(1, document.size.height // 16)
                x, y = max(parts, key=lambda one: one.area).anchor
                ranks[slot.id] = (y // height) * 1e6 + x
        return ranks

    def walk(self, direction: Direction, *, is_adding: bool) -> None:
        """To the nearest region of another slot; back again when that is where one came from."""
        regions, start = self._regions, self._here
        if regions is None or start is None:
            self._it.said.emit(tr("The regions are still being looked for."))
            return
        if self._came is not None and OPPOSITE[direction] is self._came[1]:
            target: Region | None = self._came[0]
        else:
            target = regions.neighbor(start, direction)
        if target is None:
            self._it.said.emit(tr("No region lies that way."))
            return
        self._stand(target)
        self._came = (start, direction)
        if is_adding:
            self._it.extend_to(target.slot)
        else:
            self._it.focus_on(target.slot)

    def step(self, count: int) -> None:
        """To the next region of the same slot, in reading order and round its ends."""
        focus, regions = self._it.focus, self._regions
        parts = () if focus is None or regions is None else regions.of_slot(focus.id)
        if parts:
            at = parts.index(self._here) if self._here in parts else -min(count, 0) - 1
            self._stand(parts[(at + count) % len(parts)])

    def stand_at(self, x: int, y: int, *, is_adding: bool = False) -> None:
        """Mean the slot under a pixel of the document."""
        region = None if self._regions is None else self._regions.at(x, y)
        if region is None:
            return
        self._stand(region)
        if is_adding:
            self._it.extend_to(region.slot)
        else:
            self._it.focus_on(region.slot)

    def neighbors(self) -> dict[Direction, Region]:
        """Where each arrow would lead."""
        if self._regions is None or self._here is None:
            return {}
        led = {one: self._regions.neighbor(self._here, one) for one in Direction}
        return {one: region for one, region in led.items() if region is not None}

    def stop(self) -> None:
        """For the end of the program."""
        self._background.stop()

    def _stand(self, region: Region) -> None:
        self._here, self._came = region, None
        self.moved.emit()

    def _follow(self) -> None:
        layer, document = self._it.layer, self._session.document
        ids = None if layer is None or layer.slots is None else layer.slots.ids
        if ids is self._ids:
            return
        self._ids = ids
        self._regions, self._here, self._came = None, None, None
        if layer is not None and ids is not None and document is not None:
            self._background.run(partial(_found, layer, document.size, ids))
        else:
            self._background.drop()
        self.found.emit()

    def _on_found(self, result: tuple[Regions, Raster]) -> None:
        regions, ids = result
        if ids is self._ids:
            self._regions = regions
            self._on_focused()
            self.found.emit()

    def _on_focused(self) -> None:
        """Stand in the largest region of another slot that is meant."""
        focus, regions = self._it.focus, self._regions
        if focus is None or regions is None:
            return
        if self._here is None or self._here.slot != focus.id:
            parts = regions.of_slot(focus.id)
            self._here = max(parts, key=lambda one: one.area, default=None)
            self._came = None
            self.moved.emit()


def _found(layer: PixelLayer, canvas: Size, ids: Raster) -> tuple[Regions, Raster]:
    """On the thread of the background."""
    return Regions(layer, canvas), ids
