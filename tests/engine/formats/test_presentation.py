"""Slides are read back with python-pptx and laid over each other as PowerPoint would."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from pptx import Presentation

from engine.document.adjustments import Invert
from engine.document.geometry import Size
from engine.document.model import AdjustmentLayer, BlendMode, Document, GroupLayer, LayerId, Mask
from engine.document.raster import raster_from_array
from engine.formats.files import save_document
from engine.formats.flattened import flattened
from engine.progress import Progress
from tests.engine.formats.documents import pixel_layer

SILENT = Progress.silent()
SIZE = Size(80, 60)


def noise(seed: int, *, soft: bool = True) -> np.ndarray:
    pixels = np.random.default_rng(seed).integers(0, 256, (SIZE.height, SIZE.width, 4), np.uint8)
    if not soft:
        pixels[..., 3] = 255
    return pixels


def laid_over(slide, size: Size, width: int) -> np.ndarray:
    """The visible pictures of a slide over white, 0..255."""
    canvas = np.full((size.height, size.width, 3), 255.0)

    def add(shapes) -> None:
        for shape in shapes:
            if shape._element.xpath("./*/p:cNvPr")[0].get("hidden") == "1":
                continue
            if hasattr(shape, "shapes"):
                add(shape.shapes)
                continue
            picture = Image.open(io.BytesIO(shape.image.blob)).convert("RGBA")
            pixels = np.asarray(picture, np.float64)
            left = round(shape.left * size.width / width)
            top = round(shape.top * size.width / width)
            part = canvas[top : top + pixels.shape[0], left : left + pixels.shape[1]]
            alpha = pixels[..., 3:] / 255
            part[:] = part * (1 - alpha) + pixels[..., :3] * alpha

    add(slide.shapes)
    return canvas


@pytest.fixture
def slide_of(tmp_path):
    def written(document: Document):
        warnings = save_document(document, tmp_path / "a.pptx", SILENT)
        opened = Presentation(tmp_path / "a.pptx")
        return opened.slides[0], opened.slide_width, warnings

    return written


def test_modes_masks_clipping_and_adjustments_look_the_same(slide_of):
    mask = Mask(raster_from_array(noise(9)[..., 0].copy()), 0.7)
    ground = pixel_layer(noise(1, soft=False), number=1)
    shade = pixel_layer(noise(2), number=2, left=7, top=-5, blend=BlendMode.MULTIPLY, mask=mask)
    base = pixel_layer(noise(3), number=3, left=20, top=10, opacity=0.8)
    clipped = pixel_layer(noise(4), number=4, clipped=True, blend=BlendMode.OVERLAY)
    negative = AdjustmentLayer(id=LayerId(5), name="Invert", adjustment=Invert(), opacity=0.5)
    group = GroupLayer(
        id=LayerId(6), name="Faint", layers=(base, clipped), opacity=0.6, blend=BlendMode.NORMAL
    )
    document = Document(size=SIZE, layers=(ground, shade, group, negative), next_id=9)
    slide, width, warnings = slide_of(document)
    shown = laid_over(slide, SIZE, width)
    expected = flattened(document, SILENT)[..., :3]
    # Every picture has rounded once: colours at a small alpha hold few levels.
    assert np.abs(shown - expected).max() <= 3
    assert np.abs(shown - expected).mean() < 0.6
    assert warnings == ()


def test_names_groups_and_hidden_layers_stay(slide_of):
    hidden = pixel_layer(noise(2), number=2, name="影", visible=False)
    group = GroupLayer(id=LayerId(3), name="Gruppe", layers=(hidden,))
    ground = pixel_layer(noise(1, soft=False), number=1, name="ground")
    document = Document(size=SIZE, layers=(ground, group), next_id=9)
    slide, width, _ = slide_of(document)
    below, above = slide.shapes
    assert (below.name, above.name, above.shapes[0].name) == ("ground", "Gruppe", "影")
    assert np.array_equal(
        laid_over(slide, SIZE, width), flattened(document, SILENT)[..., :3].astype(float)
    )


@pytest.mark.parametrize("size", [Size(1, 1), Size(3, 2000)])
def test_slides_have_sides_that_powerpoint_accepts(slide_of, size):
    pixels = np.full((size.height, size.width, 4), 255, np.uint8)
    layer = replace(pixel_layer(pixels), name="a")
    document = Document(size=size, layers=(layer,), next_id=9, resolution=20.0)
    slide, width, _ = slide_of(document)
    assert 914_400 <= width <= 56 * 914_400
    assert slide.shapes[0].name == "a"
