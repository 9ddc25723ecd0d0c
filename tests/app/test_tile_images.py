"""Tiles for the screen: drafts while much changes, exact ones at rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.canvas import tile_images, tile_worker
from app.canvas.tile_images import TileImages
from app.canvas.tile_worker import image_of
from engine.compositor.compile import warm_up
from engine.compositor.composite import composite_tiles
from engine.compositor.drafts import DraftCompositor
from engine.compositor.pyramid import Pyramid
from engine.document.geometry import Rect, Size
from engine.document.model import BlendMode, Document, LayerId, PixelLayer
from engine.document.raster import TileKey, raster_from_array, tiles_over, with_pixels

SIDE = 1024
ALL = tuple(tiles_over(Rect(0, 0, SIDE, SIDE)))
LEVEL = 1
SEEN = tuple(tiles_over(Rect(0, 0, SIDE >> LEVEL, SIDE >> LEVEL)))


@pytest.fixture
def images(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[TileImages]:
    monkeypatch.setattr(tile_images, "REST", 1.0)
    warm_up()
    made = TileImages()
    yield made
    made.stop()


def document() -> Document:
    """Coloured noise over a plain ground, so that averages and averaged results differ a little."""
    rng = np.random.default_rng(4)
    ground = np.full((SIDE, SIDE, 4), (90, 160, 220, 255), np.uint8)
    noise = rng.integers(0, 256, (SIDE, SIDE, 4), dtype=np.uint8)
    layers = (
        PixelLayer(id=LayerId(1), name="Ground", raster=raster_from_array(ground)),
        PixelLayer(
            id=LayerId(2),
            name="Noise",
            raster=raster_from_array(noise),
            blend=BlendMode.MULTIPLY,
        ),
    )
    return Document(size=Size(SIDE, SIDE), layers=layers, next_id=3)


def faded(before: Document, opacity: float) -> Document:
    ground, noise = before.layers
    return replace(before, layers=(ground, replace(noise, opacity=opacity)))


def exact(shown: Document, level: int) -> dict[TileKey, QImage]:
    tiles = composite_tiles(shown, ALL)
    if level:
        pyramid = Pyramid(levels=level)
        pyramid.update(tiles)
        tiles = dict(pyramid.level(level))
    return {key: image_of(tile) for key, tile in tiles.items()}


def apart(one: QImage, other: QImage) -> int:
    """The largest difference of a channel."""
    kind = QImage.Format.Format_RGBA8888
    images = one.convertToFormat(kind), other.convertToFormat(kind)
    pixels = [np.array(image.constBits(), np.uint8) for image in images]
    return int(np.abs(pixels[0].astype(int) - pixels[1]).max())


def shows(images: TileImages, shown: Document) -> bool:
    """Whether all that is seen is exactly the document."""
    true = exact(shown, LEVEL)
    found = {key: images.image(LEVEL, key) for key in SEEN}
    return all(image is not None and apart(image, true[key]) == 0 for key, image in found.items())


def settled(images: TileImages, qtbot: QtBot, shown: Document) -> None:
    images.show(shown)
    images.want(LEVEL, SEEN, LEVEL)
    qtbot.waitUntil(lambda: images.is_complete, timeout=20_000)
    assert shows(images, shown)


def test_a_wide_change_is_a_draft_at_once_and_exact_at_rest(
    images: TileImages, qtbot: QtBot
) -> None:
    before = document()
    settled(images, qtbot, before)
    after = faded(before, 0.5)
    images.follow(after, ALL)
    qtbot.waitUntil(lambda: images.is_current, timeout=20_000)
    true = exact(after, LEVEL)
    for key in SEEN:
        image = images.image(LEVEL, key)
        assert image is not None and 0 < apart(image, true[key]) <= 12
    assert not images.is_complete
    qtbot.waitUntil(lambda: images.is_complete, timeout=20_000)
    assert shows(images, after)


def test_a_small_change_is_exact_at_once(images: TileImages, qtbot: QtBot) -> None:
    before = document()
    settled(images, qtbot, before)
    ground, noise = before.layers
    assert isinstance(noise, PixelLayer)
    dab = np.full((40, 40, 4), 255, np.uint8)
    painted = replace(noise, raster=with_pixels(noise.raster, dab, left=300, top=300))
    after = replace(before, layers=(ground, painted))
    images.follow(after, {(2, 2)})
    qtbot.waitUntil(lambda: images.is_current, timeout=20_000)
    assert shows(images, after)


def test_a_draft_may_come_from_the_next_level(images: TileImages, qtbot: QtBot) -> None:
    before = document()
    images.show(before)
    images.want(0, ALL, 1)
    qtbot.waitUntil(lambda: images.is_complete, timeout=20_000)
    after = faded(before, 0.5)
    images.follow(after, ALL)
    qtbot.waitUntil(lambda: images.is_current, timeout=20_000)
    assert all(images.is_newer_from_far(0, key) for key in ALL)
    qtbot.waitUntil(lambda: images.is_complete, timeout=20_000)
    assert not any(images.is_newer_from_far(0, key) for key in ALL)
    true = exact(after, 0)
    assert {key: d for key in ALL if (d := apart(images.image(0, key), true[key]))} == {}


def test_without_memory_for_drafts_all_is_exact(
    images: TileImages, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    none = DraftCompositor(budget=0)
    monkeypatch.setattr(tile_worker, "DraftCompositor", lambda: none)
    monkeypatch.setattr(images, "_worker", tile_worker.TileWorker())
    before = document()
    settled(images, qtbot, before)
    after = faded(before, 0.5)
    images.follow(after, ALL)
    qtbot.waitUntil(lambda: images.is_current, timeout=20_000)
    assert shows(images, after)


def test_a_change_while_a_draft_is_drawn_is_not_lost(images: TileImages, qtbot: QtBot) -> None:
    before = document()
    settled(images, qtbot, before)
    last = before
    for step in range(1, 9):
        last = faded(before, 1 - step / 10)
        images.follow(last, ALL)
        if step % 3 == 0:
            qtbot.wait(5)
    qtbot.waitUntil(lambda: images.is_complete, timeout=20_000)
    assert shows(images, last)


def test_far_views_show_what_was_dragged_from_near(images: TileImages, qtbot: QtBot) -> None:
    before = document()
    settled(images, qtbot, before)
    near = ALL[:4]
    images.want(0, near, 0)
    last = before
    for step in range(1, 4):
        last = faded(before, 1 - step / 10)
        images.follow(last, ALL, LayerId(2))
        qtbot.waitUntil(lambda: images.is_complete, timeout=20_000)
    images.want(LEVEL, SEEN, LEVEL)
    qtbot.waitUntil(lambda: images.is_complete, timeout=20_000)
    assert shows(images, last)
