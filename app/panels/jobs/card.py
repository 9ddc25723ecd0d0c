"""One job as a card: what, how far, stages with their times, memory, the way out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.engine_link.job import JobState
from app.languages.engine_words import said
from app.languages.translate import mark, tr
from app.memory import engine_memory
from app.panels.layers.thumbnails import Thumbnails
from app.session.job_board import JobRecord, Stage
from app.theme.theme import Theme
from app.widgets import IconButton, IconLabel, TextButton, ground, label, line, set_tone
from app.words import duration, gigabytes, progress_percent, time_left

MOST_STAGES = 8
PICTURE = 36
_STATES = {
    JobState.QUEUED: mark("Waiting"),
    JobState.RUNNING: mark("Running"),
    JobState.CANCELLING: mark("Cancelling"),
    JobState.FINISHED: mark("Done"),
    JobState.FAILED: mark("Failed"),
    JobState.CANCELLED: mark("Cancelled"),
}


class JobCard(QWidget):
    """Follows one record; says what was pressed, decides nothing."""

    details_asked = Signal()
    removed = Signal(object)
    """JobRecord"""
    move_asked = Signal(object, int)
    """JobRecord, -1 for earlier or 1 for later in the queue"""
    show_asked = Signal()
    """what came out of it"""

    def __init__(
        self,
        record: JobRecord,
        theme: Theme,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.record = record
        self._theme, self._thumbnails = theme, thumbnails
        ground(self, "raised")
        self.setAccessibleName(f"{tr(record.title)} {record.subject}")
        self._title = label(tr(record.title), theme, font="bold", parent=self)
        self._subject = label(record.subject, theme, font="small", tone="second", parent=self)
        self._subject.setWordWrap(True)
        self._picture = QLabel(self)
        self._picture.setObjectName("picture")
        self._picture.setFixedSize(PICTURE, PICTURE)
        self.earlier = IconButton("chevron-up", tr("Earlier"), theme, side=24, parent=self)
        self.later = IconButton("chevron-down", tr("Later"), theme, side=24, parent=self)
        self.earlier.clicked.connect(partial(self._move, -1))
        self.later.clicked.connect(partial(self._move, 1))
        self.show_result = TextButton(tr("Show"), theme, kind="flat", parent=self)
        self.show_result.clicked.connect(self.show_asked)
        self.cancel = TextButton(tr("Cancel"), theme, parent=self)
        self.cancel.clicked.connect(self._on_button)
        self._percent = label("", theme, font="bold", parent=self)
        self._left = label("", theme, font="small", tone="second", parent=self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(tr("Progress"))
        self._stages = QGridLayout()
        self._stages.setHorizontalSpacing(8)
        self._stages.setVerticalSpacing(6)
        self._stages.setColumnStretch(1, 1)
        self._shown_stages: list[tuple[Stage, IconLabel, QWidget, QWidget]] = []
        self._line = line(kind="line2", parent=self)
        self._memory = label("", theme, font="small", tone="second", parent=self)
        self._running = label("", theme, font="small", tone="second", parent=self)
        self._lay_out()
        record.changed.connect(self.refresh)
        thumbnails.arrived.connect(self._show_picture)
        self.refresh()
        self._show_picture()

    def refresh(self) -> None:
        """Show how things stand; also called every second, for the times."""
        record = self.record
        state = record.state
        is_running = state in (JobState.RUNNING, JobState.CANCELLING)
        for part in (self._percent, self._left, self._bar):
            part.setVisible(is_running)
        for below in (self._memory, self._running, self._line):
            below.setVisible(state is JobState.RUNNING)
        is_waiting = state is JobState.QUEUED
        self.earlier.setVisible(is_waiting)
        self.later.setVisible(is_waiting)
        self.show_result.setVisible(state is JobState.FINISHED)
        self.cancel.setText(tr("Cancel") if is_running else tr("Remove"))
        self.cancel.setEnabled(state is not JobState.CANCELLING)
        self._bar.setValue(round(record.job.fraction * 1000))
        set_tone(self._bar, "cancelling" if state is JobState.CANCELLING else "", "state")
        self._percent.setText(progress_percent(record.job.fraction))
        left = record.job.seconds_left
        if state is JobState.CANCELLING:
            self._left.setText(tr("Cancelling, giving memory back"))
        else:
            self._left.setText("" if left is None else time_left(left))
        self._subject.setText(self._second_line(state))
        self._show_stages()
        memory = engine_memory() if state is JobState.RUNNING else None
        self._memory.setText(
            "" if memory is None else tr("Engine memory {size}", size=gigabytes(memory))
        )
        self._running.setText(tr("Running {duration}", duration=duration(record.seconds)))
        how_far = progress_percent(record.job.fraction)
        self.setAccessibleDescription(f"{tr(_STATES[state])}, {how_far}, {said(record.job.stage)}")

    def show_place(self, *, is_first: bool, is_last: bool) -> None:
        """Where a waiting job is among those that wait."""
        self.earlier.setEnabled(not is_first)
        self.later.setEnabled(not is_last)

    def _show_picture(self, _layer: object = None) -> None:
        """What the job works on, small."""
        source = self.record.source
        image = None if source is None else self._thumbnails.image(source)
        self._picture.setVisible(source is not None)
        if image is not None:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(image.width() / PICTURE)
            self._picture.setPixmap(pixmap)

    def _move(self, step: int) -> None:
        self.move_asked.emit(self.record, step)

    def _second_line(self, state: JobState) -> str:
        record = self.record
        if state is JobState.QUEUED:
            return tr("{subject}, waiting for the engine", subject=record.subject)
        if state is JobState.FINISHED:
            return ", ".join(part for part in (record.summary, duration(record.seconds)) if part)
        return record.subject

    def _show_stages(self) -> None:
        stages = self.record.stages[-MOST_STAGES:] if self.record.job.is_open else []
        if [stage for stage, *_ in self._shown_stages] != stages:
            self._rebuild_stages(stages)
        for stage, icon, name, seconds in self._shown_stages:
            is_done = stage.seconds is not None
            icon.show_icon("check" if is_done else "play", "ok" if is_done else "t1")
            name.setFont(self._theme.fonts["small"])
            set_tone(name, "second" if is_done else "")
            seconds.setText(duration(self.record.stage_seconds(stage)))  # type: ignore[attr-defined]

    def _rebuild_stages(self, stages: list[Stage]) -> None:
        for _, *parts in self._shown_stages:
            for part in parts:
                self._stages.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._shown_stages = []
        for row, stage in enumerate(stages):
            icon = IconLabel("play", self._theme, parent=self)
            name = label(said(stage.name), self._theme, font="small", parent=self)
            seconds = label("", self._theme, font="small", tone="second", parent=self)
            self._stages.addWidget(icon, row, 0)
            self._stages.addWidget(name, row, 1)
            self._stages.addWidget(seconds, row, 2, Qt.AlignmentFlag.AlignRight)
            self._shown_stages.append((stage, icon, name, seconds))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._subject)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        for button in (self.earlier, self.later, self.show_result, self.cancel):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        progress = QHBoxLayout()
        progress.addWidget(self._percent)
        progress.addStretch(1)
        progress.addWidget(self._left)
        foot = QHBoxLayout()
        foot.addWidget(self._memory)
        foot.addStretch(1)
        foot.addWidget(self._running)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(progress)
        column.addWidget(self._bar)
        column.addLayout(self._stages)
        column.addWidget(self._line)
        column.addLayout(foot)

    def _on_button(self) -> None:
        if self.record.job.is_open:
            self.record.job.cancel()
        else:
            self.removed.emit(self.record)


class FailedCard(QWidget):
    """A job that did not work: what happened, what is safe, the way out."""

    details_asked = Signal()
    removed = Signal(object)
    """JobRecord"""
    retried = Signal(object)
    """JobRecord"""

    def __init__(self, record: JobRecord, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.record = record
        ground(self, "error")
        error = record.error
        assert error is not None
        icon = IconLabel("circle-alert", theme, color="err", parent=self)
        title = label(
            tr("{title} stopped", title=tr(record.title)), theme, font="bold", parent=self
        )
        text = label(
            f"{said(error.message)} {said(error.hint)}".strip(), theme, font="small", parent=self
        )
        text.setWordWrap(True)
        self.text = f"{title.text()}. {text.text()}"
        self.setAccessibleName(title.text())
        self.setAccessibleDescription(text.text())
        again = TextButton(tr("Try again"), theme, parent=self)
        again.clicked.connect(self._on_retry)
        again.setVisible(record.again is not None)
        remove = TextButton(tr("Remove"), theme, kind="flat", parent=self)
        remove.clicked.connect(self._on_remove)
        details = TextButton(tr("Details"), theme, kind="flat", parent=self)
        details.clicked.connect(self.details_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(again)
        buttons.addWidget(details)
        buttons.addWidget(remove)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title)
        words.addWidget(text)
        words.addSpacing(4)
        words.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(8)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def refresh(self) -> None:
        """Nothing moves here."""

    def _on_retry(self) -> None:
        self.retried.emit(self.record)

    def _on_remove(self) -> None:
        self.removed.emit(self.record)
