"""Things that must not creep in: lost references, stalls, forbidden imports, left-over threads."""

from __future__ import annotations

import subprocess
import sys

import PySide6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from engine.compositor.compile import warm_up
from engine.painting.compile import warm_up as warm_up_brush
from tests.app.editor import Editor
from tests.app.pictures import flat_document
from tests.app.stalls import longest_stalls

LONGEST_STALL_MS = 150
"""Processor time of the GUI thread. The aim is 50; slow computers run these tests too, and others
share them."""


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


def test_the_window_never_stalls_in_a_scripted_session(editor: Editor, record_property) -> None:
    warm_up()
    warm_up_brush()
    longest = longest_stalls(editor, flat_document(2000, 1500))
    record_property("longest_stalls_ms", {name: str(stall) for name, stall in longest.items()})
    print({name: str(stall) for name, stall in longest.items()})
    assert max(stall.busy for stall in longest.values()) < LONGEST_STALL_MS, longest


def test_the_window_imports_neither_networks_nor_codecs() -> None:
    script = (
        "import sys, app.application\n"
        "print(sorted({'torch','onnxruntime','cv2','PIL','psd_tools'} & sys.modules.keys()))"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120
    )
    assert found.stdout.strip() == "[]"
