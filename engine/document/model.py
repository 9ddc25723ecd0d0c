"""The document: a tree of layers over shared tiles. Frozen through and through.

Layer tuples run from bottom to top. Colours are R'G'B' in the document's own profile (sRGB when
there is none), alpha is straight, opacities are 0..1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType, TypeAlias

import numpy as np

from engine.document.adjustments import Adjustment
from engine.document.foreign import ForeignFile, ForeignLayer
from engine.document.geometry import Size
from engine.document.modes import BlendMode as BlendMode
from engine.document.raster import Raster
from engine.document.style import PLAIN, Style

LayerId = NewType("LayerId", int)
Color: TypeAlias = tuple[int, int, int]
"""Red, green, blue in the document's depth: 0..255 or 0..65535."""


class Role(StrEnum):
    """What a layer is for in a decomposition; NONE for everything the artist made."""

    NONE = "none"
    FLAT = "flat"
    SHADOW = "shadow"
    HIGHLIGHT = "highlight"
    LINE = "line"
    RESIDUAL = "residual"
    TRANSMISSION = "transmission"
    REFLECTION = "reflection"
    BACKGROUND = "background"
    OBJECT = "object"
    EFFECT = "effect"


class ColorTag(StrEnum):
    """Colour label of a layer row, as PSD knows them."""

    NONE = "none"
    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    VIOLET = "violet"
    GRAY = "gray"


@dataclass(frozen=True, slots=True)
class Locks:
    transparency: bool = False
    pixels: bool = False
    position: bool = False


@dataclass(frozen=True, slots=True)
class Mask:
    """A layer mask: `raster` has one channel in the document's depth, 0 hides, full shows.

    `raster.fill` is the value outside the painted part. density: 0..1, 1 - d*(1 - m) is applied.
    """

    raster: Raster
    density: float = 1.0
    enabled: bool = True


class SlotRole(StrEnum):
    """Which tone of its family a slot is; BASE also for a slot that has no family."""

    BASE = "base"
    SHADOW_1 = "shadow 1"
    SHADOW_2 = "shadow 2"
    HIGHLIGHT = "highlight"
    LINE = "line"


class FamilyRule(StrEnum):
    """What happens to the other tones of a family, and to shadow and light, when its base changes.

    LINKED: ratios of lightness and chroma and the hue offset to the base stay. TOWARD_SHADE_HUE:
    the offset keeps its size, turned toward blue in shadow and yellow in light. FREE: nothing.
    """

    LINKED = "linked"
    TOWARD_SHADE_HUE = "toward shade hue"
    FREE = "free"


Oklch: TypeAlias = tuple[float, float, float]
"""Lightness 0..1, chroma 0..0.4 and hue 0..360 degrees in OKLCH; not rounded, maybe out of sRGB."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A tone to its family's base, in OKLab; `a`, `b` and `lightness_offset` hold what is left
    where a ratio or an angle would mean nothing, beside black and grey bases.

    lightness, chroma: ratios. hue: offset -180..180 degrees.
    """

    lightness: float = 1.0
    chroma: float = 1.0
    hue: float = 0.0
    lightness_offset: float = 0.0
    a: float = 0.0
    b: float = 0.0


@dataclass(frozen=True, slots=True)
class Slot:
    """One entry of the palette. `id` is what the pixels store and is never reused.

    name: "character / part / suffix", see `palette.name_parts`. original: the colour it had first.
    pinned: changes of many slots leave it alone. family: id of the family's base slot, its own for
    the base itself, None without a family. wanted: what was asked for where rounding or the
    gamut gave something else; the next step goes on from there, `color` is what counts.
    rule: how shadow and light follow this slot and, on the base of a family, how its tones do.
    relation: of a tone to its base; it stays while the base moves.
    """

    id: int
    name: str
    color: Color
    original: Color
    pinned: bool = False
    family: int | None = None
    role: SlotRole = SlotRole.BASE
    wanted: Oklch | None = None
    rule: FamilyRule = FamilyRule.LINKED
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """Other colours for the same slots: `colors` in the order of the palette."""

    id: int
    name: str
    colors: tuple[Color, ...]


