"""What tools work with: given to every tool once, so that tools know nothing of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.canvas.tools.fields import Options
from app.canvas.tools.tool import Tool, View
from app.session.canvas_acts import CanvasActs
from app.session.colors import Colors
from app.session.edit_queue import EditQueue
from app.session.layer_acts import LayerActs
from app.session.moving import LayerMover
from app.session.objects import ObjectFinder, ObjectWork
from app.session.pixel_acts import PixelActs
from app.session.selecting import Selecting
from app.session.session import Session
from app.session.strokes import Painter
from app.session.transforming import Transformer


@dataclass(frozen=True, slots=True)
class Bench:
    """mover_tool, picker_tool: the tools that others borrow while Ctrl or Alt is held.

    is_chosen: whether a tool is the chosen one, not a borrowed one.
    """

    view: View
    session: Session
    queue: EditQueue
    options: Options
    colors: Colors
    selecting: Selecting
    painter: Painter
    pixels: PixelActs
    mover: LayerMover
    transformer: Transformer
    canvas_acts: CanvasActs
    layer_acts: LayerActs
    finder: ObjectFinder
    object_work: ObjectWork
    say: Callable[[str], None]
    mover_tool: Callable[[], Tool]
    picker_tool: Callable[[], Tool]
    is_chosen: Callable[[Tool], bool]
