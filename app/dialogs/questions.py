"""Every question that stops the window, behind one small interface, so that tests can answer."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.languages.engine_words import said
from app.languages.translate import counted, tr

OPEN_ENDINGS = "*.png *.jpg *.jpeg *.webp *.tif *.tiff *.psd *.psb *.ora *.kra *.unflatten"
PSD_FILTER = "Photoshop (*.psd)"

MOST_LOSSES = 6
"""Sentences that one question lists."""


class Answer(Enum):
    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class LossAnswer(Enum):
    SAVE_ANYWAY = auto()
    SAVE_PROJECT = auto()
    CANCEL = auto()


class Questions:
    """The real ones. `window` is the window they belong to."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def file_to_open(self, folder: Path | None) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open picture"), str(folder or Path.home()), _open_filter()
        )
        return Path(name) if name else None

    def file_to_save(self, suggestion: Path) -> Path | None:
        return self._save(tr("Save as"), suggestion, _save_filter(), ".unflatten")

    def psd_to_export(self, suggestion: Path) -> Path | None:
        return self._save(tr("Export PSD"), suggestion, PSD_FILTER, ".psd")

    def save_changes(self, name: str) -> Answer:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(tr("Unsaved work"))
        box.setText(tr("Save the changes to “{name}”?", name=name))
        box.setInformativeText(tr("Without saving, the work since the last save is lost."))
        save = box.addButton(tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(tr("Discard changes"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        clicked = box.clickedButton()
        if clicked is save:
            return Answer.SAVE
        return Answer.DISCARD if clicked is discard else Answer.CANCEL

    def accept_losses(self, name: str, sentences: Sequence[str]) -> LossAnswer:
        """Whether a file may be written although it cannot hold all of the document."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(tr("Before saving"))
        box.setText(tr("“{name}” would not keep everything.", name=name))
        listed = [f"•  {said(sentence)}" for sentence in sentences[:MOST_LOSSES]]
        others = len(sentences) - len(listed)
        if others > 0:
            listed.append(counted("And %n more.", others))
        box.setInformativeText("\n\n".join(listed))
        project = box.addButton(tr("Save as .unflatten…"), QMessageBox.ButtonRole.AcceptRole)
        anyway = box.addButton(tr("Save anyway"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(project)
        box.setEscapeButton(cancel)
        box.exec()
        clicked = box.clickedButton()
        if clicked is anyway:
            return LossAnswer.SAVE_ANYWAY
        return LossAnswer.SAVE_PROJECT if clicked is project else LossAnswer.CANCEL

    def discard_unsaved(self, name: str) -> bool:
        """Whether work that a crash left behind may be thrown away for good."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(tr("Unsaved work"))
        box.setText(tr("Discard the unsaved work on “{name}”?", name=name))
        box.setInformativeText(tr("It cannot be brought back."))
        discard = box.addButton(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is discard

    def _save(self, title: str, suggestion: Path, filters: str, ending: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(suggestion), filters)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(ending)


def _open_filter() -> str:
    return f"{tr('Pictures and projects')} ({OPEN_ENDINGS});;{tr('All files')} (*)"


def _save_filter() -> str:
    project = f"{tr('Unflatten project')} (*.unflatten)"
    return f"{project};;{PSD_FILTER};;OpenRaster (*.ora);;PowerPoint (*.pptx)"
