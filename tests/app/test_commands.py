"""One table of commands: keys are unique, everything can be found and reached by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.commands.keymap import check_keys, load_keymap
from app.dialogs.command_palette import CommandPalette
from app.dialogs.keys import KeysDialog
from tests.app.editor import Editor
from tests.app.pictures import decomposed_document, flat_document

RESERVED_ON_MAC = {"Ctrl+H", "Ctrl+`"}
"""Command+M is left out: there, too, it opens curves in the programs that artists come from."""


def test_no_key_belongs_to_two_commands(editor: Editor) -> None:
    commands = editor.window.registry.commands
    keymap = load_keymap()
    check_keys(commands, keymap)
    keys = [QKeySequence(key).toString() for entry in keymap.values() for key in entry]
    assert {key for key in keys if keys.count(key) > 1} == {"Del"}  # on the canvas, in the layers
    assert not RESERVED_ON_MAC & set(keys)


def test_a_key_given_twice_is_refused(editor: Editor) -> None:
    commands = editor.window.registry.commands
    keymap = load_keymap()
    with pytest.raises(ValueError, match=r"Ctrl\+Z is taken by"):
        check_keys(commands, {**keymap, "edit.redo": ("Ctrl+Z",)})
    with pytest.raises(ValueError, match="differ"):
        check_keys(commands[1:], keymap)
    with pytest.raises(ValueError, match="same id"):
        check_keys((*commands, replace(commands[0])), keymap)


def test_every_command_is_in_a_menu_and_says_its_key(editor: Editor) -> None:
    bar = editor.window.menu_row.bar

    def listed(actions: list[QAction]) -> set[str]:
        """The commands of menus and of the menus inside them."""
        found = set()
        for action in actions:
            inside = action.menu()
            found |= listed(inside.actions()) if inside else {action.objectName()}
        return found

    assert listed(bar.actions()) - {""} == {
        command.id for command in editor.window.registry.commands
    }
    keyed = editor.window.registry.action("edit.undo")
    assert "Ctrl+Z" in keyed.toolTip()


def test_the_palette_finds_and_runs_a_command(decomposed: Editor) -> None:
    decomposed.select("Shadow")
    decomposed.key("Ctrl+Shift+P")
    (palette,) = decomposed.window.findChildren(CommandPalette)
    QTest.keyClicks(palette.field, "hide sh")
    assert palette.found == ["layer.toggle_visible"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not decomposed.layer("Shadow").visible


def test_the_palette_lists_only_what_can_be_done(editor: Editor) -> None:
    editor.key("Ctrl+Shift+P")
    (palette,) = editor.window.findChildren(CommandPalette)
    assert "file.open" in palette.found
    assert "layer.delete" not in palette.found
    palette.close()


def test_the_key_list_shows_every_command(editor: Editor) -> None:
    editor.key("F1")
    (dialog,) = editor.window.findChildren(KeysDialog)
    assert dialog.table.rowCount() > len(editor.window.registry.commands)
    dialog.filter.setText("ctrl+return")
    shown = [
        dialog.table.item(row, 0).text()
        for row in range(dialog.table.rowCount())
        if not dialog.table.isRowHidden(row)
    ]
    assert shown == ["Decompose"]
    dialog.close()


def test_f6_goes_round_the_panes_and_back(opened: Editor) -> None:
    seen = []
    for _ in range(6):
        opened.key("F6")
        seen.append(opened.focus.accessibleName() or opened.focus.objectName())
    assert seen[0] == seen[5]
    assert len(set(seen[:5])) == 5
    assert {"Canvas", "Layers", "Decompose"} <= set(seen)
    opened.key("Shift+F6")
    assert opened.focus.accessibleName() == seen[4]


def test_everything_that_can_be_pressed_has_a_name(decomposed: Editor) -> None:
    for button in decomposed.window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text(), button
    for pane in (
        decomposed.window.canvas,
        decomposed.window.dock.layers.tree,
        decomposed.window.dock.history.list,
        decomposed.window.dock.layers.head.blend,
        decomposed.window.dock.layers.head.opacity_field,
        decomposed.window.dock.layers.head.opacity_slider,
    ):
        assert pane.accessibleName()


def test_keys_of_the_canvas_do_not_steal_from_lists_and_fields(decomposed: Editor) -> None:
    decomposed.do("layer.filter")
    decomposed.type("vhz")
    assert decomposed.window.dock.layers.head.filter.text() == "vhz"
    assert decomposed.window.tool_name() == "move"
    decomposed.window.dock.layers.head.filter.clear()
    QTest.keyClick(decomposed.focus, Qt.Key.Key_Delete)
    assert decomposed.names[0] == "Illustration"
    decomposed.window.canvas.setFocus()
    decomposed.key("H")
    assert decomposed.window.tool_name() == "hand"


def test_open_to_export_without_a_mouse(editor: Editor) -> None:
    source, target = editor.folder / "picture.png", editor.folder / "out.psd"
    source.touch()
    editor.questions.to_open, editor.questions.to_save = [source], [target]
    editor.key("Ctrl+O")
    editor.engine.finish(document=flat_document())
    editor.settle()
    editor.key("F5")
    editor.engine.finish(document=decomposed_document(editor.document))
    editor.settle()
    editor.key("F6")
    assert editor.focus is editor.window.dock.layers.tree
    QTest.keyClick(editor.focus, Qt.Key.Key_Down)
    assert editor.chosen == ["Line art"]
    editor.key("Ctrl+,")
    assert not editor.layer("Line art").visible
    editor.key("PgDown")
    editor.key("PgDown")
    assert editor.chosen == ["Shadow"]
    editor.key("F2")
    editor.type("Shade")
    QTest.keyClick(editor.focus, Qt.Key.Key_Return)
    editor.qtbot.waitUntil(lambda: "Shade" in editor.names)
    QTest.keyClick(editor.window.dock.layers.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert editor.chosen == ["Highlight", "Shade"]
    editor.key("Ctrl+Alt+Shift+S")
    assert editor.questions.asked[-1] == "export picture.psd"
    editor.engine.finish()
    assert "out.psd" in editor.window.toast.text
    while editor.can("edit.undo"):
        editor.undo()
    assert editor.names == ["Background"]
    assert QApplication.activeModalWidget() is None
