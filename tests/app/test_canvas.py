"""The viewport's arithmetic, and what the canvas shows."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.canvas.viewport import (
    Viewport,
    fitted,
    kept_in_sight,
    level_tile_rect,
    level_tiles,
    panned,
    step_in,
    step_out,
    zoomed_at,
)
from engine.document.geometry import Rect, Size
from tests.app.editor import Editor
from tests.app.pictures import flat_document

VIEW = Size(1000, 700)
BLUE, RED, BLACK = "#3c6ec8", "#c83c3c", "#000000"

viewports = st.builds(
    Viewport,
    st.just(VIEW),
    st.floats(1 / 64, 64),
    st.integers(-3000, 3000),
    st.integers(-3000, 3000),
)


@given(viewports, st.floats(0, 1000), st.floats(0, 700), st.floats(1 / 64, 64))
def test_zooming_keeps_the_point_under_the_pointer(
    viewport: Viewport, x: float, y: float, scale: float
) -> None:
    before = viewport.to_document(x, y)
    after = zoomed_at(viewport, x, y, scale)
    moved_x, moved_y = after.to_view(*before)
    assert abs(moved_x - x) <= 0.51
    assert abs(moved_y - y) <= 0.51


@given(viewports, st.integers(1, 4000), st.integers(1, 4000))
def test_tiles_cover_what_is_shown_without_gap(viewport: Viewport, width: int, height: int) -> None:
    size = Size(width, height)
    shown = viewport.shown(size)
    if shown.is_empty or shown.width * shown.height > 4_000_000:
        return
    level = viewport.level
    tiles = [viewport.on_screen(level_tile_rect(level, key)) for key in level_tiles(level, shown)]
    keys = set(level_tiles(level, shown))
    by_key = {key: viewport.on_screen(level_tile_rect(level, key)) for key in keys}
    for (row, column), rect in by_key.items():
        right = by_key.get((row, column + 1))
        if right is not None:
            assert right.left == rect.right
    area = viewport.on_screen(shown)
    joined = Rect(0, 0, 0, 0)
    for rect in tiles:
        joined = joined.united(rect)
    assert joined.left <= area.left
    assert joined.bottom >= area.bottom


@given(viewports, st.integers(1, 8192), st.integers(1, 8192))
def test_the_picture_cannot_be_lost(viewport: Viewport, width: int, height: int) -> None:
    size = Size(width, height)
    kept = kept_in_sight(viewport, size)
    area = kept.on_screen(size.rect).intersected(Rect(0, 0, VIEW.width, VIEW.height))
    if width * kept.scale >= 1 and height * kept.scale >= 1:
        assert not area.is_empty


def test_fit_leaves_the_margin_and_never_blurs_small_pictures() -> None:
    large = fitted(Viewport(VIEW), Size(4000, 1000), 40)
    assert math.isclose(large.scale, 920 / 4000)
    assert large.left == 40
    small = fitted(Viewport(VIEW), Size(100, 100), 40)
    assert small.scale == 6.0
    assert fitted(Viewport(VIEW), Size(1, 1), 40).scale == 8.0


def test_levels_follow_the_zoom() -> None:
    assert Viewport(VIEW, 2.0).level == 0
    assert Viewport(VIEW, 1.0).level == 0
    assert Viewport(VIEW, 0.75).level == 0
    assert Viewport(VIEW, 0.5).level == 1
    assert Viewport(VIEW, 0.26).level == 1
    assert Viewport(VIEW, 1 / 64).level == 6
    assert step_in(1.0) == 1.5
    assert step_out(1.0) == 2 / 3
    assert panned(Viewport(VIEW), 5, -3).left == 5


def test_wheel_zooms_at_the_pointer(opened: Editor) -> None:
    canvas = opened.window.canvas
    place = QPointF(400, 300)
    before = canvas.viewport.to_document(400, 300)
    wheel = QWheelEvent(
        place, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    zoom = canvas.zoom
    QApplication.sendEvent(canvas, wheel)
    assert math.isclose(canvas.zoom, zoom * 1.25)
    after = canvas.viewport.to_document(400, 300)
    assert abs(after[0] - before[0]) <= 1 / canvas.zoom
    assert opened.window.status.zoom_text.startswith(f"{canvas.zoom * 100:.0f}")


def test_two_fingers_pan(opened: Editor) -> None:
    canvas = opened.window.canvas
    left = canvas.viewport.left
    place = QPointF(400, 300)
    pan = QWheelEvent(
        place, place, QPoint(-30, 12), QPoint(-30, 12), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.ScrollUpdate, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, pan)
    assert canvas.viewport.left == left - 30


def test_keys_zoom_and_fit(opened: Editor) -> None:
    canvas = opened.window.canvas
    fit = canvas.zoom
    opened.key("Ctrl+1")
    assert canvas.zoom == 1.0
    opened.key("Ctrl++")
    assert canvas.zoom == 1.5
    opened.key("Ctrl+-")
    opened.key("Ctrl+0")
    assert canvas.zoom == fit


def test_space_borrows_the_hand_and_gives_it_back(opened: Editor) -> None:
    canvas = opened.window.canvas
    canvas.setFocus()
    left = canvas.viewport.left
    document = opened.document
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    QTest.mouseMove(canvas, QPoint(340, 310))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(340, 310))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.viewport.left == left + 40
    assert opened.document is document
    assert canvas.cursor().shape() == Qt.CursorShape.SizeAllCursor


def test_middle_button_pans(opened: Editor) -> None:
    canvas = opened.window.canvas
    top = canvas.viewport.top
    QTest.mousePress(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(300, 300))
    QTest.mouseMove(canvas, QPoint(300, 325))
    QTest.mouseRelease(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(300, 325))
    assert canvas.viewport.top == top + 25


def test_holding_backslash_shows_the_original_until_it_is_let_go(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.do("layer.toggle_visible")
    canvas = decomposed.window.canvas
    canvas.setFocus()
    assert decomposed.color_at(100, 101) == BLUE
    QTest.keyPress(canvas, Qt.Key.Key_Backslash)
    assert decomposed.color_at(100, 101) == BLACK
    decomposed.qtbot.wait(300)
    QTest.keyRelease(canvas, Qt.Key.Key_Backslash)
    assert decomposed.color_at(100, 101) == BLUE
    QTest.keyClick(canvas, Qt.Key.Key_Backslash)
    assert canvas.shows_original
    QTest.keyClick(canvas, Qt.Key.Key_Backslash)
    assert not canvas.shows_original


def test_a_held_key_ends_when_the_focus_goes(decomposed: Editor) -> None:
    canvas = decomposed.window.canvas
    canvas.setFocus()
    QTest.keyPress(canvas, Qt.Key.Key_Backslash)
    assert canvas.shows_original
    repeat = QKeyEvent(
        QEvent.Type.KeyRelease, Qt.Key.Key_Backslash, Qt.KeyboardModifier.NoModifier, "\\", True
    )
    QApplication.sendEvent(canvas, repeat)
    assert canvas.shows_original
    decomposed.window.dock.layers.tree.setFocus()
    assert not canvas.shows_original


def test_the_split_shows_both_and_moves_by_arrows(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.do("layer.toggle_visible")
    canvas = decomposed.window.canvas
    canvas.setFocus()
    decomposed.key("Y")
    assert canvas.split == 0.5
    assert decomposed.color_at(60, 101) == BLACK
    assert decomposed.color_at(240, 101) == BLUE
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.split is not None
    assert math.isclose(canvas.split, 0.49)
    decomposed.key("Y")
    assert canvas.split is None


def test_the_grid_appears_from_800_percent(opened: Editor) -> None:
    canvas = opened.window.canvas
    center = (canvas.width() / 2, canvas.height() / 2)
    canvas.show_viewport(zoomed_at(canvas.viewport, *center, 8.0))
    opened.settle()
    x, y = canvas.viewport.to_view(10, 10)
    with_grid = canvas.grab().toImage()
    opened.do("view.pixel_grid")
    without_grid = canvas.grab().toImage()
    assert with_grid != without_grid
    assert canvas.viewport.shows_grid
    assert (x, y) == tuple(map(round, (x, y)))


def test_transparency_is_a_checkerboard_and_nothing_else(opened: Editor) -> None:
    opened.do("layer.toggle_visible")
    assert opened.color_at(10, 10) in ("#b8b8b8", "#dedede")


def test_the_colour_under_the_pointer_is_read(opened: Editor) -> None:
    canvas = opened.window.canvas
    x, y = canvas.viewport.to_view(100.5, 70.5)
    QTest.mouseMove(canvas, QPoint(int(x), int(y)))
    opened.qtbot.waitUntil(lambda: opened.window.status.hex_text == RED)


def test_a_large_picture_is_shown_from_coarse_levels(editor: Editor) -> None:
    editor.open(document=flat_document(3000, 2000))
    assert editor.window.canvas.viewport.level >= 1
    assert editor.color_at(100, 100) == BLUE
    assert editor.color_at(1000, 700) == RED
    editor.key("Ctrl+1")
    assert editor.color_at(1500, 1001) == BLACK
