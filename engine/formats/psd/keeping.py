"""What of a PSD file is carried along unread, and what of it goes back into the next one.

A layer whose pixels, mask and style are still the ones that were read is written back with its
packed channels and all its blocks. Once its pixels are changed it is a layer of pixels, and what
described them (text, smart object, path, …) is left out; `losses.py` says so beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.document.foreign import ForeignFile, ForeignLayer
from engine.document.model import AdjustmentLayer, Layer, PixelLayer
from engine.formats.psd import mapping
from engine.formats.psd.codec import Compression, EncodedChannel
from engine.formats.psd.records import REAL_MASK, USER_MASK, ColorMode, LayerRecord, PsdFile
from engine.formats.psd.undrawn import ADJUSTMENTS, content_of

LARGEST_KEPT = 1 << 29
"""Bytes of a file whose packed channels are kept in memory."""

_OWN = frozenset(b"luni lyid lspf lclr iOpa lsct lsdk clbl infx knko".split())
"""Blocks that we write ourselves."""
_VECTOR = frozenset(b"vmsk vsms vogk vowv vstk vscg".split())
_CONTENT = _VECTOR | frozenset(
    b"TySh tySh SoLd SoLE PlLd plLd SoCo GdFl PtFl artb artd abdd lnsr anFX".split()
)
"""Blocks that describe the pixels of a layer."""
_EFFECTS = frozenset(b"lfx2 lmfx lfxs lrFX".split())
_FILE_BLOCKS_OF_PIXELS = frozenset(b"Layr Lr16 Lr32 Mtrn Mt16 Mt32 Alph".split())
_OWN_RESOURCES = frozenset(
    {
        mapping.RESOLUTION,
        mapping.THUMBNAIL,
        mapping.ICC_PROFILE,
        mapping.VERSION_INFO,
        4919,  # ours
        1006,  # names, ids and display of saved selections, which are not carried
        1007,
        1045,
        1053,
        1077,
        1024,  # which layer was selected
        mapping.LINKS,
        1033,  # an older thumbnail
        1069,
        1072,
        1047,
    }
)


def kept_layer(record: LayerRecord, layer: Layer, file: PsdFile, is_small: bool) -> ForeignLayer:
    """The record behind `layer`, to be written back. is_small: its channels are kept too."""
    header = file.header
    fits = is_small and header.mode is ColorMode.RGB and header.depth in (8, 16)
    mask = record.mask
    channels = tuple((one.number, one.data.tobytes()) for one in record.channels) if fits else ()
    real = None if mask is None else mask.real_rect
    # Adjustments of other modes mean other channels; in an RGB file they would say something else.
    left_out = _OWN if header.mode is ColorMode.RGB else _OWN | ADJUSTMENTS
    return ForeignLayer(
        kind=content_of(record) or "",
        blocks=tuple((one.key, one.data) for one in record.blocks if one.key not in left_out),
        ranges=record.blending_ranges,
        mask_data=record.mask_data,
        rect=record.rect,
        channels=channels,
        is_big=header.is_big,
        mask_height=0 if mask is None else mask.rect.height,
        real_mask_height=0 if real is None else real.height,
        raster=layer.raster if isinstance(layer, PixelLayer) else None,
        mask=layer.mask,
        adjustment=(
            layer.adjustment
            if isinstance(layer, AdjustmentLayer) and header.mode is ColorMode.RGB
            else None
        ),
        style=layer.style,
    )


def kept_file(file: PsdFile) -> ForeignFile:
    """What belongs to the whole file."""
    is_rgb = file.header.mode is ColorMode.RGB
    return ForeignFile(
        tuple(
            (one.number, one.name, one.data)
            for one in file.resources
            if is_rgb and one.number not in _OWN_RESOURCES
        ),
        tuple((one.key, one.data) for one in file.blocks if one.key not in _FILE_BLOCKS_OF_PIXELS),
    )


def is_untouched(layer: Layer) -> bool:
    """Whether the layer's packed channels and its mask can be written back as they were."""
    kept = layer.foreign
    return (
        kept is not None
        and bool(kept.channels)
        and kept.mask is layer.mask
        and (not isinstance(layer, PixelLayer) or kept.raster is layer.raster)
    )


def is_still(layer: Layer) -> bool:
    """Whether the layer is still what its file said it was, beyond its pixels."""
    kept = layer.foreign
    return kept is None or not isinstance(layer, PixelLayer) or kept.raster is layer.raster


def blocks_back(layer: Layer) -> Iterator[tuple[bytes, bytes]]:
    """The blocks of a layer's file that still say what is true."""
    kept = layer.foreign
    if kept is None:
        return
    left_out: frozenset[bytes] = frozenset()
    if not is_still(layer):
        left_out |= _CONTENT | ADJUSTMENTS
    if not is_untouched(layer) and layer.mask is not None:
        left_out |= _VECTOR
    if layer.style.effects != kept.style.effects:
        left_out |= _EFFECTS
    if isinstance(layer, AdjustmentLayer) and not keeps_adjustment(layer):
        left_out |= ADJUSTMENTS | {b"CgEd"}
    yield from ((key, data) for key, data in kept.blocks if key not in left_out)


def keeps_adjustment(layer: AdjustmentLayer) -> bool:
    """Whether the adjustment is still the one of its file, whose block then goes back."""
    return layer.foreign is not None and layer.foreign.adjustment is layer.adjustment


def channels_back(kept: ForeignLayer) -> dict[int, EncodedChannel]:
    """The packed channels, ready for a file of either kind."""
    heights = {USER_MASK: kept.mask_height, REAL_MASK: kept.real_mask_height}
    return {
        number: _encoded(data, heights.get(number, kept.rect.height), kept.is_big)
        for number, data in kept.channels
    }


def _encoded(data: bytes, height: int, is_big: bool) -> EncodedChannel:
    if len(data) < 2:
        return EncodedChannel(Compression.RAW, None, ())
    kind = Compression(int.from_bytes(data[:2], "big"))
    if kind is not Compression.RLE:
        return EncodedChannel(kind, None, (data[2:],))
    entry = np.dtype(">u4" if is_big else ">u2")
    stop = 2 + height * entry.itemsize
    lengths = np.frombuffer(data[2:stop], entry).astype(np.int64)
    return EncodedChannel(kind, lengths, (data[stop:],))
