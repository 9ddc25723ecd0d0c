"""Graphs to set levels and curves on, over the histogram of what is adjusted."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme.theme import Theme
from engine.compositor.tones import curved
from engine.document.adjustments import CurvePoints, LevelsRecord

Histogram = npt.NDArray[np.float64]
"""4×256 shares of pixels: all channels, red, green, blue."""

NEAR = 10
FAR = 28
"""How close to a point a press must be, and how far out a drag takes it away; logical pixels."""
MARGIN = 8


class Graph(QWidget):
    """The histogram in a field; subclasses draw on top. Levels 0..255 run from left to right."""

    drag_began = Signal()
    drag_ended = Signal()

    def __init__(self, theme: Theme, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._histogram: Histogram | None = None
        self._part = 0
        self._shows_focus = False
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_histogram(self, histogram: Histogram | None, part: int) -> None:
        self._histogram, self._part = histogram, part
        self.update()

    @property
    def field(self) -> QRectF:
        return QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def to_view(self, given: float, out: float) -> QPointF:
        field = self.field
        x = field.left() + given / 255.0 * field.width()
        return QPointF(x, field.bottom() - out / 255.0 * field.height())

    def from_view(self, place: QPointF) -> tuple[float, float]:
        """Input and output levels, which may lie outside 0..255."""
        field = self.field
        given = (place.x() - field.left()) / max(field.width(), 1.0) * 255.0
        return given, (field.bottom() - place.y()) / max(field.height(), 1.0) * 255.0

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, field = self._theme.tokens, self.field
        painter = QPainter(self)
        painter.fillRect(field, tokens["well"])
        self._paint_histogram(painter, field)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        if self.hasFocus():
            painter.setPen(QPen(tokens["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """What lies over the histogram."""

    def _paint_histogram(self, painter: QPainter, field: QRectF) -> None:
        if self._histogram is None:
            return
        shares = np.sqrt(self._histogram[self._part])  # rare tones are seen, too
        shares = shares / max(float(shares.max()), 1e-9)
        shape = QPolygonF([field.bottomLeft()])
        for level in range(256):
            x = field.left() + level / 255.0 * field.width()
            shape.append(QPointF(x, field.bottom() - float(shares[level]) * field.height()))
        shape.append(field.bottomRight())
        color = QColor(self._theme.tokens["ctlp"])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(shape)


class LevelsGraph(Graph):
    """Three handles under the histogram: black, middle, white."""

    changed = Signal(object)
    """LevelsRecord"""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 128, parent)
        self._record = LevelsRecord()
        self._held = ""

    def show_record(self, record: LevelsRecord) -> None:
        self._record = record
        self.update()

    @property
    def handles(self) -> dict[str, float]:
        """Where they stand, as input levels."""
        record = self._record
        middle = record.in_black + (record.in_white - record.in_black) * 0.5**record.gamma
        return {"in_black": record.in_black, "gamma": middle, "in_white": record.in_white}

    def draw(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        fills = {"in_black": "#000000", "gamma": "#808080", "in_white": "#FFFFFF"}
        for name, level in self.handles.items():
            foot = self.to_view(level, 0)
            shape = QPolygonF([foot, foot + QPointF(-6, MARGIN), foot + QPointF(6, MARGIN)])
            painter.setPen(QPen(tokens["focus" if name == self._held else "edge"], 1))
            painter.setBrush(QColor(fills[name]))
            painter.drawPolygon(shape)
            painter.setPen(QPen(tokens["edge"], 1, Qt.PenStyle.DotLine))
            painter.drawLine(foot, self.to_view(level, 255))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        handles = self.handles
        x = event.position().x()
        self._held = min(handles, key=lambda name: abs(self.to_view(handles[name], 0).x() - x))
        self.drag_began.emit()
        self._move_to(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._held = ""
            self.update()
            self.drag_ended.emit()

    def _move_to(self, x: float) -> None:
        level, _ = self.from_view(QPointF(x, 0))
        record = self._record
        black, white, gamma = record.in_black, record.in_white, record.gamma
        if self._held == "in_black":
            black = float(round(min(max(level, 0.0), white - 2)))
        elif self._held == "in_white":
            white = float(round(max(min(level, 255.0), black + 2)))
        else:
            share = min(max((level - black) / (white - black), 1e-3), 0.999)
            gamma = round(min(max(math.log(share) / math.log(0.5), 0.1), 9.99), 2)
        self._record = LevelsRecord(black, white, record.out_black, record.out_white, gamma)
        self.update()
        self.changed.emit(self._record)


class CurveGraph(Graph):
    """A curve through points. Drag them; press beside them for a new one; drag one out to lose it.

    Keys: arrows move the chosen point (Shift: by 10), Page up and down choose, Insert adds one,
    Delete takes it away.
    """

    changed = Signal(object)
    """CurvePoints"""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 260, parent)
        self._points: list[tuple[float, float]] = [(0.0, 0.0), (255.0, 255.0)]
        self._chosen = 0
        self._is_held = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def points(self) -> CurvePoints:
        return tuple(self._points)

    @property
    def chosen(self) -> int:
        return self._chosen

    def show_points(self, points: CurvePoints) -> None:
        if not self._is_held or len(points) == len(self._points):
            self._points = sorted(points)
            self._chosen = min(self._chosen, len(self._points) - 1)
        self.update()

    def draw(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        painter.setPen(QPen(tokens["line2"], 1))
        for part in (0.25, 0.5, 0.75):
            painter.drawLine(self.to_view(255 * part, 0), self.to_view(255 * part, 255))
            painter.drawLine(self.to_view(0, 255 * part), self.to_view(255, 255 * part))
        painter.drawLine(self.to_view(0, 0), self.to_view(255, 255))
        inputs = np.linspace(0.0, 255.0, 256)
        outputs = curved(inputs, self.points)
        line = QPolygonF([self.to_view(x, y) for x, y in zip(inputs, outputs, strict=True)])
        painter.setPen(QPen(tokens["t1"], 1.5))
        painter.drawPolyline(line)
        for index, point in enumerate(self._points):
            is_chosen = index == self._chosen
            painter.setPen(QPen(tokens["t1"], 1.5))
            painter.setBrush(tokens["acc" if is_chosen else "well"])
            painter.drawRect(
                QRectF(self.to_view(*point) - QPointF(4, 4), self.to_view(*point) + QPointF(4, 4))
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        place = event.position()
        distances = [(self.to_view(*point) - place).manhattanLength() for point in self._points]
        nearest = int(np.argmin(distances))
        self._is_held = True
        self.drag_began.emit()
        if distances[nearest] <= NEAR:
            self._chosen = nearest
            self.update()
        else:
            self._add(*self.from_view(place))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._is_held:
            return
        place = event.position()
        outside = QRectF(self.rect()).adjusted(-FAR, -FAR, FAR, FAR)
        if not outside.contains(place) and len(self._points) > 2:
            self._is_held = False
            self._remove()
            self.drag_ended.emit()
            return
        self._move(*self.from_view(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_held:
            self._is_held = False
            self.drag_ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        moves = {
            Qt.Key.Key_Left: (-step, 0),
            Qt.Key.Key_Right: (step, 0),
            Qt.Key.Key_Up: (0, step),
            Qt.Key.Key_Down: (0, -step),
        }
        key = Qt.Key(event.key())
        given, out = self._points[self._chosen]
        if key in moves:
            self._move(given + moves[key][0], out + moves[key][1])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            step = 1 if key == Qt.Key.Key_PageUp else -1
            self._chosen = (self._chosen + step) % len(self._points)
            self.update()
        elif key == Qt.Key.Key_Insert:
            at = min(self._chosen, len(self._points) - 2)
            middle = (self._points[at][0] + self._points[at + 1][0]) / 2
            self._add(middle, float(curved(np.array([middle]), self.points)[0]))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and len(self._points) > 2:
            self._remove()
        else:
            super().keyPressEvent(event)

    def _add(self, given: float, out: float) -> None:
        point = (float(round(_within(given))), float(round(_within(out))))
        taken = [index for index, one in enumerate(self._points) if one[0] == point[0]]
        if taken:
            self._points[taken[0]] = point
        else:
            self._points = sorted([*self._points, point])
        self._chosen = self._points.index(point)
        self._tell()

    def _move(self, given: float, out: float) -> None:
        """Move the chosen point, never past its neighbours."""
        index = self._chosen
        low = self._points[index - 1][0] + 1 if index else 0.0
        high = self._points[index + 1][0] - 1 if index + 1 < len(self._points) else 255.0
        moved = (float(round(min(max(given, low), high))), float(round(_within(out))))
        if moved != self._points[index]:
            self._points[index] = moved
            self._tell()

    def _remove(self) -> None:
        del self._points[self._chosen]
        self._chosen = max(0, self._chosen - 1)
        self._tell()

    def _tell(self) -> None:
        self.update()
        self.changed.emit(self.points)


def _within(level: float) -> float:
    return min(max(level, 0.0), 255.0)
