"""Opening, pasting, saving and closing, with the questions that belong to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.dialogs.questions import Answer, LossAnswer, Questions
from app.languages.translate import tr
from app.resource_files import resource
from app.session.files import PROJECT_ENDING, Losses
from app.session.pasting import document_of_image
from app.session.recovery import Unsaved
from app.window.services import Services


class Paperwork(QObject):
    """Lives on the GUI thread. `questions` may be replaced by a test's."""

    paste_failed = Signal()
    """there was no picture on the clipboard"""
    unsaved_discarded = Signal()

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self.questions = Questions(window)
        self._window = window
        self._session, self._files = services.session, services.files
        self._mover, self._recovery = services.mover, services.recovery
        self._after_save: Callable[[], None] | None = None
        self._files.saved.connect(self._on_saved)
        self._files.save_failed.connect(self._forget_what_follows)
        self._files.would_lose.connect(self._on_would_lose)

    def open_file(self) -> None:
        folder = self._session.path.parent if self._session.path else None
        path = self.questions.file_to_open(folder)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a file in place of what is open, after asking about unsaved work."""

        def open_now() -> None:
            self._files.open(path)

        self._when_saved(open_now)

    def recover(self, unsaved: Unsaved) -> None:
        record = self._files.open(unsaved.project, as_recovered=unsaved.name)
        record.job.finished.connect(lambda _outcome: self._recovery.adopt(unsaved))

    def discard_unsaved(self, unsaved: Unsaved) -> None:
        if self.questions.discard_unsaved(unsaved.name):
            self._recovery.discard(unsaved)
            self.unsaved_discarded.emit()

    def can_paste(self) -> bool:
        data = QGuiApplication.clipboard().mimeData()
        return data is not None and (data.hasImage() or first_file(data.urls()) is not None)

    def paste(self) -> None:
        """A picture, or a file that was copied, becomes the open document."""
        clipboard = QGuiApplication.clipboard()
        data = clipboard.mimeData()
        path = None if data is None else first_file(data.urls())
        if path is not None:
            self.open_path(path)
            return
        image = clipboard.image()
        if image.isNull():
            self.paste_failed.emit()
            return
        self._when_saved(
            lambda: self._session.open(
                document_of_image(image, tr("Pasted picture")),
                label=tr("Paste picture"),
                name=tr("Pasted picture"),
                path=None,
            )
        )

    def save(self) -> None:
        path = self._session.path
        if path is not None and path.suffix.lower() == PROJECT_ENDING:
            self._files.save(path)
        else:
            self.save_as()

    def save_as(self) -> None:
        path = self.questions.file_to_save(self._suggested(PROJECT_ENDING))
        if path is not None:
            self._files.save(path)
        else:
            self._forget_what_follows()

    def export_psd(self) -> None:
        path = self.questions.psd_to_export(self._suggested(".psd"))
        if path is not None:
            self._files.export(path)

    def close_document(self) -> None:
        self._when_saved(self._session.close)

    def may_close_window(self) -> bool:
        """Whether nothing is lost. Otherwise asks, and closes the window once it is saved."""
        self._mover.finish()
        if not self._session.is_modified:
            return True
        match self.questions.save_changes(self._session.name):
            case Answer.SAVE:
                # not from inside the job that saved
                self._after_save = lambda: QTimer.singleShot(0, self._window, self._window.close)
                self.save()
            case Answer.DISCARD:
                self._session.close()
                return True
            case Answer.CANCEL:
                pass
        return False

    def _suggested(self, ending: str) -> Path:
        path = self._session.path
        folder = Path.home() if path is None or is_ours(path) else path.parent
        return folder / f"{Path(self._session.name).stem}{ending}"

    def _when_saved(self, call: Callable[[], None]) -> None:
        """Call now, or once the artist has decided about unsaved work."""
        self._mover.finish()
        if not self._session.is_modified:
            call()
            return
        match self.questions.save_changes(self._session.name):
            case Answer.DISCARD:
                call()
            case Answer.SAVE:
                self._after_save = call
                self.save()
            case Answer.CANCEL:
                pass

    def _on_saved(self) -> None:
        after, self._after_save = self._after_save, None
        if after is not None and not self._session.is_modified:
            after()

    def _on_would_lose(self, losses: Losses) -> None:
        # once the job that found out is over
        QTimer.singleShot(0, self, lambda: self._ask_about(losses))

    def _ask_about(self, losses: Losses) -> None:
        match self.questions.accept_losses(losses.path.name, losses.sentences):
            case LossAnswer.SAVE_ANYWAY:
                self._files.save_anyway(losses)
            case LossAnswer.SAVE_PROJECT:
                self.save_as()
            case LossAnswer.CANCEL:
                self._forget_what_follows()

    def _forget_what_follows(self) -> None:
        self._after_save = None


def first_file(urls: list[QUrl]) -> Path | None:
    return next((Path(url.toLocalFile()) for url in urls if url.isLocalFile()), None)


def is_ours(path: Path) -> bool:
    """Whether a file came with the program."""
    return resource("") in path.parents
