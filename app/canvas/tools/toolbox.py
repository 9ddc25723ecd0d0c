"""All tools of the canvas: which one is chosen, and borrowing one while its key is held."""

from __future__ import annotations

import time
from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QStyle

from app.canvas.ants import Ants
from app.canvas.handling import TAP_SECONDS
from app.canvas.tools.bench import Bench
from app.canvas.tools.brush import BrushTool, EraserTool
from app.canvas.tools.crop import CropTool
from app.canvas.tools.fields import Options
from app.canvas.tools.fill import FillTool, GradientTool
from app.canvas.tools.move import MoveTool
from app.canvas.tools.objects import ObjectTool
from app.canvas.tools.picker import PickerTool
from app.canvas.tools.select import (
    ColorRangeTool,
    EllipseTool,
    LassoTool,
    PolygonTool,
    RectangleTool,
    WandTool,
    combination,
)
from app.canvas.tools.tool import Tool
from app.canvas.tools.transform import TransformTool
from app.canvas.view import CanvasView
from app.engine_link.link import EngineLink
from app.languages.engine_words import said
from app.session.canvas_acts import CanvasActs
from app.session.clipboard import PixelClipboard
from app.session.colors import Colors
from app.session.edit_queue import EditQueue
from app.session.job_board import JobBoard
from app.session.layer_acts import LayerActs
from app.session.moving import LayerMover
from app.session.objects import Hint, ObjectFinder, ObjectWork
from app.session.pixel_acts import PixelActs
from app.session.selecting import Selecting
from app.session.session import Aim, Session
from app.session.strokes import Painter
from app.session.transforming import Transformer
from app.settings import Settings
from engine.document.model import LayerId
from engine.painting.selection import Combination

GROUPS = (
    ("move",),
    ("rectangle", "ellipse"),
    ("lasso", "polygon"),
    ("wand", "color_range", "object"),
    ("crop",),
    ("brush",),
    ("eraser",),
    ("fill", "gradient"),
    ("picker",),
    ("hand",),
    ("zoom",),
)
"""Tools that share a place in the tool strip; the key of the first one goes round its group."""


