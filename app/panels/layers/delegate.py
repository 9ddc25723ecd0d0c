"""Paints a layer row, 44 px high: eye, indent, chevron or clip arrow, thumbnail, words, tag."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.languages.translate import tr
from app.panels.layers.model import (
    CANVAS,
    DEPTH,
    LAYER,
    LINKED,
    SHOWN,
    TARGET,
    role_word,
    summary,
)
from app.panels.layers.thumbnails import Thumbnails
from app.theme.theme import Theme
from engine.document.geometry import Rect
from engine.document.model import (
    AdjustmentLayer,
    BlendMode,
    ColorTag,
    GroupLayer,
    Layer,
    Locks,
    PixelLayer,
    Role,
)

EYE = 36
AFTER_EYE = 8
INDENT, CLIP_INDENT = 16, 12
TWIST = 20
INSET = 12
GAP = 4
"""Between the thumbnails of a layer and its mask."""
STRIP = 4
"""Width of the colour tag at the left edge."""
LOCK = 16
TAG_COLORS = {
    ColorTag.RED: QColor("#D9534F"),
    ColorTag.ORANGE: QColor("#E08A3C"),
    ColorTag.YELLOW: QColor("#D9B93B"),
    ColorTag.GREEN: QColor("#5FA85A"),
    ColorTag.BLUE: QColor("#4B86C9"),
    ColorTag.VIOLET: QColor("#8D6CC4"),
    ColorTag.GRAY: QColor("#8A8A8A"),
}
_ROLE_COLORS = {
    Role.LINE: "r-line",
    Role.FLAT: "r-flat",
    Role.SHADOW: "r-shadow",
    Role.HIGHLIGHT: "r-high",
    Role.OBJECT: "r-obj",
    Role.EFFECT: "r-fx",
    Role.REFLECTION: "r-fx",
    Role.RESIDUAL: "r-res",
    Role.TRANSMISSION: "r-flat",
    Role.BACKGROUND: "r-flat",
}

_DARKENING = {
    BlendMode.DARKEN,
    BlendMode.MULTIPLY,
    BlendMode.COLOR_BURN,
    BlendMode.LINEAR_BURN,
    BlendMode.DARKER_COLOR,
}
_LIGHTENING = {
    BlendMode.LIGHTEN,
    BlendMode.SCREEN,
    BlendMode.COLOR_DODGE,
    BlendMode.LINEAR_DODGE,
    BlendMode.LIGHTER_COLOR,
}

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RowParts:
    """Where the parts of a row lie, in the view's coordinates."""

    eye: QRect
    twist: QRect
    thumbnail: QRect
    mask: QRect
    words: QRect
    link: QRect
    lock: QRect
    tag: QRect


def row_parts(
    row: QRect, layer: Layer, depth: int, *, is_linked: bool, tag_width: int, side: int
) -> RowParts:
    """tag_width: of the role tag, 0 when there is none; side: of the thumbnail."""
    left = row.left() + EYE + AFTER_EYE + depth * INDENT + (CLIP_INDENT if layer.clipped else 0)
    twist = QRect(left, row.top(), TWIST, row.height())
    top = row.top() + (row.height() - side) // 2
    thumbnail = QRect(left + TWIST, top, side, side)
    mask_side = 0 if layer.mask is None else side
    mask = QRect(thumbnail.right() + 1 + (GAP if mask_side else 0), top, mask_side, mask_side)
    right = row.right() + 1 - INSET
    tag = QRect(right - tag_width, row.top(), tag_width, row.height())
    lock_width = LOCK if layer.locks != Locks() else 0
    lock_right = tag.left() - (8 if tag_width else 0)
    lock = QRect(lock_right - lock_width, row.top(), lock_width, row.height())
    link_width = LOCK if is_linked else 0
    link = QRect(lock.left() - link_width, row.top(), link_width, row.height())
    words_left = (mask if mask_side else thumbnail).right() + 1 + 10
    words_right = link.left() - (4 if lock_width or link_width else 0)
    words = QRect(words_left, row.top(), max(0, words_right - words_left), row.height())
    eye = QRect(row.left(), row.top(), EYE, row.height())
    return RowParts(eye, twist, thumbnail, mask, words, link, lock, tag)


