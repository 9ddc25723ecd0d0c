"""How the canvas is painted: tiles, checkerboard, grid, split. Only blits, nothing is computed.

Everything is in device pixels; the painter comes scaled for that.
"""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen, QPixmap

from app.canvas.tile_images import TileImages
from app.canvas.viewport import (
    MOST_LEVEL,
    NEAREST_ABOVE,
    Viewport,
    level_tile_rect,
    level_tiles,
)
from app.theme.tokens import Tokens
from engine.document.geometry import Rect, Size
from engine.document.raster import TILE, TileKey

CHECK = 8
MOST_SCALED = 1200


def qt_rect(rect: Rect) -> QRect:
    return QRect(rect.left, rect.top, rect.width, rect.height)


class TilePainter:
    """Paints the tiles of one `TileImages`; keeps them scaled, so that panning only copies."""

    def __init__(self, images: TileImages) -> None:
        self._images = images
        self._scaled: OrderedDict[tuple[int, TileKey], tuple[int, int, int, QImage]] = OrderedDict()

    def paint(self, painter: QPainter, viewport: Viewport, size: Size, clip: Rect) -> None:
        """Paint what lies in `clip` (device pixels); tiles not there yet come coarse or not."""
        level = viewport.level
        left, top = viewport.to_document(clip.left, clip.top)
        right, bottom = viewport.to_document(clip.right, clip.bottom)
        shown = Rect(int(left), int(top), int(right) + 1, int(bottom) + 1)
        painter.setRenderHint(
            QPainter.RenderHint.SmoothPixmapTransform, viewport.scale <= NEAREST_ABOVE
        )
        for key in level_tiles(level, shown.intersected(size.rect)):
            target = viewport.on_screen(level_tile_rect(level, key))
            image = self._images.image(level, key)
            if image is None:
                self._paint_coarse(painter, level, key, target)
            elif target.width == TILE and target.height == TILE:
                painter.drawImage(target.left, target.top, image)
            elif target.width < TILE or target.height < TILE:
                scaled = self._at_size(level, key, image, target.width, target.height)
                painter.drawImage(target.left, target.top, scaled)
            else:
                painter.drawImage(qt_rect(target), image)

    def forget(self) -> None:
        self._scaled.clear()

    def _at_size(self, level: int, key: TileKey, image: QImage, width: int, height: int) -> QImage:
        found = self._scaled.get((level, key))
        if found is not None and found[:3] == (image.cacheKey(), width, height):
            return found[3]
        scaled = image.scaled(
            width,
            height,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self._scaled[(level, key)] = (image.cacheKey(), width, height, scaled)
        while len(self._scaled) > MOST_SCALED:
            self._scaled.popitem(last=False)
        return scaled

    def _paint_coarse(self, painter: QPainter, level: int, key: TileKey, target: Rect) -> None:
        """The same place from the nearest coarser level that is there."""
        for coarser in range(level + 1, MOST_LEVEL + 1):
            steps = coarser - level
            image = self._images.image(coarser, (key[0] >> steps, key[1] >> steps))
            if image is not None:
                side = TILE / (1 << steps)
                column, row = key[1] % (1 << steps), key[0] % (1 << steps)
                source = QRectF(column * side, row * side, side, side)
                painter.drawImage(QRectF(qt_rect(target)), image, source)
                return


def checkerboard(tokens: Tokens, ratio: float) -> QBrush:
    """Squares of 8 px on the screen, whatever the zoom."""
    side = max(1, round(CHECK * ratio))
    tile = QPixmap(side * 2, side * 2)
    tile.fill(tokens["check_dark"])
    painter = QPainter(tile)
    painter.fillRect(0, 0, side, side, tokens["check_light"])
    painter.fillRect(side, side, side, side, tokens["check_light"])
    painter.end()
    return QBrush(tile)


def paint_edge(painter: QPainter, picture: QRect) -> None:
    """One device pixel of 60 % black round the picture."""
    painter.setPen(QPen(QColor(0, 0, 0, 153), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(picture.adjusted(-1, -1, 0, 0))


def paint_grid(painter: QPainter, viewport: Viewport, size: Size, clip: Rect) -> None:
    """Lines between pixels, black and white by turns at 25 %, so that they show on all colours."""
    left, top = viewport.to_document(clip.left, clip.top)
    right, bottom = viewport.to_document(clip.right, clip.bottom)
    shown = Rect(int(left), int(top), int(right) + 2, int(bottom) + 2).intersected(size.rect)
    area = viewport.on_screen(shown)
    lines = [
        QLineF(x + 0.5, area.top, x + 0.5, area.bottom)
        for column in range(shown.left + 1, shown.right)
        for x in [viewport.on_screen(Rect(column, 0, column, 0)).left]
    ]
    lines += [
        QLineF(area.left, y + 0.5, area.right, y + 0.5)
        for row in range(shown.top + 1, shown.bottom)
        for y in [viewport.on_screen(Rect(0, row, 0, row)).top]
    ]
    for color, offset in ((QColor(0, 0, 0, 64), 0.0), (QColor(255, 255, 255, 64), 4.0)):
        pen = QPen(color, 1)
        pen.setDashPattern([4.0, 4.0])
        pen.setDashOffset(offset)
        painter.setPen(pen)
        painter.drawLines(lines)


def paint_split(painter: QPainter, picture: QRect, x: int, ratio: float, handle: QPixmap) -> None:
    """A white line with black either side and a round handle."""
    wide = max(1, round(ratio))
    top, height = picture.top(), picture.height()
    painter.fillRect(QRect(x - 2 * wide, top, 4 * wide, height), QColor(0, 0, 0))
    painter.fillRect(QRect(x - wide, top, 2 * wide, height), QColor(255, 255, 255))
    radius = 16 * ratio
    centre = QPointF(x, split_handle_y(picture))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(0, 0, 0), ratio))
    painter.setBrush(QColor(255, 255, 255))
    painter.drawEllipse(centre, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    side = 16 * ratio
    place = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    painter.drawPixmap(place, handle, QRectF(handle.rect()))


def split_handle_y(picture: QRect) -> float:
    return picture.top() + picture.height() * 0.8


def paint_pill(
    painter: QPainter, text: str, font: QFont, tokens: Tokens, place: QRect, *, at_right: bool
) -> None:
    """A small label in a corner of `place`, in logical pixels."""
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(text) + 20
    x = place.right() - width - 9 if at_right else place.left() + 10
    box = QRectF(x, place.top() + 10, width, 28)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens["line"], 1))
    painter.setBrush(tokens["pop"])
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(tokens["t1"])
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
