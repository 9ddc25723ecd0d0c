"""Object select, inpainting and cutting out, answered by a played engine."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.document.links import with_linked
from engine.document.model import Document, LayerId, PixelLayer, Role
from engine.document.raster import pixels_of, raster_from_array
from engine.protocol.params import FillHole, LiftObject, RefineMatte, SelectObject
from tests.app.editor import Editor

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def layer(left: int, top: int, right: int, bottom: int, name: str = "", **fields) -> PixelLayer:
    """A green box as the engine would hand it back."""
    pixels = np.zeros((200, 300, 4), np.uint8)
    pixels[top:bottom, left:right] = (0, 200, 0, 255)
    return PixelLayer(
        id=LayerId(fields.pop("number", 1)), name=name, raster=raster_from_array(pixels), **fields
    )


def answer(editor: Editor, *layers: PixelLayer) -> None:
    editor.engine.finish(layers=layers)
    editor.settle()


def asked(editor: Editor) -> object:
    return editor.engine.submissions[-1][1]


def test_a_click_asks_for_the_object_and_selects_it(opened: Editor) -> None:
    opened.key("Shift+W", on=opened.window.canvas)
    opened.click((100, 80))
    assert asked(opened) == SelectObject(clicks=((100, 80, True),))
    assert opened.session.area is None
    answer(opened, layer(75, 50, 150, 100))
    assert opened.history[-1] == "Select object"
    assert opened.area.sum() == 255 * 75 * 50
    opened.undo()
    assert opened.session.area is None


def test_more_clicks_say_what_belongs_to_it(opened: Editor) -> None:
    opened.use("object")
    opened.click((100, 80))
    answer(opened, layer(75, 50, 150, 100))
    opened.click((160, 80), keys=SHIFT)
    assert asked(opened) == SelectObject(clicks=((100, 80, True), (160, 80, True)))
    answer(opened, layer(75, 50, 170, 100))
    opened.click((80, 60), keys=ALT)
    assert asked(opened).clicks[-1] == (80, 60, False)
    answer(opened, layer(90, 50, 170, 100))
    assert opened.area.sum() == 255 * 80 * 50
    assert opened.history[1:] == ["Select object"] * 3


def test_a_newer_click_counts_in_place_of_an_older_one(opened: Editor) -> None:
    opened.use("object")
    opened.click((100, 80))
    first = opened.engine.submissions[-1][0]
    opened.click((20, 20))
    opened.qtbot.waitUntil(lambda: not first.is_open)
    answer(opened, layer(10, 10, 30, 30))
    assert opened.history[1:] == ["Select object"]
    assert opened.area.sum() == 255 * 400


def test_a_box_is_drawn_round_it(opened: Editor) -> None:
    opened.use("object")
    opened.drag_tool((70, 40), (100, 90), (160, 110))
    assert asked(opened) == SelectObject(box=(70, 40, 160, 110))


def test_another_selection_ends_the_object(opened: Editor) -> None:
    opened.use("object")
    opened.click((100, 80))
    answer(opened, layer(75, 50, 150, 100))
    opened.use("rectangle")
    opened.drag_tool((10, 10), (40, 40))
    opened.use("object")
    opened.click((120, 80), keys=SHIFT)
    assert asked(opened) == SelectObject(clicks=((120, 80, True),))
    answer(opened, layer(75, 50, 150, 100))
    assert opened.area[20, 20] == opened.area[80, 100] == 255


def test_what_the_picture_is_of_is_selected_by_command(opened: Editor) -> None:
    opened.do("select.subject")
    assert asked(opened) == SelectObject()
    answer(opened, layer(75, 50, 150, 100))
    assert opened.area[80, 100] == 255


def test_nothing_found_is_said_and_changes_nothing(opened: Editor) -> None:
    opened.use("object")
    opened.click((100, 80))
    answer(opened, layer(0, 0, 0, 0))
    assert len(opened.history) == 1
    assert opened.window.toast.isVisible()


def test_a_failed_search_is_said(opened: Editor) -> None:
    opened.use("object")
    opened.click((100, 80))
    opened.engine.fail("internal", "It did not work.")
    assert opened.window.toast.isVisible()
    assert not opened.window.toolbox.finder.is_busy


def select_box(editor: Editor) -> None:
    editor.use("rectangle")
    editor.drag_tool((75, 50), (150, 100))


def test_inpainting_hands_over_the_hole_and_keeps_all_beyond_it(opened: Editor) -> None:
    select_box(opened)
    before = opened.pixels("Background")
    opened.key("Shift+F5", on=opened.window.canvas)
    opened.settle()
    assert asked(opened) == FillHole()
    document = opened.engine.submissions[-1][2]
    assert isinstance(document, Document)
    hole = document.layers[-1]
    assert isinstance(hole, PixelLayer)
    assert np.array_equal(pixels_of(hole.raster, document.size.rect)[..., 3], opened.area)
    answer(opened, layer(60, 40, 170, 120))
    assert opened.names == ["Filling", "Background"]
    assert np.array_equal(opened.pixels("Background"), before)
    filled = opened.pixels("Filling")[..., 3]
    assert np.array_equal(filled, opened.area)
    assert opened.document.jobs[-1].task == "fill_hole"
    opened.undo()
    assert opened.names == ["Background"]


def test_cutting_out_adds_the_object_as_a_layer(opened: Editor) -> None:
    select_box(opened)
    opened.key("Ctrl+Alt+J", on=opened.window.canvas)
    opened.settle()
    assert asked(opened) == RefineMatte()
    answer(opened, layer(75, 50, 150, 100, name="Object", role=Role.OBJECT))
    assert opened.names == ["Object", "Background"]
    assert opened.chosen == ["Object"]
    assert opened.history[-1] == "Cut out"


def test_a_lifted_object_comes_with_its_shadow_linked(opened: Editor) -> None:
    select_box(opened)
    opened.do("layer.lift")
    opened.settle()
    assert asked(opened) == LiftObject()
    layers = (
        layer(0, 0, 300, 200, name="Clean background", number=1),
        layer(70, 90, 160, 110, name="Shadow", number=2, link=1),
        layer(75, 50, 150, 100, name="Object", number=3, link=1),
    )
    submitted = opened.engine.submissions[-1][2]
    assert submitted is not None
    opened.engine.finish(document=Document(size=submitted.size, layers=layers, next_id=4))
    opened.settle()
    assert opened.names == ["Object", "Shadow", "Clean background", "Background"]
    together = with_linked(opened.document, [opened.id_of("Object")])
    assert set(together) == {opened.id_of("Object"), opened.id_of("Shadow")}


def test_nothing_selected_asks_nothing_of_the_engine(opened: Editor) -> None:
    count = len(opened.engine.submissions)
    assert not opened.can("edit.inpaint")
    opened.use("object")
    opened.window.toolbox.tool.act("inpaint")
    opened.settle()
    assert len(opened.engine.submissions) == count
    QTest.qWait(1)
    assert opened.window.toast.isVisible()


def test_the_key_of_the_wand_goes_on_to_objects(opened: Editor) -> None:
    canvas = opened.window.canvas
    opened.key("Shift+W", on=canvas)
    assert opened.window.tool_name() == "object"
    opened.key("Shift+W", on=canvas)
    assert opened.window.tool_name() == "object"
    opened.key("W", on=canvas)
    assert opened.window.tool_name() == "wand"
    opened.key("W", on=canvas)
    opened.key("W", on=canvas)
    assert opened.window.tool_name() == "object"
