"""Lucide icons, drawn in any colour and size from the SVG files in `resources/icons`."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.resource_files import resource
from app.theme.tokens import Tokens


class Icons:
    """Pixmaps by (name, size, ratio, colour), each drawn once. For the GUI thread."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, float, str], QPixmap] = {}

    def pixmap(self, name: str, size: int, ratio: float, color: QColor) -> QPixmap:
        """The icon `size` logical px wide in one colour. FileNotFoundError when there is none."""
        key = (name, size, ratio, color.name(QColor.NameFormat.HexArgb))
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._drawn(name, size, ratio, color)
        return found

    def icon(self, name: str, size: int = 16, color: str = "t2") -> QIcon:
        """The icon for buttons and menus: in `color`, `t3` when switched off."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            on = self.pixmap(name, size, ratio, self._tokens[color])
            off = self.pixmap(name, size, ratio, self._tokens["t3"])
            icon.addPixmap(on, QIcon.Mode.Normal)
            icon.addPixmap(on, QIcon.Mode.Selected)
            icon.addPixmap(off, QIcon.Mode.Disabled)
        return icon

    def _drawn(self, name: str, size: int, ratio: float, color: QColor) -> QPixmap:
        source = self._sources.get(name)
        if source is None:
            source = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
            self._sources[name] = source
        stroke = self._tokens.sizes["icon_stroke"]
        text = source.replace("currentColor", color.name()).replace(
            'stroke-width="2"', f'stroke-width="{stroke}"'
        )
        pixels = max(1, round(size * ratio))
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
