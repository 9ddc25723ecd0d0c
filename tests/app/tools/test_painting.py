"""Brush, eraser, colours and filling."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.document.edits import with_layer
from engine.document.model import Locks
from tests.app.editor import Editor

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
RED = (255, 0, 0)


def paint(
    editor: Editor, *points: tuple[float, float], tool: str = "brush", size: float = 10
) -> None:
    editor.use(tool)
    editor.option(f"{tool}.size", size)
    editor.drag_tool(*points)


def test_a_stroke_is_one_step_and_paints_in_the_foreground_colour(opened: Editor) -> None:
    opened.window.toolbox.colors.set_foreground(RED)
    paint(opened, (50, 150), (120, 150), (200, 160))
    assert opened.history[1:] == ["Brush"]
    assert tuple(opened.pixels("Background")[150, 60]) == (255, 0, 0, 255)
    opened.undo()
    assert tuple(opened.pixels("Background")[150, 60]) == (60, 110, 200, 255)


def test_pixels_outside_the_selection_stay_bit_for_bit(opened: Editor) -> None:
    opened.use("ellipse")
    opened.drag_tool((40, 40), (160, 160))
    outside = opened.area == 0
    before = opened.pixels("Background")
    paint(opened, (10, 100), (290, 100), (10, 60), (290, 180), size=40)
    after = opened.pixels("Background")
    assert np.array_equal(before[outside], after[outside])
    assert not np.array_equal(before, after)


def test_a_stroke_minds_a_selection_that_is_still_worked_out(opened: Editor) -> None:
    opened.window.toolbox.colors.set_foreground(RED)
    opened.use("wand")
    opened.drag_tool((100, 80), settle=False)
    paint(opened, (20, 80), (280, 80))
    pixels = opened.pixels("Background")
    assert opened.history[1:] == ["Wand", "Brush"]
    assert tuple(pixels[80, 100]) == (255, 0, 0, 255)
    assert tuple(pixels[80, 30]) == (60, 110, 200, 255)


def test_a_stroke_is_seen_before_the_pen_is_lifted(opened: Editor) -> None:
    opened.window.toolbox.colors.set_foreground(RED)
    opened.use("brush")
    opened.option("brush.size", 20)
    opened.press((50, 150))
    opened.qtbot.waitUntil(lambda: opened.session.document is not opened.session.history.present)
    assert len(opened.history) == 1
    opened.drag_tool((50, 150))


def test_escape_takes_a_stroke_back(opened: Editor) -> None:
    before = opened.pixels("Background")
    opened.use("brush")
    opened.press((50, 150))
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_Escape)
    assert np.array_equal(opened.pixels("Background"), before)
    assert len(opened.history) == 1


def test_the_eraser_makes_transparent(opened: Editor) -> None:
    paint(opened, (50, 150), (120, 150), tool="eraser", size=20)
    assert opened.pixels("Background")[150, 80, 3] == 0


def test_locked_transparency_keeps_its_alpha(decomposed: Editor) -> None:
    line = decomposed.id_of("Line art")
    decomposed.session.apply(
        "Lock", lambda one: with_layer(one, line, locks=Locks(transparency=True))
    )
    decomposed.select("Line art")
    decomposed.window.toolbox.colors.set_foreground(RED)
    before = decomposed.pixels("Line art")
    paint(decomposed, (50, 90), (50, 110), size=30)
    after = decomposed.pixels("Line art")
    assert np.array_equal(before[..., 3], after[..., 3])
    assert tuple(after[101, 50]) == (255, 0, 0, 255)


def test_locked_pixels_are_not_painted_on_and_it_says_so(opened: Editor) -> None:
    layer = opened.id_of("Background")
    opened.session.apply("Lock", lambda one: with_layer(one, layer, locks=Locks(pixels=True)))
    paint(opened, (50, 150), (120, 150))
    assert opened.history[-1] == "Lock"
    assert "locked" in opened.window.toast.text


def test_shift_click_draws_a_straight_line(opened: Editor) -> None:
    opened.window.toolbox.colors.set_foreground(RED)
    paint(opened, (50, 150))
    opened.click((200, 150), keys=SHIFT)
    assert tuple(opened.pixels("Background")[150, 125]) == (255, 0, 0, 255)


def test_keys_change_size_hardness_and_opacity(opened: Editor) -> None:
    opened.use("brush")
    options = opened.window.toolbox.options
    options.set("brush.size", 20)
    opened.key("]")
    assert options.number("brush.size") == 25
    opened.key("[")
    opened.key("[")
    assert options.number("brush.size") == 15
    opened.key("Shift+[")
    assert options.number("brush.hardness") == 75
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_4)
    assert options.number("brush.opacity") == 40


def right_drag(editor: Editor, start: tuple[int, int], *others: tuple[int, int]) -> None:
    """With Alt and the right button; the button stays down."""
    canvas, button = editor.window.canvas, Qt.MouseButton.RightButton

    def place(point: tuple[int, int]) -> QPoint:
        x, y = canvas.viewport.to_view(*point)
        return QPoint(round(x), round(y))

    QTest.mousePress(canvas, button, ALT, place(start))
    for point in others:
        where = QPointF(place(point))
        event = QMouseEvent(
            QEvent.Type.MouseMove, where, canvas.mapToGlobal(where), Qt.MouseButton.NoButton,
            button, ALT,
        )  # fmt: skip
        QApplication.sendEvent(canvas, event)


def test_alt_and_the_right_button_set_size_and_hardness(opened: Editor) -> None:
    opened.use("brush")
    opened.option("brush.size", 20.0)
    opened.option("brush.hardness", 50.0)
    number = opened.window.toolbox.options.number
    before = opened.pixels("Background")
    right_drag(opened, (100, 100), (110, 100))
    assert abs(number("brush.size") - 40) <= 1
    assert number("brush.hardness") == 50
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_Escape)
    assert number("brush.size") == 20
    right_drag(opened, (100, 100), (100, 105))
    assert number("brush.hardness") > 50
    QTest.mouseRelease(opened.window.canvas, Qt.MouseButton.RightButton, ALT)
    assert number("brush.size") == 20
    assert np.array_equal(opened.pixels("Background"), before)


def test_colours_swap_and_go_back(opened: Editor) -> None:
    opened.window.canvas.setFocus()
    colors = opened.window.toolbox.colors
    colors.set_foreground(RED)
    opened.key("X")
    assert (colors.foreground, colors.background) == ((255, 255, 255), RED)
    opened.key("D")
    assert (colors.foreground, colors.background) == ((0, 0, 0), (255, 255, 255))


def test_alt_picks_a_colour_with_the_brush(opened: Editor) -> None:
    opened.use("brush")
    opened.click((100, 80), keys=ALT)
    assert opened.window.toolbox.colors.foreground == (200, 60, 60)
    assert opened.window.tool_name() == "brush"
    assert len(opened.history) == 1


def test_the_eyedropper_takes_what_is_seen(decomposed: Editor) -> None:
    decomposed.select("Line art")
    decomposed.use("picker")
    decomposed.click((100, 80))
    assert decomposed.window.toolbox.colors.foreground == (200, 60, 60)
    decomposed.option("picker.all_layers", False)
    decomposed.click((100, 102))
    assert decomposed.window.toolbox.colors.foreground == (0, 0, 0)


def pen(editor: Editor, kind: QEvent.Type, point: tuple[float, float], pressure: float) -> None:
    canvas = editor.window.canvas
    ratio = canvas.devicePixelRatioF()
    x, y = canvas.viewport.to_view(*point)
    place = QPointF(x / ratio, y / ratio)
    device = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Pressure,
        1,
        1,
    )
    button = Qt.MouseButton.LeftButton
    down = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletRelease else button
    event = QTabletEvent(
        kind, device, place, QPointF(canvas.mapToGlobal(place)), pressure, 0, 0, 0, 0, 0,
        Qt.KeyboardModifier.NoModifier, button, down,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)
    QApplication.processEvents()


def test_a_soft_pen_draws_wide_lines_with_a_light_hand(opened: Editor) -> None:
    opened.use("brush")
    opened.option("brush.size", 60.0)

    def width(kind: str, x: int) -> int:
        opened.option("brush.pen", kind)
        before = opened.pixels("Background")[:, x]
        pen(opened, QEvent.Type.TabletPress, (x, 150), 0.25)
        pen(opened, QEvent.Type.TabletRelease, (x, 150), 0.25)
        opened.settle()
        return int((opened.pixels("Background")[:, x] != before).any(-1).sum())

    assert width("firm", 60) < width("normal", 130) < width("soft", 220)


def stroke_width(editor: Editor, pressure: float, y: int) -> int:
    pen(editor, QEvent.Type.TabletPress, (50, y), pressure)
    pen(editor, QEvent.Type.TabletMove, (200, y), pressure)
    pen(editor, QEvent.Type.TabletRelease, (200, y), pressure)
    column = editor.pixels("Background")[:, 125]
    return int((column[:, 0] == 255).sum())


def test_a_pen_paints_as_wide_as_it_presses(opened: Editor) -> None:
    opened.window.toolbox.colors.set_foreground(RED)
    opened.use("brush")
    opened.option("brush.size", 30)
    thin = stroke_width(opened, 0.3, 150)
    opened.undo()
    thick = stroke_width(opened, 1.0, 150)
    assert 5 <= thin <= 14
    assert 28 <= thick <= 31


def test_mouse_events_of_a_pen_do_nothing_twice(opened: Editor) -> None:
    opened.use("brush")
    pen(opened, QEvent.Type.TabletPress, (50, 150), 0.5)
    opened.press((50, 150))
    pen(opened, QEvent.Type.TabletMove, (90, 150), 0.5)
    pen(opened, QEvent.Type.TabletRelease, (90, 150), 0.5)
    opened.settle()
    assert opened.history[1:] == ["Brush"]


def test_the_bucket_fills_what_hangs_together(opened: Editor) -> None:
    opened.window.toolbox.colors.set_foreground((0, 255, 0))
    opened.use("fill")
    opened.click((100, 80))
    pixels = opened.pixels("Background")
    assert tuple(pixels[80, 100]) == (0, 255, 0, 255)
    assert tuple(pixels[20, 20]) == (60, 110, 200, 255)
    assert opened.history[-1] == "Fill"


def test_a_gap_does_not_leak(opened: Editor) -> None:
    """A box of lines with a gap of 3 px in its right side."""
    opened.window.toolbox.colors.reset()
    opened.do("layer.new")
    opened.use("brush")
    opened.option("brush.size", 3)
    opened.option("brush.pressure_size", False)
    opened.drag_tool((200, 150), (200, 120), (240, 120), (240, 133))
    opened.drag_tool((240, 139), (240, 150), (200, 150))
    opened.window.toolbox.colors.set_foreground((0, 255, 0))
    opened.use("fill")
    opened.option("fill.all_layers", False)
    opened.option("fill.gap", 0)
    opened.click((220, 135))
    assert opened.pixels("Layer 1")[20, 20, 3] == 255, "without closing gaps it leaks"
    opened.undo()
    opened.option("fill.gap", 8)
    opened.click((220, 135))
    pixels = opened.pixels("Layer 1")
    assert tuple(pixels[135, 220]) == (0, 255, 0, 255)
    assert pixels[20, 20, 3] == 0


def test_keys_fill_the_selection(opened: Editor) -> None:
    opened.use("rectangle")
    opened.drag_tool((20, 20), (60, 60))
    opened.window.toolbox.colors.set_foreground(RED)
    opened.key("Alt+Backspace")
    assert tuple(opened.pixels("Background")[40, 40]) == (255, 0, 0, 255)
    opened.key("Ctrl+Backspace")
    assert tuple(opened.pixels("Background")[40, 40]) == (255, 255, 255, 255)
    assert tuple(opened.pixels("Background")[70, 70]) == (60, 110, 200, 255)


def test_a_gradient_goes_from_one_colour_to_the_other(opened: Editor) -> None:
    opened.use("gradient")
    opened.drag_tool((0, 50), (300, 50))
    row = opened.pixels("Background")[180, :, 0].astype(int)
    assert row[0] < 5
    assert row[-1] > 250
    assert (np.diff(row) >= -1).all()
