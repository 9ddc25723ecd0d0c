"""Layer styles as values: effects drawn from a layer's shape, and how it is blended with what lies
below. Fields and ranges are those of Photoshop's layer styles.

Colours are R'G'B' in 0..1. Lengths are pixels, angles degrees (0 = light from the right, counter
clockwise), shares 0..1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import TypeAlias

from engine.document.adjustments import STRAIGHT, CurvePoints, GradientStop
from engine.document.adjustments import GradientMethod as GradientMethod
from engine.document.geometry import Rect
from engine.document.modes import BlendMode
from engine.document.raster import Pixels

Shade: TypeAlias = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle between pixels."""

    left: float
    top: float
    right: float
    bottom: float


class GradientForm(StrEnum):
    LINEAR = "linear"
    RADIAL = "radial"
    ANGLE = "angle"
    REFLECTED = "reflected"
    DIAMOND = "diamond"
    SHAPE_BURST = "shape_burst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gradient:
    """A gradient laid over a rectangle.

    stops, alphas: by position; each stop's middle is where it is half way from the stop before it
    (0..1 of the distance). scale: 1 = over the whole rectangle. offset: shares of the rectangle.
    frame: the rectangle; None = the layer's own bounds. smoothness: 0..1.
    """

    colors: tuple[GradientStop, ...]
    alphas: tuple[GradientStop, ...]
    color_middles: tuple[float, ...] = ()
    alpha_middles: tuple[float, ...] = ()
    form: GradientForm = GradientForm.LINEAR
    angle: float = 90.0
    scale: float = 1.0
    offset: tuple[float, float] = (0.0, 0.0)
    reverse: bool = False
    frame: Rect | None = None
    smoothness: float = 1.0
    method: GradientMethod = GradientMethod.CLASSIC


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A tile that repeats. pixels: H×W×4 straight RGBA, uint8. phase: where a tile begins."""

    pixels: Pixels
    scale: float = 1.0
    phase: tuple[float, float] = (0.0, 0.0)
    angle: float = 0.0


Paint: TypeAlias = "Shade | Gradient | Pattern"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shadow:
    """A drop shadow, or an inner one. spread: the part of size that is not blurred.

    knocks_out: a drop shadow does not show through a layer whose fill is faint.
    """

    is_inner: bool
    mode: BlendMode
    opacity: float
    color: Shade
    angle: float
    distance: float
    spread: float
    size: float
    contour: CurvePoints = STRAIGHT
    knocks_out: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Glow:
    """An outer glow, or an inner one. reach: 0..1, the part of the blur that the contour covers."""

    is_inner: bool
    mode: BlendMode
    opacity: float
    paint: Paint
    spread: float
    size: float
    contour: CurvePoints = STRAIGHT
    reach: float = 0.5
    is_precise: bool = False
    from_center: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """A colour, gradient or pattern over the layer's shape."""

    mode: BlendMode
    opacity: float
    paint: Paint


@dataclass(frozen=True, slots=True, kw_only=True)
class Satin:
    mode: BlendMode
    opacity: float
    color: Shade
    angle: float
    distance: float
    size: float
    contour: CurvePoints = STRAIGHT
    inverted: bool = True


class BevelStyle(StrEnum):
    OUTER = "outer"
    INNER = "inner"
    EMBOSS = "emboss"
    PILLOW = "pillow"
    STROKE = "stroke"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevel:
    """depth: 1 = 100 %. is_chiseled: straight slopes in place of blurred ones."""

    style: BevelStyle
    highlight_mode: BlendMode
    highlight: Shade
    highlight_opacity: float
    shadow_mode: BlendMode
    shadow: Shade
    shadow_opacity: float
    angle: float
    altitude: float
    depth: float
    size: float
    soften: float
    is_down: bool = False
    is_chiseled: bool = False
    gloss: CurvePoints = STRAIGHT


class StrokePlace(StrEnum):
    OUTSIDE = "outside"
    INSIDE = "inside"
    CENTER = "center"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """overprints: it is blended with the layer; else it stands in its place, over the backdrop."""

    mode: BlendMode
    opacity: float
    paint: Paint
    size: float
    place: StrokePlace = StrokePlace.OUTSIDE
    overprints: bool = False


Effect: TypeAlias = Shadow | Glow | Overlay | Satin | Bevel | Stroke


class Knockout(Enum):
    """How deep a layer cuts: to what lies below its group, or to the background."""

    NONE = 0
    SHALLOW = 1
    DEEP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What an artboard lies on: a rectangle of the canvas in a colour, None = transparent."""

    rect: Rect
    color: Shade | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """effects: from the lowest to the highest.

    clips_apart: layers clipped to this one are blended with what lies below, not with this one.
    interior_as_group: effects inside of the shape are blended with the layer's own pixels first.
    mask_is_shape: effects take their shape from the mask alone, not from the pixels' alpha.
    mask_hides_effects: effects are drawn from the shape without its mask and then masked.
    inset: how far the path of a shape layer lies inside of the bounds of its pixels (left, top,
    right, bottom), where gradients start and end.
    board: of a group, what it lies on; nothing of the group shows outside of it.
    is_text: in the normal mode, soft edges are mixed as light of gamma 1.45, as Photoshop's are.
    rounded: in 8-bit documents, what is drawn up to this layer is rounded to 8 bit, as Photoshop
    does after every layer.
    """

    effects: tuple[Effect, ...] = field(default=())
    clips_apart: bool = False
    interior_as_group: bool = False
    mask_is_shape: bool = False
    mask_hides_effects: bool = False
    knockout: Knockout = Knockout.NONE
    inset: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    board: Board | None = None
    is_text: bool = False
    rounded: bool = False


PLAIN = Style()


def reach(style: Style) -> int:
    """How many pixels outside of a layer's shape its effects may show, or need to look at."""
    return max((_reach_of(effect) for effect in style.effects), default=0)


def _reach_of(effect: Effect) -> int:
    match effect:
        case Shadow() | Satin():
            return int(effect.distance + effect.size) + 2
        case Glow() | Stroke():
            return int(effect.size) + 2
        case Bevel():
            return int(effect.size + effect.soften) + 2
        case Overlay():
            return 0
