"""Colour measures shared by the steps; colours are sRGB-encoded RGB."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

LUMINANCE = np.array([0.299, 0.587, 0.114], np.float32)


def luminance(colour: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rec. 601 luma of …×3 encoded colours in 0..1."""
    return np.asarray(colour @ LUMINANCE, np.float32)


def gray_of(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Rec. 601 luma of an H×W×3 uint8 picture (or a band of one), H×W uint8."""
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)


def lab_of(colour: NDArray[np.float32]) -> NDArray[np.float32]:
    """CIE Lab (L 0..100) of an H×W×3 float32 picture in 0..1."""
    lab = cv2.cvtColor(np.ascontiguousarray(colour, np.float32), cv2.COLOR_RGB2Lab)
    return np.asarray(lab, np.float32)
