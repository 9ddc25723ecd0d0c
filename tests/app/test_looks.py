"""Turning the view, zooming to something, and looking at something else than all layers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from app.canvas.viewport import Viewport, fitted_to, flipped, turned
from engine.document.geometry import Rect, Size
from engine.painting.selection import bounds
from engine.painting.shapes import rectangle
from tests.app.editor import Editor

BLUE, RED, BLACK = "#3c6ec8", "#c83c3c", "#000000"
LEFT = Qt.MouseButton.LeftButton


def place_of(editor: Editor, x: int, y: int) -> QPoint:
    """Where the middle of a document pixel is on the screen, however the view is turned."""
    viewport = editor.window.canvas.viewport
    return QPoint(*map(round, viewport.from_sheet(*viewport.to_view(x + 0.5, y + 0.5))))


def color_of(editor: Editor, x: int, y: int) -> str:
    editor.settle()
    image = editor.window.canvas.grab().toImage()
    return QColor(image.pixel(place_of(editor, x, y))).name()


@pytest.mark.parametrize("turn", [0.0, 30.0, -135.0])
@pytest.mark.parametrize("is_flipped", [False, True])
def test_points_go_to_the_sheet_and_back(turn: float, is_flipped: bool) -> None:
    viewport = Viewport(Size(800, 600), 0.5, 10, 20, turn, is_flipped)
    assert viewport.to_sheet(*viewport.from_sheet(123, 45)) == pytest.approx((123, 45))
    assert flipped(flipped(viewport)) == viewport


def test_what_is_seen_of_a_turned_view_covers_its_corners() -> None:
    viewport = turned(Viewport(Size(800, 600), 1.0, 0, 0), 45.0)
    shown = viewport.shown(Size(4000, 4000))
    for corner in ((0, 0), (800, 0), (0, 600), (800, 600)):
        x, y = viewport.to_document(*viewport.to_sheet(*corner))
        assert x < 0 or y < 0 or (shown.left <= x <= shown.right and shown.top <= y <= shown.bottom)


def test_a_part_is_shown_whole_and_in_the_middle() -> None:
    viewport = fitted_to(Viewport(Size(800, 600)), Rect(100, 100, 200, 150), 40)
    assert viewport.scale == pytest.approx(7.2)
    assert viewport.to_document(400, 300) == pytest.approx((150, 125), abs=0.1)


def test_a_flipped_view_is_mirrored_and_the_document_is_not(decomposed: Editor) -> None:
    before = decomposed.document
    first = place_of(decomposed, 100, 70)
    decomposed.window.canvas.setFocus()
    decomposed.key("Shift+M")
    assert decomposed.document is before
    assert color_of(decomposed, 100, 70) == RED
    middle = decomposed.window.canvas.viewport.view.width / 2
    assert place_of(decomposed, 100, 70).x() == pytest.approx(2 * middle - first.x(), abs=1)
    decomposed.key("Shift+M")
    assert place_of(decomposed, 100, 70) == first


def test_the_view_is_turned_by_steps_and_back(decomposed: Editor) -> None:
    decomposed.do("view.turn_right")
    decomposed.do("view.turn_right")
    assert decomposed.window.canvas.viewport.turn == 30.0
    for x, y, color in ((100, 70, RED), (10, 190, BLUE), (150, 101, BLACK)):
        assert color_of(decomposed, x, y) == color
    decomposed.do("view.turn_back")
    assert decomposed.window.canvas.viewport.is_upright
    assert not decomposed.can("view.turn_back")


def test_held_r_turns_by_dragging_with_shift_by_steps(decomposed: Editor) -> None:
    canvas = decomposed.window.canvas
    middle = canvas.rect().center()
    QTest.keyPress(canvas, Qt.Key.Key_R)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mousePress(canvas, LEFT, shift, middle + QPoint(200, 0))
    QTest.mouseMove(canvas, middle + QPoint(200, 100))
    QTest.mouseRelease(canvas, LEFT, shift, middle + QPoint(200, 100))
    QTest.keyRelease(canvas, Qt.Key.Key_R)
    assert canvas.viewport.turn != 0.0
    for _ in range(2):
        QTest.keyClick(canvas, Qt.Key.Key_R)
    assert canvas.viewport.turn == 0.0


def test_tools_draw_where_the_pointer_is_on_a_turned_view(decomposed: Editor) -> None:
    decomposed.do("view.turn_right")
    decomposed.do("view.flip")
    decomposed.do("tool.rectangle")
    canvas = decomposed.window.canvas
    QTest.mousePress(canvas, LEFT, pos=place_of(decomposed, 50, 50))
    QTest.mouseMove(canvas, place_of(decomposed, 80, 75))
    QTest.mouseMove(canvas, place_of(decomposed, 99, 89))
    QTest.mouseRelease(canvas, LEFT, pos=place_of(decomposed, 99, 89))
    decomposed.settle()
    area = decomposed.session.area
    assert area is not None
    found = bounds(area)
    wanted = Rect(50, 50, 100, 90)
    for name in ("left", "top", "right", "bottom"):
        assert abs(getattr(found, name) - getattr(wanted, name)) <= 2


def test_held_f_shows_the_chosen_layer_alone_and_no_eye_changes(decomposed: Editor) -> None:
    decomposed.select("Line art")
    before = decomposed.document
    canvas = decomposed.window.canvas
    QTest.keyPress(canvas, Qt.Key.Key_F)
    assert canvas.shows_solo
    assert decomposed.color_at(200, 150) != BLUE
    assert decomposed.color_at(200, 101) == BLACK
    decomposed.select("Flat colour")
    assert decomposed.color_at(200, 101) == BLUE
    decomposed.qtbot.wait(300)  # longer than a tap
    QTest.keyRelease(canvas, Qt.Key.Key_F)
    assert not canvas.shows_solo
    assert decomposed.color_at(200, 101) == BLACK
    assert decomposed.document is before


def test_the_difference_is_black_until_something_differs(decomposed: Editor) -> None:
    decomposed.do("view.difference")
    assert decomposed.color_at(200, 150) == BLACK
    assert decomposed.color_at(200, 101) == BLACK
    decomposed.click_eye("Line art")
    assert decomposed.color_at(200, 150) == BLACK
    assert decomposed.color_at(200, 101) == "#ffffff"
    decomposed.do("view.difference")
    assert decomposed.color_at(200, 101) == BLUE


def test_zoom_to_layer_and_to_selection(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.do("view.zoom_layer")
    x, y = decomposed.window.canvas.viewport.to_document(
        decomposed.window.canvas.width() / 2, decomposed.window.canvas.height() / 2
    )
    assert (x, y) == pytest.approx((150, 102), abs=1)
    assert not decomposed.can("view.zoom_selection")
    area = rectangle(decomposed.document.size, 10, 20, 30, 30)
    decomposed.session.record("Select", decomposed.document, area)
    decomposed.do("view.zoom_selection")
    shown = decomposed.window.canvas.viewport.shown(decomposed.document.size)
    assert shown.left <= 10 and shown.right >= 30 and shown.width < 60
