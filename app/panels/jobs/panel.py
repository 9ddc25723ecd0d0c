"""What the engine does now, what waits, what is done and what did not work."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.engine_link.job import JobState
from app.engine_link.link import EngineLink, EngineState
from app.languages.translate import mark, tr
from app.panels.jobs.card import PICTURE, FailedCard, JobCard
from app.panels.layers.thumbnails import Thumbnails
from app.session.job_board import JobBoard, JobRecord
from app.theme.theme import Theme
from app.widgets import IconLabel, TextButton, ground, label, line

_ENGINE_WORDS = {
    EngineState.STOPPED: mark("Engine stopped"),
    EngineState.STARTING: mark("Engine starting"),
    EngineState.READY: mark("Engine ready, its own process"),
    EngineState.DOWN: mark("Engine off"),
}


class JobsPanel(QWidget):
    """Running first, then what waits in its order, then what is over, newest first."""

    details_asked = Signal()
    show_asked = Signal()
    """the result of a job"""
    decompose_asked = Signal()

    def __init__(
        self, board: JobBoard, link: EngineLink, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        ground(self, "panel")
        self._board, self._link, self._theme = board, link, theme
        self._thumbnails = Thumbnails(2 * PICTURE, self)
        self._cards: dict[JobRecord, JobCard | FailedCard] = {}
        inside = QWidget()
        ground(inside, "panel")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(12)
        self._empty = self._made_empty(inside)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        self.area.setAccessibleName(tr("Jobs"))
        self._engine = label("", theme, font="small", tone="second", parent=self)
        self._restart = TextButton(tr("Start engine"), theme, kind="flat", parent=self)
        self._restart.clicked.connect(link.restart)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 8, 0)
        foot.setSpacing(8)
        foot.addStrut(36)
        foot.addWidget(IconLabel("cpu", theme, parent=self))
        foot.addWidget(self._engine, 1)
        foot.addWidget(self._restart)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(line(parent=self))
        column.addLayout(foot)
        self._clock = QTimer(self, interval=500)
        self._clock.timeout.connect(self._tick)
        board.changed.connect(self._show)
        link.state_changed.connect(self._show_engine)
        self._show_engine(link.state)
        self._show()

    @property
    def cards(self) -> tuple[JobCard | FailedCard, ...]:
        """From top to bottom."""
        return tuple(self._cards[record] for record in self._in_order(list(self._cards)))

    def _made_empty(self, parent: QWidget) -> QWidget:
        empty = QWidget(parent)
        title = label(tr("No jobs yet"), self._theme, font="bold", parent=empty)
        text = label(
            tr("Decompose the picture to get its layers back."),
            self._theme,
            font="small",
            tone="second",
            parent=empty,
        )
        text.setWordWrap(True)
        button = TextButton(tr("Decompose"), self._theme, parent=empty)
        button.clicked.connect(self.decompose_asked)
        column = QVBoxLayout(empty)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(title)
        column.addWidget(text)
        column.addSpacing(4)
        column.addWidget(button)
        return empty

    def _show(self) -> None:
        shown = [
            record
            for record in self._board.records
            if not record.is_quiet or record.state is JobState.FAILED
        ]
        for record in list(self._cards):
            card = self._cards[record]
            is_outdated = isinstance(card, JobCard) and record.state is JobState.FAILED
            if record not in shown or is_outdated:
                del self._cards[record]
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
        for record in shown:
            if record not in self._cards:
                self._cards[record] = self._made_card(record)
        self._arrange(shown)
        self._empty.setVisible(not self._cards)
        is_alive = any(record.job.is_open for record in self._cards)
        if is_alive and not self._clock.isActive():
            self._clock.start()
        elif not is_alive:
            self._clock.stop()

    def _in_order(self, records: list[JobRecord]) -> list[JobRecord]:
        known = [record for record in self._board.records if record in records]
        running = [one for one in known if one.job.is_open and one.state is not JobState.QUEUED]
        over = [one for one in reversed(known) if not one.job.is_open]
        return [*running, *(one for one in known if one.state is JobState.QUEUED), *over]

    def _arrange(self, records: list[JobRecord]) -> None:
        """Every card at its place, without taking the focus from a button that was pressed."""
        order = self._in_order(records)
        waiting = [record for record in order if record.state is JobState.QUEUED]
        for place, record in enumerate(order):
            card = self._cards[record]
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            if isinstance(card, JobCard) and record in waiting:
                card.show_place(is_first=record is waiting[0], is_last=record is waiting[-1])

    def _move(self, record: JobRecord, step: int) -> None:
        if self._link.move(record.job, step):
            self._board.move(record, step)

    def stop(self) -> None:
        """For the end of the program."""
        self._thumbnails.stop()

    def _made_card(self, record: JobRecord) -> JobCard | FailedCard:
        inside = self.area.widget()
        card: JobCard | FailedCard
        if record.state is JobState.FAILED:
            card = FailedCard(record, self._theme, inside)
            card.retried.connect(self._retry)
        else:
            card = JobCard(record, self._theme, self._thumbnails, inside)
            card.move_asked.connect(self._move)
            card.show_asked.connect(self.show_asked)
        card.removed.connect(self._board.remove)
        card.details_asked.connect(self.details_asked)
        return card

    def _retry(self, record: JobRecord) -> None:
        again = record.again
        self._board.remove(record)
        if again is not None:
            again()

    def _tick(self) -> None:
        if self.isVisible():
            for card in self._cards.values():
                card.refresh()

    def _show_engine(self, state: EngineState) -> None:
        self._engine.setText(tr(_ENGINE_WORDS[state]))
        self._restart.setVisible(state in (EngineState.DOWN, EngineState.STOPPED))
