"""Descriptors: the nested key-value form in which Photoshop keeps most of its newer settings.

They become plain values: objects are dicts (their class under "class"), lists are lists, numbers
with a unit are (value, unit), enumerations are their value's name, raw data is bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = (
    "bool | int | float | str | bytes | tuple[float, str] | list[Value] | dict[str, Value] | None"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of an enumeration."""

    kind: bytes
    value: bytes


Written: TypeAlias = bool | int | float | str | bytes | Choice | tuple[float, float, float]
"""What can be written: raw data is bytes, a colour red, green, blue in 0..1."""

_MAX_DEPTH = 32
_MAX_ITEMS = 100_000


def parsed_descriptor(data: bytes) -> Mapping[str, Value]:
    """The descriptor at the start of `data`, which begins with its version (16).

    Raises ValueError when it is damaged or of an unknown form.
    """
    reader = _Reader(data)
    if reader.number("I") != 16:
        raise ValueError("not a descriptor")
    return reader.object(0)


def written_descriptor(values: Mapping[bytes, Written]) -> bytes:
    """A descriptor with its version, padded to four bytes."""
    data = struct.pack(">I", 16) + _object(b"null", values)
    return data + bytes(-len(data) % 4)


def _object(kind: bytes, values: Mapping[bytes, Written]) -> bytes:
    data = struct.pack(">IH", 1, 0) + _key(kind) + struct.pack(">I", len(values))
    return data + b"".join(_key(key) + _written(value) for key, value in values.items())


def _key(key: bytes) -> bytes:
    return struct.pack(">I", 0 if len(key) == 4 else len(key)) + key


def _written(value: Written) -> bytes:
    match value:
        case bool():
            return b"bool" + struct.pack(">?", value)
        case int():
            return b"long" + struct.pack(">i", value)
        case float():
            return b"doub" + struct.pack(">d", value)
        case str():
            text = value + "\0"
            return (
                b"TEXT"
                + struct.pack(">I", len(text.encode("utf-16-be")) // 2)
                + text.encode("utf-16-be")
            )
        case bytes():
            return b"tdta" + struct.pack(">I", len(value)) + value
        case Choice(kind=kind, value=chosen):
            return b"enum" + _key(kind) + _key(chosen)
        case (red, green, blue):
            color = {b"Rd  ": red * 255.0, b"Grn ": green * 255.0, b"Bl  ": blue * 255.0}
            return b"Objc" + _object(b"RGBC", color)


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        if count < 0 or count > len(self._data) - self._at:
            raise ValueError("the descriptor ends too early")
        self._at += count
        return self._data[self._at - count : self._at]

    def number(self, form: str) -> int:
        return int(struct.unpack(">" + form, self.take(struct.calcsize(">" + form)))[0])

    def real(self) -> float:
        return float(struct.unpack(">d", self.take(8))[0])

    def text(self) -> str:
        return self.take(2 * self.number("I")).decode("utf-16-be", "replace").rstrip("\0")

    def key(self) -> str:
        length = self.number("I")
        return self.take(length or 4).decode("latin-1")

    def object(self, depth: int) -> dict[str, Value]:
        self.text()
        found: dict[str, Value] = {"class": self.key()}
        for _ in range(self.count()):
            key = self.key()
            found[key] = self.value(depth + 1)
        return found

    def count(self) -> int:
        count = self.number("I")
        if count > _MAX_ITEMS:
            raise ValueError("too many items")
        return count

    def value(self, depth: int) -> Value:
        if depth > _MAX_DEPTH:
            raise ValueError("the descriptor lies too deep")
        kind = self.take(4)
        if kind in (b"Objc", b"GlbO"):
            return self.object(depth)
        if kind == b"VlLs":
            return [self.value(depth + 1) for _ in range(self.count())]
        if kind == b"doub":
            return self.real()
        if kind == b"UntF":
            unit = self.take(4).decode("latin-1")
            return self.real(), unit
        if kind == b"TEXT":
            return self.text()
        if kind == b"enum":
            self.key()
            return self.key()
        if kind == b"long":
            return self.number("i")
        if kind == b"comp":
            return self.number("q")
        if kind == b"bool":
            return self.number("B") != 0
        if kind in (b"type", b"GlbC"):
            self.text()
            return self.key()
        if kind in (b"alis", b"tdta", b"Pth "):
            return self.take(self.number("I"))
        raise ValueError(f"unknown kind {kind!r}")
