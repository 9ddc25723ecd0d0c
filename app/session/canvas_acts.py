"""The whole document cropped, extended, scaled, flipped and turned: one undo step each."""

from __future__ import annotations

from app.languages.translate import tr
from app.session.edit_queue import EditQueue, State
from app.session.session import Session
from engine.document.geometry import Rect, Size
from engine.document.model import Document
from engine.painting.selection import Selection


class CanvasActs:
    """The verbs of the Image menu. What was selected is selected no more: the canvas is another."""

    def __init__(self, session: Session, queue: EditQueue) -> None:
        self._session, self._queue = session, queue

    def crop(self, rect: Rect, *, keep_outside: bool) -> None:
        """`rect` becomes the canvas; it may reach beyond the old one."""

        def step(document: Document, _area: Selection | None) -> State:
            from engine.painting.canvas import cropped_to

            return cropped_to(document, rect, keep_outside=keep_outside), None

        self._queue.add(tr("Crop"), step)

    def crop_to_selection(self) -> None:
        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.canvas import cropped_to
            from engine.painting.selection import bounds

            if area is None:
                raise ValueError(tr("Nothing is selected."))
            return cropped_to(document, bounds(area)), None

        self._queue.add(tr("Crop to selection"), step)

    def set_canvas_size(self, size: Size, across: float, down: float) -> None:
        """across, down: which point stays, 0 = left or top, 1 = right or bottom."""

        def step(document: Document, _area: Selection | None) -> State:
            from engine.painting.canvas import Anchor, with_canvas_size

            return with_canvas_size(document, size, Anchor(across, down)), None

        self._queue.add(
            tr("Canvas size {width} × {height}", width=size.width, height=size.height), step
        )

    def set_image_size(self, size: Size, resampling: str) -> None:
        def step(document: Document, _area: Selection | None) -> State:
            from engine.painting.canvas import with_image_size
            from engine.painting.resample import Resampling

            return with_image_size(document, size, resampling=Resampling(resampling)), None

        self._queue.add(
            tr("Image size {width} × {height}", width=size.width, height=size.height), step
        )

    def flip(self, *, is_across: bool) -> None:
        def step(document: Document, _area: Selection | None) -> State:
            from engine.painting.canvas import flipped_document_across, flipped_document_down

            flipped = flipped_document_across if is_across else flipped_document_down
            return flipped(document), None

        self._queue.add(tr("Flip picture"), step)

    def turn(self, turns: int) -> None:
        """turns: × 90 degrees clockwise."""

        def step(document: Document, _area: Selection | None) -> State:
            from engine.painting.canvas import turned_document

            return turned_document(document, turns), None

        self._queue.add(tr("Rotate picture"), step)
