"""What the shell shows: a progress bar on a terminal, silence in a pipe, or JSON lines."""

from __future__ import annotations

import json
import signal
import sys
import time
from types import FrameType, TracebackType
from typing import Any, Self, TextIO

from engine.errors import UnflattenError
from engine.progress import Progress

BAR_WIDTH = 24
REDRAW_SECONDS = 0.1


class Console:
    """One command's conversation with the shell; also catches Ctrl+C as a cancel.

    The first Ctrl+C cancels at the next progress call, so that files are left whole; a second one
    stops at once.
    """

    def __init__(
        self, *, as_json: bool = False, out: TextIO | None = None, err: TextIO | None = None
    ) -> None:
        self._as_json = as_json
        self._out = sys.stdout if out is None else out
        self._err = sys.stderr if err is None else err
        self._bar_shown = False
        self._stage = ""
        self._last_drawn = 0.0
        self._interrupted = False
        self._old_handler: Any = None

    def __enter__(self) -> Self:
        try:
            self._old_handler = signal.signal(signal.SIGINT, self._on_interrupt)
        except ValueError:
            self._old_handler = None  # not the main thread: nobody sends us Ctrl+C
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._clear_bar()
        if self._old_handler is not None:
            signal.signal(signal.SIGINT, self._old_handler)

    def quiet_progress(self) -> Progress:
        """A progress that shows nothing and still notices Ctrl+C."""
        return Progress(is_cancelled=lambda: self._interrupted)

    def progress(self, subject: str) -> Progress:
        """A progress for work on `subject` (a file name)."""
        self._stage = ""

        def report(fraction: float, stage: str) -> None:
            self._stage = stage or self._stage
            self._show(subject, fraction)

        return Progress(report, lambda: self._interrupted)

    def say(self, sentence: str) -> None:
        """A remark for people; never part of the result."""
        self._clear_bar()
        print(sentence, file=self._err)

    def result(self, text: str, **fields: Any) -> None:
        """The result: `text` for people, `fields` for programs (with --json)."""
        self._clear_bar()
        if self._as_json:
            self._print_json({"event": "result", **fields})
        elif text:
            print(text, file=self._out)

    def answer(self, text: str, **fields: Any) -> None:
        """The answer to a question: `text` for people, else nothing but one JSON object."""
        self._clear_bar()
        if self._as_json:
            print(json.dumps(fields, ensure_ascii=False, indent=2), file=self._out)
        else:
            print(text, file=self._out)

    def warned(self, subject: str, sentence: str) -> None:
        """Something worth knowing that did not stop the work."""
        if self._as_json:
            self._print_json({"event": "warning", "file": subject, "message": sentence})
        else:
            self.say(f"{subject}: {sentence}")

    def failed(self, error: UnflattenError, subject: str = "") -> None:
        """The one sentence of an error."""
        if self._as_json:
            self._print_json(
                {
                    "event": "error",
                    "file": subject,
                    "code": error.code,
                    "message": str(error),
                    "hint": error.hint,
                }
            )
        self.say(f"unflatten: {error.sentence}")

    def _on_interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        if self._interrupted:
            raise KeyboardInterrupt
        self._interrupted = True

    def _show(self, subject: str, fraction: float) -> None:
        now = time.monotonic()
        if now - self._last_drawn < REDRAW_SECONDS:
            return
        self._last_drawn = now
        if self._as_json:
            self._print_json(
                {
                    "event": "progress",
                    "file": subject,
                    "fraction": round(fraction, 4),
                    "stage": self._stage,
                }
            )
        elif self._err.isatty():
            filled = round(fraction * BAR_WIDTH)
            bar = "█" * filled + "░" * (BAR_WIDTH - filled)
            line = f"{subject} {bar} {fraction:4.0%} {self._stage}"
            print(f"\r\x1b[K{line}", end="", flush=True, file=self._err)
            self._bar_shown = True

    def _clear_bar(self) -> None:
        if self._bar_shown:
            print("\r\x1b[K", end="", flush=True, file=self._err)
            self._bar_shown = False

    def _print_json(self, record: dict[str, Any]) -> None:
        print(json.dumps(record, ensure_ascii=False), file=self._out, flush=True)
