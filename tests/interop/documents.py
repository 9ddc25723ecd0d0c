"""Documents whose files other programs are asked to show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine.document.geometry import Size
from engine.document.model import BlendMode, Document, GroupLayer, LayerId, Mask, PixelLayer
from engine.document.raster import raster_from_array
from engine.formats.files import open_document
from engine.progress import Progress
from engine.tasks.illustration.task import decomposed

SIZE = Size(192, 144)
SHARED_MODES = (
    *(BlendMode.NORMAL, BlendMode.MULTIPLY, BlendMode.SCREEN, BlendMode.OVERLAY),
    *(BlendMode.DARKEN, BlendMode.LIGHTEN, BlendMode.DIFFERENCE, BlendMode.EXCLUSION),
    *(BlendMode.HARD_LIGHT, BlendMode.PIN_LIGHT),
)
"""Modes that all programs define alike. GIMP adds light without limit before it mixes by alpha, so
linear dodge is not among them."""
_SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "portrait.png"


def plain() -> Document:
    """Offsets, opacities, names in other scripts, a hidden layer, soft alpha."""
    return _document(
        _layer(1, "背景", soft=False),
        _layer(2, "Тень", left=-20, top=31, opacity=0.6),
        _layer(3, "hidden", visible=False),
        _layer(4, "🎨 light", left=90, top=-14),
    )


def masks() -> Document:
    rows = np.linspace(0, 255, 100).astype(np.uint8)
    mask = Mask(raster_from_array(np.repeat(rows[:, None], 120, 1), left=30, top=10, fill=255))
    return _document(_layer(1, "below", soft=False), _layer(2, "masked", mask=mask))


def groups() -> Document:
    inner = GroupLayer(
        id=LayerId(5),
        name="inner",
        layers=(_layer(6, "b", left=40), _layer(7, "c", top=50)),
        blend=BlendMode.NORMAL,
    )
    outer = GroupLayer(
        id=LayerId(3), name="outer", layers=(_layer(4, "a"), inner), blend=BlendMode.NORMAL
    )
    return _document(_layer(1, "below", soft=False), outer)


def group_opacity() -> Document:
    document = groups()
    below, outer = document.layers
    assert isinstance(outer, GroupLayer)
    faint = GroupLayer(
        id=outer.id, name="outer", layers=outer.layers, blend=BlendMode.NORMAL, opacity=0.4
    )
    return _document(below, faint)


def clipping() -> Document:
    return _document(
        _layer(1, "below", soft=False),
        _layer(2, "base", left=25, top=20),
        _layer(3, "clipped", clipped=True, blend=BlendMode.MULTIPLY),
        _layer(4, "clipped too", left=60, clipped=True),
    )


def modes() -> Document:
    """Every mode on ground of its own: what rounding adds up to in a stack is nobody's mistake."""
    layers = [
        _layer(number, str(mode), left=48 * (at % 4), top=48 * (at // 4), side=44, blend=mode)
        for at, (number, mode) in enumerate(enumerate(SHARED_MODES, start=1))
    ]
    return _document(_layer(50, "below", soft=False), *layers)


def deep() -> Document:
    """16 bits per channel."""
    return _document(_layer(1, "below", soft=False, deep=True), _layer(2, "above", deep=True))


def decomposition() -> Document:
    """What our users save most."""
    return decomposed(open_document(_SAMPLE, Progress.silent()).document, Progress.silent())


DOCUMENTS: dict[str, Callable[[], Document]] = {
    made.__name__: made
    for made in (plain, masks, groups, group_opacity, clipping, modes, deep, decomposition)
}


def _document(*layers: PixelLayer | GroupLayer) -> Document:
    first = layers[0]
    assert isinstance(first, PixelLayer)
    depth = 8 * first.raster.dtype.itemsize
    return Document(size=SIZE, layers=layers, depth=depth, next_id=100)


def _layer(
    number: int,
    name: str,
    *,
    left: int = 0,
    top: int = 0,
    soft: bool = True,
    side: int = 0,
    deep: bool = False,
    **changes: object,
) -> PixelLayer:
    """Coarse coloured noise over soft colour ramps.

    soft: with a soft alpha, else opaque and as large as the canvas. side: of a small square layer.
    """
    rng = np.random.default_rng(number)
    height, width = (side or 100, side or 120) if soft else (SIZE.height, SIZE.width)
    blocks = rng.integers(0, 160, (height // 10 + 1, width // 10 + 1, 4))
    values = np.repeat(np.repeat(blocks, 10, 0), 10, 1)[:height, :width].astype(np.float64)
    values += np.linspace(0, 95, width)[None, :, None]
    rows, columns = np.mgrid[:height, :width]
    distance = np.hypot(rows / height - 0.5, columns / width - 0.5)
    values[..., 3] = np.clip(600 * (0.5 - distance), 0, 255) if soft else 255
    pixels = np.rint(values * 257).astype(np.uint16) if deep else np.rint(values).astype(np.uint8)
    raster = raster_from_array(pixels, left=left, top=top)
    return PixelLayer(id=LayerId(number), name=name, raster=raster, **changes)  # type: ignore[arg-type]
