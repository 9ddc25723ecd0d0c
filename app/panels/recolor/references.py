"""Where swatches come from and go to: pictures, the clipboard, palette files, the library."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageReader
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from app.languages.translate import counted, tr
from app.panels.recolor.pop_over import PopOver
from app.session.colors import Rgb
from app.session.palette_library import PaletteLibrary, read, write
from app.session.swatches import Swatch, Swatches
from app.settings import config_directory
from engine.errors import UnflattenError
from engine.recolor.palette_files import in_depth, strip_swatches
from engine.recolor.transfer import swatches_of

if TYPE_CHECKING:
    from app.panels.recolor.mode import Surroundings

PALETTE_ENDINGS = (".gpl", ".ase", ".aco", ".tpl")
MOST_OF_CHART = 64
"""A picture of so few flat colours is a chart: its colours come in reading order."""
MOST_SHOWN = 7
"""Palettes of the library that digits reach."""

Entry = tuple[str, Callable[[], None]]


class References(QObject):
    """slots: names and colours of the present palette, for keeping it."""

    def __init__(
        self,
        swatches: Swatches,
        slots: Callable[[], list[tuple[str, Rgb]]],
        around: Surroundings,
        strip: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._swatches, self._slots, self._around, self._strip = swatches, slots, around, strip
        self.library = PaletteLibrary(config_directory() / "palettes")
        self._menu: PopOver | None = None
        self._entries: list[Entry] = []

    # Questions, which a test may answer

    def ask_reference(self) -> Path | None:
        window = self._around.canvas.window()
        endings = " ".join(f"*{one}" for one in (*PALETTE_ENDINGS, *_picture_endings()))
        filters = f"{tr('Pictures and palettes')} ({endings});;{tr('All files')} (*)"
        name, _ = QFileDialog.getOpenFileName(window, tr("Reference"), str(Path.home()), filters)
        return Path(name) if name else None

    def ask_target(self) -> Path | None:
        window = self._around.canvas.window()
        filters = "GIMP, Krita (*.gpl);;Adobe (*.ase);;Photoshop (*.aco);;PNG (*.png)"
        start = str(Path.home() / "palette.gpl")
        name, _ = QFileDialog.getSaveFileName(window, tr("Write palette"), start, filters)
        path = Path(name) if name else None
        return path if path is None or path.suffix else path.with_suffix(".gpl")

    def ask_name(self) -> str:
        window = self._around.canvas.window()
        name, is_given = QInputDialog.getText(
            window, tr("Keep in the library"), tr("Name of the palette")
        )
        return name.strip() if is_given else ""

    # Acts

    def choose(self) -> None:
        """Ask where the reference is: a file, the clipboard or the library."""
        entries: list[Entry] = [(tr("Picture or palette file…"), self._load_asked)]
        image = QGuiApplication.clipboard().image()
        if not image.isNull():
            pasted = partial(self.take_picture, image, tr("Pasted picture"))
            entries.append((tr("Pasted picture"), pasted))
        for name in self.library.names[:MOST_SHOWN]:
            text = tr("Library: {name}", name=name)
            entries.append((text, partial(self.take_from_library, name)))
        if len(entries) == 1:
            self._load_asked()
        else:
            self._open(tr("Reference"), entries)

    def keep(self) -> None:
        """Ask where the present palette is to be kept."""
        if self._slots():
            self._open(
                tr("Keep this palette"),
                [
                    (tr("In the library…"), self._keep_asked),
                    (tr("As a file…"), self._write_asked),
                ],
            )

    def load(self, path: Path) -> None:
        """Swatches of a picture or a palette file."""
        if path.suffix.lower() not in PALETTE_ENDINGS:
            self.take_picture(_picture(path), path.name)
            return
        try:
            self._take(path.name, read(path))
        except (UnflattenError, OSError) as error:
            self._around.say(tr("{name} is no palette. {reason}", name=path.name, reason=error))

    def take_picture(self, image: QImage, name: str) -> None:
        """The colours that stand out in a picture, the largest areas first."""
        if image.isNull():
            self._around.say(tr("{name} is no picture that can be read.", name=name))
            return
        pixels = _pixels(image)
        chart = strip_swatches(pixels)
        if 1 < len(chart) <= MOST_OF_CHART:
            self._take(name, tuple(Swatch(in_depth(one.color, 8)) for one in chart))
        else:
            self._take(name, tuple(Swatch(color) for color in swatches_of(pixels)))

    def take_from_library(self, name: str) -> None:
        try:
            self._take(name, self.library.palette(name))
        except (UnflattenError, OSError) as error:
            self._around.say(tr("{name} is no palette. {reason}", name=name, reason=error))

    def keep_in_library(self, name: str) -> None:
        """The present palette under a name."""
        try:
            kept = self.library.keep(name, [Swatch(color, one) for one, color in self._slots()])
        except OSError as error:
            self._around.say(tr("The palette was not kept. {reason}", reason=error))
        else:
            self._around.say(tr("Palette “{name}” is in the library", name=kept))

    def write_to(self, path: Path) -> None:
        """The present palette as a file."""
        try:
            write(path, path.stem, [Swatch(color, name) for name, color in self._slots()])
        except (UnflattenError, OSError) as error:
            self._around.say(tr("The palette was not written. {reason}", reason=error))
        else:
            self._around.say(tr("Saved {name}", name=path.name))

    # Inside

    def _take(self, name: str, swatches: tuple[Swatch, ...]) -> None:
        self._swatches.set(name, swatches)
        self._around.say(counted("%n swatches from {name}", len(swatches), name=name))

    def _load_asked(self) -> None:
        path = self.ask_reference()
        if path is not None:
            self.load(path)

    def _keep_asked(self) -> None:
        name = self.ask_name()
        if name:
            self.keep_in_library(name)

    def _write_asked(self) -> None:
        path = self.ask_target()
        if path is not None:
            self.write_to(path)

    def _open(self, title: str, entries: list[Entry]) -> None:
        self._close()
        self._entries = entries
        menu = self._menu = PopOver(title, "", self._around.theme, self._around.canvas)
        menu.set_rows([text for text, _ in entries])
        menu.chosen.connect(self._on_chosen)
        menu.kept.connect(self._close)
        menu.cancelled.connect(self._close)
        menu.open_above(self._strip)

    def _on_chosen(self, number: int) -> None:
        _, run = self._entries[number]
        self._close()
        run()

    def _close(self) -> None:
        menu, self._menu = self._menu, None
        if menu is not None:
            menu.hide()
            menu.deleteLater()
            self._around.canvas.setFocus(Qt.FocusReason.OtherFocusReason)


def _picture(path: Path) -> QImage:
    """A picture from a file, as it is meant to be seen."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    return reader.read()


def _picture_endings() -> list[str]:
    return [f".{bytes(one.data()).decode()}" for one in QImageReader.supportedImageFormats()]


def _pixels(image: QImage) -> npt.NDArray[np.uint8]:
    """H×W×4 straight RGBA."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return rows[:, : image.width()].copy()
