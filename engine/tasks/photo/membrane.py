"""Smooth colours for holes: push and pull over a pyramid (Gortler et al. 1996, "The Lumigraph")."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Soft = npt.NDArray[np.float32]


def membrane(values: Soft, weights: Soft) -> Soft:
    """H×W×C: the values where the weight is 1, smoothly continued where it is 0.

    values: H×W×C, any range; weights: H×W, 0..1. All zero where every weight is.
    """
    return _spread(values * weights[..., None], weights)


def _spread(weighted: Soft, weights: Soft) -> Soft:
    height, width = weights.shape
    if min(height, width) <= 1 or weights.min() >= 1:
        mean = weighted.sum((0, 1)) / max(float(weights.sum()), 1e-6)
        near = weighted / np.maximum(weights, 1e-6)[..., None]
        return np.where(weights[..., None] > 0, near, mean).astype(np.float32)
    half = ((width + 1) // 2, (height + 1) // 2)
    colors = _halved(weighted, half)
    certainty = _halved(weights, half)
    # A coarse pixel that saw a quarter of its own is as good as one that saw all.
    gain: Soft = np.asarray(np.minimum(1, certainty * 4) / np.maximum(certainty, 1e-6), np.float32)
    coarse = _spread(colors * gain[..., None], certainty * gain)
    pulled = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR)
    share = 1 - np.minimum(weights, 1)[..., None]
    return np.asarray(weighted + share * pulled.reshape(weighted.shape), np.float32)


def _halved(values: Soft, size: tuple[int, int]) -> Soft:
    soft = cv2.GaussianBlur(values, (5, 5), 1.0, borderType=cv2.BORDER_REFLECT)
    shape = (size[1], size[0], *values.shape[2:])
    small = cv2.resize(soft, size, interpolation=cv2.INTER_AREA)
    return np.asarray(small.reshape(shape), np.float32)
