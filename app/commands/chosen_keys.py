"""The keys as the artist wants them: a preset and what was changed on it, kept in the settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.commands.command import Command, Context
from app.commands.keymap import (
    PRESETS,
    STANDARD,
    Keymap,
    can_be_chosen,
    changed,
    load_keymap,
    normal_key,
    owner_of,
)
from app.commands.registry import Registry
from app.settings import Settings

PRESET, CHANGES = "keys_preset", "keys"


class ChosenKeys(QObject):
    """Follows the settings; every change is stored sparsely and works at once."""

    def __init__(self, registry: Registry, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._registry, self._settings = registry, settings
        settings.changed.connect(self._on_setting)
        self._apply()

    @property
    def preset(self) -> str:
        """Name of the preset, one of `PRESETS`."""
        stored = self._settings.get(PRESET, STANDARD)
        return stored if stored in PRESETS else STANDARD

    def set_preset(self, preset: str) -> None:
        self._settings.set(PRESET, preset)

    def preset_keys(self, command_id: str) -> tuple[str, ...]:
        return load_keymap(self.preset)[command_id]

    def is_changed(self, command_id: str) -> bool:
        keys = tuple(map(normal_key, self._registry.keymap[command_id]))
        return keys != tuple(map(normal_key, self.preset_keys(command_id)))

    def taken_by(self, key: str, command: Command) -> Command | None:
        """Another command that hears this key where `command` would."""
        others = [one for one in self._registry.commands if one.id != command.id]
        return owner_of(key, others, self._registry.keymap, command.context)

    def can_have(self, key: str, command: Command) -> bool:
        is_held = command.context is Context.HELD
        return not is_held and can_be_chosen(key) and self.taken_by(key, command) is None

    def set_keys(self, command_id: str, keys: Sequence[str]) -> None:
        """Give a command these keys. ValueError when another command has one of them."""
        command = next(one for one in self._registry.commands if one.id == command_id)
        for key in keys:
            if not self.can_have(key, command):
                raise ValueError(f"{key} cannot be given to {command_id}")
        changes = dict(self._settings.get(CHANGES, {}))
        wanted = [normal_key(key) for key in keys]
        if wanted == [normal_key(key) for key in self.preset_keys(command_id)]:
            changes.pop(command_id, None)
        else:
            changes[command_id] = wanted
        self._settings.set(CHANGES, changes)

    def reset(self, command_id: str) -> Command | None:
        """Back to the preset's keys; the command that has one of them now, when that fails."""
        command = next(one for one in self._registry.commands if one.id == command_id)
        for key in self.preset_keys(command_id):
            other = self.taken_by(key, command)
            if other is not None:
                return other
        changes = dict(self._settings.get(CHANGES, {}))
        changes.pop(command_id, None)
        self._settings.set(CHANGES, changes)
        return None

    def reset_all(self) -> None:
        self._settings.set(CHANGES, {})

    def _on_setting(self, name: str) -> None:
        if name in (PRESET, CHANGES):
            self._apply()

    def _apply(self) -> None:
        keymap: Keymap = changed(
            self._registry.commands, load_keymap(self.preset), self._settings.get(CHANGES, {})
        )
        if keymap != self._registry.keymap:
            self._registry.set_keymap(keymap)
