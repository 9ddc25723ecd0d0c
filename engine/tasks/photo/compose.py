"""An object set into another picture, without a model: fitted, lit like its surroundings, grounded.

The object keeps its own pixels; a Curves layer clipped to it moves its light and colour toward what
is around it (means and spreads matched per channel in linear light, after Reinhard et al., "Color
Transfer between Images", 2001, held to what a change of light can do). Its cast shadow is its
silhouette laid on the ground, away from the brighter side of the scene, softer the farther it falls
from the feet; a contact shadow holds it down. The background stays as it is, bit for bit.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from engine.compositor.composite import composite
from engine.document.adjustments import Curves
from engine.document.geometry import Rect
from engine.document.model import (
    AdjustmentLayer,
    BlendMode,
    Document,
    GroupLayer,
    Layer,
    LayerId,
    PixelLayer,
    Role,
)
from engine.document.raster import Pixels, raster_from_array
from engine.progress import Progress

Floats = npt.NDArray[np.float64]

_STRENGTH = 0.6
"""How much of the difference to the surroundings is made up for."""
_MOST_GAIN = 1.6
_CURVE_TONES = (0.0, 0.06, 0.15, 0.3, 0.5, 0.7, 0.85, 1.0)
_DARKEST, _LIGHTEST = 0.18, 0.6
"""Bounds of what a shadow leaves of the light."""
_LINK = 1


@dataclass(frozen=True, slots=True)
class Light:
    """side: -1 from the left … 1 from the right. ambient: R, G, B, the share of light in shadow.

    softness: blur of the shadow's far end, as a share of the object's height.
    """

    side: float
    ambient: tuple[float, float, float]
    softness: float


def composed(
    background: Document,
    cut_out: Pixels,
    box: Rect,
    progress: Progress,
    *,
    light: Light | None = None,
    name: str = "Object",
) -> Document:
    """The background with the object in `box`, standing on the box's lower edge.

    cut_out: H×W×4 straight RGBA in the background's depth, cut to what it shows. light: of the
    scene, None = estimated. The object keeps its proportions; parts outside the canvas are kept.
    """
    canvas = background.size.rect
    scene = composite(background, canvas)
    progress.at(0.1, "Fitting the object")
    picture, left, top = _fitted(cut_out, box)
    place = Rect(left, top, left + picture.shape[1], top + picture.shape[0])
    progress.at(0.3, "Matching the light")
    light = light or estimated_light(scene, place)
    match = AdjustmentLayer(
        id=LayerId(0), name="Match light", adjustment=_matching(picture, scene, place),
        clipped=True, link=_LINK,
    )  # fmt: skip
    progress.at(0.5, "Casting its shadow")
    height = picture.shape[0]
    cast, cast_left, cast_top = _cast_shadow(picture, light)
    contact, contact_left, contact_top = _contact_shadow(picture, light)
    dtype = picture.dtype
    red, green, blue = (0.5 * one for one in light.ambient)
    under = replace(light, ambient=(red, green, blue))  # hardly any light gets in there
    layers: tuple[Layer, ...] = (
        _shadow("Cast shadow", cast, light, dtype, left + cast_left, top + height + cast_top),
        _shadow(
            "Contact shadow", contact, under, dtype, left + contact_left, top + height + contact_top
        ),
        PixelLayer(
            id=LayerId(0),
            name=name,
            raster=raster_from_array(_like_scene(picture, scene, place), left=left, top=top),
            role=Role.OBJECT,
            link=_LINK,
        ),
        match,
    )
    first = background.next_id
    group = GroupLayer(
        id=LayerId(first),
        name=name,
        layers=tuple(replace(layer, id=LayerId(first + 1 + at)) for at, layer in enumerate(layers)),
    )
    progress.at(1.0)
    return replace(background, layers=(*background.layers, group), next_id=first + 1 + len(layers))


def estimated_light(scene: Pixels, place: Rect) -> Light:
    """Where the light comes from and how dark shadows are, guessed from the scene.

    The side is that of the brighter half, seen from `place`; how dark, from how far the dark of the
    ground around `place` lies below its bright. Hazy pictures get soft shadows.
    """
    values = _linear(scene)
    luminance = values @ (0.2126, 0.7152, 0.0722)
    height, width = luminance.shape
    middle = min(max((place.left + place.right) // 2, 0), width - 1)
    above = luminance[: max(1, min(place.bottom, height))]
    west, east = float(above[:, : middle + 1].mean()), float(above[:, middle:].mean())
    side = float(np.clip(2 * (east - west) / max(east + west, 1e-6), -1, 1))
    ground = values[_around(place, scene, below=True)].reshape(-1, 3)
    dark, bright = np.percentile(ground, (10, 80), axis=0)
    share = np.clip((dark + 0.01) / (bright + 0.01), _DARKEST, _LIGHTEST)
    low, high = np.percentile(luminance, (5, 95))
    contrast = float((high - low) / max(high + low, 1e-6))
    red, green, blue = (float(one) for one in share)
    return Light(side, (red, green, blue), 0.06 + 0.12 * (1 - contrast))


def _fitted(cut_out: Pixels, box: Rect) -> tuple[Pixels, int, int]:
    """The object as large as fits the box, and its corner: in the middle, on the lower edge."""
    height, width = cut_out.shape[:2]
    scale = min(box.width / width, box.height / height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    full = float(np.iinfo(cut_out.dtype).max)
    values = cut_out.astype(np.float64) / full
    values[..., :3] *= values[..., 3:]
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    small = np.clip(np.asarray(cv2.resize(values, size, interpolation=how)), 0, 1)
    alpha = small[..., 3:].reshape(size[1], size[0], 1)
    small = small.reshape(size[1], size[0], 4)
    small[..., :3] = np.where(alpha > 0, small[..., :3] / np.maximum(alpha, 1e-6), 0)
    fitted: Pixels = np.rint(np.clip(small, 0, 1) * full).astype(cut_out.dtype)
    left = (box.left + box.right - size[0]) // 2
    return fitted, left, box.bottom - size[1]


def _matching(picture: Pixels, scene: Pixels, place: Rect) -> Curves:
    """Curves that bring the object's light toward that of its surroundings."""
    inside = picture[..., 3] > np.iinfo(picture.dtype).max // 2
    around = _linear(scene)[_around(place, scene)].reshape(-1, 3)
    if not inside.any() or not len(around):
        return Curves()
    own = _linear(picture)[inside]
    gains = []
    overall = _share(float(around.mean()), float(own.mean()), _MOST_GAIN)
    for channel in range(3):
        # Of the surroundings' colour only the cast counts: a red wall does not make all red.
        cast = _share(
            float(around[:, channel].mean() / around.mean()) if around.mean() > 0 else 1.0,
            float(own[:, channel].mean() / own.mean()) if own.mean() > 0 else 1.0,
            1.25,
        )
        gains.append(overall**_STRENGTH * cast ** (_STRENGTH / 2))
    red, green, blue = (_curve(gain) for gain in gains)
    return Curves(red=red, green=green, blue=blue)


