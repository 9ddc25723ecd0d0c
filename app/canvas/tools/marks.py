"""Lines over the picture, white over black so that they show on every colour. Device pixels."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from app.canvas.viewport import Viewport

HANDLE = 9
"""Logical pixels of a drawn handle."""
HANDLE_REACH = 12
"""So near to a handle, in logical pixels, it is taken."""
DASH = 5.0
BLACK, WHITE = QColor(0, 0, 0), QColor(255, 255, 255)


def document_transform(viewport: Viewport) -> QTransform:
    """From document pixels to device pixels."""
    return QTransform(viewport.scale, 0, 0, viewport.scale, viewport.left, viewport.top)


def to_view(viewport: Viewport, x: float, y: float) -> QPointF:
    """A document point in device pixels, in the middle of a pixel so that lines stay sharp."""
    view_x, view_y = viewport.to_view(x, y)
    return QPointF(round(view_x) + 0.5, round(view_y) + 0.5)


def paint_two_tone(
    painter: QPainter, path: QPainterPath | QPolygonF, ratio: float, *, is_closed: bool = True
) -> None:
    """One white line with a black one round it. path: device pixels."""
    width = max(1, int(ratio))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, wide in ((QColor(0, 0, 0, 200), 3 * width), (WHITE, width)):
        painter.setPen(QPen(color, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        if isinstance(path, QPainterPath):
            painter.drawPath(path)
        elif is_closed:
            painter.drawPolygon(path)
        else:
            painter.drawPolyline(path)


def paint_ants(
    painter: QPainter, polygons: Iterable[QPolygonF], viewport: Viewport, phase: float, ratio: float
) -> None:
    """Black and white dashes along closed lines given in document pixels."""
    width = max(1, int(ratio))
    pens = []
    for color in (WHITE, BLACK):
        pen = QPen(color, width)
        pen.setCosmetic(True)
        pens.append(pen)
    pens[1].setDashPattern([DASH, DASH])
    pens[1].setDashOffset(phase)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setTransform(document_transform(viewport), True)
    shapes = list(polygons)
    for pen in pens:
        painter.setPen(pen)
        for polygon in shapes:
            painter.drawPolygon(polygon)
    painter.restore()


def paint_outline(
    painter: QPainter, polygons: Iterable[QPolygonF], viewport: Viewport, ratio: float
) -> None:
    """2 px of white in 4 px of black along closed lines given in document pixels."""
    width = max(1, int(ratio))
    shapes = list(polygons)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setTransform(document_transform(viewport), True)
    for color, wide in ((BLACK, 4 * width), (WHITE, 2 * width)):
        pen = QPen(color, wide)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for polygon in shapes:
            painter.drawPolygon(polygon)
    painter.restore()


def paint_ring(painter: QPainter, centre: QPointF, radius: float, ratio: float) -> None:
    """The brush: a ring of its true size and a dot in the middle."""
    width = max(1.0, ratio)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, wide in ((QColor(0, 0, 0, 160), 2.5 * width), (WHITE, width)):
        painter.setPen(QPen(color, wide))
        painter.drawEllipse(centre, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(BLACK)
    painter.drawEllipse(centre, 1.5 * width, 1.5 * width)
    painter.setBrush(WHITE)
    painter.drawEllipse(centre, 0.75 * width, 0.75 * width)
    painter.restore()


def paint_handle(painter: QPainter, at: QPointF, ratio: float, *, is_chosen: bool = False) -> None:
    """A white box in black; the chosen one is larger and has a black middle."""
    side = round((HANDLE + (4 if is_chosen else 0)) * ratio)
    box = QRect(round(at.x()) - side // 2, round(at.y()) - side // 2, side, side)
    painter.fillRect(box, BLACK)
    wide = max(1, int(ratio))
    painter.fillRect(box.adjusted(wide, wide, -wide, -wide), WHITE)
    if is_chosen:
        painter.fillRect(box.adjusted(4 * wide, 4 * wide, -4 * wide, -4 * wide), BLACK)


def paint_sign(painter: QPainter, at: QPointF, ratio: float, *, is_plus: bool) -> None:
    """A white disc with a black plus or minus: what belongs to an object, and what does not."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(BLACK, 1.5 * ratio))
    painter.setBrush(WHITE)
    painter.drawEllipse(at, 6 * ratio, 6 * ratio)
    arm = 3 * ratio
    painter.drawLine(QPointF(at.x() - arm, at.y()), QPointF(at.x() + arm, at.y()))
    if is_plus:
        painter.drawLine(QPointF(at.x(), at.y() - arm), QPointF(at.x(), at.y() + arm))
    painter.restore()


def box_of(viewport: Viewport, start: tuple[float, float], end: tuple[float, float]) -> QRectF:
    """A rectangle between two document points in device pixels."""
    return QRectF(to_view(viewport, *start), to_view(viewport, *end)).normalized()
