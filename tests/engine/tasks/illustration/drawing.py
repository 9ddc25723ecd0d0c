"""A small drawing with known layers: flats, shadows of one tint, one highlight, black outlines."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

PAPER, BODY, HAT = 0, 1, 2
PALETTE = np.array([[236, 229, 214], [196, 92, 88], [64, 120, 190]], np.uint8)
SHADE = np.array([0.62, 0.58, 0.74])
LIGHT = 0.45


@dataclass(frozen=True, slots=True)
class Drawing:
    """picture: H×W×4 uint8. ids: H×W true slots. line: H×W alpha 0..1. shadow, light: masks."""

    picture: NDArray[np.uint8]
    ids: NDArray[np.int64]
    line: NDArray[np.float64]
    shadow: NDArray[np.bool_]
    light: NDArray[np.bool_]


def drawing(size: int = 320) -> Drawing:
    """The drawing at size×size pixels."""
    scale = 4
    big = size * scale

    def at(x: float, y: float) -> tuple[int, int]:
        return round(x * big), round(y * big)

    def shape(centre: tuple[float, float], axes: tuple[float, float]) -> NDArray[np.uint8]:
        canvas = np.zeros((big, big), np.uint8)
        cv2.ellipse(canvas, at(*centre), at(*axes), 0, 0, 360, 255, -1)
        return canvas

    def reduced(mask: NDArray[np.uint8]) -> NDArray[np.float64]:
        small = cv2.resize(mask, (size, size), interpolation=cv2.INTER_AREA)
        return np.asarray(small / 255.0)

    line = np.zeros((big, big), np.uint8)
    width = round(0.012 * big)
    cv2.ellipse(line, at(0.5, 0.62), at(0.3, 0.26), 0, 0, 360, 255, width)
    cv2.ellipse(line, at(0.5, 0.24), at(0.22, 0.13), 0, 0, 360, 255, width)
    body = reduced(shape((0.5, 0.62), (0.3, 0.26))) > 0.5
    hat = reduced(shape((0.5, 0.24), (0.22, 0.13))) > 0.5
    ids = np.full((size, size), PAPER)
    ids[body] = BODY
    ids[hat] = HAT
    shadow = (reduced(shape((0.74, 0.74), (0.2, 0.2))) > 0.5) & (body & ~hat)
    shadow |= (reduced(shape((0.64, 0.3), (0.12, 0.08))) > 0.5) & hat
    light = (reduced(shape((0.42, 0.21), (0.06, 0.03))) > 0.5) & hat
    lit = PALETTE[ids] / 255.0
    lit = np.where(shadow[..., None], lit * SHADE, lit)
    lit = np.where(light[..., None], 1 - (1 - lit) * (1 - LIGHT), lit)
    alpha = reduced(line)
    colour = lit * (1 - alpha[..., None]) + alpha[..., None] * np.array([20, 16, 24]) / 255
    picture = np.full((size, size, 4), 255, np.uint8)
    picture[..., :3] = np.floor(colour * 255 + 0.5)
    return Drawing(picture, ids, alpha, shadow, light)
