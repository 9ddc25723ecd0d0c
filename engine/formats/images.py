"""Flat pictures: one picture in, one layer out, and back.

Colours stay in the picture's own RGB profile, which the document keeps. Pictures that are not RGB
become RGB: gray by repeating it, CMYK and Lab through their profile into sRGB. 16-bit PNG and TIFF
are carried at 16 bit. The camera's orientation is applied. Of animations the first frame is read.
"""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image, ImageCms, ImageFile, UnidentifiedImageError

from engine.document.geometry import Size
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import Pixels, raster_from_array
from engine.errors import BadFileError, UnsupportedError
from engine.formats.atomic import write_atomically
from engine.formats.flattened import flattened
from engine.formats.limits import MAX_PROFILE_BYTES, check_plausible, check_size
from engine.formats.mapped import read_bytes
from engine.formats.picture_bytes import png_bytes, png_essence, tiff_bytes
from engine.progress import Progress

FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF", "MPO")
_PIXELS_PER_BYTE = 2048
"""Of a picture file; the tightest honest ones (one colour, one bit) come near."""
_ORIENTATION = 274
_CONVERTED = ("CMYK", "LAB")
"""Modes of Pillow whose colours are converted as they are read."""
_JPEG_QUALITY = 95
_MAX_JPEG_SIDE, _MAX_WEBP_SIDE = 65535, 16383


@dataclass(frozen=True, slots=True)
class Picture:
    """pixels: H×W×4, straight alpha, 8 or 16 bit. profile: ICC bytes, None = sRGB.

    resolution: pixels per inch.
    """

    pixels: Pixels
    profile: bytes | None = None
    resolution: float = 72.0


def read_image(path: Path, progress: Progress) -> tuple[Document, tuple[str, ...]]:
    """The picture as a document of one layer, which is also its `original`."""
    progress.at(0.0, "Reading")
    picture, notes = decoded_image(read_bytes(path), path.name)
    progress.at(0.8)
    document = document_of_picture(picture, path.stem)
    progress.at(1.0)
    return document, notes


def document_of_picture(picture: Picture, name: str) -> Document:
    """A document of one layer, called `name`, that shows the picture."""
    height, width = picture.pixels.shape[:2]
    raster = raster_from_array(picture.pixels)
    return Document(
        size=Size(width, height),
        layers=(PixelLayer(id=LayerId(1), name=name, raster=raster),),
        depth=8 if picture.pixels.dtype == np.uint8 else 16,
        original=raster,
        profile=picture.profile,
        resolution=picture.resolution,
        next_id=2,
    )


def decoded_image(data: bytes, name: str) -> tuple[Picture, tuple[str, ...]]:
    """The picture in a file's bytes and what was not carried over. name: for messages.

    Raises BadFileError when the bytes are no picture, a damaged one, or one too large to open.
    """
    try:
        with _quiet_pillow(), Image.open(io.BytesIO(data), formats=FORMATS) as image:
            check_size(image.width, image.height, name)
            check_plausible(image.width, image.height, len(data), _PIXELS_PER_BYTE, name)
            return _picture(image, data, name)
    except UnidentifiedImageError as error:
        raise BadFileError(
            f"{name} is not a picture that Unflatten can read.",
            "It reads PNG, JPEG, WebP, TIFF, BMP, GIF, PSD, PSB, OpenRaster and .unflatten.",
        ) from error
    except (OSError, SyntaxError, ValueError, struct.error, EOFError, KeyError) as error:
        raise damaged(name) from error
    except (TypeError, IndexError, AttributeError, OverflowError, ZeroDivisionError) as error:
        # What the decoders raise for some damaged files.
        raise damaged(name) from error


def damaged(name: str) -> BadFileError:
    return BadFileError(
        f"{name} is damaged or cut off and cannot be read.", "Try another copy of the file."
    )


@contextmanager
def _quiet_pillow() -> Iterator[None]:
    """Pillow's own size limit is replaced by ours, and its remarks are not for the artist."""
    before = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        Image.MAX_IMAGE_PIXELS = before


# ---------------------------------------------------------------------------------------- reading