def _share(wanted: float, present: float, most: float) -> float:
    return float(np.clip((wanted + 0.02) / (present + 0.02), 1 / most, most))


def _curve(gain: float) -> tuple[tuple[float, float], ...]:
    """A change of light as a curve of tones 0..255: a gain, bent so that white stays white."""
    points = []
    for tone in _CURVE_TONES:
        light = _to_linear(np.array(tone))
        lit = light * gain if gain <= 1 else light * gain / (1 + (gain - 1) * light)
        points.append((tone * 255, float(_to_tone(lit)) * 255))
    return tuple(points)


def _like_scene(picture: Pixels, scene: Pixels, place: Rect) -> Pixels:
    """The object as sharp and as noisy as its surroundings, never sharper or cleaner than it was.

    Noise is deterministic: the same scene gives the same grain.
    """
    full = float(np.iinfo(picture.dtype).max)
    rows, columns = _around(place, scene)
    near = scene[rows, columns, :3].astype(np.float64) / full
    if min(near.shape[:2]) < 8:
        return picture
    noise = _noise(near)
    inside = picture[..., 3] == np.iinfo(picture.dtype).max
    own = _noise(picture[..., :3].astype(np.float64) / full)
    added = np.sqrt(max(0.0, noise**2 - own**2))
    if added < 0.5 / 255 or not inside.any():
        return picture
    grain = np.random.default_rng(7).normal(0, added, picture.shape[:2])
    result = picture.copy()
    grainy = picture[..., :3].astype(np.float64) + grain[..., None] * full
    result[..., :3] = np.where(
        picture[..., 3:] > 0, np.rint(np.clip(grainy, 0, full)), picture[..., :3]
    ).astype(picture.dtype)
    return result


def _noise(values: Floats) -> float:
    """Standard deviation of the grain, 0..1 (Immerkær, 1996, by the median, so that edges do not
    count)."""
    kernel = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float64)
    gray = np.ascontiguousarray(values.mean(2))
    return float(np.median(np.abs(cv2.filter2D(gray, -1, kernel))) / 0.6745 / 6)


