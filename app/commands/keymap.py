"""Keys by command, read from `resources/keymap.json`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from PySide6.QtGui import QKeySequence

from app.commands.command import OVERLAPS, Command
from app.resource_files import resource


def load_keymap() -> dict[str, tuple[str, ...]]:
    """Command id -> keys, the one that is shown first."""
    data = json.loads(resource("keymap.json").read_text(encoding="utf-8"))
    return {name: tuple(keys) for name, keys in data["keys"].items()}


def check_keys(commands: Iterable[Command], keymap: Mapping[str, Iterable[str]]) -> None:
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
            normal = QKeySequence(key).toString()
            if not normal:
                raise ValueError(f"{command.id}: {key} is no key")
            for other_key, other in taken:
                if other_key == normal and other.context in OVERLAPS[command.context]:
                    raise ValueError(f"{normal} is taken by {other.id} and {command.id}")
            taken.append((normal, command))


def shown_key(keys: Iterable[str]) -> str:
    """The first key, as this system writes it."""
    first = next(iter(keys), "")
    return QKeySequence(first).toString(QKeySequence.SequenceFormat.NativeText)