def _picture(image: ImageFile.ImageFile, data: bytes, name: str) -> tuple[Picture, tuple[str, ...]]:
    profile = image.info.get("icc_profile")
    if not isinstance(profile, bytes) or not 128 <= len(profile) <= MAX_PROFILE_BYTES:
        profile = None
    orientation = _orientation(image)
    resolution = _resolution(image)
    notes: list[str] = []
    frames = getattr(image, "n_frames", 1)
    if frames > 1 and image.format != "MPO":
        notes.append(f"{name} holds {frames} pictures; the first one was opened.")
    if image.format == "PNG":
        data, is_sound = png_essence(data)
        if not is_sound:
            notes.append(f"{name} is damaged: its checksums are wrong, so it may look wrong.")
    pixels = _deep_pixels(data, name) if _is_deep(image, data) else _plain_pixels(image, profile)
    if profile is not None:
        pixels, profile, remark = _in_rgb(pixels, profile, image.mode)
        notes += [f"{name}: {remark}"] if remark else []
    return Picture(_upright(pixels, orientation), profile, resolution), tuple(notes)


def _in_rgb(pixels: Pixels, profile: bytes, mode: str) -> tuple[Pixels, bytes | None, str]:
    """Pixels in RGB, the profile that they are in (None = sRGB), and what was done."""
    space = profile[16:20]
    if mode in _CONVERTED:
        return pixels, None, ""  # through its profile, already
    if space == b"RGB ":
        return pixels, profile, ""  # gray counts as red = green = blue
    toned = _from_gray_profile(pixels, profile) if space == b"GRAY" else None
    if toned is not None and (pixels[..., 0] == pixels[..., 1]).all():
        return toned, None, "the greys were converted from their profile to sRGB."
    return pixels, None, "the colour profile does not fit and was left out."


def _is_deep(image: ImageFile.ImageFile, data: bytes) -> bool:
    """Whether the file has 16 bits per channel."""
    if image.format == "PNG":
        return data[24:25] == b"\x10"
    if image.format == "TIFF":
        tags: Any = getattr(image, "tag_v2", {})
        return 16 in tuple(tags.get(258, ())) and tags.get(262) in (0, 1, 2)
    return False


def _deep_pixels(data: bytes, name: str) -> Pixels:
    level = cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    try:
        found = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    except cv2.error as error:
        raise damaged(name) from error
    finally:
        cv2.utils.logging.setLogLevel(level)
    if found is None or found.dtype != np.uint16:
        raise damaged(name)
    if found.ndim == 2:
        found = found[..., None]
    height, width, channels = found.shape
    out: Pixels = np.full((height, width, 4), 65535, np.uint16)
    if channels >= 3:
        out[..., :3] = found[..., 2::-1]
    else:
        out[..., :3] = found[..., :1]
    if channels in (2, 4):
        out[..., 3] = found[..., -1]
    return out


def _plain_pixels(image: ImageFile.ImageFile, profile: bytes | None) -> Pixels:
    """H×W×4. Everything that Pillow has as integers or floats beyond 8 bit is gray."""
    mode = image.mode
    if mode.startswith("I;16"):
        return _repeated(np.asarray(image).astype(np.uint16))
    if mode == "I":
        return _repeated(np.clip(np.asarray(image), 0, 65535).astype(np.uint16))
    if mode == "F":
        values = np.nan_to_num(np.asarray(image), nan=0.0, posinf=1.0, neginf=0.0)
        return _repeated((np.clip(values, 0, 1) * 65535 + 0.5).astype(np.uint16))
    if mode in _CONVERTED:
        return np.array(_to_srgb(image, profile).convert("RGBA"))
    if mode in ("RGB", "RGBA", "LA", "PA", "La") or "transparency" in image.info:
        return np.array(image.convert("RGBA"))
    return np.array(image.convert("RGB").convert("RGBA"))


def _repeated(gray: Pixels) -> Pixels:
    out: Pixels = np.full((*gray.shape, 4), np.iinfo(gray.dtype).max, gray.dtype)
    out[..., :3] = gray[..., None]
    return out


def _from_gray_profile(pixels: Pixels, profile: bytes) -> Pixels | None:
    """Gray pixels (H×W×4) of a gray profile in sRGB; None when it is no usable gray profile."""
    if profile[16:20] != b"GRAY":
        return None
    try:
        transform: Any = ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            "L",
            "RGB",
            flags=ImageCms.Flags.NOOPTIMIZE,
        )
        ramp = Image.fromarray(np.arange(256, dtype=np.uint8)[None])
        tones = np.asarray(ImageCms.applyTransform(ramp, transform))[0, :, 1]
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
    out = pixels.copy()
    if pixels.dtype == np.uint8:
        out[..., :3] = tones[pixels[..., :3]]
    else:
        table = np.interp(np.arange(65536), np.arange(256) * 257, tones.astype(float) * 257)
        out[..., :3] = np.rint(table).astype(np.uint16)[pixels[..., :3]]
    return out


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """CMYK or Lab as sRGB, through the profile when it is usable."""
    try:
        source: Any = (
            ImageCms.createProfile("LAB")
            if image.mode == "LAB"
            else ImageCms.ImageCmsProfile(io.BytesIO(profile or b""))
        )
        converted = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        converted = None
    return image.convert("RGB") if converted is None else converted


