"""An object and its shadow: linked, moved together, unlinked."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt

from engine.document.links import with_linked
from engine.document.raster import content_bounds
from tests.app.editor import Editor


def left_edge(editor: Editor, name: str) -> int:
    editor.settle()
    return content_bounds(editor.layer(name).raster).left


def with_two_boxes(editor: Editor) -> None:
    """Two layers, “Object” and “Shadow”, each a box, and linked."""
    for name, place in (("Shadow", (60, 60)), ("Object", (100, 60))):
        editor.do("layer.new")
        editor.do("layer.rename")
        editor.type(name)
        editor.key("Return")
        editor.settle()
        editor.use("rectangle")
        editor.drag_tool(place, (place[0] + 40, place[1] + 40))
        editor.key("Alt+Backspace", on=editor.window.canvas)
        editor.settle()
    editor.key("Ctrl+D", on=editor.window.canvas)
    editor.settle()
    editor.select("Shadow", "Object")
    editor.do("layer.link")


def test_linked_layers_move_together_until_unlinked(opened: Editor) -> None:
    with_two_boxes(opened)
    assert opened.history[-1] == "Link 2 layers"
    opened.select("Object")
    opened.use("move")
    opened.key("Shift+Right", on=opened.window.canvas)
    opened.settle()
    assert (left_edge(opened, "Object"), left_edge(opened, "Shadow")) == (110, 70)
    assert opened.history[-1] == "Move 2 layers"
    opened.do("layer.unlink")
    assert opened.history[-1] == "Unlink “Object”"
    opened.key("Shift+Right", on=opened.window.canvas)
    assert (left_edge(opened, "Object"), left_edge(opened, "Shadow")) == (120, 70)
    assert not opened.can("layer.unlink")


def test_linked_layers_are_transformed_together(opened: Editor) -> None:
    with_two_boxes(opened)
    opened.select("Object")
    opened.do("layer.flip_across")
    assert (left_edge(opened, "Object"), left_edge(opened, "Shadow")) == (60, 100)
    opened.undo()
    opened.key("Ctrl+T")
    opened.option("transform.x", 25.0)
    opened.key("Return", on=opened.window.canvas)
    assert (left_edge(opened, "Object"), left_edge(opened, "Shadow")) == (125, 85)


def test_a_locked_position_stays_where_it_is(opened: Editor) -> None:
    with_two_boxes(opened)
    opened.select("Shadow")
    opened.do("layer.lock_position")
    opened.select("Object")
    opened.use("move")
    opened.key("Right", on=opened.window.canvas)
    assert (left_edge(opened, "Object"), left_edge(opened, "Shadow")) == (101, 60)


def test_what_is_selected_of_a_layer_is_transformed_alone(opened: Editor) -> None:
    with_two_boxes(opened)
    opened.select("Object")
    opened.do("select.layer")
    opened.settle()
    opened.do("layer.flip_across")
    assert left_edge(opened, "Shadow") == 60


def test_rows_show_and_say_their_link(opened: Editor) -> None:
    with_two_boxes(opened)
    tree = opened.window.dock.layers.tree

    def spoken(name: str) -> str:
        index = tree.layer_model.index_of(opened.id_of(name))
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    assert "linked" in spoken("Object")
    assert "linked" not in spoken("Background")
    opened.select("Background")
    before = tree.grab().toImage()
    opened.select("Object")
    opened.do("layer.unlink")
    opened.select("Background")
    assert "linked" not in spoken("Shadow")
    assert tree.grab().toImage() != before


def test_linked_layers_are_chosen_and_found_together(opened: Editor) -> None:
    with_two_boxes(opened)
    opened.select("Object")
    opened.do("layer.choose_linked")
    assert opened.chosen == ["Object", "Shadow"]
    assert opened.session.current == opened.id_of("Object")
    opened.window.dock.layers.head.filter.setText("linked")
    assert opened.names == ["Object", "Shadow"]


def test_copies_of_linked_layers_are_linked_among_themselves(opened: Editor) -> None:
    with_two_boxes(opened)
    opened.do("layer.duplicate")
    together = with_linked(opened.document, [opened.id_of("Object copy")])
    assert set(together) == {opened.id_of("Object copy"), opened.id_of("Shadow copy")}
    before = np.array(opened.pixels("Object"))
    opened.use("move")
    opened.key("Right", on=opened.window.canvas)
    assert np.array_equal(opened.pixels("Object"), before)
