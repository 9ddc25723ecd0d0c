"""The strip over the foot of the canvas: the slot in figures, each over the keys that change it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.languages.translate import counted, mark, tr
from app.panels.recolor.caps import KeyCaps
from app.panels.recolor.chips import SlotChip
from app.panels.recolor.floating import RADIUS, Floating, Plate
from app.panels.recolor.legends import Legends
from app.panels.recolor.slot_list import share_text
from app.session.recoloring import Recoloring, title_of
from app.session.recoloring_regions import RegionWalk
from app.session.recoloring_words import ROLES
from app.theme.theme import Theme
from app.widgets import ElidedLabel, TextButton, label, set_tone
from engine.recolor.color import hex_of
from engine.recolor.families import wanted_of
from engine.recolor.gamut import is_in_gamut
from engine.recolor.nudging import Axis, Step

EDGE = 20
VALUES = (
    (Axis.LIGHTNESS, "L", "color.lighter", "color.darker"),
    (Axis.CHROMA, "C", "color.more_chroma", "color.less_chroma"),
    (Axis.HUE, "H", "color.hue_up", "color.hue_down"),
)
NEXT = (
    ("focus.next", mark("Next slot")),
    ("variant.flip", mark("A/B")),
    ("mode.out", mark("Leave")),
)
_LETTERS = {Axis.LIGHTNESS: "l", Axis.CHROMA: "c", Axis.HUE: "h"}
ROOMY = 1000
"""Width below which the next keys are left out, and then area and regions."""


class Entry(QLineEdit):
    """A field in place of the hex value; Tab goes on to L, C and H, Return takes the colour."""

    typed = Signal(str)
    nudged = Signal(object, int, object)
    """axis, direction, step"""
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.axis: Axis | None = None
        """The coordinate that is typed; None: a colour of any spelling."""
        self.setFont(theme.fonts["fixed"])
        self.setAccessibleName(tr("Colour: hex, rgb(), oklch() or a change such as +5h"))
        self.textEdited.connect(self._show_valid)
        self.hide()

    @property
    def meaning(self) -> str:
        """What was typed, spelled out with its coordinate."""
        text = self.text().strip()
        if self.axis is None or not text or text[-1:].lower() in "lch" or "=" in text:
            return text
        letter = _LETTERS[self.axis]
        return f"{text}{letter}" if text[0] in "+-" else f"{letter}={text}"

    def show_invalid(self, text: str) -> None:
        """Say why it means nothing."""
        self.setProperty("state", "wrong")
        set_tone(self, "wrong", "state")
        self.setToolTip(text)
        self.setAccessibleDescription(text)

    def _show_valid(self) -> None:
        set_tone(self, "", "state")
        self.setToolTip("")
        self.setAccessibleDescription("")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._step(-1 if key == Qt.Key.Key_Backtab else 1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.typed.emit(self.meaning)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.axis is not None:
            size = Step.TAP
            if held & Qt.KeyboardModifier.AltModifier:
                size = Step.FINE
            elif held & Qt.KeyboardModifier.ShiftModifier:
                size = Step.COARSE
            self.nudged.emit(self.axis, 1 if key == Qt.Key.Key_Up else -1, size)
        else:
            super().keyPressEvent(event)

    def _step(self, count: int) -> None:
        order: tuple[Axis | None, ...] = (None, Axis.LIGHTNESS, Axis.CHROMA, Axis.HUE)
        self.axis = order[(order.index(self.axis) + count) % len(order)]
        self.parent_strip.place_entry()

    @property
    def parent_strip(self) -> Strip:
        strip = self.parent()
        assert isinstance(strip, Strip)
        return strip


class Strip(Floating):
    """64 high, floats 20 px from the edges. Without slots it says what can be done about that."""

    typed = Signal(str)
    nudged = Signal(object, int, object)
    entry_left = Signal()

    def __init__(
        self,
        recoloring: Recoloring,
        walk: RegionWalk,
        legends: Legends,
        theme: Theme,
        canvas: QWidget,
    ) -> None:
        super().__init__(theme, canvas)
        self._it, self._walk, self._legends = recoloring, walk, legends
        self._theme, self._canvas = theme, canvas
        self._is_region_only = False
        self._height = theme.tokens.size("strip")
        self.setAccessibleName(tr("Slot"))
        self._caps: list[tuple[KeyCaps, str]] = []
        self._slot = self._made_slot()
        self._offer = self._made_offer()
        row = QHBoxLayout(self)
        row.setContentsMargins(RADIUS, RADIUS, RADIUS, RADIUS)
        row.addWidget(self._slot, 1)
        row.addWidget(self._offer, 1)
        self.entry = Entry(theme, self)
        self.entry.typed.connect(self.typed)
        self.entry.nudged.connect(self.nudged)
        self.entry.left.connect(self.entry_left)
        for signal in (recoloring.switched, recoloring.changed, recoloring.focused):
            signal.connect(self.refresh)
        for signal in (walk.found, walk.moved):
            signal.connect(self.refresh)
        legends.changed.connect(self._show_caps)
        canvas.installEventFilter(self)
        self._show_caps()
        self.hide()

    # Parts

    def _made_slot(self) -> QWidget:
        theme, part = self._theme, Plate(self._theme, self)
        self._chip = SlotChip(theme, part)
        self._name = ElidedLabel(theme, font="strip", tone="", parent=part)
        self._place = ElidedLabel(theme, font="small", tone="second", parent=part)
        names = QVBoxLayout()
        names.setSpacing(0)
        for widget in (self._name, self._place):
            names.addWidget(widget)
        holder = QWidget(part)
        holder.setLayout(names)
        names.setContentsMargins(0, 4, 0, 4)
        holder.setMinimumWidth(120)
        row = QHBoxLayout(part)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(16)
        row.addWidget(self._chip)
        row.addWidget(holder, 1)
        self._values: dict[Axis, QLabel] = {}
        for axis, letter, up, down in VALUES:
            value = label("", theme, font="bold", parent=part)
            value.setMinimumWidth(46)
            self._values[axis] = value
            row.addLayout(self._column(letter, value, (up, down), part))
        self._hex = label("", theme, font="fixed", parent=part)
        self._hex.setMinimumWidth(60)
        row.addLayout(self._column("", self._hex, ("type.value",), part))
        self._area = label("", theme, font="bold", parent=part)
        self._regions = label("", theme, font="small", tone="second", parent=part)
        self._areas = QWidget(part)
        areas = QVBoxLayout(self._areas)
        areas.setContentsMargins(0, 4, 0, 4)
        areas.setSpacing(2)
        areas.addWidget(self._area)
        areas.addWidget(self._regions)
        row.addWidget(self._areas)
        self._next = QWidget(part)
        following = QHBoxLayout(self._next)
        following.setContentsMargins(0, 0, 0, 0)
        following.setSpacing(8)
        following.addSpacing(8)
        for act, text in NEXT:
            following.addWidget(label(tr(text), theme, font="small", tone="second"))
            following.addWidget(self._cap(act))
            following.addSpacing(6)
        row.addWidget(self._next)
        return part

    def _column(
        self, letter: str, value: QLabel, acts: tuple[str, ...], parent: QWidget
    ) -> QGridLayout:
        """A value over its keys."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        above = QHBoxLayout()
        above.setSpacing(4)
        if letter:
            above.addWidget(label(letter, self._theme, font="small", tone="second", parent=parent))
        above.addWidget(value, 1)
        grid.addLayout(above, 0, 0, 1, len(acts) + 1)
        for column, act in enumerate(acts):
            grid.addWidget(self._cap(act), 1, column)
        grid.setColumnStretch(len(acts), 1)
        return grid

    def _made_offer(self) -> QWidget:
        theme, part = self._theme, Plate(self._theme, self)
        self._says = ElidedLabel(theme, font="bold", tone="", parent=part)
        self._hint = ElidedLabel(theme, font="small", tone="second", parent=part)
        self.make_slots = TextButton(
            tr("Find its colours"), theme, icon="swatch-book", kind="primary", parent=part
        )
        words = QVBoxLayout()
        words.setContentsMargins(0, 4, 0, 4)
        words.setSpacing(2)
        words.addWidget(self._says)
        words.addWidget(self._hint)
        row = QHBoxLayout(part)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.make_slots)
        part.hide()
        return part

    def _cap(self, act: str) -> KeyCaps:
        caps = KeyCaps((), self._theme, height=18, parent=self)
        self._caps.append((caps, act))
        return caps

    # Showing

    @property
    def text(self) -> str:
        """All that it says in words."""
        if not self._offer.isHidden():
            return f"{self._says.full_text} {self._hint.full_text}"
        return f"{self._name.full_text} {self._place.full_text} {self._hex.text()}"

    def set_down(self, acts: frozenset[str]) -> None:
        """Show which keys are held."""
        for caps, act in self._caps:
            caps.set_down(act in acts)

    def set_region_only(self, is_on: bool) -> None:
        self._is_region_only = is_on
        self.refresh()

    def refresh(self) -> None:
        if not self._it.is_on:
            return
        focus = self._it.focus
        self._slot.setVisible(focus is not None)
        self._offer.setVisible(focus is None)
        if focus is None:
            self._show_offer()
            return
        depth = self._it.depth
        wanted = wanted_of(focus, depth)
        is_beyond = focus.wanted is not None and not is_in_gamut(wanted)
        self._chip.show_slot(focus, depth, is_beyond=is_beyond)
        self._name.show_text(title_of(focus))
        self._place.show_text(self._place_text())
        lightness, chroma, hue = wanted
        self._values[Axis.LIGHTNESS].setText(f"{lightness:.3f}")
        self._values[Axis.CHROMA].setText(f"{chroma:.3f}")
        self._values[Axis.HUE].setText(f"{hue:.1f}°")
        self._hex.setText(hex_of(focus.color, depth))
        area = share_text(self._walk.share(focus.id))
        self._area.setText(tr("{share} of picture", share=area) if area else "")
        regions = self._walk.regions
        parts = () if regions is None else regions.of_slot(focus.id)
        pixels = f"{sum(one.area for one in parts):,}"
        text = counted("%n regions, {pixels} px", len(parts), pixels=pixels) if parts else ""
        self._regions.setText(text)

    def _place_text(self) -> str:
        focus = self._it.focus
        assert focus is not None
        chosen = len(self._it.chosen)
        parts = [
            tr(
                "Slot {number} of {count}, {role}",
                number=self._it.number_of(focus.id) + 1,
                count=len(self._it.list),
                role=tr(ROLES[focus.role]),
            )
        ]
        if chosen > 1:
            parts = [counted("%n slots chosen", chosen)]
        if focus.pinned:
            parts.append(tr("pinned"))
        if self._is_region_only:
            parts.append(tr("only this region"))
        return ", ".join(parts)

    def _show_offer(self) -> None:
        candidate = self._it.candidate
        self.make_slots.setVisible(candidate is not None)
        if candidate is not None:
            self._says.show_text(tr("“{name}” has no slots yet", name=candidate.name))
            self._hint.show_text(
                tr("Its flat colours become slots, no pixel changes. Return starts, Esc leaves.")
            )
        else:
            self._says.show_text(tr("There are no slots to recolour"))
            self._hint.show_text(
                tr("Choose a layer with pixels, or decompose the picture. Esc leaves.")
            )

    def say_busy(self, text: str) -> None:
        """In place of the offer, while colours are looked for."""
        self._says.show_text(text)
        self._hint.show_text(tr("Everything else can be used meanwhile."))
        self.make_slots.hide()

    def open_entry(self, text: str) -> None:
        """Type a colour: the hex value becomes a field."""
        self.entry.axis = None
        self.entry.setText(text or self._hex.text())
        self.entry.show()
        self.place_entry()
        if text:
            self.entry.setText(text)
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_entry(self) -> None:
        self.entry.hide()

    def place_entry(self) -> None:
        """Over the value that is typed, its text chosen."""
        axis = self.entry.axis
        value = self._hex if axis is None else self._values[axis]
        corner = value.mapTo(self, value.rect().topLeft())
        width = 190 if axis is None else 76
        height = self.entry.sizeHint().height()
        y = corner.y() + (value.height() - height) // 2
        self.entry.setGeometry(corner.x() - 8, max(2, y), width, height)
        self.entry.setText(value.text().rstrip("°"))
        self.entry.selectAll()
        self.entry.raise_()

    def _show_caps(self) -> None:
        for caps, act in self._caps:
            caps.show_texts(self._legends.caps(act))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def showEvent(self, event: object) -> None:
        self.place()

    def place(self) -> None:
        """At the foot of the canvas."""
        width = self._canvas.width() - 2 * EDGE
        self._next.setVisible(width >= ROOMY)
        self._areas.setVisible(width >= ROOMY - 220)
        top = self._canvas.height() - self._height - EDGE
        self.place_card(QRect(EDGE, top, width, self._height))
