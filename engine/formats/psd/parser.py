"""Bytes -> records. Damage costs what it hits and no more: the rest is read and the loss is listed.

Only the header must be whole. Every section says how long it is, so a broken one is left behind at
its end; when a length itself is broken, the section ends where the file does.
"""

from __future__ import annotations

import struct

from engine.errors import BadFileError, UnsupportedError
from engine.formats.limits import MAX_LAYERS, check_plausible, check_size
from engine.formats.psd.codec import LARGEST_RLE_RATIO, Compression
from engine.formats.psd.cursor import Cursor
from engine.formats.psd.kernels import Bytes
from engine.formats.psd.layer_records import MAX_CHANNELS, read_blocks, read_layer, with_channels
from engine.formats.psd.records import Block, ColorMode, Header, LayerRecord, PsdFile, Resource
from engine.formats.psd.salvage import rescued_layers

_HEADER = 26
_RESOURCE_SIGNATURES = (b"8BIM", b"MeSa", b"AgHg", b"PHUT", b"DCSR")
_CUT_TO = 4
"""A file may have lost this many times what is left of it and still be worth opening."""


def parsed(data: Bytes, name: str) -> PsdFile:
    """The records of a PSD or PSB file. name: for messages.

    Raises BadFileError when the header is not one, UnsupportedError for a version or mode that does
    not exist; everything behind the header is read as far as it goes.
    """
    header = _header(data, name)
    losses: list[str] = []
    cursor = Cursor(data, _HEADER, len(data))
    color_data = _section(cursor, "I", losses, "colour table").rest().tobytes()
    resources = _resources(_section(cursor, "I", losses, "image resources"), losses)
    length = "Q" if header.is_big else "I"
    layers, has_alpha, blocks = _layer_section(
        _section(cursor, length, losses, "layers"), header, losses
    )
    if not layers and (losses or not _begins_picture(cursor)):
        layers = rescued_layers(data, header, losses)
    return PsdFile(
        header,
        color_data,
        resources,
        layers,
        has_alpha,
        blocks,
        cursor.rest(),
        tuple(dict.fromkeys(losses)),
    )


def _header(data: Bytes, name: str) -> Header:
    if len(data) < _HEADER or data[:4].tobytes() != b"8BPS":
        raise BadFileError(
            f"{name} is not a Photoshop document.", "Its beginning is missing or damaged."
        )
    version, channels, height, width, depth, mode = struct.unpack(
        ">H6xHIIHH", data[4:_HEADER].tobytes()
    )
    if version not in (1, 2):
        raise BadFileError(
            f"{name} is a Photoshop document of unknown version {version}.",
            "The file is damaged or from a newer program; save it again as PSD.",
        )
    check_size(width, height, name)
    if depth not in (1, 8, 16, 32) or not 1 <= channels <= MAX_CHANNELS:
        raise BadFileError(
            f"{name} is damaged: {channels} channels of {depth} bits cannot be.",
            "Try another copy of the file.",
        )
    if mode not in tuple(ColorMode):
        raise UnsupportedError(
            f"{name} uses an unknown colour mode ({mode}).", "Save it again as RGB."
        )
    check_plausible(width, height, len(data), LARGEST_RLE_RATIO * _CUT_TO, name)
    return Header(version == 2, channels, width, height, depth, ColorMode(mode))


def _begins_picture(cursor: Cursor) -> bool:
    """Whether a merged picture may begin here, as behind every whole file."""
    return cursor.left > 2 and int.from_bytes(cursor.peek(2), "big") in tuple(Compression)


def _section(cursor: Cursor, form: str, losses: list[str], what: str) -> Cursor:
    try:
        length = cursor.number(form)
    except ValueError:
        losses.append(f"The file ends before its {what}.")
        return cursor.part(0)
    if length > cursor.left:
        losses.append(f"The file ends inside its {what}.")
    return cursor.part(length)


def _resources(cursor: Cursor, losses: list[str]) -> tuple[Resource, ...]:
    found: list[Resource] = []
    try:
        while cursor.left >= 12:
            if cursor.take(4) not in _RESOURCE_SIGNATURES:
                raise ValueError("no resource here")
            number = cursor.number("H")
            name = cursor.pascal(2)
            length = cursor.number("I")
            found.append(Resource(number, name, cursor.take(length)))
            cursor.take(min(length & 1, cursor.left))
    except ValueError:
        losses.append("Some of the image resources are damaged.")
    return tuple(found)


def _layer_section(
    cursor: Cursor, header: Header, losses: list[str]
) -> tuple[tuple[LayerRecord, ...], bool, tuple[Block, ...]]:
    """Layers, whether merged alpha is transparency, and the blocks behind them."""
    if cursor.left < 4:
        return (), False, ()
    layers: tuple[LayerRecord, ...] = ()
    has_alpha = False
    blocks: tuple[Block, ...] = ()
    try:
        info = cursor.part(cursor.number("Q" if header.is_big else "I"))
        layers, has_alpha = _layers(info, header, losses)
        if cursor.left >= 4:
            cursor.part(cursor.number("I"))
            blocks = read_blocks(cursor, header.is_big, 4, losses)
    except ValueError:
        losses.append("The list of layers is damaged.")
    for block in blocks:
        # 16- and 32-bit documents keep their layers in a block of their own.
        if block.key in (b"Layr", b"Lr16", b"Lr32") and not layers:
            info = Cursor(block.view, 0, len(block.view))
            layers, alpha = _layers(info, header, losses)
            has_alpha = has_alpha or alpha
        if block.key in (b"Mtrn", b"Mt16", b"Mt32"):
            has_alpha = True
    kept = tuple(block for block in blocks if block.key not in (b"Layr", b"Lr16", b"Lr32"))
    return layers, has_alpha, kept


def _layers(
    cursor: Cursor, header: Header, losses: list[str]
) -> tuple[tuple[LayerRecord, ...], bool]:
    if cursor.left < 2:
        return (), False
    count = cursor.number("h")
    records: list[tuple[LayerRecord, list[tuple[int, int]]]] = []
    try:
        for _ in range(min(abs(count), MAX_LAYERS)):
            records.append(read_layer(cursor, header.is_big, losses))
    except ValueError:
        # Where the pixels begin is only known behind the last record: salvage.py looks for them.
        losses.append(f"The list of {abs(count)} layers is damaged.")
        return (), count < 0
    return tuple(with_channels(record, channels, cursor) for record, channels in records), count < 0
