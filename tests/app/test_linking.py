"""An object and its shadow: linked, moved together, unlinked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine.document.links import with_linked
from engine.document.model import LayerId, PixelLayer
from engine.document.raster import content_bounds, raster_from_array
from tests.app.editor import Editor
from tests.app.pictures import flat_document


def left_edge(editor: Editor, name: str) -> int:
    editor.settle()
    return content_bounds(editor.layer(name).raster).left


def box(number: int, name: str, left: int) -> PixelLayer:
    """40×40 pixels at (left, 60)."""
    pixels = np.full((40, 40, 4), 255, np.uint8)
    return PixelLayer(
        id=LayerId(number), name=name, raster=raster_from_array(pixels, left=left, top=60)
    )


@pytest.fixture
def boxes(editor: Editor) -> Editor:
    """Over the picture an object and its shadow, linked by the command."""
    document = flat_document()
    layers = (*document.layers, box(2, "Shadow", 60), box(3, "Object", 100))
    editor.open(replace(document, layers=layers, next_id=4))
    editor.select("Shadow", "Object")
    editor.do("layer.link")
    return editor


def test_linked_layers_move_together_until_unlinked(boxes: Editor) -> None:
    assert boxes.history[-1] == "Link 2 layers"
    boxes.select("Object")
    boxes.use("move")
    boxes.key("Shift+Right", on=boxes.window.canvas)
    boxes.settle()
    assert (left_edge(boxes, "Object"), left_edge(boxes, "Shadow")) == (110, 70)
    assert boxes.history[-1] == "Move 2 layers"
    boxes.do("layer.unlink")
    assert boxes.history[-1] == "Unlink “Object”"
    boxes.key("Shift+Right", on=boxes.window.canvas)
    assert (left_edge(boxes, "Object"), left_edge(boxes, "Shadow")) == (120, 70)
    assert not boxes.can("layer.unlink")


def test_linked_layers_are_transformed_together(boxes: Editor) -> None:
    boxes.select("Object")
    boxes.do("layer.flip_across")
    assert (left_edge(boxes, "Object"), left_edge(boxes, "Shadow")) == (60, 100)
    boxes.undo()
    boxes.key("Ctrl+T")
    boxes.option("transform.x", 25.0)
    boxes.key("Return", on=boxes.window.canvas)
    assert (left_edge(boxes, "Object"), left_edge(boxes, "Shadow")) == (125, 85)


def test_a_locked_position_stays_where_it_is(boxes: Editor) -> None:
    boxes.select("Shadow")
    boxes.do("layer.lock_position")
    boxes.select("Object")
    boxes.use("move")
    boxes.key("Right", on=boxes.window.canvas)
    assert (left_edge(boxes, "Object"), left_edge(boxes, "Shadow")) == (101, 60)


def test_what_is_selected_of_a_layer_is_transformed_alone(boxes: Editor) -> None:
    boxes.select("Object")
    boxes.do("select.layer")
    boxes.settle()
    boxes.do("layer.flip_across")
    assert left_edge(boxes, "Shadow") == 60


def test_rows_show_and_say_their_link(boxes: Editor) -> None:
    tree = boxes.window.dock.layers.tree

    def spoken(name: str) -> str:
        index = tree.layer_model.index_of(boxes.id_of(name))
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    assert "linked" in spoken("Object")
    assert "linked" not in spoken("Background")
    boxes.select("Background")
    before = tree.grab().toImage()
    boxes.select("Object")
    boxes.do("layer.unlink")
    boxes.select("Background")
    assert "linked" not in spoken("Shadow")
    assert tree.grab().toImage() != before


def test_linked_layers_are_chosen_and_found_together(boxes: Editor) -> None:
    boxes.select("Object")
    boxes.do("layer.choose_linked")
    assert boxes.chosen == ["Object", "Shadow"]
    assert boxes.session.current == boxes.id_of("Object")
    boxes.window.dock.layers.head.filter.setText("linked")
    assert boxes.names == ["Object", "Shadow"]


def test_copies_of_linked_layers_are_linked_among_themselves(boxes: Editor) -> None:
    boxes.do("layer.duplicate")
    together = with_linked(boxes.document, [boxes.id_of("Object copy")])
    assert set(together) == {boxes.id_of("Object copy"), boxes.id_of("Shadow copy")}
    before = np.array(boxes.pixels("Object"))
    boxes.use("move")
    boxes.key("Right", on=boxes.window.canvas)
    assert np.array_equal(boxes.pixels("Object"), before)
