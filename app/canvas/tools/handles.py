"""Eight handles round a box, for transforming and cropping."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt

from app.canvas.tools.marks import HANDLE_REACH

Handle = tuple[int, int]
"""Which corner or side: -1, 0, 1 across and down; (0, 0) is the inside."""

HANDLES: tuple[Handle, ...] = (
    (-1, -1), (1, -1), (1, 1), (-1, 1), (0, -1), (1, 0), (0, 1), (-1, 0),
)  # fmt: skip
"""Corners first: they are taken where handles lie close together."""
CORNERS = HANDLES[:4]
_CURSORS = (
    Qt.CursorShape.SizeHorCursor,
    Qt.CursorShape.SizeFDiagCursor,
    Qt.CursorShape.SizeVerCursor,
    Qt.CursorShape.SizeBDiagCursor,
)


def handle_at(points: Sequence[QPointF], x: float, y: float, ratio: float) -> Handle | None:
    """The nearest handle in reach. points: where HANDLES are, in device pixels."""
    reach = HANDLE_REACH * ratio
    best: Handle | None = None
    nearest = reach
    for handle, point in zip(HANDLES, points, strict=True):
        distance = max(abs(point.x() - x), abs(point.y() - y))
        if distance < nearest or (distance == nearest == reach and best is None):
            best, nearest = handle, distance
    return best


def resize_cursor(handle: Handle, degrees: float) -> Qt.CursorShape:
    """The double arrow of a handle of a box turned by `degrees`."""
    steps = {
        (1, 0): 0, (-1, 0): 0, (1, 1): 1, (-1, -1): 1,
        (0, 1): 2, (0, -1): 2, (-1, 1): 3, (1, -1): 3,
    }[handle]  # fmt: skip
    return _CURSORS[(steps + round(degrees / 45)) % 4]
