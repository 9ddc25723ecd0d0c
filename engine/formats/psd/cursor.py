"""A place in the bytes of a PSD file."""

from __future__ import annotations

import struct

from engine.formats.psd.kernels import Bytes


class Cursor:
    """A place in bytes that never runs past `end`: reading there raises ValueError."""

    def __init__(self, data: Bytes, start: int, end: int) -> None:
        self.data = data
        self.at = start
        self.end = min(end, len(data))

    @property
    def left(self) -> int:
        return self.end - self.at

    def take(self, count: int) -> bytes:
        if count < 0 or count > self.left:
            raise ValueError("the data ends too early")
        self.at += count
        return self.data[self.at - count : self.at].tobytes()

    def unpack(self, form: str) -> tuple[int, ...]:
        values = struct.unpack(">" + form, self.take(struct.calcsize(">" + form)))
        return tuple(int(value) for value in values)

    def number(self, form: str) -> int:
        return self.unpack(form)[0]

    def peek(self, count: int) -> bytes:
        return self.data[self.at : min(self.at + count, self.end)].tobytes()

    def part(self, length: int) -> Cursor:
        """The next `length` bytes, or what is left of them; this cursor moves behind them."""
        part = Cursor(self.data, self.at, min(self.at + length, self.end))
        self.at = part.end
        return part

    def rest(self) -> Bytes:
        return self.data[self.at : self.end]

    def pascal(self, align: int) -> bytes:
        """A text of one length byte, padded to a multiple of `align`."""
        length = self.number("B")
        name = self.take(length)
        self.take(min(-(length + 1) % align, self.left))
        return name
