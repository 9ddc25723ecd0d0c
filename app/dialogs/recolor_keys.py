"""The manual page of the recolour mode: keyboard, all keys from the table, what it saves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.commands.key_places import KeyPlaces
from app.commands.recolor_keys import Binding, KeyTable, legend
from app.languages.translate import mark, tr
from app.panels.recolor.act_titles import GROUPS, TITLES
from app.panels.recolor.caps import KeyCaps
from app.panels.recolor.key_picture import KeyPicture
from app.panels.recolor.legends import Legends
from app.theme.theme import Theme
from app.widgets import label, line

MOST_CAPS = 3
"""Keys shown for one act; of a row of digits the first and the last."""
INTRODUCTION = (
    mark(
        "Pixels hold the number of a slot, the palette holds its colour: changing a slot recolours "
        "every pixel of it, borders included, and no other pixel."
    ),
    mark(
        "Mean a slot with a digit or an arrow, change it with the six keys under the left hand. "
        "A held key is one undo step."
    ),
)
COMPARISON = (
    (
        mark("Here, chart as swatches"),
        mark("digit, Shift+digit; Tab every ten slots"),
        mark("2.1"),
    ),
    (
        mark("Here, whole chart at once"),
        mark("T carries it over, T again for the next mapping"),
        mark("1 for all"),
    ),
    (
        mark("Krita, flat layer"),
        mark(
            "click the palette, press F, click the area with “fill similar”; "
            "borders keep the old colour: grow the selection and fill again"
        ),
        mark("3 to 6"),
    ),
    (
        mark("GIMP, flat layer"),
        mark(
            "Shift+O, click the colour, click the new one, Ctrl+comma, Ctrl+Shift+A; "
            "smooth borders keep a seam that is painted over by hand"
        ),
        mark("5 to 7"),
    ),
    (
        mark("GIMP, indexed picture"),
        mark("double-click the entry of the colour map, type hex, Return; no smooth borders"),
        mark("9"),
    ),
)
"""Way, its steps for one slot, presses and clicks for one slot (typed digits counted)."""


class RecolorKeysDialog(QDialog):
    def __init__(
        self, table: KeyTable, places: KeyPlaces, legends: Legends, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._table, self._legends, self._theme = table, legends, theme
        self.setWindowTitle(tr("Recolouring by keyboard"))
        self.resize(960, 720)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(12)
        for text in INTRODUCTION:
            column.addWidget(self._text(tr(text), page))
        column.addSpacing(4)
        column.addWidget(KeyPicture(table, places, legends, theme, page))
        lost = ", ".join(
            tr("{key} ({act})", key=key, act=tr(TITLES[binding.act]))
            for binding, key in legends.lost
        )
        if lost:
            words = tr(
                "The place wins over what is printed. Not on this keyboard: {keys}", keys=lost
            )
            column.addWidget(self._text(words, page))
        column.addWidget(line(kind="line2", parent=page))
        column.addLayout(self._made_keys(page))
        column.addWidget(line(kind="line2", parent=page))
        heading = tr("A character with 20 slots, to a given chart")
        column.addWidget(label(heading, theme, font="heading", parent=page))
        column.addLayout(self._made_comparison(page))
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setWidget(page)
        self.area.setAccessibleName(tr("Recolouring by keyboard"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def _text(self, text: str, parent: QWidget) -> QWidget:
        made = label(text, self._theme, tone="second", parent=parent)
        made.setWordWrap(True)
        return made

    def _made_keys(self, parent: QWidget) -> QHBoxLayout:
        """All acts in two columns, group by group."""
        rows: list[tuple[str, Binding | None]] = []
        for group, heading in GROUPS.items():
            rows.append((tr(heading), None))
            rows += [
                (tr(TITLES[one.act]), one) for one in self._table.bindings if one.group == group
            ]
        columns = QHBoxLayout()
        columns.setSpacing(32)
        half = -(-len(rows) // 2)
        for part in (rows[:half], rows[half:]):
            grid = QGridLayout()
            grid.setHorizontalSpacing(12)
            grid.setVerticalSpacing(4)
            grid.setColumnStretch(1, 1)
            for number, (text, binding) in enumerate(part):
                if binding is None:
                    head = label(text, self._theme, font="bold", parent=parent)
                    head.setContentsMargins(0, 10, 0, 2)
                    grid.addWidget(head, number, 0, 1, 2)
                    continue
                grid.addWidget(self._keys_of(binding, parent), number, 0)
                grid.addWidget(label(text, self._theme, parent=parent), number, 1)
            grid.setRowStretch(len(part), 1)
            columns.addLayout(grid, 1)
        return columns

    def _keys_of(self, binding: Binding, parent: QWidget) -> QWidget:
        holder = QWidget(parent)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        keys, lost = binding.keys, {key for one, key in self._legends.lost if one is binding}
        shown = keys if len(keys) <= MOST_CAPS else (keys[0], keys[-1])
        for number, key in enumerate(shown):
            if number and len(keys) > MOST_CAPS:
                row.addWidget(label("…", self._theme, tone="second", parent=holder))
            caps = KeyCaps(legend(binding, key, self._legends.printed), self._theme, parent=holder)
            caps.set_off(key in lost)
            row.addWidget(caps)
        row.addStretch(1)
        return holder

    def _made_comparison(self, parent: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        heads = (tr("Way"), tr("Steps for one slot"), tr("Presses and clicks"))
        for column, text in enumerate(heads):
            grid.addWidget(
                label(text, self._theme, font="small", tone="second", parent=parent), 0, column
            )
        top = Qt.AlignmentFlag.AlignTop
        for number, (way, steps, count) in enumerate(COMPARISON, start=1):
            grid.addWidget(
                label(tr(way), self._theme, font="medium", parent=parent), number, 0, top
            )
            grid.addWidget(self._text(tr(steps), parent), number, 1, top)
            grid.addWidget(
                label(tr(count), self._theme, font="bold", parent=parent), number, 2, top
            )
        return grid
