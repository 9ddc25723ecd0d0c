"""Every question that stops the window, behind one small interface, so that tests can answer."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

OPEN_FILTER = (
    "Pictures and projects (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.psd *.psb *.ora *.unflatten)"
    ";;All files (*)"
)
PROJECT_FILTER = "Unflatten project (*.unflatten)"
PSD_FILTER = "Photoshop (*.psd)"
SAVE_FILTER = f"{PROJECT_FILTER};;{PSD_FILTER};;OpenRaster (*.ora)"


class Answer(Enum):
    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class Questions:
    """The real ones. `window` is the window they belong to."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def file_to_open(self, folder: Path | None) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Open picture", str(folder or Path.home()), OPEN_FILTER
        )
        return Path(name) if name else None

    def file_to_save(self, suggestion: Path) -> Path | None:
        return self._save("Save as", suggestion, SAVE_FILTER, ".unflatten")

    def psd_to_export(self, suggestion: Path) -> Path | None:
        return self._save("Export PSD", suggestion, PSD_FILTER, ".psd")

    def save_changes(self, name: str) -> Answer:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle("Unsaved work")
        box.setText(f"Save the changes to “{name}”?")
        box.setInformativeText("Without saving, the work since the last save is lost.")
        save = box.addButton("Save", QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton("Discard changes", QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        clicked = box.clickedButton()
        if clicked is save:
            return Answer.SAVE
        return Answer.DISCARD if clicked is discard else Answer.CANCEL

    def _save(self, title: str, suggestion: Path, filters: str, ending: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(suggestion), filters)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(ending)
