"""Looks for layers in a file whose lists and lengths lead nowhere.

Layer records give themselves away: the signature and a blend mode right behind a list of channels
of the right length. The pixels lie behind the last record, in the order of the records; a layer
counts as found when its channels begin as channels do.
"""

from __future__ import annotations

from engine.formats.limits import MAX_LAYERS, MAX_SIDE
from engine.formats.psd.codec import Compression
from engine.formats.psd.cursor import Cursor
from engine.formats.psd.kernels import Bytes
from engine.formats.psd.layer_records import read_layer, with_channels
from engine.formats.psd.mapping import BLEND_MODES
from engine.formats.psd.records import SIGNATURE, Header, LayerRecord

_MOST_CHANNELS = 10
_MOST_TRIES = 100_000
_MOST_BYTES = 1 << 28
"""The search copies the file once."""


def rescued_layers(data: Bytes, header: Header, losses: list[str]) -> tuple[LayerRecord, ...]:
    """The layers that can be found in the whole file, bottom to top; losses says how many."""
    if len(data) > _MOST_BYTES:
        return ()
    found: list[tuple[LayerRecord, list[tuple[int, int]]]] = []
    whole = data.tobytes()
    place = 26
    for _ in range(_MOST_TRIES):
        start = _next_record(whole, place, header.is_big)
        if start is None or len(found) >= MAX_LAYERS:
            break
        cursor = Cursor(data, start, len(data))
        try:
            found.append(read_layer(cursor, header.is_big, []))
            place = cursor.at
        except ValueError:
            place = start + 1
    if not found:
        return ()
    cursor = Cursor(data, place, len(data))
    layers: list[LayerRecord] = []
    for record, channels in found:
        if _leads_to_channels(cursor, channels):
            layers.append(with_channels(record, channels, cursor))
        else:
            layers.append(record)
    whole_ones = sum(1 for layer in layers if layer.channels or layer.rect.is_empty)
    losses.append(
        f"{whole_ones} of the {len(layers)} layers found in the damaged file have pixels."
    )
    return tuple(layers)


def _next_record(data: bytes, place: int, is_big: bool) -> int | None:
    """Where the next layer record at or behind `place` begins."""
    entry = 10 if is_big else 6
    at = data.find(SIGNATURE, place)
    while at >= 0:
        if data[at + 4 : at + 8] in BLEND_MODES:
            for count in range(1, _MOST_CHANNELS + 1):
                start = at - 18 - count * entry
                if start >= place and _is_record(data, start, count, entry):
                    return start
        at = data.find(SIGNATURE, at + 1)
    return None


def _is_record(data: bytes, start: int, count: int, entry: int) -> bool:
    """Whether a record with this many channels may begin here."""
    if int.from_bytes(data[start + 16 : start + 18], "big") != count:
        return False
    numbers = [
        int.from_bytes(data[place : place + 2], "big", signed=True)
        for place in range(start + 18, start + 18 + count * entry, entry)
    ]
    if len(set(numbers)) != count or not all(-3 <= number < 60 for number in numbers):
        return False
    top, left, bottom, right = (
        int.from_bytes(data[start + 4 * n : start + 4 * n + 4], "big", signed=True)
        for n in range(4)
    )
    return 0 <= right - left <= MAX_SIDE and 0 <= bottom - top <= MAX_SIDE


def _leads_to_channels(cursor: Cursor, channels: list[tuple[int, int]]) -> bool:
    """Whether every channel, from the cursor on, begins with a compression that exists."""
    place = cursor.at
    for _, length in channels:
        if place + 2 > cursor.end:
            return False
        kind = int.from_bytes(cursor.data[place : place + 2].tobytes(), "big")
        if kind not in tuple(Compression):
            return False
        place += length
    return True
