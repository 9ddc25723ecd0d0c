"""The window as an artist uses it: by what is on the screen and by keys, never by its insides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.application import Program
from app.dialogs.questions import Answer, LossAnswer, Questions
from app.settings import Settings
from app.theme.theme import Scheme
from engine.document.model import Document, Layer, LayerId, PixelLayer
from engine.document.raster import pixels_of
from engine.document.tree import walk
from tests.app.pictures import decomposed_document, flat_document
from tests.fakes.engine import FakeEngine

PATIENCE = 10_000


class PlayedQuestions(Questions):
    """Answers from the test; an unexpected question is a failure."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.to_open: list[Path] = []
        self.to_save: list[Path] = []
        self.answers: list[Answer] = []
        self.loss_answers: list[LossAnswer] = []
        self.losses: tuple[str, ...] = ()
        self.asked: list[str] = []

    def file_to_open(self, folder: Path | None) -> Path | None:
        self.asked.append("open")
        return self.to_open.pop(0)

    def file_to_save(self, suggestion: Path) -> Path | None:
        self.asked.append(f"save {suggestion.name}")
        return self.to_save.pop(0)

    def psd_to_export(self, suggestion: Path) -> Path | None:
        self.asked.append(f"export {suggestion.name}")
        return self.to_save.pop(0)

    def accept_losses(self, name: str, sentences: Sequence[str]) -> LossAnswer:
        self.asked.append(f"losses {name}")
        self.losses = tuple(sentences)
        return self.loss_answers.pop(0)

    def save_changes(self, name: str) -> Answer:
        self.asked.append(f"changes {name}")
        return self.answers.pop(0)


