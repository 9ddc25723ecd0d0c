"""One open document, its history and its selection. Every change goes through `apply` or `begin`.

Views connect to the signals, compare and update; they never change a document themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from engine.document.changes import compare
from engine.document.edits import with_layer
from engine.document.history import (
    Entry,
    History,
    at_index,
    pruned,
    pushed,
    redone,
    started,
    undone,
)
from engine.document.model import Document, Layer, LayerId
from engine.document.raster import Raster
from engine.document.tree import find_layer, walk
from engine.painting.selection import Selection

Edit: TypeAlias = Callable[[Document], Document]

HISTORY_BUDGET = 1_024_000_000
"""Bytes of tiles that all undo steps together may hold."""


class Aim(StrEnum):
    """What strokes and fills go to. SELECTION: the quick mask."""

    PIXELS = "pixels"
    MASK = "mask"
    SELECTION = "selection"


class Session(QObject):
    """Lives on the GUI thread, and so do all its signals.

    `changed` carries what differs between the document before and now; `opened` and `closed` mean
    that everything has to be looked at anew.
    """

    opened = Signal()
    closed = Signal()
    changed = Signal(object)
    """Change"""
    history_changed = Signal()
    selection_changed = Signal()
    area_changed = Signal()
    """other pixels are selected"""
    saved = Signal()
    """path or the mark of what is saved changed"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self._budget = HISTORY_BUDGET
        self._preview: Document | None = None
        self._previewed_area: Selection | None = None
        self._is_quick_mask = False
        self._gesture: Gesture | None = None
        self._is_opening = False
        self._saved: Document | None = None
        self._baseline: Document | None = None
        self._path: Path | None = None
        self._name = ""
        self._selected: tuple[LayerId, ...] = ()
        self._chosen: tuple[Document, tuple[LayerId, ...], tuple[Layer, ...]] | None = None
        self._masked: LayerId | None = None
        self._waiting: list[Callable[[], None]] = []

    # What is open

    @property
    def document(self) -> Document | None:
        """As it is shown, the preview of a gesture included."""
        if self._preview is not None:
            return self._preview
        return None if self._history is None else self._history.present

    @property
    def history(self) -> History | None:
        return self._history

    @property
    def is_open(self) -> bool:
        return self._history is not None

    @property
    def name(self) -> str:
        """The document's name for people, with its ending."""
        return self._name

    @property
    def path(self) -> Path | None:
        """Where the document came from or was last saved to, None for a pasted picture."""
        return self._path

    @property
    def is_modified(self) -> bool:
        """Whether there is work that no file holds."""
        return self._history is not None and self._history.present is not self._saved

    @property
    def baseline(self) -> Document | None:
        """The document as it was opened or decomposed: what the sum check is a promise about."""
        return self._baseline

    def open(self, document: Document, *, label: str, name: str, path: Path | None) -> None:
        """Show another document; what was open is forgotten."""
        self._end_gesture()
        self._is_quick_mask = False
        self._history = started(label, document)
        self._saved = document if path is not None else None
        self._baseline = document
        self._name, self._path = name, path
        top = document.layers[-1].id if document.layers else None
        self._selected = () if top is None else (top,)
        self._is_opening = True
        self.opened.emit()
        self._is_opening = False
        self.area_changed.emit()

    def close(self) -> None:
        self._end_gesture()
        self._history = self._saved = self._baseline = self._path = None
        self._name, self._selected = "", ()
        self._is_quick_mask = False
        self.closed.emit()
        self.area_changed.emit()

    def mark_saved(self, document: Document, path: Path) -> None:
        """`document`, a state of this session, now lies in the file `path`."""
        self._saved = document
        self._path, self._name = path, path.name
        self.saved.emit()

    def mark_baseline(self) -> None:
        """The present document is what the sum check is about from now on."""
        self._baseline = self.document

    @property
    def area(self) -> Selection | None:
        """The selected pixels; None when nothing is selected and everything may change.

        As a quick mask it may be empty: then all is masked.
        """
        if self._previewed_area is not None:
            return self._previewed_area
        if self._history is None:
            return None
        entry = self._history.entries[self._history.index]
        if entry.area is None or not (entry.area.tiles or self._is_quick_mask):
            return None
        return Selection(entry.document.size, entry.area)

    # Changing it

    def apply(self, label: str, edit: Edit, *, merge_key: object = None) -> None:
        """Record one undo step; nothing happens when the edit returns the same document.

        merge_key: steps in a row with an equal key become one, as nudges do.
        """
        self._end_gesture()
        if self._history is None:
            return
        before = self._history.present
        after = edit(before)
        self._push(Entry(label, after, merge_key, self._kept(self.area, after)))
        self._show(before, after)

    def record(self, label: str, document: Document, area: Selection | None) -> None:
        """One undo step of a document and what is selected in it, either of them new."""
        self._end_gesture()
        if self._history is None:
            return
        before = self._history.present
        self._push(Entry(label, document, None, self._kept(area, document)))
        self._show(before, document)

    def begin(self, label: str) -> Gesture:
        """A change that is seen while it is made and becomes one undo step at its end."""
        self._end_gesture()
        if self._history is None:
            raise RuntimeError("no document is open")
        self._gesture = Gesture(self, label, self._history.present)
        return self._gesture

    @property
    def is_opening(self) -> bool:
        """Whether `opened` is being told; `area_changed` is told last."""
        return self._is_opening

    @property
    def is_in_gesture(self) -> bool:
        return self._gesture is not None

    def when_idle(self, call: Callable[[], None]) -> None:
        """Call now, or after the gesture in progress: nothing may interrupt a stroke."""
        if self._gesture is None:
            call()
        else:
            self._waiting.append(call)

    def set_expanded(self, layer_id: LayerId, expanded: bool) -> None:
        """Open or close a group: a matter of looking, so no undo step, but kept in the file."""
        self._end_gesture()
        if self._history is None:
            return
        before = self._history.present
        entries = []
        for entry in self._history.entries:
            document = entry.document
            layer = find_layer(document, layer_id)
            if layer is not None and hasattr(layer, "expanded"):
                document = with_layer(document, layer_id, expanded=expanded)
            if entry.document is self._saved:
                self._saved = document
            if entry.document is self._baseline:
                self._baseline = document
            entries.append(replace(entry, document=document))
        self._history = replace(self._history, entries=tuple(entries))
        self._show(before, self._history.present)

    def undo(self) -> None:
        self._travel(undone)

    def redo(self) -> None:
        self._travel(redone)

    def go_to(self, index: int) -> None:
        """Stand at another state of the history."""
        self._travel(lambda history: at_index(history, index))

    # What is chosen

    @property
    def selected(self) -> tuple[LayerId, ...]:
        """Ids of the chosen layers, the current one last."""
        return self._selected

    @property
    def selected_layers(self) -> tuple[Layer, ...]:
        """The chosen layers, bottom to top."""
        document = self.document
        if document is None:
            return ()
        known = self._chosen
        if known is None or known[0] is not document or known[1] is not self._selected:
            chosen = set(self._selected)
            layers = tuple(layer for layer in walk(document.layers) if layer.id in chosen)
            known = self._chosen = (document, self._selected, layers)
        return known[2]

    @property
    def current(self) -> LayerId | None:
        return self._selected[-1] if self._selected else None

    def select(self, layer_ids: Iterable[LayerId]) -> None:
        """Choose these layers, the last one being the current one; unknown ids are dropped."""
        document = self.document
        known = set() if document is None else {layer.id for layer in walk(document.layers)}
        wanted = tuple(dict.fromkeys(one for one in layer_ids if one in known))
        if wanted != self._selected:
            self._selected = wanted
            self.selection_changed.emit()

    @property
    def is_on_mask(self) -> bool:
        """Whether painting goes to the current layer's mask instead of its pixels."""
        document = self.document
        if document is None or self._masked is None or self._masked != self.current:
            return False
        layer = find_layer(document, self._masked)
        return layer is not None and layer.mask is not None

    def set_on_mask(self, is_on: bool) -> None:
        """Paint on the current layer's mask, or on its pixels. Another current layer ends it."""
        masked = self.current if is_on else None
        if masked != self._masked:
            self._masked = masked
            self.selection_changed.emit()

    @property
    def is_quick_mask(self) -> bool:
        """Whether strokes and fills change what is selected, which is shown as a mask."""
        return self._is_quick_mask and self._history is not None

    def set_quick_mask(self, is_on: bool) -> None:
        self._end_gesture()
        if is_on != self._is_quick_mask and self._history is not None:
            self._is_quick_mask = is_on
            self.area_changed.emit()

    @property
    def aim(self) -> Aim:
        """What strokes and fills go to."""
        if self.is_quick_mask:
            return Aim.SELECTION
        return Aim.MASK if self.is_on_mask else Aim.PIXELS

    def set_history_budget(self, size: int) -> None:
        """size: bytes that all steps together may hold; the oldest are forgotten beyond it."""
        self._budget = size
        if self._history is not None:
            kept = pruned(self._history, size)
            if kept is not self._history:
                self._history = kept
                self.history_changed.emit()

    # Inside

    def _push(self, entry: Entry) -> None:
        assert self._history is not None
        area = self.area
        history = pushed(self._history, entry)
        if history is not self._history:
            self._history = pruned(history, self._budget)
            self.history_changed.emit()
            self._tell_area(area)

    def _kept(self, area: Selection | None, document: Document) -> Raster | None:
        """What is kept of a selection: nothing when it is empty or of another canvas."""
        if area is None or area.canvas != document.size:
            return None
        return None if area.is_empty and not self._is_quick_mask else area.coverage

    def _tell_area(self, before: Selection | None) -> None:
        after = self.area
        if (before and before.coverage) is not (after and after.coverage):
            self.area_changed.emit()

    def _travel(self, step: Callable[[History], History]) -> None:
        self._end_gesture()
        if self._history is None:
            return
        before = self._history.present
        history = step(self._history)
        if history is self._history:
            return
        area = self.area
        self._history = history
        self.history_changed.emit()
        self._tell_area(area)
        self._show(before, history.present)

    def _show(self, before: Document, after: Document) -> None:
        """Tell the views, and keep only layers chosen that still exist."""
        if after is before:
            return
        change = compare(before, after)
        self.changed.emit(change)
        if change.removed:
            kept = [one for one in self._selected if one not in change.removed]
            if not kept and after.layers:
                kept = [after.layers[-1].id]
            self.select(kept)

    def _end_gesture(self) -> None:
        if self._gesture is not None:
            self._gesture.commit()

    # Called by the gesture alone

    def preview(self, document: Document | None) -> None:
        assert self._history is not None
        before = self.document
        self._preview = document
        after = self.document
        assert before is not None and after is not None
        self._show(before, after)

    def preview_area(self, area: Selection) -> None:
        self._previewed_area = area
        self.area_changed.emit()

    def end_gesture(self, step: tuple[str, Document, Selection | None] | None) -> None:
        assert self._history is not None
        self._gesture = None
        before = self.document
        assert before is not None
        self._preview = None
        had_area = self._previewed_area is not None
        self._previewed_area = None
        if step is not None:
            label, document, area = step
            self._push(Entry(label, document, None, self._kept(area, document)))
        if had_area:
            self.area_changed.emit()
        self._show(before, self._history.present)
        waiting, self._waiting = self._waiting, []
        for call in waiting:
            call()


