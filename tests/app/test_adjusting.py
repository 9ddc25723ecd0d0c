"""Adjustment layers and changes of pixels, as an artist makes them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.panels.adjustment.graphs import CurveGraph, LevelsGraph
from app.panels.adjustment.histogram import counted_tones
from app.session.adjusting import TITLES
from engine.compositor.adjust import adjusted_pixels
from engine.compositor.composite import flatten
from engine.document.adjustments import (
    ADJUSTMENTS,
    ColorBalance,
    Curves,
    HueSaturation,
    Invert,
    Levels,
    Posterize,
)
from engine.document.model import AdjustmentLayer, LayerId
from engine.document.raster import pixels_of
from tests.app.editor import PATIENCE, Editor
from tests.app.pictures import picture

LEFT = Qt.MouseButton.LeftButton


def adjustment_of(editor: Editor) -> object:
    layer = editor.session.selected_layers[-1]
    assert isinstance(layer, AdjustmentLayer)
    return layer.adjustment


def wait(editor: Editor) -> None:
    """Until the last settings are worked out. The sum is not checked while a trial goes on."""
    adjuster = editor.window.dock.adjuster
    editor.qtbot.waitUntil(lambda: not adjuster.is_busy, timeout=PATIENCE)
    if not adjuster.is_trying:
        editor.settle()


@pytest.mark.parametrize("kind", sorted(ADJUSTMENTS))
def test_a_new_layer_of_every_kind_shows_its_settings(editor: Editor, kind: str) -> None:
    editor.open()
    editor.do(f"layer.new_{kind}")
    panel = editor.window.dock.adjustment
    assert editor.window.dock.panel_name == "adjustment"
    assert isinstance(adjustment_of(editor), ADJUSTMENTS[kind])
    assert panel.title.text() == TITLES[kind]
    assert editor.names[0] == TITLES[kind]
    assert editor.history[-1] == f"New layer “{TITLES[kind]}”"
    for row in panel.rows:  # every field reaches the layer
        before = adjustment_of(editor)
        value = row.slider.high if row.value != row.slider.high else row.slider.low
        row.field.setValue(value)
        assert adjustment_of(editor) != before
        assert row.value == pytest.approx(value)
    editor.undo()
    editor.settle()


def test_a_drag_of_a_slider_is_one_step_and_seen_while_it_goes_on(editor: Editor) -> None:
    editor.open()
    editor.do("layer.new_posterize")
    row = editor.window.dock.adjustment.rows[0]
    steps = len(editor.history)
    row.bar.sliderPressed.emit()
    for value in (9, 5, 2):
        row.bar.setValue(value)
        assert adjustment_of(editor) == Posterize(levels=value)
    row.bar.sliderReleased.emit()
    assert len(editor.history) == steps + 1
    assert editor.color_at(10, 10) == "#0000ff"
    editor.undo()
    assert adjustment_of(editor) == Posterize()
    assert row.value == 4


def test_keys_on_a_slider_are_one_step(editor: Editor) -> None:
    editor.open()
    editor.do("layer.new_hue_saturation")
    steps = len(editor.history)
    bar = editor.window.dock.adjustment.rows[0].bar
    bar.setFocus()
    for _ in range(3):
        editor.key("Right")
    assert adjustment_of(editor) == HueSaturation(hue=3)
    assert len(editor.history) == steps + 1


def test_levels_are_dragged_by_their_handles(editor: Editor) -> None:
    editor.open()
    editor.do("layer.new_levels")
    graph = editor.window.dock.adjustment.graph
    assert isinstance(graph, LevelsGraph)
    steps = len(editor.history)
    start, stop = graph.to_view(0, 0).toPoint(), graph.to_view(60, 0).toPoint()
    QTest.mousePress(graph, LEFT, pos=start)
    QTest.mouseMove(graph, stop)
    QTest.mouseRelease(graph, LEFT, pos=stop)
    levels = adjustment_of(editor)
    assert isinstance(levels, Levels)
    assert levels.master.in_black == pytest.approx(60, abs=2)
    assert editor.window.dock.adjustment.rows[0].value == levels.master.in_black
    assert len(editor.history) == steps + 1


def test_a_curve_is_bent_by_mouse_and_by_keys(editor: Editor) -> None:
    editor.open()
    editor.do("layer.new_curves")
    graph = editor.window.dock.adjustment.graph
    assert isinstance(graph, CurveGraph)
    assert editor.focus is graph
    QTest.mousePress(graph, LEFT, pos=graph.to_view(100, 200).toPoint())
    QTest.mouseRelease(graph, LEFT, pos=graph.to_view(100, 200).toPoint())
    assert len(graph.points) == 3
    given, out = graph.points[1]
    assert (given, out) == (pytest.approx(100, abs=2), pytest.approx(200, abs=2))
    editor.key("Shift+Down")
    editor.key("Right")
    assert graph.points[1] == (given + 1, out - 10)
    curves = adjustment_of(editor)
    assert isinstance(curves, Curves) and curves.master == graph.points
    editor.key("PgUp")
    editor.key("Insert")
    assert len(graph.points) == 4
    editor.key("Delete")
    editor.key("Delete")
    assert len(graph.points) == 2
    # A point dragged far out of the graph is gone.
    QTest.mousePress(graph, LEFT, pos=graph.to_view(100, 100).toPoint())
    QTest.mouseMove(graph, QPoint(20, graph.height() + 200))
    QTest.mouseRelease(graph, LEFT)
    assert len(graph.points) == 2


def test_balance_begins_with_the_midtones_and_has_three_parts(editor: Editor) -> None:
    editor.open()
    editor.do("layer.new_color_balance")
    panel = editor.window.dock.adjustment
    assert panel.parts is not None
    panel.rows[0].field.setValue(40)
    panel.parts.setCurrentIndex(2)
    panel.rows[2].field.setValue(-30)
    panel.switches[0].click()
    assert adjustment_of(editor) == ColorBalance(
        midtones=(40, 0, 0), highlights=(0, 0, -30), keep_luminosity=False
    )
    panel.reset.click()
    assert adjustment_of(editor) == ColorBalance()


def test_one_range_of_hues_is_set_alone(editor: Editor) -> None:
    editor.open()
    editor.do("layer.new_hue_saturation")
    panel = editor.window.dock.adjustment
    assert panel.parts is not None
    panel.parts.setCurrentIndex(1)  # reds
    panel.rows[1].field.setValue(-100)
    assert editor.color_at(100, 70) != "#c83c3c"
    assert editor.color_at(10, 10) == "#3c6ec8"
    panel.rows[1].field.setValue(0)
    assert adjustment_of(editor) == HueSaturation()


def test_a_trial_is_seen_and_taken_back_or_kept(editor: Editor) -> None:
    editor.open()
    editor.key("Ctrl+U")
    panel, adjuster = editor.window.dock.adjustment, editor.window.dock.adjuster
    assert adjuster.is_trying and panel.accept.isVisible()
    panel.rows[0].field.setValue(120)
    wait(editor)
    expected = adjusted_pixels(picture(), HueSaturation(hue=120))
    assert np.array_equal(flatten(editor.document), expected)
    assert len(editor.history) == 1
    panel.rows[0].bar.setFocus()
    editor.key("Esc")
    assert np.array_equal(flatten(editor.document), picture())
    assert not adjuster.is_trying and len(editor.history) == 1
    editor.key("Ctrl+U")
    panel.rows[0].field.setValue(120)
    panel.rows[0].bar.setFocus()
    editor.key("Return")
    wait(editor)
    assert np.array_equal(editor.pixels("Background"), expected)
    assert editor.history[-1] == TITLES["hue_saturation"] and len(editor.history) == 2
    editor.undo()
    assert np.array_equal(editor.pixels("Background"), picture())


def test_invert_is_one_key(editor: Editor) -> None:
    editor.open()
    editor.key("Ctrl+I")
    wait(editor)
    assert np.array_equal(editor.pixels("Background"), adjusted_pixels(picture(), Invert()))
    assert editor.history[-1] == "Invert"


def test_other_work_keeps_what_was_tried_out(editor: Editor) -> None:
    """A trial is a gesture: whatever else is done records it, so nothing seen is lost."""
    editor.open()
    editor.do("adjust.posterize")
    wait(editor)
    shown = flatten(editor.document)
    editor.do("layer.new")
    assert not editor.window.dock.adjuster.is_trying
    assert np.array_equal(flatten(editor.document), shown)


def test_locked_pixels_and_adjustment_layers_cannot_be_adjusted(editor: Editor) -> None:
    editor.open()
    assert editor.can("adjust.levels")
    editor.do("layer.new_invert")
    assert not editor.can("adjust.levels")


def test_the_histogram_counts_what_lies_below(editor: Editor) -> None:
    editor.open()
    editor.do("layer.new_threshold")
    layer = editor.session.selected_layers[-1]
    tones = counted_tones(editor.document, layer.id)
    assert tones is not None
    assert tones[0].sum() == pytest.approx(1.0)
    share = (picture()[..., 0] == 60).sum() / picture()[..., 0].size / 3
    assert tones[1][60] == pytest.approx(share)
    assert np.array_equal(tones, counted_tones(editor.document, LayerId(1)))
    assert counted_tones(editor.document, LayerId(99)) is None
    background = editor.layer("Background")
    assert pixels_of(background.raster, editor.document.size.rect).any()  # type: ignore[union-attr]


def test_a_cube_file_is_loaded_beside_the_window_as_one_step(
    editor: Editor, tmp_path: Path
) -> None:
    editor.open()
    editor.do("layer.new_color_lookup")
    steps = len(editor.history)
    good, bad = tmp_path / "dusk.cube", tmp_path / "bad.cube"
    good.write_text("LUT_3D_SIZE 2\n" + "0.5 0 0\n" * 8)
    bad.write_text("nothing")
    adjuster, panel = editor.window.dock.adjuster, editor.window.dock.adjustment
    adjuster.load_cube(good)
    editor.qtbot.waitUntil(lambda: adjustment_of(editor).size == 2, timeout=PATIENCE)
    assert len(editor.history) == steps + 1
    assert panel.cube is not None and "dusk" in panel.cube.text()
    assert flatten(editor.document)[0, 0, :3].tolist() == [128, 0, 0]
    adjuster.load_cube(bad)
    editor.qtbot.waitUntil(lambda: "bad.cube" in panel.cube.text(), timeout=PATIENCE)
    assert len(editor.history) == steps + 1


def test_a_monochrome_mixer_shows_what_its_gray_is_mixed_from(editor: Editor) -> None:
    editor.open()
    editor.do("layer.new_channel_mixer")
    panel = editor.window.dock.adjustment
    panel.switches[0].click()
    assert [row.value for row in panel.rows] == [40, 40, 20, 0]
    pixels = flatten(editor.document)[..., :3].astype(int)
    assert (np.ptp(pixels, axis=-1) == 0).all()
