"""The swatch bar: colours of a reference, ten at a time under Shift and the digits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.session.colors import Rgb

PAGE = 10


@dataclass(frozen=True, slots=True)
class Swatch:
    """color: red, green, blue 0..255. name: empty when it has none."""

    color: Rgb
    name: str = ""


class Swatches(QObject):
    """Colours to give to slots, with the name of where they are from. Lives on the GUI thread."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._title = ""
        self._all: tuple[Swatch, ...] = ()
        self._page = 0

    @property
    def title(self) -> str:
        return self._title

    @property
    def all(self) -> tuple[Swatch, ...]:
        return self._all

    @property
    def page(self) -> int:
        return self._page

    @property
    def pages(self) -> int:
        return max(1, -(-len(self._all) // PAGE))

    @property
    def shown(self) -> tuple[Swatch, ...]:
        """Those that the digits reach."""
        return self._all[self._page * PAGE : (self._page + 1) * PAGE]

    def set(self, title: str, swatches: Sequence[Swatch]) -> None:
        """Other colours, from their first page."""
        self._title, self._all, self._page = title, tuple(swatches), 0
        self.changed.emit()

    def set_page(self, page: int) -> None:
        """Charts in the order of the slots turn their pages with the banks."""
        page %= self.pages
        if page != self._page:
            self._page = page
            self.changed.emit()

    def swatch(self, number: int) -> Swatch | None:
        """The swatch of a digit, 0 being the first."""
        return self.shown[number] if number < len(self.shown) else None
