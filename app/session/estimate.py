"""What a decomposition will need: memory and time, told before a large one begins."""

from __future__ import annotations

from dataclasses import dataclass

from engine.document.model import Document

BASE_BYTES = 260e6
BYTES_PER_PIXEL = 52
"""Measured on square drawings from 2 to 21 megapixels: 0.36, 0.70 and 1.34 GB at the peak."""
BASE_SECONDS = 2.0
SECONDS_PER_MEGAPIXEL = 0.5
"""On one slow core; what really happened on this computer takes its place."""
LARGE_PIXELS = 24_000_000
"""From this size on the need is told even when it fits."""
SPARE = 0.9
"""The share of free memory that a job may take."""


@dataclass(frozen=True, slots=True)
class Need:
    """memory: bytes at the peak. free: bytes, None when it is not known. seconds: about."""

    pixels: int
    memory: float
    free: float | None
    seconds: float

    @property
    def fits(self) -> bool:
        return self.free is None or self.memory <= SPARE * self.free

    @property
    def is_large(self) -> bool:
        return self.pixels >= LARGE_PIXELS


class Estimator:
    """Learns from the jobs of this run how fast this computer is."""

    def __init__(self) -> None:
        self._seconds_per_megapixel = SECONDS_PER_MEGAPIXEL

    def need(self, document: Document, free: float | None) -> Need:
        """What decomposing needs; layers are as large as the canvas at most."""
        pixels = document.size.width * document.size.height
        seconds = BASE_SECONDS + self._seconds_per_megapixel * pixels / 1e6
        return Need(pixels, BASE_BYTES + BYTES_PER_PIXEL * pixels, free, seconds)

    def learn(self, document: Document, seconds: float) -> None:
        """A decomposition of this document took so long."""
        pixels = document.size.width * document.size.height
        if pixels > 0:
            share = max(0.0, seconds - BASE_SECONDS) * 1e6 / pixels
            self._seconds_per_megapixel = max(share, SECONDS_PER_MEGAPIXEL / 10)
