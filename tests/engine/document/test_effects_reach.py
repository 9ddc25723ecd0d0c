"""What is near a change and lies in the reach of an effect has to be drawn anew as well."""

from dataclasses import replace

import numpy as np
import pytest

from engine.compositor.cache import CompositeCache
from engine.document.changes import compare
from engine.document.edits import with_layer
from engine.document.geometry import Size
from engine.document.model import Document, GroupLayer, LayerId, PixelLayer
from engine.document.modes import BlendMode
from engine.document.raster import raster_from_array, tiles_over, with_pixels
from engine.document.style import Shadow, Style

CANVAS = Size(640, 384)
SHADOW = Shadow(
    is_inner=False,
    mode=BlendMode.NORMAL,
    opacity=1.0,
    color=(0.0, 0.0, 0.0),
    angle=180.0,
    distance=90.0,
    spread=0.0,
    size=30.0,
)


def badge() -> PixelLayer:
    pixels = np.zeros((60, 60, 4), np.uint8)
    pixels[:] = (200, 60, 30, 255)
    return PixelLayer(id=LayerId(1), name="Badge", raster=raster_from_array(pixels))


def painted(document: Document, layer: PixelLayer) -> Document:
    """A dab near the right edge of its tile: its shadow falls into the next one."""
    dab = np.full((40, 40, 4), 255, np.uint8)
    return with_layer(document, layer.id, raster=with_pixels(layer.raster, dab, left=80, top=150))


@pytest.mark.parametrize("in_group", [False, True])
def test_a_dab_on_a_layer_with_a_shadow_draws_the_shadow_anew(in_group: bool) -> None:
    style = Style(effects=(SHADOW,))
    layer = badge()
    if in_group:
        group = GroupLayer(
            id=LayerId(2), name="Group", layers=(layer,), blend=BlendMode.NORMAL, style=style
        )
        document = Document(size=CANVAS, layers=(group,), next_id=3)
    else:
        document = Document(size=CANVAS, layers=(replace(layer, style=style),), next_id=3)
    after = painted(document, layer)
    keys = list(tiles_over(CANVAS.rect))
    before_tiles = CompositeCache().tiles(document, keys)
    after_tiles = CompositeCache().tiles(after, keys)
    different = {key for key in keys if not np.array_equal(before_tiles[key], after_tiles[key])}
    assert (1, 1) in different
    assert different <= compare(document, after).dirty


def test_a_shadow_that_goes_leaves_nothing_behind() -> None:
    layer = replace(badge(), style=Style(effects=(SHADOW,)))
    document = Document(size=CANVAS, layers=(layer,), next_id=2)
    after = with_layer(document, layer.id, style=Style())
    cache = CompositeCache()
    keys = list(tiles_over(CANVAS.rect))
    cache.tiles(document, keys)
    assert not cache.tiles(after, keys)[0, 1].any()
