"""Panels can be moved, floated, tabbed, hidden and closed, and are where they were next time."""

from __future__ import annotations

import base64
import json
import random
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar

from app.window.dock import PANELS
from app.window.places import Places
from tests.app.editor import Editor

_LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea


def places(editor: Editor) -> dict[str, tuple[bool, bool, Qt.DockWidgetArea]]:
    """Of every panel: is it open, does it float, on which side is it."""
    dock = editor.window.dock
    return {
        name: (
            dock.is_open(name),
            dock.panel(name).isFloating(),
            dock.dockWidgetArea(dock.panel(name)),
        )
        for name in PANELS
    }


def test_a_command_opens_brings_up_and_closes_a_panel(opened: Editor) -> None:
    dock = opened.window.dock
    assert dock.fronts == ("layers",)
    opened.key("F8")
    assert dock.fronts == ("jobs",)
    assert opened.focus is dock.jobs.area
    opened.key("F8")
    assert not dock.is_open("jobs")
    assert dock.fronts == ("layers",)
    action = opened.window.registry.action("window.jobs")
    opened.qtbot.waitUntil(lambda: not action.isChecked())
    opened.key("F8")
    assert dock.fronts == ("jobs",)
    opened.qtbot.waitUntil(action.isChecked)


def test_what_is_covered_gives_the_keys_to_what_covers_it(opened: Editor) -> None:
    opened.window.show_panel("history")
    opened.window.dock.show_panel("layers")
    assert opened.focus is opened.window.dock.layers.tree


def test_a_panel_floats_takes_keys_and_goes_back(opened: Editor) -> None:
    dock = opened.window.dock
    before = places(opened)
    opened.window.show_panel("history")
    opened.do("window.float_panel")
    assert dock.panel("history").isFloating()
    assert set(dock.fronts) == {"layers", "history"}
    assert dock.panel("history").window() is not opened.window
    opened.do("layer.new")
    assert opened.history[-1].startswith("New layer")
    opened.window.show_panel("history")
    opened.do("window.float_panel")
    assert places(opened) == before


def test_floating_panels_go_with_the_document(opened: Editor) -> None:
    history = opened.window.dock.panel("history")
    opened.window.show_panel("history")
    opened.do("window.float_panel")
    opened.do("file.close")
    assert history.isHidden()
    assert opened.window.dock.is_open("history")
    opened.open()
    assert not history.isHidden()


def test_a_panel_moves_to_the_other_side_and_back(opened: Editor) -> None:
    dock = opened.window.dock
    for name in ("jobs", "history"):
        opened.window.show_panel(name)
        opened.do("window.move_panel")
        assert places(opened)[name] == (True, False, _LEFT)
    assert dock.panel("history").group == (dock.panel("history"), dock.panel("jobs"))
    assert dock.fronts == ("layers", "history")
    opened.do("window.reset")
    assert set(places(opened).values()) == {(True, False, _RIGHT)}
    assert dock.fronts == ("layers",)


def test_f6_goes_through_every_panel_in_sight(opened: Editor) -> None:
    opened.window.show_panel("history")
    opened.do("window.move_panel")
    opened.window.canvas.setFocus()
    seen = []
    for _ in range(4):
        opened.key("F6")
        seen.append(QApplication.focusWidget())
    dock = opened.window.dock
    assert seen[:2] == [dock.layers.tree, dock.history.list]
    opened.window.canvas.setFocus()
    opened.key("Shift+F6")
    assert opened.focus is opened.window.tools.current


def test_f6_passes_over_a_panel_that_has_nothing_to_set(opened: Editor) -> None:
    opened.window.dock.show_panel("adjustment")
    opened.window.canvas.setFocus()
    opened.key("F6")
    assert opened.focus is opened.window.menu_row.search


def test_tab_on_the_canvas_hides_everything_and_brings_it_back(opened: Editor) -> None:
    window = opened.window
    window.show_panel("history")
    opened.do("window.move_panel")
    before = places(opened)
    window.canvas.setFocus()
    opened.key("Tab")
    assert window.dock.is_hidden
    assert not window.tools.isVisible()
    assert not window.options.isVisible()
    assert opened.focus is window.canvas
    opened.qtbot.waitUntil(lambda: window.canvas.width() == window.width())
    opened.key("Tab")
    assert places(opened) == before
    assert window.dock.fronts == ("layers", "history")
    assert window.tools.isVisible()


def test_tab_elsewhere_still_travels(opened: Editor) -> None:
    opened.window.dock.layers.head.filter.setFocus()
    opened.key("Tab")
    assert not opened.window.dock.is_hidden
    assert opened.focus is not opened.window.dock.layers.head.filter


def test_among_tabs_the_tab_is_the_title(opened: Editor) -> None:
    dock = opened.window.dock
    QApplication.processEvents()
    layers = dock.panel("layers")
    assert layers.titleBarWidget().height() == 0 or not layers.titleBarWidget().isVisible()
    opened.window.show_panel("jobs")
    opened.do("window.move_panel")
    QApplication.processEvents()
    height = opened.program.services.theme.tokens.size("tabs")
    assert dock.panel("jobs").titleBarWidget().height() == height
    (bar,) = [bar for bar in dock.findChildren(QTabBar) if bar.isVisible()]
    assert [bar.tabText(number) for number in range(bar.count())] == ["Layers", "Adjust", "History"]
    assert bar.height() == height


def test_panels_are_where_they_were_at_the_next_start(make_editor) -> None:
    first: Editor = make_editor()
    first.window.resize(1100, 700)
    first.open()
    first.window.show_panel("history")
    first.do("window.move_panel")
    first.window.show_panel("jobs")
    first.do("window.float_panel")
    first.window.dock.close_panel("adjustment")
    wanted = places(first)
    first.session.mark_saved(first.document, first.folder / "picture.unflatten")
    first.window.close()
    second: Editor = make_editor()
    second.open()
    assert places(second) == wanted
    another = QMainWindow()
    Places(second.program.services.settings, another, second.window.dock)
    assert another.height() == 700


@pytest.mark.parametrize("seed", [0, 1, 2, 5])
def test_places_that_make_no_sense_are_left_aside(make_editor, tmp_path: Path, seed: int) -> None:
    first: Editor = make_editor()
    first.open()
    state = first.window.dock.saveState(1).data()
    chance = random.Random(seed)
    broken = bytearray(state[: chance.randrange(len(state))] if seed % 2 else state)
    for _ in range(8):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    stored: object = {
        "version": 1,
        "panels": list(PANELS) if seed else ["layers", "of another time"],
        "fronts": ["jobs", 3, "nothing", ["layers"]],
        "state": base64.b64encode(bytes(broken)).decode() if seed < 5 else "no base 64 ☃",
    }
    (tmp_path / "state.json").write_text(
        json.dumps({"docks": stored, "window": {"geometry": ["x"]}}), encoding="utf-8"
    )
    second: Editor = make_editor()
    second.open()
    for name in PANELS:
        second.window.show_panel(name)
        assert second.window.dock.is_front(name)
    second.do("window.reset")
    assert set(places(second).values()) == {(True, False, _RIGHT)}
