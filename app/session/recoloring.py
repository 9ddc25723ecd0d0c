"""The recolour mode: whose slots are changed, which slot the keys mean, and how changes are kept.

A change is seen at once through `slots`, which runs ahead of the document; the pixels are painted
beside the GUI thread when the hand rests, as one undo step for all that was done in one go.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.languages.translate import tr
from app.session.background import Background
from app.session.recoloring_order import Order, ordered
from app.session.session import Session
from engine.document.edits import with_flat_layer
from engine.document.model import Document, LayerId, PixelLayer, Slot, SlotMap
from engine.document.palette import name_parts, with_palette
from engine.document.tree import find_layer, pixel_layers
from engine.recolor.live import Recoloring as Painter

BANK = 10
"""Slots that the digits reach."""
REST = 140
"""Milliseconds without a key after which the document is painted."""
BURST = 700
"""Milliseconds without a key after which the next change is an undo step of its own."""
MOST_VISITED = 64


@dataclass(slots=True)
class _Burst:
    """Changes that become one undo step. key: what may still join. before, slots: the palette at
    its beginning and now. base, painter: from when painting begins; done: what was recorded."""

    number: int
    layer: LayerId
    label: str
    key: object
    before: SlotMap
    slots: SlotMap
    base: Document | None = None
    painter: Painter | None = None
    done: Document | None = None
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """focus: the slot the keys mean; chosen: all that a change acts on, the focus among them."""

    focus: int | None = None
    chosen: frozenset[int] = field(default_factory=frozenset)


class Recoloring(QObject):
    """Lives on the GUI thread. Without a layer with slots it is on, but has nothing to change."""

    switched = Signal()
    """the mode was entered or left, or means another layer"""
    changed = Signal()
    """other slots, colours, names or another order of them"""
    focused = Signal()
    """another slot is meant, or others are chosen with it"""
    said = Signal(str)
    """a sentence for the artist"""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session = session
        self._is_on = False
        self._layer: LayerId | None = None
        self._live: SlotMap | None = None
        self._burst: _Burst | None = None
        self._earlier: list[_Burst] = []
        self._painter: Painter | None = None
        self._bursts = 0
        self._choice = Choice()
        self._visited: list[int] = []
        self._visit = -1
        self._bank = 0
        self._order = Order.LIST
        self._ranks: Mapping[int, float] = {}
        self._entry: tuple[LayerId, SlotMap] | None = None
        self._is_ours = False
        self._background = Background(self)
        self._background.done.connect(self._on_painted)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._on_rest)
        self._is_resting = False
        self._pause = QTimer(self, singleShot=True, interval=BURST)
        self._pause.timeout.connect(self._on_pause)
        session.opened.connect(self._on_opened)
        session.closed.connect(self._on_opened)
        session.changed.connect(self._on_session_changed)
        session.selection_changed.connect(self._on_layer_chosen)

    # On and off

    @property
    def is_on(self) -> bool:
        return self._is_on

    def enter(self) -> None:
        """Turn the mode on for the chosen layer, else for the first one that has slots."""
        if self._session.document is None or self._is_on:
            return
        self._is_on = True
        self._aim(self._wanted_layer())
        self._entry = None if self._layer is None else (self._layer, self.slots)
        self.switched.emit()

    def leave(self) -> None:
        """Turn the mode off; everything that was changed stays."""
        if self._is_on:
            self.settle()
            self._is_on = False
            self._aim(None)
            self.switched.emit()

    @property
    def layer(self) -> PixelLayer | None:
        """The layer whose slots are changed, as the document has it."""
        document = self._session.document
        if document is None or self._layer is None:
            return None
        found = find_layer(document, self._layer)
        return found if isinstance(found, PixelLayer) and found.slots is not None else None

    @property
    def candidate(self) -> PixelLayer | None:
        """A layer that has no slots yet, but could get some."""
        document, current = self._session.document, self._session.current
        if document is None or current is None or self.layer is not None:
            return None
        found = find_layer(document, current)
        return found if isinstance(found, PixelLayer) and found.raster.tiles else None

    @property
    def depth(self) -> int:
        document = self._session.document
        return 8 if document is None else document.depth

    # The slots

    @property
    def has_slots(self) -> bool:
        return self._live is not None or self.layer is not None

    @property
    def slots(self) -> SlotMap:
        """As they are shown, changes that are not painted yet included. KeyError without any."""
        if self._live is not None:
            return self._live
        layer = self.layer
        if layer is None or layer.slots is None:
            raise KeyError("no layer with slots")
        return layer.slots

    @property
    def list(self) -> tuple[Slot, ...]:
        """All slots in the order in which they are shown."""
        return ordered(self.slots, self._order, self._ranks) if self.has_slots else ()

    @property
    def order(self) -> Order:
        return self._order

    def set_order(self, order: Order, ranks: Mapping[int, float] | None = None) -> None:
        """Another order of the list. ranks: slot id -> place, for orders that need the picture."""
        self._order, self._ranks = order, ranks or {}
        self.changed.emit()

    def number_of(self, slot_id: int) -> int:
        """The place in the list, from 0."""
        return [slot.id for slot in self.list].index(slot_id)

    # What is meant

    @property
    def focus(self) -> Slot | None:
        """The slot that the keys mean."""
        if self._choice.focus is None or not self.has_slots:
            return None
        return next((s for s in self.slots.palette if s.id == self._choice.focus), None)

    @property
    def chosen(self) -> frozenset[int]:
        """Ids of all slots that a change acts on."""
        return self._choice.chosen

    @property
    def acted_on(self) -> tuple[int, ...]:
        """The chosen slots in the order of the palette."""
        return tuple(slot.id for slot in self.slots.palette if slot.id in self._choice.chosen)

    @property
    def previous(self) -> int | None:
        """The slot visited before this one."""
        for slot_id in reversed(self._visited[: self._visit]):
            if slot_id != self._choice.focus and self._has(slot_id):
                return slot_id
        return None

    def focus_on(self, slot_id: int, *, is_visit: bool = True) -> None:
        """Mean this slot alone."""
        self._choose(Choice(slot_id, frozenset((slot_id,))), is_visit=is_visit)

    def extend_to(self, slot_id: int) -> None:
        """Mean this slot and act on those chosen before as well."""
        self._choose(Choice(slot_id, self._choice.chosen | {slot_id}))

    def choose(self, slot_ids: Collection[int]) -> None:
        """Act on these; the focus stays when it is among them."""
        chosen = frozenset(one for one in slot_ids if self._has(one))
        focus = self._choice.focus
        if focus not in chosen:
            focus = next((slot.id for slot in self.list if slot.id in chosen), focus)
        if focus is not None:
            self._choose(Choice(focus, chosen or frozenset((focus,))))

    def step(self, count: int) -> None:
        """The slot so many places further in the list, round its ends."""
        slots = self.list
        if slots:
            at = 0 if self.focus is None else self.number_of(self.focus.id) + count
            self.focus_on(slots[at % len(slots)].id)

    def visit(self, step: int) -> None:
        """Back (-1) or forward (1) through the slots that were meant before."""
        at = self._visit + step
        while 0 <= at < len(self._visited) and not self._has(self._visited[at]):
            at += step
        if 0 <= at < len(self._visited):
            self._visit = at
            self.focus_on(self._visited[at], is_visit=False)

    # Banks of ten

    @property
    def bank(self) -> int:
        """Which ten slots the digits mean, from 0."""
        return self._bank

    @property
    def banks(self) -> int:
        return max(1, -(-len(self.list) // BANK))

    def set_bank(self, bank: int) -> None:
        self._bank = bank % self.banks
        self.focused.emit()

    def slot_in_bank(self, number: int) -> Slot | None:
        """The slot of a digit, 0 being the first."""
        slots = self.list
        at = self._bank * BANK + number
        return slots[at] if at < len(slots) else None

    # Changing

    def change(self, label: str, slots: SlotMap, *, key: object = None) -> None:
        """Show other colours of the same slots. Changes with an equal key one soon after another
        become one undo step; without a key each is a step of its own."""
        if slots is self.slots:
            return
        burst = self._open_burst(label, key)
        burst.slots = slots
        self._live = slots
        self._is_resting = False
        self._rest.start()
        self._pause.start()
        self.changed.emit()

    def edit(self, label: str, edit: Callable[[PixelLayer], PixelLayer]) -> None:
        """Change the layer itself: names, structure, variants. One undo step at once."""
        self.settle()
        layer_id = self._layer
        if layer_id is not None:
            self._record(label, lambda document: with_flat_layer(document, layer_id, edit), None)

    def edit_palette(self, label: str, edit: Callable[[SlotMap], SlotMap]) -> None:
        """Change names, pins, families or the order; no pixel changes."""

        def edited(layer: PixelLayer) -> PixelLayer:
            assert layer.slots is not None
            slots = edit(layer.slots)
            return layer if slots is layer.slots else replace(layer, slots=slots)

        self.edit(label, edited)

    @property
    def is_settled(self) -> bool:
        """Whether the document has everything that is shown."""
        return self._live is None and not self._background.is_busy

    @property
    def is_recording(self) -> bool:
        """Whether the change that the session tells of is the mode's own."""
        return self._is_ours

    def paint_soon(self) -> None:
        """Paint without waiting for the hand to rest: nothing else shows what was changed."""
        if self._live is not None:
            self._rest.stop()
            self._on_rest()

    def settle(self) -> None:
        """Paint now what is only shown so far, and end the undo step."""
        self._rest.stop()
        self._pause.stop()
        self._background.drop()
        burst = self._burst
        if self._live is not None:
            self._background.wait()
            for earlier in tuple(self._earlier):
                self._keep(earlier, earlier.slots, self._painted(earlier, earlier.slots))
            if burst is not None and self._live is not None:
                self._keep(burst, burst.slots, self._painted(burst, burst.slots))
        self._close(burst)
        self._burst = None

    def drop(self) -> None:
        """The colours as they were before the step that is under way; nothing of it stays."""
        burst = self._burst
        if burst is not None:
            burst.slots = self._live = burst.before
            self.changed.emit()
            self.settle()

    def revert(self) -> None:
        """The colours as they were when the mode was entered, one undo step."""
        if self._entry is None or self._entry[0] != self._layer:
            return
        before = {slot.id: slot for slot in self._entry[1].palette}
        palette = tuple(
            replace(slot, color=before[slot.id].color, wanted=before[slot.id].wanted)
            if slot.id in before
            else slot
            for slot in self.slots.palette
        )
        if palette == self.slots.palette:
            self.said.emit(tr("Nothing was changed since the mode was entered."))
            return
        self.settle()
        self.change(tr("Revert to the colours on entry"), with_palette(self.slots, palette))
        self.settle()

    def stop(self) -> None:
        """For the end of the program."""
        self._rest.stop()
        self._pause.stop()
        self._background.stop()

    # Inside

    def _has(self, slot_id: int) -> bool:
        return any(slot.id == slot_id for slot in self.slots.palette)

    def _choose(self, choice: Choice, *, is_visit: bool = True) -> None:
        if not self.has_slots or choice.focus is None or not self._has(choice.focus):
            return
        if choice == self._choice:
            return
        is_other = choice.focus != self._choice.focus
        if is_other:
            self._end_step()
        self._choice = choice
        if is_other and is_visit:
            self._visited = [*self._visited[: self._visit + 1], choice.focus][-MOST_VISITED:]
            self._visit = len(self._visited) - 1
        self._bank = self.number_of(choice.focus) // BANK
        self.focused.emit()

    def _aim(self, layer_id: LayerId | None) -> None:
        self._layer = layer_id
        self._forget_bursts()
        self._painter = None
        self._visited, self._visit, self._bank = [], -1, 0
        self._choice = Choice()
        if self.has_slots and self.list:
            self.focus_on(self.list[0].id)

    def _wanted_layer(self) -> LayerId | None:
        document, current = self._session.document, self._session.current
        assert document is not None
        chosen = None if current is None else find_layer(document, current)
        if isinstance(chosen, PixelLayer):
            # a flat layer that was chosen, or a picture without slots that shall get some
            is_alone = sum(1 for _ in pixel_layers(document.layers)) == 1
            if chosen.slots is not None:
                return chosen.id
            if is_alone:
                return None
        flats = (one.id for one in pixel_layers(document.layers) if one.slots is not None)
        return next(flats, None)

    def _open_burst(self, label: str, key: object) -> _Burst:
        burst, document = self._burst, self._session.document
        assert document is not None and self._layer is not None
        if burst is not None and key is not None and burst.key == key:
            stands = document is burst.base or document is burst.done
            if burst.base is None or stands:
                return burst
        if burst is not None and self._live is not None:
            # The hand goes on at once: what it did before is painted beside it.
            self._earlier.append(burst)
            self._paint_beside()
        self._bursts += 1
        slots = self.slots
        self._burst = _Burst(self._bursts, self._layer, label, key, slots, slots)
        return self._burst

    def _end_step(self) -> None:
        """What follows is another undo step; what is shown is painted when the hand rests."""
        if self._burst is not None:
            self._burst.key = None

    def _on_pause(self) -> None:
        self._end_step()

    def _on_rest(self) -> None:
        self._is_resting = True
        self._paint_beside()

    def _paint_beside(self) -> None:
        """Paint the earliest burst; the present one only when the hand rests."""
        if self._background.is_busy or self.layer is None:
            return
        burst = self._earlier[0] if self._earlier else self._burst
        if burst is None or self._live is None or (burst is self._burst and not self._is_resting):
            return
        slots = burst.slots
        painter = self._begun(burst)
        self._background.run(lambda: (burst, slots, _whole(burst, painter, slots)))

    def _begun(self, burst: _Burst) -> Painter:
        """Painting begins with the document as it is, if it has not begun yet."""
        document = self._session.document
        assert document is not None
        stands = document is burst.base or document is burst.done
        if burst.painter is None or not stands:
            burst.base, burst.done = document, document
            burst.painter = self._painter_for(document, burst.layer)
        return burst.painter

    def _painter_for(self, document: Document, layer: LayerId) -> Painter:
        """One for the next step that still knows the pixels of the first: steps up and down end in
        the very same bits, also in the shadows."""
        last = self._painter
        if last is None or last.layer_id != layer:
            self._painter = Painter(document, layer)
        else:
            self._painter = last.based_on(document)
        return self._painter

    def _painted(self, burst: _Burst, slots: SlotMap) -> Document:
        return _whole(burst, self._begun(burst), slots)

    def _on_painted(self, result: tuple[_Burst, SlotMap, Document]) -> None:
        self._session.when_idle(partial(self._keep_if_wanted, *result))

    def _keep_if_wanted(self, burst: _Burst, slots: SlotMap, document: Document) -> None:
        present = self._session.document
        stands = present is burst.base or present is burst.done
        if not burst.is_over and slots is burst.slots and stands and self._live is not None:
            self._keep(burst, slots, document)
        self._paint_beside()

    def _keep(self, burst: _Burst, slots: SlotMap, whole: Document) -> None:
        """Record what was painted, joined to what the same burst recorded before."""
        if burst in self._earlier:
            self._earlier.remove(burst)
            self._close(burst)
        elif burst is self._burst and slots is burst.slots:
            self._live = None
        burst.done = whole
        self._record(burst.label, lambda _document: whole, ("recolor", burst.number))

    def _close(self, burst: _Burst | None) -> None:
        if burst is not None:
            burst.is_over = True

    def _forget_bursts(self) -> None:
        """What is shown is what the document has."""
        self._rest.stop()
        self._background.drop()
        for burst in (*self._earlier, self._burst):
            self._close(burst)
        self._earlier.clear()
        self._live, self._burst = None, None

    def _record(self, label: str, edit: Callable[[Document], Document], merge_key: object) -> None:
        self._is_ours = True
        try:
            self._session.apply(label, edit, merge_key=merge_key)
        finally:
            self._is_ours = False
        self._after_change()

    def _after_change(self) -> None:
        """Keep meaning slots that exist."""
        if self.has_slots:
            alive = frozenset(one for one in self._choice.chosen if self._has(one))
            focus = self._choice.focus
            if focus is None or not self._has(focus):
                focus = next(iter(alive), self.list[0].id if self.list else None)
            if focus is not None:
                self._choose(Choice(focus, alive | {focus}))
        self.changed.emit()

    def _on_opened(self) -> None:
        self._rest.stop()
        self._pause.stop()
        self._background.drop()
        was_on, self._is_on = self._is_on, False
        self._entry = None
        self._aim(None)
        if was_on:
            self.switched.emit()

    def _on_session_changed(self) -> None:
        """Undo, a job, another tool: what is shown is what the document has."""
        if self._is_ours or not self._is_on:
            return
        self._forget_bursts()
        if self._layer is not None and self.layer is None:
            self._aim(self._wanted_layer())
            self.switched.emit()
        elif self._layer is None and self._wanted_layer() is not None:
            self._aim(self._wanted_layer())
            self._entry = (self._layer, self.slots) if self._layer is not None else None
            self.switched.emit()
        else:
            self._after_change()

    def _on_layer_chosen(self) -> None:
        """Another layer with slots is chosen: the mode means that one from now on."""
        if not self._is_on:
            return
        wanted = self._wanted_layer()
        if wanted != self._layer and wanted is not None:
            self.settle()
            self._aim(wanted)
            self._entry = (wanted, self.slots)
            self.switched.emit()


def title_of(slot: Slot) -> str:
    """The name for people, without its character."""
    parts = name_parts(slot.name)
    return f"{parts.part} {parts.suffix}".strip() or slot.name


def _whole(burst: _Burst, painter: Painter, slots: SlotMap) -> Document:
    """The document in these colours; the one the burst began with when they are its own."""
    assert burst.base is not None
    layer = find_layer(burst.base, burst.layer)
    assert isinstance(layer, PixelLayer)
    return burst.base if layer.slots == slots else painter.shown(slots)
