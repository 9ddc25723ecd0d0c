"""Layers in TIFF, both byte orders. The files are put together here, as Photoshop lays them out."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from PIL import Image

from engine.document.model import BlendMode, ColorTag, GroupLayer, PixelLayer
from engine.document.raster import pixels_of
from engine.formats.files import open_document
from engine.progress import Progress
from tests.engine.formats.psd_bytes import packbits

SILENT = Progress.silent()
TITLE = b"Adobe Photoshop Document Data Block\0"


class Order:
    """Writes numbers and keys in one byte order."""

    def __init__(self, sign: str) -> None:
        self.sign = sign

    def numbers(self, form: str, *values: int) -> bytes:
        return struct.pack(self.sign + form, *values)

    def key(self, text: bytes) -> bytes:
        return text if self.sign == ">" else text[::-1]

    def block(self, key: bytes, data: bytes, *, align: int = 1) -> bytes:
        padding = bytes(-len(data) % align)
        return self.key(b"8BIM") + self.key(key) + self.numbers("I", len(data)) + data + padding

    def channel(self, plane: np.ndarray, *, packed: bool) -> bytes:
        if not packed:
            return self.numbers("H", 0) + plane.tobytes()
        rows = [packbits(row.tobytes()) for row in plane]
        counts = self.numbers(f"{len(rows)}H", *(len(row) for row in rows))
        return self.numbers("H", 1) + counts + b"".join(rows)

    def record(self, name, pixels, *, left=0, top=0, blend=b"norm", blocks=b"", mask=None):
        """A record and the data of its channels."""
        height, width = pixels.shape[:2]
        planes = {0: pixels[..., 0], 1: pixels[..., 1], 2: pixels[..., 2], -1: pixels[..., 3]}
        mask_data = b""
        if mask is not None:
            planes[-2] = mask
            sides = (top, left, top + mask.shape[0], left + mask.shape[1])
            mask_data = self.numbers("iiiiBBxx", *sides, 255, 0)
        data = {
            number: self.channel(plane, packed=number in (0, -2))
            for number, plane in planes.items()
        }
        unicode = [ord(one) for one in name]
        luni = self.numbers(f"I{len(unicode)}H", len(unicode), *unicode)
        extra = self.numbers("I", len(mask_data)) + mask_data + self.numbers("I", 0)
        extra += b"\1L\0\0" + self.block(b"luni", luni) + blocks
        record = self.numbers("iiiiH", top, left, top + height, left + width, len(data))
        for number, one in data.items():
            record += self.numbers("hI", number, len(one))
        record += self.key(b"8BIM") + self.key(blend) + bytes([128, 0, 0, 0])
        record += self.numbers("I", len(extra)) + extra
        return record, b"".join(data.values())


def tiff(order: Order, layers: bytes, picture: np.ndarray) -> bytes:
    """An uncompressed RGB TIFF with Photoshop's tag."""
    height, width = picture.shape[:2]
    stored = TITLE + layers
    body = 8 + picture.nbytes
    bits = body + len(stored)
    entries = [
        (256, 4, 1, width), (257, 4, 1, height), (258, 3, 3, bits), (259, 4, 1, 1), (262, 4, 1, 2),
        (273, 4, 1, 8), (277, 4, 1, 3), (278, 4, 1, height), (279, 4, 1, picture.nbytes),
        (37724, 7, len(stored), body),
    ]  # fmt: skip
    head = (b"II" if order.sign == "<" else b"MM") + order.numbers("HI", 42, bits + 6)
    ifd = order.numbers("H", len(entries))
    ifd += b"".join(order.numbers("HHII", *entry) for entry in entries) + bytes(4)
    return head + picture.tobytes() + stored + order.numbers("HHH", 8, 8, 8) + ifd


def layers_of(order: Order, records) -> bytes:
    info = order.numbers("h", len(records)) + b"".join(record for record, _ in records)
    info += b"".join(data for _, data in records)
    return order.block(b"Layr", info, align=4)


def noise(seed: int, height: int, width: int, channels: int = 4) -> np.ndarray:
    return np.random.default_rng(seed).integers(1, 256, (height, width, channels), np.uint8)


@pytest.fixture(params=["<", ">"], ids=["little", "big"])
def order(request):
    return Order(request.param)


def test_layers_come_in_as_photoshop_wrote_them(order, tmp_path):
    below, above = noise(1, 40, 50), noise(2, 20, 30)
    mask = noise(3, 20, 30, 1)[..., 0]
    tag = order.block(b"lclr", order.numbers("HHHH", 1, 0, 0, 0))
    end = order.record("</g>", noise(4, 0, 0), blocks=order.block(b"lsct", order.numbers("I", 3)))
    start = order.record(
        "Gruppe",
        noise(4, 0, 0),
        blend=b"pass",
        blocks=order.block(
            b"lsct", order.numbers("I", 1) + order.key(b"8BIM") + order.key(b"pass")
        ),
    )
    records = [
        order.record("背景", below),
        end,
        order.record("影", above, left=-5, top=7, blend=b"mul ", blocks=tag, mask=mask),
        start,
    ]
    path = tmp_path / "a.tif"
    path.write_bytes(tiff(order, layers_of(order, records), noise(5, 40, 50, 3)))
    opened = open_document(path, SILENT)
    assert opened.warnings == ()
    document = opened.document
    assert (document.size.width, document.size.height, document.depth) == (50, 40, 8)
    ground, group = document.layers
    assert isinstance(ground, PixelLayer) and ground.name == "背景"
    assert np.array_equal(pixels_of(ground.raster, document.size.rect), below)
    assert isinstance(group, GroupLayer) and group.blend is BlendMode.PASS_THROUGH
    (shade,) = group.layers
    assert (shade.name, shade.blend, shade.color_tag) == ("影", BlendMode.MULTIPLY, ColorTag.RED)
    assert shade.opacity == 128 / 255
    place = document.size.rect.translated(-5, 7)
    assert np.array_equal(pixels_of(shade.raster, place)[:20, :30], above)
    assert shade.mask is not None
    assert np.array_equal(pixels_of(shade.mask.raster, place)[:20, :30], mask)


def test_what_little_endian_files_cannot_give_is_told(tmp_path):
    order = Order("<")
    effects = order.block(b"lfx2", bytes(20))
    path = tmp_path / "a.tif"
    records = [order.record("a", noise(1, 4, 4), blocks=effects)]
    path.write_bytes(tiff(order, layers_of(order, records), noise(5, 4, 4, 3)))
    opened = open_document(path, SILENT)
    assert [layer.name for layer in opened.document.layers] == ["a"]
    assert any("left out" in one for one in opened.warnings)


def test_damaged_layers_leave_the_picture(order, tmp_path):
    picture = noise(5, 40, 50, 3)
    path = tmp_path / "a.tif"
    broken = order.key(b"8BIM") + order.key(b"Layr") + b"\xff" * 40
    path.write_bytes(tiff(order, broken, picture))
    (layer,) = open_document(path, SILENT).document.layers
    assert np.array_equal(
        pixels_of(layer.raster, open_document(path, SILENT).document.size.rect)[..., :3], picture
    )


def test_a_plain_tiff_is_one_layer(tmp_path):
    path = tmp_path / "a.tif"
    Image.fromarray(noise(5, 4, 6, 3)).save(path)
    opened = open_document(path, SILENT)
    assert len(opened.document.layers) == 1 and opened.warnings == ()