@dataclass(frozen=True, slots=True)
class SlotMap:
    """Which slot each pixel of a flat layer belongs to.

    ids, second: one-channel uint8 or uint16 rasters of slot ids (second only where borders are
    mixed); coverage: one-channel uint8 raster, share of the second slot in 1/255. The layer's
    pixels may deviate from this mixture; a pixel keeps its deviation when it is recoloured.
    variants: the colours of the active one are always those of the palette. active: its id, None
    as long as there are no variants. next_id: at least this is the id of the next new slot.
    """

    palette: tuple[Slot, ...]
    ids: Raster
    second: Raster
    coverage: Raster
    variants: tuple[Variant, ...] = ()
    active: int | None = None
    next_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PixelLayer:
    """A layer of RGBA pixels; with `slots` its pixels are painted from a palette.

    link: layers of any kind with the same number move and are transformed together; 0 = alone.
    """

    id: LayerId
    name: str
    raster: Raster
    slots: SlotMap | None = None
    visible: bool = True
    opacity: float = 1.0
    fill_opacity: float = 1.0
    blend: BlendMode = BlendMode.NORMAL
    clipped: bool = False
    mask: Mask | None = None
    role: Role = Role.NONE
    color_tag: ColorTag = ColorTag.NONE
    locks: Locks = field(default_factory=Locks)
    link: int = 0
    style: Style = PLAIN
    foreign: ForeignLayer | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLayer:
    """A folder of layers, bottom to top."""

    id: LayerId
    name: str
    layers: tuple[Layer, ...] = ()
    visible: bool = True
    opacity: float = 1.0
    fill_opacity: float = 1.0
    blend: BlendMode = BlendMode.PASS_THROUGH
    clipped: bool = False
    mask: Mask | None = None
    role: Role = Role.NONE
    color_tag: ColorTag = ColorTag.NONE
    locks: Locks = field(default_factory=Locks)
    link: int = 0
    style: Style = PLAIN
    foreign: ForeignLayer | None = field(default=None, compare=False)
    expanded: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustmentLayer:
    """A change of the colours below it, where its mask shows; alpha stays as it is."""

    id: LayerId
    name: str
    adjustment: Adjustment
    visible: bool = True
    opacity: float = 1.0
    fill_opacity: float = 1.0
    blend: BlendMode = BlendMode.NORMAL
    clipped: bool = False
    mask: Mask | None = None
    role: Role = Role.NONE
    color_tag: ColorTag = ColorTag.NONE
    locks: Locks = field(default_factory=Locks)
    link: int = 0
    style: Style = PLAIN
    foreign: ForeignLayer | None = field(default=None, compare=False)


Layer: TypeAlias = PixelLayer | GroupLayer | AdjustmentLayer


@dataclass(frozen=True, slots=True)
class JobNote:
    """What was asked of the engine for layers of this document, so that it can be asked again.

    task: its name. params: its settings as JSON text. when: seconds since 1970, UTC.
    """

    task: str
    params: str
    when: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """size: the canvas in pixels. layers: bottom to top. next_id: the id of the next new layer.

    original: the opened picture (RGBA raster), kept for comparing and never exported.
    profile: ICC profile bytes, None = sRGB. resolution: pixels per inch. foreign: what the file
    it came from holds beyond all this.
    jobs: oldest first. name: for people, where no file name says it. surround: grey level 0..255
    around the canvas, None = as the theme has it.
    """

    size: Size
    layers: tuple[Layer, ...] = ()
    depth: int = 8
    original: Raster | None = None
    profile: bytes | None = None
    resolution: float = 72.0
    next_id: int = 1
    foreign: ForeignFile | None = field(default=None, compare=False)
    jobs: tuple[JobNote, ...] = ()
    name: str = ""
    surround: int | None = None

    @property
    def dtype(self) -> np.dtype[np.uint8] | np.dtype[np.uint16]:
        """The dtype of pixels and masks: uint8 or uint16."""
        return np.dtype(np.uint8) if self.depth == 8 else np.dtype(np.uint16)
