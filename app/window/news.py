"""What happened to files, jobs and the engine, said at the place where the artist looks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from app.engine_link.link import EngineLoss
from app.languages.engine_words import said
from app.languages.translate import counted, tr
from app.session.files import Saved
from app.session.job_board import JobRecord
from app.window.dock import Dock
from app.window.messages import ErrorMessage, Toast
from app.window.paperwork import Paperwork, is_ours
from app.window.services import Services
from app.window.start_page import StartPage
from engine.protocol.messages import ErrorInfo


class News(QObject):
    """Listens to the services; shows errors inline, good news as a toast, panels of jobs."""

    def __init__(
        self,
        services: Services,
        paperwork: Paperwork,
        start: StartPage,
        error: ErrorMessage,
        toast: Toast,
        dock: Dock,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._link = services.session, services.link
        self._settings, self._paperwork = services.settings, paperwork
        self._start, self._error, self._toast = start, error, toast
        self._dock = dock
        files, decomposer = services.files, services.decomposer
        files.opening.connect(self._on_opening)
        files.opened.connect(self._on_opened)
        files.open_failed.connect(self._on_open_failed)
        files.saved.connect(self._on_saved)
        files.save_failed.connect(self._on_save_failed)
        decomposer.started.connect(self._on_decompose_started)
        decomposer.finished.connect(self._on_decomposed)
        decomposer.failed.connect(self._on_decompose_failed)
        services.link.lost.connect(self._on_engine_lost)
        services.recovery.failed.connect(self._on_work_not_kept)
        paperwork.paste_failed.connect(self._on_paste_failed)

    def _on_opening(self, record: JobRecord) -> None:
        self._error.hide()
        self._start.show_opening(record.subject)
        record.job.ended.connect(self._start.drop.show_idle)

    def _on_opened(self, path: Path, warnings: tuple[str, ...]) -> None:
        if not is_ours(path) and self._session.path == path:
            self._settings.add_recent(path)
        if warnings:
            others = len(warnings) - 1
            more = f" {counted('And %n more.', others)}" if others else ""
            self._toast.say(f"{said(warnings[0])}{more}")

    def _on_open_failed(self, path: Path, error: ErrorInfo) -> None:
        self._error.say(
            tr("{name} could not be opened", name=path.name),
            f"{said(error.message)} {said(error.hint)}".strip(),
            tr("Open another"),
            self._paperwork.open_file,
        )

    def _on_paste_failed(self) -> None:
        self._error.say(tr("There is no picture to paste"), tr("Copy a picture first."))

    def _on_saved(self, saved: Saved) -> None:
        if saved.path == self._session.path:
            self._settings.add_recent(saved.path)
        parts = [tr("Saved {name}", name=saved.path.name), counted("%n layers", saved.layers)]
        if saved.groups:
            parts.append(counted("%n groups", saved.groups))
        text = ", ".join(parts)
        if saved.warnings:
            text = f"{text}. {said(saved.warnings[0])}"
        self._toast.say(text, tr("Show in folder"), lambda: _show_in_folder(saved.path))

    def _on_save_failed(self, path: Path, error: ErrorInfo) -> None:
        self._error.say(
            tr("{name} was not written", name=path.name),
            " ".join(
                filter(None, (said(error.message), said(error.hint), tr("Your work is kept.")))
            ),
            tr("Save as"),
            self._paperwork.save_as,
        )

    def _on_work_not_kept(self, error: ErrorInfo) -> None:
        self._toast.say(
            tr("Unsaved work cannot be kept aside. {reason} Save it.", reason=error.message)
        )

    def _on_decompose_started(self, _record: JobRecord) -> None:
        self._dock.bring_up("jobs")

    def _on_decomposed(self, record: JobRecord) -> None:
        record.note(tr("Layers added"))
        self._dock.bring_up("layers")

    def _on_decompose_failed(self, _record: JobRecord) -> None:
        self._dock.show_panel("jobs")

    def _on_engine_lost(self, loss: EngineLoss) -> None:
        if loss.restarting:
            self._toast.say(said(loss.message))
        else:
            self._error.say(
                said(loss.message),
                tr("Your document is safe, but opening, saving and decomposing need the engine."),
                tr("Start engine"),
                self._link.restart,
            )


def _show_in_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