def _orientation(image: ImageFile.ImageFile) -> int:
    if image.format == "TIFF":
        return 1  # both decoders turn TIFF themselves
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except (SyntaxError, ValueError, OSError, struct.error, KeyError, TypeError):
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _upright(pixels: Pixels, orientation: int) -> Pixels:
    """EXIF orientation applied: 1 upright, 2 mirrored, 3 upside down, … 6 and 8 lying."""
    if orientation >= 5:
        pixels = pixels.transpose(1, 0, 2)
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    return np.ascontiguousarray(pixels)


def _resolution(image: ImageFile.ImageFile) -> float:
    found = image.info.get("dpi")
    try:
        value = float(found[0]) if found else 72.0
    except (TypeError, ValueError, ZeroDivisionError, IndexError):
        return 72.0
    return round(value, 2) if 1.0 <= value <= 30000.0 else 72.0  # PNG counts by the metre


# ---------------------------------------------------------------------------------------- writing


def save_flattened(document: Document, path: Path, progress: Progress) -> tuple[str, ...]:
    """Write our compositor's picture of the document as a flat picture; see save_picture."""
    pixels = flattened(document, progress.part(0.0, 0.5))
    picture = Picture(pixels, document.profile, document.resolution)
    return save_picture(picture, path, progress.part(0.5, 1.0))


def save_picture(picture: Picture, path: Path, progress: Progress) -> tuple[str, ...]:
    """Write a flat picture; the ending of `path` decides how. Returns what was lost.

    PNG and TIFF keep 8 or 16 bit, alpha, profile and resolution; WebP is lossless at 8 bit; JPEG is
    8 bit over white. A picture that is opaque is stored without alpha.
    """
    progress.at(0.0, "Writing the picture")
    ending = path.suffix.lower()
    lost: tuple[str, ...] = ()
    if ending == ".png":
        data = png_bytes(picture.pixels, picture.profile, picture.resolution)
    elif ending in (".tif", ".tiff"):
        data = tiff_bytes(picture.pixels, picture.profile, picture.resolution)
    elif ending in (".jpg", ".jpeg"):
        data, lost = _jpeg(picture, path.name)
    elif ending == ".webp":
        data, lost = _webp(picture, path.name)
    else:
        raise UnsupportedError(
            f"A flat picture cannot be saved as “{path.name}”.",
            "Use .png, .tif, .webp or .jpg.",
        )
    progress.at(0.9)
    write_atomically(path, data)
    progress.at(1.0)
    return lost


def _jpeg(picture: Picture, name: str) -> tuple[bytes, tuple[str, ...]]:
    lost: list[str] = []
    pixels = _eight_bit(picture.pixels, name, lost)
    _check_side(pixels, _MAX_JPEG_SIDE, "JPEG")
    alpha = pixels[..., 3:].astype(np.uint16)
    if (alpha < 255).any():
        lost.append(f"{name} has no transparency: the picture lies over white.")
    over = pixels[..., :3] * alpha + 255 * (255 - alpha)
    rgb = ((over + 127) // 255).astype(np.uint8)
    file = io.BytesIO()
    dpi = (picture.resolution, picture.resolution)
    Image.fromarray(rgb).save(
        file, "JPEG", quality=_JPEG_QUALITY, subsampling=0, dpi=dpi, **_icc(picture)
    )
    return file.getvalue(), tuple(lost)


def _webp(picture: Picture, name: str) -> tuple[bytes, tuple[str, ...]]:
    lost: list[str] = []
    pixels = _eight_bit(picture.pixels, name, lost)
    _check_side(pixels, _MAX_WEBP_SIDE, "WebP")
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "WEBP", lossless=True, exact=True, **_icc(picture))
    return file.getvalue(), tuple(lost)


def _icc(picture: Picture) -> dict[str, bytes]:
    return {} if picture.profile is None else {"icc_profile": picture.profile}


def _eight_bit(pixels: Pixels, name: str, lost: list[str]) -> Pixels:
    if pixels.dtype == np.uint8:
        return pixels
    lost.append(f"{name} has 8 bits per channel: the picture's 16 were rounded.")
    rounded: Pixels = ((pixels.astype(np.uint32) + 128) // 257).astype(np.uint8)
    return rounded


def _check_side(pixels: Pixels, largest: int, what: str) -> None:
    if max(pixels.shape[:2]) > largest:
        raise UnsupportedError(
            f"{what} holds at most {largest} pixels a side.", "Save as .png instead."
        )
