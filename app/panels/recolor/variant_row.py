"""Variants as small cards: their first colours, their name, their key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.languages.translate import tr
from app.panels.recolor.caps import KeyCaps
from app.panels.recolor.chips import shown_color
from app.panels.recolor.legends import Legends
from app.session.recoloring import Recoloring
from app.session.recoloring_variants import Variants
from app.theme.theme import Theme
from app.widgets import label
from engine.document.model import Variant

HEIGHT, LEAST, BAR, SHOWN = 50, 84, 16, 5


class VariantCard(QAbstractButton):
    """One variant. It shows the colours in which it differs most from others: the first ones."""

    menu_asked = Signal(int, object)

    def __init__(self, variant: Variant, key: str, depth: int, theme: Theme) -> None:
        super().__init__()
        self._theme, self.variant, self._key, self._depth = theme, variant, key, depth
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumWidth(LEAST)
        self.setFixedHeight(HEIGHT)
        self.setText(variant.name)
        self.setAccessibleName(tr("Variant {name}", name=variant.name))
        self.setToolTip(f"{variant.name}  {key}" if key else variant.name)

    def sizeHint(self) -> QSize:
        return QSize(LEAST, HEIGHT)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(self.variant.id, event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, fonts = self._theme.tokens, self._theme.fonts
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = "sel" if self.isChecked() else "ctlh" if self.underMouse() else "raised"
        painter.setBrush(tokens[ground])
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        inner = self.rect().adjusted(6, 6, -6, -6)
        colors = self.variant.colors[:SHOWN]
        for at, color in enumerate(colors):
            left = inner.left() + inner.width() * at // len(colors)
            right = inner.left() + inner.width() * (at + 1) // len(colors)
            painter.fillRect(
                QRect(left, inner.top(), right - left, BAR), shown_color(color, self._depth)
            )
        foot = QRect(inner.left(), inner.top() + BAR + 4, inner.width(), 18)
        painter.setFont(fonts["tiny"])
        painter.setPen(tokens["t1" if self.isChecked() else "t2"])
        aligned = Qt.AlignmentFlag.AlignVCenter
        key_width = painter.fontMetrics().horizontalAdvance(self._key)
        painter.drawText(foot, aligned | Qt.AlignmentFlag.AlignRight, self._key)
        painter.setPen(tokens["t1"])
        painter.setFont(fonts["tiny_bold"] if self.isChecked() else fonts["tiny"])
        room = foot.width() - key_width - 6
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(foot, aligned, name)
        if self.hasFocus():
            painter.setPen(QPen(tokens["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class VariantRow(QWidget):
    """All variants, three or four in sight; without any it says how to make one."""

    menu_asked = Signal(int, object)

    def __init__(
        self,
        recoloring: Recoloring,
        variants: Variants,
        legends: Legends,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._it, self._variants, self._legends, self._theme = recoloring, variants, legends, theme
        self._before = KeyCaps((), theme, parent=self)
        self._after = KeyCaps((), theme, parent=self)
        self._new = KeyCaps((), theme, parent=self)
        self._hint = label(
            tr("makes a variant of this palette"), theme, font="small", tone="second", parent=self
        )
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(label(tr("Variants"), theme, font="small", tone="second", parent=self), 1)
        head.addWidget(self._new)
        head.addWidget(self._hint)
        head.addWidget(self._before)
        head.addWidget(self._after)
        self._scroll = QScrollArea(self)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFixedHeight(HEIGHT)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._scroll)
        self._shown: object = None
        recoloring.switched.connect(self._follow)
        recoloring.changed.connect(self._follow)
        legends.changed.connect(self._show_caps)
        self._show_caps()

    @property
    def cards(self) -> list[VariantCard]:
        return self._scroll.findChildren(VariantCard)

    def _follow(self) -> None:
        variants = self._variants.all
        active = self._variants.active
        shown = (variants, active and active.id)
        if shown == self._shown:
            return
        self._shown = shown
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        current: VariantCard | None = None
        for number, variant in enumerate(variants):
            key = "+".join(self._legends.caps("variant.digit", number)) if number < 9 else ""
            card = VariantCard(variant, key, self._it.depth, self._theme)
            card.setChecked(active is not None and active.id == variant.id)
            card.clicked.connect(self._shower(variant.id))
            card.menu_asked.connect(self.menu_asked)
            row.addWidget(card, 1)
            current = card if card.isChecked() else current
        self._scroll.setWidget(holder)
        self._scroll.setVisible(bool(variants))
        for caps in (self._before, self._after):
            caps.setVisible(bool(variants))
        self._hint.setVisible(not variants)
        self._new.setVisible(not variants)
        if current is not None:
            self._scroll.ensureWidgetVisible(current)

    def _shower(self, variant_id: int) -> Callable[[], None]:
        return lambda: self._variants.show(variant_id)

    def _show_caps(self) -> None:
        self._before.show_texts(self._legends.caps("variant.previous"))
        self._after.show_texts(self._legends.caps("variant.next"))
        self._new.show_texts(self._legends.caps("variant.new"))
