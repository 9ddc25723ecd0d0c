"""Bytes on their way between the processes, in the files of the pixels.

What a foreign file says beyond our model may be as long as the file, too long for a message. It
travels as a raster of one channel, its tiles one behind the other.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import msgspec
import numpy as np

from engine.document.foreign import ForeignFile, ForeignLayer
from engine.document.geometry import Rect
from engine.document.model import AdjustmentLayer, Layer, Mask, PixelLayer
from engine.document.raster import TILE, Raster, empty_raster, frozen_tile
from engine.document.style import PLAIN
from engine.protocol.errors import ProtocolError
from engine.protocol.pixels import PixelReader, PixelWriter, WireRaster


class WireBytes(msgspec.Struct, frozen=True):
    raster: WireRaster
    length: int


class WireForeign(msgspec.Struct, frozen=True):
    """same: which of raster, mask, adjustment and style of the layer are those of its file."""

    payload: WireBytes
    same: tuple[bool, bool, bool, bool]


_Blocks = tuple[tuple[bytes, bytes], ...]
_LayerValues = tuple[
    str,
    _Blocks,
    bytes,
    bytes,
    tuple[int, int, int, int],
    tuple[tuple[int, bytes], ...],
    bool,
    int,
    int,
]
_FileValues = tuple[tuple[tuple[int, bytes, bytes], ...], _Blocks]


def packed_layer(layer: Layer, writer: PixelWriter) -> WireForeign | None:
    """What the message says of the foreign part of a layer."""
    kept = layer.foreign
    if kept is None:
        return None
    rect = kept.rect
    values = (
        kept.kind,
        kept.blocks,
        kept.ranges,
        kept.mask_data,
        (rect.left, rect.top, rect.right, rect.bottom),
        kept.channels,
        kept.is_big,
        kept.mask_height,
        kept.real_mask_height,
    )
    raster = layer.raster if isinstance(layer, PixelLayer) else None
    adjustment = layer.adjustment if isinstance(layer, AdjustmentLayer) else None
    same = (
        kept.raster is raster,
        kept.mask is layer.mask,
        kept.adjustment is adjustment,
        kept.style == layer.style,
    )
    return WireForeign(_packed(values, writer), same)


def layer_back(wire: WireForeign, layer: Layer, reader: PixelReader) -> ForeignLayer:
    """The foreign part of `layer`, tied to the layer's own objects as it was on the other side."""
    kind, blocks, ranges, mask_data, rect, channels, is_big, height, real_height = _unpacked(
        wire.payload, _LayerValues, reader
    )
    raster, mask, adjustment, style = wire.same
    other = empty_raster()
    return ForeignLayer(
        kind=kind,
        blocks=blocks,
        ranges=ranges,
        mask_data=mask_data,
        rect=Rect(*rect),
        channels=channels,
        is_big=is_big,
        mask_height=height,
        real_mask_height=real_height,
        raster=(layer.raster if isinstance(layer, PixelLayer) else None) if raster else other,
        mask=layer.mask if mask else Mask(other),
        adjustment=layer.adjustment if adjustment and isinstance(layer, AdjustmentLayer) else None,
        style=layer.style if style else PLAIN,
    )


def packed_file(kept: ForeignFile | None, writer: PixelWriter) -> WireBytes | None:
    return None if kept is None else _packed((kept.resources, kept.blocks), writer)


def file_back(wire: WireBytes | None, reader: PixelReader) -> ForeignFile | None:
    return None if wire is None else ForeignFile(*_unpacked(wire, _FileValues, reader))


def _packed(values: object, writer: PixelWriter) -> WireBytes:
    data = msgspec.msgpack.encode(values)
    size = TILE * TILE
    samples = np.zeros(-(-len(data) // size) * size, np.uint8)
    samples[: len(data)] = np.frombuffer(data, np.uint8)
    tiles = {
        (0, index): frozen_tile(tile.copy())
        for index, tile in enumerate(samples.reshape(-1, TILE, TILE))
    }
    raster = Raster(MappingProxyType(tiles), np.dtype(np.uint8), 1, 0)
    return WireBytes(writer.add(raster), len(data))


def _unpacked(wire: WireBytes, kind: Any, reader: PixelReader) -> Any:
    tiles = reader.raster(wire.raster).tiles
    data = b"".join(tiles[key].tobytes() for key in sorted(tiles))
    if not 0 <= wire.length <= len(data):
        raise ProtocolError(f"{len(data)} bytes came, the message speaks of {wire.length}")
    try:
        return msgspec.msgpack.decode(memoryview(data)[: wire.length], type=kind)
    except msgspec.MsgspecError as error:
        raise ProtocolError(f"a foreign part cannot be read: {error}") from error
