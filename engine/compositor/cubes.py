"""Tables of colours in .cube files (Adobe's Cube LUT specification 1.0) as colour lookups."""

from __future__ import annotations

import numpy as np

from engine.document.adjustments import MOST_CUBE_ENTRIES, ColorLookup

LARGEST = 1 << 25
"""Bytes of a file that is read."""


def lookup_from_cube(data: bytes, title: str = "") -> ColorLookup:
    """The lookup of a file with a 3D table over the whole range of colours.

    title: where the file names none. ValueError with the reason when there is no such table.
    """
    if len(data) > LARGEST:
        raise ValueError("it is too large")
    size, rows = 0, []
    for line in data.decode("utf-8", "replace").splitlines():
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        if words[0] == "TITLE":
            title = line.split(maxsplit=1)[-1].strip().strip('"') or title
        elif words[0] == "LUT_3D_SIZE":
            size = _whole_number(words)
        elif words[0] in ("DOMAIN_MIN", "DOMAIN_MAX"):
            if any(_number(word) != (words[0] == "DOMAIN_MAX") for word in words[1:]):
                raise ValueError("its range of colours is not 0 to 1")
        elif words[0][0] in "+-.0123456789":
            rows.append([_number(word) for word in words])
    if not 2 <= size <= MOST_CUBE_ENTRIES:
        raise ValueError(f"its size is not one of 2 to {MOST_CUBE_ENTRIES}")
    if len(rows) != size**3 or any(len(row) != 3 for row in rows):
        raise ValueError("it does not hold as many colours as its size says")
    table = np.floor(np.clip(np.array(rows), 0.0, 1.0) * 65535.0 + 0.5)
    return ColorLookup(title=title, size=size, table=table.astype(">u2").tobytes())


def cube_from_lookup(lookup: ColorLookup) -> bytes:
    """The text of a .cube file with its table."""
    colors = np.frombuffer(lookup.table, ">u2").reshape(-1, 3) / 65535.0
    rows = (" ".join(f"{value:.7f}" for value in color) for color in colors.tolist())
    title = lookup.title.replace('"', "'")
    head = (f'TITLE "{title}"', f"LUT_3D_SIZE {lookup.size}")
    return "\n".join((*head, *rows, "")).encode()


def _whole_number(words: list[str]) -> int:
    if len(words) != 2 or not words[1].isdecimal():
        raise ValueError("its size is no number")
    return int(words[1])


def _number(word: str) -> float:
    try:
        value = float(word)
    except ValueError:
        raise ValueError(f"“{word[:20]}” is no number") from None
    if not np.isfinite(value):
        raise ValueError(f"“{word[:20]}” is no colour")
    return value
