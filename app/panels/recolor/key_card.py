"""The card over the canvas with the keys that make sense next, under their real legends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.commands.recolor_keys import KeyTable
from app.languages.translate import mark, tr
from app.panels.recolor.act_titles import TITLES
from app.panels.recolor.caps import KeyCaps
from app.panels.recolor.floating import RADIUS, SHADOW, Floating, Plate
from app.panels.recolor.legends import Legends
from app.theme.theme import Theme
from app.widgets import label, line

EDGE = 20
SHOWN_FOR = 8
"""Times the mode is entered with the card; then `?` brings it back."""
BLOCK = (
    ("color.hue_up", mark("hue +2°")),
    ("color.lighter", mark("lighter")),
    ("color.more_chroma", mark("more chroma")),
    ("color.hue_down", mark("hue −2°")),
    ("color.darker", mark("darker")),
    ("color.less_chroma", mark("less chroma")),
)
"""The six keys under the left hand, row by row."""
ROWS: tuple[tuple[tuple[tuple[str, int], ...], str], ...] = (
    ((("focus.digit", 0), ("focus.digit", 9)), "focus.digit"),
    ((("bank.next", 0),), "bank.next"),
    (
        (("focus.left", 0), ("focus.up", 0), ("focus.down", 0), ("focus.right", 0)),
        mark("Neighbouring region"),
    ),
    ((("type.value", 0),), "type.value"),
    ((("color.swatch", 0),), "color.swatch"),
    ((("pick.canvas", 0),), "pick.canvas"),
    ((("harmony.open", 0),), "harmony.open"),
    ((("slot.pin", 0),), "slot.pin"),
    ((("color.reset", 0),), "color.reset"),
    ((("compare.original", 0),), "compare.original"),
)
"""Keys of a row (act, which of its keys) and the act whose name it has, or its text."""


class KeyCard(Floating):
    """300 wide, top right; lets the pointer through and never takes the focus."""

    def __init__(self, table: KeyTable, legends: Legends, theme: Theme, canvas: QWidget) -> None:
        super().__init__(theme, canvas)
        self._legends, self._theme, self._canvas = legends, theme, canvas
        self._caps: list[tuple[KeyCaps, str, int]] = []
        self.is_wanted = True
        self.setFixedWidth(theme.tokens.size("overlay") + 2 * SHADOW)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Next keys"))
        count = sum(len(one.keys) for one in table.bindings)
        plate = self._plate = Plate(theme, self)
        holder = QVBoxLayout(self)
        holder.setContentsMargins(RADIUS, RADIUS, RADIUS, RADIUS)
        holder.addWidget(plate)
        column = QVBoxLayout(plate)
        column.setContentsMargins(16 - RADIUS, 12 - RADIUS, 16 - RADIUS, 14 - RADIUS)
        column.setSpacing(8)
        column.addLayout(self._made_head(count))
        column.addLayout(self._made_block())
        self._note = label(
            tr("Hold to repeat. Shift for the coarse step."),
            theme,
            font="tiny",
            tone="second",
            parent=self,
        )
        self._note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._note)
        column.addWidget(line(kind="line2", parent=self._plate))
        column.addLayout(self._made_rows())
        self._lost = label("", theme, font="tiny", tone="second", parent=self._plate)
        self._lost.setWordWrap(True)
        column.addWidget(self._lost)
        legends.changed.connect(self._show_caps)
        canvas.installEventFilter(self)
        self._show_caps()
        self.hide()

    def _made_head(self, count: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(tr("Next keys"), self._theme, font="bold", parent=self._plate), 1)
        row.addWidget(self._cap("mode.keys"))
        text = tr("all {count} keys", count=count)
        row.addWidget(label(text, self._theme, font="small", tone="second", parent=self._plate))
        return row

    def _made_block(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        for number, (act, text) in enumerate(BLOCK):
            row, column = number // 3 * 2, number % 3
            grid.addWidget(self._cap(act, height=28), row, column, centre)
            words = label(tr(text), self._theme, font="tiny", tone="second", parent=self._plate)
            grid.addWidget(words, row + 1, column, centre)
            grid.setColumnStretch(column, 1)
        grid.setRowMinimumHeight(1, 20)
        return grid

    def _made_rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(10)
        grid.setColumnMinimumWidth(0, 92)
        grid.setColumnStretch(1, 1)
        for number, (keys, text) in enumerate(ROWS):
            holder = QWidget(self._plate)
            caps = QHBoxLayout(holder)
            caps.setContentsMargins(0, 0, 0, 0)
            caps.setSpacing(3)
            is_range = text == "focus.digit"
            for at, (act, which) in enumerate(keys):
                if is_range and at:
                    caps.addWidget(QLabel("–", holder))
                caps.addWidget(self._cap(act, which))
            caps.addStretch(1)
            grid.addWidget(holder, number, 0)
            words = label(tr(TITLES.get(text, text)), self._theme, font="small", parent=self._plate)
            grid.addWidget(words, number, 1)
        return grid

    def _cap(self, act: str, number: int = 0, *, height: int = 20) -> KeyCaps:
        caps = KeyCaps((), self._theme, height=height, parent=self._plate)
        self._caps.append((caps, act, number))
        return caps

    def set_down(self, acts: frozenset[str]) -> None:
        """Show which keys are held."""
        for caps, act, _ in self._caps:
            caps.set_down(act in acts)

    def show_possible(self, can: dict[str, bool]) -> None:
        """Dash the keys that mean nothing now."""
        for caps, act, _ in self._caps:
            caps.set_off(not can.get(act, True))

    def _show_caps(self) -> None:
        for caps, act, number in self._caps:
            caps.show_texts(self._legends.caps(act, number))
        lost = ", ".join(
            tr("{key} ({act})", key=key, act=tr(TITLES[binding.act]))
            for binding, key in self._legends.lost
        )
        self._lost.setText(tr("Not on this keyboard: {keys}", keys=lost) if lost else "")
        self._lost.setVisible(bool(lost))
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def showEvent(self, event: object) -> None:
        self.place()

    def place(self) -> None:
        """Top right; gone where the canvas is too small for it and the strip."""
        self.adjustSize()
        self.move_card(QPoint(self._canvas.width() - self.card.width() - EDGE, EDGE))

    @property
    def fits(self) -> bool:
        """Whether the canvas has room for it beside a picture."""
        room = self._canvas.height() - 2 * EDGE - self._theme.tokens.size("strip") - EDGE
        return (
            self._canvas.width() >= 2 * self.width()
            and self.sizeHint().height() - 2 * SHADOW <= room
        )
