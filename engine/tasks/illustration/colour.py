"""Colour measures shared by the steps; colours are sRGB-encoded RGB."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

LUMINANCE = np.array([0.299, 0.587, 0.114], np.float32)


def luminance(colour: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rec. 601 luma of …×3 encoded colours in 0..1."""
    return np.asarray(colour @ LUMINANCE, np.float32)


def lab_of(colour: NDArray[np.float32]) -> NDArray[np.float32]:
    """CIE Lab (L 0..100) of an H×W×3 float32 picture in 0..1."""
    return np.asarray(cv2.cvtColor(np.ascontiguousarray(colour, np.float32), cv2.COLOR_RGB2Lab))
