"""Work that a run left behind: open it, throw it away, or leave it for later."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.languages.translate import counted, tr
from app.session.background import Background
from app.session.recovery import Unsaved
from app.theme.theme import Theme
from app.widgets import IconLabel, TextButton, label

THUMBNAIL = 40
ROW = 48
MOST_ROWS = 3
PREVIEW = "mergedimage.png"
MOST_PREVIEW_BYTES = 8 << 20


class UnsavedList(QWidget):
    """Enter or a double click opens, Delete throws away, Escape hides it until the next start."""

    open_asked = Signal(object)
    """Unsaved"""
    discard_asked = Signal(object)
    """Unsaved"""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_put_off = False
        self._background = Background(self)
        self._background.done.connect(self._on_thumbnails)
        self.title = label(tr("Unsaved work"), theme, font="bold", parent=self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Unsaved work"))
        self.list.setProperty("ground", "chrome")
        self.list.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setFont(theme.fonts["small"])
        self.list.itemActivated.connect(self._open)
        self.open_button = TextButton(tr("Recover"), theme, kind="primary", parent=self)
        self.open_button.clicked.connect(self._open)
        self.discard_button = TextButton(tr("Discard"), theme, parent=self)
        self.discard_button.clicked.connect(self._discard)
        self.later_button = TextButton(tr("Keep for later"), theme, kind="flat", parent=self)
        self.later_button.clicked.connect(self._put_off)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel("hard-drive", theme, size=20, parent=self))
        head.addWidget(self.title, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.open_button, self.discard_button, self.later_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addLayout(buttons)

    def show_work(self, found: tuple[Unsaved, ...]) -> None:
        """Show these; nothing is seen when there are none or they were put off."""
        row = max(0, self.list.currentRow())
        self.list.clear()
        for unsaved in found:
            item = QListWidgetItem(described(unsaved))
            item.setData(Qt.ItemDataRole.UserRole, unsaved)
            item.setToolTip(described(unsaved))
            item.setSizeHint(QSize(100, ROW))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(found) - 1))
        self.list.setFixedHeight(ROW * min(MOST_ROWS, len(found)) + 4)
        self.setVisible(bool(found) and not self._is_put_off)
        projects = [unsaved.project for unsaved in found]
        if projects:
            self._background.run(lambda: {one: read_thumbnail(one) for one in projects})

    @property
    def is_offering(self) -> bool:
        return self.list.count() > 0 and not self._is_put_off

    def stop(self) -> None:
        """For the end of the program."""
        self._background.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._discard()
            case Qt.Key.Key_Escape:
                self._put_off()
            case _:
                super().keyPressEvent(event)

    def _chosen(self) -> Unsaved | None:
        item = self.list.currentItem()
        if item is None:
            return None
        unsaved: Unsaved = item.data(Qt.ItemDataRole.UserRole)
        return unsaved

    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.open_asked.emit(chosen)

    def _discard(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.discard_asked.emit(chosen)

    def _put_off(self) -> None:
        self._is_put_off = True
        self.hide()

    def _on_thumbnails(self, images: Mapping[Path, QImage]) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            unsaved: Unsaved = item.data(Qt.ItemDataRole.UserRole)
            image = images.get(unsaved.project)
            if image is not None and not image.isNull():
                item.setIcon(QIcon(QPixmap.fromImage(image)))


def described(unsaved: Unsaved) -> str:
    """Two lines: its name; when it was written, how large it is, what was done last."""
    moment = QDateTime.fromSecsSinceEpoch(int(unsaved.time))
    parts = [QLocale().toString(moment, QLocale.FormatType.ShortFormat)]
    if unsaved.layers:
        parts.append(counted("%n layers", unsaved.layers))
    if unsaved.last_step:
        parts.append(unsaved.last_step)
    return f"{unsaved.name}\n{', '.join(parts)}"


def read_thumbnail(project: Path) -> QImage:
    """The small picture in a project file; a null image when anything is wrong with it."""
    try:
        with zipfile.ZipFile(project) as archive:
            if archive.getinfo(PREVIEW).file_size > MOST_PREVIEW_BYTES:
                return QImage()
            data = archive.read(PREVIEW)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, NotImplementedError, EOFError):
        return QImage()
    image = QImage.fromData(data)
    if image.isNull():
        return image
    return image.scaled(
        2 * THUMBNAIL,
        2 * THUMBNAIL,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
