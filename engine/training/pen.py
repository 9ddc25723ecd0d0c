"""The hand that draws: shapes and strokes in a movable, unit-sized frame of reference."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.training.palette import Palette
from engine.training.sheet import PLAIN_INK, Sheet
from engine.training.strokes import Nib, Points, curve, inked, ring


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws in a local frame: the origin is the middle of the figure, 1 about its half height.

    frame: 2×3 matrix from local units to output pixels. outlined: False for lineless art.
    """

    sheet: Sheet
    palette: Palette
    rng: np.random.Generator
    nib: Nib
    frame: NDArray[np.float32]
    outlined: bool = True

    @property
    def scale(self) -> float:
        """Output pixels per local unit."""
        return float(np.sqrt(abs(np.linalg.det(self.frame[:, :2]))))

    def within(
        self, x: float, y: float, scale: float = 1.0, *, angle: float = 0.0, flip: float = 1.0
    ) -> Pen:
        """The pen with its origin at a local point, scaled, turned by degrees, or mirrored."""
        c, s = np.cos(np.deg2rad(angle)) * scale, np.sin(np.deg2rad(angle)) * scale
        linear = self.frame[:, :2] @ np.array([[c * flip, -s], [s * flip, c]], np.float32)
        origin = self.frame[:, :2] @ np.array([x, y], np.float32) + self.frame[:, 2]
        return replace(self, frame=np.column_stack([linear, origin]).astype(np.float32))

    def pixels(self, points: ArrayLike) -> Points:
        """Local points in output pixels."""
        p = np.asarray(points, np.float32)
        out: Points = p @ self.frame[:, :2].T + self.frame[:, 2]
        return out

    def jitter(self, amount: float) -> float:
        """A small random offset."""
        return float(self.rng.uniform(-amount, amount))

    def shape(
        self,
        points: ArrayLike,
        slot: int,
        *,
        role: str = "body",
        smooth: bool = True,
        outline: float = 1.0,
        only: int | None = None,
        number: int | None = None,
    ) -> int:
        """Fill a closed shape and draw its outline (`outline` times the nib); object number."""
        path = curve(points) if smooth else np.asarray(points, np.float32)
        pixels = self.pixels(path)
        number = self.sheet.new_object(role) if number is None else number
        self.sheet.fill(pixels, slot, number, only=only)
        if outline > 0 and self.outlined and only is None:
            self._outline(pixels, slot, outline)
        return number

    def ellipse(
        self,
        x: float,
        y: float,
        rx: float,
        ry: float,
        slot: int,
        *,
        role: str = "body",
        outline: float = 1.0,
        only: int | None = None,
    ) -> int:
        """Fill an ellipse."""
        points = ring((x, y), (rx, ry), count=14)
        return self.shape(points, slot, role=role, outline=outline, only=only)

    def stroke(
        self,
        points: ArrayLike,
        width: float = 1.0,
        *,
        slot: int = PLAIN_INK,
        tapered: bool = True,
        smooth: bool = True,
    ) -> None:
        """Draw an open line, even in lineless art (a mouth, a whisker)."""
        p = np.asarray(points, np.float32)
        path = curve(p, closed=False) if smooth else p
        for line, widths in inked(self.pixels(path), self.nib, width, self.rng, tapered=tapered):
            self.sheet.stroke(line, widths, slot)

    def detail(self, points: ArrayLike, width: float = 1.0, *, slot: int = PLAIN_INK) -> None:
        """Draw an open line that lineless art leaves out (a fold, a strand)."""
        if self.outlined:
            self.stroke(points, width, slot=slot)

    def _outline(self, pixels: Points, slot: int, factor: float) -> None:
        rng, nib = self.rng, self.nib
        if rng.random() < nib.lost:
            return
        closed = np.concatenate([pixels, pixels[:1]])
        start = int(rng.integers(len(pixels)))
        closed = np.concatenate([closed[start:-1], closed[: start + 1]])
        open_ended = False
        if rng.random() < nib.gap:
            keep = int(len(closed) * rng.uniform(0.72, 0.97))
            closed, open_ended = closed[:keep], True
        tapered = nib.tapered_outlines or (open_ended and rng.random() < 0.7)
        for line, widths in inked(closed, nib, factor, rng, tapered=tapered):
            self.sheet.stroke(line, widths, slot)
