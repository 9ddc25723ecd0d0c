"""Locks, tags, fill, masks and kinds of layers, as an artist sets them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from app.panels.layers.delegate import TAG_COLORS
from app.session.layer_traits import Lock
from engine.document.geometry import Rect
from engine.document.model import (
    BlendMode,
    ColorTag,
    GroupLayer,
    Layer,
    LayerId,
    Locks,
    PixelLayer,
)
from engine.document.raster import pixels_of
from engine.document.tree import walk
from engine.painting.shapes import rectangle
from tests.app.editor import Editor

BLUE, RED, BLACK = "#3c6ec8", "#c83c3c", "#000000"
LEFT = Qt.MouseButton.LeftButton
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def head_of(editor: Editor):
    return editor.window.dock.layers.head


def click_mask(editor: Editor, name: str, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    click_part(editor, name, "mask", modifiers)


def click_part(
    editor: Editor, name: str, part: str, modifiers=Qt.KeyboardModifier.NoModifier
) -> None:
    tree = editor.window.dock.layers.tree
    index = tree.layer_model.index_of(editor.id_of(name))
    place = getattr(tree.itemDelegate().parts(tree.visualRect(index), index), part).center()
    QTest.mouseClick(tree.viewport(), LEFT, modifiers, place)


def drag(editor: Editor, *points: tuple[int, int]) -> None:
    """The pointer over the canvas, points in document pixels."""
    canvas = editor.window.canvas
    places = [QPoint(*map(round, canvas.viewport.to_view(x + 0.5, y + 0.5))) for x, y in points]
    QTest.mousePress(canvas, LEFT, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(canvas, place)
    QTest.mouseRelease(canvas, LEFT, pos=places[-1])
    settle(editor)


def settle(editor: Editor) -> None:
    toolbox = editor.window.toolbox
    editor.qtbot.waitUntil(lambda: not (toolbox.queue.is_busy or toolbox.painter.is_painting))
    editor.settle()


def pixels(layer: Layer, rect: Rect) -> np.ndarray:
    assert isinstance(layer, PixelLayer)
    return pixels_of(layer.raster, rect)


def test_lock_buttons_set_show_and_undo(decomposed: Editor) -> None:
    decomposed.select("Flat colour", "Line art")
    button = head_of(decomposed).locks[Lock.PIXELS]
    QTest.mouseClick(button, LEFT)
    assert all(decomposed.layer(name).locks.pixels for name in ("Flat colour", "Line art"))
    assert button.isChecked()
    decomposed.select("Shadow")
    assert not button.isChecked()
    decomposed.undo()
    assert decomposed.layer("Flat colour").locks == Locks()


def test_slash_locks_transparency_and_paint_keeps_it(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.window.canvas.setFocus()
    decomposed.key("/")
    assert decomposed.layer("Line art").locks.transparency
    before = pixels(decomposed.layer("Line art"), Rect(0, 0, 300, 200))
    decomposed.do("tool.brush")
    drag(decomposed, (100, 60), (100, 140))
    after = pixels(decomposed.layer("Line art"), Rect(0, 0, 300, 200))
    assert np.array_equal(after[..., 3], before[..., 3])


def test_locked_pixels_are_neither_painted_nor_deleted(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.do("layer.lock_pixels")
    before = decomposed.layer("Line art")
    decomposed.do("tool.brush")
    drag(decomposed, (100, 60), (100, 140))
    assert decomposed.layer("Line art") is before
    assert not decomposed.can("layer.delete")
    decomposed.select("Illustration")
    assert not decomposed.can("layer.delete"), "the locked layer lies in the group"
    decomposed.select("Shadow")
    assert decomposed.can("layer.delete")


def test_a_locked_position_is_not_nudged(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.do("layer.lock_position")
    before = decomposed.layer("Line art")
    QTest.keyClick(decomposed.window.canvas, Qt.Key.Key_Down)
    decomposed.settle()
    assert decomposed.layer("Line art") is before


def test_a_colour_tag_is_painted_at_the_row(decomposed: Editor) -> None:
    decomposed.select("Shadow")
    decomposed.do("layer.tag_violet")
    assert decomposed.layer("Shadow").color_tag is ColorTag.VIOLET
    tree = decomposed.window.dock.layers.tree
    row = tree.visualRect(tree.layer_model.index_of(decomposed.id_of("Shadow")))
    shown = tree.viewport().grab().toImage().pixel(row.left() + 1, row.center().y())
    assert QColor(shown).name() == TAG_COLORS[ColorTag.VIOLET].name()
    decomposed.undo()
    assert decomposed.layer("Shadow").color_tag is ColorTag.NONE


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("violet", ["Illustration", "Shadow"]),
        ("multiply", ["Illustration", "Shadow"]),
        ("with mask", ["Illustration", "Line art"]),
        ("clipped shadow", ["Illustration", "Shadow"]),
        ("group", ["Illustration"]),
    ],
)
def test_rows_are_found_by_name_kind_mode_and_tag(decomposed: Editor, words, rows) -> None:
    decomposed.select("Shadow")
    decomposed.do("layer.tag_violet")
    decomposed.select("Line art")
    decomposed.do("layer.add_mask_hiding")
    head_of(decomposed).filter.setText(words)
    assert decomposed.names == rows


def test_fill_opacity_typed_in_a_row_is_one_step(decomposed: Editor) -> None:
    decomposed.select("Line art")
    field = head_of(decomposed).fill_field
    field.setValue(60)
    field.setValue(50)
    assert decomposed.layer("Line art").fill_opacity == 0.5
    decomposed.undo()
    assert decomposed.layer("Line art").fill_opacity == 1.0
    assert field.value() == 100


def test_a_black_mask_hides_and_is_painted_open_again(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.do("layer.add_mask_hiding")
    assert decomposed.color_at(100, 101) == BLUE
    line = decomposed.layer("Line art")
    click_mask(decomposed, "Line art")
    assert decomposed.session.is_on_mask
    decomposed.do("color.reset")
    decomposed.do("color.swap")  # white
    decomposed.do("tool.brush")
    drag(decomposed, (90, 101), (110, 101))
    painted = decomposed.layer("Line art")
    assert painted.raster is line.raster, "only the mask changed"
    decomposed.do("tool.hand")  # no ring of the brush over the picture
    assert decomposed.color_at(100, 101) == BLACK
    assert decomposed.color_at(280, 101) == BLUE
    decomposed.undo()
    assert decomposed.color_at(100, 101) == BLUE
    click_part(decomposed, "Line art", "thumbnail")
    assert not decomposed.session.is_on_mask


def test_another_layer_ends_painting_on_the_mask(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.do("layer.add_mask_showing")
    decomposed.do("layer.paint_mask")
    assert decomposed.session.is_on_mask
    decomposed.select("Shadow")
    assert not decomposed.session.is_on_mask
    decomposed.select("Line art")
    decomposed.undo()
    assert not decomposed.session.is_on_mask


def test_alt_click_shows_the_mask_and_shift_click_switches_it_off(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.do("layer.add_mask_hiding")
    click_mask(decomposed, "Line art", ALT)
    assert decomposed.color_at(100, 101) == BLACK
    assert decomposed.color_at(250, 150) == BLACK
    click_mask(decomposed, "Line art", ALT)
    assert decomposed.color_at(250, 150) == BLUE
    click_mask(decomposed, "Line art", SHIFT)
    settle(decomposed)
    assert not decomposed.layer("Line art").mask.enabled
    assert decomposed.color_at(100, 101) == BLACK


def test_mask_density_lets_the_layer_through(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.do("layer.add_mask_hiding")
    decomposed.do("layer.mask_density")
    dialog = decomposed.focus.window()
    decomposed.type("0")
    decomposed.key("Return")
    assert dialog is not decomposed.window
    assert decomposed.layer("Line art").mask.density == 0.0
    assert decomposed.color_at(100, 101) == BLACK


def test_multiply_becomes_normal_and_back(decomposed: Editor) -> None:
    decomposed.select("Shadow")
    decomposed.do("layer.to_normal")
    settle(decomposed)
    assert decomposed.layer("Shadow").blend is BlendMode.NORMAL
    decomposed.do("layer.to_multiply")
    settle(decomposed)
    assert decomposed.layer("Shadow").blend is BlendMode.MULTIPLY
    assert decomposed.color_at(100, 101) == BLACK


def test_a_piece_moves_to_the_layer_below_and_the_picture_stays(decomposed: Editor) -> None:
    decomposed.select("Line art")
    area = rectangle(decomposed.document.size, 90, 90, 120, 110)
    decomposed.session.record("Select", decomposed.document, area)
    decomposed.do("layer.piece_down")
    settle(decomposed)
    assert decomposed.chosen == ["Highlight"]
    piece = pixels(decomposed.layer("Highlight"), Rect(100, 100, 101, 101))[0, 0]
    assert tuple(piece) == (0, 0, 0, 255)
    rest = pixels(decomposed.layer("Line art"), Rect(100, 100, 101, 101))[0, 0]
    assert rest[3] == 0
    assert decomposed.history[-1] == "Move piece to “Highlight”"


def test_a_layer_in_a_group_is_decomposed_again_in_one_step(decomposed: Editor) -> None:
    before = decomposed.document
    decomposed.select("Flat colour")
    decomposed.decompose_key()
    asked = decomposed.engine.submissions[-1][1]
    assert asked.layer == decomposed.id_of("Flat colour")
    flat = decomposed.layer("Flat colour")
    made = GroupLayer(
        id=LayerId(1), name="Again", layers=(replace(flat, id=LayerId(2), name="Only flat"),)
    )
    decomposed.engine.finish(layers=(made,))
    decomposed.settle()
    assert decomposed.names == [
        "Illustration", "Line art", "Highlight", "Shadow", "Again", "Only flat",
    ]  # fmt: skip
    assert decomposed.color_at(250, 150) == BLUE
    assert len({layer.id for layer in walk(decomposed.document.layers)}) == 6
    decomposed.undo()
    assert decomposed.document is before
