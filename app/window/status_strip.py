"""The strip at the foot: where one is on the left, how things stand on the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.canvas.view import CanvasView
from app.engine_link.job import JobState
from app.engine_link.link import EngineLink, EngineState
from app.languages.translate import mark, tr
from app.memory import total_memory, used_memory
from app.panels.layers.sum_badge import LOOKS
from app.session.background import Background
from app.session.job_board import JobBoard
from app.session.session import Session
from app.session.sum_check import SumCheck, SumChecker, Verdict
from app.theme.theme import Theme
from app.widgets import IconLabel, ground, label, line, set_tone
from app.words import gigabytes, progress_percent, zoom_percent
from engine.compositor.composite import composite
from engine.document.geometry import Rect
from engine.document.model import Document

MEMORY_EVERY = 3000
OFFLINE = mark("Offline, nothing leaves this computer")
NARROW = 1000


class StatusStrip(QWidget):
    def __init__(
        self,
        session: Session,
        canvas: CanvasView,
        checker: SumChecker,
        board: JobBoard,
        link: EngineLink,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._canvas, self._board, self._link = session, canvas, board, link
        self._theme = theme
        ground(self, "chrome")
        self.setFixedHeight(theme.tokens.size("status"))
        self._engine_dot = _Chip(theme, self)
        self._engine = self._text()
        self._zoom = self._text(tone="")
        self._size = self._text()
        self._position = self._text()
        self._chip = _Chip(theme, self)
        self._hex = label("", theme, font="fixed", tone="second", parent=self)
        self._job = self._text(tone="")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._bar.setFixedWidth(96)
        self._job_percent = self._text(tone="")
        self._sum_icon = IconLabel("circle-check", theme, color="ok", parent=self)
        self._sum = self._text()
        self._memory_icon = IconLabel("memory-stick", theme, parent=self)
        self._memory = self._text()
        self._offline = self._text(tr(OFFLINE))
        self._offline_icon = IconLabel("wifi-off", theme, parent=self)
        self._lay_out()
        canvas.viewport_changed.connect(self._show_view)
        canvas.pointer_moved.connect(self._show_pointer)
        session.opened.connect(self._show_view)
        session.closed.connect(self._show_view)
        checker.changed.connect(self._show_sum)
        board.changed.connect(self._show_job)
        link.state_changed.connect(self._show_engine)
        theme.changed.connect(self._show_engine)
        self._picker = Background(self)
        self._picker.done.connect(self._show_color)
        self._clock = QTimer(self, interval=MEMORY_EVERY)
        self._clock.timeout.connect(self._show_memory)
        self._clock.start()
        self._show_view()
        self._show_pointer(None)
        self._show_sum(checker.state)
        self._show_job()
        self._show_memory()

    @property
    def sum_text(self) -> str:
        return self._sum.text() if self._sum.isVisibleTo(self) else ""

    @property
    def zoom_text(self) -> str:
        return self._zoom.text()

    @property
    def hex_text(self) -> str:
        return self._hex.text()

    @property
    def job_text(self) -> str:
        return self._job.text() if self._job.isVisibleTo(self) else ""

    def stop(self) -> None:
        """For the end of the program."""
        self._picker.stop()

    def _text(self, text: str = "", tone: str = "second") -> QLabel:
        return label(text, self._theme, font="small", tone=tone, parent=self)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        groups = (
            (self._engine_dot, self._engine),
            (self._zoom,),
            (self._size,),
            (self._position,),
            (self._chip, self._hex),
            None,
            (self._job, self._bar, self._job_percent),
            (self._sum_icon, self._sum),
            (self._memory_icon, self._memory),
            (self._offline_icon, self._offline),
        )
        for group in groups:
            if group is None:
                row.addStretch(1)
                continue
            for widget in group:
                row.addWidget(widget)
            row.addSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line(parent=self))
        column.addLayout(row, 1)

    def resizeEvent(self, event: object) -> None:
        self._offline.setText(tr("Offline") if self.width() < NARROW else tr(OFFLINE))
        self._offline.setToolTip(tr(OFFLINE))

    def _show_view(self) -> None:
        document = self._session.document
        is_open = document is not None
        for widget in (self._zoom, self._size, self._position):
            widget.setVisible(is_open)
        if document is not None:
            self._zoom.setText(zoom_percent(self._canvas.zoom))
            self._size.setText(f"{document.size.width} × {document.size.height} px")
        self._show_engine()

    def _show_engine(self) -> None:
        """The engine's state stands where the zoom is when no picture is open."""
        is_shown = self._session.document is None
        for widget in (self._engine_dot, self._engine):
            widget.setVisible(is_shown)
        state = self._link.state
        words = {
            EngineState.READY: (mark("Engine ready"), "ok"),
            EngineState.STARTING: (mark("Engine starting"), "warn"),
            EngineState.DOWN: (mark("Engine off"), "err"),
            EngineState.STOPPED: (mark("Engine stopped"), "t3"),
        }
        text, color = words[state]
        self._engine.setText(tr(text))
        self._engine_dot.show_dot(self._theme.tokens[color])

    def _show_pointer(self, place: tuple[int, int] | None) -> None:
        document = self._session.document
        if place is None or document is None:
            self._position.setText("")
            self._picker.drop()
            for widget in (self._chip, self._hex):
                widget.hide()
            return
        x, y = place
        self._position.setText(f"x {x}  y {y}")
        self._picker.run(partial(_pixel, document, x, y))

    def _show_color(self, pixel: tuple[int, int, int, int]) -> None:
        if not self._position.text():
            return
        for widget in (self._chip, self._hex):
            widget.show()
        red, green, blue, alpha = pixel
        self._chip.show_color(QColor(red, green, blue))
        text = f"#{red:02x}{green:02x}{blue:02x}"
        self._hex.setText(text if alpha == 255 else f"{text} {round(alpha / 2.55)} %")

    def _show_sum(self, state: SumCheck) -> None:
        is_shown = state.verdict is not Verdict.NONE
        self._sum.setVisible(is_shown)
        self._sum_icon.setVisible(is_shown)
        icon, color, _ = LOOKS.get(state.verdict, LOOKS[Verdict.CHECKING])
        self._sum_icon.show_icon(icon, color)
        is_quiet = state.verdict in (Verdict.PAUSED, Verdict.CHECKING)
        text = (
            tr("{pixels:,} px differ", pixels=state.pixels)
            if state.verdict is Verdict.PAUSED
            else state.title
        )
        self._sum.setText(text)
        self._sum.setToolTip(f"{state.title}. {state.detail}")
        set_tone(self._sum, "second" if is_quiet else color)

    def _show_job(self) -> None:
        records = self._board.open_records
        for widget in (self._job, self._bar, self._job_percent):
            widget.setVisible(bool(records))
        if not records:
            return
        record = records[0]
        fraction = record.job.fraction
        is_cancelling = record.state is JobState.CANCELLING
        self._job.setText(
            tr("Cancelling: {title}", title=tr(record.title)) if is_cancelling else tr(record.title)
        )
        self._bar.setValue(round(fraction * 1000))
        set_tone(self._bar, "cancelling" if is_cancelling else "", "state")
        self._job_percent.setText(progress_percent(fraction))

    def _show_memory(self) -> None:
        used, total = used_memory(), total_memory()
        for widget in (self._memory, self._memory_icon):
            widget.setVisible(used is not None and total is not None)
        if used is not None and total is not None:
            self._memory.setText(
                tr("Memory {used:.1f} of {total}", used=used / 1e9, total=gigabytes(total))
            )
            self._memory.setToolTip(tr("Window and engine together, of what this computer has"))


def _pixel(document: Document, x: int, y: int) -> tuple[int, int, int, int]:
    """Red, green, blue, alpha of a pixel, 0..255."""
    pixel = composite(document, Rect(x, y, x + 1, y + 1), threads=1)[0, 0]
    if document.depth == 16:
        pixel = pixel // 257
    red, green, blue, alpha = (int(value) for value in pixel)
    return red, green, blue, alpha


class _Chip(QWidget):
    """A small square of a colour, or a dot."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._color = QColor(0, 0, 0)
        self._is_dot = False
        self.setFixedSize(12, 12)

    def show_color(self, color: QColor) -> None:
        self._color, self._is_dot = color, False
        self.update()

    def show_dot(self, color: QColor) -> None:
        self._color, self._is_dot = color, True
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._color)
        if self._is_dot:
            painter.setPen(QPen(self._color, 0))
            painter.drawEllipse(QRectF(2.5, 2.5, 7, 7))
        else:
            painter.setPen(QPen(QColor(0, 0, 0, 90), 1))
            painter.drawRoundedRect(QRectF(0.5, 0.5, 11, 11), 2, 2)
        painter.end()
