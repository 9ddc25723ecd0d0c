"""What a PSD file holds, before any pixel is decoded. Bytes are views of the file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from engine.document.geometry import Rect
from engine.formats.psd.kernels import Bytes

ALPHA, USER_MASK, REAL_MASK = -1, -2, -3
"""Channel numbers of a layer beside 0, 1, 2, … for its colours."""

SIGNATURE = b"8BIM"
SIGNATURES = (b"8BIM", b"8B64")

LONG_BLOCKS = frozenset(
    b"LMsk Lr16 Lr32 Layr Mt16 Mt32 Mtrn Alph FMsk lnk2 FEid FXid PxSD cinf".split()
)
"""Tagged blocks whose length has eight bytes in PSB."""


class ColorMode(IntEnum):
    BITMAP = 0
    GRAY = 1
    INDEXED = 2
    RGB = 3
    CMYK = 4
    MULTICHANNEL = 7
    DUOTONE = 8
    LAB = 9


@dataclass(frozen=True, slots=True)
class Header:
    """is_big: PSB. depth: bits per sample, 1, 8, 16 or 32."""

    is_big: bool
    channels: int
    width: int
    height: int
    depth: int
    mode: ColorMode


@dataclass(frozen=True, slots=True, eq=False)
class Channel:
    """number: 0, 1, … a colour, -1 alpha, -2 and -3 masks. data: begins with the compression."""

    number: int
    data: Bytes


@dataclass(frozen=True, slots=True)
class MaskRecord:
    """A raster mask. outside: 0..255, its value outside `rect`. density: 0..255.

    is_rendered: it comes out of a path. real_…: of the painted mask beside a path, channel -3.
    """

    rect: Rect
    outside: int
    is_disabled: bool = False
    is_inverted: bool = False
    is_rendered: bool = False
    density: int = 255
    feather: float = 0.0
    vector_density: int = 255
    vector_feather: float = 0.0
    real_rect: Rect | None = None
    real_outside: int = 0
    real_is_disabled: bool = False
    real_is_inverted: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A tagged block of a layer or of the file."""

    key: bytes
    view: Bytes

    @property
    def data(self) -> bytes:
        return self.view.tobytes()


@dataclass(frozen=True, slots=True, eq=False)
class LayerRecord:
    """One record of the layer list, bottom to top; groups are made of two of them.

    flags: 1 transparency locked, 2 hidden, 16 pixels do not matter.
    """

    name: str
    rect: Rect
    channels: tuple[Channel, ...]
    blend: bytes
    opacity: int
    is_clipped: bool
    flags: int
    mask: MaskRecord | None
    mask_data: bytes
    blending_ranges: bytes
    blocks: tuple[Block, ...]

    def block(self, *keys: bytes) -> bytes | None:
        """The data of the first block with one of these keys."""
        return next((block.data for block in self.blocks if block.key in keys), None)

    def channel(self, number: int) -> Channel | None:
        return next((channel for channel in self.channels if channel.number == number), None)


@dataclass(frozen=True, slots=True)
class Resource:
    """An image resource: what belongs to the whole picture."""

    number: int
    name: bytes
    data: bytes


@dataclass(frozen=True, slots=True, eq=False)
class PsdFile:
    """Everything in a file. merged: the last section, beginning with its compression.

    has_merged_alpha: the layer list says that the fourth merged channel is transparency.
    losses: sentences about what could not be read.
    """

    header: Header
    color_data: bytes
    resources: tuple[Resource, ...]
    layers: tuple[LayerRecord, ...]
    has_merged_alpha: bool
    blocks: tuple[Block, ...]
    merged: Bytes
    losses: tuple[str, ...]

    def resource(self, number: int) -> bytes | None:
        """The data of a resource."""
        return next((one.data for one in self.resources if one.number == number), None)
