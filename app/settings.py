"""What is remembered between runs, written at once when something changes.

Preferences are one readable file that people may edit and carry along; what only this window needs
(recent files, the places of panels) lies in another beside it.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

MOST_RECENT = 8
STATE = frozenset({"recent", "window", "docks", "tool_options"})
"""Values that are no preferences."""


def config_directory() -> Path:
    """Where settings lie on this system."""
    if sys.platform == "win32":
        base = os.environ.get("APPDATA") or str(Path.home())
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Application Support")
    else:
        base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "unflatten"


def data_directory() -> Path:
    """Where logs and unsaved work lie on this system."""
    if sys.platform in ("win32", "darwin"):
        return config_directory()
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "unflatten"


class Settings(QObject):
    """Values by name. path: of the preferences; None: nothing is read or written, for tests."""

    changed = Signal(str)
    """the name of the value"""

    def __init__(self, path: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._state_path = None if path is None else path.with_name("state.json")
        self._values: dict[str, Any] = _read(self._state_path) | _read(path)

    def get(self, name: str, default: Any) -> Any:
        """The value, or `default` when it is missing or of another type."""
        value = self._values.get(name, default)
        return value if default is None or isinstance(value, type(default)) else default

    def set(self, name: str, value: Any) -> None:
        """The one door for changes. value: anything JSON can hold."""
        if self._values.get(name) != value:
            self._values[name] = value
            self._write(is_state=name in STATE)
            self.changed.emit(name)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files opened lately that still exist, newest first."""
        names = [name for name in self.get("recent", []) if isinstance(name, str)]
        return tuple(path for path in map(Path, names) if path.is_file())

    def add_recent(self, path: Path) -> None:
        others = [name for name in self.get("recent", []) if name != str(path)]
        self.set("recent", [str(path), *others][:MOST_RECENT])

    def clear_recent(self) -> None:
        self.set("recent", [])

    def _write(self, *, is_state: bool) -> None:
        path = self._state_path if is_state else self._path
        if path is None:
            return
        values = {name: one for name, one in self._values.items() if (name in STATE) == is_state}
        temporary: Path | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, made = tempfile.mkstemp(dir=path.parent, prefix="settings-")
            temporary = Path(made)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(values, file, indent=2, ensure_ascii=False, sort_keys=True)
            temporary.replace(path)
        except OSError:
            # a full or read-only disk must not stop the artist; the value holds for now
            if temporary is not None:
                temporary.unlink(missing_ok=True)


def _read(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return dict(values) if isinstance(values, Mapping) else {}
