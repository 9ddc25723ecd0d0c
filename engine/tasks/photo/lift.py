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
    values = picture[..., :3] / full
    if not mask.any():
        alone = _layer(1, "Background", picture, Role.BACKGROUND)
        original = raster_from_array(picture)
        return replace(document, layers=(alone,), original=original, next_id=2)
    outside = _EXACT_REACH if is_exact else None
    alpha, _ = matte(values, mask, progress.part(0.0, 0.4), outside=outside)
    alpha *= picture[..., 3] / full
    shadow = shadow_of(values, mask, progress.part(0.4, 0.55))
    shadow[alpha >= 0.5] = 1
    is_dimmed = (shadow.min(2) < 1 - _FAINTEST_SHADOW) & (picture[..., 3] > 0)
    shadow[~is_dimmed] = 1
    background = picture.copy()
    lit = np.minimum(values / np.maximum(shadow, 1e-3), 1)
    background[is_dimmed, :3] = np.rint(lit[is_dimmed] * full).astype(picture.dtype)
    hole = (alpha > 0) | mask if is_exact else alpha > 0
    background[..., :3] = filled(background[..., :3], hole, progress.part(0.55, 0.95))
    layers = [_layer(1, "Background", background, Role.BACKGROUND)]
    if is_dimmed.any():
        tint = _tint(background, picture, shadow, is_dimmed, hole)
        layers.append(
            replace(_layer(2, "Shadow", tint, Role.SHADOW), blend=BlendMode.MULTIPLY, link=_LINK)
        )
    behind = composite(document, canvas, layers=tuple(layers))
    cut = normal_between(behind, picture, np.where(hole, alpha, 0))
    layers.append(replace(_layer(3, "Object", cut, Role.OBJECT), link=_LINK))
    progress.at(1.0)
    return replace(
        document,
        layers=tuple(layers),
        original=raster_from_array(picture),
        next_id=max(document.next_id, 4),
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