def _cast_shadow(picture: Pixels, light: Light) -> tuple[Floats, int, int]:
    """How dark, 0..1, the shadow on the ground is, and its corner seen from the feet's left end."""
    alpha = picture[..., 3] / float(np.iinfo(picture.dtype).max)
    height, width = alpha.shape
    # Light from straight behind the viewer would hide the shadow: it always leans a little.
    flat, lean = 0.24, -math.copysign(0.45 + 0.7 * abs(light.side), light.side)
    blur = max(1.0, light.softness * height)
    room = int(np.ceil(3 * blur))
    shift = lean * height
    left = int(np.floor(min(0.0, shift))) - room
    right = int(np.ceil(width + max(0.0, shift))) + room
    top = -int(np.ceil(flat * height)) - room
    # A pixel h above the feet falls lean·h to the side and flat·h up the picture, on the ground.
    matrix = np.array(
        [[1, -lean, lean * height - left], [0, flat, -flat * height - top]], np.float64
    )
    size = (right - left, room - top)
    laid = np.asarray(cv2.warpAffine(alpha, matrix, size, flags=cv2.INTER_LINEAR), np.float64)
    # Soft far from the feet: three blurs, mixed by the distance along the ground.
    distance = np.clip((-top - np.arange(size[1])) / max(flat * height, 1), 0, 1)[:, None]
    sharp = _blurred(laid, 0.12 * blur)
    far = _blurred(laid, blur)
    mixed = sharp * (1 - distance) + far * distance
    fade = 1 - 0.5 * distance
    return mixed * fade, left, top


def _contact_shadow(picture: Pixels, light: Light) -> tuple[Floats, int, int]:
    """The dark under the lower outline of the object, and its corner from the feet's left end.

    Every column is grounded where the object ends in it, the less the higher that is.
    """
    alpha = picture[..., 3] / float(np.iinfo(picture.dtype).max)
    height, width = alpha.shape
    thick = max(1.0, height / 45)
    room = math.ceil(4 * thick)
    deep = max(1, height // 6)
    rows = np.arange(height)[:, None]
    lowest = np.where(alpha > 0.5, rows, -1).max(0)
    nearness = np.clip((lowest - (height - 1 - deep)) / deep, 0, 1)
    dark = np.zeros((deep + 2 * room, width + 2 * room))
    for column in np.flatnonzero(nearness > 0):
        end = room + deep - (height - 1 - lowest[column])
        start, stop = round(end - thick), round(end + 0.7 * thick)
        dark[max(0, start) : stop + 1, room + column] = nearness[column] ** 2
    return _blurred(dark, 0.5 * thick), -room, -room - deep


def _blurred(values: Floats, spread: float) -> Floats:
    return np.asarray(cv2.GaussianBlur(values, (0, 0), max(spread, 0.3)), np.float64)


def _shadow(
    name: str,
    dark: Floats,
    light: Light,
    dtype: np.dtype[np.uint8 | np.uint16],
    left: int,
    top: int,
) -> PixelLayer:
    """A multiply layer that dims to the scene's shadow colour where `dark` is 1."""
    full = float(np.iinfo(dtype).max)
    pixels = np.zeros((*dark.shape, 4), dtype)
    tint = _to_tone(np.array(light.ambient))
    pixels[..., :3] = np.rint(tint * full).astype(dtype)
    pixels[..., 3] = np.rint(np.clip(dark, 0, 1) * full).astype(dtype)
    pixels[pixels[..., 3] == 0] = 0
    return PixelLayer(
        id=LayerId(0),
        name=name,
        raster=raster_from_array(pixels, left=left, top=top),
        blend=BlendMode.MULTIPLY,
        role=Role.SHADOW,
        link=_LINK,
    )


def _around(place: Rect, scene: Pixels, *, below: bool = False) -> tuple[slice, slice]:
    """The surroundings of a place in the scene. below: only the ground it stands on."""
    reach = max(8, (place.width + place.height) // 4)
    top = place.bottom - reach // 2 if below else place.top - reach
    height, width = scene.shape[:2]
    rows = slice(max(0, min(top, height - 2)), max(2, min(place.bottom + reach, height)))
    columns = slice(
        max(0, min(place.left - reach, width - 2)), max(2, min(place.right + reach, width))
    )
    return rows, columns


def _linear(picture: Pixels) -> Floats:
    return _to_linear(picture[..., :3] / float(np.iinfo(picture.dtype).max))


def _to_linear(tone: Floats) -> Floats:
    """sRGB tones 0..1 as linear light (IEC 61966-2-1)."""
    return np.where(tone <= 0.04045, tone / 12.92, ((tone + 0.055) / 1.055) ** 2.4)


def _to_tone(light: Floats) -> Floats:
    """Linear light 0..1 as sRGB tones."""
    return np.where(
        light <= 0.0031308, light * 12.92, 1.055 * np.maximum(light, 0) ** (1 / 2.4) - 0.055
    )
