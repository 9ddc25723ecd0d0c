"""A supersampled drawing surface that remembers what was painted: material, object, ink."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.training.strokes import Points

SHIFT = 4
PLAIN_INK = 255
BACKGROUND = 0


@dataclass(frozen=True, slots=True)
class Resolved:
    """A sheet at output resolution (all arrays H×W).

    ids, second: uint8 palette slots; coverage: uint8 share of `second` in 0..127 (255 = all).
    objects: int32, 0 = background. ink: uint8 line coverage. ink_ids: uint8 index into the inks.
    """

    ids: NDArray[np.uint8]
    second: NDArray[np.uint8]
    coverage: NDArray[np.uint8]
    objects: NDArray[np.int32]
    ink: NDArray[np.uint8]
    ink_ids: NDArray[np.uint8]


class Sheet:
    """Painter's algorithm on a square of `size` output pixels, drawn `factor` times larger."""

    def __init__(self, size: int, factor: int) -> None:
        self.size, self.factor = size, factor
        side = size * factor
        self.ids = np.zeros((side, side), np.uint8)
        self.objects = np.zeros((side, side), np.uint16)
        self.ink = np.zeros((side, side), np.uint8)
        self.ink_ids = np.zeros((side, side), np.uint8)
        self.roles: list[str] = ["background"]

    def new_object(self, role: str) -> int:
        """Number of a new object; later objects lie in front of earlier ones."""
        self.roles.append(role)
        return len(self.roles) - 1

    def mask(self, points: Points) -> tuple[tuple[slice, slice], NDArray[np.bool_]] | None:
        """Window and mask (large pixels) of a polygon given in output pixels; None if outside."""
        side = len(self.ids)
        q = points * self.factor
        low = np.maximum(np.floor(q.min(0)).astype(int) - 1, 0)
        high = np.minimum(np.ceil(q.max(0)).astype(int) + 2, side)
        if (high <= low).any():
            return None
        stencil = np.zeros((high[1] - low[1], high[0] - low[0]), np.uint8)
        fixed = np.round((q - low) * (1 << SHIFT)).astype(np.int32)
        cv2.fillPoly(stencil, [fixed], 1, cv2.LINE_8, SHIFT)
        return (slice(low[1], high[1]), slice(low[0], high[0])), stencil.view(bool)

    def fill(
        self,
        points: Points,
        slot: int,
        number: int,
        *,
        only: int | None = None,
        keep_ink: bool = False,
    ) -> None:
        """Paint a polygon (output pixels), within object `only` if given; ink below is covered."""
        found = self.mask(points)
        if found is None:
            return
        window, stencil = found
        if only is not None:
            stencil = stencil & (self.objects[window] == only)
        self.ids[window][stencil] = slot
        self.objects[window][stencil] = number
        if not keep_ink:
            self.ink[window][stencil] = 0

    def stroke(self, points: Points, widths: NDArray[np.float32], ink: int) -> None:
        """Draw a line of changing width (points and widths in output pixels)."""
        thick = np.maximum(1, np.round(widths * self.factor)).astype(int)
        fixed = np.round(points * self.factor * (1 << SHIFT)).astype(np.int32)
        cuts = np.flatnonzero(np.diff(thick)) + 1
        starts, stops = np.concatenate([[0], cuts]), np.concatenate([cuts, [len(thick)]])
        halo = 2 * self.factor
        for start, stop in zip(starts, stops, strict=True):
            run = [fixed[max(0, start - 1) : stop]]
            width = int(thick[start])
            cv2.polylines(self.ink_ids, run, False, ink, width + halo, cv2.LINE_8, SHIFT)
            cv2.polylines(self.ink, run, False, 255, width, cv2.LINE_8, SHIFT)

    def border(self, slot: int, width: float, role: str) -> None:
        """Surround everything drawn so far by a band of `width` output pixels (a sticker)."""
        distance = cv2.distanceTransform((self.objects == 0).astype(np.uint8), cv2.DIST_L2, 5)
        band = (distance > 0) & (distance <= width * self.factor)
        self.ids[band] = slot
        self.objects[band] = self.new_object(role)

    def resolved(self) -> Resolved:
        """Average down: the two commonest slots per pixel, their shares, and the line coverage."""
        n, f = self.size, self.factor
        cells = self.ids.reshape(n, f, n, f).transpose(0, 2, 1, 3).reshape(n, n, f * f)
        ids = cells[..., (f * f) // 2].copy()
        second, coverage = ids.copy(), np.zeros((n, n), np.uint8)
        rows, columns = np.nonzero((cells != cells[..., :1]).any(-1))
        if len(rows):
            votes = np.zeros((len(rows), int(self.ids.max()) + 1), np.int32)
            for k in range(f * f):
                np.add.at(votes, (np.arange(len(rows)), cells[rows, columns, k]), 1)
            order = np.argsort(-votes, axis=1, kind="stable")[:, :2]
            count = np.take_along_axis(votes, order, 1)
            share = count[:, 1] / count.sum(1)
            ids[rows, columns], second[rows, columns] = order[:, 0], order[:, 1]
            coverage[rows, columns] = np.minimum(np.round(share * 255), 127)
        middle = slice(f // 2, None, f)
        return Resolved(
            ids=ids,
            second=second,
            coverage=coverage,
            objects=self.objects[middle, middle].astype(np.int32),
            ink=np.asarray(cv2.resize(self.ink, (n, n), interpolation=cv2.INTER_AREA), np.uint8),
            ink_ids=self.ink_ids[middle, middle].copy(),
        )
