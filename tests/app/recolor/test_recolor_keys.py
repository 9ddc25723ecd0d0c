"""The key table and what presses mean on keyboards of several countries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.commands.key_places import load_key_places
from app.commands.recolor_keys import KeyReader, legend, load_key_table, shadowed
from app.panels.recolor.act_titles import GROUPS, TITLES
from app.panels.recolor.key_picture import SHORT, TINTS
from app.resource_files import resource
from engine.recolor.nudging import STEPS, Axis, Step

TABLE, PLACES = load_key_table(), load_key_places("linux")
READER = KeyReader(TABLE, PLACES)
CODES = {name: code for code, name in PLACES.codes.items()}
M = Qt.KeyboardModifier


def read(
    key: int, modifiers: M = M.NoModifier, text: str = "", code: int = 0, alt_gr: bool = False
) -> tuple[str, int] | None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, code, 0, 0, text)
    press = READER.read(event, has_alt_gr=alt_gr)
    return None if press is None else (press.binding.act, press.number)


def test_the_table_has_a_name_for_every_act_and_no_key_twice() -> None:
    acts = {binding.act for binding in TABLE.bindings}
    assert acts == TITLES.keys()
    assert {binding.group for binding in TABLE.bindings} == GROUPS.keys() == TINTS.keys()
    assert SHORT.keys() <= acts
    keys = [key for binding in TABLE.bindings for key in binding.keys]
    assert len(keys) == len(set(keys)) == 110


def test_a_key_taken_twice_is_refused(tmp_path: Path) -> None:
    twice = load_key_table()
    doubled = type(twice)((*twice.bindings, twice.bindings[0]), twice.steps, twice.leaving)
    with pytest.raises(ValueError, match="taken twice"):
        KeyReader(doubled, PLACES)


def test_no_key_of_the_mode_is_one_that_must_go_through() -> None:
    keys = {key for binding in TABLE.bindings for key in binding.keys}
    through = {"Space", "Z", "R", "Ctrl+0", "Ctrl+1", "Ctrl+S", "F6", "F11", "Ctrl+Shift+P"}
    assert not keys & (through | set(TABLE.leaving))
    assert not [key for key in keys if key.startswith("Alt+") and key[4:].isalpha()
                and len(key) == 5]  # fmt: skip


def test_the_steps_of_the_table_are_those_that_the_engine_takes() -> None:
    names = {Axis.LIGHTNESS: "L", Axis.CHROMA: "C", Axis.HUE: "H"}
    sizes = {Step.TAP: "normal", Step.COARSE: "coarse", Step.FINE: "fine"}
    for axis, letter in names.items():
        for step, size in sizes.items():
            assert TABLE.steps[size][letter] == STEPS[axis][step]


def test_positions_hold_on_every_keyboard() -> None:
    # French: the key of the US W types z; German: the key of the US Y types z.
    assert read(Qt.Key.Key_Z, text="z", code=CODES["W"]) == ("color.lighter", 0)
    assert read(Qt.Key.Key_A, text="a", code=CODES["Q"]) == ("color.hue_up", 0)
    assert read(Qt.Key.Key_Ampersand, text="&", code=CODES["1"]) == ("focus.digit", 0)
    shift = M.ShiftModifier
    assert read(Qt.Key.Key_1, shift, "1", CODES["1"]) == ("color.swatch", 0)
    assert read(Qt.Key.Key_Udiaeresis, text="ü", code=CODES["["]) == ("focus.previous", 0)
    assert read(Qt.Key.Key_NumberSign, text="#", code=CODES["\\"]) == ("compare.original", 0)


def test_characters_follow_the_keyboard() -> None:
    # Swiss German: Y lies where a US keyboard has Z.
    assert read(Qt.Key.Key_Y, text="y", code=CODES["Z"]) == ("compare.split", 0)
    assert read(Qt.Key.Key_Question, M.ShiftModifier, "?", CODES["-"]) == ("mode.keys", 0)
    assert read(Qt.Key.Key_R, M.ShiftModifier, "R", CODES["R"]) == ("mode.toggle", 0)
    assert read(Qt.Key.Key_Backtab, M.ShiftModifier) == ("bank.previous", 0)
    # AltGr and the key of 3 is # in France: no digit.
    assert read(Qt.Key.Key_NumberSign, text="#", code=CODES["3"], alt_gr=True) == ("type.hex", 0)


def test_letters_that_cannot_be_typed_are_found_by_their_place() -> None:
    assert read(0x0410, text="а", code=CODES["F"]) == ("frame.slot", 0)
    assert read(0x0419, text="й", code=CODES["Q"]) == ("color.hue_up", 0)


def test_the_keypad_has_digits_too() -> None:
    assert read(Qt.Key.Key_7, M.KeypadModifier, "7", 79) == ("focus.digit", 6)
    assert read(Qt.Key.Key_Enter, M.KeypadModifier, "\r", 104) == ("type.value", 0)


def test_other_modifiers_mean_other_acts_or_nothing() -> None:
    assert read(Qt.Key.Key_W, M.ControlModifier, "", CODES["W"]) is None
    assert read(Qt.Key.Key_S, M.ControlModifier, "", CODES["S"]) is None
    assert read(Qt.Key.Key_W, M.ShiftModifier, "W", CODES["W"]) == ("coarse.lighter", 0)
    assert read(Qt.Key.Key_3, M.AltModifier, "3", CODES["3"]) == ("variant.digit", 2)


def test_what_a_keyboard_cannot_reach_is_known() -> None:
    def lost(locale: str) -> list[str]:
        return [key for _, key in shadowed(TABLE, PLACES.legends(locale))]

    assert lost("de") == ["#"]
    assert lost("en_US") == ["#"]
    assert lost("fr_FR") == []


def test_legends_are_those_of_the_keyboard() -> None:
    french = PLACES.legends("fr_FR")
    assert legend(TABLE.of("color.lighter"), "W", french) == ("Z",)
    assert legend(TABLE.of("coarse.hue_up"), "Shift+Q", french) == ("⇧", "A")
    assert legend(TABLE.of("harmony.open"), "H", french) == ("H",)
    assert legend(TABLE.of("slot.move_up"), "Ctrl+]", PLACES.legends("de")) == ("Ctrl", "+")
    assert PLACES.legends("xx") == PLACES.legends("en_US")


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_every_place_has_one_code_on_every_system(system: str) -> None:
    places = load_key_places(system)
    assert sorted(places.codes.values()) == sorted("".join(places.rows))
    data = json.loads(resource("key_places.json").read_text(encoding="utf-8"))
    for printed in data["layouts"].values():
        assert list(map(len, printed)) == [len(row) for row in places.rows]
