"""Which pixels belong to the thing a picture is of: U²-Net, small version, through ONNX Runtime.

Qin et al., "U²-Net: Going Deeper with Nested U-Structure for Salient Object Detection", 2020.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

SIDE = 320
"""The network's own size, in pixels."""
_WEIGHTS = Path(__file__).resolve().parents[3] / "resources" / "models" / "u2netp.onnx"
_MEAN = np.array([0.485, 0.456, 0.406], np.float32)
_SPREAD = np.array([0.229, 0.224, 0.225], np.float32)


def saliency(picture: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """H×W, 0..1: how likely each pixel is part of the salient object.

    picture: H×W×3 sRGB. The network sees it squeezed to 320×320 pixels.
    """
    height, width = picture.shape[:2]
    small = cv2.resize(picture, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    likely = _looked(np.ascontiguousarray(small).tobytes())
    return np.asarray(
        cv2.resize(likely, (width, height), interpolation=cv2.INTER_LINEAR), np.float32
    )


@lru_cache(maxsize=8)
def _looked(pixels: bytes) -> npt.NDArray[np.float32]:
    """The network's answer to 320×320 sRGB pixels, 0..1; the last ones are kept.

    Every click on a picture asks for the views of the clicks before it again.
    """
    small = np.frombuffer(pixels, np.uint8).reshape(SIDE, SIDE, 3)
    values = small.astype(np.float32) / max(1.0, float(small.max()))
    values = (values - _MEAN) / _SPREAD
    session = _session()
    output = session.get_outputs()[0].name
    (found,) = session.run(
        [output], {session.get_inputs()[0].name: values.transpose(2, 0, 1)[None]}
    )
    likely = np.asarray(found, np.float32)[0, 0]
    lowest, highest = float(likely.min()), float(likely.max())
    likely = np.asarray((likely - lowest) / max(highest - lowest, 1e-6), np.float32)
    likely.setflags(write=False)
    return likely


@cache
def _session() -> Any:
    """The network, loaded once: 0.3 s, 5 MB on disk."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = os.cpu_count() or 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(_WEIGHTS, options, providers=["CPUExecutionProvider"])
