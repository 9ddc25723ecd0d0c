"""Selecting: shapes, colours, how they meet, undo, and the ants."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.app.editor import Editor

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def box(left: int, top: int, right: int, bottom: int) -> np.ndarray:
    """A picture's worth of 0 with a box of 255."""
    made = np.zeros((200, 300), np.uint8)
    made[top:bottom, left:right] = 255
    return made


def select_box(
    editor: Editor, left: int, top: int, right: int, bottom: int, **more: object
) -> None:
    editor.use("rectangle")
    editor.drag_tool((left, top), (right, bottom), **more)  # type: ignore[arg-type]


def test_a_rectangle_selects_whole_pixels(opened: Editor) -> None:
    select_box(opened, 20, 30, 100, 90)
    assert np.array_equal(opened.area, box(20, 30, 100, 90))


def test_selecting_is_an_undo_step(opened: Editor) -> None:
    select_box(opened, 20, 30, 100, 90)
    assert opened.history[-1] == "Select rectangle"
    opened.undo()
    assert not opened.area.any()
    opened.redo()
    assert np.array_equal(opened.area, box(20, 30, 100, 90))


def test_selecting_leaves_the_file_unmodified(opened: Editor) -> None:
    before = opened.document
    select_box(opened, 20, 30, 100, 90)
    assert opened.document is before
    assert not opened.session.is_modified


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (SHIFT, box(20, 20, 60, 60) | box(40, 40, 100, 100)),
        (ALT, box(20, 20, 60, 60) & ~box(40, 40, 100, 100)),
        (SHIFT | ALT, box(40, 40, 60, 60)),
    ],
)
def test_keys_say_how_selections_meet(
    opened: Editor, keys: Qt.KeyboardModifier, expected: np.ndarray
) -> None:
    select_box(opened, 20, 20, 60, 60)
    select_box(opened, 40, 40, 100, 100, keys=keys)
    assert np.array_equal(opened.area, expected)


def test_buttons_say_how_selections_meet(opened: Editor) -> None:
    select_box(opened, 20, 20, 60, 60)
    opened.option("rectangle.how", "subtract")
    select_box(opened, 40, 40, 100, 100)
    assert np.array_equal(opened.area, box(20, 20, 60, 60) & ~box(40, 40, 100, 100))


def test_a_click_beside_it_selects_nothing(opened: Editor) -> None:
    select_box(opened, 20, 20, 60, 60)
    opened.click((200, 150))
    assert not opened.area.any()
    assert opened.history[-1] == "Deselect"


def test_an_ellipse_has_soft_edges(opened: Editor) -> None:
    opened.use("ellipse")
    opened.drag_tool((50, 50), (150, 110))
    area = opened.area
    assert area[80, 100] == 255
    assert area[52, 52] == 0
    assert ((area > 0) & (area < 255)).any()
    assert abs(area.sum() / 255 - np.pi * 50 * 30) < 10


def test_a_lasso_selects_what_it_goes_round(opened: Editor) -> None:
    opened.use("lasso")
    opened.drag_tool((50, 50), (150, 50), (150, 120), (50, 120))
    assert opened.area[80, 100] == 255
    assert opened.area[40, 100] == 0


def test_a_polygon_is_closed_with_enter(opened: Editor) -> None:
    opened.use("polygon")
    for corner in ((50, 50), (150, 50), (150, 120)):
        opened.click(corner)
    assert not opened.area.any()
    opened.key("Return")
    assert opened.area[60, 140] == 255
    assert opened.area[110, 60] == 0


def test_backspace_takes_back_a_corner_of_a_polygon(opened: Editor) -> None:
    opened.use("polygon")
    for corner in ((50, 50), (150, 50), (150, 120), (290, 190)):
        opened.click(corner)
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_Backspace)
    opened.key("Return")
    assert opened.area[60, 140] == 255
    assert opened.area[180, 280] == 0
    assert len(opened.names) == 1, "the layer must not be deleted"


def test_escape_drops_a_polygon(opened: Editor) -> None:
    opened.use("polygon")
    for corner in ((50, 50), (150, 50), (150, 120)):
        opened.click(corner)
    opened.key("Esc")
    opened.key("Return")
    assert not opened.area.any()


