"""A window with a played engine, and a watch over what Qt prints."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from app.theme.theme import Scheme
from tests.app.editor import Editor

HARMLESS = ("This plugin does not support",)
"""What the offscreen platform says about itself."""


@pytest.fixture
def no_qt_warnings() -> Iterator[None]:
    """Whatever Qt prints during the test makes it fail."""
    printed: list[str] = []

    def take(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind != QtMsgType.QtInfoMsg and not text.startswith(HARMLESS):
            printed.append(text)

    before = qInstallMessageHandler(take)
    yield
    qInstallMessageHandler(before)
    assert printed == []


@pytest.fixture
def make_editor(qapp, qtbot, tmp_path: Path, no_qt_warnings) -> Iterator[Callable[..., Editor]]:
    """Makes windows; all are closed, with their workers, when the test ends."""
    made: list[Editor] = []

    def make(scheme: Scheme = Scheme.DARK) -> Editor:
        editor = Editor(qapp, qtbot, tmp_path, scheme)
        made.append(editor)
        return editor

    yield make
    for editor in made:
        editor.end()
    made.clear()
    gc.collect()


@pytest.fixture
def editor(make_editor) -> Editor:
    """A window in the dark theme with its start page."""
    return make_editor()


@pytest.fixture
def opened(editor: Editor) -> Editor:
    """A window with a flat picture."""
    editor.open()
    return editor


@pytest.fixture
def decomposed(opened: Editor) -> Editor:
    """A window with a picture that was taken apart."""
    opened.decompose()
    return opened
