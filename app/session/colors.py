"""The two colours that artists paint with."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

Rgb = tuple[int, int, int]
"""Red, green, blue, 0..255, in the document's own profile."""

BLACK, WHITE = (0, 0, 0), (255, 255, 255)


class Colors(QObject):
    """Foreground and background colour, the same for all tools and documents."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._foreground: Rgb = BLACK
        self._background: Rgb = WHITE

    @property
    def foreground(self) -> Rgb:
        return self._foreground

    @property
    def background(self) -> Rgb:
        return self._background

    def set_foreground(self, color: Rgb) -> None:
        self._set(color, self._background)

    def set_background(self, color: Rgb) -> None:
        self._set(self._foreground, color)

    def swap(self) -> None:
        self._set(self._background, self._foreground)

    def reset(self) -> None:
        """Black on white."""
        self._set(BLACK, WHITE)

    def _set(self, foreground: Rgb, background: Rgb) -> None:
        if (foreground, background) != (self._foreground, self._background):
            self._foreground, self._background = foreground, background
            self.changed.emit()


def in_depth(color: Rgb, depth: int) -> Rgb:
    """The colour in a document's depth: 0..255 or 0..65535."""
    if depth == 8:
        return color
    red, green, blue = color
    return red * 257, green * 257, blue * 257


def from_depth(color: Rgb, depth: int) -> Rgb:
    """A colour of a document, in 0..255."""
    if depth == 8:
        return color
    red, green, blue = ((channel * 255 + 32767) // 65535 for channel in color)
    return red, green, blue
