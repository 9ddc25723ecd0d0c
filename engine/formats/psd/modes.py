"""Other colour modes and depths -> R'G'B'A in 8 or 16 bit.

Colours of RGB documents are taken as they are, in the document's own profile. All other modes are
turned into sRGB: gray by repeating it, Lab by its definition (D50), CMYK through its profile when
it has one, else by the plain product of inks and black.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms

from engine.document.raster import Pixels
from engine.formats.psd.codec import Plane
from engine.formats.psd.records import ALPHA, ColorMode

COLOR_CHANNELS: Mapping[ColorMode, int] = {
    ColorMode.BITMAP: 1,
    ColorMode.GRAY: 1,
    ColorMode.INDEXED: 1,
    ColorMode.RGB: 3,
    ColorMode.CMYK: 4,
    ColorMode.MULTICHANNEL: 3,
    ColorMode.DUOTONE: 1,
    ColorMode.LAB: 3,
}


def document_depth(depth: int) -> int:
    """Bits per channel of our document for a file of 1, 8, 16 or 32 bit."""
    return 8 if depth <= 8 else 16


def as_samples(plane: Plane, depth: int) -> Pixels:
    """Samples of a channel in the document's depth. Floats are 0..1 and clipped."""
    samples: Pixels = plane
    if depth == 1:
        samples = np.where(plane != 0, 0, 255).astype(np.uint8)  # 1 is ink
    if depth == 32:
        clean = np.nan_to_num(plane, nan=0.0, posinf=1.0, neginf=0.0)
        samples = (np.clip(clean, 0.0, 1.0) * 65535 + 0.5).astype(np.uint16)
    return samples


class ColorConverter:
    """Planes of one file's mode as R, G, B, A. May be used from several threads."""

    def __init__(self, mode: ColorMode, profile: bytes | None, color_table: bytes) -> None:
        self._mode = mode
        self._table = _palette(color_table)
        self._inks = _ink_transform(profile) if mode is ColorMode.CMYK else None

    def rgba(self, planes: Mapping[int, Pixels], shape: tuple[int, int], depth: int) -> Pixels:
        """4×H×W from channel planes by number; missing colours are 0, a missing alpha is full."""
        dtype = np.uint8 if depth == 8 else np.uint16
        full = 255 if depth == 8 else 65535
        out: Pixels = np.empty((4, *shape), dtype)
        alpha = planes.get(ALPHA)
        out[3] = full if alpha is None else alpha
        blank: Pixels = np.zeros(shape, dtype)
        colors = [planes.get(number, blank) for number in range(COLOR_CHANNELS[self._mode])]
        if self._mode is ColorMode.RGB:
            out[0], out[1], out[2] = colors
        elif self._mode is ColorMode.INDEXED:
            out[:3] = self._table[colors[0]].transpose(2, 0, 1)
        elif self._mode is ColorMode.LAB:
            out[:3] = _from_lab(colors, full)
        elif self._mode is ColorMode.CMYK:
            out[:3] = self._from_inks(colors, full)
        elif self._mode is ColorMode.MULTICHANNEL and 1 in planes:
            out[0], out[1], out[2] = colors
        else:
            out[:3] = colors[0]
        return out

    def _from_inks(self, inks: list[Pixels], full: int) -> Pixels:
        if self._inks is not None:
            # Stored inverted: full means no ink.
            ink = np.stack([full - plane for plane in inks], -1)
            bytes_ = ink if full == 255 else ((ink.astype(np.uint32) + 128) // 257).astype(np.uint8)
            picture = Image.frombuffer(
                "CMYK",
                (ink.shape[1], ink.shape[0]),
                np.ascontiguousarray(bytes_),
                "raw",
                "CMYK",
                0,
                1,
            )
            converted = np.asarray(ImageCms.applyTransform(picture, self._inks))
            rgb = converted.transpose(2, 0, 1)
            return rgb if full == 255 else rgb.astype(np.uint16) * 257
        black = inks[3].astype(np.uint32)
        mixed = np.stack([(plane * black + full // 2) // full for plane in inks[:3]])
        return mixed.astype(inks[0].dtype)


def _palette(table: bytes) -> npt.NDArray[np.uint8]:
    """256×3 colours of an indexed picture."""
    colors = np.zeros((3, 256), np.uint8)
    found = np.frombuffer(table[:768], np.uint8)
    colors.reshape(-1)[: len(found)] = found
    return np.ascontiguousarray(colors.T)


def _ink_transform(profile: bytes | None) -> Any:
    if profile is None:
        return None
    try:
        return ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            "CMYK",
            "RGB",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _from_lab(planes: list[Pixels], full: int) -> Pixels:
    """L*a*b* (D50; L over the whole range, a and b from their middle in 1/256 of it) as sRGB."""
    light, a, b = (plane.astype(np.float32) / np.float32(full) for plane in planes)
    y = (light * 100 + 16) / 116
    middle = 128 / 255
    x = y + (a - middle) * 255 / 500
    z = y - (b - middle) * 255 / 200

    def opened(value: npt.NDArray[Any]) -> npt.NDArray[Any]:
        linear = (value - np.float32(16 / 116)) * np.float32(108 / 841)
        return np.where(value > 6 / 29, value**3, linear)

    xyz = np.stack([opened(x) * 0.96422, opened(y), opened(z) * 0.82521])
    # Bradford-adapted matrix D50 -> linear sRGB.
    matrix = np.array(
        [
            [3.1338561, -1.6168667, -0.4906146],
            [-0.9787684, 1.9161415, 0.0334540],
            [0.0719453, -0.2289914, 1.4052427],
        ],
        np.float32,
    )
    linear = np.clip(np.tensordot(matrix, xyz, 1), 0, 1)
    encoded = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    dtype = np.uint8 if full == 255 else np.uint16
    converted: Pixels = (encoded * full + 0.5).astype(dtype)
    return converted
