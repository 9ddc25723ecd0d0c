"""The list of slots: a real list view, whose keys are those of the canvas in the mode."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.languages.translate import tr
from app.panels.recolor.caps import paint_cap
from app.panels.recolor.chips import paint_beyond, paint_chip
from app.panels.recolor.slot_model import DEPTH, DIGIT, SHARE, SLOT, SlotModel
from app.session.recoloring import Recoloring
from app.session.recoloring_regions import RegionWalk
from app.theme.theme import Theme
from engine.document.model import Slot
from engine.recolor.color import hex_of
from engine.recolor.gamut import is_in_gamut

INSET, CAP, GAP = 12, 20, 10
CHIP_WAS, CHIP_IS, CHIP_HEIGHT = 12, 28, 20
TONE_INDENT = 12
HEX_WIDTH, SHARE_WIDTH = 54, 46

AnyIndex = QModelIndex | QPersistentModelIndex


class SlotDelegate(QStyledItemDelegate):
    """A row, 36 high: digit, was and is, name, pin or link, hex, area."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, self._theme.tokens.size("slot_row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        slot: Slot | None = index.data(SLOT)
        if slot is None:
            return
        row: QRect = option.rect
        state: QStyle.StateFlag = option.state
        tokens, fonts = self._theme.tokens, self._theme.fonts
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        is_tone = slot.family is not None and slot.family != slot.id
        painter.save()
        ground = "sel" if is_selected else "panel"
        if not is_selected and state & QStyle.StateFlag.State_MouseOver:
            ground = "raised"
        painter.fillRect(row, tokens[ground])
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), tokens["line2"])
        middle = row.top() + row.height() / 2
        left = row.left() + INSET
        digit: str = index.data(DIGIT)
        if digit:
            place = QRectF(left, middle - CAP / 2, CAP, CAP)
            paint_cap(painter, place, digit, fonts["tiny"], tokens)
        left += CAP + GAP + (TONE_INDENT if is_tone else 0)
        chip = QRectF(left, middle - CHIP_HEIGHT / 2, CHIP_WAS + CHIP_IS, CHIP_HEIGHT)
        paint_chip(painter, chip, slot, index.data(DEPTH), CHIP_WAS, tokens)
        if slot.wanted is not None and not is_in_gamut(slot.wanted):
            paint_beyond(painter, chip)
        second = tokens["t1" if is_selected else "t2"]
        right = self._paint_numbers(painter, row, index, slot, second)
        icon = "pin" if slot.pinned else "link-2" if is_tone else ""
        if icon:
            right -= 18
            self._icon(painter, icon, QRect(right, row.top(), 16, row.height()))
        words = QRect(
            round(chip.right()) + GAP,
            row.top(),
            right - round(chip.right()) - GAP - 4,
            row.height(),
        )
        painter.setFont(fonts["body"])
        painter.setPen(tokens["t1"])
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        if state & QStyle.StateFlag.State_HasFocus and self._view_has_focus():
            painter.setPen(QPen(tokens["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(row.adjusted(1, 1, -1, -1))
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("kind", "rename")
        editor.setFont(self._theme.fonts["body"])
        editor.setAccessibleName(tr("Slot name: character / part / suffix"))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        row: QRect = option.rect
        left = row.left() + INSET + CAP + GAP + CHIP_WAS + CHIP_IS + 4
        editor.setGeometry(left, row.top() + 5, row.right() - left - INSET, row.height() - 11)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Keys of the mode are letters while a name is typed; Tab goes from part to part of it.
        if isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress and event.key() in (
                Qt.Key.Key_Tab,
                Qt.Key.Key_Backtab,
            ):
                _select_next_part(editor, -1 if event.key() == Qt.Key.Key_Backtab else 1)
                return True
            elif event.type() == QEvent.Type.KeyPress and event.key() in (
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            ):
                # Else the field would pass it on, and Return means something in the list.
                self.commitData.emit(editor)
                self.closeEditor.emit(editor)
                return True
        return super().eventFilter(editor, event)

    def _paint_numbers(
        self, painter: QPainter, row: QRect, index: AnyIndex, slot: Slot, second: QColor
    ) -> int:
        """Hex and area, right-aligned; returns where they begin."""
        fonts = self._theme.fonts
        painter.setPen(second)
        painter.setFont(fonts["small"])
        right = row.right() + 1 - INSET
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        share = QRect(right - SHARE_WIDTH, row.top(), SHARE_WIDTH, row.height())
        painter.drawText(share, aligned, share_text(index.data(SHARE)))
        painter.setFont(fonts["fixed"])
        code = QRect(share.left() - HEX_WIDTH, row.top(), HEX_WIDTH, row.height())
        painter.drawText(code, aligned, hex_of(slot.color, index.data(DEPTH)))
        return code.left()

    def _view_has_focus(self) -> bool:
        view = self.parent()
        return isinstance(view, QWidget) and view.hasFocus()

    def _icon(self, painter: QPainter, name: str, place: QRect) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        pixmap = self._theme.icons.pixmap(name, 14, ratio, self._theme.tokens["t2"])
        painter.drawPixmap(place.left(), place.top() + (place.height() - 14) // 2, pixmap)


class SlotList(QListView):
    """Shows what the mode means and has chosen; clicking means a slot."""

    escaped = Signal()

    def __init__(
        self,
        recoloring: Recoloring,
        walk: RegionWalk,
        rename: Callable[[int, str], None],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._it = recoloring
        self._is_showing = False
        self.slots_model = SlotModel(recoloring, walk, rename, self)
        self.setModel(self.slots_model)
        self.setItemDelegate(SlotDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(tr("Slots"))
        self.selectionModel().selectionChanged.connect(self._on_view_selected)
        self.slots_model.modelReset.connect(self._show_choice)
        recoloring.focused.connect(self._show_choice)
        theme.changed.connect(self.viewport().update)

    def dataChanged(
        self, top_left: AnyIndex, bottom_right: AnyIndex, roles: Sequence[int] = ()
    ) -> None:
        """Paint these rows only: Qt's own list would lay out and paint all of them anew, with every
        step of a colour."""
        for row in range(top_left.row(), bottom_right.row() + 1):
            self.update(self.slots_model.index(row))

    def rename_focused(self) -> None:
        """Edit the name of the focused slot in place."""
        focus = self._it.focus
        if focus is not None:
            index = self.slots_model.index_of(focus.id)
            self.setCurrentIndex(index)
            self.edit(index)

    def _show_choice(self) -> None:
        focus = self._it.focus
        if focus is None:
            return
        self._is_showing = True
        chosen = QItemSelection()
        for slot_id in self._it.chosen:
            index = self.slots_model.index_of(slot_id)
            chosen.select(index, index)
        current = self.slots_model.index_of(focus.id)
        keep = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(current, keep)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(current)
        self._is_showing = False

    def _on_view_selected(self) -> None:
        if self._is_showing:
            return
        ids = [self.slots_model.slot_id(one) for one in self.selectionModel().selectedIndexes()]
        current = self.currentIndex()
        if current.isValid() and len(ids) <= 1:
            self._it.focus_on(self.slots_model.slot_id(current))
        elif ids:
            self._it.choose(ids)


def share_text(share: float) -> str:
    """A part of the picture, as “22.2 %”."""
    if share <= 0:
        return ""
    return "< 0.1 %" if share < 0.0005 else f"{share * 100:.1f} %"


def _select_next_part(editor: QLineEdit, step: int) -> None:
    """Select the next of character, part and suffix in “character / part / suffix”."""
    text = editor.text()
    parts = text.split("/")
    starts = [sum(len(one) + 1 for one in parts[:at]) for at in range(len(parts))]
    here = max(at for at, start in enumerate(starts) if start <= editor.cursorPosition())
    if here + step >= len(parts) and len(parts) < 3:
        editor.setText(f"{text.rstrip()} / ")
        editor.setCursorPosition(len(editor.text()))
        return
    at = (here + step) % len(parts)
    start, part = starts[at], parts[at]
    lead = len(part) - len(part.lstrip())
    editor.setCursorPosition(start + lead)
    editor.setSelection(start + lead, len(part.strip()))
