"""The sum check in words: whether the layers add up to the opened picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.languages.translate import tr
from app.session.sum_check import SumCheck, SumChecker, Verdict
from app.theme.theme import Theme
from app.widgets import ElidedLabel, IconLabel, label, line, set_tone

LOOKS = {
    Verdict.EXACT: ("circle-check", "ok", "okbg"),
    Verdict.NEAR: ("triangle-alert", "warn", "warnbg"),
    Verdict.WRONG: ("circle-alert", "err", "errbg"),
    Verdict.PAUSED: ("info", "t2", "raised"),
    Verdict.CHECKING: ("refresh-cw", "t2", "raised"),
}


class SumBadge(QWidget):
    """24 px high badge and what differs beside it; hidden when nothing can be compared."""

    def __init__(self, checker: SumChecker, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(41)
        self._badge = QWidget(self)
        self._badge.setFixedHeight(24)
        self._badge.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = IconLabel("circle-check", theme, color="ok", parent=self._badge)
        self._title = label("", theme, font="bold", parent=self._badge)
        inside = QHBoxLayout(self._badge)
        inside.setContentsMargins(8, 0, 8, 0)
        inside.setSpacing(6)
        inside.addWidget(self._icon)
        inside.addWidget(self._title)
        self._badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._detail = ElidedLabel(theme, font="small", tone="second", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._badge)
        row.addWidget(self._detail, 1)
        self._line = line(parent=self)
        self.setAccessibleName(tr("Sum check"))
        self._verdict = Verdict.NONE
        checker.changed.connect(self.show_state)
        theme.changed.connect(self._paint_badge)
        self.show_state(checker.state)

    @property
    def text(self) -> str:
        """All that the badge says."""
        return ", ".join(part for part in (self._title.text(), self._detail.full_text) if part)

    def show_state(self, state: SumCheck) -> None:
        self.setVisible(state.verdict is not Verdict.NONE)
        self._verdict = state.verdict
        self._title.setText(state.title)
        self._detail.show_text(state.detail)
        self.setAccessibleDescription(self.text)
        self.setToolTip(tr("{text}\nThe layers compared with the opened picture.", text=self.text))
        self._paint_badge()

    def _paint_badge(self) -> None:
        icon, color, ground = LOOKS.get(self._verdict, LOOKS[Verdict.CHECKING])
        self._icon.show_icon(icon, color)
        set_tone(self._badge, ground, "badge")

    def resizeEvent(self, event: object) -> None:
        self._line.setGeometry(0, 0, self.width(), 1)
