"""A window in the recolour mode; one for all tests of a module, with a fresh document for each."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.theme.theme import Scheme
from tests.app.conftest import no_qt_warnings as no_qt_warnings
from tests.app.editor import Editor
from tests.app.recolor.playing import Player


@pytest.fixture(scope="module")
def window(
    qapp: QApplication, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Editor]:
    made = Editor(qapp, QtBot(request), tmp_path_factory.mktemp("recolor"), Scheme.DARK)
    yield made
    made.end()
    del made
    gc.collect()


@pytest.fixture
def editor(window: Editor, no_qt_warnings: None) -> Iterator[Editor]:
    """The window without a document, as a test before left it."""
    window.window.recolor.swatches.set("", [])
    yield window
    window.session.close()
    QApplication.processEvents()


@pytest.fixture
def player(editor: Editor) -> Player:
    return Player(editor)
