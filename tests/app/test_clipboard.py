"""Pixels on the clipboard, both ways."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from engine.document.geometry import Size
from engine.document.model import Document, LayerId, Locks, PixelLayer
from engine.document.raster import content_bounds, pixels_of, raster_from_array
from tests.app.editor import Editor
from tests.app.pictures import flat_document

RED, BLUE = (200, 60, 60, 255), (60, 110, 200, 255)


@pytest.fixture(autouse=True)
def empty_clipboard(qapp) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def select_box(editor: Editor, left: int, top: int, right: int, bottom: int) -> None:
    editor.use("rectangle")
    editor.drag_tool((left, top), (right, bottom))


def press(editor: Editor, keys: str) -> None:
    editor.key(keys, on=editor.window.canvas)
    editor.settle()


def test_what_is_selected_is_copied_and_comes_back_where_it_was(opened: Editor) -> None:
    select_box(opened, 70, 45, 110, 80)
    press(opened, "Ctrl+C")
    assert opened.history[-1] == "Select rectangle"
    press(opened, "Ctrl+V")
    assert opened.history[-1] == "Paste"
    pasted = opened.document.layers[-1]
    assert isinstance(pasted, PixelLayer)
    assert opened.session.current == pasted.id
    bounds = content_bounds(pasted.raster)
    assert (bounds.left, bounds.top, bounds.right, bounds.bottom) == (70, 45, 110, 80)
    assert tuple(pixels_of(pasted.raster, bounds)[20, 20]) == RED
    assert opened.session.area is None
    opened.undo()
    assert len(opened.document.layers) == 1


def test_other_programs_get_a_picture_with_its_transparency(opened: Editor) -> None:
    opened.use("ellipse")
    opened.drag_tool((20, 60), (60, 90))
    press(opened, "Ctrl+C")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (40, 30)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(20, 15) == QColor(*BLUE)


def test_a_picture_of_another_program_becomes_a_layer_in_the_middle(opened: Editor) -> None:
    image = QImage(40, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor(10, 200, 30, 128))
    QGuiApplication.clipboard().setImage(image)
    press(opened, "Ctrl+V")
    pasted = opened.document.layers[-1]
    assert isinstance(pasted, PixelLayer)
    bounds = content_bounds(pasted.raster)
    assert (bounds.width, bounds.height) == (40, 20)
    assert abs(bounds.left + 20 - 150) <= 1
    assert abs(bounds.top + 10 - 100) <= 1
    assert tuple(pixels_of(pasted.raster, bounds)[5, 5]) == (10, 200, 30, 128)


def test_pasting_at_once_waits_for_what_is_being_copied(opened: Editor) -> None:
    select_box(opened, 70, 45, 110, 80)
    QGuiApplication.clipboard().setImage(QImage(8, 8, QImage.Format.Format_RGB32))
    opened.key("Ctrl+C", on=opened.window.canvas)
    opened.key("Ctrl+V", on=opened.window.canvas)
    opened.settle()
    pasted = opened.document.layers[-1]
    assert isinstance(pasted, PixelLayer)
    assert content_bounds(pasted.raster).width == 40


def test_cutting_is_one_step_and_leaves_a_hole(opened: Editor) -> None:
    select_box(opened, 70, 45, 110, 80)
    press(opened, "Ctrl+X")
    assert opened.history[-1] == "Cut"
    assert opened.pixels("Background")[60, 90, 3] == 0
    assert opened.pixels("Background")[60, 120, 3] == 255
    press(opened, "Ctrl+Shift+V")
    assert opened.history[-1] == "Paste in place"
    assert opened.color_at(90, 60) == "#c83c3c"


def test_locked_pixels_are_not_cut(opened: Editor) -> None:
    opened.select("Background")
    opened.do("layer.lock_pixels")
    before = opened.document
    press(opened, "Ctrl+X")
    assert opened.document is before
    assert opened.document.layers[0].locks == Locks(pixels=True)


def test_copy_merged_takes_what_is_seen(decomposed: Editor) -> None:
    decomposed.select("Line art")
    select_box(decomposed, 60, 90, 120, 120)
    press(decomposed, "Ctrl+Shift+C")
    image = QGuiApplication.clipboard().image()
    assert image.pixelColor(30, 5) == QColor(*RED)
    assert image.pixelColor(30, 11) == QColor(0, 0, 0)
    assert image.pixelColor(30, 25) == QColor(*BLUE)


def test_nothing_is_copied_of_an_empty_layer(opened: Editor) -> None:
    opened.do("layer.new")
    press(opened, "Ctrl+C")
    assert QGuiApplication.clipboard().image().isNull()
    assert opened.window.toast.isVisible()


def test_pasting_into_a_selection_masks_the_rest(opened: Editor) -> None:
    select_box(opened, 70, 45, 110, 80)
    press(opened, "Ctrl+C")
    select_box(opened, 200, 140, 220, 160)
    press(opened, "Ctrl+Alt+Shift+V")
    pasted = opened.document.layers[-1]
    assert isinstance(pasted, PixelLayer)
    assert content_bounds(pasted.raster).width == 40
    assert pasted.mask is not None
    assert opened.color_at(210, 150) == "#c83c3c"
    assert opened.color_at(195, 150) == "#3c6ec8"


def test_16_bits_stay_16_bits(editor: Editor) -> None:
    values = np.zeros((60, 80, 4), np.uint16)
    values[...] = (12345, 54321, 777, 65535)
    layer = PixelLayer(id=LayerId(1), name="Deep", raster=raster_from_array(values))
    editor.open(Document(size=Size(80, 60), layers=(layer,), depth=16, next_id=2))
    press(editor, "Ctrl+A")
    press(editor, "Ctrl+C")
    press(editor, "Ctrl+V")
    pasted = editor.document.layers[-1]
    assert isinstance(pasted, PixelLayer)
    assert np.array_equal(pixels_of(pasted.raster, editor.document.size.rect), values)
    assert QGuiApplication.clipboard().image().pixelColor(3, 3).red() == 48
    editor.questions.answers.clear()
    editor.session.mark_saved(editor.document, editor.folder / "deep.png")
    editor.open(flat_document(), "other.png")
    press(editor, "Ctrl+V")  # into 8 bits
    assert editor.document.layers[-1].raster.dtype == np.uint8


def test_with_nothing_open_the_picture_is_opened(editor: Editor) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFFC83C3C)
    QGuiApplication.clipboard().setImage(image)
    editor.key("Ctrl+V")
    editor.settle()
    assert editor.document.size == Size(40, 30)
