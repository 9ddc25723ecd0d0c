"""A photo taken apart: every salient thing in a group of its own over one background."""

from __future__ import annotations

import cv2
import numpy as np

from engine.cli.run import run
from engine.compositor.composite import flatten
from engine.document.geometry import Size
from engine.document.model import Document, GroupLayer, LayerId, PixelLayer, Role
from engine.document.raster import pixels_of, raster_from_array
from engine.document.tree import pixel_layers
from engine.progress import Progress
from engine.tasks.photo.everything import photo_decomposed

WIDTH, HEIGHT = 200, 140


def photo(balls: bool = True) -> Document:
    noise = np.random.default_rng(2).normal(0, 4, (HEIGHT, WIDTH, 1))
    picture = np.full((HEIGHT, WIDTH, 4), 255, np.float64)
    picture[..., :3] = np.array((150, 170, 140)) + noise
    if balls:
        for x, color in ((55, (200, 30, 30)), (145, (30, 40, 200))):
            cv2.circle(picture, (x, 75), 26, (*color, 255), -1, cv2.LINE_AA)
    pixels = picture.clip(0, 255).astype(np.uint8)
    layer = PixelLayer(id=LayerId(1), name="Photo", raster=raster_from_array(pixels))
    return Document(size=Size(WIDTH, HEIGHT), layers=(layer,), depth=8, next_id=2)


def test_each_ball_is_a_group_over_one_background() -> None:
    document = photo()
    result = photo_decomposed(document, Progress.silent())
    background, *groups = result.layers
    assert isinstance(background, PixelLayer) and background.role is Role.BACKGROUND
    assert len(groups) == 2
    assert np.abs(flatten(result).astype(int) - flatten(document)).max() <= 1
    seen = pixels_of(background.raster, result.size.rect)
    for group, x in zip(sorted(groups, key=_left), (55, 145), strict=True):
        assert isinstance(group, GroupLayer)
        links = {layer.link for layer in group.layers}
        assert len(links) == 1 and links != {0}
        cut = group.layers[-1]
        assert isinstance(cut, PixelLayer) and cut.role is Role.OBJECT
        alpha = pixels_of(cut.raster, result.size.rect)[..., 3]
        assert alpha[75, x] > 250 and alpha[75, 200 - x] == 0
        assert np.abs(seen[75, x, :3].astype(int) - (150, 170, 140)).max() < 30
    layers = list(pixel_layers(result.layers))
    numbers = [layer.id for layer in (*layers, *groups)]
    assert len(set(numbers)) == len(numbers) and max(numbers) < result.next_id


def _left(group: object) -> int:
    assert isinstance(group, GroupLayer)
    cut = group.layers[-1]
    assert isinstance(cut, PixelLayer)
    alpha = pixels_of(cut.raster, Size(WIDTH, HEIGHT).rect)[..., 3]
    return int(np.nonzero(alpha.max(0) > 200)[0][0])


def test_lift_keeps_the_layers_whatever_the_name(tmp_path) -> None:
    picture = flatten(photo())[..., [2, 1, 0]]
    mask = np.zeros((HEIGHT, WIDTH), np.uint8)
    cv2.circle(mask, (55, 75), 26, 255, -1)
    cv2.imwrite(str(tmp_path / "in.png"), picture)
    cv2.imwrite(str(tmp_path / "mask.png"), mask)
    target = tmp_path / "out.png"
    wanted = ["lift", str(tmp_path / "in.png"), "--mask", str(tmp_path / "mask.png")]
    assert run([*wanted, "-o", str(target)]) == 0
    assert (target / "manifest.json").is_file()
    background = cv2.imread(str(target / "background.png"))
    far = cv2.dilate(mask, np.ones((9, 9), np.uint8)) == 0
    assert (background[far] == picture[far]).all()
