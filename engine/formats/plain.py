"""Values out of JSON that somebody else may have written: every access says what it expects."""

from __future__ import annotations

import math
from collections.abc import Iterator


class PlainValues:
    """A JSON object or list. Everything missing or of another kind raises ValueError."""

    def __init__(self, value: object) -> None:
        if not isinstance(value, dict | list):
            raise ValueError(f"expected an object or a list, not {value!r:.40}")
        self._value: dict[str, object] | list[object] = value

    def has(self, key: str) -> bool:
        """Whether the key is there and not null."""
        return isinstance(self._value, dict) and self._value.get(key) is not None

    @property
    def keys(self) -> tuple[str, ...]:
        if not isinstance(self._value, dict):
            raise ValueError("expected an object")
        return tuple(self._value)

    @property
    def whole(self) -> dict[str, object]:
        """The whole object as it is; the caller checks what is in it."""
        if not isinstance(self._value, dict):
            raise ValueError("expected an object")
        return dict(self._value)

    @property
    def length(self) -> int:
        return len(self._value)

    def part(self, key: str | int) -> PlainValues:
        """The object or list at `key`."""
        return PlainValues(self._get(key))

    def parts(self, key: str) -> Iterator[PlainValues]:
        """The objects or lists in the list at `key`."""
        found = self._get(key)
        if not isinstance(found, list):
            raise ValueError(f"{key} is not a list")
        return (PlainValues(value) for value in found)

    def flags(self) -> tuple[bool, ...]:
        """A list of truth values."""
        if not isinstance(self._value, list) or not all(isinstance(v, bool) for v in self._value):
            raise ValueError("expected a list of true and false")
        return tuple(bool(value) for value in self._value)

    def value(self, key: str | int) -> object:
        """Whatever lies at `key`."""
        return self._get(key)

    def text(self, key: str | int, default: str | None = None) -> str:
        found = self._get(key, default)
        if not isinstance(found, str):
            raise ValueError(f"{key} is not a text")
        return found

    def flag(self, key: str, default: bool) -> bool:
        found = self._get(key, default)
        if not isinstance(found, bool):
            raise ValueError(f"{key} is not true or false")
        return found

    def integer(
        self,
        key: str | int,
        default: int | None = None,
        *,
        low: int = -(1 << 31),
        high: int = (1 << 53),
    ) -> int:
        found = self._get(key, default)
        if not isinstance(found, int) or isinstance(found, bool) or not low <= found <= high:
            raise ValueError(f"{key} is not a whole number from {low} to {high}")
        return found

    def number(
        self, key: str | int, default: float | None = None, *, low: float, high: float
    ) -> float:
        found = self._get(key, default)
        if (
            not isinstance(found, int | float)
            or isinstance(found, bool)
            or not math.isfinite(found)
            or not low <= found <= high
        ):
            raise ValueError(f"{key} is not a number from {low} to {high}")
        return float(found)

    def color(self, key: str | int, largest: int) -> tuple[int, int, int]:
        """Three whole numbers 0..largest."""
        values = self.part(key)
        red, green, blue = (values.integer(index, low=0, high=largest) for index in range(3))
        return red, green, blue

    def _get(self, key: str | int, default: object = None) -> object:
        if isinstance(self._value, dict):
            found = self._value.get(str(key)) if isinstance(key, str) else None
        else:
            found = (
                self._value[key] if isinstance(key, int) and 0 <= key < len(self._value) else None
            )
        if found is None:
            found = default
        if found is None:
            raise ValueError(f"{key} is missing")
        return found
