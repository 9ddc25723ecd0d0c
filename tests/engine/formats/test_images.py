"""Flat pictures come in as they are and go out as they were."""

import io
import struct
import zlib
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image, ImageCms

from engine.document.geometry import Size
from engine.document.raster import pixels_of
from engine.errors import BadFileError, UnsupportedError
from engine.formats.files import open_document
from engine.formats.images import Picture, read_image, save_flattened, save_picture
from engine.progress import Progress
from tests.engine.formats.documents import noise

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def opened(path):
    document, _ = read_image(path, Progress.silent())
    (layer,) = document.layers
    assert document.original is layer.raster
    return document, pixels_of(layer.raster, document.size.rect)


def rgb(height=13, width=17):
    return np.random.default_rng(0).integers(0, 256, (height, width, 3)).astype(np.uint8)


@pytest.mark.parametrize("ending", ["png", "tif", "webp"])
def test_eight_bits_with_alpha_come_back_to_the_last_byte(ending, tmp_path):
    picture = Picture(noise(0, 31, 17, np.uint8), SRGB, 300.0)
    path = tmp_path / f"絵.{ending}"
    assert save_picture(picture, path, Progress.silent()) == ()
    document, pixels = opened(path)
    assert np.array_equal(pixels, picture.pixels)
    assert document.profile == SRGB
    if ending != "webp":
        assert document.resolution == 300.0


@pytest.mark.parametrize("ending", ["png", "tif"])
@pytest.mark.parametrize("opaque", [True, False])
def test_sixteen_bits_stay_sixteen_bits(ending, opaque, tmp_path):
    samples = noise(0, 31, 17, np.uint16)
    if opaque:
        samples[..., 3] = 65535
    path = tmp_path / f"a.{ending}"
    save_picture(Picture(samples, SRGB, 72.0), path, Progress.silent())
    document, pixels = opened(path)
    assert document.depth == 16
    assert np.array_equal(pixels, samples)
    assert document.profile == SRGB


@pytest.mark.parametrize("ending", ["png", "tif"])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_other_programs_read_what_we_write(ending, dtype, tmp_path):
    samples = noise(5, 40, 30, dtype)
    path = tmp_path / f"a.{ending}"
    save_picture(Picture(samples, None, 150.0), path, Progress.silent())
    found = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    assert found.dtype == dtype
    with Image.open(path) as image:
        assert image.size == (30, 40)
        assert round(float(image.info["dpi"][0])) == 150
        if dtype == np.uint8:
            assert np.array_equal(np.asarray(image), samples)
        else:
            assert np.array_equal(found[..., [2, 1, 0, 3]], samples)


def test_an_opaque_picture_is_stored_without_alpha(tmp_path):
    samples = np.dstack([rgb(), np.full((13, 17), 255, np.uint8)])
    for name in ("a.png", "a.tif"):
        save_picture(Picture(samples), tmp_path / name, Progress.silent())
        with Image.open(tmp_path / name) as image:
            assert image.mode == "RGB"


def test_jpeg_lies_over_white_and_says_so(tmp_path):
    samples = np.zeros((8, 8, 4), np.uint8)
    (lost,) = save_picture(Picture(samples), tmp_path / "a.jpg", Progress.silent())
    assert "transparency" in lost
    assert (opened(tmp_path / "a.jpg")[1] == 255).all()


def test_what_eight_bit_formats_lose_is_said(tmp_path):
    samples = np.full((4, 4, 4), 65535, np.uint16)
    (lost,) = save_picture(Picture(samples), tmp_path / "a.webp", Progress.silent())
    assert "8 bits" in lost


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("L", "png"), ("LA", "png"), ("P", "gif"), ("1", "png"), ("RGB", "bmp"), ("RGB", "jpg")],
)
def test_every_kind_of_picture_becomes_rgba(mode, kind, tmp_path):
    path = tmp_path / f"a.{kind}"
    image = Image.fromarray(rgb()).convert(mode)
    image.save(path, **({"quality": 95} if kind == "jpg" else {}))
    with Image.open(path) as stored:
        want = np.asarray(stored.convert("RGBA"))
    assert np.array_equal(opened(path)[1], want)


def test_a_palette_with_a_transparent_entry_keeps_its_hole(tmp_path):
    image = Image.fromarray(rgb()).quantize(8)
    image.save(tmp_path / "a.png", transparency=3)
    index = np.asarray(image)
    alpha = opened(tmp_path / "a.png")[1][..., 3]
    assert np.array_equal(alpha, np.where(index == 3, 0, 255))


