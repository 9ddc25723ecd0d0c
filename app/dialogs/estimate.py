"""Tells before a large job what it needs, and whether that is there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.languages.translate import counted, tr
from app.session.estimate import Need
from app.theme.theme import Theme
from app.widgets import TextButton, label, line, set_tone
from app.words import about, gigabytes


class EstimateDialog(QDialog):
    """Accepted: the job may begin. `skips_when_it_fits`: the artist's wish for the next ones."""

    def __init__(self, name: str, need: Need, waiting: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Decompose “{name}”", name=name))
        self.setMinimumWidth(460)
        title = label(self.windowTitle(), theme, font="heading", parent=self)
        title.setWordWrap(True)
        rows = QGridLayout()
        rows.setColumnStretch(1, 1)
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(8)
        facts = [
            (tr("Picture"), tr("{count} megapixels", count=f"{need.pixels / 1e6:.0f}")),
            (tr("Needs memory"), gigabytes(need.memory)),
            (tr("Time"), about(need.seconds)),
        ]
        if need.free is not None:
            facts.insert(2, (tr("Free memory"), gigabytes(need.free)))
        if waiting:
            facts.append((tr("Queue"), counted("Starts after %n jobs", waiting)))
        for number, (word, value) in enumerate(facts):
            rows.addWidget(label(word, theme, tone="second", parent=self), number, 0)
            rows.addWidget(label(value, theme, parent=self), number, 1)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(tr("Share of the free memory"))
        share = 0.0 if need.free is None else need.memory / max(need.free, 1.0)
        self.bar.setValue(round(1000 * min(share, 1.0)))
        self.bar.setVisible(need.free is not None)
        set_tone(self.bar, "" if need.fits else "short", "state")
        self.verdict = label("", theme, tone="second" if need.fits else "warn", parent=self)
        self.verdict.setWordWrap(True)
        self.verdict.setText(
            tr("It fits. You can go on working meanwhile.")
            if need.fits
            else tr(
                "{size} short. The computer may become very slow, or the engine may be stopped; "
                "your document is safe either way. Close other programs first, or scale the "
                "picture down.",
                size=gigabytes(need.memory - (need.free or 0.0)),
            )
        )
        self._skip = QCheckBox(tr("Skip this when it fits"), self)
        cancel = TextButton(tr("Cancel"), theme, parent=self)
        cancel.clicked.connect(self.reject)
        self.go = TextButton(
            tr("Add to queue") if need.fits else tr("Try anyway"),
            theme,
            kind="primary" if need.fits else "",
            parent=self,
        )
        self.go.clicked.connect(self.accept)
        (self.go if need.fits else cancel).setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._skip, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addLayout(rows)
        column.addWidget(self.bar)
        column.addWidget(self.verdict)
        column.addWidget(line(kind="line2", parent=self))
        column.addLayout(foot)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        (self.go if need.fits else cancel).setFocus()

    @property
    def skips_when_it_fits(self) -> bool:
        return self._skip.isChecked()
