"""Move, transform, crop, and the acts on layers that need a selection."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSpinBox

from engine.compositor.composite import flatten
from engine.document.geometry import Size
from engine.document.model import BlendMode
from tests.app.editor import Editor

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def select_box(editor: Editor, left: int, top: int, right: int, bottom: int) -> None:
    editor.use("rectangle")
    editor.drag_tool((left, top), (right, bottom))


def test_a_click_with_move_chooses_the_layer_there(decomposed: Editor) -> None:
    decomposed.select("Flat colour")
    decomposed.use("move")
    decomposed.click((100, 101))
    assert decomposed.chosen == ["Line art"]
    decomposed.click((100, 80))
    assert decomposed.chosen == ["Flat colour"]
    assert decomposed.history[-1].startswith("Decompose"), "choosing is no change"


def test_ctrl_click_chooses_with_any_tool(decomposed: Editor) -> None:
    decomposed.select("Flat colour")
    decomposed.use("brush")
    decomposed.click((100, 101), keys=CTRL)
    assert decomposed.chosen == ["Line art"]
    assert decomposed.window.tool_name() == "brush"


def test_dragging_moves_the_layer_under_the_pointer(decomposed: Editor) -> None:
    decomposed.select("Flat colour")
    decomposed.use("move")
    decomposed.drag_tool((100, 102), (100, 112), (100, 122))
    assert decomposed.pixels("Line art")[121, 100, 3] == 255
    assert decomposed.pixels("Line art")[101, 100, 3] == 0
    assert decomposed.history[-1].startswith("Move")


def test_the_layer_under_the_pointer_is_outlined(decomposed: Editor) -> None:
    decomposed.use("move")
    before = decomposed.window.canvas.grab().toImage()
    decomposed.hover((100, 101))
    decomposed.settle()
    assert decomposed.window.canvas.grab().toImage() != before


def test_the_right_button_lists_all_layers_there(decomposed: Editor) -> None:
    decomposed.use("move")
    canvas = decomposed.window.canvas
    x, y = canvas.viewport.to_view(100, 101)
    place = QPointF(x, y)
    right = Qt.MouseButton.RightButton
    QApplication.sendEvent(
        canvas,
        QMouseEvent(
            QEvent.Type.MouseButtonPress, place, QPointF(canvas.mapToGlobal(place)), right, right,
            Qt.KeyboardModifier.NoModifier,
        ),
    )  # fmt: skip
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Line art", "Flat colour"]
    menu.actions()[1].trigger()
    menu.close()
    assert decomposed.chosen == ["Flat colour"]


def test_digits_set_the_opacity_with_move(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.use("move")
    QTest.keyClick(decomposed.window.canvas, Qt.Key.Key_3)
    assert decomposed.layer("Line art").opacity == 0.3


def test_free_transform_scales_with_a_handle(opened: Editor) -> None:
    select_box(opened, 75, 50, 150, 100)
    opened.key("Ctrl+J")
    opened.settle()
    opened.key("Ctrl+T")
    assert opened.window.tool_name() == "transform"
    opened.drag_tool((150, 100), (200, 120), (225, 150))
    opened.key("Return")
    opened.settle()
    pixels = opened.pixels("Background copy")
    assert tuple(pixels[140, 210]) == (200, 60, 60, 255)
    assert opened.history[-1] == "Transform"
    assert opened.window.tool_name() == "rectangle"
    opened.undo()
    assert opened.pixels("Background copy")[140, 210, 3] == 0


def test_escape_drops_a_transform(opened: Editor) -> None:
    before = opened.document
    opened.window.canvas.setFocus()
    opened.key("Ctrl+T")
    opened.drag_tool((150, 100), (170, 130))
    opened.key("Esc")
    opened.settle()
    assert opened.document is before
    assert len(opened.history) == 1


def test_undo_drops_a_transform_that_is_not_kept(opened: Editor) -> None:
    copied_box(opened)
    opened.option("transform.x", 50.0)
    opened.settle()
    opened.key("Ctrl+Z", on=opened.window.canvas)
    opened.settle()
    assert opened.history[-1] == "Layer via copy"
    assert opened.window.tool_name() != "transform"
    assert opened.pixels("Background copy")[90, 110, 3] == 255
    assert not opened.can("edit.redo")


def test_numbers_transform_as_handles_do(opened: Editor) -> None:
    select_box(opened, 100, 60, 140, 90)
    opened.key("Ctrl+T")
    opened.option("transform.x", 50.0)
    opened.settle()
    assert opened.pixels("Background")[75, 120, 3] == 0, "a preview is seen"
    opened.key("Return")
    opened.settle()
    pixels = opened.pixels("Background")
    assert tuple(pixels[75, 170]) == (200, 60, 60, 255)
    assert pixels[75, 120, 3] == 0
    assert opened.area[75, 170] == 255
    assert opened.area[75, 120] == 0


def test_what_is_not_selected_stays_in_a_transform(opened: Editor) -> None:
    select_box(opened, 100, 60, 140, 90)
    before = opened.pixels("Background")
    opened.key("Ctrl+T")
    opened.option("transform.angle", 30.0)
    opened.key("Return")
    opened.settle()
    after = opened.pixels("Background")
    far = np.ones((200, 300), bool)
    far[40:110, 80:160] = False
    assert np.array_equal(before[far], after[far])


def copied_box(editor: Editor) -> None:
    """A layer of its own, 80×60 at (100, 60), red and blue, and a transform of it."""
    select_box(editor, 100, 60, 180, 120)
    editor.key("Ctrl+J")
    editor.settle()
    editor.key("Ctrl+T")


def test_ctrl_pulls_one_corner_and_the_others_stay(opened: Editor) -> None:
    copied_box(opened)
    opened.drag_tool((180, 120), (200, 150), (220, 160), keys=CTRL)
    opened.key("Return")
    opened.settle()
    alpha = opened.pixels("Background copy")[..., 3]
    assert alpha[61, 101] > 200
    assert alpha[157, 216] > 200
    assert alpha[61, 185] == 0
    assert alpha[150, 110] == 0
    assert opened.history[-1] == "Transform"


def test_corners_are_pulled_by_keys_and_numbers(opened: Editor) -> None:
    copied_box(opened)
    opened.key("3", on=opened.window.canvas)
    opened.key("Shift+Right", on=opened.window.canvas)
    opened.key("Shift+Down", on=opened.window.canvas)
    assert opened.window.toolbox.options.number("transform.corner_x") == 10.0
    opened.option("transform.corner_x", 40.0)
    opened.key("Return", on=opened.window.canvas)
    alpha = opened.pixels("Background copy")[..., 3]
    assert alpha[127, 217] > 100
    assert alpha[61, 185] == 0


def test_corners_that_cross_are_not_taken(opened: Editor) -> None:
    copied_box(opened)
    opened.key("1", on=opened.window.canvas)
    opened.option("transform.corner_x", 500.0)
    assert opened.window.toolbox.options.number("transform.corner_x") == 0.0
    opened.key("Esc", on=opened.window.canvas)
    assert opened.history[-1] == "Layer via copy"


def test_perspective_pulls_both_ends_of_a_side(opened: Editor) -> None:
    copied_box(opened)
    opened.option("transform.mode", "perspective")
    opened.drag_tool((100, 60), (110, 60), (120, 60))
    opened.key("Return", on=opened.window.canvas)
    alpha = opened.pixels("Background copy")[..., 3]
    top, bottom = alpha[62] > 128, alpha[117] > 128
    assert abs(int(top.argmax()) - 119) <= 2
    assert abs(int(top.sum()) - 42) <= 3
    assert abs(int(bottom.sum()) - 78) <= 3


def test_a_slant_leans_upright_lines(opened: Editor) -> None:
    copied_box(opened)
    opened.option("transform.slant", 45.0)
    opened.key("Return", on=opened.window.canvas)
    alpha = opened.pixels("Background copy")[..., 3] > 128
    assert abs(int(alpha[119].argmax()) - int(alpha[61].argmax()) - 58) <= 2
    assert abs(int(alpha[90].sum()) - 80) <= 1


def test_a_slanted_box_is_scaled_from_the_other_side(opened: Editor) -> None:
    copied_box(opened)
    opened.option("transform.slant", 20.0)
    opened.option("transform.proportional", False)
    opened.settle()
    opened.drag_tool((180, 90), (220, 90))  # the middle of the right side
    opened.key("Return", on=opened.window.canvas)
    row = opened.pixels("Background copy")[90, :, 3] > 128
    assert abs(int(row.argmax()) - 100) <= 1
    assert abs(int(row.sum()) - 120) <= 2


def test_flipping_a_layer_twice_is_nothing(decomposed: Editor) -> None:
    decomposed.select("Flat colour")
    before = decomposed.pixels("Flat colour")
    decomposed.do("layer.flip_across")
    flipped = decomposed.pixels("Flat colour")
    assert np.array_equal(flipped, before[:, ::-1])
    decomposed.do("layer.flip_across")
    assert np.array_equal(decomposed.pixels("Flat colour"), before)


def test_cropping_to_a_frame(opened: Editor) -> None:
    opened.use("crop")
    opened.drag_tool((75, 50), (150, 100))
    opened.key("Return")
    opened.settle()
    assert opened.document.size == Size(75, 50)
    assert tuple(flatten(opened.document)[10, 10]) == (200, 60, 60, 255)
    opened.undo()
    assert opened.document.size == Size(300, 200)


def test_canvas_size_by_dialog(opened: Editor) -> None:
    opened.key("Ctrl+Alt+C")
    (width, height) = opened.focus.window().findChildren(QSpinBox)
    width.setValue(400)
    height.setValue(220)
    opened.key("Return")
    opened.settle()
    assert opened.document.size == Size(400, 220)
    assert tuple(opened.pixels("Background")[90, 150]) == (200, 60, 60, 255)


def test_image_size_keeps_proportions(opened: Editor) -> None:
    opened.key("Ctrl+Alt+I")
    (width, height) = opened.focus.window().findChildren(QSpinBox)
    width.setValue(150)
    assert height.value() == 100
    opened.key("Return")
    opened.settle()
    assert opened.document.size == Size(150, 100)


def test_turning_the_picture(opened: Editor) -> None:
    before = flatten(opened.document)
    opened.do("image.turn_right")
    opened.settle()
    assert np.array_equal(flatten(opened.document), np.rot90(before, -1))


def test_layer_via_copy_of_a_selection(opened: Editor) -> None:
    select_box(opened, 20, 20, 60, 60)
    before = flatten(opened.document)
    opened.key("Ctrl+J")
    opened.settle()
    assert opened.names == ["Background copy", "Background"]
    assert opened.chosen == ["Background copy"]
    assert int((opened.pixels("Background copy")[..., 3] > 0).sum()) == 1600
    assert np.array_equal(flatten(opened.document), before)


def test_layer_via_cut_keeps_the_picture(opened: Editor) -> None:
    select_box(opened, 20, 20, 60, 60)
    before = flatten(opened.document)
    opened.key("Ctrl+Shift+J")
    opened.settle()
    assert opened.pixels("Background")[40, 40, 3] == 0
    assert np.array_equal(flatten(opened.document), before)


def test_via_copy_without_selection_duplicates(opened: Editor) -> None:
    opened.window.canvas.setFocus()
    opened.key("Ctrl+J")
    assert opened.names == ["Background copy", "Background"]


def test_delete_clears_inside_the_selection(opened: Editor) -> None:
    select_box(opened, 20, 20, 60, 60)
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_Delete)
    assert opened.pixels("Background")[40, 40, 3] == 0
    assert opened.pixels("Background")[70, 70, 3] == 255
    assert opened.names == ["Background"]


def test_merge_down(decomposed: Editor) -> None:
    before = flatten(decomposed.document)
    decomposed.select("Line art")
    assert decomposed.layer("Highlight").blend is BlendMode.SCREEN
    decomposed.do("layer.merge_down")
    decomposed.settle()
    assert "Line art" not in decomposed.names
    assert flatten(decomposed.document).shape == before.shape


def test_merge_visible_and_flatten_keep_the_picture(decomposed: Editor) -> None:
    before = flatten(decomposed.document)
    decomposed.do("layer.stamp")
    decomposed.settle()
    assert decomposed.history[-1] == "Stamp visible"
    decomposed.key("Ctrl+Shift+E")
    decomposed.settle()
    assert len(decomposed.names) == 1
    assert np.array_equal(flatten(decomposed.document), before)
    decomposed.do("layer.flatten")
    decomposed.settle()
    assert np.array_equal(flatten(decomposed.document), before)


def test_a_mask_from_the_selection_hides_the_rest(opened: Editor) -> None:
    select_box(opened, 20, 20, 60, 60)
    opened.do("layer.add_mask")
    opened.settle()
    shown = flatten(opened.document)[..., 3]
    assert shown[40, 40] == 255
    assert shown[70, 70] == 0
    assert not opened.area.any()
    opened.do("layer.toggle_mask")
    opened.settle()
    assert flatten(opened.document)[70, 70, 3] == 255
    opened.do("layer.delete_mask")
    opened.settle()
    assert opened.layer("Background").mask is None


def test_a_held_tool_key_only_borrows(opened: Editor) -> None:
    canvas = opened.window.canvas
    opened.use("brush")
    QTest.keyPress(canvas, Qt.Key.Key_E)
    assert opened.window.tool_name() == "eraser"
    QTest.qWait(350)
    QTest.keyRelease(canvas, Qt.Key.Key_E)
    assert opened.window.tool_name() == "brush"
    QTest.keyClick(canvas, Qt.Key.Key_E)
    assert opened.window.tool_name() == "eraser", "a tap stays"


def test_the_pressed_place_is_the_place_painted(opened: Editor) -> None:
    """At the zoom of a fitted picture, device pixels and document pixels do not mix up."""
    opened.window.toolbox.colors.set_foreground((255, 0, 0))
    opened.use("brush")
    opened.option("brush.size", 3)
    opened.click((33.5, 44.5))
    changed = np.argwhere((opened.pixels("Background")[..., :3] == (255, 0, 0)).all(-1))
    assert tuple(changed.mean(0)) == (44.0, 33.0)


def test_what_is_selected_moves_alone_and_its_outline_with_it(opened: Editor) -> None:
    select_box(opened, 75, 50, 150, 100)  # the red box
    opened.use("move")
    opened.drag_tool((100, 70), (130, 120), (200, 150))
    assert opened.history[-1] == "Move selected pixels"
    pixels = opened.pixels("Background")
    assert pixels[60, 80, 3] == 0
    assert tuple(pixels[140, 180]) == (200, 60, 60, 255)
    assert tuple(pixels[10, 10]) == (60, 110, 200, 255)
    assert opened.area[140, 180] == 255
    assert opened.area[60, 80] == 0
    opened.undo()
    assert opened.area[60, 80] == 255
    assert tuple(opened.pixels("Background")[60, 80]) == (200, 60, 60, 255)


def test_nudges_move_what_is_selected_in_one_step(opened: Editor) -> None:
    select_box(opened, 75, 50, 150, 100)
    opened.use("move")
    for _ in range(3):
        opened.key("Shift+Right", on=opened.window.canvas)
    opened.settle()
    assert opened.history[1:] == ["Select rectangle", "Move selected pixels"]
    assert opened.pixels("Background")[70, 80, 3] == 0
    assert opened.pixels("Background")[70, 104, 3] == 0
    assert tuple(opened.pixels("Background")[70, 106]) == (200, 60, 60, 255)


def test_pieces_of_locked_layers_do_not_move(opened: Editor) -> None:
    select_box(opened, 75, 50, 150, 100)
    opened.do("layer.lock_pixels")
    before = opened.document
    opened.use("move")
    opened.drag_tool((100, 70), (130, 120))
    assert opened.document is before


def test_chosen_layers_become_one_and_the_picture_stays(decomposed: Editor) -> None:
    before = flatten(decomposed.document)
    decomposed.select("Flat colour", "Line art")
    decomposed.key("Ctrl+E", on=decomposed.window.canvas)
    decomposed.settle()
    assert decomposed.history[-1] == "Merge 2 layers"
    assert "Line art" not in decomposed.names
    assert np.array_equal(flatten(decomposed.document), before)
    assert decomposed.chosen == ["Flat colour"]


def test_the_key_of_merging_takes_a_group_as_one(decomposed: Editor) -> None:
    before = flatten(decomposed.document)
    decomposed.select("Illustration")
    decomposed.key("Ctrl+E", on=decomposed.window.canvas)
    decomposed.settle()
    assert decomposed.names == ["Illustration"]
    assert np.array_equal(flatten(decomposed.document), before)


def test_blend_modes_are_commands(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.do("layer.blend_multiply")
    assert decomposed.layer("Line art").blend is BlendMode.MULTIPLY
    assert not decomposed.can("layer.blend_pass_through")
    assert decomposed.window.registry.action("layer.blend_multiply").isChecked()


def test_alt_drags_a_copy_of_the_layer(decomposed: Editor) -> None:
    decomposed.select("Line art")
    before = decomposed.pixels("Line art")
    decomposed.use("move")
    decomposed.option("move.auto_select", False)
    decomposed.drag_tool((100, 102), (110, 120), (120, 142), keys=ALT)
    assert decomposed.history[-1] == "Copy “Line art”"
    assert np.array_equal(decomposed.pixels("Line art"), before)
    assert decomposed.pixels("Line art copy")[141, 150, 3] == 255
    assert decomposed.chosen == ["Line art copy"]
    decomposed.undo()
    assert "Line art copy" not in decomposed.names


def test_alt_drags_a_copy_of_what_is_selected(opened: Editor) -> None:
    select_box(opened, 75, 50, 150, 100)
    opened.use("move")
    opened.drag_tool((100, 70), (130, 120), (200, 150), keys=ALT)
    assert opened.history[-1] == "Copy selected pixels"
    pixels = opened.pixels("Background")
    assert tuple(pixels[60, 80]) == tuple(pixels[140, 180]) == (200, 60, 60, 255)
    assert opened.area[140, 180] == 255


def test_a_copy_that_is_dropped_leaves_nothing(decomposed: Editor) -> None:
    before = decomposed.document
    decomposed.select("Line art")
    decomposed.use("move")
    decomposed.press((100, 102), ALT)
    decomposed.drag_tool((100, 102), settle=False)
    decomposed.settle()
    assert decomposed.document is before
