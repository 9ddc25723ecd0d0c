"""Edits of pixels and selections, worked out beside the GUI thread in the order they were asked."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from app.session.background import Background
from app.session.session import Session
from engine.document.model import Document
from engine.painting.selection import Selection

_log = logging.getLogger(__name__)

State: TypeAlias = tuple[Document, Selection | None]
Step: TypeAlias = Callable[[Document, Selection | None], State]
"""A pure function from document and selection to document and selection. It runs on a thread of its
own and may refuse with a ValueError whose text says why."""


@dataclass(frozen=True, slots=True)
class _Wish:
    label: str
    step: Step
    then: Callable[[], None] | None


@dataclass(frozen=True, slots=True)
class _Outcome:
    wish: _Wish
    before: State
    after: State | None
    refusal: str = ""


class EditQueue(QObject):
    """One undo step for every wish, in order. Lives on the GUI thread.

    A wish is worked out on the document as it is when its turn comes, and once more when that
    changed meanwhile; so nothing an artist does in between is ever lost.
    """

    refused = Signal(str)
    """why an edit did nothing, for people"""
    busy_changed = Signal(bool)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session = session
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        self._waiting: deque[_Wish] = deque()
        self._current: _Wish | None = None
        self._was_busy = False
        session.opened.connect(self.drop)
        session.closed.connect(self.drop)

    @property
    def is_busy(self) -> bool:
        """Whether anything is worked out or waits."""
        return self._current is not None or bool(self._waiting)

    def add(self, label: str, step: Step, *, then: Callable[[], None] | None = None) -> None:
        """Record `step` as one undo step named `label`; `then` is called after that."""
        if self._session.is_open:
            self._waiting.append(_Wish(label, step, then))
            self._go_on()

    def record(self, label: str, step: Step) -> None:
        """The same for a step that takes no time: done at once when nothing waits before it."""
        document = self._session.document
        if self.is_busy or document is None or self._session.is_in_gesture:
            self.add(label, step)
        else:
            self._session.record(label, *step(document, self._session.area))

    def when_free(self, call: Callable[[], None]) -> None:
        """Call now, or after all that was asked for before is done."""
        if self.is_busy:
            self.add("", lambda document, area: (document, area), then=call)
        else:
            call()

    def undo(self) -> None:
        """Take back the last thing asked for: what is still being worked out, or the last step."""
        if self._current is not None:
            self.drop()
        else:
            self._session.undo()

    def drop(self) -> None:
        """Forget what is being worked out and what waits."""
        self._waiting.clear()
        self._set_current(None)

    def stop(self) -> None:
        """For the end of the program."""
        self.drop()
        self._background.stop()

    def _set_current(self, wish: _Wish | None) -> None:
        self._current = wish
        if self.is_busy != self._was_busy:
            self._was_busy = self.is_busy
            self.busy_changed.emit(self.is_busy)

    def _go_on(self) -> None:
        if self._current is None and self._waiting:
            self._set_current(self._waiting.popleft())
            self._session.when_idle(self._start)

    def _start(self) -> None:
        wish, document = self._current, self._session.document
        if wish is None or document is None:
            return
        state = (document, self._session.area)
        self._background.run(lambda: _worked_out(wish, state))

    def _on_done(self, outcome: _Outcome) -> None:
        if outcome.wish is self._current:
            self._session.when_idle(lambda: self._land(outcome))

    def _land(self, outcome: _Outcome) -> None:
        wish = outcome.wish
        if wish is not self._current:
            return
        document, area = self._session.document, self._session.area
        before_document, before_area = outcome.before
        has_same_area = (area and area.coverage) is (before_area and before_area.coverage)
        if document is not before_document or not has_same_area:
            self._start()
            return
        if outcome.after is None:
            self.refused.emit(outcome.refusal)
        else:
            self._session.record(wish.label, *outcome.after)
            if wish.then is not None:
                wish.then()
        self._set_current(None)
        self._go_on()


def _worked_out(wish: _Wish, state: State) -> _Outcome:
    try:
        return _Outcome(wish, state, wish.step(*state))
    except ValueError as error:
        return _Outcome(wish, state, None, str(error))
    except Exception:
        _log.exception("%s failed", wish.label)
        return _Outcome(wish, state, None, f"{wish.label} did not work. Nothing was changed.")
