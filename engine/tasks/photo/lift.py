"""An object lifted off its picture: the object, its shadow, and the background closed behind both.

The layers add up to the picture: the shadow's tint is the picture over the background, the object's
colours are solved over the two. Where neither lies the background is the picture, bit for bit.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.compositor.composite import composite
from engine.compositor.unmixing import normal_between
from engine.document.model import BlendMode, Document, LayerId, PixelLayer, Role
from engine.document.raster import Pixels, raster_from_array
from engine.progress import Progress
from engine.tasks.photo.effects import shadow_of
from engine.tasks.photo.fill import filled
from engine.tasks.photo.matting import Flags, matte

_FAINTEST_SHADOW = 3 / 255
_EXACT_REACH = 1  # pixel outside of a mask that somebody drew
_LEAST_MARGIN = 64
_LINK = 1


def lifted(
    document: Document, mask: Flags, progress: Progress, *, is_exact: bool = False
) -> Document:
    """The document's picture as background, shadow (when it casts one) and object, linked.

    mask: H×W, the object; is_exact: somebody drew it, so that its border is where they say.
    An empty one: the background alone. Profile, resolution and depth stay; `original` is the
    picture.
    """
    canvas = document.size.rect
    picture = composite(document, canvas)
    full = float(np.iinfo(picture.dtype).max)
    if not mask.any():
        alone = _layer(1, "Background", picture, Role.BACKGROUND)
        original = raster_from_array(picture)
        return replace(document, layers=(alone,), original=original, next_id=2)
    outside = _EXACT_REACH if is_exact else None
    # Only the object's neighbourhood is worked on: large pictures cost no more than large objects.
    here = _neighbourhood(mask)
    seen, near_mask = picture[here], mask[here]
    values = seen[..., :3] / full
    alpha, _ = matte(values, near_mask, progress.part(0.0, 0.4), outside=outside)
    alpha *= seen[..., 3] / full
    shadow = shadow_of(values, near_mask, progress.part(0.4, 0.55))
    shadow[alpha >= 0.5] = 1
    is_opaque = seen[..., 3] == np.iinfo(seen.dtype).max
    is_dimmed = (shadow.min(2) < 1 - _FAINTEST_SHADOW) & is_opaque
    shadow[~is_dimmed] = 1
    background = picture.copy()
    lit = np.minimum(values / np.maximum(shadow, 1e-3), 1)
    background[here][is_dimmed, :3] = np.rint(lit[is_dimmed] * full).astype(picture.dtype)
    is_hole = (alpha > 0) | near_mask if is_exact else alpha > 0
    hole = np.zeros_like(mask)
    hole[here] = is_hole
    background[..., :3] = filled(background[..., :3], hole, progress.part(0.55, 0.95))
    # Where the picture is see-through nothing may lie behind the object: it would add to its alpha.
    is_bare = is_hole & ~is_opaque
    background[here][is_bare] = 0
    layers = [_layer(1, "Background", background, Role.BACKGROUND)]
    if is_dimmed.any():
        tint = np.zeros_like(picture)
        tint[here] = _tint(background[here], seen, shadow, is_dimmed, is_hole)
        layers.append(
            replace(_layer(2, "Shadow", tint, Role.SHADOW), blend=BlendMode.MULTIPLY, link=_LINK)
        )
    behind = composite(document, canvas, layers=tuple(layers))
    cut = np.zeros_like(picture)
    solved = normal_between(behind[here], seen, np.where(is_hole, alpha, 0))
    cut[here] = np.where(is_bare[..., None], seen, solved)
    layers.append(replace(_layer(3, "Object", cut, Role.OBJECT), link=_LINK))
    progress.at(1.0)
    return replace(
        document,
        layers=tuple(layers),
        original=raster_from_array(picture),
        next_id=max(document.next_id, 4),
    )


def _neighbourhood(mask: Flags) -> tuple[slice, slice]:
    """The rows and columns of the object with as much around it as it is large."""
    rows, columns = np.nonzero(mask.any(1))[0], np.nonzero(mask.any(0))[0]
    high, wide = int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1
    margin = max(high, wide, _LEAST_MARGIN)
    return (
        slice(max(0, int(rows[0]) - margin), int(rows[-1]) + 1 + margin),
        slice(max(0, int(columns[0]) - margin), int(columns[-1]) + 1 + margin),
    )


def _tint(
    background: Pixels, picture: Pixels, shadow: np.ndarray, is_dimmed: Flags, hole: Flags
) -> Pixels:
    """The multiply layer that makes the picture of the background where the shadow lies.

    Under the object's edge, where the picture is not the ground, it is the shadow as it was found.
    """
    full = float(np.iinfo(picture.dtype).max)
    share = picture[..., :3] / np.maximum(background[..., :3].astype(np.float64), 1)
    share = np.where(hole[..., None], shadow, share)
    tint = np.zeros_like(picture)
    tint[..., :3] = np.rint(np.clip(share, 0, 1) * full).astype(picture.dtype)
    tint[..., 3] = np.iinfo(picture.dtype).max
    tint[~is_dimmed] = 0
    return tint


def _layer(number: int, name: str, pixels: Pixels, role: Role) -> PixelLayer:
    raster = raster_from_array(pixels)
    return PixelLayer(id=LayerId(number), name=name, raster=raster, role=role)
