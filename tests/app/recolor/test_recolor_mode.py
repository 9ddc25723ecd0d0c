"""What every key of the recolour mode does, on a window with a real document."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.session.swatches import Swatch
from engine.document.edits import with_layer
from engine.document.model import FamilyRule, PixelLayer
from engine.document.raster import pixels_of
from engine.document.slots import painted
from tests.app.editor import Editor
from tests.app.pictures import flat_document
from tests.app.recolor.character import COLORS, SIDE, character
from tests.app.recolor.playing import Player

RED, GREEN = (200, 30, 40), (20, 160, 70)


def with_swatches(player: Player, *colors: tuple[int, int, int]) -> None:
    player.mode.swatches.set("chart", [Swatch(color) for color in colors])


# On and off


def test_shift_r_enters_with_a_frame_and_leaves_with_all_changes(player: Player) -> None:
    mode = player.mode
    assert mode.is_on and mode.frame.isVisible() and mode.strip.isVisible()
    assert "Paper" in mode.strip.text and "Slot 1 of 20" in mode.strip.text
    assert player.editor.window.registry.action("recolor.mode").isChecked()
    player.press("W")
    player.press("Shift+R")
    assert not mode.is_on and mode.frame.isHidden() and mode.strip.isHidden()
    assert player.steps == ["Recolour “Paper”"]
    assert player.layer.slots.palette[0].color != COLORS[0][1]


def test_escape_leaves_layer_by_layer(player: Player) -> None:
    player.press("2", "Shift+Up", "Return")
    assert player.mode.strip.entry.isVisible()
    player.press("Esc")
    assert player.mode.strip.entry.isHidden() and len(player.chosen) == 2
    player.press("Esc")
    assert len(player.chosen) == 1 and player.mode.is_on
    player.press("O", "Esc")
    assert player.mode.is_on and not player.mode.acts.is_region_only
    player.press("H", "Esc")
    assert player.mode.is_on and player.editor.window.canvas.hasFocus()
    player.press("Esc")
    assert not player.mode.is_on


def test_a_tool_key_leaves_and_chooses_the_tool(player: Player) -> None:
    player.press("B")
    assert not player.mode.is_on
    assert player.editor.window.tool_name() == "brush"
    player.press("Shift+R", "V")
    assert not player.mode.is_on
    assert player.editor.window.tool_name() == "move"


def test_a_picture_without_slots_is_offered_some(editor: Editor) -> None:
    player = Player(editor, flat_document())
    before = editor.document.layers[0].raster
    assert "“Background” has no slots yet" in player.mode.strip.text
    player.press("W")
    assert player.steps == []
    assert player.mode.is_on and player.editor.window.tool_name() == "move"
    player.press("Return")
    editor.qtbot.waitUntil(lambda: not player.mode.extraction.is_busy, timeout=60_000)
    assert player.steps == ["Find 3 slots"]
    assert len(player.slots) == 3 and player.layer.raster is before
    player.press("2", "Shift+W")
    assert player.steps[-1].startswith("Recolour")
    player.press("Ctrl+Z", "Ctrl+Z")
    player.settle()
    assert editor.document.layers[0].slots is None
    assert "no slots" in player.mode.strip.text


def test_f12_goes_back_to_the_colours_on_entry_in_one_step(player: Player) -> None:
    before = player.pixels.copy()
    player.press("2", "W", "W", "4", "Q", "6", "Shift+E")
    player.press("F12")
    assert player.steps[-1] == "Revert to the colours on entry"
    assert (player.pixels == before).all()
    player.press("Ctrl+Z")
    assert (player.pixels != before).any()


# Which slot


def test_digits_banks_and_list_order(player: Player) -> None:
    player.press("3")
    assert player.focus == "Coat shadow"
    player.press("Tab", "3")
    assert player.focus == "White of the eye"
    player.press("0")
    assert player.focus == "Pin"
    player.press("PgUp", "1", "]", "]", "[")
    assert player.focus == "Coat"
    player.press("End")
    assert player.focus == "Pin" and player.mode.recoloring.bank == 1
    player.press("Home", "[")
    assert player.focus == "Pin"


def test_back_and_forward_through_visited_slots(player: Player) -> None:
    player.press("2", "4", "6", "Alt+Left", "Alt+Left")
    assert player.focus == "Coat"
    player.press("Alt+Right")
    assert player.focus == "Hair"
    player.press("8", "Alt+Right")
    assert player.focus == "Skin"


def test_arrows_walk_over_the_picture_and_come_back(player: Player) -> None:
    player.press("8", "Up")
    above = player.focus
    assert above != "Skin"
    player.press("Down")
    assert player.focus == "Skin"
    player.press("Shift+Up")
    assert player.chosen == {"Skin", above} and player.focus == above
    player.press("Ctrl+D")
    assert player.chosen == {above}


def test_regions_of_a_slot(player: Player) -> None:
    player.mode.recoloring.focus_on(16)  # two buttons
    first = player.mode.walk.here
    player.press("'")
    second = player.mode.walk.here
    assert first != second and first.slot == second.slot == 16
    player.press(";")
    assert player.mode.walk.here == first


def test_find_by_name_and_hex(player: Player) -> None:
    player.press("2", "/")
    QTest.keyClicks(player.editor.focus, "scarf")
    assert player.focus == "Scarf"
    player.press("Down")
    assert player.focus == "Scarf shadow"
    player.press("Return")
    assert player.focus == "Scarf shadow" and player.editor.window.canvas.hasFocus()
    player.press("/")
    QTest.keyClicks(player.editor.focus, "#d6b23c")
    assert player.focus == "Button"
    player.press("Esc")
    assert player.focus == "Scarf shadow" and player.mode.is_on


def test_clicking_the_picture_means_a_slot(player: Player) -> None:
    player.editor.click((SIDE * 0.5, SIDE * 0.44))
    assert player.focus == "Skin"
    player.editor.click((SIDE * 0.5, SIDE * 0.2), Qt.KeyboardModifier.ShiftModifier)
    assert player.chosen == {"Skin", "Beret"}


def test_the_list_is_a_list_with_the_same_keys(player: Player) -> None:
    slots = player.mode.panel.list
    assert slots.model().rowCount() == 20
    slots.setFocus()
    player.press("4", "W")
    assert player.focus == "Hair" and slots.currentIndex().data() == "Hair"
    assert player.color("Hair") != COLORS[3][1]
    player.press("]")
    assert slots.currentIndex().data() == "Hair shadow"
    QTest.mouseClick(slots.viewport(), Qt.MouseButton.LeftButton, pos=_row_middle(slots, 0))
    assert player.focus == "Paper"


def _row_middle(view, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).center()


def test_focus_is_announced(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    player.press("5")
    assert said == ["Slot 5 of 20, Hair shadow, dark brown, #4e2e1e"]
    player.mode.panel.list.setFocus()
    index = player.mode.panel.list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == said[0]


# Colours


def test_the_six_keys_change_lightness_chroma_and_hue(player: Player) -> None:
    player.press("2")
    before = player.color("Coat")
    for up, down in (("W", "S"), ("E", "D"), ("Q", "A"), ("L", "K")):
        player.press(up)
        assert player.color("Coat") != before, up
        player.press(down)
        assert player.color("Coat") == before, down
    assert player.steps == []  # back at the start: nothing was done
    player.press("Shift+W")
    coarse = player.color("Coat")
    player.press("S", "S", "S", "S", "S")
    assert coarse != before and player.color("Coat") == before


def test_a_held_key_speeds_up_and_is_one_step(player: Player) -> None:
    player.press("2")
    player.hold(Qt.Key.Key_Q, 30)
    assert player.steps == ["Recolour “Coat”"]
    player.send(Qt.Key.Key_Q, QEvent.Type.KeyRelease)
    player.press("Ctrl+Z")
    assert player.color("Coat") == COLORS[1][1]


def test_only_pixels_of_the_slot_change_and_as_the_slots_say(player: Player) -> None:
    before = player.pixels.copy()
    player.press("2", "Shift+Q", "Shift+Q", "W")
    after = player.pixels
    slots = player.layer.slots
    ids, second, cover = (
        pixels_of(one, player.editor.document.size.rect)
        for one in (slots.ids, slots.second, slots.coverage)
    )
    touched = (ids == 1) | ((second == 1) & (cover > 0))
    changed = (after != before).any(-1)
    assert changed[(ids == 1) & (cover == 0)].all()
    assert not changed[~touched].any()
    fresh = pixels_of(
        painted(slots, np.full(ids.shape, 255, np.uint8)), player.editor.document.size.rect
    )
    assert (after == fresh).all()


def test_values_are_typed(player: Player) -> None:
    player.press("2", "Return")
    QTest.keyClicks(player.editor.focus, "#c8a040")
    player.press("Return")
    assert player.color("Coat") == (200, 160, 64)
    player.press("Return", "Tab", "Tab", "Tab")
    field = player.mode.strip.entry
    assert field.axis is not None
    QTest.keyClicks(field, "+30")
    player.press("Return")
    turned = player.color("Coat")
    assert turned != (200, 160, 64)
    player.press("Return")
    QTest.keyClicks(player.editor.focus, "nonsense")
    player.press("Return")
    assert field.isVisible() and "is no colour" in field.toolTip()
    player.press("Esc")
    assert player.color("Coat") == turned and player.mode.is_on
    assert player.steps == ["Recolour “Coat”"] * 2


def test_alt_makes_fine_steps_in_a_field(player: Player) -> None:
    player.press("2", "Return", "Tab")
    before = player.slot("Coat")
    QTest.keyClick(player.editor.focus, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    after = player.slot("Coat")
    assert after.wanted is not None and after.wanted != before.wanted
    QTest.keyClick(player.editor.focus, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert player.color("Coat") == before.color


def test_swatches_under_shift_and_digits(player: Player) -> None:
    player.press("2", "Shift+1")
    assert player.steps == []
    with_swatches(player, RED, GREEN)
    player.press("Shift+2")
    assert player.color("Coat") == GREEN
    player.press("4", "Shift+1", "C")
    assert player.color("Hair") == RED


def test_the_sign_of_hex_types_where_its_place_means_nothing(player: Player) -> None:
    player.press("2")
    shift = Qt.KeyboardModifier.ShiftModifier
    player.send(Qt.Key.Key_NumberSign, QEvent.Type.KeyPress, modifiers=shift, text="#")
    assert player.mode.strip.entry.isVisible() and player.mode.strip.entry.text() == "#"


def test_swap_copy_paste_and_repeat(player: Player) -> None:
    player.press("2", "4", "X")
    assert player.color("Coat") == COLORS[3][1] and player.color("Hair") == COLORS[1][1]
    assert player.steps[-1] == "Swap “Hair” and “Coat”"
    player.press("Ctrl+C", "6", "Ctrl+V")
    assert QGuiApplication.clipboard().text() == "#3a7680"
    assert player.color("Beret") == COLORS[1][1]
    player.press("8", "Ctrl+Shift+V")
    assert player.focus == "Hair"  # colour and name
    QGuiApplication.clipboard().setText("no colour")
    player.press("1", "Q", "2", "C")
    assert player.slot("Coat").color != COLORS[3][1]


def test_back_to_the_original(player: Player) -> None:
    player.press("2", "Shift+Q", "3", "Shift+Q", "Backspace")
    assert player.color("Coat shadow") == COLORS[2][1]
    assert player.color("Coat") != COLORS[1][1]
    player.press("Ctrl+A", "Shift+Backspace")
    assert [slot.color for slot in player.slots] == [color for _, color in COLORS]


def test_pinned_slots_are_skipped_by_group_changes(player: Player) -> None:
    player.press("8", "P", "Ctrl+A")
    assert "Skin" not in player.chosen and len(player.chosen) == 19
    player.mode.recoloring.choose([slot.id for slot in player.slots])
    player.press("Shift+W")
    assert player.color("Skin") == COLORS[7][1] and player.color("Coat") != COLORS[1][1]
    player.press("Ctrl+D", "8", "P")
    assert not player.slot("Skin").pinned
    player.press("Ctrl+Shift+I")
    assert len(player.chosen) == 19


def test_tones_follow_their_base(player: Player) -> None:
    player.mode.recoloring.choose([1, 2])
    player.press("Ctrl+G")
    assert player.slot("Coat shadow").family == 1
    player.press("Ctrl+D", "2", "Ctrl+Down")
    assert player.focus == "Coat shadow"
    player.press("Ctrl+Up", "Shift+Q")
    assert player.color("Coat shadow") != COLORS[2][1]
    player.press("U")
    assert player.slot("Coat").rule is FamilyRule.FREE
    free = player.color("Coat shadow")
    player.press("Shift+Q")
    assert player.color("Coat shadow") == free
    player.press("Shift+U", "2")
    assert player.slot("Coat").rule is FamilyRule.TOWARD_SHADE_HUE
    player.press("Ctrl+Shift+G")
    assert player.slot("Coat shadow").family is None


def test_harmonies_are_tried_and_kept_as_one_step(player: Player) -> None:
    player.press("6", "H", "4", "Right", "Right")
    assert player.mode.harmony.is_open
    changed = [slot.color for slot in player.slots]
    assert changed != [color for _, color in COLORS]
    player.press("Return")
    assert player.steps == ["Harmony: Three"]
    player.press("Ctrl+Z", "H", "2", "Esc")
    assert [slot.color for slot in player.slots] == [color for _, color in COLORS]
    assert player.steps == []


# Structure


def test_merge_split_and_rename(player: Player) -> None:
    player.mode.recoloring.choose([2, 1])
    player.mode.recoloring.extend_to(1)
    player.press("Ctrl+E")
    assert len(player.slots) == 19 and player.focus == "Coat"
    player.press("Ctrl+Z")
    assert len(player.slots) == 20
    player.mode.recoloring.focus_on(16)
    player.settle()
    before = player.pixels.copy()
    player.press("Ctrl+J")
    assert player.focus == "Button 2" and len(player.slots) == 21
    assert (player.pixels == before).all()
    player.press("F2")
    editor = player.editor.focus
    QTest.keyClicks(editor, "Lower button")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert player.focus == "Lower button"


def test_only_this_region(player: Player) -> None:
    player.mode.recoloring.focus_on(16)
    player.press("O")
    assert "only this region" in player.mode.strip.text
    player.press("Shift+Q")
    player.settle()
    assert len(player.slots) == 21
    assert player.color("Button") != player.color("Button 2")


def test_slots_are_moved_in_the_list(player: Player) -> None:
    player.press("4", "Ctrl+[")
    assert [slot.name for slot in player.slots][3:5] == ["Hair shadow", "Hair"]
    player.press("Ctrl+]")
    assert [slot.name for slot in player.slots][3:5] == ["Hair", "Hair shadow"]


# Variants


def test_variants_are_made_walked_and_flipped(player: Player) -> None:
    original = player.pixels.copy()
    player.press("N", "2", "Shift+Q")
    assert [one.name for one in player.mode.variants.all] == ["Original", "Variant 1"]
    dusk = player.pixels.copy()
    player.press("`")
    assert (player.pixels == original).all()
    player.press("`")
    assert (player.pixels == dusk).all()
    player.press("Alt+1")
    assert (player.pixels == original).all()
    player.press(".", ".")
    assert (player.pixels == original).all()
    player.press(",")
    assert (player.pixels == dusk).all()


# Compare, reference


def test_the_original_is_shown_while_the_key_is_held_or_after_a_tap(editor: Editor) -> None:
    from dataclasses import replace

    document = character()
    player = Player(editor, replace(document, original=document.layers[0].raster))
    canvas = editor.window.canvas
    player.send(Qt.Key.Key_Backslash, QEvent.Type.KeyPress)
    assert canvas.shows_original
    player.pause(300)
    player.send(Qt.Key.Key_Backslash, QEvent.Type.KeyRelease)
    assert not canvas.shows_original
    player.press("\\")
    assert canvas.shows_original
    player.press("\\")
    assert not canvas.shows_original
    player.press("Y")
    assert canvas.split is not None
    player.press("Y")
    assert canvas.split is None


def test_a_picture_becomes_swatches_and_is_carried_over(player: Player, tmp_path: Path) -> None:
    from PySide6.QtGui import QColor, QImage

    image = QImage(60, 20, QImage.Format.Format_RGB32)
    for at, color in enumerate((RED, GREEN, (40, 40, 160))):
        for x in range(at * 20, at * 20 + 20):
            for y in range(20):
                image.setPixelColor(x, y, QColor(*color))
    path = tmp_path / "reference.png"
    image.save(str(path))
    player.mode.references.ask_reference = lambda: path
    QGuiApplication.clipboard().clear()
    player.press("Ctrl+Shift+R")
    assert [one.color for one in player.mode.swatches.all] == [RED, GREEN, (40, 40, 160)]
    before = [slot.color for slot in player.slots]
    player.press("T")
    first = [slot.color for slot in player.slots]
    player.press("T")
    second = [slot.color for slot in player.slots]
    assert len({tuple(before), tuple(first), tuple(second)}) == 3
    player.press("Shift+T")
    assert [slot.color for slot in player.slots] == first
    player.press("Esc")
    assert [slot.color for slot in player.slots] == before and player.mode.is_on
    assert player.steps == []


def test_palettes_go_to_files_and_to_the_library_and_come_back(
    player: Player, tmp_path: Path
) -> None:
    from app.session.palette_library import PaletteLibrary

    references = player.mode.references
    references.library = PaletteLibrary(tmp_path / "palettes")
    player.press("2", "Shift+Q")
    for ending in ("gpl", "ase", "aco"):
        path = tmp_path / f"mirelle.{ending}"
        references.write_to(path)
        references.load(path)
        found = [one.color for one in player.mode.swatches.all]
        assert found == [slot.color for slot in player.slots], ending
    references.keep_in_library("Day/night")
    assert references.library.names == ("Day-night",)
    player.mode.swatches.set("", [])
    references.take_from_library("Day-night")
    assert [one.name for one in player.mode.swatches.all] == [slot.name for slot in player.slots]
    (tmp_path / "broken.ase").write_bytes(b"ASEF nonsense")
    references.load(tmp_path / "broken.ase")
    assert "no palette" in player.editor.window.toast.text


def test_the_eyedropper_is_held_and_follows_the_pointer(player: Player) -> None:
    player.press("2")
    player.editor.hover((SIDE * 0.5, SIDE * 0.44))
    player.send(Qt.Key.Key_I, QEvent.Type.KeyPress)
    assert player.color("Coat") == COLORS[7][1]
    player.editor.hover((SIDE * 0.5, SIDE * 0.20))
    assert player.color("Coat") == COLORS[5][1]
    player.send(Qt.Key.Key_I, QEvent.Type.KeyRelease)
    assert player.steps == ["Recolour “Coat”"]
    player.editor.hover((SIDE * 0.5, SIDE * 0.44))
    player.send(Qt.Key.Key_I, QEvent.Type.KeyPress)
    player.send(Qt.Key.Key_Escape, QEvent.Type.KeyPress)
    player.send(Qt.Key.Key_I, QEvent.Type.KeyRelease)
    assert player.color("Coat") == COLORS[5][1] and player.mode.is_on


def test_a_tap_frames_the_slot_and_holding_isolates_it(player: Player) -> None:
    player.mode.recoloring.focus_on(19)
    scale = player.editor.window.canvas.zoom
    player.press("F")
    assert player.editor.window.canvas.zoom > scale
    player.send(Qt.Key.Key_F, QEvent.Type.KeyPress)
    player.editor.qtbot.waitUntil(lambda: player.mode.marks.is_isolated)
    player.send(Qt.Key.Key_F, QEvent.Type.KeyRelease)
    assert not player.mode.marks.is_isolated


# Surviving


def test_losing_the_focus_lets_everything_go(player: Player) -> None:
    player.press("2")
    player.hold(Qt.Key.Key_Q, 3)
    player.editor.window.menu_row.search.setFocus()
    QApplication.processEvents()
    assert player.mode.keys.held == frozenset()
    assert player.steps == ["Recolour “Coat”"]
    player.editor.window.canvas.setFocus()
    player.send(Qt.Key.Key_F, QEvent.Type.KeyPress)
    player.editor.qtbot.waitUntil(lambda: player.mode.marks.is_isolated)
    player.editor.window.menu_row.search.setFocus()
    QApplication.processEvents()
    assert not player.mode.marks.is_isolated


def test_keys_belong_to_fields_and_lists_while_these_have_the_focus(player: Player) -> None:
    player.editor.do("layer.filter")
    player.editor.type("wsx")
    assert player.editor.window.dock.layers.head.filter.text() == "wsx"
    assert player.steps == []
    player.editor.window.dock.layers.head.filter.clear()


def test_undo_takes_back_a_change_that_is_not_painted_yet(player: Player) -> None:
    player.press("2", "W")
    assert not player.mode.recoloring.is_settled
    player.press("Ctrl+Z")
    assert player.color("Coat") == COLORS[1][1]
    player.press("Ctrl+Shift+Z")
    assert player.color("Coat") != COLORS[1][1]


def test_saving_holds_what_is_seen(player: Player) -> None:
    target = player.editor.folder / "kept.unflatten"
    player.editor.questions.to_save = [target]
    player.press("2", "W", "Ctrl+S")
    _, _, saved = player.editor.engine.submissions[-1]
    assert saved is not None
    layer = saved.layers[0]
    assert isinstance(layer, PixelLayer) and layer.slots is not None
    assert layer.slots.palette[1].color == player.color("Coat") != COLORS[1][1]
    player.editor.engine.finish()


def test_another_document_ends_the_mode(player: Player) -> None:
    player.press("2", "W")
    player.editor.session.open(flat_document(), label="Open", name="other", path=None)
    assert not player.mode.is_on and player.mode.strip.isHidden()


def test_a_layer_that_goes_away_is_no_trouble(player: Player) -> None:
    player.press("2", "W")
    player.editor.session.apply(
        "Hide", lambda now: with_layer(now, now.layers[1].id, visible=False)
    )
    assert player.mode.is_on and player.focus == "Coat"
    player.editor.select("Flats")
    player.editor.do("layer.merge_visible")
    player.settle()
    player.press("W", "Right", "N", "H", "Esc")


def test_sixteen_bits_are_kept(editor: Editor) -> None:
    player = Player(editor, character(96, depth=16))
    player.press("2", "W", "S")
    assert player.color("Coat") == tuple(one * 257 for one in COLORS[1][1])
    with_swatches(player, RED)
    player.press("Shift+1")
    assert player.color("Coat") == tuple(one * 257 for one in RED)


def test_the_screen_shows_the_new_colour_before_the_document_has_it(player: Player) -> None:
    player.wait_for_preview()
    player.press("2")
    before = player.layer
    place = player.editor.window.canvas.viewport.to_view(SIDE * 0.35, SIDE * 0.97)
    player.press("Shift+Q")
    assert player.layer is before and player.mode.preview.is_shown
    shot = player.editor.window.canvas.grab().toImage()
    shown = shot.pixelColor(int(place[0]), int(place[1]))
    wanted = player.color("Coat")
    for one, other in zip((shown.red(), shown.green(), shown.blue()), wanted, strict=True):
        assert abs(one - other) <= 1


def test_the_preview_equals_the_painted_picture(player: Player) -> None:
    player.wait_for_preview()
    player.press("2", "Shift+Q", "8", "Shift+Q", "W", "5", "Shift+W")
    preview = player.editor.window.canvas.grab().toImage()
    player.settle()
    player.mode.preview._drop_base()
    player.mode.marks.hide_for_change()
    painted_picture = player.editor.window.canvas.grab().toImage()
    first, second = (_array(one) for one in (preview, painted_picture))
    assert np.abs(first.astype(int) - second).max() <= 2


def _array(image) -> np.ndarray:
    image = image.convertToFormat(image.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8)
    # the strip shows other keys as held; only the picture above it counts
    return rows.reshape(image.height(), -1, 4)[: image.height() - 110, :, :3].copy()
