"""Keys of the recolour mode, taken before any shortcut while the canvas or the slots have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.commands.recolor_keys import Hold, KeyReader, Press

_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
}


class Acting(Protocol):
    """What the keys ask of the mode."""

    @property
    def hears_keys(self) -> bool: ...

    def can(self, act: str, number: int) -> bool:
        """Whether the act is one of the mode's own and means something now."""

    def run(self, act: str, number: int, repeats: int) -> None:
        """repeats: how often the held key has repeated, 0 for the press itself."""

    def release(self, act: str) -> None:
        """The key of an act was let go, or will never be heard to come up."""

    def other_key(self, event: QKeyEvent) -> None:
        """A key that means nothing in the mode is on its way to someone else."""


class ModeKeys(QObject):
    """An event filter on the widgets whose focus hears the mode's keys.

    A key is claimed as a shortcut override, so neither menus nor focus travel see it; everything
    held is let go when the focus leaves, for its release will not come here.
    """

    def __init__(
        self,
        reader: KeyReader,
        acting: Acting,
        hearers: Iterable[QWidget],
        learn: Callable[[QKeyEvent], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reader, self._acting, self._learn = reader, acting, learn
        self._held: dict[tuple[int, int], Press] = {}
        self._repeats: dict[tuple[int, int], int] = {}
        self._has_alt_gr = False
        for widget in hearers:
            widget.installEventFilter(self)

    @property
    def held(self) -> frozenset[str]:
        """Acts whose keys are down."""
        return frozenset(press.binding.act for press in self._held.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self.release_all()
        elif isinstance(event, QKeyEvent) and self._acting.hears_keys:
            if kind == QEvent.Type.ShortcutOverride:
                return self._on_override(event)
            if kind == QEvent.Type.KeyPress:
                return self._on_press(event)
            if kind == QEvent.Type.KeyRelease:
                return self._on_release(event)
        return False

    def release_all(self) -> None:
        """As if all keys came up."""
        held, self._held = self._held, {}
        self._repeats.clear()
        self._has_alt_gr = False
        for press in held.values():
            self._let_go(press)

    def _meant(self, event: QKeyEvent) -> Press | None:
        """What the key means now; else a key of the mode that means nothing yet, which nobody else
        shall have: no letter of it may choose a tool."""
        found = self._reader.read(event, has_alt_gr=self._has_alt_gr)
        # A place that means nothing now leaves the key to what it types: # beside an empty
        # swatch, say.
        typed = self._reader.read(event, has_alt_gr=True)
        for press in (found, typed):
            if press is not None and self._acting.can(press.binding.act, press.number):
                return press
        return found if found is not None and not found.binding.is_of_app else None

    def _on_override(self, event: QKeyEvent) -> bool:
        if self._meant(event) is None:
            if event.key() not in _MODIFIERS:
                self._acting.other_key(event)
            return False
        event.accept()
        return True

    def _on_press(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_AltGr:
            self._has_alt_gr = True
        if not event.isAutoRepeat():
            self._learn(event)
        key = _key_of(event)
        held = self._held.get(key)
        press = held if held is not None and event.isAutoRepeat() else self._meant(event)
        if press is None:
            return False
        if not event.isAutoRepeat():
            self._held[key] = press
            self._repeats[key] = 0
            self._run(press, 0)
        elif press.binding.hold is Hold.REPEAT:
            self._repeats[key] = self._repeats.get(key, 0) + 1
            self._run(press, self._repeats[key])
        return True

    def _run(self, press: Press, repeats: int) -> None:
        if self._acting.can(press.binding.act, press.number):
            self._acting.run(press.binding.act, press.number, repeats)

    def _on_release(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_AltGr:
            self._has_alt_gr = False
        press = self._held.get(_key_of(event))
        if press is None:
            return False
        if not event.isAutoRepeat():
            del self._held[_key_of(event)]
            self._let_go(press)
        return True

    def _let_go(self, press: Press) -> None:
        self._acting.release(press.binding.act)


def _key_of(event: QKeyEvent) -> tuple[int, int]:
    """The same for the press and the release of a key, whatever modifiers come and go between."""
    code = event.nativeScanCode()
    return (code, 0) if code else (0, event.key())
