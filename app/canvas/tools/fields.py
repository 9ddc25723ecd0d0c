"""What artists can set about a tool: described by the tools, shown in the options row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Signal

from app.settings import Settings

STORED = "tool_options"


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit; `fine` ones have a digit after the point."""

    name: str
    title: str
    low: float
    high: float
    default: float
    unit: str = ""
    fine: bool = False
    is_kept: bool = True
    """Remembered for the next run, unlike the numbers of one transform."""


@dataclass(frozen=True, slots=True)
class Switch:
    name: str
    title: str
    default: bool
    icon: str = ""
    """With an icon it is a button, else a box to tick."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several. choices: (value, title, icon); without icons it is a list to drop down."""

    name: str
    title: str
    choices: tuple[tuple[str, str, str], ...]
    default: str
    is_kept: bool = True
    """Remembered for the next run."""


@dataclass(frozen=True, slots=True)
class Act:
    """A button that runs a command or a key of the tool itself.

    is_small: its icon says it all, the title is in its tip.
    """

    name: str
    title: str
    icon: str = ""
    is_small: bool = False


Field: TypeAlias = Number | Switch | Choice | Act


class Options(QObject):
    """Values of all tools, "brush.size" and so on, remembered between runs."""

    changed = Signal(str)
    """the name of the value"""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._fields: dict[str, Number | Switch | Choice] = {}
        self._values: dict[str, Any] = {}

    def declare(self, tool: str, fields: Iterable[Field]) -> None:
        """Make a tool's values known, as they were in the last run or as they are given."""
        stored = self._settings.get(STORED, {})
        for field in fields:
            if isinstance(field, Act):
                continue
            name = f"{tool}.{field.name}"
            self._fields[name] = field
            self._values[name] = _valid(field, stored.get(name), field.default)

    def number(self, name: str) -> float:
        return float(self._values[name])

    def switch(self, name: str) -> bool:
        return bool(self._values[name])

    def choice(self, name: str) -> str:
        return str(self._values[name])

    def set(self, name: str, value: Any) -> None:
        """Numbers are kept inside their limits; values that make no sense are ignored."""
        field = self._fields[name]
        value = _valid(field, value, self._values[name])
        if value != self._values[name]:
            self._values[name] = value
            if isinstance(field, Switch) or field.is_kept:
                stored = dict(self._settings.get(STORED, {}))
                stored[name] = value
                self._settings.set(STORED, stored)
            self.changed.emit(name)


def _valid(field: Number | Switch | Choice, value: Any, otherwise: Any) -> Any:
    if isinstance(field, Number):
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return otherwise
        return min(max(float(value), field.low), field.high)
    if isinstance(field, Switch):
        return value if isinstance(value, bool) else otherwise
    return value if value in [choice[0] for choice in field.choices] else otherwise
