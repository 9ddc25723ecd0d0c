"""Opening, decomposing and editing layers, as an artist does it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from engine.document.model import BlendMode, GroupLayer
from engine.protocol.params import DecomposeIllustration, OpenFile
from tests.app.editor import Editor

ROWS = ["Illustration", "Line art", "Highlight", "Shadow", "Flat colour"]
BLUE, RED, BLACK = "#3c6ec8", "#c83c3c", "#000000"


def test_a_file_is_opened_by_the_engine_and_shown(editor: Editor) -> None:
    editor.open()
    assert isinstance(editor.engine.submissions[0][1], OpenFile)
    assert editor.names == ["Background"]
    assert editor.color_at(10, 10) == BLUE
    assert editor.color_at(100, 70) == RED
    assert editor.color_at(100, 101) == BLACK
    assert "picture.png" in editor.window.windowTitle()


def test_one_key_decomposes_into_a_group_in_one_undo_step(opened: Editor) -> None:
    before = opened.document
    opened.decompose()
    assert opened.names == ROWS
    assert opened.color_at(100, 101) == BLACK
    assert opened.history == ["Open picture.png", "Decompose illustration, 4 layers"]
    opened.undo()
    assert opened.document is before
    assert opened.names == ["Background"]
    opened.redo()
    assert opened.names == ROWS


def test_the_file_on_the_clipboard_is_opened(editor: Editor) -> None:
    path = editor.folder / "copied.png"
    path.touch()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(data)
    editor.key("Ctrl+V")
    assert editor.engine.submissions[-1][1] == OpenFile(str(path))
    QGuiApplication.clipboard().clear()


def test_a_picture_on_the_clipboard_is_pasted(editor: Editor) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFFC83C3C)
    QGuiApplication.clipboard().setImage(image)
    editor.key("Ctrl+V")
    editor.settle()
    assert editor.document.size.width == 40
    assert editor.color_at(20, 15) == RED
    assert editor.session.is_modified
    QGuiApplication.clipboard().clear()


def test_eyes_are_toggled_and_dragged_over_as_one_step(decomposed: Editor) -> None:
    decomposed.click_eye("Line art")
    assert not decomposed.layer("Line art").visible
    assert decomposed.color_at(100, 101) == BLUE
    decomposed.drag_eyes("Highlight", "Shadow", "Flat colour")
    assert [decomposed.layer(name).visible for name in ROWS[1:]] == [False] * 4
    assert decomposed.history[-1] == "Hide 3 layers"
    decomposed.undo()
    assert decomposed.layer("Shadow").visible


def test_alt_click_shows_only_this_layer_and_again_all(decomposed: Editor) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    decomposed.click_eye("Shadow", alt)
    assert [decomposed.layer(name).visible for name in ROWS] == [True, False, False, True, False]
    decomposed.click_eye("Shadow", alt)
    assert all(decomposed.layer(name).visible for name in ROWS)


def test_names_are_changed_in_place_and_tab_goes_on(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.key("F2")
    QTest.keyClicks(decomposed.focus, "Ink")
    QTest.keyClick(decomposed.focus, Qt.Key.Key_Tab)
    QTest.keyClicks(decomposed.focus, "Shine")
    QTest.keyClick(decomposed.focus, Qt.Key.Key_Return)
    wanted = ["Illustration", "Ink", "Shine", "Shadow", "Flat colour"]
    decomposed.qtbot.waitUntil(lambda: decomposed.names == wanted)
    assert decomposed.history[-2:] == ["Rename to “Ink”", "Rename to “Shine”"]


def test_opacity_by_slider_is_one_step_and_shows_on_the_canvas(decomposed: Editor) -> None:
    decomposed.select("Line art")
    slider = decomposed.window.dock.layers.head.opacity_slider
    slider.setSliderDown(True)
    for value in (80, 40, 0):
        slider.setValue(value)
    slider.setSliderDown(False)
    assert decomposed.layer("Line art").opacity == 0.0
    assert decomposed.color_at(100, 101) == BLUE
    assert decomposed.history[-1] == "Line art: opacity 0 %"
    decomposed.undo()
    assert decomposed.layer("Line art").opacity == 1.0
    assert slider.value() == 100


def test_opacity_by_field_applies_to_all_chosen_layers(decomposed: Editor) -> None:
    decomposed.select("Shadow", "Highlight")
    field = decomposed.window.dock.layers.head.opacity_field
    assert field.lineEdit().width() > 40
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "50")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert decomposed.layer("Shadow").opacity == decomposed.layer("Highlight").opacity == 0.5
    decomposed.select("Shadow", "Line art")
    assert field.text().startswith("Mixed")


def test_blend_modes_of_groups_only_are_not_given_to_layers(decomposed: Editor) -> None:
    blend = decomposed.window.dock.layers.head.blend
    decomposed.select("Flat colour")
    blend.activated.emit(blend.findData(BlendMode.MULTIPLY))
    assert decomposed.layer("Flat colour").blend is BlendMode.MULTIPLY
    blend.activated.emit(blend.findData(BlendMode.PASS_THROUGH))
    assert decomposed.layer("Flat colour").blend is BlendMode.MULTIPLY
    assert blend.view().isRowHidden(blend.findData(BlendMode.PASS_THROUGH))


def test_layers_are_reordered_by_keys_and_leave_their_group(decomposed: Editor) -> None:
    decomposed.select("Shadow")
    decomposed.key("Ctrl+]")
    assert decomposed.names == ["Illustration", "Line art", "Shadow", "Highlight", "Flat colour"]
    decomposed.key("Ctrl+]")
    decomposed.key("Ctrl+]")
    assert decomposed.names[0] == "Shadow"
    decomposed.key("Ctrl+[")
    assert decomposed.names == ["Illustration", "Shadow", "Line art", "Highlight", "Flat colour"]


def test_keys_take_layers_to_the_ends_of_their_group(decomposed: Editor) -> None:
    decomposed.select("Flat colour")
    decomposed.key("Ctrl+Shift+]")
    assert decomposed.names[:2] == ["Illustration", "Flat colour"]
    assert decomposed.history[-1] == "Raise “Flat colour” to the top"
    decomposed.key("Ctrl+Shift+[")
    assert decomposed.names[-1] == "Flat colour"
    before = decomposed.document
    decomposed.key("Ctrl+Shift+[")
    assert decomposed.document is before


def test_rows_are_dropped_into_groups(decomposed: Editor) -> None:
    decomposed.do("layer.new_group")
    decomposed.select("Line art", "Shadow")
    tree = decomposed.window.dock.layers.tree
    model = tree.layer_model
    indexes = tree.selectionModel().selectedIndexes()
    target = model.index_of(decomposed.id_of("Group 1"))
    data = model.mimeData(indexes)
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)
    group = decomposed.layer("Group 1")
    assert isinstance(group, GroupLayer)
    assert [layer.name for layer in group.layers] == ["Shadow", "Line art"]
    assert not model.canDropMimeData(
        model.mimeData([model.index_of(group.id)]),
        Qt.DropAction.MoveAction,
        0,
        0,
        model.index_of(group.id),
    )


def test_groups_close_without_an_undo_step(decomposed: Editor) -> None:
    decomposed.select("Illustration")
    steps = decomposed.history
    decomposed.do("layer.toggle_group")
    assert decomposed.names == ["Illustration"]
    assert decomposed.history == steps
    decomposed.undo()
    decomposed.redo()
    assert decomposed.names == ["Illustration"]
    decomposed.do("layer.toggle_group")
    assert decomposed.names == ROWS


def test_new_duplicate_clip_group_delete(decomposed: Editor) -> None:
    decomposed.select("Shadow")
    decomposed.do("layer.new")
    assert decomposed.chosen == ["Layer 1"]
    decomposed.select("Line art")
    decomposed.do("layer.duplicate")
    assert decomposed.chosen == ["Line art copy"]
    decomposed.do("layer.clip")
    assert decomposed.layer("Line art copy").clipped
    decomposed.do("layer.group")
    assert decomposed.layer("Group 1")
    decomposed.key("Delete", decomposed.window.dock.layers.tree)
    assert "Group 1" not in decomposed.names
    assert decomposed.session.selected


def test_filter_shows_matching_rows_and_their_groups(decomposed: Editor) -> None:
    decomposed.do("layer.filter")
    decomposed.type("multiply")
    assert decomposed.names == ["Illustration", "Shadow"]
    QTest.keyClick(decomposed.focus, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(decomposed.focus, Qt.Key.Key_Delete)
    assert decomposed.names == ROWS


def test_undo_everything_and_redo_everything(decomposed: Editor) -> None:
    decomposed.select("Shadow")
    decomposed.do("layer.toggle_visible")
    decomposed.do("layer.raise")
    decomposed.do("layer.duplicate")
    decomposed.do("layer.delete")
    decomposed.do("layer.new_group")
    steps = len(decomposed.history)
    last = decomposed.document
    documents = [last]
    while decomposed.can("edit.undo"):
        decomposed.undo()
        documents.append(decomposed.document)
    assert len(documents) == steps
    assert decomposed.names == ["Background"]
    for expected in reversed(documents[:-1]):
        decomposed.redo()
        assert decomposed.document is expected
    assert decomposed.document is last
    assert not decomposed.can("edit.redo")


def test_the_history_panel_goes_to_any_step(decomposed: Editor) -> None:
    decomposed.select("Shadow")
    decomposed.do("layer.toggle_visible")
    panel = decomposed.window.dock.history.list
    panel.setCurrentIndex(panel.model().index(0, 0))
    decomposed.qtbot.waitUntil(lambda: decomposed.names == ["Background"])
    assert decomposed.history_row == 0
    assert len(decomposed.history) == 3


def test_nudges_in_a_row_are_one_step(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.window.canvas.setFocus()
    for _ in range(3):
        QTest.keyClick(decomposed.window.canvas, Qt.Key.Key_Down)
    QTest.keyClick(decomposed.window.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    decomposed.settle()
    assert decomposed.history[-1] == "Move “Line art”"
    assert decomposed.color_at(100, 101) == BLUE
    assert decomposed.color_at(100, 101 + 13) == BLACK
    steps = len(decomposed.history)
    decomposed.undo()
    assert decomposed.color_at(100, 101) == BLACK
    assert len(decomposed.history) == steps


def test_dragging_with_move_is_one_step_and_escape_takes_it_back(decomposed: Editor) -> None:
    decomposed.select("Line art")
    canvas = decomposed.window.canvas
    scale = canvas.zoom
    start = QPoint(*(int(value) for value in canvas.viewport.to_view(150, 100)))
    end = start + QPoint(0, round(20 * scale))
    before = decomposed.document
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, end)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    decomposed.settle()
    assert decomposed.document is before
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    decomposed.settle()
    assert decomposed.history[-1] == "Move “Line art”"
    assert decomposed.color_at(100, 121) == BLACK


def test_decompose_of_one_layer_asks_for_that_layer(decomposed: Editor) -> None:
    decomposed.select("Flat colour")
    decomposed.do("image.decompose")
    assert decomposed.engine.submissions[-1][1] == DecomposeIllustration(
        decomposed.id_of("Flat colour")
    )
    decomposed.engine.fail("bad_request", "No.")
    decomposed.select("Illustration")
    assert not decomposed.can("image.decompose")
