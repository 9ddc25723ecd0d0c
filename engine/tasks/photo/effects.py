"""The shadow that an object casts, found without being marked.

A shadow takes away one light and leaves another: the ground in it is the ground beside it times
one ratio per colour channel, nearly the same all over the shadow (Finlayson et al. 2002; Guo, Dai
and Hoiem 2011). So the ground beside is continued under the object's surroundings, what is darker
by a constant ratio and touches the object is taken, and its coverage is smoothed along the
picture's own edges (guided filter: He, Sun and Tang 2010). Nothing convincing: no shadow.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from engine.document.geometry import Rect
from engine.progress import Progress
from engine.tasks.photo.membrane import membrane

Soft = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
_SIDE = 320  # pixels of the longer side at which the shadow is sought
_DARK = 2 / 255  # added before ratios are taken: darker than that is noise
_GROUND_FROM = 0.4  # of the object's height, from its top: no shadow on the ground lies higher
_TOUCH = 0.02  # of the longer side: this near the object its shadow begins
_CLEARLY = np.log(0.8)  # of the ground's light: what is in shadow is darker than that
_STEADY = 0.30  # spread of the logarithm of the ratio that one shadow may have
_TINTED = 0.40  # how far the logarithms of two channels' ratios may lie apart
_OWN_TINT = 0.22  # how far a pixel's may lie from its shadow's
_MOST_OF_PICTURE = 0.3  # an object larger than that leaves no ground to compare with
_DARKEST = np.log(0.1)  # of the ground's light: what is darker is dark of itself
_ROUGHER = 1.8  # times the ground's own texture: so rough may the ground in shadow be, and no more
_LEAST_SHARE = 0.01  # of the object's area
_MOST_SHARE = 1.8
_BLUR = 0.5  # pixels of texture that do not count
_FULL = 0.75  # of its usual depth: texture, no penumbra, makes the rest of the difference
_EDGE = 1e-4  # of guided smoothing: squared steps of 0..1 lightness that count as edges


def shadow_of(picture: npt.NDArray[np.float64], mask: Flags, progress: Progress) -> Soft:
    """H×W×3, 0..1: by how much the object's shadow dims each pixel; 1 where there is none.

    picture: H×W×3 sRGB 0..1; mask: H×W, the object.
    """
    progress.at(0.0, "Looking for its shadow")
    ratio = np.ones(picture.shape, np.float32)
    rows, columns = np.nonzero(mask)
    if not 0 < len(rows) < _MOST_OF_PICTURE * mask.size or min(mask.shape) < 16:
        return ratio
    area = _neighbourhood(rows, columns, mask.shape)
    here = np.s_[area.top : area.bottom, area.left : area.right]
    colors = picture[here].astype(np.float32)
    size = _reduced(area)
    small = cv2.resize(colors, size, interpolation=cv2.INTER_AREA)
    object_ = cv2.resize(mask[here].astype(np.float32), size, interpolation=cv2.INTER_AREA) > 0.25
    progress.at(0.3)
    found = _found(np.asarray(small, np.float32), np.asarray(object_))
    progress.at(0.6)
    if found is not None:
        cover, dimming = found
        soft = _followed(cover, colors, (area.width, area.height))
        ratio[here] = 1 - soft[..., None] * (1 - dimming)
    progress.at(1.0)
    return ratio


def _neighbourhood(
    rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64], shape: tuple[int, ...]
) -> Rect:
    """The object with as much around it as it is large."""
    box = Rect(int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1)
    margin = max(box.width, box.height, 16)
    return Rect(
        box.left - margin, box.top - margin // 2, box.right + margin, box.bottom + margin
    ).intersected(Rect(0, 0, shape[1], shape[0]))


def _reduced(area: Rect) -> tuple[int, int]:
    scale = min(1.0, _SIDE / max(area.width, area.height))
    return max(1, round(area.width * scale)), max(1, round(area.height * scale))


def _found(colors: Soft, mask: Flags) -> tuple[Soft, Soft] | None:
    """How much each pixel is in the shadow, H×W, and what it leaves of each channel, 3 values."""
    side = max(mask.shape)
    logs = np.log(cv2.GaussianBlur(colors, (0, 0), _BLUR) + _DARK).astype(np.float32)
    place = _where_shadows_fall(mask)
    around = place & ~_grown(mask, 2)
    if around.sum() < 64:
        return None
    # First guess of the ground: what is brighter than the split between dark and bright.
    lightness = logs.mean(2)
    is_ground = around & (lightness > _split(lightness[around]))
    gap = logs - membrane(logs, is_ground.astype(np.float32))
    touching = _touching(around & (gap.mean(2) < _CLEARLY), mask, side)
    if not touching.any():
        return None
    # Then what lies beside what was found, dark or not: other shadows and things stay as they are.
    beside = place & ~_grown(touching | mask, max(2, side // 100))
    near = beside & _grown(touching, max(6, side // 24))
    if near.sum() < 32:
        return None
    ground = membrane(logs, (near & (gap.mean(2) > _CLEARLY)).astype(np.float32))
    gap = logs - ground
    dimming = _core(gap, touching)
    is_alike = np.abs((gap - gap.mean(2, keepdims=True)) - (dimming - dimming.mean())).max(2)
    within = around & (gap.mean(2) < 0.4 * dimming.mean()) & (is_alike < _OWN_TINT)
    within = _opened(within)
    shadow = within & _grown(touching, 1)
    if not _convinces(shadow, gap, mask) or not _alike_in_texture(logs, shadow, near):
        return None
    dimming = _core(gap, shadow)
    cover = np.clip(gap.mean(2) / (_FULL * dimming.mean()), 0, 1)
    cover[~_grown(shadow, max(2, side // 100))] = 0
    return np.asarray(cover, np.float32), np.exp(dimming).astype(np.float32)


def _where_shadows_fall(mask: Flags) -> Flags:
    """On the ground beside, before and under the object, as far as it is large."""
    rows = np.nonzero(mask.any(1))[0]
    top = rows[0] + _GROUND_FROM * (rows[-1] - rows[0])
    return np.asarray(np.arange(mask.shape[0])[:, None] >= top) & ~mask


def _split(values: npt.NDArray[np.float32]) -> float:
    """Where dark and bright part (Otsu 1979)."""
    low, high = float(values.min()), float(values.max())
    if high - low < 1e-6:
        return low - 1
    steps = np.rint((values - low) / (high - low) * 255).astype(np.uint8)
    threshold, _ = cv2.threshold(steps[None], 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return low + (high - low) * float(threshold) / 255


def _touching(dark: Flags, mask: Flags, side: int) -> Flags:
    """The connected dark pieces that begin at the object, where it may stand or lie."""
    rows = np.nonzero(mask.any(1))[0]
    foot = rows[0] + 0.7 * (rows[-1] - rows[0])
    contact = _grown(mask, max(3, round(_TOUCH * side)))
    contact &= np.arange(mask.shape[0])[:, None] >= foot
    # Texture breaks a thin shadow into pieces.
    joined = _grown(dark, max(1, side // 100)) & ~mask
    _, labels = cv2.connectedComponents(joined.astype(np.uint8), connectivity=8)
    kept = np.unique(labels[contact & dark])
    return np.asarray(np.isin(labels, kept[kept > 0]) & dark)


def _convinces(shadow: Flags, gap: Soft, mask: Flags) -> bool:
    """Whether it is one steady dimming of no odd colour, about as large as the object."""
    share = shadow.sum() / max(1, mask.sum())
    if not _LEAST_SHARE <= share <= _MOST_SHARE or shadow.sum() < 12:
        return False
    dimming = _core(gap, shadow)
    depth = gap[shadow].mean(1)
    spread = np.percentile(depth[depth < dimming.mean() / 2], (20, 80))
    is_dark = bool((dimming < _CLEARLY).all() and dimming.mean() > _DARKEST)
    is_neutral = bool(np.ptp(dimming) <= max(_TINTED, 0.6 * abs(float(dimming.mean()))))
    return (
        is_dark
        and is_neutral
        and float(spread[1] - spread[0]) <= max(2 * _STEADY, 0.7 * abs(float(dimming.mean())))
    )


def _core(gap: Soft, shadow: Flags) -> Soft:
    """The logarithm of what the shadow leaves of each channel where it is no penumbra."""
    depth = gap[shadow].mean(1)
    return np.asarray(np.median(gap[shadow][depth <= 0.6 * np.percentile(depth, 10)], 0))


def _alike_in_texture(logs: Soft, shadow: Flags, near: Flags) -> bool:
    """Whether the shadow lies on ground as rough as that beside it."""
    lightness = logs.mean(2)
    fine = lightness - cv2.GaussianBlur(lightness, (0, 0), 2.0)
    inner = cv2.erode(shadow.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    if inner.sum() < 64:
        return True
    rough = float(np.median(np.abs(fine[inner])))
    return rough <= _ROUGHER * float(np.median(np.abs(fine[near]))) + 0.02


def _followed(cover: Soft, colors: Soft, size: tuple[int, int]) -> Soft:
    """The coverage at full size, its edge where the picture's is (guided filter)."""
    large = cv2.resize(cover, size, interpolation=cv2.INTER_LINEAR)
    guide = colors.mean(2)
    radius = max(1, round(max(size) / _SIDE))
    kernel = (2 * radius + 1, 2 * radius + 1)
    mean = cv2.blur(guide, kernel)
    level = cv2.blur(large, kernel)
    slope = (cv2.blur(guide * large, kernel) - mean * level) / (
        cv2.blur(guide * guide, kernel) - mean * mean + _EDGE
    )
    offset = level - slope * mean
    soft = cv2.blur(slope, kernel) * guide + cv2.blur(offset, kernel)
    # Far from the shadow nothing changes at all.
    reach = _grown(np.asarray(large > 0.02), radius)
    return np.asarray(np.where(reach, np.clip(soft, 0, 1), 0), np.float32)


def _grown(flags: Flags, radius: int) -> Flags:
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    return np.asarray(cv2.dilate(flags.astype(np.uint8), kernel) > 0)


def _opened(flags: Flags) -> Flags:
    """Without specks, holes of one pixel closed."""
    kernel = np.ones((2, 2), np.uint8)
    closed = cv2.morphologyEx(flags.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    return np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, kernel) > 0)