def test_sixteen_bit_gray_is_repeated(tmp_path):
    gray = np.random.default_rng(1).integers(0, 65536, (9, 11)).astype(np.uint16)
    for name in ("a.png", "a.tif"):
        assert cv2.imwrite(str(tmp_path / name), gray)
        document, pixels = opened(tmp_path / name)
        assert document.depth == 16
        assert np.array_equal(pixels[..., :3], np.repeat(gray[..., None], 3, 2))
        assert (pixels[..., 3] == 65535).all()


def test_cmyk_is_converted_and_its_profile_does_not_stay(tmp_path):
    inks = np.zeros((4, 4, 4), np.uint8)
    inks[..., 1] = 255  # magenta
    path = tmp_path / "a.jpg"
    Image.fromarray(inks, "CMYK").save(path, quality=100)
    document, pixels = opened(path)
    assert document.profile is None
    red, green, blue = pixels[0, 0, :3].astype(int)
    assert red > 200 and green < 60 and blue > 200


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("ending", ["jpg", "png", "tif", "webp"])
def test_the_orientation_of_the_camera_is_applied(orientation, ending, tmp_path):
    image = Image.fromarray(np.kron(rgb(4, 3), np.ones((16, 16, 1), np.uint8)))
    exif = Image.Exif()
    exif[274] = orientation
    path = tmp_path / f"a.{ending}"
    image.save(path, exif=exif, **({"quality": 98, "subsampling": 0} if ending == "jpg" else {}))
    upright = {
        1: lambda one: one,
        2: lambda one: one.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: lambda one: one.transpose(Image.Transpose.ROTATE_180),
        4: lambda one: one.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: lambda one: one.transpose(Image.Transpose.TRANSPOSE),
        6: lambda one: one.transpose(Image.Transpose.ROTATE_270),
        7: lambda one: one.transpose(Image.Transpose.TRANSVERSE),
        8: lambda one: one.transpose(Image.Transpose.ROTATE_90),
    }[orientation](image)
    document, pixels = opened(path)
    assert document.size == Size(*upright.size)
    assert np.abs(pixels[..., :3].astype(int) - np.asarray(upright)).mean() < 6


@pytest.mark.parametrize("ending", ["tif", "png"])
def test_sixteen_bit_pictures_are_turned_too(ending, tmp_path):
    samples = noise(1, 20, 30, np.uint16)
    path = tmp_path / f"a.{ending}"
    save_picture(Picture(samples), path, Progress.silent())
    data = path.read_bytes()
    if ending == "tif":
        entry = struct.pack("<HHIH", 274, 3, 1, 1)
        data = data.replace(entry, entry[:8] + b"\6\0")
    else:
        exif = Image.Exif()
        exif[274] = 6
        data = data[:33] + chunk(b"eXIf", exif.tobytes()[6:]) + data[33:]
    path.write_bytes(data)
    assert np.array_equal(opened(path)[1], np.rot90(samples, -1))


def test_only_the_first_frame_of_an_animation_is_opened(tmp_path):
    frames = [Image.fromarray(np.full((5, 5), value, np.uint8)) for value in (10, 200)]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    opened_file = open_document(tmp_path / "a.gif", Progress.silent())
    assert any("2 pictures" in warning for warning in opened_file.warnings)
    assert opened(tmp_path / "a.gif")[1][0, 0, 0] == 10


def test_the_flattened_document_is_the_picture_again(tmp_path):
    samples = noise(3, 200, 140, np.uint8)
    save_picture(Picture(samples, SRGB, 300.0), tmp_path / "a.png", Progress.silent())
    document, _ = opened(tmp_path / "a.png")
    save_flattened(document, tmp_path / "b.png", Progress.silent())
    again, pixels = opened(tmp_path / "b.png")
    shown = np.where(samples[..., 3:] == 0, 0, samples)
    assert np.array_equal(np.where(pixels[..., 3:] == 0, 0, pixels), shown)
    assert (again.profile, again.resolution) == (SRGB, 300.0)


def test_one_pixel_is_a_picture(tmp_path):
    pixel = np.array([[[1, 2, 3, 4]]], np.uint8)
    for name in ("a.png", "a.tif", "a.webp"):
        save_picture(Picture(pixel), tmp_path / name, Progress.silent())
        assert np.array_equal(opened(tmp_path / name)[1], pixel)