class LayerDelegate(QStyledItemDelegate):
    """Also edits names in place; Tab goes on to the next row's name."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self.shows_focus = False
        """Whether the current row wears the focus ring: only for keyboard users."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, self._theme.tokens.size("layer_row"))

    def parts(self, row: QRect, index: AnyIndex) -> RowParts:
        """Where the parts of this row lie, for hit tests."""
        layer: Layer = index.data(LAYER)
        side = self._theme.tokens.size("thumbnail")
        return row_parts(
            row,
            layer,
            index.data(DEPTH),
            is_linked=index.data(LINKED),
            tag_width=self._tag_width(layer),
            side=side,
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        layer: Layer | None = index.data(LAYER)
        if layer is None:
            return
        row: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        parts = self.parts(row, index)
        painter.save()
        self._paint_ground(painter, row, state, parts, layer.color_tag)
        is_dim = not index.data(SHOWN)
        second = "t3" if is_dim else "t1" if is_selected else "t2"
        self._icon(painter, "eye" if layer.visible else "eye-off", parts.eye, second)
        self._paint_twist(painter, layer, parts, second)
        self._paint_thumbnail(painter, layer, parts.thumbnail, is_dim)
        if layer.mask is not None:
            canvas: Rect = index.data(CANVAS)
            self._paint_mask(painter, layer, parts.mask, canvas, is_dim)
            if index.data(TARGET) is not None:
                self._paint_target(painter, parts.mask if index.data(TARGET) else parts.thumbnail)
        if not parts.link.isEmpty():
            self._icon(painter, "link-2", parts.link, second, 14)
        if not parts.lock.isEmpty():
            self._icon(painter, "lock", parts.lock, second, 12)
        self._paint_words(painter, layer, parts.words, "t3" if is_dim else "t1", second)
        self._paint_tag(painter, layer, parts.tag, second)
        has_focus = state & QStyle.StateFlag.State_HasFocus
        if has_focus and self.shows_focus:
            painter.setPen(QPen(self._theme.tokens["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(row.adjusted(1, 1, -1, -1))
        painter.restore()

    # Renaming

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("kind", "rename")
        editor.setFont(self._theme.fonts["body"])
        editor.setAccessibleName(tr("Layer name"))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        row: QRect = option.rect
        words = self.parts(row, index).words
        editor.setGeometry(words.left() - 5, row.top() + 2, words.width() + 5, 24)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Without this, Tab inside the editor would end the row's editing and leave the panel.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        return super().eventFilter(editor, event)

    # Parts

    def _paint_ground(
        self,
        painter: QPainter,
        row: QRect,
        state: QStyle.StateFlag,
        parts: RowParts,
        color_tag: ColorTag,
    ) -> None:
        tokens = self._theme.tokens
        ground = tokens["panel"]
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected:
            is_active = state & QStyle.StateFlag.State_Active
            has_focus = self._view_has_focus()
            ground = tokens["sel" if is_active and has_focus else "selm"]
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = tokens["raised"]
        painter.fillRect(row, ground)
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), tokens["line2"])
        tag = TAG_COLORS.get(color_tag)
        if tag is not None:
            painter.fillRect(QRect(row.left(), row.top(), STRIP, row.height() - 1), tag)
        if not is_selected:
            painter.fillRect(QRect(parts.eye.right(), row.top(), 1, row.height()), tokens["line2"])

    def _view_has_focus(self) -> bool:
        view = self.parent()
        return isinstance(view, QWidget) and (
            view.hasFocus() or view.isAncestorOf(view.window().focusWidget() or view.window())
        )

    def _paint_twist(self, painter: QPainter, layer: Layer, parts: RowParts, color: str) -> None:
        place = parts.twist.adjusted(0, 0, -4, 0)
        if isinstance(layer, GroupLayer):
            name = "chevron-down" if layer.expanded else "chevron-right"
            self._icon(painter, name, place, color)
        elif layer.clipped:
            self._icon(painter, "corner-left-down", place, color)

    def _paint_thumbnail(self, painter: QPainter, layer: Layer, place: QRect, is_dim: bool) -> None:
        tokens = self._theme.tokens
        if isinstance(layer, GroupLayer):
            self._icon(painter, "folder", place, "t3" if is_dim else "t2", 20)
            return
        if isinstance(layer, AdjustmentLayer):
            self._icon(painter, "contrast", place, "t3" if is_dim else "t2", 20)
            return
        painter.setOpacity(0.45 if is_dim else 1.0)
        painter.save()
        painter.setBrushOrigin(place.topLeft())
        painter.fillRect(place, self._thumbnail_ground(layer))
        image = self._thumbnails.image(layer) if isinstance(layer, PixelLayer) else None
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        painter.restore()
        painter.setPen(QPen(QColor(0, 0, 0, 140) if tokens.is_dark else QColor("#8C8C8C"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.setOpacity(1.0)

    def _paint_mask(
        self, painter: QPainter, layer: Layer, place: QRect, canvas: Rect, is_dim: bool
    ) -> None:
        tokens = self._theme.tokens
        painter.setOpacity(0.45 if is_dim else 1.0)
        painter.fillRect(place, tokens["ctlp"])
        image = self._thumbnails.mask_image(layer, canvas)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        painter.setPen(QPen(QColor(0, 0, 0, 140) if tokens.is_dark else QColor("#8C8C8C"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.setOpacity(1.0)
        if layer.mask is not None and not layer.mask.enabled:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tokens["err"], 2))
            inner = place.adjusted(2, 2, -2, -2)
            painter.drawLine(inner.topLeft(), inner.bottomRight())
            painter.drawLine(inner.topRight(), inner.bottomLeft())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_target(self, painter: QPainter, place: QRect) -> None:
        """A frame round what is painted on: the pixels or the mask."""
        painter.setPen(QPen(self._theme.tokens["acc"], 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-1, -1, 1, 1))

    def _thumbnail_ground(self, layer: Layer) -> QBrush:
        """What lets the content show: white under what darkens, grey under what lightens."""
        if layer.blend in _DARKENING or layer.role is Role.LINE:
            return QBrush(QColor(255, 255, 255))
        if layer.blend in _LIGHTENING:
            return QBrush(QColor(72, 72, 72))
        tokens = self._theme.tokens
        return _checks(tokens["check_dark"], tokens["check_light"])

    def _paint_words(
        self, painter: QPainter, layer: Layer, place: QRect, first: str, second: str
    ) -> None:
        tokens, fonts = self._theme.tokens, self._theme.fonts
        middle = place.top() + place.height() // 2
        for text, font, color, top, height in (
            (layer.name, fonts["body"], first, middle - 17, 18),
            (summary(layer), fonts["tiny"], second, middle + 1, 14),
        ):
            painter.setFont(font)
            painter.setPen(tokens[color])
            fitting = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, place.width()
            )
            box = QRect(place.left(), top, place.width(), height)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, fitting)

    def _paint_tag(self, painter: QPainter, layer: Layer, place: QRect, color: str) -> None:
        word = role_word(layer.role)
        if not word:
            return
        tokens = self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens[_ROLE_COLORS.get(layer.role, "r-res")])
        middle = place.top() + place.height() // 2
        painter.drawRoundedRect(QRect(place.left(), middle - 4, 8, 8), 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(self._theme.fonts["tiny"])
        painter.setPen(tokens[color])
        painter.drawText(place.adjusted(14, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word)

    def _tag_width(self, layer: Layer) -> int:
        word = role_word(layer.role)
        if not word:
            return 0
        return 14 + QFontMetrics(self._theme.fonts["tiny"]).horizontalAdvance(word)

    def _icon(self, painter: QPainter, name: str, place: QRect, color: str, size: int = 16) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        pixmap = self._theme.icons.pixmap(name, size, ratio, self._theme.tokens[color])
        x = place.left() + (place.width() - size) // 2
        y = place.top() + (place.height() - size) // 2
        painter.drawPixmap(x, y, pixmap)


def _checks(dark: QColor, light: QColor) -> QBrush:
    tile = QPixmap(8, 8)
    tile.fill(dark)
    painter = QPainter(tile)
    painter.fillRect(0, 0, 4, 4, light)
    painter.fillRect(4, 4, 4, 4, light)
    painter.end()
    return QBrush(tile)
