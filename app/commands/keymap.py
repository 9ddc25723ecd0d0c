"""Keys by command: Photoshop's in `resources/keymap.json`, what others do differently beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from app.commands.command import OVERLAPS, Command, Context
from app.resource_files import resource

PRESETS = {
    "photoshop": "Photoshop",
    "clip-studio": "Clip Studio",
    "krita": "Krita",
    "gimp": "GIMP",
}
"""Programs whose keys one may be used to, by the names of their files."""
STANDARD = "photoshop"

Keymap = Mapping[str, Sequence[str]]
"""Command id -> keys, the one that is shown first."""

_OTHERS_NEED = {
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
}
"""Lists, fields, buttons and the canvas cannot do without these, alone or with Shift."""


def load_keymap(preset: str = STANDARD) -> dict[str, tuple[str, ...]]:
    """The keys of a preset: Photoshop's with what the other program does differently."""
    keymap = _read("keymap.json")
    others = {} if preset == STANDARD else _read(f"keymaps/{preset}.json")
    return {command: others.get(command, keys) for command, keys in keymap.items()}


def check_keys(commands: Iterable[Command], keymap: Keymap) -> None:
    """ValueError for a command without an entry, an entry without a command, a key taken twice.

    Qt lets neither of two commands on one key fire, and only prints a line about it.
    """
    commands = tuple(commands)
    known = {command.id for command in commands}
    if len(known) != len(commands):
        raise ValueError("two commands have the same id")
    if known != keymap.keys():
        raise ValueError(f"commands and key map differ: {sorted(known ^ keymap.keys())}")
    taken: list[tuple[str, Command]] = []
    for command in commands:
        for key in keymap[command.id]:
            normal = normal_key(key)
            if not normal:
                raise ValueError(f"{command.id}: {key} is no key")
            for other_key, other in taken:
                if other_key == normal and other.context in OVERLAPS[command.context]:
                    raise ValueError(f"{normal} is taken by {other.id} and {command.id}")
            taken.append((normal, command))


def owner_of(
    key: str, commands: Iterable[Command], keymap: Keymap, context: Context
) -> Command | None:
    """The command that hears this key where `context` hears it too."""
    normal = normal_key(key)
    for command in commands:
        has_key = normal in map(normal_key, keymap[command.id])
        if has_key and command.context in OVERLAPS[context]:
            return command
    return None


def changed(
    commands: Iterable[Command], keymap: Keymap, changes: Mapping[str, Any]
) -> dict[str, tuple[str, ...]]:
    """The keys with an artist's changes. A change that no longer fits is left out.

    changes: as they come from a file that people may edit, so anything may be in it.
    """
    commands = tuple(commands)
    made = {name: tuple(keys) for name, keys in keymap.items()}
    for name, keys in changes.items():
        if name not in made or not isinstance(keys, list):
            continue
        if not all(isinstance(key, str) and can_be_chosen(key) for key in keys):
            continue
        wanted = made | {name: tuple(normal_key(key) for key in keys)}
        try:
            check_keys(commands, wanted)
        except ValueError:
            continue
        made = wanted
    return made


def normal_key(key: str) -> str:
    """One spelling for one key, empty when it is none."""
    return QKeySequence(key).toString()


def can_be_chosen(key: str) -> bool:
    """Whether a command may have this key: one press, and none that lists and fields live on."""
    press = _press(key)
    if press is None or press.key() == Qt.Key.Key_unknown:
        return False
    modifiers = press.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return modifiers != Qt.KeyboardModifier.NoModifier or press.key() not in _OTHERS_NEED


def is_plain(key: str) -> bool:
    """Whether the key writes something, so that it must not be heard all over the window."""
    press = _press(key)
    plain = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return (
        press is not None and press.keyboardModifiers() in plain and press.key() < Qt.Key.Key_Escape
    )


def _press(key: str) -> QKeyCombination | None:
    """The one press that the key is made of."""
    sequence = QKeySequence(key)
    if sequence.count() != 1:
        return None
    first: QKeyCombination = sequence[0]  # type: ignore[index]
    return first


def shown_key(keys: Iterable[str]) -> str:
    """The first key, as this system writes it."""
    first = next(iter(keys), "")
    return QKeySequence(first).toString(QKeySequence.SequenceFormat.NativeText)


def _read(name: str) -> dict[str, tuple[str, ...]]:
    data = json.loads(resource(name).read_text(encoding="utf-8"))
    return {command: tuple(keys) for command, keys in data["keys"].items()}
