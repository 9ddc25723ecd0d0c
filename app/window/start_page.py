"""What is seen before a picture is open: a place to drop one, what was open lately, a sample."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.languages.translate import mark, tr
from app.resource_files import resource
from app.session.recovery import Recovery
from app.settings import Settings
from app.theme.theme import Theme
from app.widgets import IconLabel, TextButton, ground, label, line, set_tone
from app.window.keys_choice import KeysChoice
from app.window.recent import RecentDelegate
from app.window.unsaved_list import UnsavedList

SAMPLES = (
    ("wanderer", mark("Wanderer")),
    ("portrait", mark("Portrait")),
    ("meadow", mark("Meadow")),
)
"""File of the sample and its name."""
SAMPLE_SIDE = 172
WIDTH = 1132
PROMISES = (
    (
        "wifi-off",
        mark("Works without a network"),
        mark("Pictures stay on this computer. Nothing is uploaded, counted or sent."),
    ),
    (
        "circle-check",
        mark("Layers that add up"),
        mark(
            "Every result is checked against your picture, pixel by pixel, and you see the number."
        ),
    ),
    (
        "package",
        mark("Nothing to install first"),
        mark(
            "The models it works with came with the program: nothing is fetched later. "
            "No account, no graphics card."
        ),
    ),
)


class DropTarget(QWidget):
    """The dashed frame: idle, a file over it, or a file that cannot be opened."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = "idle"
        self.setMinimumHeight(264)
        self.icon = IconLabel("image-plus", theme, size=32, parent=self)
        self.title = label("", theme, font="heading", parent=self)
        self.text = label("", theme, font="small", tone="second", parent=self)
        theme.changed.connect(self.update)
        self.show_idle()

    def show_idle(self) -> None:
        self._show(
            "idle",
            tr("Drop a picture here"),
            tr("PNG, JPEG, WebP, TIFF, PSD or an Unflatten project"),
        )

    def show_over(self, name: str) -> None:
        self._show("over", tr("Open {name}", name=name), tr("Let go to open it"))

    def show_wrong(self, name: str) -> None:
        self._show(
            "wrong",
            tr("{name} cannot be opened", name=name),
            tr("Use PNG, JPEG, WebP, TIFF or PSD"),
        )

    def _show(self, state: str, title: str, text: str) -> None:
        self._state = state
        self.title.setText(title)
        self.text.setText(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground_name, edge, width = {
            "idle": ("chrome", "edge", 1.0),
            "over": ("selm", "acc", 2.0),
            "wrong": ("errbg", "err", 1.0),
        }[self._state]
        pen = QPen(tokens[edge], width)
        if self._state == "idle":
            pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(tokens[ground_name])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


class SampleButton(QPushButton):
    """A picture of the sample over its name."""

    chosen = Signal(object)
    """Path"""

    def __init__(self, path: Path, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._path, self._name = theme, path, name
        self.clicked.connect(self._choose)
        self.setFixedSize(172, 216)
        self.setProperty("kind", "flat")
        self.setAccessibleName(tr("Open the sample {name}", name=name))
        self.setToolTip(tr("Open a copy of this picture"))
        self._image = _square(QImage(str(path)), 2 * SAMPLE_SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, fonts = self._theme.tokens, self._theme.fonts
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, 0.5, 171, 171)
        painter.drawImage(box, self._image)
        painter.setPen(QPen(tokens["acc" if self.underMouse() else "line"], 1))
        painter.drawRoundedRect(box, 2, 2)
        painter.setFont(fonts["body"])
        painter.setPen(tokens["t1"])
        painter.drawText(QRectF(0, 178, 172, 18), Qt.AlignmentFlag.AlignLeft, self._name)
        painter.setFont(fonts["small"])
        painter.setPen(tokens["t2"])
        painter.drawText(QRectF(0, 196, 172, 16), Qt.AlignmentFlag.AlignLeft, tr("Illustration"))
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(172, 216)

    def _choose(self) -> None:
        self.chosen.emit(self._path)


def _square(image: QImage, side: int) -> QImage:
    """The upper middle of a picture, scaled well."""
    shorter = min(image.width(), image.height())
    part = image.copy((image.width() - shorter) // 2, 0, shorter, shorter)
    return part.scaled(
        side,
        side,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


class StartPage(QScrollArea):
    """Asks for pictures to be opened; opens nothing itself."""

    open_asked = Signal()
    paste_asked = Signal()
    path_chosen = Signal(object)
    """Path"""
    recover_asked = Signal(object)
    """Unsaved"""
    discard_asked = Signal(object)
    """Unsaved"""

    def __init__(
        self,
        settings: Settings,
        recovery: Recovery,
        theme: Theme,
        keys: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._recovery, self._theme = settings, recovery, theme
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        ground(page, "panel")
        self.setWidget(page)
        content = QWidget(page)
        content.setMaximumWidth(WIDTH)
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        outside = QHBoxLayout(page)
        outside.setContentsMargins(32, 0, 32, 0)
        outside.addStretch(1)
        outside.addWidget(content, 100)
        outside.addStretch(1)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(label(tr("Open a picture, get its layers back"), theme, font="title"))
        column.addSpacing(4)
        column.addWidget(
            label(
                tr("Line art, highlight, shadow and flat colour from an illustration."),
                theme,
                tone="second",
            )
        )
        column.addSpacing(24)
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addWidget(self._made_drop(keys), 60)
        top.addWidget(self._made_recent(), 37)
        column.addLayout(top)
        column.addSpacing(32)
        column.addLayout(self._made_sample())
        column.addSpacing(24)
        column.addWidget(line(kind="line2"))
        column.addSpacing(24)
        column.addLayout(self._made_promises())
        column.addStretch(3)
        settings.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, _name: str = "") -> None:
        """Show what was open lately, and unsaved work of a run that ended badly."""
        self.recent.clear()
        for path in self._settings.recent:
            item = QListWidgetItem(path.name)
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setToolTip(str(path))
            self.recent.addItem(item)
        has_recent = self.recent.count() > 0
        self.recent.setVisible(has_recent)
        self._clear.setVisible(has_recent)
        self._no_recent.setVisible(not has_recent)
        self._keys_choice.setVisible(not has_recent)
        self.unsaved.show_work(self._recovery.found())

    def take_focus(self) -> None:
        """To the unsaved work if there is some, else to what is done most often."""
        target = self.unsaved.list if self.unsaved.is_offering else self.open_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """For the end of the program."""
        self.unsaved.stop()

    def show_opening(self, name: str) -> None:
        """A file is being read."""
        self.drop.title.setText(tr("Opening {name}", name=name))
        self.drop.text.setText(tr("Esc cancels"))

    def set_keys(self, open_key: str, paste_key: str) -> None:
        """The keys as they are shown now, empty where a command has none."""
        words = ((tr("Open"), open_key), (tr("Paste"), paste_key))
        self._hint.setText("      ".join(f"{word}  {key}" for word, key in words if key))

    def _made_drop(self, keys: tuple[str, str]) -> QWidget:
        theme = self._theme
        self.drop = DropTarget(theme, self)
        self.open_button = TextButton(
            tr("Open picture"), theme, icon="folder-open", kind="primary", parent=self.drop
        )
        self.open_button.clicked.connect(self.open_asked)
        paste = TextButton(tr("Paste"), theme, icon="clipboard-paste", parent=self.drop)
        paste.clicked.connect(self.paste_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(paste)
        buttons.addStretch(1)
        self._hint = label("", theme, font="small", tone="second", parent=self.drop)
        self.set_keys(*keys)
        column = QVBoxLayout(self.drop)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self.drop.icon, 0, centre)
        column.addSpacing(6)
        column.addWidget(self.drop.title, 0, centre)
        column.addWidget(self.drop.text, 0, centre)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addSpacing(8)
        column.addWidget(self._hint, 0, centre)
        column.addStretch(1)
        return self.drop

    def _made_recent(self) -> QWidget:
        theme = self._theme
        box = QWidget(self)
        ground(box, "card")
        self._clear = TextButton(tr("Clear"), theme, kind="flat", parent=box)
        self._clear.setFont(theme.fonts["small"])
        set_tone(self._clear, "second")
        self._clear.clicked.connect(self._settings.clear_recent)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 4, 0)
        head.addSpacing(0)
        head.addStrut(39)
        head.addWidget(label(tr("Recent"), theme, font="bold", parent=box))
        head.addStretch(1)
        head.addWidget(self._clear)
        self.recent = QListWidget(box)
        self.recent.setItemDelegate(RecentDelegate(theme, self.recent))
        self.recent.setAccessibleName(tr("Recent files"))
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recent.setProperty("ground", "chrome")
        self.recent.setMouseTracking(True)
        self.recent.itemActivated.connect(self._on_recent)
        self.recent.itemClicked.connect(self._on_recent)
        self._no_recent = label(
            tr("Pictures you open appear here."), theme, font="small", tone="second", parent=box
        )
        self._no_recent.setContentsMargins(12, 4, 12, 8)
        self._no_recent.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.unsaved = UnsavedList(theme, box)
        self.unsaved.open_asked.connect(self.recover_asked)
        self.unsaved.discard_asked.connect(self.discard_asked)
        self._keys_choice = KeysChoice(self._settings, theme, box)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line(kind="line2", parent=box))
        column.addWidget(self.recent, 1)
        column.addWidget(self._no_recent, 1)
        column.addWidget(self._keys_choice)
        column.addWidget(self.unsaved)
        return box

    def _made_sample(self) -> QVBoxLayout:
        theme = self._theme
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(tr("Try a sample"), theme, font="bold"))
        head.addWidget(
            label(tr("Opens a copy. Layers in a few seconds."), theme, font="small", tone="second")
        )
        head.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        for file, name in SAMPLES:
            sample = SampleButton(resource(f"samples/{file}.png"), tr(name), theme, self)
            sample.chosen.connect(self.path_chosen)
            row.addWidget(sample)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(row)
        return column

    def _made_promises(self) -> QGridLayout:
        theme = self._theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for number, (icon, title, text) in enumerate(PROMISES):
            words = QVBoxLayout()
            words.setSpacing(4)
            words.addWidget(label(tr(title), theme, font="bold"))
            body = label(tr(text), theme, font="small", tone="second")
            body.setWordWrap(True)
            words.addWidget(body)
            words.addStretch(1)
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(IconLabel(icon, theme, size=20), 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(words, 1)
            grid.addLayout(row, 0, number)
            grid.setColumnStretch(number, 1)
        return grid

    def _on_recent(self, item: QListWidgetItem) -> None:
        path: Path = item.data(Qt.ItemDataRole.UserRole)
        self.path_chosen.emit(path)
