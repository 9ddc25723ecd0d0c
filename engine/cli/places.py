"""Points and boxes as they are written on the command line."""

from __future__ import annotations

from engine.document.geometry import Rect, Size
from engine.errors import UsageError


def box_of(text: str, canvas: Size) -> Rect:
    """`X0,Y0,X1,Y1` as a box that meets the canvas. UsageError for anything else."""
    left, top, right, bottom = numbers_of(text, 4, "X0,Y0,X1,Y1")
    box = Rect(min(left, right), min(top, bottom), max(left, right), max(top, bottom))
    if box.intersected(canvas.rect).is_empty:
        raise UsageError(
            f"The box {text} lies outside the picture.",
            f"The picture has {canvas.width} × {canvas.height} pixels.",
        )
    return box


def point_of(text: str, canvas: Size) -> tuple[int, int]:
    """`X,Y` as a pixel of the canvas. UsageError for anything else."""
    x, y = numbers_of(text, 2, "X,Y")
    if not (0 <= x < canvas.width and 0 <= y < canvas.height):
        raise UsageError(
            f"The point {text} lies outside the picture.",
            f"The picture has {canvas.width} × {canvas.height} pixels.",
        )
    return x, y


def numbers_of(text: str, count: int, form: str) -> tuple[int, ...]:
    """Whole pixels, separated by commas. UsageError when they are not `count` numbers."""
    try:
        values = tuple(round(float(part)) for part in text.split(","))
    except (ValueError, OverflowError):
        values = ()
    if len(values) != count:
        raise UsageError(f"“{text}” is not a place.", f"Write it as {form}, in pixels.")
    return values
