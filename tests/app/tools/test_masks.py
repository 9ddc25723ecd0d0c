"""Quick mask, masks as red film, and fills that go where strokes go."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from engine.document.model import Mask
from engine.document.raster import pixels_of
from tests.app.editor import Editor

WHITE, BLACK = (255, 255, 255), (0, 0, 0)


def mask_of(editor: Editor, name: str) -> np.ndarray:
    editor.settle()
    mask = editor.layer(name).mask
    assert isinstance(mask, Mask)
    return pixels_of(mask.raster, editor.document.size.rect)


def redness(editor: Editor, x: int, y: int) -> int:
    color = QColor(editor.color_at(x, y))
    return color.red() - color.blue()


def test_q_paints_what_is_selected(opened: Editor) -> None:
    opened.use("rectangle")
    opened.drag_tool((20, 20), (100, 100))
    before = opened.pixels("Background")
    opened.key("Q", on=opened.window.canvas)
    opened.window.toolbox.colors.set_foreground(WHITE)
    opened.use("brush")
    opened.option("brush.size", 20.0)
    opened.option("brush.pressure_size", False)
    opened.drag_tool((200, 150), (250, 150))
    assert opened.history[1:] == ["Select rectangle", "Brush"]
    assert np.array_equal(opened.pixels("Background"), before)
    assert opened.area[150, 220] == 255
    assert opened.area[50, 50] == 255
    assert opened.area[150, 100] == 0
    opened.undo()
    assert opened.area[150, 220] == 0


def test_the_quick_mask_lies_red_over_what_is_not_selected(opened: Editor) -> None:
    opened.use("rectangle")
    opened.drag_tool((20, 20), (100, 100))
    plain = redness(opened, 200, 150)
    opened.key("Q", on=opened.window.canvas)
    assert redness(opened, 200, 150) > plain + 80
    assert redness(opened, 25, 25) == plain
    opened.key("Q", on=opened.window.canvas)
    assert redness(opened, 200, 150) == plain


def test_a_stroke_in_the_quick_mask_is_seen_while_it_is_made(opened: Editor) -> None:
    opened.key("Q", on=opened.window.canvas)
    opened.window.toolbox.colors.set_foreground(BLACK)
    opened.use("brush")
    opened.option("brush.size", 30.0)
    opened.option("brush.pressure_size", False)
    opened.press((200, 150))
    opened.qtbot.waitUntil(lambda: opened.session.area is not None)
    assert len(opened.history) == 1
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_Escape)
    assert opened.session.area is None
    assert len(opened.history) == 1


def test_everything_masked_is_not_the_same_as_nothing_selected(opened: Editor) -> None:
    opened.key("Q", on=opened.window.canvas)
    opened.window.toolbox.colors.set_foreground(BLACK)
    opened.key("Alt+Backspace", on=opened.window.canvas)
    opened.settle()
    assert redness(opened, 200, 150) > 0
    opened.window.toolbox.colors.set_foreground(WHITE)
    opened.use("brush")
    opened.option("brush.size", 20.0)
    opened.drag_tool((60, 60), (70, 60))
    opened.key("Q", on=opened.window.canvas)
    assert opened.area[60, 65] == 255
    assert opened.area[150, 200] == 0


def test_a_gradient_in_the_quick_mask_fades_the_selection(opened: Editor) -> None:
    opened.key("Q", on=opened.window.canvas)
    opened.window.toolbox.colors.set_foreground(BLACK)
    opened.window.toolbox.colors.set_background(WHITE)
    opened.use("gradient")
    opened.drag_tool((0, 100), (300, 100))
    row = opened.area[100].astype(int)
    assert row[5] < 20
    assert row[295] > 235
    assert (np.diff(row) >= -1).all()


def test_delete_in_the_quick_mask_keeps_the_layers(opened: Editor) -> None:
    opened.key("Q", on=opened.window.canvas)
    opened.key("Delete", on=opened.window.canvas)
    opened.settle()
    assert opened.names == ["Background"]
    opened.key("Q", on=opened.window.canvas)
    assert opened.session.area is None


def test_inverting_a_quick_mask_without_a_selection_masks_all(opened: Editor) -> None:
    opened.key("Q", on=opened.window.canvas)
    opened.do("select.invert")
    opened.settle()
    assert opened.session.area is not None
    assert opened.session.area.is_empty


def with_mask(editor: Editor) -> None:
    editor.select("Background")
    editor.do("layer.add_mask_showing")
    editor.do("layer.paint_mask")
    editor.window.canvas.setFocus()


def test_fills_go_to_the_mask_that_is_painted_on(opened: Editor) -> None:
    with_mask(opened)
    pixels = opened.pixels("Background")
    opened.window.toolbox.colors.set_foreground(BLACK)
    opened.use("rectangle")
    opened.drag_tool((20, 20), (100, 100))
    opened.key("Alt+Backspace", on=opened.window.canvas)
    assert mask_of(opened, "Background")[50, 50] == 0
    assert mask_of(opened, "Background")[150, 150] == 255
    assert np.array_equal(opened.pixels("Background"), pixels)
    opened.undo()
    opened.key("Delete", on=opened.window.canvas)
    assert mask_of(opened, "Background")[50, 50] == 0


def test_the_bucket_fills_a_mask_as_far_as_the_picture_goes(opened: Editor) -> None:
    with_mask(opened)
    opened.window.toolbox.colors.set_foreground(BLACK)
    opened.use("fill")
    opened.click((90, 70))  # the red box of the picture
    mask = mask_of(opened, "Background")
    assert mask[70, 90] == 0
    assert mask[10, 10] == 255
    opened.undo()
    opened.option("fill.all_layers", False)
    opened.click((90, 70))  # the mask itself is white all over
    assert mask_of(opened, "Background")[10, 10] == 0


def test_a_gradient_goes_to_the_mask(opened: Editor) -> None:
    with_mask(opened)
    opened.window.toolbox.colors.set_foreground(BLACK)
    opened.window.toolbox.colors.set_background(WHITE)
    opened.use("gradient")
    opened.drag_tool((0, 100), (300, 100))
    row = mask_of(opened, "Background")[100].astype(int)
    assert row[5] < 20
    assert row[295] > 235


def test_delete_without_a_selection_takes_the_mask_and_not_the_layer(opened: Editor) -> None:
    with_mask(opened)
    opened.key("Delete", on=opened.window.canvas)
    opened.settle()
    assert opened.layer("Background").mask is None


def test_a_layer_mask_as_red_film(opened: Editor) -> None:
    with_mask(opened)
    opened.window.toolbox.colors.set_foreground(BLACK)
    opened.key("Alt+Backspace", on=opened.window.canvas)
    opened.settle()
    opened.key("Shift+\\", on=opened.window.canvas)
    assert opened.window.canvas.shows_red_mask
    assert redness(opened, 150, 150) > 0
    tree = opened.window.dock.layers.tree
    row = tree.visualRect(tree.layer_model.index_of(opened.id_of("Background")))
    parts = tree._delegate.parts(row, tree.layer_model.index_of(opened.id_of("Background")))
    keys = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, keys, parts.mask.center())
    assert not opened.window.canvas.shows_red_mask


def test_ctrl_click_on_a_mask_selects_what_it_shows(opened: Editor) -> None:
    opened.use("rectangle")
    opened.drag_tool((20, 20), (100, 100))
    opened.do("layer.add_mask")
    opened.settle()
    assert opened.session.area is None
    tree = opened.window.dock.layers.tree
    index = tree.layer_model.index_of(opened.id_of("Background"))
    place = tree._delegate.parts(tree.visualRect(index), index).mask.center()
    keys = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, keys, place)
    assert opened.area.sum() == 255 * 80 * 80
    assert opened.history[-1] == "Select mask"
