"""Writes .kra files for tests, tile by tile, as Krita lays them out."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

import numpy as np

TILE = 64
_SPACES = {"RGBA": "u1", "RGBA16": "<u2", "GRAYA": "u1", "GRAYA16": "<u2"}


@dataclass
class KritaLayer:
    """One element of maindoc.xml. pixels: H×W×C in the order of the file, H and W multiples of 64.

    attributes: what differs from a plain, visible paint layer. mask: H×W, for a transparency mask.
    """

    name: str = "Paint"
    pixels: np.ndarray | None = None
    left: int = 0
    top: int = 0
    default: bytes = b""
    attributes: dict[str, str] = field(default_factory=dict)
    mask: np.ndarray | None = None
    layers: tuple[KritaLayer, ...] = ()


def krita_bytes(
    layers: tuple[KritaLayer, ...], width: int, height: int, *, space: str = "RGBA", extra: str = ""
) -> bytes:
    """The file. layers: top first. extra: XML behind the layers."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/x-krita")
        numbers = iter(range(2, 1000))
        inner = "".join(_element(layer, archive, space, numbers) for layer in layers)
        archive.writestr(
            "maindoc.xml",
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            "<!DOCTYPE DOC PUBLIC '-//KDE//DTD krita 2.0//EN' 'http://www.calligra.org/DTD/krita'>"
            '<DOC xmlns="http://www.calligra.org/DTD/krita" editor="Krita">'
            f'<IMAGE name="Picture" width="{width}" height="{height}" x-res="300"'
            f' colorspacename="{space}"><layers>{inner}</layers>{extra}</IMAGE></DOC>',
        )
    return buffer.getvalue()


def _element(layer: KritaLayer, archive: zipfile.ZipFile, space: str, numbers) -> str:
    file = f"layer{next(numbers)}"
    kind = "grouplayer" if layer.layers else "paintlayer"
    attributes = {
        "name": layer.name, "filename": file, "nodetype": kind, "opacity": "255", "visible": "1",
        "compositeop": "normal", "channelflags": "", "uuid": "{" + file + "}", "x": "0", "y": "0",
        "colorspacename": space,
    } | layer.attributes  # fmt: skip
    folder = f"Picture/layers/{file}"
    if layer.pixels is not None:
        samples = layer.pixels.astype(_SPACES[space])
        size = samples.shape[2] * samples.itemsize
        flat = samples.view(np.uint8).reshape(*samples.shape[:2], size)
        archive.writestr(folder, tiles(flat, layer.left, layer.top))
        archive.writestr(folder + ".defaultpixel", layer.default or bytes(size))
    inner = "".join(_element(one, archive, space, numbers) for one in layer.layers)
    text = f"<layers>{inner}</layers>" if layer.layers else ""
    if layer.mask is not None:
        name = f"mask{next(numbers)}"
        archive.writestr(
            f"Picture/layers/{name}.pixelselection", tiles(layer.mask[..., None], 0, 0)
        )
        archive.writestr(f"Picture/layers/{name}.pixelselection.defaultpixel", b"\0")
        text += f'<masks><mask nodetype="transparencymask" filename="{name}" visible="1"/></masks>'
    written = " ".join(f'{key}="{value}"' for key, value in attributes.items())
    return f"<layer {written}>{text}</layer>"


def tiles(samples: np.ndarray, left: int, top: int) -> bytes:
    """The file of a layer: H×W×(bytes of a pixel), every second tile packed."""
    height, width, size = samples.shape
    places = [(x, y) for y in range(0, height, TILE) for x in range(0, width, TILE)]
    head = f"VERSION 2\nTILEWIDTH {TILE}\nTILEHEIGHT {TILE}\nPIXELSIZE {size}\nDATA {len(places)}\n"
    parts = [head.encode()]
    for number, (x, y) in enumerate(places):
        tile = np.ascontiguousarray(samples[y : y + TILE, x : x + TILE]).reshape(-1, size)
        packed = b"\0" + tile.tobytes()
        if number % 2 == 0:
            packed = b"\1" + packed_lzf(np.ascontiguousarray(tile.T).tobytes())
        parts.append(f"{left + x},{top + y},LZF,{len(packed)}\n".encode() + packed)
    return b"".join(parts)


def packed_lzf(data: bytes) -> bytes:
    """LZF of any bytes: runs of one value as copies of the byte before, all else as it is."""
    out = bytearray()
    literal = bytearray()

    def flush() -> None:
        for at in range(0, len(literal), 32):
            part = literal[at : at + 32]
            out.extend([len(part) - 1, *part])
        literal.clear()

    at = 0
    while at < len(data):
        run = 1
        while at + run < len(data) and run < 264 and data[at + run] == data[at]:
            run += 1
        literal.append(data[at])
        if run >= 4:
            flush()
            count = run - 3  # a copy is two longer than it says, and the first byte is written
            out.extend([7 << 5, count - 7, 0] if count >= 7 else [count << 5, 0])
            at += run
        else:
            at += 1
    flush()
    return bytes(out)
