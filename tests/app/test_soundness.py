"""Things that must not creep in: lost references, stalls, forbidden imports, left-over threads."""

from __future__ import annotations

import subprocess
import sys
import time

import PySide6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.app.editor import Editor
from tests.app.pictures import decomposed_document, flat_document

LONGEST_STALL = 0.5
"""Seconds. The aim is 0.05; other programs share the computer that runs the tests."""


def test_this_pyside_keeps_its_references(qapp: QApplication) -> None:
    """6.12.0 loses one reference to None for every turn of the event loop on Python 3.11."""

    class Speaker(QObject):
        said = Signal(bool)

    speaker = Speaker()
    timer = QTimer()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(500):
        speaker.said.emit(True)
        timer.start(1000)
        timer.stop()
        qapp.processEvents()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert all(new > old - 100 for new, old in zip(after, before, strict=True)), PySide6.__version__


class Watchdog(QObject):
    """Measures the longest time between two turns of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def restart(self) -> None:
        QApplication.processEvents()
        self.longest, self._last = 0.0, time.perf_counter()


def test_the_window_never_stalls_in_a_scripted_session(editor: Editor, record_property) -> None:
    document = flat_document(2000, 1500)
    watchdog = Watchdog()
    longest: dict[str, float] = {}

    def step(name: str, *actions: object) -> None:
        watchdog.restart()
        for action in actions:
            action()  # type: ignore[operator]
            QApplication.processEvents()
        editor.settle()
        longest[name] = watchdog.longest

    step("open", lambda: editor.open(document=document))
    result = decomposed_document(document)
    editor.decompose_key()
    step("result", lambda: editor.engine.finish(document=result))
    editor.select("Line art")
    step("zoom", *[lambda: editor.key("Ctrl++")] * 4, lambda: editor.key("Ctrl+0"))
    step("eyes", *[lambda: editor.do("layer.toggle_visible")] * 4)
    step("nudge", *[lambda: QTest.keyClick(editor.window.canvas, Qt.Key.Key_Down)] * 3)
    step("undo", *[editor.undo] * 4)
    record_property("longest_stalls_ms", {name: round(s * 1e3) for name, s in longest.items()})
    print({name: f"{seconds * 1e3:.0f} ms" for name, seconds in longest.items()})
    assert max(longest.values()) < LONGEST_STALL, longest


def test_the_window_imports_neither_networks_nor_codecs() -> None:
    script = (
        "import sys, app.application\n"
        "print(sorted({'torch','onnxruntime','cv2','PIL','psd_tools'} & sys.modules.keys()))"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120
    )
    assert found.stdout.strip() == "[]"
