"""The Slots panel: variants, banks, the list, the reference, what is untouched."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.languages.translate import counted, tr
from app.panels.recolor.caps import KeyCaps
from app.panels.recolor.legends import Legends
from app.panels.recolor.slot_list import SlotList
from app.panels.recolor.swatch_bar import SwatchBar
from app.panels.recolor.variant_row import VariantRow
from app.session.recoloring import BANK, Recoloring
from app.session.recoloring_regions import RegionWalk
from app.session.recoloring_variants import Variants
from app.session.swatches import Swatches
from app.theme.theme import Theme
from app.widgets import ElidedLabel, IconLabel, TextButton, ground, label, line


class FindField(QLineEdit):
    """Finds slots by name, part or hex while one types; Return stays there, Esc goes back."""

    wanted = Signal(str)
    stepped = Signal(int)
    ended = Signal(bool)
    """whether the slot that was found is to stay the focused one"""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(theme.fonts["body"])
        self.setPlaceholderText(tr("Name, part or #hex"))
        self.setAccessibleName(tr("Find a slot by name, part or hex"))
        self.textEdited.connect(self.wanted)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ended.emit(True)
        elif key == Qt.Key.Key_Escape:
            self.ended.emit(False)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class SlotsPanel(QWidget):
    def __init__(
        self,
        recoloring: Recoloring,
        walk: RegionWalk,
        variants: Variants,
        swatches: Swatches,
        legends: Legends,
        rename: Callable[[int, str], None],
        theme: Theme,
    ) -> None:
        super().__init__()
        ground(self, "panel")
        self._it, self._theme, self._legends = recoloring, theme, legends
        self.setMinimumWidth(theme.tokens.size("dock_min"))
        self.variants = VariantRow(recoloring, variants, legends, theme, self)
        self.list = SlotList(recoloring, walk, rename, theme, self)
        self.swatches = SwatchBar(swatches, legends, theme, self)
        self.finder = FindField(theme, self)
        self.revert = TextButton(tr("Revert"), theme, kind="flat", parent=self)
        self._banks = QWidget(self)
        self._bank_buttons = QButtonGroup(self)
        self._bank_buttons.idClicked.connect(recoloring.set_bank)
        self._bank_row = QHBoxLayout(self._banks)
        self._bank_row.setContentsMargins(0, 0, 0, 0)
        self._bank_row.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (
            self.variants,
            line(parent=self),
            self._made_bank_row(),
            line(parent=self),
        ):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(line(parent=self))
        column.addWidget(self.swatches)
        column.addWidget(line(parent=self))
        column.addWidget(self._made_foot())
        for signal in (recoloring.switched, recoloring.changed, recoloring.focused):
            signal.connect(self._follow)
        legends.changed.connect(self._show_caps)
        self._show_caps()

    def _made_bank_row(self) -> QWidget:
        part = QWidget(self)
        part.setFixedHeight(40)
        row = QHBoxLayout(part)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        self._bank_name = label(tr("Bank"), self._theme, font="small", tone="second", parent=part)
        self._find_icon = IconLabel("search", self._theme, parent=part)
        self._find_key = KeyCaps((), self._theme, parent=part)
        row.addWidget(self._bank_name)
        row.addWidget(self._banks)
        row.addStretch(1)
        row.addWidget(self._find_icon)
        row.addWidget(self._find_key)
        row.addWidget(self.finder, 10)
        self.finder.hide()
        return part

    def _made_foot(self) -> QWidget:
        part = QWidget(self)
        part.setFixedHeight(40)
        row = QHBoxLayout(part)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("lock", self._theme, parent=part))
        self._untouched = ElidedLabel(self._theme, font="small", tone="second", parent=part)
        self._untouched.setToolTip(tr("Their pixels are bit for bit as they were"))
        self._revert_key = KeyCaps((), self._theme, parent=part)
        row.addWidget(self._untouched, 1)
        row.addWidget(self.revert)
        row.addWidget(self._revert_key)
        return part

    def open_find(self) -> None:
        self._show_find(is_shown=True)
        self.finder.clear()
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_find(self) -> None:
        self._show_find(is_shown=False)

    def _show_find(self, *, is_shown: bool) -> None:
        self.finder.setVisible(is_shown)
        for widget in (self._bank_name, self._banks, self._find_icon, self._find_key):
            widget.setVisible(not is_shown)

    def _follow(self) -> None:
        if not self._it.is_on:
            return
        slots = self._it.list
        self._show_banks(len(slots))
        untouched = sum(slot.color == slot.original for slot in slots)
        self._untouched.show_text(counted("%n slots untouched, bit for bit", untouched))

    def _show_banks(self, count: int) -> None:
        texts = [
            f"{start + 1} – {min(start + BANK, count)}" for start in range(0, max(1, count), BANK)
        ]
        buttons = self._bank_buttons.buttons()
        if [one.text() for one in buttons] != texts:
            for button in buttons:
                self._bank_buttons.removeButton(button)
                self._bank_row.removeWidget(button)
                button.hide()
                button.deleteLater()
            for number, text in enumerate(texts):
                button = TextButton(text, self._theme, kind="flat", parent=self._banks)
                button.setCheckable(True)
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                button.setAccessibleName(tr("Bank {slots}", slots=text))
                self._bank_buttons.addButton(button, number)
                self._bank_row.addWidget(button)
        shown = self._bank_buttons.button(self._it.bank)
        if shown is not None:
            shown.setChecked(True)

    def _show_caps(self) -> None:
        self._find_key.show_texts(self._legends.caps("find.slot"))
        self._revert_key.show_texts(self._legends.caps("mode.revert"))
