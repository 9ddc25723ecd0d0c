"""Which of the stored masks of a layer applies, and how.

A layer may have a mask that was painted and one that is a path. Photoshop stores the painted one as
channel -2. With a path it stores the two together, rendered and without their densities, as
channel -2 and the painted one alone as -3. The pixels of shape layers are cut by their path.
(Found on files of Photoshop; the format's description says otherwise.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from engine.document.geometry import Rect, Size
from engine.document.model import Mask
from engine.document.raster import (
    Pixels,
    Raster,
    content_bounds,
    empty_raster,
    pixels_of,
    raster_from_array,
    with_pixels,
)
from engine.document.style import Frame
from engine.formats.psd.paths import bounds_of, coverage_of, frame_of, parsed_vector_mask
from engine.formats.psd.records import REAL_MASK, USER_MASK, LayerRecord

SHAPE_CONTENT = (b"SoCo", b"GdFl", b"PtFl", b"vscg")
"""Blocks of layers whose pixels are a fill inside of their path."""

VECTOR_MASK = (b"vmsk", b"vsms")


@dataclass(frozen=True, slots=True)
class MaskSource:
    """A mask to be read: channel `number` lies at `rect`; outside: 0..255; density: 0..1.

    feather: the standard deviation, in pixels, of the blur that Photoshop shows it with.
    """

    number: int
    rect: Rect
    outside: int
    density: float
    is_enabled: bool
    is_inverted: bool
    feather: float = 0.0


def mask_source(record: LayerRecord) -> MaskSource | None:
    """The mask of a layer; None without one, or when only a path shaped the layer's pixels."""
    mask = record.mask
    if mask is None:
        return None
    painted = record.channel(USER_MASK)
    if not mask.is_rendered:
        if painted is None:
            return None
        return MaskSource(
            USER_MASK,
            mask.rect,
            mask.outside,
            mask.density / 255,
            not mask.is_disabled,
            mask.is_inverted,
            mask.feather,
        )
    has_both = mask.real_rect is not None and record.channel(REAL_MASK) is not None
    if record.block(*SHAPE_CONTENT) is not None or _fades_apart(record):
        if not has_both or mask.real_rect is None:
            return None
        return MaskSource(
            REAL_MASK,
            mask.real_rect,
            mask.real_outside,
            mask.density / 255,
            not mask.real_is_disabled,
            mask.real_is_inverted,
            mask.feather,
        )
    if painted is None:
        return None
    return MaskSource(
        USER_MASK,
        mask.rect,
        mask.outside,
        1.0 if has_both else mask.vector_density / 255,
        not mask.is_disabled,
        mask.is_inverted,
        0.0 if has_both else mask.vector_feather,
    )


def _fades_apart(record: LayerRecord) -> bool:
    """Whether a painted mask and a path have densities or feathers, which only apply to each
    alone: their stored product is of no use then."""
    mask = record.mask
    if mask is None or mask.real_rect is None or record.block(*VECTOR_MASK) is None:
        return False
    fades = mask.density < 255 or mask.vector_density < 255
    return record.channel(REAL_MASK) is not None and bool(
        fades or mask.feather or mask.vector_feather
    )


def needs_redrawing(record: LayerRecord) -> bool:
    """Whether a fill must be drawn because no pixels, or not all it shows, are stored."""
    if record.block(*SHAPE_CONTENT) is None:
        return False
    mask = record.mask
    fades = mask is not None and (mask.vector_density < 255 or mask.vector_feather > 0)
    return record.rect.is_empty or (fades and record.block(*VECTOR_MASK) is not None)


def needs_path(record: LayerRecord) -> bool:
    """Whether the path of a layer is in none of its stored pixels and masks."""
    if record.block(*VECTOR_MASK) is None:
        return False
    if record.block(*SHAPE_CONTENT) is not None:
        return needs_redrawing(record)
    if _fades_apart(record):
        return True
    return record.mask is None or not record.mask.is_rendered


