"""Pixels on their way to and from the engine, handled beside the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from app.engine_link.session_files import SessionFiles, inputs_prefix
from engine.document.model import Document
from engine.progress import JobCancelled
from engine.protocol.documents import (
    WireInputs,
    WireOutcome,
    only_layer,
    pack_inputs,
    unpack_outcome,
)
from engine.protocol.pixels import SentTiles
from engine.protocol.values import Inputs

THREADS = 2
"""One that packs and one that unpacks; the disk is the limit."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What to say about a document, and its tiles in the order in which they were sent."""

    inputs: WireInputs
    sent: SentTiles


class PixelWork(QObject):
    """A session directory and the threads that write, read and clear it.

    The signals are emitted on the threads: connect them queued. `close` ends it.
    """

    packed = Signal(int, object)
    """job, Packed or the exception"""
    unpacked = Signal(int, object)
    """job, Outcome or the exception"""

    def __init__(self, root: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._session = SessionFiles(root)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)

    @property
    def directory(self) -> Path:
        return self._session.directory

    def pack(
        self, job: int, document: Document, layer: int | None, cancelled: threading.Event
    ) -> None:
        """Write the document, or its one layer, until `cancelled`; `packed` follows."""
        check = partial(_raise_if_set, cancelled)

        def work() -> Packed:
            inputs = Inputs(only_layer(document, layer))
            return Packed(*pack_inputs(inputs, self.directory, inputs_prefix(job), check))

        self._pool.start(lambda: self.packed.emit(job, _result(work)))

    def unpack(self, job: int, wire: WireOutcome, sent: SentTiles) -> None:
        """Read an outcome; `unpacked` follows."""
        work = partial(unpack_outcome, wire, self.directory, sent)
        self._pool.start(lambda: self.unpacked.emit(job, _result(work)))

    def remove(self, job: int) -> None:
        """Remove all files of a job soon."""
        self._pool.start(partial(self._session.remove_job, job))

    def close(self) -> None:
        """Wait for what is under way and remove the directory."""
        self._pool.waitForDone()
        self._session.remove()


def _result(work: Callable[[], object]) -> object:
    try:
        return work()
    except Exception as error:
        return error


def _raise_if_set(event: threading.Event) -> None:
    if event.is_set():
        raise JobCancelled
