"""How long the window keeps an artist waiting: the longest stalls of a scripted session."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.document.model import Document
from tests.app.editor import Editor
from tests.app.pictures import decomposed_document


@dataclass(frozen=True, slots=True)
class Stall:
    """Milliseconds between two turns of the event loop.

    busy: processor time of the GUI thread, what the program itself makes the artist wait for.
    wall: with all that other programs on the computer add to it.
    """

    busy: float
    wall: float

    def __str__(self) -> str:
        return f"{self.busy:.0f} ms busy ({self.wall:.0f} ms on the clock)"


class Watchdog(QObject):
    """Measures the longest time between two turns of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self._busy = self._wall = 0.0
        self._last = time.thread_time(), time.perf_counter()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    @property
    def longest(self) -> Stall:
        return Stall(self._busy * 1e3, self._wall * 1e3)

    def restart(self) -> None:
        QApplication.processEvents()
        self._busy = self._wall = 0.0
        self._last = time.thread_time(), time.perf_counter()

    def stop(self) -> None:
        self._timer.stop()

    def _turn(self) -> None:
        now = time.thread_time(), time.perf_counter()
        self._busy = max(self._busy, now[0] - self._last[0])
        self._wall = max(self._wall, now[1] - self._last[1])
        self._last = now


def longest_stalls(editor: Editor, document: Document) -> dict[str, Stall]:
    """The longest stall of every part of a session with a flat picture that is taken apart."""
    watchdog = Watchdog()
    longest: dict[str, Stall] = {}

    def step(name: str, *actions: Callable[[], object]) -> None:
        watchdog.restart()
        for action in actions:
            action()
            QApplication.processEvents()
        editor.settle()
        longest[name] = watchdog.longest

    path = editor.folder / "picture.png"
    path.touch()
    editor.window.paperwork.open_path(path)
    QApplication.processEvents()
    step("open", lambda: editor.engine.finish(document=document))
    result = decomposed_document(document)
    editor.decompose_key()
    step("progress", *[lambda: editor.engine.progress(0.4, "Finding lines")] * 3)
    step("result", lambda: editor.engine.finish(document=result))
    step("choose a layer", lambda: editor.select("Line art"), lambda: editor.select("Flat colour"))
    step("zoom", *[lambda: editor.key("Ctrl++")] * 4, lambda: editor.key("Ctrl+0"))
    step("eyes", *[lambda: editor.do("layer.toggle_visible")] * 4)
    canvas = editor.window.canvas
    step("nudge", *[lambda: QTest.keyClick(canvas, Qt.Key.Key_Down)] * 3)
    slider = editor.window.dock.layers.head.opacity_slider
    step(
        "opacity drag",
        slider.sliderPressed.emit,
        *[lambda value=value: slider.setValue(value) for value in range(90, 30, -10)],
        slider.sliderReleased.emit,
    )
    editor.use("brush")
    editor.option("brush.size", 40)
    across = [(100.0 + 40 * k, 120.0 + 20 * k) for k in range(20)]
    step("stroke", lambda: editor.drag_tool(*across, settle=False))
    step("panels", lambda: editor.window.show_panel("history"), lambda: editor.key("F6"))
    step("undo", *[editor.undo] * 6)
    step("redo", *[editor.redo] * 6)
    watchdog.stop()
    return longest
