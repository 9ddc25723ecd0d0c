"""The keys of the recolour mode: a table of data, and which act a key press means.

Keys bound by their place win over keys bound by their character, so that the block of six under
the left hand stays where it is on every keyboard; what is lost by that is found by `shadowed`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.commands.key_places import KeyPlaces
from app.resource_files import resource

_M = Qt.KeyboardModifier
_COUNTED = {
    _M.ControlModifier: "Ctrl",
    _M.ShiftModifier: "Shift",
    _M.AltModifier: "Alt",
    _M.MetaModifier: "Meta",
}
_SHIFTED = dict(zip('!@#$%^&*()_+{}|:"<>?~', "1234567890-=[]\\;',./`", strict=True))
"""What Shift makes of signs on a US keyboard, for presses that come without a scan code."""
_NAMES = {"Esc": "Escape", "PgDown": "PageDown", "PgUp": "PageUp"}


class Hold(StrEnum):
    """What happens while the key stays down."""

    TAP = "tap"
    REPEAT = "repeat"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Chord:
    """One key with its modifiers. name: the US name of its place, or what it types."""

    name: str
    modifiers: frozenset[str]

    @property
    def is_sign(self) -> bool:
        """Whether it is a sign that needs other modifiers on other keyboards."""
        return len(self.name) == 1 and not self.name.isalnum() and not self.modifiers


@dataclass(frozen=True, slots=True)
class Binding:
    """The keys of one act. number: the first key is 0, acts like “slot 3” are told by it."""

    act: str
    group: str
    keys: tuple[str, ...]
    is_by_place: bool
    is_of_app: bool
    hold: Hold
    anchor: str
    clash: str

    @property
    def chords(self) -> tuple[Chord, ...]:
        return tuple(map(chord_of, self.keys))


@dataclass(frozen=True, slots=True)
class KeyTable:
    """bindings: in the order of the table. steps: size name -> coordinate -> amount.

    leaving: letters of tools that end the mode.
    """

    bindings: tuple[Binding, ...]
    steps: Mapping[str, Mapping[str, float]]
    leaving: tuple[str, ...]

    def of(self, act: str) -> Binding:
        """The binding of an act; KeyError when there is none."""
        for binding in self.bindings:
            if binding.act == act:
                return binding
        raise KeyError(act)


@dataclass(frozen=True, slots=True)
class Press:
    """What a key press means. number: which of the binding's keys it was."""

    binding: Binding
    number: int


def load_key_table() -> KeyTable:
    """The table of `resources/recolor_keymap.json`."""
    data = json.loads(resource("recolor_keymap.json").read_text(encoding="utf-8"))
    bindings = tuple(
        Binding(
            act=row["act"],
            group=row["group"],
            keys=tuple(row["keys"]),
            is_by_place=row["bind"] == "position",
            is_of_app=row["scope"] == "app",
            hold=Hold(row["press"]),
            anchor=row["anchor"],
            clash=row["clash"],
        )
        for row in data["bindings"]
    )
    return KeyTable(bindings, data["steps"], tuple(data["leaving"]))


def chord_of(key: str) -> Chord:
    """The chord that a key of the table is: modifiers joined by plus signs, then the key."""
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    return Chord(name, frozenset(modifiers))