class Gesture:
    """A drag or stroke in progress. Every update starts from the document at the beginning."""

    def __init__(self, session: Session, label: str, base: Document) -> None:
        self._session = session
        self._base = base
        self._preview = base
        self._is_over = False
        self._area_before = self._area = session.area
        self.label = label

    @property
    def base(self) -> Document:
        """The document as it was at the beginning."""
        return self._base

    def update(self, edit: Edit) -> None:
        """Show what the edit makes of the document at the beginning."""
        if not self._is_over:
            self._preview = edit(self._base)
            self._session.preview(self._preview)

    def set_area(self, area: Selection | None) -> None:
        """What is selected once the change is recorded."""
        self._area = area

    def update_area(self, area: Selection) -> None:
        """Show this as selected; recorded with the change."""
        if not self._is_over:
            self._area = area
            self._session.preview_area(area)

    def commit(self) -> None:
        """Record what is shown as one step; nothing when it is what was there before."""
        if not self._is_over:
            self._is_over = True
            before, after = self._area_before, self._area
            is_same_area = (before and before.coverage) is (after and after.coverage)
            is_same = is_same_area and (self._preview is self._base or self._preview == self._base)
            step = (self.label, self._preview, self._area)
            self._session.end_gesture(None if is_same else step)

    def abort(self) -> None:
        """Back to the beginning, nothing recorded."""
        if not self._is_over:
            self._is_over = True
            self._session.end_gesture(None)
