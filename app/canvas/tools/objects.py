"""Object select: a click or a box says which thing is meant, further clicks what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QPainter, QPainterPath

from app.canvas.tools.fields import Act, Field
from app.canvas.tools.marks import box_of, paint_sign, to_view
from app.canvas.tools.select import HOW, BoxTool
from app.canvas.tools.tool import Pointer
from app.canvas.viewport import Viewport
from app.session.objects import Hint
from engine.document.geometry import Rect
from engine.painting.selection import Combination

if TYPE_CHECKING:
    from app.canvas.tools.bench import Bench


class ObjectTool(BoxTool):
    """The engine answers; until then the last selection stays."""

    name = "object"
    title = "Object select"
    icon = "scan-search"
    hint = "Click a thing or draw a box round it; Shift-click: this too, Alt-click: not this"
    fields: ClassVar[tuple[Field, ...]] = (
        HOW,
        Act("subject", "Subject", "focus"),
        Act("cut_out", "Cut out", "scissors"),
        Act("inpaint", "Inpaint", "wand-sparkles"),
        Act("lift", "Lift object", "layers"),
    )

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        bench.finder.changed.connect(bench.view.redraw)

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        start = self._start
        if start is None:
            return
        finder = self._bench.finder
        point = Rect(0, 0, 1, 1).translated(int(start.document_x // 1), int(start.document_y // 1))
        if self._is_drag:
            (x0, y0), (x1, y1) = self._corners()
            left, right = sorted((round(x0), round(x1)))
            top, bottom = sorted((round(y0), round(y1)))
            box = Rect(left, top, right, bottom).intersected(self._canvas)
            if not box.is_empty:
                finder.find(Hint(box=(box.left, box.top, box.right, box.bottom)), self._how)
        elif point.intersected(self._canvas).is_empty:
            self._drop_selection()
        elif finder.hint is not None and start.has_shift != start.has_alt:
            finder.refine((point.left, point.top, start.has_shift))
        else:
            finder.find(Hint(clicks=((point.left, point.top, True),)), self._how)
        self.cancel()

    def act(self, name: str) -> None:
        match name:
            case "subject":
                how = Combination(self._bench.options.choice("object.how"))
                self._bench.finder.find(Hint(), how)
            case "cut_out":
                self._bench.object_work.cut_out()
            case "inpaint":
                self._bench.object_work.inpaint()
            case "lift":
                self._bench.object_work.lift()

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        super().paint(painter, viewport)
        hint = self._bench.finder.hint
        for x, y, belongs in () if hint is None else hint.clicks:
            at = to_view(viewport, x + 0.5, y + 0.5)
            paint_sign(painter, at, self._bench.view.pixel_ratio, is_plus=belongs)

    def _add_shape(self, path: QPainterPath, viewport: Viewport) -> None:
        path.addRect(box_of(viewport, *self._corners()))

    @property
    def _canvas(self) -> Rect:
        document = self._bench.session.document
        assert document is not None
        return document.size.rect
