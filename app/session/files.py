"""Opening and saving through the engine: the window itself never reads or writes a picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.engine_link.link import EngineLink
from app.languages.translate import mark, tr
from app.session.job_board import JobBoard, JobRecord
from app.session.session import Session
from engine.document.model import Document, GroupLayer
from engine.document.tree import pixel_layers, walk
from engine.protocol.messages import ErrorInfo
from engine.protocol.params import OpenFile, SaveFile
from engine.protocol.values import Outcome

PROJECT_ENDING = ".unflatten"
OPENABLE = (
    ".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".psd", ".psb", ".ora", ".kra", ".unflatten",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Losses:
    """A file was not written, because of what its format cannot hold, in sentences."""

    path: Path
    is_own: bool
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """A file was written. warnings: what it lacks, beside what the artist agreed to."""

    path: Path
    layers: int
    groups: int
    warnings: tuple[str, ...]


class Files(QObject):
    """Lives on the GUI thread, like all its signals."""

    opening = Signal(object)
    """JobRecord"""
    opened = Signal(object, object)
    """path, warnings"""
    open_failed = Signal(object, object)
    """path, ErrorInfo"""
    saved = Signal(object)
    """Saved"""
    save_failed = Signal(object, object)
    """path, ErrorInfo"""
    would_lose = Signal(object)
    """Losses"""

    def __init__(
        self, session: Session, link: EngineLink, board: JobBoard, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._link, self._board = session, link, board
        self._accepted: dict[str, tuple[str, ...]] = {}
        """what may be lost, by the ending of the file; for the open document"""
        session.opened.connect(self._accepted.clear)

    def open(self, path: Path, *, as_recovered: str = "") -> JobRecord:
        """Read the file in the engine and show it.

        as_recovered: the name of the document whose unsaved work this is; it then counts as
        unsaved and belongs to no file.
        """
        path = path.absolute()
        job = self._link.submit(OpenFile(str(path)))
        name = as_recovered or path.name
        record = self._board.track(job, mark("Open"), name, is_quiet=True)
        job.finished.connect(partial(self._on_opened, path, as_recovered))
        job.failed.connect(partial(self._on_open_failed, path, record))
        self.opening.emit(record)
        return record

    def save(self, path: Path) -> JobRecord:
        """Write the present document as the session's own file."""
        return self._write(path.absolute(), is_own=True)

    def export(self, path: Path) -> JobRecord:
        """Write a copy in another format; the session's own file stays what it is."""
        return self._write(path.absolute(), is_own=path.suffix.lower() == PROJECT_ENDING)

    def save_anyway(self, losses: Losses) -> JobRecord:
        """Write what was not written; these losses are not asked about again."""
        self._accepted[losses.path.suffix.lower()] = losses.sentences
        return self._write(losses.path, is_own=losses.is_own)

    def _write(self, path: Path, *, is_own: bool) -> JobRecord:
        document = self._session.document
        assert document is not None
        accepted = self._accepted.get(path.suffix.lower(), ())
        job = self._link.submit(SaveFile(str(path), accepted), document)

        def again() -> None:
            self._write(path, is_own=is_own)

        title = mark("Save") if is_own else mark("Export")
        record = self._board.track(job, title, path.name, is_quiet=True, again=again)
        job.finished.connect(partial(self._on_saved, path, document, is_own, accepted))
        job.failed.connect(partial(self._on_save_failed, path, record))
        return record

    def _on_opened(self, path: Path, as_recovered: str, outcome: Outcome) -> None:
        document = outcome.document
        if document is None:
            return
        if as_recovered:
            name = document.name or as_recovered
            self._session.open(
                document, label=tr("Recover {name}", name=name), name=name, path=None
            )
        else:
            self._session.open(
                document, label=tr("Open {name}", name=path.name), name=path.name, path=path
            )
        self.opened.emit(path, outcome.warnings)

    def _on_open_failed(self, path: Path, record: JobRecord, error: ErrorInfo) -> None:
        self._board.remove(record)  # the message at the start page or over the canvas says it
        self.open_failed.emit(path, error)

    def _on_saved(
        self,
        path: Path,
        document: Document,
        is_own: bool,
        accepted: tuple[str, ...],
        outcome: Outcome,
    ) -> None:
        if outcome.losses:
            self.would_lose.emit(Losses(path, is_own, outcome.losses))
            return
        if is_own:
            self._session.mark_saved(document, path)
        groups = sum(isinstance(layer, GroupLayer) for layer in walk(document.layers))
        layers = sum(1 for _ in pixel_layers(document.layers))
        warnings = tuple(one for one in outcome.warnings if one not in accepted)
        self.saved.emit(Saved(path, layers, groups, warnings))

    def _on_save_failed(self, path: Path, record: JobRecord, error: ErrorInfo) -> None:
        self.save_failed.emit(path, error)
