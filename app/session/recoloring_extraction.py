"""Finding the slots of a layer that has none, beside the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.languages.engine_words import said
from app.languages.translate import counted, tr
from app.session.background import Background
from app.session.session import Session
from engine.document.edits import with_layer
from engine.document.model import Document, Layer, PixelLayer
from engine.document.slots import slots_of
from engine.document.tree import find_layer
from engine.errors import UsageError
from engine.progress import Progress


@dataclass(frozen=True, slots=True)
class _Result:
    """after: the layer with slots, None when it was refused."""

    before: PixelLayer
    after: Layer | None
    refusal: str


class Extraction(QObject):
    """One layer at a time; its slots become one undo step, no pixel changes."""

    said = Signal(str)
    ended = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        session.opened.connect(self._background.drop)
        session.closed.connect(self._background.drop)

    @property
    def is_busy(self) -> bool:
        return self._background.is_busy

    def start(self, layer: PixelLayer) -> None:
        document = self._session.document
        if document is not None:
            self._background.run(partial(_extracted, document, layer))

    def stop(self) -> None:
        """For the end of the program."""
        self._background.stop()

    def _on_done(self, result: _Result) -> None:
        self._session.when_idle(partial(self._keep, result))

    def _keep(self, result: _Result) -> None:
        document, before = self._session.document, result.before
        here = None if document is None else find_layer(document, before.id)
        if result.after is None:
            self.said.emit(said(result.refusal))
        elif not isinstance(here, PixelLayer) or here.raster is not before.raster:
            self.said.emit(tr("“{name}” was changed meanwhile. Try again.", name=before.name))
        else:
            slots = slots_of(result.after)
            count = len(slots.palette)
            label = counted("Find %n slots", count)
            self._session.apply(label, lambda now: with_layer(now, before.id, slots=slots))
            self.said.emit(counted("%n slots found in “{name}”", count, name=before.name))
        self.ended.emit()


def _extracted(document: Document, layer: PixelLayer) -> _Result:
    """On the thread of the background."""
    from engine.recolor.extraction import with_slots_found

    try:
        found = with_slots_found(document, layer.id, Progress.silent())
    except UsageError as error:
        return _Result(layer, None, error.sentence)
    return _Result(layer, find_layer(found, layer.id), "")