def product_of_masks(one: Mask, other: Mask, canvas: Rect) -> Mask:
    """Both masks as one over the canvas, their densities included; nothing shows outside of it."""
    full = float(np.iinfo(one.raster.dtype).max)
    shown = np.ones((canvas.height, canvas.width), np.float32)
    for mask in (one, other):
        shown *= 1 - mask.density * (1 - pixels_of(mask.raster, canvas).astype(np.float32) / full)
    samples: Pixels = (shown * full + 0.5).astype(one.raster.dtype)
    return Mask(raster_from_array(samples, left=canvas.left, top=canvas.top))


def feathered(raster: Raster, feather: float, canvas: Rect) -> Raster:
    """The mask blurred as Photoshop shows it within the canvas (a Gaussian, off by at most 3/255).

    A wide blur is done on a smaller picture, so that its cost does not grow with its width.
    """
    reach = int(np.ceil(3 * feather))
    bounds = content_bounds(raster)
    target = _grown(bounds, reach).intersected(canvas)
    if bounds.is_empty or target.is_empty:
        return raster
    source = _grown(target, reach)
    full = int(np.iinfo(raster.dtype).max)
    samples = pixels_of(raster, source).astype(np.float32)
    factor = max(1, int(feather / 8))
    if factor > 1:
        size = (max(1, source.width // factor), max(1, source.height // factor))
        samples = _floats(cv2.resize(samples, size, interpolation=cv2.INTER_AREA))
    samples = _floats(
        cv2.GaussianBlur(samples, (0, 0), feather / factor, borderType=cv2.BORDER_REPLICATE)
    )
    if factor > 1:
        size = (source.width, source.height)
        samples = _floats(cv2.resize(samples, size, interpolation=cv2.INTER_LINEAR))
    inner = samples[reach : reach + target.height, reach : reach + target.width]
    blurred: Pixels = (np.clip(inner, 0, full) + 0.5).astype(raster.dtype)
    return with_pixels(raster, blurred, left=target.left, top=target.top)


def _floats(samples: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    return np.asarray(samples, np.float32)


def _grown(rect: Rect, by: int) -> Rect:
    return Rect(rect.left - by, rect.top - by, rect.right + by, rect.bottom + by)


def path_bounds(record: LayerRecord, canvas: Rect) -> Rect | Frame:
    """The rectangle round the path or the mask of a layer, or the canvas when it has none."""
    data = record.block(*VECTOR_MASK) or b""
    path = parsed_vector_mask(data, Size(canvas.width, canvas.height))
    if path is not None and not path.is_disabled and path.paths and not path.is_inverted:
        return frame_of(path)
    mask = record.mask
    if mask is None or mask.is_disabled or mask.is_inverted or mask.outside or mask.rect.is_empty:
        return canvas
    return mask.rect


def path_mask(
    record: LayerRecord, canvas: Rect, dtype: np.dtype[np.uint8] | np.dtype[np.uint16]
) -> Mask | None:
    """The path of a layer as a mask of pixels; None when there is none or it is switched off."""
    data = record.block(*VECTOR_MASK) or b""
    path = parsed_vector_mask(data, Size(canvas.width, canvas.height))
    if path is None or path.is_disabled or not (path.paths or path.starts_full):
        return None
    density = 1.0 if record.mask is None else record.mask.vector_density / 255
    full = int(np.iinfo(dtype).max)
    # That all is filled at first counts only when nothing is drawn.
    starts_full = path.starts_full and not path.paths
    outside = full if path.is_inverted != starts_full else 0
    raster = empty_raster(dtype, channels=1, fill=outside)
    rect = bounds_of(path, canvas)
    if rect.is_empty:
        return Mask(raster, density)
    coverage = coverage_of(path, rect)
    shown = 1 - coverage if path.is_inverted else coverage
    samples: Pixels = (shown * full + 0.5).astype(dtype)
    drawn = with_pixels(raster, samples, left=rect.left, top=rect.top)
    if record.mask is not None and record.mask.vector_feather:
        drawn = feathered(drawn, record.mask.vector_feather, canvas)
    return Mask(drawn, density)
