"""Move: a click chooses the layer under the pointer, dragging moves it, arrow keys nudge.

The right button lists all layers there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QActionGroup, QPainter
from PySide6.QtWidgets import QMenu

from app.canvas.outlines import Outline, outline_of
from app.canvas.tools.fields import Field, Switch
from app.canvas.tools.marks import paint_outline
from app.canvas.tools.tool import Pointer, Tool
from app.canvas.viewport import Viewport
from app.languages.translate import tr
from app.session.background import Background
from app.session.hit_test import layers_at
from engine.document.model import LayerId, PixelLayer
from engine.document.raster import Raster
from engine.document.tree import find_layer, is_inside, layer_by_id
from engine.painting.selection import selection_from_alpha

if TYPE_CHECKING:
    from app.canvas.tools.bench import Bench

COARSE_NUDGE = 10
DRAG_STARTS = 3.0
"""Device pixels; anything shorter is a click."""


class MoveTool(Tool):
    cursor = Qt.CursorShape.SizeAllCursor
    name = "move"
    title = "Move"
    icon = "move"
    hint = "Drag, or arrows 1 px, Shift 10 px; Alt-drag copies; right click lists layers"
    fields: ClassVar[tuple[Field, ...]] = (
        Switch("auto_select", "Click chooses the layer", True),
        Switch("outline", "Outline under the pointer", True),
    )

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._from: Pointer | None = None
        self._is_moving = False
        self._over: LayerId | None = None
        self._outlined: tuple[Raster, Outline] | None = None
        self._wanted: Raster | None = None
        self._menu: QMenu | None = None
        self._background = Background(bench.queue)
        self._background.done.connect(self._on_outline)

    @property
    def is_complete(self) -> bool:
        return not self._background.is_busy

    def stop(self) -> None:
        self._background.stop()

    def deactivate(self) -> None:
        self.leave()

    def press(self, pointer: Pointer) -> None:
        self._from = pointer
        self._is_moving = False

    def move(self, pointer: Pointer) -> None:
        start = self._from
        if start is None:
            return
        if not self._is_moving:
            if max(abs(pointer.x - start.x), abs(pointer.y - start.y)) < DRAG_STARTS:
                return
            if self._bench.session.area is None:
                self._choose(start)
            if not self._bench.mover.begin(copying=start.has_alt):
                self._from = None
                return
            self._is_moving = True
            self.leave()
        dx = round(pointer.document_x - start.document_x)
        dy = round(pointer.document_y - start.document_y)
        if pointer.has_shift:
            dx, dy = (dx, 0) if abs(dx) >= abs(dy) else (0, dy)
        self._bench.mover.to(dx, dy)

    def release(self, pointer: Pointer) -> None:
        if self._is_moving:
            self._bench.mover.finish()
        elif self._from is not None:
            self._choose(self._from, is_click=True)
        self._from = None
        self._is_moving = False

    def cancel(self) -> None:
        if self._is_moving:
            self._bench.mover.cancel()
        self._from = None
        self._is_moving = False

    def hover(self, pointer: Pointer) -> None:
        document = self._bench.session.document
        if document is None or not self._bench.options.switch("move.outline"):
            return
        found = layers_at(document, pointer.document)
        over = found[0] if found else None
        layer = None if over is None else find_layer(document, over)
        raster = layer.raster if isinstance(layer, PixelLayer) else None
        if over == self._over and raster is self._wanted:
            return
        self._over, self._wanted = over, raster
        if raster is None:
            self._outlined = None
            self._background.drop()
        else:
            level = max(0, self._bench.view.viewport.level - 1)
            size = document.size
            self._background.run(
                lambda: (raster, outline_of(selection_from_alpha(size, raster), level))
            )
        self._bench.view.redraw()

    def leave(self) -> None:
        self._over = self._wanted = self._outlined = None
        self._bench.view.redraw()

    def context(self, pointer: Pointer, where: QPoint) -> bool:
        document = self._bench.session.document
        found = () if document is None else layers_at(document, pointer.document)
        if document is None or not found:
            return False
        menu = QMenu()
        menu.setAccessibleName(tr("Layers under the pointer"))
        group = QActionGroup(menu)
        for layer_id in found:
            action = menu.addAction(layer_by_id(document, layer_id).name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(layer_id == self._bench.session.current)
            action.setData(layer_id)
            group.addAction(action)
        group.triggered.connect(lambda one: self._bench.session.select((one.data(),)))
        self._menu = menu
        menu.popup(where)
        return True

    def arrow(self, dx: int, dy: int, *, is_coarse: bool) -> bool:
        step = COARSE_NUDGE if is_coarse else 1
        self._bench.mover.nudge(dx * step, dy * step)
        return True

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Digits set the opacity of the chosen layers."""
        if not Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            return False
        if modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        digit = int(key) - int(Qt.Key.Key_0)
        self._bench.layer_acts.set_opacity(digit / 10 if digit else 1.0)
        return True

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        if self._outlined is not None and self._from is None:
            ratio = self._bench.view.pixel_ratio
            paint_outline(painter, self._outlined[1].polygons, viewport, ratio)

    def _choose(self, pointer: Pointer, *, is_click: bool = False) -> None:
        """Choose the layer there; a drag keeps all chosen ones when it is one of them."""
        session = self._bench.session
        document = session.document
        is_wanted = self._bench.options.switch("move.auto_select") or (
            pointer.has_control or not self._bench.is_chosen(self)
        )
        if document is None or not is_wanted:
            return
        found = layers_at(document, pointer.document)
        chosen = session.selected
        if not found:
            return
        if not is_click and any(is_inside(document, found[0], one) for one in chosen):
            return
        if pointer.has_shift:
            rest = tuple(one for one in chosen if one != found[0])
            session.select(rest if found[0] in chosen and rest else (*rest, found[0]))
        else:
            session.select((found[0],))

    def _on_outline(self, result: tuple[Raster, Outline]) -> None:
        if result[0] is self._wanted:
            self._outlined = result
            self._bench.view.redraw()
