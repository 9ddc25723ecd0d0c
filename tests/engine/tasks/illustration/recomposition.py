"""An independent float64 reference of how the layers of an illustration add up."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.tasks.illustration.decompose import Illustration

Floats = NDArray[np.float64]


def flat_of(illustration: Illustration, palette: NDArray[np.integer] | None = None) -> Floats:
    """The flat layer as it is stored, H×W×3 in 0..1, with another palette if given."""
    most = float(np.iinfo(illustration.line.dtype).max)
    colours = (illustration.palette if palette is None else palette) / most
    share = (illustration.coverage / 255.0)[..., None]
    mixed = (1 - share) * colours[illustration.ids] + share * colours[illustration.second]
    return np.floor(mixed * most + 0.5) / most


def recomposed(
    illustration: Illustration, palette: NDArray[np.integer] | None = None
) -> tuple[Floats, Floats]:
    """(straight colour H×W×3, alpha H×W) in 0..1 before any rounding."""
    most = float(np.iinfo(illustration.line.dtype).max)
    lit = flat_of(illustration, palette)
    shadow = illustration.shadow / most
    lit = lit * (1 - shadow[..., 3:] + shadow[..., 3:] * shadow[..., :3])
    light = illustration.highlight / most
    if illustration.highlight_mode == "screen":
        brighter = 1 - (1 - lit) * (1 - light[..., :3])
    else:
        brighter = np.minimum(1.0, lit + light[..., :3])
    lit = (1 - light[..., 3:]) * lit + light[..., 3:] * brighter
    line = illustration.line / most
    covered, beneath = line[..., 3:], (illustration.flat_alpha / most)[..., None]
    alpha = covered + beneath * (1 - covered)
    colour = covered * line[..., :3] + (1 - covered) * beneath * lit
    colour = np.where(alpha > 0, colour / np.maximum(alpha, 1e-12), 0.0)
    if illustration.residual is not None:
        grain = illustration.residual / most
        linear_light = np.clip(colour + 2 * grain[..., :3] - 1, 0, 1)
        colour = (1 - grain[..., 3:]) * colour + grain[..., 3:] * linear_light
        assert not (grain[..., 3] > 0)[alpha[..., 0] < 1].any(), "residual over transparency"
    return colour, alpha[..., 0]


def largest_errors(illustration: Illustration, picture: NDArray[np.integer]) -> tuple[float, float]:
    """(straight colour where visible, alpha): largest differences to the picture in levels."""
    most = float(np.iinfo(picture.dtype).max)
    colour, alpha = recomposed(illustration)
    visible = picture[..., 3] > 0
    colour_error = np.abs(np.floor(colour * most + 0.5) - picture[..., :3])[visible]
    alpha_error = np.abs(np.floor(alpha * most + 0.5) - picture[..., 3])
    return float(colour_error.max(initial=0.0)), float(alpha_error.max())
