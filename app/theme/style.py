"""Small corrections to Fusion that neither palette nor style sheet can make."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from app.theme.tokens import Tokens

TOOL_TIP_DELAY = 500


class Style(QProxyStyle):
    """Fusion without menu bar by Alt, with our tool-tip delay and our drop line."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__("Fusion")
        self._tokens = tokens

    def use(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803
    ) -> int:
        if hint == QStyle.StyleHint.SH_MenuBar_AltKeyNavigation:
            return 0
        if hint == QStyle.StyleHint.SH_UnderlineShortcut:
            return 0
        if hint == QStyle.StyleHint.SH_DialogButtonLayout:
            return QDialogButtonBox.ButtonLayout.GnomeLayout.value  # what was asked for is last
        if hint == QStyle.StyleHint.SH_ToolTip_WakeUpDelay:
            return TOOL_TIP_DELAY
        return super().styleHint(hint, option, widget, returnData)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.PrimitiveElement.PE_FrameFocusRect:
            return  # the focus ring is drawn for keyboard users only, see app.window.focus_ring
        if element == QStyle.PrimitiveElement.PE_IndicatorItemViewItemDrop:
            self._draw_drop_line(option, painter)
            return
        super().drawPrimitive(element, option, painter, widget)

    def _draw_drop_line(self, option: QStyleOption, painter: QPainter) -> None:
        rect = QRectF(option.rect)
        painter.save()
        painter.setPen(QPen(self._tokens["acc"], 2))
        if rect.height() < 2:
            y = max(1.0, rect.y())
            painter.drawLine(QPointF(44, y), QPointF(rect.right(), y))
        else:
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()
