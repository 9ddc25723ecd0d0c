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
MOST_AT_ONCE = 32
"""Tiles scaled with care for one frame: a few milliseconds."""


def qt_rect(rect: Rect) -> QRect:
    return QRect(rect.left, rect.top, rect.width, rect.height)


class TilePainter:
    """Paints the tiles of one `TileImages`.

    Below 100 % tiles are scaled with care and kept, so that panning only copies. That takes time:
    where many are new at once, as at every step of a zoom, they are painted roughly at first.
    """

    def __init__(self, images: TileImages) -> None:
        self._images = images
        self._scaled: OrderedDict[tuple[int, TileKey], tuple[int, int, int, QImage]] = OrderedDict()
        self.is_rough = False
        """whether something has been painted roughly; whoever sees that calls `refine` at rest"""
        self._is_refining = False

    def refine(self) -> None:
        """The next time something is painted, scale some more of it with care."""
        self._is_refining = True
        self.is_rough = False

    def paint(self, painter: QPainter, viewport: Viewport, size: Size, clip: Rect) -> None:
        """Paint what lies in `clip` (device pixels); tiles not there yet come coarse or not."""
        level = viewport.level
        left, top = viewport.to_document(clip.left, clip.top)
        right, bottom = viewport.to_document(clip.right, clip.bottom)
        shown = Rect(int(left), int(top), int(right) + 1, int(bottom) + 1)
        painter.setRenderHint(
            QPainter.RenderHint.SmoothPixmapTransform, viewport.scale <= NEAREST_ABOVE
        )
        keys = level_tiles(level, shown.intersected(size.rect))
        far = {key for key in keys if self._images.is_newer_from_far(level, key)}
        near: list[tuple[TileKey, QImage, Rect]] = []
        for key in keys:
            target = viewport.on_screen(level_tile_rect(level, key))
            image = self._images.image(level, key)
            if key in far:
                continue
            if image is None:
                self._paint_coarse(painter, level, key, target)
            else:
                near.append((key, image, target))
        self._paint_near(painter, level, near)
        self._paint_far(painter, viewport, keys, far)

    def forget(self) -> None:
        self._scaled.clear()

    def _paint_near(
        self, painter: QPainter, level: int, tiles: list[tuple[TileKey, QImage, Rect]]
    ) -> None:
        unscaled = []
        for key, image, target in tiles:
            if target.width == TILE and target.height == TILE:
                painter.drawImage(target.left, target.top, image)
            elif target.width >= TILE and target.height >= TILE:
                painter.drawImage(qt_rect(target), image)
            elif (scaled := self._known(level, key, image, target)) is not None:
                painter.drawImage(target.left, target.top, scaled)
            else:
                unscaled.append((key, image, target))
        count = len(unscaled) if len(unscaled) <= MOST_AT_ONCE else 0
        if self._is_refining:
            self._is_refining = False
            count = min(len(unscaled), MOST_AT_ONCE)
        for key, image, target in unscaled[:count]:
            painter.drawImage(target.left, target.top, self._at_size(level, key, image, target))
        for _, image, target in unscaled[count:]:
            painter.drawImage(qt_rect(target), image)
            self.is_rough = True

    def _known(self, level: int, key: TileKey, image: QImage, target: Rect) -> QImage | None:
        found = self._scaled.get((level, key))
        wanted = (image.cacheKey(), target.width, target.height)
        return found[3] if found is not None and found[:3] == wanted else None

    def _at_size(self, level: int, key: TileKey, image: QImage, target: Rect) -> QImage:
        scaled = image.scaled(
            target.width,
            target.height,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self._scaled[(level, key)] = (image.cacheKey(), target.width, target.height, scaled)
        while len(self._scaled) > MOST_SCALED:
            self._scaled.popitem(last=False)
        return scaled

    def _paint_far(
        self, painter: QPainter, viewport: Viewport, keys: list[TileKey], far: set[TileKey]
    ) -> None:
        """Tiles that a draft on the next level shows: whole tiles of that level where it can be."""
        level = viewport.level
        parts = {(key[0] >> 1, key[1] >> 1) for key in keys if key not in far}
        for key in {(row >> 1, column >> 1) for row, column in far} - parts:
            image = self._images.image(level + 1, key)
            if image is not None:
                painter.drawImage(
                    qt_rect(viewport.on_screen(level_tile_rect(level + 1, key))), image
                )
        for key in far:
            if (key[0] >> 1, key[1] >> 1) in parts:
                target = viewport.on_screen(level_tile_rect(level, key))
                self._paint_coarse(painter, level, key, target)

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
    edge = QColor(0, 0, 0, 153)
    left, top = picture.left() - 1, picture.top() - 1
    width, height = picture.width() + 2, picture.height() + 2
    # Four fills: outlining a rectangle of this size takes Qt many times as long.
    painter.fillRect(left, top, width, 1, edge)
    painter.fillRect(left, top + height - 1, width, 1, edge)
    painter.fillRect(left, top + 1, 1, height - 2, edge)
    painter.fillRect(left + width - 1, top + 1, 1, height - 2, edge)


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