class Editor:
    """One window with a played engine. Times out with an error instead of waiting for ever."""

    def __init__(self, qapp: QApplication, qtbot: QtBot, folder: Path, scheme: Scheme) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.engine = FakeEngine()
        self.engine.start()
        self.program = Program(
            qapp, self.engine, Settings(folder / "settings.json"), folder / "recovery", scheme
        )
        self.window = self.program.window
        self.session = self.program.services.session
        self.questions = PlayedQuestions(self.window)
        self.window.paperwork.questions = self.questions
        self.window.resize(1280, 720)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()

    # What an artist does

    def open(self, document: Document | None = None, name: str = "picture.png") -> None:
        """Open a file; the engine hands over this document."""
        path = self.folder / name
        path.touch()
        self.window.paperwork.open_path(path)
        self.engine.finish(document=document or flat_document())
        self.settle()

    def decompose(self) -> None:
        """Press the key, and let the engine do its work."""
        self.decompose_key()
        self.engine.progress(0.4, "Finding lines")
        asked = self.engine.submissions[-1][2]
        assert asked is not None
        self.engine.finish(document=decomposed_document(asked))
        self.settle()

    def decompose_key(self) -> None:
        """Only press the key; the test plays what the engine does."""
        self.key("Ctrl+Return")

    def do(self, command: str) -> None:
        """Run a command as its menu entry does."""
        action = self.window.registry.action(command)
        assert action.isEnabled(), f"{command} cannot be used now"
        action.trigger()

    def can(self, command: str) -> bool:
        return self.window.registry.action(command).isEnabled()

    def key(self, keys: str, on: QWidget | None = None) -> None:
        """Press a key with its modifiers where the focus is."""
        QTest.keySequence(on or self.focus, keys)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def undo(self) -> None:
        self.key("Ctrl+Z")

    def redo(self) -> None:
        self.key("Ctrl+Shift+Z")

    def click_eye(
        self,
        name: str,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        tree = self.window.dock.layers.tree
        where = self.eye(name)
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, modifiers, where)

    def drag_eyes(self, *names: str) -> None:
        """Press on the first eye and draw over the others."""
        viewport = self.window.dock.layers.tree.viewport()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=self.eye(names[0]))
        for name in names[1:]:
            QTest.mouseMove(viewport, self.eye(name))
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=self.eye(names[-1]))

    def select(self, *names: str) -> None:
        self.session.select([self.id_of(name) for name in names])

    # Tools on the canvas, in document pixels

    def use(self, name: str) -> None:
        """Choose a tool as its menu entry does."""
        if self.window.tool_name() != name:
            self.do(f"tool.{name}")
        self.window.canvas.setFocus()

    def option(self, name: str, value: object) -> None:
        """Set a field of the options row."""
        self.window.toolbox.options.set(name, value)

    def drag_tool(
        self,
        start: tuple[float, float],
        *others: tuple[float, float],
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        settle: bool = True,
    ) -> None:
        """Press at a point of the picture, go through the others, let go at the last one."""
        self.press(start, keys)
        for point in others:
            self._mouse(QEvent.Type.MouseMove, point, keys, Qt.MouseButton.LeftButton)
        self._mouse(QEvent.Type.MouseButtonRelease, others[-1] if others else start, keys)
        if settle:
            self.settle()

    def press(
        self,
        point: tuple[float, float],
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self._mouse(QEvent.Type.MouseButtonPress, point, keys, Qt.MouseButton.LeftButton)

    def click(
        self,
        point: tuple[float, float],
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.drag_tool(point, keys=keys)

    def hover(self, point: tuple[float, float]) -> None:
        self._mouse(
            QEvent.Type.MouseMove, point, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
        )

    def _mouse(
        self,
        kind: QEvent.Type,
        point: tuple[float, float],
        keys: Qt.KeyboardModifier,
        down: Qt.MouseButton = Qt.MouseButton.NoButton,
    ) -> None:
        canvas = self.window.canvas
        ratio = canvas.devicePixelRatioF()
        x, y = canvas.viewport.to_view(*point)
        place = QPointF(x / ratio, y / ratio)
        button = Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseMove:
            button = Qt.MouseButton.NoButton
        where = QPointF(canvas.mapToGlobal(place))
        event = QMouseEvent(kind, place, where, button, down, keys)
        QApplication.sendEvent(canvas, event)
        QApplication.processEvents()

    @property
    def area(self) -> np.ndarray:
        """What is selected as H×W uint8, all 0 when nothing is."""
        self.settle()
        size = self.document.size
        area = self.session.area
        if area is None:
            return np.zeros((size.height, size.width), np.uint8)
        return pixels_of(area.coverage, size.rect)

    def pixels(self, name: str) -> np.ndarray:
        """A layer's pixels inside the canvas, H×W×4."""
        self.settle()
        layer = self.layer(name)
        assert isinstance(layer, PixelLayer)
        return pixels_of(layer.raster, self.document.size.rect)

    # What is on the screen

    @property
    def focus(self) -> QWidget:
        active = QApplication.activeModalWidget() or self.window
        return active.focusWidget() or active

    @property
    def document(self) -> Document:
        document = self.session.document
        assert document is not None
        return document

    @property
    def names(self) -> list[str]:
        """Names of the rows from top to bottom, those in closed groups left out."""
        tree = self.window.dock.layers.tree
        found = []
        index = tree.model().index(0, 0)
        while index.isValid():
            found.append(str(index.data()))
            index = tree.indexBelow(index)
        return found

    @property
    def chosen(self) -> list[str]:
        """Names of the rows that are painted as chosen."""
        tree = self.window.dock.layers.tree
        return sorted(str(index.data()) for index in tree.selectionModel().selectedIndexes())

    @property
    def history(self) -> list[str]:
        """The lines of the history panel."""
        model = self.window.dock.history.list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    @property
    def history_row(self) -> int:
        return self.window.dock.history.list.currentIndex().row()

    def layer(self, name: str) -> Layer:
        return next(layer for layer in walk(self.document.layers) if layer.name == name)

    def id_of(self, name: str) -> LayerId:
        return self.layer(name).id

    def eye(self, name: str) -> QPoint:
        tree = self.window.dock.layers.tree
        row = tree.visualRect(tree.layer_model.index_of(self.id_of(name)))
        assert row.isValid(), f"{name} is not in sight"
        return QPoint(row.left() + 18, row.center().y())

    def color_at(self, x: int, y: int) -> str:
        """The colour on the screen in the middle of a document pixel."""
        self.settle()
        canvas = self.window.canvas
        ratio = canvas.devicePixelRatioF()
        screen_x, screen_y = canvas.viewport.to_view(x + 0.5, y + 0.5)
        image = canvas.grab().toImage()
        return QColor(image.pixel(int(screen_x / ratio), int(screen_y / ratio))).name()

    def settle(self) -> None:
        """Wait until everything in sight is painted and the sum is checked."""

        def is_calm() -> bool:
            is_checked = self.program.services.checker.is_complete or self.session.is_in_gesture
            is_drawn = not self.session.is_open or self.window.canvas.is_complete
            is_worked_out = self.window.toolbox.is_complete
            return (
                is_checked
                and is_drawn
                and is_worked_out
                and not self.program.services.mover.is_moving
            )

        QApplication.processEvents()
        self.qtbot.waitUntil(is_calm, timeout=PATIENCE)

    @property
    def sum_text(self) -> str:
        self.settle()
        return self.window.dock.layers.badge.text

    def end(self) -> None:
        """Close without questions and stop every worker."""
        self.session.close()
        self.program.shutdown()
        self.window.close()
        self.window.deleteLater()
        self.program.services.theme.deleteLater()
        self.program.deleteLater()
        QApplication.sendPostedEvents(None, 52)  # DeferredDelete
        QApplication.processEvents()
