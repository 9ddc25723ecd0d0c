"""Brush strokes: shown while they are made, one undo step each.

Dabs are worked out beside the GUI thread, all positions that came meanwhile at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from app.languages.translate import tr
from app.session.background import Background
from app.session.colors import Rgb, in_depth
from app.session.session import Aim, Gesture, Session
from app.session.targets import Target, gray, target_of, with_painted
from engine.document.raster import Raster
from engine.painting.brush import Brush, BrushMode, StrokePoint
from engine.painting.selection import Selection
from engine.painting.stroke import Stroke


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one run on the worker has drawn. raster: after it."""

    stroke: Stroke
    raster: Raster
    is_last: bool


class Painter(QObject):
    """Paints on the current layer, its mask or the quick mask. Lives on the GUI thread."""

    refused = Signal(str)
    """why nothing can be painted, for people"""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session = session
        self._background = Background(self)
        self._background.done.connect(self._on_drawn)
        self._gesture: Gesture | None = None
        self._stroke: Stroke | None = None
        self._target: Target | None = None
        self._keeps_slots = False
        self._points: list[StrokePoint] = []
        self._is_ending = False

    @property
    def is_painting(self) -> bool:
        """Whether a stroke is being made or its last piece worked out."""
        return self._gesture is not None

    def begin(self, brush: Brush, color: Rgb) -> bool:
        """Start a stroke in `color`; False when there is nothing that can be painted on."""
        self.finish_now()
        session, document = self._session, self._session.document
        target = target_of(document, session.area, session.current, session.aim)
        if document is None or isinstance(target, str):
            self.refused.emit(target)
            return False
        color = gray(color) if target.is_gray else color
        brush = replace(brush, color=in_depth(color, target.depth(document)))
        is_eraser = brush.mode is BrushMode.ERASE
        self._gesture = session.begin(tr("Erase") if is_eraser else tr("Brush"))
        self._stroke = Stroke.begin(
            target.raster, brush, selection=target.limit, keep_alpha=target.keeps_alpha
        )
        self._target = target
        self._keeps_slots = is_eraser  # alpha alone changes
        self._points = []
        self._is_ending = False
        return True

    def add(self, point: StrokePoint) -> None:
        """The pen went to `point`."""
        if self._gesture is not None and not self._is_ending:
            self._points.append(point)
            self._go_on()

    def finish(self) -> None:
        """The pen was lifted: record the stroke once all of it is drawn."""
        if self._gesture is not None and not self._is_ending:
            self._is_ending = True
            self._go_on()

    def cancel(self) -> None:
        """Take the stroke back; nothing is recorded."""
        gesture, self._gesture = self._gesture, None
        self._stroke = None
        self._background.drop()
        if gesture is not None:
            gesture.abort()

    def finish_now(self) -> None:
        """Record what is drawn so far of a stroke that is not over: another one begins."""
        gesture, self._gesture = self._gesture, None
        stroke, self._stroke = self._stroke, None
        if gesture is None or stroke is None:
            return
        self._background.drop()
        self._background.wait()
        stroke.extended(self._points)
        raster, _ = stroke.finished()
        self._show(gesture, raster)
        gesture.commit()

    def stop(self) -> None:
        """For the end of the program."""
        self.cancel()
        self._background.stop()

    def _go_on(self) -> None:
        stroke = self._stroke
        if stroke is None or self._background.is_busy:
            return
        points, self._points = self._points, []
        is_last = self._is_ending

        def drawn() -> _Piece:
            raster, _ = stroke.extended(points)
            if is_last:
                raster, _ = stroke.finished()
            return _Piece(stroke, raster, is_last)

        self._background.run(drawn)

    def _on_drawn(self, piece: _Piece) -> None:
        gesture = self._gesture
        if gesture is None or piece.stroke is not self._stroke:
            self._go_on()  # a piece of the stroke before this one
            return
        self._show(gesture, piece.raster)
        if piece.is_last:
            self._gesture = self._stroke = None
            gesture.commit()
        elif self._points or self._is_ending:
            self._go_on()

    def _show(self, gesture: Gesture, raster: Raster) -> None:
        target, keeps_slots = self._target, self._keeps_slots
        assert target is not None
        if target.aim is Aim.SELECTION:
            gesture.update_area(Selection(gesture.base.size, raster))
        else:
            gesture.update(
                lambda document: with_painted(
                    document, None, target, raster, keeps_slots=keeps_slots
                )[0]
            )
