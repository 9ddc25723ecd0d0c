"""The window as a picture: both themes, the sizes of the look, not blank. Shown to people too."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.theme.theme import Scheme
from app.theme.tokens import load_tokens
from tests.app.editor import Editor

SIZES = {"menu_row": 36, "options_row": 44, "tool_strip": 44, "status": 28}
SCHEMES = pytest.mark.parametrize("scheme", [Scheme.DARK, Scheme.LIGHT])


def picture_of(editor: Editor) -> QImage:
    editor.settle()
    return editor.window.grab().toImage()


def colors_in(image: QImage) -> int:
    return len(
        {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    )


@SCHEMES
def test_the_decomposed_picture_is_shown_as_drawn(make_editor, scheme: Scheme) -> None:
    editor: Editor = make_editor(scheme)
    editor.window.resize(1600, 1000)
    editor.open()
    editor.decompose()
    image = picture_of(editor)
    tokens = load_tokens()[0 if scheme is Scheme.DARK else 1]
    window = editor.window
    assert (image.width(), image.height()) == (1600, 1000)
    assert window.menu_row.height() == SIZES["menu_row"]
    assert window.options.height() == SIZES["options_row"]
    assert window.tools.width() == SIZES["tool_strip"]
    assert window.status.height() == SIZES["status"]
    assert window.dock.panel("layers").width() == tokens.size("dock")
    assert image.pixelColor(700, 5) == tokens["chrome"]
    assert image.pixelColor(60, 100) == tokens["canvas"]
    assert image.pixelColor(1500, 700) == tokens["panel"]
    assert image.pixelColor(600, 976) == tokens["chrome"]
    middle = QImage(image.copy(300, 200, 600, 400))
    assert colors_in(middle) >= 3
    tree = window.dock.layers.tree
    row = tree.visualRect(tree.layer_model.index_of(editor.id_of("Shadow")))
    assert row.height() == tokens.size("layer_row")


@SCHEMES
def test_the_start_page_fits_the_smallest_window(make_editor, scheme: Scheme) -> None:
    editor: Editor = make_editor(scheme)
    editor.window.resize(10, 10)
    assert (editor.window.width(), editor.window.height()) == (960, 600)
    image = picture_of(editor)
    assert colors_in(image) > 10
    start = editor.window.start
    assert start.horizontalScrollBar().maximum() == 0
    assert start.open_button.isVisible()


def test_the_editor_fits_the_smallest_window(decomposed: Editor) -> None:
    decomposed.window.resize(960, 600)
    picture_of(decomposed)
    window = decomposed.window
    for part in (window.options.decompose, window.dock, window.status, window.menu_row.search):
        corner = part.mapTo(window, part.rect().bottomRight())
        assert corner.x() < 960, part
        assert corner.y() < 600, part
    assert window.canvas.width() > 500
    parts = [one for one in window.tools.findChildren(QWidget) if one.parent() is window.tools]
    shown = [one.geometry() for one in parts if one.isVisible() and one.width() > 1]
    overlaps = [(a, b) for a in shown for b in shown if a is not b and a.intersects(b)]
    assert overlaps == []
    window.resize(1280, 800)
    picture_of(decomposed)
    assert window.tools.keys.isVisible()
