"""A window on a large document, and a clock from an event to the frame that shows it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from app.canvas.view import CanvasView
from engine.document.geometry import Size
from engine.document.model import BlendMode, Document, LayerId, PixelLayer
from engine.document.raster import TILE, empty_raster, frozen_tile, raster_from_tiles
from tests.app.editor import Editor

FRAME = (1920, 1080)
"""Size of the canvas on the screen."""
PATIENCE = 60.0
MODES = (
    *[BlendMode.NORMAL] * 4,
    *[BlendMode.MULTIPLY] * 2,
    BlendMode.SCREEN,
    BlendMode.SOFT_LIGHT,
    BlendMode.LINEAR_DODGE,
    BlendMode.OVERLAY,
)


def fifty_layers(side: int, *, share: float = 0.2, seed: int = 3) -> Document:
    """side×side with 50 layers of random pixels, all but the lowest on `share` of the tiles."""
    rng = np.random.default_rng(seed)
    across = -(-side // TILE)
    pool = [rng.integers(0, 256, (TILE, TILE, 4), np.uint8) for _ in range(32)]
    layers = []
    for index in range(50):
        painted = np.full((across, across), index == 0)
        while painted.mean() < share:
            height, width = rng.integers(1, max(2, across // 3), 2)
            top, left = rng.integers(0, across - height + 1), rng.integers(0, across - width + 1)
            painted[top : top + height, left : left + width] = True
        tiles = {}
        for row, column in np.argwhere(painted):
            tile = pool[rng.integers(len(pool))].copy()
            if index == 0:
                tile[..., 3] = 255
            tiles[int(row), int(column)] = frozen_tile(tile)
        layers.append(
            PixelLayer(
                id=LayerId(index + 1),
                name=f"Layer {index + 1}",
                raster=raster_from_tiles(empty_raster(), tiles),
                blend=BlendMode.NORMAL if index == 0 else MODES[rng.integers(len(MODES))],
                opacity=1.0 if index == 0 else float(rng.uniform(0.5, 1.0)),
            )
        )
    return Document(size=Size(side, side), layers=tuple(layers), next_id=51)


class Paints(QObject):
    """Counts the frames that a widget is asked to paint."""

    def __init__(self, widget: CanvasView) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds. cpu: processor time of all threads in the middle event."""

    median: float
    late: float
    worst: float
    cpu: float

    def __str__(self) -> str:
        return (
            f"median {self.median:6.1f}   95 % {self.late:6.1f}   worst {self.worst:6.1f}"
            f"   cpu {self.cpu:6.1f} ms"
        )


class Stopwatch:
    """Times events on the canvas of a window."""

    def __init__(self, editor: Editor, document: Document) -> None:
        self.editor = editor
        self.canvas = editor.window.canvas
        self._alarm = QTimer(editor.window, interval=100)
        self._alarm.start()
        window = editor.window
        editor.open(document=document)
        frame = window.size() - self.canvas.size()
        window.resize(FRAME[0] + frame.width(), FRAME[1] + frame.height())
        self.wait(lambda: self.canvas.is_complete)
        self._paints = Paints(self.canvas)

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Let the event loop run until something holds."""
        limit = time.perf_counter() + PATIENCE
        while not is_so():
            # Asleep between events, as in the program: a loop that spins takes the interpreter
            # away from the workers.
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() > limit:
                raise TimeoutError

    def rest(self, seconds: float = 1.0) -> None:
        """What an artist who looks at the picture gives the program."""
        self.wait(lambda: self.canvas.is_complete)
        until = time.perf_counter() + seconds
        self.wait(lambda: time.perf_counter() > until and self.canvas.is_complete)

    def times(
        self, events: list[Callable[[], object]], is_shown: Callable[[], bool] = lambda: True
    ) -> Times:
        """From each event to the end of the first frame in which `is_shown` holds."""
        walls, cpus = [], []
        for event in events:
            cpu, wall = time.process_time(), time.perf_counter()
            before = self._paints.count
            event()
            seen = before

            def painted(before: int = before) -> bool:
                return self._paints.count > before

            self.wait(painted)
            while not is_shown():
                seen = self._paints.count
                self.wait(lambda seen=seen: self._paints.count > seen or is_shown())
            if seen != before:
                self.wait(lambda seen=seen: self._paints.count > seen)
            walls.append((time.perf_counter() - wall) * 1e3)
            cpus.append((time.process_time() - cpu) * 1e3)
        return Times(
            float(np.median(walls)),
            float(np.percentile(walls, 95)),
            max(walls),
            float(np.median(cpus)),
        )

    # What an artist does

    def mouse(self, kind: QEvent.Type, x: float, y: float, *, down: bool) -> None:
        """x, y: logical pixels of the canvas."""
        is_move = kind == QEvent.Type.MouseMove
        button = Qt.MouseButton.NoButton if is_move else Qt.MouseButton.LeftButton
        held = Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton
        place = QPointF(x, y)
        where = QPointF(self.canvas.mapToGlobal(place))
        keys = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.canvas, QMouseEvent(kind, place, where, button, held, keys))