class KeyReader:
    """Finds the binding of a key event. places: the keyboard's; AltGr is told by the caller."""

    def __init__(self, table: KeyTable, places: KeyPlaces) -> None:
        self._places = places
        self._by_place: dict[Chord, Press] = {}
        self._by_character: dict[Chord, Press] = {}
        for binding in table.bindings:
            found = self._by_place if binding.is_by_place else self._by_character
            for number, chord in enumerate(binding.chords):
                if chord in found:
                    raise ValueError(f"{binding.keys[number]} is taken twice")
                found[chord] = Press(binding, number)

    def read(self, event: QKeyEvent, *, has_alt_gr: bool = False) -> Press | None:
        """What this press means in the mode; None when it is no key of it."""
        modifiers = modifiers_of(event)
        if not has_alt_gr:
            place = self.place(event)
            found = self._by_place.get(Chord(place, modifiers)) if place else None
            if found is not None:
                return found
        return self._by_typing(event, modifiers)

    def place(self, event: QKeyEvent) -> str:
        """The US name of the pressed key's place; digits of the keypad count as digits."""
        key = event.key()
        is_digit = Qt.Key.Key_0 <= key <= Qt.Key.Key_9
        if is_digit and event.modifiers() & _M.KeypadModifier:
            return chr(key)
        known = self._places.codes.get(event.nativeScanCode())
        if known is not None:
            return known
        if event.nativeScanCode() == 0 and 0x20 < key < 0x7F:
            return _SHIFTED.get(chr(key), chr(key))
        return ""

    def _by_typing(self, event: QKeyEvent, modifiers: frozenset[str]) -> Press | None:
        name = _typed(event)
        found = self._by_character.get(Chord(name, modifiers))
        if found is not None:
            return found
        text = event.text()
        if text and modifiers <= {"Shift", "Ctrl", "Alt"}:
            sign = Chord(text, frozenset())
            if sign.is_sign and sign in self._by_character:
                return self._by_character[sign]
        if len(name) == 1 and name.isalpha() and not name.isascii():
            # no letter of the table can be typed here: it is the one at this place
            return self._by_character.get(Chord(self.place(event), modifiers))
        return None


def modifiers_of(event: QKeyEvent) -> frozenset[str]:
    """The modifiers that count, by name; Backtab is Tab with Shift."""
    held = event.modifiers()
    return frozenset(name for one, name in _COUNTED.items() if held & one)


def _typed(event: QKeyEvent) -> str:
    """The key by its name in the table: a letter in upper case, or Tab, Left, PgDown, …"""
    key = event.key()
    if key == Qt.Key.Key_Backtab:
        return "Tab"
    if key == Qt.Key.Key_Enter:
        return "Return"
    if 0x20 < key < 0x1000000:
        return chr(key)
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def shadowed(table: KeyTable, legends: Mapping[str, str]) -> tuple[tuple[Binding, str], ...]:
    """Keys bound by character that this keyboard cannot reach, because their place is bound.

    legends: US name -> what is printed there. Signs under Shift are only known for US keyboards.
    """
    taken = {chord for one in table.bindings if one.is_by_place for chord in one.chords}
    printed = {legend: name for name, legend in legends.items()}
    is_plain = all(name == legend for name, legend in legends.items())
    lost = []
    for binding in table.bindings:
        if binding.is_by_place:
            continue
        for key, chord in zip(binding.keys, binding.chords, strict=True):
            place, modifiers = printed.get(chord.name, ""), chord.modifiers
            if not place and is_plain and chord.name in _SHIFTED:
                place, modifiers = _SHIFTED[chord.name], modifiers | {"Shift"}
            if Chord(place, modifiers) in taken:
                lost.append((binding, key))
    return tuple(lost)


def legend(binding: Binding, key: str, legends: Mapping[str, str]) -> tuple[str, ...]:
    """The caps to draw for a key: its modifiers and what is printed on it here."""
    chord = chord_of(key)
    name = legends.get(chord.name, chord.name) if binding.is_by_place else chord.name
    ordered = [one for one in ("Ctrl", "Alt", "Shift", "Meta") if one in chord.modifiers]
    return tuple(_native(one) for one in (*ordered, name))


def legends_of(bindings: Iterable[Binding], legends: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The caps of the first key of each binding."""
    return [legend(one, one.keys[0], legends) for one in bindings]


def _native(name: str) -> str:
    """Arrow keys as arrows, the others as this system writes them."""
    arrows = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Shift": "⇧", "Return": "Enter"}
    return arrows.get(name, name)