class Toolbox(QObject):
    """Builds the tools and all that they work with. Lives on the GUI thread."""

    changed = Signal()
    """another tool is chosen"""
    said = Signal(str)
    """a sentence for the artist"""

    def __init__(
        self,
        session: Session,
        acts: LayerActs,
        mover: LayerMover,
        settings: Settings,
        canvas: CanvasView,
        link: EngineLink,
        board: JobBoard,
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._acts = canvas, acts
        self.session = session
        self.queue = EditQueue(session, self)
        self.options = Options(settings, self)
        self.colors = Colors(self)
        self.selecting = Selecting(session, self.queue)
        self.painter = Painter(session, self)
        self.pixels = PixelActs(session, self.queue)
        self.clipboard = PixelClipboard(session, self.queue, canvas.centre)
        self.transformer = Transformer(session, self.queue, self)
        self.canvas_acts = CanvasActs(session, self.queue)
        self.finder = ObjectFinder(session, self.queue, link, board)
        self.object_work = ObjectWork(session, self.queue, link, board)
        self.bench = Bench(
            view=canvas,
            session=session,
            queue=self.queue,
            options=self.options,
            colors=self.colors,
            selecting=self.selecting,
            painter=self.painter,
            pixels=self.pixels,
            mover=mover,
            transformer=self.transformer,
            canvas_acts=self.canvas_acts,
            layer_acts=acts,
            finder=self.finder,
            object_work=self.object_work,
            say=self.said.emit,
            mover_tool=lambda: self._move,
            picker_tool=lambda: self._picker,
            is_chosen=lambda tool: tool is self.tool,
        )
        self._tools = self._made(canvas)
        self._name = "move"
        self._before = "move"
        self._chosen_at = 0.0
        self._held_key = ""
        self._last_of_group = {group[0]: group[0] for group in GROUPS}
        self.ants = Ants(session, canvas, self._is_calm)
        refusing = (self.queue, self.painter, self.transformer, self.finder, self.object_work)
        for one in refusing:
            one.refused.connect(self._on_refused)
        self.transformer.changed.connect(self._on_transform)
        canvas.key_released.connect(self._on_key_released)
        canvas.handling.choose(self.tool)

    @property
    def name(self) -> str:
        return self._name

    @property
    def tool(self) -> Tool:
        return self._tools[self._name]

    @property
    def tools(self) -> Mapping[str, Tool]:
        return self._tools

    @property
    def is_complete(self) -> bool:
        """Whether nothing is being worked out."""
        return not (
            self.queue.is_busy
            or self.painter.is_painting
            or self.transformer.is_busy
            or not self.ants.is_complete
            or not self._move.is_complete
        )

    def last_of_group(self, first: str) -> str:
        """The tool of a group that was chosen last: what its place in the strip shows."""
        return self._last_of_group[first]

    def use(self, name: str) -> None:
        """Choose a tool."""
        if name == self._name:
            return
        self._before, self._name = self._name, name
        for group in GROUPS:
            if name in group:
                self._last_of_group[group[0]] = name
        self._canvas.handling.choose(self.tool)
        self.changed.emit()

    def use_by_key(self, name: str, key: str) -> None:
        """Choose a tool by its key: once more goes on in its group, holding it only borrows."""
        group = next((group for group in GROUPS if name in group), (name,))
        if self._name == name or (self._name in group and name == group[0]):
            self._held_key = ""
            if len(group) > 1 and name == group[0]:
                self.use(group[(group.index(self._name) + 1) % len(group)])
            return
        self.use(name)
        self._chosen_at = time.monotonic()
        self._held_key = QKeySequence(key).toString()

    def undo(self) -> None:
        """Take back what was done last, be it a transform that is not kept yet."""
        if self.transformer.is_active:
            self.transformer.drop()
        else:
            self.queue.undo()

    def clear(self) -> None:
        """Empty what is selected; with nothing selected the layers go, as artists expect, or the
        mask when that is what is painted on."""
        aim = self.session.aim
        if self.session.area is not None or aim is Aim.SELECTION:
            self.pixels.clear()
        elif aim is Aim.MASK:
            self.pixels.delete_mask()
        else:
            self._acts.delete()

    def layer_via_copy(self) -> None:
        """What is selected as a new layer; with nothing selected a copy of the layers."""
        if self.session.area is not None:
            self.pixels.layer_via_copy()
        else:
            self._acts.duplicate()

    def select_layer(self, layer_id: LayerId, keys: Qt.KeyboardModifier) -> None:
        """Select what a layer covers; Shift adds, Alt takes away, both keep what is common."""
        self.selecting.layer(layer_id, combination(keys, Combination.REPLACE))

    def select_subject(self) -> None:
        """What the picture is of."""
        self.finder.find(Hint(), Combination.REPLACE)

    def begin_transform(self) -> None:
        if self.transformer.begin():
            self.use("transform")
            self._canvas.setFocus()

    def resize_brush(self, step: int) -> None:
        if isinstance(self.tool, BrushTool):
            self.tool.resize(step)

    def harden_brush(self, step: int) -> None:
        if isinstance(self.tool, BrushTool):
            self.tool.harden(step)

    @property
    def has_brush(self) -> bool:
        return isinstance(self.tool, BrushTool)

    def stop(self) -> None:
        """For the end of the program."""
        self.ants.stop()
        self._move.stop()
        self.painter.stop()
        self.transformer.stop()
        self.queue.stop()

    def _made(self, canvas: CanvasView) -> dict[str, Tool]:
        self._move = MoveTool(self.bench)
        self._picker = PickerTool(self.bench)
        kinds = (
            RectangleTool,
            EllipseTool,
            LassoTool,
            PolygonTool,
            ObjectTool,
            WandTool,
            ColorRangeTool,
            CropTool,
            BrushTool,
            EraserTool,
            FillTool,
            GradientTool,
            TransformTool,
        )
        tools: list[Tool] = [self._move, self._picker, canvas.handling.hand, canvas.handling.zoom]
        tools += [kind(self.bench) for kind in kinds]
        for tool in tools:
            self.options.declare(tool.name, tool.fields)
        return {tool.name: tool for tool in tools}

    def _is_calm(self) -> bool:
        """Whether the system asks that nothing on the screen moves by itself."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._canvas.style().styleHint(hint) == 0

    def _on_refused(self, why: str) -> None:
        self.said.emit(said(why))

    def _on_transform(self) -> None:
        is_active = self.transformer.is_active
        self.ants.set_hidden(is_active)
        if not is_active and self._name == "transform":
            self.use(self._before if self._before != "transform" else "move")

    def _on_key_released(self, key: int) -> None:
        if not self._held_key or QKeySequence(key).toString() != self._held_key:
            return
        self._held_key = ""
        if (
            time.monotonic() - self._chosen_at >= TAP_SECONDS
            and not self._canvas.handling.is_dragging
        ):
            self.use(self._before)