def test_the_wand_selects_what_hangs_together(opened: Editor) -> None:
    opened.use("wand")
    opened.click((100, 80))
    wrong = opened.area != box(75, 50, 150, 100)
    assert wrong.sum() <= 4, "soft pixels where the line meets the corners"


def test_the_wand_stops_at_a_line(opened: Editor) -> None:
    opened.use("wand")
    opened.click((20, 20))
    assert opened.area[20, 250] == 255
    assert opened.area[180, 20] == 0, "the black line lies between"


def test_by_colour_selects_on_both_sides_of_a_line(opened: Editor) -> None:
    opened.use("color_range")
    opened.click((20, 20))
    assert opened.area[20, 20] == 255
    assert opened.area[180, 20] == 255
    assert opened.area[80, 100] == 0


def test_the_wand_can_look_at_one_layer(decomposed: Editor) -> None:
    decomposed.use("wand")
    decomposed.option("wand.all_layers", False)
    decomposed.select("Line art")
    decomposed.click((100, 101))
    assert np.array_equal(decomposed.area, box(0, 100, 300, 104))


def test_all_none_and_invert(opened: Editor) -> None:
    opened.key("Ctrl+A")
    assert (opened.area == 255).all()
    opened.key("Ctrl+D")
    assert not opened.area.any()
    select_box(opened, 20, 20, 60, 60)
    opened.key("Ctrl+Shift+I")
    assert np.array_equal(opened.area, ~box(20, 20, 60, 60))


@pytest.mark.parametrize(
    ("command", "expected"), [("grow", 80 * 80), ("shrink", 40 * 40), ("border", 80 * 80 - 40 * 40)]
)
def test_amounts_are_asked_for_and_taken(opened: Editor, command: str, expected: int) -> None:
    select_box(opened, 50, 50, 110, 110)
    opened.do(f"select.{command}")
    opened.type("20" if command == "border" else "10")
    opened.key("Return")
    covered = int((opened.area == 255).sum())
    assert abs(covered - expected) < 200  # round corners


def test_feather_softens_the_edge(opened: Editor) -> None:
    select_box(opened, 50, 50, 110, 110)
    opened.do("select.feather")
    opened.key("Return")
    assert 100 < opened.area[80, 50] < 160


def test_an_amount_can_be_cancelled(opened: Editor) -> None:
    select_box(opened, 50, 50, 110, 110)
    opened.do("select.grow")
    opened.key("Esc")
    assert np.array_equal(opened.area, box(50, 50, 110, 110))


def test_what_a_layer_covers(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.do("select.layer")
    assert np.array_equal(decomposed.area, box(0, 100, 300, 104))


def test_ctrl_click_on_a_thumbnail_selects_what_the_layer_covers(decomposed: Editor) -> None:
    tree = decomposed.window.dock.layers.tree
    row = tree.layer_model.index_of(decomposed.id_of("Line art"))
    parts = tree.itemDelegate().parts(tree.visualRect(row), row)
    place = parts.thumbnail.center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    assert np.array_equal(decomposed.area, box(0, 100, 300, 104))


def test_arrows_move_the_outline_alone(opened: Editor) -> None:
    select_box(opened, 20, 20, 60, 60)
    before = opened.pixels("Background")
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_Right, SHIFT)
    assert np.array_equal(opened.area, box(30, 20, 70, 60))
    assert np.array_equal(opened.pixels("Background"), before)


def test_undo_takes_back_what_is_still_worked_out(opened: Editor) -> None:
    select_box(opened, 20, 20, 60, 60)
    opened.use("wand")
    opened.drag_tool((100, 80), settle=False)
    opened.undo()
    opened.settle()
    assert opened.history[-1] == "Select rectangle"


def test_ants_show_in_black_and_white(opened: Editor) -> None:
    opened.window.toolbox.use("rectangle")
    before = opened.window.canvas.grab().toImage()
    select_box(opened, 50, 20, 250, 180)
    after = opened.window.canvas.grab().toImage()
    assert before != after


def test_a_tool_key_again_goes_on_in_its_group(opened: Editor) -> None:
    opened.window.canvas.setFocus()
    opened.key("M")
    assert opened.window.tool_name() == "rectangle"
    opened.key("M")
    assert opened.window.tool_name() == "ellipse"
    opened.key("L")
    opened.key("L")
    assert opened.window.tool_name() == "polygon"