def test_a_flat_picture_needs_an_ending_of_a_picture(tmp_path):
    with pytest.raises(UnsupportedError, match=r"a\.xyz"):
        save_picture(Picture(np.zeros((1, 1, 4), np.uint8)), tmp_path / "a.xyz", Progress.silent())


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_a_small_file_that_claims_a_huge_picture_is_refused(tmp_path):
    packed = zlib.compress(bytes(1 << 20))
    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 30000, 30000, 8, 6, 0, 0, 0))
        + chunk(b"IDAT", packed)
        + chunk(b"IEND", b"")
    )
    (tmp_path / "bomb.png").write_bytes(bomb)
    with pytest.raises(BadFileError, match="30000 × 30000"):
        read_image(tmp_path / "bomb.png", Progress.silent())


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "tif", "bmp", "gif"])
def test_a_cut_off_picture_gives_one_sentence(ending, tmp_path):
    file = io.BytesIO()
    image = Image.fromarray(rgb(200, 200))
    image.save(file, {"jpg": "JPEG", "tif": "TIFF"}.get(ending, ending.upper()))
    for share in (0.02, 0.3, 0.7):
        path = tmp_path / f"cut.{ending}"
        path.write_bytes(file.getvalue()[: int(len(file.getvalue()) * share)])
        with pytest.raises(BadFileError, match=rf"cut\.{ending}") as caught:
            read_image(path, Progress.silent())
        assert caught.value.hint


def test_a_cut_off_sixteen_bit_picture_gives_one_sentence(tmp_path):
    save_picture(Picture(noise(0, 90, 90, np.uint16)), tmp_path / "a.png", Progress.silent())
    data = (tmp_path / "a.png").read_bytes()
    (tmp_path / "a.png").write_bytes(data[: len(data) // 2])
    with pytest.raises(BadFileError, match=r"a\.png"):
        read_image(tmp_path / "a.png", Progress.silent())


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_a_png_with_wrong_checksums_is_shown_and_said(dtype, tmp_path, capfd):
    path = tmp_path / "a.png"
    save_picture(Picture(noise(0, 90, 90, dtype), b"no profile"), path, Progress.silent())
    data = bytearray(path.read_bytes())
    data[data.index(b"IEND") - 5] ^= 255  # the checksum of the pixels
    path.write_bytes(data)
    document, (note,) = read_image(path, Progress.silent())
    assert "damaged" in note
    assert document.size == Size(90, 90)
    assert capfd.readouterr() == ("", "")


def gray_profile(gamma):
    """A small ICC profile of gray with this gamma."""
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)
    white = b"XYZ " + bytes(4) + struct.pack(">iii", 63190, 65536, 54061)
    text = b"text" + bytes(4) + b"test\0\0\0\0"
    name = b"desc" + bytes(4) + struct.pack(">I", 5) + b"gray\0" + bytes(78) + bytes(1)
    tags = {b"kTRC": curve, b"wtpt": white, b"cprt": text, b"desc": name}
    place = 128 + 4 + 12 * len(tags)
    table, data = struct.pack(">I", len(tags)), b""
    for key, value in tags.items():
        table += key + struct.pack(">II", place + len(data), len(value))
        data += value + bytes(-len(value) % 4)
    head = struct.pack(
        ">I4sI4s4s4s", place + len(data), b"lcms", 0x02400000, b"mntr", b"GRAY", b"XYZ "
    )
    head += struct.pack(">HHHHHH", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    head += struct.pack(">iii", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + table + data


@pytest.mark.parametrize("deep", [False, True])
def test_grays_of_a_gray_profile_become_srgb(deep, tmp_path):
    gray = np.tile(np.arange(256, dtype=np.uint8), (2, 1))
    stored = gray.astype(np.uint16) * 257 if deep else gray
    path = tmp_path / "a.png"
    assert cv2.imwrite(str(path), stored)
    data = path.read_bytes()
    icc = chunk(b"iCCP", b"gray\0\0" + zlib.compress(gray_profile(1.0)))
    path.write_bytes(data[:33] + icc + data[33:])
    document, notes = read_image(path, Progress.silent())
    linear = np.arange(256) / 255
    want = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    pixels = pixels_of(document.original, document.size.rect)
    got = pixels[0, :, 0] / (65535 if deep else 255)
    assert np.abs(got - want).max() < 0.02
    assert document.profile is None
    assert "sRGB" in notes[0]


def test_a_gray_picture_keeps_an_rgb_profile(tmp_path):
    Image.fromarray(rgb()[..., 0]).save(tmp_path / "a.png", icc_profile=SRGB)
    document, notes = read_image(tmp_path / "a.png", Progress.silent())
    assert document.profile == SRGB
    assert notes == ()


def test_a_broken_profile_is_left_out_and_said(tmp_path):
    profile = SRGB[:16] + b"GRAY" + SRGB[20:]
    Image.fromarray(rgb()[..., 0]).save(tmp_path / "a.png", icc_profile=profile)
    document, notes = read_image(tmp_path / "a.png", Progress.silent())
    assert document.profile is None
    assert "profile" in notes[0]


def test_documents_of_flat_pictures_have_no_edge_outside(tmp_path):
    save_picture(Picture(noise(0, 30, 30, np.uint8)), tmp_path / "a.png", Progress.silent())
    document, _ = opened(tmp_path / "a.png")
    assert replace(document, layers=()).size == Size(30, 30)
    assert document.next_id > document.layers[0].id
