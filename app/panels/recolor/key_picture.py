"""A picture of the keyboard in use with what its keys do in the recolour mode, from the table."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.commands.key_places import KeyPlaces
from app.commands.recolor_keys import KeyTable, chord_of
from app.languages.translate import mark, tr
from app.panels.recolor.legends import Legends
from app.theme.theme import Theme

UNIT, GAP, HEIGHT = 66, 4, 54
INDENTS = (0.0, 0.5, 0.75, 1.25)
"""How far the rows are set in, in keys."""
TINTS = {
    "Focus": "r-fx",
    "Colour": "r-obj",
    "Structure": "r-flat",
    "Variants": "r-shadow",
    "Compare": "r-high",
    "Reference": "r-res",
    "Mode": "r-line",
    "History": "r-line",
}
"""Group of the table -> colour of its bar."""
SHORT = {
    "focus.digit": mark("slot"),
    "focus.next": mark("next"),
    "focus.previous": mark("before"),
    "region.next": mark("region ›"),
    "region.previous": mark("‹ region"),
    "find.slot": mark("find"),
    "frame.slot": mark("frame"),
    "scope.toggle": mark("only this"),
    "color.lighter": mark("lighter"),
    "color.darker": mark("darker"),
    "color.more_chroma": mark("chroma +"),
    "color.less_chroma": mark("chroma −"),
    "color.hue_up": mark("hue +"),
    "color.hue_down": mark("hue −"),
    "pick.canvas": mark("pick"),
    "color.swap": mark("swap"),
    "color.repeat": mark("repeat"),
    "harmony.open": mark("harmony"),
    "slot.pin": mark("pin"),
    "family.link": mark("link"),
    "variant.new": mark("variant"),
    "variant.next": mark("variant ›"),
    "variant.previous": mark("‹ variant"),
    "variant.flip": mark("A/B"),
    "compare.original": mark("original"),
    "compare.split": mark("split"),
    "transfer.next": mark("carry"),
}
"""Act -> the word on its key."""


class KeyPicture(QWidget):
    """The writing block; a bar in the colour of its group marks a key that does something."""

    def __init__(
        self, table: KeyTable, places: KeyPlaces, legends: Legends, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._table, self._places = table, places
        self._legends, self._theme = legends, theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Keyboard with the keys of the recolour mode"))
        legends.changed.connect(self.update)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(UNIT * 13 + 1, (HEIGHT + GAP) * len(self._places.rows))

    @property
    def acts(self) -> Mapping[str, tuple[str, str]]:
        """US name of a place -> (act, group) of its key without modifiers."""
        places = {printed: place for place, printed in self._legends.printed.items()}
        found: dict[str, tuple[str, str]] = {}
        for binding in self._table.bindings:
            for key in binding.keys:
                chord = chord_of(key)
                if chord.modifiers or len(chord.name) > 1:
                    continue
                place = chord.name if binding.is_by_place else places.get(chord.name, "")
                if place and (binding.is_by_place or place not in found):
                    found[place] = (binding.act, binding.group)
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        acts = self.acts
        for number, row in enumerate(self._places.rows):
            left = INDENTS[number] * UNIT
            for place in row:
                box = QRectF(left, number * (HEIGHT + GAP), UNIT - GAP, HEIGHT)
                self._paint_key(painter, box, place, acts.get(place))
                left += UNIT
        painter.end()

    def _paint_key(
        self, painter: QPainter, box: QRectF, place: str, act: tuple[str, str] | None
    ) -> None:
        tokens, fonts = self._theme.tokens, self._theme.fonts
        pen = QPen(tokens["edge" if act else "line2"], 1)
        painter.setPen(pen)
        painter.setBrush(tokens["well" if act else "raised"])
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(tokens["t1" if act else "t3"])
        painter.setFont(fonts["bold" if act else "body"])
        cap = box.adjusted(8, 5, -8, -30)
        painter.drawText(cap, Qt.AlignmentFlag.AlignLeft, self._legends.printed[place])
        if act is None:
            return
        name, group = act
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens[TINTS[group]])
        painter.drawRoundedRect(QRectF(box.right() - 16, box.top() + 9, 8, 8), 2, 2)
        painter.setPen(tokens["t2"])
        painter.setFont(fonts["tiny"])
        words = box.adjusted(7, 28, -3, -4)
        text = painter.fontMetrics().elidedText(
            tr(SHORT.get(name, "")), Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, text)
