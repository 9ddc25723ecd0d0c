"""The merged picture at the end of a PSD: all channels one behind the other."""

from __future__ import annotations

import numpy as np

from engine.formats.limits import inflated
from engine.formats.psd import mapping
from engine.formats.psd.codec import (
    LARGEST_ZIP_RATIO,
    Compression,
    DecodedRows,
    RawRows,
    RleRows,
    Rows,
    row_bytes,
    unpredicted,
)
from engine.formats.psd.modes import COLOR_CHANNELS
from engine.formats.psd.records import PsdFile


def merged_rows(file: PsdFile) -> tuple[Rows, ...]:
    """Rows of every channel. Raises ValueError when there are none."""
    header = file.header
    data = file.merged
    if len(data) < 3:
        raise ValueError("it ends before the picture")
    kind = int(data[0]) << 8 | int(data[1])
    body = data[2:]
    size = row_bytes(header.width, header.depth)
    plane = size * header.height
    if kind == Compression.RAW:
        return tuple(
            RawRows(body[index * plane : (index + 1) * plane], header.width, header.depth)
            for index in range(header.channels)
        )
    if kind == Compression.RLE:
        entry = np.dtype(">u4" if header.is_big else ">u2")
        count = header.channels * header.height
        table = body[: count * entry.itemsize]
        lengths = table[: len(table) // entry.itemsize * entry.itemsize].view(entry)
        lengths = lengths.astype(np.int64)
        starts = np.cumsum(lengths) - lengths + count * entry.itemsize
        return tuple(
            RleRows(
                body,
                starts[index * header.height : (index + 1) * header.height],
                lengths[index * header.height : (index + 1) * header.height],
                header.width,
                header.depth,
            )
            for index in range(header.channels)
        )
    if kind in (Compression.ZIP, Compression.ZIP_PREDICTED):
        total = plane * header.channels
        if total > LARGEST_ZIP_RATIO * len(body):
            raise ValueError("too little data")
        whole = np.frombuffer(inflated(body.tobytes(), total), np.uint8)
        planes = [whole[index * plane : (index + 1) * plane] for index in range(header.channels)]
        if kind == Compression.ZIP:
            return tuple(RawRows(one, header.width, header.depth) for one in planes)
        return tuple(
            DecodedRows(unpredicted(one.reshape(-1, size), header.width, header.depth))
            for one in planes
        )
    raise ValueError(f"unknown compression {kind}")


def merged_transparency(file: PsdFile) -> bool:
    """Whether the channel behind the colours is transparency and not a saved selection."""
    header = file.header
    if header.channels <= COLOR_CHANNELS[header.mode]:
        return False
    if file.has_merged_alpha:
        return True
    ids = file.resource(mapping.ALPHA_IDS)
    if ids is not None and len(ids) >= 4:
        return int.from_bytes(ids[:4], "big") == 0
    names = file.resource(mapping.ALPHA_NAMES)
    if not names:
        return True  # a fourth channel that nobody named comes from programs that mean alpha
    return names[1 : 1 + names[0]] == b"Transparency"
