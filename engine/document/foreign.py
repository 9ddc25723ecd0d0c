"""What another program's file says beyond what we know, carried along to be written back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.document.geometry import Rect
from engine.document.raster import Raster

if TYPE_CHECKING:
    from engine.document.adjustments import Adjustment
    from engine.document.model import Mask
    from engine.document.style import Style


@dataclass(frozen=True, slots=True, eq=False)
class ForeignLayer:
    """A layer as it lay in a Photoshop file.

    kind: what it is there beyond its pixels ("text", …), "" for pixels and groups. blocks: tagged
    blocks by key. channels: packed samples by channel number, () when they cannot be written back;
    rect: where they lie. is_big: they come from PSB.
    raster, mask, adjustment, style: what was made of it. While the layer still holds these very
    objects, what belongs to them may be written back as it was.
    """

    kind: str
    blocks: tuple[tuple[bytes, bytes], ...]
    ranges: bytes
    mask_data: bytes
    rect: Rect
    channels: tuple[tuple[int, bytes], ...]
    is_big: bool
    mask_height: int
    real_mask_height: int
    raster: Raster | None
    mask: Mask | None
    adjustment: Adjustment | None
    style: Style


@dataclass(frozen=True, slots=True, eq=False)
class ForeignFile:
    """What belongs to a whole Photoshop file: image resources by number, tagged blocks by key."""

    resources: tuple[tuple[int, bytes, bytes], ...]
    blocks: tuple[tuple[bytes, bytes], ...]
